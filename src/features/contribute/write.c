/* write.c — /:dialogue/meepraten, something told in a few words. */
#include "features/contribute/contribute.h"
#include "features/contribute/write.html.h"

static const struct words *say_something(void)
{
    return SAY("Schrijf eerst wat u wilt zeggen. Een paar woorden is genoeg.");
}
static const struct field fields[] = {
    FIELD_TEXT(struct given, text, "tekst", .required = true, .most = 4000,
               .missing = say_something),
    FIELD_CHOICE(struct given, kind, "soort", "goes-well must-improve needed question tip"),
    GIVEN_FIELDS,
};
static const struct form form = FORM(struct given, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct contribute_view v;
    TRY(contribute_open(req, res, SAY("Praat mee"),
                        SAY("Vertel wat u ziet, meemaakt of nodig hebt. Het mag in elke taal."),
                        &v));
    if (req->query[1].n) { /* what was needed elsewhere, and is raised here */
        form_fill(req, "tekst", str_upto_letter(req->query[1], 400));
        form_fill(req, "soort", STR("needed"));
        res->no_store = true;
        res->noindex = true;
    }
    contribute_write_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct given *g = form_values(req);
    return contribute_keep(
        tx, req, res,
        &(struct received){ .channel = CHANNEL_WEB, .body = g->text, .kind = g->kind });
}

const struct page contribute_write = {
    .path = "/:dialogue/meepraten",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .query = "thema begin",
    .handle = handle,
    .form = &form,
    .prepare = contribute_foresee,
    .quick = true,
    .act = act,
    .file = __FILE__,
};
