/* live.c — see live.h. One lock over everything; what is slow (making a page) is done without it.
 *
 * A stream that has nothing to say sleeps (its connection is suspended, by its worker, from within
 * `give`); the thread here wakes it. Both do so under the lock, so none sleeps through an event. */
#include "web/live.h"

#include "base/bytes.h"
#include "web/address.h"
#include "web/token.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    TOPICS_MOST = 256,
    EVENT_MOST = 256 * 1024,
    ID = 16,
    RETRY_FIRST = 2000,
    RETRY_SPREAD = 4000
};

struct event { /* one body as it goes over the wire, shared by all who listen */
    size_t holders, n;
    char id[ID + 1];
    char text[];
};

struct topic { /* one address */
    struct topic *next;
    struct stream *streams;
    struct event *event; /* NULL: not made yet */
    char *address;
    table_set reads;
    uint64_t version;
    unsigned events, beats; /* how many there were */
    bool fresh, gone;
};

struct stream {
    struct stream *before, *after;
    struct live *live;
    struct topic *topic;
    struct MHD_Connection *connection;
    struct visit *visit;
    struct event *event; /* being sent; NULL: none */
    size_t at;           /* of it, or of `first` */
    unsigned events, beats;
    bool sleeps;
    char first[32]; /* said before anything else: when to come back */
    char known[ID + 1];
};

struct live {
    struct live_config config;
    struct db *db;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    struct topic *topics;
    size_t topics_n, streams_n;
    unsigned joined;
    int64_t beat_at;
    bool ending;
};

/* ---- events ---- */

static void event_let_go(struct event *e)
{
    if (e && !--e->holders) free(e);
}

/* "id: …", then each line of the body behind "data: ". */
static struct event *event_make(struct arena *a, struct str body)
{
    const struct str hash = hex_write(a, str_upto(sha256(a, body), ID / 2));
    size_t lines = 1;
    for (size_t i = 0; i < body.n; i++) lines += body.s[i] == '\n';
    struct event *e = calloc(1, sizeof *e + body.n + lines * 7 + ID + 16);
    if (!e) abort();
    memcpy(e->id, hash.s, ID);
    e->n = (size_t)snprintf(e->text, ID + 8, "id: %s\n", e->id);
    struct str rest = body, line;
    while (str_next(&rest, '\n', &line)) {
        memcpy(e->text + e->n, "data: ", 6);
        if (line.n) memcpy(e->text + e->n + 6, line.s, line.n);
        e->n += 6 + line.n;
        e->text[e->n++] = '\n';
    }
    e->text[e->n++] = '\n';
    return e;
}

/* ---- what a worker calls ---- */

static struct topic *topic_find(struct live *live, struct str address)
{
    struct topic *t = live->topics;
    while (t && (t->gone || !str_is(address, t->address))) t = t->next;
    return t;
}

bool live_page(struct live *live, struct db *db, struct arena *a, const struct ask *ask,
               const struct page **page)
{
    struct address at;
    struct match match;
    struct response res;
    if (address_read(a, ask->address, &at) != OK || at.query_n ||
        !str_eq(address_text(a, &at), ask->address))
        return false;
    router_find(&live->config.site->router, at.path, METHOD_GET, &match);
    *page = match.page;
    if (!match.page || !match.page->live || match.page->who != WHO_ANYONE) return false;
    pthread_mutex_lock(&live->lock);
    const bool known = topic_find(live, ask->address) != NULL;
    pthread_mutex_unlock(&live->lock);
    if (known) return true;
    site_answer(live->config.site, db, a, ask, &res, page);
    return res.status == 200;
}

static struct topic *topic_of(struct live *live, struct str address)
{
    struct topic *t = topic_find(live, address);
    if (t || live->topics_n == TOPICS_MOST) return t;
    t = calloc(1, sizeof *t);
    char *copy = t ? strndup(address.s, address.n) : NULL;
    if (!copy) abort();
    *t = (struct topic){ .next = live->topics, .address = copy, .fresh = true };
    live->topics = t;
    live->topics_n++;
    return t;
}

static struct stream *join(struct live *live, struct str address, struct str known,
                           struct MHD_Connection *connection, struct visit *visit)
{
    struct topic *t =
        live->ending || live->streams_n >= live->config.most ? NULL : topic_of(live, address);
    struct stream *s = t ? calloc(1, sizeof *s) : NULL;
    if (!s) return NULL;
    *s = (struct stream){ .live = live, .topic = t, .connection = connection, .visit = visit };
    s->after = t->streams;
    if (t->streams) t->streams->before = s;
    t->streams = s;
    s->beats = t->beats;
    live->streams_n++;
    snprintf(s->first, sizeof s->first, "retry: %u\n\n",
             RETRY_FIRST + live->joined++ * 617 % RETRY_SPREAD);
    if (known.n == ID) memcpy(s->known, known.s, ID);
    return s;
}

struct stream *live_join(struct live *live, struct str address, struct str known,
                         struct MHD_Connection *connection, struct visit *visit)
{
    pthread_mutex_lock(&live->lock);
    struct stream *s = join(live, address, known, connection, visit);
    pthread_cond_signal(&live->wake);
    pthread_mutex_unlock(&live->lock);
    return s;
}

void live_leave(struct stream *s)
{
    struct live *live = s->live;
    pthread_mutex_lock(&live->lock);
    if (s->before)
        s->before->after = s->after;
    else
        s->topic->streams = s->after;
    if (s->after) s->after->before = s->before;
    event_let_go(s->event);
    live->streams_n--;
    pthread_mutex_unlock(&live->lock);
    free(s);
}

/* What is to be said next: the rest of what was begun, a new event, or a sign of life. */
static struct str next(struct stream *s)
{
    struct topic *t = s->topic;
    if (s->first[0]) {
        if (s->at < strlen(s->first)) return str_of(s->first + s->at);
        s->first[0] = 0;
    }
    if (s->event && s->at < s->event->n)
        return (struct str){ s->event->text + s->at, s->event->n - s->at };
    event_let_go(s->event);
    s->event = NULL;
    s->at = 0;
    visit_until(s->visit, clock_ms() + 1000 * (int64_t)s->live->config.patience);
    if (s->events != t->events) {
        s->events = t->events;
        s->beats = t->beats;
        if (strcmp(s->known, t->event->id) != 0) {
            s->known[0] = 0;
            s->event = t->event;
            s->event->holders++;
            return (struct str){ s->event->text, s->event->n };
        }
        s->known[0] = 0;
        return STR(":\n\n"); /* nothing new since they left */
    }
    if (s->beats != t->beats) {
        s->beats = t->beats;
        return STR(":\n\n");
    }
    return STR("");
}

/* A sign of life is as short as that goes whole into any room there is. */
static ssize_t give(void *with, uint64_t position, char *to, size_t room)
{
    struct stream *s = with;
    struct live *live = s->live;
    (void)position;
    pthread_mutex_lock(&live->lock);
    const bool over = live->ending || s->topic->gone;
    const struct str say = over || room < 8 ? STR("") : str_upto(next(s), room);
    if (say.n) memcpy(to, say.s, say.n);
    s->at += s->first[0] || s->event ? say.n : 0;
    if (!over && !say.n && room >= 8) {
        s->sleeps = true;
        MHD_suspend_connection(s->connection);
    }
    pthread_mutex_unlock(&live->lock);
    return over ? MHD_CONTENT_READER_END_OF_STREAM : (ssize_t)say.n;
}

struct MHD_Response *live_response(struct stream *s, bool https)
{
    static const char *const headers[][2] = {
        { "Content-Type", "text/event-stream" },
        { "Cache-Control", "no-store" },
        { "X-Accel-Buffering", "no" }, /* nginx passes each event on at once */
        { "X-Content-Type-Options", "nosniff" },
        { "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'" },
        { "Cross-Origin-Resource-Policy", "same-origin" },
    };
    struct MHD_Response *r =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 512, give, s, NULL);
    if (!r) abort();
    for (size_t i = 0; i < COUNT_OF(headers); i++)
        if (MHD_add_response_header(r, headers[i][0], headers[i][1]) != MHD_YES) abort();
    if (https &&
        MHD_add_response_header(r, "Strict-Transport-Security", "max-age=31536000") != MHD_YES)
        abort();
    return r;
}

/* ---- the thread ---- */

static void wake_all(struct topic *t)
{
    for (struct stream *s = t->streams; s; s = s->after)
        if (s->sleeps) {
            s->sleeps = false;
            MHD_resume_connection(s->connection);
        }
}

struct made { /* an answer for a topic, made without the lock */
    struct event *event;
    table_set reads;
    int status;
};

static struct made make(struct live *live, struct arena *a, const char *address)
{
    struct timespec now;
    struct response res;
    const struct page *page;
    clock_gettime(CLOCK_REALTIME, &now);
    const struct ask ask = { .method = METHOD_GET,
                             .address = str_of(address),
                             .now = live->config.now.s ? live->config.now
                                                       : (struct instant){ now.tv_sec },
                             .from_here = true };
    struct made made = { 0 };
    db_reads_reset(live->db);
    site_answer(live->config.site, live->db, a, &ask, &res, &page);
    made.reads = db_reads(live->db);
    made.status = res.status;
    if (res.status == 200 && res.body.n <= EVENT_MOST)
        made.event = event_make(a, (struct str){ res.body.s, res.body.n });
    arena_reset(a);
    return made;
}

/* Under the lock: everybody hears it, when it is another than before. */
static void publish(struct topic *t, const struct made *made)
{
    const bool same = made->event && t->event && !strcmp(t->event->id, made->event->id);
    t->gone = made->status == 404 || made->status == 410;
    if (made->event && !same) {
        event_let_go(t->event);
        t->event = made->event;
        t->event->holders = 1;
        t->events++;
    } else {
        free(made->event);
    }
    if (t->gone || (made->event && !same)) wake_all(t);
}

/* Made anew when something was written that it read, and with each beat, for what the clock changes. */
static void topic_turn(struct live *live, struct arena *a, struct topic *t, bool beat)
{
    const uint64_t version = store_version(live->config.store, t->reads);
    if (t->fresh || beat || version != t->version) {
        pthread_mutex_unlock(&live->lock);
        /* The version first: what is written meanwhile is seen the next time. */
        const struct made made = make(live, a, t->address);
        pthread_mutex_lock(&live->lock);
        t->version = tables_equal(t->reads, made.reads) ? version : 0;
        t->reads = made.reads;
        t->fresh = false;
        publish(t, &made);
    }
    if (beat) {
        t->beats++;
        wake_all(t);
    }
}

static void topics_clear(struct live *live)
{
    for (struct topic **at = &live->topics; *at;) {
        struct topic *t = *at;
        if (t->streams) {
            at = &t->next;
            continue;
        }
        *at = t->next;
        live->topics_n--;
        event_let_go(t->event);
        free(t->address);
        free(t);
    }
}

static void wait_a_moment(struct live *live)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += LIVE_LOOK_MS * 1000000L;
    if (until.tv_nsec >= 1000000000L) until.tv_nsec -= 1000000000L, until.tv_sec++;
    if (live->topics)
        pthread_cond_timedwait(&live->wake, &live->lock, &until);
    else
        pthread_cond_wait(&live->wake, &live->lock);
}

static void *run(void *with)
{
    struct live *live = with;
    struct arena a = { 0 };
    pthread_mutex_lock(&live->lock);
    while (!live->ending) {
        const bool beat = clock_ms() >= live->beat_at;
        if (beat) live->beat_at = clock_ms() + 1000 * (int64_t)live->config.beat;
        topics_clear(live);
        /* Others only put topics in front, so the rest of the list stays as it is. */
        for (struct topic *t = live->topics; t && !live->ending; t = t->next)
            topic_turn(live, &a, t, beat);
        if (!live->ending) wait_a_moment(live);
    }
    pthread_mutex_unlock(&live->lock);
    arena_end(&a);
    return NULL;
}

/* ---- start and end ---- */

enum err live_start(struct live **made, const struct live_config *config)
{
    struct live *live = calloc(1, sizeof *live);
    pthread_condattr_t attr;
    *made = NULL;
    if (!live) abort();
    live->config = *config;
    if (!live->config.most) live->config.most = LIVE_MOST;
    if (!live->config.beat) live->config.beat = LIVE_BEAT;
    if (!live->config.patience) live->config.patience = LIVE_PATIENCE;
    live->beat_at = clock_ms() + 1000 * (int64_t)live->config.beat;
    const enum err e = store_reader(config->store, &live->db);
    if (e != OK) {
        free(live);
        return e;
    }
    pthread_mutex_init(&live->lock, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&live->wake, &attr);
    pthread_condattr_destroy(&attr);
    *made = live;
    if (pthread_create(&live->thread, NULL, run, live) == 0) return OK;
    live->ending = true;
    return FAIL(ERR_BUSY, "no thread for live pages");
}

void live_close(struct live *live)
{
    if (!live || live->ending) return;
    pthread_mutex_lock(&live->lock);
    live->ending = true;
    pthread_cond_signal(&live->wake);
    pthread_mutex_unlock(&live->lock);
    pthread_join(live->thread, NULL);
    pthread_mutex_lock(&live->lock);
    for (struct topic *t = live->topics; t; t = t->next) wake_all(t);
    pthread_mutex_unlock(&live->lock);
}

void live_end(struct live *live)
{
    if (!live) return;
    live_close(live);
    topics_clear(live);
    store_reader_close(live->db);
    pthread_cond_destroy(&live->wake);
    pthread_mutex_destroy(&live->lock);
    free(live);
}

size_t live_streams(struct live *live)
{
    pthread_mutex_lock(&live->lock);
    const size_t n = live->streams_n;
    pthread_mutex_unlock(&live->lock);
    return n;
}
