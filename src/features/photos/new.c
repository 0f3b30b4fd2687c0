/* new.c — /:dialogue/beheer/fotos/nieuw: a photo that the team puts in: of a sheet on the wall, or one that
 * came on paper with a contribution. */
#include "features/photos/new.h"
#include "features/photos/new.html.h"

static enum err handle(struct request *req, struct response *res)
{
    struct photo_new_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    TRY(photo_tables(req->db, req->arena, v.d.id, v.d.own, &v.tables, &v.tables_n));
    form_fill(req, "inbreng", req->query[0]);
    res->frame.title = words_in(SAY("Voeg een foto toe"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/fotos", v.d.slug),
                   words_in(SAY("Foto’s"), req->lang));
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/fotos/nieuw", v.d.slug), res->frame.title);
    photo_new_page(response_page(req, res), &v);
    return OK;
}

static const struct field fields[] = {
    FIELD_FILE(struct photo_new_form, photo, "foto", .required = true, .missing = photo_choose),
    FIELD_CHOICE(struct photo_new_form, people, "mensen", PHOTO_PEOPLE_CODES, .required = true,
                 .missing = photo_choose_people),
    FIELD_NUMBER(struct photo_new_form, at_table, "tafel", .least = 1),
    FIELD_NUMBER(struct photo_new_form, voice, "inbreng", .least = 1),
};
static const struct form form = FORM(struct photo_new_form, fields);

static enum err prepare(struct request *req)
{
    const struct photo_new_form *f = form_values(req);
    struct photo_looked *looked = NEW(req->arena, struct photo_looked, 1);
    photo_look(req, f->photo.bytes, looked);
    if (looked->why != PHOTO_FINE) form_wrong(req, "foto", photo_why_words(looked->why));
    req->prepared = looked;
    return form_checked(req);
}

static enum err find(struct tx *tx, struct request *req, const struct dialogue *d,
                     struct photo_given *g)
{
    const struct photo_new_form *f = form_values(req);
    struct photo_tables_row *tables;
    struct photo_voice_row voice;
    bool found = false;
    size_t n;
    TRY(photo_tables(tx->db, req->arena, d->id, d->own, &tables, &n));
    for (size_t i = 0; i < n; i++)
        if (tables[i].id == f->at_table) g->at_table = f->at_table;
    if (f->at_table && !g->at_table)
        form_wrong(req, "tafel", SAY("Kies een van de antwoorden die er staan."));
    if (!f->voice) return form_checked(req);
    TRY(photo_voice(tx->db, req->arena, d->id, f->voice, &voice, &found));
    if (found) g->voice = voice.id;
    if (!found || voice.visibility == VISIBILITY_ERASED)
        form_wrong(req, "inbreng", SAY("Deze inbreng is er niet. Kijk naar het nummer."));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct photo_new_form *f = form_values(req);
    const struct photo_looked *looked = req->prepared;
    struct dialogue d;
    TRY(desk_open(req, res, &d));
    struct photo_given given = { .dialogue = d.id,
                                 .mark = arena_join(req->arena, STR("desk "), req->key),
                                 .people = (enum photo_people)f->people,
                                 .image = &looked->image };
    TRY(find(tx, req, &d, &given));
    TRY(photo_keep(tx, req, &given));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/fotos?gedaan=nieuw", d.slug));
}

const struct page photos_new = {
    .path = "/:dialogue/beheer/fotos/nieuw",
    .who = WHO_EDITOR,
    .query = "inbreng",
    .handle = handle,
    .form = &form,
    .prepare = prepare,
    .act = act,
    .upload = PHOTO_UPLOAD,
    .file = __FILE__,
};
