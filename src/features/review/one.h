/* one.h — one voice to decide about; filled by one.c, read by one.html. */
#ifndef FEATURES_REVIEW_ONE_H
#define FEATURES_REVIEW_ONE_H

#include "features/history/history.h"
#include "features/review/one.sql.h"
#include "features/review/queue.h"

struct one_form {
    struct str body, lang, theme, neighbourhood, nl, en, message;
    struct numbers leave; /* hints to leave out, counted from 1 */
    int deed, reason, kind;
    int64_t seen; /* the newest row of its history when the form was made */
};
enum one_deed { ONE_SHOW, ONE_HIDE, ONE_COUNT, ONE_KEEP };

struct one_view {
    struct dialogue d;
    struct one_voice_row v;
    const struct form_state *form;
    struct path self;
    struct marks said; /* what was said, with what was noticed */
    struct hint *hints;
    size_t hints_n;
    struct picks themes, kinds, neighbourhoods, langs, reasons;
    struct one_messages_row *messages;
    size_t messages_n;
    struct photo_ids_of_voice_row *photos;
    size_t photos_n;
    struct history_lines history;
    int64_t alike, seen;
    bool waits;         /* nobody decided yet */
    bool open;          /* it can still be changed: neither erased nor withdrawn */
    bool has_objection; /* that waits */
    int64_t objection;
    struct str checked_name; /* who decided, "" when nobody */
    struct done_view done;
};

#endif
