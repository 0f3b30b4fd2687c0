/* registration.test.c — somebody registers without an account: room and waiting list, who is meant by a
 * name, cancelling by the link only, the desk, the calendar file, and what nobody else may see. */
#include "features/setup/setup.test.h"

#include "document/calendar.h"
#include "features/registration/registration.h"
#include "tests/sql.h"

#define AT "/wijk/bijeenkomst/feest"
#define SIGN_UP AT "/aanmelden"
#define DESK "/wijk/beheer/bijeenkomsten/feest/aanmeldingen"
static const struct visitor host = { 9, WHO_HOST, { "Leider", 6 }, { "leider", 6 } };

/* A gathering on 7 May 2024 with room for two. */
static void party(struct city *c)
{
    city_open(c, false);
    sql_run(c->store,
            "INSERT INTO person (id, name, email, password, handle, made) VALUES"
            " (9, 'Leider', 'leider@example.org', '', x'09', 1);"
            "INSERT INTO gathering (id, dialogue, slug, position, day, starts, ends, about, "
            "announced)"
            " SELECT 500, id, 'feest', 9, 19850, 1170, 1320, 0, 1 FROM dialogue;"
            "INSERT INTO gathering_text (gathering, lang, title, place, body)"
            " VALUES (500, 'nl', 'Het feest; met, komma', 'Buurthuis', '');"
            "INSERT INTO gathering_plan (gathering, capacity, registers, note) VALUES (500, 2, "
            "1, '')");
}

/* Registers as `body` says; gives the address it led to. */
static const char *comes(struct city *c, const char *body)
{
    return arena_copy(&c->arena, taken(c, SIGN_UP, body, &nobody)).s;
}

/* A form to change something, as it is sent by who looked at it now. */
static const char *changed(struct city *c, const char *at, const char *body,
                           const struct visitor *who)
{
    const struct str page = seen(c, at, who, 200), name = STR("name=\"basis\" value=\"");
    const size_t from = str_find(page, name);
    CHECK(from != SIZE_MAX);
    const struct str basis = str_from(page, from + name.n);
    return arena_format(&c->arena, "%s&basis=%.*s", body,
                        STR_ARG(str_upto(basis, str_find(basis, STR("\"")))))
        .s;
}

static void a_name_is_enough(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    CHECK_HAS(seen(&c, AT, &nobody, 200), "href=\"" SIGN_UP "\"");
    CHECK_HAS(seen(&c, "/wijk/bijeenkomsten", &nobody, 200), "Komt eraan");
    const struct str first = seen(&c, "/wijk", &nobody, 200); /* before what was */
    CHECK(str_find(first, STR("bijeenkomst-feest")) <
          str_find(first, STR("bijeenkomst-avond")));
    const char *mine = comes(&c, "naam=Bo+%3Cb%3E&als=bewoner");
    const struct str page = seen(&c, mine, &nobody, 200);
    CHECK_HAS(page, "U bent aangemeld");
    CHECK_HAS(page, "class=\"dlg-qr\"");
    CHECK_HAS(page, "Bo &lt;b&gt;");
    CHECK_HAS(seen(&c, arena_format(&c.arena, "/en%s", mine).s, &nobody, 200),
              "You are registered");
    CHECK_HAS(sent(&c, SIGN_UP, "naam=+&als=", &nobody, 422), "Schrijf uw naam of bijnaam.");
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration_need") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail") == 0);
    city_close(&c);
}

static void what_cannot_be_is_said(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    static const char *const wrong[][2] = {
        { "naam=A&als=bewoner&mail=geen", "mail-problem" },
        { "naam=A&als=bewoner&mail=a%40b.nl%0d%0aBcc%3A+c%40d.nl", "mail-problem" },
        { "naam=A%0ABcc%3A+x&als=bewoner", "naam-problem" },
        { "naam=A&als=koning", "als-problem" },
        { "naam=A&als=bewoner&thema1=999999", "thema1-problem" },
        { "naam=A&als=bewoner&wijk=999999", "problemen" },
        { "naam=A&als=bewoner&tolk=klingon", "tolk-problem" },
        { "naam=A&als=bewoner&kinderen=11", "kinderen-problem" },
        { "naam=A&als=bewoner&kinderen=-1", "kinderen-problem" },
        { "naam=A&als=bewoner&leeftijd=5", "leeftijd-problem" },
        { "naam=A&als=bewoner&samen=a%0Ab%0Ac%0Ad", "samen-problem" },
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        if (str_find(sent(&c, SIGN_UP, wrong[i][0], &nobody, 422), str_of(wrong[i][1])) ==
            SIZE_MAX)
            fail_msg("%s does not say %s", wrong[i][0], wrong[i][1]);
    const char *twice = arena_format(&c.arena, "naam=A&als=bewoner&thema1=%lld&thema2=%lld",
                                     (long long)c.bank, (long long)c.bank)
                            .s;
    CHECK_HAS(sent(&c, SIGN_UP, twice, &nobody, 422), "Dit thema koos u al.");
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 0);
    city_close(&c);
}

static void who_waits_moves_up_when_somebody_cancels(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const char *first = comes(&c, "naam=Een&als=bewoner");
    (void)comes(&c, "naam=Twee&als=bewoner");
    const char *third = comes(&c, "naam=Drie&als=bewoner&mail=drie%40example.org");
    (void)comes(&c, "naam=Vier&als=bewoner");
    CHECK_HAS(seen(&c, SIGN_UP, &nobody, 200), "Alle plekken zijn weg.");
    CHECK_HAS(seen(&c, third, &nobody, 200), "U staat op de wachtlijst");
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail") == 1);
    const char *away = arena_format(&c.arena, "%s/afmelden", first).s;
    (void)seen(&c, away, &nobody, 200); /* looking does nothing: scanners follow links */
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE state = 0") == 2);
    CHECK_STR(taken(&c, away, "", &nobody), first);
    CHECK_HAS(seen(&c, first, &nobody, 200), "U bent afgemeld");
    CHECK_HAS(seen(&c, third, &nobody, 200), "U bent aangemeld");
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail") == 2);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail WHERE body LIKE '%plek vrij%'") == 1);
    (void)taken(&c, away, "", &nobody); /* twice is once: the fourth still waits */
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE state = 0") == 2);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE state = 1") == 1);
    (void)seen(&c, away, &nobody, 410);
    (void)seen(&c, arena_format(&c.arena, "%s/wijzigen", first).s, &nobody, 410);
    /* More room: whoever comes next does not pass who waits. */
    sql_run(c.store, "UPDATE gathering_plan SET capacity = 3");
    const char *fifth = comes(&c, "naam=Vijf&als=bewoner");
    CHECK_HAS(seen(&c, fifth, &nobody, 200), "U staat op de wachtlijst");
    CHECK(sql_number(c.store,
                     "SELECT count(*) FROM registration WHERE name = 'Vier' AND state = 0") ==
          1);
    city_close(&c);
}

static void everything_can_be_seen_and_changed_by_the_link(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const char *all = arena_format(&c.arena,
                                   "naam=Bo&als=vrijwilliger&mail=bo%%40example.org"
                                   "&telefoon=0612345678&thema1=%lld&thema3=%lld&leeftijd=30-44"
                                   "&rolstoel=1&tolk=tr&kinderen=2&dieet=noten&opnieuw=1"
                                   "&samen=Cas&apart=Dee",
                                   (long long)c.lamp, (long long)c.bank)
                          .s;
    const char *mine = comes(&c, all), *change = arena_format(&c.arena, "%s/wijzigen", mine).s;
    const struct str page = seen(&c, mine, &nobody, 200);
    static const char *const shown[] = {
        "bo@example.org", "Vrijwilliger", "De lamp", "De bank", "30 tot en met 44 jaar",
        "Turks",          "noten",        "Cas",     "Dee"
    };
    for (size_t i = 0; i < COUNT_OF(shown); i++) CHECK_HAS(page, shown[i]);
    const struct str form = seen(&c, change, &nobody, 200);
    CHECK_HAS(form, "value=\"noten\"");
    CHECK_HAS(form, "<option value=\"tr\" selected>");
    const char *less = changed(&c, change, "naam=Bo&als=bewoner", &nobody);
    (void)taken(&c, change, less, &nobody);
    CHECK_NOT(seen(&c, mine, &nobody, 200), "noten");
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration_need") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration_theme") == 0);
    (void)sent(&c, change, "naam=&als=bewoner", &nobody, 422);
    city_close(&c);
}

static void two_who_change_it_at_once_see_both(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const char *mine = comes(&c, "naam=Bo&als=bewoner&dieet=noten");
    const char *change = arena_format(&c.arena, "%s/wijzigen", mine).s;
    const char *desk =
        arena_format(&c.arena, DESK "/%lld",
                     (long long)sql_number(c.store, "SELECT id FROM registration"))
            .s;
    const char *of_desk = changed(&c, desk, "naam=Bo&als=organisatie&dieet=vis", &editor);
    const char *of_bo = changed(&c, change, "naam=Bob&als=bewoner&dieet=<i>", &nobody);
    (void)taken(&c, desk, of_desk, &editor);
    const struct str page = sent(&c, change, of_bo, &nobody, 422);
    CHECK_HAS(page, "Dit veranderde net ook op een andere plek.");
    CHECK_HAS(page, "<bdi>vis</bdi>"); /* what stands there */
    CHECK_HAS(page, "<bdi>Van een organisatie</bdi>");
    CHECK_HAS(page, "value=\"&lt;i&gt;\""); /* what was typed */
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration_need WHERE diet = 'vis'") ==
          1);
    (void)sent(&c, desk, of_desk, &editor, 422); /* the same form again: it changed since */
    (void)sent(&c, change, "naam=Bob&als=bewoner", &nobody, 422); /* no basis at all */
    (void)taken(&c, change, changed(&c, change, "naam=Bob&als=bewoner", &nobody), &nobody);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE name = 'Bob'") == 1);
    city_close(&c);
}

static void somebody_twice_is_said_to_them_and_the_desk(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    sql_run(c.store, "UPDATE gathering_plan SET capacity = NULL");
    const char *first = comes(&c, "naam=Bo&als=bewoner&mail=bo%40example.org");
    const char *again = comes(&c, "naam=B.+Jansen&als=bewoner&mail=BO%40Example.org");
    CHECK_HAS(seen(&c, again, &nobody, 200), "U bent aangemeld");
    CHECK_NOT(seen(&c, again, &nobody, 200), "al iemand"); /* a stranger learns nothing */
    CHECK_NOT(seen(&c, again, &nobody, 200), first);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail") == 2);
    CHECK(sql_number(c.store, arena_format(&c.arena,
                                           "SELECT count(*) FROM mail WHERE body LIKE "
                                           "'%%al iemand aangemeld%%%s%%'",
                                           first)
                                  .s) == 1);
    (void)comes(&c, "naam=bo&als=bewoner"); /* nor is this one said to somebody else */
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail") == 2);
    (void)comes(&c, "naam=Cas&als=bewoner");
    const struct str list = seen(&c, DESK, &editor, 200);
    CHECK_HAS(list, "2 mensen staan er misschien twee keer op.");
    CHECK_HAS(list, "Misschien dezelfde als nummer 1");
    CHECK_NOT(list, "Misschien dezelfde als nummer 3");
    /* Whoever left is nobody's twin. */
    (void)taken(&c, arena_format(&c.arena, "%s/afmelden", first).s, "", &nobody);
    (void)comes(&c, "naam=Dee&als=bewoner&mail=dee%40example.org");
    CHECK_NOT(seen(&c, DESK, &editor, 200), "Misschien dezelfde");
    city_close(&c);
}

/* Whoever registers the address of another, over and over, sends it a few mails; and is stopped in the end. */
static void one_mailbox_is_not_flooded(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    sql_run(c.store, "UPDATE gathering_plan SET capacity = NULL");
    for (int i = 0; i < 30; i++)
        (void)comes(
            &c, arena_format(&c.arena, "naam=N%d&als=bewoner&mail=bo%%2B%d%%40x.nl", i, i).s);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 30);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail") == 5);
    const struct str again =
        sent(&c, SIGN_UP, "naam=Jo&als=bewoner&mail=jo%40x.nl&dieet=noten", &nobody, 422);
    CHECK_HAS(again, "Hier zijn net veel mails aangevraagd");
    CHECK_HAS(again, "value=\"jo@x.nl\"");
    CHECK_HAS(again, "noten"); /* nothing typed is lost */
    (void)comes(&c, "naam=Jo&als=bewoner");
    (void)taken(&c, DESK "/nieuw", "kanaal=telefoon&naam=Bo&als=bewoner&mail=bo%40x.nl",
                &editor);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail") ==
          6); /* a colleague does not flood */
    city_close(&c);
}

static void more_room_lets_move_up_who_waits(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    for (int i = 0; i < 3; i++) (void)comes(&c, "naam=Vroeg&als=bewoner");
    const char *late = comes(&c, "naam=Laat&als=bewoner&mail=laat%40example.org");
    CHECK_HAS(seen(&c, late, &nobody, 200), "U staat op de wachtlijst");
    const char *facts = "/wijk/beheer/bijeenkomsten/feest/gegevens";
    const char *roomy = "naam=Feest&dag=2024-05-07&openbaar=1&aanmelden=1&plekken=";
    (void)taken(&c, facts, changed(&c, facts, arena_format(&c.arena, "%s3", roomy).s, &editor),
                &editor);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE state = 1") == 1);
    CHECK_HAS(seen(&c, late, &nobody, 200), "U staat op de wachtlijst"); /* in their order */
    (void)taken(&c, facts, changed(&c, facts, arena_format(&c.arena, "%s", roomy).s, &editor),
                &editor);
    CHECK_HAS(seen(&c, late, &nobody, 200), "U bent aangemeld");
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail WHERE body LIKE '%plek vrij%'") == 1);
    city_close(&c);
}

static void who_comes_hears_that_it_is_another_evening(void **state)
{
    (void)state;
    struct city c;
    const char *facts = "/wijk/beheer/bijeenkomsten/feest/gegevens";
    party(&c);
    (void)comes(&c, "naam=Bo&als=bewoner&mail=bo%40example.org");
    (void)comes(&c, "naam=Al&als=bewoner");
    const char *body =
        "naam=Het+feest%3B+met%2C+komma&plaats=Buurthuis&van=19:30&tot=22:00&openbaar=1"
        "&aanmelden=1&plekken=9&dag=2024-05-";
    const char *same = arena_format(&c.arena, "%s07", body).s;
    (void)taken(&c, facts, changed(&c, facts, same, &editor), &editor);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail WHERE body LIKE '%iets veranderd%'") ==
          0);
    const char *later = arena_format(&c.arena, "%s14", body).s;
    (void)taken(&c, facts, changed(&c, facts, later, &editor), &editor);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail WHERE body LIKE '%iets veranderd%'"
                              " AND body LIKE '%14 mei 2024%'") == 1);
    CHECK_HAS(seen(&c, "/wijk/beheer/bijeenkomsten/feest/gegevens?gedaan=bel", &editor, 200),
              "Bel wie er geen gaf.");
    city_close(&c);
}

static void a_code_opens_only_its_own(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const char *mine = comes(&c, "naam=Bo&als=bewoner");
    (void)seen(&c, "/wijk/aanmelding/0000-0000-0000", &nobody, 404);
    (void)seen(&c, "/wijk/aanmelding/1", &nobody, 404);
    (void)sent(&c, "/wijk/aanmelding/0000-0000-0000/afmelden", "", &nobody, 404);
    struct response res;
    (void)asked(&c, METHOD_GET, mine, NULL, &nobody, 200, &res);
    CHECK(res.no_store && res.noindex);
    CHECK_NOT(seen(&c, mine, &nobody, 200), "naar de deur");
    CHECK_HAS(seen(&c, mine, &host, 200), "naar de deur");
    static const char *const pages[] = { "/wijk", AT,          "/wijk/bijeenkomsten",
                                         SIGN_UP, "/wijk/som", AT "/agenda.ics" };
    for (size_t i = 0; i < COUNT_OF(pages); i++)
        CHECK_NOT(seen(&c, pages[i], &nobody, 200), ">Bo<");
    city_close(&c);
}

/* A code is made of an id: after the end date that id must not be somebody else's. */
static void an_old_link_never_opens_another(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    (void)comes(&c, "naam=Ank&als=bewoner");
    const char *old = comes(&c, "naam=Bo&als=bewoner");
    sql_run(c.store, "DELETE FROM registration WHERE name = 'Bo'");
    const char *fresh = comes(&c, "naam=Cas&als=bewoner");
    CHECK(strcmp(old, fresh) != 0);
    (void)seen(&c, old, &nobody, 404);
    (void)sent(&c, arena_format(&c.arena, "%s/afmelden", old).s, "", &nobody, 404);
    sql_run(c.store, "DELETE FROM registration");
    CHECK_HAS(seen(&c, comes(&c, "naam=Dee&als=bewoner"), &nobody, 200), "Dee");
    (void)seen(&c, old, &nobody, 404);
    (void)seen(&c, fresh, &nobody, 404);
    city_close(&c);
}

static void a_name_is_understood_when_it_can_be_one_only(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    (void)comes(&c, "naam=Anna&als=bewoner&samen=Bo&apart=Cas");
    CHECK(sql_number(c.store,
                     "SELECT count(*) FROM registration_wish WHERE other IS NOT NULL") == 0);
    const char *bo = comes(&c, "naam=bo&als=bewoner&samen=bo"); /* not with oneself */
    CHECK(sql_number(c.store,
                     "SELECT count(*) FROM registration_wish WHERE other IS NOT NULL") == 1);
    (void)comes(&c, "naam=Cas&als=bewoner");
    (void)comes(&c, "naam=Cas&als=bewoner");
    (void)comes(&c, "naam=Dee&als=bewoner&samen=Cas"); /* two of them */
    CHECK(sql_number(
              c.store,
              "SELECT count(*) FROM registration_wish WHERE said = 'Cas' AND registration ="
              " (SELECT id FROM registration WHERE name = 'Dee') AND other IS NULL") == 1);
    const char *by_code =
        arena_format(&c.arena, "naam=Eef&als=bewoner&samen=%s", strrchr(bo, '/') + 1).s;
    (void)comes(&c, by_code);
    CHECK(sql_number(c.store,
                     "SELECT w.other = b.id FROM registration_wish w JOIN registration e ON"
                     " e.id = w.registration AND e.name = 'Eef' JOIN registration b ON"
                     " b.name = 'bo'") == 1);
    city_close(&c);
}

static void only_while_one_may(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    sql_run(c.store, "UPDATE gathering_plan SET registers = 0");
    CHECK_HAS(seen(&c, SIGN_UP, &nobody, 200), "niet meer aanmelden");
    CHECK_HAS(sent(&c, SIGN_UP, "naam=Bo&als=bewoner", &nobody, 422), "niet meer aanmelden");
    CHECK_NOT(seen(&c, AT, &nobody, 200), SIGN_UP);
    sql_run(c.store, "UPDATE gathering_plan SET registers = 1, until = 19600");
    (void)sent(&c, SIGN_UP, "naam=Bo&als=bewoner", &nobody, 422);
    sql_run(c.store,
            "UPDATE gathering_plan SET until = NULL; UPDATE gathering SET announced = 0 WHERE "
            "id = 500");
    (void)seen(&c, SIGN_UP, &nobody, 404);
    (void)sent(&c, SIGN_UP, "naam=Bo&als=bewoner", &nobody, 404);
    (void)seen(&c, AT "/agenda.ics", &nobody, 404);
    (void)seen(&c, "/wijk/bijeenkomst/avond/aanmelden", &nobody, 200); /* long ago */
    (void)sent(&c, "/wijk/bijeenkomst/avond/aanmelden", "naam=Bo&als=bewoner", &nobody, 422);
    city_close(&c);
}

static void the_desk_does_it_for_them(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const struct str one = arena_copy(
        &c.arena, taken(&c, DESK "/nieuw",
                        "kanaal=telefoon&naam=Oma&als=bewoner&rolstoel=1&samen=Opa", &editor));
    const char *at = arena_format(&c.arena, "%.*s", (int)str_find(one, STR("?")), one.s).s;
    CHECK_HAS(seen(&c, at, &editor, 200), "Wie is bedoeld?");
    const struct str list = seen(&c, DESK, &editor, 200);
    CHECK_HAS(list, "Oma");
    CHECK_HAS(list, "Bij 1 naam is niet duidelijk");
    CHECK_NOT(history(&c), "Oma");
    CHECK_HAS(history(&c), "Aanmelding 1 erbij");
    (void)comes(&c, "naam=Opa+Piet&als=bewoner");
    const char *means = arena_format(&c.arena, "%s/wie", at).s;
    const char *who =
        arena_format(
            &c.arena, "wens=%lld&wie=%lld",
            (long long)sql_number(c.store, "SELECT id FROM registration_wish"),
            (long long)sql_number(c.store, "SELECT id FROM registration WHERE number = 2"))
            .s;
    (void)taken(&c, means, who, &editor);
    CHECK_NOT(seen(&c, DESK, &editor, 200), "niet duidelijk");
    (void)sent(&c, means, "wens=1&wie=999", &editor, 404);
    (void)taken(&c, at, changed(&c, at, "naam=Oma+Truus&als=bewoner", &editor), &editor);
    CHECK_HAS(seen(&c, DESK, &editor, 200), "Oma Truus");
    (void)comes(&c, "naam=Drie&als=bewoner");
    (void)taken(&c, arena_format(&c.arena, "%s/afmelden", at).s, "", &editor);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE state = 0") == 2);
    sql_run(c.store,
            "UPDATE gathering_plan SET capacity = NULL; UPDATE registration SET state = 1 WHERE"
            " number = 3");
    CHECK_HAS(seen(&c, DESK, &editor, 200), "Laat doorschuiven wie wacht");
    (void)taken(&c, DESK "/doorschuiven", "", &editor);
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE state = 1") == 0);
    (void)seen(&c, DESK, &host, 403);
    (void)seen(&c, DESK, &nobody, 303);
    (void)sent(&c, DESK "/nieuw", "kanaal=balie&naam=X&als=bewoner", &writer, 403);
    city_close(&c);
}

static void mail_says_where_and_when(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    struct response res;
    (void)asked(&c, METHOD_POST, "/en" SIGN_UP, "naam=Bo&als=bewoner&mail=bo%40example.org",
                &nobody, 303, &res);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail WHERE address = 'bo@example.org'") ==
          1);
    CHECK(sql_number(c.store,
                     "SELECT count(*) FROM mail WHERE body LIKE '%You are registered%'"
                     " AND body LIKE '%/wijk/aanmelding/%' AND body LIKE '%7 May 2024%'"
                     " AND subject LIKE '%Het feest%'") == 1);
    city_close(&c);
}

static void a_calendar_takes_it_in(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const struct str file = seen(&c, AT "/agenda.ics", &nobody, 200);
    CHECK_HAS(file, "DTSTART:20240507T173000Z\r\n");
    CHECK_HAS(file, "DTEND:20240507T200000Z\r\n");
    CHECK_HAS(file, "SUMMARY:Het feest\\; met\\, komma\r\n");
    struct arena a = { 0 };
    const struct str text = calendar_write(
        &a, STR(""),
        &(struct calendar_event){ .id = STR("1@x"),
                                  .title = STR("Een lange naam met é en ü en nog veel meer "
                                               "woorden, één twee drie vier vijf ééééééééé"),
                                  .place = STR("a\\b\nc\rBEGIN:VALARM"),
                                  .day = { 19850 } },
        1);
    struct str rest = text, line;
    while (str_next(&rest, '\n', &line)) {
        CHECK(line.n <= 76 && str_utf8(line));
        CHECK(!line.n || line.s[line.n - 1] == '\r');
        CHECK(!str_starts(line, STR("BEGIN:VALARM")));
    }
    CHECK_HAS(text, "DTSTART;VALUE=DATE:20240507\r\n");
    CHECK_HAS(text, "a\\\\b\\ncBEGIN:VALARM");
    arena_end(&a);
    city_close(&c);
}

#define DOOR "/wijk/beheer/bijeenkomsten/feest/deur"

static const char *about(struct city *c, const char *name)
{
    const char *ask =
        arena_format(&c->arena, "SELECT id FROM registration WHERE name = '%s'", name).s;
    return arena_format(&c->arena, "wie=%lld", (long long)sql_number(c->store, ask)).s;
}

static void who_wants_no_more_says_so_also_afterwards(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const char *mine = comes(&c, "naam=Bo&als=bewoner&mail=bo%40voorbeeld.nl&opnieuw=1");
    (void)comes(&c, "naam=Anna&als=bewoner&mail=anna%40voorbeeld.nl&opnieuw=1");
    sql_run(c.store, "UPDATE gathering SET day = 100 WHERE id = 500"); /* long ago */
    sql_run(
        c.store,
        "INSERT INTO mail (kind, about, address, lang, subject, body, leave, key, made, "
        "tries, due, state, "
        "fault, said) SELECT 3, 1, email, 'nl', '', '', '', randomblob(16), 0, 0, 0, 0, 0, "
        "'' FROM registration UNION ALL SELECT 6, 1, email, 'nl', '', '', '', randomblob(16), "
        "0, 0, 0, 0, 0, '' FROM registration");
    const char *page = arena_format(&c.arena, "%s/niet-meer", mine).s;
    for (int i = 0; i < 2; i++) CHECK_HAS(seen(&c, page, &nobody, 200), "Stuur mij niets meer");
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE again = 1") ==
          2); /* looking does nothing */
    (void)taken(&c, page, "", &nobody);
    CHECK_HAS(seen(&c, page, &nobody, 200), "geen uitnodigingen meer");
    CHECK(sql_number(c.store, "SELECT again FROM registration WHERE name = 'Bo'") == 0);
    CHECK(sql_number(c.store, "SELECT again FROM registration WHERE name = 'Anna'") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail WHERE kind = 3") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM mail WHERE kind = 6") == 1);
    (void)seen(&c, "/wijk/aanmelding/0000-0000-0000/niet-meer", &nobody, 404);
    city_close(&c);
}

static void one_touch_at_the_door(void **state)
{
    (void)state;
    struct city c;
    party(&c);
    const char *bo = comes(&c, "naam=Bo+%3Cb%3E&als=bewoner");
    (void)comes(&c, "naam=Anna&als=bewoner");
    (void)comes(&c, "naam=Annelies&als=bewoner"); /* waits */
    CHECK_HAS(seen(&c, DOOR, &host, 200), "0 van de 2 binnen");
    const struct str found = seen(&c, DOOR "?zoek=ann", &host, 200);
    CHECK_HAS(found, "Annelies");
    CHECK_NOT(found, "Bo &lt;b&gt;");
    const struct str coded =
        seen(&c, arena_format(&c.arena, DOOR "?zoek=%s", strrchr(bo, '/') + 1).s, &host, 200);
    CHECK_HAS(coded, "Bo &lt;b&gt;");
    CHECK_NOT(coded, "Anna");
    const char *in = DOOR "/binnen", *anna = about(&c, "Anna");
    (void)taken(&c, in, anna, &host);
    sql_run(c.store, "UPDATE registration SET arrived = 77 WHERE name = 'Anna'");
    (void)taken(&c, in, anna, &editor); /* at the other door too: still once, and the first */
    CHECK(sql_number(c.store, "SELECT arrived FROM registration WHERE name = 'Anna'") == 77);
    CHECK_HAS(seen(&c, DOOR, &host, 200), "1 van de 2 binnen");
    (void)taken(&c, DOOR "/terug", anna, &host);
    CHECK_HAS(seen(&c, DOOR, &host, 200), "0 van de 2 binnen");
    (void)taken(&c, in, about(&c, "Annelies"), &host); /* who waited and came, came */
    CHECK_HAS(seen(&c, DOOR, &host, 200), "1 van de 3 binnen");
    (void)taken(&c, DOOR, "naam=Zomaar&als=bewoner", &host);
    const struct str all = seen(&c, DOOR, &host, 200);
    CHECK_HAS(all, "2 van de 4 binnen");
    CHECK_HAS(all, "Zomaar");
    CHECK_HAS(sent(&c, DOOR, "naam=&als=bewoner", &host, 422), "Schrijf de naam of bijnaam.");
    (void)sent(&c, in, "wie=999999", &host, 404);
    (void)sent(&c, "/wijk/beheer/bijeenkomsten/avond/deur/binnen", anna, &host, 404);
    CHECK_HAS(seen(&c, DOOR "/lijst", &host, 200), "Bo &lt;b&gt;");
    CHECK_HAS(seen(&c, DOOR "/badges", &host, 200), "Nummer 1");
    (void)seen(&c, DOOR, &nobody, 303);
    (void)sent(&c, in, anna, &nobody, 403);
    (void)seen(&c, DOOR "?wie=zomaar&gedaan=binnen", &host, 200);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_enough),
        cmocka_unit_test(what_cannot_be_is_said),
        cmocka_unit_test(who_waits_moves_up_when_somebody_cancels),
        cmocka_unit_test(everything_can_be_seen_and_changed_by_the_link),
        cmocka_unit_test(two_who_change_it_at_once_see_both),
        cmocka_unit_test(somebody_twice_is_said_to_them_and_the_desk),
        cmocka_unit_test(more_room_lets_move_up_who_waits),
        cmocka_unit_test(who_comes_hears_that_it_is_another_evening),
        cmocka_unit_test(a_code_opens_only_its_own),
        cmocka_unit_test(an_old_link_never_opens_another),
        cmocka_unit_test(one_mailbox_is_not_flooded),
        cmocka_unit_test(a_name_is_understood_when_it_can_be_one_only),
        cmocka_unit_test(only_while_one_may),
        cmocka_unit_test(the_desk_does_it_for_them),
        cmocka_unit_test(mail_says_where_and_when),
        cmocka_unit_test(a_calendar_takes_it_in),
        cmocka_unit_test(who_wants_no_more_says_so_also_afterwards),
        cmocka_unit_test(one_touch_at_the_door),
    };
    return RUN_TESTS(tests);
}
