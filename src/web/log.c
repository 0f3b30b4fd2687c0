/* log.c — see log.h. */
#include "web/log.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { LINE_MOST = 768 };

struct log {
    int fd;
    pthread_mutex_t lock;
    size_t n;
    char text[32 * 1024];
};

struct log *log_new(int fd)
{
    struct log *log = calloc(1, sizeof *log);
    if (!log) abort();
    log->fd = fd;
    pthread_mutex_init(&log->lock, NULL);
    return log;
}

static void flush_locked(struct log *log)
{
    for (size_t done = 0; done < log->n;) {
        const ssize_t n = write(log->fd, log->text + done, log->n - done);
        if (n <= 0) break; /* a log that cannot be written must not stop the service */
        done += (size_t)n;
    }
    log->n = 0;
}

void log_flush(struct log *log)
{
    if (log->fd < 0) return;
    pthread_mutex_lock(&log->lock);
    flush_locked(log);
    pthread_mutex_unlock(&log->lock);
}

void log_end(struct log *log)
{
    if (!log) return;
    log_flush(log);
    pthread_mutex_destroy(&log->lock);
    free(log);
}

void log_write(struct log *log, const struct log_line *x)
{
    if (log->fd < 0) return;
    const time_t at = (time_t)x->at.s;
    struct tm utc;
    char line[LINE_MOST], when[32];
    gmtime_r(&at, &utc);
    strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &utc);
    int n = snprintf(line, sizeof line - 1, "%s %s %s %d %zu %lldus %s%s%s", when, x->method,
                     x->path, x->status, x->bytes, (long long)x->us, x->hit ? "hit" : "-",
                     x->why ? " " : "", x->why ? x->why : "");
    if (n < 0) return;
    if ((size_t)n > sizeof line - 2) n = (int)sizeof line - 2;
    line[n++] = '\n';
    pthread_mutex_lock(&log->lock);
    if (log->n + (size_t)n > sizeof log->text) flush_locked(log);
    for (int i = 0; i < n; i++) log->text[log->n++] = line[i];
    pthread_mutex_unlock(&log->lock);
}
