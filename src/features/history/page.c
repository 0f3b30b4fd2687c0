/* page.c — /:dialogue/beheer/geschiedenis: everything that was done in a dialogue, or to one thing. */
#include "features/history/page.h"
#include "features/history/history.sql.h"
#include "features/history/page.html.h"

/* How a thing is called in addresses; THING_PERSON and THING_SITE belong to no dialogue. */
static const char *const thing_codes[THINGS] = {
    [THING_DIALOGUE] = "dialoog",
    [THING_THEME] = "thema",
    [THING_VOICE] = "inbreng",
    [THING_POINT] = "punt",
    [THING_PERSON] = "medewerker",
    [THING_NEIGHBOURHOOD] = "wijk",
    [THING_GATHERING] = "bijeenkomst",
    [THING_OBJECTION] = "bezwaar",
    [THING_SITE] = "site",
    [THING_PILLAR] = "pijler",
    [THING_PHOTO] = "foto",
    [THING_ADVICE] = "advies",
    [THING_COMMITMENT] = "toezegging",
    [THING_FINDING] = "bevinding",
    [THING_CHALLENGE] = "uitdaging",
    [THING_STEP_KIND] = "soort-stap",
};

/* The key of a page; the newest when it is not given. */
static enum err below_read(struct str x, int64_t *below)
{
    *below = INT64_MAX;
    if (x.n && !str_number(x, INT64_MAX, below))
        return FAIL(ERR_INPUT, "no key of a page: %.*s", STR_ARG(x));
    return OK;
}

static enum err filter_fill(struct request *req, struct history_view *v, enum thing *thing,
                            enum act *act)
{
    *thing = THINGS;
    *act = ACTS;
    for (enum thing t = 0; t < THINGS; t++) {
        const struct str code = str_of(thing_codes[t]);
        if (req->query[0].n && str_eq(req->query[0], code)) *thing = t;
        v->things[t] = (struct history_choice){ code, thing_words(t), *thing == t };
    }
    for (enum act t = 0; t < ACTS; t++) {
        const struct str code = arena_format(req->arena, "%d", (int)t);
        if (req->query[1].n && str_eq(req->query[1], code)) *act = t;
        v->acts[t] = (struct history_choice){ code, act_words(t), *act == t };
    }
    if ((req->query[0].n && *thing == THINGS) || (req->query[1].n && *act == ACTS))
        return FAIL(ERR_INPUT, "no such thing or act");
    v->filtered = *thing != THINGS || *act != ACTS;
    return OK;
}

static enum err everything(struct request *req, struct response *res)
{
    struct history_view v = { 0 };
    enum thing thing;
    enum act act;
    int64_t below;

    TRY(desk_open(req, res, &v.d));
    TRY(filter_fill(req, &v, &thing, &act));
    TRY(below_read(req->query[2], &below));
    TRY(history_in(req, &v.d, thing, act, below, &v.lines));
    v.self = PATH(req->arena, "/{}/beheer/geschiedenis", v.d.slug);
    v.later = req->query[2].n > 0;
    v.next = PATH(req->arena, "/{}/beheer/geschiedenis?wat={}&daad={}&voor={}", v.d.slug,
                  req->query[0], req->query[1],
                  arena_format(req->arena, "%lld", (long long)v.lines.last));

    res->frame.title = words_in(SAY("Geschiedenis"), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    history_page(response_page(req, res), &v);
    return OK;
}

/* A page about one thing; its number in addresses is the one people know. */
static enum err one_thing(struct request *req, struct response *res, enum thing thing,
                          const char *desk)
{
    struct history_view v = { 0 };
    const struct str key = req->param[1].text;
    int64_t below, id;
    bool found;

    TRY(desk_open(req, res, &v.d));
    TRY(below_read(req->query[0], &below));
    if (thing == THING_VOICE) {
        struct history_voice_row row = { 0 };
        TRY(history_voice(req->db, req->arena, v.d.id, req->param[1].number, &row, &found));
        id = row.id;
    } else if (thing == THING_POINT) {
        struct history_point_row row = { 0 };
        TRY(history_point(req->db, req->arena, v.d.id, req->param[1].number, &row, &found));
        id = row.id;
    } else if (thing == THING_ADVICE) {
        struct history_advice_row row = { 0 };
        TRY(history_advice(req->db, req->arena, v.d.id, req->param[1].number, &row, &found));
        id = row.id;
    } else if (thing == THING_COMMITMENT) {
        struct history_commitment_row row = { 0 };
        TRY(history_commitment(req->db, req->arena, v.d.id, req->param[1].number, &row,
                               &found));
        id = row.id;
    } else {
        struct history_theme_row row = { 0 };
        TRY(history_theme(req->db, req->arena, v.d.id, key, &row, &found));
        id = row.id;
    }
    if (!found) return FAIL(ERR_MISSING, "no such thing: %.*s", STR_ARG(key));
    TRY(history_of(req, &v.d, thing, id, below, &v.lines));
    v.name = arena_format(req->arena, "%.*s %.*s",
                          STR_ARG(words_in(thing_words(thing), req->lang)), STR_ARG(key));
    v.thing = PATH(req->arena, desk, v.d.slug, key);
    v.self = (struct path){ req->path };
    v.later = req->query[0].n > 0;
    v.next = PATH(req->arena, "/{}/beheer/geschiedenis/{}/{}?voor={}", v.d.slug,
                  str_of(thing_codes[thing]), key,
                  arena_format(req->arena, "%lld", (long long)v.lines.last));

    res->frame.title =
        FILL(req->arena, SAY("Geschiedenis van {wat}"), req->lang, { "wat", v.name });
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/geschiedenis", v.d.slug),
                   words_in(SAY("Geschiedenis"), req->lang));
    dialogue_crumb(res, v.self, v.name);
    history_page(response_page(req, res), &v);
    return OK;
}

static enum err voice(struct request *req, struct response *res)
{
    /* An editor reads it where it is decided about; what waits is nowhere else. */
    return one_thing(req, res, THING_VOICE,
                     req->visitor.role >= WHO_EDITOR ? "/{}/beheer/nakijken/{}"
                                                     : "/{}/inbreng/{}");
}
static enum err point(struct request *req, struct response *res)
{
    return one_thing(req, res, THING_POINT, "/{}/beheer/punten/{}");
}
static enum err theme(struct request *req, struct response *res)
{
    return one_thing(req, res, THING_THEME, "/{}/thema/{}");
}
static enum err advice(struct request *req, struct response *res)
{
    return one_thing(req, res, THING_ADVICE, "/{}/beheer/adviezen/{}");
}
static enum err commitment(struct request *req, struct response *res)
{
    return one_thing(req, res, THING_COMMITMENT, "/{}/beheer/toezeggingen/{}");
}

const struct page history_all = {
    .path = "/:dialogue/beheer/geschiedenis",
    .who = WHO_READER,
    .query = "wat daad voor",
    .handle = everything,
    .file = __FILE__,
};
const struct page history_voice_page = {
    .path = "/:dialogue/beheer/geschiedenis/inbreng/#voice",
    .who = WHO_READER,
    .query = "voor",
    .handle = voice,
    .file = __FILE__,
};
const struct page history_point_page = {
    .path = "/:dialogue/beheer/geschiedenis/punt/#point",
    .who = WHO_READER,
    .query = "voor",
    .handle = point,
    .file = __FILE__,
};
const struct page history_theme_page = {
    .path = "/:dialogue/beheer/geschiedenis/thema/:theme",
    .who = WHO_READER,
    .query = "voor",
    .handle = theme,
    .file = __FILE__,
};
const struct page history_advice_page = {
    .path = "/:dialogue/beheer/geschiedenis/advies/#advice",
    .who = WHO_READER,
    .query = "voor",
    .handle = advice,
    .file = __FILE__,
};
const struct page history_commitment_page = {
    .path = "/:dialogue/beheer/geschiedenis/toezegging/#commitment",
    .who = WHO_READER,
    .query = "voor",
    .handle = commitment,
    .file = __FILE__,
};
