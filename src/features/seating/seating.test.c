/* seating.test.c — who sits where at a gathering, from the browser: a proposal, what is fixed, late and absent
 * people, by hand, to print; and who may do what. */
#include "features/setup/setup.test.h"

#include "features/organise/organise.h"
#include "features/seating/seating.h"

#define SEATS "/wijk/beheer/bijeenkomsten/avond/plaatsen"
#define USUAL                                                                                  \
    "&wensen=gewoon&herhaling=gewoon&ontmoeten=gewoon&mengen=gewoon&samen=gewoon&vullen="      \
    "gewoon"
static const struct visitor host = { 9, WHO_HOST, { "Leider", 6 }, { "leider", 6 } };

/* ---- people, as registering leaves them */

/* Numbers behind those of the program's own queries. */
static const struct query add_person = {
    9000,
    "add_person",
    "INSERT INTO registration (id, gathering, number, code, made, channel, lang, state, name, "
    "email, phone, "
    "age, comes_as, again) VALUES (?1, ?2, ?1, ?3, 1700000000, 0, 'nl', ?4, ?5, '', '', ?1 % "
    "5, ?1 % 3, 0)",
    { { 0 } },
    { { 0 } }
};
static const struct query add_need = {
    9001,
    "add_need",
    "INSERT INTO registration_need VALUES (?1, ?2, ?3, ?4, 0, '')",
    { { 0 } },
    { { 0 } }
};
static const struct query add_wish = {
    9002, "add_wish", "INSERT INTO registration_theme VALUES (?1, 1, ?2)", { { 0 } }, { { 0 } }
};
static const struct query add_apart = {
    9003,
    "add_apart",
    "INSERT INTO registration_wish (registration, apart, said, other) VALUES (?1, 1, 'x', ?2)",
    { { 0 } },
    { { 0 } }
};
static const struct query cancel = {
    9004, "cancel", "UPDATE registration SET state = 2 WHERE id = ?1", { { 0 } }, { { 0 } }
};

/* The evening is still to come. */
enum { EVENING = 19700 };
static const struct query set_day = {
    9005, "set_day", "UPDATE gathering SET day = ?2 WHERE id = ?1", { { 0 } }, { { 0 } }
};

static enum err run(struct tx *tx, const struct query *q, int64_t a, int64_t b, struct str c,
                    int64_t d, struct str e)
{
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, q, &s));
    bind_int(s, 1, a);
    if (q != &cancel) bind_int(s, 2, b);
    if (q == &add_person) bind_bytes(s, 3, c);
    if (q == &add_person || q == &add_need) bind_int(s, q == &add_need ? 3 : 4, d);
    if (q == &add_person || q == &add_need) bind_text(s, q == &add_need ? 4 : 5, e);
    const enum err bad = query_step(tx->db, q, s, &row);
    query_done(s);
    return bad;
}

static enum err person(struct tx *tx, struct city *c, int64_t n, struct str name)
{
    return run(tx, &add_person, n, c->evening,
               receipt_hash(&c->arena, arena_format(&c->arena, "%012lld", (long long)n)), 0,
               name);
}

/* Two rounds of three tables with four seats; ten people: 1 and 2 use a wheelchair, 3 needs Arabic,
 * 4 and 5 do not want to meet. At table 11 are two places for a wheelchair and an interpreter. */
static enum err come(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(run(tx, &set_day, c->evening, EVENING, STR(""), 0, STR("")));
    for (int64_t round = 1; round <= 2; round++)
        for (int64_t number = 11; number <= 13; number++) {
            int64_t id;
            TRY(table_add(tx, c->evening, round, number, 10 * round + number,
                          number == 12 ? c->lamp : c->bank, STR(""), &id));
            TRY(table_plan_put(tx, id, 4, number == 11 ? 2 : 0,
                               number == 11 ? STR("ar") : STR(""), false, 0, STR(""), false, 0,
                               STR("")));
        }
    for (int64_t n = 1; n <= 10; n++)
        TRY(person(tx, c, n, arena_format(&c->arena, "Mens %lld <b>", (long long)n)));
    TRY(run(tx, &add_need, 1, c->evening, STR(""), 1, STR("")));
    TRY(run(tx, &add_need, 2, c->evening, STR(""), 1, STR("")));
    TRY(run(tx, &add_need, 3, c->evening, STR(""), 0, STR("ar")));
    TRY(run(tx, &add_wish, 6, c->lamp, STR(""), 0, STR("")));
    return run(tx, &add_apart, 4, 5, STR(""), 0, STR(""));
}

static enum err two_more_need_arabic(struct tx *tx, void *with)
{
    struct city *c = with;
    for (int64_t n = 4; n <= 7; n++)
        TRY(run(tx, &add_need, n, c->evening, STR(""), 0, STR("ar")));
    return OK;
}

static void begin(struct city *c)
{
    city_open(c, false);
    CHECK_OK(store_write(c->store, come, c));
}

/* What was asked is done, as the thread for long work does it: where its page leads then. */
static struct str reckoned(struct city *c)
{
    static const struct job_work *const works[] = { &seating_work };
    struct response res;
    assert_int_equal(jobs_do(c->store, c->db, works, 1), 1);
    (void)asked(c, METHOD_GET, SEATS "/bezig", NULL, &editor, 303, &res);
    return res.location.text;
}

static struct str propose_with(struct city *c, const char *body)
{
    CHECK_STR(taken(c, SEATS "/voorstel", body, &editor), SEATS "/bezig");
    return reckoned(c);
}

static struct str propose(struct city *c, const char *more)
{
    return propose_with(
        c,
        arena_format(&c->arena, "hoe=programma&doe=voorstel&begingetal=7" USUAL "%s", more).s);
}

static struct seating now(struct city *c)
{
    struct seating s;
    CHECK_OK(db_begin(c->db));
    CHECK_OK(seating_read(c->db, &c->arena, c->evening, STR("nl"), &s));
    db_end(c->db);
    return s;
}

static int64_t table_in(const struct seating *s, size_t round, int64_t person)
{
    const int t = s->seat[round * s->people_n + seating_person(s, person)];
    return t == SEATS_NONE ? 0 : s->tables[t].number;
}

static void a_proposal_keeps_what_has_to_be(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    CHECK_HAS(seen(&c, SEATS, &host, 200), "Er komen 10 mensen. Nog niemand heeft een plaats.");
    CHECK_STR(propose(&c, ""), SEATS "?gedaan=voorstel");
    const struct seating s = now(&c);
    assert_int_equal(s.people_n, 10);
    for (size_t r = 0; r < 2; r++) {
        for (int64_t n = 1; n <= 10; n++) assert_true(table_in(&s, r, n) > 0);
        for (int64_t n = 1; n <= 3; n++) assert_int_equal(table_in(&s, r, n), 11);
        assert_int_not_equal(table_in(&s, r, 4), table_in(&s, r, 5));
    }
    const struct str page = seen(&c, SEATS "?gedaan=voorstel", &editor, 200);
    CHECK_HAS(page, "Er is een nieuw voorstel.");
    CHECK_HAS(page, "1 van 1");
    CHECK_HAS(page, "Iedereen met een plaats heeft daar ook wat nodig is");
    CHECK_HAS(page, "Mens 4 &lt;b&gt;");
    CHECK_NOT(page, "Mens 4 <b>");
    CHECK_HAS(history(&c), "Een voorstel voor de plaatsen");
    city_close(&c);
}

static void the_same_number_gives_the_same_seats(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    (void)propose(&c, "");
    const struct seating first = now(&c);
    (void)propose(&c, "");
    const struct seating again = now(&c);
    assert_memory_equal(first.seat, again.seat, 2 * first.people_n * sizeof *first.seat);
    CHECK_HAS(seen(&c, SEATS "/voorstel", &editor, 200), "value=\"7\"");
    (void)taken(&c, SEATS "/voorstel", "hoe=zelf&doe=bewaar&begingetal=" USUAL, &editor);
    const struct seating kept = now(&c);
    assert_true(kept.plan.seed > 0); /* one of its own, kept for the team */
    assert_memory_equal(first.seat, kept.seat, 2 * first.people_n * sizeof *first.seat);
    CHECK_HAS(seen(&c, SEATS, &host, 200), "Mensen kiezen zelf een tafel");
    city_close(&c);
}

static const char *by_hand(struct city *c, int64_t person, const char *body)
{
    const char *address = arena_format(&c->arena, SEATS "/%lld", (long long)person).s;
    CHECK_STR(taken(c, address, based(c, address, &editor, body), &editor),
              SEATS "?gedaan=bewaard");
    return address;
}

static int64_t id_of(const struct seating *s, int64_t round, int64_t number)
{
    for (size_t t = 0; t < s->tables_n; t++)
        if (s->tables[t].round == round && s->tables[t].number == number)
            return s->tables[t].id;
    return 0;
}

static void what_is_fixed_stays_and_who_is_away_stays_away(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    (void)propose(&c, "");
    const struct seating s = now(&c);
    const char *body =
        arena_format(&c.arena, "ronde-1=%lld&vast-1=1&ronde-2=weg", (long long)id_of(&s, 1, 13))
            .s;
    const char *address = by_hand(&c, 6, body);
    CHECK_HAS(seen(&c, address, &editor, 200), "checked");
    CHECK_HAS(seen(&c, SEATS, &editor, 200), "1 mens is er in deze ronde niet.");
    (void)propose_with(&c, "hoe=programma&doe=voorstel&begingetal=99" USUAL);
    const struct seating after = now(&c);
    assert_int_equal(table_in(&after, 0, 6), 13);
    assert_int_equal(table_in(&after, 1, 6), 0);
    assert_true(after.seats.people[seating_person(&after, 6)].absent == 2);
    /* two colleagues at once: the second sees what the first did */
    const char *old = based(&c, address, &editor, "ronde-1=geen&ronde-2=geen");
    (void)by_hand(&c, 6, "ronde-1=geen&ronde-2=weg");
    (void)sent(&c, address, old, &editor, 422);
    (void)sent(&c, address, based(&c, address, &editor, "ronde-1=999999&ronde-2=weg"), &editor,
               422);
    city_close(&c);
}

static enum err late(struct tx *tx, void *with)
{
    TRY(run(tx, &cancel, 7, 0, STR(""), 0, STR("")));
    return person(tx, with, 11, STR("Late gast"));
}

static void late_people_get_a_seat_and_nobody_moves(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    (void)propose(&c, "");
    const struct seating before = now(&c);
    CHECK_OK(store_write(c.store, late, &c));
    CHECK_HAS(seen(&c, SEATS, &host, 200), "1 mens heeft nog geen plaats");
    CHECK_STR(taken(&c, SEATS "/aanvullen", "", &editor), SEATS "/bezig");
    CHECK_STR(reckoned(&c), SEATS "?gedaan=aangevuld");
    const struct seating after = now(&c);
    for (size_t r = 0; r < 2; r++) {
        assert_true(table_in(&after, r, 11) > 0);
        for (int64_t n = 1; n <= 10; n++)
            if (n != 7) assert_int_equal(table_in(&after, r, n), table_in(&before, r, n));
    }
    city_close(&c);
}

static enum err comes_in(struct tx *tx, void *with)
{
    static const struct query arrive = { 9006,
                                         "arrive",
                                         "UPDATE registration SET arrived = 1 WHERE id = ?1",
                                         { { 0 } },
                                         { { 0 } } };
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, &arrive, &s));
    bind_int(s, 1, *(int64_t *)with);
    const enum err bad = query_step(tx->db, &arrive, s, &row);
    query_done(s);
    return bad;
}

static void who_did_not_come_leaves_a_seat_free(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    (void)propose(&c, "");
    CHECK_STR(taken(&c, SEATS "/afwezig", "doe=weg", &editor), SEATS "?gedaan=deur");
    assert_true(table_in(&(struct seating[]){ now(&c) }[0], 0, 1) > 0);
    CHECK_NOT(seen(&c, SEATS, &editor, 200), "Wie niet binnen is");
    (void)by_hand(&c, 9, "ronde-1=weg&ronde-2=geen"); /* who said so beforehand */
    for (int64_t n = 1; n <= 9; n++)
        if (n != 7) CHECK_OK(store_write(c.store, comes_in, &n));
    CHECK_HAS(seen(&c, SEATS, &editor, 200), "Nog niet binnen: 2.");
    CHECK_NOT(seen(&c, SEATS, &host, 200), "Nog niet binnen");
    (void)sent(&c, SEATS "/afwezig", "doe=weg", &host, 403);
    (void)sent(&c, SEATS "/afwezig", "", &editor, 422);
    CHECK_STR(taken(&c, SEATS "/afwezig", "doe=weg", &editor), SEATS "?gedaan=afwezig");
    struct seating s = now(&c);
    for (size_t r = 0; r < 2; r++) {
        assert_int_equal(table_in(&s, r, 7), 0);
        assert_int_equal(table_in(&s, r, 10), 0);
        assert_true(table_in(&s, r, 8) > 0);
    }
    assert_true(s.seats.people[seating_person(&s, 7)].absent == 3);
    CHECK_HAS(seen(&c, SEATS, &editor, 200), "2 mensen kwamen niet binnen");
    /* a proposal does not seat them; who comes in after all has no seat yet */
    (void)propose(&c, "");
    s = now(&c);
    assert_int_equal(table_in(&s, 0, 7), 0);
    CHECK_OK(store_write(c.store, comes_in, &(int64_t){ 7 }));
    s = now(&c);
    assert_true(s.seats.people[seating_person(&s, 7)].absent == 0);
    assert_true(s.seats.people[seating_person(&s, 9)].absent == 1); /* as somebody said */
    CHECK_STR(taken(&c, SEATS "/afwezig", "doe=terug", &editor), SEATS "?gedaan=toch");
    s = now(&c);
    assert_true(s.seats.people[seating_person(&s, 10)].absent == 0);
    CHECK_HAS(history(&c), "Plaatsen van wie niet kwam zijn vrij");
    city_close(&c);
}

static void the_page_says_how_far_it_is(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    struct response res;
    (void)asked(&c, METHOD_GET, SEATS "/bezig", NULL, &editor, 303, &res); /* nothing to see */
    CHECK_STR(res.location.text, SEATS);
    (void)taken(&c, SEATS "/voorstel", "hoe=programma&doe=voorstel&begingetal=7" USUAL,
                &editor);
    const struct str page = seen(&c, SEATS "/bezig", &editor, 200);
    CHECK_HAS(page, "0 procent is klaar.");
    CHECK_HAS(page, "Kijk opnieuw");
    CHECK_HAS(seen(&c, SEATS, &editor, 200), "De plaatsen worden nu verdeeld.");
    (void)seen(&c, SEATS "/bezig", &host, 403);
    (void)sent(&c, SEATS "/stoppen", "", &host, 403);
    CHECK_STR(taken(&c, SEATS "/stoppen", "", &editor), SEATS "?gedaan=gestopt");
    static const struct job_work *const works[] = { &seating_work };
    assert_int_equal(jobs_do(c.store, c.db, works, 1), 0);
    CHECK_NOT(seen(&c, SEATS "?gedaan=gestopt", &editor, 200), "worden nu verdeeld");
    assert_int_equal(now(&c).seat[0], SEATS_NONE);
    city_close(&c);
}

static void what_cannot_be_is_said_by_name(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    CHECK_OK(store_write(c.store, two_more_need_arabic, &c)); /* five for four seats */
    (void)propose(&c, "");
    const struct str page = seen(&c, SEATS, &editor, 200);
    CHECK_HAS(page, "Beter kan het niet met deze tafels.");
    CHECK_HAS(page, "heeft een tolk nodig (Arabisch)");
    CHECK_NOT(page, "Met een nieuw voorstel kan het beter.");
    city_close(&c);
}

static void only_who_may_changes_seats(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    (void)seen(&c, SEATS, &nobody, 303);
    (void)seen(&c, SEATS, &reader, 303);
    (void)seen(&c, SEATS "/lijst", &reader, 303);
    (void)seen(&c, SEATS "/voorstel", &host, 403);
    (void)seen(&c, SEATS "/1", &host, 403);
    (void)sent(&c, SEATS "/voorstel", "hoe=programma&doe=voorstel" USUAL, &host, 403);
    (void)sent(&c, SEATS "/aanvullen", "", &host, 403);
    (void)sent(&c, SEATS "/voorstel", "hoe=programma&doe=voorstel&wensen=enorm", &editor, 422);
    (void)sent(&c, SEATS "/voorstel", "hoe=programma&doe=voorstel&begingetal=-1" USUAL, &editor,
               422);
    (void)seen(&c, SEATS "/99", &editor, 404);
    CHECK_NOT(seen(&c, SEATS, &host, 200), "voorstel\">");
    city_close(&c);
}

static void lists_are_in_the_order_of_names(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    CHECK_OK(store_write(c.store, late, &c));
    (void)propose(&c, "");
    const struct str page = seen(&c, SEATS "/lijst", &host, 200);
    const size_t guest = str_find(page, STR("Late gast")),
                 person = str_find(page, STR("Mens 1 "));
    assert_true(guest < person && person != SIZE_MAX);
    CHECK_HAS(seen(&c, "/en" SEATS "/lijst", &host, 200), "Who sits where");
    city_close(&c);
}

static const char *choosing(struct city *c, int64_t person)
{
    return arena_format(&c->arena, "/wijk/aanmelding/%04lld-%04lld-%04lld/tafel", 0LL, 0LL,
                        (long long)person)
        .s;
}

static const char *chosen(struct city *c, int64_t table)
{
    return arena_format(&c->arena, "ronde-1=%lld&ronde-2=0", (long long)table).s;
}

static void people_choose_while_there_is_room(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    const struct seating s = now(&c);
    const int64_t table = id_of(&s, 1, 13);
    CHECK_HAS(seen(&c, choosing(&c, 4), &nobody, 200), "4 plekken vrij");
    for (int64_t n = 4; n <= 7; n++)
        (void)taken(&c, choosing(&c, n), chosen(&c, table), &nobody);
    const struct str full = seen(&c, choosing(&c, 8), &nobody, 200);
    CHECK_HAS(full, "vol");
    CHECK_NOT(full, "Mens 4"); /* who sits where is nobody's business */
    CHECK_HAS(sent(&c, choosing(&c, 8), chosen(&c, table), &nobody, 422), "intussen vol");
    (void)taken(&c, choosing(&c, 4), chosen(&c, table), &nobody); /* theirs stays theirs */
    (void)taken(&c, choosing(&c, 4), chosen(&c, id_of(&s, 1, 12)), &nobody);
    (void)taken(&c, choosing(&c, 8), chosen(&c, table), &nobody);
    (void)sent(&c, choosing(&c, 1), chosen(&c, id_of(&s, 1, 12)), &nobody,
               422); /* no wheelchair */
    (void)taken(&c, choosing(&c, 1), chosen(&c, id_of(&s, 1, 11)), &nobody);
    (void)sent(&c, choosing(&c, 9), chosen(&c, id_of(&s, 2, 12)), &nobody,
               422); /* another round */
    (void)sent(&c, choosing(&c, 9), chosen(&c, 999999), &nobody, 422);
    (void)seen(&c, "/wijk/aanmelding/0000-0000-9999/tafel", &nobody, 404);
    (void)seen(&c, "/wijk/aanmelding/geen-code/tafel", &nobody, 404);
    const struct seating after = now(&c);
    assert_int_equal(table_in(&after, 0, 4), 12);
    assert_int_equal(table_in(&after, 0, 8), 13);
    CHECK_HAS(seen(&c, "/en/wijk/aanmelding/0000-0000-0004/tafel", &nobody, 200), "Your table");
    city_close(&c);
}

static void what_the_team_decides_is_only_seen(void **state)
{
    (void)state;
    struct city c;
    begin(&c);
    const struct seating s = now(&c);
    (void)by_hand(
        &c, 4,
        arena_format(&c.arena, "ronde-1=%lld&vast-1=1&ronde-2=weg", (long long)id_of(&s, 1, 13))
            .s);
    (void)taken(&c, choosing(&c, 4), chosen(&c, id_of(&s, 1, 12)), &nobody);
    struct seating after = now(&c);
    assert_int_equal(table_in(&after, 0, 4), 13); /* fixed */
    assert_true(after.seats.people[seating_person(&after, 4)].absent == 2);
    (void)propose(&c, "");
    const struct str page = seen(&c, choosing(&c, 4), &nobody, 200);
    CHECK_HAS(page, "Het team maakt de indeling.");
    CHECK_HAS(page, "Tafel 13");
    CHECK_NOT(page, "<form class=\"dlg-form\"");
    (void)sent(&c, choosing(&c, 4), chosen(&c, id_of(&s, 1, 12)), &nobody, 410);
    city_close(&c);
}

static enum err forget(struct tx *tx, void *with)
{
    return seats_forget(tx, *(struct day *)with);
}

static void seats_are_forgotten_after_the_gathering(void **state)
{
    (void)state;
    struct city c;
    struct day before = { EVENING };
    begin(&c);
    (void)propose(&c, "");
    CHECK_OK(store_write(c.store, forget, &before));
    struct seating s = now(&c);
    assert_true(table_in(&s, 0, 1) > 0); /* the day itself */
    before.n++;
    CHECK_OK(store_write(c.store, forget, &before));
    s = now(&c);
    assert_int_equal(table_in(&s, 0, 1), 0);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_proposal_keeps_what_has_to_be),
        cmocka_unit_test(the_same_number_gives_the_same_seats),
        cmocka_unit_test(what_is_fixed_stays_and_who_is_away_stays_away),
        cmocka_unit_test(late_people_get_a_seat_and_nobody_moves),
        cmocka_unit_test(who_did_not_come_leaves_a_seat_free),
        cmocka_unit_test(the_page_says_how_far_it_is),
        cmocka_unit_test(what_cannot_be_is_said_by_name),
        cmocka_unit_test(only_who_may_changes_seats),
        cmocka_unit_test(lists_are_in_the_order_of_names),
        cmocka_unit_test(people_choose_while_there_is_room),
        cmocka_unit_test(what_the_team_decides_is_only_seen),
        cmocka_unit_test(seats_are_forgotten_after_the_gathering),
    };
    return RUN_TESTS(tests);
}
