/* item.h — one thing in a programme as a form has it. */
#ifndef FEATURES_ORGANISE_ITEM_H
#define FEATURES_ORGANISE_ITEM_H

#include "features/organise/organise.h"

/* As programme_kind, and one more for what only the team does. */
#define ITEM_KIND_CODES "music spoken-word presentation round other team"
enum { KIND_TEAM = PROGRAMME_KINDS };

struct item_form {
    struct str title, title_2, body, body_2, doer, ready, basis;
    struct optional_clock starts;
    int kind;
};
const struct words *item_no_title(void);
const struct words *item_no_kind(void);
#define ITEM_FIELDS                                                                            \
    FIELD_CLOCK(struct item_form, starts, "begin"),                                            \
        FIELD_CHOICE(struct item_form, kind, "soort", ITEM_KIND_CODES, .required = true,       \
                     .missing = item_no_kind),                                                 \
        FIELD_LINE(struct item_form, title, "wat", .required = true, .most = 120,              \
                   .missing = item_no_title),                                                  \
        FIELD_LINE(struct item_form, doer, "wie", .most = 120),                                \
        FIELD_TEXT(struct item_form, ready, "klaar", .most = 500),                             \
        FIELD_BASIS(struct item_form)

enum {
    ITEM_STARTS,
    ITEM_KIND,
    ITEM_TITLE,
    ITEM_DOER,
    ITEM_READY,
    ITEM_SHORT, /* what is asked of a new one */
    ITEM_TITLE_2 = ITEM_SHORT,
    ITEM_BODY,
    ITEM_BODY_2,
    ITEM_ALL
};
/* ITEM_ALL fields, in this order; labels in language `in`. */
struct edit_field *item_describe(struct request *req, struct str own, struct str other,
                                 enum lang in);
enum programme_kind item_kind(const struct item_form *f);
/* "19:30 De fanfare" */
struct str item_name(struct arena *a, struct optional_clock starts, struct str title);

#endif
