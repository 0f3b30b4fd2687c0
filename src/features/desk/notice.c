/* notice.c — what was just done, from one page to the next by the address. */
#include "features/desk/desk.h"

static const struct words *said(struct str code)
{
    if (str_is(code, "gemaakt")) return SAY("Punt {n} is gemaakt.");
    if (str_is(code, "bewaard")) return SAY("Punt {n} is bewaard.");
    if (str_is(code, "erbij")) return SAY("Wat u koos, staat nu ook onder punt {n}.");
    if (str_is(code, "eraf")) return SAY("Wat u koos, staat niet meer onder punt {n}.");
    if (str_is(code, "gesplitst"))
        return SAY("Wat u koos, staat nu onder het nieuwe punt {n}.");
    if (str_is(code, "samen")) return SAY("De twee punten zijn nu samen punt {n}.");
    if (str_is(code, "weg"))
        return SAY("Punt {n} is weg. De inbreng eronder wacht weer op een punt.");
    if (str_is(code, "verplaatst")) return SAY("Punt {n} staat op een andere plek.");
    if (str_is(code, "opzij")) return SAY("Wat u koos, ligt terzijde. Anderen lezen waarom.");
    if (str_is(code, "open")) return SAY("Wat u koos, wacht weer op een punt.");
    if (str_is(code, "terug")) return SAY("De laatste verandering is teruggedraaid.");
    if (str_is(code, "niet-terug"))
        return SAY("Dit is niet teruggedraaid. Er is daarna nog iets veranderd.");
    return NULL;
}

struct notice notice_read(struct request *req, const struct dialogue *d, struct str code,
                          struct str number, struct str undo, struct str theme)
{
    struct notice n = { .said = said(code), .theme = theme };
    if (!n.said) return n;
    if (!str_number(number, INT64_MAX, &n.number)) n.number = 0;
    if (!str_number(undo, INT64_MAX, &n.undo)) n.undo = 0;
    n.text = FILL(req->arena, n.said, req->lang,
                  { "n", arena_format(req->arena, "%lld", (long long)n.number) });
    n.undo_at = PATH(req->arena, "/{}/beheer/punten/terug", d->slug);
    return n;
}

struct path notice_undo(struct arena *a, struct path to, int64_t undo)
{
    if (undo) to.text = arena_format(a, "%.*s&terug=%lld", STR_ARG(to.text), (long long)undo);
    return to;
}

struct path notice_path(struct arena *a, const struct dialogue *d, struct str theme,
                        const char *code, int64_t point, int64_t undo)
{
    struct path to =
        PATH(a, "/{}/beheer/punten?thema={}&gedaan={}", d->slug, theme, str_of(code));
    if (point) to.text = arena_format(a, "%.*s&punt=%lld", STR_ARG(to.text), (long long)point);
    to = notice_undo(a, to, undo);
    if (point) to.text = arena_format(a, "%.*s#punt-%lld", STR_ARG(to.text), (long long)point);
    return to;
}

void desk_crumb(struct request *req, struct response *res, const struct dialogue *d)
{
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/punten", d->slug),
                   words_in(SAY("Punten"), req->lang));
}
