/* desk.c — /:dialogue/beheer/toezeggingen: every commitment, late ones first, and who can own one. */
#include "features/deeds/desk.h"

#include "features/deeds/desk.html.h"

void commitment_begin(struct request *req, struct record *r)
{
    r->menu = "/beheer/toezeggingen";
    r->back = PATH(req->arena, "/{}/beheer/toezeggingen", r->s.slug);
    r->back_text = words_in(SAY("Toezeggingen"), r->in);
    r->title = SAY("Nieuwe toezegging");
    r->change.thing = THING_COMMITMENT;
}

enum err commitment_open(struct request *req, struct record *r,
                         struct commitment_find_row **row)
{
    const struct {
        const struct words *words;
        const char *pattern;
    } tabs[] = {
        { SAY("Tekst"), "/{}/beheer/toezeggingen/{}" },
        { SAY("Stand"), "/{}/beheer/toezeggingen/{}/stand" },
        { SAY("Datum"), "/{}/beheer/toezeggingen/{}/datum" },
        { SAY("Nieuwe daad"), "/{}/beheer/toezeggingen/{}/daad" },
        { SAY("Samen met en waar"), "/{}/beheer/toezeggingen/{}/waar" },
        { SAY("Notitie"), "/{}/beheer/toezeggingen/{}/notitie" },
        { SAY("Wie wij vragen"), "/{}/beheer/toezeggingen/{}/contact" },
        { SAY("Gevraagd"), "/{}/beheer/toezeggingen/{}/gevraagd" },
        { SAY("Geschiedenis"), "/{}/beheer/geschiedenis/toezegging/{}" },
    };
    bool found;
    *row = NEW(req->arena, struct commitment_find_row, 1);
    TRY(commitment_find(req->db, req->arena, r->s.id, req->param[1].number, *row, &found));
    if (!found) return FAIL(ERR_MISSING, "no commitment %lld", (long long)req->param[1].number);
    const struct str n = number_text(req->arena, true, req->param[1].number);
    commitment_begin(req, r);
    r->title = SAY("Toezegging");
    r->name = FILL(req->arena, SAY("Toezegging {n}"), r->in, { "n", n });
    r->change.number = (*row)->id;
    r->of = *row;
    for (size_t i = 0; i < COUNT_OF(tabs); i++)
        record_tab(req, r, tabs[i].words, PATH(req->arena, tabs[i].pattern, r->s.slug, n));
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct deeds_desk_view *v = NEW(req->arena, struct deeds_desk_view, 1);
    TRY(desk_open(req, res, &v->d));
    v->done = done_words(req->query[LOOK_AFTER + 1]);
    TRY(look_up(req, &v->d, "/{}/beheer/toezeggingen", &v->look));
    TRY(departments(req->db, req->arena, v->d.id, &v->departments, &v->departments_n));
    res->frame.title = words_in(SAY("Toezeggingen"), req->lang);
    dialogue_crumb(res, v->look.self, res->frame.title);
    deeds_desk_page(response_page(req, res), v);
    return OK;
}

const struct page deeds_desk = {
    .path = "/:dialogue/beheer/toezeggingen",
    .who = WHO_EDITOR,
    .query = LOOK_QUERY " gedaan",
    .handle = handle,
    .file = __FILE__,
};
