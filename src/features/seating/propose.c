/* propose.c — /:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/voorstel: how seats are given, what weighs
 * how much, and a proposal; and the button that gives a seat to who has none. Both ask for work that
 * reckon.c does beside the pages. */
#include "features/seating/propose.html.h"
#include "features/seating/overview.h"
#include "features/seating/propose.h"

#include "base/bytes.h"

enum { SEED_MOST = 999999999 };
struct propose_form {
    int proposes, wishes, twice, meeting, mixing, together, filling, now;
    int64_t seed;
};
#define CHOOSE "zelf programma"
#define WEIGHTS "niet licht gewoon zwaar"
static const struct field fields[] = {
    FIELD_CHOICE(struct propose_form, proposes, "hoe", CHOOSE, .required = true),
    FIELD_CHOICE(struct propose_form, wishes, "wensen", WEIGHTS, .required = true),
    FIELD_CHOICE(struct propose_form, twice, "herhaling", WEIGHTS, .required = true),
    FIELD_CHOICE(struct propose_form, meeting, "ontmoeten", WEIGHTS, .required = true),
    FIELD_CHOICE(struct propose_form, mixing, "mengen", WEIGHTS, .required = true),
    FIELD_CHOICE(struct propose_form, together, "samen", WEIGHTS, .required = true),
    FIELD_CHOICE(struct propose_form, filling, "vullen", WEIGHTS, .required = true),
    FIELD_NUMBER(struct propose_form, seed, "begingetal", .most = SEED_MOST),
    FIELD_CHOICE(struct propose_form, now, "doe", "bewaar voorstel"),
};
static const struct form form = FORM(struct propose_form, fields);

static struct propose_weight weight(const char *name, const struct words *label,
                                    const struct words *hint)
{
    return (struct propose_weight){ name, label, hint };
}

static enum err handle(struct request *req, struct response *res)
{
    static const char *const weights[] = { "niet", "licht", "gewoon", "zwaar" };
    struct propose_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Plaatsen"), "plaatsen"));
    TRY(seating_read(req->db, req->arena, v.e.g.id, v.e.page.d.own, &v.s));
    const struct propose_weight all[] = {
        weight("wensen", SAY("Thema’s naar wens"),
               SAY("De eerste wens telt het meest, de derde het minst.")),
        weight("herhaling", SAY("Niet twee keer hetzelfde thema"), NULL),
        weight("ontmoeten", SAY("Elke ronde nieuwe mensen"), NULL),
        weight("mengen", SAY("Gemengde tafels"),
               SAY("Naar leeftijd, wijk, en als wie iemand komt.")),
        weight("samen", SAY("Samen zitten met wie men vroeg"), NULL),
        weight("vullen", SAY("Geen tafel met weinig mensen"), NULL),
    };
    const struct seating_plan_get_row *p = &v.s.plan;
    const int64_t now[] = {
        p->wishes, p->twice, p->meeting, p->mixing, p->together, p->filling
    };
    v.weights = NEW(req->arena, struct propose_weight, COUNT_OF(all));
    for (; v.weights_n < COUNT_OF(all); v.weights_n++) {
        v.weights[v.weights_n] = all[v.weights_n];
        form_fill(req, all[v.weights_n].name, str_of(weights[now[v.weights_n]]));
    }
    form_fill(req, "hoe", p->proposes ? STR("programma") : STR("zelf"));
    if (p->seed) form_fill_number(req, "begingetal", p->seed);
    for (size_t k = 0; k < v.s.people_n * (size_t)v.s.seats.rounds; k++)
        v.seated += v.s.seat[k] != SEATS_NONE && !v.s.fixed[k];
    v.e.page.title = res->frame.title =
        words_in(SAY("Hoe mensen een plaats krijgen"), req->lang);
    dialogue_crumb(res, v.e.page.self, v.e.page.title);
    seating_propose_page(response_page(req, res), &v);
    return OK;
}

/* ---- asked ---- */

static enum err new_seed(int64_t *seed)
{
    uint64_t any;
    TRY(chance(&any, sizeof any));
    *seed = (int64_t)(any % SEED_MOST) + 1;
    return OK;
}

static struct seating_plan_get_row plan_sent(const struct propose_form *f, int64_t seed)
{
    return (struct seating_plan_get_row){ .proposes = f->proposes == 1 || f->now == 1,
                                          .seed = seed,
                                          .wishes = f->wishes,
                                          .twice = f->twice,
                                          .meeting = f->meeting,
                                          .mixing = f->mixing,
                                          .together = f->together,
                                          .filling = f->filling };
}

static enum err written_down(struct tx *tx, struct request *req, const struct subject *s,
                             int64_t gathering, const struct words *what)
{
    return history_write(tx, req,
                         &(struct change){ s->id, THING_GATHERING, gathering, ACT_CHANGED, 0,
                                           STR(""), words_in(what, LANG_NL) },
                         NULL);
}

/* Somebody asked for seats: written down, and begun on the thread for long work. */
static enum err ask(struct tx *tx, struct request *req, struct response *res,
                    const struct subject *s, const struct organise_evening_row *g,
                    enum seating_variant variant, const struct words *what)
{
    TRY(job_ask(tx, JOB_SEATS, g->id, variant, req->now));
    TRY(written_down(tx, req, s, g->id, what));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/plaatsen/bezig",
                                       req->param[0].text, g->slug));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct propose_form *f = form_values(req);
    int64_t seed = f->seed;
    struct subject s;
    struct organise_evening_row g;
    TRY(form_checked(req));
    TRY(evening_find(req, &s, &g));
    if (!seed) TRY(new_seed(&seed));
    const struct seating_plan_get_row x = plan_sent(f, seed);
    TRY(seating_plan_put(tx, g.id, x.proposes, x.seed, x.wishes, x.twice, x.meeting, x.mixing,
                         x.together, x.filling));
    if (f->now == 1)
        return ask(tx, req, res, &s, &g, SEATING_ALL, SAY("Een voorstel voor de plaatsen"));
    TRY(written_down(tx, req, &s, g.id, SAY("Hoe mensen een plaats krijgen")));
    return evening_back(req, res, g.slug, "plaatsen", "bewaard");
}

const struct page seating_propose_form = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/voorstel",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- who has no seat yet gets one; the others stay ---- */

static const struct form no_fields = { .fields = NULL };

static enum err seat_others(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    TRY(evening_find(req, &s, &g));
    return ask(tx, req, res, &s, &g, SEATING_OTHERS, SAY("Plaatsen voor wie er nog geen had"));
}

const struct page seating_others = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/aanvullen",
    .who = WHO_EDITOR,
    .form = &no_fields,
    .act = seat_others,
    .file = __FILE__,
};
