/* image.c — see image.h. */
#include "web/image.h"

#include "base/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 20 * 1000 /* milliseconds */, ANSWER_MOST = 256 * 1024 * 1024 };

struct str image_hash(struct arena *a, struct str bytes)
{
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    if (EVP_Digest(bytes.s, bytes.n, sum, &n, EVP_sha256(), NULL) != 1 || n < 20) abort();
    return hex_write(a, (struct str){ (const char *)sum, 20 });
}

/* ---- the program */

static struct str beside_us(struct arena *a)
{
    char path[4096];
    const ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    if (n <= 0) return STR("dialoog-image");
    path[n] = 0;
    *strrchr(path, '/') = 0;
    return arena_format(a, "%s/dialoog-image", path);
}

struct worker {
    pid_t pid;
    int fd; /* a socket: the picture goes in, the answer comes out */
};

static enum err start(const char *program, struct worker *w)
{
    int ends[2];
    posix_spawn_file_actions_t actions;
    char *const words[] = { (char[]){ "dialoog-image" }, NULL }, *const nothing[] = { NULL };
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return FAIL(ERR_BROKEN, "socketpair: %s", strerror(errno));
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const int failed = posix_spawn(&w->pid, program, &actions, NULL, words, nothing);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed) {
        close(ends[0]);
        return FAIL(ERR_BROKEN, "%s: %s", program, strerror(failed));
    }
    w->fd = ends[0];
    return OK;
}

static int64_t milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Hands the picture in while taking the answer out; false when it takes too long or too much. */
static bool talk(int fd, struct str picture, char **answer, size_t *n)
{
    const int64_t until = milliseconds() + PATIENCE;
    size_t room = 0;
    *answer = NULL;
    *n = 0;
    if (!picture.n) shutdown(fd, SHUT_WR);
    for (size_t sent = 0;;) {
        const bool more = sent < picture.n;
        struct pollfd p = { .fd = fd, .events = (short)(POLLIN | (more ? POLLOUT : 0)) };
        const int64_t left = until - milliseconds();
        if (left <= 0) return false;
        if (poll(&p, 1, (int)left) < 0 && errno != EINTR) return false;
        if (more && p.revents & POLLOUT) {
            const ssize_t put =
                send(fd, picture.s + sent, picture.n - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (put < 0 && errno != EAGAIN && errno != EINTR) sent = picture.n;
            if (put > 0) sent += (size_t)put;
        }
        if (sent >= picture.n && more) shutdown(fd, SHUT_WR);
        if (!(p.revents & (POLLIN | POLLHUP | POLLERR))) continue;
        if (*n == room) {
            room = room ? 2 * room : 256 * 1024;
            char *larger = room > ANSWER_MOST ? NULL : realloc(*answer, room);
            if (!larger) return false;
            *answer = larger;
        }
        const ssize_t got = recv(fd, *answer + *n, room - *n, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (got <= 0) return true;
        *n += (size_t)got;
    }
}

static enum image_exit finish(const struct worker *w, bool in_time)
{
    int status = 0;
    if (!in_time) kill(w->pid, SIGKILL);
    close(w->fd);
    while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR) continue;
    if (!in_time || !WIFEXITED(status)) return IMAGE_BROKEN;
    const int code = WEXITSTATUS(status);
    return code == IMAGE_DONE || (code >= IMAGE_WALLS && code <= IMAGE_BROKEN)
               ? (enum image_exit)code
               : IMAGE_BROKEN;
}

/* What came back has the shape it should have? */
static bool understand(struct arena *a, struct str answer, struct made_image *made)
{
    struct image_answer head;
    if (answer.n < sizeof head) return false;
    memcpy(&head, answer.s, sizeof head);
    if (head.type > IMAGE_PNG || !head.width || head.width > IMAGE_LARGE || !head.height ||
        head.height > IMAGE_SIDE_MOST || !head.large ||
        answer.n != sizeof head + (size_t)head.large + head.small)
        return false;
    const struct str bytes = arena_copy(a, str_from(answer, sizeof head));
    *made = (struct made_image){
        .type = head.type == IMAGE_PNG ? STR("image/png") : STR("image/jpeg"),
        .width = head.width,
        .height = head.height,
        .bytes = str_upto(bytes, head.large),
        .small = head.small ? str_from(bytes, head.large) : str_upto(bytes, head.large),
    };
    made->hash = image_hash(a, made->bytes);
    return true;
}

enum err image_convert(const char *program, struct str picture, struct arena *a,
                       struct made_image *made, enum image_exit *why)
{
    struct worker w;
    char *answer;
    size_t n;
    TRY(start(program ? program : beside_us(a).s, &w));
    const bool in_time = talk(w.fd, picture, &answer, &n);
    *why = finish(&w, in_time);
    if (*why == IMAGE_DONE && !understand(a, (struct str){ answer, n }, made))
        *why = IMAGE_BROKEN;
    free(answer);
    return *why == IMAGE_WALLS ? FAIL(ERR_BROKEN, "the image program found no walls") : OK;
}
