/* cache.c — see cache.h. */
#include "web/cache.h"

#include <libdeflate.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "web/answer.h"

enum { BUCKETS = 4096, GZIP_LEVEL = 6, OVERHEAD = 3072 };

struct entry {
    struct cached about;
    atomic_int held;
    struct entry *next;          /* in its bucket */
    struct entry *newer, *older; /* by last use */
    uint64_t hash;
    size_t bytes; /* counted against the bound */
    bool inside;  /* the cache counts it */
    pthread_mutex_t zip;
    bool zipped;
    struct MHD_Response *gzip; /* NULL after zipped: no smaller */
    struct answer answer;
    char content_type[64], content_language[36], vary[64], disposition[160], last_modified[32];
    size_t key_n;
    char key[];
};

struct cache {
    pthread_mutex_t lock;
    size_t bytes, most;
    struct entry *newest, *oldest;
    struct entry *bucket[BUCKETS];
};

static struct entry *entry_of(struct cached *about)
{
    return (struct entry *)about; /* its first member */
}

struct cache *cache_new(size_t bytes)
{
    struct cache *c = calloc(1, sizeof *c);
    if (!c) abort();
    pthread_mutex_init(&c->lock, NULL);
    c->most = bytes;
    return c;
}

void cache_let_go(struct cached *about)
{
    struct entry *e = entry_of(about);
    if (!e || atomic_fetch_sub(&e->held, 1) != 1) return;
    if (e->about.plain) MHD_destroy_response(e->about.plain);
    if (e->gzip) MHD_destroy_response(e->gzip);
    pthread_mutex_destroy(&e->zip);
    free(e);
}

/* FNV-1a; an address someone chose to collide costs them a longer chain, bounded by the cache. */
static uint64_t hash_of(struct str key)
{
    uint64_t h = 0xCBF29CE484222325u;
    for (size_t i = 0; i < key.n; i++) h = (h ^ (unsigned char)key.s[i]) * 0x100000001B3u;
    return h ^ h >> 32;
}

/* ---- under the lock ---- */

static void list_out(struct cache *c, struct entry *e)
{
    *(e->newer ? &e->newer->older : &c->newest) = e->older;
    *(e->older ? &e->older->newer : &c->oldest) = e->newer;
}

static void list_in(struct cache *c, struct entry *e)
{
    e->newer = NULL;
    e->older = c->newest;
    *(c->newest ? &c->newest->newer : &c->oldest) = e;
    c->newest = e;
}

static struct entry **place_of(struct cache *c, struct str key, uint64_t hash)
{
    struct entry **at = &c->bucket[hash % BUCKETS];
    while (*at &&
           !((*at)->hash == hash && (*at)->key_n == key.n && !memcmp((*at)->key, key.s, key.n)))
        at = &(*at)->next;
    return at;
}

static void take_out(struct cache *c, struct entry *e)
{
    struct entry **at = &c->bucket[e->hash % BUCKETS];
    while (*at != e) at = &(*at)->next;
    *at = e->next;
    list_out(c, e);
    c->bytes -= e->bytes;
    e->inside = false;
    cache_let_go(&e->about);
}

static void make_room(struct cache *c)
{
    while (c->bytes > c->most && c->oldest) take_out(c, c->oldest);
}

/* ---- */

void cache_end(struct cache *c)
{
    if (!c) return;
    c->most = 0;
    make_room(c);
    pthread_mutex_destroy(&c->lock);
    free(c);
}

struct cached *cache_find(struct cache *c, struct str key, const struct store *st,
                          struct day today)
{
    const uint64_t hash = hash_of(key);
    pthread_mutex_lock(&c->lock);
    struct entry *e = *place_of(c, key, hash);
    if (e) {
        atomic_fetch_add(&e->held, 1);
        if (c->newest != e) {
            list_out(c, e);
            list_in(c, e);
        }
    }
    pthread_mutex_unlock(&c->lock);
    if (!e) return NULL;
    const bool holds =
        e->about.day.n == today.n &&
        (tables_none(e->about.reads) || store_version(st, e->about.reads) == e->about.version);
    if (holds) return &e->about;
    cache_let_go(&e->about);
    return NULL;
}

static const char *keep_text(char *room, size_t size, const char *text)
{
    if (!text) return NULL;
    const size_t n = strlen(text) + 1;
    return n <= size ? memcpy(room, text, n) : NULL;
}

/* Tells two versions of a page apart; nobody gains by making two that look alike, so it need not be
 * a cryptographic one, and it costs a fiftieth of that. Four sums side by side, eight bytes at a time,
 * each mixed as in MurmurHash's last step (A. Appleby, public domain). */
static uint64_t mix(uint64_t sum, const char *word)
{
    uint64_t x;
    memcpy(&x, word, sizeof x);
    sum = (sum ^ x) * UINT64_C(0xff51afd7ed558ccd);
    return sum ^ sum >> 32;
}

static uint64_t stir(uint64_t h)
{
    h = (h ^ h >> 33) * UINT64_C(0xff51afd7ed558ccd);
    return h ^ h >> 29;
}

static void content_hash(struct str body, uint64_t hash[2])
{
    uint64_t a = 1, b = 2, c = 3, d = 4;
    char last[32] = { 0 };
    size_t at = 0;
    for (; body.n - at >= sizeof last; at += sizeof last) {
        a = mix(a, body.s + at);
        b = mix(b, body.s + at + 8);
        c = mix(c, body.s + at + 16);
        d = mix(d, body.s + at + 24);
    }
    if (body.n > at) memcpy(last, body.s + at, body.n - at);
    a = mix(a, last), b = mix(b, last + 8), c = mix(c, last + 16), d = mix(d, last + 24);
    hash[0] = stir((a ^ body.n) * UINT64_C(0xc4ceb9fe1a85ec53) ^ c);
    hash[1] = stir((b ^ body.n) * UINT64_C(0xc4ceb9fe1a85ec53) ^ d);
}

static char *put_hex(char *to, uint64_t x)
{
    for (int shift = 60; shift >= 0; shift -= 4) *to++ = "0123456789abcdef"[x >> shift & 15];
    return to;
}

static void etag_make(char etag[ETAG], char etag_gzip[ETAG], struct str body)
{
    uint64_t hash[2];
    content_hash(body, hash);
    etag[0] = etag_gzip[0] = '"';
    char *end = put_hex(put_hex(etag + 1, hash[0]), hash[1]);
    const size_t n = (size_t)(end - etag);
    memcpy(etag_gzip, etag, n);
    memcpy(etag + n, "\"", sizeof "\"");
    memcpy(etag_gzip + n, "-gz\"", sizeof "-gz\"");
}

static struct entry *entry_make(struct str key, const struct cached *about, struct str body,
                                const struct answer *answer)
{
    struct entry *e = calloc(1, sizeof *e + key.n);
    char *bytes = malloc(body.n + 1);
    if (!e || !bytes) abort();
    memcpy(bytes, body.s, body.n);
    memcpy(e->key, key.s, key.n);
    e->key_n = key.n;
    e->hash = hash_of(key);
    e->bytes = body.n + key.n + OVERHEAD;
    e->about = *about;
    e->about.body = (struct str){ bytes, body.n };
    pthread_mutex_init(&e->zip, NULL);
    etag_make(e->about.etag, e->about.etag_gzip, body);

    e->answer = *answer;
    e->answer.content_type =
        keep_text(e->content_type, sizeof e->content_type, answer->content_type);
    e->answer.content_language =
        keep_text(e->content_language, sizeof e->content_language, answer->content_language);
    e->answer.disposition =
        keep_text(e->disposition, sizeof e->disposition, answer->disposition);
    e->answer.last_modified =
        keep_text(e->last_modified, sizeof e->last_modified, answer->last_modified);
    e->answer.vary = keep_text(e->vary, sizeof e->vary, answer->vary);
    e->answer.etag = e->about.etag;
    e->about.plain = answer_make(&e->answer, e->about.body, BODY_FREE);
    return e;
}

struct cached *cache_keep(struct cache *c, struct str key, const struct cached *about,
                          struct str body, const struct answer *answer)
{
    struct entry *e = entry_make(key, about, body, answer);
    atomic_init(&e->held, 1);
    if (e->bytes > c->most / 8) return &e->about;
    atomic_fetch_add(&e->held, 1);
    pthread_mutex_lock(&c->lock);
    struct entry *before = *place_of(c, key, e->hash);
    if (before) take_out(c, before);
    e->next = c->bucket[e->hash % BUCKETS];
    c->bucket[e->hash % BUCKETS] = e;
    list_in(c, e);
    c->bytes += e->bytes;
    e->inside = true;
    make_room(c);
    pthread_mutex_unlock(&c->lock);
    return &e->about;
}

/* ---- other forms of an entry ---- */

static struct MHD_Response *gzip_make(const struct entry *e, size_t *bytes)
{
    struct libdeflate_compressor *z = libdeflate_alloc_compressor(GZIP_LEVEL);
    const struct str body = e->about.body;
    char *to = malloc(body.n + 1);
    if (!z || !to) abort();
    const size_t n = libdeflate_gzip_compress(z, body.s, body.n, to, body.n);
    libdeflate_free_compressor(z);
    if (!n) { /* no smaller */
        free(to);
        return NULL;
    }
    char *fit = realloc(to, n);
    struct answer answer = e->answer;
    answer.etag = e->about.etag_gzip;
    answer.encoding = "gzip";
    *bytes = n;
    return answer_make(&answer, (struct str){ fit ? fit : to, n }, BODY_FREE);
}

struct MHD_Response *cached_gzip(struct cache *c, struct cached *about, bool *gzipped)
{
    struct entry *e = entry_of(about);
    size_t bytes = 0;
    pthread_mutex_lock(&e->zip);
    if (!e->zipped) {
        e->gzip = e->about.packed ? NULL : gzip_make(e, &bytes);
        e->zipped = true;
    }
    pthread_mutex_unlock(&e->zip);
    if (bytes) {
        pthread_mutex_lock(&c->lock);
        if (e->inside) {
            e->bytes += bytes;
            c->bytes += bytes;
            make_room(c);
        }
        pthread_mutex_unlock(&c->lock);
    }
    *gzipped = e->gzip != NULL;
    return e->gzip ? e->gzip : e->about.plain;
}

struct MHD_Response *cached_unchanged(const struct cached *about, bool gzip)
{
    const struct entry *e = (const struct entry *)about;
    struct answer answer = e->answer;
    answer.etag = gzip ? about->etag_gzip : about->etag;
    answer.content_type = NULL;
    answer.content_language = NULL;
    answer.disposition = NULL;
    return answer_make(&answer, (struct str){ 0 }, BODY_STATIC);
}
