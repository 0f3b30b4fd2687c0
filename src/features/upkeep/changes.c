/* changes.c — what is different between two rows of the map, field by field. See proposal.h. */
#include "features/upkeep/proposal.h"

static void note(struct arena *a, struct row_change *to, size_t *n, int column, size_t place,
                 struct str before, struct str after)
{
    if (str_eq(before, after) || column == COL_LATITUDE || column == COL_LONGITUDE) return;
    const char *name = sheet_columns[column];
    to[(*n)++] =
        (struct row_change){ place ? arena_format(a, "%s %zu", name, place + 1) : str_of(name),
                             before, after };
}

size_t row_changes(struct arena *a, const struct sheet_row *before,
                   const struct sheet_row *after, struct row_change **changes)
{
    const struct str none = STR("");
    size_t n = 0;
    *changes = NEW(a, struct row_change, CHANGES_MOST);
    for (int c = COL_NAME; c < COLUMNS; c++)
        note(a, *changes, &n, c, 0, before->cell[c], after->cell[c]);
    for (size_t p = 0; p < before->places_n || p < after->places_n; p++)
        for (int c = COL_PLACE; c <= COL_HOURS; c++)
            note(a, *changes, &n, c, p + 1, p < before->places_n ? before->places[p][c] : none,
                 p < after->places_n ? after->places[p][c] : none);
    return n;
}

struct str row_get(const struct sheet_row *row, struct str field)
{
    size_t place;
    const int column = field_column(field, &place);
    if (!place) return row->cell[column];
    return place <= row->places_n ? row->places[place - 1][column] : STR("");
}

void row_set(struct sheet_row *row, struct str field, struct str value)
{
    size_t place;
    const int column = field_column(field, &place);
    if (column == COL_KEY || place > SHEET_PLACES) return;
    if (place > row->places_n) row->places_n = place;
    *(place ? &row->places[place - 1][column] : &row->cell[column]) = value;
}
