/* tidy.test.c — what is past its end date goes, by the day and not before; the rest stays. */
#include "tests/city.h"

#include "features/sums/sums.h"
#include "main/tidy.h"
#include "tests/sql.h"

enum { DAY = 86400, START = 1700000000 };

static struct tidied tidy_on(struct city *c, int64_t days)
{
    struct tidied done;
    CHECK_OK(tidy(c->store, (struct instant){ START + days * DAY }, &done));
    return done;
}

/* Somebody of the team, and behind voices 1 (shown), 3 (hidden) and 6 (waiting) all there can be. */
static void open_full(struct city *c)
{
    city_open(c, true);
    sql_run(
        c->store,
        "INSERT INTO person (id, name, email, password, handle, made, ended) VALUES"
        " (1, 'NAAM', 'naam@example.org', 'x', x'01', 1, NULL),"
        " (2, 'WEG', 'weg@example.org', 'x', x'02', 1, 1700000000);"
        "INSERT INTO role (person, dialogue, role) VALUES (1, NULL, 5), (2, NULL, 4);"
        "INSERT INTO intake (voice, dialogue, received, channel, consent, young, receipt,"
        " taken_by, fingerprint, state, checked, checked_by)"
        " SELECT id, dialogue, 1700000000, 0, 0, 1, randomblob(32), 1, 1, 2, 1, 1 FROM voice;"
        "INSERT INTO voice_said (voice, body) SELECT id, 'GEZEGD' FROM voice WHERE number = 1;"
        "INSERT INTO recording (voice, type, bytes) SELECT id, 'audio/ogg', x'00' FROM voice"
        " WHERE number = 6;"
        "INSERT INTO message (voice, at, body) SELECT id, 1, 'BERICHT' FROM voice;"
        "INSERT INTO objection (voice, dialogue, at, body, answer)"
        " SELECT id, dialogue, 1, 'BEZWAAR', '' FROM voice;"
        "INSERT INTO care (voice, dialogue, owner, due, made, note)"
        " SELECT id, dialogue, 1, 1, 1, 'ZORG' FROM voice WHERE number = 1;"
        "INSERT INTO history (dialogue, thing, number, at, role, act, batch, before, after, "
        "undone)"
        " SELECT dialogue, 2, id, 1, 4, 5, 1, 'GEZEGD', 'wel', 0 FROM voice WHERE number = 1;");
}

static void phases_are(struct city *c, const char *text)
{
    sql_run(c->store, text);
}

static void behind_voices_a_year_after_the_end(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    phases_are(&c, "INSERT INTO phase SELECT id, 0, 2 FROM dialogue;"
                   "INSERT INTO phase SELECT id, 4, 2 FROM dialogue");
    CHECK(tidy_on(&c, 0).dialogues == 0);
    CHECK(tidy_on(&c, 365).dialogues == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM message") == 6);
    CHECK(tidy_on(&c, 366).dialogues == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM message") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM care") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM recording") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM voice_said") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM objection WHERE body <> ''") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM history WHERE before <> ''") == 0);
    CHECK(sql_number(c.store,
                     "SELECT count(*) FROM intake WHERE taken_by IS NOT NULL OR young = 1 OR "
                     "length(receipt) = 32") == 0);
    CHECK(sql_number(c.store,
                     "SELECT count(*) FROM voice WHERE visibility = 1 AND body <> ''") == 3);
    CHECK(sql_number(c.store, "SELECT count(*) FROM voice WHERE visibility IN (0, 2)") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM voice") == 6); /* none is lost */
    CHECK(tidy_on(&c, 367).dialogues == 0);
    CHECK_HAS(city_page(&c, "/waterstad/som", 200), "Deze som klopt.");
    CHECK_HAS(city_page(&c, "/waterstad/inbreng/1", 200), "Niemand helpt ons");
    city_close(&c);
}

/* Every night, not once: also what comes in when a dialogue was tidied long ago. */
static void what_comes_after_the_end_goes_too(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    phases_are(&c, "INSERT INTO phase SELECT id, 0, 2 FROM dialogue");
    (void)tidy_on(&c, 0);
    CHECK(tidy_on(&c, 366).dialogues == 1);
    sql_run(
        c.store,
        "INSERT INTO advice (id, dialogue, number, position, kind, given) SELECT 1, id, 1, 1, "
        "0, 19000 FROM dialogue;"
        "INSERT INTO answer (advice, kind, day, url, hash) VALUES (1, 0, 19001, '', '');"
        "INSERT INTO department (id, dialogue, slug, position, name, name_en, portfolio) "
        "SELECT 1, id, 'wijken', 1, 'Wijken', '', '' FROM dialogue;"
        "INSERT INTO commitment (id, dialogue, number, position, advice, owner, made, "
        "first_due, "
        "due, horizon, state) SELECT 1, id, 1, 1, 1, 1, 19001, 19100, 19100, 1, 0 FROM "
        "dialogue;"
        "INSERT INTO verdict (commitment, follows, giver, answer, day, changes) VALUES (1, 0, "
        "x'00112233445566778899aabbccddeeff', 0, 20000, 0);"
        "INSERT INTO voice (dialogue, number, position, visibility, account, lang, body, salt) "
        "SELECT id, 100, 100, 0, 0, 'nl', 'NA AFLOOP', x'00' FROM dialogue;"
        "INSERT INTO intake (voice, dialogue, received, channel, consent, young, receipt,"
        " fingerprint, state) SELECT id, dialogue, 1700000000, 0, 0, 0, randomblob(32), 1, 0"
        " FROM voice WHERE number = 100");
    CHECK(tidy_on(&c, 400).dialogues == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM voice WHERE body = 'NA AFLOOP'") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM verdict WHERE length(giver) = 16") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM verdict WHERE answer = 0") == 1);
    CHECK(tidy_on(&c, 401).dialogues == 0);
    city_close(&c);
}

static void a_dialogue_that_goes_on_keeps_everything(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    phases_are(&c, "INSERT INTO phase SELECT id, 0, 2 FROM dialogue;"
                   "INSERT INTO phase SELECT id, 4, 1 FROM dialogue");
    CHECK(tidy_on(&c, 0).dialogues == 0 && tidy_on(&c, 4000).dialogues == 0);
    /* One that was done and went on begins its year anew. */
    phases_are(&c, "UPDATE phase SET state = 2");
    (void)tidy_on(&c, 4001);
    phases_are(&c, "UPDATE phase SET state = 1 WHERE phase = 4");
    (void)tidy_on(&c, 4002);
    phases_are(&c, "UPDATE phase SET state = 2");
    CHECK(tidy_on(&c, 4300).dialogues == 0);
    CHECK(tidy_on(&c, 4300 + 365).dialogues == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM message") == 6);
    CHECK(tidy_on(&c, 4300 + 366).dialogues == 1);
    city_close(&c);
}

static void who_left_has_no_name_after_a_year(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    CHECK(tidy_on(&c, 365).people == 0);
    CHECK(tidy_on(&c, 366).people == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM person") == 2);
    CHECK(
        sql_number(
            c.store,
            "SELECT count(*) FROM person WHERE name = 'WEG' OR email LIKE '%@%' AND id = 2") ==
        0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM person WHERE name = 'NAAM'") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM role") == 1);
    CHECK(tidy_on(&c, 400).people == 0);
    city_close(&c);
}

static void what_is_short_lived(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    sql_run(c.store,
            "INSERT INTO session VALUES (x'01', 1, 1, 1700000000, 1700000000, '', 1, x'');"
            "INSERT INTO invitation VALUES (x'01', 1, NULL, 1700000000, 1700000000);"
            "INSERT INTO throttle VALUES (x'01', 1, 1700000000, 1700000000);"
            "INSERT INTO answered VALUES (x'01', 1700000000, '/')");
    const char *all = "SELECT (SELECT count(*) FROM session) * 1000 + (SELECT count(*) FROM"
                      " invitation) * 100 + (SELECT count(*) FROM throttle) * 10 +"
                      " (SELECT count(*) FROM answered)";
    (void)tidy_on(&c, 1);
    CHECK(sql_number(c.store, all) == 1111);
    (void)tidy_on(&c, 2);
    CHECK(sql_number(c.store, all) == 1001);
    (void)tidy_on(&c, 3);
    CHECK(sql_number(c.store, all) == 1000);
    (void)tidy_on(&c, 90);
    CHECK(sql_number(c.store, all) == 1000);
    (void)tidy_on(&c, 91);
    CHECK(sql_number(c.store, all) == 0);
    city_close(&c);
}

static void at_the_start_and_once_a_night(void **state)
{
    (void)state;
    struct city c = { 0 };
    struct day last = { 0 };
    open_full(&c);
    const int64_t noon = 1700046000; /* 12.00 in Amsterdam */
    tidy_at_night(c.store, (struct instant){ noon }, &last);
    CHECK(last.n == day_at((struct instant){ noon }).n);
    const struct day first = last;
    tidy_at_night(c.store, (struct instant){ noon + 14 * 3600 }, &last); /* two in the night */
    CHECK(last.n == first.n);
    tidy_at_night(c.store, (struct instant){ noon + 15 * 3600 }, &last);
    CHECK(last.n == first.n + 1);
    city_close(&c);
}

static void who_helped_has_no_name_a_year_after(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    sql_run(
        c.store, /* START is 14 November 2023, day 19675 */
        "UPDATE gathering SET day = 19675;"
        "INSERT INTO gathering_plan (gathering, registers, note) SELECT id, 0, 'NOTITIE' FROM "
        "gathering;"
        "INSERT INTO table_plan (at_table, seats, wheelchairs, interpreter, host, host_name, "
        "noter_name)"
        " SELECT id, 8, 1, 'tr', 1, 'LEIDER', 'NOTULIST' FROM tables;"
        "INSERT INTO programme (id, gathering, position, kind) SELECT 900 + id, id, 77, 4 FROM "
        "gathering;"
        "INSERT INTO programme_plan (programme, doer, ready) SELECT id, 'DOENER', '' FROM "
        "programme"
        " WHERE position = 77");
    (void)tidy_on(&c, 364);
    CHECK(sql_number(c.store, "SELECT count(*) FROM table_plan WHERE host_name = 'LEIDER'") >
          0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM programme_plan") > 0);
    (void)tidy_on(&c, 365);
    CHECK(sql_number(
              c.store,
              "SELECT count(*) FROM table_plan WHERE host_name <> '' OR noter_name <> '' OR "
              "host IS NOT NULL") == 0);
    CHECK(sql_number(c.store,
                     "SELECT count(*) FROM table_plan WHERE seats = 8 AND interpreter = 'tr'") >
          0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM programme_plan") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM gathering_plan WHERE note <> ''") == 0);
    city_close(&c);
}

/* START is 14 November 2023, day 19675: the promise was kept that day; the other still runs. */
static void whom_to_ask_goes_when_it_is_done(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    sql_run(
        c.store,
        "INSERT INTO advice (id, dialogue, number, position, kind, given) SELECT 1, id, 1, 1, "
        "0, 19000 FROM dialogue;"
        "INSERT INTO answer (advice, kind, day, url, hash) VALUES (1, 0, 19001, '', '');"
        "INSERT INTO department (id, dialogue, slug, position, name, name_en, portfolio) "
        "SELECT 1, id, 'wijken', 1, 'Wijken', '', '' FROM dialogue;"
        "INSERT INTO commitment (dialogue, number, position, advice, owner, made, first_due, "
        "due, horizon, state, ended) SELECT id, 1, 1, 1, 1, 19001, 19100, 19100, 0, 2, 19675 "
        "FROM dialogue;"
        "INSERT INTO commitment (dialogue, number, position, advice, owner, made, first_due, "
        "due, horizon, state) SELECT id, 2, 2, 1, 1, 19001, 19100, 19100, 0, 1 FROM dialogue;"
        "INSERT INTO owner_contact SELECT id, 1, 'NAAM', 'naam@example.org' FROM "
        "commitment");
    (void)tidy_on(&c, 90);
    CHECK(sql_number(c.store, "SELECT count(*) FROM owner_contact") == 2);
    (void)tidy_on(&c, 91);
    CHECK(sql_number(c.store, "SELECT count(*) FROM owner_contact") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM commitment") == 2);
    city_close(&c);
}

/* The evening of the city is on day 19535, START is day 19675; at that hour it is a day later in summer. */
static void numbers_of_speakers_go_after_thirty_days(void **state)
{
    struct city c = { 0 };
    (void)state;
    open_full(&c);
    sql_run(c.store,
            "INSERT INTO sheet (id, gathering, number, hash, made) SELECT 1, id, 1, x'01', 1"
            " FROM gathering;"
            "INSERT INTO sheet_device (id, sheet, device, opened, heard, waiting)"
            " VALUES (1, 1, x'02', 1, 1, 0);"
            "INSERT INTO sheet_row (sheet, mark, device, turn, act, voice, speaker, written,"
            " received) SELECT 1, x'03', 1, 1, 0, id, 4, 1, 1 FROM voice WHERE number = 1;");
    tidy_on(&c, 19535 + 29 - 19675);
    assert_int_equal(sql_number(c.store, "SELECT count(speaker) FROM sheet_row"), 1);
    tidy_on(&c, 19535 + 30 - 19675);
    assert_int_equal(sql_number(c.store, "SELECT count(speaker) FROM sheet_row"), 0);
    assert_int_equal(sql_number(c.store, "SELECT count(*) FROM sheet_row"), 1);
    city_close(&c);
}

static void who_registered_is_gone_after_its_days(void **state)
{
    (void)state;
    struct city c = { 0 };
    open_full(&c);
    sql_run(
        c.store, /* START is 14 November 2023, day 19675 */
        "UPDATE gathering SET day = 19675;"
        "INSERT INTO registration (id, gathering, number, code, made, channel, lang, state, "
        "name, email,"
        " phone, comes_as, again) SELECT v.column1, g.id, v.column1, v.column2, 1, 0, 'nl', 0, "
        "'NAAM',"
        " 'a@example.org', '', 0, v.column1 = 2 FROM (VALUES (1, x'01'), (2, x'02')) v,"
        " (SELECT min(id) AS id FROM gathering) g;"
        "INSERT INTO registration_need SELECT id, gathering, 1, 'tr', 2, 'noten' FROM "
        "registration;"
        "INSERT INTO registration_theme SELECT r.id, 1, t.id FROM registration r,"
        " (SELECT min(id) AS id FROM theme) t;"
        "INSERT INTO registration_wish (registration, apart, said) SELECT id, 1, 'NAAM' FROM "
        "registration");
    (void)tidy_on(&c, 6);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration_need") == 2);
    (void)tidy_on(&c, 7); /* what they needed, with whom, about what */
    CHECK(sql_number(c.store, "SELECT (SELECT count(*) FROM registration_need)"
                              " + (SELECT count(*) FROM registration_theme)"
                              " + (SELECT count(*) FROM registration_wish)") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 2);
    (void)tidy_on(&c, 59);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 2);
    (void)tidy_on(&c, 60); /* who does not want to be invited again */
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE again = 1") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 1);
    (void)tidy_on(&c, 364);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 1);
    (void)tidy_on(&c, 365);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 0);
    city_close(&c);
}

static void a_table_stays_open_behind_midnight(void **state)
{
    (void)state;
    struct city c = { 0 };
    const struct day evening = day_at((struct instant){ START });
    struct tidied done;
    city_open(&c, false);
    sql_run(
        c.store,
        arena_format(&c.arena,
                     "UPDATE gathering SET day = %d;"
                     "INSERT INTO sheet (gathering, number, hash, made) SELECT id, 1, x'01', 1 "
                     "FROM gathering LIMIT 1",
                     (int)evening.n)
            .s);
    CHECK_OK(tidy(c.store, instant_at((struct day){ evening.n + 1 }, 30), &done));
    CHECK(sql_number(c.store, "SELECT count(*) FROM sheet WHERE closed IS NULL") == 1);
    CHECK_OK(tidy(c.store, instant_at((struct day){ evening.n + 1 }, 200), &done));
    CHECK(sql_number(c.store, "SELECT count(*) FROM sheet WHERE closed IS NULL") == 0);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_stays_open_behind_midnight),
        cmocka_unit_test(who_registered_is_gone_after_its_days),
        cmocka_unit_test(who_helped_has_no_name_a_year_after),
        cmocka_unit_test(behind_voices_a_year_after_the_end),
        cmocka_unit_test(what_comes_after_the_end_goes_too),
        cmocka_unit_test(a_dialogue_that_goes_on_keeps_everything),
        cmocka_unit_test(who_left_has_no_name_after_a_year),
        cmocka_unit_test(what_is_short_lived),
        cmocka_unit_test(at_the_start_and_once_a_night),
        cmocka_unit_test(numbers_of_speakers_go_after_thirty_days),
        cmocka_unit_test(whom_to_ask_goes_when_it_is_done),
    };
    return RUN_TESTS(tests);
}
