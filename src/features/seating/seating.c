/* seating.c — see seating.h. */
#include "features/seating/seating.h"

#include <stdlib.h>
#include <string.h>

/* ---- numbers in a row for what the data numbers otherwise ---- */

struct known { /* a few: looked through one by one */
    int64_t id[SEATS_THEMES_MOST];
    int n;
};

static int known_place(struct known *k, int64_t id, int most)
{
    for (int i = 0; i < k->n; i++)
        if (k->id[i] == id) return i;
    if (k->n >= most) return SEATS_NONE;
    k->id[k->n] = id;
    return k->n++;
}

/* What the solver is given, while it is being read. */
struct filling {
    struct seats_person *people;
    struct seats_table *tables;
    struct known themes, hoods;
    struct str language[SEATS_LANGUAGES_MOST]; /* codes of interpreters */
    int languages;
};

struct index { /* people by the id of their registration */
    int64_t id;
    size_t person;
};

static int by_id(const void *x, const void *y)
{
    const struct index *p = x, *q = y;
    return (p->id > q->id) - (p->id < q->id);
}

static struct index *people_by_id(struct arena *a, const struct seating *s)
{
    struct index *index = NEW(a, struct index, s->people_n + 1);
    for (size_t i = 0; i < s->people_n; i++) index[i] = (struct index){ s->people[i].id, i };
    qsort(index, s->people_n, sizeof *index, by_id);
    return index;
}

static size_t person_of(const struct seating *s, const struct index *index, int64_t id)
{
    const struct index wanted = { .id = id };
    const struct index *found = bsearch(&wanted, index, s->people_n, sizeof *index, by_id);
    return found ? found->person : SIZE_MAX;
}

/* ---- reading ---- */

static enum err read_people(struct db *db, struct arena *a, int64_t gathering,
                            struct seating *s)
{
    size_t n;
    int64_t after = 0;
    s->people = NEW(a, struct seating_people_row, SEATS_PEOPLE_MOST);
    do {
        struct seating_people_row *rows;
        TRY(seating_people(db, a, gathering, after, &rows, &n));
        for (size_t i = 0; i < n && s->people_n < SEATS_PEOPLE_MOST; i++)
            s->people[s->people_n++] = rows[i];
        if (n) after = rows[n - 1].number;
    } while (n == seating_people_limit && s->people_n < SEATS_PEOPLE_MOST);
    s->refused |= n == seating_people_limit;
    return OK;
}

static int language_place(struct filling *f, struct str code)
{
    if (!code.n) return SEATS_NONE;
    for (int i = 0; i < f->languages; i++)
        if (str_eq(f->language[i], code)) return i;
    if (f->languages >= SEATS_LANGUAGES_MOST) return SEATS_NONE;
    f->language[f->languages] = code;
    return f->languages++;
}

static void fill_people(struct seating *s, struct filling *f)
{
    for (size_t i = 0; i < s->people_n; i++) {
        const struct seating_people_row *r = &s->people[i];
        f->people[i] = (struct seats_person){
            .wish = { SEATS_NONE, SEATS_NONE, SEATS_NONE },
            .trait = { (int)r->comes_as, r->has_age ? (int)r->age : SEATS_NONE,
                       r->has_neighbourhood
                           ? known_place(&f->hoods, r->neighbourhood, SEATS_VALUES_MOST)
                           : SEATS_NONE },
            .language = language_place(f, r->interpreter),
            .wheelchair = r->wheelchair,
        };
    }
    s->seats.people = f->people;
    s->seats.people_n = s->people_n;
}

static enum err read_tables(struct db *db, struct arena *a, int64_t gathering, struct str lang,
                            struct seating *s, struct filling *f)
{
    struct seating_tables_row *rows;
    size_t all;
    TRY(seating_tables(db, a, gathering, lang, &rows, &all));
    f->tables = NEW(a, struct seats_table, all + 1);
    s->tables = NEW(a, struct seating_tables_row, all + 1);
    for (size_t t = 0; t < all; t++) {
        s->refused |= rows[t].round > SEATS_ROUNDS_MOST;
        if (rows[t].round > SEATS_ROUNDS_MOST) continue;
        if (rows[t].round > s->seats.rounds) s->seats.rounds = (int)rows[t].round;
        s->tables[s->tables_n] = rows[t];
        f->tables[s->tables_n++] = (struct seats_table){
            .round = (int)rows[t].round - 1,
            .theme = known_place(&f->themes, rows[t].theme, SEATS_THEMES_MOST),
            .least = (int)(rows[t].seats * 2 / 3), /* with fewer it is another conversation */
            .most = (int)rows[t].seats,
            .wheelchairs = (int)rows[t].wheelchairs,
            .language = language_place(f, rows[t].interpreter),
        };
    }
    if (!s->seats.rounds) s->seats.rounds = 1;
    s->seats.tables = f->tables;
    s->seats.tables_n = s->tables_n;
    return OK;
}

/* What stands under the numbers of a thousand people at a time, so that each answer has an end. */
typedef enum err some_people(struct db *db, struct arena *a, int64_t gathering, int64_t after,
                             int64_t until, struct seating *s, const struct index *index,
                             struct filling *f);

static enum err by_thousand(struct db *db, struct arena *a, int64_t gathering,
                            struct seating *s, const struct index *index, some_people *some,
                            struct filling *f)
{
    int64_t after = 0;
    for (size_t i = 0; i < s->people_n; i += 1000) {
        const size_t last = i + 1000 < s->people_n ? i + 999 : s->people_n - 1;
        TRY(some(db, a, gathering, after, s->people[last].number, s, index, f));
        after = s->people[last].number;
    }
    return OK;
}

static enum err read_wishes(struct db *db, struct arena *a, int64_t gathering, int64_t after,
                            int64_t until, struct seating *s, const struct index *index,
                            struct filling *f)
{
    struct seating_wishes_row *rows;
    size_t n;
    TRY(seating_wishes(db, a, gathering, after, until, &rows, &n));
    for (size_t k = 0; k < n; k++) {
        const size_t i = person_of(s, index, rows[k].registration);
        if (i == SIZE_MAX || rows[k].rank < 1 || rows[k].rank > SEATS_WISHES) continue;
        f->people[i].wish[rows[k].rank - 1] =
            known_place(&f->themes, rows[k].theme, SEATS_THEMES_MOST);
    }
    return OK;
}

static size_t table_of(const struct seating *s, int64_t id)
{
    for (size_t t = 0; t < s->tables_n; t++)
        if (s->tables[t].id == id) return t;
    return SIZE_MAX;
}

static enum err read_seats(struct db *db, struct arena *a, int64_t gathering, int64_t after,
                           int64_t until, struct seating *s, const struct index *index,
                           struct filling *f)
{
    struct seating_seats_row *rows;
    size_t n;
    TRY(seating_seats(db, a, gathering, after, until, &rows, &n));
    for (size_t k = 0; k < n; k++) {
        const size_t i = person_of(s, index, rows[k].registration);
        if (i == SIZE_MAX || rows[k].round > s->seats.rounds) continue;
        const size_t here = (size_t)(rows[k].round - 1) * s->people_n + i;
        const size_t t = rows[k].has_at_table ? table_of(s, rows[k].at_table) : SIZE_MAX;
        if (!rows[k].has_at_table) f->people[i].absent |= 1u << (rows[k].round - 1);
        /* a table that went to another round meanwhile is no seat in this one */
        if (t != SIZE_MAX && s->tables[t].round == rows[k].round) {
            s->seat[here] = (int)t;
            s->fixed[here] = rows[k].fixed;
        }
    }
    return OK;
}

static enum err read_pairs(struct db *db, struct arena *a, int64_t gathering, struct seating *s,
                           const struct index *index)
{
    struct seating_pairs_row *rows;
    size_t n;
    TRY(seating_pairs(db, a, gathering, &rows, &n));
    struct seats_pair *together = NEW(a, struct seats_pair, n + 1);
    struct seats_pair *apart = NEW(a, struct seats_pair, n + 1);
    for (size_t k = 0; k < n; k++) {
        const size_t i = person_of(s, index, rows[k].registration);
        const size_t o = person_of(s, index, rows[k].other);
        if (i == SIZE_MAX || o == SIZE_MAX || i == o) continue;
        const struct seats_pair pair = { (int)i, (int)o };
        if (rows[k].apart)
            apart[s->seats.apart_n++] = pair;
        else
            together[s->seats.together_n++] = pair;
    }
    s->seats.together = together;
    s->seats.apart = apart;
    return OK;
}

static int weighed(int usual, int64_t weight)
{
    static const int halves[SEATING_WEIGHTS] = { 0, 1, 2, 5 };
    return usual * halves[weight] / 2;
}

static struct seats_weights weights_of(const struct seating_plan_get_row *p)
{
    const struct seats_weights u = seats_weights_usual;
    struct seats_weights w = { .none = weighed(u.none, p->wishes),
                               .twice = weighed(u.twice, p->twice),
                               .again = weighed(u.again, p->meeting),
                               .mix = weighed(u.mix, p->mixing),
                               .together = weighed(u.together, p->together),
                               .least = weighed(u.least, p->filling) };
    for (int k = 0; k < SEATS_WISHES; k++) w.wish[k] = weighed(u.wish[k], p->wishes);
    return w;
}

void seating_weigh(struct seating *s, const struct seating_plan_get_row *plan)
{
    s->seats.weights = weights_of(plan);
}

static enum err read_plan(struct db *db, struct arena *a, int64_t gathering, struct seating *s)
{
    bool found;
    TRY(seating_plan_get(db, a, gathering, &s->plan, &found));
    if (!found)
        s->plan = (struct seating_plan_get_row){ .wishes = WEIGHT_USUAL,
                                                 .twice = WEIGHT_USUAL,
                                                 .meeting = WEIGHT_USUAL,
                                                 .mixing = WEIGHT_USUAL,
                                                 .together = WEIGHT_USUAL,
                                                 .filling = WEIGHT_USUAL };
    seating_weigh(s, &s->plan);
    return OK;
}

enum err seating_read(struct db *db, struct arena *a, int64_t gathering, struct str lang,
                      struct seating *s)
{
    *s = (struct seating){ 0 };
    struct filling *f = NEW(a, struct filling, 1);
    TRY(read_plan(db, a, gathering, s));
    TRY(read_people(db, a, gathering, s));
    f->people = NEW(a, struct seats_person, s->people_n + 1);
    TRY(read_tables(db, a, gathering, lang, s, f));
    fill_people(s, f);
    const size_t all = s->people_n * (size_t)s->seats.rounds;
    s->seat = NEW(a, int, all + 1);
    s->fixed = NEW(a, bool, all + 1);
    for (size_t k = 0; k < all; k++) s->seat[k] = SEATS_NONE;
    const struct index *index = people_by_id(a, s);
    TRY(by_thousand(db, a, gathering, s, index, read_wishes, f));
    TRY(by_thousand(db, a, gathering, s, index, read_seats, f));
    return read_pairs(db, a, gathering, s, index);
}

/* ---- what is asked of it ---- */

size_t seating_person(const struct seating *s, int64_t number)
{
    for (size_t i = 0; i < s->people_n; i++)
        if (s->people[i].number == number) return i;
    return SIZE_MAX;
}

size_t seating_at(const struct seating *s, size_t table)
{
    const size_t from = (size_t)s->seats.tables[table].round * s->people_n;
    size_t n = 0;
    for (size_t i = 0; i < s->people_n; i++) n += s->seat[from + i] == (int)table;
    return n;
}
