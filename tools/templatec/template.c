/* template.c — walks through a template: which bytes are markup and which are words between braces;
 * makes runs of blanks one; writes the function around it all. */
#include "templatec/templatec.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 2000 }; /* bytes in one string of C; the standard promises room for 4095 */

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* ---- reading ---- */

void take(struct template *t, size_t n)
{
    for (; n && t->at < t->source.n; n--) t->line += t->source.s[t->at++] == '\n';
}

size_t brace_end(struct str source, size_t at)
{
    if (str_starts(str_from(source, at), STR("{!--"))) {
        const size_t end = str_find(str_from(source, at), STR("--}"));
        return end == SIZE_MAX ? SIZE_MAX : at + end + 3;
    }
    int depth = 0;
    char quote = 0;
    for (size_t i = at; i < source.n; i++) {
        const char c = source.s[i];
        if (quote) {
            if (c == '\\')
                i++;
            else if (c == quote)
                quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return SIZE_MAX;
}

/* A condition alone on its line leaves no trace of that line. */
static bool alone(const struct template *t, struct str inside, size_t start, size_t end)
{
    static const char *const words[] = { "if", "else", "end", "each", "include" };
    struct str rest;
    bool known = str_starts(inside, STR("!--"));
    for (size_t i = 0; i < COUNT_OF(words); i++) known |= brace_word(inside, words[i], &rest);
    if (!known || t->html.now.place != IN_TEXT) return false;
    while (start > 0 && blank(t->source.s[start - 1]) && t->source.s[start - 1] != '\n')
        start--;
    if (start > 0 && t->source.s[start - 1] != '\n') return false;
    while (end < t->source.n && blank(t->source.s[end]) && t->source.s[end] != '\n') end++;
    return end == t->source.n || t->source.s[end] == '\n';
}

static void read_braces(struct template *t)
{
    const size_t start = t->at, end = brace_end(t->source, start);
    if (end == SIZE_MAX) {
        REFUSE(t, "this brace is never closed");
        take(t, t->source.n);
        return;
    }
    const struct str inside =
        str_trim((struct str){ t->source.s + start + 1, end - start - 2 });
    struct html *h = &t->html;
    const size_t blocks = h->blocks;
    const struct block *b = blocks ? &h->block[blocks - 1] : NULL;
    bool line = alone(t, inside, start, end);
    struct str rest;
    if (brace_word(inside, "end", &rest) || brace_word(inside, "else", &rest)) {
        line &= b && b->alone;
        /* the blanks that went missing behind {each} stand before the next turn */
        if (b && b->alone && b->each && !line) hold_text(t, STR(" "));
    }
    braces(t, inside);
    if (h->blocks > blocks) h->block[blocks].alone = line;
    take(t, end - start);
    if (line) {
        while (t->at < t->source.n && blank(t->source.s[t->at])) take(t, 1);
        t->last = '\n';
    }
}

/* ---- writing ---- */

void c_string(FILE *c, struct str x)
{
    fputc('"', c);
    for (size_t i = 0; i < x.n; i++) {
        const char b = x.s[i];
        if (b == '\n')
            fputs("\\n", c);
        else if (b == '"' || b == '\\' || (b == '?' && i && x.s[i - 1] == '?'))
            fprintf(c, "\\%c", b);
        else if ((unsigned char)b < ' ')
            fprintf(c, "\\%03o", (unsigned)(unsigned char)b);
        else
            fputc(b, c);
    }
    fputc('"', c);
}

/* Markup waits here, so that what stands together is written at once. */
void hold(struct template *t, struct str markup)
{
    while (markup.n) {
        if (t->holds == COUNT_OF(t->held)) flush(t);
        const size_t room = COUNT_OF(t->held) - t->holds, n = markup.n < room ? markup.n : room;
        memcpy(t->held + t->holds, markup.s, n);
        t->holds += n;
        t->last = markup.s[n - 1];
        markup = str_from(markup, n);
    }
}

void hold_text(struct template *t, struct str text)
{
    size_t i = 0;
    while (i < text.n) {
        size_t n = i;
        bool newline = false;
        for (; n < text.n && blank(text.s[n]); n++) newline |= text.s[n] == '\n';
        if (n > i && !blank(t->last)) hold(t, newline ? STR("\n") : STR(" "));
        for (i = n; n < text.n && !blank(text.s[n]);) n++;
        hold(t, str_upto(str_from(text, i), n - i));
        i = n;
    }
}

void flush(struct template *t)
{
    struct str rest = { t->held, t->holds };
    while (rest.n) {
        size_t n = rest.n < CHUNK ? rest.n : CHUNK;
        while (n < rest.n && n > 1 && ((unsigned char)rest.s[n] & 0xC0) == 0x80) n--;
        fputs("    out_raw(o, STR(", t->c);
        c_string(t->c, str_upto(rest, n));
        fputs("));\n", t->c);
        rest = str_from(rest, n);
    }
    t->holds = 0;
}

void place_line(struct template *t)
{
    flush(t);
    fprintf(t->c, "#line %d ", t->line);
    c_string(t->c, str_of(t->file));
    fputc('\n', t->c);
    t->last = 0;
}

void statement(struct template *t, const char *format, ...)
{
    place_line(t);
    fputs("    ", t->c);
    va_list ap;
    va_start(ap, format);
    vfprintf(t->c, format, ap);
    va_end(ap);
    fputc('\n', t->c);
}

/* ---- the whole ---- */

static bool word(struct str *rest, const char *want)
{
    *rest = str_trim(*rest);
    if (!str_starts(*rest, str_of(want))) return false;
    *rest = str_trim(str_from(*rest, strlen(want)));
    return true;
}

static struct str c_name(struct str *rest)
{
    size_t n = 0;
    while (n < rest->n && (isalnum((unsigned char)rest->s[n]) || rest->s[n] == '_')) n++;
    const struct str name = str_upto(*rest, n);
    *rest = str_from(*rest, n);
    return name;
}

/* {page NAME(ARGUMENTS) from "HEADER"} */
static bool read_first_line(struct template *t)
{
    static const char *const kinds[] = { "page ", "part ", "layout " };
    const size_t end =
        t->source.n && t->source.s[0] == '{' ? brace_end(t->source, 0) : SIZE_MAX;
    if (end == SIZE_MAX) return false;
    struct str rest = { t->source.s + 1, end - 2 };
    size_t kind = 0;
    while (kind < COUNT_OF(kinds) && !word(&rest, kinds[kind])) kind++;
    if (kind == COUNT_OF(kinds)) return false;
    t->kind = (enum kind)kind;
    t->name = c_name(&rest);
    int depth = 0;
    size_t n = 0;
    do {
        depth += n < rest.n && rest.s[n] == '(';
        depth -= n < rest.n && rest.s[n] == ')';
        n++;
    } while (depth > 0 && n < rest.n);
    if (!t->name.n || n < 2 || depth != 0) return false;
    t->args = str_trim((struct str){ rest.s + 1, n - 2 });
    rest = str_from(rest, n);
    if (!word(&rest, "from") || !quoted_read(t->arena, &rest, &t->header) || str_trim(rest).n)
        return false;
    take(t, end);
    return true;
}

/* The name of the last argument: "const struct frame *f" gives "f". */
static struct str last_name(struct str args)
{
    size_t at = args.n;
    while (at && (isalnum((unsigned char)args.s[at - 1]) || args.s[at - 1] == '_')) at--;
    return str_from(args, at);
}

static void write_signature(struct template *t, FILE *to, const char *suffix)
{
    fprintf(to, "__attribute__((unused)) static void %.*s%s(struct out *o%s%.*s)\n{\n",
            STR_ARG(t->name), suffix, t->args.n ? ", " : "", STR_ARG(t->args));
    if (t->kind == KIND_LAYOUT) fprintf(to, "    (void)%.*s;\n", STR_ARG(last_name(t->args)));
}

void layout_body(struct template *t)
{
    flush(t);
    fputs("}\n\n", t->c);
    write_signature(t, t->c, "_close");
    t->last = 0;
}

static void write_guard(FILE *to, const char *file)
{
    struct str name = str_of(file);
    if (str_starts(name, STR("src/"))) name = str_from(name, 4);
    fputs("TEMPLATE_", to);
    for (size_t i = 0; i < name.n; i++)
        fputc(isalnum((unsigned char)name.s[i]) ? toupper((unsigned char)name.s[i]) : '_', to);
    fputc('\n', to);
}

static void write_header(struct template *t, FILE *to, const char *includes)
{
    fprintf(to, "/* Made by tools/templatec from %s; change that instead. */\n#ifndef ",
            t->file);
    write_guard(to, t->file);
    fputs("#define ", to);
    write_guard(to, t->file);
    fprintf(to, "\n#include \"base/out.h\"\n#include \"%.*s\"\n", STR_ARG(t->header));
    if (t->needs_web) fputs("#include \"web/web.h\"\n", to);
    if (t->kind == KIND_PAGE) fputs("#include \"web/layout.html.h\"\n", to);
    fprintf(to,
            "%s\n_Static_assert(LANGS == %zu, \"each language in base/lang.h but Dutch needs "
            "its file in locale/\");\n\n",
            includes, t->locales->n + 1);
}

static void walk(struct template *t)
{
    while (t->at < t->source.n) {
        if (t->source.s[t->at] == '{') {
            read_braces(t);
            continue;
        }
        switch (t->html.now.place) {
        case IN_TEXT: html_text(t); break;
        case IN_TAG: html_tag(t); break;
        case IN_VALUE: html_value(t); break;
        }
    }
    html_end(t);
    if (t->kind == KIND_LAYOUT && !t->body_done) REFUSE(t, "a layout needs {body} once");
    while (t->holds && blank(t->held[t->holds - 1])) t->holds--;
    flush(t);
}

void template_compile(struct template *t, FILE *to)
{
    char *body = NULL, *includes = NULL;
    size_t body_n, includes_n;
    t->at = 0;
    t->line = 1;
    t->last = '\n';
    if (!str_utf8(t->source)) {
        REFUSE(t, "this file is not UTF-8");
        return;
    }
    if (!read_first_line(t)) {
        REFUSE(t,
               "the first line must be {page NAME(ARGUMENTS) from \"HEADER\"}, or {part …} or "
               "{layout …}");
        return;
    }
    t->html.now.heading = t->kind == KIND_PAGE ? 0 : HEADING_ANY;
    t->c = open_memstream(&body, &body_n);
    t->head = open_memstream(&includes, &includes_n);
    if (!t->c || !t->head) abort();
    write_signature(t, t->c, t->kind == KIND_LAYOUT ? "_open" : "");
    if (t->kind == KIND_PAGE) fputs("    if (o->frame) page_layout_open(o, o->frame);\n", t->c);
    walk(t);
    if (t->kind == KIND_PAGE)
        fputs("    if (o->frame) page_layout_close(o, o->frame);\n", t->c);
    fputs("}\n\n#endif\n", t->c);
    fclose(t->c);
    fclose(t->head);
    write_header(t, to, includes);
    fputs(body, to);
    free(body);
    free(includes);
}
