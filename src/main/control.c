/* control.c — see control.h. A message is a length in four bytes and that many bytes; the question is
 * NUL-ended words (folder, language, words of the command), each answer one mark and text:
 * 'o' for results, 'e' for progress and complaints, 'x' with the exit code at the end. */
#include "main/control.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { WORDS = 32, QUESTION = 16 * 1024, PIECE = 4096 };

struct control {
    struct store *store;
    char *dir, *site;
    int fd;
    pthread_t thread;
    _Atomic bool stop;
};

static bool address_of(const char *dir, struct sockaddr_un *to)
{
    *to = (struct sockaddr_un){ .sun_family = AF_UNIX };
    const int n = snprintf(to->sun_path, sizeof to->sun_path, "%s/dialoog.sock", dir);
    return n > 0 && (size_t)n < sizeof to->sun_path;
}

static bool send_all(int fd, const void *bytes, size_t n)
{
    const char *at = bytes;
    while (n) {
        const ssize_t sent = send(fd, at, n, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        at += sent;
        n -= (size_t)sent;
    }
    return true;
}

static bool receive_all(int fd, void *bytes, size_t n)
{
    char *at = bytes;
    while (n) {
        const ssize_t got = recv(fd, at, n, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got;
        n -= (size_t)got;
    }
    return true;
}

/* ---- the server's side */

struct voice_of { /* a FILE that speaks over the socket */
    int fd;
    char mark;
};

static ssize_t speak(void *with, const char *text, size_t n)
{
    const struct voice_of *v = with;
    for (size_t at = 0; at < n;) {
        const size_t piece = n - at < PIECE ? n - at : PIECE;
        const uint32_t length = (uint32_t)piece + 1;
        if (!send_all(v->fd, &length, 4) || !send_all(v->fd, &v->mark, 1) ||
            !send_all(v->fd, text + at, piece)) {
            shutdown(v->fd,
                     SHUT_RDWR); /* nobody listens any more, and is not waited for again */
            return (ssize_t)n;   /* the work goes on */
        }
        at += piece;
    }
    return (ssize_t)n;
}

static FILE *speaker(struct voice_of *v)
{
    FILE *f = fopencookie(v, "w", (cookie_io_functions_t){ .write = speak });
    if (f) setvbuf(f, NULL, _IOLBF, PIECE);
    return f;
}

/* Paths are meant from the client's folder. */
static void take_paths(struct command *c, const struct command_about *about, const char *folder,
                       char *made[VALUES + 1])
{
    const int last = c->arguments - 1; /* "map load FILE" */
    if (c->arguments && !about->words && c->argument[last][0] != '/' &&
        asprintf(&made[VALUES], "%s/%s", folder, c->argument[last]) > 0)
        c->argument[last] = made[VALUES];
    for (size_t i = 0; i < VALUES && about->options[i].name; i++)
        if (c->value[i] && c->value[i][0] != '/' && !strcmp(about->options[i].name, "folder") &&
            asprintf(&made[i], "%s/%s", folder, c->value[i]) > 0)
            c->value[i] = made[i];
}

static int run_words(struct control *control, int fd, char *text, size_t n)
{
    char *words[WORDS];
    int count = 0;
    for (size_t at = 0; at < n && count < WORDS; at += strlen(text + at) + 1)
        words[count++] = text + at;
    if (count < 3) return EXIT_USAGE;
    struct voice_of out = { fd, 'o' }, err = { fd, 'e' };
    struct command c = { .store = control->store,
                         .now = instant_now(),
                         .dir = control->dir,
                         .site = control->site };
    if (!lang_read(str_of(words[1]), &c.lang)) c.lang = LANG_NL;
    c.out = speaker(&out);
    c.err = speaker(&err);
    int code = EXIT_CANNOT;
    if (c.out && c.err) {
        const struct command_about *about = command_parse(&c, count - 2, words + 2, &code);
        /* Only what writes is asked of a server; a second one within it would never end. */
        if (about && (about->needs < NEEDS_WRITING || about->run == command_serve)) {
            about = NULL;
            code = EXIT_USAGE;
        }
        char *path[VALUES + 1] = { 0 };
        if (about) {
            take_paths(&c, about, words[0], path);
            code = about->run(&c);
        }
        for (size_t i = 0; i < COUNT_OF(path); i++) free(path[i]);
    }
    if (c.out) fclose(c.out);
    if (c.err) fclose(c.err);
    return code;
}

static void serve_one(struct control *control, int fd)
{
    uint32_t n;
    char *text = calloc(1, QUESTION + 1);
    const struct timeval patience = { .tv_sec = 5 };
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (text && receive_all(fd, &n, 4) && n > 0 && n <= QUESTION && receive_all(fd, text, n)) {
        const char code[2] = { 'x', (char)run_words(control, fd, text, n) };
        const uint32_t length = sizeof code;
        (void)(send_all(fd, &length, 4) && send_all(fd, code, sizeof code));
    }
    free(text);
}

static void *listen_on(void *with)
{
    struct control *control = with;
    while (!atomic_load(&control->stop)) {
        struct pollfd waiting = { .fd = control->fd, .events = POLLIN };
        if (poll(&waiting, 1, 200) <= 0) continue;
        const int fd = accept4(control->fd, NULL, NULL, SOCK_CLOEXEC);
        if (fd < 0) continue;
        serve_one(control, fd);
        close(fd);
    }
    return NULL;
}

enum err control_start(struct control **out, struct store *st, const char *dir,
                       const char *site)
{
    struct sockaddr_un at;
    if (!address_of(dir, &at))
        return FAIL(ERR_BROKEN, "the path of the data is too long for a socket");
    struct control *control = calloc(1, sizeof *control);
    if (!control) return FAIL(ERR_BROKEN, "no memory");
    control->store = st;
    control->dir = strdup(dir);
    control->site = site ? strdup(site) : NULL;
    control->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    unlink(at.sun_path); /* the store's lock says that nobody else is here */
    const mode_t before = umask(0177);
    const bool bound = control->fd >= 0 &&
                       bind(control->fd, (struct sockaddr *)&at, sizeof at) == 0 &&
                       listen(control->fd, 4) == 0;
    umask(before);
    if (!bound || pthread_create(&control->thread, NULL, listen_on, control) != 0) {
        const enum err e = FAIL(ERR_BROKEN, "%s: %s", at.sun_path, strerror(errno));
        if (control->fd >= 0) close(control->fd);
        free(control->site);
        free(control->dir);
        free(control);
        return e;
    }
    *out = control;
    return OK;
}

void control_stop(struct control *control)
{
    struct sockaddr_un at;
    if (!control) return;
    atomic_store(&control->stop, true);
    pthread_join(control->thread, NULL);
    close(control->fd);
    if (address_of(control->dir, &at)) unlink(at.sun_path);
    free(control->site);
    free(control->dir);
    free(control);
}

/* ---- the client's side */

bool control_ask(const char *dir, int argc, char **argv, enum lang lang, int *exit_code)
{
    struct sockaddr_un at;
    char *text = calloc(1, QUESTION), *cwd = getcwd(NULL, 0);
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool there = text && cwd && fd >= 0 && address_of(dir, &at) &&
                       connect(fd, (struct sockaddr *)&at, sizeof at) == 0;
    *exit_code = EXIT_CANNOT;
    if (there) {
        uint32_t n = 0;
        const char *code = lang_about(lang)->code.s;
        for (int i = -2; i < argc; i++) {
            const char *word = i == -2 ? cwd : i == -1 ? code : argv[i];
            if (n + strlen(word) + 1 >= QUESTION) break;
            n += (uint32_t)snprintf(text + n, QUESTION - n, "%s", word) + 1;
        }
        char piece[PIECE + 1];
        uint32_t length;
        bool more = send_all(fd, &n, 4) && send_all(fd, text, n);
        while (more && receive_all(fd, &length, 4) && length >= 2 && length <= sizeof piece &&
               receive_all(fd, piece, length)) {
            if (piece[0] == 'x') *exit_code = piece[1];
            if (piece[0] == 'x') break;
            fwrite(piece + 1, 1, length - 1, piece[0] == 'o' ? stdout : stderr);
        }
    }
    if (fd >= 0) close(fd);
    free(cwd);
    free(text);
    return there;
}
