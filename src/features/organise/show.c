/* show.c — /:dialogue/beheer/bijeenkomsten/:gathering: where its preparation stands, and what is next. */
#include "features/organise/show.h"
#include "features/organise/show.html.h"

void rounds_of(struct arena *a, const struct organise_tables_row *tables, size_t n,
               struct evening_page_view *v)
{
    v->rounds = NEW(a, struct evening_round, n);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || tables[i].round != tables[i - 1].round)
            v->rounds[v->rounds_n++] =
                (struct evening_round){ tables[i].round, &tables[i], 0, 0 };
        v->rounds[v->rounds_n - 1].tables_n++;
        v->rounds[v->rounds_n - 1].seats += tables[i].seats;
        v->unled += !tables[i].leads.n || !tables[i].notes.n;
    }
}

enum err evening_fill(struct request *req, struct evening_page_view *v)
{
    const struct str own = v->e.page.d.own;
    struct organise_tables_row *tables;
    size_t n;
    TRY(organise_items(req->db, req->arena, v->e.g.id, own, &v->items, &v->items_n));
    TRY(organise_tables(req->db, req->arena, v->e.g.id, own, &tables, &n));
    rounds_of(req->arena, tables, n, v);
    return OK;
}

static struct evening_step *step(struct request *req, struct evening_page_view *v,
                                 const struct words *text, const char *part, bool done)
{
    struct evening_step *s = &v->steps[v->steps_n++];
    *s = (struct evening_step){
        .text = words_in(text, req->lang),
        .to = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/{}", v->e.page.d.slug, v->e.g.slug,
                   str_of(part)),
        .done = done,
    };
    return s;
}

static void steps_fill(struct request *req, struct evening_page_view *v)
{
    const struct organise_evening_row *g = &v->e.g;
    step(req, v, SAY("Schrijf waar en hoe laat het is"), "gegevens",
         g->place.n && g->has_starts);
    step(req, v, SAY("Schrijf wat het is en voor wie"), "gegevens", g->body.n > 0);
    step(req, v, SAY("Maak het programma"), "programma", g->items > 0);
    step(req, v, SAY("Zet de tafels klaar"), "tafels", g->tables > 0);
    struct evening_step *led =
        step(req, v, SAY("Geef elke tafel een gespreksleider en notulist"), "tafels",
             g->tables > 0 && !v->unled);
    if (v->unled && g->tables)
        led->more = FILL(req->arena, SAY("Nog te doen: {aantal}"), req->lang,
                         { "aantal", number_value(req->arena, true, v->unled) });
    step(req, v, SAY("Maak de bijeenkomst openbaar"), "gegevens", g->announced);
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_page_view v = { 0 };
    TRY(evening_open(req, res, &v.e, NULL, ""));
    TRY(evening_fill(req, &v));
    steps_fill(req, &v);
    organise_show_page(response_page(req, res), &v);
    return OK;
}

const struct page organise_show = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
