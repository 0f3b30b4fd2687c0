/* invent.c — made-up needs and offers; each says so. See invent.h. */
#include "features/wanted/invent.h"
#include "features/wanted/events.h"
#include "features/wanted/wanted.h"

static const struct {
    enum wanted_kind kind;
    enum wanted_who who;
    const char *name, *title, *body, *area, *subject;
    int times, days; /* how long ago */
    bool waits;
} made_up[] = {
    { WANTED_NEED, WANTED_RESIDENT, "Noor", "Wie oefent met mij Nederlands?",
      "Ik wil graag praten bij een kop koffie.", "sluiskwartier", "leren", WANTED_DAYTIME, 12,
      false },
    { WANTED_NEED, WANTED_INITIATIVE, "Tuingroep de Wilg", "Handen in de buurttuin",
      "Wij zoeken mensen die helpen met snoeien en water geven.", "wilgenhof", "vrijwillig",
      WANTED_WEEKEND, 40, false },
    { WANTED_NEED, WANTED_RESIDENT, "", "Wie leert mij fietsen?", "Het liefst in het park.",
      "polderpark", "vrijwillig", WANTED_EVENING, 8, false },
    { WANTED_NEED, WANTED_INITIATIVE, "Eettafel de Molen", "Kok voor de eettafel",
      "Een keer per maand koken voor dertig mensen.", "molenwijk", "ontmoeten", WANTED_EVENING,
      55, false },
    { WANTED_NEED, WANTED_ORGANISATION, "Bibliotheek", "Voorlezers gezocht",
      "Voorlezen aan kinderen op woensdag.", "brasembuurt", "leren", WANTED_DAYTIME, 5, false },
    { WANTED_OFFER, WANTED_RESIDENT, "Henk", "Ik help met fietsen maken en leren fietsen",
      "Ik heb gereedschap en geduld.", "polderpark", "vrijwillig",
      WANTED_EVENING | WANTED_WEEKEND, 20, false },
    { WANTED_OFFER, WANTED_RESIDENT, "Aïsha", "Samen Nederlands praten bij de koffie",
      "Ik ben gepensioneerd en heb tijd.", "sluiskwartier", "leren", WANTED_DAYTIME, 15,
      false },
    { WANTED_OFFER, WANTED_INITIATIVE, "Repair Café", "Wij repareren met u",
      "Neem iets mee dat stuk is.", "zeilmakersbuurt", "vrijwillig", WANTED_WEEKEND, 30,
      false },
    { WANTED_OFFER, WANTED_RESIDENT, "", "Koken voor een groep",
      "Ik kook graag voor veel mensen, ook ’s avonds.", "molenwijk", "ontmoeten",
      WANTED_EVENING, 3, false },
    { WANTED_OFFER, WANTED_RESIDENT, "Sam", "Ik kan snoeien", "Ik heb een cursus gevolgd.",
      "wilgenhof", "", WANTED_WEEKEND, 2, true },
    { WANTED_PULLER, WANTED_RESIDENT, "Fatma", "Trekker van de koffieochtend",
      "U kunt altijd aanschuiven.", "oudehaven", "ontmoeten", 0, 10, false },
    { WANTED_PULLER, WANTED_RESIDENT, "Jan", "Kent iedereen in de straat",
      "Zoekt u iemand? Vraag het mij.", "kruidenbuurt", "", 0, 10, false },
};

static enum err one(struct tx *tx, struct arena *a, size_t i, struct instant now)
{
    struct map_area_of_row area;
    struct map_subject_of_row subject;
    bool has_area, has_subject;
    int64_t id;
    const struct instant made = { now.s - (int64_t)made_up[i].days * 86400 };
    const struct day until = { day_at(made).n + WANTED_DAYS };
    const struct str title = str_of(made_up[i].title), body = str_of(made_up[i].body),
                     name = arena_format(a, "%s (verzonnen)",
                                         *made_up[i].name ? made_up[i].name : "Iemand");
    TRY(map_area_of(tx->db, a, str_of(made_up[i].area), &area, &has_area));
    TRY(map_subject_of(tx->db, a, str_of(made_up[i].subject), &subject, &has_subject));
    TRY(wanted_add(tx, made, STR("nl"), made_up[i].kind, made_up[i].who, name,
                   STR("verzonnen@voorbeeld.example"), title, body, has_subject, subject.id,
                   has_area, area.id, made_up[i].times, until, wanted_terms(a, title, body),
                   &id));
    return wanted_stands(tx, id, made_up[i].waits ? WANTED_WAITS : WANTED_SHOWN, STR(""),
                         until);
}

static const struct {
    const char *title, *organiser, *place, *area;
    int days, starts, ends;
    bool waits;
} made_up_events[] = {
    { "Koffie in de keuken", "Bewonersgroep", "Buurthuis De Schakel", "oudehaven", 3, 600, 690,
      false },
    { "Samen de gracht schoonmaken", "Bewoners Kruidenbuurt", "Kruidenhof", "kruidenbuurt", 8,
      600, 720, false },
    { "Repair Café", "Repair Café", "De Loods", "zeilmakersbuurt", 9, 780, 960, false },
    { "Sociaal café", "Welzijn Waterstad", "Wijkcentrum De Brug", "sluiskwartier", 12, 1140,
      1260, false },
    { "Winterwandeling", "Wandelgroep", "Oeverpad", "polderpark", 16, 840, 960, false },
    { "Samen eten", "Eettafel", "Verzorgingshuis De Molen", "molenwijk", 6, 1080, 1200, true },
};
static const struct {
    const char *name, *about, *role, *contact, *area;
} made_up_partners[] = {
    { "Welzijn Waterstad", "Brengt groepen bij elkaar en helpt met geld en plekken.",
      "de wijkverbinder", "wijk@voorbeeld.example", "" },
    { "Bibliotheek Waterstad", "Heeft ruimte, boeken en taalmaatjes.", "de programmamaker",
      "bieb@voorbeeld.example", "brasembuurt" },
    { "Parochie Waterstad", "Opent de kerkzaal voor de wijk.", "de koster", "", "lisdodde" },
};

static enum err one_event(struct tx *tx, struct arena *a, size_t i, struct instant now)
{
    struct map_area_of_row area;
    struct event_place_row place;
    bool has_area, has_place;
    int64_t id;
    const struct str where = str_of(made_up_events[i].place);
    TRY(map_area_of(tx->db, a, str_of(made_up_events[i].area), &area, &has_area));
    TRY(event_place(tx->db, a, where, &place, &has_place));
    return event_add(tx, now, str_of(made_up_events[i].title), STR("Verzonnen voorbeeld."),
                     str_of(made_up_events[i].organiser), where, has_place, place.id, has_area,
                     area.id, (struct day){ day_at(now).n + made_up_events[i].days }, true,
                     (struct clock){ made_up_events[i].starts }, true,
                     (struct clock){ made_up_events[i].ends },
                     made_up_events[i].waits ? EVENT_WAITS : EVENT_SHOWN, &id);
}

static enum err one_partner(struct tx *tx, struct arena *a, size_t i)
{
    struct map_area_of_row area;
    bool has_area;
    int64_t id;
    TRY(map_area_of(tx->db, a, str_of(made_up_partners[i].area), &area, &has_area));
    return partner_add(tx, str_of(made_up_partners[i].name),
                       arena_format(a, "%s Verzonnen voorbeeld.", made_up_partners[i].about),
                       str_of(made_up_partners[i].role), str_of(made_up_partners[i].contact),
                       STR(""), has_area, area.id, &id);
}

enum err wanted_invent(struct tx *tx, struct instant now)
{
    struct arena a = { 0 };
    int64_t n;
    TRY(wanted_n(tx->db, WANTED_SHOWN, WANTED_NEED, &n));
    if (n) return OK;
    enum err e = OK;
    for (size_t i = 0; e == OK && i < COUNT_OF(made_up); i++) e = one(tx, &a, i, now);
    for (size_t i = 0; e == OK && i < COUNT_OF(made_up_events); i++)
        e = one_event(tx, &a, i, now);
    for (size_t i = 0; e == OK && i < COUNT_OF(made_up_partners); i++)
        e = one_partner(tx, &a, i);
    arena_end(&a);
    return e;
}
