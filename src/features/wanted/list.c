/* list.c — /vraag-en-aanbod: what people need and offer, and who pulls; small ones first. */
#include "features/wanted/wanted.h"

#include "features/wanted/list.html.h"
#include "features/wanted/one.html.h"

enum asked { Q_KIND, Q_AREA, Q_SUBJECT, Q_TIME, Q_FROM, QUERY_N };
static const char *const names[QUERY_N] = { "soort", "wijk", "onderwerp", "moment", "na" };
static const char *const moments[] = { "overdag", "avond", "weekend" };

struct looking {
    int64_t area, subject; /* 0: any; -1: none there is */
    int time;              /* -1: any */
    struct wanted_shown_row *rows;
    size_t n;
};

static struct path again(const struct request *req, int64_t from)
{
    struct arena *a = req->arena;
    struct str all = { 0 };
    for (int i = 0; i < QUERY_N; i++) {
        struct str value = req->query[i];
        if (i == Q_FROM) value = from > 0 ? arena_format(a, "%lld", (long long)from) : STR("");
        if (!value.n) continue;
        const struct path one = PATH(a, "{}", value);
        all = arena_format(a, "%.*s%s%s=%.*s", STR_ARG(all), all.n ? "&" : "?", names[i],
                           STR_ARG(one.text));
    }
    return (struct path){ arena_format(a, "/vraag-en-aanbod%.*s", STR_ARG(all)) };
}

static enum err read_ask(struct request *req, struct wanted_list_view *v, struct looking *l)
{
    *l = (struct looking){ .time = -1 };
    for (int k = 0; k < WANTED_KINDS; k++)
        if (str_is(req->query[Q_KIND], wanted_kind_term(k).code)) v->kind = (enum wanted_kind)k;
    for (int t = 0; t < 3; t++)
        if (str_is(req->query[Q_TIME], moments[t])) l->time = t;
    if (req->query[Q_AREA].n) {
        struct map_area_of_row area;
        bool found;
        TRY(map_area_of(req->db, req->arena, req->query[Q_AREA], &area, &found));
        l->area = found ? area.id : -1;
        v->area = req->query[Q_AREA];
    }
    if (req->query[Q_SUBJECT].n) {
        struct map_subject_of_row subject;
        bool found;
        TRY(map_subject_of(req->db, req->arena, req->query[Q_SUBJECT], &subject, &found));
        l->subject = found ? subject.id : -1;
    }
    if (req->query[Q_FROM].n && !str_number(req->query[Q_FROM], 1000, &v->from))
        return FAIL(ERR_INPUT, "a page that begins nowhere");
    v->asked = l->area || l->subject || l->time >= 0;
    return OK;
}

static bool fits(const struct looking *l, const struct wanted_shown_row *w, int64_t area,
                 int64_t subject, int time)
{
    (void)l;
    if (area && w->has_area && w->area != area) return false; /* of the whole city: also here */
    if (area && area < 0) return false;
    if (subject && (!w->has_subject || w->subject != subject)) return false;
    return time < 0 || !w->times || (w->times >> time & 1);
}

static int64_t count(const struct looking *l, int64_t area, int64_t subject, int time)
{
    int64_t n = 0;
    for (size_t i = 0; i < l->n; i++) n += fits(l, &l->rows[i], area, subject, time);
    return n;
}

static enum err put_choices(struct request *req, struct wanted_list_view *v,
                            const struct looking *l)
{
    struct map_areas_row *areas;
    struct map_subjects_row *subjects;
    size_t n;
    struct arena *a = req->arena;
    const struct words *const times[] = { SAY("Overdag"), SAY("’s Avonds"),
                                          SAY("In het weekend") };
    TRY(map_areas(req->db, a, &areas, &n));
    v->areas = NEW(a, struct place_choice, n + 1);
    for (size_t i = 0; i < n; i++) {
        const int64_t there = count(l, areas[i].id, l->subject, l->time);
        if (there || areas[i].id == l->area)
            v->areas[v->areas_n++] = (struct place_choice){ areas[i].slug, areas[i].name, there,
                                                            areas[i].id == l->area };
    }
    TRY(map_subjects(req->db, a, &subjects, &n));
    v->subjects = NEW(a, struct place_choice, n + 1);
    for (size_t i = 0; i < n; i++) {
        const int64_t there = count(l, l->area, subjects[i].id, l->time);
        const struct str name = req->lang == LANG_EN && subjects[i].name_en.n
                                    ? subjects[i].name_en
                                    : subjects[i].name;
        if (there || subjects[i].id == l->subject)
            v->subjects[v->subjects_n++] =
                (struct place_choice){ subjects[i].code, name, there,
                                       subjects[i].id == l->subject };
    }
    for (int t = 0; t < 3; t++)
        v->times[t] = (struct place_choice){ str_of(moments[t]), words_in(times[t], req->lang),
                                             count(l, l->area, l->subject, t), t == l->time };
    return OK;
}

/* Residents and initiatives before organisations; of the neighbourhood before of the whole city. */
static int rank(const struct looking *l, const struct wanted_shown_row *w)
{
    return (w->who == WANTED_ORGANISATION) + 2 * (l->area > 0 && !w->has_area);
}

static void put_lines(struct request *req, struct wanted_list_view *v, const struct looking *l)
{
    v->lines = NEW(req->arena, const struct wanted_shown_row *, WANTED_ON_PAGE);
    for (int r = 0; r < 4; r++)
        for (size_t i = 0; i < l->n; i++) {
            const struct wanted_shown_row *w = &l->rows[i];
            if (rank(l, w) != r || !fits(l, w, l->area, l->subject, l->time)) continue;
            v->total++;
            if (v->total > v->from && v->total <= v->from + WANTED_ON_PAGE)
                v->lines[v->lines_n++] = w;
        }
    v->more = v->from + WANTED_ON_PAGE < v->total;
    v->next = again(req, v->from + WANTED_ON_PAGE);
    v->back = again(req, 0);
}

static enum err handle(struct request *req, struct response *res)
{
    struct wanted_list_view *v = NEW(req->arena, struct wanted_list_view, 1);
    struct looking l;
    v->self = (struct path){ STR("/vraag-en-aanbod") };
    TRY(site_frame(req, &res->frame));
    TRY(read_ask(req, v, &l));
    TRY(wanted_shown(req->db, req->arena, v->kind, &l.rows, &l.n));
    for (int k = 0; k < WANTED_KINDS; k++)
        TRY(wanted_n(req->db, WANTED_SHOWN, (enum wanted_kind)k, &v->n[k]));
    TRY(put_choices(req, v, &l));
    put_lines(req, v, &l);
    res->frame.title = words_in(SAY("Vraag en aanbod"), req->lang);
    res->frame.description =
        words_in(SAY("Wat mensen in de stad nodig hebben, en wat zij willen doen."), req->lang);
    res->noindex = true; /* words of people, for three months */
    wanted_list_page(response_page(req, res), v);
    return OK;
}

const struct page wanted_list = {
    .path = "/vraag-en-aanbod",
    .who = WHO_ANYONE,
    .query = "soort wijk onderwerp moment na",
    .handle = handle,
    .file = __FILE__,
};

/* ---- one of them ---- */

static enum err handle_one(struct request *req, struct response *res)
{
    struct wanted_show_view *v = NEW(req->arena, struct wanted_show_view, 1);
    bool found;
    TRY(site_frame(req, &res->frame));
    TRY(wanted_find(req->db, req->arena, req->param[0].number, &v->w, &found));
    if (!found || v->w.state != WANTED_SHOWN) return FAIL(ERR_MISSING, "nothing public there");
    TRY(wanted_matches(req->db, req->arena, &v->w, v->matches, &v->matches_n));
    v->self = (struct path){ req->path };
    v->answer = (struct path){ arena_format(req->arena, "%.*s/reageer", STR_ARG(req->path)) };
    res->frame.title = v->w.title;
    res->frame.description =
        words_in(SAY("Iemand vraagt iets, of biedt iets aan, in de buurt."), req->lang);
    res->noindex = true;
    dialogue_crumb(res, (struct path){ STR("/vraag-en-aanbod") },
                   words_in(SAY("Vraag en aanbod"), req->lang));
    dialogue_crumb(res, v->self, v->w.title);
    wanted_one_page(response_page(req, res), v);
    return OK;
}

const struct page wanted_one = {
    .path = "/vraag-en-aanbod/#wanted",
    .who = WHO_ANYONE,
    .handle = handle_one,
    .file = __FILE__,
};
