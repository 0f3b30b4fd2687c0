/* show.h — what the page of a gathering shows, and the list of gatherings. */
#ifndef FEATURES_GATHERING_SHOW_H
#define FEATURES_GATHERING_SHOW_H

#include "features/gathering/gathering.h"
#include "features/gathering/show.sql.h"

struct round { /* the tables of one round, by number */
    int64_t number;
    const struct gathering_tables_row *tables;
    size_t tables_n;
};

struct gathering_view {
    struct dialogue d;
    struct gathering_shown_row gathering;
    struct shown_picture picture;
    struct gathering_programme_row *programme;
    struct round *rounds;
    size_t programme_n, rounds_n, tables_n;
    bool upcoming;  /* today or later */
    bool registers; /* people can still register (features/registration) */
};

struct gatherings_view {
    struct dialogue d;
    struct gatherings_listed_row *gatherings;
    size_t gatherings_n;
    struct day today;
};

#endif
