/* summaries.c — /:dialogue/beheer/instellen/samenvatting: the report on one page, a page for each language. */
#include "algo/readability.h"
#include "document/pdf.h"
#include "features/setup/setup.h"
#include "features/setup/summaries.h"
#include "features/setup/summaries.html.h"
#include "features/summary/summary.h"

#define SUMMARIES_AT "/{}/beheer/instellen/samenvatting"
enum { LANGUAGES_MOST = 80, SHORT_ENOUGH = 1500 /* bytes */ };

/* ---- which languages ---- */

static const char *const offered[] = { "nl", "nl-simple", "en", "tr",  "ar", "de",
                                       "es", "fa",        "fr", "pap", "pl", "pt",
                                       "so", "srn",       "ti", "uk",  "zh" };

static bool listed(const struct summaries_view *v, struct path to)
{
    for (size_t i = 0; i < v->items_n; i++)
        if (str_eq(v->items[i].to.text, to.text)) return true;
    return false;
}

static struct str language_name(struct str code, enum lang in)
{
    return str_is(code, "nl-simple") ? lang_about(LANG_NL_SIMPLE)->name
                                     : summary_language(code, in);
}

static enum err list(struct request *req, struct response *res)
{
    struct summaries_view v = { 0 };
    struct summary_languages_row *rows;
    size_t n;
    TRY(settings_open(req, res, &v.page, SUMMARIES_AT));
    TRY(summary_languages(req->db, req->arena, v.page.d.id, &rows, &n));
    v.items = NEW(req->arena, struct summaries_item, LANGUAGES_MOST);
    for (size_t i = 0; i < n; i++) {
        if (!str_slug(rows[i].lang)) continue; /* cannot stand in an address */
        v.items[v.items_n++] = (struct summaries_item){
            .name = language_name(rows[i].lang, req->lang),
            .to = PATH(req->arena, SUMMARIES_AT "/{}", v.page.d.slug, rows[i].lang),
            .written = rows[i].written,
            .machine = rows[i].machine,
            .used = true,
        };
    }
    for (size_t i = 0; i < COUNT_OF(offered); i++) {
        const struct str code = str_of(offered[i]);
        const struct path to = PATH(req->arena, SUMMARIES_AT "/{}", v.page.d.slug, code);
        if (!listed(&v, to))
            v.items[v.items_n++] =
                (struct summaries_item){ .name = language_name(code, req->lang), .to = to };
    }
    v.page.lead = words_in(SAY("Het verslag op één bladzijde, in elke taal die in de dialoog "
                               "wordt gebruikt. Laat mensen het schrijven en vertalen."),
                           req->lang);
    v.saved = str_is(req->query[0], "bewaard");
    summaries_page(response_page(req, res), &v);
    return OK;
}

const struct page setup_summary_list = {
    .path = "/:dialogue/beheer/instellen/samenvatting",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = list,
    .file = __FILE__,
};

/* ---- one of them ---- */

struct summary_form {
    struct str body, maker, basis;
    bool machine;
    int what;
};
static const struct field summary_fields[] = {
    FIELD_TEXT(struct summary_form, body, "tekst", .most = SUMMARY_MOST),
    FIELD_LINE(struct summary_form, maker, "wie", .most = SUMMARY_MAKER_MOST),
    FIELD_TICK(struct summary_form, machine, "computer"),
    FIELD_CHOICE(struct summary_form, what, "doe", "bewaar bekijk"),
    FIELD_BASIS(struct summary_form),
};
static const struct form summary_form = FORM(struct summary_form, summary_fields);

static bool a_language(struct str code)
{
    if (code.n < 2 || code.n > 12 || (code.n > 3 && code.s[2] != '-' && code.s[3] != '-'))
        return false;
    for (size_t i = 0; i < code.n; i++)
        if (code.s[i] != '-' && (code.s[i] < 'a' || code.s[i] > 'z')) return false;
    return true;
}

/* How many pages it takes on paper, with all that stands around it. */
static enum err pages_of(struct request *req, const struct record *r, struct summary *s,
                         size_t *pages)
{
    const struct frame frame = { 0 };
    struct document paper;
    summary_paper(req, &frame, r->s.slug, s, &paper);
    return pdf_pages(&paper, req->arena, pages);
}

static struct str too_long(struct request *req, struct str body, size_t pages, enum lang in)
{
    struct arena *a = req->arena;
    return FILL(a,
                SAY("Dit past niet op één bladzijde: het zijn {woorden} woorden op {bladen} "
                    "bladzijden. Maak het korter."),
                in, { "woorden", arena_format(a, "%zu", readability_of(body).words) },
                { "bladen", arena_format(a, "%zu", pages) });
}

static enum err fill(struct request *req, struct record *r)
{
    const struct str lang = req->param[1].text;
    struct summary was;
    bool found;
    if (!a_language(lang)) return FAIL(ERR_MISSING, "no language %.*s", STR_ARG(lang));
    TRY(summary_open(req, r->s.id, lang, &was, &found));
    r->name = language_name(lang, req->lang);
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    r->back = PATH(req->arena, SUMMARIES_AT, r->s.slug);
    r->back_text = words_in(SAY("Alle talen"), req->lang);
    r->preview = "tekst";
    r->lead = SAY("Wat u hier verandert, lezen anderen vanaf de volgende editie.");
    struct edit_field *f =
        record_field(req, r, "tekst", EDIT_TEXT, SAY("Samenvatting"), str_trim(was.body));
    f->rows = 18;
    f->lang = lang;
    f->label = FILL(req->arena, SAY("De samenvatting in het {taal}"), r->in,
                    { "taal", language_name(lang, r->in) });
    f->hint = words_in(SAY("Een lege regel begint een nieuwe alinea. Alles past op één "
                           "bladzijde: hooguit zo’n 350 woorden."),
                       r->in);
    if (was.body.n > SHORT_ENOUGH) { /* from a folder it may be longer */
        size_t pages;
        TRY(pages_of(req, r, &was, &pages));
        if (pages > 1) f->hint = too_long(req, was.body, pages, r->in);
    }
    record_field(req, r, "wie", EDIT_LINE, SAY("Wie schreef of vertaalde dit?"), was.maker)
        ->hint = words_in(SAY("Dit staat eronder, voor iedereen. Een rol mag ook."), r->in);
    record_field(req, r, "computer", EDIT_TICK,
                 SAY("Een computer maakte deze tekst, en niemand keek hem na"),
                 was.machine ? STR("1") : STR(""));
    return OK;
}

static enum err check(struct request *req, struct record *r)
{
    struct summary s;
    bool found;
    size_t pages;
    TRY(summary_open(req, r->s.id, req->param[1].text, &s, &found));
    s.body = record_typed(r, "tekst");
    s.maker = record_typed(r, "wie");
    s.machine = record_typed(r, "computer").n > 0;
    TRY(pages_of(req, r, &s, &pages));
    if (pages > 1) form_wrong_said(req, "tekst", too_long(req, s.body, pages, req->lang));
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct str lang = req->param[1].text, body = record_typed(r, "tekst");
    return body.n ? summary_put(tx, r->s.id, lang, body, record_typed(r, "wie"),
                                record_typed(r, "computer").n > 0)
                  : summary_delete(tx, r->s.id, lang);
}

static const struct record_page summary = {
    .fill = fill, .check = check, .save = save, .tab = SUMMARIES_AT
};
const struct page setup_summary_edit = {
    .path = "/:dialogue/beheer/instellen/samenvatting/:taal",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &summary_form,
    .act = record_save,
    .about = &summary,
    .file = __FILE__,
};
