/* item.c — /:dialogue/beheer/bijeenkomsten/:gathering/programma/#item: one thing of the programme, and
 * the page where it is taken away. */
#include "features/organise/item.h"
#include "features/organise/ask.html.h"
#include "features/organise/form.html.h"
#include "features/organise/remove.h"
#include "features/organise/show.h"

const struct words *item_no_title(void)
{
    return SAY("Schrijf wat er gebeurt.");
}
const struct words *item_no_kind(void)
{
    return SAY("Kies wat voor onderdeel het is.");
}
static const struct field fields[] = {
    ITEM_FIELDS,
    FIELD_LINE(struct item_form, title_2, "wat-2", .most = 120),
    FIELD_TEXT(struct item_form, body, "uitleg", .most = 1000),
    FIELD_TEXT(struct item_form, body_2, "uitleg-2", .most = 1000),
};
static const struct form form = FORM(struct item_form, fields);

enum programme_kind item_kind(const struct item_form *f)
{
    return f->kind == KIND_TEAM ? PROGRAMME_OTHER : (enum programme_kind)f->kind;
}

struct str item_name(struct arena *a, struct optional_clock starts, struct str title)
{
    if (!starts.has) return title;
    const struct str clock = clock_value(a, true, starts.clock);
    return arena_format(a, "%.*s %.*s", STR_ARG(clock), STR_ARG(title));
}

static struct edit_option *kinds(struct request *req, enum lang in)
{
    struct edit_option *all = NEW(req->arena, struct edit_option, KIND_TEAM + 1);
    for (int kind = 0; kind < PROGRAMME_KINDS; kind++) {
        const struct term term = programme_kind_term(kind);
        all[kind] = (struct edit_option){ str_of(term.code), words_in(term.words, in) };
    }
    all[KIND_TEAM] =
        (struct edit_option){ STR("team"), words_in(SAY("Alleen voor het team"), in) };
    return all;
}

struct edit_field *item_describe(struct request *req, struct str own, struct str other,
                                 enum lang in)
{
    const struct words *title = SAY("Wat gebeurt er?"), *body = SAY("Uitleg");
    const struct edit_field all[ITEM_ALL] = {
        [ITEM_STARTS] = { .name = "begin",
                          .kind = EDIT_CLOCK,
                          .optional = true,
                          .label = words_in(SAY("Begint om"), in) },
        [ITEM_KIND] = { .name = "soort",
                        .kind = EDIT_SELECT,
                        .options = kinds(req, in),
                        .options_n = KIND_TEAM + 1,
                        .label = words_in(SAY("Soort onderdeel"), in),
                        .hint = words_in(SAY("Wat alleen voor het team is, staat niet op de "
                                             "site."),
                                         in) },
        [ITEM_TITLE] = { .name = "wat",
                         .label = words_in(title, in),
                         .hint = words_in(SAY("Bijvoorbeeld: Eerste ronde aan de tafels."), in),
                         .lang = own },
        [ITEM_DOER] = { .name = "wie",
                        .optional = true,
                        .label = words_in(SAY("Wie doet het?"), in),
                        .hint = words_in(SAY("Alleen het team ziet dit."), in) },
        [ITEM_READY] = { .name = "klaar",
                         .kind = EDIT_TEXT,
                         .rows = 2,
                         .optional = true,
                         .label = words_in(SAY("Wat moet er klaarstaan?"), in),
                         .hint = words_in(SAY("Alleen het team ziet dit."), in) },
        [ITEM_TITLE_2] = { .name = "wat-2",
                           .label = label_beside(req, title, in, other),
                           .lang = other,
                           .optional = true },
        [ITEM_BODY] = { .name = "uitleg",
                        .kind = EDIT_TEXT,
                        .optional = true,
                        .label = words_in(body, in),
                        .lang = own },
        [ITEM_BODY_2] = { .name = "uitleg-2",
                          .kind = EDIT_TEXT,
                          .optional = true,
                          .label = label_beside(req, body, in, other),
                          .lang = other,
                          .beside = true },
    };
    struct edit_field *fields_of = NEW(req->arena, struct edit_field, ITEM_ALL);
    for (size_t i = 0; i < ITEM_ALL; i++) fields_of[i] = all[i];
    return fields_of;
}

/* An item as it stands, and what may be changed of it. */
struct item_now {
    struct subject s;
    struct organise_evening_row g;
    struct organise_item_row row;
    struct str other, value[ITEM_ALL];
    struct edit_field *fields;
};

static enum err item_now(struct request *req, enum lang in, struct item_now *t)
{
    struct organise_item_text_row other = { 0 };
    bool found;
    *t = (struct item_now){ 0 };
    TRY(evening_find(req, &t->s, &t->g));
    TRY(translation_read(req, STR(""), t->s.own, &t->other));
    TRY(organise_item(req->db, req->arena, t->g.id, req->param[2].number, t->s.own, &t->row,
                      &found));
    if (!found) return FAIL(ERR_MISSING, "no such item in the programme");
    TRY(organise_item_text(req->db, req->arena, t->row.id, t->other, &other, &found));
    if (!found) other = (struct organise_item_text_row){ 0 };
    const struct organise_item_row *r = &t->row;
    t->value[ITEM_STARTS] = clock_value(req->arena, r->has_starts, r->starts);
    t->value[ITEM_KIND] =
        r->team ? STR("team") : str_of(programme_kind_term((int)r->kind).code);
    t->value[ITEM_TITLE] = r->title;
    t->value[ITEM_DOER] = r->doer;
    t->value[ITEM_READY] = r->ready;
    t->value[ITEM_TITLE_2] = other.title;
    t->value[ITEM_BODY] = r->body;
    t->value[ITEM_BODY_2] = other.body;
    t->fields = item_describe(req, t->s.own, t->other, in);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_view v = { 0 };
    struct item_now t;
    TRY(evening_open(req, res, &v, SAY("Programma"), "programma"));
    TRY(item_now(req, req->lang, &t));
    edit_show(req, &v.page, t.fields, t.value, ITEM_ALL);
    v.page.title = res->frame.title = t.row.title;
    v.page.back =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/programma", v.page.d.slug, v.g.slug);
    v.page.back_text = words_in(SAY("Het hele programma"), req->lang);
    v.page.remove = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/programma/{}/weg",
                         v.page.d.slug, v.g.slug, number_value(req->arena, true, t.row.id));
    v.page.remove_text = words_in(SAY("Haal dit onderdeel weg"), req->lang);
    dialogue_crumb(res, v.page.self, t.row.title);
    organise_form_page(response_page(req, res), &v);
    return OK;
}

/* What people of the team do is not written down in the history. */
static enum err write_down(struct tx *tx, struct request *req, struct item_now *t,
                           const struct str *x)
{
    size_t changes;
    t->value[ITEM_DOER] = x[ITEM_DOER];
    t->value[ITEM_READY] = x[ITEM_READY];
    return edit_history(tx, req,
                        (struct change){ .dialogue = t->s.id,
                                         .thing = THING_GATHERING,
                                         .number = t->g.id,
                                         .act = ACT_CHANGED },
                        t->fields, t->value, x, ITEM_ALL, &changes);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct item_form *f = form_values(req);
    struct item_now t;
    struct str x[ITEM_ALL];
    TRY(item_now(req, LANG_NL, &t));
    edit_typed(req, t.fields, x, ITEM_ALL);
    if (x[ITEM_BODY_2].n && !x[ITEM_TITLE_2].n)
        form_wrong(req, "wat-2", SAY("Vertaal dit ook, of laat de hele vertaling leeg."));
    TRY(edit_unchanged(req, t.value, ITEM_ALL));
    TRY(write_down(tx, req, &t, x));
    TRY(programme_update(tx, t.row.id, f->starts.has, f->starts.clock, item_kind(f)));
    TRY(programme_place(tx, t.row.id, t.row.position, f->kind == KIND_TEAM));
    TRY(programme_text_put(tx, t.row.id, t.s.own, x[ITEM_TITLE], x[ITEM_BODY]));
    if (x[ITEM_TITLE_2].n)
        TRY(programme_text_put(tx, t.row.id, t.other, x[ITEM_TITLE_2], x[ITEM_BODY_2]));
    else
        TRY(programme_text_delete(tx, t.row.id, t.other));
    TRY(programme_plan_put(tx, t.row.id, x[ITEM_DOER], x[ITEM_READY]));
    TRY(programme_sort(tx, req, t.s.own, t.g.id));
    return evening_back(req, res, t.g.slug, "programma", "bewaard");
}

const struct page organise_item_page = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/programma/#item",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- taking it away ---- */

static enum err ask(struct request *req, struct response *res)
{
    struct ask_view v = { 0 };
    struct item_now t;
    TRY(evening_open(req, res, &v.e, SAY("Programma"), "programma"));
    TRY(item_now(req, req->lang, &t));
    v.name = t.row.title;
    v.warning =
        words_in(SAY("Dit onderdeel staat daarna niet meer in het programma."), req->lang);
    v.e.page.title = res->frame.title = words_in(SAY("Haal dit onderdeel weg"), req->lang);
    v.e.page.back =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/programma", v.e.page.d.slug, v.e.g.slug);
    dialogue_crumb(res, v.e.page.self, v.e.page.title);
    organise_ask_page(response_page(req, res), &v);
    return OK;
}

static enum err take_away(struct tx *tx, struct request *req, struct response *res)
{
    struct item_now t;
    TRY(item_now(req, LANG_NL, &t));
    TRY(programme_texts_clear(tx, t.row.id));
    TRY(programme_delete(tx, t.row.id));
    TRY(history_write(tx, req,
                      &(struct change){ t.s.id, THING_GATHERING, t.g.id, ACT_CHANGED, 0,
                                        t.row.title, STR("") },
                      NULL));
    return evening_back(req, res, t.g.slug, "programma", "weg");
}

const struct page organise_item_remove = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/programma/#item/weg",
    .who = WHO_EDITOR,
    .handle = ask,
    .form = &remove_form,
    .act = take_away,
    .file = __FILE__,
};

/* ---- their order ---- */

enum err programme_sort(struct tx *tx, struct request *req, struct str own, int64_t gathering)
{
    struct organise_items_row *items;
    size_t n;
    int64_t place[2] = { 1, PROGRAMME_TEAM };
    TRY(organise_items(tx->db, req->arena, gathering, own, &items, &n));
    for (size_t i = 0; i < n; i++) /* first out of the way: no two have the same place */
        TRY(programme_place(tx, items[i].id, -2 - (int64_t)i, items[i].team));
    for (size_t i = 0; i < n; i++)
        TRY(programme_place(tx, items[i].id, place[items[i].team]++, items[i].team));
    return OK;
}
