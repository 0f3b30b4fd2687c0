/* count.c — see making.h: who came to a gathering, counted once. */
#include "features/making/making.h"

#include "algo/suppress.h"

struct counting {
    struct tx *tx;
    struct arena *a;
    int64_t gathering;
    const struct turnout_people_row *people;
    size_t people_n;
};

static int64_t class_of(const struct turnout_people_row *p, enum turnout_aspect aspect)
{
    return aspect == TURNOUT_AS    ? p->comes_as
           : aspect == TURNOUT_AGE ? p->age
                                   : p->neighbourhood;
}

/* Keeps the classes that may be shown, and the rest. Somebody of a class that is none said nothing. */
static enum err count_classes(const struct counting *c, enum turnout_aspect aspect,
                              const int64_t *classes, size_t n)
{
    int64_t *counts = NEW(c->a, int64_t, n + 1);
    bool *shown = NEW(c->a, bool, n + 1);
    for (size_t i = 0; i <= n; i++) counts[i] = 0;
    for (size_t i = 0; i < c->people_n; i++) {
        size_t at = 0;
        while (at < n && classes[at] != class_of(&c->people[i], aspect)) at++;
        counts[at]++;
    }
    const int64_t rest = suppress(counts, n + 1, TURNOUT_LEAST, shown);
    for (size_t i = 0; i <= n; i++)
        if (shown[i])
            TRY(turnout_put(c->tx, c->gathering, aspect, i < n ? classes[i] : TURNOUT_UNSAID,
                            true, counts[i]));
    if (!rest) return OK;
    return turnout_put(c->tx, c->gathering, aspect, TURNOUT_REST, true, rest);
}

static enum err count_one(struct tx *tx, struct arena *a, const struct turnout_due_row *g,
                          bool known)
{
    static const int64_t as[] = { COMES_RESIDENT, COMES_VOLUNTEER, COMES_ORGANISATION,
                                  COMES_MUNICIPALITY },
                         age[] = { AGE_12_17, AGE_18_29, AGE_30_44,
                                   AGE_45_64, AGE_65_79, AGE_80_UP };
    struct turnout_people_row *people;
    struct turnout_hoods_row *hoods;
    struct turnout_crew_row crew;
    size_t n, hoods_n;
    TRY(turnout_people(tx->db, a, g->id, &people, &n));
    TRY(turnout_hoods(tx->db, a, g->dialogue, &hoods, &hoods_n));
    TRY(turnout_crew(tx->db, a, g->id, &crew));
    if (!known) n = 0;
    const struct counting c = { tx, a, g->id, people, n };
    TRY(turnout_put(tx, g->id, TURNOUT_ALL, 0, n >= TURNOUT_LEAST, (int64_t)n));
    TRY(turnout_put(tx, g->id, TURNOUT_CREW, 0, true, crew.hosts));
    TRY(turnout_put(tx, g->id, TURNOUT_CREW, 1, true, crew.noters));
    if (n < TURNOUT_LEAST) return OK;
    int64_t *ids = NEW(a, int64_t, hoods_n + 1);
    for (size_t i = 0; i < hoods_n; i++) ids[i] = hoods[i].id;
    TRY(count_classes(&c, TURNOUT_AS, as, COUNT_OF(as)));
    TRY(count_classes(&c, TURNOUT_AGE, age, COUNT_OF(age)));
    return count_classes(&c, TURNOUT_HOOD, ids, hoods_n);
}

enum err turnout_count(struct tx *tx, struct arena *a, struct day today, struct day since)
{
    struct turnout_due_row *rows;
    size_t n;
    TRY(turnout_due(tx->db, a, today, &rows, &n));
    for (size_t i = 0; i < n; i++) TRY(count_one(tx, a, &rows[i], rows[i].day.n >= since.n));
    return OK;
}
