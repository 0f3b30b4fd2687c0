/* person.c — /:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/#number: where one person sits, round by
 * round, chosen by hand; whether a proposal leaves that alone; and rounds in which they are not there. */
#include "features/seating/person.html.h"

/* What a round's select holds beside tables. */
#define NO_SEAT "geen"
#define AWAY "weg"

struct person_form {
    struct str round[SEATS_ROUNDS_MOST];
    bool fixed[SEATS_ROUNDS_MOST];
    struct str basis;
};
#define ROUND_FIELD(n)                                                                         \
    FIELD_LINE(struct person_form, round[n - 1], "ronde-" #n, .most = 20),                     \
        FIELD_TICK(struct person_form, fixed[n - 1], "vast-" #n)
static const struct field fields[] = {
    ROUND_FIELD(1),
    ROUND_FIELD(2),
    ROUND_FIELD(3),
    ROUND_FIELD(4),
    ROUND_FIELD(5),
    ROUND_FIELD(6),
    ROUND_FIELD(7),
    ROUND_FIELD(8),
    ROUND_FIELD(9),
    ROUND_FIELD(10),
    ROUND_FIELD(11),
    ROUND_FIELD(12),
    ROUND_FIELD(13),
    ROUND_FIELD(14),
    ROUND_FIELD(15),
    ROUND_FIELD(16),
    ROUND_FIELD(17),
    ROUND_FIELD(18),
    ROUND_FIELD(19),
    ROUND_FIELD(20),
    ROUND_FIELD(21),
    ROUND_FIELD(22),
    ROUND_FIELD(23),
    ROUND_FIELD(24),
    FIELD_BASIS(struct person_form),
};
_Static_assert(COUNT_OF(fields) == 2 * SEATS_ROUNDS_MOST + 1, "two fields for each round");
static const struct form form = FORM(struct person_form, fields);

/* One person as they sit now, and what may be chosen. */
struct person_now {
    struct subject s;
    struct organise_evening_row g;
    struct seating seats;
    size_t person, n;          /* n: fields, two for each round */
    struct edit_field *fields; /* a select and a tick for each round */
    struct str *value;
};

static struct str table_text(struct request *req, const struct seating *s, size_t t,
                             enum lang in)
{
    struct arena *a = req->arena;
    return FILL(a, SAY("Tafel {n}: {thema} ({bezet} van {stoelen})"), in,
                { "n", number_value(a, true, s->tables[t].number) },
                { "thema", s->tables[t].title },
                { "bezet", number_value(a, true, (int64_t)seating_at(s, t)) },
                { "stoelen", number_value(a, true, s->tables[t].seats) });
}

static struct edit_option *options(struct request *req, const struct seating *s, int round,
                                   enum lang in, size_t *n)
{
    struct edit_option *all = NEW(req->arena, struct edit_option, s->tables_n + 2);
    *n = 0;
    all[(*n)++] = (struct edit_option){ STR(NO_SEAT), words_in(SAY("Nog geen plaats"), in) };
    all[(*n)++] = (struct edit_option){ STR(AWAY), words_in(SAY("Is er dan niet"), in) };
    for (size_t t = 0; t < s->tables_n; t++)
        if (s->seats.tables[t].round == round)
            all[(*n)++] = (struct edit_option){ number_value(req->arena, true, s->tables[t].id),
                                                table_text(req, s, t, in) };
    return all;
}

static struct str round_value(struct request *req, const struct seating *s, size_t round,
                              size_t person)
{
    const int t = s->seat[round * s->people_n + person];
    if (s->seats.people[person].absent >> round & 1) return STR(AWAY);
    return t == SEATS_NONE ? STR(NO_SEAT) : number_value(req->arena, true, s->tables[t].id);
}

static void describe(struct request *req, struct person_now *p, enum lang in)
{
    const struct seating *s = &p->seats;
    p->n = 2 * (size_t)s->seats.rounds;
    p->fields = NEW(req->arena, struct edit_field, p->n);
    p->value = NEW(req->arena, struct str, p->n);
    for (size_t r = 0; r < (size_t)s->seats.rounds; r++) {
        const struct str number = number_value(req->arena, true, (int64_t)r + 1);
        struct edit_field *x = &p->fields[2 * r];
        *x = (struct edit_field){ .name = fields[2 * r].name, .kind = EDIT_SELECT };
        x->label = FILL(req->arena, SAY("Ronde {n}"), in, { "n", number });
        x->options = options(req, s, (int)r, in, &x->options_n);
        p->fields[2 * r + 1] = (struct edit_field){
            .name = fields[2 * r + 1].name,
            .kind = EDIT_TICK,
            .label =
                FILL(req->arena, SAY("Zit vast in ronde {n}: een voorstel verandert dit niet"),
                     in, { "n", number }),
        };
        p->value[2 * r] = round_value(req, s, r, p->person);
        p->value[2 * r + 1] = s->fixed[r * s->people_n + p->person] ? STR("1") : STR("");
    }
}

static enum err person_now(struct request *req, enum lang in, struct person_now *p)
{
    *p = (struct person_now){ 0 };
    TRY(evening_find(req, &p->s, &p->g));
    TRY(seating_read(req->db, req->arena, p->g.id, p->s.own, &p->seats));
    p->person = seating_person(&p->seats, req->param[2].number);
    if (p->person == SIZE_MAX) return FAIL(ERR_MISSING, "nobody with that number comes");
    describe(req, p, in);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_view v = { 0 };
    struct person_now p;
    TRY(evening_open(req, res, &v, SAY("Plaatsen"), "plaatsen"));
    TRY(person_now(req, req->lang, &p));
    edit_show(req, &v.page, p.fields, p.value, p.n);
    v.page.title = res->frame.title = p.seats.people[p.person].name;
    v.page.back =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/plaatsen", v.page.d.slug, v.g.slug);
    dialogue_crumb(res, v.page.self, v.page.title);
    seating_person_page(response_page(req, res), &v);
    return OK;
}

static bool among(const struct edit_field *x, struct str value)
{
    for (size_t i = 0; i < x->options_n; i++)
        if (str_eq(x->options[i].value, value)) return true;
    return false;
}

static enum err save(struct tx *tx, const struct person_now *p, const struct str *sent)
{
    const int64_t who = p->seats.people[p->person].id;
    for (size_t r = 0; 2 * r < p->n; r++) {
        int64_t table = 0;
        const bool fixed = sent[2 * r + 1].n > 0;
        if (str_is(sent[2 * r], NO_SEAT)) {
            TRY(seat_clear(tx, who, (int64_t)r + 1));
            continue;
        }
        const bool sits = str_number(sent[2 * r], INT64_MAX, &table);
        TRY(seat_put(tx, who, (int64_t)r + 1, sits, table, !sits || fixed));
    }
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct person_now p;
    TRY(person_now(req, LANG_NL, &p));
    struct str *sent = NEW(req->arena, struct str, p.n);
    edit_typed(req, p.fields, sent, p.n);
    for (size_t k = 0; k < p.n; k += 2)
        if (!among(&p.fields[k], sent[k]))
            form_wrong(req, p.fields[k].name, SAY("Kies een van de antwoorden die er staan."));
    TRY(form_checked(req));
    TRY(edit_unchanged(req, p.value, p.n));
    TRY(save(tx, &p, sent));
    TRY(history_write(tx, req,
                      &(struct change){ p.s.id, THING_GATHERING, p.g.id, ACT_CHANGED, 0,
                                        STR(""),
                                        words_in(SAY("Een plaats met de hand"), LANG_NL) },
                      NULL));
    return evening_back(req, res, p.g.slug, "plaatsen", "bewaard");
}

const struct page seating_one_person = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/#number",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
