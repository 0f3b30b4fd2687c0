/* desk.c — /beheer/kaart: what people say is not right, and what their words mean on the map. */
#include "features/services/report.h"

#include "features/services/desk.html.h"

static const struct words *say_word(void)
{
    return SAY("Vul in wat mensen zeggen.");
}
static const struct field fields[] = {
    FIELD_LINE(struct meaning_form, said, "zegt", .required = true, .most = 100,
               .missing = say_word),
    FIELD_LINE(struct meaning_form, means, "kaart", .most = 300),
};
static const struct form form = FORM(struct meaning_form, fields);
static const struct field id_fields[] = { FIELD_NUMBER(struct id_form, id, "welk",
                                                       .required = true) };
static const struct form id_form = FORM(struct id_form, id_fields);

static enum err handle(struct request *req, struct response *res)
{
    struct desk_view v = { .self = { req->path }, .f = req->form };
    int64_t after = 0;
    if (req->query[1].n && !str_number(req->query[1], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no report");
    TRY(service_reports(req->db, req->arena, after, &v.reports, &v.reports_n));
    v.paged = after > 0;
    v.more = v.reports_n == service_reports_limit;
    TRY(map_meanings(req->db, req->arena, &v.meanings, &v.meanings_n));
    TRY(map_figures(req->db, req->today, &v.figures));
    if (str_is(req->query[0], "bewaard")) v.done = SAY("Bewaard. Het zoeken kent dit nu.");
    if (str_is(req->query[0], "klaar")) v.done = SAY("Deze melding is afgehandeld.");
    res->frame.title = words_in(SAY("Sociale kaart"), req->lang);
    services_desk_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct meaning_form *sent = form_values(req);
    TRY(map_meaning_explain(tx, req, sent->said, sent->means));
    res->location = (struct path){ STR("/beheer/kaart?gedaan=bewaard") };
    return OK;
}

static enum err act_remove(struct tx *tx, struct request *req, struct response *res)
{
    const struct id_form *sent = form_values(req);
    TRY(map_meaning_forget(tx, req, sent->id));
    res->location = (struct path){ STR("/beheer/kaart?gedaan=bewaard") };
    return OK;
}

static enum err act_done(struct tx *tx, struct request *req, struct response *res)
{
    const struct id_form *sent = form_values(req);
    TRY(service_report_done(tx, sent->id, req->now));
    res->location = (struct path){ STR("/beheer/kaart?gedaan=klaar") };
    return OK;
}

const struct page services_desk = {
    .path = "/beheer/kaart",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan na",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
const struct page services_meaning_remove = {
    .path = "/beheer/kaart/woord-weg",
    .who = WHO_ADMINISTRATOR,
    .form = &id_form,
    .act = act_remove,
    .file = __FILE__,
};
const struct page services_report_handled = {
    .path = "/beheer/kaart/melding-klaar",
    .who = WHO_ADMINISTRATOR,
    .form = &id_form,
    .act = act_done,
    .file = __FILE__,
};
