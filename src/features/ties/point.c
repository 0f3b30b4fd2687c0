/* point.c — /:dialogue/beheer/kaart/punt/#point: what there is on the map for a point. The words of the point
 * are the first question to the map; other words may be tried. */
#include "features/ties/ties.h"

#include "features/ties/point.html.h"

static const struct field fields[] = {
    FIELD_NUMBERS(struct ties_form, services, "dienst"),
    FIELD_BASIS(struct ties_form),
};
static const struct form form = FORM(struct ties_form, fields);

struct tied_now {
    struct point_service_ids_row *rows;
    size_t n;
};
static bool is_tied(const struct tied_now *t, int64_t service)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->rows[i].service == service) return true;
    return false;
}
static struct str basis_of(struct arena *a, const struct tied_now *t)
{
    struct str all = STR("-");
    for (size_t i = 0; i < t->n; i++)
        all = arena_format(a, "%.*s %lld", STR_ARG(all), (long long)t->rows[i].service);
    return edit_basis(a, &all, 1);
}

/* The point in the newest edition, and what is tied to it. */
static enum err open_point(struct request *req, const struct subject *s, int64_t number,
                           struct ties_point_row *point, struct tied_now *now)
{
    struct ties_edition_row edition;
    bool found;
    TRY(ties_edition(req->db, req->arena, s->id, &edition, &found));
    if (found) TRY(ties_point(req->db, req->arena, edition.id, number, s->own, point, &found));
    if (!found) return FAIL(ERR_MISSING, "no published point");
    return point_service_ids(req->db, req->arena, point->id, &now->rows, &now->n);
}

static enum err offer(struct request *req, struct ties_point_view *v, int64_t service,
                      bool tied)
{
    struct tie_offer *o = &v->offers[v->offers_n++];
    o->tied = tied;
    o->ticked = req->form->sent ? form_chosen_number(req->form, "dienst", service) : tied;
    return map_card(req->db, req->arena, service, req->lang, req->now, &o->card);
}

static enum err offers(struct request *req, struct ties_point_view *v,
                       const struct tied_now *now)
{
    const struct map_ask ask = { .text = v->searched ? v->q : v->body,
                                 .lang = LANG_NL,
                                 .now = req->now,
                                 .language = -1,
                                 .age = -1,
                                 .subject = -1,
                                 .most = TIES_OFFERED };
    struct map_found *found = NEW(req->arena, struct map_found, 1);
    TRY(map_find(req->db, req->arena, &ask, found));
    v->offers = NEW(req->arena, struct tie_offer, now->n + TIES_OFFERED + 1);
    for (size_t i = 0; i < now->n; i++) TRY(offer(req, v, now->rows[i].service, true));
    v->tied_n = v->offers_n;
    for (size_t i = 0; i < found->hits_n; i++)
        if (!is_tied(now, found->hits[i].service))
            TRY(offer(req, v, found->hits[i].service, false));
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct ties_point_view v = { .self = { req->path },
                                 .form = req->form,
                                 .number = req->param[1].number };
    struct ties_point_row point;
    struct tied_now now = { 0 };
    TRY(desk_open(req, res, &v.d));
    const struct subject s = { v.d.id, v.d.slug, v.d.own };
    TRY(open_point(req, &s, v.number, &point, &now));
    v.id = point.id;
    v.body = point.body;
    v.q = str_upto(str_trim(req->query[0]), MAP_QUESTION);
    v.searched = v.q.n > 0;
    v.basis = basis_of(req->arena, &now);
    TRY(offers(req, &v, &now));
    res->frame.title = words_in(SAY("Wat is er voor dit punt?"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/kaart", v.d.slug),
                   words_in(SAY("Wat er al is"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    ties_point_page(response_page(req, res), &v);
    return OK;
}

static enum err checked(struct request *req, const struct ties_form *f,
                        const struct tied_now *now)
{
    for (size_t i = 0; i < f->services.n; i++) {
        int64_t is;
        TRY(service_is(req->db, f->services.at[i], &is));
        if (!is) form_wrong(req, "dienst", SAY("Kies een van de antwoorden die er staan."));
    }
    if (!str_eq(f->basis, basis_of(req->arena, now)))
        form_wrong(
            req, NULL,
            SAY("Een collega veranderde dit net ook. Kijk het na en bewaar dan opnieuw."));
    return form_checked(req);
}

static struct str ids_said(struct arena *a, const int64_t *ids, size_t n)
{
    struct str all = { 0 };
    for (size_t i = 0; i < n; i++)
        all = arena_format(a, "%.*s%s%lld", STR_ARG(all), i ? ", " : "", (long long)ids[i]);
    return all;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct ties_form *f = form_values(req);
    struct subject s;
    struct ties_point_row point;
    struct tied_now now = { 0 };
    TRY(subject_find(req, &s));
    TRY(open_point(req, &s, req->param[1].number, &point, &now));
    TRY(checked(req, f, &now));
    int64_t *before = NEW(req->arena, int64_t, now.n + 1);
    for (size_t i = 0; i < now.n; i++) before[i] = now.rows[i].service;
    TRY(point_services_clear(tx, point.id));
    for (size_t i = 0; i < f->services.n; i++)
        TRY(point_service_add(tx, point.id, f->services.at[i]));
    const struct change change = { .dialogue = s.id,
                                   .thing = THING_POINT,
                                   .number = point.id,
                                   .act = ACT_SORTED,
                                   .before = ids_said(req->arena, before, now.n),
                                   .after =
                                       ids_said(req->arena, f->services.at, f->services.n) };
    if (!str_eq(change.before, change.after)) TRY(history_write(tx, req, &change, NULL));
    res->location = PATH(req->arena, "/{}/beheer/kaart?gedaan=bewaard", s.slug);
    return OK;
}

const struct page ties_of_point = {
    .path = "/:dialogue/beheer/kaart/punt/#point",
    .who = WHO_EDITOR,
    .query = "q",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
