/* plain.c — see plain.h. */
#include "algo/plain.h"
#include "algo/analyse.h"
#include "algo/readability.h"

enum { STEM_LEAST = 5 };

struct hard { /* an entry of the list, read */
    struct analysed *words;
    size_t n;
    bool said;
};
struct looking {
    struct arena *arena;
    struct analyser dutch;
    struct plain_remark *at;
    size_t n;
};

static void remark(struct looking *l, struct plain_remark r)
{
    if (l->n < PLAIN_MOST) l->at[l->n++] = r;
}

static void sentences(struct looking *l, struct str text)
{
    struct str rest = text, sentence;
    while (readability_sentence(&rest, &sentence)) {
        const size_t words = readability_of(sentence).words;
        if (words > PLAIN_LONG)
            remark(l, (struct plain_remark){ PLAIN_SENTENCE, sentence, words, NULL });
    }
}

/* What is left of a verb in any form: without "t" behind it, no letter twice ("implementeert" and
 * "implementeren" become "implementer"). */
static struct str bare(struct str stem, char to[64])
{
    size_t n = 0;
    for (size_t i = 0; i < stem.n && n < 64; i++)
        if (!n || to[n - 1] != stem.s[i]) to[n++] = stem.s[i];
    if (n && to[n - 1] == 't') n--;
    return (struct str){ to, n };
}

static bool same_bare(struct str x, struct str y)
{
    char to_x[64], to_y[64];
    return x.n >= STEM_LEAST && y.n >= STEM_LEAST && str_eq(bare(x, to_x), bare(y, to_y));
}

/* A word alone in any form; in a phrase only as it stands. */
static bool same(const struct analysed *x, const struct analysed *y, bool alone)
{
    return str_eq(x->word, y->word) || (alone && same_bare(x->stem, y->stem));
}

static bool begins_here(const struct hard *h, const struct analysed *w, size_t left)
{
    if (!h->n || h->n > left) return false;
    for (size_t i = 0; i < h->n; i++)
        if (!same(&h->words[i], &w[i], h->n == 1)) return false;
    return true;
}

static void words(struct looking *l, struct str text)
{
    struct hard *hard = NEW(l->arena, struct hard, plain_words_n);
    struct analysed *w;
    for (size_t i = 0; i < plain_words_n; i++)
        hard[i].n = analyse(&l->dutch, l->arena, str_of(plain_words[i].hard), &hard[i].words);
    const size_t n = analyse(&l->dutch, l->arena, text, &w);
    for (size_t at = 0; at < n; at++) {
        size_t best = plain_words_n; /* "in het kader van" before "kaders" */
        for (size_t i = 0; i < plain_words_n; i++)
            if (begins_here(&hard[i], w + at, n - at) &&
                (best == plain_words_n || hard[i].n > hard[best].n))
                best = i;
        if (best == plain_words_n) continue;
        const struct analysed *last = &w[at + hard[best].n - 1];
        const struct str said = { text.s + w[at].from, last->from + last->length - w[at].from };
        if (!hard[best].said)
            remark(l, (struct plain_remark){ PLAIN_WORD, said, 0, plain_words[best].easier });
        hard[best].said = true;
        at += hard[best].n - 1;
    }
}

size_t plain_remarks(struct arena *arena, struct str text, struct plain_remark **remarks)
{
    struct looking l = { .arena = arena, .dutch = analyser_start(STR("nl")) };
    l.at = NEW(arena, struct plain_remark, PLAIN_MOST);
    sentences(&l, text);
    words(&l, text);
    analyser_end(&l.dutch);
    *remarks = l.at;
    return l.n;
}
