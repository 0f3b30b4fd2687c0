/* match.c — what fits what somebody needs or offers, and why. */
#include "features/wanted/wanted.h"

#include "algo/related.h"

#include <string.h>

enum { READER = 1000, WORDS = 4 };

struct str wanted_terms(struct arena *a, struct str title, struct str body)
{
    struct reader *r = related_reader(STR("nl"), READER);
    uint32_t *terms;
    const size_t n = related_terms(
        r, a, arena_format(a, "%.*s\n%.*s", STR_ARG(title), STR_ARG(body)), &terms);
    const struct str stored = related_stored(a, terms, n);
    related_reader_end(r);
    return stored;
}

struct str wanted_times(struct arena *a, int64_t times, enum lang lang)
{
    const struct words *const words[] = { SAY("overdag"), SAY("’s avonds"),
                                          SAY("in het weekend") };
    struct str all = { 0 };
    for (int i = 0; i < 3; i++) {
        if (!(times >> i & 1)) continue;
        const struct str one = words_in(words[i], lang);
        all = all.n ? arena_format(a, "%.*s, %.*s", STR_ARG(all), STR_ARG(one)) : one;
    }
    return all;
}

/* Words of the other that the question has too: at most a few, each once. */
static struct str shared_words(struct reader *r, struct arena *a,
                               const struct wanted_shown_row *w, const uint32_t *terms,
                               size_t n)
{
    const struct str text = arena_format(a, "%.*s\n%.*s", STR_ARG(w->title), STR_ARG(w->body));
    struct mark *marks;
    struct str words[WORDS], all = { 0 };
    size_t words_n = 0;
    const size_t marks_n = related_marks(r, a, text, terms, n, &marks);
    for (size_t i = 0; i < marks_n && words_n < WORDS; i++) {
        const struct str one = str_upto(str_from(text, marks[i].from), marks[i].length);
        bool known = false;
        for (size_t k = 0; k < words_n; k++) known = known || str_eq(words[k], one);
        if (known) continue;
        words[words_n++] = one;
        all = all.n ? arena_format(a, "%.*s, %.*s", STR_ARG(all), STR_ARG(one)) : one;
    }
    return all;
}

static void keep_best(struct wanted_match found[WANTED_MATCHES], size_t *n,
                      const struct wanted_match *m)
{
    size_t at = *n < WANTED_MATCHES ? (*n)++ : WANTED_MATCHES;
    if (at == WANTED_MATCHES) {
        if (found[at - 1].score >= m->score) return;
        at--;
    }
    for (; at && found[at - 1].score < m->score; at--) found[at] = found[at - 1];
    found[at] = *m;
}

enum err wanted_matches(struct db *db, struct arena *a, const struct wanted_shown_row *of,
                        struct wanted_match found[WANTED_MATCHES], size_t *n)
{
    struct wanted_shown_row *rows;
    size_t rows_n;
    uint32_t *terms;
    struct related_hit *hits;
    *n = 0;
    if (of->kind == WANTED_PULLER) return OK;
    TRY(wanted_shown(db, a, of->kind == WANTED_NEED ? WANTED_OFFER : WANTED_NEED, &rows,
                     &rows_n));
    struct reader *r = related_reader(STR("nl"), READER);
    const size_t terms_n = related_terms(
        r, a, arena_format(a, "%.*s\n%.*s", STR_ARG(of->title), STR_ARG(of->body)), &terms);
    struct related q = related_to(a, terms, terms_n);
    for (size_t i = 0; i < rows_n; i++) related_take_stored(&q, (int64_t)i, rows[i].terms);
    const size_t hits_n = related_best(&q, RELATED_LEAST, rows_n, &hits);
    double *alike = NEW(a, double, rows_n + 1);
    for (size_t i = 0; i < hits_n; i++) alike[hits[i].id] = hits[i].score;
    for (size_t i = 0; i < rows_n; i++) {
        const struct wanted_shown_row *w = &rows[i];
        struct wanted_match m = {
            .w = w,
            .subject = of->has_subject && w->has_subject && of->subject == w->subject,
            .area = of->has_area && w->has_area && of->area == w->area,
            .time = of->times && w->times && (of->times & w->times),
        };
        /* Never because of the neighbourhood or the time alone. */
        if (!m.subject && alike[i] <= 0) continue;
        m.score = 10 * alike[i] + 3 * m.subject + 2 * m.area + m.time +
                  (w->who != WANTED_ORGANISATION && m.area ? 1 : 0);
        keep_best(found, n, &m);
    }
    for (size_t i = 0; i < *n; i++)
        found[i].words = shared_words(r, a, found[i].w, terms, terms_n);
    related_reader_end(r);
    return OK;
}
