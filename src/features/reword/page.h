/* page.h — what the page Punten in een rekenblad takes and shows. */
#ifndef FEATURES_REWORD_PAGE_H
#define FEATURES_REWORD_PAGE_H

#include "features/reword/reword.h"

struct reword_form {
    struct upload file;
    struct str kept; /* the changes that were seen, as a file */
};
struct reword_view {
    struct dialogue d;
    struct path self;
    const struct form_state *f;
    const struct reword_back *back; /* NULL: nothing came back yet */
    struct str kept;
    bool may; /* something can be taken over */
    size_t kept_n;
    int64_t points, done, undo;
    struct path undo_at;
};

#endif
