/* desk.h — keeping places and spaces at the desk. */
#ifndef FEATURES_PLACES_DESK_H
#define FEATURES_PLACES_DESK_H

#include "features/history/history.h"
#include "features/places/places.h"

struct place_form {
    struct str name, about, keeper, keeper_name, keeper_email;
    struct str address, postal_code, city, area, latitude, longitude, transportation,
        accessibility;
    bool hidden;
    int64_t version;
};
struct space_form {
    struct str name, equipment, cost, who_may, hours;
    int kind, entry, wheelchair, toilet, hearing_loop, free; /* yes, no, or -1: not known */
    int64_t capacity, version;
    bool closed;
};
struct place_desk_view {
    struct path self;
    const struct form_state *f;
    struct places_all_row *places;
    size_t places_n;
    bool paged, more;
    const struct words *done;
};
struct place_edit_view {
    struct path self;
    const struct form_state *f;
    bool is_new;
    struct place_named_row p;
    struct place_spaces_row *spaces;
    size_t spaces_n;
    struct map_areas_row *areas;
    size_t areas_n;
    int64_t id, version;
    const struct words *done;
};
struct space_edit_view {
    struct path self;
    const struct form_state *f;
    bool is_new;
    struct place_named_row p;
    int64_t id, version;
};

/* Writes down what was done to a place. */
MUST_CHECK enum err place_noted(struct tx *tx, struct request *req, enum act act,
                                struct str name);

#endif
