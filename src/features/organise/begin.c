/* begin.c — see begin.h. */
#include "features/organise/begin.h"
#include "features/organise/form.html.h"

#include "features/history/history.h"

/* Names of pages beside those of gatherings. */
static bool slug_taken(struct str slug)
{
    return str_is(slug, "nieuw") || str_is(slug, "cafe");
}

static enum err slug_free(struct request *req, int64_t dialogue, struct str title,
                          struct str *slug)
{
    struct str base = slug_propose(req->arena, title);
    if (!base.n) base = STR("bijeenkomst");
    *slug = base;
    for (int i = 2;; i++) {
        struct gathering_find_row other;
        bool found;
        TRY(gathering_find(req->db, req->arena, dialogue, *slug, &other, &found));
        if (!found && !slug_taken(*slug)) return OK;
        *slug = arena_format(req->arena, "%.*s-%d", STR_ARG(base), i);
    }
}

enum err evening_begin(struct tx *tx, struct request *req, const struct subject *s,
                       const struct beginning *b, struct str *slug, int64_t *id)
{
    struct organise_next_row next;
    TRY(slug_free(req, s->id, b->title, slug));
    TRY(organise_next(tx->db, req->arena, s->id, &next));
    TRY(gathering_add(tx, s->id, *slug, next.position, b->day, b->starts.has, b->starts.clock,
                      b->ends.has, b->ends.clock, false, 0, false, false, 0, id));
    TRY(gathering_text_put(tx, *id, s->own, b->title, b->place, STR("")));
    TRY(gathering_announce(tx, *id, b->announced));
    return history_write(
        tx, req,
        &(struct change){ s->id, THING_GATHERING, *id, ACT_MADE, 0, STR(""), b->title }, NULL);
}

static enum err copy_programme(struct tx *tx, struct request *req, struct str own, int64_t from,
                               int64_t to)
{
    struct organise_items_row *items;
    size_t n;
    TRY(organise_items(tx->db, req->arena, from, own, &items, &n));
    for (size_t i = 0; i < n; i++) {
        const struct organise_items_row *x = &items[i];
        struct organise_item_texts_row *texts;
        size_t texts_n;
        int64_t id;
        TRY(programme_add(tx, to, x->position, x->has_starts, x->starts, x->kind, &id));
        TRY(programme_place(tx, id, x->position, x->team));
        TRY(organise_item_texts(tx->db, req->arena, x->id, &texts, &texts_n));
        for (size_t t = 0; t < texts_n; t++)
            TRY(programme_text_put(tx, id, texts[t].lang, texts[t].title, texts[t].body));
        if (x->doer.n || x->ready.n) TRY(programme_plan_put(tx, id, x->doer, x->ready));
    }
    return OK;
}

static enum err copy_tables(struct tx *tx, struct request *req, struct str own, int64_t from,
                            int64_t to)
{
    struct organise_tables_row *tables;
    size_t n;
    TRY(organise_tables(tx->db, req->arena, from, own, &tables, &n));
    for (size_t i = 0; i < n; i++) {
        const struct organise_tables_row *t = &tables[i];
        int64_t id;
        TRY(table_add(tx, to, t->round, t->number, (int64_t)i + 1, t->theme, t->place, &id));
        TRY(table_plan_put(tx, id, t->seats, t->wheelchairs, t->interpreter, t->has_host,
                           t->host, t->host_name, t->has_noter, t->noter, t->noter_name));
    }
    return OK;
}

enum err evening_copy(struct tx *tx, struct request *req, const struct subject *s,
                      const char *field, struct str from, int64_t to)
{
    struct organise_evening_row g;
    bool found = false;
    TRY(organise_evening(tx->db, req->arena, s->id, from, s->own, &g, &found));
    if (!found) form_wrong(req, field, SAY("Kies een van de antwoorden die er staan."));
    TRY(form_checked(req));
    TRY(copy_programme(tx, req, s->own, g.id, to));
    TRY(copy_tables(tx, req, s->own, g.id, to));
    return gathering_plan_put(tx, to, g.has_capacity, g.capacity, false, false,
                              (struct day){ 0 }, g.note);
}

enum err begin_show(struct request *req, struct response *res, struct evening_view *v,
                    struct edit_field *fields, size_t n, const struct begin_page *page)
{
    const struct str *nothing = NEW(req->arena, struct str, n);
    edit_show(req, &v->page, fields, nothing, n);
    v->page.clash = false; /* nobody else can have changed what is not there yet */
    for (size_t i = 0; i < n; i++) fields[i].changed = false;
    v->page.title = res->frame.title = words_in(page->title, req->lang);
    v->page.lead = words_in(page->lead, req->lang);
    v->page.button = words_in(page->button, req->lang);
    v->page.self = (struct path){ req->path };
    v->page.back = PATH(req->arena, "/{}/beheer/bijeenkomsten", v->page.d.slug);
    v->page.back_text = words_in(SAY("Alle bijeenkomsten"), req->lang);
    dialogue_crumb(res, v->page.back, words_in(SAY("Bijeenkomsten"), req->lang));
    dialogue_crumb(res, v->page.self, res->frame.title);
    organise_form_page(response_page(req, res), v);
    return OK;
}
