/* message.h — messages about voices that wait to be read; filled by message.c. */
#ifndef FEATURES_REVIEW_MESSAGE_H
#define FEATURES_REVIEW_MESSAGE_H

#include "features/review/message.sql.h"
#include "features/review/queue.h"

struct message_line {
    const struct messages_waiting_row *m;
    struct str words; /* the beginning of the voice */
    bool at_table;    /* said at a table, so that somebody of that table wrote it */
};
struct messages_view {
    struct dialogue d;
    struct message_line *lines;
    size_t lines_n;
    struct queue_counts counts;
    bool more, done;
    struct path self, next;
};

#endif
