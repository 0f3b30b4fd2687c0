/* cbor.c — see cbor.h. */
#include "features/people/cbor.h"

enum major { POSITIVE, NEGATIVE, BYTES, TEXT, LIST, MAP, TAG, SIMPLE };

/* The kind of an item and its number, in the shortest form there is. */
static bool head(struct str *rest, enum major *major, uint64_t *number)
{
    if (!rest->n) return false;
    const unsigned char first = (unsigned char)rest->s[0], size = first & 31;
    *major = (enum major)(first >> 5);
    if (size > 27) return false; /* reserved, or a length that is not said */
    const size_t n = size < 24 ? 0 : (size_t)1 << (size - 24);
    if (rest->n < 1 + n) return false;
    *number = size;
    if (n) *number = 0;
    for (size_t i = 1; i <= n; i++) *number = *number << 8 | (unsigned char)rest->s[i];
    if (n == 1 && *number < 24) return false;
    if (n > 1 && *number >> (4 * n) == 0) return false;
    *rest = str_from(*rest, 1 + n);
    return true;
}

bool cbor_int(struct str *rest, int64_t *value)
{
    struct str after = *rest;
    enum major major;
    uint64_t number;
    if (!head(&after, &major, &number) || major > NEGATIVE || number > INT64_MAX) return false;
    *value = major == NEGATIVE ? -1 - (int64_t)number : (int64_t)number;
    *rest = after;
    return true;
}

static bool string(struct str *rest, enum major want, struct str *value)
{
    struct str after = *rest;
    enum major major;
    uint64_t n;
    if (!head(&after, &major, &n) || major != want || n > after.n) return false;
    *value = str_upto(after, (size_t)n);
    *rest = str_from(after, (size_t)n);
    return want != TEXT || str_utf8(*value);
}

bool cbor_bytes(struct str *rest, struct str *value)
{
    return string(rest, BYTES, value);
}

bool cbor_text(struct str *rest, struct str *value)
{
    const struct str before = *rest;
    if (string(rest, TEXT, value)) return true;
    *rest = before;
    return false;
}

bool cbor_map(struct str *rest, size_t *pairs)
{
    struct str after = *rest;
    enum major major;
    uint64_t n;
    /* each pair takes two bytes at least */
    if (!head(&after, &major, &n) || major != MAP || n > after.n / 2) return false;
    *pairs = (size_t)n;
    *rest = after;
    return true;
}

bool cbor_skip(struct str *rest)
{
    struct str after = *rest, text;
    uint64_t open[CBOR_DEPTH], number; /* items still to come, in each list we are in */
    size_t depth = 0;
    do {
        enum major major;
        if (depth) open[depth - 1]--;
        const struct str item = after;
        if (!head(&after, &major, &number)) return false;
        if (major == BYTES || major == TEXT) {
            after = item;
            if (!string(&after, major, &text)) return false;
        } else if (major == LIST || major == MAP) {
            if (depth == CBOR_DEPTH || number > after.n / (major == MAP ? 2 : 1)) return false;
            open[depth++] = major == MAP ? number * 2 : number;
        } else if (major == TAG || (major == SIMPLE && (number < 20 || number > 22))) {
            return false; /* of the simple ones only false, true and null */
        }
        while (depth && open[depth - 1] == 0) depth--;
    } while (depth);
    *rest = after;
    return true;
}
