/* list.c — /:dialogue/beheer/bronnen: the sources, and a new one. */
#include "features/research/list.html.h"

struct source_form {
    struct str title, author, note, url, basis;
    int kind;
};
static const struct words *no_title(void)
{
    return SAY("Geef de bron een naam.");
}
static const struct field fields_of_form[] = {
    FIELD_LINE(struct source_form, title, "titel", .required = true, .missing = no_title,
               .most = 200),
    FIELD_CHOICE(struct source_form, kind, "soort",
                 "study interview council-paper report other", .required = true),
    FIELD_LINE(struct source_form, author, "van", .most = 200),
    FIELD_TEXT(struct source_form, note, "uitleg", .most = 1000),
    FIELD_LINE(struct source_form, url, "adres", .most = 500),
    FIELD_BASIS(struct source_form),
};
static const struct form source_form = FORM(struct source_form, fields_of_form);
enum { TITLE, KIND, AUTHOR, NOTE, ADDRESS, ALL };

static struct edit_field *describe(struct request *req, const struct dialogue *d)
{
    struct edit_option *options = NEW(req->arena, struct edit_option, SOURCE_KINDS);
    struct edit_field *fields = NEW(req->arena, struct edit_field, ALL);
    const enum lang in = req->lang;
    for (int i = 0; i < SOURCE_KINDS; i++)
        options[i] = (struct edit_option){ str_of(source_kind_term(i).code),
                                           words_in(source_kind_term(i).words, in) };
    fields[TITLE] = (struct edit_field){ .name = "titel",
                                         .label = words_in(SAY("Naam"), in),
                                         .lang = d->own };
    fields[KIND] = (struct edit_field){ .name = "soort",
                                        .kind = EDIT_SELECT,
                                        .label = words_in(SAY("Soort"), in),
                                        .options = options,
                                        .options_n = SOURCE_KINDS };
    fields[AUTHOR] = (struct edit_field){
        .name = "van",
        .label = words_in(SAY("Van wie is het?"), in),
        .hint = words_in(SAY("Een organisatie, of bewoners die zelf onderzoek deden."), in),
        .optional = true
    };
    fields[NOTE] = (struct edit_field){ .name = "uitleg",
                                        .kind = EDIT_TEXT,
                                        .label = words_in(SAY("Wat is het?"), in),
                                        .lang = d->own,
                                        .optional = true };
    fields[ADDRESS] = (struct edit_field){ .name = "adres",
                                           .label = words_in(SAY("Waar is het te lezen?"), in),
                                           .hint = words_in(SAY("Begin met https://"), in),
                                           .optional = true };
    return fields;
}

static enum err handle(struct request *req, struct response *res)
{
    struct research_list_view v = { 0 };
    const struct str nothing[ALL] = { { 0 } };
    TRY(desk_open(req, res, &v.page.d));
    v.page.self = PATH(req->arena, "/{}/beheer/bronnen", v.page.d.slug);
    TRY(research_sources(req->db, req->arena, v.page.d.id, v.page.d.own, &v.rows, &v.rows_n));
    edit_show(req, &v.page, describe(req, &v.page.d), nothing, ALL);
    res->frame.title = words_in(SAY("Bronnen en bevindingen"), req->lang);
    dialogue_crumb(res, v.page.self, res->frame.title);
    research_list_page(response_page(req, res), &v);
    return OK;
}

/* A slug that no source here has: with a number behind it when the title gave one before. */
static enum err free_slug(struct tx *tx, struct request *req, int64_t dialogue,
                          struct str title, struct str *slug)
{
    const struct str first = slug_propose(req->arena, title);
    const struct str base = first.n ? first : STR("bron");
    bool taken = true;
    *slug = base;
    for (int i = 2; taken; i++) {
        struct source_find_row row;
        TRY(source_find(tx->db, req->arena, dialogue, *slug, &row, &taken));
        if (taken) *slug = arena_format(req->arena, "%.*s-%d", STR_ARG(base), i);
    }
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct source_form *f = form_values(req);
    const struct str title = str_trim(f->title), address = str_trim(f->url);
    struct subject s;
    struct str slug;
    struct url url;
    int64_t position, id;
    TRY(subject_find(req, &s));
    if (address.n && !url_check(address, &url))
        form_wrong(req, "adres", SAY("Vul een adres in dat begint met https://"));
    TRY(form_checked(req));
    TRY(free_slug(tx, req, s.id, title, &slug));
    TRY(research_source_next(tx->db, s.id, &position));
    TRY(source_add(tx, s.id, slug, position, (enum source_kind)f->kind, str_trim(f->author),
                   false, (struct day){ 0 }, address, &id));
    TRY(source_text_put(tx, id, s.own, title, str_trim(f->note)));
    TRY(history_write(
        tx, req, &(struct change){ s.id, THING_DIALOGUE, s.id, ACT_MADE, 0, STR(""), title },
        NULL));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/bronnen/{}", s.slug, slug));
}

const struct page research_list = {
    .path = "/:dialogue/beheer/bronnen",
    .who = WHO_WRITER,
    .handle = handle,
    .form = &source_form,
    .act = act,
    .file = __FILE__,
};
