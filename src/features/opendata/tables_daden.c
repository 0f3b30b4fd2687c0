/* tables_daden.c — the tables from advice to deed, as tables.c has the others. */
#include "features/opendata/tables.h"

#include "features/opendata/daden.sql.h"

static void column_advice(struct open_table *t)
{
    open_column(t, "advice", OPEN_NUMBER,
                SAY("Het nummer van het advies. Het verandert nooit"));
}
static void column_commitment(struct open_table *t)
{
    open_column(t, "commitment", OPEN_NUMBER,
                SAY("Het nummer van de toezegging. Het verandert nooit"));
}
static void columns_paper(struct open_table *t)
{
    open_column(t, "url", OPEN_TEXT, SAY("Waar het stuk te lezen is"));
    open_column(t, "sha256", OPEN_TEXT, SAY("SHA-256 van het stuk, zoals het was"));
}
static void columns_english(struct open_table *t, const char *name, const char *english,
                            const struct words *about)
{
    open_column(t, name, OPEN_TEXT, about);
    open_column(t, english, OPEN_TEXT, SAY("Hetzelfde in het Engels"));
}
/* A table in parts by the number of the commitment. */
static struct open_table of_commitments(const char *name, enum err (*rows)(struct open_rows *w),
                                        size_t keys, const struct words *title,
                                        const struct words *about)
{
    struct open_table t = open_table_begin(name, rows, keys, title, about);
    t.in_parts = true;
    t.last = open_last_commitment;
    column_commitment(&t);
    return t;
}

static struct open_table participation(void)
{
    struct open_table t = open_table_begin(
        "participation", fill_participation, 1, SAY("Hoe mensen konden meedoen"),
        SAY("Waarover mensen mee konden praten, en hoe dat is gewogen."));
    open_column(&t, "ladder", OPEN_CODE,
                SAY("Hoeveel invloed er was, zoals advised (meegedacht)"));
    open_column(&t, "evaluated", OPEN_DAY, SAY("De dag waarop is teruggekeken"));
    columns_english(&t, "could", "could_en", SAY("Waar mensen invloed op hadden"));
    columns_english(&t, "fixed", "fixed_en", SAY("Wat vooraf vaststond, en waarom"));
    columns_english(&t, "weighed", "weighed_en", SAY("Hoe is gewogen wat mensen zeiden"));
    columns_english(&t, "evaluation", "evaluation_en", SAY("Wat er is geleerd"));
    return t;
}

static struct open_table advice(void)
{
    struct open_table t = open_table_begin("advice", fill_advice, 2, SAY("Adviezen"),
                                           SAY("Wat de stad is gevraagd."));
    column_advice(&t);
    open_column(&t, "kind", OPEN_CODE, SAY("De soort, zoals priority (heeft voorrang)"));
    open_column(&t, "given", OPEN_DAY, SAY("De dag waarop het advies is gegeven"));
    open_columns_titles(&t);
    open_columns_texts(&t);
    columns_english(&t, "priority", "priority_en", SAY("Hoe de plek is bepaald"));
    columns_english(&t, "next", "next_en", SAY("De volgende stap van wat goed gaat"));
    open_column_page(&t);
    return t;
}

static struct open_table advice_points(void)
{
    struct open_table t =
        open_table_begin("advice-points", fill_advice_points, 3, SAY("Adviezen en punten"),
                         SAY("Op welke punten elk advies rust."));
    column_advice(&t);
    open_column(&t, "point", OPEN_NUMBER, SAY("Het punt"));
    return t;
}

static struct open_table points_aside(void)
{
    struct open_table t =
        open_table_begin("points-aside", fill_points_aside, 2, SAY("Punten zonder advies"),
                         SAY("Punten die opzij zijn gelegd, met de reden."));
    open_column(&t, "point", OPEN_NUMBER, SAY("Het punt"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag"));
    columns_english(&t, "reason", "reason_en", SAY("Waarom er geen advies van komt"));
    return t;
}

static struct open_table steps(void)
{
    struct open_table t =
        open_table_begin("steps", fill_steps, 2, SAY("De weg door de stad"),
                         SAY("Wanneer een advies naar college en raad ging."));
    open_column(&t, "step", OPEN_NUMBER, SAY("Het nummer van de stap. Het verandert nooit"));
    open_column(&t, "kind", OPEN_CODE, SAY("De soort, zoals decision (besluit)"));
    columns_english(&t, "kind_name", "kind_name_en", SAY("Zoals de gemeente deze stap noemt"));
    open_column(&t, "advice", OPEN_NUMBER, SAY("Het advies. Leeg: alle adviezen samen"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag"));
    open_columns_titles(&t);
    columns_paper(&t);
    return t;
}

static struct open_table answers(void)
{
    struct open_table t = open_table_begin("answers", fill_answers, 2, SAY("Antwoorden"),
                                           SAY("Wat de stad op elk advies antwoordde."));
    column_advice(&t);
    open_column(&t, "kind", OPEN_CODE, SAY("Het antwoord: adopted, partly of not"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag van het antwoord"));
    open_column(&t, "money", OPEN_NUMBER, SAY("Het geld dat erbij hoort, in hele euro’s"));
    columns_paper(&t);
    columns_english(&t, "reason", "reason_en", SAY("Waarom de stad dit antwoordt"));
    columns_english(&t, "options", "options_en", SAY("Welke keuzes er waren"));
    return t;
}

static struct open_table outcomes(void)
{
    struct open_table t =
        open_table_begin("outcomes", fill_outcomes, 3, SAY("Wat er nog meer uit kwam"),
                         SAY("Moties, beleid en regels die er door een antwoord kwamen."));
    column_advice(&t);
    open_column(&t, "outcome", OPEN_NUMBER, SAY("Het nummer bij dit antwoord"));
    open_column(&t, "kind", OPEN_CODE, SAY("De soort, zoals motion (motie)"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag"));
    open_columns_titles(&t);
    open_column(&t, "part", OPEN_TEXT, SAY("Waar het in het stuk staat"));
    open_column(&t, "url", OPEN_TEXT, SAY("Waar het stuk te lezen is"));
    return t;
}

static struct open_table owners(void)
{
    struct open_table t =
        open_table_begin("owners", fill_owners, 2, SAY("Rollen en afdelingen"),
                         SAY("Wie een toezegging uitvoert. Nooit een persoon."));
    open_column(&t, "owner", OPEN_NAME, SAY("De naam van de eigenaar in adressen"));
    columns_english(&t, "name", "name_en", SAY("Zoals de gemeente de rol of afdeling noemt"));
    open_column(&t, "portfolio", OPEN_TEXT, SAY("Onder welke portefeuille dit valt"));
    return t;
}

static struct open_table commitments(void)
{
    struct open_table t =
        of_commitments("commitments", fill_commitments, 2, SAY("Toezeggingen"),
                       SAY("Wie wat doet, en voor welke dag."));
    open_column(&t, "advice", OPEN_NUMBER, SAY("Het advies waar de toezegging bij hoort"));
    open_column(&t, "owner", OPEN_NAME, SAY("Wie het doet"));
    open_column(&t, "made", OPEN_DAY, SAY("De dag waarop het is beloofd"));
    open_column(&t, "first_due", OPEN_DAY, SAY("De eerste datum. Te laat telt vanaf deze dag"));
    open_column(&t, "due", OPEN_DAY, SAY("De datum zoals die nu is"));
    open_column(&t, "moves", OPEN_NUMBER, SAY("Hoe vaak de datum is verschoven"));
    open_column(&t, "horizon", OPEN_CODE, SAY("Eenmalig (one-off) of blijvend (structural)"));
    open_column(&t, "state", OPEN_CODE, SAY("Hoe ver het is, zoals under-way (mee bezig)"));
    open_column(&t, "ended", OPEN_DAY, SAY("De dag waarop het is gedaan of gestopt"));
    open_column(&t, "days_late", OPEN_NUMBER, SAY("Hoeveel dagen het te laat is, op deze dag"));
    open_column(&t, "budget", OPEN_NUMBER, SAY("Het geld, in hele euro’s"));
    open_columns_titles(&t);
    open_columns_texts(&t);
    columns_english(&t, "stopped", "stopped_en", SAY("Waarom het is gestopt"));
    open_column_page(&t);
    return t;
}

static struct open_table commitment_owners(void)
{
    struct open_table t = of_commitments(
        "commitment-owners", fill_commitment_owners, 3, SAY("Toezeggingen en eigenaars"),
        SAY("Wie een toezegging samen met de eigenaar uitvoert."));
    open_column(&t, "owner", OPEN_NAME, SAY("Wie het ook doet"));
    return t;
}

static struct open_table commitment_places(void)
{
    struct open_table t = of_commitments("commitment-places", fill_commitment_places, 3,
                                         SAY("Toezeggingen en wijken"),
                                         SAY("Waar een toezegging geldt. Geen rij: overal."));
    open_column(&t, "neighbourhood", OPEN_NAME, SAY("De wijk"));
    return t;
}

static struct open_table commitment_moves(void)
{
    struct open_table t =
        of_commitments("commitment-moves", fill_commitment_moves, 3, SAY("Verschoven datums"),
                       SAY("Elke keer dat een datum is verschoven, met de reden."));
    open_column(&t, "move", OPEN_NUMBER, SAY("De hoeveelste keer"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag waarop is verschoven"));
    open_column(&t, "due", OPEN_DAY, SAY("De nieuwe datum"));
    columns_english(&t, "reason", "reason_en", SAY("Waarom er is verschoven"));
    return t;
}

static struct open_table deeds(void)
{
    struct open_table t = of_commitments("deeds", fill_deeds, 3, SAY("Daden"),
                                         SAY("Wat er is gedaan, en waaraan u dat ziet."));
    open_column(&t, "deed", OPEN_NUMBER, SAY("Het nummer bij deze toezegging"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag"));
    open_column(&t, "url", OPEN_TEXT, SAY("Een pagina die het laat zien"));
    open_column(&t, "document", OPEN_TEXT, SAY("Een document dat het laat zien"));
    open_column(&t, "sha256", OPEN_TEXT, SAY("SHA-256 van het document"));
    open_column(&t, "picture", OPEN_NAME, SAY("De foto die het laat zien"));
    open_columns_texts(&t);
    columns_english(&t, "figure", "figure_en", SAY("Een getal dat het laat zien"));
    open_column_page(&t);
    return t;
}

static struct open_table commitment_translations(void)
{
    struct open_table t =
        of_commitments("commitment-translations", fill_commitment_translations, 0,
                       SAY("Vertalingen van toezeggingen"),
                       SAY("Elke vertaling van een toezegging en haar daden."));
    open_column(&t, "deed", OPEN_NUMBER, SAY("De daad. Leeg: de toezegging zelf"));
    open_column(&t, "column", OPEN_NAME, SAY("De kolom waar de tekst in staat"));
    open_columns_translation(&t);
    return t;
}

static struct open_table verdicts(void)
{
    struct open_table t =
        of_commitments("verdicts", fill_verdicts, 4, SAY("Merken mensen het?"),
                       SAY("Hoeveel mensen er iets van merken, vanaf vijf antwoorden."));
    open_column(&t, "deed", OPEN_NUMBER, SAY("De daad. 0: alles wat is beloofd"));
    open_column(&t, "who", OPEN_CODE,
                SAY("Wie het aankaartten (raisers) of volgen (followers)"));
    open_column(&t, "yes", OPEN_NUMBER, SAY("Hoeveel mensen het merken"));
    open_column(&t, "partly", OPEN_NUMBER, SAY("Hoeveel mensen het een beetje merken"));
    open_column(&t, "no", OPEN_NUMBER, SAY("Hoeveel mensen niets merken"));
    open_column_page(&t);
    return t;
}

static struct open_table replies(void)
{
    struct open_table t =
        open_table_begin("replies", fill_replies, 2, SAY("Antwoorden op vragen"),
                         SAY("Wat de stad zegt op vragen uit het verslag."));
    open_column(&t, "point", OPEN_NUMBER, SAY("Het punt met de vraag"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag van het antwoord"));
    open_columns_texts(&t);
    open_column(&t, "url", OPEN_TEXT, SAY("Waar meer te lezen is"));
    open_column_page(&t);
    return t;
}

static struct open_table all_challenges(void)
{
    struct open_table t = open_table_begin(
        "challenges", fill_challenges, 2, SAY("Uitdagingen"),
        SAY("Welke taken bewoners wilden overnemen, en wat de stad besliste."));
    open_column(&t, "challenge", OPEN_NUMBER, SAY("Het nummer van de uitdaging"));
    open_column(&t, "received", OPEN_DAY, SAY("De dag waarop het plan kwam"));
    open_column(&t, "state", OPEN_CODE, SAY("Hoe ver het is, zoals agreed (de stad zegt ja)"));
    open_column(&t, "complete", OPEN_DAY, SAY("De dag waarop het plan compleet was"));
    open_column(&t, "decide_by", OPEN_DAY, SAY("De eerste datum voor het besluit"));
    open_column(&t, "put_off", OPEN_DAY, SAY("Tot wanneer het is uitgesteld"));
    open_column(&t, "why", OPEN_TEXT, SAY("Waarom het is uitgesteld"));
    open_column(&t, "decided", OPEN_DAY, SAY("De dag van het besluit, of van het intrekken"));
    columns_english(&t, "answer", "answer_en", SAY("Wat is besloten, en waarom"));
    open_column(&t, "shown", OPEN_YES_NO, SAY("Of iedereen het plan kan lezen"));
    open_column(&t, "lang", OPEN_CODE, SAY("De taal van het plan"));
    open_column(&t, "task", OPEN_TEXT, SAY("De taak"));
    open_column(&t, "plan", OPEN_TEXT, SAY("Het plan"));
    open_column(&t, "costs", OPEN_TEXT, SAY("Wat het kost"));
    open_column(&t, "backing", OPEN_TEXT, SAY("Wie meedoet"));
    open_column_page(&t);
    return t;
}

void open_daden_tables(struct open_table all[OPEN_DADEN])
{
    struct open_table (*const each[OPEN_DADEN])(void) = {
        participation,
        advice,
        advice_points,
        points_aside,
        steps,
        answers,
        outcomes,
        owners,
        commitments,
        commitment_owners,
        commitment_places,
        commitment_moves,
        deeds,
        commitment_translations,
        verdicts,
        replies,
        all_challenges,
    };
    for (size_t i = 0; i < OPEN_DADEN; i++) all[i] = each[i]();
}
