/* hsds.h — the map as open data: HSDS 3.2, read by programs of anybody, and as files in and out.
 *
 * The addresses are those of HSDS (English, since they are part of the standard): /hsds, /hsds/services,
 * /hsds/organizations, /hsds/service_at_locations, /hsds/taxonomies, /hsds/taxonomy_terms, each with /ID, and
 * our own /hsds/tombstones. docs/hsds.md says how they are used. */
#ifndef FEATURES_HSDS_HSDS_H
#define FEATURES_HSDS_HSDS_H

#include "features/map/map.h"
#include "web/web.h"

#define HSDS_VERSION "3.2.3"
#define HSDS_PROFILE "https://docs.openreferral.org/en/3.2.3/"

enum {
    HSDS_PAGE = 50, /* of a list, when nothing is asked */
    HSDS_PAGE_MOST = 250,
    HSDS_MINIMAL = 20000, /* the same of a list that tells id and moment alone */
    HSDS_NEAR = 5000      /* metres around a postcode, when nothing is asked */
};

#endif
