/* overview.c — /:dialogue/beheer/bijeenkomsten/:gathering/plaatsen: who sits where, round by round, and how
 * well that keeps to what people asked. */
#include "features/seating/overview.h"

#include <math.h>

#include "features/seating/overview.html.h"

enum { BREACHES_SHOWN = 50, DRAWN_TABLES_MOST = 40, DRAWN_SEATS_MOST = 16 };

const struct words *seats_done(struct str code)
{
    if (str_is(code, "voorstel")) return SAY("Er is een nieuw voorstel.");
    if (str_is(code, "aangevuld"))
        return SAY(
            "Wie nog geen plaats had, heeft er nu een. De anderen zitten waar zij zaten.");
    if (str_is(code, "afwezig"))
        return SAY("Wie niet binnen is, heeft geen plaats meer. Komt iemand toch? Die krijgt "
                   "er dan weer een.");
    if (str_is(code, "deur"))
        return SAY("Er is nog niemand binnen. Begin bij de deur. Er is niets veranderd.");
    if (str_is(code, "toch"))
        return SAY("Wie nog niet binnen is, telt weer mee. Geef deze mensen een plaats.");
    if (str_is(code, "bewaard")) return SAY("Het is bewaard.");
    if (str_is(code, "gestopt")) return SAY("Het rekenen is gestopt. Er is niets veranderd.");
    return NULL;
}

/* ---- a round ---- */

static struct shown_person shown(const struct seating *s, size_t round, size_t person)
{
    return (struct shown_person){ .number = s->people[person].number,
                                  .name = s->people[person].name,
                                  .fixed = s->fixed[round * s->people_n + person] };
}

static void table_fill(struct request *req, const struct seating *s, size_t table,
                       struct shown_table *t)
{
    const struct seating_tables_row *r = &s->tables[table];
    const size_t round = (size_t)r->round - 1;
    *t = (struct shown_table){ .number = r->number,
                               .seats = r->seats,
                               .title = r->title,
                               .place = r->place,
                               .interpreter = r->interpreter.n
                                                  ? interpreter_said(req, r->interpreter)
                                                  : STR("") };
    t->people = NEW(req->arena, struct shown_person, seating_at(s, table) + 1);
    for (size_t i = 0; i < s->people_n; i++)
        if (s->seat[round * s->people_n + i] == (int)table)
            t->people[t->people_n++] = shown(s, round, i);
}

/* The room from above: tables in rows, their seats around them. */
static void round_draw(struct request *req, struct shown_round *r)
{
    enum { ACROSS = 6, CELL = 110, AROUND = 38 };
    if (r->tables_n > DRAWN_TABLES_MOST) return;
    const int columns = r->tables_n < ACROSS ? (int)r->tables_n : ACROSS;
    r->width = columns * CELL;
    r->height = ((int)r->tables_n + ACROSS - 1) / ACROSS * CELL;
    r->drawn = NEW(req->arena, struct drawn_table, r->tables_n + 1);
    for (size_t k = 0; k < r->tables_n; k++) {
        const struct shown_table *t = &r->tables[k];
        struct drawn_table *d = &r->drawn[r->drawn_n++];
        const size_t all = t->people_n > (size_t)t->seats ? t->people_n : (size_t)t->seats;
        d->number = t->number;
        d->x = (int)(k % ACROSS) * CELL + CELL / 2;
        d->y = (int)(k / ACROSS) * CELL + CELL / 2;
        d->seats_n = all < DRAWN_SEATS_MOST ? all : DRAWN_SEATS_MOST;
        d->seats = NEW(req->arena, struct drawn_seat, d->seats_n + 1);
        for (size_t i = 0; i < d->seats_n; i++) {
            const double turn = 2 * M_PI * (double)i / (double)d->seats_n - M_PI / 2;
            d->seats[i] = (struct drawn_seat){ d->x + (int)lrint(AROUND * cos(turn)),
                                               d->y + (int)lrint(AROUND * sin(turn)),
                                               i * all < t->people_n * d->seats_n };
        }
    }
}

static void round_fill(struct request *req, const struct seating *s, size_t round,
                       struct shown_round *r)
{
    *r = (struct shown_round){ .number = (int64_t)round + 1 };
    for (size_t t = 0; t < s->tables_n; t++)
        r->tables_n += s->seats.tables[t].round == (int)round;
    r->tables = NEW(req->arena, struct shown_table, r->tables_n + 1);
    r->unseated = NEW(req->arena, struct shown_person, s->people_n + 1);
    size_t n = 0;
    for (size_t t = 0; t < s->tables_n; t++)
        if (s->seats.tables[t].round == (int)round) table_fill(req, s, t, &r->tables[n++]);
    for (size_t i = 0; i < s->people_n; i++) {
        const bool away = s->seats.people[i].absent >> round & 1;
        r->away_n += away;
        if (!away && s->seat[round * s->people_n + i] == SEATS_NONE)
            r->unseated[r->unseated_n++] = shown(s, round, i);
    }
    round_draw(req, r);
}

/* ---- breaches, by name ---- */

static void breaches_fill(struct request *req, struct seats_view *v)
{
    const struct seating *s = &v->s;
    struct seats_breach *found;
    const size_t n = seats_breaches(req->arena, &s->seats, s->seat, &found);
    v->breaches = NEW(req->arena, struct shown_breach, BREACHES_SHOWN);
    for (size_t k = 0; k < n; k++) {
        if (found[k].rule == SEATS_UNSEATED) continue; /* shown with the round */
        if (v->breaches_n == BREACHES_SHOWN) {
            v->breaches_more++;
            continue;
        }
        struct shown_breach *b = &v->breaches[v->breaches_n++];
        *b = (struct shown_breach){ .rule = found[k].rule,
                                    .round = found[k].round + 1,
                                    .table = s->tables[found[k].table].number,
                                    .n = found[k].by };
        if (found[k].person != SEATS_NONE) {
            b->name = s->people[found[k].person].name;
            b->language = interpreter_said(req, s->people[found[k].person].interpreter);
        }
        if (found[k].other != SEATS_NONE) b->other = s->people[found[k].other].name;
    }
}

/* Could another seating break less? The first rule that differs decides. */
static bool can_be_less(const struct seats_hard *now, const struct seats_hard *least)
{
    return now->most > least->most || now->wheelchair > least->wheelchair ||
           now->language > least->language || now->apart > least->apart;
}

enum err seats_view_fill(struct request *req, struct seats_view *v)
{
    struct arena *a = req->arena;
    TRY(seating_read(req->db, a, v->e.g.id, v->e.page.d.own, &v->s));
    const struct seating *s = &v->s;
    v->may = req->visitor.role >= WHO_EDITOR;
    v->rounds_n = s->tables_n ? (size_t)s->seats.rounds : 0;
    v->rounds = NEW(a, struct shown_round, v->rounds_n + 1);
    for (size_t r = 0; r < v->rounds_n; r++) {
        round_fill(req, s, r, &v->rounds[r]);
        for (size_t t = 0; t < v->rounds[r].tables_n; t++)
            v->seated |= v->rounds[r].tables[t].people_n > 0;
    }
    if (!v->seated) return OK;
    for (size_t r = 0; r < v->rounds_n; r++) v->unseated |= v->rounds[r].unseated_n > 0;
    TRY(seats_score(a, &s->seats, s->seat, &v->score));
    TRY(seats_least(a, &s->seats, s->seat, &v->least));
    v->avoidable = can_be_less(&v->score.hard, &v->least);
    if (v->score.people)
        v->met =
            (struct decimal){ (v->score.met * 20 + v->score.people / 2) / v->score.people, 1 };
    breaches_fill(req, v);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct seats_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Plaatsen"), "plaatsen"));
    TRY(seats_view_fill(req, &v));
    TRY(seats_inside(req->db, v.e.g.id, &v.inside));
    TRY(seats_missing(req->db, v.e.g.id, &v.missing));
    TRY(seats_away(req->db, v.e.g.id, &v.away));
    struct job_now job;
    TRY(job_look(req->db, req->arena, JOB_SEATS, v.e.g.id, &job));
    v.reckoning = job.asked && job.state == JOB_WAITS;
    if (req->query[0].n) v.done = seats_done(req->query[0]);
    seating_overview_page(response_page(req, res), &v);
    return OK;
}

const struct page seating_overview = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
