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
        char word[24];
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

/* The second form of this sentence, wherever it stands with one; the same everywhere. */
static struct str many_of(struct problems *p, const struct sentences *said, size_t first)
{
    const struct sentence *one = NULL;
    for (size_t i = first; i < said->n; i++) {
        const struct sentence *s = &said->at[i];
        if (!s->many.s || !same(s, &said->at[first])) continue;
        if (!one)
            one = s;
        else if (!str_eq(one->many, s->many))
            problem(p, s->file, s->line,
                    "\"%.*s\" has another second form than in %s:%d; give one of them as \"…\"",
                    STR_ARG(s->one), one->file, one->line);
    }
    return one ? one->many : (struct str){ 0 };
}

/* What was known of this sentence, fitted to what it is now. */
static struct po_entry known_as(struct po *po, const struct sentence *s, struct str many)
{
    struct po_entry *old = po_find(po, s->context, s->one);
    struct po_entry e = { .context = s->context, .id = s->one, .plural = many };
    if (!old) return e;
    old->used = true;
    memcpy(e.text, old->text, sizeof e.text);
    e.notes = old->notes;
    const bool changed = !str_eq(old->plural, many) && many.s;
    e.fuzzy = old->fuzzy || (changed && old->text[0].n);
    return e;
}

static bool said_before(const struct sentences *said, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (same(&said->at[j], &said->at[i])) return true;
    return false;
}

static bool translated(const struct po_entry *e)
{
    for (int i = 0; i < PLURAL_FORMS; i++)
        if (e->text[i].n) return true;
    return false;
}

/* Does the sentence stand in a source whose path begins as X-Covers says? */
static bool asked_for(const struct po *po, const struct sentences *said, size_t first)
{
    if (!po->covers.n) return true;
    for (size_t i = first; i < said->n; i++) {
        struct str rest = po->covers, start;
        if (!same(&said->at[i], &said->at[first])) continue;
        while (str_next(&rest, ' ', &start))
            if (start.n && str_starts(str_of(said->at[i].file), start)) return true;
    }
    return false;
}

void update_write(FILE *to, struct problems *p, struct po *po, const struct sentences *said)
{
    write_header(to, po);
    for (size_t i = 0; i < said->n; i++) {
        if (said_before(said, i)) continue;
        const struct po_entry e = known_as(po, &said->at[i], many_of(p, said, i));
        if (!translated(&e) && !asked_for(po, said, i)) continue;
        fprintf(to, "\n%.*s", STR_ARG(e.notes));
        write_places(to, said, i);
        if (e.fuzzy) fputs("#, fuzzy\n", to);
        write_entry(to, po, &e);
    }
    for (size_t i = 0; i < po->n; i++) {
        struct po_entry e = po->entry[i];
        if (e.used || !translated(&e)) continue;
        e.obsolete = true;
        fprintf(to, "\n%.*s%s", STR_ARG(e.notes), e.fuzzy ? "#, fuzzy\n" : "");
        write_entry(to, po, &e);
    }
}
