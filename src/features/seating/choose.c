/* choose.c — /:dialogue/aanmelding/:code/tafel: somebody who comes chooses a table in each round, while it has
 * room; or sees where they sit, when the team decides that. The address holds their code. Two who want
 * the last seat: the first has it, the second chooses again. */
#include "features/seating/choose.h"

#include "features/seating/choose.html.h"
#include "features/voices/voices.h"

struct choose_form {
    int64_t table[SEATS_ROUNDS_MOST];
};
#define CHOICE(n) FIELD_NUMBER(struct choose_form, table[n - 1], "ronde-" #n)
static const struct field fields[] = {
    CHOICE(1),  CHOICE(2),  CHOICE(3),  CHOICE(4),  CHOICE(5),  CHOICE(6),
    CHOICE(7),  CHOICE(8),  CHOICE(9),  CHOICE(10), CHOICE(11), CHOICE(12),
    CHOICE(13), CHOICE(14), CHOICE(15), CHOICE(16), CHOICE(17), CHOICE(18),
    CHOICE(19), CHOICE(20), CHOICE(21), CHOICE(22), CHOICE(23), CHOICE(24),
};
_Static_assert(COUNT_OF(fields) == SEATS_ROUNDS_MOST, "a field for each round");
static const struct form form = FORM(struct choose_form, fields);

static enum err find(struct request *req, struct choosing_by_code_row *r)
{
    struct str code;
    bool found = false;
    if (receipt_read(req->arena, req->param[1].text, &code))
        TRY(choosing_by_code(req->db, req->arena, receipt_hash(req->arena, code),
                             lang_about(req->lang)->code, r, &found));
    if (!found || !str_eq(r->slug, req->param[0].text))
        return FAIL(ERR_MISSING, "nobody with this code comes");
    return OK;
}

static void table_fill(struct request *req, const struct choosing_by_code_row *r,
                       const struct choosing_tables_row *row, bool mine, struct choice_table *t)
{
    *t = (struct choice_table){ .row = row, .mine = mine };
    t->left = row->seats - row->taken + mine;
    if (t->left < 0) t->left = 0;
    t->full = !t->left || (r->wheelchair && row->wheelchairs - row->wheels + mine < 1);
    if (row->interpreter.n) t->interpreter = interpreter_said(req, row->interpreter);
}

static void round_fill(struct request *req, const struct choosing_by_code_row *r,
                       const struct choosing_tables_row *rows, size_t n,
                       const struct choosing_seats_row *seat, struct choice_round *round)
{
    round->tables = NEW(req->arena, struct choice_table, n + 1);
    round->away = seat && !seat->has_at_table;
    round->fixed = seat && seat->fixed;
    for (size_t t = 0; t < n; t++) {
        if (rows[t].round != round->number) continue;
        struct choice_table *x = &round->tables[round->tables_n++];
        const bool mine = seat && seat->has_at_table && seat->at_table == rows[t].id;
        table_fill(req, r, &rows[t], mine, x);
        if (mine) round->mine = x;
    }
}

static enum err rounds_fill(struct request *req, const struct choosing_by_code_row *r,
                            struct choice_round **rounds, size_t *rounds_n)
{
    struct choosing_tables_row *tables;
    struct choosing_seats_row *seats;
    size_t n, seats_n;
    TRY(choosing_tables(req->db, req->arena, r->gathering, r->own, lang_about(req->lang)->code,
                        &tables, &n));
    TRY(choosing_seats(req->db, req->arena, r->id, &seats, &seats_n));
    *rounds = NEW(req->arena, struct choice_round, SEATS_ROUNDS_MOST);
    *rounds_n = 0;
    for (size_t t = 0; t < n; t++)
        if ((size_t)tables[t].round > *rounds_n && tables[t].round <= SEATS_ROUNDS_MOST)
            *rounds_n = (size_t)tables[t].round;
    for (size_t k = 0; k < *rounds_n; k++) {
        const struct choosing_seats_row *seat = NULL;
        for (size_t s = 0; s < seats_n; s++)
            if (seats[s].round == (int64_t)k + 1) seat = &seats[s];
        (*rounds)[k] =
            (struct choice_round){ .number = (int64_t)k + 1, .field = fields[k].name };
        round_fill(req, r, tables, n, seat, &(*rounds)[k]);
    }
    return OK;
}

static enum err may_choose(struct request *req, const struct choosing_by_code_row *r, bool *may)
{
    struct seating_plan_get_row plan;
    bool found;
    TRY(seating_plan_get(req->db, req->arena, r->gathering, &plan, &found));
    *may = !(found && plan.proposes) && req->today.n <= r->day.n;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct choose_view v = { .form = req->form, .self = { req->path } };
    TRY(dialogue_open(req, res, &v.d));
    TRY(find(req, &v.r));
    if (v.r.state != 0) return FAIL(ERR_GONE, "they do not come, or wait");
    TRY(rounds_fill(req, &v.r, &v.rounds, &v.rounds_n));
    TRY(may_choose(req, &v.r, &v.may));
    for (size_t k = 0; k < v.rounds_n; k++)
        if (v.rounds[k].mine)
            form_fill_number(req, v.rounds[k].field, v.rounds[k].mine->row->id);
    v.done = str_is(req->query[0], "bewaard");
    v.back = PATH(req->arena, "/{}/aanmelding/{}", v.d.slug, req->param[1].text);
    res->no_store = true;
    res->noindex = true;
    res->frame.title = words_in(SAY("Uw tafel"), req->lang);
    res->frame.description = words_in(SAY("Waar u zit, en waar nog plek is."), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomst/{}", v.d.slug, v.r.evening),
                   v.r.title);
    dialogue_crumb(res, v.back, words_in(SAY("Uw aanmelding"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    seating_choose_page(response_page(req, res), &v);
    return OK;
}

static const struct choice_table *chosen_in(const struct choice_round *round, int64_t table)
{
    for (size_t t = 0; t < round->tables_n; t++)
        if (round->tables[t].row->id == table) return &round->tables[t];
    return NULL;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct choose_form *f = form_values(req);
    struct choosing_by_code_row r;
    struct choice_round *rounds;
    size_t n;
    bool may;
    TRY(find(req, &r));
    if (r.state != 0) return FAIL(ERR_GONE, "they do not come, or wait");
    TRY(may_choose(req, &r, &may));
    if (!may) return FAIL(ERR_GONE, "the team decides who sits where");
    TRY(rounds_fill(req, &r, &rounds, &n));
    for (size_t k = 0; k < n; k++) {
        const struct choice_table *t = chosen_in(&rounds[k], f->table[k]);
        if (!f->table[k] || rounds[k].fixed || rounds[k].away || (t && t->mine)) continue;
        if (!t) form_wrong(req, rounds[k].field, SAY("Kies een van de tafels die er staan."));
        if (t && t->full)
            form_wrong(req, rounds[k].field,
                       SAY("Deze tafel is intussen vol. Kies een andere."));
    }
    TRY(form_checked(req));
    for (size_t k = 0; k < n; k++) {
        if (rounds[k].fixed || rounds[k].away) continue;
        if (f->table[k])
            TRY(seat_put(tx, r.id, rounds[k].number, true, f->table[k], false));
        else
            TRY(seat_clear(tx, r.id, rounds[k].number));
    }
    return response_redirect(res, PATH(req->arena, "/{}/aanmelding/{}/tafel?gedaan=bewaard",
                                       r.slug, req->param[1].text));
}

const struct page seating_choose = {
    .path = "/:dialogue/aanmelding/:code/tafel",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
