/* update.c — writes a PO file anew: the sentences in the order of the sources, each with what was
 * translated before; what is no longer said goes to the end, in case it returns. */
#include "templatec/templatec.h"

#include <string.h>

static void write_string(FILE *to, const char *mark, const char *word, struct str text)
{
    fprintf(to, "%s%s \"", mark, word);
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.s[i];
        if (c == '\n')
            fputs("\\n", to);
        else if (c == '\t')
            fputs("\\t", to);
        else if (c == '\r')
            fputs("\\r", to);
        else if (c == '"' || c == '\\')
            fprintf(to, "\\%c", c);
        else
            fputc(c, to);
    }
    fputs("\"\n", to);
}

static void write_entry(FILE *to, const struct po *po, const struct po_entry *e)
{
    const char *mark = e->obsolete ? "#~ " : "";
    if (e->context.s) write_string(to, mark, "msgctxt", e->context);
    write_string(to, mark, "msgid", e->id);
    if (!e->plural.s) {
        write_string(to, mark, "msgstr", e->text[0]);
        return;
    }
    write_string(to, mark, "msgid_plural", e->plural);
    for (int i = 0; i < po->plural.forms; i++) {
        char word[16];
        snprintf(word, sizeof word, "msgstr[%d]", i);
        write_string(to, mark, word, e->text[i]);
    }
}

/* The header, a line per field. */
static void write_header(FILE *to, const struct po *po)
{
    struct str rest = po->header.text[0], line;
    fprintf(to, "%.*smsgid \"\"\nmsgstr \"\"\n", STR_ARG(po->header.notes));
    while (str_next(&rest, '\n', &line))
        if (line.n) {
            fputs("\"", to);
            for (size_t i = 0; i < line.n; i++) {
                if (line.s[i] == '"' || line.s[i] == '\\') fputc('\\', to);
                fputc(line.s[i], to);
            }
            fputs("\\n\"\n", to);
        }
}

static bool same(const struct sentence *a, const struct sentence *b)
{
    return (a->context.s != NULL) == (b->context.s != NULL) && str_eq(a->context, b->context) &&
           str_eq(a->one, b->one);
}

/* Where the sentence stands; each file once. */
static void write_places(FILE *to, const struct sentences *said, size_t first)
{
    const char *last = NULL;
    for (size_t i = first; i < said->n; i++) {
        const struct sentence *s = &said->at[i];
        if (!same(s, &said->at[first]) || (last && !strcmp(last, s->file))) continue;
        fprintf(to, "%s %s", last ? "" : "#:", s->file);
        last = s->file;
    }
    fputs("\n", to);
}

/* What was known of this sentence, fitted to what it is now. */
static struct po_entry known_as(struct po *po, const struct sentence *s)
{
    struct po_entry *old = po_find(po, s->context, s->one);
    struct po_entry e = { .context = s->context, .id = s->one, .plural = s->many };
    if (!old) return e;
    old->used = true;
    memcpy(e.text, old->text, sizeof e.text);
    e.notes = old->notes;
    e.fuzzy = old->fuzzy;
    const bool changed =
        (old->plural.s != NULL) != (s->many.s != NULL) || !str_eq(old->plural, s->many);
    if (changed && old->text[0].n) e.fuzzy = true;
    return e;
}

void update_write(FILE *to, struct problems *p, struct po *po, const struct sentences *said)
{
    write_header(to, po);
    for (size_t i = 0; i < said->n; i++) {
        const struct sentence *s = &said->at[i];
        size_t first = 0;
        while (!same(&said->at[first], s)) first++;
        if (first < i) {
            if (!str_eq(said->at[first].many, s->many))
                problem(
                    p, s->file, s->line,
                    "\"%.*s\" has other forms here than in %s:%d; give one of them an as \"…\"",
                    STR_ARG(s->one), said->at[first].file, said->at[first].line);
            continue;
        }
        const struct po_entry e = known_as(po, s);
        fprintf(to, "\n%.*s", STR_ARG(e.notes));
        write_places(to, said, i);
        if (e.fuzzy) fputs("#, fuzzy\n", to);
        write_entry(to, po, &e);
    }
    for (size_t i = 0; i < po->n; i++) {
        struct po_entry e = po->entry[i];
        bool translated = false;
        for (int f = 0; f < PLURAL_FORMS; f++) translated |= e.text[f].n != 0;
        if (e.used || !translated) continue;
        e.obsolete = true;
        fprintf(to, "\n%.*s%s", STR_ARG(e.notes), e.fuzzy ? "#, fuzzy\n" : "");
        write_entry(to, po, &e);
    }
}
