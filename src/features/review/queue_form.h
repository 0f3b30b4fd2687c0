/* queue_form.h — what is posted from a list of voices. */
#ifndef FEATURES_REVIEW_QUEUE_FORM_H
#define FEATURES_REVIEW_QUEUE_FORM_H

#include "web/form.h"

struct queue_form {
    struct str deed;             /* see decision_read */
    struct numbers picked, page; /* numbers of voices: ticked, and all of this page */
    bool all, apart;
    int64_t last;
};

#endif
