/* reckon.c — the proposal itself, on the thread for long work, and the page that says how far it is. What was
 * proposed is written as far as people still come, and leaves alone what was fixed meanwhile. */
#include "features/seating/reckon.h"

#include "features/seating/reckon.html.h"

enum {
    STEPS_MOST = 20 * 1000 * 1000
}; /* some four seconds for an evening; ten for thousands of people */

struct proposal {
    struct seating s;
    int *seat;
};

static enum err read_all(struct job *job)
{
    struct proposal *p = NEW(job->arena, struct proposal, 1);
    struct seating_lang_row own;
    job->found = p;
    TRY(seating_lang(job->db, job->arena, job->subject, &own));
    return seating_read(job->db, job->arena, job->subject, own.lang, &p->s);
}

static enum err reckon(struct job *job)
{
    struct proposal *p = job->found;
    const struct seating *s = &p->s;
    struct seats asked = s->seats;
    const size_t all = s->people_n * (size_t)s->seats.rounds;
    int *locked = NEW(job->arena, int, all + 1);
    for (size_t k = 0; k < all; k++)
        locked[k] = job->variant == SEATING_OTHERS || s->fixed[k] ? s->seat[k] : SEATS_NONE;
    asked.locked = locked;
    const int64_t steps = seats_steps(&asked);
    p->seat = NEW(job->arena, int, all + 1);
    const struct seats_run run = { .seed = (uint64_t)s->plan.seed,
                                   .steps = steps < STEPS_MOST ? steps : STEPS_MOST,
                                   .go_on = job_goes_on,
                                   .with = job };
    return seats_solve(job->arena, &asked, run, p->seat);
}

static enum err write_all(struct tx *tx, struct job *job)
{
    const struct proposal *p = job->found;
    const struct seating *s = &p->s;
    const bool others = job->variant == SEATING_OTHERS;
    if (!others) TRY(seats_clear(tx, job->subject));
    for (size_t k = 0; k < s->people_n * (size_t)s->seats.rounds; k++) {
        if (p->seat[k] == SEATS_NONE || (others && p->seat[k] == s->seat[k])) continue;
        TRY(seat_propose(tx, s->people[k % s->people_n].id, (int64_t)(k / s->people_n) + 1,
                         s->tables[p->seat[k]].id));
    }
    return OK;
}

const struct job_work seating_work = {
    .kind = JOB_SEATS, .read = read_all, .reckon = reckon, .write = write_all
};

/* ---- how far it is ---- */

static enum err handle(struct request *req, struct response *res)
{
    struct reckon_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Plaatsen"), "plaatsen"));
    TRY(job_look(req->db, req->arena, JOB_SEATS, v.e.g.id, &v.now));
    if (!v.now.asked || v.now.state == JOB_STOPPED)
        return response_redirect(res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/plaatsen",
                                           v.e.page.d.slug, v.e.g.slug));
    if (v.now.state == JOB_DONE)
        return evening_back(req, res, v.e.g.slug, "plaatsen",
                            v.now.variant == SEATING_OTHERS ? "aangevuld" : "voorstel");
    v.e.page.title = res->frame.title = words_in(SAY("De plaatsen worden verdeeld"), req->lang);
    dialogue_crumb(res, v.e.page.self, v.e.page.title);
    res->no_store = true;
    seating_reckon_page(response_page(req, res), &v);
    return OK;
}

const struct page seating_reckoning = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/bezig",
    .who = WHO_EDITOR,
    .handle = handle,
    .file = __FILE__,
};

static const struct form no_fields = { .fields = NULL };

static enum err stop(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    TRY(evening_find(req, &s, &g));
    TRY(job_stop(tx, JOB_SEATS, g.id));
    return evening_back(req, res, g.slug, "plaatsen", "gestopt");
}

const struct page seating_stop = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/stoppen",
    .who = WHO_EDITOR,
    .form = &no_fields,
    .act = stop,
    .file = __FILE__,
};
