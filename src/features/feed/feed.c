/* feed.c — /:dialogue/daden.atom: what happened, newest first; see feed.h. */
#include "features/feed/feed.h"

#include "document/document.h"

enum err feed_open(struct request *req, struct response *res, struct feed_of *f)
{
    *f = (struct feed_of){ 0 };
    TRY(dialogue_open(req, res, &f->d));
    f->name = f->d.title;
    if (req->query[0].n) {
        struct feed_theme_row row;
        TRY(feed_theme(req->db, req->arena, f->d.id, req->query[0], f->d.own,
                       lang_about(req->lang)->code, &row, &f->has_theme));
        if (!f->has_theme) return FAIL(ERR_MISSING, "no theme %.*s", STR_ARG(req->query[0]));
        f->theme = row.id;
        f->name = arena_format(req->arena, "%.*s – %.*s", STR_ARG(f->name), STR_ARG(row.title));
    }
    if (req->query[1].n) {
        struct feed_owner_row row;
        TRY(feed_owner(req->db, req->arena, f->d.id, req->query[1], &row, &f->has_owner));
        if (!f->has_owner) return FAIL(ERR_MISSING, "no owner %.*s", STR_ARG(req->query[1]));
        f->owner = row.id;
        f->name =
            arena_format(req->arena, "%.*s – %.*s", STR_ARG(f->name),
                         STR_ARG(said_in(req->lang, f->d.own, row.name, row.name_en).text));
    }
    return OK;
}

/* ---- entries ---- */

struct gathering {
    struct request *req;
    const struct feed_of *f;
    struct feed_entry all[7 * FEED_ENTRIES];
    size_t n;
};

static struct str number(struct arena *a, int64_t n)
{
    return arena_format(a, "%lld", (long long)n);
}

static struct feed_entry *add(struct gathering *g, struct day day, const char *page, int64_t of,
                              const struct words *title, struct str name, struct str lang)
{
    struct arena *a = g->req->arena;
    struct feed_entry *e = &g->all[g->n++];
    *e = (struct feed_entry){
        .day = day,
        .id = arena_format(a, "%s/%lld", page, (long long)of),
        .to = PATH(a, "/{}/{}/{}", g->f->d.slug, str_of(page), number(a, of)),
        .title = FILL(a, title, g->req->lang, { "wat", name }),
        .lang = lang,
    };
    return e;
}
/* What happened with it, as the end of its id: "daad/1". */
static void named(struct gathering *g, struct feed_entry *e, const char *what, int64_t of)
{
    e->id =
        of ? arena_format(g->req->arena, "%.*s/%s/%lld", STR_ARG(e->id), what, (long long)of)
           : arena_format(g->req->arena, "%.*s/%s", STR_ARG(e->id), what);
}

static enum err advice(struct gathering *g)
{
    const struct feed_of *f = g->f;
    const struct str lang = lang_about(g->req->lang)->code;
    struct feed_advice_row *advices;
    struct feed_answers_row *answers;
    size_t n;
    TRY(feed_advice(g->req->db, g->req->arena, f->d.id, f->d.edition, f->has_theme, f->theme,
                    f->d.own, lang, &advices, &n));
    for (size_t i = 0; i < n; i++)
        add(g, advices[i].day, "advies", advices[i].number, SAY("Advies: {wat}"),
            advices[i].title, advices[i].lang)
            ->body = advices[i].body;
    TRY(feed_answers(g->req->db, g->req->arena, f->d.id, f->d.edition, f->has_theme, f->theme,
                     f->d.own, lang, &answers, &n));
    for (size_t i = 0; i < n; i++) {
        struct feed_entry *e = add(g, answers[i].day, "advies", answers[i].number,
                                   SAY("Antwoord: {wat}"), answers[i].title, answers[i].lang);
        named(g, e, "antwoord", 0);
        e->body = words_in(answer_kind_term((int)answers[i].kind).words, g->req->lang);
    }
    return OK;
}

/* The way through the city is of the whole dialogue. */
static enum err steps(struct gathering *g)
{
    const struct dialogue *d = &g->f->d;
    struct feed_steps_row *rows;
    size_t n;
    if (g->f->has_theme) return OK;
    TRY(feed_steps(g->req->db, g->req->arena, d->id, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        const struct said title =
            said_in(g->req->lang, d->own, rows[i].title, rows[i].title_en);
        struct feed_entry *e = add(g, rows[i].day, "stap", rows[i].number, SAY("Stap: {wat}"),
                                   title.text, title.lang);
        e->to = rows[i].has_advice_number ? PATH(g->req->arena, "/{}/advies/{}", d->slug,
                                                 number(g->req->arena, rows[i].advice_number))
                                          : PATH(g->req->arena, "/{}/adviezen", d->slug);
        e->body =
            step_said(g->req->lang, d->own, rows[i].code, rows[i].name, rows[i].name_en).text;
    }
    return OK;
}

#define ROWS(name, g, rows, n)                                                                 \
    name((g)->req->db, (g)->req->arena, (g)->f->d.id, (g)->f->d.edition, (g)->f->has_theme,    \
         (g)->f->theme, (g)->f->has_owner, (g)->f->owner, (g)->f->d.own,                       \
         lang_about((g)->req->lang)->code, (rows), (n))

static enum err promises(struct gathering *g)
{
    struct arena *a = g->req->arena;
    struct feed_made_row *made;
    struct feed_ended_row *ended;
    struct feed_moved_row *moved;
    size_t n;
    TRY(ROWS(feed_made, g, &made, &n));
    for (size_t i = 0; i < n; i++)
        add(g, made[i].day, "toezegging", made[i].number, SAY("Toezegging: {wat}"),
            made[i].title, made[i].lang)
            ->body = made[i].body;
    TRY(ROWS(feed_ended, g, &ended, &n));
    for (size_t i = 0; i < n; i++) {
        struct feed_entry *e = add(g, ended[i].day, "toezegging", ended[i].number,
                                   ended[i].state == COMMITMENT_STOPPED ? SAY("Gestopt: {wat}")
                                                                        : SAY("Gedaan: {wat}"),
                                   ended[i].title, ended[i].lang);
        named(g, e, "klaar", 0);
        e->body = ended[i].body;
    }
    TRY(ROWS(feed_moved, g, &moved, &n));
    for (size_t i = 0; i < n; i++) {
        struct feed_entry *e = add(g, moved[i].day, "toezegging", moved[i].number,
                                   SAY("Verschoven: {wat}"), moved[i].title, moved[i].lang);
        const struct said why =
            said_in(g->req->lang, g->f->d.own, moved[i].reason, moved[i].reason_en);
        named(g, e, "verschoven", moved[i].move);
        e->body =
            FILL(a, SAY("Nu voor {dag}. {waarom}"), g->req->lang,
                 { "dag", day_words(a, g->req->lang, moved[i].due) }, { "waarom", why.text });
    }
    return OK;
}

static enum err deeds(struct gathering *g)
{
    struct feed_deeds_row *rows;
    size_t n;
    TRY(ROWS(feed_deeds, g, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        struct feed_entry *e = add(g, rows[i].day, "toezegging", rows[i].number,
                                   SAY("Daad: {wat}"), rows[i].title, rows[i].lang);
        named(g, e, "daad", rows[i].deed);
        e->body = rows[i].body;
        e->to =
            PATH(g->req->arena, "/{}/toezegging/{}#daad-{}", g->f->d.slug,
                 number(g->req->arena, rows[i].number), number(g->req->arena, rows[i].deed));
    }
    return OK;
}

/* Newest first; those of one day by their id, so that the same data gives the same bytes. */
static void in_order(struct gathering *g)
{
    for (size_t i = 1; i < g->n; i++)
        for (size_t k = i; k > 0; k--) {
            struct feed_entry *x = &g->all[k - 1], *y = &g->all[k];
            if (x->day.n > y->day.n || (x->day.n == y->day.n && str_cmp(x->id, y->id) <= 0))
                break;
            const struct feed_entry z = *x;
            *x = *y;
            *y = z;
        }
    if (g->n > FEED_ENTRIES) g->n = FEED_ENTRIES;
}

/* ---- the file ---- */

static void put(struct out *o, const char *raw)
{
    out_raw(o, str_of(raw));
}
static void put_text(struct out *o, struct str text)
{
    OUT_ATTR(o, document_clean(o->arena, text));
}
static void put_element(struct out *o, const char *name, struct str text, struct str lang)
{
    put(o, "<");
    put(o, name);
    if (lang.n) {
        put(o, " xml:lang=\"");
        put_text(o, lang);
        put(o, "\"");
    }
    put(o, ">");
    put_text(o, text);
    put(o, "</");
    put(o, name);
    put(o, ">\n");
}
static void put_link(struct out *o, const char *rel, const char *type, struct str to)
{
    put(o, "<link rel=\"");
    put(o, rel);
    put(o, "\" type=\"");
    put(o, type);
    put(o, "\" href=\"");
    put_text(o, to);
    put(o, "\"/>\n");
}
static struct str moment(struct arena *a, struct day day)
{
    return arena_format(a, "%.*sT00:00:00Z", STR_ARG(day_text(a, true, day)));
}

static void put_entry(struct request *req, struct out *o, struct str tag,
                      const struct feed_entry *e)
{
    put(o, "<entry>\n");
    put_element(o, "id", arena_format(req->arena, "%.*s/%.*s", STR_ARG(tag), STR_ARG(e->id)),
                STR(""));
    put_element(o, "title", e->title, e->lang);
    put_element(o, "updated", moment(req->arena, e->day), STR(""));
    put_link(o, "alternate", "text/html", request_address(req, req->arena, e->to));
    if (e->body.n) put_element(o, "summary", e->body, e->lang);
    put(o, "</entry>\n");
}

static void put_feed(struct request *req, const struct response *res, const struct gathering *g,
                     struct out *o)
{
    struct arena *a = req->arena;
    const struct dialogue *d = &g->f->d;
    const struct day newest = g->n ? g->all[0].day : day_at(d->published);
    const struct str tag =
        arena_format(a, "tag:%.*s,2023:%.*s", STR_ARG(site_host(req->site)), STR_ARG(d->slug));
    put(o, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "
           "xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    put_text(o, lang_about(req->lang)->code);
    put(o, "\">\n");
    put_element(o, "id",
                arena_format(a, "%.*s/daden?thema=%.*s;eigenaar=%.*s;taal=%.*s", STR_ARG(tag),
                             STR_ARG(req->query[0]), STR_ARG(req->query[1]),
                             STR_ARG(lang_about(req->lang)->code)),
                STR(""));
    put_element(o, "title", g->f->name, STR(""));
    put_element(o, "updated", moment(a, newest), STR(""));
    put(o, "<author>");
    put_element(o, "name",
                res->frame.organisation.n ? res->frame.organisation : res->frame.site, STR(""));
    put(o, "</author>\n");
    put_link(o, "self", "application/atom+xml",
             request_address(req, a,
                             PATH(a, "/{}/daden.atom?thema={}&eigenaar={}", d->slug,
                                  req->query[0], req->query[1])));
    put_link(o, "alternate", "text/html",
             request_address(req, a,
                             PATH(a, "/{}/daden?thema={}&eigenaar={}", d->slug, req->query[0],
                                  req->query[1])));
    for (size_t i = 0; i < g->n; i++) put_entry(req, o, tag, &g->all[i]);
    put(o, "</feed>\n");
}

static enum err handle(struct request *req, struct response *res)
{
    struct gathering *g = NEW(req->arena, struct gathering, 1);
    struct feed_of f;
    TRY(feed_open(req, res, &f));
    *g = (struct gathering){ .req = req, .f = &f };
    if (!f.has_owner) TRY(advice(g));
    if (!f.has_owner) TRY(steps(g));
    TRY(promises(g));
    TRY(deeds(g));
    in_order(g);
    put_feed(req, res, g, &res->body);
    res->content = CONTENT_ATOM;
    return OK;
}

const struct page feed_atom = {
    .path = "/:dialogue/daden.atom",
    .who = WHO_ANYONE,
    .query = FEED_QUERY,
    .handle = handle,
    .file = __FILE__,
};
