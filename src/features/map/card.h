/* card.h — one service with everything that is told of it, in the reader's language as far as there is one. */
#ifndef FEATURES_MAP_CARD_H
#define FEATURES_MAP_CARD_H

#include "algo/hours.h"
#include "base/lang.h"
#include "features/map/rows.sql.h"

enum { CARD_OLD_DAYS = 365 }; /* confirmed longer ago than this: said so, and shown later */

struct card_place {
    const struct service_row_places_row *row;
    struct hours hours;
    bool has_hours, open;
    struct day day;     /* until when it is open, or when it opens */
    struct clock clock; /* the same */
    bool has_next;
};
struct map_card {
    int64_t id;
    struct service_row_row s;
    struct service_row_text_row text;
    struct str lang;                 /* of name and description */
    struct service_row_text_row own; /* in Dutch: what is not translated */
    struct card_place *places;
    struct service_row_phones_row *phones;
    struct service_row_languages_row *languages;
    struct service_row_terms_row *terms;
    size_t places_n, phones_n, languages_n, terms_n;
    bool old; /* not confirmed for a year, or never */
};
/* Fails: ERR_MISSING. */
MUST_CHECK enum err map_card(struct db *db, struct arena *a, int64_t service, enum lang lang,
                             struct instant now, struct map_card *card);
/* Services that can be found, and those of them confirmed in the last year. */
struct map_figures {
    int64_t listed, confirmed;
};
MUST_CHECK enum err map_figures(struct db *db, struct day today, struct map_figures *figures);

#endif
