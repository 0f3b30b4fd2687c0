/* seats.test.c — seats keep every rule that can be kept, count right, and come out the same each time. */
#include "base/test.h"

#include "algo/seats_inside.h"
#include "tests/seating.h"

struct event {
    struct arena arena;
    struct seats s;
    struct seats_person people[40];
    struct seats_table tables[5 * SEATS_ROUNDS_MOST];
    struct seats_pair together[40], apart[40];
    int locked[SEATS_ROUNDS_MOST * 40];
};

static int pick(uint64_t *chance, int n)
{
    return (int)below((uint32_t)next_chance(chance), (size_t)n);
}

/* Some people with needs, wishes and quarrels; absent now and then; tables of several kinds. */
static void make_event(struct event *e, uint64_t seed, int people, int tables, int rounds)
{
    uint64_t c = seed;
    for (int i = 0; i < people; i++) {
        struct seats_person *p = &e->people[i];
        for (int k = 0; k < SEATS_WISHES; k++) p->wish[k] = pick(&c, 6) - 1;
        for (int f = 0; f < SEATS_TRAITS; f++) p->trait[f] = pick(&c, 4) - 1;
        p->language = pick(&c, 6) ? SEATS_NONE : pick(&c, 2);
        p->wheelchair = !pick(&c, 3);
        p->absent = pick(&c, 6) ? 0 : (unsigned)pick(&c, 1 << rounds);
        e->together[i] = (struct seats_pair){ i, pick(&c, people) };
        e->apart[i] = (struct seats_pair){ pick(&c, people), pick(&c, people) };
    }
    for (int t = 0; t < tables * rounds; t++)
        e->tables[t] = (struct seats_table){ .round = t % rounds,
                                             .theme = pick(&c, 6) - 1,
                                             .least = pick(&c, 4),
                                             .most = 2 + pick(&c, 6),
                                             .wheelchairs = pick(&c, 3),
                                             .language = pick(&c, 3) - 1 };
    for (int k = 0; k < people * rounds; k++) e->locked[k] = SEATS_NONE;
    e->s = (struct seats){ .people = e->people,
                           .people_n = (size_t)people,
                           .tables = e->tables,
                           .tables_n = (size_t)(tables * rounds),
                           .rounds = rounds,
                           .together = e->together,
                           .together_n = (size_t)people / 3,
                           .apart = e->apart,
                           .apart_n = (size_t)people / 4,
                           .locked = e->locked,
                           .weights = seats_weights_usual };
}

static void seats_now(const struct room *m, int *seat)
{
    for (size_t i = 0; i < m->n; i++)
        for (unsigned r = 0; r < m->rounds; r++) {
            const size_t t = m->seat[at(m, i, r)];
            seat[r * m->n + i] = t < m->tables ? m->table[t].given : SEATS_NONE;
        }
}

static int64_t whole_cost(struct event *e, const struct room *m)
{
    int seat[SEATS_ROUNDS_MOST * 40];
    struct seats_score score;
    seats_now(m, seat);
    CHECK_OK(seats_score(&e->arena, &e->s, seat, &score));
    return score.cost + score.hard.apart * COST_APART;
}

static void a_change_costs_what_counting_all_says(void **state)
{
    (void)state;
    int moved = 0, swapped = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct event e = { 0 };
        make_event(&e, seed, 12 + (int)seed % 20, 5, 1 + (int)seed % SEATS_ROUNDS_MOST);
        uint64_t c = seed;
        struct room *m = room_make(&e.arena, &e.s);
        room_start(m, &e.arena, NULL, &c);
        int64_t cost = whole_cost(&e, m);
        for (int step = 0; step < 60; step++) {
            const unsigned r = (unsigned)pick(&c, (int)m->rounds);
            if (!m->movers[r]) continue;
            const size_t i = m->mover[r][pick(&c, (int)m->movers[r])];
            const size_t j = m->mover[r][pick(&c, (int)m->movers[r])];
            const size_t to = m->first[r] + (size_t)pick(&c, 5);
            const size_t from = m->seat[at(m, i, r)];
            const bool swap = step & 1;
            if (swap ? m->seat[at(m, j, r)] == from : to == from) continue;
            const int64_t change = swap ? room_swap_cost(m, i, j, r, INT64_MAX - 1)
                                        : room_move_cost(m, i, to, r, INT64_MAX - 1);
            if (change == NOT_ALLOWED) continue;
            assert_true((swap ? room_swap_cost(m, i, j, r, change - 1)
                              : room_move_cost(m, i, to, r, change - 1)) >= change);
            if (swap)
                room_swap(m, i, j, r);
            else
                room_move(m, i, to, r);
            const int64_t after = whole_cost(&e, m);
            assert_int_equal(after - cost, change);
            cost = after;
            swapped += swap;
            moved += !swap;
        }
        arena_end(&e.arena);
    }
    assert_true(moved > 200 && swapped > 200);
}

static void check_seats(struct event *e, const int *seat)
{
    const size_t n = e->s.people_n;
    for (size_t k = 0; k < n * (size_t)e->s.rounds; k++) {
        const int round = (int)(k / n);
        const bool absent = e->people[k % n].absent >> round & 1;
        assert_int_equal(seat[k] == SEATS_NONE, absent);
        if (absent) continue;
        assert_int_equal(e->tables[seat[k]].round, round);
        if (e->locked[k] != SEATS_NONE) assert_int_equal(seat[k], e->locked[k]);
    }
}

static void hard_rules_break_no_more_than_must(void **state)
{
    (void)state;
    int64_t most = 0, wheelchair = 0, language = 0;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct event e = { 0 };
        int seat[8 * 40];
        struct seats_score score;
        struct seats_hard least;
        struct seats_breach *breach;
        make_event(&e, seed, 6 + (int)seed % 30, 2 + (int)seed % 5, 1 + (int)seed % 4);
        for (size_t k = 0; k < e.s.people_n * (size_t)e.s.rounds; k += 7) { /* some stay */
            const int t = (int)(k % e.s.tables_n);
            if (e.tables[t].round == (int)(k / e.s.people_n)) e.locked[k] = t;
        }
        CHECK_OK(seats_solve(&e.arena, &e.s, (struct seats_run){ .seed = seed, .steps = 3000 },
                             seat));
        check_seats(&e, seat);
        CHECK_OK(seats_score(&e.arena, &e.s, seat, &score));
        CHECK_OK(seats_least(&e.arena, &e.s, seat, &least));
        assert_int_equal(score.hard.unseated, least.unseated);
        assert_int_equal(score.hard.most, least.most);
        assert_int_equal(score.hard.wheelchair, least.wheelchair);
        assert_int_equal(score.hard.language, least.language);
        assert_true(score.hard.apart >= least.apart);
        int64_t found[SEATS_APART + 1] = { 0 };
        const size_t n = seats_breaches(&e.arena, &e.s, seat, &breach);
        for (size_t k = 0; k < n; k++) found[breach[k].rule] += breach[k].by;
        assert_int_equal(found[SEATS_CROWDED], score.hard.most);
        assert_int_equal(found[SEATS_WHEELCHAIR], score.hard.wheelchair);
        assert_int_equal(found[SEATS_LANGUAGE], score.hard.language);
        assert_int_equal(found[SEATS_APART], score.hard.apart);
        most += least.most;
        wheelchair += least.wheelchair;
        language += least.language;
        arena_end(&e.arena);
    }
    assert_true(most > 10 && wheelchair > 10 &&
                language > 10); /* there was something to break */
}

/* Which of two seatings breaks less, the first rule first. */
static bool is_better(const struct seats_hard *x, const struct seats_hard *y)
{
    const int64_t p[] = { x->unseated, x->most, x->wheelchair, x->language, x->apart };
    const int64_t q[] = { y->unseated, y->most, y->wheelchair, y->language, y->apart };
    for (size_t k = 0; k < COUNT_OF(p); k++)
        if (p[k] != q[k]) return p[k] < q[k];
    return false;
}

static void the_least_is_what_trying_all_finds(void **state)
{
    (void)state;
    int forced = 0;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct event e = { 0 };
        enum { PEOPLE = 6, TABLES = 3 };
        int seat[PEOPLE] = { 0 };
        make_event(&e, seed, PEOPLE, TABLES, 1);
        e.s.apart_n = PEOPLE;
        for (int i = 0; i < PEOPLE; i++) e.people[i].absent = 0;
        struct seats_hard best = { .unseated = PEOPLE + 1 }, least;
        struct seats_score score;
        for (int all = 0; all < 729; all++) { /* TABLES to the power of PEOPLE */
            for (int i = 0, rest = all; i < PEOPLE; i++, rest /= TABLES)
                seat[i] = rest % TABLES;
            CHECK_OK(seats_score(&e.arena, &e.s, seat, &score));
            if (is_better(&score.hard, &best)) best = score.hard;
        }
        CHECK_OK(seats_solve(&e.arena, &e.s, (struct seats_run){ .seed = seed, .steps = 20000 },
                             seat));
        CHECK_OK(seats_score(&e.arena, &e.s, seat, &score));
        assert_memory_equal(&score.hard, &best, sizeof best);
        CHECK_OK(seats_least(&e.arena, &e.s, seat, &least));
        assert_memory_equal(&least, &best, sizeof best);
        CHECK_OK(seats_least(&e.arena, &e.s, NULL, &least));
        assert_memory_equal(&least, &best, sizeof best);
        forced += best.apart > 0;
        arena_end(&e.arena);
    }
    assert_true(forced > 5);
}

static bool count_and_stop(void *with, int64_t done, int64_t of)
{
    int *asked = with;
    assert_true(done <= of);
    return ++*asked < 3;
}

static void the_same_seed_gives_the_same_seats(void **state)
{
    (void)state;
    struct event e = { 0 };
    int first[3 * 30], again[3 * 30], other[3 * 30], asked = 0;
    make_event(&e, 5, 30, 5, 3);
    struct seats_run run = { .seed = 7, .steps = 40000 };
    CHECK_OK(seats_solve(&e.arena, &e.s, run, first));
    CHECK_OK(seats_solve(&e.arena, &e.s, run, again));
    assert_memory_equal(first, again, sizeof first);
    run.seed = 8;
    CHECK_OK(seats_solve(&e.arena, &e.s, run, other));
    assert_memory_not_equal(first, other, sizeof first);
    run = (struct seats_run){ .seed = 7, .go_on = count_and_stop, .with = &asked };
    CHECK_OK(seats_solve(&e.arena, &e.s, run,
                         other)); /* stops early, and is a seating all the same */
    assert_true(asked >= 3 && asked <= 4);
    check_seats(&e, other);
    arena_end(&e.arena);
}

static void late_and_absent_people_move_nobody(void **state)
{
    (void)state;
    struct event e = { 0 };
    int before[3 * 25], after[3 * 25];
    make_event(&e, 9, 25, 5, 3);
    for (int t = 0; t < 15; t++) e.tables[t].most = 6;
    for (int i = 0; i < 25; i++) e.people[i].absent = 0;
    e.people[3].absent = 7; /* comes late */
    CHECK_OK(
        seats_solve(&e.arena, &e.s, (struct seats_run){ .seed = 1, .steps = 20000 }, before));
    e.people[3].absent = 1;
    e.people[4].absent = 7; /* does not come after all */
    for (int k = 0; k < 3 * 25; k++)
        e.locked[k] = k % 25 == 3 || k % 25 == 4 ? SEATS_NONE : before[k];
    CHECK_OK(
        seats_solve(&e.arena, &e.s, (struct seats_run){ .seed = 2, .steps = 20000 }, after));
    check_seats(&e, after);
    arena_end(&e.arena);
}

static void odd_events_have_an_answer(void **state)
{
    (void)state;
    struct event e = { 0 };
    int seat[3 * 12];
    struct seats_score score;
    const struct seats_run run = { .seed = 1, .steps = 5000 };
    make_event(&e, 1, 12, 3, 3);
    e.s.tables_n = 0; /* no table: nobody sits */
    CHECK_OK(seats_solve(&e.arena, &e.s, run, seat));
    for (int k = 0; k < 3 * 12; k++) assert_int_equal(seat[k], SEATS_NONE);
    e.s.tables_n = 9;
    e.s.people_n = e.s.together_n = e.s.apart_n = 0;
    CHECK_OK(seats_solve(&e.arena, &e.s, run, seat));
    CHECK_OK(seats_score(&e.arena, &e.s, seat, &score));
    assert_int_equal(score.met, 0);
    e.s.people_n = 12;
    for (int t = 0; t < 9;
         t++) { /* as many seats as people, everyone wants to be with the first */
        e.tables[t] = (struct seats_table){ t % 3, t % 2, 4, 4, 1, SEATS_NONE };
    }
    for (int i = 0; i < 12; i++) {
        e.people[i] =
            (struct seats_person){ { 0, 1, SEATS_NONE }, { 0, 0, 0 }, SEATS_NONE, 0, 0 };
        e.together[i] = (struct seats_pair){ i, 0 };
    }
    e.s.together_n = 12;
    e.s.apart_n = 0;
    CHECK_OK(seats_solve(&e.arena, &e.s, run, seat));
    CHECK_OK(seats_score(&e.arena, &e.s, seat, &score));
    assert_int_equal(score.hard.most + score.hard.unseated + score.tables_below, 0);
    assert_int_equal(score.together_missed, 3 * 8); /* three sit with the first each round */
    arena_end(&e.arena);
}

/* 36 people at five tables for eight, in so many rounds; four groups in which each asked for the next. */
static void make_groups(struct event *e, int group, int rounds)
{
    make_event(e, 3, 36, 1, rounds);
    e->s.tables_n = 0;
    e->s.together_n = e->s.apart_n = 0;
    for (int r = 0; r < rounds; r++)
        for (int t = 0; t < 5; t++)
            e->tables[e->s.tables_n++] =
                (struct seats_table){ r, t, 5, 8, t < 2 ? 2 : 0, SEATS_NONE };
    for (int i = 0; i < 36; i++) {
        e->people[i] = (struct seats_person){ { i % 5, (i + 2) % 5, SEATS_NONE },
                                              { i % 3, i % 2, SEATS_NONE },
                                              SEATS_NONE,
                                              i < 2,
                                              0 };
        if (i < 4 * group && i % group + 1 < group)
            e->together[e->s.together_n++] = (struct seats_pair){ i, i + 1 };
    }
}

static void who_asked_sits_together(void **state)
{
    (void)state;
    for (int group = 2; group <= 4; group++) {
        struct event e = { 0 };
        int seat[5 * 36];
        struct seats_score score;
        make_groups(&e, group, 5);
        e.s.weights.together = 10; /* as when it counts heavily */
        CHECK_OK(seats_solve(&e.arena, &e.s, (struct seats_run){ .seed = 4, .steps = 400000 },
                             seat));
        CHECK_OK(seats_score(&e.arena, &e.s, seat, &score));
        /* four in a row: the first and the last did not ask for each other, and meeting again counts */
        assert_true(group == 2 ? score.together_missed == 0
                               : 4 * score.together_missed <= 5 * (int64_t)e.s.together_n);
        assert_int_equal(score.hard.wheelchair + score.hard.most + score.tables_below, 0);
        assert_true(score.any >= 34); /* and it cost hardly anybody all their wishes */
        arena_end(&e.arena);
    }
}

static void an_event_may_have_many_rounds(void **state)
{
    (void)state;
    struct event e = { 0 };
    int seat[SEATS_ROUNDS_MOST * 40];
    struct seats_score score;
    make_groups(&e, 2, SEATS_ROUNDS_MOST);
    CHECK_OK(
        seats_solve(&e.arena, &e.s, (struct seats_run){ .seed = 4, .steps = 200000 }, seat));
    check_seats(&e, seat);
    CHECK_OK(seats_score(&e.arena, &e.s, seat, &score));
    assert_int_equal(score.hard.unseated + score.hard.wheelchair + score.hard.most, 0);
    assert_int_equal(score.any, 36);
    e.s.rounds = SEATS_ROUNDS_MOST + 1;
    assert_int_equal(seats_solve(&e.arena, &e.s, (struct seats_run){ 0 }, seat), ERR_INPUT);
    arena_end(&e.arena);
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    struct event e = { 0 };
    int seat[3 * 12];
    const struct seats_run run = { .seed = 1, .steps = 100 };
    make_event(&e, 1, 12, 3, 3);
    int *const wrong[] = { &e.people[2].wish[1], &e.people[2].trait[0], &e.people[2].language,
                           &e.tables[4].round,   &e.tables[4].theme,    &e.tables[4].least,
                           &e.tables[4].most,    &e.tables[4].language, &e.together[0].other,
                           &e.apart[0].person,   &e.s.weights.mix,      &e.s.rounds,
                           &e.locked[3] };
    for (size_t k = 0; k < COUNT_OF(wrong); k++) {
        const int right = *wrong[k];
        *wrong[k] = -2;
        assert_int_equal(seats_solve(&e.arena, &e.s, run, seat), ERR_INPUT);
        *wrong[k] = right;
    }
    CHECK_OK(seats_solve(&e.arena, &e.s, run, seat));
    e.locked[0] = 1; /* of round 1, in round 0 */
    assert_int_equal(seats_solve(&e.arena, &e.s, run, seat), ERR_INPUT);
    e.locked[0] = SEATS_NONE;
    e.s.people_n = SEATS_PEOPLE_MOST + 1;
    assert_int_equal(seats_solve(&e.arena, &e.s, run, seat), ERR_LIMIT);
    arena_end(&e.arena);
}

static void an_evening_for_150_is_as_good_as_asked(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct seating e;
    assert_true(seating_read(&a, "tests/vectors/seating", &e));
    int *seat = NEW(&a, int, e.seats.people_n *(size_t)e.seats.rounds);
    struct seats_score s;
    CHECK_OK(
        seats_solve(&a, &e.seats, (struct seats_run){ .seed = 2, .steps = 2500000 }, seat));
    CHECK_OK(seats_score(&a, &e.seats, seat, &s));
    const int64_t broken = s.hard.unseated + s.hard.most + s.hard.wheelchair + s.hard.language +
                           s.hard.apart + s.tables_below;
    assert_int_equal(broken, 0);
    assert_true(s.wish[0] * 100 >= 82 * s.people);
    assert_true(s.any * 100 >= 92 * s.people);
    assert_true(s.again <= 25);
    assert_true(s.mix <= 9);
    assert_true(2 * s.met >= 21 * s.people);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_costs_what_counting_all_says),
        cmocka_unit_test(hard_rules_break_no_more_than_must),
        cmocka_unit_test(the_least_is_what_trying_all_finds),
        cmocka_unit_test(the_same_seed_gives_the_same_seats),
        cmocka_unit_test(late_and_absent_people_move_nobody),
        cmocka_unit_test(odd_events_have_an_answer),
        cmocka_unit_test(who_asked_sits_together),
        cmocka_unit_test(an_event_may_have_many_rounds),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(an_evening_for_150_is_as_good_as_asked),
    };
    return RUN_TESTS(tests);
}
