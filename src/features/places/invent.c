/* invent.c — made-up places; see invent.h. All of it says that it is made up. */
#include "features/places/invent.h"
#include "features/places/request.h"
#include "features/places/table.h"

#define CHURCH "Een oude kerk met een grote zaal. Verzonnen voorbeeld."
static const char *const rows[] = {
    "key,name,about,keeper,keeper_name,keeper_email,address,postal_code,city,neighbourhood,"
    "latitude,longitude,transportation,accessibility,space,space_name,kind,capacity,equipment,"
    "wheelchair,toilet,hearing_loop,free,cost,who_may,entry,hours",
    "schakel,Buurthuis De Schakel,\"Koffie, cursussen en buren. Verzonnen voorbeeld.\","
    "Welzijn Waterstad,Een beheerder,schakel@voorbeeld.example,Havenplein 4,0901AA,Waterstad,"
    "Oudehaven,52.4811,5.4203,Bushalte Havenplein,De deur gaat vanzelf "
    "open.,grote-zaal,Grote zaal,hall,120,"
    "\"beamer, piano, 120 stoelen\",yes,yes,yes,no,15 euro per uur,,staff,"
    "\"ma-vr 09:00-12:00, 18:00-23:00; za 10:00-17:00\"",
    "schakel,,,,,,,,,,,,,,keuken,Keuken,kitchen,12,\"oven, acht pitten, vaatwasser\",yes,yes,,"
    "yes,,Bewoners en initiatieven uit de wijk,code,\"ma-vr 13:00-22:00\"",
    "schakel,,,,,,,,,,,,,,tuin,Tuin,garden,40,\"banken, moestuin\",yes,,,yes,,,open,"
    "\"elke dag 08:00-21:00; feestdagen open\"",
    "brug,Wijkcentrum De Brug,Voor jong en oud. Verzonnen voorbeeld.,Welzijn Waterstad,,,"
    "Sluisweg 12,0902BB,Waterstad,Sluiskwartier,52.4840,5.4110,,,zaal,Zaal,hall,80,"
    "\"beamer, podium\",yes,yes,no,no,10 euro per uur,,staff,"
    "\"ma-do 09:00-17:00, 19:00-22:30; vr 09:00-01:00\"",
    "brug,,,,,,,,,,,,,,kamer,Kleine kamer,room,10,scherm,yes,yes,,yes,,,staff,\"ma-vr "
    "09:00-17:00\"",
    "school,Basisschool Het Kompas,\"Na schooltijd voor de buurt. Verzonnen voorbeeld.\",Het "
    "Kompas,Een conciërge,kompas@voorbeeld.example,Schoolplein 1,0903CC,Waterstad,Dijkzicht,"
    "52.4790,5.4250,,,gymzaal,Gymzaal,gym,60,\"matten, doelen\",yes,no,,no,8 euro per uur,"
    "Verenigingen en bewoners,key,\"ma-vr 16:00-22:00; za 09:00-18:00\"",
    "school,,,,,,,,,,,,,,plein,Schoolplein,courtyard,150,,yes,,,yes,,,open,"
    "\"ma-vr 16:00-20:00; za-zo 09:00-20:00\"",
    "lantaarn,De Lantaarn," CHURCH
    ",Parochie Waterstad,,,Kerkpad 3,0904DD,Waterstad,Lisdodde,52.4860,"
    "5.4300,,Er ligt een losse drempelplaat.,kerkzaal,Kerkzaal,hall,200,\"orgel, "
    "geluid\",yes,yes,yes,no,25 euro per uur,,key,"
    "\"ma-vr 10:00-16:00, 19:00-22:00; za 12:00-23:00\"",
    "lantaarn,,,,,,,,,,,,,,hof,Kloosterhof,courtyard,50,banken,yes,,,yes,,,open,\"elke dag "
    "09:00-18:00\"",
    "loods,De Loods,Samen maken en repareren. Verzonnen voorbeeld.,Bewoners Zeilmakersbuurt,,,"
    "Loodsweg 8,0905EE,Waterstad,Zeilmakersbuurt,52.4880,5.4150,,,werkplaats,Werkplaats,"
    "workshop,20,\"gereedschap, draaibank\",no,no,,yes,,Na een korte uitleg,code,"
    "\"wo 13:00-22:00; za 10:00-17:00\"",
    "wilg,Tuin van de Wilg,Een tuin die bewoners bijhouden. Verzonnen voorbeeld.,Tuingroep,,,"
    "Eikenlaan 20,0906FF,Waterstad,Wilgenhof,52.4825,5.4350,,,tuin,Buurttuin,garden,30,\"kas, "
    "regenton\",yes,,,yes,,,open,\"elke dag 07:00-22:00; feestdagen open\"",
    "park,Polderpark,Gras en water. Verzonnen voorbeeld.,Gemeente Waterstad,,,Oeverpad,0907GG,"
    "Waterstad,Polderpark,52.4770,5.4180,,,veld,Grote weide,park,500,stroom,yes,no,,yes,,"
    "Vanaf vijftig mensen is een vergunning nodig,open,\"elke dag 08:00-23:00; feestdagen "
    "open\"",
    "sport,Sportpark Noordkade,Twee velden en een kantine. Verzonnen voorbeeld.,SV Noordkade,"
    "Een secretaris,noordkade@voorbeeld.example,Noordkade "
    "30,0908HH,Waterstad,Noordkade,52.4910,"
    "5.4220,,,veld,Veld 2,pitch,80,doelen,yes,yes,,no,20 euro per uur,,key,\"ma-vr "
    "09:00-17:00\"",
    "sport,,,,,,,,,,,,,,kantine,Kantine,hall,70,\"bar, keuken\",yes,yes,no,no,12 euro per uur,,"
    "key,\"ma-vr 09:00-17:00; zo 18:00-23:00\"",
    "bieb,Bibliotheek Brasem,Lezen en ontmoeten. Verzonnen voorbeeld.,Bibliotheek Waterstad,,,"
    "Marktstraat 2,0909JJ,Waterstad,Brasembuurt,52.4850,5.4080,,,leeszaal,Leeszaal,hall,50,"
    "\"scherm, 50 stoelen\",yes,yes,yes,yes,,,staff,\"ma-vr 17:00-21:00; zo 12:00-17:00\"",
    "bieb,,,,,,,,,,,,,,kamer,Stille kamer,room,6,,yes,yes,,yes,,,staff,\"ma-za 10:00-17:00\"",
    "molen,Verzorgingshuis De Molen,Het restaurant is ’s avonds leeg. Verzonnen voorbeeld.,"
    "Zorggroep Waterstad,,,Molenpad 5,0910KK,Waterstad,Molenwijk,52.4800,5.4400,,,restaurant,"
    "Restaurant,hall,60,\"keuken, 60 stoelen\",yes,yes,yes,yes,,Groepen uit de wijk,staff,"
    "\"elke dag 19:00-22:00\"",
    "riet,Speeltuin Rietveld,Voor kinderen en wie meekomt. Verzonnen voorbeeld.,Speeltuinclub,,"
    ",Rietkraag 7,0911LL,Waterstad,Rietveld,52.4895,5.4330,,,huisje,Clubhuis,room,25,"
    "\"tafels, spelletjes\",no,no,,yes,,,key,\"ma-vr 09:00-12:00; za 10:00-16:00\"",
    "kruid,Kruidenhof,Een binnenplaats met een lange tafel. Verzonnen voorbeeld.,Bewoners "
    "Kruidenbuurt,,,Kadeplein 9,0912MM,Waterstad,Kruidenbuurt,52.4835,5.4280,,,hof,Binnenhof,"
    "courtyard,35,\"lange tafel, afdak\",yes,,,yes,,Buren,open,\"elke dag 10:00-22:00\"",
};

/* Who used them, every week for two months around today. */
static const struct {
    const char *place, *space, *who, *purpose;
    int weekday, starts, ends, people;
    bool waits; /* for an answer, and only once */
} uses[] = {
    { "schakel", "grote-zaal", "Koor De Boei", "Zingen", 1, 1170, 1290, 45, false },
    { "schakel", "grote-zaal", "Bewonersgroep", "Koffie voor ouders", 3, 570, 690, 20, false },
    { "schakel", "keuken", "Samen aan tafel", "Koken voor de buurt", 4, 990, 1170, 12, false },
    { "brug", "zaal", "Schaakclub", "Schaken", 0, 1170, 1320, 24, false },
    { "brug", "kamer", "Taalmaatjes", "Nederlands oefenen", 2, 600, 720, 8, false },
    { "school", "gymzaal", "Volleybal Dijkzicht", "Volleybal", 1, 1140, 1260, 16, false },
    { "school", "gymzaal", "Dansgroep", "Dansen", 5, 600, 720, 20, false },
    { "lantaarn", "kerkzaal", "Orkest", "Repetitie", 2, 1170, 1290, 40, false },
    { "loods", "werkplaats", "Repair Café", "Repareren", 5, 780, 960, 18, false },
    { "bieb", "leeszaal", "Leesclub", "Lezen", 3, 1140, 1230, 10, false },
    { "molen", "restaurant", "Eettafel", "Samen eten", 2, 1140, 1260, 30, false },
    { "riet", "huisje", "Peutergroep", "Spelen", 1, 540, 660, 12, false },
    { "brug", "zaal", "Een bewoner", "Feest voor de straat", 4, 1200, 1470, 60, true },
    { "sport", "kantine", "Een buurvrouw", "Soep voor iedereen", 6, 1080, 1260, 25, true },
};

static enum err space_of(struct tx *tx, struct arena *a, const char *place, const char *space,
                         int64_t *id)
{
    struct place_keyed_row p;
    struct place_spaces_row s;
    bool found;
    TRY(place_keyed(tx->db, a, str_of(place), &p, &found));
    if (found) TRY(space_named(tx->db, a, p.id, str_of(space), &s, &found));
    *id = found ? s.id : 0;
    return OK;
}

static enum err invent_use(struct tx *tx, struct arena *a, size_t i, struct day today)
{
    enum { WEEKS = 4 };
    const int32_t begin = today.n - 7 * WEEKS,
                  first = begin + (uses[i].weekday - weekday((struct day){ begin }) + 7) % 7;
    const int32_t from = uses[i].waits ? first + 7 * WEEKS + 7 : first;
    const int weeks = uses[i].waits ? 1 : 2 * WEEKS;
    int64_t space, id;
    TRY(space_of(tx, a, uses[i].place, uses[i].space, &space));
    if (!space) return OK;
    TRY(request_add(tx, space, instant_at((struct day){ begin - 1 }, 600), STR("nl"),
                    str_of(uses[i].who), STR("verzonnen@voorbeeld.example"),
                    str_of(uses[i].purpose), uses[i].people,
                    uses[i].waits ? REPEATS_ONCE : REPEATS_WEEKLY, uses[i].starts, uses[i].ends,
                    (struct day){ from }, (struct day){ from + 7 * (weeks - 1) }, &id));
    TRY(request_stands(tx, id, uses[i].waits ? REQUEST_WAITS : REQUEST_ACCEPTED));
    for (int w = 0; w < weeks; w++) {
        const struct day d = { from + 7 * w };
        TRY(date_add(tx, id, d));
        if (uses[i].waits) continue;
        TRY(date_stands(tx, id, d, DATE_TAKEN));
        for (int q = uses[i].starts / QUARTER; q < uses[i].ends / QUARTER; q++)
            TRY(quarter_take(tx, space, d, q, id, d));
    }
    return OK;
}

enum err places_invent(struct tx *tx, struct day today)
{
    struct places_done done;
    struct arena a = { 0 };
    struct str all = { 0 };
    int64_t n;
    TRY(places_n(tx->db, &n));
    if (n) return OK;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        all = arena_format(&a, "%.*s%s\n", STR_ARG(all), rows[i]);
    enum err e = places_load(tx, all, stderr, LANG_NL, &done);
    for (size_t i = 0; e == OK && i < COUNT_OF(uses); i++) e = invent_use(tx, &a, i, today);
    arena_end(&a);
    return e;
}
