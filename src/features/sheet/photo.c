/* photo.c — a photo of what was written or drawn at a table: /tafel/:token/foto for browsers without script,
 * /tafel/:token/fotos for the script of the sheet, which keeps a photo until it is here; /tafel/:token/foto/weg to
 * take one back. */
#include "features/sheet/photo.html.h"
#include "features/sheet/photo_back.html.h"
#include "features/sheet/show.h"

#include "base/bytes.h"
#include "web/handed.h"

struct table_photo {
    struct upload photo;
    struct str device, mark; /* as UUIDs; empty: a browser without script */
    int people;
    int64_t round;
};
static const struct field fields[] = {
    FIELD_FILE(struct table_photo, photo, "foto", .required = true, .missing = photo_choose),
    FIELD_CHOICE(struct table_photo, people, "mensen", PHOTO_PEOPLE_CODES, .required = true,
                 .missing = photo_choose_people),
    FIELD_NUMBER(struct table_photo, round, "ronde", .most = 1000),
    FIELD_LINE(struct table_photo, device, "apparaat", .most = MARK_TEXT),
    FIELD_LINE(struct table_photo, mark, "id", .most = MARK_TEXT),
};
static const struct form form = FORM(struct table_photo, fields);

enum full { NOT_FULL, KNOWN, FULL };
struct foreseen_photo {
    struct photo_looked looked; /* of a photo that is new, while there is room */
    enum full full;
    struct str mark;
};

/* ---- before its turn to write ---- */

/* Known by what the device calls it; without script the same form is the same photo. */
static enum err mark_of(const struct request *req, int64_t sheet, struct str *mark)
{
    const struct table_photo *f = form_values(req);
    struct str bytes = req->key;
    if (f->mark.n && !mark_read(req->arena, f->mark, &bytes))
        return FAIL(ERR_INPUT, "no such mark");
    *mark = arena_format(req->arena, "sheet %lld %.*s", (long long)sheet,
                         STR_ARG(hex_write(req->arena, bytes)));
    return OK;
}

/* Looks at the picture only when it is a new one of a table that is there. */
static enum err prepare(struct request *req)
{
    const struct table_photo *f = form_values(req);
    struct foreseen_photo *made = NEW(req->arena, struct foreseen_photo, 1);
    struct sheet_find_row row;
    struct str code;
    bool found = false, known;
    int64_t many;
    if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(sheet_find(req->db, req->arena, sheet_hash(req->arena, code), &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such table");
    *made = (struct foreseen_photo){ .full = NOT_FULL };
    req->prepared = made;
    TRY(mark_of(req, row.id, &made->mark));
    TRY(photo_known(req->db, req->arena, made->mark, &known));
    TRY(photos_full(req->db, row.gathering, row.number, &many));
    if (known || many >= PHOTOS_AT_TABLE)
        made->full = known ? KNOWN : FULL;
    else
        photo_look(req, f->photo.bytes, &made->looked);
    return OK;
}

static const char *looked_code(enum photo_why why)
{
    switch (why) {
    case PHOTO_FINE: return NULL;
    case PHOTO_NO_PICTURE: return "geen";
    case PHOTO_TOO_MUCH: return "groot";
    case PHOTO_BROKEN: return "stuk";
    case PHOTO_CANNOT: return "straks";
    case PHOTO_NOTHING: break;
    }
    return "fout";
}

/* ---- kept ---- */

/* `why` becomes what the phone has words for, or NULL when it is kept. */
static enum err keep(struct tx *tx, struct request *req, const struct sheet *s,
                     const char **why)
{
    static const char no_device[SHEET_MARK];
    const struct table_photo *f = form_values(req);
    const struct foreseen_photo *made = req->prepared;
    struct request as = *req;
    struct photo_given given = { .dialogue = s->d.id,
                                 .mark = made->mark,
                                 .people = (enum photo_people)f->people,
                                 .image = &made->looked.image };
    struct str device = { no_device, SHEET_MARK };
    bool shut;
    as.visitor =
        (struct visitor){ 0 }; /* the table does it, whoever is signed in on that phone */
    *why = NULL;
    if (made->full == KNOWN) return OK;
    if (f->device.n && !mark_read(req->arena, f->device, &device))
        return FAIL(ERR_INPUT, "no such device");
    TRY(sheet_shut(tx->db, req, s, device, &shut));
    for (size_t i = 0; i < s->rounds_n; i++)
        if (s->rounds[i].round == f->round || !given.at_table) given.at_table = s->rounds[i].id;
    *why = looked_code(made->looked.why);
    if (made->full == FULL) *why = "vol";
    if (shut) *why = "dicht";
    return *why ? OK : photo_keep(tx, &as, &given);
}

/* ---- from the script of the sheet ---- */

static enum err act_script(struct tx *tx, struct request *req, struct response *res)
{
    const struct table_photo *f = form_values(req);
    const char *why;
    struct sheet s;
    TRY(sheet_open(req, res, &s));
    if (!f->mark.n || !f->device.n) return FAIL(ERR_INPUT, "no mark or device");
    TRY(keep(tx, req, &s, &why));
    res->content = CONTENT_JSON;
    out_raw(&res->body, why ? arena_format(req->arena, "{\"niet\":\"%s\"}", why)
                            : arena_format(req->arena, "{\"klaar\":\"%.*s\"}",
                                           STR_ARG(f->mark))); /* a mark that was read */
    return OK;
}

const struct page sheet_photos = {
    .path = "/tafel/:token/fotos",
    .who = WHO_ANYONE,
    .form = &form,
    .prepare = prepare,
    .act = act_script,
    .upload = PHOTO_UPLOAD,
    .own_token = true,
    .file = __FILE__,
};

/* ---- without script ---- */

static enum err handle(struct request *req, struct response *res)
{
    struct sheet_view v;
    int64_t round = 0;
    if (!str_number(form_typed(req->form, "ronde"), 1000, &round)) round = 0;
    TRY(sheet_view_fill(req, res, round, &v));
    res->frame.title = words_in(SAY("Foto van een vel of tekening"), req->lang);
    sheet_photo_page(response_page(req, res), &v);
    return OK;
}

static void say_why(struct request *req, const char *why)
{
    const struct foreseen_photo *made = req->prepared;
    if (str_is(str_of(why), "dicht"))
        form_wrong(req, NULL, SAY("Deze tafel is klaar. Er komt niets meer bij."));
    else if (str_is(str_of(why), "vol"))
        form_wrong(req, NULL, SAY("Er zijn al genoeg foto’s van deze tafel."));
    else
        form_wrong(req, "foto", photo_why_words(made->looked.why));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct table_photo *f = form_values(req);
    const char *why;
    struct sheet s;
    TRY(sheet_open(req, res, &s));
    TRY(keep(tx, req, &s, &why));
    if (why) say_why(req, why);
    TRY(form_checked(req));
    return response_redirect(res, PATH(req->arena, "/tafel/{}?ronde={}&gedaan=foto", s.slug,
                                       arena_format(req->arena, "%lld", (long long)f->round)));
}

const struct page sheet_photo = {
    .path = "/tafel/:token/foto",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &form,
    .prepare = prepare,
    .act = act,
    .upload = PHOTO_UPLOAD,
    .own_token = true,
    .file = __FILE__,
};

/* ---- taken back, until the table closes ---- */

struct back {
    int64_t photo;
};
static const struct field back_fields[] = {
    FIELD_NUMBER(struct back, photo, "foto", .required = true),
};
static const struct form back_form = FORM(struct back, back_fields);

static enum err back_page(struct request *req, struct response *res)
{
    struct sheet_view v;
    TRY(sheet_view_fill(req, res, 0, &v));
    res->frame.title = words_in(SAY("Haal een foto weg"), req->lang);
    sheet_photo_back_page(response_page(req, res), &v);
    return OK;
}

static enum err take_back(struct tx *tx, struct request *req, struct response *res)
{
    const struct back *f = form_values(req);
    struct request as = *req;
    struct sheet s;
    TRY(sheet_open(req, res, &s));
    TRY(form_checked(req));
    if (s.row.has_closed) return FAIL(ERR_CLASH, "the table closed");
    as.visitor = (struct visitor){ 0 }; /* the table does it */
    TRY(photo_take_back(tx, &as, s.row.gathering, s.row.number, s.d.id, f->photo));
    return response_redirect(res, PATH(req->arena, "/tafel/{}?gedaan=foto-weg", s.slug));
}

const struct page sheet_photo_back = {
    .path = "/tafel/:token/foto/weg",
    .who = WHO_ANYONE,
    .handle = back_page,
    .form = &back_form,
    .act = take_back,
    .own_token = true,
    .file = __FILE__,
};
