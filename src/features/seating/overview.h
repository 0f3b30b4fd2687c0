/* overview.h — what the pages about seats show: rounds, tables, people, what was reached and what cannot be. */
#ifndef FEATURES_SEATING_OVERVIEW_H
#define FEATURES_SEATING_OVERVIEW_H

#include "features/seating/seating.h"

struct drawn_seat {
    int x, y;
    bool taken;
};
struct drawn_table {
    int x, y;
    int64_t number;
    struct drawn_seat *seats;
    size_t seats_n;
};
struct shown_person {
    int64_t number; /* on lists */
    struct str name;
    bool fixed;
};
struct shown_table {
    int64_t number, seats;
    struct str title, place, interpreter;
    struct shown_person *people;
    size_t people_n;
};
struct shown_round {
    int64_t number;
    struct shown_table *tables;
    size_t tables_n;
    struct drawn_table *drawn; /* the room from above; none of a large one */
    size_t drawn_n;
    int width, height;             /* of the drawing */
    struct shown_person *unseated; /* who is there and has no seat yet */
    size_t unseated_n, away_n;
};
struct shown_breach {
    struct str name, other, language; /* as far as the sentence needs them */
    int64_t round, table, n;
    enum seats_rule rule;
};
struct seats_view {
    struct evening_view e;
    struct seating s;
    bool may;              /* change something */
    bool seated, unseated; /* somebody has a seat; somebody else has none in some round */
    struct shown_round *rounds;
    size_t rounds_n;
    struct seats_score score;
    struct seats_hard least;
    struct decimal met; /* others that somebody meets, on average */
    struct shown_breach *breaches;
    size_t breaches_n, breaches_more;
    bool avoidable; /* fewer breaches can be */
    const struct words *done;
    bool reckoning;                /* a proposal is under way */
    int64_t inside, missing, away; /* came in; did not; did not, and is counted as not there */
};
/* Fills all but the frame, which evening_open did. */
MUST_CHECK enum err seats_view_fill(struct request *req, struct seats_view *v);
/* What was just done; NULL: nothing known. */
const struct words *seats_done(struct str code);

#endif
