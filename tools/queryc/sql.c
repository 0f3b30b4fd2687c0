/* sql.c — SQL cut into tokens, and what can be seen in them without knowing the schema. */
#include "queryc.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

bool token_is(const struct token *t, const char *word)
{
    const size_t n = strlen(word);
    return (t->kind == T_WORD || t->kind == T_SYMBOL) && t->s.n == n &&
           strncasecmp(t->s.s, word, n) == 0;
}

static bool word_char(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Where a quoted thing ends: its mark twice stands for the mark itself. */
static size_t quoted_end(struct str x, char mark)
{
    for (size_t i = 1; i < x.n; i++)
        if (x.s[i] == mark) {
            if (i + 1 < x.n && x.s[i + 1] == mark)
                i++;
            else
                return i + 1;
        }
    return x.n;
}

static size_t token_end(struct str x, enum token_kind *kind)
{
    static const char *const pairs[] = { "->>", "->", "||", "<=", ">=",
                                         "<>",  "!=", "==", "<<", ">>" };
    const char c = x.s[0];
    size_t n = 1;
    if (c == '\'' || c == '"' || c == '`') {
        *kind = c == '\'' ? T_STRING : T_QUOTED;
        return quoted_end(x, c);
    }
    if (c == '?' || c == '@' || c == '$' || (c == ':' && x.n > 1 && word_char(x.s[1]))) {
        while (n < x.n && word_char(x.s[n])) n++;
        *kind = T_PARAM;
        return n;
    }
    if (word_char(c)) {
        *kind = isdigit((unsigned char)c) ? T_NUMBER : T_WORD;
        while (n < x.n && (word_char(x.s[n]) || (*kind == T_NUMBER && x.s[n] == '.'))) n++;
        if (n == 1 && (c == 'x' || c == 'X') && x.n > 1 && x.s[1] == '\'') {
            *kind = T_STRING;
            return 1 + quoted_end(str_from(x, 1), '\'');
        }
        return n;
    }
    *kind = T_SYMBOL;
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        if (str_starts(x, str_of(pairs[i]))) return strlen(pairs[i]);
    return 1;
}

/* A comment or blanks at the front: how long it is, 0 when there is none. */
static size_t blank_end(struct str x)
{
    if (isspace((unsigned char)x.s[0])) return 1;
    if (str_starts(x, STR("--"))) {
        const size_t end = str_find(x, STR("\n"));
        return end == SIZE_MAX ? x.n : end;
    }
    if (str_starts(x, STR("/*"))) {
        const size_t end = str_find(x, STR("*/"));
        return end == SIZE_MAX ? x.n : end + 2;
    }
    return 0;
}

/* Keeps for every open parenthesis which SELECT it belongs to. */
struct nest {
    int select[64];
    int depth, selects;
};

static void nest_token(struct nest *nest, struct tokens *out, struct token *t)
{
    if (token_is(t, ")") && nest->depth > 0) nest->depth--;
    const struct token *last = NULL;
    for (size_t i = out->n; i > 0 && !last; i--)
        if (out->t[i - 1].kind != T_COMMENT) last = &out->t[i - 1];
    const bool opens = token_is(t, "SELECT") || token_is(t, "WITH") || token_is(t, "VALUES");
    if (opens && last && token_is(last, "(") && nest->depth > 0)
        nest->select[nest->depth] = ++nest->selects;
    t->depth = nest->depth;
    t->select = nest->select[nest->depth];
    if (token_is(t, "(") && nest->depth < 63) {
        nest->depth++;
        nest->select[nest->depth] = nest->select[nest->depth - 1];
    }
}

struct tokens sql_tokens(struct str sql, int line, bool comments)
{
    struct tokens out = { NEW(&tool.arena, struct token, sql.n + 1), 0 };
    struct nest nest = { 0 };
    bool blank = false;
    while (sql.n) {
        struct token t = { .line = line };
        const size_t skip = blank_end(sql);
        const size_t n = skip ? skip : token_end(sql, &t.kind);
        t.s = str_upto(sql, n);
        t.blank = blank;
        for (size_t i = 0; i < n; i++) line += sql.s[i] == '\n';
        sql = str_from(sql, n);
        if (skip) {
            blank = true;
            if (!comments || !str_starts(t.s, STR("--"))) continue;
            t.kind = T_COMMENT;
            t.s = str_trim(str_from(t.s, 2));
        }
        nest_token(&nest, &out, &t);
        out.t[out.n++] = t;
        blank = t.kind == T_COMMENT;
    }
    out.t[out.n] = (struct token){ .kind = T_END, .line = line };
    return out;
}

static bool any_of(const struct token *t, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (token_is(t, words[i])) return true;
    return false;
}
#define ANY_OF(t, ...)                                                                         \
    any_of((t), (const char *const[]){ __VA_ARGS__ },                                          \
           COUNT_OF(((const char *const[]){ __VA_ARGS__ })))

/* A name that follows directly as alias, not a word of the language. */
static bool is_alias(const struct token *t)
{
    return (t->kind == T_WORD || t->kind == T_QUOTED) &&
           !ANY_OF(t, "WHERE", "JOIN", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL",
                   "ON", "USING", "GROUP", "ORDER", "LIMIT", "HAVING", "UNION", "EXCEPT",
                   "INTERSECT", "SET", "VALUES", "SELECT", "DEFAULT", "RETURNING", "WINDOW",
                   "INDEXED", "NOT", "WITH", "DO");
}

struct str token_name(const struct token *t)
{
    if (t->kind != T_QUOTED || t->s.n < 2) return t->s;
    return (struct str){ t->s.s + 1, t->s.n - 2 };
}

/* Is the join that this token ends a LEFT JOIN (or a FULL one)? */
static bool is_left(struct tokens t, size_t join)
{
    return join > 0 && (ANY_OF(&t.t[join - 1], "LEFT", "FULL") ||
                        (join > 1 && token_is(&t.t[join - 1], "OUTER") &&
                         ANY_OF(&t.t[join - 2], "LEFT", "FULL")));
}

static size_t close_of(struct tokens t, size_t open)
{
    size_t i = open + 1;
    while (i < t.n && t.t[i].depth > t.t[open].depth) i++;
    return i;
}

/* May the table named at this token be absent from a row of the result? */
static bool may_be_absent(struct tokens t, size_t at)
{
    for (size_t i = 0; i < t.n; i++) {
        if (!token_is(&t.t[i], "JOIN")) continue;
        const bool outer = i > 0 && token_is(&t.t[i - 1], "OUTER");
        if (i > outer && ANY_OF(&t.t[i - 1 - outer], "RIGHT", "FULL")) return true;
        if (!is_left(t, i)) continue;
        if (i + 1 == at) return true;
        if (token_is(&t.t[i + 1], "(") && at > i && at < close_of(t, i + 1)) return true;
    }
    return false;
}

static void add_source(struct outline *o, struct tokens t, size_t at, bool target)
{
    if (o->sources_n == MAX_SOURCES) return;
    if (t.t[at].kind != T_WORD && t.t[at].kind != T_QUOTED) return;
    struct source s = { .table = token_name(&t.t[at]),
                        .select = t.t[at].select,
                        .left = may_be_absent(t, at),
                        .target = target };
    s.alias = s.table;
    const struct token *next = &t.t[at + 1];
    if (token_is(next, "(") && !target) return; /* rows that a function makes */
    if (token_is(next, "AS")) next++;
    if (is_alias(next)) s.alias = token_name(next);
    o->sources[o->sources_n++] = s;
}

static void outline_sources(struct outline *o, struct tokens t)
{
    int from_depth[64] = { 0 }; /* of each SELECT: depth + 1 of the FROM we are in, or 0 */
    for (size_t i = 0; i < t.n; i++) {
        const struct token *x = &t.t[i];
        int *from = &from_depth[x->select & 63];
        if (token_is(x, "FROM") && (i == 0 || !token_is(x - 1, "DISTINCT"))) {
            *from = x->depth + 1;
            add_source(o, t, i + 1, i > 0 && token_is(x - 1, "DELETE"));
        } else if (token_is(x, "JOIN") || (token_is(x, ",") && *from == x->depth + 1)) {
            add_source(o, t, i + 1, false);
        } else if (token_is(x, "INTO")) {
            add_source(o, t, i + 1, true);
        } else if (token_is(x, "UPDATE") && !token_is(x + 1, "SET")) {
            add_source(o, t, i + (token_is(x + 1, "OR") ? 3 : 1), true);
        } else if (ANY_OF(x, "WHERE", "GROUP", "ORDER", "LIMIT", "UNION", "SET", "SELECT",
                          "EXCEPT", "INTERSECT", "RETURNING", "HAVING", "VALUES")) {
            *from = 0;
        }
    }
}

/* The commas between the result columns of the outer SELECT (its first, of a UNION). */
static void outline_items(struct outline *o, struct tokens t)
{
    size_t i = 0;
    while (i < t.n && !(token_is(&t.t[i], "SELECT") && t.t[i].depth == 0)) i++;
    if (i == t.n) return;
    i++;
    if (ANY_OF(&t.t[i], "DISTINCT", "ALL")) i++;
    o->items[o->items_n++] = i;
    for (; i < t.n && o->items_n < MAX_COLUMNS; i++) {
        const struct token *x = &t.t[i];
        if (x->depth > 0) continue;
        if (ANY_OF(x, "FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "UNION", "EXCEPT",
                   "INTERSECT", ";") &&
            !(token_is(x, "FROM") && token_is(x - 1, "DISTINCT")))
            break;
        if (token_is(x, ",")) o->items[o->items_n++] = i + 1;
    }
    o->items[o->items_n] = i + 1; /* as if a comma stood there */
}

static bool is_aggregate(struct tokens t, size_t i)
{
    if (!ANY_OF(&t.t[i], "count", "sum", "avg", "total", "min", "max", "group_concat",
                "string_agg") ||
        !token_is(&t.t[i + 1], "("))
        return false;
    bool commas = false;
    size_t end = i + 2;
    for (; end < t.n && t.t[end].depth > t.t[i].depth; end++)
        commas |= token_is(&t.t[end], ",") && t.t[end].depth == t.t[i].depth + 1;
    if (commas && ANY_OF(&t.t[i], "min", "max")) return false;
    const struct token *next = &t.t[end + (end < t.n)];
    if (token_is(next, "FILTER")) {
        for (end += 2; end < t.n && t.t[end].depth > t.t[i].depth; end++) continue;
        while (end < t.n && !token_is(&t.t[end], ")")) end++;
        next = &t.t[end + (end < t.n)];
    }
    return !token_is(next, "OVER");
}

struct outline sql_outline(struct tokens t)
{
    struct outline o = { .limit = { .kind = T_END } };
    outline_sources(&o, t);
    outline_items(&o, t);
    for (size_t i = 0; i < t.n; i++) {
        const struct token *x = &t.t[i];
        if (x->select != 0) continue;
        const bool outer = x->depth == 0;
        o.from |= outer && token_is(x, "FROM");
        o.where |= outer && ANY_OF(x, "WHERE", "HAVING");
        o.group |= outer && token_is(x, "GROUP");
        o.distinct |= outer && token_is(x, "DISTINCT") && !token_is(x + 1, "FROM");
        o.compound |= outer && ANY_OF(x, "UNION", "EXCEPT", "INTERSECT");
        o.join |= outer && token_is(x, "JOIN") && !is_left(t, i);
        if (outer && token_is(x, "LIMIT")) o.limit = t.t[i + 1];
        o.aggregate |=
            o.items_n && i >= o.items[0] && i < o.items[o.items_n] && is_aggregate(t, i);
    }
    return o;
}

const struct source *source_named(const struct outline *o, struct str name)
{
    for (size_t i = 0; i < o->sources_n; i++)
        if (o->sources[i].alias.n == name.n &&
            strncasecmp(o->sources[i].alias.s, name.s, name.n) == 0)
            return &o->sources[i];
    return NULL;
}
