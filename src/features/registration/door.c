/* door.c — /:dialogue/beheer/bijeenkomsten/:gathering/deur: who comes in. Several people may do this at once:
 * whoever was let in is in, and pressing twice changes nothing. */
#include "features/registration/door.h"
#include "features/registration/door.html.h"

#include "web/handed.h"

struct door_form {
    int64_t who;
};

/* By code when it is one, else by name or number. */
static enum err people(struct request *req, struct door_view *v)
{
    struct door_person_row row;
    bool found = false;
    TRY(registration_search(req->db, req->arena, v->e.g.id, str_trim(v->asked), &v->people,
                            &v->people_n));
    if (v->asked.n) TRY(door_coded(req, v->e.g.id, str_trim(v->asked), &row, &found));
    if (!found || row.state == REGISTRATION_CANCELLED) return OK;
    TRY(registration_search(req->db, req->arena, v->e.g.id, STR(""), &v->people, &v->people_n));
    for (size_t i = 0; i < v->people_n; i++)
        if (v->people[i].id == row.id) v->people[0] = v->people[i];
    v->people_n = v->people_n > 0;
    return OK;
}

static void said(struct door_view *v, struct str what, int64_t who)
{
    for (size_t i = 0; i < v->people_n; i++)
        if (v->people[i].id == who) v->who = v->people[i].name;
    if (str_is(what, "binnen")) v->done = SAY("Is binnen:");
    if (str_is(what, "al")) v->done = SAY("Was al binnen:");
    if (str_is(what, "terug")) v->done = SAY("Is weer buiten:");
    if (v->done && str_is(what, "binnen")) v->last = who;
}

static enum err handle(struct request *req, struct response *res)
{
    struct door_view v = { .bare = req->query[3].n > 0 };
    int64_t who = 0;
    TRY(evening_open(req, res, &v.e, SAY("De deur"), "deur"));
    res->camera = true;
    v.page = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/deur", v.e.page.d.slug, v.e.g.slug);
    res->frame.manifest = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/deur/app.webmanifest",
                               v.e.page.d.slug, v.e.g.slug);
    if (!v.bare) {
        TRY(registration_counts(req->db, req->arena, v.e.g.id, &v.n));
        TRY(people(req, &v)); /* everybody: also who something was just done to */
        if (str_number(req->query[2], INT64_MAX, &who)) said(&v, req->query[0], who);
        v.asked = req->query[1];
        if (v.asked.n) TRY(people(req, &v));
    }
    registration_door_page(response_page(req, res), &v);
    return OK;
}

static enum err back(struct request *req, struct response *res, const struct str slug,
                     const char *done, int64_t who)
{
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/deur?gedaan={}&wie={}",
                  req->param[0].text, slug, str_of(done), number_value(req->arena, true, who)));
}

/* ---- who did not register ---- */

static const struct words *no_name(void)
{
    return SAY("Schrijf de naam of bijnaam.");
}
static const struct field fields[] = {
    FIELD_LINE(struct given, name, "naam", .required = true, .most = 80, .missing = no_name),
    FIELD_CHOICE(struct given, comes_as, "als", "bewoner vrijwilliger organisatie gemeente",
                 .required = true, .missing = give_no_role),
};
/* The whole of what is asked elsewhere, so that it is kept the same way; the rest stays empty. */
static const struct form walk_in_form = { fields, COUNT_OF(fields), sizeof(struct given) };

/* A form is a row too; sent twice, it is one. */
static struct door_row row_of(const struct request *req, enum door_act act, int64_t who)
{
    return (struct door_row){ .act = act,
                              .mark = str_upto(req->key, MARK_BYTES),
                              .who = who,
                              .since = req->now,
                              .when = req->now };
}

static enum err walk_in(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    struct door_row row = row_of(req, DOOR_NEW, 0);
    struct door_said said;
    TRY(evening_find(req, &s, &g));
    row.person = *(const struct given *)form_values(req);
    row.person.age = -1;
    TRY(door_take(tx, req, g.id, &row, &said));
    if (said.why) form_wrong(req, "naam", no_name());
    TRY(form_checked(req));
    return back(req, res, g.slug, "binnen", said.who);
}

const struct page registration_door = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur",
    .who = WHO_HOST,
    .query = "gedaan zoek wie kaal",
    .handle = handle,
    .form = &walk_in_form,
    .act = walk_in,
    .file = __FILE__,
};

/* ---- one touch ---- */

static const struct field who_fields[] = {
    FIELD_NUMBER(struct door_form, who, "wie", .required = true),
};
static const struct form who_form = FORM(struct door_form, who_fields);

static enum err does(struct tx *tx, struct request *req, struct response *res,
                     enum door_act act, const char *done)
{
    const struct door_form *f = form_values(req);
    const struct door_row row = row_of(req, act, f->who);
    struct organise_evening_row g;
    struct subject s;
    struct door_said said;
    TRY(evening_find(req, &s, &g));
    TRY(door_take(tx, req, g.id, &row, &said));
    if (said.why) return FAIL(ERR_MISSING, "nobody with that number at this gathering");
    return back(req, res, g.slug, said.already ? "al" : done, said.who);
}

static enum err let_in(struct tx *tx, struct request *req, struct response *res)
{
    return does(tx, req, res, DOOR_IN, "binnen");
}

const struct page registration_let_in = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/binnen",
    .who = WHO_HOST,
    .form = &who_form,
    .act = let_in,
    .file = __FILE__,
};

static enum err take_back(struct tx *tx, struct request *req, struct response *res)
{
    return does(tx, req, res, DOOR_BACK, "terug");
}

const struct page registration_take_back = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/terug",
    .who = WHO_HOST,
    .form = &who_form,
    .act = take_back,
    .file = __FILE__,
};
