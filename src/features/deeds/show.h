/* show.h — what everybody reads of commitments: all of them, and one. */
#ifndef FEATURES_DEEDS_SHOW_H
#define FEATURES_DEEDS_SHOW_H

#include "features/deeds/deeds.h"
#include "features/deeds/show.sql.h"

enum { TIMELINE_WIDE = 1000 }; /* units of a drawing */

struct drawn { /* a commitment on the line of time, in those units; wide 0: nothing */
    int64_t promised, promised_wide, late, late_wide, due, today;
    bool moved;
};
struct commitment_line {
    const struct commitments_shown_row *row;
    struct lateness late;
    struct drawn drawn;
};
struct daden_option {
    struct str value, text, lang;
    bool chosen;
};
struct daden_view {
    struct dialogue d;
    struct path self, next;
    struct chain_of_commitments_row sum;
    struct commitment_line *lines;
    struct daden_option *themes, *hoods, *owners, *years;
    size_t n, themes_n, hoods_n, owners_n, years_n;
    bool more, narrowed;
    struct day from, until; /* of the drawing */
};

enum event { EVENT_PROMISED, EVENT_MOVED, EVENT_DEED, EVENT_DONE, EVENT_STOPPED };
struct event_line { /* what happened with a commitment, in its order */
    enum event event;
    struct day day, due;
    struct str text, lang, figure;
    int64_t number;
    struct url link, document;
    struct str hash;
    struct shown_picture picture;
};
struct commitment_view {
    struct dialogue d;
    int64_t number;
    struct commitment_shown_row c;
    struct lateness late;
    struct said owner;
    struct said *others;
    struct commitment_places_shown_row *places;
    struct event_line *events;
    struct notes_shown_row *notes;
    size_t others_n, places_n, events_n, notes_n, moves, deeds, points;
    struct html body;
};
struct said owner_said(enum lang reader, const struct dialogue *d, struct str name,
                       struct str name_en);

#endif
