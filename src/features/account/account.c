/* account.c — /:dialogue/daden/jaar/#jaar: what became of the promises of a year; see account.h. */
#include "features/account/account.h"

#include "features/account/account.html.h"

/* The order of the page. In the bar: kept, late now, stopped, kept late, running (bar.h). */
static const enum promptness order[PROMPTNESSES] = { PROMPT_LATE, PROMPT_STOPPED,
                                                     PROMPT_RUNNING, PROMPT_KEPT_LATE,
                                                     PROMPT_KEPT };

struct counting {
    struct request *req;
    struct year_account *v;
    size_t lines;
    int year;
    int64_t *ids[PROMPTNESSES]; /* of the year that is shown, as far as there are lines */
};

static struct account_year *year_of(struct year_account *v, int year)
{
    struct account_year *last = v->years_n ? &v->years[v->years_n - 1] : NULL;
    if (last && last->year == year) return last;
    if (v->years_n == ACCOUNT_YEARS) return last;
    v->years[v->years_n] = (struct account_year){ .year = year };
    return &v->years[v->years_n++];
}

/* By the first date, so that years come one after the other. */
static enum err one(const struct account_all_row *c, void *with)
{
    struct counting *k = with;
    const int year = date_of(c->first_due).year;
    const enum promptness prompt =
        commitment_lateness(c->first_due, c->state, c->has_ended, c->ended, k->req->today)
            .prompt;
    struct account_year *y = year_of(k->v, year);
    y->of[prompt]++;
    y->all++;
    y->moves += c->moves;
    if (year != k->year) return OK;
    struct account_group *g = &k->v->groups[prompt];
    if (g->n < k->lines) k->ids[prompt][g->n++] = c->id;
    g->all++;
    return OK;
}

static enum err lines(struct counting *k, enum promptness prompt)
{
    struct year_account *v = k->v;
    struct request *req = k->req;
    struct account_group *g = &v->groups[prompt];
    g->prompt = prompt;
    g->lines = NEW(req->arena, struct account_line, g->n + 1);
    for (size_t i = 0; i < g->n; i++) {
        struct account_line *line = &g->lines[i];
        TRY(account_one(req->db, req->arena, k->ids[prompt][i], v->d.own,
                        lang_about(req->lang)->code, &line->row));
        line->owner = said_in(req->lang, v->d.own, line->row.owner_name, line->row.owner_en);
    }
    return OK;
}

enum err account_open(struct request *req, struct response *res, size_t most,
                      struct year_account *v)
{
    struct counting k = { .req = req, .v = v, .lines = most };
    *v = (struct year_account){ 0 };
    TRY(dialogue_open(req, res, &v->d));
    if (req->param[1].number > 9999) return FAIL(ERR_MISSING, "no such year");
    k.year = (int)req->param[1].number;
    v->years = NEW(req->arena, struct account_year, ACCOUNT_YEARS);
    for (int p = 0; p < PROMPTNESSES; p++) k.ids[p] = NEW(req->arena, int64_t, most + 1);
    TRY(account_all(req->db, v->d.id, one, &k));
    for (size_t i = 0; i < v->years_n; i++) {
        struct account_year *y = &v->years[i];
        y->bar = bar_of(req->arena,
                        (const int64_t[BAR_CODES]){
                            y->of[PROMPT_KEPT], y->of[PROMPT_LATE], y->of[PROMPT_STOPPED],
                            y->of[PROMPT_KEPT_LATE], y->of[PROMPT_RUNNING] });
        if (y->year == k.year) v->here = y;
    }
    if (!v->here) return FAIL(ERR_MISSING, "nothing was promised for %d", k.year);
    for (int p = 0; p < PROMPTNESSES; p++) TRY(lines(&k, (enum promptness)p));
    struct account_group ordered[PROMPTNESSES];
    for (int i = 0; i < PROMPTNESSES; i++) ordered[i] = v->groups[order[i]];
    for (int i = 0; i < PROMPTNESSES; i++) v->groups[i] = ordered[i];
    v->self =
        PATH(req->arena, "/{}/daden/jaar/{}", v->d.slug, number_text(req->arena, true, k.year));
    v->paper = paper_links_to(
        req->arena, (struct path){ arena_join(req->arena, v->self.text, STR("/overzicht")) });
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct year_account *v = NEW(req->arena, struct year_account, 1);
    TRY(account_open(req, res, ACCOUNT_LINES, v));
    res->frame.title =
        FILL(req->arena, SAY("Wat werd er van de beloften voor {jaar}?"), req->lang,
             { "jaar", number_text(req->arena, true, v->here->year) });
    dialogue_crumb(res, PATH(req->arena, "/{}/daden", v->d.slug),
                   words_in(SAY("Daden"), req->lang));
    dialogue_crumb(res, v->self, number_text(req->arena, true, v->here->year));
    account_page(response_page(req, res), v);
    return OK;
}

const struct page account_of_year = {
    .path = "/:dialogue/daden/jaar/#jaar",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
