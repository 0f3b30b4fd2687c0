/* stock.h — what the writers bring along: letters, patterns to break words by, a colour profile. Made
 * part of the program by tools/stock; whose they are stands in NOTICE.md. */
#ifndef DOCUMENT_STOCK_H
#define DOCUMENT_STOCK_H

#include "base/base.h"

extern const struct str stock_sans, stock_sans_more;   /* Source Sans 3, of variable weight */
extern const struct str stock_world, stock_world_bold; /* Noto Sans: Greek, Cyrillic and more */
extern const struct str stock_arabic, stock_arabic_bold; /* Noto Sans Arabic */
extern const struct str stock_hyphens_nl, stock_hyphens_en;
extern const struct str stock_srgb; /* ICC profile */

#endif
