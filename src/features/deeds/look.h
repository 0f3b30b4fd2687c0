/* look.h — commitments looked up: by theme, neighbourhood, owner, portfolio, year and how it stands, late
 * ones first, fifty on a page. The list for everybody and that of the desk are both made of it.
 *
 * Beside each choice stands how many there would be. A page names the same queries, in this order. */
#ifndef FEATURES_DEEDS_LOOK_H
#define FEATURES_DEEDS_LOOK_H

#include "features/deeds/deeds.h"
#include "features/deeds/look.sql.h"

#define LOOK_QUERY "thema wijk eigenaar portefeuille jaar stand na"
enum look_by {
    BY_THEME,
    BY_HOOD,
    BY_OWNER,
    BY_PORTFOLIO,
    BY_YEAR,
    BY_STAND,
    LOOKS,
    LOOK_AFTER = LOOKS
};
enum { LOOK_PAGE = 50, TIMELINE_WIDE = 1000 /* units of a drawing */ };

struct look_option {
    struct str value, text, lang;
    int64_t n; /* there would be */
    bool chosen;
};
struct look_facet {
    struct str name; /* in the form */
    const struct words *label, *any;
    int64_t any_n;
    struct look_option *options;
    size_t n;
};
struct drawn { /* a commitment on the line of time, in those units; wide 0: nothing */
    int64_t promised, promised_wide, late, late_wide, due, today;
    bool moved;
};
struct look_line {
    struct look_one_row row;
    struct said owner;
    struct lateness late;
    struct drawn drawn;
};
struct look_sum { /* of what fits */
    int64_t all, running, late, kept, kept_late, stopped, moves;
};
struct look {
    struct path self, next;
    struct look_facet by[LOOKS];
    struct look_sum sum;
    struct look_line *lines;
    size_t n;
    bool narrowed, more,
        behind; /* something was chosen; there is a next page; this is not the first */
    struct day from, until; /* of the drawing */
    int64_t *years;         /* where they begin in it */
    size_t years_n;
};
/* What the address asks of the commitments of `d`. `page`: "/{}/daden". Fails: ERR_MISSING for a choice
 * that is not there. Cost: linear in the commitments of the dialogue; 10,000 take some milliseconds. */
MUST_CHECK enum err look_up(struct request *req, const struct dialogue *d, const char *page,
                            struct look *l);
struct said owner_said(enum lang reader, const struct dialogue *d, struct str name,
                       struct str name_en);

#endif
