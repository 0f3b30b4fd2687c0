/* check.c — what cells say of each other. First every row gets its name, then names are followed,
 * then the rules of docs/folder.md are asked. */
#include "features/folder/rows.h"
#include "features/organise/organise.h"
#include "features/sources/sources.h"
#include "web/web.h"

#include <string.h>

static struct place place_of(enum sheet sheet, const struct row *r, size_t column)
{
    return (struct place){ formats[sheet].file, r->line,
                           column < COLUMNS_MAX ? formats[sheet].columns[column].name : NULL };
}
#define ROW_ITSELF COLUMNS_MAX

/* ---- names */

/* The first `columns` cells with these places, and `last`, as one text. */
static struct str key_of(struct arena *a, const struct row *r, const size_t *columns, size_t n)
{
    size_t length = n;
    for (size_t i = 0; i < n; i++) length += cell_text(r, columns[i]).n;
    char *s = NEW(a, char, length + 1);
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        const struct str x = cell_text(r, columns[i]);
        if (!x.n) return (struct str){ 0 }; /* the empty cell was said already */
        if (i) s[at++] = '\n';              /* stands in no name */
        memcpy(s + at, x.s, x.n);
        at += x.n;
    }
    return (struct str){ s, at };
}

static void name_rows(struct folder *f, enum sheet sheet)
{
    static const size_t first[] = { 0, 1, 2, 3 };
    struct grid *g = &f->grids[sheet];
    const size_t keys = formats[sheet].keys;
    size_t before, dialogue;
    int64_t *positions = NEW(f->a, int64_t, f->grids[SHEET_DIALOGUES].n + 1);
    for (size_t i = 0; i < g->n; i++) {
        struct row *r = &g->rows[i];
        if (sheet == SHEET_DIALOGUES)
            r->dialogue = i;
        else if (sheet != SHEET_MUNICIPALITY &&
                 index_find(&f->grids[SHEET_DIALOGUES].by_key, cell_text(r, 0), &dialogue))
            r->dialogue = dialogue;
        r->position = sheet == SHEET_DIALOGUES  ? (int64_t)i
                      : r->dialogue == SIZE_MAX ? 0
                                                : positions[r->dialogue]++;
        if (!keys) continue;
        r->key = key_of(f->a, r, first, keys);
        if (!r->key.n) continue;
        if (index_find(&g->by_key, r->key, &before))
            FAULT(f->faults, place_of(sheet, r, keys - 1),
                  SAY("{wat} staat ook op regel {regel}. Geef elke rij een eigen naam of "
                      "nummer."),
                  { "wat", fault_quote(f->faults, cell_text(r, keys - 1)) },
                  { "regel", fault_number(f->faults, g->rows[before].line) });
        else
            index_put(&g->by_key, f->a, r->key, i);
    }
}

/* The columns that together name a row of `other`, as they stand in `sheet`. */
static size_t way_to(enum sheet sheet, size_t column, enum sheet other, size_t way[4])
{
    const size_t keys = formats[other].keys;
    for (size_t k = 0; k + 1 < keys; k++)
        way[k] = format_find(&formats[sheet], str_of(formats[other].columns[k].name));
    way[keys - 1] = column;
    return keys;
}

static void follow(struct folder *f, enum sheet sheet, struct row *r, size_t column)
{
    const enum sheet other = formats[sheet].columns[column].other;
    struct value *v = &r->cell[column];
    size_t way[4], at;
    if (!v->text.n) return;
    v->n = -1;
    int ready;
    const struct column *c = &formats[sheet].columns[column];
    if (c->term_of && term_read(c->term_of, c->first, c->end, v->text, &ready)) return;
    const struct arena_mark here = arena_here(f->a);
    const size_t keys = way_to(sheet, column, other, way);
    const struct str key = key_of(f->a, r, way, keys);
    if (key.n && index_find(&f->grids[other].by_key, key, &at)) {
        v->n = (int64_t)at;
    } else if (key.n && !f->grids[other].partial) {
        struct str shown = cell_text(r, way[keys - 1]);
        for (size_t k = keys - 1; k-- > 1;) /* of a table also its evening and round */
            shown = arena_format(&f->faults->a, "%.*s %.*s", STR_ARG(cell_text(r, way[k])),
                                 STR_ARG(shown));
        FAULT(f->faults, place_of(sheet, r, column),
              SAY("{wat} staat niet in {bestand} bij deze dialoog. Zet daar een rij bij of "
                  "verbeter de naam."),
              { "wat", fault_quote(f->faults, shown) },
              { "bestand", str_of(formats[other].file) });
    }
    arena_back(f->a, here);
}

/* ---- translations */

static void check_translations(struct folder *f, enum sheet sheet, const struct row *r)
{
    const struct grid *g = &f->grids[sheet];
    const size_t each = format_translated(g->format);
    const struct str own = row_language(f, sheet, r);
    size_t of[TRANSLATED_MAX];
    format_translations(g->format, of);
    for (size_t l = 0; l < g->languages_n; l++) {
        const struct str lang = g->languages[l];
        bool any = false;
        for (size_t t = 0; t < each; t++) any |= cell_translation(g, r, l, t).n > 0;
        if (!any) continue;
        if (str_eq(lang, own)) {
            FAULT(f->faults, place_of(sheet, r, of[0]),
                  SAY("{taal} is de taal van deze rij zelf. Zet de tekst in de kolom zonder "
                      "taal."),
                  { "taal", fault_quote(f->faults, lang) });
            continue;
        }
        for (size_t t = 0; t < each; t++) {
            const bool said = cell_text(r, of[t]).n > 0,
                       translated = cell_translation(g, r, l, t).n > 0;
            if (said && !translated)
                FAULT(f->faults, place_of(sheet, r, of[t]),
                      SAY("de vertaling in {taal} ontbreekt, terwijl er in deze rij wel iets "
                          "vertaald is."),
                      { "taal", fault_quote(f->faults, lang) });
            if (!said && translated)
                FAULT(f->faults, place_of(sheet, r, of[t]),
                      SAY("er is een vertaling in {taal}, maar de tekst zelf ontbreekt."),
                      { "taal", fault_quote(f->faults, lang) });
        }
    }
}

/* ---- rules of single sheets */

static void check_account(struct folder *f, enum sheet sheet, const struct row *r,
                          size_t account, size_t reason)
{
    const bool aside = r->cell[account].text.n && r->cell[account].n == ACCOUNT_SET_ASIDE;
    const bool why = r->cell[reason].text.n > 0;
    if (aside && !why)
        FAULT_PLAIN(f->faults, place_of(sheet, r, reason),
                    SAY("wie iets weglegt (set-aside), geeft een reden. Vul hem in."));
    if (!aside && why)
        FAULT_PLAIN(
            f->faults, place_of(sheet, r, reason),
            SAY("een reden hoort alleen bij set-aside. Haal hem weg of verander account."));
}

/* An evening, a round and a table go together. */
static void check_table(struct folder *f, enum sheet sheet, const struct row *r,
                        size_t gathering)
{
    int filled = 0;
    for (size_t i = 0; i < 3; i++) filled += cell_text(r, gathering + i).n > 0;
    if (filled == 1 || filled == 2)
        FAULT_PLAIN(f->faults, place_of(sheet, r, gathering),
                    SAY("vul gathering, round en table alle drie in, of geen van drieën."));
}

static void check_finding(struct folder *f, const struct row *r)
{
    check_account(f, SHEET_FINDINGS, r, F_ACCOUNT, F_REASON);
    check_table(f, SHEET_FINDINGS, r, F_GATHERING);
}

static void check_label(struct folder *f, const struct row *r)
{
    if (cell_text(r, FL_LABEL).n > LABEL_MOST)
        FAULT_PLAIN(f->faults, place_of(SHEET_FINDING_LABELS, r, FL_LABEL),
                    SAY("dit label is te lang. Gebruik hooguit een paar woorden."));
}

static void check_voice(struct folder *f, const struct row *r)
{
    const struct grid *g = &f->grids[SHEET_VOICES];
    const bool known = r->cell[V_VISIBILITY].text.n > 0, text = cell_text(r, V_TEXT).n > 0;
    const bool shown = known && r->cell[V_VISIBILITY].n == VISIBILITY_SHOWN;
    const bool erased = known && r->cell[V_VISIBILITY].n == VISIBILITY_ERASED;
    const bool withdrawn =
        r->cell[V_ACCOUNT].text.n && r->cell[V_ACCOUNT].n == ACCOUNT_WITHDRAWN;
    bool translated = false;
    check_account(f, SHEET_VOICES, r, V_ACCOUNT, V_REASON);
    check_table(f, SHEET_VOICES, r, V_GATHERING);
    for (size_t l = 0; l < g->languages_n; l++)
        translated |= cell_translation(g, r, l, 0).n > 0;
    if (shown && !text)
        FAULT_PLAIN(f->faults, place_of(SHEET_VOICES, r, V_TEXT),
                    SAY("inbreng die te lezen is (shown), heeft een tekst. Vul hem in."));
    if (text && !cell_text(r, V_LANGUAGE).n)
        FAULT_PLAIN(f->faults, place_of(SHEET_VOICES, r, V_LANGUAGE),
                    SAY("in welke taal is dit gezegd? Vul de taalcode in."));
    if (erased && (text || translated))
        FAULT_PLAIN(f->faults, place_of(SHEET_VOICES, r, V_TEXT),
                    SAY("gewiste inbreng (erased) heeft geen tekst meer. Maak de cel leeg."));
    if (withdrawn && shown)
        FAULT_PLAIN(
            f->faults, place_of(SHEET_VOICES, r, V_VISIBILITY),
            SAY("ingetrokken inbreng (withdrawn) is niet te lezen. Kies hidden of erased."));
}

/* Of a gathering that is to come: what the form for it refuses too. */
static void check_plan(struct folder *f, const struct row *r)
{
    const struct row *g = cell_other(f, SHEET_PLANS, r, PL_GATHERING);
    if (g && r->cell[PL_UNTIL].text.n && g->cell[G_DAY].text.n &&
        r->cell[PL_UNTIL].n > g->cell[G_DAY].n)
        FAULT_PLAIN(f->faults, place_of(SHEET_PLANS, r, PL_UNTIL),
                    SAY("aanmelden kan hoogstens tot de dag zelf. Kies een eerdere dag."));
}

static void check_seats(struct folder *f, const struct row *r)
{
    const struct value *seats = &r->cell[SE_SEATS], *chairs = &r->cell[SE_WHEELCHAIRS];
    if (seats->text.n && seats->n > SEATS_MOST)
        FAULT_PLAIN(f->faults, place_of(SHEET_SEATS, r, SE_SEATS),
                    SAY("aan een tafel staan hoogstens 500 stoelen. Schrijf er minder."));
    if (seats->text.n && chairs->text.n && chairs->n > seats->n)
        FAULT_PLAIN(
            f->faults, place_of(SHEET_SEATS, r, SE_WHEELCHAIRS),
            SAY("er zijn meer plekken voor een rolstoel dan stoelen. Schrijf er minder."));
    if (!interpreter_known(cell_text(r, SE_INTERPRETER)))
        FAULT_PLAIN(f->faults, place_of(SHEET_SEATS, r, SE_INTERPRETER),
                    SAY("voor deze taal kennen wij geen tolk. Kies een andere code."));
}

static void check_commitment(struct folder *f, const struct row *r)
{
    const bool closed = r->cell[C_STATE].text.n && r->cell[C_STATE].n >= COMMITMENT_DONE;
    const bool ended = r->cell[C_ENDED].text.n > 0;
    if (closed && !ended)
        FAULT_PLAIN(f->faults, place_of(SHEET_COMMITMENTS, r, C_ENDED),
                    SAY("Op welke dag was dat?"));
    if (!closed && ended)
        FAULT_PLAIN(f->faults, place_of(SHEET_COMMITMENTS, r, C_ENDED),
                    SAY("Laat de dag leeg zolang het niet gedaan of gestopt is."));
    if (closed && r->cell[C_STATE].n == COMMITMENT_STOPPED && !cell_text(r, C_STOPPED).n)
        FAULT_PLAIN(f->faults, place_of(SHEET_COMMITMENTS, r, C_STOPPED),
                    SAY("Schrijf waarom het is gestopt."));
    if (r->cell[C_MADE].text.n && r->cell[C_FIRST_DUE].text.n &&
        r->cell[C_FIRST_DUE].n < r->cell[C_MADE].n)
        FAULT_PLAIN(f->faults, place_of(SHEET_COMMITMENTS, r, C_FIRST_DUE),
                    SAY("Deze dag is eerder dan de belofte. Kies een latere dag."));
}

/* An answer has its day, and the other way round. */
static void check_asking(struct folder *f, const struct row *r)
{
    if (!r->cell[Q_ANSWERED].text.n != !r->cell[Q_ANSWER].text.n)
        FAULT_PLAIN(f->faults, place_of(SHEET_ASKINGS, r, Q_ANSWERED),
                    SAY("vul zowel de dag als het antwoord in, of geen van beide."));
}

/* Only what was given to the city has an answer, and not before that day. */
static void check_answer(struct folder *f, const struct row *r)
{
    const struct row *advice = cell_other(f, SHEET_ANSWERS, r, AN_ADVICE);
    if (advice && (!advice->cell[A_GIVEN].text.n ||
                   (r->cell[AN_DAY].text.n && r->cell[AN_DAY].n < advice->cell[A_GIVEN].n)))
        FAULT_PLAIN(f->faults, place_of(SHEET_ANSWERS, r, AN_DAY),
                    SAY("Het advies was er toen nog niet. Kies een latere dag."));
}

/* A SHA-256 in hexadecimals. */
static void check_hash(struct folder *f, enum sheet sheet, const struct row *r, size_t column)
{
    const struct str x = cell_text(r, column);
    bool right = !x.n || x.n == 64;
    for (size_t i = 0; i < x.n; i++)
        right &= (x.s[i] >= '0' && x.s[i] <= '9') || (x.s[i] >= 'a' && x.s[i] <= 'f');
    if (!right)
        FAULT_PLAIN(f->faults, place_of(sheet, r, column),
                    SAY("Neem de 64 tekens over: cijfers en letters a tot en met f."));
}

static void check_stories(struct folder *f)
{
    const struct grid *g = &f->grids[SHEET_STORIES];
    static const size_t slug[] = { ST_DIALOGUE, ST_STORY };
    struct index by_slug = { 0 };
    size_t before;
    for (size_t i = 0; i < g->n; i++) {
        const struct row *r = &g->rows[i], *voice = cell_other(f, SHEET_STORIES, r, ST_VOICE);
        const struct str key = key_of(f->a, r, slug, 2);
        if (voice && !(voice->cell[V_KIND].text.n && voice->cell[V_KIND].n == KIND_STORY))
            FAULT_PLAIN(f->faults, place_of(SHEET_STORIES, r, ST_VOICE),
                        SAY("deze inbreng is geen verhaal. Zet in voices.csv kind op story."));
        if (!key.n) continue;
        if (index_find(&by_slug, key, &before))
            FAULT(f->faults, place_of(SHEET_STORIES, r, ST_STORY),
                  SAY("{wat} staat ook op regel {regel}. Geef elke rij een eigen naam of "
                      "nummer."),
                  { "wat", fault_quote(f->faults, cell_text(r, ST_STORY)) },
                  { "regel", fault_number(f->faults, g->rows[before].line) });
        else
            index_put(&by_slug, f->a, key, i);
    }
}

/* No point without findings or voices, and none without a theme. */
static void check_points(struct folder *f)
{
    struct grid *g = &f->grids[SHEET_POINTS];
    const bool themes_known = !f->grids[SHEET_POINT_THEMES].partial;
    const bool rests_known =
        !f->grids[SHEET_POINT_FINDINGS].partial && !f->grids[SHEET_POINT_VOICES].partial;
    int *rests = NEW(f->a, int, g->n + 1), *themes = NEW(f->a, int, g->n + 1);
    for (enum sheet s = SHEET_POINT_THEMES; s <= SHEET_POINT_VOICES; s++)
        for (size_t i = 0; i < f->grids[s].n; i++) {
            const struct row *point = cell_other(f, s, &f->grids[s].rows[i], R_POINT);
            if (point) (s == SHEET_POINT_THEMES ? themes : rests)[point - g->rows]++;
        }
    for (size_t i = 0; i < g->n; i++) {
        if (rests_known && !rests[i])
            FAULT_PLAIN(f->faults, place_of(SHEET_POINTS, &g->rows[i], P_POINT),
                        SAY("dit punt steunt nergens op. Noem er bevindingen of inbreng bij in "
                            "point_findings.csv of point_voices.csv."));
        if (themes_known && !themes[i])
            FAULT_PLAIN(
                f->faults, place_of(SHEET_POINTS, &g->rows[i], P_POINT),
                SAY("dit punt staat bij geen enkel thema. Zet het in point_themes.csv."));
    }
}

/* A dialogue is the first part of its addresses; pages of the site and languages have theirs. */
static void check_address(struct folder *f, const struct row *r)
{
    const struct str name = cell_text(r, D_DIALOGUE);
    if (dialogue_reserved(name))
        FAULT(f->faults, place_of(SHEET_DIALOGUES, r, D_DIALOGUE),
              SAY("{wat} is al het adres van een bladzijde van de site. Kies een andere naam."),
              { "wat", fault_quote(f->faults, name) });
}

void folder_check(struct folder *f)
{
    for (enum sheet s = 0; s < SHEETS; s++) name_rows(f, s);
    for (enum sheet s = 0; s < SHEETS; s++) {
        const struct grid *g = &f->grids[s];
        for (size_t i = 0; i < g->n; i++) {
            struct row *r = &g->rows[i];
            for (size_t c = 0; c < format_columns(g->format); c++)
                if (g->format->columns[c].cell == CELL_OTHER) follow(f, s, r, c);
            if (g->languages_n) check_translations(f, s, r);
            if (s == SHEET_DIALOGUES) check_address(f, r);
            if (s == SHEET_PLANS) check_plan(f, r);
            if (s == SHEET_SEATS) check_seats(f, r);
            if (s == SHEET_FINDINGS) check_finding(f, r);
            if (s == SHEET_FINDING_LABELS) check_label(f, r);
            if (s == SHEET_VOICES) check_voice(f, r);
            if (s == SHEET_ANSWERS) check_answer(f, r);
            if (s == SHEET_COMMITMENTS) check_commitment(f, r);
            if (s == SHEET_ASKINGS) check_asking(f, r);
            if (s == SHEET_STEPS) check_hash(f, s, r, W_HASH);
            if (s == SHEET_ANSWERS) check_hash(f, s, r, AN_HASH);
            if (s == SHEET_DEEDS) check_hash(f, s, r, DD_HASH);
        }
    }
    check_stories(f);
    check_points(f);
    if (f->grids[SHEET_MUNICIPALITY].n > 1)
        FAULT_PLAIN(
            f->faults,
            place_of(SHEET_MUNICIPALITY, &f->grids[SHEET_MUNICIPALITY].rows[1], ROW_ITSELF),
            SAY("hier hoort maar een rij te staan."));
    if (!f->grids[SHEET_DIALOGUES].n && !f->faults->n)
        FAULT_PLAIN(f->faults, ((struct place){ formats[SHEET_DIALOGUES].file, 0, NULL }),
                    SAY("hier hoort minstens een dialoog te staan."));
}
