/* remarks.c — /:dialogue/beheer/opmerkingen: what is open, and where a remark is kept and dealt with. */
#include "features/remarks/remarks.h"

#include "features/remarks/show.html.h"

struct remark_form {
    struct str about, key, body, act;
    int64_t id;
};
static const struct field fields[] = {
    FIELD_LINE(struct remark_form, about, "over", .most = 10),
    FIELD_LINE(struct remark_form, key, "welk", .most = 100),
    FIELD_TEXT(struct remark_form, body, "opmerking", .most = 1000),
    FIELD_NUMBER(struct remark_form, id, "nummer"),
    FIELD_LINE(struct remark_form, act, "doe", .most = 20),
};
static const struct form form = FORM(struct remark_form, fields);

enum err remarks_of(struct request *req, const struct dialogue *d, enum thing thing, int64_t id,
                    struct str key, struct remarks *r)
{
    *r = (struct remarks){ .slug = d->slug,
                           .about = thing == THING_THEME ? STR("thema") : STR("punt"),
                           .key = key };
    TRY(remarks_of_thing(req->db, req->arena, thing, id, &r->at, &r->n));
    while (r->open < r->n && !r->at[r->open].has_resolved) r->open++;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    const struct remark_form *f = form_values(req);
    struct remarks_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    TRY(remarks_open(req->db, req->arena, v.d.id, &v.at, &v.n));
    v.wrong = req->form->bad;
    v.again = (struct remarks){
        .slug = v.d.slug, .about = f->about, .key = f->key, .form = req->form
    };
    res->frame.title = words_in(SAY("Opmerkingen van collega’s"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/opmerkingen", v.d.slug), res->frame.title);
    remarks_page(response_page(req, res), &v);
    return OK;
}

static struct path place_of(struct arena *a, const struct dialogue *d, bool theme,
                            struct str key)
{
    return theme ? PATH(a, "/{}/beheer/punten?thema={}", d->slug, key)
                 : PATH(a, "/{}/beheer/punten/{}", d->slug, key);
}

static enum err add(struct tx *tx, struct request *req, const struct dialogue *d,
                    const struct remark_form *f)
{
    const struct str body = str_trim(f->body);
    const bool theme = str_is(f->about, "thema");
    struct remark_point_row point = { 0 };
    struct remark_theme_row row = { 0 };
    int64_t number;
    bool found = false;
    if (theme)
        TRY(remark_theme(tx->db, req->arena, d->id, f->key, &row, &found));
    else if (str_number(f->key, INT64_MAX, &number))
        TRY(remark_point(tx->db, req->arena, d->id, number, &point, &found));
    if (!found) return FAIL(ERR_MISSING, "a remark about nothing");
    if (!body.n) form_wrong(req, "opmerking", SAY("Schrijf op wat u wilt zeggen."));
    TRY(form_checked(req));
    return remark_add(tx, d->id, theme ? THING_THEME : THING_POINT, theme ? row.id : point.id,
                      req->now, req->visitor.person != 0, req->visitor.person, body);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct remark_form *f = form_values(req);
    struct arena *a = req->arena;
    struct remark_about_row row;
    struct dialogue d;
    bool found;
    TRY(dialogue_open(req, res, &d));
    if (str_is(f->act, "zeg")) {
        TRY(add(tx, req, &d, f));
        return response_redirect(res, place_of(a, &d, str_is(f->about, "thema"), f->key));
    }
    const bool closes = str_is(f->act, "klaar");
    if (!closes && !str_is(f->act, "open"))
        return FAIL(ERR_INPUT, "nothing to do with a remark");
    TRY(remark_about(tx->db, a, d.id, f->id, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such remark");
    if (row.resolved != closes)
        TRY(remark_resolve(tx, f->id, closes, req->now, closes && req->visitor.person != 0,
                           req->visitor.person));
    const struct str key =
        row.has_theme ? row.theme : arena_format(a, "%lld", (long long)row.point);
    return response_redirect(res, place_of(a, &d, row.has_theme, key));
}

const struct page remarks_all = {
    .path = "/:dialogue/beheer/opmerkingen",
    .who = WHO_WRITER,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
