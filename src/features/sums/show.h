/* show.h — what the page of the sum shows. */
#ifndef FEATURES_SUMS_SHOW_H
#define FEATURES_SUMS_SHOW_H

#include "features/deeds/deeds.h"
#include "features/dialogue/dialogue.h"
#include "features/replies/replies.h"
#include "features/sums/sums.h"
#include "features/sums/sums.sql.h"

struct sum {
    int64_t used, waiting, set_aside, only_counted, withdrawn;
    int64_t voices; /* all of them, counted apart */
    struct bar bar;
};
struct sum_of_theme {
    struct sum_of_themes_row row;
    struct sum sum;
};
struct sum_of_table {
    struct sum_of_tables_row row;
    struct sum sum;
};

struct sums_view {
    struct dialogue d;
    struct sum all;
    bool adds_up; /* its parts, its themes and its tables each give all voices */
    struct sum_of_theme *themes;
    struct sum_of_table *tables;
    struct sum_of_reasons_row *reasons;
    struct sum_of_hidden_row *hidden;
    size_t themes_n, tables_n, reasons_n, hidden_n;
    bool at_tables;        /* some were said at a table */
    bool several_evenings; /* so each table says of which it is */
    int64_t shown, unchecked, erased, by_choice, unseen;
    struct sum_of_objections_row objections;
    int64_t objection_days;            /* how long the oldest waits */
    struct chain_of_points_row points; /* law 3: of the newest edition */
    struct chain_of_questions_row questions;
    struct chain_of_advice_row advice;
    struct chain_of_commitments_row promises; /* law 4 */
    int64_t points_days, question_days, advice_days, bare_days;
    bool chain_adds_up;
    struct sum_of_findings_row *sources;
    size_t sources_n;
    struct sum_of_findings_row findings; /* of all sources together */
};

#endif
