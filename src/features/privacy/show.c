/* show.c — /privacy/gegevens: every kind of personal data, made from the table that erases it. */
#include "features/privacy/show.h"
#include "features/privacy/show.html.h"

static struct str columns_of(struct arena *a, enum personal_kind kind)
{
    struct str all = { 0 };
    for (size_t i = 0; i < personal_columns_n; i++) {
        if (personal_columns[i].kind != kind) continue;
        all = all.n ? arena_format(a, "%.*s, %s", STR_ARG(all), personal_columns[i].name)
                    : str_of(personal_columns[i].name);
    }
    return all;
}

static enum err handle(struct request *req, struct response *res)
{
    struct register_view *v = NEW(req->arena, struct register_view, 1);
    for (int kind = 0; kind < PERSONAL_KINDS; kind++) {
        struct register_entry *x = &v->entries[kind];
        x->about = personal_about((enum personal_kind)kind);
        const struct str days = arena_format(req->arena, "%d", x->about.days);
        x->until = FILL(req->arena, x->about.until, req->lang, { "n", days });
        x->columns = columns_of(req->arena, (enum personal_kind)kind);
    }
    v->organisation = res->frame.organisation;
    res->frame.title = words_in(SAY("Welke gegevens bewaren wij, en waarom?"), req->lang);
    res->frame.description = words_in(
        SAY("Per soort: wat het is, waarvoor, wie het ziet en wanneer wij het wissen."),
        req->lang);
    register_page(response_page(req, res), v);
    return OK;
}

const struct page privacy_register = {
    .path = "/privacy/gegevens",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
