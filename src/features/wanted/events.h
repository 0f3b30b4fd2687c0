/* events.h — a shared agenda of small events, and the organisations that connect.
 *
 * Anybody proposes an event, without telling who they are; the desk reads it before it is public. It has a feed
 * for calendars, of the city and of each neighbourhood. What does not go on stays, and says so. */
#ifndef FEATURES_WANTED_EVENTS_H
#define FEATURES_WANTED_EVENTS_H

#include "features/people/people.h"
#include "features/places/places.h"
#include "features/wanted/events.sql.h"

struct event_form {
    struct str title, body, organiser, place, area;
    struct optional_day day;
    struct optional_clock starts, ends;
    int state; /* of the desk; -1: as it comes in */
    bool cancelled;
    int64_t version;
};
struct agenda_view {
    struct path self, feed;
    struct events_coming_row *events;
    size_t n;
    struct place_choice *areas;
    size_t areas_n;
    struct str area; /* name of the one that was chosen; empty: all */
    bool desk, tipped;
    struct events_coming_row *waiting; /* for the desk */
    size_t waiting_n;
    const struct words *done;
};
struct event_edit_view {
    struct path self;
    const struct form_state *f;
    bool desk, is_new;
    struct events_coming_row e;
    struct map_areas_row *areas;
    size_t areas_n;
    int64_t version;
};
struct partner_form {
    struct str name, about, role, contact, website, area;
    int64_t basis;
};
struct partners_view {
    struct path self;
    const struct form_state *f;
    bool desk, one;
    int64_t id, basis;
    struct partner_line {
        const struct partners_row *p;
        struct url website;
    } * lines;
    size_t n;
    struct map_areas_row *areas;
    size_t areas_n;
    const struct words *done;
};

#endif
