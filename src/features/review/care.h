/* care.h — voices that ask for help; filled by care.c, read by its templates. */
#ifndef FEATURES_REVIEW_CARE_H
#define FEATURES_REVIEW_CARE_H

#include "features/review/care.sql.h"
#include "features/review/marks.h"
#include "features/review/review.h"

struct care_line {
    const struct care_list_row *c;
    struct str words;
    int64_t late; /* whole days too late; 0 when it is not */
    bool is_late, today, mine;
};
struct care_list_view {
    struct dialogue d;
    struct care_line *lines;
    size_t lines_n;
    int64_t closed;
};
struct care_view {
    struct dialogue d;
    struct care_voice_row v;
    struct marks marks;
    const struct form_state *form;
    struct path self;
    struct care_people_row *people;
    size_t people_n;
    bool open; /* somebody takes care now */
};

/* The moment before which something has to be done on a day, and the next day on which people work. */
struct instant care_due(struct day day);
struct day care_next_day(struct day today);

#endif
