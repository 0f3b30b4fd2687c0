/* desk.h — the registrations of one gathering, as the team sees them. */
#ifndef FEATURES_REGISTRATION_DESK_H
#define FEATURES_REGISTRATION_DESK_H

#include "features/registration/give.h"

struct desk_line {
    struct registrations_of_row r;
    struct str interpreter;
    struct path to;
    int64_t twin; /* the number of who may be the same person, and came before; 0: nobody */
};
struct registrations_view {
    struct evening_view e;
    struct registration_counts_row n;
    struct desk_line *lines;
    size_t lines_n;
    int64_t wheelchairs, children, twins,
        unclear;     /* sums; wishes of which is not known who is meant */
    bool free_place; /* somebody could move up */
    const struct words *done;
};

struct one_view {
    struct evening_view e;
    struct give_view give; /* its form */
    struct registration_by_code_row r;
    struct str code;
    struct registration_wishes_of_row *wishes;
    size_t wishes_n;
    struct desk_line *others; /* who may be meant */
    size_t others_n;
    struct path cancel, means;
};

#endif
