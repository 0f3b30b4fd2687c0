/* base.c — see base.h. */
#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- text */

struct str str_of(const char *zero_ended)
{
    return (struct str){ zero_ended, zero_ended ? strlen(zero_ended) : 0 };
}

bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

bool str_is(struct str a, const char *zero_ended)
{
    return str_eq(a, str_of(zero_ended));
}

int str_cmp(struct str a, struct str b)
{
    const size_t n = a.n < b.n ? a.n : b.n;
    const int order = n ? memcmp(a.s, b.s, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str x, struct str with)
{
    return x.n >= with.n && str_eq((struct str){ x.s, with.n }, with);
}

bool str_ends(struct str x, struct str with)
{
    return x.n >= with.n && str_eq(str_from(x, x.n - with.n), with);
}

struct str str_trim(struct str x)
{
    while (x.n && strchr(" \t\r\n", x.s[0]) && x.s[0]) x = str_from(x, 1);
    while (x.n && strchr(" \t\r\n", x.s[x.n - 1]) && x.s[x.n - 1]) x.n--;
    return x;
}

struct str str_from(struct str x, size_t at)
{
    if (at > x.n) at = x.n;
    return x.s ? (struct str){ x.s + at, x.n - at } : x;
}

struct str str_upto(struct str x, size_t n)
{
    return (struct str){ x.s, n < x.n ? n : x.n };
}

size_t str_find(struct str x, struct str needle)
{
    if (!needle.n) return 0;
    if (!x.n) return SIZE_MAX;
    const char *at = memmem(x.s, x.n, needle.s, needle.n);
    return at ? (size_t)(at - x.s) : SIZE_MAX;
}

bool str_next(struct str *rest, char mark, struct str *part)
{
    if (!rest->s) return false;
    const char *at = rest->n ? memchr(rest->s, mark, rest->n) : NULL;
    if (at) {
        *part = (struct str){ rest->s, (size_t)(at - rest->s) };
        *rest = (struct str){ at + 1, rest->n - part->n - 1 };
    } else {
        *part = *rest;
        *rest = (struct str){ 0 };
    }
    return true;
}

bool str_number(struct str x, int64_t most, int64_t *number)
{
    int64_t n = 0;
    *number = 0;
    if (!x.n) return false;
    for (size_t i = 0; i < x.n; i++) {
        if (x.s[i] < '0' || x.s[i] > '9') return false;
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, x.s[i] - '0', &n))
            return false;
    }
    if (n > most) return false;
    *number = n;
    return true;
}

/* How many bytes the code point at x takes, 0 when it is not well formed. */
static size_t utf8_step(const unsigned char *x, size_t n)
{
    const unsigned char c = x[0];
    if (c < 0x80) return c ? 1 : 0;
    const size_t need = c >= 0xC2 && c <= 0xDF ? 2
                        : (c & 0xF0) == 0xE0   ? 3
                        : (c & 0xF8) == 0xF0   ? 4
                                               : 0;
    if (!need || need > n) return 0;
    for (size_t i = 1; i < need; i++)
        if ((x[i] & 0xC0) != 0x80) return 0;
    if (c == 0xE0 && x[1] < 0xA0) return 0;               /* overlong */
    if (c == 0xED && x[1] > 0x9F) return 0;               /* surrogate */
    if (c == 0xF0 && x[1] < 0x90) return 0;               /* overlong */
    if (c > 0xF4 || (c == 0xF4 && x[1] > 0x8F)) return 0; /* past U+10FFFF */
    return need;
}

size_t str_utf8_until(struct str x)
{
    size_t i = 0;
    while (i < x.n) {
        const size_t step = utf8_step((const unsigned char *)x.s + i, x.n - i);
        if (!step) return i;
        i += step;
    }
    return x.n;
}

bool str_utf8(struct str x)
{
    return str_utf8_until(x) == x.n;
}

uint32_t str_codepoint(struct str *rest)
{
    if (!rest->n) return 0;
    const unsigned char *x = (const unsigned char *)rest->s;
    const size_t step = utf8_step(x, rest->n);
    uint32_t c;
    switch (step) {
    case 2: c = (x[0] & 0x1Fu) << 6 | (x[1] & 0x3Fu); break;
    case 3: c = (x[0] & 0x0Fu) << 12 | (x[1] & 0x3Fu) << 6 | (x[2] & 0x3Fu); break;
    case 4:
        c = (x[0] & 0x07u) << 18 | (x[1] & 0x3Fu) << 12 | (x[2] & 0x3Fu) << 6 | (x[3] & 0x3Fu);
        break;
    default: c = x[0]; break;
    }
    *rest = str_from(*rest, step ? step : 1);
    return c;
}

size_t str_letters(struct str x)
{
    size_t n = 0;
    for (size_t i = 0; i < x.n; i++) n += ((unsigned char)x.s[i] & 0xC0u) != 0x80;
    return n;
}

struct str str_upto_letter(struct str x, size_t bytes)
{
    if (x.n <= bytes) return x;
    while (bytes && ((unsigned char)x.s[bytes] & 0xC0u) == 0x80) bytes--;
    return str_upto(x, bytes);
}

bool str_slug(struct str x)
{
    if (!x.n || x.n > 60 || x.s[0] == '-' || x.s[x.n - 1] == '-') return false;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (c == '-' && x.s[i - 1] == '-') return false;
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
    }
    return true;
}

/* ---- memory */

enum { BLOCK = 64 * 1024, ALIGN = 16 }; /* most pages are made in one block */

struct arena_block {
    struct arena_block *before;
    size_t size;
    _Alignas(ALIGN) char bytes[];
};

static size_t bytes_wanted(size_t count, size_t size)
{
    size_t want;
    if (__builtin_mul_overflow(count, size, &want) || want > SIZE_MAX / 2) abort();
    return (want + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

void *arena_room(struct arena *a, size_t count, size_t size)
{
    const size_t want = bytes_wanted(count, size);
    if (want > a->left || !a->last) {
        const size_t room = want > BLOCK ? want : BLOCK;
        struct arena_block *b = malloc(sizeof *b + room);
        if (!b) {
            fputs("dialoog: out of memory\n", stderr);
            abort();
        }
        b->before = a->last;
        b->size = room;
        a->last = b;
        a->left = room;
    }
    void *p = a->last->bytes + (a->last->size - a->left);
    a->left -= want;
    return p;
}

void *arena_take(struct arena *a, size_t count, size_t size)
{
    return memset(arena_room(a, count, size), 0, bytes_wanted(count, size));
}

struct str arena_copy(struct arena *a, struct str x)
{
    return arena_join(a, x, (struct str){ 0 });
}

struct str arena_join(struct arena *a, struct str x, struct str y)
{
    char *s = arena_room(a, x.n + y.n + 1, 1);
    if (x.n) memcpy(s, x.s, x.n);
    if (y.n) memcpy(s + x.n, y.s, y.n);
    s[x.n + y.n] = 0;
    return (struct str){ s, x.n + y.n };
}

struct str arena_format(struct arena *a, const char *format, ...)
{
    va_list ap, again;
    va_start(ap, format);
    va_copy(again, ap);
    const int n = vsnprintf(NULL, 0, format, ap);
    va_end(ap);
    if (n < 0) abort();
    char *s = arena_room(a, (size_t)n + 1, 1);
    vsnprintf(s, (size_t)n + 1, format, again);
    va_end(again);
    return (struct str){ s, (size_t)n };
}

struct arena_mark arena_here(const struct arena *a)
{
    return (struct arena_mark){ a->last, a->left };
}

void arena_back(struct arena *a, struct arena_mark m)
{
    while (a->last != m.last) {
        struct arena_block *b = a->last;
        a->last = b->before;
        free(b);
    }
    a->left = m.left;
}

void arena_reset(struct arena *a)
{
    struct arena_block *keep = NULL;
    while (a->last) {
        struct arena_block *b = a->last;
        a->last = b->before;
        if (!keep && b->size == BLOCK)
            keep = b;
        else
            free(b);
    }
    if (keep) keep->before = NULL;
    a->last = keep;
    a->left = keep ? keep->size : 0;
}

void arena_end(struct arena *a)
{
    arena_back(a, (struct arena_mark){ 0 });
}

/* ---- errors */

int err_status(enum err e)
{
    static const int status[ERRS] = {
        [OK] = 200,         [ERR_INPUT] = 400, [ERR_WHO] = 403,   [ERR_MISSING] = 404,
        [ERR_METHOD] = 405, [ERR_SLOW] = 408,  [ERR_CLASH] = 409, [ERR_GONE] = 410,
        [ERR_LIMIT] = 413,  [ERR_FORM] = 422,  [ERR_RATE] = 429,  [ERR_BROKEN] = 500,
        [ERR_BUSY] = 503,   [ERR_FULL] = 507,
    };
    return e < ERRS ? status[e] : 500;
}

static _Thread_local char why_text[512];

enum err err_make(enum err code, const char *file, int line, const char *why, ...)
{
    va_list ap;
    va_start(ap, why);
    char text[sizeof why_text]; /* a sentence may quote the one before it */
    const int n = snprintf(text, sizeof text, "%s:%d: ", file, line);
    if (n > 0 && (size_t)n < sizeof text) vsnprintf(text + n, sizeof text - (size_t)n, why, ap);
    va_end(ap);
    memcpy(why_text, text, sizeof text);
    return code;
}

const char *err_why(void)
{
    return why_text;
}

const char *err_sentence(void)
{
    const char *at = why_text;
    for (;;) { /* a sentence that quotes another has two places in front */
        const size_t name = strcspn(at, ": ");
        const size_t digits = at[name] ? strspn(at + name + 1, "0123456789") : 0;
        if (at[name] != ':' || !digits || strncmp(at + name + 1 + digits, ": ", 2) != 0)
            return at;
        at += name + digits + 3;
    }
}
