/* show.c — /:dialogue/zoeken and /zoeken: one box, and what it finds, kind by kind. */
#include "features/search/show.h"
#include "features/search/show.html.h"

#include <string.h>

enum { EXCERPT = 320 };

/* ---- what a hit says ---- */

static bool any_marked(const struct piece *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i].marked) return true;
    return false;
}

static enum err show_theme(struct request *req, const struct search_view *v, int64_t id,
                           struct found *f, bool *found)
{
    struct found_theme_row row;
    TRY(found_theme(req->db, req->arena, id, lang_about(req->lang)->code, &row, found));
    if (!*found) return OK;
    f->to = PATH(req->arena, "/{}/thema/{}", row.dialogue, row.slug);
    f->lang = f->title_lang = row.lang;
    f->title_n = pieces(req->arena, &v->q, row.title, row.lang, EXCERPT, &f->title);
    f->body_n = pieces(req->arena, &v->q, row.body, row.lang, EXCERPT, &f->body);
    if (!any_marked(f->title, f->title_n) && !any_marked(f->body, f->body_n))
        f->body_n = pieces(req->arena, &v->q, row.context, row.lang, EXCERPT, &f->body);
    return OK;
}

static enum err show_point(struct request *req, const struct search_view *v, int64_t id,
                           int64_t dialogue, struct found *f, bool *found)
{
    struct found_point_row row;
    struct search_dialogue_row d;
    TRY(search_dialogue(req->db, req->arena, dialogue, &d, found));
    if (!*found || !d.has_edition) return OK;
    TRY(found_point(req->db, req->arena, d.edition, id, lang_about(req->lang)->code, &row,
                    found));
    if (!*found) return OK;
    f->number = row.number;
    f->to = PATH(req->arena, "/{}/punt/{}", row.dialogue,
                 arena_format(req->arena, "%lld", (long long)row.number));
    f->has_point_kind = true;
    f->point_kind = row.kind;
    f->lang = row.lang;
    f->body_n = pieces(req->arena, &v->q, row.body, row.lang, EXCERPT, &f->body);
    return OK;
}

static enum err show_finding(struct request *req, const struct search_view *v, int64_t id,
                             struct found *f, bool *found)
{
    struct found_finding_row row;
    TRY(found_finding(req->db, req->arena, id, lang_about(req->lang)->code, &row, found));
    if (!*found) return OK;
    f->number = row.number;
    f->to = PATH(req->arena, "/{}/bevinding/{}", row.dialogue,
                 arena_format(req->arena, "%lld", (long long)row.number));
    f->has_point_kind = row.has_kind;
    f->point_kind = row.kind;
    f->lang = row.lang;
    f->by = row.source;
    f->by_lang = row.source_lang;
    f->body_n = pieces(req->arena, &v->q, row.body, row.lang, EXCERPT, &f->body);
    return OK;
}

static enum err show_story(struct request *req, const struct search_view *v, int64_t id,
                           struct found *f, bool *found)
{
    struct found_story_row row;
    TRY(found_story(req->db, req->arena, id, lang_about(req->lang)->code, &row, found));
    if (!*found) return OK;
    f->to = PATH(req->arena, "/{}/verhaal/{}", row.dialogue, row.slug);
    f->lang = row.lang;
    f->title_lang = row.title_lang;
    f->by = row.signed_by;
    f->title_n = pieces(req->arena, &v->q, row.title, row.title_lang, EXCERPT, &f->title);
    f->body_n = pieces(req->arena, &v->q, row.body, row.lang, EXCERPT, &f->body);
    return OK;
}

static enum err show_hit(struct request *req, const struct search_view *v,
                         const struct search_hits_row *hit, struct found *f, bool *found)
{
    *f = (struct found){ .kind = hit->kind };
    *found = false;
    switch (hit->kind) {
    case FOUND_THEME: return show_theme(req, v, hit->thing, f, found);
    case FOUND_POINT: return show_point(req, v, hit->thing, hit->dialogue, f, found);
    case FOUND_FINDING: return show_finding(req, v, hit->thing, f, found);
    case FOUND_STORY: return show_story(req, v, hit->thing, f, found);
    case FOUND_KINDS: break;
    }
    return OK;
}

/* ---- finding ---- */

static const struct words *group_words(enum found_kind kind)
{
    switch (kind) {
    case FOUND_THEME: return SAY("Thema’s");
    case FOUND_POINT: return SAY("Punten");
    case FOUND_FINDING: return SAY("Bevindingen");
    case FOUND_STORY: return SAY("Verhalen");
    case FOUND_KINDS: break;
    }
    return SAY("Punten");
}

/* Those that have the very words come first, in their order; the rest stays behind them in its own. */
static void put_first(struct arena *a, const struct search_hits_row *first, size_t first_n,
                      struct search_hits_row **hits, size_t *hits_n)
{
    const struct search_hits_row *rest = *hits;
    const size_t rest_n = *hits_n;
    if (!first_n) return; /* nothing, or an index of before it held such words */
    *hits = NEW(a, struct search_hits_row, first_n + rest_n);
    memcpy(*hits, first, first_n * sizeof *first);
    *hits_n = first_n;
    for (size_t i = 0; i < rest_n && *hits_n < search_hits_limit; i++) {
        size_t k = 0;
        while (k < first_n &&
               !(first[k].kind == rest[i].kind && first[k].thing == rest[i].thing))
            k++;
        if (k == first_n) (*hits)[(*hits_n)++] = rest[i];
    }
}

/* Every word first; when nothing has them all, any of them. */
static enum err look_up(struct request *req, struct search_view *v,
                        struct search_hits_row **hits, size_t *hits_n)
{
    struct search_hits_row *literal;
    size_t literal_n;
    TRY(search_hits(req->db, req->arena, v->q.strict, hits, hits_n));
    if (*hits_n > 1) {
        TRY(search_hits(req->db, req->arena, v->q.literal, &literal, &literal_n));
        put_first(req->arena, literal, literal_n, hits, hits_n);
    }
    if (*hits_n == 0 && v->q.loose.n) {
        TRY(search_hits(req->db, req->arena, v->q.loose, hits, hits_n));
        v->loose = *hits_n > 0;
    }
    v->total = (int64_t)*hits_n;
    return OK;
}

/* The hits in the order of the page: kind by kind, the best of each first. Shows fifty of them, from
 * place `skip` on. */
static enum err show_page(struct request *req, struct search_view *v,
                          const struct search_hits_row *hits, size_t hits_n, size_t skip)
{
    size_t place = 0, shown = 0;
    for (int kind = 0; kind < FOUND_KINDS; kind++) {
        struct found_group *g = &v->groups[v->groups_n];
        *g = (struct found_group){ .kind = (enum found_kind)kind };
        g->words = group_words(g->kind);
        g->items = NEW(req->arena, struct found, FOUND_ON_PAGE);
        for (size_t i = 0; i < hits_n; i++) {
            if ((int)hits[i].kind != kind) continue;
            g->total++;
            if (place++ < skip || shown == FOUND_ON_PAGE) continue;
            bool found;
            TRY(show_hit(req, v, &hits[i], &g->items[g->items_n], &found));
            g->items_n += found;
            shown++;
        }
        v->groups_n += g->items_n > 0;
    }
    v->more = skip + shown < hits_n;
    return OK;
}

static enum err search(struct request *req, struct search_view *v)
{
    const struct str text = req->query[0];
    struct search_hits_row *hits;
    size_t hits_n;
    int64_t skip = 0;

    v->asked = str_trim(text).n > 0;
    v->too_long = text.n > QUERY_MOST;
    v->q.text = str_trim(text);
    if (req->query[1].n && !str_number(req->query[1], FOUND_MOST, &skip))
        return FAIL(ERR_INPUT, "a page that begins at no place");
    if (!v->asked || v->too_long) return OK;
    v->q = question_read(req->arena, text, v->d.id, req->lang);
    if (!v->q.strict.n) return OK;
    TRY(look_up(req, v, &hits, &hits_n));
    TRY(show_page(req, v, hits, hits_n, (size_t)skip));
    const struct str next =
        arena_format(req->arena, "%lld", (long long)skip + (long long)FOUND_ON_PAGE);
    v->next = v->d.id ? PATH(req->arena, "/{}/zoeken?q={}&na={}", v->d.slug, v->q.text, next)
                      : PATH(req->arena, "/zoeken?q={}&na={}", v->q.text, next);
    return OK;
}

static enum err answer(struct request *req, struct response *res, struct search_view *v)
{
    TRY(search(req, v));
    res->frame.title = v->asked ? FILL(req->arena, SAY("Zoeken naar {woorden}"), req->lang,
                                       { "woorden", str_upto(v->q.text, QUERY_MOST) })
                                : words_in(SAY("Zoeken"), req->lang);
    res->frame.description =
        words_in(SAY("Zoek in thema’s, punten, bevindingen en verhalen."), req->lang);
    res->frame.search = (struct path){ 0 }; /* the page has its own box */
    search_page(response_page(req, res), v);
    if (v->too_long) res->status = 400;
    return OK;
}

static enum err handle_dialogue(struct request *req, struct response *res)
{
    struct search_view v = { 0 };

    TRY(dialogue_open(req, res, &v.d));
    v.self = PATH(req->arena, "/{}/zoeken", v.d.slug);
    dialogue_crumb(res, v.self, words_in(SAY("Zoeken"), req->lang));
    return answer(req, res, &v);
}

/* With one dialogue, the search box of that dialogue does it all. */
static enum err handle_site(struct request *req, struct response *res)
{
    struct search_view v = { 0 };

    TRY(found_dialogues(req->db, req->arena, lang_about(req->lang)->code, &v.dialogues,
                        &v.dialogues_n));
    if (v.dialogues_n == 1) {
        const struct str q = req->query[0], slug = v.dialogues[0].slug;
        return response_redirect(res, q.n ? PATH(req->arena, "/{}/zoeken?q={}", slug, q)
                                          : PATH(req->arena, "/{}/zoeken", slug));
    }
    TRY(site_frame(req, &res->frame));
    v.self = (struct path){ STR("/zoeken") };
    return answer(req, res, &v);
}

const struct page search_dialogue_page = {
    .path = "/:dialogue/zoeken",
    .who = WHO_ANYONE,
    .query = "q na",
    .handle = handle_dialogue,
    .file = __FILE__,
};
const struct page search_site_page = {
    .path = "/zoeken",
    .who = WHO_ANYONE,
    .query = "q na",
    .handle = handle_site,
    .file = __FILE__,
};
