/* limiter.c — see limiter.h. */
#include "web/limiter.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"

/* A slot is found by hash within a row of WAYS; rows share LOCKS locks. */
enum { WAYS = 4, LOCKS = 16, MILLI = 1000 };

struct slot {
    uint64_t client; /* 0: free */
    int64_t at_ms;
    int64_t left; /* tokens, in thousandths */
};
struct limiter {
    unsigned burst, per_second;
    size_t rows; /* a power of two */
    uint64_t seed;
    pthread_mutex_t lock[LOCKS];
    struct slot slot[];
};

struct limiter *limiter_new(unsigned burst, unsigned per_second, size_t slots)
{
    size_t rows = LOCKS;
    while (rows * WAYS < slots) rows *= 2;
    struct limiter *l = calloc(1, sizeof *l + rows * WAYS * sizeof *l->slot);
    if (!l) abort();
    l->burst = burst;
    l->per_second = per_second;
    l->rows = rows;
    if (chance(&l->seed, sizeof l->seed) != OK) l->seed = (uintptr_t)l;
    for (size_t i = 0; i < LOCKS; i++) pthread_mutex_init(&l->lock[i], NULL);
    return l;
}

void limiter_end(struct limiter *l)
{
    if (!l) return;
    for (size_t i = 0; i < LOCKS; i++) pthread_mutex_destroy(&l->lock[i]);
    free(l);
}

/* Spreads clients over rows in an order nobody outside can choose (splitmix64). */
static uint64_t scatter(uint64_t x)
{
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

static void refill(const struct limiter *l, struct slot *s, int64_t now_ms)
{
    const int64_t passed = now_ms > s->at_ms ? now_ms - s->at_ms : 0;
    const int64_t full = (int64_t)l->burst * MILLI;
    const int64_t added = passed > full ? full : passed * l->per_second;
    s->left = s->left + added > full ? full : s->left + added;
    s->at_ms = now_ms;
}

unsigned limiter_wait(struct limiter *l, uint64_t client, int64_t now_ms)
{
    if (!client) client = 1;
    const size_t row = scatter(client ^ l->seed) & (l->rows - 1);
    struct slot *slots = &l->slot[row * WAYS], *mine = NULL;
    pthread_mutex_t *lock = &l->lock[row % LOCKS];

    pthread_mutex_lock(lock);
    for (int i = 0; i < WAYS && !mine; i++)
        if (slots[i].client == client) mine = &slots[i];
    for (int i = 0; i < WAYS && !mine; i++)
        if (!slots[i].client) mine = &slots[i];
    if (!mine) {
        mine = &slots[0];
        for (int i = 0; i < WAYS; i++) {
            refill(l, &slots[i], now_ms);
            if (slots[i].left > mine->left) mine = &slots[i];
        }
    }
    if (mine->client != client)
        *mine = (struct slot){ client, now_ms, (int64_t)l->burst * MILLI };
    refill(l, mine, now_ms);
    unsigned wait = 0;
    if (mine->left >= MILLI)
        mine->left -= MILLI;
    else
        wait = (unsigned)((MILLI - mine->left) / ((int64_t)l->per_second * MILLI)) + 1;
    pthread_mutex_unlock(lock);
    return wait;
}

uint64_t client_of(const struct sockaddr *address)
{
    if (address && address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        return 0xFFFF00000000u | ntohl(in.sin_addr.s_addr);
    }
    if (address && address->sa_family == AF_INET6) {
        struct sockaddr_in6 in;
        memcpy(&in, address, sizeof in);
        uint32_t words[4];
        memcpy(words, &in.sin6_addr, sizeof words);
        if (IN6_IS_ADDR_V4MAPPED(&in.sin6_addr)) return 0xFFFF00000000u | ntohl(words[3]);
        return (uint64_t)ntohl(words[0]) << 32 | ntohl(words[1]);
    }
    return 1;
}

bool client_read(struct str text, uint64_t *client)
{
    char zero_ended[64];
    text = str_trim(text);
    if (text.n && text.s[0] == '[') {
        text = str_from(text, 1);
        text = str_upto(text, str_find(text, STR("]")));
    } else {
        const size_t colon = str_find(text, STR(":"));
        const bool one =
            colon != SIZE_MAX && str_find(str_from(text, colon + 1), STR(":")) == SIZE_MAX;
        if (one) text = str_upto(text, colon); /* a port behind IPv4 */
    }
    if (!text.n || text.n >= sizeof zero_ended) return false;
    memcpy(zero_ended, text.s, text.n);
    zero_ended[text.n] = 0;
    struct sockaddr_in in = { .sin_family = AF_INET };
    struct sockaddr_in6 in6 = { .sin6_family = AF_INET6 };
    union { /* one family's address seen as the general one */
        struct sockaddr any;
        struct sockaddr_in in;
        struct sockaddr_in6 in6;
    } u;
    if (inet_pton(AF_INET, zero_ended, &in.sin_addr) == 1)
        u.in = in;
    else if (inet_pton(AF_INET6, zero_ended, &in6.sin6_addr) == 1)
        u.in6 = in6;
    else
        return false;
    *client = client_of(&u.any);
    return true;
}
