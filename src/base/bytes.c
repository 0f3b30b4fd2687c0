/* bytes.c — see bytes.h. */
#include "base/bytes.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

struct str hex_write(struct arena *a, struct str bytes)
{
    static const char digit[] = "0123456789abcdef";
    char *s = arena_take(a, bytes.n * 2 + 1, 1);
    for (size_t i = 0; i < bytes.n; i++) {
        s[2 * i] = digit[(unsigned char)bytes.s[i] >> 4];
        s[2 * i + 1] = digit[(unsigned char)bytes.s[i] & 15];
    }
    return (struct str){ s, bytes.n * 2 };
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool hex_read(struct arena *a, struct str hex, struct str *bytes)
{
    *bytes = (struct str){ 0 };
    if (hex.n % 2) return false;
    char *s = arena_take(a, hex.n / 2 + 1, 1);
    for (size_t i = 0; i < hex.n / 2; i++) {
        const int high = hex_digit(hex.s[2 * i]), low = hex_digit(hex.s[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        s[i] = (char)(high << 4 | low);
    }
    *bytes = (struct str){ s, hex.n / 2 };
    return true;
}

struct str base64url_write(struct arena *a, struct str bytes)
{
    static const char digit[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const size_t n = bytes.n / 3 * 4 + (bytes.n % 3 ? bytes.n % 3 + 1 : 0);
    char *s = arena_take(a, n + 1, 1);
    size_t at = 0;
    unsigned bits = 0, held = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        bits = (bits << 8 | (unsigned char)bytes.s[i]) & 0xFFFFu;
        for (held += 8; held >= 6; held -= 6) s[at++] = digit[bits >> (held - 6) & 63];
    }
    if (held) s[at] = digit[bits << (6 - held) & 63];
    return (struct str){ s, n };
}

static int base64url_digit(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '-' ? 62 : c == '_' ? 63 : -1;
}

bool base64url_read(struct arena *a, struct str text, struct str *bytes)
{
    *bytes = (struct str){ 0 };
    if (text.n % 4 == 1) return false;
    const size_t n = text.n / 4 * 3 + (text.n % 4 ? text.n % 4 - 1 : 0);
    char *s = arena_take(a, n + 1, 1);
    size_t at = 0;
    unsigned bits = 0, held = 0;
    for (size_t i = 0; i < text.n; i++) {
        const int digit = base64url_digit(text.s[i]);
        if (digit < 0) return false;
        bits = (bits << 6 | (unsigned)digit) & 0xFFFFu;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        s[at++] = (char)(bits >> held & 255);
    }
    if (bits & ((1u << held) - 1)) return false;
    *bytes = (struct str){ s, n };
    return true;
}

bool bytes_same(struct str a, struct str b)
{
    if (a.n != b.n) return false;
    volatile unsigned char differs = 0; /* volatile: the loop may not end early */
    for (size_t i = 0; i < a.n; i++)
        differs = (unsigned char)(differs | ((unsigned char)a.s[i] ^ (unsigned char)b.s[i]));
    return differs == 0;
}

void bytes_wipe(void *at, size_t n)
{
    if (n) explicit_bzero(at, n);
}

enum err chance(void *to, size_t n)
{
    unsigned char *at = to;
    while (n) {
        const ssize_t got = getrandom(at, n, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return FAIL(ERR_BROKEN, "no chance to be had");
        at += got;
        n -= (size_t)got;
    }
    return OK;
}

enum err chance_bytes(struct arena *a, size_t n, struct str *bytes)
{
    char *s = arena_take(a, n + 1, 1);
    *bytes = (struct str){ 0 };
    TRY(chance(s, n));
    *bytes = (struct str){ s, n };
    return OK;
}
