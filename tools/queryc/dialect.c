/* dialect.c — the text of a statement as one kind of database wants it.
 *
 * Queries keep their parameters by name until here, because `$1` means different things to SQLite
 * and PostgreSQL. A second database is a second `struct dialect` and a second text in the code. */
#include "queryc.h"

#include <string.h>

static void sqlite_parameter(FILE *f, size_t at)
{
    fprintf(f, "?%zu", at);
}

const struct dialect sqlite_dialect = { "SQLite", sqlite_parameter };

void dialect_write(const struct dialect *d, FILE *f, const struct query *q,
                   const char *returning)
{
    for (size_t i = 0; i < q->sql.n; i++) {
        const struct token *t = &q->sql.t[i];
        if (i > 0 && t->blank) fputc(' ', f);
        size_t at = 0;
        if (t->kind == T_PARAM)
            for (size_t k = 0; k < q->args_n; k++)
                if (str_eq(q->args[k].name, str_from(t->s, 1))) at = k + 1;
        if (at)
            d->parameter(f, at);
        else
            fprintf(f, "%.*s", STR_ARG(t->s));
    }
    if (returning) fprintf(f, " RETURNING %s", returning);
}
