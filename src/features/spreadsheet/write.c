/* write.c — things as the rows of a file; see spreadsheet.h. */
#include "features/spreadsheet/inside.h"

#include "base/bytes.h"
#include "base/csv.h"
#include "web/token.h"

#include <stdlib.h>

struct spread_column *spread_column_add(struct spread_table *t, struct str name,
                                        enum spread_role role)
{
    if (t->columns_n == SPREAD_COLUMNS) abort(); /* this table has to change */
    t->columns[t->columns_n] = (struct spread_column){ .name = name, .role = role };
    return &t->columns[t->columns_n++];
}

struct str spread_cell(const struct spread_table *t, const struct str *cells,
                       const char *column)
{
    for (size_t i = 0; i < t->columns_n; i++)
        if (str_is(t->columns[i].name, column)) return cells[i];
    return STR("");
}

/* Letters first, so that no spreadsheet counts with it. */
struct str spread_basis(struct arena *a, const struct spread_table *t, const struct str *cells)
{
    struct str all = STR("");
    for (size_t i = 0; i < t->columns_n; i++)
        if (t->columns[i].role == SPREAD_EDIT)
            all =
                arena_format(a, "%.*s%zu %.*s\n", STR_ARG(all), cells[i].n, STR_ARG(cells[i]));
    return arena_format(a, "v%.*s", 12, hex_write(a, str_upto(sha256(a, all), 6)).s);
}

static void heading(struct arena *a, const struct spread_table *t, struct out *o)
{
    for (size_t i = 0; i < t->columns_n; i++) {
        if (i) out_raw(o, STR(";"));
        out_raw(o, csv_field(a, t->columns[i].name, ';'));
    }
    out_raw(o, STR("\r\n"));
}

/* `basis` is that of how the thing stands now, also when the cells say something else. */
static void row(struct arena *a, const struct spread_table *t, const struct str *cells,
                struct str basis, struct out *o)
{
    for (size_t i = 0; i < t->columns_n; i++) {
        const struct spread_column *c = &t->columns[i];
        const struct str cell = c->role == SPREAD_BASIS ? basis
                                : c->words              ? csv_guard(a, cells[i])
                                                        : cells[i];
        if (i) out_raw(o, STR(";"));
        out_raw(o, csv_field(a, cell, ';'));
    }
    out_raw(o, STR("\r\n"));
}

void spread_write(struct arena *a, const struct spread_table *t, struct out *o)
{
    out_raw(o, STR("\xEF\xBB\xBF"));
    heading(a, t, o);
    for (size_t i = 0; i < t->n; i++) {
        const struct str *cells = t->rows[i].cells;
        row(a, t, cells, spread_basis(a, t, cells), o);
    }
}

struct str spread_kept(struct arena *a, const struct spread_table *t,
                       const struct spread_back *back)
{
    struct out o = out_start(a, 2 * SPREAD_BYTES, LANG_NL);
    heading(a, t, &o);
    for (size_t i = 0; i < back->n; i++) {
        const struct spread_change *c = &back->changes[i];
        if (c->conflict) continue;
        row(a, t, c->cells, c->row ? spread_basis(a, t, c->row->cells) : STR(""), &o);
    }
    return (struct str){ o.s, o.n };
}
