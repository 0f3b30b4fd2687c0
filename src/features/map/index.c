/* index.c — the index of the map: made whole, and kept right for one service. See map.h. */
#include "features/map/map.h"

#include "algo/spelling.h"
#include "features/map/facts.h"
#include "features/map/index.sql.h"
#include "features/map/said.h"

#include <stdlib.h>
#include <string.h>

enum { VERSION = 2, REMEMBERS = 1 << 16, FEW = 256, LENGTHS = 2 * SPELLING_WORD + 1 };

/* ---- a service as it is found ---- */

struct reading {
    struct db *db;
    struct arena *arena; /* of one service; dropped after it */
    struct finder_reader *dutch, *english;
};
struct entry {
    struct fact fact;
    struct finder_posting *postings; /* by term */
    size_t n;
    struct hours *hours; /* of each place */
    size_t hours_n;
    const struct finder_word **words; /* for the vocabulary */
    size_t words_n;
};

static struct str both(struct arena *a, struct str x, struct str y)
{
    if (!y.n) return x;
    return x.n ? arena_format(a, "%.*s . %.*s", STR_ARG(x), STR_ARG(y)) : y;
}

static struct reading reading_start(struct db *db, struct arena *a, size_t remembers)
{
    return (struct reading){ db, a, finder_reader(STR("nl"), remembers),
                             finder_reader(STR("en"), remembers / 8 + 1) };
}
static void reading_end(struct reading *r)
{
    finder_reader_end(r->dutch);
    finder_reader_end(r->english);
}

static void fact_of(const struct map_entries_row *s, struct fact *f)
{
    f->organization = (uint32_t)s->organization;
    f->minimum_age = s->has_minimum_age ? (uint8_t)s->minimum_age : 255;
    f->maximum_age = s->has_maximum_age ? (uint8_t)s->maximum_age : 255;
    f->assured = s->has_assured && s->assured.n > 10957 ? (uint16_t)(s->assured.n - 10957) : 0;
    const bool away = s->status == SERVICE_TEMPORARILY_CLOSED;
    f->flags = (s->status == SERVICE_ACTIVE || away ? FACT_LISTED : 0u) |
               (away ? FACT_AWAY : 0u) | (s->has_free && s->free ? FACT_FREE : 0u) |
               (s->has_referral && !s->referral ? FACT_DIRECT : 0u) |
               (s->kind == SERVICE_INITIATIVE ? FACT_INITIATIVE : 0u) |
               (s->spared ? FACT_SPARED : 0u);
}

static enum err read_places(struct reading *r, int64_t id, struct entry *e, struct str *place)
{
    struct map_entry_places_row *rows;
    size_t n;
    TRY(map_entry_places(r->db, r->arena, id, &rows, &n));
    e->hours = NEW(r->arena, struct hours, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct map_entry_places_row *p = &rows[i];
        struct str wrong;
        if (!i && p->has_area) e->fact.area = (uint16_t)p->area;
        if (!i && p->has_latitude && p->has_longitude) {
            e->fact.latitude = (int32_t)p->latitude;
            e->fact.longitude = (int32_t)p->longitude;
        }
        if (p->has_wheelchair && p->wheelchair) e->fact.flags |= FACT_WHEELCHAIR;
        *place = both(r->arena, *place, both(r->arena, p->address, p->postal_code));
        if (p->has_area_name) *place = both(r->arena, *place, p->area_name);
        struct hours *h = &e->hours[e->hours_n];
        if (!p->hours.n || !hours_read(p->hours, h, &wrong)) continue;
        e->hours_n++;
        e->fact.flags |= FACT_HOURS | (hours_evening(h) ? FACT_EVENING : 0u) |
                         (hours_weekend(h) ? FACT_WEEKEND : 0u);
    }
    return OK;
}

static enum err read_filed(struct reading *r, int64_t id, struct entry *e,
                           struct str subject[2])
{
    struct map_entry_terms_row *terms;
    struct map_entry_languages_row *languages;
    size_t n;
    TRY(map_entry_terms(r->db, r->arena, id, &terms, &n));
    for (size_t i = 0; i < n; i++) {
        if (terms[i].position < FACT_TERMS) e->fact.terms |= UINT64_C(1) << terms[i].position;
        subject[0] =
            both(r->arena, subject[0], both(r->arena, terms[i].name, terms[i].question));
        subject[1] =
            both(r->arena, subject[1], both(r->arena, terms[i].name_en, terms[i].question_en));
    }
    TRY(map_entry_languages(r->db, r->arena, id, &languages, &n));
    for (size_t i = 0; i < n; i++) {
        const int at = map_language(languages[i].code);
        if (at >= 0) e->fact.languages |= UINT32_C(1) << at;
    }
    return OK;
}

/* Adds the terms of one language behind those there are. */
static void add_terms(struct reading *r, struct entry *e, struct finder_reader *reader,
                      const struct str fields[FINDER_FIELDS])
{
    struct finder_posting *more;
    const size_t n = finder_entry(reader, r->arena, fields, &more);
    struct finder_posting *all = arena_room(r->arena, e->n + n + 1, sizeof *all);
    if (e->n) memcpy(all, e->postings, e->n * sizeof *all);
    if (n) memcpy(all + e->n, more, n * sizeof *all);
    e->postings = all;
    e->n += n;
}

static enum err read_entry(struct reading *r, const struct map_entries_row *s, struct entry *e)
{
    struct map_entry_texts_row *texts;
    struct str place = { 0 }, subject[2] = { { 0 } };
    size_t n;
    *e = (struct entry){ 0 };
    fact_of(s, &e->fact);
    TRY(read_places(r, s->id, e, &place));
    TRY(read_filed(r, s->id, e, subject));
    if (!(e->fact.flags & FACT_LISTED)) return OK; /* known, and not found */
    TRY(map_entry_texts(r->db, r->arena, s->id, &texts, &n));
    for (size_t i = 0; i < n; i++) {
        const struct map_entry_texts_row *t = &texts[i];
        const bool english = str_is(t->lang, "en");
        struct str text = both(r->arena, t->description, t->summary);
        text = both(r->arena, text, both(r->arena, t->eligibility, t->arrival));
        const struct str fields[FINDER_FIELDS] = { both(r->arena, t->name, t->other_names),
                                                   subject[english], s->by_name, text, place };
        add_terms(r, e, english ? r->english : r->dutch, fields);
        if (english) continue;
        struct str all = { 0 };
        for (int f = 0; f < FINDER_PLACE; f++) all = both(r->arena, all, fields[f]);
        e->words_n = finder_words(r->dutch, r->arena, all, &e->words);
    }
    return OK;
}

/* ---- the vocabulary ---- */

struct vocabulary {
    struct arena arena;
    struct known {
        struct str word;
        uint32_t often, last; /* last: the entry that had it */
    } * at;                   /* hashed, open addressing */
    size_t n, room;
};

static struct known *known_place(const struct vocabulary *v, struct str word)
{
    size_t at = parts_hash(word) & (v->room - 1);
    while (v->at[at].word.n && !str_eq(v->at[at].word, word)) at = (at + 1) & (v->room - 1);
    return &v->at[at];
}
static void vocabulary_grow(struct vocabulary *v)
{
    const struct known *old = v->at;
    const size_t n = v->room;
    v->room = n ? 2 * n : 1 << 14;
    v->at = NEW(&v->arena, struct known, v->room);
    for (size_t i = 0; i < n; i++)
        if (old[i].word.n) *known_place(v, old[i].word) = old[i];
}
/* Words with a digit and very short ones are nobody's mistake. */
static bool can_be_meant(struct str word)
{
    if (word.n < 3 || word.n > SPELLING_WORD) return false;
    for (size_t i = 0; i < word.n; i++)
        if (word.s[i] >= '0' && word.s[i] <= '9') return false;
    return true;
}
static void vocabulary_take(struct vocabulary *v, struct str word, uint32_t entry)
{
    if (!can_be_meant(word)) return;
    if (2 * v->n >= v->room) vocabulary_grow(v);
    struct known *k = known_place(v, word);
    if (!k->word.n) {
        *k = (struct known){ .word = arena_copy(&v->arena, word), .last = UINT32_MAX };
        v->n++;
    }
    k->often += k->last != entry;
    k->last = entry;
}

struct saying {
    struct vocabulary *v;
    struct finder_reader *reader;
    struct arena *arena;
};
static void take_said(struct str said, void *with)
{
    struct saying *s = with;
    const struct finder_word **words;
    const size_t n = finder_words(s->reader, s->arena, said, &words);
    for (size_t i = 0; i < n; i++)
        if (!words[i]->empty) vocabulary_take(s->v, words[i]->word, UINT32_MAX - 1);
}

static enum err vocabulary_write(struct tx *tx, const struct vocabulary *v)
{
    struct arena a = { 0 };
    size_t bytes[LENGTHS] = { 0 }, length;
    char *lists[LENGTHS] = { 0 };
    enum err e = map_vocabulary_clear(tx);
    for (int round = 0; round < 2 && e == OK; round++) {
        for (size_t i = 0; round && i < LENGTHS; i++) {
            lists[i] = arena_room(&a, bytes[i] + 1, 1);
            bytes[i] = 0;
        }
        for (size_t i = 0; i < v->room; i++) {
            if (!v->at[i].word.n) continue;
            const struct arena_mark start = arena_here(&a);
            const struct str kept = spelling_kept(&a, v->at[i].word, v->at[i].often, &length);
            if (round && kept.n) memcpy(lists[length] + bytes[length], kept.s, kept.n);
            bytes[length] += kept.n;
            arena_back(&a, start);
        }
    }
    for (size_t i = 1; i < LENGTHS && e == OK; i++)
        if (bytes[i])
            e = map_vocabulary_put(tx, (int64_t)i, (struct str){ lists[i], bytes[i] });
    arena_end(&a);
    return e;
}

/* ---- the whole ---- */

struct making {
    struct tx *tx;
    struct reading reading;
    struct arena one, chunk; /* of a service; of a chunk */
    struct vocabulary words;
    int64_t first; /* of the chunk */
    struct finder_posting *postings;
    size_t n, room;
    char *facts, *hours;
    size_t hours_n, hours_room;
};

static int by_term_and_entry(const void *x, const void *y)
{
    const struct finder_posting *a = x, *b = y;
    if (a->term != b->term) return a->term < b->term ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

/* One posting for each term and entry: what weighs most of two languages. */
static size_t each_once(struct finder_posting *p, size_t n)
{
    size_t to = 0;
    for (size_t i = 0; i < n; i++) {
        if (to && p[to - 1].term == p[i].term && p[to - 1].entry == p[i].entry) {
            if (p[i].weight > p[to - 1].weight) p[to - 1].weight = p[i].weight;
        } else
            p[to++] = p[i];
    }
    return to;
}

static void add_hours(struct making *m, struct str more)
{
    if (m->hours_n + more.n > m->hours_room) {
        m->hours_room = 2 * m->hours_room + more.n + 65536;
        char *to = arena_room(&m->chunk, m->hours_room, 1);
        if (m->hours_n) memcpy(to, m->hours, m->hours_n);
        m->hours = to;
    }
    memcpy(m->hours + m->hours_n, more.s, more.n);
    m->hours_n += more.n;
}

static enum err take_entry(const struct map_entries_row *s, void *with)
{
    struct making *m = with;
    struct entry e;
    TRY(read_entry(&m->reading, s, &e));
    const size_t place = (size_t)(s->id - m->first);
    if (m->n + e.n > m->room) {
        struct finder_posting *more =
            arena_room(&m->chunk, 2 * m->room + e.n + 65536, sizeof *more);
        if (m->n) memcpy(more, m->postings, m->n * sizeof *more);
        m->postings = more;
        m->room = 2 * m->room + e.n + 65536;
    }
    for (size_t i = 0; i < e.n; i++) {
        m->postings[m->n] = e.postings[i];
        m->postings[m->n++].entry = (uint32_t)s->id;
    }
    /* The row of facts is as long as it will be from the start, so nothing is copied. */
    const struct str row = fact_put(&m->one, (struct str){ 0 }, 0, &e.fact);
    memcpy(m->facts + place * FACT_BYTES, row.s, FACT_BYTES);
    for (size_t i = 0; i < e.hours_n; i++)
        add_hours(m, fact_hours_add(&m->one, (struct str){ 0 }, place, &e.hours[i]));
    for (size_t i = 0; i < e.words_n; i++)
        if (!e.words[i]->empty) vocabulary_take(&m->words, e.words[i]->word, (uint32_t)s->id);
    arena_reset(&m->one);
    return OK;
}

static enum err write_chunk(struct making *m, int64_t chunk)
{
    struct finder_posting *p = m->postings;
    if (m->n) qsort(p, m->n, sizeof *p, by_term_and_entry);
    const size_t n = each_once(p, m->n);
    for (size_t i = 0, to; i < n; i = to) {
        for (to = i; to < n && p[to].term == p[i].term; to++) {
        }
        const struct str kept = finder_stored(&m->one, p + i, to - i, (uint32_t)m->first);
        TRY(map_posting_put(m->tx, p[i].term, chunk, kept));
        arena_reset(&m->one);
    }
    return map_facts_put(m->tx, chunk, (struct str){ m->facts, FINDER_CHUNK * FACT_BYTES },
                         (struct str){ m->hours, m->hours_n });
}

static enum err make_chunk(struct making *m, int64_t chunk)
{
    m->first = chunk * FINDER_CHUNK;
    m->n = m->room = 0;
    m->postings = NULL;
    m->hours = NULL;
    m->hours_n = m->hours_room = 0;
    m->facts = NEW(&m->chunk, char, FINDER_CHUNK *FACT_BYTES);
    enum err e = map_entries(m->tx->db, m->first, m->first + FINDER_CHUNK, take_entry, m);
    if (e == OK) e = write_chunk(m, chunk);
    arena_reset(&m->chunk);
    return e;
}

static enum err state_write(struct tx *tx, struct arena *a, struct finder_reader *reader)
{
    struct str meanings;
    int64_t highest, listed;
    TRY(said_make(tx->db, reader, a, &meanings));
    TRY(map_highest(tx->db, &highest));
    TRY(map_listed(tx->db, &listed));
    return map_state_put(tx, VERSION, listed, highest, meanings);
}

static enum err make_all(struct making *m)
{
    int64_t highest;
    TRY(map_postings_clear(m->tx));
    TRY(map_facts_clear(m->tx));
    TRY(map_highest(m->tx->db, &highest));
    for (int64_t chunk = 0; chunk * FINDER_CHUNK <= highest; chunk++) TRY(make_chunk(m, chunk));
    struct saying saying = { &m->words, m->reading.dutch, &m->one };
    TRY(said_each(m->tx->db, &m->one, take_said, &saying));
    TRY(vocabulary_write(m->tx, &m->words));
    return state_write(m->tx, &m->one, m->reading.dutch);
}

enum err map_rebuild(struct tx *tx)
{
    struct making m = { .tx = tx };
    m.reading = reading_start(tx->db, &m.one, REMEMBERS);
    const enum err e = make_all(&m);
    reading_end(&m.reading);
    arena_end(&m.one);
    arena_end(&m.chunk);
    arena_end(&m.words.arena);
    return e;
}

enum err map_meanings_renew(struct tx *tx)
{
    struct arena a = { 0 };
    struct reading r = reading_start(tx->db, &a, FEW);
    const enum err e = state_write(tx, &a, r.dutch);
    reading_end(&r);
    arena_end(&a);
    return e;
}

enum err map_made(struct db *db, bool *made)
{
    struct arena a = { 0 };
    struct map_state_get_row state;
    bool found;
    const enum err e = map_state_get(db, &a, &state, &found);
    *made = e == OK && found && state.made == VERSION;
    arena_end(&a);
    return e;
}

/* ---- one service ---- */

/* Puts an entry in the list of a term, or takes it out when its weight is 0. */
static enum err change_posting(struct tx *tx, struct arena *a, const struct finder_posting *p)
{
    const int64_t chunk = p->entry / FINDER_CHUNK;
    const uint32_t first = (uint32_t)chunk * FINDER_CHUNK;
    struct map_posting_get_row row;
    struct finder_posting *list = NEW(a, struct finder_posting, FINDER_CHUNK + 1);
    bool found;
    size_t n = 0, to = 0;
    TRY(map_posting_get(tx->db, a, p->term, chunk, &row, &found));
    if (found) n = finder_read(row.entries, first, list);
    for (size_t i = 0; i < n; i++)
        if (list[i].entry != p->entry) list[to++] = list[i];
    if (p->weight) {
        size_t at = to++;
        for (; at > 0 && list[at - 1].entry > p->entry; at--) list[at] = list[at - 1];
        list[at] = *p;
    }
    if (!to) return map_posting_remove(tx, p->term, chunk);
    return map_posting_put(tx, p->term, chunk, finder_stored(a, list, to, first));
}

static enum err change_facts(struct tx *tx, struct arena *a, int64_t id, const struct entry *e)
{
    const int64_t chunk = id / FINDER_CHUNK;
    const size_t place = (size_t)(id % FINDER_CHUNK);
    struct map_facts_get_row row = { 0 };
    bool found;
    TRY(map_facts_get(tx->db, a, chunk, &row, &found));
    struct str hours = fact_hours_without(a, row.hours, place);
    for (size_t i = 0; i < e->hours_n; i++)
        hours = fact_hours_add(a, hours, place, &e->hours[i]);
    return map_facts_put(tx, chunk, fact_put(a, row.facts, place, &e->fact), hours);
}

static enum err add_words(struct tx *tx, struct arena *a, const struct entry *e)
{
    for (size_t i = 0; i < e->words_n; i++) {
        struct map_vocabulary_get_row row = { 0 };
        bool found;
        size_t length;
        const struct str word = e->words[i]->word;
        if (e->words[i]->empty || !can_be_meant(word)) continue;
        const struct str kept = spelling_kept(a, word, 1, &length);
        TRY(map_vocabulary_get(tx->db, a, (int64_t)length, &row, &found));
        /* Behind the numbers of an entry stand its sound and the word: enough to know it by. */
        if (str_find(row.words, str_from(kept, 8)) != SIZE_MAX) continue;
        TRY(map_vocabulary_put(tx, (int64_t)length, arena_join(a, row.words, kept)));
    }
    return OK;
}

struct change {
    struct tx *tx;
    struct arena *arena;
    struct reading reading;
    bool out;
};
static enum err change_entry(const struct map_entries_row *s, void *with)
{
    struct change *c = with;
    struct entry e;
    TRY(read_entry(&c->reading, s, &e));
    if (e.n) qsort(e.postings, e.n, sizeof *e.postings, by_term_and_entry);
    for (size_t i = 0; i < e.n; i++) e.postings[i].entry = (uint32_t)s->id;
    const size_t n = each_once(e.postings, e.n);
    for (size_t i = 0; i < n; i++) {
        const struct arena_mark start = arena_here(c->arena);
        if (c->out) e.postings[i].weight = 0;
        TRY(change_posting(c->tx, c->arena, &e.postings[i]));
        arena_back(c->arena, start);
    }
    if (c->out) e = (struct entry){ 0 };
    TRY(change_facts(c->tx, c->arena, s->id, &e));
    return c->out ? OK : add_words(c->tx, c->arena, &e);
}

static enum err change(struct tx *tx, int64_t service, bool out)
{
    struct arena a = { 0 };
    struct change c = { .tx = tx, .arena = &a, .out = out };
    c.reading = reading_start(tx->db, &a, FEW);
    enum err e = map_entries(tx->db, service, service + 1, change_entry, &c);
    if (e == OK && !out) e = state_write(tx, &a, c.reading.dutch);
    reading_end(&c.reading);
    arena_end(&a);
    return e;
}

enum err map_leave(struct tx *tx, int64_t service)
{
    return change(tx, service, true);
}
enum err map_enter(struct tx *tx, int64_t service)
{
    return change(tx, service, false);
}
