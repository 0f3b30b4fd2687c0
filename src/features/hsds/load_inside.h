/* load_inside.h — what load.c and entry.c share: the tables, found by key. */
#ifndef FEATURES_HSDS_LOAD_INSIDE_H
#define FEATURES_HSDS_LOAD_INSIDE_H

#include "features/hsds/load.h"
#include "features/hsds/object.h"

struct index {
    struct table *t;
    enum hsds_column column;
    int64_t *first;
    size_t room;
    int link;
};
struct load {
    struct tables *t;
    const struct sheet_talk *talk;
    const struct sheet_source *source;
    struct hsds_done *done;
    bool dry;
    int64_t faults;
    size_t at;
    struct arena *a;             /* of the service at hand */
    const struct table_row *row; /* the service at hand */
    struct hsds_terms_row *terms;
    size_t terms_n;
    struct index service, organization, location, places_of, place, addresses_of, accessible_of,
        languages_of, term, costs_of, eligible_of, attributes_of, phones_of_service,
        phones_of_place, schedules_of_service, schedules_of_place, holidays_of_service,
        holidays_of_place, phones_of_location, phones_of_organization, schedules_of_location,
        holidays_of_location;
};
struct table_row *key_find(const struct index *x, struct str key); /* the first; NULL: none */
struct table_row *key_next(const struct index *x, const struct table_row *row);

void entry_fault(struct load *l, const struct table_row *row, enum hsds_table which,
                 const struct words *what, struct str value);
void entry_left_out(struct load *l, const struct table_row *row, enum hsds_table which,
                    const struct words *what, struct str value);
/* The cells of one service. False: it has a fault. */
bool entry_of_tables(struct load *l, const struct table_row *service, struct sheet_row *row);

#endif
