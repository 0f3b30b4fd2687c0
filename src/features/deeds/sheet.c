/* sheet.c — /:dialogue/beheer/toezeggingen-rekenblad: commitments out to a spreadsheet and back: who, where, how far,
 * by when and in which words; and new ones. What a form refuses, a row is refused for too. */
#include "features/deeds/deeds.h"
#include "features/deeds/sheet.sql.h"
#include "features/history/history.h"
#include "features/spreadsheet/spreadsheet.h"

static const struct words *says(enum spread_says what)
{
    switch (what) {
    case SPREAD_TITLE: return SAY("Toezeggingen in een rekenblad");
    case SPREAD_LEAD:
        return SAY(
            "Haal de toezeggingen op, werk ze bij in Excel of LibreOffice, en zet ze terug.");
    case SPREAD_THING: return SAY("Toezegging {n}");
    case SPREAD_NEW: return SAY("Nieuwe toezegging");
    case SPREAD_GONE: return SAY("Toezegging {wat} is er niet. Haal deze rij weg.");
    case SPREAD_NUMBER:
        return SAY(
            "“{wat}” is geen nummer. Zet het nummer terug, of laat het leeg voor een nieuwe.");
    case SPREAD_TWICE: return SAY("Toezegging {wat} staat er twee keer. Haal één rij weg.");
    case SPREAD_FETCH: return SAY("Haal de toezeggingen op");
    case SPREAD_NONE:
        return SAY("Er is nog geen toezegging. In het bestand staat alleen de eerste rij.");
    case SPREAD_CHANGE: return SAY("Werk ze bij");
    case SPREAD_HOW_1:
        return SAY(
            "Wordt het een andere dag? Verander due, en schrijf in reason waarom. De eerste "
            "datum blijft staan.");
    case SPREAD_HOW_2:
        return SAY("Laat number en basis zoals ze zijn. Meer eigenaars of wijken zet u met een "
                   "spatie achter elkaar.");
    case SPREAD_HOW_3:
        return SAY(
            "Rijen weglaten mag. Voor een nieuwe toezegging laat u number en basis leeg.");
    case SPREAD_CHANGED:
        return SAY("Verander het op de pagina van de toezegging, of haal het bestand opnieuw.");
    }
    return NULL;
}

/* ---- out ---- */

enum { TITLE_MOST = 200 }; /* letters, as in the form */
enum at {                  /* places of columns */
          NUMBER,
          BASIS,
          ADVICE,
          MADE,
          FIRST_DUE,
          DUE,
          REASON,
          OWNER,
          TOGETHER,
          PLACES,
          HORIZON,
          STATE,
          ENDED,
          BUDGET,
          TITLE,
          TITLE_EN,
          TEXT,
          TEXT_EN,
          STOPPED,
          STOPPED_EN,
          MOVES,
          DEEDS
};

static void words_column(struct arena *a, struct spread_table *t, const char *name,
                         const struct words *label)
{
    const struct str langs[] = { t->own, STR("en") };
    for (size_t i = 0; i < COUNT_OF(langs); i++) {
        /* an English dialogue has no English beside: its second column is only looked at */
        const bool same = i && str_eq(t->own, langs[1]);
        struct spread_column *c = spread_column_add(
            t, arena_format(a, "%s_%s%.*s", name, same ? "also_" : "", STR_ARG(langs[i])),
            same ? SPREAD_SHOWN : SPREAD_EDIT);
        c->label = label;
        c->lang = langs[i];
        c->words = true;
    }
}

static void columns(struct arena *a, struct spread_table *t)
{
    const struct {
        const char *name;
        enum spread_role role;
        const struct words *label;
    } all[] = { { "number", SPREAD_KEY, NULL },
                { "basis", SPREAD_BASIS, NULL },
                { "advice", SPREAD_FIXED, SAY("Advies") },
                { "made", SPREAD_FIXED, SAY("Beloofd op") },
                { "first_due", SPREAD_FIXED, SAY("Eerst beloofd voor") },
                { "due", SPREAD_EDIT, SAY("Klaar voor") },
                { "reason", SPREAD_EDIT, SAY("Waarom wordt het een andere dag?") },
                { "owner", SPREAD_EDIT, SAY("Wie doet het?") },
                { "together", SPREAD_EDIT, SAY("Samen met") },
                { "places", SPREAD_EDIT, SAY("Waar") },
                { "horizon", SPREAD_EDIT, SAY("Eenmalig of blijvend?") },
                { "state", SPREAD_EDIT, SAY("Stand") },
                { "ended", SPREAD_EDIT, SAY("Gedaan of gestopt op") },
                { "budget", SPREAD_EDIT, SAY("Geld, in hele euro’s") } };
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        struct spread_column *c = spread_column_add(t, str_of(all[i].name), all[i].role);
        c->label = all[i].label;
        c->words = i == REASON;
    }
    t->columns[REASON].lang = t->own;
    words_column(a, t, "title", SAY("Wat gaat er gebeuren?"));
    words_column(a, t, "text", SAY("Meer erover"));
    words_column(a, t, "stopped", SAY("Waarom is het gestopt?"));
    spread_column_add(t, STR("moves"), SPREAD_SHOWN);
    spread_column_add(t, STR("deeds"), SPREAD_SHOWN);
}

static void cells_of(struct arena *a, const struct sheet_rows_row *r, struct str *cells)
{
    cells[NUMBER] = number_text(a, true, r->number);
    cells[ADVICE] = number_text(a, true, r->advice_number);
    cells[MADE] = day_text(a, true, r->made);
    cells[FIRST_DUE] = day_text(a, true, r->first_due);
    cells[DUE] = day_text(a, true, r->due);
    cells[OWNER] = r->slug;
    cells[HORIZON] = str_of(horizon_term((int)r->horizon).code);
    cells[STATE] = str_of(commitment_state_term((int)r->state).code);
    cells[ENDED] = day_text(a, r->has_ended, r->ended);
    cells[BUDGET] = number_text(a, r->has_budget, r->budget);
    cells[TITLE] = r->title;
    cells[TEXT] = r->body;
    cells[STOPPED] = r->stopped;
    if (r->has_title_en) cells[TITLE_EN] = r->title_en;
    if (r->has_body_en) cells[TEXT_EN] = r->body_en;
    if (r->has_stopped_en) cells[STOPPED_EN] = r->stopped_en;
    cells[MOVES] = number_text(a, true, r->moves);
    cells[DEEDS] = number_text(a, true, r->deeds);
}

static struct str listed(struct arena *a, struct str list, struct str slug)
{
    return list.n ? arena_format(a, "%.*s %.*s", STR_ARG(list), STR_ARG(slug)) : slug;
}

static enum err rows(struct db *db, struct arena *a, int64_t dialogue, struct spread_table *t)
{
    struct sheet_rows_row *all;
    struct sheet_owners_row *owners;
    struct sheet_places_row *places;
    size_t n, owners_n, places_n, o = 0, p = 0;
    TRY(sheet_rows(db, a, dialogue, t->own, &all, &n));
    TRY(sheet_owners(db, a, dialogue, &owners, &owners_n));
    TRY(sheet_places(db, a, dialogue, &places, &places_n));
    columns(a, t);
    t->rows = NEW(a, struct spread_row, n + 1);
    for (; t->n < n; t->n++) { /* all three by number */
        struct str *cells = NEW(a, struct str, t->columns_n);
        cells_of(a, &all[t->n], cells);
        for (; o < owners_n && owners[o].number == all[t->n].number; o++)
            cells[TOGETHER] = listed(a, cells[TOGETHER], owners[o].slug);
        for (; p < places_n && places[p].number == all[t->n].number; p++)
            cells[PLACES] = listed(a, cells[PLACES], places[p].slug);
        t->rows[t->n] = (struct spread_row){ all[t->n].number, cells, NULL };
    }
    return OK;
}

/* ---- back: what is right ---- */

static struct str clean(struct arena *a, const struct spread_column *c, struct str cell)
{
    const struct str text = str_trim(form_text(a, cell));
    if (str_starts(c->name, STR("text_")) || str_starts(c->name, STR("stopped_"))) return text;
    char *s = NEW(a, char, text.n + 1); /* the others stand on one line */
    for (size_t i = 0; i < text.n; i++) s[i] = text.s[i] == '\n' ? ' ' : text.s[i];
    return (struct str){ s, text.n };
}

struct given { /* the cells of a row, read */
    struct day made, first_due, due, ended;
    bool has_ended, has_budget;
    int64_t owner, advice, budget;
    int horizon, state;
    struct numbers together, places;
};

static void day_needed(struct spread_reading *r, struct str cell, struct day *day)
{
    if (!day_read(cell, day))
        spread_wrong(r, SAY("“{wat}” is geen dag. Schrijf hem als 2026-12-31."), cell);
}

static enum err slugs(struct spread_reading *r, struct str cell, bool places, int64_t owner,
                      struct numbers *ids)
{
    struct str slug;
    struct str rest = cell;
    ids->at = NEW(r->a, int64_t, cell.n + 1);
    while (str_next(&rest, ' ', &slug)) {
        struct department_find_row w = { 0 };
        struct sheet_hood_row h = { 0 };
        bool found;
        if (!slug.n) continue;
        if (places)
            TRY(sheet_hood(r->db, r->a, r->dialogue, slug, &h, &found));
        else
            TRY(department_find(r->db, r->a, r->dialogue, slug, &w, &found));
        const int64_t id = places ? h.id : w.id;
        if (!found)
            spread_wrong(r,
                         places
                             ? SAY("Er is geen wijk “{wat}”. Kies een naam uit de lijst.")
                             : SAY("Er is geen afdeling “{wat}”. Kies een naam uit de lijst."),
                         slug);
        else if (id == owner)
            spread_wrong(r, SAY("“{wat}” is al de eigenaar. Haal hem hier weg."), slug);
        else
            ids->at[ids->n++] = id;
    }
    return OK;
}

static enum err names(struct spread_reading *r, struct given *g)
{
    const struct str *cells = r->change->cells;
    struct department_find_row w = { 0 };
    bool found;
    TRY(department_find(r->db, r->a, r->dialogue, cells[OWNER], &w, &found));
    if (!found)
        spread_wrong(r, SAY("Er is geen afdeling “{wat}”. Kies een naam uit de lijst."),
                     cells[OWNER]);
    g->owner = w.id;
    TRY(slugs(r, cells[TOGETHER], false, w.id, &g->together));
    return slugs(r, cells[PLACES], true, 0, &g->places);
}

static void ending(struct spread_reading *r, struct given *g)
{
    const struct str *cells = r->change->cells;
    const bool closes = g->state >= COMMITMENT_DONE;
    g->has_ended = cells[ENDED].n > 0;
    if (g->has_ended) day_needed(r, cells[ENDED], &g->ended);
    if (closes && !g->has_ended) spread_wrong(r, SAY("Op welke dag was dat?"), STR(""));
    if (!closes && g->has_ended)
        spread_wrong(r, SAY("Laat de dag leeg zolang het niet gedaan of gestopt is."), STR(""));
    if (g->has_ended && (g->ended.n > r->today.n || g->ended.n < g->made.n))
        spread_wrong(r, SAY("Kies een dag tussen de belofte en vandaag."), STR(""));
    if (g->state == COMMITMENT_STOPPED && !cells[STOPPED].n)
        spread_wrong(r, SAY("Schrijf waarom het is gestopt."), STR(""));
}

static void dates(struct spread_reading *r, struct given *g)
{
    struct str *cells = r->change->cells;
    const struct str *was = r->change->row ? r->change->row->cells : NULL;
    day_needed(r, cells[MADE], &g->made);
    day_needed(r, cells[FIRST_DUE], &g->first_due);
    if (!was && !cells[DUE].n) cells[DUE] = cells[FIRST_DUE];
    day_needed(r, cells[DUE], &g->due);
    if (g->made.n > r->today.n)
        spread_wrong(r, SAY("Deze dag moet nog komen. Vul hem in als het zover is."), STR(""));
    if (g->first_due.n < g->made.n || g->due.n < g->made.n)
        spread_wrong(r, SAY("Deze dag is eerder dan de belofte. Kies een latere dag."),
                     STR(""));
    const bool moves = was ? !str_eq(cells[DUE], was[DUE]) : g->due.n != g->first_due.n;
    if (moves && !cells[REASON].n)
        spread_wrong(r, SAY("Schrijf waarom het later wordt. Iedereen kan dit lezen."),
                     STR(""));
    if (!moves && cells[REASON].n)
        spread_wrong(r, SAY("Hier staat waarom de dag anders wordt, maar due is hetzelfde."),
                     STR(""));
    int state;
    if (moves && was &&
        term_read(commitment_state_term, 0, COMMITMENT_STATES, was[STATE], &state) &&
        state >= COMMITMENT_DONE)
        spread_wrong(r, SAY("Dit is al gedaan of gestopt. De datum blijft dus staan."),
                     STR(""));
}

static enum err given(struct spread_reading *r, struct given *g)
{
    const struct str *cells = r->change->cells;
    struct sheet_advice_row advice = { 0 };
    int64_t number;
    bool found = false;
    *g = (struct given){ 0 };
    TRY(names(r, g));
    if (!r->change->row) {
        if (str_number(cells[ADVICE], INT64_MAX, &number))
            TRY(sheet_advice(r->db, r->a, r->dialogue, number, &advice, &found));
        if (!found)
            spread_wrong(
                r, SAY("“{wat}” is geen advies dat de stad overnam. Kies een ander nummer."),
                cells[ADVICE]);
        g->advice = advice.id;
    }
    dates(r, g);
    if (!term_read(horizon_term, 0, HORIZONS, cells[HORIZON], &g->horizon))
        spread_wrong(r, SAY("“{wat}” kennen wij niet. Kies: one-off of structural."),
                     cells[HORIZON]);
    if (!term_read(commitment_state_term, 0, COMMITMENT_STATES, cells[STATE], &g->state))
        spread_wrong(
            r, SAY("“{wat}” kennen wij niet. Kies: promised, under-way, done of stopped."),
            cells[STATE]);
    ending(r, g);
    g->has_budget = cells[BUDGET].n > 0;
    if (g->has_budget && !str_number(cells[BUDGET], INT64_MAX, &g->budget))
        spread_wrong(r, SAY("“{wat}” is geen bedrag. Schrijf hele euro’s, zonder punt."),
                     cells[BUDGET]);
    if (str_letters(cells[TITLE]) > TITLE_MOST || str_letters(cells[TITLE_EN]) > TITLE_MOST)
        spread_wrong(r, SAY("Deze titel is langer dan 200 tekens. Maak hem korter."), STR(""));
    if (!cells[TITLE].n)
        spread_wrong(r, SAY("Schrijf in één zin wat er gaat gebeuren."), STR(""));
    if (!cells[TITLE_EN].n && (cells[TEXT_EN].n || cells[STOPPED_EN].n))
        spread_wrong(r, SAY("Vertaal ook de titel, of laat de vertaling leeg."), STR(""));
    return OK;
}

static enum err check(struct spread_reading *r)
{
    struct given g;
    return given(r, &g);
}

/* ---- and taken over ---- */

static enum err ids_put(struct tx *tx, int64_t id, const struct given *g)
{
    TRY(commitment_owners_clear(tx, id));
    TRY(commitment_places_clear(tx, id));
    for (size_t i = 0; i < g->together.n; i++)
        TRY(commitment_owner_add(tx, id, g->together.at[i]));
    for (size_t i = 0; i < g->places.n; i++) TRY(commitment_place_add(tx, id, g->places.at[i]));
    return OK;
}

static enum err texts_put(struct tx *tx, int64_t id, struct str own, const struct str *cells)
{
    TRY(commitment_text_put(tx, id, own, cells[TITLE], cells[TEXT], cells[STOPPED]));
    if (str_is(own, "en")) return OK;
    if (!cells[TITLE_EN].n) return commitment_text_delete(tx, id, STR("en"));
    return commitment_text_put(tx, id, STR("en"), cells[TITLE_EN], cells[TEXT_EN],
                               cells[STOPPED_EN]);
}

static enum err put(struct tx *tx, struct request *req, const struct dialogue *d,
                    const struct spread_change *c, const struct given *g, int64_t *id)
{
    struct commitment_find_row now;
    struct commitment_next_row next;
    struct commitment_moves_row *moves;
    struct day due = g->first_due;
    size_t n;
    bool found;
    if (c->row) {
        TRY(commitment_find(tx->db, req->arena, d->id, c->row->number, &now, &found));
        if (!found) return FAIL(ERR_CLASH, "no commitment %lld", (long long)c->row->number);
        *id = now.id;
        due = now.due;
        TRY(commitment_update(tx, *id, now.position, now.advice, g->owner, now.made,
                              (enum horizon)g->horizon, g->has_budget, g->budget));
        TRY(commitment_state_set(tx, *id, (enum commitment_state)g->state, g->has_ended,
                                 g->ended));
    } else {
        TRY(commitment_next(tx->db, req->arena, d->id, &next));
        TRY(commitment_add(tx, d->id, next.number, next.position, g->advice, g->owner, g->made,
                           g->first_due, (enum horizon)g->horizon,
                           (enum commitment_state)g->state, g->has_ended, g->ended,
                           g->has_budget, g->budget, id));
    }
    if (g->due.n != due.n) {
        TRY(commitment_moves(tx->db, req->arena, *id, &moves, &n));
        TRY(commitment_moved_add(tx, *id, n ? moves[n - 1].number + 1 : 1, req->today, g->due,
                                 c->cells[REASON], STR("")));
    }
    TRY(ids_put(tx, *id, g));
    return texts_put(tx, *id, d->own, c->cells);
}

static enum err take(struct tx *tx, struct request *req, const struct dialogue *d,
                     const struct spread_table *t, const struct spread_back *back,
                     int64_t *batch)
{
    for (size_t i = 0; i < back->n; i++) {
        struct spread_change *c = &back->changes[i];
        struct spread_back faults = { 0 };
        struct spread_reading *r = spread_reading_of(req, tx->db, d->id, t, &faults, c);
        struct given g;
        int64_t id, row;
        TRY(given(r, &g));
        TRY(put(tx, req, d, c, &g, &id));
        for (size_t k = 0; k < c->values_n; k++) {
            const struct change change = { .dialogue = d->id,
                                           .thing = THING_COMMITMENT,
                                           .number = id,
                                           .act = c->row ? ACT_CHANGED : ACT_MADE,
                                           .batch = *batch,
                                           .before = c->values[k].before,
                                           .after = c->values[k].after };
            TRY(history_write(tx, req, &change, &row));
            if (!*batch) *batch = row;
        }
    }
    return OK;
}

static const struct spread_kind commitments = {
    .path = "/{}/beheer/toezeggingen-rekenblad",
    .stem = "toezeggingen",
    .page = "/{}/beheer/toezeggingen/{}",
    .says = says,
    .count = sheet_count,
    .rows = rows,
    .clean = clean,
    .check = check,
    .take = take,
};

const struct page commitments_file = {
    .path = "/:dialogue/beheer/toezeggingen-rekenblad/toezeggingen.csv",
    .who = WHO_EDITOR,
    .handle = spread_file,
    .about = &commitments,
    .file = __FILE__,
};
const struct page commitments_sheet = {
    .path = "/:dialogue/beheer/toezeggingen-rekenblad",
    .who = WHO_EDITOR,
    .query = SPREAD_QUERY,
    .handle = spread_show,
    .form = &spread_form,
    .prepare = spread_prepare,
    .act = spread_take,
    .upload = 4 * SPREAD_BYTES,
    .about = &commitments,
    .file = __FILE__,
};
