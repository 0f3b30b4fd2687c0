/* queryc.h — the rooms of queryc: SQL files in, typed C functions out.
 *
 *   text.c     files, messages                    schema.c  tables, their comments, their owners
 *   sql.c      SQL cut into tokens, its outline   read.c    a .sql file cut into queries
 *   check.c    a query against the schema         plan.c    how SQLite would run it
 *   write.c    the C code                         dialect.c the SQL text for a database
 *   personal.c what is about people
 *   main.c     the command line
 *
 * Memory is taken from one arena and never given back: the tool runs for a moment. */
#ifndef QUERYC_H
#define QUERYC_H

#include "base/base.h"

#include <sqlite3.h>
#include <stdio.h>

enum { MAX_TABLES = 256, MAX_ARGS = 32, MAX_COLUMNS = 48, MAX_SOURCES = 32 };
struct table_bits {
    bool of[MAX_TABLES]; /* by the place of a table in the schema */
};

/* ---- text.c ---- */

struct place { /* where a message points */
    const char *file;
    int line;
};

extern struct tool {
    struct arena arena;
    int errors;
} tool;

PRINTF(1, 2) char *text(const char *format, ...); /* zero-ended, lives for ever */
char *text_of(struct str x);
PRINTF(3, 4) void refuse(struct place at, const char *query, const char *sentence, ...);
struct str read_whole(const char *path);
/* Writes `path` (and the directories above it) unless it holds exactly this already. */
void write_changed(const char *path, struct str content);
/* Opens a text in memory; `text_close` ends it and gives what was written. */
struct sheet {
    FILE *f;
    char *s;
    size_t n;
};
void sheet_open(struct sheet *sheet);
struct str sheet_close(struct sheet *sheet);

/* ---- sql.c ---- */

enum token_kind { T_WORD, T_QUOTED, T_NUMBER, T_STRING, T_PARAM, T_SYMBOL, T_COMMENT, T_END };
struct token {
    enum token_kind kind;
    struct str s;    /* as written; of a comment without its dashes */
    int line, depth; /* depth: parentheses around it */
    int select;      /* 0 in the outer statement, else the number of the SELECT it stands in */
    bool blank;      /* something blank stands before it */
};
struct tokens {
    struct token *t; /* ends in T_END */
    size_t n;        /* without T_END */
};
struct source { /* a table after FROM, JOIN, INTO or UPDATE */
    struct str table, alias;
    int select;
    bool left;   /* it may be absent: LEFT JOIN, or RIGHT and FULL anywhere */
    bool target; /* the statement itself writes it */
};
struct outline { /* what can be seen in the words alone */
    struct source sources[MAX_SOURCES];
    size_t sources_n;
    size_t items[MAX_COLUMNS + 1]; /* first token of each result column, then where they end */
    size_t items_n;
    struct token limit; /* what follows the outer LIMIT; kind T_END when there is none */
    bool where, group, distinct, compound, aggregate, join, from;
};
struct tokens sql_tokens(struct str sql, int line, bool comments);
struct outline sql_outline(struct tokens t);
bool token_is(const struct token *t, const char *word); /* without regard to case */
const struct source *source_named(const struct outline *o, struct str name);
struct str token_name(const struct token *t); /* without its quotes */

/* ---- schema.c ---- */

struct table {
    const char *name;
    struct place at;
    bool small, is_virtual, strict;
    const char *key;                /* its INTEGER PRIMARY KEY, or NULL */
    const char *owner, *owner_file; /* the feature that writes it */
};
struct schema {
    sqlite3 *db;
    struct table tables[MAX_TABLES];
    size_t tables_n;
};
/* Applies the files in order to a fresh database and checks their manners. */
void schema_read(struct schema *schema, char **paths, size_t n);
/* The table of that name; a shadow table of a virtual one gives the virtual one. */
struct table *schema_table(struct schema *schema, struct str name);
void write_migrations(const char *out, char **paths, size_t n);

/* ---- read.c ---- */

enum verb { V_ONE, V_MAYBE, V_MANY, V_COUNT, V_STREAM, V_RUN, V_ADD, VERBS };
extern const char *const verb_names[VERBS];

enum base_type { B_INT, B_TEXT, B_BYTES, B_DAY, B_CLOCK, B_INSTANT, B_BOOL, B_LANG, B_ENUM };
struct type {
    enum base_type base;
    struct str name; /* of an enum */
    bool may_be_null;
};
struct argument {
    struct str name;
    struct type type;
    bool used;
};
struct field { /* a column of the result */
    struct str name;
    struct type type;
};
struct query {
    enum verb verb;
    bool kept;            /* its rows stay with the snapshot */
    struct str name, row; /* row: whose struct it fills; its own unless `like` */
    struct place at;
    struct argument args[MAX_ARGS];
    size_t args_n;
    struct str about[64]; /* comment lines */
    size_t about_n;
    struct str scan, sort, sqlite; /* the reasons given, empty when not */
    bool scan_used, sort_used, sqlite_used;
    struct tokens sql;
    struct outline outline;
    struct field fields[MAX_COLUMNS];
    size_t fields_n;
    struct table_bits reads, writes; /* a bit for each table of the schema */
    int id;
    struct query *next;
};
struct part {             /* --: part NAME: words that several queries have in common */
    struct str name, sql; /* on one line, the parts in it filled in */
    struct place at;
    bool used;
    struct part *next;
};
struct meaning { /* --: type COLUMN TYPE */
    struct str table, column;
    struct type type;
};
struct unit { /* one .sql file */
    const char *file, *feature;
    struct place at;
    struct table_bits owns, declared;
    struct meaning meanings[64];
    size_t meanings_n;
    struct str includes[16];
    size_t includes_n;
    struct part *parts; /* the last first */
    struct query *queries;
    struct unit *next;
};
struct unit *unit_read(struct schema *schema, const char *path);
bool type_read(struct str word, struct str rest, struct type *type);

/* ---- check.c, plan.c ---- */

void query_check(struct schema *schema, const struct unit *unit, struct query *q);
/* Reads the plan; says whether it proves that there is one row at most. */
bool plan_check(struct schema *schema, struct query *q, const char *sql);
void words_check(struct schema *schema, struct query *q);
/* Is this a function of SQL that PostgreSQL has too, with the same meaning? */
bool function_shared(struct schema *schema, const struct query *q, const char *name);

/* ---- write.c, dialect.c ---- */

struct dialect {
    const char *name;
    void (*parameter)(FILE *f, size_t at); /* the at-th, from 1 */
};
extern const struct dialect sqlite_dialect;
/* The statement with its parameters as that database wants them. `returning`: the key that `add`
 * gives back, or NULL. */
void dialect_write(const struct dialect *d, FILE *f, const struct query *q,
                   const char *returning);

/* ---- personal.c ---- */

struct personal;
/* Reads which column is about people, and refuses what is missing or not there. */
void personal_read(struct schema *schema, const char *path, struct personal **to);
void personal_write(const struct personal *p, const char *out);

void unit_write(struct schema *schema, const struct unit *unit, const char *out);
void write_tables(struct schema *schema, const char *out);
void write_datamap(struct schema *schema, const struct unit *units, const char *out);

#endif
