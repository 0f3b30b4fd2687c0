/* show.h — what /beheer/post shows: is there a mail server, what waits, what could not be sent and why. */
#ifndef FEATURES_MAILROOM_SHOW_H
#define FEATURES_MAILROOM_SHOW_H

#include "web/mail.h"

struct mailroom_line {
    int64_t id;
    const struct words *kind, *fault; /* fault NULL: nothing is wrong yet */
    struct str address, subject, lang, said;
    struct day made_on, due_on;
    struct clock made_at, due_at;
    int64_t tries;
};
struct mailroom_view {
    const struct form_state *form;
    const struct words *done;  /* NULL: nothing was just done */
    const struct words *fault; /* of our own server; NULL: none */
    struct mail_standing standing;
    struct mailroom_line *waiting, *failed;
    size_t waiting_n, failed_n;
    int64_t sent; /* this week */
};

#endif
