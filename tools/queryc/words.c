/* words.c — what a query may not say, whatever the schema. */
#include "queryc.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

PRINTF(3, 4)
static void offence(const struct query *q, const struct token *t, const char *sentence, ...)
{
    va_list ap;
    char *said = NULL;
    va_start(ap, sentence);
    if (vasprintf(&said, sentence, ap) >= 0)
        refuse((struct place){ q->at.file, t->line }, text_of(q->name), "%s", said);
    va_end(ap);
    free(said);
}

static bool listed(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcasecmp(word, list[i]) == 0) return true;
    return false;
}

static bool full_text(struct schema *schema, const struct query *q)
{
    for (size_t i = 0; i < q->outline.sources_n; i++) {
        const struct table *t = schema_table(schema, q->outline.sources[i].table);
        if (t && t->is_virtual) return true;
    }
    return false;
}

bool function_shared(struct schema *schema, const struct query *q, const char *name)
{
    static const char *const shared[] = {
        "abs",       "avg",       "ceil",       "ceiling",     "coalesce", "count",
        "cume_dist", "exp",       "floor",      "first_value", "lag",      "last_value",
        "lead",      "length",    "ln",         "lower",       "ltrim",    "max",
        "min",       "nth_value", "ntile",      "power",       "nullif",   "percent_rank",
        "rank",      "replace",   "row_number", "dense_rank",  "round",    "rtrim",
        "sign",      "sqrt",      "substr",     "sum",         "trim",     "upper",
        "substring",
    };
    static const char *const searching[] = { "match", "bm25", "snippet", "highlight" };
    return listed(name, shared, COUNT_OF(shared)) ||
           (full_text(schema, q) && listed(name, searching, COUNT_OF(searching)));
}

/* Words that only SQLite understands, or understands in its own way; NULL for all others. */
static const char *sqlite_word(const struct token *t, bool full_text)
{
    static const char *const words[] = {
        "GLOB", "REGEXP", "INDEXED", "==", "ISNULL", "NOTNULL"
    };
    static const char *const row[] = { "rowid", "_rowid_", "oid" };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (token_is(t, words[i])) return words[i];
    for (size_t i = 0; i < COUNT_OF(row); i++)
        if (token_is(t, row[i]) && !full_text) return row[i];
    const struct token *next = t + 1;
    if (token_is(t, "LIKE")) return "LIKE (it ignores case)";
    if ((token_is(t, "INSERT") || token_is(t, "UPDATE")) && token_is(next, "OR"))
        return "INSERT OR or UPDATE OR (write ON CONFLICT)";
    if (token_is(t, "REPLACE") && token_is(next, "INTO")) return "REPLACE (write ON CONFLICT)";
    if (token_is(t, "COLLATE")) return "COLLATE";
    if (t->kind == T_QUOTED && t->s.s[0] == '`') return "a name in backticks";
    if (token_is(t, "[")) return "a name in square brackets";
    if (token_is(t, "IN") && !token_is(next, "(")) return "IN without parentheses";
    if (token_is(t, "IS")) {
        if (token_is(next, "NOT")) next++;
        if (!token_is(next, "NULL") && !token_is(next, "TRUE") && !token_is(next, "FALSE") &&
            !token_is(next, "DISTINCT"))
            return "IS between values (write IS NOT DISTINCT FROM)";
    }
    return NULL;
}

/* max(a, b) is greatest(a, b) elsewhere; max(a) is an aggregate everywhere. */
static bool of_several(const struct tokens t, size_t i)
{
    if (!(token_is(&t.t[i], "max") || token_is(&t.t[i], "min")) || !token_is(&t.t[i + 1], "("))
        return false;
    for (size_t k = i + 2; k < t.n && t.t[k].depth > t.t[i].depth; k++)
        if (token_is(&t.t[k], ",") && t.t[k].depth == t.t[i].depth + 1) return true;
    return false;
}

/* `*` as in SELECT * or t.*, not count(*) or a product. */
static bool all_columns(const struct tokens t, size_t i)
{
    if (!token_is(&t.t[i], "*") || i == 0) return false;
    const struct token *before = &t.t[i - 1];
    return token_is(before, "SELECT") || token_is(before, "DISTINCT") ||
           token_is(before, "ALL") || token_is(before, ",") || token_is(before, ".") ||
           token_is(before, "RETURNING");
}

static bool tells_time(const struct tokens t, size_t i)
{
    static const char *const clocks[] = { "date", "time", "datetime", "julianday",
                                          "unixepoch" };
    const struct token *x = &t.t[i];
    if (token_is(x, "CURRENT_TIMESTAMP") || token_is(x, "CURRENT_DATE") ||
        token_is(x, "CURRENT_TIME"))
        return true;
    if (x->kind == T_STRING && x->s.n == 5 && strncasecmp(x->s.s, "'now'", 5) == 0) return true;
    for (size_t k = 0; k < COUNT_OF(clocks); k++)
        if (token_is(x, clocks[k]) && token_is(x + 1, "(") && token_is(x + 2, ")")) return true;
    return false;
}

void words_check(struct schema *schema, struct query *q)
{
    const struct tokens t = q->sql;
    const bool searches = full_text(schema, q);
    for (size_t i = 0; i < t.n; i++) {
        const struct token *x = &t.t[i];
        if (token_is(x, ";")) offence(q, x, "two statements in one query");
        if (all_columns(t, i)) offence(q, x, "name the columns instead of *");
        if (token_is(x, "OFFSET"))
            offence(q, x, "OFFSET reads what it skips: go on from the last key instead");
        if (token_is(x, "LIMIT") && token_is(x + 2, ","))
            offence(q, x, "LIMIT with two numbers");
        if (tells_time(t, i))
            offence(q, x, "\"%.*s\" reads the clock: hand the time in", STR_ARG(x->s));
        if ((token_is(x, "random") || token_is(x, "randomblob")) && token_is(x + 1, "("))
            offence(q, x, "%.*s() is chance: hand the value in", STR_ARG(x->s));
        if (x->kind == T_PARAM && x->s.s[0] != ':')
            offence(q, x, "parameter %.*s: write :name", STR_ARG(x->s));
        const char *word = sqlite_word(x, searches);
        if (of_several(t, i)) word = "max or min of several values";
        if (!word) continue;
        q->sqlite_used = true;
        if (!q->sqlite.n) offence(q, x, "only SQLite knows %s", word);
    }
}
