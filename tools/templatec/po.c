/* po.c — reads a PO file: entries with contexts, plural forms, comments, and the rule for plurals in
 * its header. */
#include "templatec/templatec.h"

#include <string.h>

struct reader {
    struct arena *arena;
    struct problems *problems;
    struct po *po;
    struct po_entry now;
    int line;
    bool any, has_text; /* of the entry being read: anything; its msgid */
    struct str *append; /* where a continued string goes */
};

static bool same_key(const struct po_entry *e, struct str context, struct str id)
{
    return (e->context.s != NULL) == (context.s != NULL) && str_eq(e->context, context) &&
           str_eq(e->id, id);
}

struct po_entry *po_find(const struct po *po, struct str context, struct str id)
{
    for (size_t i = 0; i < po->n; i++)
        if (same_key(&po->entry[i], context, id)) return &po->entry[i];
    return NULL;
}

/* The entry is complete: keep it. */
static void finish(struct reader *r)
{
    struct po_entry *e = &r->now;
    if (r->has_text && !e->id.n && !e->context.s) {
        r->po->header = *e;
    } else if (r->has_text && po_find(r->po, e->context, e->id)) {
        if (!e->obsolete)
            problem(r->problems, r->po->file, e->line, "\"%.*s\" stands twice", STR_ARG(e->id));
    } else if (r->has_text) {
        *PUSH(r->arena, r->po->entry, r->po->n) = *e;
    }
    r->now = (struct po_entry){ .line = r->line };
    r->any = r->has_text = false;
    r->append = NULL;
}

/* "…" with the escapes of C, added to what `to` holds. */
static bool add_string(struct reader *r, struct str quoted, struct str *to)
{
    quoted = str_trim(quoted);
    if (quoted.n < 2 || quoted.s[0] != '"' || quoted.s[quoted.n - 1] != '"') return false;
    char *text = arena_take(r->arena, to->n + quoted.n, 1);
    size_t n = to->n;
    if (n) memcpy(text, to->s, n);
    for (size_t i = 1; i + 1 < quoted.n; i++) {
        char c = quoted.s[i];
        if (c == '"') return false;
        if (c == '\\') {
            if (i + 2 >= quoted.n) return false;
            c = quoted.s[++i];
            const char *at = strchr("ntr\\\"", c);
            if (!at) return false;
            c = "\n\t\r\\\""[at - "ntr\\\""];
        }
        text[n++] = c;
    }
    *to = (struct str){ text, n };
    return true;
}

/* msgid "…": which part of the entry, or NULL. */
static struct str *part_of(struct reader *r, struct str *line)
{
    static const char *const words[] = { "msgctxt", "msgid_plural", "msgid", "msgstr[",
                                         "msgstr" };
    struct po_entry *e = &r->now;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (!str_starts(*line, str_of(words[i]))) continue;
        *line = str_from(*line, strlen(words[i]));
        if ((i == 0 || i == 2) && (r->has_text || (i == 0 && e->context.s))) finish(r);
        if (!r->any) e->line = r->line;
        r->any = true;
        if (i == 0) return &e->context;
        if (i == 1) return &e->plural;
        if (i == 2) {
            r->has_text = true;
            return &e->id;
        }
        if (i == 4) return &e->text[0];
        if (line->n < 2 || line->s[0] < '0' || line->s[0] >= '0' + PLURAL_FORMS ||
            line->s[1] != ']')
            return NULL;
        const int form = line->s[0] - '0';
        *line = str_from(*line, 2);
        return &e->text[form];
    }
    return NULL;
}

static void read_comment(struct reader *r, struct str line)
{
    if (r->has_text) finish(r);
    if (str_starts(line, STR("#,"))) {
        if (str_find(line, STR("fuzzy")) != SIZE_MAX) r->now.fuzzy = true;
    } else if (line.n == 1 || line.s[1] == ' ') {
        r->now.notes =
            arena_format(r->arena, "%.*s%.*s\n", STR_ARG(r->now.notes), STR_ARG(line));
    }
}

static void read_line(struct reader *r, struct str line)
{
    line = str_trim(line);
    if (str_starts(line, STR("#~"))) {
        line = str_trim(str_from(line, 2));
        if (!line.n || line.s[0] == '|') return;
        if ((str_starts(line, STR("msgid ")) || str_starts(line, STR("msgctxt"))) &&
            r->has_text)
            finish(r);
        r->now.obsolete = true;
    }
    if (!line.n) {
        finish(r);
        return;
    }
    if (line.s[0] == '#') {
        read_comment(r, line);
        return;
    }
    struct str *part = line.s[0] == '"' ? r->append : part_of(r, &line);
    if (part && line.n && line.s[0] != '"' && part->s) part = NULL; /* the same word twice */
    if (part && !part->s) *part = STR("");
    r->append = part;
    if (!part || !add_string(r, line, part))
        problem(r->problems, r->po->file, r->line, "this is no line of a PO file");
}

static void read_header(struct reader *r)
{
    struct po *po = r->po;
    struct str rest = po->header.text[0], line, forms = { 0 };
    bool utf8 = false;
    while (str_next(&rest, '\n', &line)) {
        if (str_starts(line, STR("Plural-Forms:"))) forms = str_trim(str_from(line, 13));
        if (str_starts(line, STR("X-Covers:"))) po->covers = str_trim(str_from(line, 9));
        if (str_starts(line, STR("X-Read-By:"))) po->unread = !str_trim(str_from(line, 10)).n;
        if (str_starts(line, STR("Content-Type:")))
            utf8 = str_find(line, STR("charset=UTF-8")) != SIZE_MAX;
    }
    if (!utf8)
        problem(r->problems, po->file, 1,
                "the header needs \"Content-Type: text/plain; "
                "charset=UTF-8\\n\"");
    const char *why = "the header needs \"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"";
    if (!forms.n || !plural_read(forms, &po->plural, &why))
        problem(r->problems, po->file, 1, "%s", why);
}

/* Forms that the header does not count would be lost in silence. */
static void check_forms(struct reader *r)
{
    const struct po *po = r->po;
    for (size_t i = 0; i < po->n; i++) {
        const struct po_entry *e = &po->entry[i];
        for (int form = e->plural.s ? po->plural.forms : 1; form < PLURAL_FORMS; form++)
            if (e->text[form].s) {
                problem(r->problems, po->file, e->line, "\"%.*s\" has no form %d; it has %d",
                        STR_ARG(e->id), form, e->plural.s ? po->plural.forms : 1);
                break;
            }
    }
}

/* "locale/en.po" gives "en". */
static struct str code_of(const char *file)
{
    const char *slash = strrchr(file, '/');
    const struct str name = str_of(slash ? slash + 1 : file);
    const size_t dot = str_find(name, STR(".po"));
    return str_upto(name, dot);
}

bool po_read(struct arena *a, struct problems *p, const char *file, struct str text,
             struct po *po)
{
    const int before = p->count;
    *po = (struct po){ .file = file, .code = code_of(file) };
    struct reader r = { .arena = a, .problems = p, .po = po, .line = 0 };
    if (!str_utf8(text)) problem(p, file, 1, "this file is not UTF-8");
    struct str line;
    while (p->count == before && str_next(&text, '\n', &line)) {
        r.line++;
        read_line(&r, line);
    }
    finish(&r);
    if (p->count == before) read_header(&r);
    if (p->count == before) check_forms(&r);
    return p->count == before;
}
