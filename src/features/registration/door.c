/* door.c — /:dialogue/beheer/bijeenkomsten/:gathering/deur: who comes in. Several people may do this at once:
 * whoever was let in is in, and pressing twice changes nothing. */
#include "features/registration/door.h"
#include "features/registration/door.html.h"

#include "features/voices/voices.h"

struct door_form {
    int64_t who;
};

/* By code when it is one, else by name or number. */
static enum err people(struct request *req, struct door_view *v)
{
    struct str code;
    struct registration_coded_at_row row;
    bool found = false;
    TRY(registration_search(req->db, req->arena, v->e.g.id, str_trim(v->asked), &v->people,
                            &v->people_n));
    if (!v->asked.n || !receipt_read(req->arena, v->asked, &code)) return OK;
    TRY(registration_coded_at(req->db, req->arena, v->e.g.id, receipt_hash(req->arena, code),
                              &row, &found));
    if (!found) return OK;
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
    if (str_is(what, "terug")) v->done = SAY("Is weer buiten:");
    if (v->done && str_is(what, "binnen")) v->last = who;
}

static enum err handle(struct request *req, struct response *res)
{
    struct door_view v = { 0 };
    int64_t who = 0;
    TRY(evening_open(req, res, &v.e, SAY("De deur"), "deur"));
    TRY(registration_counts(req->db, req->arena, v.e.g.id, &v.n));
    TRY(people(req, &v)); /* everybody: also who something was just done to */
    if (str_number(req->query[2], INT64_MAX, &who)) said(&v, req->query[0], who);
    v.asked = req->query[1];
    if (v.asked.n) TRY(people(req, &v));
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

static enum err walk_in(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    struct kept kept;
    TRY(evening_find(req, &s, &g));
    TRY(registration_take(tx, req, g.id, REGISTERED_DOOR, &kept));
    TRY(registration_arrives(tx, kept.id, g.id, req->now, req->visitor.person != 0,
                             req->visitor.person));
    return back(req, res, g.slug, "binnen", kept.id);
}

const struct page registration_door = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur",
    .who = WHO_HOST,
    .query = "gedaan zoek wie",
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

static enum err known(struct tx *tx, struct request *req, struct organise_evening_row *g)
{
    const struct door_form *f = form_values(req);
    struct subject s;
    struct registration_code_of_row row;
    bool found;
    TRY(evening_find(req, &s, g));
    TRY(registration_code_of(tx->db, req->arena, g->id, f->who, &row, &found));
    return found ? OK : FAIL(ERR_MISSING, "nobody with that number at this gathering");
}

static enum err let_in(struct tx *tx, struct request *req, struct response *res)
{
    const struct door_form *f = form_values(req);
    struct organise_evening_row g;
    TRY(known(tx, req, &g));
    TRY(registration_arrives(tx, f->who, g.id, req->now, req->visitor.person != 0,
                             req->visitor.person));
    return back(req, res, g.slug, "binnen", f->who);
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
    const struct door_form *f = form_values(req);
    struct organise_evening_row g;
    TRY(known(tx, req, &g));
    TRY(registration_leaves(tx, f->who, g.id));
    return back(req, res, g.slug, "terug", f->who);
}

const struct page registration_take_back = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/terug",
    .who = WHO_HOST,
    .form = &who_form,
    .act = take_back,
    .file = __FILE__,
};
