/* pages.h — what the pages about words that found nothing show. */
#ifndef FEATURES_SOUGHT_PAGES_H
#define FEATURES_SOUGHT_PAGES_H

#include "features/sought/sought.h"
#include "features/sought/sought.sql.h"

struct sought_view {
    struct sought_dealt_row *dealt;
    size_t dealt_n;
    struct sought_waiting_row *waiting; /* for the desk only */
    size_t waiting_n;
    struct sought_figures_row figures;
    const struct words *done; /* what was just done; NULL: nothing */
};
struct sought_one_view {
    struct sought_one_row s;
    struct sought_areas_row *areas;
    size_t areas_n;
    struct found_now { /* what the map answers today */
        struct map_card card;
    } * now;
    size_t now_n;
    struct sought_themes_row *themes;
    size_t themes_n;
    const struct form_state *f;
    struct path self;
};
enum sought_doing { DO_EXPLAIN, DO_ENTERED, DO_RAISE, DO_NOT_OURS };
struct sought_form {
    int doing; /* enum sought_doing */
    struct str means, where;
};

#endif
