/* client.h — a small HTTP client over a real socket, for tests: it can send what no browser would. */
#ifndef WEB_CLIENT_H
#define WEB_CLIENT_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "base/base.h"

#define FOR_TESTS __attribute__((unused)) static

enum { CLIENT_ROOM = 256 * 1024 };

struct reply {
    int status; /* 0: none came */
    struct str head, body;
    bool closed;            /* the other side closed behind it */
    char text[CLIENT_ROOM]; /* everything that came, from its first byte */
    size_t n, at;           /* bytes here, and where this reply ends */
};

FOR_TESTS int dial(int port)
{
    const struct sockaddr_in to = { .sin_family = AF_INET,
                                    .sin_port = htons((uint16_t)port),
                                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    const struct timeval patience = { .tv_sec = 10 };
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(fd, (const struct sockaddr *)&to, sizeof to) != 0) abort();
    return fd;
}

FOR_TESTS bool say_bytes(int fd, const char *bytes, size_t n)
{
    while (n) {
        const ssize_t sent = send(fd, bytes, n, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        n -= (size_t)sent;
    }
    return true;
}

FOR_TESTS bool say(int fd, const char *text)
{
    return say_bytes(fd, text, strlen(text));
}

/* A header's value, or an empty text. */
FOR_TESTS struct str header_of(const struct reply *r, const char *name)
{
    struct str rest = r->head, line;
    while (str_next(&rest, '\n', &line)) {
        const size_t n = strlen(name);
        if (line.n > n + 1 && !strncasecmp(line.s, name, n) && line.s[n] == ':')
            return str_trim(str_from(line, n + 1));
    }
    return (struct str){ 0 };
}

static bool more(int fd, struct reply *r)
{
    if (r->n == sizeof r->text) return false;
    const ssize_t n = recv(fd, r->text + r->n, sizeof r->text - r->n, 0);
    if (n <= 0) {
        r->closed = true;
        return false;
    }
    r->n += (size_t)n;
    return true;
}

/* Reads one reply, which may stand behind one that was read before. */
FOR_TESTS struct reply *hear(int fd, struct reply *r, bool head_only)
{
    memmove(r->text, r->text + r->at, r->n - r->at);
    r->n -= r->at;
    r->at = 0;
    r->status = 0;
    r->closed = false;
    size_t end;
    int64_t status = 0, length = 0;
    while ((end = str_find((struct str){ r->text, r->n }, STR("\r\n\r\n"))) == SIZE_MAX)
        if (!more(fd, r)) return r;
    r->head = (struct str){ r->text, end + 2 };
    if (r->n > 12 && str_number((struct str){ r->text + 9, 3 }, 999, &status))
        r->status = (int)status;
    str_number(header_of(r, "Content-Length"), CLIENT_ROOM, &length);
    if (head_only || r->status == 304) length = 0;
    while (r->n < end + 4 + (size_t)length)
        if (!more(fd, r)) return r;
    r->body = (struct str){ r->text + end + 4, (size_t)length };
    r->at = end + 4 + (size_t)length;
    return r;
}

/* True when the other side closes, with nothing more to say, before the patience of `dial` ends. */
FOR_TESTS bool hangs_up(int fd)
{
    char c;
    return recv(fd, &c, 1, 0) == 0;
}

FOR_TESTS int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

FOR_TESTS void wait_ms(int ms)
{
    nanosleep(&(struct timespec){ .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L }, NULL);
}

#endif
