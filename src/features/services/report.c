/* report.c — /kaart/:service/klopt-niet: somebody says what is not right. No name is asked. */
#include "features/services/report.h"

#include "features/people/people.h"
#include "features/services/report.html.h"

enum { REPORTS_HERE = 20, REPORTS_ALL = 300, HOUR = 3600 };

static const struct words *choose(void)
{
    return SAY("Kies wat er niet klopt.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct report_form, what, "wat", "telefoon tijden plek gestopt anders",
                 .required = true, .missing = choose),
    FIELD_TEXT(struct report_form, body, "tekst", .most = 500),
};
static const struct form form = FORM(struct report_form, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct report_view v = { .self = { req->path }, .f = req->form };
    TRY(site_frame(req, &res->frame));
    TRY(service_find(req, &v.c));
    res->frame.title = words_in(SAY("Klopt er iets niet?"), req->lang);
    res->frame.description =
        words_in(SAY("Vertel wat er niet klopt op de sociale kaart."), req->lang);
    res->noindex = true;
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, PATH(req->arena, "/kaart/{}", v.c.s.slug), v.c.text.name);
    dialogue_crumb(res, v.self, res->frame.title);
    services_report_page(response_page(req, res), &v);
    return OK;
}

/* The team reads each of them, so a machine that sends thousands is stopped. */
static enum err not_too_many(struct tx *tx, struct request *req)
{
    const struct brake brakes[] = {
        { .what = "report here", .client = req->client, .most = REPORTS_HERE, .seconds = HOUR },
        { .what = "report", .most = REPORTS_ALL, .seconds = HOUR },
    };
    return brakes_pass(
        tx, req, brakes, COUNT_OF(brakes),
        SAY("Hier kwamen net veel meldingen binnen. Probeer het over een uur nog eens."));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct report_form *sent = form_values(req);
    struct service_named_row row;
    bool found;
    TRY(service_named(req->db, req->arena, req->param[0].text, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no service of that name");
    TRY(not_too_many(tx, req));
    TRY(service_report_add(tx, row.id, req->now, (enum report_what)sent->what, sent->body));
    res->location = PATH(req->arena, "/kaart/{}?gedaan=gemeld", req->param[0].text);
    return OK;
}

const struct page services_report = {
    .path = "/kaart/:service/klopt-niet",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
