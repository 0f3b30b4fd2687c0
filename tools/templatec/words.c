/* words.c — SAY("…") in C source: gathers the sentences, and writes the table words_find searches. */
#include "templatec/templatec.h"

#include "base/lang.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct scan {
    struct arena *arena;
    struct problems *problems;
    const char *file;
    struct str rest;
    int line;
    bool directive; /* in a line that begins with # */
};

static void skip(struct scan *s, size_t n)
{
    for (size_t i = 0; i < n && i < s->rest.n; i++) {
        const char c = s->rest.s[i];
        if (c == '\n') {
            s->line++;
            s->directive = i > 0 && s->rest.s[i - 1] == '\\' ? s->directive : false;
        }
    }
    s->rest = str_from(s->rest, n);
}

/* Over a remark or a text between quotes; 0 when there is none here. */
static size_t passage(struct str x)
{
    if (str_starts(x, STR("/*"))) {
        const size_t end = str_find(str_from(x, 2), STR("*/"));
        return end == SIZE_MAX ? x.n : end + 4;
    }
    if (str_starts(x, STR("//"))) {
        const size_t end = str_find(x, STR("\n"));
        return end == SIZE_MAX ? x.n : end;
    }
    if (x.s[0] != '"' && x.s[0] != '\'') return 0;
    size_t n = 1;
    while (n < x.n && x.s[n] != x.s[0] && x.s[n] != '\n') n += x.s[n] == '\\' ? 2 : 1;
    return n < x.n ? n + 1 : x.n;
}

/* Over blanks and remarks. */
static void skip_blanks(struct scan *s)
{
    while (s->rest.n && (isspace((unsigned char)s->rest.s[0]) || s->rest.s[0] == '/')) {
        const size_t over = passage(s->rest);
        skip(s, over ? over : 1);
    }
}

/* SAY("…" "…"): behind the opening bracket. */
static bool read_say(struct scan *s, struct str *text)
{
    *text = (struct str){ 0 };
    for (skip_blanks(s); s->rest.n && s->rest.s[0] == '"'; skip_blanks(s)) {
        struct str rest = str_upto(s->rest, passage(s->rest)), part;
        const size_t n = rest.n;
        if (!quoted_read(s->arena, &rest, &part)) return false;
        *text = arena_format(s->arena, "%.*s%.*s", STR_ARG(*text), STR_ARG(part));
        skip(s, n);
    }
    return text->n && s->rest.n && s->rest.s[0] == ')';
}

static bool in_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

void words_gather(struct arena *a, struct problems *p, const char *file, struct str source,
                  struct sentences *said)
{
    struct scan s = { .arena = a, .problems = p, .file = file, .rest = source, .line = 1 };
    char before = '\n';
    while (s.rest.n) {
        const size_t over = passage(s.rest);
        if (s.rest.s[0] == '#') s.directive = true;
        if (over) {
            before = ' ';
            skip(&s, over);
        } else if (str_starts(s.rest, STR("SAY(")) && !in_name(before) && !s.directive) {
            struct sentence x = { .file = file, .line = s.line };
            skip(&s, 4);
            if (read_say(&s, &x.one))
                *PUSH(a, said->at, said->n) = x;
            else
                problem(p, file, x.line, "SAY takes one text between quotes, as it stands");
            before = ' ';
        } else {
            before = s.rest.s[0];
            skip(&s, 1);
        }
    }
}

static int by_dutch(const void *x, const void *y)
{
    return words_order(((const struct sentence *)x)->one, ((const struct sentence *)y)->one);
}

static void write_words(FILE *c, struct str code, struct str text)
{
    fputs(" [", c);
    enum_name(c, code);
    fputs("] = { ", c);
    c_string(c, text);
    fprintf(c, ", %zu }", text.n);
}

void words_write(FILE *c, struct problems *p, const struct locales *locales,
                 struct sentences *said)
{
    if (said->n) qsort(said->at, said->n, sizeof *said->at, by_dutch);
    fprintf(c,
            "/* Made by tools/templatec from each SAY(\"…\") and locale/; in words_order. */\n"
            "#include \"base/lang.h\"\n\n_Static_assert(LANGS == %zu, \"each language in "
            "base/lang.h but Dutch needs its file in locale/\");\n\n"
            "extern const struct words words_table[];\nextern const size_t words_table_n;\n\n"
            "const struct words words_table[] = {\n",
            locales->n + 1);
    size_t n = 0;
    for (size_t i = 0; i < said->n; i++) {
        const struct sentence *s = &said->at[i];
        if (i && str_eq(s->one, said->at[i - 1].one)) continue;
        fputs("    { {", c);
        write_words(c, STR("nl"), s->one);
        for (size_t j = 0; j < locales->n; j++) {
            const struct po_entry *e = sentence_in(p, &locales->po[j], s);
            if (!e) continue;
            fputs(",", c);
            write_words(c, locales->po[j].code, e->text[0]);
        }
        fputs(" } },\n", c);
        n++;
    }
    if (!n) fputs("    { { { 0 } } },\n", c);
    fprintf(c, "};\nconst size_t words_table_n = %zu;\n\n", n);
    fputs("extern const bool words_unread[LANGS];\nconst bool words_unread[LANGS] = { false",
          c);
    for (size_t i = 0; i < locales->n; i++) {
        fputs(", [", c);
        enum_name(c, locales->po[i].code);
        fprintf(c, "] = %s", locales->po[i].unread ? "true" : "false");
    }
    fputs(" };\n", c);
}
