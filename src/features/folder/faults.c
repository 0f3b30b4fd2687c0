/* faults.c — see faults.h. */
#include "features/folder/faults.h"

enum { SHOWN = 100, QUOTED = 60 };

/* Control characters, and the marks that turn the direction of a line around. */
static bool unruly(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

struct str fault_quote(struct faults *f, struct str text)
{
    if (!str_utf8(text)) return STR("\"?\"");
    char *s = NEW(&f->a, char, text.n + 8);
    size_t n = 0;
    int points = 0;
    s[n++] = '"';
    for (struct str rest = text; rest.n && points < QUOTED; points++) {
        struct str now = rest;
        const bool bad = unruly(str_codepoint(&rest));
        now.n -= rest.n;
        for (size_t i = 0; i < (bad ? 1 : now.n); i++) s[n++] = bad ? '?' : now.s[i];
        if (points == QUOTED - 1 && rest.n)
            for (const char *more = "…"; *more; more++) s[n++] = *more;
    }
    s[n++] = '"';
    return (struct str){ s, n };
}

struct str fault_number(struct faults *f, int64_t n)
{
    return arena_format(&f->a, "%lld", (long long)n);
}

void fault_say(struct faults *f, struct place at, const struct words *words,
               const struct word_arg *args, size_t n)
{
    if (f->n++ < SHOWN) {
        if (at.file) fputs(at.file, f->err);
        if (at.file && at.line) fprintf(f->err, ":%lld", (long long)at.line);
        if (at.file) fputs(": ", f->err);
        if (at.column)
            fprintf(f->err, "%.*s \"%s\": ", STR_ARG(words_in(SAY("kolom"), f->lang)),
                    at.column);
        const struct str text = words_fill(&f->a, words, f->lang, args, n);
        fprintf(f->err, "%.*s\n", STR_ARG(text));
    }
    arena_reset(&f->a);
}

void faults_note(struct faults *f, const struct words *words, const struct word_arg *args,
                 size_t n)
{
    const struct str text = words_fill(&f->a, words, f->lang, args, n);
    fprintf(f->err, "%.*s\n", STR_ARG(text));
    arena_reset(&f->a);
}

bool faults_none(struct faults *f)
{
    if (!f->n) return true;
    if (f->n > SHOWN)
        NOTE(f, SAY("Hierboven staan de eerste {eerste} van {alle} fouten."),
             { "eerste", fault_number(f, SHOWN) }, { "alle", fault_number(f, f->n) });
    else
        NOTE(f, SAY("Fouten: {alle}."), { "alle", fault_number(f, f->n) });
    return false;
}
