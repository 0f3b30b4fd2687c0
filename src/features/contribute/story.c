/* story.c — /:dialogue/meepraten/verhaal, something told at length, signed as its teller likes. */
#include "features/contribute/contribute.h"
#include "features/contribute/story.html.h"

static const struct words *tell_it(void)
{
    return SAY("Schrijf hier eerst uw verhaal.");
}
static const struct words *name_it(void)
{
    return SAY("Geef uw verhaal een titel. Een paar woorden is genoeg.");
}
static const struct field fields[] = {
    FIELD_LINE(struct given, title, "titel", .required = true, .most = 120, .missing = name_it),
    FIELD_TEXT(struct given, text, "tekst", .required = true, .most = 20000,
               .missing = tell_it),
    FIELD_LINE(struct given, signed_by, "naam", .most = 80),
    GIVEN_FIELDS,
};
static const struct form form = FORM(struct given, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct contribute_view v;
    TRY(contribute_open(req, res, SAY("Vertel uw verhaal"),
                        SAY("Wat maakte u mee? Neem de tijd. Het mag in elke taal."), &v));
    contribute_story_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct given *g = form_values(req);
    return contribute_keep(tx, req, res,
                           &(struct received){ .channel = CHANNEL_WEB,
                                               .body = g->text,
                                               .title = g->title,
                                               .signed_by = g->signed_by,
                                               .kind = KIND_STORY });
}

const struct page contribute_story = {
    .path = "/:dialogue/meepraten/verhaal",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .query = "thema",
    .handle = handle,
    .form = &form,
    .prepare = contribute_foresee,
    .quick = true,
    .act = act,
    .upload = 400 * 1024, /* 20,000 letters, each up to 12 bytes in a form */
    .file = __FILE__,
};
