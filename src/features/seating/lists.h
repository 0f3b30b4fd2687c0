/* lists.h — what the lists to print show. */
#ifndef FEATURES_SEATING_LISTS_H
#define FEATURES_SEATING_LISTS_H

#include "features/seating/overview.h"

struct listed_round {
    bool away;
    int64_t table; /* its number; 0: none yet */
};
struct listed_person {
    struct str name, sort; /* in small letters without accents */
    int64_t number;
    struct listed_round *rounds;
};
struct lists_view {
    struct seats_view v;
    struct listed_person *people; /* by name */
    size_t people_n;
};

#endif
