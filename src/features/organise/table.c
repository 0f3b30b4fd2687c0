/* table.c — /:dialogue/beheer/bijeenkomsten/:gathering/tafels/#table: one table, who leads it and who
 * takes notes; and the page where it is taken away. */
#include "features/organise/ask.html.h"
#include "features/organise/form.html.h"
#include "features/organise/remove.h"

struct table_form {
    int64_t theme, round, number, seats, wheelchairs, host, noter;
    struct str place, interpreter, host_name, noter_name, basis;
    bool every;
};
static const struct words *whole_number(void)
{
    return SAY("Schrijf een getal.");
}
static const struct words *no_theme(void)
{
    return SAY("Kies een thema.");
}
static const struct field fields[] = {
    FIELD_NUMBER(struct table_form, theme, "thema", .required = true, .missing = no_theme),
    FIELD_NUMBER(struct table_form, round, "ronde", .required = true, .least = 1,
                 .most = ROUNDS_MOST, .missing = whole_number),
    FIELD_NUMBER(struct table_form, number, "nummer", .required = true, .least = 1,
                 .most = TABLES_MOST_NUMBER, .missing = whole_number),
    FIELD_LINE(struct table_form, place, "plek", .most = 120),
    FIELD_NUMBER(struct table_form, seats, "stoelen", .required = true, .least = 1,
                 .most = SEATS_MOST, .missing = whole_number),
    FIELD_NUMBER(struct table_form, wheelchairs, "rolstoel", .most = SEATS_MOST),
    FIELD_LINE(struct table_form, interpreter, "tolk", .most = 12),
    FIELD_NUMBER(struct table_form, host, "leider"),
    FIELD_LINE(struct table_form, host_name, "leider-naam", .most = 100),
    FIELD_NUMBER(struct table_form, noter, "notulist"),
    FIELD_LINE(struct table_form, noter_name, "notulist-naam", .most = 100),
    FIELD_TICK(struct table_form, every, "elke"),
    FIELD_BASIS(struct table_form),
};
static const struct form form = FORM(struct table_form, fields);
enum {
    THEME,
    ROUND,
    NUMBER,
    PLACE,
    SEATS,
    WHEELCHAIRS,
    INTERPRETER,
    NAMES, /* from here on it is about people: not written down in the history */
    HOST = NAMES,
    HOST_NAME,
    NOTER,
    NOTER_NAME,
    EVERY,
    ALL
};

/* A table as it stands, and what may be changed of it. */
struct table_now {
    struct subject s;
    struct organise_evening_row g;
    struct organise_tables_row *tables; /* of the whole evening */
    size_t tables_n;
    const struct organise_tables_row *row;
    struct str value[ALL];
    struct edit_field *fields;
};

static struct edit_option *themes(struct request *req, const struct subject *s, size_t *n,
                                  enum err *e)
{
    struct organise_themes_row *rows;
    *e = organise_themes(req->db, req->arena, s->id, s->own, &rows, n);
    if (*e != OK) return NULL;
    struct edit_option *all = NEW(req->arena, struct edit_option, *n);
    for (size_t i = 0; i < *n; i++)
        all[i] =
            (struct edit_option){ number_value(req->arena, true, rows[i].id), rows[i].title };
    return all;
}

static struct edit_option *crew(struct request *req, const struct subject *s, enum lang in,
                                size_t *n, enum err *e)
{
    struct organise_crew_row *rows;
    *e = organise_crew(req->db, req->arena, s->id, &rows, n);
    if (*e != OK) return NULL;
    struct edit_option *all = NEW(req->arena, struct edit_option, ++*n);
    all[0] = (struct edit_option){ STR(""), words_in(SAY("Niemand uit de lijst"), in) };
    for (size_t i = 1; i < *n; i++)
        all[i] = (struct edit_option){ number_value(req->arena, true, rows[i - 1].id),
                                       rows[i - 1].name };
    return all;
}

static struct edit_field number_field(const char *name, struct str label)
{
    return (struct edit_field){ .name = name, .kind = EDIT_NUMBER, .label = label };
}

static enum err describe(struct request *req, struct table_now *t, enum lang in)
{
    enum err e;
    size_t themes_n, crew_n, tongues_n;
    struct edit_option *about = themes(req, &t->s, &themes_n, &e);
    TRY(e);
    struct edit_option *people = crew(req, &t->s, in, &crew_n, &e);
    TRY(e);
    struct edit_option *tongues = interpreter_options(req, &tongues_n);
    const struct str team = words_in(SAY("Alleen het team ziet deze naam."), in);
    struct edit_field *x = t->fields = NEW(req->arena, struct edit_field, ALL);
    x[THEME] = (struct edit_field){ .name = "thema",
                                    .kind = EDIT_SELECT,
                                    .label = words_in(SAY("Thema"), in),
                                    .options = about,
                                    .options_n = themes_n };
    x[ROUND] = number_field("ronde", words_in(SAY("Ronde"), in));
    x[NUMBER] = number_field("nummer", words_in(SAY("Nummer op de tafel"), in));
    x[PLACE] = (struct edit_field){ .name = "plek",
                                    .optional = true,
                                    .label = words_in(SAY("Plek in de zaal"), in),
                                    .hint = words_in(SAY("Bijvoorbeeld: bij het raam."), in),
                                    .lang = t->s.own };
    x[SEATS] = number_field("stoelen", words_in(SAY("Stoelen"), in));
    x[SEATS].hint = words_in(SAY("De gespreksleider en de notulist tellen niet mee."), in);
    x[WHEELCHAIRS] = number_field("rolstoel", words_in(SAY("Plekken voor een rolstoel"), in));
    x[WHEELCHAIRS].optional = true;
    x[INTERPRETER] = (struct edit_field){ .name = "tolk",
                                          .kind = EDIT_SELECT,
                                          .label = words_in(SAY("Tolk aan tafel"), in),
                                          .options = tongues,
                                          .options_n = tongues_n };
    x[HOST] = (struct edit_field){ .name = "leider",
                                   .kind = EDIT_SELECT,
                                   .label = words_in(SAY("Gespreksleider"), in),
                                   .options = people,
                                   .options_n = crew_n };
    x[HOST_NAME] = (struct edit_field){ .name = "leider-naam",
                                        .optional = true,
                                        .label = words_in(SAY("Een andere gespreksleider"), in),
                                        .hint = team };
    x[NOTER] = x[HOST];
    x[NOTER].name = "notulist";
    x[NOTER].label = words_in(SAY("Notulist"), in);
    x[NOTER_NAME] = x[HOST_NAME];
    x[NOTER_NAME].name = "notulist-naam";
    x[NOTER_NAME].label = words_in(SAY("Een andere notulist"), in);
    x[EVERY] = (struct edit_field){
        .name = "elke",
        .kind = EDIT_TICK,
        .label = words_in(SAY("Doe dit bij dit nummer in elke ronde"), in),
        .hint = words_in(SAY("Plek, stoelen, tolk, gespreksleider en notulist."), in)
    };
    return OK;
}

static enum err table_now(struct request *req, enum lang in, struct table_now *t)
{
    struct arena *a = req->arena;
    *t = (struct table_now){ 0 };
    TRY(evening_find(req, &t->s, &t->g));
    TRY(organise_tables(req->db, a, t->g.id, t->s.own, &t->tables, &t->tables_n));
    for (size_t i = 0; i < t->tables_n; i++)
        if (t->tables[i].id == req->param[2].number) t->row = &t->tables[i];
    if (!t->row) return FAIL(ERR_MISSING, "no such table at this gathering");
    const struct organise_tables_row *r = t->row;
    t->value[THEME] = number_value(a, true, r->theme);
    t->value[ROUND] = number_value(a, true, r->round);
    t->value[NUMBER] = number_value(a, true, r->number);
    t->value[PLACE] = r->place;
    t->value[SEATS] = number_value(a, true, r->seats);
    t->value[WHEELCHAIRS] = number_value(a, r->wheelchairs > 0, r->wheelchairs);
    t->value[INTERPRETER] = r->interpreter;
    t->value[HOST] = number_value(a, r->has_host, r->host);
    t->value[HOST_NAME] = r->host_name;
    t->value[NOTER] = number_value(a, r->has_noter, r->noter);
    t->value[NOTER_NAME] = r->noter_name;
    return describe(req, t, in);
}

static struct str table_name(struct request *req, const struct organise_tables_row *t,
                             enum lang in)
{
    return FILL(req->arena, SAY("Tafel {n}, ronde {ronde}"), in,
                { "n", number_value(req->arena, true, t->number) },
                { "ronde", number_value(req->arena, true, t->round) });
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_view v = { 0 };
    struct table_now t;
    TRY(evening_open(req, res, &v, SAY("Tafels"), "tafels"));
    TRY(table_now(req, req->lang, &t));
    edit_show(req, &v.page, t.fields, t.value, ALL);
    v.page.title = res->frame.title = table_name(req, t.row, req->lang);
    v.page.back =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/tafels", v.page.d.slug, v.g.slug);
    v.page.back_text = words_in(SAY("Alle tafels"), req->lang);
    v.page.remove = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/tafels/{}/weg", v.page.d.slug,
                         v.g.slug, number_value(req->arena, true, t.row->id));
    v.page.remove_text = words_in(SAY("Haal deze tafel weg"), req->lang);
    dialogue_crumb(res, v.page.self, v.page.title);
    organise_form_page(response_page(req, res), &v);
    return OK;
}

static bool among(const struct edit_field *x, struct str value)
{
    for (size_t i = 0; i < x->options_n; i++)
        if (str_eq(x->options[i].value, value)) return true;
    return false;
}

static enum err check(struct request *req, const struct table_now *t, const struct str *x)
{
    const struct table_form *f = form_values(req);
    static const size_t choices[] = { THEME, INTERPRETER, HOST, NOTER };
    for (size_t i = 0; i < COUNT_OF(choices); i++)
        if (!among(&t->fields[choices[i]], x[choices[i]]) &&
            !str_eq(x[choices[i]], t->value[choices[i]])) /* who left may still stand there */
            form_wrong(req, t->fields[choices[i]].name,
                       SAY("Kies een van de antwoorden die er staan."));
    if (f->wheelchairs > f->seats)
        form_wrong(req, "rolstoel", SAY("Dit kunnen er niet meer zijn dan er stoelen zijn."));
    for (size_t i = 0; i < t->tables_n; i++)
        if (&t->tables[i] != t->row && t->tables[i].round == f->round &&
            t->tables[i].number == f->number)
            form_wrong(req, "nummer", SAY("Deze tafel is er al in deze ronde."));
    return edit_unchanged(req, t->value, ALL);
}

static enum err save(struct tx *tx, const struct table_now *t, const struct table_form *f)
{
    TRY(table_move(tx, t->row->id, f->round, f->number));
    for (size_t i = 0; i < t->tables_n; i++) {
        const struct organise_tables_row *r = &t->tables[i];
        const bool here = r == t->row;
        if (!here && !(f->every && r->number == t->row->number)) continue;
        TRY(table_update(tx, r->id, r->position, here ? f->theme : r->theme, f->place));
        TRY(table_plan_put(tx, r->id, f->seats, f->wheelchairs, f->interpreter, f->host != 0,
                           f->host, f->host_name, f->noter != 0, f->noter, f->noter_name));
    }
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct table_form *f = form_values(req);
    struct table_now t;
    struct str x[ALL];
    size_t changes;
    TRY(table_now(req, LANG_NL, &t));
    edit_typed(req, t.fields, x, ALL);
    TRY(check(req, &t, x));
    for (size_t i = 0; i < NAMES; i++)
        t.fields[i].label =
            arena_format(req->arena, "%.*s: %.*s", STR_ARG(table_name(req, t.row, LANG_NL)),
                         STR_ARG(t.fields[i].label));
    TRY(edit_history(tx, req,
                     (struct change){ .dialogue = t.s.id,
                                      .thing = THING_GATHERING,
                                      .number = t.g.id,
                                      .act = ACT_CHANGED },
                     t.fields, t.value, x, NAMES, &changes));
    TRY(save(tx, &t, f));
    return evening_back(req, res, t.g.slug, "tafels", "bewaard");
}

const struct page organise_table_page = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/tafels/#table",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- taking it away ---- */

/* Why it cannot go; NULL when it can. */
static enum err hangs(struct request *req, const struct table_now *t, const struct words **why)
{
    struct organise_table_hangs_row row;
    TRY(organise_table_hangs(req->db, req->arena, t->row->id, &row));
    *why = row.findings || row.voices
               ? SAY("Aan deze tafel is iets genoteerd. Dat houdt zijn plek.")
               : NULL;
    return OK;
}

static enum err ask(struct request *req, struct response *res)
{
    struct ask_view v = { 0 };
    struct table_now t;
    TRY(evening_open(req, res, &v.e, SAY("Tafels"), "tafels"));
    TRY(table_now(req, req->lang, &t));
    TRY(hangs(req, &t, &v.hangs));
    v.name = table_name(req, t.row, req->lang);
    v.warning = words_in(SAY("Deze tafel is er daarna niet meer in deze ronde."), req->lang);
    v.e.page.title = res->frame.title = words_in(SAY("Haal deze tafel weg"), req->lang);
    v.e.page.back =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/tafels", v.e.page.d.slug, v.e.g.slug);
    dialogue_crumb(res, v.e.page.self, v.e.page.title);
    organise_ask_page(response_page(req, res), &v);
    return OK;
}

static enum err take_away(struct tx *tx, struct request *req, struct response *res)
{
    struct table_now t;
    const struct words *why;
    TRY(table_now(req, LANG_NL, &t));
    TRY(hangs(req, &t, &why));
    if (why) form_wrong(req, NULL, why);
    TRY(form_checked(req));
    TRY(table_delete(tx, t.row->id));
    TRY(history_write(tx, req,
                      &(struct change){ t.s.id, THING_GATHERING, t.g.id, ACT_CHANGED, 0,
                                        table_name(req, t.row, LANG_NL), STR("") },
                      NULL));
    return evening_back(req, res, t.g.slug, "tafels", "weg");
}

const struct page organise_table_remove = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/tafels/#table/weg",
    .who = WHO_EDITOR,
    .handle = ask,
    .form = &remove_form,
    .act = take_away,
    .file = __FILE__,
};
