/* queryc — tries every query against the real schema and gives it a C function.
 *
 *   queryc --out build --schema schema/0001-a.sql … [--personal FILE] -- src/features/x/x.sql …
 *
 * writes build/features/x/x.sql.h and .sql.c for each, and build/gen/tables.h, migrations.c and
 * datamap.txt, and with --personal personal.h and personal.c. A file that would not change keeps its time. What a .sql file may say stands in
 * docs/queries.md. */
#include "queryc.h"

#include <string.h>

static int usage(void)
{
    fputs("queryc --out DIR --schema SCHEMA.sql ... [--personal FILE] -- FILE.sql ...\n",
          stderr);
    return 2;
}

static void check_names(const struct unit *units)
{
    for (const struct unit *u = units; u; u = u->next)
        for (const struct query *q = u->queries; q; q = q->next)
            for (const struct unit *v = u; v; v = v->next)
                for (const struct query *r = v == u ? q->next : v->queries; r; r = r->next)
                    if (str_eq(q->name, r->name))
                        refuse(r->at, text_of(r->name), "%s:%d has that name already",
                               q->at.file, q->at.line);
}

int main(int argc, char **argv)
{
    if (argc < 5 || strcmp(argv[1], "--out") != 0 || strcmp(argv[3], "--schema") != 0)
        return usage();
    int files = 4;
    while (files < argc && strcmp(argv[files], "--") != 0) files++;
    if (files == argc) return usage();
    char **schemas = argv + 4;
    size_t schemas_n = (size_t)(files - 4);
    struct personal *personal = NULL;
    const char *personal_path = NULL;
    if (schemas_n >= 2 && strcmp(schemas[schemas_n - 2], "--personal") == 0) {
        personal_path = schemas[schemas_n - 1];
        schemas_n -= 2;
    }

    struct schema *schema = NEW(&tool.arena, struct schema, 1);
    struct unit *units = NULL, **last = &units;
    int id = 0;
    schema_read(schema, schemas, schemas_n);
    if (personal_path) personal_read(schema, personal_path, &personal);
    for (int i = files + 1; i < argc; i++) {
        *last = unit_read(schema, argv[i]);
        for (struct query *q = (*last)->queries; q; q = q->next) {
            q->id = id++;
            query_check(schema, *last, q);
        }
        last = &(*last)->next;
    }
    check_names(units);
    if (tool.errors == 0) {
        for (const struct unit *u = units; u; u = u->next) unit_write(schema, u, argv[2]);
        write_tables(schema, argv[2]);
        write_datamap(schema, units, argv[2]);
        write_migrations(argv[2], schemas, schemas_n);
        if (personal) personal_write(personal, argv[2]);
    }
    sqlite3_close(schema->db);
    arena_end(&tool.arena);
    return tool.errors != 0;
}
