/* uuid.c — see uuid.h. */
#include "features/map/uuid.h"

#include <string.h>

static uint64_t take(uint64_t h, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 1099511628211u;
    return (h ^ 0xff) * 1099511628211u; /* what ends a piece is in no text */
}
static uint64_t hash(uint64_t seed, const char *kind, struct str source, struct str key)
{
    uint64_t h = take(14695981039346656037u ^ seed, kind, strlen(kind));
    h = take(h, source.s, source.n);
    h = take(h, key.s, key.n);
    h = (h ^ h >> 32) * 0xd6e8feb86659fd93u;
    return h ^ h >> 32;
}

struct str uuid_of(struct arena *a, const char *kind, struct str source, struct str key)
{
    const uint64_t x = hash(0, kind, source, key),
                   y = hash(0x9E3779B97F4A7C15u, kind, source, key);
    return arena_format(a, "%08x-%04x-8%03x-%04x-%012llx", (unsigned)(x >> 32),
                        (unsigned)(x >> 16 & 0xffff), (unsigned)(x & 0xfff),
                        (unsigned)(0x8000 | (y >> 48 & 0x3fff)),
                        (unsigned long long)(y & 0xffffffffffff));
}

bool uuid_is(struct str text)
{
    if (text.n != 36) return false;
    for (size_t i = 0; i < 36; i++) {
        const char c = text.s[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}
