/* dialogue.c — see dialogue.h: from an address to an opened dialogue and the frame around it. */
#include "features/dialogue/dialogue.h"

enum { SMALL_WIDTH = 640 };                   /* at most, of the small version of a picture */
enum { GREY_WIDTH = 640, GREY_HEIGHT = 400 }; /* of assets/gewist.png */

static struct str say(const struct request *req, const struct words *words)
{
    return words_in(words, req->lang);
}

/* One place in the menu; it is marked on every page whose address goes on with `part`. */
struct place {
    const struct words *words;
    const char *pattern, *part;
    struct str slug; /* second part of the pattern, when it has one */
    bool shown;
};

static void menu_fill(struct request *req, struct frame *frame, struct str slug,
                      struct str under, const struct place *places, size_t n)
{
    const struct str rest = str_from(req->path, 1 + slug.n + under.n + 1); /* "/slug/" */
    for (size_t i = 0; i < n && frame->menu_n < MENU; i++) {
        const struct place *p = &places[i];
        if (!p->shown) continue;
        const struct str parts[] = { slug, p->slug };
        const struct str part = str_of(p->part);
        frame->menu[frame->menu_n++] = (struct link){
            .to = path_make(req->arena, p->pattern, parts, p->slug.n ? 2 : 1),
            .text = say(req, p->words),
            .here = part.n ? str_starts(rest, part) : rest.n == 0,
        };
    }
}

/* As it was set, else while the first or second phase is now. */
static bool listens(const struct request *req, const struct dialogue_opened_row *row)
{
    if (!row->has_is_open) return row->listening;
    return row->is_open && (!row->has_until || req->today.n <= row->until.n);
}

static void frame_open(struct request *req, struct frame *frame,
                       const struct dialogue_opened_row *row)
{
    const struct place places[] = {
        { SAY("Overzicht"), "/{}", "", .shown = true },
        { SAY("Thema’s"), "/{}/themas", "thema", .shown = true },
        { SAY("Punten"), "/{}/punten", "punt", .shown = row->has_edition },
        { SAY("Bijeenkomst"), "/{}/bijeenkomst/{}", "bijeenkomst", row->gathering,
          row->gatherings == 1 },
        { SAY("Bijeenkomsten"), "/{}/bijeenkomsten", "bijeenkomst",
          .shown = row->gatherings > 1 },
        { SAY("Verhalen"), "/{}/verhalen", "verha", .shown = row->stories },
        { SAY("Bronnen"), "/{}/bronnen", "bron", .shown = row->sources },
        { SAY("Verslag"), "/{}/verslag", "verslag", .shown = true },
        { SAY("Daden"), "/{}/daden", "daden", .shown = row->advised },
        { SAY("Praat mee"), "/{}/meepraten", "meepraten", .shown = listens(req, row) },
    };
    menu_fill(req, frame, row->slug, STR(""), places, COUNT_OF(places));
    if (row->map && frame->menu_n < MENU) /* of the whole city */
        frame->menu[frame->menu_n++] =
            (struct link){ .to = { STR("/kaart") }, .text = say(req, SAY("Sociale kaart")) };
    frame->crumbs[0] = (struct link){ .to = PATH(req->arena, "/{}", row->slug), row->title };
    frame->crumbs_n = 1;
    frame->notice = row->notice;
    frame->notice_lang = row->lang;
    frame->invented = row->invented;
    frame->search = PATH(req->arena, "/{}/zoeken", row->slug);
    frame->title = row->title;
    frame->description = row->summary.n ? row->summary : row->question;
}

/* Who goes astray inside a dialogue keeps its menu and its search box. */
static enum err lost_inside(struct request *req, struct frame *frame)
{
    struct dialogue_opened_row row;
    struct str rest = str_from(req->path, 1), slug;
    bool found = false;
    if (!str_next(&rest, '/', &slug) || !str_slug(slug)) return OK;
    TRY(dialogue_opened(req->db, req->arena, slug, lang_about(req->lang)->code, &row, &found));
    if (found) frame_open(req, frame, &row);
    return OK;
}

enum err site_frame(struct request *req, struct frame *frame)
{
    struct municipality_get_row city;
    struct municipality_invented_row all;
    bool found;
    TRY(municipality_invented(req->db, req->arena, &all));
    frame->invented = all.invented;
    TRY(municipality_get(req->db, req->arena, &city, &found));
    frame->site = STR("Dialoog");
    if (req->lost) TRY(lost_inside(req, frame));
    if (!found) return OK;
    frame->organisation = city.name;
    frame->phone = city.phone;
    frame->email = city.email;
    char colour[] = "000000.css"; /* by hand: every page does this */
    for (int i = 0; i < 6; i++)
        colour[i] = "0123456789abcdef"[(unsigned)city.colour >> (20 - 4 * i) & 15];
    frame->brand.text = arena_join(req->arena, STR("/assets/brand-"), str_of(colour));
    return OK;
}

enum err dialogue_named(const struct request *req, int64_t *id, struct str *own)
{
    struct dialogue_find_row row;
    bool found;
    TRY(dialogue_find(req->db, req->arena, req->param[0].text, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no dialogue %.*s", STR_ARG(req->param[0].text));
    *id = row.id;
    *own = row.own;
    return OK;
}

enum err dialogue_open(struct request *req, struct response *res, struct dialogue *d)
{
    struct dialogue_opened_row row;
    bool found;
    TRY(dialogue_opened(req->db, req->arena, req->param[0].text, lang_about(req->lang)->code,
                        &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no dialogue %.*s", STR_ARG(req->param[0].text));
    *d = (struct dialogue){
        .id = row.id,
        .slug = row.slug,
        .own = row.own,
        .lang = row.lang,
        .title = row.title,
        .question = row.question,
        .summary = row.summary,
        .area = row.area,
        .notice = row.notice,
        .invented = row.invented,
        .licence = row.licence,
        .listens = listens(req, &row),
        .advised = row.advised,
        .map = row.map,
        .counts_days = row.counts_days,
        .has_picture = row.has_picture,
        .picture = row.picture,
        .edition = row.has_edition ? row.edition : 0,
        .edition_number = row.has_edition_number ? row.edition_number : 0,
        .published = row.published,
    };
    frame_open(req, &res->frame, &row);
    return OK;
}

enum err desk_open(struct request *req, struct response *res, struct dialogue *d)
{
    const enum who role = req->visitor.role;
    const bool writes = role >= WHO_WRITER, edits = role >= WHO_EDITOR;
    TRY(dialogue_open(req, res, d));
    const struct place places[] = {
        { SAY("Overzicht"), "/{}/beheer", "", .shown = true },
        { SAY("Nakijken"), "/{}/beheer/nakijken", "nakijken", .shown = edits },
        { SAY("Invoeren"), "/{}/beheer/invoeren", "invoeren", .shown = writes },
        { SAY("Punten"), "/{}/beheer/punten", "punten", .shown = writes },
        { SAY("Adviezen"), "/{}/beheer/adviezen", "adviezen", .shown = edits },
        { SAY("Wat er al is"), "/{}/beheer/kaart", "kaart", .shown = edits && d->map },
        { SAY("Toezeggingen"), "/{}/beheer/toezeggingen", "toezeggingen", .shown = edits },
        { SAY("Bijeenkomsten"), "/{}/beheer/bijeenkomsten", "bijeenkomst",
          .shown = role >= WHO_HOST },
        { SAY("Zorg"), "/{}/beheer/zorg", "zorg", .shown = edits },
        { SAY("Tafels"), "/{}/beheer/tafels", "tafels", .shown = role >= WHO_HOST && !edits },
        { SAY("Geschiedenis"), "/{}/beheer/geschiedenis", "geschiedenis", .shown = true },
        { SAY("Instellen"), "/{}/beheer/instellen", "instellen", .shown = edits },
        { SAY("Mensen"), "/{}/beheer/mensen", "mensen", .shown = edits },
    };
    res->frame.menu_n = 0;
    res->frame.search = (struct path){ 0 };
    menu_fill(req, &res->frame, d->slug, STR("/beheer"), places, COUNT_OF(places));
    res->frame.crumbs[1] =
        (struct link){ .to = PATH(req->arena, "/{}/beheer", d->slug), say(req, SAY("Beheer")) };
    res->frame.crumbs_n = 2;
    res->no_store = true;
    return OK;
}

bool dialogue_reserved(struct str slug)
{
    bool taken = false;
    for (size_t i = 0; i < web_pages_n; i++) {
        struct str path = str_from(str_of(web_pages[i]->path), 1), first;
        if (str_next(&path, '/', &first)) taken |= str_eq(first, slug);
    }
    for (enum lang lang = 0; lang < LANGS; lang++)
        taken |= str_eq(lang_about(lang)->code, slug) ||
                 str_eq(str_from(lang_about(lang)->prefix, 1), slug);
    return taken;
}

void dialogue_follow(struct request *req, struct response *res, const struct dialogue *d,
                     struct str theme, struct str owner)
{
    struct arena *a = req->arena;
    res->frame.forms[0] = (struct other_form){
        PATH(a, "/{}/daden.atom?thema={}&eigenaar={}", d->slug, theme, owner),
        STR("application/atom+xml"), words_in(SAY("Wat er gebeurt"), req->lang)
    };
    res->frame.forms[1] = (struct other_form){
        PATH(a, "/{}/daden.ics?thema={}&eigenaar={}", d->slug, theme, owner),
        STR("text/calendar"), words_in(SAY("Wat er wanneer klaar is"), req->lang)
    };
    res->frame.forms_n = 2;
}

void dialogue_crumb(struct response *res, struct path to, struct str text)
{
    struct frame *f = &res->frame;
    if (f->crumbs_n < CRUMBS) f->crumbs[f->crumbs_n++] = (struct link){ to, text, true };
    if (f->crumbs_n > 1) f->crumbs[f->crumbs_n - 2].here = false;
}

enum err picture_show(struct request *req, bool has, int64_t id, struct dialogue *d,
                      struct shown_picture *p)
{
    struct picture_shown_row row;
    *p = (struct shown_picture){ 0 };
    if (!has) return OK;
    TRY(picture_shown(req->db, req->arena, id, d->own, lang_about(req->lang)->code, &row,
                      &p->found));
    if (!p->found) return OK;
    p->large = PATH(req->arena, "/beeld/{}", row.hash);
    p->small = PATH(req->arena, "/beeld/{}/klein", row.hash);
    p->width = row.width;
    p->height = row.height;
    p->small_width = row.width < SMALL_WIDTH ? row.width : SMALL_WIDTH;
    p->alt = row.alt;
    p->caption = row.caption;
    p->maker = row.maker;
    p->lang = row.lang;
    return OK;
}

/* The sheet that stands where a picture was. */
static struct str grey_sheet(void)
{
    for (size_t i = 0; i < web_assets_n; i++)
        if (str_is(STR("gewist.png"), web_assets[i].name)) return web_assets[i].plain;
    return STR("");
}

enum err picture_erase(struct tx *tx, struct arena *a, struct str hash, struct instant now)
{
    const struct words *gone = SAY("Deze afbeelding is gewist.");
    struct image_find_row row;
    bool found;
    TRY(image_find(tx->db, a, hash, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no image %.*s", STR_ARG(hash));
    TRY(image_replace(tx, row.id, grey_sheet(), GREY_WIDTH, GREY_HEIGHT));
    TRY(image_texts_forget(tx, row.id, words_in(gone, LANG_NL), words_in(gone, LANG_EN)));
    TRY(image_makers_forget(tx, row.id));
    tx_wipes(tx);
    return image_gone_add(tx, row.id, now);
}
