/* one.c — /:dialogue/beheer/fotos/#photo: one photo, what is seen on it, and what is decided about it. */
#include "features/photos/desk.h"
#include "features/photos/one.html.h"

enum { BEHIND_THE_OTHERS = 100000 }; /* in the order of pictures */

/* ---- showing ---- */

static enum err open_photo(struct request *req, struct response *res, struct photo_view *v)
{
    bool found;
    TRY(desk_open(req, res, &v->d));
    TRY(photo_find(req->db, req->arena, v->d.id, req->param[1].number, &v->p, &found));
    if (!found) return FAIL(ERR_MISSING, "no such photo");
    v->team_only =
        v->p.has_consent && v->p.consent != 0; /* CONSENT_PUBLIC of voices/intake.h */
    v->self = PATH(req->arena, "/{}/beheer/fotos/{}", v->d.slug,
                   arena_format(req->arena, "%lld", (long long)v->p.id));
    TRY(photo_themes(req->db, req->arena, v->d.id, v->d.own, &v->themes, &v->themes_n));
    for (size_t i = 0; v->p.has_picture && i < v->themes_n; i++)
        if (v->themes[i].has_picture && v->themes[i].picture == v->p.picture)
            v->at_theme = v->themes[i].id;
    return history_newest(req->db, THING_PHOTO, v->p.id, &v->seen);
}

static void fill(struct request *req, const struct photo_view *v)
{
    form_fill(req, "mensen", str_of(photo_people_term((int)v->p.people).code));
    form_fill(req, "alt", v->p.alt);
    form_fill(req, "alt-en", v->p.alt_en);
    form_fill(req, "maker", v->p.maker);
    if (v->at_theme) form_fill_number(req, "thema", v->at_theme);
    if (v->p.has_hidden_for)
        form_fill(req, "reden", str_of(reason_term((int)v->p.hidden_for).code));
}

static enum err handle(struct request *req, struct response *res)
{
    struct photo_view v = { .form = req->form };
    TRY(open_photo(req, res, &v));
    TRY(history_of(req, &v.d, THING_PHOTO, v.p.id, INT64_MAX, &v.history));
    fill(req, &v);
    v.done = photo_done_words(req->query[0]);
    res->frame.title = FILL(req->arena, SAY("Foto {n}"), req->lang,
                            { "n", arena_format(req->arena, "%lld", (long long)v.p.id) });
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/fotos", v.d.slug),
                   words_in(SAY("Foto’s"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    photo_page(response_page(req, res), &v);
    return OK;
}

/* ---- what is posted ---- */

static const struct field fields[] = {
    FIELD_CHOICE(struct photo_form, people, "mensen", PHOTO_PEOPLE_CODES, .required = true,
                 .missing = photo_choose_people),
    FIELD_TEXT(struct photo_form, alt, "alt", .most = 600),
    FIELD_TEXT(struct photo_form, alt_en, "alt-en", .most = 600),
    FIELD_LINE(struct photo_form, maker, "maker", .most = 120),
    FIELD_NUMBER(struct photo_form, theme, "thema", .least = 1),
    FIELD_CHOICE(struct photo_form, deed, "doe", "toon team verberg bewaar", .required = true),
    FIELD_CHOICE(struct photo_form, reason, "reden",
                 "double elsewhere personal harmful unclear outside"),
    FIELD_NUMBER(struct photo_form, seen, "gezien"),
};
static const struct form form = FORM(struct photo_form, fields);

static void check_shown(struct request *req, const struct photo_form *f,
                        const struct photo_view *v)
{
    bool theirs = !f->theme;
    if (!f->alt.n) form_wrong(req, "alt", SAY("Schrijf op wat er te zien is."));
    if (!f->maker.n) form_wrong(req, "maker", SAY("Schrijf op wie dit maakte."));
    if (f->people == PEOPLE_NOT_ASKED)
        form_wrong(req, "mensen",
                   SAY("Vraag eerst of wie erop staat het goed vindt. Anders blijft de foto "
                       "voor het team."));
    if (v->team_only)
        form_wrong(req, NULL, SAY("De inzender wil dit alleen met het team delen."));
    for (size_t i = 0; i < v->themes_n; i++) theirs |= v->themes[i].id == f->theme;
    if (!theirs) form_wrong(req, "thema", SAY("Kies een van de antwoorden die er staan."));
}

static enum err check(struct tx *tx, struct request *req, const struct photo_form *f,
                      const struct photo_view *v)
{
    int64_t gone = 0;
    if (v->p.state == PHOTO_ERASED)
        form_wrong(req, NULL, SAY("Deze foto is gewist. Er is niets meer te doen."));
    else if (v->seen != f->seen)
        form_wrong(req, NULL,
                   SAY("Een collega veranderde deze foto. Kijk opnieuw en kies dan."));
    if (f->deed == PHOTO_DO_SHOW || (f->deed == PHOTO_DO_KEEP && v->p.state == PHOTO_SHOWN))
        check_shown(req, f, v);
    if (f->deed == PHOTO_DO_HIDE && f->reason < 0)
        form_wrong(req, "reden", SAY("Kies waarom deze foto niet te zien is."));
    if (f->deed == PHOTO_DO_SHOW && f->theme) TRY(image_is_gone(tx->db, v->p.hash, &gone));
    if (gone)
        form_wrong(req, "thema",
                   SAY("Dit beeld is eerder bij een thema gewist. Daar komt het niet terug."));
    return form_checked(req);
}

static enum err written(struct tx *tx, struct request *req, const struct photo_view *v,
                        enum act act, struct str before, struct str after)
{
    return history_write(tx, req,
                         &(struct change){ .dialogue = v->d.id,
                                           .thing = THING_PHOTO,
                                           .number = v->p.id,
                                           .act = act,
                                           .before = before,
                                           .after = after },
                         NULL);
}

static enum err describe(struct tx *tx, struct request *req, const struct photo_form *f,
                         const struct photo_view *v)
{
    const struct words *was = photo_people_term((int)v->p.people).words,
                       *is = photo_people_term(f->people).words;
    TRY(photo_describe(tx, v->p.id, (enum photo_people)f->people, f->alt, f->alt_en, f->maker));
    if (was != is)
        TRY(written(tx, req, v, ACT_CHANGED, words_in(was, LANG_NL), words_in(is, LANG_NL)));
    if (!str_eq(f->alt, v->p.alt)) TRY(written(tx, req, v, ACT_REWORDED, v->p.alt, f->alt));
    if (!str_eq(f->maker, v->p.maker))
        TRY(written(tx, req, v, ACT_CHANGED, v->p.maker, f->maker));
    return OK;
}

/* Above a theme a photo stands as a picture like those of a folder: the next edition takes it along. */
static enum err put_above(struct tx *tx, struct request *req, const struct photo_form *f,
                          const struct photo_view *v)
{
    const struct str slug = arena_format(req->arena, "foto-%lld", (long long)v->p.id);
    const bool png = str_is(v->p.type, "image/png");
    struct photo_large_row large;
    struct photo_small_row small;
    struct image_find_row image;
    int64_t picture = v->p.picture;
    bool found;
    TRY(image_find(tx->db, req->arena, v->p.hash, &image, &found));
    TRY(photo_large(tx->db, req->arena, v->d.id, v->p.id, &large, &found));
    if (!found) return FAIL(ERR_GONE, "the photo is erased");
    TRY(photo_small(tx->db, req->arena, v->d.id, v->p.id, &small, &found));
    TRY(image_find(tx->db, req->arena, v->p.hash, &image, &found));
    if (!found)
        TRY(image_add(tx, v->p.hash, v->p.type, v->p.width, v->p.height, large.bytes,
                      small.bytes, &image.id));
    if (!v->p.has_picture)
        TRY(picture_add(tx, v->d.id, slug, BEHIND_THE_OTHERS + v->p.id, image.id,
                        arena_format(req->arena, "%.*s.%s", STR_ARG(slug), png ? "png" : "jpg"),
                        f->maker, &picture));
    TRY(theme_picture_clear(tx, picture));
    TRY(theme_picture_set(tx, f->theme, picture));
    TRY(photo_pictured(tx, v->p.id, true, picture));
    return written(tx, req, v, ACT_MOVED, STR(""), STR(""));
}

/* What stands above a theme says what the desk wrote last. */
static enum err picture(struct tx *tx, struct request *req, const struct photo_form *f,
                        const struct photo_view *v)
{
    struct picture_find_row row;
    bool found;
    if (f->theme && f->theme != v->at_theme) TRY(put_above(tx, req, f, v));
    if (!f->theme && v->at_theme) TRY(theme_picture_clear(tx, v->p.picture));
    TRY(picture_find(tx->db, req->arena, v->d.id,
                     arena_format(req->arena, "foto-%lld", (long long)v->p.id), &row, &found));
    if (!found) return OK;
    TRY(picture_update(tx, row.id, BEHIND_THE_OTHERS + v->p.id, row.image,
                       arena_format(req->arena, "foto-%lld.%s", (long long)v->p.id,
                                    str_is(v->p.type, "image/png") ? "png" : "jpg"),
                       f->maker));
    TRY(picture_text_put(tx, row.id, v->d.own, f->alt, STR("")));
    if (f->alt_en.n && !str_is(v->d.own, "en"))
        TRY(picture_text_put(tx, row.id, STR("en"), f->alt_en, STR("")));
    return OK;
}

/* Not shown any more: a copy above a theme goes for good, since nobody can tell who still shows it. */
static enum err away(struct tx *tx, struct request *req, const struct photo_view *v)
{
    struct image_find_row image;
    bool found;
    if (!v->p.has_picture) return OK;
    TRY(theme_picture_clear(tx, v->p.picture));
    TRY(image_find(tx->db, req->arena, v->p.hash, &image, &found));
    if (found) TRY(picture_erase(tx, req->arena, v->p.hash, req->now));
    return photo_pictured(tx, v->p.id, false, 0);
}

static enum err decided(struct tx *tx, struct request *req, const struct photo_form *f,
                        const struct photo_view *v)
{
    const bool by = req->visitor.person != 0, hide = f->deed == PHOTO_DO_HIDE;
    const enum reason reason = hide ? (enum reason)(REASON_DOUBLE + f->reason) : 0;
    if (f->deed == PHOTO_DO_KEEP)
        return v->p.state == PHOTO_SHOWN ? picture(tx, req, f, v) : OK;
    if (f->deed == PHOTO_DO_SHOW) {
        TRY(photo_decide(tx, v->p.id, PHOTO_SHOWN, req->now, by, req->visitor.person, false,
                         0));
        TRY(picture(tx, req, f, v));
        return written(tx, req, v, ACT_SHOWN, STR(""), STR(""));
    }
    TRY(away(tx, req, v));
    TRY(photo_decide(tx, v->p.id, PHOTO_HIDDEN, req->now, by, req->visitor.person, hide,
                     reason));
    return written(tx, req, v, ACT_HIDDEN, STR(""),
                   hide ? str_of(reason_term((int)reason).code) : STR(""));
}

static struct path then(struct request *req, const struct photo_view *v, struct str done,
                        int64_t next)
{
    if (!next) return PATH(req->arena, "/{}/beheer/fotos?gedaan={}", v->d.slug, done);
    return PATH(req->arena, "/{}/beheer/fotos/{}?gedaan={}", v->d.slug,
                arena_format(req->arena, "%lld", (long long)next), done);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    static const char *const deeds[] = { "toon", "team", "verberg", "bewaar" };
    const struct photo_form *f = form_values(req);
    struct photo_view v = { .form = req->form };
    struct photo_next_row next = { 0 };
    bool found;
    TRY(open_photo(req, res, &v));
    TRY(check(tx, req, f, &v));
    /* The schema refuses words taken from a photo that shows: first it goes, or first they come. */
    const bool goes = f->deed == PHOTO_DO_TEAM || f->deed == PHOTO_DO_HIDE;
    if (goes) TRY(decided(tx, req, f, &v));
    TRY(describe(tx, req, f, &v));
    if (!goes) TRY(decided(tx, req, f, &v));
    if (f->deed == PHOTO_DO_KEEP || v.p.state != PHOTO_WAITING)
        next.id = v.p.id;
    else
        TRY(photo_next(tx->db, req->arena, v.d.id, v.p.id, &next, &found));
    return response_redirect(res, then(req, &v, str_of(deeds[f->deed]), next.id));
}

const struct page photos_one = {
    .path = "/:dialogue/beheer/fotos/#photo",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- erased ---- */

static enum err erase(struct tx *tx, struct request *req, struct response *res)
{
    struct photo_view v = { .form = req->form };
    TRY(open_photo(req, res, &v));
    if (v.p.state == PHOTO_ERASED) return FAIL(ERR_GONE, "the photo is erased");
    TRY(photo_wipe(tx, req->arena, v.p.id, req->now));
    TRY(written(tx, req, &v, ACT_ERASED, STR(""), STR("")));
    return response_redirect(res, then(req, &v, STR("wis"), 0));
}

static const struct form nothing = { 0 };
const struct page photos_erase = {
    .path = "/:dialogue/beheer/fotos/#photo/wis",
    .who = WHO_EDITOR,
    .form = &nothing,
    .act = erase,
    .file = __FILE__,
};
