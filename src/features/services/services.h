/* services.h — the map as residents see it: a list that is searched, and a page for each service.
 *
 * What somebody looks for stands in the address, so that back, reload and sending it to somebody work
 * without script; it is kept nowhere: not in our log, in no cache, and search engines leave it out. */
#ifndef FEATURES_SERVICES_SERVICES_H
#define FEATURES_SERVICES_SERVICES_H

#include "features/dialogue/dialogue.h"
#include "features/map/map.h"
#include "features/services/services.sql.h"

enum { ON_PAGE = 20, TEASER = 180 };

/* A box that can be ticked, with how many there would be. */
struct option {
    const char *name;
    const struct words *words;
    int64_t count;
    bool on;
};
struct choice { /* of a list to choose from */
    struct str value, text;
    int64_t count;
    bool on;
};
struct service_line {
    struct map_card card;
    bool open;
    int32_t metres;
    struct str teaser;
};
struct corrected {
    struct str typed, used;
};
struct list_view {
    struct map_ask ask;
    struct str q, where, age, kept; /* kept: an own list that goes along (collection.h) */
    bool asked;                     /* a question or a filter was given */
    bool where_wrong;               /* the postcode is not known here */
    struct map_found *found;
    struct service_line *lines;
    size_t lines_n;
    struct option options[6];
    struct choice *languages, *subjects, *areas;
    size_t languages_n, subjects_n, areas_n;
    struct path self, literal, next, back;
    bool more;
    int64_t from;
    struct map_figures figures;
    struct map_subjects_row *questions;
    size_t questions_n;
};
struct show_view {
    struct map_card c;
    struct url website, email;
    struct url *phones;
    struct place_view {
        const struct card_place *p;
        struct week_line { /* the days to come, with their times; empty: closed */
            struct str day, times;
            bool holiday;
        } week[7];
        struct str state, usual; /* open now; its hours as they are written */
    } * places;
    struct service_points_row *points; /* of dialogues that it belongs to */
    size_t points_n;
    struct path data, wrong;
    struct str keep; /* the own list with this one */
    bool thanked;    /* who reads this just said that something is not right */
};

/* The service that param[0] names. Fails: ERR_MISSING. */
MUST_CHECK enum err service_find(struct request *req, struct map_card *card);
/* "Nu open tot 17.00 uur", "Gaat open op …", or nothing. */
struct str place_state(struct arena *a, const struct card_place *p, struct day today,
                       enum lang lang);
/* "vandaag", "morgen", "woensdag" */
struct str week_day(struct day d, struct day today, enum lang lang);
struct str language_name(struct str code, enum lang lang);
struct str metres_text(struct arena *a, int32_t metres, enum lang lang);
struct url phone_url(struct arena *a, struct str number);
struct str subject_name(const struct map_subjects_row *s, enum lang lang);

#endif
