/* making.h — how a report was made: who came, who was missing, who noted and edited, how voices became points,
 * and what was objected. For everybody, and so without anything that says something of one person.
 *
 * Who came is counted once, on the night after a gathering (`dialoog tidy`), and only what may be shown is
 * kept: classes of five or more (algo/suppress.h). The registrations themselves go at their own date. */
#ifndef FEATURES_MAKING_MAKING_H
#define FEATURES_MAKING_MAKING_H

#include "features/history/history.h"
#include "features/making/making.sql.h"
#include "features/registration/registration.h"

/* Counts who came to each gathering before `today` that was not counted yet. Of those before `since` the
 * registrations are partly gone: of them it is kept that it is not known. */
MUST_CHECK enum err turnout_count(struct tx *tx, struct arena *a, struct day today,
                                  struct day since);

struct made_row {              /* a class of people */
    const struct words *words; /* NULL: `name` says it */
    struct str name;
    int64_t people;
    struct str wide;              /* of its bar */
    bool measured;                /* it is known how many live there */
    int64_t share, share_of_city; /* per cents */
    bool few;                     /* less than half of what fits the number of inhabitants */
};
struct made_table {
    enum turnout_aspect aspect;
    const struct words *caption, *head;
    struct made_row *rows;
    size_t rows_n;
    bool few;      /* too few to show anything */
    bool measured; /* the rows are set beside the number of inhabitants */
};
struct made_evening {
    const struct making_gatherings_row *g;
    bool counted, has_came;
    int64_t came, hosts, noters;
    struct made_table tables[3];
    size_t tables_n;
};
struct making_view {
    struct dialogue d;
    struct made_evening *evenings;
    size_t evenings_n;
    struct making_numbers_row n;
    struct making_answers_row answers;
    struct making_objections_row objections;
    struct making_editors_row *editors;
    size_t editors_n;
    struct making_reasons_row *reasons;
    size_t reasons_n;
    struct bar bar;
    int64_t voices;
    bool second_known, seconded; /* somebody else looked before it appeared */
};

#endif
