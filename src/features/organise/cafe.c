/* cafe.c — /:dialogue/beheer/bijeenkomsten/cafe: one table, eight chairs, one theme; ready in one form. */
#include "features/organise/begin.h"

struct cafe_form {
    struct str place, host, noter, basis;
    int64_t theme;
    struct optional_day day;
    struct optional_clock starts;
    bool announced;
};
static const struct words *no_theme(void)
{
    return SAY("Kies waar u over praat.");
}
static const struct words *no_place(void)
{
    return SAY("Schrijf waar u zit.");
}
static const struct words *no_day(void)
{
    return SAY("Kies de dag.");
}
static const struct words *no_time(void)
{
    return SAY("Schrijf hoe laat u begint.");
}
static const struct field fields[] = {
    FIELD_NUMBER(struct cafe_form, theme, "thema", .required = true, .missing = no_theme),
    FIELD_LINE(struct cafe_form, place, "plaats", .required = true, .missing = no_place,
               .most = 200),
    FIELD_DAY(struct cafe_form, day, "dag", .required = true, .missing = no_day),
    FIELD_CLOCK(struct cafe_form, starts, "van", .required = true, .missing = no_time),
    FIELD_LINE(struct cafe_form, host, "leider", .most = 100),
    FIELD_LINE(struct cafe_form, noter, "notulist", .most = 100),
    FIELD_TICK(struct cafe_form, announced, "openbaar"),
    FIELD_BASIS(struct cafe_form),
};
static const struct form form = FORM(struct cafe_form, fields);
enum { THEME, PLACE, DAY, STARTS, HOST, NOTER, ANNOUNCED, ALL };

static enum err describe(struct request *req, const struct dialogue *d,
                         struct edit_field **fields_of)
{
    struct organise_themes_row *themes;
    size_t n;
    TRY(organise_themes(req->db, req->arena, d->id, d->own, &themes, &n));
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    for (size_t i = 0; i < n; i++)
        options[i] = (struct edit_option){ number_value(req->arena, true, themes[i].id),
                                           themes[i].title };
    const struct edit_field all[ALL] = {
        [THEME] = { .name = "thema",
                    .kind = EDIT_SELECT,
                    .options = options,
                    .options_n = n,
                    .label = words_in(SAY("Waar praat u over?"), req->lang) },
        [PLACE] = { .name = "plaats",
                    .label = words_in(SAY("Plaats"), req->lang),
                    .hint =
                        words_in(SAY("Bijvoorbeeld: Café De Hoek, Dorpsstraat 1."), req->lang),
                    .lang = d->own },
        [DAY] = { .name = "dag", .kind = EDIT_DAY, .label = words_in(SAY("Dag"), req->lang) },
        [STARTS] = { .name = "van",
                     .kind = EDIT_CLOCK,
                     .label = words_in(SAY("Begint om"), req->lang) },
        [HOST] = { .name = "leider",
                   .optional = true,
                   .label = words_in(SAY("Gespreksleider"), req->lang),
                   .hint = words_in(SAY("Alleen het team ziet deze naam."), req->lang) },
        [NOTER] = { .name = "notulist",
                    .optional = true,
                    .label = words_in(SAY("Notulist"), req->lang),
                    .hint = words_in(SAY("Wie schrijft op wat er wordt gezegd?"), req->lang) },
        [ANNOUNCED] = { .name = "openbaar",
                        .kind = EDIT_TICK,
                        .label = words_in(SAY("Maak meteen openbaar"), req->lang),
                        .hint = words_in(SAY("Iedereen ziet dan dag, tijd en plaats."),
                                         req->lang) },
    };
    *fields_of = NEW(req->arena, struct edit_field, ALL);
    for (size_t i = 0; i < ALL; i++) (*fields_of)[i] = all[i];
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_view v = { 0 };
    struct edit_field *all;
    TRY(desk_open(req, res, &v.page.d));
    TRY(describe(req, &v.page.d, &all));
    return begin_show(
        req, res, &v, all, ALL,
        &(struct begin_page){
            .title = SAY("Eén tafel in een café"),
            .lead = SAY("Acht stoelen, anderhalf uur, één thema. Dit is genoeg om te "
                        "beginnen."),
            .button = SAY("Zet de tafel klaar") });
}

static struct clock later(struct clock c, int minutes)
{
    return (struct clock){ (c.minutes + minutes) % (24 * 60) };
}

/* Welcome, talk, read back: what a table of eight needs. */
static enum err programme(struct tx *tx, const struct subject *s, int64_t gathering,
                          struct clock starts)
{
    const struct {
        int after;
        enum programme_kind kind;
        const struct words *title;
    } items[] = {
        { 0, PROGRAMME_OTHER, SAY("Welkom en kennismaken") },
        { 10, PROGRAMME_ROUND, SAY("Het gesprek") },
        { 75, PROGRAMME_OTHER, SAY("Voorlezen wat is genoteerd") },
    };
    enum lang lang;
    if (!lang_read(s->own, &lang)) lang = LANG_NL;
    for (size_t i = 0; i < COUNT_OF(items); i++) {
        int64_t id;
        TRY(programme_add(tx, gathering, (int64_t)i + 1, true, later(starts, items[i].after),
                          items[i].kind, &id));
        TRY(programme_text_put(tx, id, s->own, words_in(items[i].title, lang), STR("")));
    }
    return OK;
}

static enum err theme_title(struct request *req, const struct subject *s, int64_t theme,
                            struct str *title)
{
    struct organise_themes_row *themes;
    size_t n;
    TRY(organise_themes(req->db, req->arena, s->id, s->own, &themes, &n));
    for (size_t i = 0; i < n; i++)
        if (themes[i].id == theme) *title = themes[i].title;
    if (!title->n) form_wrong(req, "thema", no_theme());
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    enum { HOURS_AND_A_HALF = 90 };
    const struct cafe_form *f = form_values(req);
    const struct optional_clock ends = { true, later(f->starts.clock, HOURS_AND_A_HALF) };
    struct subject s;
    struct str slug, title = STR("");
    int64_t id, table;
    TRY(subject_find(req, &s));
    TRY(theme_title(req, &s, f->theme, &title));
    TRY(evening_begin(
        tx, req, &s,
        &(struct beginning){ title, f->place, f->day.day, f->starts, ends, f->announced },
        &slug, &id));
    TRY(gathering_plan_put(tx, id, true, TABLE_SEATS, f->announced, false, (struct day){ 0 },
                           STR("")));
    TRY(programme(tx, &s, id, f->starts.clock));
    TRY(table_add(tx, id, 1, 1, 1, f->theme, STR(""), &table));
    TRY(table_plan_put(tx, table, TABLE_SEATS, 0, STR(""), false, 0, f->host, false, 0,
                       f->noter));
    return evening_back(req, res, slug, "", "erbij");
}

const struct page organise_cafe = {
    .path = "/:dialogue/beheer/bijeenkomsten/cafe",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
