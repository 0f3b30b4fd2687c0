/* related_words.c — see related_words.h. */
#include "algo/related_words.h"

#include <stdlib.h>

/* Folded and sorted. */
static const char *const empty[] = {
    "aan",      "aantal",    "acht",    "achter",  "af",        "al",           "alle",
    "alleen",   "allemaal",  "alles",   "als",     "altijd",    "ander",        "andere",
    "anderen",  "anders",    "beetje",  "begint",  "begon",     "ben",          "bent",
    "beste",    "beter",     "betere",  "bij",     "bijna",     "bijvoorbeeld", "binnen",
    "blijf",    "blijft",    "blijven", "boven",   "buiten",    "daar",         "daarna",
    "daarom",   "dag",       "dagen",   "dan",     "dat",       "de",           "deden",
    "deed",     "denk",      "denken",  "der",     "dertig",    "deze",         "dezelfde",
    "die",      "ding",      "dingen",  "dinsdag", "dit",       "doe",          "doen",
    "doet",     "donderdag", "door",    "drie",    "durf",      "dus",          "duurt",
    "echt",     "een",       "eens",    "eerst",   "eerste",    "eigen",        "eigenlijk",
    "elf",      "elk",       "elkaar",  "elke",    "en",        "enige",        "er",
    "erbij",    "erg",       "ergens",  "ermee",   "ervan",     "euro",         "even",
    "ga",       "gaan",      "gaat",    "gauw",    "ge",        "gebeuren",     "gebeurt",
    "geef",     "geeft",     "geen",    "gegaan",  "gehad",     "genoeg",       "geven",
    "geweest",  "gewoon",    "gezegd",  "gezet",   "ging",      "gisteren",     "goed",
    "goede",    "graag",     "groot",   "grote",   "haar",      "had",          "hadden",
    "heb",      "hebben",    "hebt",    "heeft",   "heel",      "heen",         "hele",
    "helemaal", "hem",       "hen",     "het",     "hetzelfde", "hier",         "hierbij",
    "hij",      "hoe",       "hoef",    "hoeft",   "hoeveel",   "hoeven",       "honderd",
    "hoor",     "hoort",     "hun",     "ieder",   "iedere",    "iedereen",     "iemand",
    "iets",     "ik",        "in",      "is",      "ja",        "jaar",         "jaren",
    "je",       "jij",       "jou",     "jouw",    "juist",     "jullie",       "kan",
    "keer",     "kijk",      "kijken",  "klaar",   "kom",       "komen",        "komt",
    "kon",      "konden",    "kost",    "krijg",   "krijgen",   "krijgt",       "kun",
    "kunnen",   "kunt",      "kwam",    "kwamen",  "laat",      "laatste",      "lang",
    "langer",   "langs",     "laten",   "later",   "leuk",      "ligt",         "lijkt",
    "maak",     "maakt",     "maand",   "maandag", "maanden",   "maar",         "mag",
    "maken",    "makkelijk", "me",      "mee",     "meer",      "meest",        "meeste",
    "men",      "mens",      "mensen",  "met",     "meteen",    "meter",        "mij",
    "mijn",     "minder",    "minuten", "moest",   "moet",      "moeten",       "mogelijk",
    "mogen",    "mooi",      "morgen",  "na",      "naar",      "naast",        "nee",
    "neem",     "negen",     "nemen",   "net",     "niemand",   "niet",         "niets",
    "nieuw",    "nieuwe",    "niks",    "nodig",   "nog",       "nooit",        "nou",
    "nu",       "of",        "om",      "omdat",   "onder",     "ons",          "onze",
    "ook",      "op",        "over",    "overal",  "paar",      "pas",          "per",
    "plek",     "sinds",     "slecht",  "snel",    "soms",      "sta",          "staan",
    "staat",    "steeds",    "te",      "tegen",   "tegenover", "ter",          "terug",
    "terwijl",  "tien",      "toch",    "toe",     "toen",      "tot",          "tussen",
    "twaalf",   "twee",      "twintig", "uit",     "uur",       "uw",           "vaak",
    "van",      "vanaf",     "vandaag", "vast",    "veel",      "veertig",      "ver",
    "verder",   "via",       "vier",    "vijf",    "vind",      "vinden",       "vindt",
    "vol",      "volgende",  "volgens", "voor",    "vooral",    "vraag",        "vraagt",
    "vragen",   "vrijdag",   "waar",    "waard",   "waarom",    "wanneer",      "want",
    "waren",    "was",       "wat",     "we",      "week",      "weer",         "weet",
    "weinig",   "weken",     "wel",     "welk",    "welke",     "werd",         "weten",
    "wie",      "wij",       "wil",     "wilde",   "willen",    "wilt",         "woensdag",
    "word",     "worden",    "wordt",   "zal",     "zat",       "zaterdag",     "ze",
    "zeg",      "zeggen",    "zegt",    "zei",     "zeker",     "zelfs",        "zes",
    "zet",      "zetten",    "zeven",   "zich",    "zie",       "zien",         "ziet",
    "zijn",     "zit",       "zitten",  "zo",      "zoals",     "zodat",        "zoiets",
    "zonder",   "zou",       "zouden",  "zulke",   "zullen",    "zult",
};

static int by_word(const void *key, const void *element)
{
    return str_cmp(*(const struct str *)key, str_of(*(const char *const *)element));
}

bool related_empty(struct str folded)
{
    return bsearch(&folded, empty, COUNT_OF(empty), sizeof *empty, by_word) != NULL;
}
