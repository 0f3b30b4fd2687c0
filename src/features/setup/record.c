/* record.c — see record.h. */
#include "features/setup/record.h"

#include <stdlib.h>
#include <string.h>

/* ---- fields ---- */

struct edit_field *record_field(struct request *req, struct record *r, const char *name,
                                enum edit_kind kind, const struct words *label, struct str now)
{
    (void)req;
    if (r->n == EDIT_FIELDS) abort(); /* this page has to change */
    r->fields[r->n] = (struct edit_field){
        .name = name, .kind = kind, .label = words_in(label, r->in), .optional = true
    };
    r->now[r->n] = now;
    return &r->fields[r->n++];
}

static void pair(struct request *req, struct record *r, const char *name, enum edit_kind kind,
                 const struct words *label, bool optional, struct str own, struct str lang,
                 struct str beside)
{
    struct edit_field *f = record_field(req, r, name, kind, label, own);
    f->lang = r->s.own;
    f->optional = optional;
    f->rows = 4;
    if (str_eq(lang, r->s.own)) return;
    f = record_field(req, r, arena_format(req->arena, "%s-2", name).s, kind, label, beside);
    f->label = label_beside(req, label, r->in, lang);
    f->lang = lang;
    f->beside = true;
    f->rows = 4;
}

void record_words(struct request *req, struct record *r, const char *name, enum edit_kind kind,
                  const struct words *label, bool optional, struct str own, struct str other)
{
    r->translated = true;
    pair(req, r, name, kind, label, optional, own, r->other, other);
}

void record_english(struct request *req, struct record *r, const char *name,
                    enum edit_kind kind, const struct words *label, bool optional,
                    struct str own, struct str english)
{
    pair(req, r, name, kind, label, optional, own, STR("en"), english);
}

void record_tab(struct request *req, struct record *r, const struct words *words,
                struct path to)
{
    if (r->tabs_n == COUNT_OF(r->tabs)) abort(); /* this page has to change */
    r->tabs[r->tabs_n++] = (struct edit_link){ .to = to,
                                               .text = words_in(words, req->lang),
                                               .here = str_eq(to.text, req->path) };
}

void record_said(struct record *r, const struct words *label, struct str text, struct str lang)
{
    if (!text.n) return;
    if (r->said_n == EDIT_SAID) abort(); /* this page has to change */
    r->said[r->said_n++] =
        (struct edit_said){ .label = words_in(label, r->in), .text = text, .lang = lang };
}

struct str day_text(struct arena *a, bool has, struct day day)
{
    const struct date d = date_of(day);
    return has ? arena_format(a, "%04d-%02d-%02d", d.year, d.month, d.day) : STR("");
}

struct str number_text(struct arena *a, bool has, int64_t n)
{
    return has ? arena_format(a, "%lld", (long long)n) : STR("");
}

void record_terms(struct request *req, const struct record *r, struct edit_field *f,
                  struct term (*term_of)(int), int first, int count)
{
    struct edit_option *options = NEW(req->arena, struct edit_option, (size_t)count);
    for (int i = first; i < count; i++)
        options[i - first] =
            (struct edit_option){ str_of(term_of(i).code), words_in(term_of(i).words, r->in) };
    f->options = options;
    f->options_n = (size_t)(count - first);
    f->optional = false;
}

void record_paper(struct request *req, struct record *r, struct str url, struct str hash)
{
    struct edit_field *f =
        record_field(req, r, "link", EDIT_LINE, SAY("Adres van het stuk"), url);
    f->hint = words_in(SAY("Waar het te lezen is, met https:// ervoor."), r->in);
    f = record_field(req, r, "afdruk", EDIT_LINE, SAY("SHA-256 van het stuk"), hash);
    f->hint =
        words_in(SAY("64 tekens. Zo kan later iedereen zien of het stuk is veranderd."), r->in);
}

/* ---- what was typed ---- */

static size_t place_of(const struct record *r, const char *name)
{
    for (size_t i = 0; i < r->n; i++)
        if (!strcmp(r->fields[i].name, name)) return i;
    return r->n;
}

struct str record_typed(const struct record *r, const char *name)
{
    const size_t at = place_of(r, name);
    return at < r->n ? r->typed[at] : STR("");
}

struct str record_typed_2(const struct record *r, const char *name)
{
    const size_t at = place_of(r, name);
    return at + 1 < r->n && r->fields[at + 1].beside ? r->typed[at + 1] : STR("");
}

bool record_day(const struct record *r, const char *name, struct day *day)
{
    *day = (struct day){ 0 };
    return day_read(record_typed(r, name), day);
}

bool record_number(const struct record *r, const char *name, int64_t *n)
{
    *n = 0;
    return str_number(record_typed(r, name), INT64_MAX, n);
}

int record_term(const struct record *r, const char *name, struct term (*term_of)(int),
                int first, int count)
{
    int value = first;
    (void)term_read(term_of, first, count, record_typed(r, name), &value);
    return value;
}

/* ---- the page ---- */

static enum err record_read(struct request *req, enum lang in, struct record *r)
{
    const struct record_page *page = req->page->about;
    *r = (struct record){ .in = in };
    TRY(subject_find(req, &r->s));
    TRY(translation_read(req, req->query[0], r->s.own, &r->other));
    r->change = (struct change){ .dialogue = r->s.id, .act = ACT_CHANGED };
    return page->fill(req, r);
}

void record_frame(struct request *req, struct response *res, struct record *r,
                  struct edit_view *v)
{
    for (size_t i = 0; r->menu && i < res->frame.menu_n; i++)
        res->frame.menu[i].here = str_ends(res->frame.menu[i].to.text, str_of(r->menu));
    const struct str title = r->title ? words_in(r->title, req->lang) : r->name;
    v->title = res->frame.title = r->name.n ? r->name : title;
    v->lead = r->lead ? words_in(r->lead, req->lang) : STR("");
    v->self = (struct path){ req->path };
    v->back = r->back;
    v->back_text = r->back_text;
    v->tabs = r->tabs;
    v->tabs_n = r->tabs_n;
    v->said = r->said;
    v->said_n = r->said_n;
    dialogue_crumb(res, r->back, r->back_text);
    dialogue_crumb(res, v->self, title);
}

/* The settings have a frame of their own; a thing in a list there stands below that list. */
static enum err settings_frame(struct request *req, struct response *res, struct record *r,
                               struct edit_view *v, const char *tab)
{
    TRY(settings_open(req, res, v, tab));
    TRY(record_read(req, req->lang, r));
    v->lead = r->lead ? words_in(r->lead, req->lang) : STR("");
    v->back = r->back;
    v->back_text = r->back_text;
    if (!r->name.n) return OK;
    v->title = res->frame.title = r->name;
    dialogue_crumb(res, v->self, v->title);
    return OK;
}

static bool looks(const struct request *req, const struct record *r)
{
    return r->preview && req->form->sent && str_is(form_typed(req->form, "doe"), "bekijk");
}

static void preview(struct request *req, const struct record *r, struct edit_view *v)
{
    const struct edit_field *f = &r->fields[place_of(r, r->preview)];
    const struct str typed = form_typed(req->form, f->name);
    v->previewable = true;
    v->previewed = looks(req, r);
    if (!v->previewed) return;
    v->d.own = f->lang;
    v->preview = markdown(req->arena, typed, 3);
    v->plain = plain_look_at(req->arena, typed, f->lang);
    if (f[1].beside)
        v->preview_beside = markdown(req->arena, form_typed(req->form, f[1].name), 3);
}

enum err record_show(struct request *req, struct response *res)
{
    const struct record_page *page = req->page->about;
    struct edit_view v = { 0 };
    struct record *r = NEW(req->arena, struct record, 1);

    if (page->tab) {
        TRY(settings_frame(req, res, r, &v, page->tab));
    } else {
        TRY(desk_open(req, res, &v.d));
        TRY(record_read(req, req->lang, r));
        record_frame(req, res, r, &v);
    }
    if (r->translated) {
        v.other = r->other;
        translation_links(req, &v);
    }
    v.remove = r->remove;
    v.remove_text = r->remove_text ? words_in(r->remove_text, req->lang) : STR("");
    v.saved = !r->back.text.n && str_is(req->query[1], "bewaard");
    edit_show(req, &v, r->fields, r->now, r->n);
    if (r->preview) preview(req, r, &v);
    if (r->asked) form_fill(req, r->asked, r->asked_value);
    edit_answer(req, res, &v);
    return OK;
}

/* What the browser sent for a choice is one of those that stood there. */
static void check_choices(struct request *req, const struct record *r)
{
    for (size_t i = 0; i < r->n; i++) {
        const struct edit_field *f = &r->fields[i];
        bool known = f->kind != EDIT_SELECT;
        for (size_t k = 0; k < f->options_n; k++)
            known |= str_eq(r->typed[i], f->options[k].value);
        if (!known) form_wrong(req, f->name, SAY("Kies een van de antwoorden die er staan."));
    }
}

static void check_paper(struct request *req, const struct record *r)
{
    const struct str hash = record_typed(r, "afdruk");
    static const char *const links[] = { "link", "document" };
    for (size_t i = 0; i < COUNT_OF(links); i++) {
        const struct str link = record_typed(r, links[i]);
        struct url url;
        if (link.n &&
            !((str_starts(link, STR("https://")) || str_starts(link, STR("http://"))) &&
              url_check(link, &url)))
            form_wrong(req, links[i],
                       SAY("Schrijf een heel adres, zoals https://voorbeeld.nl."));
    }
    bool hex = hash.n == 0 || hash.n == 64;
    for (size_t i = 0; i < hash.n; i++)
        hex &= (hash.s[i] >= '0' && hash.s[i] <= '9') || (hash.s[i] >= 'a' && hash.s[i] <= 'f');
    if (!hex)
        form_wrong(req, "afdruk",
                   SAY("Neem de 64 tekens over: cijfers en letters a tot en met f."));
}

static struct path saved(struct request *req, const struct record *r)
{
    if (r->back.text.n || !r->translated)
        return (
            struct path){ arena_format(req->arena, "%.*s?gedaan=bewaard",
                                       STR_ARG(r->back.text.n ? r->back.text : req->path)) };
    return (struct path){ arena_format(req->arena, "%.*s?taal=%.*s&gedaan=bewaard",
                                       STR_ARG(req->path), STR_ARG(r->other)) };
}

static enum err write_down(struct tx *tx, struct request *req, const struct record *r)
{
    size_t changes;
    if (r->quiet) return history_write(tx, req, &r->change, NULL);
    return edit_history(tx, req, r->change, r->fields, r->now, r->typed, r->n, &changes);
}

enum err record_save(struct tx *tx, struct request *req, struct response *res)
{
    const struct record_page *page = req->page->about;
    struct record *r = NEW(req->arena, struct record, 1);
    bool changed = false;
    TRY(record_read(req, LANG_NL, r)); /* the language of the history */
    if (looks(req, r)) return OK;      /* nothing is saved; the page shows it */
    edit_typed(req, r->fields, r->typed, r->n);
    check_choices(req, r);
    check_paper(req, r);
    if (r->translated) (void)edit_translated(req, r->fields, r->typed, r->n);
    if (page->check) TRY(page->check(req, r));
    TRY(edit_unchanged(req, r->now, r->n));
    for (size_t i = 0; i < r->n; i++) changed |= !str_eq(r->now[i], r->typed[i]);
    if (changed) {
        if (!r->change.number) r->change.act = ACT_MADE;
        TRY(page->save(tx, req, r));
        TRY(form_checked(req));
        TRY(write_down(tx, req, r));
    }
    return response_redirect(res, saved(req, r));
}
