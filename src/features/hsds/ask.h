/* ask.h — which things of the map a program asks for. Filters add up; what answers all of them is known by id,
 * so that any page of it is as quick as the first. */
#ifndef FEATURES_HSDS_ASK_H
#define FEATURES_HSDS_ASK_H

#include "features/hsds/object.h"

enum thing { THING_SERVICE, THING_PLACE, THING_ORGANIZATION, THING_GONE };

#define HSDS_QUERY                                                                             \
    "search page per_page format taxonomy_term_id taxonomy_id organization_id modified_after " \
    "minimal full full_service postcode proximity minimum_age maximum_age day start_time "     \
    "end_time"
enum hsds_query { /* in the order of HSDS_QUERY */
                  Q_SEARCH,
                  Q_PAGE,
                  Q_PER_PAGE,
                  Q_FORMAT,
                  Q_TERM,
                  Q_TAXONOMY,
                  Q_ORGANIZATION,
                  Q_MODIFIED,
                  Q_MINIMAL,
                  Q_FULL,
                  Q_FULL_SERVICE,
                  Q_POSTCODE,
                  Q_PROXIMITY,
                  Q_MINIMUM_AGE,
                  Q_MAXIMUM_AGE,
                  Q_DAY,
                  Q_START,
                  Q_END
};

struct hsds_asked {
    enum thing thing;
    int64_t page, per_page;
    bool ndjson, minimal, full, full_service;
    struct str search;
    bool by_term, by_taxonomy, by_organization,
        nothing; /* nothing: it asks for what is not there */
    int64_t term, organization;
    bool by_moment;
    struct instant since;
    bool near;
    int32_t latitude, longitude, metres;
    int age_from, age_until; /* years; -1: not asked */
    int day;                 /* 0 Monday; -1: any */
    int from, until;         /* minutes; -1: not asked */
    enum lang lang;
    struct instant now;
};
/* Page, size and format: what every list takes. `most` is the largest page. */
MUST_CHECK enum err asked_page(struct request *req, struct response *res, int64_t most,
                               struct hsds_asked *asked);
MUST_CHECK enum err asked_read(struct request *req, struct response *res, enum thing thing,
                               struct hsds_asked *asked);
bool asked_filters(const struct hsds_asked *asked);
/* What to say of it: ERR_INPUT, with the sentence for who asked. */
MUST_CHECK enum err asked_wrong(struct request *req, struct response *res,
                                const struct words *what_to_do);

struct chosen { /* in the order they are told */
    bool all;
    uint32_t *id;
    size_t n;
};
MUST_CHECK enum err chosen_find(struct db *db, struct arena *a, const struct hsds_asked *asked,
                                struct chosen *chosen);
/* The same when there are filters (choose.c). */
MUST_CHECK enum err choose(struct db *db, struct arena *a, const struct hsds_asked *asked,
                           struct chosen *chosen);
/* The ids from the `from`-th on, at most `most`. */
MUST_CHECK enum err chosen_slice(struct db *db, struct arena *a, enum thing thing,
                                 const struct chosen *chosen, size_t from, size_t most,
                                 uint32_t **ids, size_t *n);

/* The head of a page and what ends it; the objects come between. */
void page_open(struct out *o, const struct hsds_asked *asked, size_t total, size_t here);
void page_close(struct out *o);

#endif
