/* log.h — one line per request, without anything about the visitor. Lines are kept together and
 * written when there are enough, or at `log_flush`. Any thread may call. */
#ifndef WEB_LOG_H
#define WEB_LOG_H

#include "base/base.h"
#include "base/time.h"

struct log;
struct log *log_new(int fd); /* -1: everything is dropped */
void log_end(struct log *log);

struct log_line {
    struct instant at;
    const char *method, *path; /* the page's path as in its table, never the address */
    int status;
    size_t bytes; /* of the body */
    int64_t us;
    bool hit;
    const char *why; /* of a failure of ours, or NULL */
};
void log_write(struct log *log, const struct log_line *line);
void log_flush(struct log *log);

#endif
