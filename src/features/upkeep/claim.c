/* claim.c — /kaart/:service/van-ons: somebody says that an entry is theirs. Whose mail address has the domain of its
 * website gets the link at once; others wait until the desk called. */
#include "features/upkeep/owner.h"

#include "features/upkeep/claim.html.h"

enum { HERE = 5, EVERYWHERE = 100, TO_ONE = 3, HOUR = 3600, DAY_SECONDS = 86400 };

struct claiming {
    struct str name, email;
};
static const struct words *no_address(void)
{
    return SAY("Vul uw e-mailadres in.");
}
static const struct field fields[] = {
    FIELD_LINE(struct claiming, name, "wie", .most = 80),
    FIELD_LINE(struct claiming, email, "adres", .required = true, .missing = no_address),
};
static const struct form form = FORM(struct claiming, fields);

static enum err find(struct request *req, struct service_named_row *named,
                     struct entry_at_row *about)
{
    bool found;
    TRY(service_named(req->db, req->arena, req->param[0].text, named, &found));
    if (!found) return FAIL(ERR_MISSING, "no service of that name");
    return entry_at(req->db, req->arena, named->id, about, &found);
}

static enum err handle(struct request *req, struct response *res)
{
    struct claim_view v = { .form = req->form, .self = { req->path } };
    struct service_named_row named;
    struct entry_at_row about;
    TRY(find(req, &named, &about));
    TRY(site_frame(req, &res->frame));
    v.name = about.name;
    v.organization = about.organization_name;
    v.back = PATH(req->arena, "/kaart/{}", about.slug);
    v.sent = str_is(req->query[0], "verstuurd");
    res->noindex = true;
    res->frame.title = words_in(SAY("Is dit van u?"), req->lang);
    res->frame.description =
        words_in(SAY("Houd zelf bij wat er van u op de sociale kaart staat."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, v.back, v.name);
    dialogue_crumb(res, v.self, res->frame.title);
    upkeep_claim_page(response_page(req, res), &v);
    return OK;
}

/* ---- is it theirs? ---- */

/* "https://www.Buurtwerk.nl:8/x" is at "buurtwerk.nl". */
static struct str host_of(struct arena *a, struct str website)
{
    const size_t at = str_find(website, STR("://"));
    struct str rest = at == SIZE_MAX ? website : str_from(website, at + 3);
    size_t n = 0;
    while (n < rest.n && rest.s[n] != '/' && rest.s[n] != ':' && rest.s[n] != '?' &&
           rest.s[n] != '#')
        n++;
    char *to = NEW(a, char, n + 1);
    for (size_t i = 0; i < n; i++)
        to[i] = rest.s[i] >= 'A' && rest.s[i] <= 'Z' ? (char)(rest.s[i] + 32) : rest.s[i];
    const struct str host = { to, n };
    return str_starts(host, STR("www.")) ? str_from(host, 4) : host;
}

static enum err is_theirs(struct request *req, const struct entry_at_row *about,
                          struct str email, bool *theirs)
{
    struct organization_websites_row *rows;
    size_t n;
    const struct str domain = str_from(email, str_find(email, STR("@")) + 1);
    TRY(organization_websites(req->db, req->arena, about->organization, &rows, &n));
    *theirs = about->organization_website.n &&
              str_eq(host_of(req->arena, about->organization_website), domain);
    /* each of their websites, or none: one that somebody slipped in gives no key to the others */
    bool all = n > 0;
    for (size_t i = 0; i < n; i++) all &= str_eq(host_of(req->arena, rows[i].website), domain);
    *theirs = *theirs || (all && !about->organization_website.n);
    return OK;
}

static enum err not_too_many(struct tx *tx, struct request *req, struct str email)
{
    const struct brake brakes[] = {
        { .what = "claim here", .client = req->client, .most = HERE, .seconds = HOUR },
        { .what = "claim to", .who = email, .most = TO_ONE, .seconds = DAY_SECONDS },
        { .what = "claim", .most = EVERYWHERE, .seconds = HOUR },
    };
    return brakes_pass(tx, req, brakes, COUNT_OF(brakes),
                       SAY("Dit werd net al gevraagd. Probeer het morgen nog eens."));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct claiming *f = form_values(req);
    struct service_named_row named;
    struct entry_at_row about;
    struct map_owner_at_row owner;
    struct str email;
    bool theirs, ready, found;
    TRY(find(req, &named, &about));
    if (!people_email(req->arena, f->email, &email) || !mail_address(email))
        form_wrong(req, "adres", SAY("Schrijf een e-mailadres als naam@voorbeeld.nl."));
    TRY(form_checked(req));
    TRY(not_too_many(tx, req, email));
    TRY(is_theirs(req, &about, email, &theirs));
    TRY(map_owner_put(tx, about.organization, str_trim(f->name), email,
                      theirs ? OWNER_DOMAIN : OWNER_CLAIMS, req->today));
    TRY(map_owner_at(tx->db, req->arena, about.organization, email, &owner, &found));
    TRY(mail_ready(tx->db, req->arena, &ready));
    if (found && theirs && owner.sure == OWNER_CLAIMS)
        TRY(map_owner_sure(tx, owner.id, OWNER_DOMAIN));
    if (found && ready && (theirs || owner.sure > OWNER_CLAIMS)) {
        TRY(owner_ask(tx, req, owner.id));
        TRY(owners_changed(tx, req->arena, about.organization));
    }
    /* the same answer for each, so that nobody learns who is known here */
    return response_redirect(
        res, PATH(req->arena, "/kaart/{}/van-ons?gedaan=verstuurd", about.slug));
}

const struct page upkeep_claim = {
    .path = "/kaart/:service/van-ons",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
