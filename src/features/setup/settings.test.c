/* settings.test.c — what a dialogue says of itself, how far it is, what it takes in, its long texts,
 * and the municipality. */
#include "features/setup/setup.test.h"

#define TEXTS "/wijk/beheer/instellen"
#define PHASES_AT TEXTS "/fasen"
#define LISTENING TEXTS "/luisteren"
#define LONG TEXTS "/lange-teksten"
#define CITY "/beheer/gemeente"

/* ---- texts ---- */

#define ALL_TEXTS                                                                              \
    "titel=Andere+naam&vraag=Hoe+gaat+het%3F&samenvatting=Kort.&gebied=Zuid&melding="          \
    "&titel-2=Other+name&vraag-2=How+is+it%3F&samenvatting-2=Short.&gebied-2=South&taal=en"

static void texts_change_in_two_languages(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_HAS(seen(&c, TEXTS, &editor, 200), "value=\"Talk about the area\"");
    (void)taken(&c, TEXTS, based(&c, TEXTS, &editor, ALL_TEXTS), &editor);
    CHECK_HAS(seen(&c, TEXTS "?gedaan=bewaard", &editor, 200), "Het is bewaard.");
    CHECK_HAS(seen(&c, "/wijk", &nobody, 200), "Andere naam");
    CHECK_NOT(seen(&c, "/wijk", &nobody, 200),
              "Dit is verzonnen."); /* the notice is empty now */
    CHECK_HAS(seen(&c, "/en/wijk", &nobody, 200), "Other name");
    const struct str done = history(&c);
    CHECK_HAS(done, "<del>Vraag aan de stad: Hoe gaat het in de wijk?</del>");
    CHECK_HAS(done, "<del>Melding: Dit is verzonnen.</del>");
    city_close(&c);
}

static void texts_that_are_wrong_stay_in_the_form(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str empty =
        sent(&c, TEXTS, based(&c, TEXTS, &editor, "titel=&vraag=&gebied=&samenvatting=Blijft"),
             &editor, 422);
    CHECK_HAS(empty, "Geef de dialoog een naam.");
    CHECK_HAS(empty, "Blijft");
    CHECK_HAS(
        sent(&c, TEXTS,
             based(&c, TEXTS, &editor, "titel=x&vraag=x&gebied=x&titel-2=y&vraag-2=y&taal=en"),
             &editor, 422),
        "laat de hele vertaling leeg");
    CHECK_HAS(history(&c), "Hier is nog niets veranderd.");
    const char *first = based(&c, TEXTS, &editor, ALL_TEXTS);
    const char *second = based(&c, TEXTS, &editor, "titel=Te+laat&vraag=x&gebied=x&taal=en");
    (void)taken(&c, TEXTS, first, &editor);
    const struct str both = sent(&c, TEXTS, second, &editor, 422);
    CHECK_HAS(both, "value=\"Te laat\"");
    CHECK_HAS(both, "Nu staat er:");
    CHECK_HAS(both, "Andere naam");
    city_close(&c);
}

/* ---- phases ---- */

static void phases_say_how_far_it_is(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
#define STATES                                                                                 \
    "fase-luisteren=done&fase-dialoog=now&fase-advies=later&fase-besluit=later&fase-daden="    \
    "later"
    const char *body =
        based(&c, PHASES_AT, &editor,
              STATES "&wanneer-luisteren=in+april&wanneer-luisteren-2=in+April&taal=en");
    (void)taken(&c, PHASES_AT, body, &editor);
    CHECK_HAS(seen(&c, "/wijk", &nobody, 200), "in april");
    CHECK_HAS(seen(&c, "/en/wijk", &nobody, 200), "in April");
    CHECK_HAS(history(&c), "<ins>Dialoog: Nu bezig</ins>");
    CHECK_HAS(
        sent(&c, PHASES_AT, based(&c, PHASES_AT, &editor, "fase-daden=ooit"), &editor, 422),
        "Kies een van de antwoorden");
    (void)sent(&c, PHASES_AT,
               based(&c, PHASES_AT, &editor, STATES "&wanneer-daden-2=ooit&taal=en"), &editor,
               422); /* a translation of nothing */
    city_close(&c);
}

/* ---- listening ---- */

static void a_dialogue_opens_and_closes(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_HAS(seen(&c, "/wijk/beheer", &editor, 200), "Er komt nu geen inbreng binnen.");
    (void)taken(&c, LISTENING,
                based(&c, LISTENING, &editor, "open=1&tot=2023-12-31&spraak=1&hoeveel=60"),
                &editor);
    CHECK_HAS(seen(&c, "/wijk/beheer", &editor, 200), "Mensen kunnen nu inbreng geven.");
    const struct str page = seen(&c, LISTENING, &editor, 200);
    CHECK_HAS(page, "value=\"2023-12-31\"");
    CHECK_HAS(page, "value=\"60\"");
    CHECK_HAS(sent(&c, LISTENING,
                   based(&c, LISTENING, &editor, "open=1&tot=2023-01-01&hoeveel=60"), &editor,
                   422),
              "Deze dag is voorbij.");
    (void)sent(&c, LISTENING, based(&c, LISTENING, &editor, "open=1&hoeveel=0"), &editor, 422);
    (void)taken(&c, LISTENING, based(&c, LISTENING, &editor, "hoeveel=60"), &editor);
    CHECK_HAS(seen(&c, "/wijk/beheer", &editor, 200), "Er komt nu geen inbreng binnen.");
    CHECK_HAS(history(&c), "<del>Tot en met: 2023-12-31</del>");
    CHECK_HAS(history(&c), "<del>Mensen kunnen inbreng geven: ja</del>");
    city_close(&c);
}

/* ---- long texts ---- */

static void a_long_text_is_seen_before_it_is_saved(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *next = LONG "/verder";
    CHECK_HAS(seen(&c, LONG, &editor, 200), "Leeg");
    CHECK_HAS(seen(&c, next, &editor, 200), "De **raad** beslist.");
    const struct str look = sent(
        &c, next,
        based(&c, next, &editor, "tekst=Nu+**vet**+%3Cscript%3E&tekst-2=&taal=en&doe=bekijk"),
        &editor, 200);
    CHECK_HAS(look, "<strong>vet</strong>");
    CHECK_NOT(look, "<script>");
    CHECK_HAS(look, "Dit is nog niet bewaard.");
    CHECK_HAS(look, "Nu **vet** &lt;script&gt;</textarea>");
    CHECK_HAS(history(&c), "Hier is nog niets veranderd.");
    (void)taken(&c, next, based(&c, next, &editor, "tekst=&tekst-2=&taal=en&doe=bewaar"),
                &editor);
    CHECK_NOT(seen(&c, next, &editor, 200), "raad");
    CHECK_HAS(history(&c), "De **raad** beslist.</del>");
    (void)seen(&c, LONG "/onzin", &editor, 404);
    city_close(&c);
}

/* ---- the municipality ---- */

static void the_city_has_a_colour_that_reads(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_HAS(seen(&c, CITY, &administrator, 200), "goed te lezen op wit");
    (void)taken(&c, CITY,
                based(&c, CITY, &administrator,
                      "naam=Nieuwstad&kleur=%23FFEE00&telefoon=14+020&mail=a%40b.nl"
                      "&website=https%3A%2F%2Fnieuwstad.example"),
                &administrator);
    const struct str page = seen(&c, CITY, &administrator, 200);
    CHECK_HAS(page, "te licht voor tekst");
    CHECK_HAS(page, "value=\"#ffee00\"");
    static const char *const wrong[] = {
        "naam=&kleur=00677f",
        "naam=x&kleur=rood",
        "naam=x&kleur=%2300677f&telefoon=bel+mij",
        "naam=x&kleur=00677f&mail=naam%40",
        "naam=x&kleur=00677f&mail=a+b%40c.nl",
        "naam=x&kleur=00677f&website=javascript%3Aalert(1)",
        "naam=x&kleur=00677f&website=nieuwstad.nl",
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        (void)sent(&c, CITY, based(&c, CITY, &administrator, wrong[i]), &administrator, 422);
    (void)sent(&c, CITY, "naam=Zonder+basis&kleur=00677f", &administrator, 422);
    CHECK_HAS(seen(&c, CITY, &administrator, 200), "Nieuwstad");
    (void)seen(&c, CITY, &refused, 403);
    (void)sent(&c, CITY, "naam=x&kleur=00677f", &refused, 403);
    city_close(&c);
}

static void settings_are_for_editors(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    static const char *const pages[] = { TEXTS, PHASES_AT, LISTENING, LONG, LONG "/dank" };
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        (void)seen(&c, pages[i], &nobody, 303);
        (void)seen(&c, pages[i], &writer, 403);
        (void)seen(&c, arena_format(&c.arena, "/en%s", pages[i]).s, &editor, 200);
    }
    (void)sent(&c, TEXTS, ALL_TEXTS, &writer, 403);
    (void)sent(&c, LISTENING, "open=1&hoeveel=5", &writer, 403);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_change_in_two_languages),
        cmocka_unit_test(texts_that_are_wrong_stay_in_the_form),
        cmocka_unit_test(phases_say_how_far_it_is),
        cmocka_unit_test(a_dialogue_opens_and_closes),
        cmocka_unit_test(a_long_text_is_seen_before_it_is_saved),
        cmocka_unit_test(the_city_has_a_colour_that_reads),
        cmocka_unit_test(settings_are_for_editors),
    };
    return RUN_TESTS(tests);
}
