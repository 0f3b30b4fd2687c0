/* remove.c — /:dialogue/beheer/bijeenkomsten/:gathering/weg: a whole gathering goes, when nothing was
 * noted and nobody registered. */
#include "features/organise/remove.h"
#include "features/organise/ask.html.h"

static enum err hangs(struct request *req, int64_t gathering, const struct words **why)
{
    struct organise_hangs_row row;
    TRY(organise_hangs(req->db, req->arena, gathering, &row));
    *why = row.findings || row.voices
               ? SAY("Op deze bijeenkomst is iets genoteerd. Dat houdt zijn plek.")
           : row.registrations ? SAY("Er meldden zich mensen aan. Zet in de naam dat het niet "
                                     "doorgaat, en sluit het aanmelden.")
                               : NULL;
    return OK;
}

static enum err ask(struct request *req, struct response *res)
{
    struct ask_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Gegevens"), "gegevens"));
    TRY(hangs(req, v.e.g.id, &v.hangs));
    v.warning =
        words_in(SAY("Ook het programma, de tafels en het draaiboek gaan weg."), req->lang);
    v.e.page.title = res->frame.title = words_in(SAY("Haal deze bijeenkomst weg"), req->lang);
    v.e.page.back =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/gegevens", v.e.page.d.slug, v.e.g.slug);
    dialogue_crumb(res, v.e.page.self, v.e.page.title);
    organise_ask_page(response_page(req, res), &v);
    return OK;
}

static enum err take_away(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    struct organise_tables_row *tables;
    const struct words *why;
    size_t n;
    TRY(evening_find(req, &s, &g));
    TRY(hangs(req, g.id, &why));
    if (why) form_wrong(req, NULL, why);
    TRY(form_checked(req));
    TRY(organise_tables(tx->db, req->arena, g.id, s.own, &tables, &n));
    for (size_t i = 0; i < n; i++) TRY(table_delete(tx, tables[i].id));
    TRY(gathering_texts_clear(tx, g.id));
    TRY(gathering_delete(tx, g.id));
    TRY(history_write(
        tx, req,
        &(struct change){ s.id, THING_GATHERING, g.id, ACT_REMOVED, 0, g.title, STR("") },
        NULL));
    return response_redirect(res,
                             PATH(req->arena, "/{}/beheer/bijeenkomsten?gedaan=weg", s.slug));
}

const struct page organise_remove = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/weg",
    .who = WHO_EDITOR,
    .handle = ask,
    .form = &remove_form,
    .act = take_away,
    .file = __FILE__,
};
