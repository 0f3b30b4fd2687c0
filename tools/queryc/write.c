/* write.c — the C code: one function for each query. Names of its own end in _, so that they
 * never meet an argument's. */
#include "queryc.h"

#include <ctype.h>
#include <string.h>

static void put_type(FILE *f, struct type t)
{
    static const char *const names[] = {
        [B_INT] = "int64_t ",    [B_TEXT] = "struct str ",    [B_BYTES] = "struct str ",
        [B_DAY] = "struct day ", [B_CLOCK] = "struct clock ", [B_INSTANT] = "struct instant ",
        [B_BOOL] = "bool ",      [B_LANG] = "enum lang ",
    };
    if (t.base == B_ENUM)
        fprintf(f, "enum %.*s ", STR_ARG(t.name));
    else
        fputs(names[t.base], f);
}

static void put_signature(FILE *f, const struct query *q)
{
    const bool writes = q->verb == V_RUN || q->verb == V_ADD;
    fprintf(f, "enum err %.*s(struct %s", STR_ARG(q->name), writes ? "tx *tx" : "db *db");
    if (!writes && q->verb != V_COUNT && q->verb != V_STREAM) fputs(", struct arena *arena", f);
    for (size_t i = 0; i < q->args_n; i++) {
        const struct argument *a = &q->args[i];
        if (a->type.may_be_null) fprintf(f, ", bool has_%.*s", STR_ARG(a->name));
        fputs(", ", f);
        put_type(f, a->type);
        fprintf(f, "%.*s", STR_ARG(a->name));
    }
    const int n = (int)q->row.n;
    const char *row = q->row.s;
    switch (q->verb) {
    case V_ONE: fprintf(f, ", struct %.*s_row *row", n, row); break;
    case V_MAYBE: fprintf(f, ", struct %.*s_row *row, bool *found", n, row); break;
    case V_MANY: fprintf(f, ", struct %.*s_row **rows, size_t *rows_n", n, row); break;
    case V_COUNT: fputs(", int64_t *n", f); break;
    case V_STREAM:
        fprintf(f, ", enum err (*row)(const struct %.*s_row *row, void *with), void *with", n,
                row);
        break;
    case V_ADD: fputs(", int64_t *id", f); break;
    case V_RUN:
    case VERBS: break;
    }
    fputc(')', f);
}

/* ---- the header */

static void put_header(FILE *f, const struct query *q)
{
    if (q->fields_n && str_eq(q->row, q->name)) {
        fprintf(f, "struct %.*s_row {\n", STR_ARG(q->name));
        for (size_t i = 0; i < q->fields_n; i++) {
            const struct field *x = &q->fields[i];
            if (x->type.may_be_null) fprintf(f, "    bool has_%.*s;\n", STR_ARG(x->name));
            fputs("    ", f);
            put_type(f, x->type);
            fprintf(f, "%.*s;\n", STR_ARG(x->name));
        }
        fputs("};\n", f);
    }
    for (size_t i = 0; i < q->about_n; i++) fprintf(f, "// %.*s\n", STR_ARG(q->about[i]));
    if (q->verb == V_MANY)
        fprintf(f, "enum { %.*s_limit = %.*s };\n", STR_ARG(q->name),
                STR_ARG(q->outline.limit.s));
    fputs("MUST_CHECK ", f);
    put_signature(f, q);
    fputs(";\n\n", f);
}

static bool uses(const struct unit *u, enum base_type base)
{
    for (const struct query *q = u->queries; q; q = q->next) {
        for (size_t i = 0; i < q->args_n; i++)
            if (q->args[i].type.base == base) return true;
        for (size_t i = 0; i < q->fields_n; i++)
            if (q->fields[i].type.base == base) return true;
    }
    return false;
}

static void put_headers(FILE *f, const struct unit *u)
{
    fprintf(f, "/* Made by tools/queryc from %s; change that instead. */\n#pragma once\n",
            u->file);
    fputs("// clang-format off\n#include \"base/base.h\"\n", f);
    if (uses(u, B_LANG)) fputs("#include \"base/lang.h\"\n", f);
    if (uses(u, B_DAY) || uses(u, B_CLOCK) || uses(u, B_INSTANT))
        fputs("#include \"base/time.h\"\n", f);
    fputs("#include \"store/store.h\"\n", f);
    for (size_t i = 0; i < u->includes_n; i++)
        fprintf(f, "#include %.*s\n", STR_ARG(u->includes[i]));
    fputc('\n', f);
    for (const struct query *q = u->queries; q; q = q->next) put_header(f, q);
}

/* ---- the functions */

static void write_bits(FILE *f, const struct table_bits *bits)
{
    fputs("{ { ", f);
    for (size_t at = 0; at < MAX_TABLES; at += 64) {
        unsigned long long word = 0;
        for (size_t i = 0; i < 64; i++)
            word |= bits->of[at + i] ? (unsigned long long)1 << i : 0;
        fprintf(f, "%sUINT64_C(0x%llx)", at ? ", " : "", word);
    }
    fputs(" } }", f);
}

static void put_query(FILE *f, const struct query *q, const char *returning)
{
    struct sheet sql;
    sheet_open(&sql);
    dialect_write(&sqlite_dialect, sql.f, q, returning);
    const struct str x = sheet_close(&sql);
    fprintf(f, "static const struct query %.*s_query = {\n    %d, \"%.*s\",\n    \"",
            STR_ARG(q->name), q->id, STR_ARG(q->name));
    size_t column = 0;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (c == '\n')
            fputs("\\n", f);
        else
            fprintf(f, c == '"' || c == '\\' || c == '?' ? "\\%c" : "%c", c);
        if (++column > 76 && c == ' ') {
            fputs("\"\n    \"", f);
            column = 0;
        }
    }
    fputs("\",\n    ", f);
    write_bits(f, &q->reads);
    fputs(", ", f);
    write_bits(f, &q->writes);
    fputs(",\n};\n\n", f);
}

static void put_bind(FILE *f, const struct argument *a, size_t at)
{
    const int n = (int)a->name.n;
    const char *name = a->name.s;
    fputs("    ", f);
    if (a->type.may_be_null) fprintf(f, "if (has_%.*s) ", n, name);
    switch (a->type.base) {
    case B_TEXT: fprintf(f, "bind_text(s_, %zu, %.*s);\n", at, n, name); break;
    case B_BYTES: fprintf(f, "bind_bytes(s_, %zu, %.*s);\n", at, n, name); break;
    case B_LANG:
        fprintf(f, "bind_text(s_, %zu, lang_about(%.*s)->code);\n", at, n, name);
        break;
    case B_DAY: fprintf(f, "bind_int(s_, %zu, %.*s.n);\n", at, n, name); break;
    case B_CLOCK: fprintf(f, "bind_int(s_, %zu, %.*s.minutes);\n", at, n, name); break;
    case B_INSTANT: fprintf(f, "bind_int(s_, %zu, %.*s.s);\n", at, n, name); break;
    case B_ENUM: fprintf(f, "bind_int(s_, %zu, (int64_t)%.*s);\n", at, n, name); break;
    case B_INT:
    case B_BOOL: fprintf(f, "bind_int(s_, %zu, %.*s);\n", at, n, name); break;
    }
}

static void put_column(FILE *f, const struct query *q, const struct field *x, size_t at)
{
    const int n = (int)x->name.n;
    const char *name = x->name.s;
    if (x->type.may_be_null)
        fprintf(f, "        row_->has_%.*s = !column_null(s_, %zu);\n", n, name, at);
    if (x->type.base == B_LANG) {
        fprintf(f, "        const struct str code_%zu = column_bytes(s_, %zu, arena);\n", at,
                at);
        fprintf(f, "        if (%s%.*s%s!lang_read(code_%zu, &row_->%.*s)) {\n",
                x->type.may_be_null ? "row_->has_" : "", x->type.may_be_null ? n : 0, name,
                x->type.may_be_null ? " && " : "", at, n, name);
        fprintf(f,
                "            e_ = FAIL(ERR_BROKEN, \"%.*s: no language %%.*s\", "
                "STR_ARG(code_%zu));\n            break;\n        }\n",
                STR_ARG(q->name), at);
        return;
    }
    fprintf(f, "        row_->%.*s = ", n, name);
    switch (x->type.base) {
    case B_TEXT:
    case B_BYTES: fprintf(f, "column_bytes(s_, %zu, arena)", at); break;
    case B_DAY: fprintf(f, "(struct day){ (int32_t)column_int(s_, %zu) }", at); break;
    case B_CLOCK: fprintf(f, "(struct clock){ (int32_t)column_int(s_, %zu) }", at); break;
    case B_INSTANT: fprintf(f, "(struct instant){ column_int(s_, %zu) }", at); break;
    case B_ENUM: fprintf(f, "(enum %.*s)column_int(s_, %zu)", STR_ARG(x->type.name), at); break;
    case B_BOOL: fprintf(f, "column_int(s_, %zu) != 0", at); break;
    case B_INT:
    case B_LANG: fprintf(f, "column_int(s_, %zu)", at); break;
    }
    fputs(";\n", f);
}

static void put_columns(FILE *f, const struct query *q)
{
    for (size_t i = 0; i < q->fields_n; i++) put_column(f, q, &q->fields[i], i);
}

/* What happens with the rows: between query_start and query_done. */
static void put_rows(FILE *f, const struct query *q)
{
    const int n = (int)q->row.n;
    const char *row = q->row.s;
    static const char step[] = "(e_ = query_step(db_, q_, s_, &more_)) == OK && more_";
    switch (q->verb) {
    case V_RUN:
    case VERBS: fputs("    e_ = query_step(db_, q_, s_, &more_);\n", f); break;
    case V_COUNT:
    case V_ADD:
        fprintf(f, "    if (%s) *%s = column_int(s_, 0);\n", step,
                q->verb == V_ADD ? "id" : "n");
        break;
    case V_ONE:
    case V_MAYBE:
        fprintf(f, "    *row = (struct %.*s_row){ 0 };\n", n, row);
        fprintf(f, "    while (%s) {\n        struct %.*s_row *row_ = row;\n", step, n, row);
        put_columns(f, q);
        fputs("        break;\n    }\n", f);
        if (q->verb == V_MAYBE) fputs("    *found = more_;\n", f);
        break;
    case V_MANY:
        fputs("    size_t room_ = 0;\n    *rows = NULL;\n    *rows_n = 0;\n", f);
        fprintf(f,
                "    while (%s) {\n        *rows = rows_grow(arena, *rows, *rows_n, &room_, "
                "sizeof **rows);\n        struct %.*s_row *row_ = &(*rows)[(*rows_n)++];\n",
                step, n, row);
        put_columns(f, q);
        fputs("    }\n", f);
        break;
    case V_STREAM:
        fprintf(f,
                "    struct arena own_ = { 0 }, *arena = &own_; /* the row's text, until the "
                "next */\n"
                "    while (%s) {\n"
                "        struct %.*s_row one_ = { 0 }, *row_ = &one_;\n",
                step, n, row);
        put_columns(f, q);
        fputs("        e_ = row(row_, with);\n        arena_reset(arena);\n"
              "        if (e_ != OK) break;\n    }\n    arena_end(arena);\n",
              f);
        break;
    }
    if (q->verb == V_ONE || q->verb == V_COUNT)
        fprintf(f, "    if (e_ == OK && !more_) e_ = FAIL(ERR_MISSING, \"%.*s: no row\");\n",
                STR_ARG(q->name));
    if (q->verb == V_ADD)
        fprintf(f,
                "    if (e_ == OK && !more_) e_ = FAIL(ERR_CLASH, \"%.*s: added nothing\");\n",
                STR_ARG(q->name));
}

/* Texts are copied into the arena, and rows are kept there; a row of numbers needs none. */
static bool needs_arena(const struct query *q)
{
    bool needs = q->verb == V_MANY || q->verb == V_STREAM;
    for (size_t i = 0; i < q->fields_n; i++) {
        const enum base_type base = q->fields[i].type.base;
        needs |= base == B_TEXT || base == B_BYTES || base == B_LANG;
    }
    return needs || q->verb == V_COUNT || q->verb == V_RUN || q->verb == V_ADD;
}

/* Looks among what was kept before it asks; the row is a copy, so that its reader may change it. */
static void put_kept_find(FILE *f, const struct query *q)
{
    const bool many = q->verb == V_MANY;
    fprintf(f, "    const struct str key_[] = { { 0 }");
    for (size_t i = 0; i < q->args_n; i++) {
        const struct argument *a = &q->args[i];
        if (a->type.base == B_TEXT)
            fprintf(f, ", %.*s", STR_ARG(a->name));
        else
            fprintf(f, ", { (const char *)&%.*s, sizeof %.*s }", STR_ARG(a->name),
                    STR_ARG(a->name));
    }
    fputs(" };\n    const void *kept_;\n    size_t kept_n_;\n"
          "    if (kept_find(db_, q_, key_, COUNT_OF(key_), &kept_, &kept_n_)) {\n",
          f);
    if (many)
        fprintf(f,
                "        *rows = arena_room(arena, kept_n_, sizeof **rows);\n"
                "        *rows_n = kept_n_;\n"
                "        for (size_t i_ = 0; i_ < kept_n_; i_++) (*rows)[i_] = "
                "((const struct %.*s_row *)kept_)[i_];\n",
                STR_ARG(q->row));
    else
        fprintf(f, "        *row = *(const struct %.*s_row *)kept_;\n", STR_ARG(q->row));
    if (q->verb == V_MAYBE) fputs("        *found = true;\n", f);
    fputs("        return OK;\n    }\n    arena = kept_arena(db_, arena);\n", f);
}

static void put_kept_put(FILE *f, const struct query *q)
{
    const bool many = q->verb == V_MANY;
    fprintf(f, "    if (e_ == OK%s) kept_put(db_, q_, key_, COUNT_OF(key_), %s);\n",
            many ? "" : " && more_",
            many ? "*rows, *rows_n, sizeof **rows" : "row, 1, sizeof *row");
}

static void put_function(FILE *f, const struct query *q)
{
    const bool writes = q->verb == V_RUN || q->verb == V_ADD;
    put_signature(f, q);
    fprintf(f,
            "\n{\n    const struct query *q_ = &%.*s_query;\n    struct db *db_ = %s;\n"
            "    struct sqlite3_stmt *s_;\n    bool more_ = false;\n    enum err e_;\n",
            STR_ARG(q->name), writes ? "tx->db" : "db");
    if (q->kept) put_kept_find(f, q);
    fputs("    TRY(query_start(db_, q_, &s_));\n", f);
    if (!needs_arena(q)) fputs("    (void)arena;\n", f);
    for (size_t i = 0; i < q->args_n; i++) put_bind(f, &q->args[i], i + 1);
    put_rows(f, q);
    if (q->kept) put_kept_put(f, q);
    fputs("    query_done(s_);\n    return e_;\n}\n\n", f);
}

static const char *returned_key(struct schema *schema, const struct query *q)
{
    for (size_t i = 0; q->verb == V_ADD && i < q->outline.sources_n; i++)
        if (q->outline.sources[i].target)
            return schema_table(schema, q->outline.sources[i].table)->key;
    return NULL;
}

void unit_write(struct schema *schema, const struct unit *u, const char *out)
{
    struct str path = str_of(u->file);
    if (str_starts(path, STR("src/"))) path = str_from(path, 4);
    struct sheet h, c;
    sheet_open(&h);
    put_headers(h.f, u);
    write_changed(text("%s/%.*s.h", out, STR_ARG(path)), sheet_close(&h));
    sheet_open(&c);
    fprintf(c.f,
            "/* Made by tools/queryc from %s; change that instead. */\n// clang-format off\n"
            "#include \"%.*s.h\"\n\n",
            u->file, STR_ARG(path));
    for (const struct query *q = u->queries; q; q = q->next) {
        put_query(c.f, q, returned_key(schema, q));
        put_function(c.f, q);
    }
    write_changed(text("%s/%.*s.c", out, STR_ARG(path)), sheet_close(&c));
}

/* ---- gen/ */

void write_tables(struct schema *schema, const char *out)
{
    struct sheet s;
    sheet_open(&s);
    fputs("/* Made by tools/queryc from schema/: a set of each table alone. */\n#pragma once\n"
          "// clang-format off\n#include \"store/store.h\"\n\n",
          s.f);
    for (size_t i = 0; i < schema->tables_n; i++) {
        char *name = text("%s", schema->tables[i].name);
        for (char *x = name; *x; x++) *x = (char)toupper((unsigned char)*x);
        fprintf(s.f, "#define TABLE_%s ((table_set){ .word[%zu] = UINT64_C(1) << %zu })\n",
                name, i / 64, i % 64);
    }
    write_changed(text("%s/gen/tables.h", out), sheet_close(&s));
}

/* Does this feature look at the table in one of its files from here on? */
static bool looks_at(const struct unit *units, const char *feature, size_t table)
{
    for (const struct unit *u = units; u; u = u->next)
        if (strcmp(u->feature, feature) == 0 && u->declared.of[table]) return true;
    return false;
}

void write_datamap(struct schema *schema, const struct unit *units, const char *out)
{
    struct sheet s;
    sheet_open(&s);
    fprintf(s.f, "%-20s %-16s %s\n", "table", "written by", "also read by");
    for (size_t i = 0; i < schema->tables_n; i++) {
        const struct table *t = &schema->tables[i];
        fprintf(s.f, "%-20s %-16s", t->name, t->owner ? t->owner : "(nobody)");
        const char *between = " ";
        for (const struct unit *u = units; u; u = u->next) {
            const bool owner = t->owner && strcmp(t->owner, u->feature) == 0;
            if (owner || !u->declared.of[i] || looks_at(u->next, u->feature, i))
                continue; /* each feature once, however many files it has */
            fprintf(s.f, "%s%s", between, u->feature);
            between = ", ";
        }
        fputc('\n', s.f);
    }
    write_changed(text("%s/gen/datamap.txt", out), sheet_close(&s));
}
