/* organise.c — see organise.h. */
#include "features/organise/organise.h"

struct tab {
    const struct words *words;
    const char
        *part; /* behind the gathering in the address; NULL: the links of its table sheets */
    enum who who;
};

static void tabs_fill(struct request *req, struct evening_view *v, const char *part)
{
    const struct tab tabs[] = {
        { SAY("Bijeenkomst"), "", WHO_EDITOR },
        { SAY("Gegevens"), "gegevens", WHO_EDITOR },
        { SAY("Programma"), "programma", WHO_EDITOR },
        { SAY("Tafels"), "tafels", WHO_EDITOR },
        { SAY("Plaatsen"), "plaatsen", WHO_HOST },
        { SAY("Noteren"), NULL, WHO_HOST },
        { SAY("Draaiboek"), "draaiboek", WHO_HOST },
        { SAY("Aanmeldingen"), "aanmeldingen", WHO_EDITOR },
        { SAY("De deur"), "deur", WHO_HOST },
    };
    v->page.tabs = NEW(req->arena, struct edit_link, COUNT_OF(tabs));
    for (size_t i = 0; i < COUNT_OF(tabs); i++) {
        const struct tab *t = &tabs[i];
        if (req->visitor.role < t->who) continue;
        v->page.tabs[v->page.tabs_n++] = (struct edit_link){
            .to = !t->part ? PATH(req->arena, "/{}/beheer/tafels/{}", v->page.d.slug, v->g.slug)
                  : *t->part ? PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/{}",
                                    v->page.d.slug, v->g.slug, str_of(t->part))
                             : PATH(req->arena, "/{}/beheer/bijeenkomsten/{}", v->page.d.slug,
                                    v->g.slug),
            .text = words_in(t->words, req->lang),
            .here = t->part && str_is(str_of(t->part), part),
        };
    }
}

/* Who registered hears that the evening is another. */
static const struct words *told_words(struct str code)
{
    if (str_is(code, "gemaild"))
        return SAY("Het is bewaard. Wij mailen iedereen die zich aanmeldde.");
    if (str_is(code, "bel"))
        return SAY("Het is bewaard. Wij mailen wie een adres gaf. Bel wie er geen gaf.");
    return done_words(code);
}

enum err evening_open(struct request *req, struct response *res, struct evening_view *v,
                      const struct words *title, const char *part)
{
    bool found;
    TRY(desk_open(req, res, &v->page.d));
    const struct dialogue *d = &v->page.d;
    TRY(organise_evening(req->db, req->arena, d->id, req->param[1].text, d->own, &v->g,
                         &found));
    if (!found) return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(req->param[1].text));
    tabs_fill(req, v, part);
    v->page.form = req->form;
    v->page.self = (struct path){ req->path };
    v->page.title = res->frame.title = title ? words_in(title, req->lang) : v->g.title;
    if (req->visitor.role >= WHO_EDITOR)
        dialogue_crumb(res, PATH(req->arena, "/{}/beheer/bijeenkomsten", d->slug),
                       words_in(SAY("Bijeenkomsten"), req->lang));
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}", d->slug, v->g.slug),
                   v->g.title);
    if (title)
        dialogue_crumb(res,
                       PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/{}", d->slug, v->g.slug,
                            str_of(part)),
                       v->page.title);
    if (req->query[0].n) v->done = told_words(req->query[0]);
    return OK;
}

enum err evening_find(struct request *req, struct subject *s, struct organise_evening_row *g)
{
    bool found;
    TRY(subject_find(req, s));
    TRY(organise_evening(req->db, req->arena, s->id, req->param[1].text, s->own, g, &found));
    if (!found) return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(req->param[1].text));
    return OK;
}

enum err evening_back(struct request *req, struct response *res, struct str slug,
                      const char *part, const char *done)
{
    const struct str dialogue = req->param[0].text;
    if (!*part)
        return response_redirect(res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}?gedaan={}",
                                           dialogue, slug, str_of(done)));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/{}?gedaan={}",
                                       dialogue, slug, str_of(part), str_of(done)));
}

struct str day_value(struct arena *a, bool has, struct day day)
{
    const struct date d = date_of(day);
    return has ? arena_format(a, "%04d-%02d-%02d", d.year, d.month, d.day) : STR("");
}

struct str clock_value(struct arena *a, bool has, struct clock clock)
{
    return has ? arena_format(a, "%02d:%02d", clock.minutes / 60, clock.minutes % 60) : STR("");
}

struct str number_value(struct arena *a, bool has, int64_t n)
{
    return has ? arena_format(a, "%lld", (long long)n) : STR("");
}

/* ---- interpreters ---- */

static const char *const tongues[] = { "ar", "bg",  "de", "en",  "es", "fa", "fr", "hi",
                                       "id", "it",  "ku", "pap", "pl", "pt", "ro", "ru",
                                       "so", "srn", "ti", "tr",  "uk", "ur", "zh" };
/* Not spoken: the code ISO 639-3 has for Dutch Sign Language, and one of our own. */
enum { SIGNED, TYPED, UNSPOKEN };
static const char *const unspoken[] = { [SIGNED] = "dse", [TYPED] = "typ" };

static const struct words *tongue_words(struct str code)
{
    if (str_is(code, unspoken[SIGNED])) return SAY("Nederlandse Gebarentaal");
    if (str_is(code, unspoken[TYPED])) return SAY("Schrijftolk");
    return language_words(code);
}

bool interpreter_known(struct str code)
{
    if (!code.n) return true;
    for (size_t i = 0; i < COUNT_OF(tongues); i++)
        if (str_is(code, tongues[i])) return true;
    for (size_t i = 0; i < UNSPOKEN; i++)
        if (str_is(code, unspoken[i])) return true;
    return false;
}

struct str interpreter_said(struct request *req, struct str code)
{
    const struct words *words = tongue_words(code);
    return words ? words_in(words, req->lang) : code;
}

struct edit_option *interpreter_options(struct request *req, size_t *n)
{
    struct edit_option *all =
        NEW(req->arena, struct edit_option, COUNT_OF(tongues) + UNSPOKEN + 1);
    *n = 0;
    all[(*n)++] = (struct edit_option){ STR(""), words_in(SAY("Geen tolk"), req->lang) };
    for (size_t i = 0; i < UNSPOKEN; i++)
        all[(*n)++] = (struct edit_option){ str_of(unspoken[i]),
                                            interpreter_said(req, str_of(unspoken[i])) };
    for (size_t i = 0; i < COUNT_OF(tongues); i++)
        all[(*n)++] = (struct edit_option){ str_of(tongues[i]),
                                            interpreter_said(req, str_of(tongues[i])) };
    return all;
}
