/* show.h — what everybody reads of commitments: all of them, and one. */
#ifndef FEATURES_DEEDS_SHOW_H
#define FEATURES_DEEDS_SHOW_H

#include "features/deeds/look.h"
#include "features/report/report.h"

struct daden_view {
    struct dialogue d;
    struct look look;
    const struct other_form *follow; /* the same outside this site */
    size_t follow_n;
    int64_t year; /* whose account is near; 0: none */
    bool can_mail;
};

enum event { EVENT_PROMISED, EVENT_MOVED, EVENT_DEED, EVENT_DONE, EVENT_STOPPED };
struct verdict_count {                  /* do people notice it? By yes, partly and no */
    int64_t raised, of_raised[3];       /* those who raised it */
    int64_t following, of_following[3]; /* those who follow it */
};
struct event_line { /* what happened with a commitment, in its order */
    enum event event;
    struct day day, due;
    struct str text, lang, figure;
    int64_t number;
    struct url link, document;
    struct str hash;
    struct shown_picture picture;
    struct verdict_count verdicts; /* of a deed */
};
struct commitment_view {
    struct dialogue d;
    int64_t number;
    bool can_mail;
    struct commitment_shown_row c;
    struct lateness late;
    struct said owner;
    struct said *others;
    struct commitment_places_shown_row *places;
    struct event_line *events;
    struct notes_shown_row *notes;
    size_t others_n, places_n, events_n, notes_n, moves, deeds, points;
    struct html body;
    struct paper_links paper;   /* for the meeting of the council */
    struct verdict_count whole; /* about all that was promised */
    struct commitment_silence_row silence;
    int64_t silent; /* days; 0: not silent */
};
#endif
