/* list.c — /kaart: who helps, searched by anybody's words, with filters that say how many there are. */
#include "features/services/collection.h"
#include "features/services/services.h"
#include "features/sought/sought.h"
#include "features/voices/voices.h"

#include "features/services/list.html.h"

#include <string.h>

enum asked {
    Q_TEXT,
    Q_WHERE,
    Q_OPEN,
    Q_EVENING,
    Q_WEEKEND,
    Q_FREE,
    Q_DIRECT,
    Q_WHEELCHAIR,
    Q_LANGUAGE,
    Q_AGE,
    Q_SUBJECT,
    Q_AREA,
    Q_FROM,
    Q_LITERAL,
    Q_LIST,
    QUERY_N
};
static const char *const names[QUERY_N] = { "q",       "waar",       "nu",        "avond",
                                            "weekend", "gratis",     "direct",    "rolstoel",
                                            "taal",    "leeftijd",   "onderwerp", "wijk",
                                            "na",      "letterlijk", "lijst" };

/* ---- what is asked ---- */

static bool ticked(const struct request *req, enum asked q)
{
    return str_is(req->query[q], "1");
}

/* "1315 AB", "1315": to a point, from our own table. */
static enum err read_where(struct request *req, struct list_view *v)
{
    char code[6];
    size_t n = 0;
    v->where = str_upto(str_trim(req->query[Q_WHERE]), 12);
    for (size_t i = 0; i < v->where.n && n < sizeof code; i++) {
        const char c = v->where.s[i];
        if (c != ' ') code[n++] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    }
    if (!n) return OK;
    for (size_t most = n; most >= 4; most = most > 4 ? 4 : 0) {
        struct postcode_at_row at;
        bool found;
        TRY(postcode_at(req->db, req->arena, (struct str){ code, most }, &at, &found));
        if (!found) continue;
        v->ask.has_place = true;
        v->ask.latitude = (int32_t)at.latitude;
        v->ask.longitude = (int32_t)at.longitude;
        return OK;
    }
    v->where_wrong = true;
    return OK;
}

static enum err read_choices(struct request *req, struct list_view *v)
{
    int64_t age;
    v->ask.language = req->query[Q_LANGUAGE].n ? map_language(req->query[Q_LANGUAGE]) : -1;
    v->ask.age = -1;
    if (req->query[Q_AGE].n && str_number(req->query[Q_AGE], 120, &age)) {
        v->ask.age = (int)age;
        v->age = req->query[Q_AGE];
    }
    v->ask.subject = -1;
    for (size_t i = 0; i < v->questions_n; i++)
        if (str_eq(v->questions[i].code, req->query[Q_SUBJECT]) &&
            v->questions[i].position < FACT_TERMS)
            v->ask.subject = (int)v->questions[i].position;
    if (req->query[Q_AREA].n) {
        struct map_area_of_row area;
        bool found;
        TRY(map_area_of(req->db, req->arena, req->query[Q_AREA], &area, &found));
        if (found) v->ask.area = area.id;
    }
    return OK;
}

static enum err read_ask(struct request *req, struct list_view *v)
{
    static const uint32_t flags[] = { FACT_EVENING, FACT_WEEKEND, FACT_FREE, FACT_DIRECT,
                                      FACT_WHEELCHAIR };
    v->q = str_upto(str_trim(req->query[Q_TEXT]), MAP_QUESTION);
    v->ask = (struct map_ask){ .text = v->q,
                               .lang = req->lang,
                               .now = req->now,
                               .most = ON_PAGE,
                               .literal = ticked(req, Q_LITERAL),
                               .open = ticked(req, Q_OPEN) };
    for (size_t i = 0; i < COUNT_OF(flags); i++)
        if (ticked(req, (enum asked)(Q_EVENING + i))) v->ask.flags |= flags[i];
    if (req->query[Q_FROM].n && !str_number(req->query[Q_FROM], MAP_MOST, &v->from))
        return FAIL(ERR_INPUT, "a page that begins at no place");
    v->ask.skip = (size_t)v->from;
    TRY(read_where(req, v));
    TRY(read_choices(req, v));
    v->kept = list_read(req->arena, req->query[Q_LIST]);
    v->asked = v->q.n || v->ask.flags || v->ask.open || v->ask.has_place ||
               v->ask.language >= 0 || v->ask.age >= 0 || v->ask.subject >= 0 || v->ask.area;
    return OK;
}

/* The same question, from another place in the list or to the letter. */
static struct path again(const struct request *req, int64_t from, bool literal)
{
    struct arena *a = req->arena;
    struct str all = { 0 };
    for (int i = 0; i < QUERY_N; i++) {
        struct str value = req->query[i];
        if (i == Q_FROM) value = from > 0 ? arena_format(a, "%lld", (long long)from) : STR("");
        if (i == Q_LITERAL && literal) value = STR("1");
        if (!value.n) continue;
        const struct path one = PATH(a, "{}", value);
        all = arena_format(a, "%.*s%s%s=%.*s", STR_ARG(all), all.n ? "&" : "?", names[i],
                           STR_ARG(one.text));
    }
    return (struct path){ arena_format(a, "/kaart%.*s", STR_ARG(all)) };
}

/* ---- what is shown ---- */

static void put_options(const struct request *req, struct list_view *v)
{
    const struct map_found *f = v->found;
    const struct option all[] = {
        { "nu", SAY("Nu open"), f->open, ticked(req, Q_OPEN) },
        { "avond", SAY("Ook ’s avonds"), f->evening, ticked(req, Q_EVENING) },
        { "weekend", SAY("Ook in het weekend"), f->weekend, ticked(req, Q_WEEKEND) },
        { "gratis", SAY("Gratis"), f->free, ticked(req, Q_FREE) },
        { "direct", SAY("Zonder verwijzing"), f->direct, ticked(req, Q_DIRECT) },
        { "rolstoel", SAY("Met een rolstoel"), f->wheelchair, ticked(req, Q_WHEELCHAIR) },
    };
    memcpy(v->options, all, sizeof all);
}

static enum err put_choices(struct request *req, struct list_view *v)
{
    struct map_areas_row *areas;
    size_t areas_n;
    struct arena *a = req->arena;
    v->languages = NEW(a, struct choice, FACT_LANGUAGES);
    for (int i = 0; i < FACT_LANGUAGES; i++)
        if (v->found->languages[i] || v->ask.language == i)
            v->languages[v->languages_n++] =
                (struct choice){ str_of(map_languages[i].code),
                                 language_name(str_of(map_languages[i].code), req->lang),
                                 v->found->languages[i], v->ask.language == i };
    v->subjects = NEW(a, struct choice, v->questions_n + 1);
    for (size_t i = 0; i < v->questions_n; i++) {
        const int64_t at = v->questions[i].position;
        if (at >= FACT_TERMS || (!v->found->subjects[at] && v->ask.subject != at)) continue;
        v->subjects[v->subjects_n++] =
            (struct choice){ v->questions[i].code, subject_name(&v->questions[i], req->lang),
                             v->found->subjects[at], v->ask.subject == at };
    }
    TRY(map_areas(req->db, a, &areas, &areas_n));
    v->areas = NEW(a, struct choice, areas_n + 1);
    for (size_t i = 0; i < areas_n; i++) {
        const int64_t id = areas[i].id;
        if (id >= MAP_AREAS || (!v->found->areas[id] && v->ask.area != id)) continue;
        v->areas[v->areas_n++] = (struct choice){ areas[i].slug, areas[i].name,
                                                  v->found->areas[id], v->ask.area == id };
    }
    return OK;
}

static enum err put_lines(struct request *req, struct list_view *v)
{
    v->lines = NEW(req->arena, struct service_line, v->found->hits_n + 1);
    for (size_t i = 0; i < v->found->hits_n; i++) {
        struct service_line *line = &v->lines[v->lines_n++];
        TRY(map_card(req->db, req->arena, v->found->hits[i].service, req->lang, req->now,
                     &line->card));
        line->open = v->found->hits[i].open;
        line->metres = v->found->hits[i].metres;
        line->teaser = beginning(req->arena, line->card.text.description, TEASER);
    }
    const int64_t behind = v->from + ON_PAGE;
    v->more = behind < (int64_t)v->found->total && behind <= MAP_MOST;
    v->next = again(req, behind, v->ask.literal);
    v->back = again(req, 0, v->ask.literal);
    v->literal = again(req, 0, true);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct list_view *v = NEW(req->arena, struct list_view, 1);
    v->self = (struct path){ STR("/kaart") };
    TRY(site_frame(req, &res->frame));
    TRY(map_subjects(req->db, req->arena, &v->questions, &v->questions_n));
    TRY(read_ask(req, v));
    v->found = NEW(req->arena, struct map_found, 1);
    TRY(map_find(req->db, req->arena, &v->ask, v->found));
    put_options(req, v);
    TRY(put_choices(req, v));
    TRY(map_figures(req->db, req->today, &v->figures));
    if (v->asked) TRY(put_lines(req, v));
    res->frame.title = words_in(SAY("Sociale kaart"), req->lang);
    res->frame.description =
        words_in(SAY("Zoek wie u kan helpen, dichtbij en nu open."), req->lang);
    res->no_store = v->figures.listed > 0; /* how many are open now */
    for (int i = 0; i < QUERY_N; i++)      /* nobody keeps what was asked, right or wrong */
        res->no_store = res->no_store || req->query[i].n;
    res->noindex = v->asked;
    res->behind = sought_behind(req, &v->ask, v->found);
    services_list_page(response_page(req, res), v);
    return OK;
}

const struct page services_list = {
    .path = "/kaart",
    .who = WHO_ANYONE,
    .query = "q waar nu avond weekend gratis direct rolstoel taal leeftijd onderwerp wijk na "
             "letterlijk lijst",
    .handle = handle,
    .file = __FILE__,
};
