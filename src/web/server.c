/* server.c — see web.h: the socket, the workers, and the janitor who watches the clock for them. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "web/worker.h"

enum { BACKLOG = 4096, SWEEP_MS = 200, GRACE_MS = 5000, LAST_MS = 500, WORKERS_MOST = 64 };
enum { BURST = 3000, PER_SECOND = 300, CLIENTS = 65536 };

struct web {
    struct shared shared;
    struct arena arena; /* of the router and the secret */
    atomic_size_t bodies;
    atomic_uint flows;
    int fd, port;
    struct worker worker[WORKERS_MOST];
    unsigned workers;
    pthread_t janitor;
    bool janitor_runs;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool ending;
};

/* ---- the socket ---- */

union any_address {
    struct sockaddr any;
    struct sockaddr_in in;
    struct sockaddr_in6 in6;
};

static enum err listen_read(const char *text, union any_address *to, socklen_t *n)
{
    const char *colon = text ? strrchr(text, ':') : NULL;
    char host[64];
    int64_t port;
    if (!colon || !str_number(str_of(colon + 1), 65535, &port) ||
        (size_t)(colon - text) >= sizeof host)
        return FAIL(ERR_INPUT, "\"%s\" is not address:port", text ? text : "");
    memcpy(host, text, (size_t)(colon - text));
    host[colon - text] = 0;
    memset(to, 0, sizeof *to);
    if (host[0] == '[' && host[strlen(host) - 1] == ']') {
        host[strlen(host) - 1] = 0;
        to->in6.sin6_family = AF_INET6;
        to->in6.sin6_port = htons((uint16_t)port);
        *n = sizeof to->in6;
        if (inet_pton(AF_INET6, host + 1, &to->in6.sin6_addr) == 1) return OK;
    } else {
        to->in.sin_family = AF_INET;
        to->in.sin_port = htons((uint16_t)port);
        *n = sizeof to->in;
        if (inet_pton(AF_INET, host, &to->in.sin_addr) == 1) return OK;
    }
    return FAIL(ERR_INPUT, "\"%s\" is not an address to listen on", text);
}

static enum err socket_open(struct web *web, const char *listen_on)
{
    union any_address address;
    socklen_t n;
    const int on = 1;
    TRY(listen_read(listen_on, &address, &n));
    web->fd = socket(address.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (web->fd < 0) return FAIL(ERR_BROKEN, "socket: %s", strerror(errno));
    setsockopt(web->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(web->fd, &address.any, n) != 0 || listen(web->fd, BACKLOG) != 0)
        return FAIL(errno == EADDRINUSE ? ERR_CLASH : ERR_BROKEN, "%s: %s", listen_on,
                    strerror(errno));
    n = sizeof address;
    if (getsockname(web->fd, &address.any, &n) != 0)
        return FAIL(ERR_BROKEN, "getsockname: %s", strerror(errno));
    web->port =
        ntohs(address.any.sa_family == AF_INET ? address.in.sin_port : address.in6.sin6_port);
    return OK;
}

struct str web_address(const struct web *web)
{
    return web->shared.site.address;
}

int web_port(const struct web *web)
{
    return web->port;
}

/* ---- the janitor ---- */

static void *janitor(void *with)
{
    struct web *web = with;
    pthread_mutex_lock(&web->lock);
    while (!web->ending) {
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += SWEEP_MS * 1000000L;
        if (until.tv_nsec >= 1000000000L) {
            until.tv_nsec -= 1000000000L;
            until.tv_sec++;
        }
        pthread_cond_timedwait(&web->wake, &web->lock, &until);
        for (unsigned i = 0; i < web->workers; i++) {
            visits_sweep(&web->worker[i].visits, clock_ms());
            if (web->worker[i].db) db_rest(web->worker[i].db);
        }
        log_flush(web->shared.log);
    }
    pthread_mutex_unlock(&web->lock);
    return NULL;
}

static enum err janitor_start(struct web *web)
{
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&web->wake, &attr);
    pthread_condattr_destroy(&attr);
    pthread_mutex_init(&web->lock, NULL);
    if (pthread_create(&web->janitor, NULL, janitor, web) != 0)
        return FAIL(ERR_BROKEN, "no thread for the janitor");
    web->janitor_runs = true;
    return OK;
}

/* ---- start ---- */

static void config_fill(struct web_config *c)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (!c->workers) c->workers = cores > 0 ? (unsigned)cores : 1;
    if (c->workers > WORKERS_MOST) c->workers = WORKERS_MOST;
    if (!c->connections) c->connections = 12000;
    if (!c->cache_bytes) c->cache_bytes = 16 * 1024 * 1024;
    if (!c->patience.head) c->patience.head = 10 * 1000;
    if (!c->patience.body) c->patience.body = 20 * 1000;
    if (!c->patience.answer) c->patience.answer = 60 * 1000;
    if (!c->patience.idle) c->patience.idle = 15 * 1000;
    if (!c->pages) {
        c->pages = web_pages;
        c->pages_n = web_pages_n;
    }
}

/* Sockets count as open files; ask for as many as we may have. */
static void files_raise(unsigned connections)
{
    struct rlimit limit;
    const rlim_t want = connections + 256;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= want) return;
    limit.rlim_cur = limit.rlim_max < want ? limit.rlim_max : want;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static enum err threads_start(struct web *web)
{
    const struct web_config *c = &web->shared.config;
    const unsigned share = c->connections / c->workers + 64;
    for (unsigned i = 0; i < c->workers; i++) {
        web->workers = i + 1;
        TRY(worker_start(&web->worker[i], &web->shared, web->fd, share));
    }
    return janitor_start(web);
}

static enum err live_open(struct web *web)
{
    const struct web_config *c = &web->shared.config;
    const struct live_config live = { .site = &web->shared.site,
                                      .store = web->shared.store,
                                      .most = c->streams,
                                      .beat = c->patience.beat,
                                      .patience = c->patience.stream,
                                      .now = c->now };
    return live_start(&web->shared.live, &live);
}

enum err web_start(struct web **made, struct store *st, const struct web_config *config)
{
    struct web *web = calloc(1, sizeof *web);
    sigset_t pipe, before;
    *made = NULL;
    if (!web) abort();
    web->fd = -1;
    web->shared.config = *config;
    config_fill(&web->shared.config);
    const struct web_config *c = &web->shared.config;
    web->shared.store = st;
    web->shared.site.store = st;
    web->shared.site.frame = c->frame;
    web->shared.site.admit = c->admit;
    web->shared.site.sign_in = c->sign_in;
    web->shared.bodies = &web->bodies;
    web->shared.flows = &web->flows;
    web->shared.cache = cache_new(c->cache_bytes);
    web->shared.shelf = shelf_new();
    web->shared.log = log_new(c->log_fd);
    if (c->limiter) web->shared.limiter = limiter_new(BURST, PER_SECOND, CLIENTS);
    files_raise(c->connections);

    enum err result = router_make(&web->arena, c->pages, c->pages_n, &web->shared.site.router);
    if (result == OK && st) result = site_secret(st, &web->arena, &web->shared.site.secret);
    if (result == OK && st) result = slow_start(&web->shared.slow, st);
    if (result == OK) result = socket_open(web, c->listen);
    if (result == OK && st) result = live_open(web);
    if (result == OK)
        web->shared.site.address =
            c->address ? str_of(c->address)
                       : arena_format(&web->arena, "http://localhost:%d", web_port(web));
    if (result ==
        OK) { /* threads inherit this: a reader who left is an error code, no signal */
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &before);
        result = threads_start(web);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    if (result != OK) {
        web_stop(web);
        return result;
    }
    *made = web;
    return OK;
}

/* ---- end ---- */

/* A form that is being done has a connection that waits for it, and the library may not end before
 * that. It is a matter of a commit: there is no bound. */
static bool wait_for_forms(struct web *web)
{
    bool waited = false;
    for (unsigned i = 0; i < web->workers; i++) worker_ending(&web->worker[i]);
    for (unsigned i = 0; i < web->workers; i++)
        while (atomic_load(&web->worker[i].waiting)) {
            waited = true;
            nanosleep(&(struct timespec){ .tv_nsec = 5 * 1000000 }, NULL);
        }
    return waited;
}

static void wait_for_answers(struct web *web, int most_ms)
{
    for (int waited = 0; waited < most_ms; waited += 10) {
        unsigned busy = 0;
        for (unsigned i = 0; i < web->workers; i++) busy += atomic_load(&web->worker[i].busy);
        if (!busy) return;
        nanosleep(&(struct timespec){ .tv_nsec = 10 * 1000000 }, NULL);
    }
}

void web_stop(struct web *web)
{
    if (!web) return;
    for (unsigned i = 0; i < web->workers; i++) worker_quiet(&web->worker[i]);
    live_close(web->shared.live);
    wait_for_answers(web, GRACE_MS);
    if (web->janitor_runs) {
        pthread_mutex_lock(&web->lock);
        web->ending = true;
        pthread_cond_signal(&web->wake);
        pthread_mutex_unlock(&web->lock);
        pthread_join(web->janitor, NULL);
        pthread_cond_destroy(&web->wake);
        pthread_mutex_destroy(&web->lock);
    }
    if (wait_for_forms(web)) wait_for_answers(web, LAST_MS);
    for (unsigned i = 0; i < web->workers; i++) worker_end(&web->worker[i]);
    live_end(web->shared.live);
    slow_end(web->shared.slow);
    if (web->fd >= 0) close(web->fd);
    cache_end(web->shared.cache);
    limiter_end(web->shared.limiter);
    shelf_end(web->shared.shelf);
    log_end(web->shared.log);
    arena_end(&web->arena);
    free(web);
}
