/* csv.c — see csv.h. */
#include "base/csv.h"

#include <string.h>

/* ---- reading */

static int64_t line_of(struct str text, size_t at)
{
    int64_t line = 1;
    for (size_t i = 0; i < at; i++) line += text.s[i] == '\n';
    return line;
}

static bool refuse(struct csv *c, enum csv_fault fault, int64_t line)
{
    c->fault = fault;
    c->fault_line = line;
    return false;
}

/* The separator that stands more often in the heading, outside quotes. */
static char separator_of(struct str text)
{
    size_t commas = 0, semicolons = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.n && (quoted || text.s[i] != '\n'); i++) {
        if (text.s[i] == '"') quoted = !quoted;
        if (quoted) continue;
        commas += text.s[i] == ',';
        semicolons += text.s[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

bool csv_open(struct csv *c, struct str text)
{
    *c = (struct csv){ .text = text, .line = 1, .separator = ',' };
    if (str_starts(text, STR("\xFF\xFE")) || str_starts(text, STR("\xFE\xFF")))
        return refuse(c, CSV_UTF16, 1);
    const size_t good = str_utf8_until(text);
    if (good < text.n)
        return refuse(c, text.s[good] ? CSV_NOT_UTF8 : CSV_NUL, line_of(text, good));
    if (str_starts(text, STR("\xEF\xBB\xBF"))) c->at = 3;
    c->separator = separator_of(str_from(text, c->at));
    return true;
}

/* Carriage returns with a line feed behind them? */
static bool line_break(struct str x)
{
    while (str_starts(x, STR("\r"))) x = str_from(x, 1);
    return str_starts(x, STR("\n"));
}

/* What stands between the quotes, with "" made " and CRLF made LF. */
static struct str unquote(struct arena *a, struct str raw)
{
    if (!raw.n || (!memchr(raw.s, '"', raw.n) && !memchr(raw.s, '\r', raw.n))) return raw;
    char *s = NEW(a, char, raw.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++) {
        if (raw.s[i] == '\r' && line_break(str_from(raw, i))) continue;
        if (raw.s[i] == '"') i++; /* the first of two */
        s[n++] = raw.s[i];
    }
    return (struct str){ s, n };
}

/* c->at stands behind the opening quote; leaves it behind the closing one. */
static bool quoted_field(struct csv *c, struct arena *a, struct str *field)
{
    const int64_t opened = c->line;
    const size_t start = c->at;
    for (;;) {
        const char *from = c->text.s + c->at;
        const char *quote = c->at < c->text.n ? memchr(from, '"', c->text.n - c->at) : NULL;
        const size_t end = quote ? (size_t)(quote - c->text.s) : c->text.n;
        for (size_t i = c->at; i < end; i++) c->line += c->text.s[i] == '\n';
        c->at = end + (quote ? 1 : 0);
        if (!quote) return refuse(c, CSV_UNCLOSED, opened);
        if (c->at - start > CSV_FIELD_MAX) return refuse(c, CSV_LONG_FIELD, opened);
        if (c->at < c->text.n && c->text.s[c->at] == '"') {
            c->at++;
            continue;
        }
        *field = unquote(a, (struct str){ c->text.s + start, end - start });
        return true;
    }
}

static bool plain_field(struct csv *c, struct str *field)
{
    const size_t start = c->at;
    for (; c->at < c->text.n; c->at++) {
        const char b = c->text.s[c->at];
        if (b == c->separator || b == '\n') break;
        if (b == '"') return refuse(c, CSV_QUOTE, c->line);
    }
    size_t end = c->at;
    const bool line_ends = end == c->text.n || c->text.s[end] == '\n';
    if (line_ends && end > start && c->text.s[end - 1] == '\r') end--;
    if (end - start > CSV_FIELD_MAX) return refuse(c, CSV_LONG_FIELD, c->line);
    *field = (struct str){ c->text.s + start, end - start };
    return true;
}

/* Behind a field: true when another follows in this row. */
static bool another(struct csv *c)
{
    const struct str rest = str_from(c->text, c->at);
    if (rest.n && rest.s[0] == c->separator) {
        c->at++;
        return true;
    }
    if (str_starts(rest, STR("\r\n")))
        c->at += 2;
    else if (str_starts(rest, STR("\n")) || str_is(rest, "\r"))
        c->at++;
    else if (rest.n)
        return refuse(c, CSV_AFTER_QUOTE, c->line);
    c->line++;
    return false;
}

bool csv_next(struct csv *c, struct arena *a, struct csv_row *row)
{
    while (c->at < c->text.n && c->fault == CSV_FINE) {
        row->n = 0;
        row->line = c->line;
        const bool empty = c->text.s[c->at] == '\n' || c->text.s[c->at] == '\r';
        do {
            if (row->n == CSV_FIELDS_MAX) return refuse(c, CSV_MANY_FIELDS, c->line);
            struct str *field = &row->fields[row->n++];
            const bool quoted = c->at < c->text.n && c->text.s[c->at] == '"';
            if (quoted) c->at++;
            if (!(quoted ? quoted_field(c, a, field) : plain_field(c, field))) return false;
        } while (another(c));
        if (c->fault != CSV_FINE) return false;
        if (empty && row->n == 1 && !row->fields[0].n) continue;
        return true;
    }
    return false;
}

/* ---- writing */

static bool needs_quotes(struct str field, char separator)
{
    for (size_t i = 0; i < field.n; i++)
        if (field.s[i] == separator || field.s[i] == '"' || field.s[i] == '\n' ||
            field.s[i] == '\r')
            return true;
    return false;
}

void csv_put(FILE *to, struct str field, bool first)
{
    if (!first) fputc(',', to);
    if (!needs_quotes(field, ',')) {
        if (field.n) fwrite(field.s, 1, field.n, to);
        return;
    }
    fputc('"', to);
    for (size_t i = 0; i < field.n; i++) {
        if (field.s[i] == '"') fputc('"', to);
        fputc(field.s[i], to);
    }
    fputc('"', to);
}

struct str csv_field(struct arena *a, struct str field, char separator)
{
    if (!needs_quotes(field, separator)) return field;
    char *s = arena_room(a, 2 * field.n + 2, 1);
    size_t n = 0;
    s[n++] = '"';
    for (size_t i = 0; i < field.n; i++) {
        if (field.s[i] == '"') s[n++] = '"';
        s[n++] = field.s[i];
    }
    s[n++] = '"';
    return (struct str){ s, n };
}

void csv_end(FILE *to)
{
    fputc('\n', to);
}

/* ---- formulas */

/* Quotes, then blanks, then what starts a formula? */
static bool starts_formula(struct str x)
{
    static const char *const blanks[] = { " ", "\n", "\u00A0", "\u3000" };
    static const char *const starts[] = {
        "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"
    };
    while (str_starts(x, STR("'"))) x = str_from(x, 1);
    for (size_t i = 0; i < COUNT_OF(blanks); i++)
        if (str_starts(x, str_of(blanks[i]))) {
            x = str_from(x, strlen(blanks[i]));
            i = SIZE_MAX; /* from the first again */
        }
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        if (str_starts(x, str_of(starts[i]))) return true;
    return false;
}

struct str csv_guard(struct arena *a, struct str text)
{
    return starts_formula(text) ? arena_format(a, "'%.*s", STR_ARG(text)) : text;
}

struct str csv_unguard(struct str cell)
{
    return str_starts(cell, STR("'")) && starts_formula(cell) ? str_from(cell, 1) : cell;
}
