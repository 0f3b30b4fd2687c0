/* inside.h — what writing and reading a file share; see spreadsheet.h. */
#ifndef FEATURES_SPREADSHEET_INSIDE_H
#define FEATURES_SPREADSHEET_INSIDE_H

#include "features/spreadsheet/spreadsheet.h"

/* What tells whether something that may change was changed. */
struct str spread_basis(struct arena *a, const struct spread_table *t, const struct str *cells);
/* The changes without the conflicts, as a file for spread_read. */
struct str spread_kept(struct arena *a, const struct spread_table *t,
                       const struct spread_back *back);

#endif
