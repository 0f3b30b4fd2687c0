/* begin.h — a new gathering: its row, its name in addresses, and what it takes along from an earlier one. */
#ifndef FEATURES_ORGANISE_BEGIN_H
#define FEATURES_ORGANISE_BEGIN_H

#include "features/organise/organise.h"

struct beginning {
    struct str title, place;
    struct day day;
    struct optional_clock starts, ends;
    bool announced;
};
/* Adds it, behind all others, and writes that down. `slug` becomes its name in addresses. */
MUST_CHECK enum err evening_begin(struct tx *tx, struct request *req, const struct subject *s,
                                  const struct beginning *b, struct str *slug, int64_t *id);
/* Takes along the programme, the tables and the plan of another gathering of this dialogue; not its
 * day, its texts or who registered. Fails: ERR_FORM when `from` is none, at `field`. */
MUST_CHECK enum err evening_copy(struct tx *tx, struct request *req, const struct subject *s,
                                 const char *field, struct str from, int64_t to);

/* The page with the form for a new one, whatever it asks; v->page.d was opened already. */
struct begin_page {
    const struct words *title, *lead, *button;
};
enum err begin_show(struct request *req, struct response *res, struct evening_view *v,
                    struct edit_field *fields, size_t n, const struct begin_page *page);

#endif
