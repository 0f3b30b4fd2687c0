/* show.h — what everybody reads of advice: the list, and one of them. */
#ifndef FEATURES_ADVICE_SHOW_H
#define FEATURES_ADVICE_SHOW_H

#include "algo/waiting.h"
#include "features/advice/advice.h"
#include "features/report/report.h"
#include "features/sources/sources.h"

struct advices_view {
    struct dialogue d;
    struct day today;
    struct advices_shown_row *advices;
    struct advice_steps_shown_row *steps;
    size_t advices_n, steps_n;
    struct participation_shown_row how;
    bool has_how;
    int64_t challenge;           /* 1: people can offer to do a task of the city */
    struct paper_links document; /* all advice together */
};
struct advice_view {
    struct dialogue d;
    struct day today;
    int64_t number;
    bool can_mail;
    struct advice_shown_row a;
    struct html body, options, reason;
    struct url paper; /* of the answer; empty: none */
    struct advice_points_shown_row *points;
    struct advice_steps_shown_row *steps;
    struct advice_outcomes_shown_row *outcomes;
    struct advice_commitments_shown_row *commitments;
    size_t points_n, steps_n, outcomes_n, commitments_n;
    struct paper_links council; /* for the meeting of the council */
};

/* For templates: days since; a kind of step and a title in the reader's language; an address that may
 * stand in the data, empty when it is none. */
int64_t days_since(struct day then, struct day today);
struct said step_words(enum lang reader, const struct dialogue *d,
                       const struct advice_steps_shown_row *s);
struct said said_here(enum lang reader, const struct dialogue *d, struct str own,
                      struct str english);
struct url address_of(struct str text);

#endif
