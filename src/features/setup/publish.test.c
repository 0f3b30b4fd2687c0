/* publish.test.c — a report appears from the browser: what would be in it, what is in its way. */
#include "features/people/people.sql.h"
#include "features/setup/setup.test.h"

#define PAGE "/wijk/beheer/publiceren"

static void shows_what_would_be_in_it_and_publishes(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str page = seen(&c, PAGE, &editor, 200);
    CHECK_HAS(page, "wordt editie 1.");
    CHECK_HAS(page, "Punten</th><td class=\"dlg-number\">2</td>");
    CHECK_HAS(page, "1 punt is nog niet vertaald (English).");
    CHECK_HAS(page, "Publiceer editie 1");
    CHECK_HAS(page, "keer is een punt nog niet vertaald.");
    CHECK_HAS(page, "Geen zin is langer dan 20 woorden.");
    CHECK_STR(taken(&c, PAGE, "opmerking=De+eerste+%3Cb%3E.", &editor),
              "/wijk/verslag/editie/1");
    CHECK_HAS(seen(&c, "/wijk/verslag/editie/1", &nobody, 200), "Zet een bank neer.");
    CHECK_HAS(seen(&c, "/wijk/verslag/edities", &nobody, 200), "De eerste &lt;b&gt;.");
    CHECK_HAS(history(&c), "Dialoog: gepubliceerd");
    CHECK_HAS(history(&c), "<ins>Editie 1</ins>");
    const struct str next = seen(&c, PAGE, &editor, 200);
    CHECK_HAS(next, "wordt editie 2.");
    CHECK_HAS(next, "Nieuwe punten</th><td class=\"dlg-number\">0</td>");
    city_close(&c);
}

static enum err reword(struct tx *tx, void *with)
{
    (void)with;
    return point_text_put(tx, 1, STR("nl"), STR("Zet twee banken neer."));
}

static enum err lengthen(struct tx *tx, void *with)
{
    (void)with;
    return point_text_put(tx, 1, STR("nl"),
                          STR("Zet een bank neer en een prullenbak en een lamp en een boom en "
                              "nog een bank en een tafel en een fontein."));
}

static void the_checklist_leads_to_what_is_left(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_OK(store_write(c.store, lengthen, NULL));
    const struct str page = seen(&c, PAGE, &editor, 200);
    CHECK_HAS(page, "keer heeft een tekst een zin van meer dan 20 woorden.");
    CHECK_HAS(page, "href=\"/wijk/beheer/punten/5\"");
    CHECK_NOT(page, "Geen zin is langer dan 20 woorden.");
    city_close(&c);
}

static enum err colleagues(struct tx *tx, void *with)
{
    static const struct str names[] = { { "Ada", 3 }, { "Bo <b>", 6 }, { "Wim", 3 } };
    int64_t person;
    (void)with;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct str key = str_from(STR("abc"), i);
        TRY(person_add(tx, names[i], key, key, (struct instant){ 1 }, &person));
        TRY(person_password_set(tx, person, STR("x")));
        TRY(role_put(tx, person, false, 0, i == 2 ? WHO_WRITER : WHO_EDITOR));
    }
    return OK;
}
static const struct visitor ada = { 1, WHO_EDITOR, { "Ada", 3 }, { "ada", 3 } },
                            bo = { 2, WHO_EDITOR, { "Bo", 2 }, { "bo", 2 } };

static void look_along(struct city *c, const struct visitor *as)
{
    const char *const body = based(c, PAGE, as, "doe=meegekeken");
    (void)taken(c, PAGE, body, as);
    (void)taken(c, PAGE, body, as); /* twice is once */
}

static void somebody_else_looks_along_first(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_OK(store_write(c.store, colleagues, NULL));
    CHECK_NOT(seen(&c, PAGE, &ada, 200), "Publiceer editie 1");
    CHECK_HAS(seen(&c, PAGE, &ada, 200), "Bo &lt;b&gt;</bdi>");
    CHECK_NOT(seen(&c, PAGE, &ada, 200), "Wim");
    CHECK_HAS(sent(&c, PAGE, "opmerking=", &ada, 422), "Een collega kijkt eerst mee.");
    look_along(&c, &ada);
    CHECK_HAS(seen(&c, PAGE, &ada, 200), "U keek mee.");
    CHECK_HAS(sent(&c, PAGE, "opmerking=", &ada, 422), "Een collega kijkt eerst mee.");
    CHECK_HAS(history(&c), "Dialoog: meegekeken");
    CHECK_HAS(seen(&c, PAGE, &bo, 200), "Ada keek mee.");
    look_along(&c, &bo); /* who looks along too may still publish what the other saw */
    CHECK_STR(taken(&c, PAGE, "opmerking=", &bo), "/wijk/verslag/editie/1");
    CHECK_HAS(seen(&c, "/wijk/verslag/zo-gemaakt", &nobody, 200), "Ja. Iemand anders las");
    city_close(&c);
}

static enum err change(struct tx *tx, void *with)
{
    struct city *c = with;
    struct request req = { .arena = &c->arena, .db = tx->db, .visitor = bo };
    TRY(point_text_put(tx, 1, STR("nl"), STR("Zet twee banken neer.")));
    return history_write(
        tx, &req,
        &(struct change){ c->dialogue, THING_POINT, 1, ACT_REWORDED, 0, STR("x"), STR("y") },
        NULL);
}

static void a_change_asks_for_another_look(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_OK(store_write(c.store, colleagues, NULL));
    const char *const early = based(&c, PAGE, &ada, "doe=meegekeken");
    CHECK_OK(store_write(c.store, change, &c));
    CHECK_HAS(sent(&c, PAGE, early, &ada, 422), "Er is net iets veranderd.");
    look_along(&c, &ada);
    CHECK_HAS(seen(&c, PAGE, &bo, 200), "Publiceer editie 1");
    CHECK_OK(store_write(c.store, change, &c));
    CHECK_NOT(seen(&c, PAGE, &bo, 200), "Publiceer editie 1");
    (void)sent(&c, PAGE, "opmerking=", &bo, 422);
    (void)seen(&c, "/wijk/verslag/editie/1", &nobody, 404);
    city_close(&c);
}

static void who_is_alone_publishes_and_everybody_reads_it(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_HAS(seen(&c, PAGE, &editor, 200), "Niemand anders mag hier publiceren.");
    (void)taken(&c, PAGE, "opmerking=", &editor);
    CHECK_HAS(seen(&c, "/wijk/verslag/zo-gemaakt", &nobody, 200),
              "Nee. Maar één persoon mag hier publiceren");
    city_close(&c);
}

static void says_when_nothing_changed(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, PAGE, "opmerking=", &editor);
    const struct str page = sent(&c, PAGE, "opmerking=Nog+eens", &editor, 422);
    CHECK_HAS(page, "Er is niets veranderd na de vorige editie.");
    CHECK_HAS(page, "Nog eens</textarea>");
    (void)seen(&c, "/wijk/verslag/editie/2", &nobody, 404);
    CHECK_OK(store_write(c.store, reword, NULL));
    CHECK_HAS(seen(&c, PAGE, &editor, 200),
              "Punten met andere woorden</th><td class=\"dlg-number\">1</td>");
    CHECK_STR(taken(&c, PAGE, "opmerking=", &editor), "/wijk/verslag/editie/2");
    city_close(&c);
}

static enum err bare_point(struct tx *tx, void *with)
{
    const struct city *c = with;
    TRY(point_add(tx, 9, c->dialogue, 9, 9, KIND_TIP));
    return point_text_put(tx, 9, STR("nl"), STR("Rust nergens op."));
}

static void nothing_appears_that_rests_on_nothing(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_OK(store_write(c.store, bare_point, &c));
    const struct str page = seen(&c, PAGE, &editor, 200);
    CHECK_HAS(page, "href=\"/wijk/beheer/punten/9\"");
    CHECK_HAS(page, "er ligt niets onder wat iedereen mag lezen.");
    CHECK_NOT(page, "Publiceer editie 1");
    CHECK_HAS(sent(&c, PAGE, "opmerking=", &editor, 422), "Er kan nog niets verschijnen.");
    (void)seen(&c, "/wijk/verslag/editie/1", &nobody, 404);
    CHECK_HAS(history(&c), "Hier is nog niets veranderd."); /* what was refused is undone */
    city_close(&c);
}

static void a_dialogue_without_points_says_so(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, "/beheer/dialoog/nieuw", "titel=Leeg&vraag=x&gebied=x&in_taal=nl",
                &administrator);
    CHECK_HAS(seen(&c, "/leeg/beheer/publiceren", &editor, 200),
              "Een verslag heeft minstens een punt nodig.");
    (void)sent(&c, "/leeg/beheer/publiceren", "opmerking=", &editor, 422);
    (void)seen(&c, PAGE, &nobody, 303);
    (void)seen(&c, PAGE, &writer, 403);
    (void)sent(&c, PAGE, "opmerking=", &writer, 403);
    CHECK_HAS(seen(&c, "/en" PAGE, &editor, 200), "Publish edition 1");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_would_be_in_it_and_publishes),
        cmocka_unit_test(the_checklist_leads_to_what_is_left),
        cmocka_unit_test(somebody_else_looks_along_first),
        cmocka_unit_test(a_change_asks_for_another_look),
        cmocka_unit_test(who_is_alone_publishes_and_everybody_reads_it),
        cmocka_unit_test(says_when_nothing_changed),
        cmocka_unit_test(nothing_appears_that_rests_on_nothing),
        cmocka_unit_test(a_dialogue_without_points_says_so),
    };
    return RUN_TESTS(tests);
}
