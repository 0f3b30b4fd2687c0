/* said.c — residents' words as numbers. See said.h. */
#include "features/map/said.h"

#include "features/map/rows.sql.h"

#include <stdlib.h>
#include <string.h>

struct writing {
    struct finder_reader *reader;
    struct arena *arena;
    char *to;
    size_t n, room;
};

static void put_byte(struct writing *w, size_t x)
{
    if (w->n == w->room) {
        char *more = arena_room(w->arena, 2 * w->room + 4096, 1);
        if (w->n) memcpy(more, w->to, w->n);
        w->to = more;
        w->room = 2 * w->room + 4096;
    }
    w->to[w->n++] = (char)x;
}
static void put_term(struct writing *w, uint32_t term)
{
    for (int i = 0; i < 4; i++) put_byte(w, term >> (8 * i) & 255);
}

static size_t stems_of(struct writing *w, struct str text, uint32_t *terms, size_t most)
{
    const struct finder_word **words;
    const size_t n = finder_words(w->reader, w->arena, text, &words);
    size_t terms_n = 0, full = 0;
    for (size_t i = 0; i < n; i++) full += !words[i]->empty;
    for (size_t i = 0; i < n && terms_n < most; i++)
        if (!full || !words[i]->empty) terms[terms_n++] = words[i]->stem;
    return terms_n;
}

static void put_said(struct writing *w, struct str said, struct str means)
{
    uint32_t terms[SAID_WORDS];
    struct str all[SAID_MEANS], piece;
    size_t all_n = 0;
    const size_t n = stems_of(w, said, terms, SAID_WORDS);
    while (all_n < SAID_MEANS && str_next(&means, ',', &piece))
        if (str_trim(piece).n) all[all_n++] = str_trim(piece);
    if (!n || !all_n) return;
    put_byte(w, n);
    for (size_t i = 0; i < n; i++) put_term(w, terms[i]);
    put_byte(w, all_n);
    for (size_t i = 0; i < all_n; i++) {
        const size_t together = stems_of(w, all[i], terms, FINDER_TOGETHER);
        put_byte(w, together);
        for (size_t k = 0; k < together; k++) put_term(w, terms[k]);
    }
}

static bool of_city(const struct map_meanings_row *own, size_t n, const char *said)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(own[i].said, said)) return true;
    return false;
}

enum err said_make(struct db *db, struct finder_reader *r, struct arena *a, struct str *kept)
{
    struct writing w = { .reader = r, .arena = a };
    struct map_meanings_row *own;
    size_t n;
    TRY(map_meanings(db, a, &own, &n));
    for (size_t i = 0; i < n; i++) put_said(&w, own[i].said, own[i].means);
    for (size_t i = 0; i < said_words_n; i++)
        if (!of_city(own, n, said_words[i].said))
            put_said(&w, str_of(said_words[i].said), str_of(said_words[i].means));
    *kept = (struct str){ w.to, w.n };
    return OK;
}

enum err said_each(struct db *db, struct arena *a, void (*take)(struct str said, void *with),
                   void *with)
{
    struct map_meanings_row *own;
    size_t n;
    TRY(map_meanings(db, a, &own, &n));
    for (size_t i = 0; i < n; i++) take(own[i].said, with);
    for (size_t i = 0; i < said_words_n; i++) take(str_of(said_words[i].said), with);
    return OK;
}

static bool get_byte(struct str *kept, size_t most, size_t *x)
{
    if (!kept->n) return false;
    *x = (unsigned char)kept->s[0];
    *kept = str_from(*kept, 1);
    return *x <= most;
}
static bool get_terms(struct str *kept, uint32_t *terms, size_t n)
{
    if (kept->n < 4 * n) return false;
    const unsigned char *at = (const unsigned char *)kept->s;
    for (size_t i = 0; i < n; i++, at += 4)
        terms[i] = at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
    *kept = str_from(*kept, 4 * n);
    return true;
}

bool said_next(struct str *kept, struct said_kept *one)
{
    if (!get_byte(kept, SAID_WORDS, &one->said_n) || !get_terms(kept, one->said, one->said_n) ||
        !get_byte(kept, SAID_MEANS, &one->means_n))
        return false;
    for (size_t i = 0; i < one->means_n; i++) {
        struct said_alternative *x = &one->means[i];
        if (!get_byte(kept, FINDER_TOGETHER, &x->n) || !get_terms(kept, x->terms, x->n))
            return false;
    }
    return true;
}
