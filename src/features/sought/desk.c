/* desk.c — /beheer/kaart/gezocht: words that found nothing, most asked first, and what to do with each. */
#include "features/sought/desk.html.h"
#include "features/sought/one.html.h"
#include "features/sought/pages.h"
#include "features/voices/voices.h"

static enum err handle(struct request *req, struct response *res)
{
    struct sought_view v = { 0 };
    TRY(sought_waiting(req->db, req->arena, &v.waiting, &v.waiting_n));
    TRY(sought_dealt(req->db, req->arena, &v.dealt, &v.dealt_n));
    TRY(sought_figures(req->db, req->arena, SOUGHT_LEAST, &v.figures));
    if (str_is(req->query[0], "klaar")) v.done = SAY("Bewaard. Het woord is van de lijst.");
    res->frame.title = words_in(SAY("Gezocht en niet gevonden"), req->lang);
    sought_desk_page(response_page(req, res), &v);
    return OK;
}

/* ---- one word ---- */

static const struct words *choose(void)
{
    return SAY("Kies wat u met dit woord doet.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct sought_form, doing, "doe", "uitleg staat-erop inbreng niet",
                 .required = true, .missing = choose),
    FIELD_LINE(struct sought_form, means, "kaart", .most = 300),
    FIELD_LINE(struct sought_form, where, "thema", .most = 200),
};
static const struct form form = FORM(struct sought_form, fields);

static enum err open_word(struct request *req, struct sought_one_row *s)
{
    bool found;
    TRY(sought_one(req->db, req->arena, req->param[0].number, s, &found));
    return found ? OK : FAIL(ERR_MISSING, "no such word");
}

/* The first few that the map gives today: perhaps it is solved already. */
static enum err answered_now(struct request *req, struct sought_one_view *v)
{
    enum { FEW = 5 };
    const struct map_ask ask = { .text = v->s.word,
                                 .lang = LANG_NL,
                                 .now = req->now,
                                 .language = -1,
                                 .age = -1,
                                 .subject = -1,
                                 .literal = true,
                                 .most = FEW };
    struct map_found *found = NEW(req->arena, struct map_found, 1);
    TRY(map_find(req->db, req->arena, &ask, found));
    v->now = NEW(req->arena, struct found_now, FEW + 1);
    for (size_t i = 0; i < found->hits_n; i++)
        TRY(map_card(req->db, req->arena, found->hits[i].service, req->lang, req->now,
                     &v->now[v->now_n++].card));
    return OK;
}

static enum err handle_one(struct request *req, struct response *res)
{
    struct sought_one_view v = { .self = { req->path }, .f = req->form };
    TRY(open_word(req, &v.s));
    TRY(sought_areas(req->db, req->arena, v.s.id, &v.areas, &v.areas_n));
    TRY(sought_themes(req->db, req->arena, &v.themes, &v.themes_n));
    TRY(answered_now(req, &v));
    res->frame.title = v.s.word;
    dialogue_crumb(res, (struct path){ STR("/beheer/kaart/gezocht") },
                   words_in(SAY("Gezocht en niet gevonden"), req->lang));
    dialogue_crumb(res, v.self, v.s.word);
    sought_one_page(response_page(req, res), &v);
    return OK;
}

/* "waterstad/wonen": a theme of a dialogue, as the list offers them. */
static enum err theme_chosen(struct request *req, struct str where,
                             const struct sought_themes_row **theme)
{
    struct sought_themes_row *rows;
    size_t n;
    TRY(sought_themes(req->db, req->arena, &rows, &n));
    for (size_t i = 0; i < n; i++)
        if (str_eq(where, arena_format(req->arena, "%.*s/%.*s", STR_ARG(rows[i].dialogue_slug),
                                       STR_ARG(rows[i].slug)))) {
            *theme = &rows[i];
            return OK;
        }
    form_wrong(req, "thema", SAY("Kies in welk gesprek u het inbrengt."));
    return form_checked(req);
}

/* What is missing is a voice like any other: somebody reads it before it is shown. */
static enum err raise(struct tx *tx, struct request *req, const struct sought_one_row *s,
                      struct str where, int64_t *voice)
{
    const struct sought_themes_row *theme;
    struct receipt receipt;
    TRY(theme_chosen(req, where, &theme));
    const struct str body = FILL(
        req->arena,
        SAY("Op de sociale kaart zochten mensen naar “{woord}”, in {n} verschillende uren. "
            "Er was niets te vinden."),
        str_is(theme->lang, "en") ? LANG_EN : LANG_NL, { "woord", s->word },
        { "n", arena_format(req->arena, "%lld", (long long)s->n) });
    TRY(voice_receive(tx, req,
                      &(struct received){ .dialogue = theme->dialogue,
                                          .own = theme->lang,
                                          .lang = theme->lang,
                                          .body = body,
                                          .theme = theme->id,
                                          .kind = KIND_NEEDED,
                                          .channel = CHANNEL_MAP,
                                          .consent = CONSENT_PUBLIC },
                      &receipt));
    *voice = receipt.voice;
    return OK;
}

static enum err act_one(struct tx *tx, struct request *req, struct response *res)
{
    static const enum sought_outcome outcomes[] = { SOUGHT_EXPLAINED, SOUGHT_ENTERED,
                                                    SOUGHT_RAISED, SOUGHT_NOT_OURS };
    const struct sought_form *sent = form_values(req);
    struct sought_one_row s;
    int64_t voice = 0;
    TRY(open_word(req, &s));
    if (s.has_outcome) { /* somebody else was first */
        res->location = (struct path){ STR("/beheer/kaart/gezocht?gedaan=klaar") };
        return OK;
    }
    if (sent->doing == DO_EXPLAIN && !sent->means.n)
        form_wrong(req, "kaart", SAY("Vul in hoe de kaart het noemt."));
    TRY(form_checked(req));
    if (sent->doing == DO_EXPLAIN) TRY(map_meaning_explain(tx, req, s.word, sent->means));
    if (sent->doing == DO_RAISE) TRY(raise(tx, req, &s, sent->where, &voice));
    TRY(sought_deal(tx, s.id, outcomes[sent->doing], req->now, voice > 0, voice));
    res->location = (struct path){ STR("/beheer/kaart/gezocht?gedaan=klaar") };
    return OK;
}

const struct page sought_desk = {
    .path = "/beheer/kaart/gezocht",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
const struct page sought_word = {
    .path = "/beheer/kaart/gezocht/#word",
    .who = WHO_ADMINISTRATOR,
    .handle = handle_one,
    .form = &form,
    .act = act_one,
    .file = __FILE__,
};
