/* desk.h — the pages at the desk where the map is kept right. */
#ifndef FEATURES_UPKEEP_DESK_H
#define FEATURES_UPKEEP_DESK_H

#include "features/upkeep/entry.h"

enum { LIST_SHOWN = 50 };

struct list_form_view { /* the list of all entries */
    struct entries_after_row *rows;
    size_t n;
    struct str q;
    int status; /* -1: any */
    struct keeper k;
    struct path self, next;
    bool more, paged;
    const struct words *done;
};
struct change_view { /* a row of the history of an entry */
    struct instant at;
    const struct words *act, *by;
    struct str field, before, after;
    bool values; /* they are not erased yet */
};
struct keep_view {
    struct entry_view entry;
    int64_t service; /* 0: a new one */
    struct entry_at_row about;
    struct path self;
    struct url elsewhere; /* where its source leads; may be empty */
    struct keep_line {
        struct str label, text;
    } * lines; /* of an entry that is only read here */
    size_t lines_n;
    struct change_view *changes;
    size_t changes_n;
    bool saved, all; /* all: who looks may deal with every entry */
};
/* What was done to an entry, newest first. */
MUST_CHECK enum err changes_of(struct request *req, int64_t service,
                               struct change_view **changes, size_t *n);
/* The frame of a desk page: title, crumbs. */
void keep_frame(struct request *req, struct response *res, const struct words *title);

#endif
