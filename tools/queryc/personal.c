/* personal.c — which column is about a person, and of which kind: read from schema/personal.txt, held
 * against the schema, written as a table for the program. */
#include "queryc.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LISTED = 1024, MAX_KINDS = 40 };

struct listed {
    struct str kind, table, column; /* column: empty for a whole table */
    int line;
};
struct personal {
    const char *path;
    struct schema *schema;
    struct listed listed[MAX_LISTED];
    size_t listed_n;
    struct str kinds[MAX_KINDS];
    size_t kinds_n;
};

static struct str word_at(struct str line, size_t *at)
{
    while (*at < line.n && (line.s[*at] == ' ' || line.s[*at] == '\t')) ++*at;
    const size_t from = *at;
    while (*at < line.n && line.s[*at] != ' ' && line.s[*at] != '\t') ++*at;
    return (struct str){ line.s + from, *at - from };
}

static bool is_plain(struct str kind)
{
    return str_is(kind, "plain");
}

static void add_kind(struct personal *p, struct str kind, struct place at)
{
    for (size_t i = 0; i < p->kinds_n; i++)
        if (str_eq(p->kinds[i], kind)) return;
    if (p->kinds_n == MAX_KINDS)
        refuse(at, "personal", "more than %d kinds", MAX_KINDS);
    else if (!is_plain(kind))
        p->kinds[p->kinds_n++] = kind;
}

static bool has_column(struct schema *schema, struct str table, struct str column)
{
    const char *sql = text("SELECT 1 FROM pragma_table_xinfo('%.*s') WHERE name = '%.*s'",
                           STR_ARG(table), STR_ARG(column));
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(schema->db, sql, -1, &s, NULL) != SQLITE_OK) abort();
    const bool found = sqlite3_step(s) == SQLITE_ROW;
    sqlite3_finalize(s);
    return found;
}

static void take_word(struct personal *p, struct str kind, struct str word, int line)
{
    const struct place at = { p->path, line };
    const size_t dot = str_find(word, STR("."));
    const struct listed x = { kind, str_upto(word, dot < word.n ? dot : word.n),
                              dot < word.n ? str_from(word, dot + 1) : (struct str){ 0 },
                              line };
    for (const char *c = word.s; c < word.s + word.n; c++)
        if (!islower((unsigned char)*c) && *c != '_' && *c != '.') {
            refuse(at, "personal", "\"%.*s\" is no name", STR_ARG(word));
            return;
        }
    if (!schema_table(p->schema, x.table))
        refuse(at, "personal", "there is no table %.*s", STR_ARG(x.table));
    else if (x.column.n && !has_column(p->schema, x.table, x.column))
        refuse(at, "personal", "there is no column %.*s", STR_ARG(word));
    else if (!x.column.n && !is_plain(kind))
        refuse(at, "personal", "name the columns of %.*s", STR_ARG(x.table));
    else if (p->listed_n == MAX_LISTED)
        refuse(at, "personal", "more than %d names", MAX_LISTED);
    else
        p->listed[p->listed_n++] = x;
}

/* `kind  table.column …`; a line that begins with a blank goes on with the kind above it. */
static void read_lines(struct personal *p, struct str all)
{
    struct str kind = { 0 };
    int line = 0;
    for (size_t from = 0; from < all.n;) {
        size_t to = from;
        while (to < all.n && all.s[to] != '\n') to++;
        const struct str x = { all.s + from, to - from };
        size_t at = 0;
        line++;
        from = to + 1;
        if (!x.n || x.s[0] == '#') continue;
        if (x.s[0] != ' ') {
            kind = word_at(x, &at);
            add_kind(p, kind, (struct place){ p->path, line });
        }
        for (struct str word = word_at(x, &at); word.n; word = word_at(x, &at))
            take_word(p, kind, word, line);
    }
}

static bool is_listed(const struct personal *p, const char *table, const char *column)
{
    for (size_t i = 0; i < p->listed_n; i++)
        if (str_is(p->listed[i].table, table) &&
            (!p->listed[i].column.n || str_is(p->listed[i].column, column)))
            return true;
    return false;
}

/* Words, bytes and who it was must each be under a kind, or plain. */
static void check_complete(struct personal *p)
{
    static const char sql[] =
        "SELECT c.name FROM pragma_table_xinfo(?1) c WHERE c.type IN ('TEXT', 'BLOB', '') AND "
        "c.hidden = 0 OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(?1) f WHERE "
        "f.\"from\" = c.name AND f.\"table\" = 'person')";
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(p->schema->db, sql, -1, &s, NULL) != SQLITE_OK) abort();
    for (size_t i = 0; i < p->schema->tables_n; i++) {
        const struct table *t = &p->schema->tables[i];
        sqlite3_bind_text(s, 1, t->name, -1, SQLITE_STATIC);
        while (sqlite3_step(s) == SQLITE_ROW) {
            const char *column = (const char *)sqlite3_column_text(s, 0);
            if (!is_listed(p, t->name, column))
                refuse(t->at, t->name, "say in %s of which kind %s.%s is, or that it is plain",
                       p->path, t->name, column);
        }
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
}

static void put_enum(FILE *f, struct str kind)
{
    fputs("PERSONAL_", f);
    for (size_t i = 0; i < kind.n; i++)
        fputc(kind.s[i] == '-' ? '_' : toupper((unsigned char)kind.s[i]), f);
}

static void write_header(const struct personal *p, const char *out)
{
    struct sheet s;
    sheet_open(&s);
    fprintf(s.f,
            "/* Made by tools/queryc from %s: what the data holds about people. */\n"
            "#pragma once\n// clang-format off\n#include <stddef.h>\n\nenum personal_kind {\n",
            p->path);
    for (size_t i = 0; i < p->kinds_n; i++) {
        fputs("    ", s.f);
        put_enum(s.f, p->kinds[i]);
        fputs(",\n", s.f);
    }
    fputs("    PERSONAL_KINDS\n};\nstruct personal_column {\n    enum personal_kind kind;\n"
          "    const char *name; /* table.column */\n};\n"
          "extern const struct personal_column personal_columns[];\n"
          "extern const size_t personal_columns_n;\n",
          s.f);
    write_changed(text("%s/gen/personal.h", out), sheet_close(&s));
}

static void write_columns(const struct personal *p, const char *out)
{
    struct sheet s;
    size_t n = 0;
    sheet_open(&s);
    fprintf(
        s.f,
        "/* Made by tools/queryc from %s. */\n// clang-format off\n"
        "#include \"gen/personal.h\"\n\nconst struct personal_column personal_columns[] = {\n",
        p->path);
    for (size_t i = 0; i < p->listed_n; i++) {
        if (is_plain(p->listed[i].kind)) continue;
        fputs("    { ", s.f);
        put_enum(s.f, p->listed[i].kind);
        fprintf(s.f, ", \"%.*s.%.*s\" },\n", STR_ARG(p->listed[i].table),
                STR_ARG(p->listed[i].column));
        n++;
    }
    fprintf(s.f, "};\nconst size_t personal_columns_n = %zu;\n", n);
    write_changed(text("%s/gen/personal.c", out), sheet_close(&s));
}

void personal_read(struct schema *schema, const char *path, struct personal **to)
{
    struct personal *p = *to = NEW(&tool.arena, struct personal, 1);
    p->path = path;
    p->schema = schema;
    read_lines(p, read_whole(path));
    check_complete(p);
}

void personal_write(const struct personal *p, const char *out)
{
    write_header(p, out);
    write_columns(p, out);
}
