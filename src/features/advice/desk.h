/* desk.h — what the desk pages of advice share, and the view of their list. */
#ifndef FEATURES_ADVICE_DESK_H
#define FEATURES_ADVICE_DESK_H

#include "features/advice/advice.h"
#include "features/advice/desk.sql.h"

/* A record about this advice (id 0: a new one): its history, name, tabs and the way back. */
void advice_open(struct request *req, struct record *r, const struct advice_find_row *row);

struct advice_desk_view {
    struct dialogue d;
    const struct words *done;
    struct day today;
    struct desk_advices_row *advices;
    struct desk_points_left_row *waiting, *aside;
    struct desk_steps_row *steps;
    size_t advices_n, waiting_n, aside_n, steps_n;
    bool may_name;       /* the kinds of steps, for the whole municipality */
    int64_t points_days; /* how long the points of this edition wait */
};
int64_t advice_days(const struct advice_desk_view *v, bool has, struct day since);
struct said desk_step_said(enum lang reader, const struct dialogue *d,
                           const struct desk_steps_row *row);

#endif
