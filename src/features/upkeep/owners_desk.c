/* owners_desk.c — /beheer/kaart/aanbieders and …/#organization: who says that something is theirs, who keeps
 * what, and inviting them. */
#include "features/upkeep/owner.h"

#include "features/upkeep/owners.html.h"
#include "features/upkeep/owners_one.html.h"

enum { DO_SEND, DO_REMOVE, DO_INVITE };
struct owning {
    int64_t owner;
    int what;
    struct str name, email;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct owning, owner, "welk"),
    FIELD_CHOICE(struct owning, what, "doe", "stuur weg nodig", .required = true),
    FIELD_LINE(struct owning, name, "wie", .most = 80),
    FIELD_LINE(struct owning, email, "adres"),
};
static const struct form form = FORM(struct owning, fields);

static const struct words *done_of(struct str what)
{
    if (str_is(what, "stuur")) return SAY("De mail met de link staat klaar.");
    if (str_is(what, "weg")) return SAY("Dit adres is gewist. De link werkt niet meer.");
    return NULL;
}

static enum err list_handle(struct request *req, struct response *res)
{
    struct owners_view v = { .self = { req->path }, .form = req->form };
    TRY(keeper_of(req, &v.k));
    TRY(map_claims(req->db, req->arena, &v.claims, &v.claims_n));
    TRY(mail_ready(req->db, req->arena, &v.can_mail));
    v.done = done_of(req->query[0]);
    keep_frame(req, res, SAY("Aanbieders"));
    res->no_store = true;
    upkeep_owners_page(response_page(req, res), &v);
    return OK;
}

static enum err one_handle(struct request *req, struct response *res)
{
    struct owners_view v = { .self = { req->path }, .form = req->form };
    bool found;
    TRY(keeper_of(req, &v.k));
    TRY(organization_at(req->db, req->arena, req->param[0].number, &v.about, &found));
    if (!found) return FAIL(ERR_MISSING, "no such organisation");
    TRY(map_owners_of(req->db, req->arena, req->param[0].number, &v.owners, &v.owners_n));
    TRY(mail_ready(req->db, req->arena, &v.can_mail));
    v.done = done_of(req->query[0]);
    keep_frame(req, res, SAY("Wie houdt dit bij?"));
    res->no_store = true;
    upkeep_owners_one_page(response_page(req, res), &v);
    return OK;
}

/* The desk says that somebody is who they say; of who was known already it stays as it was. */
static enum err send(struct tx *tx, struct request *req, int64_t id,
                     const struct map_owner_find_row *owner)
{
    bool ready;
    if (owner->sure == OWNER_CLAIMS) TRY(map_owner_sure(tx, id, OWNER_CALLED));
    TRY(mail_ready(tx->db, req->arena, &ready));
    if (ready) TRY(owner_ask(tx, req, id));
    return owners_changed(tx, req->arena, owner->organization);
}

static enum err do_one(struct tx *tx, struct request *req, const struct owning *f,
                       int64_t organization)
{
    struct map_owner_find_row owner;
    bool found;
    TRY(map_owner_find(tx->db, req->arena, f->owner, &owner, &found));
    if (!found || (organization && owner.organization != organization))
        return FAIL(ERR_MISSING, "no such owner");
    if (f->what == DO_SEND) return send(tx, req, f->owner, &owner);
    TRY(map_owner_remove(tx, f->owner));
    tx_wipes(tx);
    return owners_changed(tx, req->arena, owner.organization);
}

static enum err list_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct owning *f = form_values(req);
    if (f->what == DO_INVITE) return FAIL(ERR_INPUT, "an invitation without an organisation");
    TRY(do_one(tx, req, f, 0));
    return response_redirect(res, PATH(req->arena, "/beheer/kaart/aanbieders?gedaan={}",
                                       f->what == DO_SEND ? STR("stuur") : STR("weg")));
}

static enum err invite(struct tx *tx, struct request *req, const struct owning *f,
                       int64_t organization)
{
    struct map_owner_at_row at;
    struct map_owner_find_row owner;
    struct str email;
    bool found;
    if (!people_email(req->arena, f->email, &email) || !mail_address(email))
        form_wrong(req, "adres", SAY("Schrijf een e-mailadres als naam@voorbeeld.nl."));
    TRY(form_checked(req));
    TRY(map_owner_put(tx, organization, str_trim(f->name), email, OWNER_INVITED, req->today));
    TRY(map_owner_at(tx->db, req->arena, organization, email, &at, &found));
    TRY(map_owner_find(tx->db, req->arena, at.id, &owner, &found));
    return send(tx, req, at.id, &owner);
}

static enum err one_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct owning *f = form_values(req);
    const int64_t organization = req->param[0].number;
    struct organization_at_row about;
    bool found;
    TRY(organization_at(tx->db, req->arena, organization, &about, &found));
    if (!found) return FAIL(ERR_MISSING, "no such organisation");
    if (f->what == DO_INVITE)
        TRY(invite(tx, req, f, organization));
    else
        TRY(do_one(tx, req, f, organization));
    return response_redirect(res, PATH(req->arena, "/beheer/kaart/aanbieders/{}?gedaan={}",
                                       number_text(req->arena, true, organization),
                                       f->what == DO_REMOVE ? STR("weg") : STR("stuur")));
}

const struct page upkeep_owners = {
    .path = "/beheer/kaart/aanbieders",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = list_handle,
    .form = &form,
    .act = list_act,
    .file = __FILE__,
};
const struct page upkeep_owners_one = {
    .path = "/beheer/kaart/aanbieders/#organization",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = one_handle,
    .form = &form,
    .act = one_act,
    .file = __FILE__,
};
