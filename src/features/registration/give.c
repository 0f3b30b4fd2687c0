/* give.c — /:dialogue/bijeenkomst/:gathering/aanmelden: somebody registers, without an account. */
#include "features/registration/give.h"
#include "features/registration/register.html.h"

#include "features/people/people.h"
#include "features/voices/voices.h"

const struct words *give_no_name(void)
{
    return SAY("Schrijf uw naam of bijnaam.");
}
const struct words *give_no_role(void)
{
    return SAY("Kies als wie u komt.");
}
static const struct field fields[] = { GIVEN_FIELDS };
static const struct form form = FORM(struct given, fields);

bool give_may(const struct request *req, const struct registering_at_row *g)
{
    if (!g->registers || !g->announced || req->today.n > g->day.n) return false;
    return !g->has_until || req->today.n <= g->until.n;
}

enum err give_open(struct request *req, struct give_view *v, struct str slug)
{
    const struct str lang = lang_about(req->lang)->code;
    struct registration_counts_row n;
    bool found;
    TRY(registering_at(req->db, req->arena, v->d.id, slug, v->d.own, lang, v->desk, &v->g,
                       &found));
    if (!found) return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(slug));
    TRY(registering_themes(req->db, req->arena, v->d.id, v->d.own, lang, &v->themes,
                           &v->themes_n));
    TRY(registering_hoods(req->db, req->arena, v->d.id, &v->hoods, &v->hoods_n));
    TRY(registration_counts(req->db, req->arena, v->g.id, &n));
    v->tongues = interpreter_options(req, &v->tongues_n);
    v->f = req->form;
    v->self = (struct path){ req->path };
    v->open = give_may(req, &v->g);
    v->full = v->g.has_capacity && n.comes >= v->g.capacity;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct give_view v = { 0 };
    TRY(dialogue_open(req, res, &v.d));
    TRY(give_open(req, &v, req->param[1].text));
    v.title = words_in(SAY("Meld u aan"), req->lang);
    v.button =
        words_in(v.full ? SAY("Zet mij op de wachtlijst") : SAY("Meld mij aan"), req->lang);
    res->frame.title = v.title;
    res->frame.description = v.g.title;
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomst/{}", v.d.slug, v.g.slug), v.g.title);
    dialogue_crumb(res, v.self, v.title);
    registration_register_page(response_page(req, res), &v);
    return OK;
}

/* A mail goes to whatever address is typed. A family or a library shares one place. */
static enum err not_too_often(struct tx *tx, struct request *req)
{
    const struct given *g = form_values(req);
    const struct brake here = {
        .what = "register here", .client = req->client, .most = 30, .seconds = 3600
    };
    int64_t wait;
    if (!g->email.n) return OK;
    TRY(brake_wait(tx->db, req, &here, &wait));
    if (wait)
        form_wrong(
            req, "mail",
            SAY("Hier zijn net veel mails aangevraagd. Meld u aan zonder e-mailadres, of "
                "wacht een uur."));
    TRY(form_checked(req));
    return brake_count(tx, req, &here);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct registering_at_row g;
    struct kept kept;
    bool found;
    TRY(subject_find(req, &s));
    TRY(registering_at(tx->db, req->arena, s.id, req->param[1].text, s.own, s.own, false, &g,
                       &found));
    if (!found) return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(req->param[1].text));
    if (!give_may(req, &g)) form_wrong(req, NULL, SAY("U kunt zich hier niet meer aanmelden."));
    TRY(given_check(tx, req, s.id));
    TRY(not_too_often(tx, req));
    TRY(registration_take(tx, req, g.id, REGISTERED_WEB, form_values(req), &kept));
    return response_redirect(res, registration_path(req->arena, s.slug, kept.code));
}

const struct page registration_register = {
    .path = "/:dialogue/bijeenkomst/:gathering/aanmelden",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
