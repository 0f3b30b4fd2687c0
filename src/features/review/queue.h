/* queue.h — what waits for a reader, fifty at a time; filled by queue.c and alike.c, read by their
 * templates. */
#ifndef FEATURES_REVIEW_QUEUE_H
#define FEATURES_REVIEW_QUEUE_H

#include "features/review/marks.h"
#include "features/review/queue.sql.h"
#include "features/review/review.h"

struct queue_item {
    const struct queue_waiting_row *r;
    struct marks marks;
    bool cut; /* only its beginning is shown */
    int64_t days;
    int64_t near; /* number of the voice above that it is nearly the same as; 0: none */
};
enum queue_tab { QUEUE_WAITING, QUEUE_HELD, QUEUE_OBJECTIONS, QUEUE_MESSAGES, QUEUE_DECIDED };
struct queue_counts { /* beside the tabs: what waits in each */
    int64_t waiting, held, objections, messages, photos;
};
MUST_CHECK enum err queue_counts(struct request *req, int64_t dialogue, struct queue_counts *n);
struct queue_items {
    struct queue_item *at;
    size_t n;
};
/* A choice in a filter or list. */
struct pick {
    struct str value, text;
    const struct words *words; /* NULL: text */
    bool chosen;
};
struct picks {
    struct pick *at;
    size_t n;
};
struct queue_filter {
    enum check_state state;
    bool has_theme, has_channel, has_lang;
    int64_t theme, after; /* ids; after 0: from the start */
    enum channel channel;
    struct str lang; /* said in */
    enum help help;
    bool apart; /* each by itself, also with the same words */
};
struct done_view {                          /* what was done a moment ago */
    int64_t batch, number, voices, skipped; /* batch 0: nothing */
    enum act act;
};
struct queue_view {
    struct dialogue d;
    struct path self; /* with its filters */
    struct queue_filter f;
    struct done_view done;
    struct queue_items urgent, items;
    struct picks themes, channels, langs, reasons;
    const struct form_state *form;
    struct queue_counts counts;
    int64_t last;
    bool narrowed, more, alike;
    struct path next, first;
    bool holding;
    struct hold_going_row hold;
    int64_t number; /* alike: of which voice */
    int64_t all;    /* alike: how many there are */
};

/* Themes, channels, languages and reasons to choose from. */
MUST_CHECK enum err queue_picks(struct request *req, struct queue_view *v);
/* Marks what was noticed; voices of a list that are nearly the same stand together. */
struct queue_items queue_items(struct request *req, const struct queue_waiting_row *rows,
                               size_t n);

#endif
