/* noticed.test.c — what is noticed in sentences of our own making, what is missed, and what is
 * marked for nothing. Every person, number and address in here is invented. */
#include "algo/noticed_inside.h"
#include "base/test.h"

#include <stdlib.h>
#include <time.h>

static const struct sample {
    const char *text;
    enum noticed kind;
    const char *passage;
} samples[] = {
    { "Mail mij op jan.de-boer@voorbeeld.nl.", NOTICED_EMAIL, "jan.de-boer@voorbeeld.nl" },
    { "Mijn adres is fatma (at) voorbeeld.com", NOTICED_EMAIL, "fatma (at) voorbeeld.com" },
    { "Kijk op https://voorbeeld.nl/a?b=c, daar staat het.", NOTICED_URL,
      "https://voorbeeld.nl/a?b=c" },
    { "Zie www.voorbeeld.example!", NOTICED_URL, "www.voorbeeld.example" },
    { "Wij staan op buurtfeest.nl", NOTICED_URL, "buurtfeest.nl" },
    { "Volg @wijkheld_12 maar", NOTICED_URL, "@wijkheld_12" },
    { "Bel 06-12345678 na zes uur", NOTICED_PHONE, "06-12345678" },
    { "Bel 06 12 34 56 78 12 keer", NOTICED_PHONE, "06 12 34 56 78" },
    { "Ons nummer: (036) 123 45 67.", NOTICED_PHONE, "(036) 123 45 67" },
    { "Whatsapp +31 6 1234 5678", NOTICED_PHONE, "+31 6 1234 5678" },
    { "Of 0031612345678", NOTICED_PHONE, "0031612345678" },
    { "+31 (0)36 1234567 is het", NOTICED_PHONE, "+31 (0)36 1234567" },
    { "Bel gratis 0800-1234", NOTICED_PHONE, "0800-1234" },
    { "In Turkije: +90 532 123 45 67", NOTICED_PHONE, "+90 532 123 45 67" },
    { "Ik woon op 1315 AB 12", NOTICED_ADDRESS, "1315 AB 12" },
    { "postcode 1315ab, 7c", NOTICED_ADDRESS, "1315ab, 7c" },
    { "Er is overlast in de Lindelaan 14b al weken", NOTICED_ADDRESS, "Lindelaan 14b" },
    { "Maak het over op NL91 ABNA 0417 1643 00 graag", NOTICED_IBAN, "NL91 ABNA 0417 1643 00" },
    { "nl02abna0123456789", NOTICED_IBAN, "nl02abna0123456789" },
    { "IBAN BE68 5390 0754 7034.", NOTICED_IBAN, "BE68 5390 0754 7034" },
    { "Mijn nummer is 111222333", NOTICED_BSN, "111222333" },
    { "bsn: 1234.56.789", NOTICED_BSN, "1234.56.789" },
    { "De auto met kenteken GB-123-X rijdt te hard", NOTICED_PLATE, "GB-123-X" },
    { "een busje, 12-XKJ-3", NOTICED_PLATE, "12-XKJ-3" },
    { "kenteken XK123T", NOTICED_PLATE, "XK123T" },
    { "Geboren op 3 mei 1961 in Paramaribo", NOTICED_BIRTH, "3 mei 1961" },
    { "geboortedatum 12-11-2015", NOTICED_BIRTH, "12-11-2015" },
    { "Zij is van 1978-02-28.", NOTICED_BIRTH, "1978-02-28" },
    { "Doğum tarihim 5 Şubat 1990", NOTICED_BIRTH, "5 Şubat 1990" },
    { "Ik sprak met mevrouw Vermeulen", NOTICED_NAME, "Vermeulen" },
    { "dhr. J. van den Berg komt nooit langs", NOTICED_NAME, "J. van den Berg" },
    { "Mijn buurman Sjors heeft hulp nodig", NOTICED_NAME, "Sjors" },
    { "mijn buurman achmed is ziek", NOTICED_NAME, "achmed" },
    { "Fatima El Amrani van de flat helpt iedereen", NOTICED_NAME, "Fatima El Amrani" },
    { "Gisteren zag ik Kowalczyk weer", NOTICED_NAME, "Kowalczyk" },
    { "Ik heet Ngozi", NOTICED_NAME, "Ngozi" },
    { "My name is Tenzin and I live here", NOTICED_NAME, "Tenzin" },
    { "Wij missen Roos heel erg", NOTICED_NAME, "Roos" },
    { "Komşum Mehmet çok hasta", NOTICED_NAME, "Mehmet" },
    { "Benim adım Gülistan", NOTICED_NAME, "Gülistan" },
    { "اسمي سعاد واسكن هنا", NOTICED_NAME, "سعاد" },
    { "تحدثت مع السيدة نجوى أمس", NOTICED_NAME, "نجوى" },
    { "wethouder De Wit beloofde het", NOTICED_NAME, "De Wit" },
    { "Ik wil niet meer leven.", NOTICED_LIFE, "wil niet meer leven" },
    { "Ik wil echt niet meer leven", NOTICED_LIFE, "wil echt niet meer leven" },
    { "Soms denk ik aan zelfmoordgedachten", NOTICED_LIFE, "zelfmoordgedachten" },
    { "I want to die", NOTICED_LIFE, "want to die" },
    { "Artık yaşamak istemiyorum", NOTICED_LIFE, "yaşamak istemiyorum" },
    { "أفكر في الانتحار", NOTICED_LIFE, "الانتحار" },
    { "Mijn man slaat mij", NOTICED_DANGER, "slaat mij" },
    { "Er is veel huiselijk geweld", NOTICED_DANGER, "huiselijk geweld" },
    { "wij worden bedreigd door jongens", NOTICED_DANGER, "bedreigd" },
    { "Kindermishandeling zien wij vaak", NOTICED_DANGER, "Kindermishandeling" },
    { "He threatens my family", NOTICED_DANGER, "threatens" },
    { "Kocam beni dövüyor", NOTICED_DANGER, "beni dövüyor" },
    { "زوجي يضربني", NOTICED_DANGER, "يضربني" },
    { "Ik ben al een jaar dakloos", NOTICED_NEED, "dakloos" },
    { "Mijn kinderen hebben honger", NOTICED_NEED, "honger" },
    { "HELP MIJ alstublieft", NOTICED_NEED, "HELP MIJ" },
    { "We are homeless now", NOTICED_NEED, "homeless" },
    { "Lütfen bana yardım edin", NOTICED_NEED, "bana yardım" },
    { "ساعدوني من فضلكم", NOTICED_NEED, "ساعدوني" },
};

/* What a rule without meaning cannot see; here so that nobody thinks it does. */
static const struct sample missed[] = {
    { "vermeulen van de derde verdieping drinkt", NOTICED_NAME, "vermeulen" },
    { "nul zes een twee drie vier", NOTICED_PHONE, "nul zes een twee drie vier" },
    { "het huis naast de bakker met de rode deur", NOTICED_ADDRESS,
      "het huis naast de bakker" },
    { "als hij gedronken heeft verstop ik mij", NOTICED_DANGER, "verstop ik mij" },
};

static const char *const ordinary[] = {
    "Er moet een bankje bij de vijver, dan kunnen ouderen even zitten.",
    "In Almere Haven is op zaterdag veel te doen.",
    "De bus rijdt om 08.30 uur en om 10.15 uur, van maandag tot vrijdag.",
    "Op 27 juni 2023 kwamen 150 mensen naar het stadhuis.",
    "Wij willen 2000 km fietspad en 1500 bomen.",
    "De gemeente Almere luistert niet altijd.",
    "Ik vind dat de Wmo beter kan. En de GGD ook.",
    "Er zijn 1.250 woningen gebouwd in 2022 en 2023.",
    "Bibliotheek en buurthuis: meer samen doen!",
    "Het kost 1.250.000 euro, dat is te veel.",
    "“Goed dat dit er is”, zei iemand aan tafel.",
    "Meer Nederlandse les, ook voor Turkse en Marokkaanse ouders.",
    "Met Kerst en tijdens de Ramadan eten wij samen.",
    "De school in Poort heeft te weinig plek.",
    "Rond het Weerwater liggen veel losse tegels.",
    "Wat goed gaat: de vrijwilligers van de voetbalclub.",
    "Jongeren van 12-18 jaar hebben niets te doen.",
    "Dit is punt 3 van 14: wonen.",
    "MEER GROEN IN DE WIJK GRAAG EN SNEL!!!",
    "De koffie kost 2,50 en de thee 1,75.",
    "Artikel 12-34 van de regeling is niet duidelijk.",
    "Vraag: wie maakt de speeltuin schoon? Antwoord: de buurt.",
    "Ik ben blij met de buurtbus en met de chauffeur.",
    "Op Facebook en WhatsApp staat van alles.",
    "The park in my street is lovely, and I like the trees.",
    "Parkta daha çok bank olsun, çocuklar için de oyun alanı.",
    "نريد حديقة أكبر ومدرسة قريبة من البيت",
    "Een veilige weg naar school is nodig. Nu rijden auto’s te hard.",
    "Na 20.00 uur is het 's avonds te donker.",
    "Zorg dat iedereen mee kan doen; ook wie slecht ziet.",
    "Het centrum is mooi, maar de winkels gaan dicht.",
    "Er is te weinig geld voor de zorg in 2024-2025.",
    "Wij komen uit Suriname en wonen in Buiten.",
    "De wachttijd van 9 maanden is te lang.",
    "Mark de plekken op de kaart waar het glad is.",
    "Laat jongeren leven in de wijk brengen.",
    "Niemand helpt, zegt de een. Mij helpt de buurt, zegt de ander.",
    "In de Kerkstraat. 12 mensen waren het ermee eens.",
    "Tussen 1990 EN 2000 is er veel gebouwd, vindt men.",
    "Ons plan: een tuin, een schuur en een kas.",
};

static bool notices(struct arena *a, const struct sample *s)
{
    struct notice *found;
    const struct str text = str_of(s->text);
    const size_t n = noticed(a, text, &found);
    for (size_t i = 0; i < n; i++)
        if (found[i].kind == s->kind &&
            str_is(str_upto(str_from(text, found[i].from), found[i].length), s->passage))
            return true;
    return false;
}

static void test_recall(void **state)
{
    (void)state;
    struct arena a = { 0 };
    size_t seen = 0;
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        const bool is = notices(&a, &samples[i]);
        seen += is;
        if (!is) print_message("missed: \"%s\" in: %s\n", samples[i].passage, samples[i].text);
    }
    if (seen * 100 < COUNT_OF(samples) * 97) fail_msg("%zu of %zu", seen, COUNT_OF(samples));
    for (size_t i = 0; i < COUNT_OF(missed); i++) CHECK(!notices(&a, &missed[i]));
    arena_end(&a);
}

/* At most one sentence in twenty is marked for nothing. */
static void test_ordinary_sentences(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct notice *found;
    size_t marked = 0;
    for (size_t i = 0; i < COUNT_OF(ordinary); i++) {
        const struct str text = str_of(ordinary[i]);
        const size_t n = noticed(&a, text, &found);
        for (size_t k = 0; k < n; k++)
            print_message("for nothing: kind %d \"%.*s\" in: %s\n", (int)found[k].kind,
                          STR_ARG(str_upto(str_from(text, found[k].from), found[k].length)),
                          ordinary[i]);
        marked += n > 0;
    }
    if (marked * 20 > COUNT_OF(ordinary)) fail_msg("%zu of %zu", marked, COUNT_OF(ordinary));
    arena_end(&a);
}

static void test_near_misses(void **state)
{
    (void)state;
    struct arena a = { 0 };
    static const char *const nothing[] = {
        "111222334",   "1112223330",   "NL",       "BE68 5390 0754 7035",
        "06-1234567",  "061234567890", "12-34-56", "GB-12-3",
        "@a",          "a@b",          "1315 SOS", "0123",
        "31 februari", "2023-13-45",   "+31",      "www",
        "http",        "https://",     "((((((",   "0800",
    };
    struct notice *found;
    for (size_t i = 0; i < COUNT_OF(nothing); i++)
        if (noticed(&a, str_of(nothing[i]), &found))
            fail_msg("\"%s\": kind %d", nothing[i], (int)found[0].kind);
    CHECK(noticed(&a, STR(""), &found) == 0);
    arena_end(&a);
}

static void test_several_in_order(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct notice *found;
    const size_t n = noticed(
        &a, STR("Help mij! Mevrouw Jansen, 06-12345678, j@voorbeeld.nl, 1315 AB 1."), &found);
    static const enum noticed order[] = { NOTICED_NEED, NOTICED_NAME, NOTICED_PHONE,
                                          NOTICED_EMAIL, NOTICED_ADDRESS };
    CHECK(n == COUNT_OF(order));
    for (size_t i = 0; i < n; i++) CHECK(found[i].kind == order[i]);
    arena_end(&a);
}

/* Each phrase finds itself, so it is folded and spelled as texts are. */
static void test_lists(void **state)
{
    (void)state;
    struct arena a = { 0 };
    for (size_t i = 0; i < noticed_phrases_n; i++) {
        char text[80];
        size_t n = 0;
        for (const char *c = noticed_phrases[i].words; *c && n < sizeof text; c++)
            if (*c != '*') text[n++] = *c;
        struct notice *found;
        const size_t m = noticed(&a, (struct str){ text, n }, &found);
        bool itself = false;
        for (size_t k = 0; k < m; k++) itself |= found[k].kind == noticed_phrases[i].kind;
        if (!itself) fail_msg("\"%s\" does not find itself", noticed_phrases[i].words);
    }
    for (size_t i = 0; i < noticed_names_n; i++) {
        struct str name = str_of(noticed_names[i]);
        if (str_ends(name, STR("?"))) name.n--;
        struct notice *found;
        const struct str text = arena_format(&a, "dhr %.*s", STR_ARG(name));
        if (noticed(&a, text, &found) != 1 || found->kind != NOTICED_NAME)
            fail_msg("%s is not found", noticed_names[i]);
    }
    CHECK(noticed_title(STR("mevrouw")) && noticed_known(STR("almere")));
    CHECK(noticed_towards(STR("naar")) && noticed_between(STR("van")));
    CHECK(noticed_calls(STR("heet")) && noticed_month(STR("mei")) && !noticed_month(STR("")));
    arena_end(&a);
}

static void test_hostile(void **state)
{
    (void)state;
    enum { N = 50000 };
    struct arena a = { 0 };
    char *text = NEW(&a, char, N);
    static const char *const patterns[] = {
        "a.", "0 ",   "06-", "@",    "a@",    "1234 A",         "A ",   "NL",   "+",
        "(",  "www.", "é",   "\xff", "niet ", "wil niet meer ", "Jan ", "van ", "http://"
    };
    const clock_t start = clock();
    for (size_t p = 0; p < COUNT_OF(patterns); p++) {
        const size_t step = strlen(patterns[p]);
        for (size_t i = 0; i < N; i++) text[i] = patterns[p][i % step];
        struct notice *found;
        const struct arena_mark here = arena_here(&a);
        const size_t n = noticed(&a, (struct str){ text, N }, &found);
        for (size_t i = 0; i < n; i++)
            CHECK(found[i].length && found[i].from + found[i].length <= N);
        arena_back(&a, here);
    }
    CHECK((double)(clock() - start) / CLOCKS_PER_SEC < 20); /* a square would take far more */
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recall),      cmocka_unit_test(test_ordinary_sentences),
        cmocka_unit_test(test_near_misses), cmocka_unit_test(test_several_in_order),
        cmocka_unit_test(test_lists),       cmocka_unit_test(test_hostile),
    };
    return RUN_TESTS(tests);
}
