/* photo.c — /:dialogue/meepraten/foto, a few words with a photo. The photo waits for a person like the words
 * do, and is erased with them. */
#include "features/contribute/contribute.h"
#include "features/contribute/photo.html.h"

static const struct words *say_something(void)
{
    return SAY("Schrijf ook een paar woorden. Wat laat de foto zien?");
}
static const struct field fields[] = {
    FIELD_FILE(struct given, photo, "foto", .required = true, .missing = photo_choose),
    FIELD_CHOICE(struct given, people, "mensen", PHOTO_PEOPLE_CODES, .required = true,
                 .missing = photo_choose_people),
    FIELD_TEXT(struct given, text, "tekst", .required = true, .most = 4000,
               .missing = say_something),
    GIVEN_FIELDS,
};
static const struct form form = FORM(struct given, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct contribute_view v;
    TRY(contribute_open(
        req, res, SAY("Stuur een foto"),
        SAY("Van een plek, een brief of een tekening. Schrijf er een paar woorden bij."), &v));
    contribute_photo_page(response_page(req, res), &v);
    return OK;
}

/* A picture is looked at only while the dialogue listens. */
static enum err prepare(struct request *req)
{
    const struct given *g = form_values(req);
    struct photo_looked *looked = NEW(req->arena, struct photo_looked, 1);
    struct listening listening;
    struct str own;
    int64_t dialogue;
    req->prepared = looked;
    TRY(dialogue_named(req, &dialogue, &own));
    TRY(listening_now(req, dialogue, &listening));
    if (!listening.open) return OK; /* which `act` says */
    photo_look(req, g->photo.bytes, looked);
    if (looked->why != PHOTO_FINE) form_wrong(req, "foto", photo_why_words(looked->why));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct given *g = form_values(req);
    const struct photo_looked *looked = req->prepared;
    struct received in = { .channel = CHANNEL_WEB, .body = g->text, .kind = -1 };
    struct receipt receipt;
    TRY(contribute_receive(tx, req, &in, &receipt));
    TRY(photo_keep(
        tx, req,
        &(struct photo_given){ .dialogue = in.dialogue,
                               .voice = receipt.voice,
                               .mark = arena_join(req->arena, STR("receipt "), receipt.code),
                               .people = (enum photo_people)g->people,
                               .image = &looked->image }));
    return response_redirect(res, receipt_path(req->arena, receipt.code));
}

const struct page contribute_photo = {
    .path = "/:dialogue/meepraten/foto",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .query = "thema",
    .handle = handle,
    .form = &form,
    .prepare = prepare,
    .act = act,
    .upload = PHOTO_UPLOAD,
    .file = __FILE__,
};
