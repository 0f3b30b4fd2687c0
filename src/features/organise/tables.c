/* tables.c — /:dialogue/beheer/bijeenkomsten/:gathering/tafels: rounds and tables; many come at once, and
 * those at which nothing was noted can go at once. */
#include "features/organise/ask.html.h"
#include "features/organise/remove.h"
#include "features/organise/show.h"
#include "features/organise/tables.html.h"

struct tables_form {
    struct numbers themes;
    int64_t rounds, seats;
};
static const struct words *no_theme(void)
{
    return SAY("Kies over welke thema’s er een tafel komt.");
}
static const struct words *no_rounds(void)
{
    return SAY("Schrijf hoeveel rondes er zijn, van 1 tot en met 24.");
}
static const struct words *no_seats(void)
{
    return SAY("Schrijf hoeveel stoelen er aan een tafel staan.");
}
static const struct field fields[] = {
    FIELD_NUMBERS(struct tables_form, themes, "thema", .required = true, .missing = no_theme),
    FIELD_NUMBER(struct tables_form, rounds, "rondes", .required = true, .least = 1,
                 .most = ROUNDS_MOST, .missing = no_rounds),
    FIELD_NUMBER(struct tables_form, seats, "stoelen", .required = true, .least = 1,
                 .most = SEATS_MOST, .missing = no_seats),
};
static const struct form form = FORM(struct tables_form, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct evening_page_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Tafels"), "tafels"));
    TRY(evening_fill(req, &v));
    TRY(organise_themes(req->db, req->arena, v.e.page.d.id, v.e.page.d.own, &v.themes,
                        &v.themes_n));
    form_fill_number(req, "rondes", v.e.g.rounds ? v.e.g.rounds : 2);
    form_fill_number(req, "stoelen", TABLE_SEATS);
    organise_tables_page(response_page(req, res), &v);
    return OK;
}

/* A theme keeps its number on the table through all rounds, so that people find it again. */
static enum err add_tables(struct tx *tx, const struct organise_evening_row *g,
                           const struct tables_form *f,
                           const struct organise_themes_row *themes, size_t themes_n)
{
    int64_t number = g->numbers, position = g->tables, id;
    for (size_t i = 0; i < themes_n; i++) {
        bool chosen = false;
        for (size_t k = 0; k < f->themes.n; k++) chosen |= f->themes.at[k] == themes[i].id;
        if (!chosen) continue;
        number++;
        for (int64_t round = 1; round <= f->rounds; round++) {
            TRY(table_add(tx, g->id, round, number, ++position, themes[i].id, STR(""), &id));
            TRY(table_plan_put(tx, id, f->seats, 0, STR(""), false, 0, STR(""), false, 0,
                               STR("")));
        }
    }
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct tables_form *f = form_values(req);
    struct subject s;
    struct organise_evening_row g;
    struct organise_themes_row *themes;
    size_t n, known = 0;
    TRY(evening_find(req, &s, &g));
    TRY(organise_themes(tx->db, req->arena, s.id, s.own, &themes, &n));
    for (size_t k = 0; k < f->themes.n; k++)
        for (size_t i = 0; i < n; i++) known += f->themes.at[k] == themes[i].id;
    if (known != f->themes.n) form_wrong(req, "thema", no_theme());
    if (g.numbers + (int64_t)f->themes.n > TABLES_MOST_NUMBER ||
        g.tables + (int64_t)f->themes.n * f->rounds > organise_tables_limit)
        form_wrong(req, "thema", SAY("Dit zijn te veel tafels voor één avond."));
    TRY(form_checked(req));
    TRY(add_tables(tx, &g, f, themes, n));
    const struct str count = number_value(req->arena, true, (int64_t)f->themes.n * f->rounds);
    TRY(history_write(tx, req,
                      &(struct change){ s.id, THING_GATHERING, g.id, ACT_CHANGED, 0, STR(""),
                                        FILL(req->arena, SAY("Tafels erbij: {aantal}"), LANG_NL,
                                             { "aantal", count }) },
                      NULL));
    return evening_back(req, res, g.slug, "tafels", "erbij");
}

const struct page organise_tables_list = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/tafels",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- away with them ---- */

static enum err ask(struct request *req, struct response *res)
{
    struct ask_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Tafels"), "tafels"));
    v.warning = words_in(SAY("Alle tafels waaraan niets is genoteerd gaan weg, uit elke ronde. "
                             "Ook wie daar zou helpen."),
                         req->lang);
    v.hangs = v.e.g.tables ? NULL : SAY("Er zijn geen tafels.");
    v.e.page.title = res->frame.title = words_in(SAY("Haal lege tafels weg"), req->lang);
    v.e.page.back =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/tafels", v.e.page.d.slug, v.e.g.slug);
    dialogue_crumb(res, v.e.page.self, v.e.page.title);
    organise_ask_page(response_page(req, res), &v);
    return OK;
}

static enum err take_away(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    struct organise_tables_row *tables;
    size_t n;
    int64_t gone = 0;
    TRY(evening_find(req, &s, &g));
    TRY(organise_tables(tx->db, req->arena, g.id, s.own, &tables, &n));
    for (size_t i = 0; i < n; i++) {
        struct organise_table_hangs_row hangs;
        TRY(organise_table_hangs(tx->db, req->arena, tables[i].id, &hangs));
        if (hangs.findings || hangs.voices) continue;
        TRY(table_delete(tx, tables[i].id));
        gone++;
    }
    const struct str count = number_value(req->arena, true, gone);
    TRY(history_write(tx, req,
                      &(struct change){ s.id, THING_GATHERING, g.id, ACT_CHANGED, 0,
                                        FILL(req->arena, SAY("Tafels weg: {aantal}"), LANG_NL,
                                             { "aantal", count }),
                                        STR("") },
                      NULL));
    return evening_back(req, res, g.slug, "tafels", "weg");
}

const struct page organise_tables_remove = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/tafels/weg",
    .who = WHO_EDITOR,
    .handle = ask,
    .form = &remove_form,
    .act = take_away,
    .file = __FILE__,
};
