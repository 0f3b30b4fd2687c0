/* schema.c — the tables: tried on a fresh database, and read for their manners. */
#include "queryc.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int line_of(const char *start, const char *at)
{
    int line = 1;
    for (const char *x = start; x < at; x++) line += *x == '\n';
    return line;
}

/* Each migration is a transaction of its own, on settings that the store chose. */
static void check_statement(struct place at, struct str sql)
{
    static const char *const strange[] = { "BEGIN",     "COMMIT", "END",    "ROLLBACK",
                                           "SAVEPOINT", "PRAGMA", "ATTACH", "DETACH" };
    const struct token *first = sql_tokens(sql, at.line, false).t;
    for (size_t i = 0; i < COUNT_OF(strange); i++)
        if (token_is(first, strange[i]))
            refuse((struct place){ at.file, first->line }, "schema",
                   "%s does not belong in a migration", strange[i]);
}

static void apply(sqlite3 *db, const char *path, struct str sql)
{
    const char *at = text_of(sql), *start = at;
    while (*at) {
        sqlite3_stmt *s = NULL;
        const char *next = at;
        int rc = sqlite3_prepare_v2(db, at, -1, &s, &next);
        const int offset = sqlite3_error_offset(db);
        check_statement((struct place){ path, line_of(start, at) },
                        (struct str){ at, (size_t)(next - at) });
        if (rc == SQLITE_OK && s) rc = sqlite3_step(s);
        if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW) {
            const struct place place = { path, line_of(start, at + (offset > 0 ? offset : 0)) };
            refuse(place, "schema", "%s", sqlite3_errmsg(db));
            exit(1);
        }
        sqlite3_finalize(s);
        at = next;
    }
}

static void list_tables(struct schema *schema, const char *last_file)
{
    static const char sql[] =
        "SELECT s.name, l.type, l.strict, l.wr, (SELECT i.name FROM pragma_table_info(s.name) i"
        "  WHERE i.pk = 1 AND i.type = 'INTEGER' COLLATE NOCASE AND NOT l.wr AND NOT EXISTS"
        "  (SELECT 1 FROM pragma_table_info(s.name) j WHERE j.pk = 2)) "
        "FROM sqlite_schema s JOIN pragma_table_list l ON l.name = s.name AND l.schema = "
        "'main' "
        "WHERE s.type = 'table' AND l.type IN ('table', 'virtual') AND "
        "substr(s.name, 1, 7) <> 'sqlite_' ORDER BY s.rowid";
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(schema->db, sql, -1, &s, NULL) != SQLITE_OK) abort();
    while (sqlite3_step(s) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(s, 0),
                   *key = (const char *)sqlite3_column_text(s, 4);
        if (schema->tables_n == MAX_TABLES) {
            refuse((struct place){ last_file, 1 }, "schema",
                   "more than %d tables: a set of tables has %d bits", MAX_TABLES, MAX_TABLES);
            break;
        }
        schema->tables[schema->tables_n++] = (struct table){
            .name = text("%s", name),
            .is_virtual = strcmp((const char *)sqlite3_column_text(s, 1), "virtual") == 0,
            .strict = sqlite3_column_int(s, 2) != 0,
            .key = key ? text("%s", key) : NULL,
        };
    }
    sqlite3_finalize(s);
}

struct table *schema_table(struct schema *schema, struct str name)
{
    for (size_t i = 0; i < schema->tables_n; i++) {
        const size_t n = strlen(schema->tables[i].name);
        if (n == name.n && strncasecmp(schema->tables[i].name, name.s, n) == 0)
            return &schema->tables[i];
    }
    for (size_t i = 0; i < schema->tables_n; i++) {
        const size_t n = strlen(schema->tables[i].name);
        if (schema->tables[i].is_virtual && name.n > n + 1 && name.s[n] == '_' &&
            strncasecmp(schema->tables[i].name, name.s, n) == 0)
            return &schema->tables[i];
    }
    return NULL;
}

/* ---- manners: comments and STRICT */

/* Is there a comment on one of these lines? */
static bool comment_on(struct tokens t, int from, int to)
{
    for (size_t i = 0; i < t.n; i++)
        if (t.t[i].kind == T_COMMENT && t.t[i].line >= from && t.t[i].line <= to &&
            t.t[i].s.n > 0)
            return true;
    return false;
}

static bool says_small(struct tokens t, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (t.t[i].kind != T_COMMENT) continue;
        if (str_starts(t.t[i].s, STR("small: ")) ||
            str_find(t.t[i].s, STR("-- small: ")) != SIZE_MAX)
            return true;
    }
    return false;
}

static bool is_constraint(const struct token *t)
{
    return token_is(t, "PRIMARY") || token_is(t, "UNIQUE") || token_is(t, "CHECK") ||
           token_is(t, "FOREIGN") || token_is(t, "CONSTRAINT");
}

/* Every column between these parentheses has a comment on its lines, or alone above it. */
static void check_columns(struct tokens t, size_t open, size_t close, const struct table *table)
{
    size_t first = open + 1;
    int last_line = t.t[open].line;
    for (size_t i = open + 1; i <= close; i++) {
        const bool ends =
            i == close || (token_is(&t.t[i], ",") && t.t[i].depth == t.t[open].depth + 1);
        if (!ends) continue;
        while (first < i && t.t[first].kind == T_COMMENT) first++;
        size_t last = i;
        while (last > first && (t.t[last].kind == T_COMMENT || last == close)) last--;
        const struct token *name = &t.t[first];
        int from = name->line;
        if (name->line - 1 > last_line) from--;
        if (first < i && !is_constraint(name) &&
            !(table->key && str_is(name->s, table->key) && str_is(name->s, "id")) &&
            !comment_on(t, from, t.t[last].line))
            refuse((struct place){ table->at.file, name->line }, table->name,
                   "column %.*s has no comment", STR_ARG(name->s));
        last_line = t.t[i].line;
        first = i + 1;
    }
}

/* A table of texts speaks for itself: X_text holds the texts of X, a row for each language. */
static bool is_texts(struct schema *schema, const char *name)
{
    const struct str x = str_of(name);
    return str_ends(x, STR("_text")) && schema_table(schema, str_upto(x, x.n - 5));
}

static void check_table(struct schema *schema, struct tokens t, size_t create, size_t name_at,
                        const char *path)
{
    struct table *table = schema_table(schema, t.t[name_at].s);
    if (!table) return; /* a later migration drops it */
    table->at = (struct place){ path, t.t[create].line };
    size_t open = name_at + 1;
    while (open < t.n && !token_is(&t.t[open], "(") && !token_is(&t.t[open], ";")) open++;
    size_t close = open + 1;
    while (close < t.n && t.t[close].depth > t.t[open].depth) close++;
    if (!token_is(&t.t[open], "(")) close = open;
    const bool above = comment_on(t, table->at.line - 1, table->at.line - 1) && create > 0 &&
                       t.t[create - 1].kind == T_COMMENT;
    table->small = says_small(t, create > 0 && above ? create - 1 : create, close);
    if (table->is_virtual) {
        if (!above && !comment_on(t, table->at.line, t.t[close].line))
            refuse(table->at, table->name, "the table has no comment");
        return;
    }
    if (!table->strict) refuse(table->at, table->name, "the table is not STRICT");
    if (!above && !comment_on(t, table->at.line, t.t[open].line) &&
        !is_texts(schema, table->name))
        refuse(table->at, table->name, "the table has no comment");
    check_columns(t, open, close, table);
}

static void check_manners(struct schema *schema, const char *path, struct str sql)
{
    const struct tokens t = sql_tokens(sql, 1, true);
    for (size_t i = 0; i + 2 < t.n; i++) {
        size_t name = i + 1;
        if (token_is(&t.t[i], "CREATE")) {
            if (token_is(&t.t[name], "VIRTUAL")) name++;
            if (!token_is(&t.t[name], "TABLE")) continue;
            name++;
            if (token_is(&t.t[name], "IF")) name += 3;
            check_table(schema, t, i, name, path);
        } else if (token_is(&t.t[i], "ADD") && i >= 3 && token_is(&t.t[i - 3], "ALTER")) {
            if (token_is(&t.t[name], "COLUMN")) name++;
            const int line = t.t[i].line;
            if (!comment_on(t, line - 1, line))
                refuse((struct place){ path, line }, text_of(t.t[i - 1].s),
                       "column %.*s has no comment", STR_ARG(t.t[name].s));
        }
    }
}

void schema_read(struct schema *schema, char **paths, size_t n)
{
    if (sqlite3_open(":memory:", &schema->db) != SQLITE_OK) abort();
    sqlite3_db_config(schema->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(schema->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(schema->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    for (size_t i = 0; i < n; i++) apply(schema->db, paths[i], read_whole(paths[i]));
    list_tables(schema, n ? paths[n - 1] : "schema");
    for (size_t i = 0; i < n; i++) check_manners(schema, paths[i], read_whole(paths[i]));
}

/* ---- migrations.c */

static void write_bytes(FILE *f, struct str x)
{
    for (size_t i = 0; i < x.n; i++)
        fprintf(f, "%s%d,", i % 24 == 0 ? "\n    " : "", (int)(signed char)x.s[i]);
}

/* schema/0001-dialogue.sql → number 1, name "dialogue". */
static bool migration_name(const char *path, int64_t *number, struct str *name)
{
    const char *slash = strrchr(path, '/');
    const struct str x = str_of(slash ? slash + 1 : path);
    *name = (struct str){ 0 };
    if (x.n < 10 || x.s[4] != '-' || !str_ends(x, STR(".sql"))) return false;
    *name = (struct str){ x.s + 5, x.n - 9 };
    return str_number(str_upto(x, 4), 9999, number) && str_slug(*name);
}

void write_migrations(const char *out, char **paths, size_t n)
{
    struct sheet sheet;
    sheet_open(&sheet);
    fprintf(sheet.f, "/* Made by tools/queryc from schema/; change that instead. */\n"
                     "// clang-format off\n#include \"store/migrations.h\"\n\n");
    for (size_t i = 0; i < n; i++) {
        fprintf(sheet.f, "static const char sql_%zu[] = {", i + 1);
        write_bytes(sheet.f, read_whole(paths[i]));
        fprintf(sheet.f, "\n};\n");
    }
    fprintf(sheet.f, "\nconst struct migration store_migrations[] = {\n");
    for (size_t i = 0; i < n; i++) {
        int64_t number = 0;
        struct str name;
        if (!migration_name(paths[i], &number, &name) || number != (int64_t)i + 1)
            refuse((struct place){ paths[i], 1 }, "schema",
                   "expected the name %04zu-words.sql: migrations count up from 0001", i + 1);
        fprintf(sheet.f, "    { %zu, \"%.*s\", { sql_%zu, sizeof sql_%zu } },\n", i + 1,
                STR_ARG(name), i + 1, i + 1);
    }
    fprintf(sheet.f, "};\nconst size_t store_migrations_n = %zu;\n", n);
    write_changed(text("%s/gen/migrations.c", out), sheet_close(&sheet));
}
