/* look.c — see look.h. */
#include "features/deeds/look.h"

#include "algo/facets.h"

enum { YEARS_MOST = 60 };

struct said owner_said(enum lang reader, const struct dialogue *d, struct str name,
                       struct str name_en)
{
    return said_in(reader, d->own, name, name_en);
}

/* ---- the place of an id in an array: open addressing, a slot holds place + 1 ---- */

struct places {
    int64_t *ids;
    uint32_t *slots;
    size_t mask, n;
};
static struct places places_for(struct arena *a, size_t most)
{
    size_t room = 16;
    while (room < 2 * most) room *= 2;
    return (struct places){ NEW(a, int64_t, most + 1), NEW(a, uint32_t, room), room - 1, 0 };
}
static size_t slot_of(const struct places *p, int64_t id)
{
    size_t at = (size_t)((uint64_t)id * 0x9E3779B97F4A7C15u >> 32) & p->mask;
    while (p->slots[at] && p->ids[p->slots[at] - 1] != id) at = (at + 1) & p->mask;
    return at;
}
static void places_add(struct places *p, int64_t id)
{
    p->ids[p->n++] = id;
    p->slots[slot_of(p, id)] = (uint32_t)p->n;
}
/* False when it is none of them. */
static bool place_of(const struct places *p, int64_t id, uint32_t *place)
{
    const uint32_t slot = p->slots[slot_of(p, id)];
    *place = slot - 1;
    return slot != 0;
}

struct pairs {
    struct facet_pair *at;
    size_t n, room;
};
static void pairs_add(struct arena *a, struct pairs *p, uint32_t thing, uint32_t value)
{
    if (p->n == p->room) {
        p->room = p->room ? 2 * p->room : 1024;
        struct facet_pair *more = NEW(a, struct facet_pair, p->room);
        for (size_t i = 0; i < p->n; i++) more[i] = p->at[i];
        p->at = more;
    }
    p->at[p->n++] = (struct facet_pair){ thing, value };
}

/* ---- what there is ---- */

struct looking {
    struct request *req;
    const struct dialogue *d;
    struct look *l;
    struct looked_all_row *all; /* late first */
    struct places ids;          /* of `all` */
    struct places of[LOOKS];    /* the values of those that have ids */
    struct pairs pairs[LOOKS];
    struct departments_row *owners;
    struct places advices; /* each with its first theme in `themes` */
    struct pairs themes;
    size_t *first;
    uint32_t *misses;
    int first_year;
};

static enum err one(const struct looked_all_row *row, void *with)
{
    struct looking *k = with;
    k->all[k->ids.n] = *row;
    places_add(&k->ids, row->id);
    return OK;
}
static void pair_ids(struct looking *k, enum look_by by, int64_t commitment, int64_t value)
{
    uint32_t thing, place;
    if (place_of(&k->ids, commitment, &thing) && place_of(&k->of[by], value, &place))
        pairs_add(k->req->arena, &k->pairs[by], thing, place);
}
static enum err owner_of(const struct looked_owners_row *row, void *with)
{
    pair_ids(with, BY_OWNER, row->commitment, row->department);
    return OK;
}
static enum err hood_of(const struct looked_places_row *row, void *with)
{
    pair_ids(with, BY_HOOD, row->commitment, row->neighbourhood);
    return OK;
}
static enum err theme_of(const struct looked_themes_row *row, void *with)
{
    struct looking *k = with;
    uint32_t theme;
    if (!place_of(&k->of[BY_THEME], row->theme, &theme)) return OK;
    if (!k->advices.n || k->advices.ids[k->advices.n - 1] != row->advice) {
        k->first[k->advices.n] = k->themes.n;
        places_add(&k->advices, row->advice);
    }
    pairs_add(k->req->arena, &k->themes, (uint32_t)k->advices.n - 1, theme);
    return OK;
}

/* Portfolios are told apart by their words. */
static uint32_t portfolio_of(struct looking *k, struct str words)
{
    const struct look_facet *f = &k->l->by[BY_PORTFOLIO];
    uint32_t at = 0;
    while (at < f->n && !str_eq(f->options[at].value, words)) at++;
    return at;
}

static void pair_own(struct looking *k, uint32_t thing, const uint32_t *portfolios)
{
    struct arena *a = k->req->arena;
    const struct looked_all_row *c = &k->all[thing];
    uint32_t owner, advice;
    if (place_of(&k->of[BY_OWNER], c->owner, &owner)) {
        pairs_add(a, &k->pairs[BY_OWNER], thing, owner);
        if (portfolios[owner] < k->l->by[BY_PORTFOLIO].n)
            pairs_add(a, &k->pairs[BY_PORTFOLIO], thing, portfolios[owner]);
    }
    const int year = date_of(c->first_due).year - k->first_year;
    if (year < (int)k->l->by[BY_YEAR].n)
        pairs_add(a, &k->pairs[BY_YEAR], thing, (uint32_t)year);
    const struct lateness late =
        commitment_lateness(c->first_due, c->state, c->has_ended, c->ended, k->req->today);
    pairs_add(a, &k->pairs[BY_STAND], thing, (uint32_t)late.prompt);
    if (!place_of(&k->advices, c->advice, &advice)) return;
    for (size_t i = k->first[advice]; i < k->themes.n && k->themes.at[i].thing == advice; i++)
        pairs_add(a, &k->pairs[BY_THEME], thing, k->themes.at[i].value);
}

/* ---- what can be chosen ---- */

static struct look_option *option_add(struct looking *k, enum look_by by, struct str value,
                                      struct str text, struct str lang)
{
    struct look_facet *f = &k->l->by[by];
    f->options[f->n] = (struct look_option){
        .value = value, .text = text, .lang = lang, .chosen = str_eq(value, k->req->query[by])
    };
    return &f->options[f->n++];
}
static void options_for(struct looking *k, enum look_by by, size_t n)
{
    k->l->by[by].options = NEW(k->req->arena, struct look_option, n + 1);
    k->of[by] = places_for(k->req->arena, n);
}

static enum err themes_and_hoods(struct looking *k)
{
    struct arena *a = k->req->arena;
    struct look_themes_row *themes;
    struct look_hoods_row *hoods;
    size_t themes_n, hoods_n;
    TRY(look_themes(k->req->db, a, k->d->id, k->d->own, lang_about(k->req->lang)->code, &themes,
                    &themes_n));
    options_for(k, BY_THEME, themes_n);
    for (size_t i = 0; i < themes_n; i++) {
        option_add(k, BY_THEME, themes[i].slug, themes[i].title, themes[i].lang);
        places_add(&k->of[BY_THEME], themes[i].id);
    }
    TRY(look_hoods(k->req->db, a, k->d->id, &hoods, &hoods_n));
    options_for(k, BY_HOOD, hoods_n);
    for (size_t i = 0; i < hoods_n; i++) {
        option_add(k, BY_HOOD, hoods[i].slug, hoods[i].name, k->d->own);
        places_add(&k->of[BY_HOOD], hoods[i].id);
    }
    return OK;
}

/* `portfolios` gets for each owner the place of its portfolio, or how many there are. */
static enum err owners(struct looking *k, uint32_t **portfolios)
{
    size_t n;
    TRY(departments(k->req->db, k->req->arena, k->d->id, &k->owners, &n));
    options_for(k, BY_OWNER, n);
    options_for(k, BY_PORTFOLIO, n);
    for (size_t i = 0; i < n; i++) {
        const struct departments_row *w = &k->owners[i];
        const struct said name = owner_said(k->req->lang, k->d, w->name, w->name_en);
        option_add(k, BY_OWNER, w->slug, name.text, name.lang);
        places_add(&k->of[BY_OWNER], w->id);
        if (w->portfolio.n && portfolio_of(k, w->portfolio) == k->l->by[BY_PORTFOLIO].n)
            option_add(k, BY_PORTFOLIO, w->portfolio, w->portfolio, k->d->own);
    }
    *portfolios = NEW(k->req->arena, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) (*portfolios)[i] = portfolio_of(k, k->owners[i].portfolio);
    return OK;
}

static void years_and_stands(struct looking *k)
{
    struct day first = k->req->today, last = k->req->today;
    for (size_t i = 0; i < k->ids.n; i++) {
        const struct day due = k->all[i].first_due;
        if (!i || due.n < first.n) first = due;
        if (!i || due.n > last.n) last = due;
    }
    k->first_year = date_of(first).year;
    const int until = date_of(last).year;
    options_for(k, BY_YEAR, YEARS_MOST);
    for (int y = k->first_year; k->ids.n && y <= until && y < k->first_year + YEARS_MOST; y++) {
        const struct str text = arena_format(k->req->arena, "%d", y);
        option_add(k, BY_YEAR, text, text, STR(""));
    }
    options_for(k, BY_STAND, PROMPTNESSES);
    for (int p = 0; p < PROMPTNESSES; p++) {
        const struct term term = prompt_term(p);
        option_add(k, BY_STAND, str_of(term.code), words_in(term.words, k->req->lang), STR(""));
    }
}

static enum err choices(struct looking *k)
{
    static const char *const names[LOOKS] = { "thema",        "wijk", "eigenaar",
                                              "portefeuille", "jaar", "stand" };
    const struct words *labels[LOOKS] = { SAY("Thema"),         SAY("Wijk"),
                                          SAY("Wie doet het?"), SAY("Portefeuille"),
                                          SAY("Jaar"),          SAY("Stand") };
    const struct words *any[LOOKS] = { SAY("Alle thema’s"), SAY("Alle wijken"),
                                       SAY("Iedereen"),     SAY("Alle portefeuilles"),
                                       SAY("Alle jaren"),   SAY("Elke stand") };
    for (int by = 0; by < LOOKS; by++) {
        k->l->by[by].name = str_of(names[by]);
        k->l->by[by].label = labels[by];
        k->l->by[by].any = any[by];
    }
    return themes_and_hoods(k);
}

/* Everything there is, and by what each can be chosen. */
static enum err gather(struct looking *k)
{
    struct db *db = k->req->db;
    struct arena *a = k->req->arena;
    uint32_t *portfolios;
    int64_t n;
    TRY(looked_count(db, k->d->id, &n));
    k->all = NEW(a, struct looked_all_row, (size_t)n + 1);
    k->first = NEW(a, size_t, (size_t)n + 1);
    k->misses = NEW(a, uint32_t, (size_t)n + 1);
    k->ids = places_for(a, (size_t)n);
    k->advices = places_for(a, (size_t)n);
    TRY(choices(k));
    TRY(owners(k, &portfolios));
    TRY(looked_all(db, k->d->id, one, k));
    years_and_stands(k);
    TRY(looked_themes(db, k->d->id, k->d->edition, theme_of, k));
    TRY(looked_owners(db, k->d->id, owner_of, k));
    TRY(looked_places(db, k->d->id, hood_of, k));
    for (uint32_t i = 0; i < k->ids.n; i++) pair_own(k, i, portfolios);
    return OK;
}

/* ---- what was asked ---- */

static enum err count(struct looking *k)
{
    struct facet facets[LOOKS] = { 0 };
    for (int by = 0; by < LOOKS; by++) {
        struct look_facet *f = &k->l->by[by];
        struct facet *of = &facets[by];
        of->pairs = k->pairs[by].at;
        of->pairs_n = k->pairs[by].n;
        of->count = NEW(k->req->arena, uint32_t, f->n + 1);
        of->values_n = (uint32_t)f->n;
        for (uint32_t i = 0; i < f->n; i++)
            if (f->options[i].chosen) of->chosen = true, of->value = i;
        if (k->req->query[by].n && !of->chosen)
            return FAIL(ERR_MISSING, "no such %.*s: %.*s", STR_ARG(f->name),
                        STR_ARG(k->req->query[by]));
        k->l->narrowed |= of->chosen;
    }
    facets_count(facets, LOOKS, k->misses, k->ids.n);
    for (int by = 0; by < LOOKS; by++) {
        k->l->by[by].any_n = facets[by].any;
        for (size_t i = 0; i < k->l->by[by].n; i++)
            k->l->by[by].options[i].n = facets[by].count[i];
    }
    return OK;
}

static void add(struct looking *k, const struct looked_all_row *c)
{
    struct look_sum *s = &k->l->sum;
    s->all++;
    s->moves += c->moves;
    switch (commitment_lateness(c->first_due, c->state, c->has_ended, c->ended, k->req->today)
                .prompt) {
    case PROMPT_RUNNING: s->running++; break;
    case PROMPT_LATE: s->late++; break;
    case PROMPT_KEPT: s->kept++; break;
    case PROMPT_KEPT_LATE: s->kept_late++; break;
    case PROMPT_STOPPED: s->stopped++; break;
    }
}

/* Behind the number that was named, and one more than a page holds. */
static enum err page_of(struct looking *k, int64_t *ids)
{
    struct look *l = k->l;
    int64_t after = 0;
    const struct str asked = k->req->query[LOOK_AFTER];
    if (asked.n && !str_number(asked, INT64_MAX, &after))
        return FAIL(ERR_INPUT, "no key of a page: %.*s", STR_ARG(asked));
    for (size_t i = 0; i < k->ids.n; i++) l->behind |= after && k->all[i].number == after;
    bool from_here = !l->behind;
    for (size_t i = 0; i < k->ids.n; i++) {
        if (!k->misses[i]) {
            add(k, &k->all[i]);
            if (from_here && l->n <= LOOK_PAGE) ids[l->n++] = k->all[i].id;
        }
        from_here |= k->all[i].number == after;
    }
    l->more = l->n > LOOK_PAGE;
    if (l->more) l->n = LOOK_PAGE;
    return OK;
}

/* ---- the line of time ---- */

static int64_t unit(const struct look *l, struct day at)
{
    const int64_t all = l->until.n > l->from.n ? l->until.n - l->from.n : 1;
    const int64_t x = at.n <= l->from.n ? 0 : at.n >= l->until.n ? all : at.n - l->from.n;
    return x * TIMELINE_WIDE / all;
}

static struct drawn draw(const struct look *l, const struct look_one_row *row, struct day today)
{
    const struct day end = row->has_ended ? row->ended : today;
    const int64_t begin = unit(l, row->made);
    const int64_t due = unit(l, row->first_due);
    return (struct drawn){
        .promised = begin,
        .promised_wide = due > begin ? due - begin : 2,
        .late = due,
        .late_wide = end.n > row->first_due.n && row->state != COMMITMENT_STOPPED
                         ? unit(l, end) - due
                         : 0,
        .due = unit(l, row->due),
        .moved = row->due.n != row->first_due.n,
        .today = unit(l, today),
    };
}

static enum err lines(struct looking *k, const int64_t *ids)
{
    struct look *l = k->l;
    struct request *req = k->req;
    l->lines = NEW(req->arena, struct look_line, l->n + 1);
    l->from = l->until = req->today;
    for (size_t i = 0; i < l->n; i++) {
        struct look_one_row *row = &l->lines[i].row;
        TRY(look_one(req->db, req->arena, ids[i], k->d->own, lang_about(req->lang)->code, row));
        if (row->made.n < l->from.n) l->from = row->made;
        if (row->due.n > l->until.n) l->until = row->due;
        if (row->first_due.n > l->until.n) l->until = row->first_due;
    }
    for (size_t i = 0; i < l->n; i++) {
        struct look_line *line = &l->lines[i];
        const struct look_one_row *row = &line->row;
        line->owner = owner_said(req->lang, k->d, row->owner_name, row->owner_en);
        line->late = commitment_lateness(row->first_due, row->state, row->has_ended, row->ended,
                                         req->today);
        line->drawn = draw(l, row, req->today);
    }
    l->years = NEW(req->arena, int64_t, YEARS_MOST);
    for (int y = date_of(l->from).year + 1;
         y <= date_of(l->until).year && l->years_n < YEARS_MOST; y++)
        l->years[l->years_n++] = unit(l, day_of((struct date){ y, 1, 1 }));
    return OK;
}

enum err look_up(struct request *req, const struct dialogue *d, const char *page,
                 struct look *l)
{
    struct looking *k = NEW(req->arena, struct looking, 1);
    int64_t ids[LOOK_PAGE + 1];
    const struct str *q = req->query;
    *k = (struct looking){ .req = req, .d = d, .l = l };
    TRY(gather(k));
    TRY(count(k));
    TRY(page_of(k, ids));
    TRY(lines(k, ids));
    l->self = PATH(req->arena, page, d->slug);
    if (l->more)
        l->next =
            PATH(req->arena,
                 arena_format(req->arena,
                              "%s?thema={}&wijk={}&eigenaar={}&portefeuille={}&jaar={}&"
                              "stand={}&na={}",
                              page)
                     .s,
                 d->slug, q[BY_THEME], q[BY_HOOD], q[BY_OWNER], q[BY_PORTFOLIO], q[BY_YEAR],
                 q[BY_STAND], number_text(req->arena, true, l->lines[l->n - 1].row.number));
    return OK;
}
