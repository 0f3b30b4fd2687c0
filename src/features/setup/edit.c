/* edit.c — see edit.h. */
#include "features/setup/edit.h"

#include "features/setup/edit.html.h"
#include "features/setup/setup.sql.h"
#include "web/token.h"

enum { BASIS_DIGITS = 24 };

/* Lengths stand between the values, so that no two lists of values give the same text. */
struct str edit_basis(struct arena *a, const struct str *values, size_t n)
{
    struct str all = STR("");
    for (size_t i = 0; i < n; i++)
        all = arena_format(a, "%.*s%zu:%.*s", STR_ARG(all), values[i].n, STR_ARG(values[i]));
    const struct str hash = sha256(a, all);
    char *s = NEW(a, char, BASIS_DIGITS);
    for (size_t i = 0; i < BASIS_DIGITS; i++)
        s[i] = "0123456789abcdef"[(unsigned char)hash.s[i / 2] >> (i % 2 ? 0 : 4) & 15];
    return (struct str){ s, BASIS_DIGITS };
}

/* A value as people read it: the words of a choice. */
static struct str in_words(const struct edit_field *f, struct str value)
{
    for (size_t i = 0; i < f->options_n; i++)
        if (str_eq(f->options[i].value, value)) return f->options[i].text;
    return value;
}

void edit_show(struct request *req, struct edit_view *v, struct edit_field *fields,
               const struct str *values, size_t n)
{
    v->form = req->form;
    v->fields = fields;
    v->basis = edit_basis(req->arena, values, n);
    v->clash = req->form->sent && !str_eq(form_typed(req->form, "basis"), v->basis);
    v->rows = NEW(req->arena, struct edit_row, n + 1);
    for (size_t i = 0; i < n; i++) {
        form_fill(req, fields[i].name, values[i]);
        if (v->clash && !str_eq(str_trim(form_typed(req->form, fields[i].name)), values[i])) {
            fields[i].changed = true;
            fields[i].now = fields[i].kind == EDIT_TICK
                                ? words_in(values[i].n ? SAY("ja") : SAY("nee"), req->lang)
                                : in_words(&fields[i], values[i]);
        }
        if (fields[i].beside && v->rows_n)
            v->rows[v->rows_n - 1].beside = &fields[i];
        else
            v->rows[v->rows_n++] = (struct edit_row){ &fields[i], NULL };
    }
}

void edit_answer(struct request *req, struct response *res, const struct edit_view *v)
{
    edit_page(response_page(req, res), v);
}

void edit_typed(const struct request *req, const struct edit_field *fields, struct str *values,
                size_t n)
{
    for (size_t i = 0; i < n; i++) {
        values[i] = str_trim(form_typed(req->form, fields[i].name));
        if (fields[i].kind == EDIT_TICK) values[i] = values[i].n ? STR("1") : STR("");
    }
}

enum err edit_unchanged(struct request *req, const struct str *values, size_t n)
{
    if (!str_eq(form_typed(req->form, "basis"), edit_basis(req->arena, values, n)))
        form_wrong(req, NULL,
                   SAY("Een collega veranderde dit net ook. Vergelijk de teksten en bewaar dan "
                       "opnieuw."));
    return form_checked(req);
}

bool edit_translated(struct request *req, const struct edit_field *fields,
                     const struct str *values, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) any |= fields[i].beside && values[i].n;
    for (size_t i = 1; any && i < n; i++) {
        if (!fields[i].beside) continue;
        if (values[i - 1].n && !values[i].n)
            form_wrong(req, fields[i].name,
                       SAY("Vertaal dit ook, of laat de hele vertaling leeg."));
        if (!values[i - 1].n && values[i].n)
            form_wrong(req, fields[i - 1].name,
                       SAY("Schrijf eerst de tekst zelf, of haal de vertaling weg."));
    }
    return any;
}

static struct str labelled(struct arena *a, const struct edit_field *f, struct str value)
{
    const struct str said = f->kind == EDIT_TICK ? words_in(value.n ? SAY("ja") : SAY("nee"),
                                                            LANG_NL) /* as the labels are */
                                                 : in_words(f, value);
    return said.n ? arena_format(a, "%.*s: %.*s", STR_ARG(f->label), STR_ARG(said)) : STR("");
}

enum err edit_history(struct tx *tx, const struct request *req, struct change about,
                      const struct edit_field *fields, const struct str *before,
                      const struct str *after, size_t n, size_t *changes)
{
    *changes = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t row;
        if (str_eq(before[i], after[i])) continue;
        about.before = labelled(req->arena, &fields[i], before[i]);
        about.after = labelled(req->arena, &fields[i], after[i]);
        TRY(history_write(tx, req, &about, &row));
        if (!about.batch) about.batch = row;
        ++*changes;
    }
    return OK;
}

/* ---- for several pages ---- */

enum err subject_find(struct request *req, struct subject *s)
{
    struct setup_subject_row row;
    bool found;
    TRY(setup_subject(req->db, req->arena, req->param[0].text, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no dialogue %.*s", STR_ARG(req->param[0].text));
    *s = (struct subject){ row.id, req->param[0].text, row.own };
    return OK;
}

enum err translation_read(const struct request *req, struct str asked, struct str own,
                          struct str *other)
{
    const struct str typed = req->form ? form_typed(req->form, "taal") : STR("");
    enum lang lang;
    if (req->form && req->form->sent && typed.n) asked = typed;
    *other = str_eq(own, STR("nl")) ? STR("en") : STR("nl");
    if (!asked.n) return OK;
    if (!lang_read(asked, &lang) || str_eq(asked, own))
        return FAIL(ERR_INPUT, "no language to translate into: %.*s", STR_ARG(asked));
    *other = lang_about(lang)->code;
    return OK;
}

struct str lang_name(struct str code)
{
    enum lang lang;
    return lang_read(code, &lang) ? lang_about(lang)->name : code;
}

struct str label_beside(struct request *req, const struct words *label, enum lang in,
                        struct str other)
{
    return arena_format(req->arena, "%.*s (%.*s)", STR_ARG(words_in(label, in)),
                        STR_ARG(lang_name(other)));
}

void translation_links(struct request *req, struct edit_view *v)
{
    v->langs = NEW(req->arena, struct edit_link, LANGS);
    for (enum lang lang = 0; lang < LANGS; lang++) {
        const struct lang_about *about = lang_about(lang);
        if (str_eq(about->code, v->d.own)) continue;
        v->langs[v->langs_n++] = (struct edit_link){
            .to = { arena_format(req->arena, "%.*s?taal=%.*s", STR_ARG(v->self.text),
                                 STR_ARG(about->code)) },
            .text = about->name,
            .lang = about->code,
            .here = str_eq(about->code, v->other),
        };
    }
}

enum err settings_open(struct request *req, struct response *res, struct edit_view *v,
                       const char *tab)
{
    TRY(desk_open(req, res, &v->d));
    const struct {
        const struct words *words;
        const char *pattern;
    } tabs[] = {
        { SAY("Teksten"), "/{}/beheer/instellen" },
        { SAY("Thema’s"), "/{}/beheer/themas" },
        { SAY("Pijlers"), "/{}/beheer/instellen/pijlers" },
        { SAY("Wijken"), "/{}/beheer/instellen/wijken" },
        { SAY("Luisteren"), "/{}/beheer/instellen/luisteren" },
        { SAY("Fasen"), "/{}/beheer/instellen/fasen" },
        { SAY("Lange teksten"), "/{}/beheer/instellen/lange-teksten" },
        { SAY("Samenvatting"), "/{}/beheer/instellen/samenvatting" },
        { SAY("Stappen"), "/{}/beheer/instellen/stappen" },
        { SAY("Open data"), "/{}/beheer/instellen/open-data" },
        { SAY("Publiceren"), "/{}/beheer/publiceren" },
    };
    v->tabs = NEW(req->arena, struct edit_link, COUNT_OF(tabs));
    v->tabs_n = 0;
    for (size_t i = 0; i < COUNT_OF(tabs); i++) {
        const bool whole_city = str_is(str_of(tabs[i].pattern), "/{}/beheer/instellen/stappen");
        if (whole_city && req->visitor.role < WHO_ADMINISTRATOR) continue;
        struct edit_link *link = &v->tabs[v->tabs_n++];
        *link = (struct edit_link){
            .to = PATH(req->arena, tabs[i].pattern, v->d.slug),
            .text = words_in(tabs[i].words, req->lang),
            .here = str_is(str_of(tabs[i].pattern), tab),
        };
        if (link->here) v->title = res->frame.title = link->text;
    }
    for (size_t i = 0; i < res->frame.menu_n; i++) /* themes and publishing belong there too */
        res->frame.menu[i].here =
            str_ends(res->frame.menu[i].to.text, STR("/beheer/instellen"));
    v->self = (struct path){ req->path };
    if (str_is(str_of(tab), "/{}/beheer/instellen"))
        dialogue_crumb(res, v->self, v->title);
    else
        dialogue_crumb(res, PATH(req->arena, tab, v->d.slug), v->title);
    return OK;
}
