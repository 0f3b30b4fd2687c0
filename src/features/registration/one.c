/* one.c — /:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/…: registering somebody at the desk or by
 * phone, changing that, cancelling it, and saying who is meant by a name. */
#include "features/registration/cancel_desk.html.h"
#include "features/registration/desk.h"
#include "features/registration/desk_form.html.h"

#include "features/history/history.h"
#include "features/voices/voices.h"

static const struct words *no_channel(void)
{
    return SAY("Kies hoe iemand zich aanmeldde.");
}
static const struct field new_fields[] = {
    GIVEN_FIELDS,
    FIELD_CHOICE(struct given, channel, "kanaal", "telefoon balie", .required = true,
                 .missing = no_channel),
};
static const struct form new_form = FORM(struct given, new_fields);
static const struct field fields[] = { GIVEN_FIELDS, FIELD_BASIS(struct given) };
static const struct form form = FORM(struct given, fields);

/* What was done at the desk, without a name. */
static enum err write_down(struct tx *tx, struct request *req, int64_t dialogue,
                           int64_t gathering, const struct words *what, int64_t number)
{
    const struct str after =
        FILL(req->arena, what, LANG_NL, { "n", number_value(req->arena, true, number) });
    return history_write(tx, req,
                         &(struct change){ dialogue, THING_GATHERING, gathering, ACT_CHANGED, 0,
                                           STR(""), after },
                         NULL);
}

static enum err open_desk(struct request *req, struct response *res, struct one_view *v)
{
    *v = (struct one_view){ 0 };
    TRY(evening_open(req, res, &v->e, SAY("Aanmeldingen"), "aanmeldingen"));
    v->give = (struct give_view){ .d = v->e.page.d, .desk = true };
    TRY(give_open(req, &v->give, v->e.g.slug));
    v->give.back = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/aanmeldingen",
                        v->e.page.d.slug, v->e.g.slug);
    return OK;
}

static enum err new_show(struct request *req, struct response *res)
{
    struct one_view v;
    TRY(open_desk(req, res, &v));
    form_fill(req, "kanaal", STR("telefoon"));
    v.give.title = res->frame.title = words_in(SAY("Meld iemand aan"), req->lang);
    v.give.button =
        words_in(v.give.full ? SAY("Zet op de wachtlijst") : SAY("Meld aan"), req->lang);
    dialogue_crumb(res, v.give.self, v.give.title);
    registration_desk_form_page(response_page(req, res), &v);
    return OK;
}

static enum err new_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct given *f = form_values(req);
    struct subject s;
    struct organise_evening_row g;
    struct kept kept;
    TRY(evening_find(req, &s, &g));
    TRY(given_check(tx, req, s.id));
    TRY(registration_take(tx, req, g.id, f->channel == 0 ? REGISTERED_PHONE : REGISTERED_DESK,
                          f, &kept));
    TRY(write_down(tx, req, s.id, g.id, SAY("Aanmelding {n} erbij"), kept.number));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/aanmeldingen/{}?gedaan=erbij",
                  s.slug, g.slug, number_value(req->arena, true, kept.id)));
}

const struct page registration_new = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/nieuw",
    .who = WHO_EDITOR,
    .handle = new_show,
    .form = &new_form,
    .act = new_act,
    .file = __FILE__,
};

/* ---- one that is there ---- */

static enum err find(struct request *req, int64_t gathering, struct registration_by_code_row *r)
{
    struct registration_code_of_row code;
    bool found;
    TRY(registration_code_of(req->db, req->arena, gathering, req->param[2].number, &code,
                             &found));
    if (found)
        TRY(registration_by_code(req->db, req->arena, code.code, lang_about(req->lang)->code, r,
                                 &found));
    return found ? OK : FAIL(ERR_MISSING, "no such registration at this gathering");
}

static enum err others(struct request *req, struct one_view *v)
{
    struct registration_search_row *rows;
    size_t n;
    TRY(registration_search(req->db, req->arena, v->e.g.id, STR(""), &rows, &n));
    v->others = NEW(req->arena, struct desk_line, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (rows[i].id == v->r.id) continue;
        v->others[v->others_n++].r = (struct registrations_of_row){ .id = rows[i].id,
                                                                    .number = rows[i].number,
                                                                    .name = rows[i].name };
    }
    return OK;
}

static enum err show(struct request *req, struct response *res)
{
    struct one_view v;
    TRY(open_desk(req, res, &v));
    TRY(find(req, v.e.g.id, &v.r));
    TRY(registration_fill(req, &v.r, &v.give));
    TRY(registration_wishes_of(req->db, req->arena, v.r.id, &v.wishes, &v.wishes_n));
    if (v.wishes_n) TRY(others(req, &v));
    v.code = receipt_shown(req->arena, registration_code(req->arena, req->secret, v.r.id));
    v.give.title = res->frame.title = v.r.name;
    v.give.button = words_in(SAY("Bewaar"), req->lang);
    v.e.done = done_words(req->query[0]);
    v.cancel = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/aanmeldingen/{}/afmelden",
                    v.e.page.d.slug, v.e.g.slug, req->param[2].text);
    v.means = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/aanmeldingen/{}/wie",
                   v.e.page.d.slug, v.e.g.slug, req->param[2].text);
    dialogue_crumb(res, v.give.self, v.give.title);
    registration_desk_form_page(response_page(req, res), &v);
    return OK;
}

static enum err change(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    struct registration_by_code_row r;
    TRY(evening_find(req, &s, &g));
    TRY(find(req, g.id, &r));
    if (r.state == REGISTRATION_CANCELLED) return FAIL(ERR_GONE, "this one was cancelled");
    TRY(registration_unchanged(req, &r));
    TRY(given_check(tx, req, s.id));
    TRY(registration_change(tx, req, g.id, r.id));
    TRY(write_down(tx, req, s.id, g.id, SAY("Aanmelding {n} veranderd"), r.number));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/aanmeldingen/{}?gedaan=bewaard",
                  s.slug, g.slug, req->param[2].text));
}

const struct page registration_one = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/#registration",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = show,
    .form = &form,
    .act = change,
    .file = __FILE__,
};

/* ---- they do not come ---- */

static enum err cancel_show(struct request *req, struct response *res)
{
    struct one_view v;
    TRY(open_desk(req, res, &v));
    TRY(find(req, v.e.g.id, &v.r));
    v.give.title = res->frame.title = words_in(SAY("Meld deze persoon af"), req->lang);
    dialogue_crumb(res, v.give.self, v.give.title);
    registration_cancel_desk_page(response_page(req, res), &v);
    return OK;
}

static enum err cancel(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    struct registration_by_code_row r;
    TRY(evening_find(req, &s, &g));
    TRY(find(req, g.id, &r));
    TRY(registration_cancel(tx, req, &r));
    TRY(write_down(tx, req, s.id, g.id, SAY("Aanmelding {n} afgemeld"), r.number));
    return evening_back(req, res, g.slug, "aanmeldingen", "af");
}

const struct page registration_cancel_desk = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/#registration/afmelden",
    .who = WHO_EDITOR,
    .handle = cancel_show,
    .form = &remove_form,
    .act = cancel,
    .file = __FILE__,
};

/* ---- who is meant ---- */

struct means_form {
    int64_t wish, other;
};
static const struct field means_fields[] = {
    FIELD_NUMBER(struct means_form, wish, "wens", .required = true),
    FIELD_NUMBER(struct means_form, other, "wie"),
};
static const struct form means_form = FORM(struct means_form, means_fields);

static enum err means(struct tx *tx, struct request *req, struct response *res)
{
    const struct means_form *f = form_values(req);
    struct subject s;
    struct organise_evening_row g;
    struct registration_wish_at_row wish;
    struct registration_code_of_row other;
    bool found, known = true;
    TRY(evening_find(req, &s, &g));
    TRY(registration_wish_at(tx->db, req->arena, g.id, f->wish, &wish, &found));
    if (f->other) TRY(registration_code_of(tx->db, req->arena, g.id, f->other, &other, &known));
    if (!found || !known || wish.registration == f->other)
        return FAIL(ERR_MISSING, "no such wish or person at this gathering");
    TRY(registration_wish_means(tx, f->wish, f->other != 0, f->other));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/aanmeldingen/{}?gedaan=bewaard",
                  s.slug, g.slug, number_value(req->arena, true, wish.registration)));
}

const struct page registration_means = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/#registration/wie",
    .who = WHO_EDITOR,
    .form = &means_form,
    .act = means,
    .file = __FILE__,
};
