/* choose.h — a page of the desk with boxes to tick, in one or two groups: the points an advice rests on,
 * who owns a commitment and where it is. */
#ifndef FEATURES_ADVICE_CHOOSE_H
#define FEATURES_ADVICE_CHOOSE_H

#include "features/setup/setup.h"

struct choice {
    int64_t id;
    struct str text, lang, more; /* more: a line of facts, may be empty */
    bool ticked;
};
struct choice_group {
    const char *name;        /* of the field */
    struct str legend, none; /* none: said when there is nothing to choose */
    struct choice *all;
    size_t n;
    struct numbers now; /* ids that are chosen in the data, ascending */
};
struct choose_view {
    struct edit_view page; /* title, lead, tabs, self, back */
    struct choice_group groups[2];
    size_t groups_n;
};
/* Ticks what is chosen now, unless the form was sent, and shows the page. */
void choose_show(struct request *req, struct response *res, struct choose_view *v);
/* The fingerprint of what is chosen now, for the field "basis". */
struct str choose_basis(struct arena *a, const struct choice_group *groups, size_t n);
/* ERR_FORM when that changed meanwhile, or a box was sent that is not there. */
MUST_CHECK enum err choose_checked(struct request *req, const struct choice_group *groups,
                                   size_t n, const struct numbers *chosen);
/* "3, 5, 12" */
struct str choose_said(struct arena *a, const struct choice_group *g, struct numbers ids);

#endif
