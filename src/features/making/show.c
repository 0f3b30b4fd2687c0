/* show.c — /:dialogue/verslag/zo-gemaakt: how the report was made. */
#include "features/making/making.h"

#include "features/making/show.html.h"

enum { WHOLE = 10000 };

/* ---- who came ---- */

/* What was counted of one division, row by row; NULL behind the last. */
struct counted {
    const struct making_turnout_row *at;
    size_t n;
};
static struct counted aspect_of(const struct making_turnout_row *rows, size_t n,
                                enum turnout_aspect aspect)
{
    struct counted c = { 0 };
    for (size_t i = 0; i < n; i++) {
        if (rows[i].aspect != aspect) continue;
        if (!c.n) c.at = &rows[i];
        c.n++;
    }
    return c;
}
static bool counts(struct counted c, int64_t class, int64_t *people)
{
    for (size_t i = 0; i < c.n; i++)
        if (c.at[i].class == class && c.at[i].has_people) {
            *people = c.at[i].people;
            return true;
        }
    return false;
}

static void row_add(struct made_table *t, struct made_row row)
{
    t->rows[t->rows_n++] = row;
}

/* Sets a row beside how many live there; what is said of the rest may only be too much. */
static void compare(struct made_row *row, int64_t came, int64_t live, int64_t city)
{
    row->measured = city > 0;
    if (!row->measured) return;
    row->share = (row->people * 200 + came) / (2 * came);
    row->share_of_city = (live * 200 + city) / (2 * city);
    row->few = row->people * city * 2 < live * came;
}

static void ends(struct arena *a, struct made_table *t, struct counted c,
                 const struct words *rest, struct str names)
{
    int64_t people, most = 1;
    if (counts(c, TURNOUT_UNSAID, &people))
        row_add(t, (struct made_row){ .words = SAY("Niet gezegd"), .people = people });
    if (counts(c, TURNOUT_REST, &people) && t->rows_n)
        row_add(t, (struct made_row){ .words = rest, .name = names, .people = people });
    t->few = t->rows_n == 0;
    for (size_t i = 0; i < t->rows_n; i++)
        if (t->rows[i].people > most) most = t->rows[i].people;
    for (size_t i = 0; i < t->rows_n; i++)
        t->rows[i].wide = bar_per_cent(a, t->rows[i].people * WHOLE / most);
}

static struct made_table by_term(struct arena *a, struct counted c, enum turnout_aspect aspect,
                                 struct term (*term_of)(int), int n)
{
    struct made_table t = { .aspect = aspect, .rows = NEW(a, struct made_row, (size_t)n + 2) };
    int64_t people;
    for (int i = 0; i < n; i++)
        if (counts(c, i, &people))
            row_add(&t, (struct made_row){ .words = term_of(i).words, .people = people });
    ends(a, &t, c, SAY("Alle andere groepen samen"), STR(""));
    return t;
}

static struct made_table by_hood(struct arena *a, struct counted c, int64_t came,
                                 const struct making_hoods_row *hoods, size_t n)
{
    struct made_table t = { .aspect = TURNOUT_HOOD, .rows = NEW(a, struct made_row, n + 2) };
    struct str names = STR("");
    int64_t people, city = 0, live_in_rest = 0;
    bool known = n > 0;
    for (size_t i = 0; i < n; i++) {
        known &= hoods[i].has_inhabitants;
        city += hoods[i].inhabitants;
    }
    if (!known) city = 0;
    for (size_t i = 0; i < n; i++) {
        if (!counts(c, hoods[i].id, &people)) {
            live_in_rest += hoods[i].inhabitants;
            names = names.n
                        ? arena_format(a, "%.*s, %.*s", STR_ARG(names), STR_ARG(hoods[i].name))
                        : hoods[i].name;
            continue;
        }
        row_add(&t, (struct made_row){ .name = hoods[i].name, .people = people });
        compare(&t.rows[t.rows_n - 1], came, hoods[i].inhabitants, city);
    }
    ends(a, &t, c, SAY("Alle andere wijken samen"), names);
    if (t.rows_n && t.rows[t.rows_n - 1].words && names.n && counts(c, TURNOUT_REST, &people))
        compare(&t.rows[t.rows_n - 1], came, live_in_rest, city);
    t.measured = city > 0;
    return t;
}

static enum err evening(struct request *req, const struct making_hoods_row *hoods,
                        size_t hoods_n, struct made_evening *e)
{
    struct arena *a = req->arena;
    struct making_turnout_row *rows;
    size_t n;
    TRY(making_turnout(req->db, a, e->g->id, &rows, &n));
    e->counted = n > 0;
    e->has_came = counts(aspect_of(rows, n, TURNOUT_ALL), 0, &e->came);
    counts(aspect_of(rows, n, TURNOUT_CREW), 0, &e->hosts);
    counts(aspect_of(rows, n, TURNOUT_CREW), 1, &e->noters);
    if (!e->has_came) return OK;
    e->tables[0] =
        by_term(a, aspect_of(rows, n, TURNOUT_AS), TURNOUT_AS, comes_as_term, COMES_ASES);
    e->tables[1] =
        by_term(a, aspect_of(rows, n, TURNOUT_AGE), TURNOUT_AGE, age_group_term, AGE_GROUPS);
    e->tables[2] = by_hood(a, aspect_of(rows, n, TURNOUT_HOOD), e->came, hoods, hoods_n);
    e->tables[0].caption = SAY("Als wie zij kwamen");
    e->tables[1].caption = SAY("Hoe oud zij zijn");
    e->tables[2].caption = SAY("Waar zij wonen");
    e->tables[0].head = SAY("Als");
    e->tables[1].head = SAY("Leeftijd");
    e->tables[2].head = SAY("Wijk");
    e->tables_n = 3;
    return OK;
}

/* ---- voices ---- */

static void draw(struct arena *a, struct making_view *v)
{
    const int64_t counts[BAR_CODES] = { v->n.used, v->n.waiting, v->n.set_aside,
                                        v->n.only_counted, v->n.withdrawn };
    for (size_t i = 0; i < BAR_CODES; i++) v->voices += counts[i];
    v->bar = bar_of(a, counts);
}

static enum err handle(struct request *req, struct response *res)
{
    struct making_view v = { 0 };
    struct making_gatherings_row *gatherings;
    struct making_hoods_row *hoods;
    struct making_second_row second;
    size_t hoods_n;
    TRY(dialogue_open(req, res, &v.d));
    TRY(making_gatherings(req->db, req->arena, v.d.id, req->today, v.d.own,
                          lang_about(req->lang)->code, &gatherings, &v.evenings_n));
    TRY(making_hoods(req->db, req->arena, v.d.id, &hoods, &hoods_n));
    v.evenings = NEW(req->arena, struct made_evening, v.evenings_n + 1);
    for (size_t i = 0; i < v.evenings_n; i++) {
        v.evenings[i] = (struct made_evening){ .g = &gatherings[i] };
        TRY(evening(req, hoods, hoods_n, &v.evenings[i]));
    }
    TRY(making_numbers(req->db, req->arena, v.d.id, v.d.edition, &v.n));
    TRY(making_reasons(req->db, req->arena, v.d.id, &v.reasons, &v.reasons_n));
    TRY(making_editors(req->db, req->arena, v.d.id, &v.editors, &v.editors_n));
    TRY(making_second(req->db, req->arena, v.d.edition, &second, &v.second_known));
    v.seconded = v.second_known && second.seconded;
    TRY(making_answers(req->db, req->arena, v.d.id, &v.answers));
    TRY(making_objections(req->db, req->arena, v.d.id, &v.objections));
    draw(req->arena, &v);
    res->frame.title = words_in(SAY("Zo is dit verslag gemaakt"), req->lang);
    res->frame.description =
        words_in(SAY("Wie er kwam, wie er ontbrak, en hoe inbreng een punt werd."), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/verslag", v.d.slug),
                   words_in(SAY("Verslag"), req->lang));
    dialogue_crumb(res, PATH(req->arena, "/{}/verslag/zo-gemaakt", v.d.slug), res->frame.title);
    making_page(response_page(req, res), &v);
    return OK;
}

const struct page making_show = {
    .path = "/:dialogue/verslag/zo-gemaakt",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
