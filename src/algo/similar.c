/* similar.c — shingles, their smallest hashes, and the groups of texts that share them. */
#include "algo/similar.h"

#include "algo/fold.h"

#include <string.h>

enum { HASHES = SIMILAR_BANDS * SIMILAR_ROWS };

/* splitmix64 (Steele, Lea, Flood): every bit of x on every bit of the answer. */
static uint64_t mixed(uint64_t x)
{
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

/* ---- what is compared ---- */

struct shingles {
    uint32_t *hash; /* rising, each once */
    size_t n;
    uint64_t same;
};

/* A letter folds to two at most (ß ss). */
enum { SIGNS_MOST = 2 * SIMILAR_LETTERS };

/* The signs of a text that are compared, at most SIGNS_MOST code points. */
static size_t signs_of(struct str text, uint32_t *sign)
{
    size_t n = 0;
    for (size_t letters = 0; text.n && letters < SIMILAR_LETTERS;) {
        char to[FOLD_MOST] = "#";
        uint32_t c = (unsigned char)*text.s;
        if (c < 0x80) { /* most of what people write here */
            text = str_from(text, 1);
            if (!fold_letter(c)) continue;
            to[0] = (char)(c > '9' ? c | 0x20 : '#');
            if (!n || sign[n - 1] != (uint32_t)to[0]) sign[n++] = (uint32_t)to[0];
            letters++;
            continue;
        }
        c = str_codepoint(&text);
        if (!fold_letter(c)) continue;
        letters++;
        struct str folded = { to, fold_digit(c) >= 0 ? 1 : fold_loosely(to, c) };
        while (folded.n) {
            c = str_codepoint(&folded);
            if (!n || sign[n - 1] != c) sign[n++] = c;
        }
    }
    return n;
}

/* One step of sorting: by the `bits` at `shift`, keeping the order of equals. */
static void sort_by(const uint32_t *x, uint32_t *to, size_t n, unsigned shift, unsigned bits)
{
    const uint32_t values = 1u << bits;
    size_t from[256] = { 0 }, before = 0;
    for (size_t i = 0; i < n; i++) from[(x[i] >> shift) & (values - 1)]++;
    for (size_t v = 0; v < values; v++) {
        const size_t here = from[v];
        from[v] = before;
        before += here;
    }
    for (size_t i = 0; i < n; i++) to[from[(x[i] >> shift) & (values - 1)]++] = x[i];
}

/* A few are nearly in order after one step; of many nobody can choose hashes that take long. */
static void sort_hashes(uint32_t *x, uint32_t *spare, size_t n)
{
    enum { FEW = 256 };
    if (n > FEW) {
        for (unsigned shift = 0; shift < 32; shift += 16) {
            sort_by(x, spare, n, shift, 8);
            sort_by(spare, x, n, shift + 8, 8);
        }
        return;
    }
    sort_by(x, spare, n, 26, 6);
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        for (; at > 0 && x[at - 1] > spare[i]; at--) x[at] = x[at - 1];
        x[at] = spare[i];
    }
}

/* The shingles in the place of the signs: of each run of four, or of all when there are fewer. */
static size_t hash_runs(uint32_t *sign, size_t n)
{
    const size_t runs = n > SIMILAR_SHINGLE ? n - SIMILAR_SHINGLE + 1 : 1;
    for (size_t i = 0; i < runs; i++) {
        uint64_t h = 0;
        for (size_t k = 0; k < SIMILAR_SHINGLE && i + k < n; k++)
            h = (h ^ sign[i + k]) * 0x9e3779b97f4a7c15;
        h = mixed(h);
        sign[i] = (uint32_t)h;
    }
    return runs;
}

static struct shingles shingles_of(struct arena *a, struct str text)
{
    struct shingles s = { 0 };
    uint32_t sign[SIGNS_MOST], spare[SIGNS_MOST];
    const size_t n = signs_of(str_upto(text, str_utf8_until(text)), sign);
    if (!n) return s;
    for (size_t i = 0; i < n; i++) s.same = (s.same ^ sign[i]) * 0x9e3779b97f4a7c15;
    s.same = mixed(s.same);
    s.same |= !s.same;
    const size_t runs = hash_runs(sign, n);
    sort_hashes(sign, spare, runs);
    for (size_t i = 0; i < runs; i++)
        if (!s.n || sign[s.n - 1] != sign[i]) sign[s.n++] = sign[i];
    s.hash = NEW(a, uint32_t, s.n);
    memcpy(s.hash, sign, s.n * sizeof *sign);
    return s;
}

/* Exact when it is `least` or more; otherwise 0 may come as soon as that is sure. */
static double jaccard(const struct shingles *x, const struct shingles *y, double least)
{
    const double all = (double)(x->n + y->n);
    /* both / (all - both) >= least; a little less, for what rounding takes. */
    const size_t needed = (size_t)(all * least / (1 + least) * 0.999999);
    size_t i = 0, j = 0, both = 0;
    while (i < x->n && j < y->n) {
        const uint32_t p = x->hash[i], q = y->hash[j];
        both += p == q;
        i += p <= q;
        j += q <= p;
        if (p != q && both + (x->n - i) < needed) return 0;
        if (p != q && both + (y->n - j) < needed) return 0;
    }
    return both ? (double)both / (all - (double)both) : 0;
}

double similar_jaccard(struct arena *a, struct str x, struct str y)
{
    const struct arena_mark here = arena_here(a);
    const struct shingles sx = shingles_of(a, x), sy = shingles_of(a, y);
    const double answer = jaccard(&sx, &sy, 0);
    arena_back(a, here);
    return answer;
}

/* ---- fingerprints ---- */

/* One hash of a shingle chooses its box and its value there; a box keeps the smallest. An empty
 * box borrows from one that is not, chosen by its number only, so that two texts borrow alike. */
static void smallest(const struct shingles *s, uint32_t box[HASHES])
{
    bool full[HASHES] = { false };
    for (size_t i = 0; i < s->n; i++) {
        const uint64_t h = mixed(s->hash[i]);
        const size_t b = (size_t)(((h >> 32) * HASHES) >> 32);
        if (!full[b] || (uint32_t)h < box[b]) box[b] = (uint32_t)h;
        full[b] = true;
    }
    for (size_t b = 0; b < HASHES; b++) {
        if (full[b]) continue;
        size_t from = b;
        for (uint64_t turn = 1; !full[from]; turn++)
            from = (size_t)(mixed((uint64_t)b << 32 | turn) % HASHES);
        box[b] = box[from];
    }
}

static struct similar fingerprint(const struct shingles *s)
{
    struct similar f = { 0 };
    uint32_t box[HASHES];
    if (!s->n) return f;
    smallest(s, box);
    memcpy(&f.same, &s->same, sizeof f.same);
    for (size_t b = 0; b < SIMILAR_BANDS; b++) {
        uint64_t h = b + 1;
        for (size_t r = 0; r < SIMILAR_ROWS; r++) h = mixed(h ^ box[b * SIMILAR_ROWS + r]);
        memcpy(&f.near[b], &h, sizeof h);
    }
    return f;
}

struct similar similar_fingerprint(struct arena *a, struct str text)
{
    const struct arena_mark here = arena_here(a);
    const struct shingles s = shingles_of(a, text);
    const struct similar f = fingerprint(&s);
    arena_back(a, here);
    return f;
}

/* ---- groups ---- */

enum { FACES = 4 };

/* Texts that meet in one band: some of them, each from another group when it came. Whoever comes
 * next is compared with these, so a crowd costs no more than a line. */
struct meeting {
    int64_t value; /* of the band; an empty place has no faces */
    uint32_t face[FACES];
    uint32_t faces;
};
struct grouping {
    const struct shingles *shingles;
    uint32_t *group;
    double threshold;
    struct meeting *place;
    size_t places; /* a power of two, more than the texts */
};

/* The first text of the group; halves the way on the way. */
static uint32_t first_of(uint32_t *group, uint32_t i)
{
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
}

static bool join(struct grouping *g, uint32_t i, uint32_t j)
{
    const uint32_t a = first_of(g->group, i), b = first_of(g->group, j);
    if (a == b) return true;
    const struct shingles *x = &g->shingles[i], *y = &g->shingles[j];
    const size_t few = x->n < y->n ? x->n : y->n, many = x->n < y->n ? y->n : x->n;
    if ((double)few < g->threshold * (double)many || jaccard(x, y, g->threshold) < g->threshold)
        return false;
    g->group[a > b ? a : b] = a > b ? b : a;
    return true;
}

static void meet(struct grouping *g, uint32_t text, int64_t value)
{
    size_t at = (size_t)value & (g->places - 1);
    while (g->place[at].faces && g->place[at].value != value) at = (at + 1) & (g->places - 1);
    struct meeting *m = &g->place[at];
    bool known = false;
    for (uint32_t f = 0; f < m->faces; f++) known |= join(g, text, m->face[f]);
    m->value = value;
    if (!known && m->faces < FACES) m->face[m->faces++] = text;
}

size_t similar_groups(struct arena *a, const struct str *text, size_t n, double threshold,
                      uint32_t *group)
{
    const struct arena_mark here = arena_here(a);
    struct shingles *shingles = NEW(a, struct shingles, n + 1);
    struct similar *print = NEW(a, struct similar, n + 1);
    struct grouping g = { .shingles = shingles, .group = group, .threshold = threshold };
    for (g.places = 16; g.places < 2 * n; g.places *= 2) continue;
    g.place = NEW(a, struct meeting, g.places);
    for (size_t i = 0; i < n; i++) {
        shingles[i] = shingles_of(a, text[i]);
        print[i] = fingerprint(&shingles[i]);
        group[i] = (uint32_t)i;
    }
    for (size_t band = 0; band <= SIMILAR_BANDS; band++) { /* copies first */
        memset(g.place, 0, g.places * sizeof *g.place);
        for (size_t i = 0; i < n; i++)
            if (shingles[i].n)
                meet(&g, (uint32_t)i, band ? print[i].near[band - 1] : print[i].same);
    }
    size_t groups = 0;
    uint32_t *members = NEW(a, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        group[i] = first_of(group, (uint32_t)i);
        groups += ++members[group[i]] == 2;
    }
    arena_back(a, here);
    return groups;
}
