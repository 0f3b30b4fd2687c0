/* city_daden.c — the made-up city from advice to deed: what was asked, answered, promised and done, over
 * three years, kept and not. See city_inside.h. */
#include "features/folder/city_inside.h"

enum { PER_ADVICE = 20, GIVEN = FIRST_DAY + 150, TODAY = FIRST_DAY + 980, YEAR = 365 };

static const char *const portfolios[][2] = {
    { "zorg", "Zorg en welzijn" },     { "wonen", "Wonen en ruimte" },
    { "jeugd", "Jeugd en onderwijs" }, { "werk", "Werk en inkomen" },
    { "groen", "Groen en beheer" },    { "bestuur", "Bestuur en dienstverlening" }
};
static const char *const teams[][2] = { { "Team beleid", "Policy team" },
                                        { "Team uitvoering", "Delivery team" },
                                        { "Team wijken", "Neighbourhood team" },
                                        { "Team projecten", "Project team" } };
enum {
    PORTFOLIOS = COUNT_OF(portfolios),
    TEAMS = COUNT_OF(teams),
    OWNERS = PORTFOLIOS * TEAMS
};

struct planned {             /* a commitment */
    int advice, owner, also; /* also: a second owner; -1: none */
    int hood;                /* -1: everywhere */
    int made, first_due, due, moves, ended, deeds;
    enum commitment_state state;
};
struct advised {
    enum answer_kind kind;
    int day; /* of the answer; 0: none yet */
};
struct plan {
    struct advised *advices;
    struct planned *all;
    int advices_n, n;
};

/* One in eight is stopped, one in three is done, some late; the rest runs or is late now. */
static void plan_end(struct maker *m, struct planned *p)
{
    const int luck = upto(m, 100);
    const int late = percent(m, 40) ? upto(m, 300) : -upto(m, 60);
    int ended = p->first_due + late;
    if (ended < p->made) ended = p->made;
    p->state = luck < 12   ? COMMITMENT_STOPPED
               : luck < 60 ? COMMITMENT_DONE
                           : COMMITMENT_UNDER_WAY;
    if (luck > 85) p->state = COMMITMENT_PROMISED;
    if (p->state < COMMITMENT_DONE) return;
    if (ended > TODAY)
        p->state = COMMITMENT_UNDER_WAY;
    else
        p->ended = ended;
}

static struct plan plan_make(struct maker *m)
{
    struct plan p = { .n = m->city->commitments };
    p.advices_n = p.n / PER_ADVICE + 1;
    if (p.advices_n > m->points) p.advices_n = m->points;
    p.advices = NEW(&m->a, struct advised, (size_t)p.advices_n + 1);
    p.all = NEW(&m->a, struct planned, (size_t)p.n + 1);
    for (int i = 0; i < p.advices_n; i++) {
        const bool adopted = i == 0 || percent(m, 80);
        p.advices[i].kind =
            adopted ? (percent(m, 70) ? ANSWER_ADOPTED : ANSWER_PARTLY) : ANSWER_NOT;
        if (i == 0 || percent(m, 90)) p.advices[i].day = GIVEN + 20 + upto(m, 160);
    }
    for (int i = 0; i < p.n; i++) {
        struct planned *c = &p.all[i];
        do c->advice = upto(m, p.advices_n);
        while (!p.advices[c->advice].day || p.advices[c->advice].kind == ANSWER_NOT);
        c->owner = upto(m, OWNERS);
        c->also = percent(m, 15) ? (c->owner + 1 + upto(m, OWNERS - 1)) % OWNERS : -1;
        c->hood = m->hoods && percent(m, 60) ? upto(m, m->hoods) : -1;
        c->made = p.advices[c->advice].day + upto(m, 60);
        c->first_due = c->made + 60 + upto(m, 3 * YEAR);
        c->moves = percent(m, 25) ? 1 + upto(m, 3) : 0;
        plan_end(m, c);
        c->deeds = c->state == COMMITMENT_PROMISED ? 0 : upto(m, 5);
        if (c->state == COMMITMENT_DONE && !c->deeds) c->deeds = 1;
    }
    return p;
}

/* ---- the sheets */

static void write_owners(struct maker *m)
{
    if (!sheet(m, SHEET_DEPARTMENTS, english)) return;
    for (size_t i = 0; i < OWNERS; i++) {
        const char *const *portfolio = portfolios[i % PORTFOLIOS], *const *team =
                                                                       teams[i / PORTFOLIOS];
        name(m, CITY);
        cell(m, arena_format(&m->line, "%s-%zu", portfolio[0], i / PORTFOLIOS + 1));
        cell(m, arena_format(&m->line, "%s %s", team[0], portfolio[0]));
        cell(m, arena_format(&m->line, "%s %s", team[1], portfolio[0]));
        name(m, portfolio[1]);
        row_end(m);
    }
    sheet_end(m);
}

static void write_advice(struct maker *m, const struct plan *p)
{
    if (!sheet(m, SHEET_ADVICE, english)) return;
    for (int i = 0; i < p->advices_n; i++) {
        const enum advice_kind kind = (enum advice_kind)upto(m, ADVICE_KINDS);
        const struct phrase *thing = one_of(m, phrases_things);
        name(m, CITY);
        number(m, i + 1);
        name(m, advice_kind_term((int)kind).code);
        day(m, GIVEN);
        both(m, one_of(m, phrases_point[KIND_NEEDED]), thing->in[TONGUE_NL],
             thing->in[TONGUE_EN]);
        both(m, one_of(m, phrases_more), "in de wijk", "in the neighbourhood");
        name(m, "De schrijvers wogen dit samen met de tafels.");
        name(m, "The writers weighed this together with the tables.");
        name(m, kind == ADVICE_GOES_WELL ? "Kijk er elk jaar naar." : "");
        name(m, kind == ADVICE_GOES_WELL ? "Look at it every year." : "");
        row_end(m);
    }
    sheet_end(m);
    if (!sheet(m, SHEET_ADVICE_POINTS, english)) return;
    for (int i = 0; i < p->advices_n; i++) {
        const int own = i * (m->points / p->advices_n), n = 1 + upto(m, 3);
        for (int k = 0; k < n && own + k < m->points; k++) {
            name(m, CITY);
            number(m, i + 1);
            number(m, own + k + 1);
            row_end(m);
        }
    }
    sheet_end(m);
}

static void write_steps(struct maker *m)
{
    static const char *const titles[][2] = {
        { "Advies aan het college", "Advice to the executive" },
        { "Besluit van het college", "Decision of the executive" },
        { "Raadsbrief over de dialoog", "Letter to the council about the dialogue" },
        { "Bespreking in de raad", "Discussion in the council" },
        { "Besluit van de raad", "Decision of the council" },
        { "Gesprek in de wijkraad", "Talk in the neighbourhood council" } /* of its own kind */
    };
    static const char own_kind[] = "wijkraad";
    if (!sheet(m, SHEET_STEP_KINDS, english)) return;
    name(m, CITY);
    name(m, own_kind);
    name(m, "Naar de wijkraad");
    name(m, "To the neighbourhood council");
    row_end(m);
    sheet_end(m);
    if (!sheet(m, SHEET_STEPS, english)) return;
    for (int i = 0; i < (int)COUNT_OF(titles); i++) {
        name(m, CITY);
        number(m, i + 1);
        const int kind = STEP_TO_COLLEGE + i;
        name(m, kind < STEP_KINDS ? step_kind_term(kind).code : own_kind);
        name(m, "");
        day(m, GIVEN + 10 + 30 * i);
        name(m, titles[i][0]);
        name(m, titles[i][1]);
        cell(m, arena_format(&m->line, "https://raad.voorbeeldstad.example/stuk/%d", i + 1));
        name(m, "");
        row_end(m);
    }
    sheet_end(m);
}

static void write_answers(struct maker *m, const struct plan *p)
{
    if (!sheet(m, SHEET_ANSWERS, english)) return;
    for (int i = 0; i < p->advices_n; i++) {
        if (!p->advices[i].day) continue;
        name(m, CITY);
        number(m, i + 1);
        name(m, answer_kind_term((int)p->advices[i].kind).code);
        day(m, p->advices[i].day);
        number(m, 1000 * (1 + upto(m, 500)));
        cell(m,
             arena_format(&m->line, "https://raad.voorbeeldstad.example/antwoord/%d", i + 1));
        name(m, "");
        name(m, p->advices[i].kind == ANSWER_NOT ? "Hier is geen geld voor."
                                                 : "Dit past bij wat wij willen.");
        name(m, p->advices[i].kind == ANSWER_NOT ? "There is no money for this."
                                                 : "This fits what we want.");
        name(m, "");
        name(m, "");
        row_end(m);
    }
    sheet_end(m);
}

static void write_commitment(struct maker *m, const struct planned *c, int n)
{
    const struct phrase *thing = one_of(m, phrases_things);
    const bool stopped = c->state == COMMITMENT_STOPPED;
    name(m, CITY);
    number(m, n);
    number(m, c->advice + 1);
    cell(m, arena_format(&m->line, "%s-%d", portfolios[c->owner % (int)PORTFOLIOS][0],
                         c->owner / (int)PORTFOLIOS + 1));
    day(m, c->made);
    day(m, c->first_due);
    name(m, horizon_term(percent(m, 20) ? HORIZON_STRUCTURAL : HORIZON_ONE_OFF).code);
    name(m, commitment_state_term((int)c->state).code);
    if (c->ended)
        day(m, c->ended);
    else
        name(m, "");
    number(m, 500 * (1 + upto(m, 400)));
    both(m, one_of(m, phrases_point[KIND_NEEDED]), thing->in[TONGUE_NL], thing->in[TONGUE_EN]);
    both(m, one_of(m, phrases_more), "in de wijk", "in the neighbourhood");
    name(m, stopped ? "Het geld is ergens anders nodig." : "");
    name(m, stopped ? "The money is needed elsewhere." : "");
    row_end(m);
}

static void write_owned_too(struct maker *m, const struct plan *p)
{
    if (!sheet(m, SHEET_COMMITMENT_OWNERS, english)) return;
    for (int i = 0; i < p->n; i++) {
        const int also = p->all[i].also;
        if (also < 0) continue;
        name(m, CITY);
        number(m, i + 1);
        cell(m, arena_format(&m->line, "%s-%d", portfolios[also % (int)PORTFOLIOS][0],
                             also / (int)PORTFOLIOS + 1));
        row_end(m);
    }
    sheet_end(m);
}

static void write_places(struct maker *m, const struct plan *p)
{
    if (!sheet(m, SHEET_COMMITMENT_PLACES, english)) return;
    for (int i = 0; i < p->n; i++) {
        if (p->all[i].hood < 0) continue;
        name(m, CITY);
        number(m, i + 1);
        cell(m, arena_format(&m->line, "buurt-%d", p->all[i].hood + 1));
        row_end(m);
    }
    sheet_end(m);
}

static void write_moves(struct maker *m, const struct plan *p)
{
    if (!sheet(m, SHEET_COMMITMENT_MOVES, english)) return;
    for (int i = 0; i < p->n; i++)
        for (int k = 0; k < p->all[i].moves; k++) {
            name(m, CITY);
            number(m, i + 1);
            number(m, k + 1);
            day(m, p->all[i].made + 20 * (k + 1));
            day(m, p->all[i].first_due + 90 * (k + 1));
            name(m, "Er is meer tijd nodig om met de buurt te praten.");
            name(m, "More time is needed to talk with the neighbourhood.");
            row_end(m);
        }
    sheet_end(m);
}

static void write_deeds(struct maker *m, const struct plan *p)
{
    if (!sheet(m, SHEET_DEEDS, english)) return;
    for (int i = 0; i < p->n; i++) {
        const struct planned *c = &p->all[i];
        const int until = c->ended ? c->ended : TODAY;
        for (int k = 0; k < c->deeds; k++) {
            const struct phrase *thing = one_of(m, phrases_things);
            name(m, CITY);
            number(m, i + 1);
            number(m, k + 1);
            day(m, c->made + (until - c->made) * (k + 1) / (c->deeds + 1));
            cell(m, arena_format(&m->line, "https://voorbeeldstad.example/daad/%d-%d", i + 1,
                                 k + 1));
            name(m, "");
            name(m, "");
            name(m, "");
            cell(m, fill(&m->line, "Dit is gedaan voor %.", thing->in[TONGUE_NL]));
            cell(m, fill(&m->line, "This was done for %.", thing->in[TONGUE_EN]));
            name(m, "");
            name(m, "");
            row_end(m);
        }
    }
    sheet_end(m);
}

void write_daden(struct maker *m)
{
    if (!m->city->commitments || !m->points) return;
    const struct plan p = plan_make(m);
    write_owners(m);
    write_advice(m, &p);
    write_steps(m);
    write_answers(m, &p);
    if (!sheet(m, SHEET_COMMITMENTS, english)) return;
    for (int i = 0; i < p.n; i++) write_commitment(m, &p.all[i], i + 1);
    sheet_end(m);
    write_owned_too(m, &p);
    write_places(m, &p);
    write_moves(m, &p);
    write_deeds(m, &p);
}
