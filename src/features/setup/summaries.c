/* summaries.c — /:dialogue/beheer/instellen/samenvatting: the report on one page, a page for each language. */
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"
#include "features/setup/summaries.h"
#include "features/setup/summaries.html.h"
#include "features/summary/summary.h"

#define SUMMARIES_AT "/{}/beheer/instellen/samenvatting"
enum { LANGUAGES_MOST = 80 };

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
    TRY(settings_open(req, res, &v.page, SAY("Samenvatting"), SUMMARIES_AT));
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
enum { BODY, MAKER, MACHINE, ALL };
enum { SAVE, LOOK };

struct summary_now {
    struct subject s;
    struct str lang, value[ALL];
    struct edit_field *fields;
};

static bool a_language(struct str code)
{
    if (code.n < 2 || code.n > 12 || (code.n > 3 && code.s[2] != '-' && code.s[3] != '-'))
        return false;
    for (size_t i = 0; i < code.n; i++)
        if (code.s[i] != '-' && (code.s[i] < 'a' || code.s[i] > 'z')) return false;
    return true;
}

static enum err summary_now(struct request *req, enum lang in, struct summary_now *t)
{
    struct summary was;
    bool found;
    *t = (struct summary_now){ .lang = req->param[1].text };
    if (!a_language(t->lang)) return FAIL(ERR_MISSING, "no language %.*s", STR_ARG(t->lang));
    TRY(subject_find(req, &t->s));
    TRY(summary_open(req, t->s.id, t->lang, &was, &found));
    t->value[BODY] = str_trim(was.body);
    t->value[MAKER] = was.maker;
    t->value[MACHINE] = was.machine ? STR("1") : STR("");
    t->fields = NEW(req->arena, struct edit_field, ALL);
    t->fields[BODY] = (struct edit_field){
        .name = "tekst",
        .kind = EDIT_TEXT,
        .rows = 18,
        .lang = t->lang,
        .optional = true,
        .label = FILL(req->arena, SAY("De samenvatting in het {taal}"), in,
                      { "taal", language_name(t->lang, in) }),
        .hint = words_in(SAY("Een lege regel begint een nieuwe alinea. Alles past op één "
                             "bladzijde: hooguit zo’n 350 woorden."),
                         in),
    };
    t->fields[MAKER] = (struct edit_field){
        .name = "wie",
        .optional = true,
        .label = words_in(SAY("Wie schreef of vertaalde dit?"), in),
        .hint = words_in(SAY("Dit staat eronder, voor iedereen. Een rol mag ook."), in),
    };
    t->fields[MACHINE] = (struct edit_field){
        .name = "computer",
        .kind = EDIT_TICK,
        .label = words_in(SAY("Een computer maakte deze tekst, en niemand keek hem na"), in),
    };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    const struct summary_form *f = form_values(req);
    struct edit_view v = { 0 };
    struct summary_now t;
    TRY(settings_open(req, res, &v, SAY("Samenvatting"), SUMMARIES_AT));
    TRY(summary_now(req, req->lang, &t));
    v.title = res->frame.title = language_name(t.lang, req->lang);
    dialogue_crumb(res, v.self, v.title);
    edit_show(req, &v, t.fields, t.value, ALL);
    v.previewable = true;
    v.previewed = req->form->sent && f->what == LOOK;
    if (v.previewed) {
        v.preview = markdown(req->arena, form_typed(req->form, "tekst"), 3);
        v.plain = plain_look_at(req->arena, form_typed(req->form, "tekst"), t.lang);
    }
    v.d.own = t.lang; /* of what is previewed */
    v.back = PATH(req->arena, SUMMARIES_AT, v.d.slug);
    v.back_text = words_in(SAY("Alle talen"), req->lang);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct summary_form *f = form_values(req);
    struct summary_now t;
    struct str x[ALL];
    size_t changes;
    TRY(summary_now(req, LANG_NL, &t));
    if (f->what == LOOK) return OK; /* nothing is saved; the page shows it */
    edit_typed(req, t.fields, x, ALL);
    x[MACHINE] = f->machine ? STR("1") : STR("");
    TRY(edit_unchanged(req, t.value, ALL));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_DIALOGUE, .number = t.s.id, .act = ACT_CHANGED },
        t.fields, t.value, x, ALL, &changes));
    if (changes && x[BODY].n)
        TRY(summary_put(tx, t.s.id, t.lang, x[BODY], x[MAKER], f->machine));
    else if (changes)
        TRY(summary_delete(tx, t.s.id, t.lang));
    return response_redirect(res, PATH(req->arena, SUMMARIES_AT "?gedaan=bewaard", t.s.slug));
}

const struct page setup_summary_edit = {
    .path = "/:dialogue/beheer/instellen/samenvatting/:taal",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &summary_form,
    .act = act,
    .file = __FILE__,
};
