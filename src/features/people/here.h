/* here.h — what the page of who is where shows, and how people_admit notes it. */
#ifndef FEATURES_PEOPLE_HERE_H
#define FEATURES_PEOPLE_HERE_H

#include "features/dialogue/dialogue.h"
#include "features/people/people.h"

enum { PLACE_MOST = 200 };

struct here_view {
    struct dialogue d;
    struct present here; /* of one place */
    struct presence_all_row *all;
    size_t all_n, prefix; /* what each place begins with */
    bool one;
};

extern const struct page people_here_page;

/* Notes who asks for a page of the desk; nobody waits for it. */
void people_note_place(struct store *st, const struct request *req, const struct page *page);

#endif
