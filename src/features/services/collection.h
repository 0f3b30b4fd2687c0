/* collection.h — several entries of the map together, to take along: somebody's own list, which stands in its
 * address and nowhere else, or all of a neighbourhood. As a page, as cards for a pocket, as a document. */
#ifndef FEATURES_SERVICES_COLLECTION_H
#define FEATURES_SERVICES_COLLECTION_H

#include "features/report/report.h"
#include "features/services/services.h"
#include "web/qr.h"

enum { OWN_MOST = 40, OWN_BYTES = 3000, AREA_MOST = 500 };

struct collected {
    struct map_card card;
    struct str hours;    /* as it is written: paper and a kept page know no now */
    struct path without; /* the own list without it */
    struct qr qr;
    struct str qr_alt;
};
struct collection_view {
    bool own;
    struct str title, kept; /* kept: names of the own list, with commas */
    struct collected *all;
    size_t n, total; /* total: of a neighbourhood, which may have more */
    struct path self, cards, on;
    struct paper_links papers;
    struct qr qr; /* leads to this list on a phone */
    struct str qr_alt;
};

/* The own list with one more entry: "eettafel,formulierenbrigade". It is sent by a form, never a link: who
 * follows every link would come by every list there can be. */
struct str list_with(struct arena *a, struct str kept, struct str slug);
/* What somebody kept, as far as it is names with commas. */
struct str list_read(struct arena *a, struct str typed);

#endif
