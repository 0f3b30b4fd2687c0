/* check.c — one query against the real schema. */
#include "queryc.h"

#include <string.h>

struct asked { /* what SQLite's authorizer hands back to us */
    struct schema *schema;
    const struct unit *unit;
    struct query *q;
};

static const char *name_of(const struct query *q)
{
    return text_of(q->name);
}

static bool reads_only(const struct query *q)
{
    return q->verb != V_RUN && q->verb != V_ADD;
}

static bool gives_rows(const struct query *q, sqlite3_stmt *s)
{
    return reads_only(q) && q->verb != V_COUNT && sqlite3_stmt_readonly(s);
}

static size_t place_of(const struct schema *schema, const struct table *t)
{
    return (size_t)(t - schema->tables);
}

static void note_function(struct asked *a, const char *name)
{
    if (!name || function_shared(a->schema, a->q, name)) return;
    static const char *const told[] = { "random",       "randomblob",   "current_timestamp",
                                        "current_date", "current_time", "like",
                                        "glob" };
    for (size_t i = 0; i < COUNT_OF(told); i++)
        if (strcmp(name, told[i]) == 0) return; /* words.c speaks of those */
    a->q->sqlite_used = true;
    if (!a->q->sqlite.n)
        refuse(a->q->at, name_of(a->q), "only SQLite knows the function %s", name);
}

/* SQLite asks this for everything a statement is going to do. What a trigger or a cascade does is
 * the schema's affair: it counts as written, and asks for no ownership. */
static int may_do(void *with, int what, const char *x, const char *y, const char *db,
                  const char *trigger)
{
    (void)db;
    struct asked *a = with;
    const bool writes = what == SQLITE_INSERT || what == SQLITE_UPDATE || what == SQLITE_DELETE;
    if (what == SQLITE_SELECT || what == SQLITE_RECURSIVE) return SQLITE_OK;
    if (what == SQLITE_FUNCTION) {
        if (!trigger) note_function(a, y);
        return SQLITE_OK;
    }
    if (!writes && what != SQLITE_READ) {
        refuse(a->q->at, name_of(a->q), "only SELECT, INSERT, UPDATE and DELETE belong here");
        return SQLITE_DENY;
    }
    if (x && strncmp(x, "sqlite_", 7) == 0 && !trigger && !writes) {
        refuse(a->q->at, name_of(a->q), "%s belongs to SQLite", x);
        return SQLITE_OK;
    }
    const struct table *t = x ? schema_table(a->schema, str_of(x)) : NULL;
    if (!t) return SQLITE_OK;
    if (writes) a->q->writes.of[place_of(a->schema, t)] = true;
    if (!writes && !trigger) a->q->reads.of[place_of(a->schema, t)] = true;
    return SQLITE_OK;
}

/* Tables may be read when declared, and written when owned. */
static void check_tables(struct schema *schema, const struct unit *unit, struct query *q)
{
    struct table_bits targets = { 0 }, named = { 0 };
    bool writes = false;
    for (size_t i = 0; i < q->outline.sources_n; i++) {
        const struct table *t = schema_table(schema, q->outline.sources[i].table);
        if (!t) continue;
        if (q->outline.sources[i].target)
            targets.of[place_of(schema, t)] = true;
        else
            named.of[place_of(schema, t)] = true;
    }
    for (size_t i = 0; i < schema->tables_n; i++) writes |= q->writes.of[i];
    for (size_t i = 0; i < schema->tables_n; i++) {
        /* Without what foreign keys look at. */
        if (writes) q->reads.of[i] &= named.of[i] | targets.of[i];
        if (targets.of[i] && !unit->owns.of[i])
            refuse(q->at, name_of(q), "writes %s, which %s does not own",
                   schema->tables[i].name, unit->feature);
        else if ((q->reads.of[i] || named.of[i]) && !unit->declared.of[i])
            refuse(q->at, name_of(q), "reads %s without saying so (--: reads %s)",
                   schema->tables[i].name, schema->tables[i].name);
    }
}

static sqlite3_stmt *prepare(struct schema *schema, const struct unit *unit, struct query *q,
                             const char *sql)
{
    sqlite3_stmt *s = NULL;
    const int before = tool.errors;
    struct asked asked = { schema, unit, q };
    sqlite3_set_authorizer(schema->db, may_do, &asked);
    const int rc = sqlite3_prepare_v2(schema->db, sql, -1, &s, NULL);
    sqlite3_set_authorizer(schema->db, NULL, NULL);
    if (rc == SQLITE_OK) return s;
    struct place at = { q->at.file, q->sql.t[0].line };
    const int offset = sqlite3_error_offset(schema->db);
    for (int i = 0; i < offset; i++) at.line += sql[i] == '\n';
    if (tool.errors == before) refuse(at, name_of(q), "%s", sqlite3_errmsg(schema->db));
    return NULL;
}

/* ---- arguments */

static bool c_taken(struct str name)
{
    static const char *const words[] = {
        "auto",  "bool",     "break",  "case",   "char",     "const",    "continue", "default",
        "do",    "double",   "else",   "enum",   "extern",   "false",    "float",    "for",
        "goto",  "if",       "inline", "int",    "long",     "register", "restrict", "return",
        "short", "signed",   "sizeof", "static", "struct",   "switch",   "true",     "typedef",
        "union", "unsigned", "void",   "while",  "volatile",
    };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (str_is(name, words[i])) return true;
    return false;
}

static bool argument_taken(const struct query *q, struct str name)
{
    static const char *const outputs[VERBS][3] = {
        [V_ONE] = { "row" },
        [V_MAYBE] = { "row", "found" },
        [V_COUNT] = { "n" },
        [V_MANY] = { "rows", "rows_n" },
        [V_STREAM] = { "row", "with" },
        [V_ADD] = { "id" },
    };
    for (size_t i = 0; i < 3 && outputs[q->verb][i]; i++)
        if (str_is(name, outputs[q->verb][i])) return true;
    return c_taken(name) || str_is(name, "db") || str_is(name, "tx") || str_is(name, "arena");
}

static void check_arguments(struct query *q)
{
    for (size_t i = 0; i < q->sql.n; i++) {
        const struct token *t = &q->sql.t[i];
        if (t->kind != T_PARAM || t->s.s[0] != ':') continue;
        bool declared = false;
        for (size_t k = 0; k < q->args_n; k++)
            if (str_eq(q->args[k].name, str_from(t->s, 1))) declared = q->args[k].used = true;
        if (!declared)
            refuse((struct place){ q->at.file, t->line }, name_of(q),
                   "%.*s is not among its arguments", STR_ARG(t->s));
    }
    for (size_t i = 0; i < q->args_n; i++) {
        const struct str name = q->args[i].name;
        if (!q->args[i].used)
            refuse(q->at, name_of(q), "argument %.*s is never used", STR_ARG(name));
        if (argument_taken(q, name))
            refuse(q->at, name_of(q), "argument %.*s: that name is taken in C", STR_ARG(name));
    }
}

/* ---- columns */

static bool column_may_be_null(struct schema *schema, const struct query *q, sqlite3_stmt *s,
                               int i)
{
    int not_null = 0, key = 0;
    const char *table = sqlite3_column_table_name(s, i),
               *origin = sqlite3_column_origin_name(s, i);
    const struct table *t = table ? schema_table(schema, str_of(table)) : NULL;
    if (!t) return true;
    sqlite3_table_column_metadata(schema->db, NULL, table, origin, NULL, NULL, &not_null, &key,
                                  NULL);
    if (!not_null && !(t->key && str_eq(str_of(t->key), str_of(origin)))) return true;
    /* `alias.column` says which table is meant; else any that may be absent decides. */
    const struct token *first = &q->sql.t[q->outline.items[i]];
    const size_t words = q->outline.items[i + 1] - 1 - q->outline.items[i];
    if (words >= 3 && token_is(first + 1, ".")) {
        const struct source *source = source_named(&q->outline, token_name(first));
        if (source && schema_table(schema, source->table) == t) return source->left;
    }
    bool absent = false;
    for (size_t k = 0; k < q->outline.sources_n; k++) {
        const struct source *source = &q->outline.sources[k];
        absent |= source->left && (schema_table(schema, source->table) == t ||
                                   !schema_table(schema, source->table));
    }
    return absent;
}

static bool stored_as(enum base_type type, const char *declared)
{
    const bool is_text = type == B_TEXT || type == B_LANG;
    const char *want = is_text ? "TEXT" : type == B_BYTES ? "BLOB" : "INTEGER";
    return sqlite3_stricmp(declared, want) == 0 ||
           (!is_text && type != B_BYTES && sqlite3_stricmp(declared, "INT") == 0);
}

/* What the file says that a column of this table means; the more exact line wins. */
static bool meaning_of(const struct unit *unit, const char *table, const char *column,
                       struct type *type)
{
    bool found = false;
    for (size_t i = 0; i < unit->meanings_n; i++) {
        const struct meaning *m = &unit->meanings[i];
        if (!str_is(m->column, column) || (m->table.n && !str_is(m->table, table))) continue;
        if (!found || m->table.n) *type = m->type;
        found = true;
    }
    return found;
}

static void check_column(struct schema *schema, const struct unit *unit, struct query *q,
                         sqlite3_stmt *s, int i)
{
    const struct str alias = str_of(text("%s", sqlite3_column_name(s, i)));
    const char *declared = sqlite3_column_decltype(s, i),
               *origin = sqlite3_column_origin_name(s, i),
               *table = sqlite3_column_table_name(s, i);
    const size_t colon = str_find(alias, STR(":"));
    struct field f = { .name = str_upto(alias, colon) };
    if (declared && (!origin || !table || q->outline.compound)) declared = NULL;
    if (colon != SIZE_MAX) {
        struct str rest = str_from(alias, colon + 1), word = rest;
        const size_t blank = str_find(rest, STR(" "));
        word = str_upto(rest, blank);
        rest = blank == SIZE_MAX ? (struct str){ 0 } : str_trim(str_from(rest, blank));
        if (!type_read(word, rest, &f.type))
            refuse(q->at, name_of(q), "column \"%.*s\": unknown type", STR_ARG(alias));
    } else if (!declared || !*declared) {
        refuse(q->at, name_of(q), "column \"%.*s\" needs a type: AS \"name:type\"",
               STR_ARG(alias));
    } else {
        if (!meaning_of(unit, table, origin, &f.type))
            f.type.base = sqlite3_stricmp(declared, "TEXT") == 0   ? B_TEXT
                          : sqlite3_stricmp(declared, "BLOB") == 0 ? B_BYTES
                                                                   : B_INT;
        f.type.may_be_null =
            column_may_be_null(schema, q, s, i) || (q->outline.aggregate && !q->outline.group);
    }
    if (declared && *declared && !stored_as(f.type.base, declared))
        refuse(q->at, name_of(q), "column \"%.*s\" is %s in the schema", STR_ARG(alias),
               declared);
    for (size_t k = 0; k < f.name.n; k++)
        if (!(f.name.s[k] == '_' || (f.name.s[k] >= 'a' && f.name.s[k] <= 'z') ||
              (k > 0 && f.name.s[k] >= '0' && f.name.s[k] <= '9'))) {
            refuse(q->at, name_of(q), "column \"%.*s\" needs a name: AS name", STR_ARG(alias));
            break;
        }
    if (c_taken(f.name))
        refuse(q->at, name_of(q), "column %.*s: that name is taken in C", STR_ARG(f.name));
    for (size_t k = 0; k < q->fields_n; k++)
        if (str_eq(q->fields[k].name, f.name))
            refuse(q->at, name_of(q), "column %.*s stands there twice", STR_ARG(f.name));
    q->fields[q->fields_n++] = f;
}

static bool same_type(struct type a, struct type b)
{
    return a.base == b.base && str_eq(a.name, b.name) && a.may_be_null == b.may_be_null;
}

/* `like NAME`: the rows of an earlier query of this file. */
static void check_like(const struct unit *unit, const struct query *q)
{
    if (str_eq(q->row, q->name)) return;
    const struct query *other = unit->queries;
    while (other && other != q && !str_eq(other->name, q->row)) other = other->next;
    if (!other || other == q || !str_eq(other->row, other->name)) {
        refuse(q->at, name_of(q), "like %.*s: no query above has rows of that name",
               STR_ARG(q->row));
        return;
    }
    bool same = other->fields_n == q->fields_n;
    for (size_t i = 0; same && i < q->fields_n; i++)
        same = str_eq(q->fields[i].name, other->fields[i].name) &&
               same_type(q->fields[i].type, other->fields[i].type);
    if (!same) refuse(q->at, name_of(q), "its columns are not those of %.*s", STR_ARG(q->row));
}

/* ---- the verb */

static void check_write(struct schema *schema, struct query *q, int columns)
{
    const struct source *target = NULL;
    for (size_t i = 0; i < q->outline.sources_n && !target; i++)
        if (q->outline.sources[i].target) target = &q->outline.sources[i];
    const struct table *t = target ? schema_table(schema, target->table) : NULL;
    bool inserts = false, deletes = false;
    for (size_t i = 0; i < q->sql.n; i++) {
        if (q->sql.t[i].depth > 0) continue;
        inserts |= token_is(&q->sql.t[i], "INSERT") || token_is(&q->sql.t[i], "REPLACE");
        deletes |= token_is(&q->sql.t[i], "DELETE");
    }
    if (columns > 0) refuse(q->at, name_of(q), "%s gives no rows", verb_names[q->verb]);
    if (q->verb == V_ADD && !inserts) refuse(q->at, name_of(q), "add is for INSERT");
    if (q->verb == V_ADD && t && !t->key)
        refuse(q->at, name_of(q), "%s has no INTEGER PRIMARY KEY to give back", t->name);
    if (deletes && t && !q->outline.where && !t->small) {
        q->scan_used = true;
        if (!q->scan.n)
            refuse(q->at, name_of(q), "deletes the whole of %s, which grows", t->name);
    }
}

static void check_verb(struct schema *schema, struct query *q, sqlite3_stmt *s, bool one_row)
{
    const bool readonly = sqlite3_stmt_readonly(s) != 0;
    const struct token *limit = &q->outline.limit;
    if (reads_only(q) && !readonly) {
        refuse(q->at, name_of(q), "%s only reads; to write use run or add",
               verb_names[q->verb]);
        return;
    }
    if (!reads_only(q) && readonly) {
        refuse(q->at, name_of(q), "%s is for INSERT, UPDATE and DELETE", verb_names[q->verb]);
        return;
    }
    if (!readonly) check_write(schema, q, sqlite3_column_count(s));
    if (q->verb == V_MANY && limit->kind != T_NUMBER)
        refuse(q->at, name_of(q),
               limit->kind == T_END ? "many rows need a LIMIT"
                                    : "LIMIT needs a number here, so that "
                                      "everyone sees what it can cost");
    if ((q->verb == V_ONE || q->verb == V_MAYBE || q->verb == V_COUNT) && !one_row)
        refuse(q->at, name_of(q), "may give several rows: no unique key says which (LIMIT 1?)");
    if (q->verb == V_COUNT && sqlite3_column_count(s) != 1)
        refuse(q->at, name_of(q), "count gives one number");
}

static void check_kept(const struct query *q)
{
    if (!q->kept) return;
    if (q->verb != V_ONE && q->verb != V_MAYBE && q->verb != V_MANY)
        refuse(q->at, name_of(q), "kept is for one, maybe and many");
    for (size_t i = 0; i < q->args_n; i++) {
        const struct type t = q->args[i].type;
        if (t.may_be_null || (t.base != B_INT && t.base != B_TEXT))
            refuse(q->at, name_of(q), "kept takes int and text as arguments, without ?");
    }
}

static void check_marks(const struct query *q)
{
    if (q->scan.n && !q->scan_used)
        refuse(q->at, name_of(q), "says scan: and reads no table whole");
    if (q->sort.n && !q->sort_used) refuse(q->at, name_of(q), "says sort: and needs none");
    if (q->sqlite.n && !q->sqlite_used)
        refuse(q->at, name_of(q), "says sqlite: and is plain SQL");
}

/* The statement as it stands in the file. */
static const char *sql_of(const struct query *q)
{
    const struct token *first = &q->sql.t[0], *last = &q->sql.t[q->sql.n - 1];
    return text_of((struct str){ first->s.s, (size_t)(last->s.s + last->s.n - first->s.s) });
}

void query_check(struct schema *schema, const struct unit *unit, struct query *q)
{
    const int before = tool.errors;
    if (q->sql.n == 0) {
        refuse(q->at, name_of(q), "there is no SQL under it");
        return;
    }
    words_check(schema, q);
    check_kept(q);
    check_arguments(q);
    if (tool.errors > before) return;
    const char *sql = sql_of(q);
    if (strlen(sql) > 4000) refuse(q->at, name_of(q), "longer than 4000 bytes");
    sqlite3_stmt *s = prepare(schema, unit, q, sql);
    if (!s) return;
    check_tables(schema, unit, q);
    const bool one_row = plan_check(schema, q, sql);
    check_verb(schema, q, s, one_row);
    const int columns = gives_rows(q, s) ? sqlite3_column_count(s) : 0;
    if (columns > MAX_COLUMNS)
        refuse(q->at, name_of(q), "more than %d columns", MAX_COLUMNS);
    else if ((size_t)columns > q->outline.items_n)
        refuse(q->at, name_of(q), "its SELECT was not understood: name each column");
    else
        for (int i = 0; i < columns; i++) check_column(schema, unit, q, s, i);
    if (tool.errors == before) {
        check_like(unit, q);
        check_marks(q);
    }
    sqlite3_finalize(s);
}
