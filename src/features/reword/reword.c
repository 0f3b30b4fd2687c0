/* reword.c — /:dialogue/beheer/punten-rekenblad: points of the draft out to a spreadsheet, and back with other
 * words. Only the kind and the sentences may differ: what a point rests on, where it stands and its
 * number stay as they are. All changes are one act, taken back as one (desk.h). */
#include "features/desk/desk.h"
#include "features/reword/reword.sql.h"
#include "features/spreadsheet/spreadsheet.h"

enum { LONG = 400 /* letters of a sentence */ };

static const struct words *says(enum spread_says what)
{
    switch (what) {
    case SPREAD_TITLE: return SAY("Punten in een rekenblad");
    case SPREAD_LEAD:
        return SAY(
            "Haal de punten op, verwoord ze in Excel of LibreOffice, en zet ze terug. Wat "
            "eronder ligt, blijft eronder liggen.");
    case SPREAD_THING: return SAY("Punt {n}");
    case SPREAD_NEW: return NULL;
    case SPREAD_GONE: return SAY("Punt {wat} is er niet meer. Haal deze rij weg.");
    case SPREAD_NUMBER:
        return SAY("“{wat}” is geen nummer van een punt. Zet het nummer terug.");
    case SPREAD_TWICE: return SAY("Punt {wat} staat er twee keer. Haal één rij weg.");
    case SPREAD_FETCH: return SAY("Haal de punten op");
    case SPREAD_NONE: return SAY("Er zijn nog geen punten.");
    case SPREAD_CHANGE: return SAY("Verwoord ze");
    case SPREAD_HOW_1:
        return SAY(
            "Verander de zinnen in de kolommen text_nl, text_en, enzovoort. Ook de soort "
            "(kind) mag anders.");
    case SPREAD_HOW_2:
        return SAY("Laat number, basis en theme zoals ze zijn. Aan voices en findings ziet u "
                   "hoeveel eronder ligt.");
    case SPREAD_HOW_3:
        return SAY(
            "Rijen weglaten mag: die punten blijven zoals ze zijn. Nieuwe punten maakt u "
            "op de site.");
    case SPREAD_CHANGED:
        return SAY("Verander het op de pagina van het punt, of haal het bestand opnieuw.");
    }
    return NULL;
}

/* ---- out ---- */

static struct str number(struct arena *a, int64_t n)
{
    return arena_format(a, "%lld", (long long)n);
}

static void text_column(struct arena *a, struct spread_table *t, struct str lang)
{
    for (size_t i = 0; i < t->columns_n; i++)
        if (t->columns[i].words && str_eq(t->columns[i].lang, lang)) return;
    if (t->columns_n + 2 >= SPREAD_COLUMNS) return; /* two more follow */
    struct spread_column *c =
        spread_column_add(t, arena_join(a, STR("text_"), lang), SPREAD_EDIT);
    c->words = true;
    c->lang = lang;
    c->label = SAY("Zin");
}

/* Its own language first, then English, then what else there is. Nobody reads a table in one line: what
 * is under a point stays behind the sentence. */
static void columns(struct arena *a, struct spread_table *t,
                    const struct reword_texts_row *texts, size_t n)
{
    spread_column_add(t, STR("number"), SPREAD_KEY);
    spread_column_add(t, STR("basis"), SPREAD_BASIS);
    spread_column_add(t, STR("kind"), SPREAD_EDIT)->label = SAY("Soort");
    spread_column_add(t, STR("theme"), SPREAD_FIXED);
    text_column(a, t, t->own);
    text_column(a, t, STR("en"));
    for (size_t i = 0; i < n; i++) text_column(a, t, texts[i].lang);
    spread_column_add(t, STR("voices"), SPREAD_SHOWN);
    spread_column_add(t, STR("findings"), SPREAD_SHOWN);
}

static enum err rows(struct db *db, struct arena *a, int64_t dialogue, struct spread_table *t)
{
    struct reword_points_row *points;
    struct reword_texts_row *texts;
    size_t points_n, texts_n, at = 0;
    TRY(reword_points(db, a, dialogue, &points, &points_n));
    TRY(reword_texts(db, a, dialogue, &texts, &texts_n));
    columns(a, t, texts, texts_n);
    t->rows = NEW(a, struct spread_row, points_n + 1);
    for (; t->n < points_n; t->n++) {
        const struct reword_points_row *p = &points[t->n];
        struct str *cells = NEW(a, struct str, t->columns_n);
        cells[0] = number(a, p->number);
        cells[2] = str_of(kind_term((int)p->kind).code);
        if (p->has_theme) cells[3] = p->theme;
        for (; at < texts_n && texts[at].id == p->id; at++)
            for (size_t k = 0; k < t->columns_n; k++)
                if (t->columns[k].words && str_eq(t->columns[k].lang, texts[at].lang))
                    cells[k] = texts[at].body;
        cells[t->columns_n - 2] = number(a, p->voices);
        cells[t->columns_n - 1] = number(a, p->findings);
        t->rows[t->n] = (struct spread_row){ p->number, cells, NULL };
    }
    return OK;
}

/* ---- back ---- */

/* A sentence as the field on the page of a point would take it. */
static struct str clean(struct arena *a, const struct spread_column *c, struct str cell)
{
    return c->words ? draft_line(a, form_text(a, cell)) : str_trim(cell);
}

static struct str shown(struct spread_reading *r, const struct spread_column *c,
                        struct str cell)
{
    int kind;
    if (c->words || !term_read(kind_term, 0, POINT_KINDS, cell, &kind)) return cell;
    return words_in(kind_term(kind).words, r->lang);
}

static enum err check(struct spread_reading *r)
{
    const struct spread_change *c = r->change;
    const struct str named = c->cells[0];
    int kind;
    if (!term_read(kind_term, 0, POINT_KINDS, spread_cell(r->t, c->cells, "kind"), &kind))
        spread_wrong(
            r,
            SAY("“{wat}” is geen soort. Kies: goes-well, must-improve, needed, question "
                "of tip."),
            spread_cell(r->t, c->cells, "kind"));
    for (size_t i = 0; i < c->values_n; i++) {
        const struct spread_column *column = &r->t->columns[c->values[i].column];
        const struct str said = c->cells[c->values[i].column];
        struct str rest = said;
        int64_t letters = 0;
        if (!column->words) continue;
        while (str_codepoint(&rest)) letters++;
        if (!said.n && str_eq(column->lang, r->t->own))
            spread_wrong(r, SAY("Hier staat geen zin. Schrijf wat punt {wat} zegt."), named);
        if (letters > LONG)
            spread_wrong(
                r, SAY("De zin van punt {wat} is langer dan 400 tekens. Maak hem korter."),
                named);
    }
    return OK;
}

static enum err reword(struct draft *w, const struct spread_table *t,
                       const struct spread_change *c)
{
    struct draft_point p;
    int kind;
    TRY(draft_open(w, c->row->number, &p));
    if (term_read(kind_term, 0, POINT_KINDS, spread_cell(t, c->cells, "kind"), &kind))
        p.now.kind = (enum kind)kind;
    for (size_t i = 0; i < c->values_n; i++) {
        const struct spread_column *column = &t->columns[c->values[i].column];
        if (column->words)
            draft_say(w->req->arena, &p.now, column->lang, c->cells[c->values[i].column]);
    }
    return draft_close(w, &p);
}

static enum err take(struct tx *tx, struct request *req, const struct dialogue *d,
                     const struct spread_table *t, const struct spread_back *back,
                     int64_t *batch)
{
    struct draft w = { .tx = tx, .req = req, .d = d };
    for (size_t i = 0; i < back->n; i++) TRY(reword(&w, t, &back->changes[i]));
    *batch = w.batch;
    return OK;
}

static const struct spread_kind points = {
    .path = "/{}/beheer/punten-rekenblad",
    .stem = "punten",
    .page = "/{}/beheer/punten/{}",
    .undo = "/{}/beheer/punten/terug",
    .says = says,
    .count = reword_count,
    .rows = rows,
    .clean = clean,
    .shown = shown,
    .check = check,
    .take = take,
};

const struct page reword_points_file = {
    .path = "/:dialogue/beheer/punten-rekenblad/punten.csv",
    .who = WHO_WRITER,
    .handle = spread_file,
    .about = &points,
    .file = __FILE__,
};
const struct page reword_points_page = {
    .path = "/:dialogue/beheer/punten-rekenblad",
    .who = WHO_WRITER,
    .query = SPREAD_QUERY,
    .handle = spread_show,
    .form = &spread_form,
    .prepare = spread_prepare,
    .act = spread_take,
    .upload = 4 * SPREAD_BYTES,
    .about = &points,
    .file = __FILE__,
};
