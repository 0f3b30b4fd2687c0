/* hyphen.c — see hyphen.h. */
#include "algo/hyphen.h"

#include <string.h>

enum { PATTERN_MOST = 32 }; /* bytes of letters */

struct pattern {
    struct str letters;   /* without its numbers */
    const uint8_t *marks; /* one before each byte, and one behind the last */
    struct pattern *next;
};
struct hyphens {
    struct pattern **buckets;
    size_t buckets_n, longest;
};

static size_t hash(struct str x)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < x.n; i++) h = (h ^ (unsigned char)x.s[i]) * 16777619u;
    return h;
}

static const struct pattern *find(const struct hyphens *h, struct str letters)
{
    for (const struct pattern *p = h->buckets[hash(letters) % h->buckets_n]; p; p = p->next)
        if (str_eq(p->letters, letters)) return p;
    return NULL;
}

static bool no_pattern(struct str line)
{
    if (!line.n || line.n > PATTERN_MOST) return true;
    for (size_t i = 0; i < line.n; i++)
        if ((line.s[i] >= 'A' && line.s[i] <= 'Z') || memchr("%#/=,- ", line.s[i], 7))
            return true;
    return false;
}

static void add(struct arena *a, struct hyphens *h, struct str line)
{
    char letters[PATTERN_MOST];
    uint8_t marks[PATTERN_MOST + 1] = { 0 };
    size_t n = 0;
    if (no_pattern(line)) return;
    for (size_t i = 0; i < line.n; i++) {
        if (line.s[i] >= '0' && line.s[i] <= '9')
            marks[n] = (uint8_t)(line.s[i] - '0');
        else
            letters[n++] = line.s[i];
    }
    if (!n) return;
    struct pattern *p = NEW(a, struct pattern, 1);
    uint8_t *kept = arena_room(a, n + 1, 1);
    memcpy(kept, marks, n + 1);
    p->letters = arena_copy(a, (struct str){ letters, n });
    p->marks = kept;
    struct pattern **at = &h->buckets[hash(p->letters) % h->buckets_n];
    p->next = *at;
    *at = p;
    if (n > h->longest) h->longest = n;
}

struct hyphens *hyphens_read(struct arena *a, struct str patterns)
{
    struct hyphens *h = NEW(a, struct hyphens, 1);
    h->buckets_n = patterns.n / 8 + 1;
    h->buckets = NEW(a, struct pattern *, h->buckets_n);
    struct str rest = patterns, line;
    while (str_next(&rest, '\n', &line)) add(a, h, str_trim(line));
    return h;
}

/* Small letters, as far as patterns have them: a–z, and Latin letters with a mark of two bytes. */
static void lower(char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const unsigned char c = (unsigned char)s[i];
        if (c >= 'A' && c <= 'Z') s[i] = (char)(c + 32);
        if (c == 0xC3 && i + 1 < n) {
            const unsigned char d = (unsigned char)s[i + 1];
            if (d >= 0x80 && d <= 0x9E && d != 0x97) s[i + 1] = (char)(d + 0x20);
        }
    }
}

size_t hyphen_points(const struct hyphens *h, struct str word, bool *breaks)
{
    char dotted[HYPHEN_WORD_MOST + 2];
    uint8_t best[HYPHEN_WORD_MOST + 3] = { 0 };
    size_t points = 0;
    memset(breaks, 0, word.n);
    if (word.n > HYPHEN_WORD_MOST || word.n < HYPHEN_BEFORE + HYPHEN_AFTER) return 0;
    const size_t n = word.n + 2;
    dotted[0] = dotted[n - 1] = '.';
    memcpy(dotted + 1, word.s, word.n);
    lower(dotted + 1, word.n);
    for (size_t i = 0; i < n; i++) {
        if (((unsigned char)dotted[i] & 0xC0) == 0x80) continue; /* within a letter */
        for (size_t k = 1; k <= h->longest && i + k <= n; k++) {
            const struct pattern *p = find(h, (struct str){ dotted + i, k });
            for (size_t m = 0; p && m <= k; m++)
                if (p->marks[m] > best[i + m]) best[i + m] = p->marks[m];
        }
    }
    size_t letters = 0, all = 0;
    for (size_t i = 0; i < word.n; i++) all += ((unsigned char)word.s[i] & 0xC0) != 0x80;
    for (size_t i = 0; i < word.n; i++) {
        if (((unsigned char)word.s[i] & 0xC0) == 0x80) continue;
        if (letters >= HYPHEN_BEFORE && all - letters >= HYPHEN_AFTER && best[i + 1] & 1) {
            breaks[i] = true;
            points++;
        }
        letters++;
    }
    return points;
}
