/* view.h — what the page of a summary shows. */
#ifndef FEATURES_SUMMARY_VIEW_H
#define FEATURES_SUMMARY_VIEW_H

#include "features/summary/summary.h"

struct summary_other {
    struct str lang, name;
    bool written, machine, here;
};
struct summary_view {
    struct dialogue d;
    bool found;
    struct summary s;
    struct str name; /* of the language that is shown or was asked */
    struct html body;
    struct summary_other *others; /* every language of the dialogue */
    size_t others_n;
};

#endif
