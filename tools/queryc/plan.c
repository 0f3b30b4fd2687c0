/* plan.c — how SQLite would run a query, from EXPLAIN QUERY PLAN. The program never runs ANALYZE,
 * so the plan tried here is the plan used there. */
#include "queryc.h"

#include <string.h>

enum { MAX_STEPS = 128 };
struct step {
    int id, parent;
    struct str text;
};
struct plan {
    struct step steps[MAX_STEPS];
    size_t n;
};

static void plan_read(struct schema *schema, const char *sql, struct plan *plan)
{
    sqlite3_stmt *s = NULL;
    const char *explain = text("EXPLAIN QUERY PLAN %s", sql);
    if (sqlite3_prepare_v2(schema->db, explain, -1, &s, NULL) != SQLITE_OK) return;
    while (plan->n < MAX_STEPS && sqlite3_step(s) == SQLITE_ROW)
        plan->steps[plan->n++] = (struct step){
            sqlite3_column_int(s, 0),
            sqlite3_column_int(s, 1),
            str_of(text("%s", (const char *)sqlite3_column_text(s, 3))),
        };
    sqlite3_finalize(s);
}

static bool has(struct str text, const char *part)
{
    return str_find(text, str_of(part)) != SIZE_MAX;
}

/* The table a step loops over; NULL for a subquery, constants, or no loop at all. */
static struct table *loops_over(struct schema *schema, const struct query *q, struct str step)
{
    if (!str_starts(step, STR("SCAN ")) && !str_starts(step, STR("SEARCH "))) return NULL;
    struct str name = str_from(step, step.s[1] == 'C' ? 5 : 7);
    name = str_upto(name, str_find(name, STR(" ")));
    struct table *found = NULL;
    bool aliased = false;
    for (size_t i = 0; i < q->outline.sources_n; i++) { /* the same alias may stand for two */
        const struct source *source = &q->outline.sources[i];
        if (!str_eq(source->alias, name)) continue;
        struct table *t = schema_table(schema, source->table);
        if (t && (!found || !t->small)) found = t;
        aliased = true;
    }
    return aliased ? found : schema_table(schema, name);
}

/* Does this step read all of a table? */
static bool reads_all(const struct table *t, struct str step)
{
    if (t->is_virtual) {
        const size_t at = str_find(step, STR("VIRTUAL TABLE INDEX "));
        const struct str index = str_from(step, at == SIZE_MAX ? step.n : at + 20);
        return str_from(index, str_find(index, STR(":")) + 1).n == 0;
    }
    if (str_starts(step, STR("SCAN "))) return true;
    return !has(step, " USING ") || has(step, "AUTOMATIC"); /* an index made for the occasion */
}

/* Walks an index in order and stops at the LIMIT: as cheap as its LIMIT. */
static bool stops_early(const struct query *q, const struct plan *plan)
{
    const struct outline *o = &q->outline;
    if (o->limit.kind != T_NUMBER || o->where || o->group || o->distinct || o->aggregate ||
        o->join || o->compound)
        return false;
    for (size_t i = 0; i < plan->n; i++)
        if (has(plan->steps[i].text, "TEMP B-TREE")) return false;
    return true;
}

/* ---- is there one row at most? */

/* Is this index, or the primary key, unique? And are its columns, when NULL is looked for? */
static bool index_unique(struct schema *schema, const struct table *t, struct str index,
                         size_t *columns, bool *not_null)
{
    static const char sql[] = "SELECT l.name, (SELECT count(*) FROM pragma_index_info(l.name)),"
                              "  (SELECT min(c.\"notnull\") FROM pragma_index_info(l.name) i"
                              "   JOIN pragma_table_info(:t) c ON c.cid = i.cid)"
                              " FROM pragma_index_list(:t) l WHERE l.\"unique\" AND "
                              "(l.name = :i OR (:i = 'PRIMARY KEY' AND l.origin = 'pk'))";
    sqlite3_stmt *s = NULL;
    bool found = false;
    if (sqlite3_prepare_v2(schema->db, sql, -1, &s, NULL) != SQLITE_OK) return false;
    sqlite3_bind_text(s, 1, t->name, -1, SQLITE_STATIC);
    sqlite3_bind_text(s, 2, index.s, (int)index.n, SQLITE_STATIC);
    if (sqlite3_step(s) == SQLITE_ROW) {
        found = true;
        *columns = (size_t)sqlite3_column_int(s, 1);
        *not_null = sqlite3_column_int(s, 2) != 0;
    }
    sqlite3_finalize(s);
    return found;
}

static size_t occurrences(struct str x, const char *part)
{
    size_t n = 0, at;
    while ((at = str_find(x, str_of(part))) != SIZE_MAX) {
        n++;
        x = str_from(x, at + 1);
    }
    return n;
}

/* IN and OR give several keys, and `x IS NULL` several rows of one unique key; all of them look
 * like `=` in a plan. */
static bool looks_for(const struct query *q, bool several)
{
    for (size_t i = 0; i < q->sql.n; i++) {
        const struct token *t = &q->sql.t[i];
        if (several && token_is(t, "OR")) return true;
        if (several && token_is(t, "IN") && (i == 0 || !token_is(t - 1, "NOT"))) return true;
        if (!several && token_is(t, "IS") && !token_is(t + 1, "NOT")) return true;
    }
    return false;
}

static bool finds_one(struct schema *schema, const struct query *q, struct str step)
{
    const struct table *t = loops_over(schema, q, step);
    if (str_starts(step, STR("SCAN CONSTANT ROW"))) return true;
    if (!t || !str_starts(step, STR("SEARCH ")) || looks_for(q, true)) return false;
    if (has(step, "USING INTEGER PRIMARY KEY (rowid=?)")) return true;
    const size_t open = str_find(step, STR(" (")), using = str_find(step, STR(" USING "));
    if (open == SIZE_MAX || using == SIZE_MAX || open < using) return false;
    struct str index = { step.s + using + 7, open - using - 7 };
    if (str_starts(index, STR("COVERING "))) index = str_from(index, 9);
    if (str_starts(index, STR("INDEX "))) index = str_from(index, 6);
    size_t columns = 0;
    bool not_null = false;
    if (!index_unique(schema, t, index, &columns, &not_null)) return false;
    return occurrences(step, "=?") == columns && (not_null || !looks_for(q, false));
}

static bool one_row(struct schema *schema, const struct query *q, const struct plan *plan)
{
    const struct outline *o = &q->outline;
    if (o->limit.kind == T_NUMBER && str_is(o->limit.s, "1")) return true;
    if (o->compound) return false;
    if (o->aggregate && !o->group) return true;
    for (size_t i = 0; i < plan->n; i++) {
        const struct str step = plan->steps[i].text;
        if (plan->steps[i].parent != 0) continue;
        const bool loop = str_starts(step, STR("SCAN ")) || str_starts(step, STR("SEARCH "));
        if (loop && !finds_one(schema, q, step)) return false;
        if (has(step, "CO-ROUTINE") || has(step, "MATERIALIZE") || has(step, "MULTI-INDEX") ||
            has(step, "COMPOUND"))
            return false;
    }
    return true;
}

/* ---- sorting */

/* Are the rows that meet in this step of the plan few, whatever the city does? */
static bool bounded(struct schema *schema, const struct query *q, const struct plan *plan,
                    int parent)
{
    for (size_t i = 0; i < plan->n; i++) {
        const struct str step = plan->steps[i].text;
        if (plan->steps[i].parent != parent) continue;
        if (!str_starts(step, STR("SCAN ")) && !str_starts(step, STR("SEARCH "))) {
            if (has(step, "MULTI-INDEX") || has(step, "COMPOUND")) return false;
            continue;
        }
        const struct table *t = loops_over(schema, q, step);
        if (t && t->small) continue;
        if (has(step, "CONSTANT ROW") || finds_one(schema, q, step)) continue;
        return false;
    }
    return true;
}

bool plan_check(struct schema *schema, struct query *q, const char *sql)
{
    struct plan *plan = NEW(&tool.arena, struct plan, 1);
    plan_read(schema, sql, plan);
    for (size_t i = 0; i < plan->n; i++) {
        const struct str step = plan->steps[i].text;
        const struct table *t = loops_over(schema, q, step);
        if (t && !t->small && reads_all(t, step) && !stops_early(q, plan)) {
            q->scan_used = true;
            if (!q->scan.n)
                refuse(q->at, text_of(q->name), "reads the whole of %s, which grows: %.*s",
                       t->name, STR_ARG(step));
        }
        if (has(step, "USE TEMP B-TREE") && !bounded(schema, q, plan, plan->steps[i].parent)) {
            q->sort_used = true;
            if (!q->sort.n)
                refuse(q->at, text_of(q->name),
                       "sorts without an index what can be many rows: %.*s", STR_ARG(step));
        }
    }
    return one_row(schema, q, plan);
}
