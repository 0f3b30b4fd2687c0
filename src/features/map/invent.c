/* invent.c — a made-up map. See invent.h. */
#include "features/map/invent.h"

#include "base/csv.h"
#include "features/map/invent_words.h"
#include "features/map/sheet.h"

#include <string.h>

enum { AREAS_SMALL = 10, LATITUDE = 52480000, LONGITUDE = 5420000 };

static const char *const areas[] = {
    "Oudehaven",     "Sluiskwartier",   "Dijkzicht",    "Lisdodde",        "Zeilmakersbuurt",
    "Wilgenhof",     "Noordkade",       "Polderpark",   "Brasembuurt",     "Westpunt",
    "Molenwijk",     "Rietveld",        "Kruidenbuurt", "Sterrenkwartier", "Vogelweide",
    "Havenzicht",    "Boomgaard",       "Zuiderhout",   "Waterwijk",       "Tuindorp",
    "Stationsbuurt", "Componistenwijk", "Hooilanden",   "De Werven"
};
static const char *const streets[] = {
    "Ankerstraat", "Bakboord",    "Dorpsweg",     "Eikenlaan",    "Fluithof",
    "Gangboord",   "Havenplein",  "IJsvogellaan", "Jolstraat",    "Kadeplein",
    "Loodsweg",    "Marktstraat", "Netwerk",      "Oeverpad",     "Palingstraat",
    "Rietkraag",   "Schoolplein", "Tjalkstraat",  "Vuurtorenweg", "Zeilweg"
};
static const char *const pet_names[] = {
    "De Brug",    "Het Baken",  "De Lantaarn", "De Meerkoet",   "Het Anker",    "De Vlieger",
    "De Boei",    "Het Kompas", "De Linde",    "De Waterlelie", "Het Trefpunt", "De Regenboog",
    "De Schakel", "De Sluis",   "Het Roer",    "De Ooievaar"
};
struct maker_kind {
    char code;
    const char *names[5];
};
static const struct maker_kind makers[] = {
    { 'g',
      { "Gemeente Waterstad", "Gemeente Waterstad", "GGD Waterstad", "Stadsbank Waterstad",
        "Gemeente Waterstad" } },
    { 'w',
      { "Welzijn Waterstad", "Stichting Samen Wijzer", "Buurtwerk", "Stichting Naast U",
        "Wijkwijs" } },
    { 'z',
      { "Zorggroep", "Praktijk", "Medisch Centrum", "Stichting Zorg Dichtbij",
        "Gezondheidscentrum" } },
    { 's', { "Sportbedrijf Waterstad", "Vereniging", "Sportclub", "Stichting Beweeg", "SV" } },
    { 'c',
      { "Bibliotheek Waterstad", "Cultuurhuis", "Kunstlokaal", "Stichting Kleur",
        "Muziekhuis" } },
    { 'v',
      { "Stichting", "Vrijwilligers van", "Steunpunt", "Stichting Helpende Hand",
        "Vereniging" } },
    { 'k', { "Kerk", "Moskee", "Diaconie", "Parochie", "Huis van Hoop" } },
    { 'o', { "School", "College", "Taalschool", "Kinderrijk", "Onderwijsgroep" } },
    { 'b', { "Bewoners", "Buurtgroep", "Buren van", "Wijkraad", "Initiatief" } },
};
struct hours_kind {
    char code;
    const char *texts[4];
};
static const struct hours_kind hours_kinds[] = {
    { 'o',
      { "ma-vr 09:00-17:00", "ma-do 08:30-16:30", "ma-vr 09:00-12:30, 13:00-17:00",
        "ma, di, do 09:00-17:00; vr 09:00-12:00" } },
    { 'm',
      { "ma, wo 09:30-11:30", "di, do 09:00-12:00", "wo 10:00-12:00", "ma-vr 09:00-11:00" } },
    { 'e',
      { "di 19:00-21:00", "wo 19:30-21:30", "do 18:30-20:30; za 10:00-12:00",
        "1e ma 19:30-22:00" } },
    { 'a',
      { "elke dag 00:00-24:00; feestdagen open", "elke dag 00:00-24:00; feestdagen open",
        "elke dag 00:00-24:00; feestdagen open", "elke dag 00:00-24:00; feestdagen open" } },
    { 'n',
      { "elke dag 18:00-09:00; feestdagen open", "elke dag 20:00-08:00; feestdagen open",
        "elke dag 17:00-10:00; feestdagen open", "elke dag 19:00-09:00; feestdagen open" } },
    { 'p',
      { "ma-vr 08:00-17:00", "ma-vr 08:00-12:00, 13:00-17:00; do 18:00-20:00",
        "ma-vr 07:30-18:30", "ma-vr 08:30-17:30; za 09:00-12:00" } },
    { 's',
      { "ma-vr 10:00-18:00; za 10:00-17:00", "di-za 09:30-17:30",
        "ma-za 10:00-17:00; zo 12:00-16:00", "ma-vr 09:00-21:00; za, zo 10:00-16:00" } },
    { 'h',
      { "vr 13:00-16:00", "do 14:00-17:00", "wo 12:00-15:00; vr 12:00-15:00",
        "di 10:00-13:00" } },
    { 'c', { "ma, do 10:00-12:00", "di 09:30-11:30", "wo 10:00-12:30", "vr 10:00-12:00" } },
    { 'i', { "ma-vr 13:00-16:00", "wo 14:00-16:30", "di, vr 13:30-16:00", "zo 14:00-17:00" } },
    { 'w',
      { "za 10:00-13:00", "zo 13:00-16:00", "za, zo 11:00-16:00", "laatste za 13:00-17:00" } },
    { 'd',
      { "ma-vr 17:00-20:00", "wo 17:30-20:00", "do 12:00-13:30", "elke dag 16:30-19:00" } },
    { 'v',
      { "ma-vr 17:00-08:00; za, zo 00:00-24:00; feestdagen open",
        "ma-vr 17:00-08:00; za, zo 00:00-24:00; feestdagen open",
        "ma-vr 18:00-08:00; za, zo 00:00-24:00; feestdagen open",
        "elke dag 17:00-23:00; feestdagen open" } },
    { 'j',
      { "ma-vr 15:00-22:00", "di-za 18:00-22:00", "wo 14:00-22:00; vr 19:00-23:30",
        "vr, za 19:00-00:30" } },
    { 'x',
      { "ma-vr 06:30-23:00; za, zo 08:00-17:00", "ma-zo 07:00-22:00",
        "ma, wo 19:00-20:00; za 09:00-10:00", "ma-vr 07:00-08:00" } },
};
static const char *const arrivals[] = {
    "U loopt gewoon binnen. Iemand geeft u koffie en vraagt wat u zoekt.",
    "Meld u bij de balie. U hoeft niet te zeggen waarvoor u komt.",
    "U belt aan. Een gastvrouw doet open en neemt u mee naar een rustige kamer.",
    "Bij de deur staat een vrijwilliger die u de weg wijst.",
    "U belt eerst. Wij spreken een dag en tijd af die u past."
};
static const char *const companies[] = {
    "U mag iemand meenemen. Komt u liever niet alleen? Een buurtmaatje haalt u op.",
    "Neem gerust een vriend, buurvrouw of kind mee.",
    "Iemand van het wijkteam kan de eerste keer met u meekomen.",
    "Een hond mag mee. Voor vervoer helpt AutoMaatje."
};
static const char *const tongues[] = {
    "nl",         "nl, en",     "nl, en, tr",     "nl, ar, en",
    "nl, pl, en", "nl, en, uk", "nl, en, ti, ar", "nl, en, es, pap"
};

struct inventing {
    uint64_t state;
    struct arena line;
    FILE *to;
    int areas_n, services;
    struct day today;
};

/* SplitMix64 (Steele, Lea and Flood 2014). */
static int upto(struct inventing *m, size_t n)
{
    uint64_t z = m->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (int)((z ^ z >> 31) % n);
}
static bool percent(struct inventing *m, int p)
{
    return upto(m, 100) < p;
}
static struct str piece_of(struct inventing *m, const char *all, int *which)
{
    struct str rest = str_of(all), piece;
    int n = 0;
    while (str_next(&rest, '|', &piece)) n++;
    if (*which < 0) *which = upto(m, (size_t)n);
    rest = str_of(all);
    for (int i = 0; i <= *which % n; i++) str_next(&rest, '|', &piece);
    return piece;
}

static struct str maker_name(struct inventing *m, char code, const char *area)
{
    for (size_t i = 0; i < COUNT_OF(makers); i++) {
        if (makers[i].code != code) continue;
        const char *name = makers[i].names[upto(m, 5)];
        if (strstr(name, "Waterstad") || code == 'g') return str_of(name);
        if (code == 'b' || code == 'k') return arena_format(&m->line, "%s %s", name, area);
        return arena_format(&m->line, "%s %s", name, pet_names[upto(m, COUNT_OF(pet_names))]);
    }
    return STR("Stichting");
}

static struct str hours_of(struct inventing *m, char code)
{
    for (size_t i = 0; i < COUNT_OF(hours_kinds); i++)
        if (hours_kinds[i].code == code) return str_of(hours_kinds[i].texts[upto(m, 4)]);
    return STR("");
}

static struct str day_text(struct inventing *m, int days_ago)
{
    const struct date d = date_of((struct day){ m->today.n - days_ago });
    return arena_format(&m->line, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* Where: each neighbourhood lies around a middle of its own, on a ring. */
static void put_where(struct inventing *m, struct str cell[COLUMNS], int area, bool nowhere)
{
    static const int ring[][2] = { { 0, 0 },    { 12, 3 },   { 6, 14 },  { -7, 12 },
                                   { -13, 1 },  { -8, -12 }, { 5, -14 }, { 20, 16 },
                                   { -20, 15 }, { -18, -16 } };
    const int *middle = ring[area % 10], step = area / 10 * 9000;
    const int lat = LATITUDE + middle[0] * 1000 + step + upto(m, 6000) - 3000;
    const int lon = LONGITUDE + middle[1] * 1000 + step + upto(m, 9000) - 4500;
    cell[COL_CITY] = STR("Waterstad");
    cell[COL_NEIGHBOURHOOD] =
        area < (int)COUNT_OF(areas)
            ? str_of(areas[area])
            : arena_format(&m->line, "%s %d", areas[(size_t)area % COUNT_OF(areas)],
                           area / (int)COUNT_OF(areas) + 1);
    if (nowhere) return;
    cell[COL_ADDRESS] =
        arena_format(&m->line, "%s %d", streets[upto(m, COUNT_OF(streets))], 1 + upto(m, 180));
    cell[COL_POSTAL_CODE] = arena_format(&m->line, "%04d%c%c", 900 + area % 100,
                                         'A' + upto(m, 6), 'A' + upto(m, 20));
    cell[COL_LATITUDE] = arena_format(&m->line, "%d.%06d", lat / 1000000, lat % 1000000);
    cell[COL_LONGITUDE] = arena_format(&m->line, "%d.%06d", lon / 1000000, lon % 1000000);
    cell[COL_WHEELCHAIR] = percent(m, 75) ? STR("yes") : percent(m, 60) ? STR("no") : STR("");
    if (percent(m, 20)) cell[COL_TRANSPORTATION] = STR("Buurtbus 4 stopt voor de deur.");
    if (percent(m, 15))
        cell[COL_PLACE] =
            arena_format(&m->line, "Buurthuis %s", pet_names[upto(m, COUNT_OF(pet_names))]);
}

static void put_texts(struct inventing *m, struct str cell[COLUMNS],
                      const struct invented_kind *k, const char *area)
{
    int title = -1, first = -1, second;
    cell[COL_NAME] = piece_of(m, k->titles, &title);
    const int more = upto(m, 10);
    if (more < 3)
        cell[COL_NAME] = arena_format(&m->line, "%.*s %s", STR_ARG(cell[COL_NAME]), area);
    else if (more < 5)
        cell[COL_NAME] = arena_format(&m->line, "%.*s %s", STR_ARG(cell[COL_NAME]),
                                      pet_names[upto(m, COUNT_OF(pet_names))]);
    const struct str x = piece_of(m, k->texts, &first);
    second = first + 1;
    const struct str y = piece_of(m, k->texts, &second);
    cell[COL_DESCRIPTION] =
        percent(m, 70) ? arena_format(&m->line, "%.*s %.*s", STR_ARG(x), STR_ARG(y)) : x;
    if (percent(m, 80)) cell[COL_SUMMARY] = str_of(k->summary);
    if (percent(m, 70)) cell[COL_ARRIVAL] = str_of(arrivals[upto(m, COUNT_OF(arrivals))]);
    if (percent(m, 55)) cell[COL_COMPANY] = str_of(companies[upto(m, COUNT_OF(companies))]);
}

static void put_terms(struct inventing *m, struct str cell[COLUMNS],
                      const struct invented_kind *k)
{
    cell[COL_SUBJECTS] = str_of(k->subject);
    cell[COL_KIND] = strchr(k->by, 'b') && percent(m, 60) ? STR("initiative") : STR("service");
    cell[COL_STATUS] = percent(m, 97)   ? STR("active")
                       : percent(m, 50) ? STR("temporarily closed")
                                        : STR("defunct");
    if (str_is(cell[COL_STATUS], "temporarily closed"))
        cell[COL_ALERT] = STR("Dicht wegens verbouwing.");
    cell[COL_FREE] = percent(m, k->free) ? STR("yes") : STR("no");
    cell[COL_REFERRAL] = k->referral ? STR("yes") : STR("no");
    if (k->minimum_age) cell[COL_MINIMUM_AGE] = arena_format(&m->line, "%d", k->minimum_age);
    if (k->maximum_age) cell[COL_MAXIMUM_AGE] = arena_format(&m->line, "%d", k->maximum_age);
    cell[COL_LANGUAGES] = str_of(tongues[percent(m, 50) ? 0 : upto(m, COUNT_OF(tongues))]);
    if (!str_is(cell[COL_FREE], "yes"))
        cell[COL_FEES] = percent(m, 50) ? STR("U betaalt een klein bedrag.")
                                        : STR("De zorgverzekering betaalt mee.");
    if (percent(m, 85)) cell[COL_CONFIRMED] = day_text(m, upto(m, 700));
}

static void invent_one(struct inventing *m, int i)
{
    struct str cell[COLUMNS] = { { 0 } };
    /* Each kind in turn, so that a small map has them all. */
    const struct invented_kind *k = &invented_kinds[(size_t)i * 37 % invented_kinds_n];
    const int area = upto(m, (size_t)m->areas_n);
    const char *name = areas[(size_t)area % COUNT_OF(areas)];
    const bool secret = strcmp(k->code, "opvangvrouwen") == 0 || strcmp(k->code, "crisis") == 0;
    cell[COL_KEY] = arena_format(&m->line, "%s-%d", k->code, i + 1);
    put_texts(m, cell, k, name);
    put_where(m, cell, area, secret);
    put_terms(m, cell, k);
    cell[COL_ORGANISATION] = maker_name(m, k->by[upto(m, strlen(k->by))], name);
    cell[COL_HOURS] = hours_of(m, k->hours[upto(m, strlen(k->hours))]);
    cell[COL_PHONE] = arena_format(&m->line, "088 000 %02d %02d", upto(m, 100), upto(m, 100));
    if (percent(m, 60))
        cell[COL_WEBSITE] = arena_format(&m->line, "https://waterstad.example/%s", k->code);
    if (percent(m, 60))
        cell[COL_EMAIL] = arena_format(&m->line, "%s@waterstad.example", k->code);
    for (int c = 0; c < COLUMNS; c++)
        csv_put(m->to,
                c == COL_LATITUDE || c == COL_LONGITUDE ? cell[c]
                                                        : csv_guard(&m->line, cell[c]),
                !c);
    csv_end(m->to);
    arena_reset(&m->line);
}

void map_invent(uint64_t seed, int services, struct day today, FILE *to)
{
    struct inventing m = { .state = seed, .to = to, .services = services, .today = today };
    m.areas_n = services < 2000 ? AREAS_SMALL : services < 20000 ? (int)COUNT_OF(areas) : 100;
    for (int c = 0; c < COLUMNS; c++) csv_put(to, str_of(sheet_columns[c]), !c);
    csv_end(to);
    for (int i = 0; i < services; i++) invent_one(&m, i);
    arena_end(&m.line);
}
