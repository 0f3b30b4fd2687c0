/* embed.h — what becomes of promises, on the city's own site: a small page without menu or script that may stand in
 * a frame there, and a page that tells how. It asks nothing of a reader, sets no cookie, and is the only page
 * of ours that another site can frame. */
#ifndef FEATURES_EMBED_EMBED_H
#define FEATURES_EMBED_EMBED_H

#include "features/deeds/deeds.h"
#include "features/embed/embed.sql.h"

enum { EMBED_LINES = 5 };

struct embed_line {
    const struct embed_late_row *row;
    struct lateness late;
};
struct embed_view {
    struct dialogue d;
    struct frame *frame;
    struct chain_of_commitments_row sum;
    struct embed_line *lines;
    size_t n;
    struct bar bar;
    struct str code; /* to be copied, on the page that tells how */
    struct path at;
};

#endif
