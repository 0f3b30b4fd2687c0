/* speak.c — /:dialogue/meepraten/inspreken, something spoken; the team hears it, types it out, and then
 * it is erased. */
#include "features/contribute/contribute.h"
#include "features/contribute/speak.html.h"

enum { SOUND_MOST = 10 * 1024 * 1024, SOUND_AND_FORM = SOUND_MOST + 64 * 1024 };

static const struct words *record_it(void)
{
    return SAY("Neem iets op, of kies een opname.");
}
static const struct field fields[] = {
    FIELD_FILE(struct given, sound, "geluid", .required = true, .missing = record_it),
    GIVEN_FIELDS,
};
static const struct form form = FORM(struct given, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct contribute_view v;
    TRY(contribute_open(
        req, res, SAY("Spreek uw inbreng in"),
        SAY("Vertel het in uw eigen taal. Iemand van het team luistert en schrijft het op."),
        &v));
    res->microphone = true;
    contribute_speak_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct given *g = form_values(req);
    const struct str type = sound_type(g->sound.bytes);
    struct listening listening;
    int64_t dialogue;
    struct str own;
    TRY(dialogue_named(req, &dialogue, &own));
    TRY(listening_now(req, dialogue, &listening));
    if (!listening.recordings)
        form_wrong(req, NULL, SAY("Inspreken kan nu niet. Schrijven kan wel."));
    if (!type.n)
        form_wrong(req, "geluid",
                   SAY("Dit is geen opname die wij kunnen horen. Kies een geluid, zoals M4A, "
                       "MP3 of WAV."));
    if (g->sound.bytes.n > SOUND_MOST)
        form_wrong(req, "geluid", SAY("Deze opname is te groot. Spreek iets korters in."));
    return contribute_keep(tx, req, res,
                           &(struct received){ .channel = CHANNEL_SPOKEN,
                                               .sound = g->sound.bytes,
                                               .sound_type = type,
                                               .kind = -1 });
}

const struct page contribute_speak = {
    .path = "/:dialogue/meepraten/inspreken",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .query = "thema",
    .handle = handle,
    .form = &form,
    .prepare = contribute_foresee,
    .quick = true,
    .act = act,
    .upload = SOUND_AND_FORM,
    .file = __FILE__,
};
