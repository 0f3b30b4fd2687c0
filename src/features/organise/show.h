/* show.h — what the pages show that bring one gathering together: its own page at the desk, its programme,
 * its tables and the run of show. */
#ifndef FEATURES_ORGANISE_SHOW_H
#define FEATURES_ORGANISE_SHOW_H

#include "features/organise/organise.h"

struct evening_step { /* what has to be done before the evening */
    struct str text, more;
    struct path to;
    bool done;
};
struct evening_round { /* the tables of one round, by number */
    int64_t number;
    const struct organise_tables_row *tables;
    size_t tables_n;
    int64_t seats;
};

struct evening_page_view {
    struct evening_view e;
    struct evening_step steps[8];
    size_t steps_n;
    struct organise_items_row *items;
    size_t items_n;
    struct evening_round *rounds;
    size_t rounds_n;
    struct organise_themes_row *themes;
    size_t themes_n;
    int64_t unled;                   /* tables without a host or without a note-taker */
    struct organise_needs_row needs; /* for the run of show */
    struct organise_diets_row *diets;
    struct evening_tongue { /* a language, and for how many people */
        struct str name;
        int64_t people;
    } * tongues;
    size_t diets_n, tongues_n;
};

/* Divides tables that come by round into rounds. */
void rounds_of(struct arena *a, const struct organise_tables_row *tables, size_t n,
               struct evening_page_view *v);
/* Fills in programme and tables. */
MUST_CHECK enum err evening_fill(struct request *req, struct evening_page_view *v);

/* Puts the items of a programme in the order of the clock: what everybody sees from 1, what only the
 * team sees from PROGRAMME_TEAM. */
MUST_CHECK enum err programme_sort(struct tx *tx, struct request *req, struct str own,
                                   int64_t gathering);

#endif
