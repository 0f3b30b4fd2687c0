/* choose.h — what somebody who comes sees of tables: their own, and where is room. */
#ifndef FEATURES_SEATING_CHOOSE_H
#define FEATURES_SEATING_CHOOSE_H

#include "features/seating/choose.sql.h"
#include "features/seating/seating.h"

struct choice_table {
    const struct choosing_tables_row *row;
    struct str interpreter; /* in words; empty: none */
    int64_t left;           /* free seats, without theirs */
    bool mine, full;        /* full: no seat, or none that suits their wheelchair */
};
struct choice_round {
    int64_t number;
    const char *field; /* "ronde-1" */
    struct choice_table *tables;
    size_t tables_n;
    const struct choice_table *mine; /* where they sit; NULL: nowhere yet */
    bool fixed, away;                /* decided by the team; not there in this round */
};
struct choose_view {
    struct dialogue d;
    struct choosing_by_code_row r;
    const struct form_state *form;
    struct choice_round *rounds;
    size_t rounds_n;
    bool may; /* choose: the gathering lets people, and the day is not over */
    bool done;
    struct path self, back;
};

#endif
