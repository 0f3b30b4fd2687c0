/* sentence.c — a sentence of the interface: reads it, finds its translations, checks that each
 * names the same values, and writes it as C for every language. */
#include "templatec/templatec.h"

#include <ctype.h>
#include <string.h>

enum { VALUES = 12 };

#define MARKED "<bdi lang=\"nl\">"
#define UNMARKED "</bdi>"

struct value {
    struct str name, expression;
};
struct filled { /* a sentence with the values that go in it */
    struct sentence s;
    struct value value[VALUES];
    size_t values;
};

bool quoted_read(struct arena *a, struct str *rest, struct str *text)
{
    *rest = str_trim(*rest);
    if (!rest->n || rest->s[0] != '"') return false;
    char *to = arena_take(a, rest->n + 1, 1);
    size_t n = 0, i = 1;
    for (; i < rest->n && rest->s[i] != '"'; i++) {
        char c = rest->s[i];
        if (c == '\\' && i + 1 < rest->n) {
            c = rest->s[++i];
            if (c != '"' && c != '\\' && c != 'n') return false;
            if (c == 'n') c = '\n';
        } else if (c == '\n') { /* runs over a line end */
            while (n && to[n - 1] == ' ') n--;
            while (i + 1 < rest->n && strchr(" \t\r\n", rest->s[i + 1])) i++;
            c = ' ';
        }
        to[n++] = c;
    }
    if (i >= rest->n) return false;
    *text = (struct str){ to, n };
    *rest = str_from(*rest, i + 1);
    return true;
}

struct str html_escape(struct arena *a, struct str x)
{
    char *to = arena_take(a, 6 * x.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < x.n; i++) {
        const char *as = NULL;
        switch (x.s[i]) {
        case '&': as = "&amp;"; break;
        case '<': as = "&lt;"; break;
        case '>': as = "&gt;"; break;
        case '"': as = "&quot;"; break;
        case '\'': as = "&#39;"; break;
        default: to[n++] = x.s[i]; continue;
        }
        memcpy(to + n, as, strlen(as));
        n += strlen(as);
    }
    return (struct str){ to, n };
}

void enum_name(FILE *c, struct str code)
{
    fputs("LANG_", c);
    for (size_t i = 0; i < code.n; i++)
        fputc(isalnum((unsigned char)code.s[i]) ? toupper((unsigned char)code.s[i]) : '_', c);
}

/* ---- placeholders ---- */

/* Takes text up to the next {name} off the front. False at the end, when there is no name. */
static bool next_name(struct str *rest, struct str *before, struct str *name)
{
    const size_t open = str_find(*rest, STR("{"));
    *before = str_upto(*rest, open);
    if (open == SIZE_MAX) return false;
    *rest = str_from(*rest, open + 1);
    size_t close = str_find(*rest, STR("}"));
    if (close == SIZE_MAX) close = rest->n;
    *name = str_upto(*rest, close);
    *rest = str_from(*rest, close + 1);
    return true;
}

static bool names(struct str text, struct str wanted)
{
    struct str before, name;
    while (next_name(&text, &before, &name))
        if (str_eq(name, wanted)) return true;
    return false;
}

/* Does each {name} of x stand in y too? `n` may be missing from a plural form. */
static bool names_all(struct str x, struct str y, bool plural, struct str *missing)
{
    struct str before;
    while (next_name(&x, &before, missing))
        if (!names(y, *missing) && !(plural && str_is(*missing, "n"))) return false;
    return true;
}

const struct po_entry *sentence_in(struct problems *p, const struct po *po,
                                   const struct sentence *s)
{
    const struct po_entry *e = po_find(po, s->context, s->one);
    const bool plural = s->many.s != NULL, complete = str_is(po->code, "en");
    const int forms = plural ? po->plural.forms : 1;
    const char *why = !e || e->obsolete ? "is not in" : e->fuzzy ? "is fuzzy in" : NULL;
    for (int i = 0; !why && i < forms; i++)
        if (!e->text[i].n) why = "has no translation in";
    /* a sentence without forms may share the first form of one that has them */
    if (!why && plural && !str_eq(e->plural, s->many)) why = "has other plural forms in";
    if (why) {
        if (complete)
            problem(p, s->file, s->line, "\"%.*s\" %s %s; run make locale and translate it",
                    STR_ARG(s->one), why, po->file);
        return NULL;
    }
    for (int i = 0; i < forms; i++) {
        const struct str dutch = plural ? s->many : s->one;
        struct str name;
        const bool less = !names_all(dutch, e->text[i], plural, &name);
        if (less || !names_all(e->text[i], dutch, plural, &name)) {
            problem(p, po->file, e->line, "\"%.*s\" %s {%.*s}, and the Dutch %s",
                    STR_ARG(e->text[i]), less ? "lacks" : "has", STR_ARG(name),
                    less ? "has it" : "does not");
            return NULL;
        }
    }
    return e;
}

/* ---- reading ---- */

static const struct value *value_of(const struct filled *f, struct str name)
{
    for (size_t i = 0; i < f->values; i++)
        if (str_eq(f->value[i].name, name)) return &f->value[i];
    return NULL;
}

/* How far the expression at the front of x goes: to a comma outside brackets and quotes. */
static size_t expression_end(struct str x)
{
    int depth = 0;
    char quote = 0;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (quote && c == '\\')
            i++;
        else if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (strchr("([{", c))
            depth++;
        else if (strchr(")]}", c))
            depth--;
        else if (c == ',' && depth == 0)
            return i;
    }
    return x.n;
}

/* , name = EXPR, name = EXPR */
static bool read_values(struct str rest, struct filled *f)
{
    for (rest = str_trim(rest); rest.n; rest = str_trim(rest)) {
        if (rest.s[0] != ',' || f->values == VALUES) return false;
        rest = str_trim(str_from(rest, 1));
        size_t n = 0;
        while (n < rest.n && (isalnum((unsigned char)rest.s[n]) || rest.s[n] == '_')) n++;
        const struct str name = str_upto(rest, n);
        rest = str_trim(str_from(rest, n));
        if (!name.n || rest.n < 2 || rest.s[0] != '=' || rest.s[1] == '=') return false;
        rest = str_from(rest, 1);
        const size_t end = expression_end(rest);
        f->value[f->values++] = (struct value){ name, str_trim(str_upto(rest, end)) };
        if (!f->value[f->values - 1].expression.n) return false;
        rest = str_from(rest, end);
    }
    return true;
}

/* "one" | "many" as "context", name = EXPR */
static bool read_sentence(struct template *t, struct str rest, struct filled *f)
{
    if (!quoted_read(t->arena, &rest, &f->s.one)) return false;
    rest = str_trim(rest);
    if (rest.n && rest.s[0] == '|') {
        rest = str_from(rest, 1);
        if (!quoted_read(t->arena, &rest, &f->s.many)) return false;
        rest = str_trim(rest);
    }
    if (str_starts(rest, STR("as"))) {
        rest = str_from(rest, 2);
        if (!quoted_read(t->arena, &rest, &f->s.context)) return false;
    }
    return read_values(rest, f);
}

static void check_values(struct template *t, const struct filled *f)
{
    const struct str texts[] = { f->s.one, f->s.many };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct str rest = texts[i], before, name;
        while (next_name(&rest, &before, &name))
            if (!value_of(f, name))
                REFUSE(t, "{%.*s} has no value; write , %.*s = … behind the sentence",
                       STR_ARG(name), STR_ARG(name));
    }
    for (size_t i = 0; i < f->values; i++) {
        const struct str name = f->value[i].name;
        if (!names(f->s.one, name) && !names(f->s.many, name) &&
            !(f->s.many.s && str_is(name, "n")))
            REFUSE(t, "%.*s stands in no form of the sentence", STR_ARG(name));
    }
    struct str missing;
    if (f->s.many.s && !names_all(f->s.one, f->s.many, true, &missing))
        REFUSE(t, "{%.*s} stands in the first form and not in the second", STR_ARG(missing));
    if (f->s.many.s && !names_all(f->s.many, f->s.one, true, &missing))
        REFUSE(t, "{%.*s} stands in the second form and not in the first", STR_ARG(missing));
    if (f->s.many.s && !value_of(f, STR("n")))
        REFUSE(t, "two forms need n to choose between them; write , n = … behind them");
}

/* ---- writing ---- */

static void write_text(struct template *t, const struct filled *f, struct str text)
{
    const char *how = t->html.now.place == IN_TEXT ? "OUT_TEXT" : "OUT_SAID";
    struct str before, name;
    bool more;
    do {
        more = next_name(&text, &before, &name);
        if (before.n) {
            fputs(" out_raw(o, STR(", t->c);
            c_string(t->c, html_escape(t->arena, before));
            fputs("));", t->c);
        }
        const struct value *v = more ? value_of(f, name) : NULL;
        if (v) fprintf(t->c, " %s(o, %.*s);", how, STR_ARG(v->expression));
    } while (more);
}

/* Where Dutch stands in for another language, the text says so; bdi keeps it apart from text that runs
 * the other way. Not in values, nor in elements that hold nothing but text. */
bool marks_dutch(const struct template *t)
{
    return t->html.now.place == IN_TEXT &&
           !html_inside(&t->html, " title option textarea svg math ");
}

static bool dutch_itself(struct str code)
{
    return str_is(code, "nl") || str_starts(code, STR("nl-"));
}

/* The forms of one language: of Dutch when e is NULL. */
static void write_forms(struct template *t, const struct filled *f, const struct po *po,
                        const struct po_entry *e)
{
    if (!f->s.many.s) {
        write_text(t, f, e ? e->text[0] : f->s.one);
        return;
    }
    const int forms = e ? po->plural.forms : 2;
    if (forms > 1) {
        fputs(" switch ((int)(", t->c);
        if (e)
            plural_write(t->c, &po->plural);
        else
            fputs("say_n != 1", t->c);
        fputs(")) {", t->c);
    }
    for (int i = 0; i < forms; i++) {
        if (forms > 1 && i < forms - 1) fprintf(t->c, " case %d:", i);
        if (forms > 1 && i == forms - 1) fputs(" default:", t->c);
        write_text(t, f, e ? e->text[i] : i ? f->s.many : f->s.one);
        if (forms > 1) fputs(" break;", t->c);
    }
    if (forms > 1) fputs(" }", t->c);
}

/* A sentence without values: one array, one write. */
static void write_plain(struct template *t, const struct filled *f,
                        const struct po_entry *const *in)
{
    bool same = true;
    for (size_t i = 0; i < t->locales->n; i++)
        same &= in[i] ? str_eq(in[i]->text[0], f->s.one)
                      : !marks_dutch(t) || dutch_itself(t->locales->po[i].code);
    if (same) {
        hold(t, html_escape(t->arena, f->s.one));
        return;
    }
    statement(t, "{ static const struct str say[LANGS] = {");
    for (size_t i = 0; i <= t->locales->n; i++) {
        const struct po_entry *e = i ? in[i - 1] : NULL;
        struct str text = html_escape(t->arena, e ? e->text[0] : f->s.one);
        if (i && !e && marks_dutch(t) && !dutch_itself(t->locales->po[i - 1].code))
            text = arena_format(t->arena, MARKED "%.*s" UNMARKED, STR_ARG(text));
        fputs("        [", t->c);
        enum_name(t->c, i ? t->locales->po[i - 1].code : STR("nl"));
        fputs("] = { ", t->c);
        c_string(t->c, text);
        fprintf(t->c, ", %zu },\n", text.n);
    }
    fputs("    }; out_raw(o, say[o->lang]); }\n", t->c);
}

/* The languages that fall back to Dutch and must say so. */
static void write_marked(struct template *t, const struct filled *f,
                         const struct po_entry *const *in)
{
    bool any = false;
    if (!marks_dutch(t)) return;
    for (size_t i = 0; i < t->locales->n; i++) {
        if (in[i] || dutch_itself(t->locales->po[i].code)) continue;
        fputs(any ? " case " : "    case ", t->c);
        enum_name(t->c, t->locales->po[i].code);
        fputs(":", t->c);
        any = true;
    }
    if (!any) return;
    fputs(" out_raw(o, STR(", t->c);
    c_string(t->c, STR(MARKED));
    fputs("));\n", t->c);
    place_line(t);
    write_forms(t, f, NULL, NULL);
    fputs(" out_raw(o, STR(\"" UNMARKED "\")); break;\n", t->c);
}

/* With values or forms: the pieces in the order of each language. */
static void write_branches(struct template *t, const struct filled *f,
                           const struct po_entry *const *in)
{
    const struct value *n = f->s.many.s ? value_of(f, STR("n")) : NULL;
    if (n)
        statement(t, "{ const int64_t say_n = (int64_t)(%.*s); switch (o->lang) {",
                  STR_ARG(n->expression));
    else
        statement(t, "{ switch (o->lang) {");
    for (size_t i = 0; i < t->locales->n; i++) {
        if (!in[i]) continue;
        place_line(t);
        fputs("    case ", t->c);
        enum_name(t->c, t->locales->po[i].code);
        fputs(":", t->c);
        write_forms(t, f, &t->locales->po[i], in[i]);
        fputs(" break;\n", t->c);
    }
    write_marked(t, f, in);
    place_line(t);
    fputs("    default:", t->c);
    write_forms(t, f, NULL, NULL);
    fputs(" break; } }\n", t->c);
}

void sentence_compile(struct template *t, struct str inside)
{
    struct filled f = { .s = { .file = t->file, .line = t->line } };
    if (!read_sentence(t, inside, &f)) {
        REFUSE(t,
               "a sentence is {\"…\"}, {\"…\" | \"…\", n = …} or {\"…\" as \"…\", name = …}");
        return;
    }
    if (!f.s.one.n || (f.s.many.s && !f.s.many.n)) {
        REFUSE(t, "an empty sentence says nothing; leave it out");
        return;
    }
    if (t->html.now.place == IN_TAG || t->html.now.address != ADDRESS_NONE)
        REFUSE(t,
               "a sentence cannot stand here; it is for text and for values that people read");
    const int before = t->problems->count;
    check_values(t, &f);
    if (t->said) *PUSH(t->arena, t->said->at, t->said->n) = f.s;
    if (t->html.now.place == IN_TEXT) html_filled(&t->html);
    if (t->problems->count != before) return;
    const struct po_entry **in = NEW(t->arena, const struct po_entry *, t->locales->n + 1);
    for (size_t i = 0; i < t->locales->n; i++)
        in[i] = sentence_in(t->problems, &t->locales->po[i], &f.s);
    if (f.values || f.s.many.s)
        write_branches(t, &f, in);
    else
        write_plain(t, &f, in);
}
