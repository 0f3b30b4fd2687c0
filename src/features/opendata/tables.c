/* tables.c — what each table is called and what is in its columns; see opendata.h. */
#include "features/opendata/tables.h"

#include <stdlib.h>

#include "features/opendata/opendata.sql.h"

void open_column(struct open_table *t, const char *name, enum open_type type,
                 const struct words *about)
{
    if (t->columns_n == OPEN_COLUMNS) abort(); /* this file has to change */
    t->columns[t->columns_n++] = (struct open_column){ str_of(name), type, about };
}

struct open_table open_table_begin(const char *name, enum err (*rows)(struct open_rows *w),
                                   size_t keys, const struct words *title,
                                   const struct words *about)
{
    struct open_table t = {
        .name = str_of(name), .title = title, .about = about, .keys = keys, .rows = rows
    };
    open_column(&t, "dialogue", OPEN_NAME, SAY("De dialoog"));
    return t;
}

/* ---- columns that come back ---- */

static void column_table(struct open_table *t)
{
    open_column(t, "gathering", OPEN_NAME, SAY("De bijeenkomst. Leeg: niet aan een tafel"));
    open_column(t, "round", OPEN_NUMBER, SAY("De ronde"));
    open_column(t, "table", OPEN_NUMBER, SAY("Het nummer van de tafel"));
}

static void column_account(struct open_table *t)
{
    open_column(t, "account", OPEN_CODE,
                SAY("Wat ermee is gedaan. Terzijde gelegd is set-aside, anders open"));
    open_column(t, "reason", OPEN_CODE, SAY("Waarom het terzijde is gelegd"));
}

static void column_kind(struct open_table *t)
{
    open_column(t, "kind", OPEN_CODE,
                SAY("De soort, zoals goes-well (gaat goed) of needed (is nodig)"));
}

void open_columns_texts(struct open_table *t)
{
    open_column(t, "text", OPEN_TEXT, SAY("De tekst, in de taal van de dialoog"));
    open_column(t, "text_en", OPEN_TEXT, SAY("De tekst in het Engels"));
}

void open_columns_titles(struct open_table *t)
{
    open_column(t, "title", OPEN_TEXT, SAY("De titel, in de taal van de dialoog"));
    open_column(t, "title_en", OPEN_TEXT, SAY("De titel in het Engels"));
}

void open_column_page(struct open_table *t)
{
    open_column(t, "address", OPEN_URL, SAY("De pagina op deze site"));
}

/* Every translation, one on a row: those into English stand beside the texts too. */
void open_columns_translation(struct open_table *t)
{
    open_column(t, "language", OPEN_CODE, SAY("De taal van de vertaling"));
    open_column(t, "text", OPEN_TEXT, SAY("De vertaling"));
}

static void columns_sum(struct open_table *t)
{
    open_column(t, "voices", OPEN_NUMBER,
                SAY("Hoe vaak er inbreng is, ook wat niemand kan lezen"));
    open_column(t, "used", OPEN_NUMBER, SAY("Daarvan staat zoveel onder een punt"));
    open_column(t, "waiting", OPEN_NUMBER, SAY("Zoveel wacht nog op een punt"));
    open_column(t, "set_aside", OPEN_NUMBER, SAY("Zoveel ligt terzijde, met een reden"));
    open_column(t, "only_counted", OPEN_NUMBER,
                SAY("Zoveel telt alleen mee. Zo koos de schrijver"));
    open_column(t, "withdrawn", OPEN_NUMBER, SAY("Zoveel is ingetrokken"));
    open_column(t, "shown", OPEN_NUMBER, SAY("Zoveel is voor iedereen te lezen"));
}

/* ---- the tables ---- */

static struct open_table themes(void)
{
    struct open_table t = open_table_begin("themes", fill_themes, 2, SAY("Thema’s"),
                                           SAY("De onderwerpen waarover is gesproken."));
    open_column(&t, "theme", OPEN_NAME, SAY("De naam van het thema in adressen"));
    open_column(&t, "open", OPEN_YES_NO, SAY("Is dit de open tafel?"));
    open_columns_titles(&t);
    open_column(&t, "question", OPEN_TEXT, SAY("De vraag aan tafel"));
    open_column(&t, "question_en", OPEN_TEXT, SAY("De vraag in het Engels"));
    open_column(&t, "context", OPEN_TEXT, SAY("Waarom dit thema telt"));
    open_column(&t, "context_en", OPEN_TEXT, SAY("Hetzelfde in het Engels"));
    open_column_page(&t);
    return t;
}

static struct open_table points(void)
{
    struct open_table t =
        open_table_begin("points", fill_points, 2, SAY("Punten"),
                         SAY("De punten uit de nieuwste editie van het verslag."));
    open_column(&t, "point", OPEN_NUMBER, SAY("Het nummer van het punt. Het verandert nooit"));
    open_column(&t, "theme", OPEN_NAME, SAY("Het thema waar het punt thuishoort"));
    column_kind(&t);
    open_columns_texts(&t);
    open_column(&t, "findings", OPEN_NUMBER, SAY("Op hoeveel bevindingen het rust"));
    open_column(&t, "voices", OPEN_NUMBER, SAY("Op hoeveel inbreng het rust"));
    open_column(&t, "tables", OPEN_NUMBER, SAY("Aan hoeveel tafels het aan de orde kwam"));
    open_column_page(&t);
    return t;
}

static struct open_table point_themes(void)
{
    struct open_table t =
        open_table_begin("point-themes", fill_point_themes, 3, SAY("Punten bij thema’s"),
                         SAY("Bij welke thema’s elk punt staat."));
    open_column(&t, "point", OPEN_NUMBER, SAY("Het punt"));
    open_column(&t, "theme", OPEN_NAME, SAY("Het thema"));
    open_column(&t, "rank", OPEN_NUMBER,
                SAY("Hier hoort het thuis: 0. Daarna 1, 2, enzovoort"));
    return t;
}

static struct open_table point_findings(void)
{
    struct open_table t =
        open_table_begin("point-findings", fill_point_findings, 3, SAY("Punten en bevindingen"),
                         SAY("Op welke bevindingen elk punt rust."));
    open_column(&t, "point", OPEN_NUMBER, SAY("Het punt"));
    open_column(&t, "finding", OPEN_NUMBER, SAY("De bevinding"));
    return t;
}

static struct open_table point_voices(void)
{
    struct open_table t =
        open_table_begin("point-voices", fill_point_voices, 3, SAY("Punten en inbreng"),
                         SAY("Op welke inbreng elk punt rust."));
    open_column(&t, "point", OPEN_NUMBER, SAY("Het punt"));
    open_column(&t, "voice", OPEN_NUMBER, SAY("De inbreng"));
    open_column(&t, "shown", OPEN_YES_NO, SAY("Is deze inbreng nu voor iedereen te lezen?"));
    return t;
}

static struct open_table findings(void)
{
    struct open_table t = open_table_begin("findings", fill_findings, 2, SAY("Bevindingen"),
                                           SAY("Wat onderzoek en andere bronnen zeggen."));
    t.in_parts = true;
    t.last = open_last_finding;
    open_column(&t, "finding", OPEN_NUMBER,
                SAY("Het nummer van de bevinding. Het verandert nooit"));
    open_column(&t, "source", OPEN_NAME, SAY("De bron die dit zegt"));
    open_column(&t, "page", OPEN_TEXT, SAY("Waar het in de bron staat"));
    open_column(&t, "theme", OPEN_NAME, SAY("Het thema"));
    column_table(&t);
    column_kind(&t);
    column_account(&t);
    open_columns_texts(&t);
    open_column_page(&t);
    return t;
}

static struct open_table sources(void)
{
    struct open_table t =
        open_table_begin("sources", fill_sources, 2, SAY("Bronnen"),
                         SAY("Onderzoeken, gesprekken en stukken van de raad."));
    open_column(&t, "source", OPEN_NAME, SAY("De naam van de bron in adressen"));
    open_column(&t, "kind", OPEN_CODE, SAY("De soort, zoals study (onderzoek)"));
    open_column(&t, "author", OPEN_TEXT, SAY("Wie de bron schreef"));
    open_column(&t, "published", OPEN_DAY, SAY("De dag waarop de bron verscheen"));
    open_column(&t, "url", OPEN_TEXT, SAY("Waar de bron te lezen is"));
    open_columns_titles(&t);
    open_column(&t, "note", OPEN_TEXT, SAY("Uitleg bij de bron"));
    open_column(&t, "note_en", OPEN_TEXT, SAY("De uitleg in het Engels"));
    open_column_page(&t);
    return t;
}

static struct open_table voices(void)
{
    struct open_table t =
        open_table_begin("voices", fill_voices, 2, SAY("Inbreng"),
                         SAY("Wat mensen zeiden of schreven, en wat iedereen mag lezen."));
    t.in_parts = true;
    t.last = open_last_voice;
    open_column(&t, "voice", OPEN_NUMBER,
                SAY("Het nummer van de inbreng. Het verandert nooit"));
    open_column(&t, "theme", OPEN_NAME, SAY("Het thema"));
    column_table(&t);
    open_column(&t, "neighbourhood", OPEN_NAME, SAY("De wijk waar het over gaat"));
    column_kind(&t);
    open_column(&t, "day", OPEN_DAY, SAY("De dag waarop het is gezegd"));
    open_column(&t, "language", OPEN_CODE, SAY("De taal waarin het is gezegd"));
    column_account(&t);
    open_column(&t, "text", OPEN_TEXT, SAY("Wat er is gezegd, in die taal"));
    open_column(&t, "text_own", OPEN_TEXT, SAY("De vertaling in de taal van de dialoog"));
    open_column(&t, "text_en", OPEN_TEXT, SAY("De vertaling in het Engels"));
    open_column_page(&t);
    return t;
}

static struct open_table stories(void)
{
    struct open_table t =
        open_table_begin("stories", fill_stories, 3, SAY("Verhalen"),
                         SAY("Inbreng die een verhaal is. De woorden staan bij de inbreng."));
    open_column(&t, "voice", OPEN_NUMBER, SAY("De inbreng die dit verhaal is"));
    open_column(&t, "story", OPEN_NAME, SAY("De naam van het verhaal in adressen"));
    open_column(&t, "signed", OPEN_TEXT, SAY("Een rol, of de naam die de verteller koos"));
    open_columns_titles(&t);
    open_column_page(&t);
    return t;
}

static struct open_table neighbourhoods(void)
{
    struct open_table t =
        open_table_begin("neighbourhoods", fill_neighbourhoods, 2, SAY("Wijken"),
                         SAY("De delen van het gebied waar het over gaat."));
    open_column(&t, "neighbourhood", OPEN_NAME, SAY("De naam van de wijk in adressen"));
    open_column(&t, "name", OPEN_TEXT, SAY("Zoals mensen de wijk noemen"));
    open_column(&t, "code", OPEN_TEXT, SAY("De code van het CBS"));
    open_column(&t, "inhabitants", OPEN_NUMBER, SAY("Hoeveel mensen er wonen"));
    return t;
}

static struct open_table gatherings(void)
{
    struct open_table t =
        open_table_begin("gatherings", fill_gatherings, 2, SAY("Bijeenkomsten"),
                         SAY("De bijeenkomsten die zijn aangekondigd."));
    open_column(&t, "gathering", OPEN_NAME, SAY("De naam van de bijeenkomst in adressen"));
    open_column(&t, "day", OPEN_DAY, SAY("De dag"));
    open_column(&t, "starts", OPEN_CLOCK, SAY("Het begin, in plaatselijke tijd"));
    open_column(&t, "ends", OPEN_CLOCK, SAY("Het einde"));
    open_column(&t, "people", OPEN_NUMBER, SAY("Hoeveel mensen er waren"));
    open_column(&t, "about", OPEN_YES_NO, SAY("Is dat aantal een schatting?"));
    open_columns_titles(&t);
    open_column(&t, "place", OPEN_TEXT, SAY("De plek"));
    open_column(&t, "place_en", OPEN_TEXT, SAY("De plek, in het Engels"));
    open_column_page(&t);
    return t;
}

static struct open_table tables(void)
{
    struct open_table t = open_table_begin("tables", fill_tables, 4, SAY("Tafels"),
                                           SAY("De tafels van elke bijeenkomst, per ronde."));
    column_table(&t);
    open_column(&t, "theme", OPEN_NAME, SAY("Het thema aan deze tafel"));
    open_column(&t, "place", OPEN_TEXT, SAY("Waar de tafel stond"));
    return t;
}

static struct open_table sum_themes(void)
{
    struct open_table t =
        open_table_begin("sums-by-theme", fill_sum_themes, 0, SAY("De som per thema"),
                         SAY("Waar alle inbreng van elk thema is gebleven."));
    open_column(&t, "theme", OPEN_NAME, SAY("Het thema. Leeg: bij geen thema"));
    columns_sum(&t);
    return t;
}

static struct open_table sum_tables(void)
{
    struct open_table t =
        open_table_begin("sums-by-table", fill_sum_tables, 0, SAY("De som per tafel"),
                         SAY("Waar alle inbreng van elke tafel is gebleven."));
    column_table(&t);
    columns_sum(&t);
    return t;
}

static struct open_table translations(void)
{
    struct open_table t = open_table_begin(
        "translations", fill_translations, 5, SAY("Vertalingen"),
        SAY("Alle vertalingen van thema’s, punten, verhalen, bronnen en bijeenkomsten."));
    open_column(&t, "table", OPEN_NAME, SAY("De tabel waar de tekst in staat"));
    open_column(&t, "name", OPEN_NAME, SAY("De naam of het nummer in die tabel"));
    open_column(&t, "column", OPEN_NAME, SAY("De kolom waar de tekst in staat"));
    open_columns_translation(&t);
    return t;
}

static struct open_table finding_translations(void)
{
    struct open_table t =
        open_table_begin("finding-translations", fill_finding_translations, 3,
                         SAY("Vertalingen van bevindingen"),
                         SAY("Elke vertaling van een bevinding, in elke taal."));
    t.in_parts = true;
    t.last = open_last_finding;
    open_column(&t, "finding", OPEN_NUMBER, SAY("De bevinding"));
    open_columns_translation(&t);
    return t;
}

static struct open_table finding_labels(void)
{
    struct open_table t = open_table_begin(
        "finding-labels", fill_finding_labels, 3, SAY("Labels van bevindingen"),
        SAY("Elk label dat onderzoekers aan een bevinding gaven, in hun eigen woorden."));
    t.in_parts = true;
    t.last = open_last_finding;
    open_column(&t, "finding", OPEN_NUMBER, SAY("De bevinding"));
    open_column(&t, "label", OPEN_TEXT, SAY("Het label"));
    return t;
}

static struct open_table voice_translations(void)
{
    struct open_table t = open_table_begin(
        "voice-translations", fill_voice_translations, 3, SAY("Vertalingen van inbreng"),
        SAY("Elke vertaling van inbreng die iedereen mag lezen."));
    t.in_parts = true;
    t.last = open_last_voice;
    open_column(&t, "voice", OPEN_NUMBER, SAY("De inbreng"));
    open_columns_translation(&t);
    return t;
}

static struct open_table summaries(void)
{
    struct open_table t =
        open_table_begin("summaries", fill_summaries, 2, SAY("Samenvattingen"),
                         SAY("Het verslag op één bladzijde, in elke taal die er is."));
    open_column(&t, "language", OPEN_CODE, SAY("De taal van de samenvatting"));
    open_column(&t, "maker", OPEN_TEXT, SAY("Wie hem schreef of vertaalde"));
    open_column(&t, "machine", OPEN_YES_NO,
                SAY("Maakte een computer hem, en keek niemand hem na?"));
    open_column(&t, "text", OPEN_TEXT, SAY("De samenvatting, in Markdown"));
    open_column_page(&t);
    return t;
}

void open_tables(struct open_table all[OPEN_TABLES])
{
    struct open_table (*const each[OPEN_TABLES - OPEN_DADEN])(void) = {
        themes,
        points,
        point_themes,
        point_findings,
        point_voices,
        voices,
        stories,
        findings,
        sources,
        neighbourhoods,
        gatherings,
        tables,
        sum_themes,
        sum_tables,
        summaries,
        translations,
        finding_translations,
        finding_labels,
        voice_translations,
    };
    for (size_t i = 0; i < COUNT_OF(each); i++) all[i] = each[i]();
    open_daden_tables(all + COUNT_OF(each));
}

enum err open_parts(struct db *db, const struct open_table *t, int64_t dialogue, int64_t *parts)
{
    int64_t last = 0;
    *parts = 1;
    if (!t->in_parts) return OK;
    TRY(t->last(db, dialogue, &last));
    if (last > OPEN_PART) *parts = (last - 1) / OPEN_PART + 1;
    return OK;
}

struct str open_file(struct arena *a, const struct open_table *t, int64_t part)
{
    if (!t->in_parts) return t->name;
    return arena_format(a, "%.*s-%lld", STR_ARG(t->name), (long long)part);
}
