/* still.c — /klopt-nog/:code: who offers something looks at all of it, and confirms with one press, or changes or
 * stops one. Looking does nothing, so a scanner of mail may; a button does, for entries of this
 * organisation alone and once for each. */
#include "features/upkeep/owner.h"

#include "features/upkeep/still.html.h"
#include "features/upkeep/still_change.html.h"
#include "features/voices/voices.h"

enum { SAYS_ALL, SAYS_RIGHT, SAYS_ENDED };
struct saying {
    int64_t service;
    int what;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct saying, service, "welk"),
    FIELD_CHOICE(struct saying, what, "doe", "alles klopt gestopt", .required = true),
};
static const struct form form = FORM(struct saying, fields);

enum asking_state asking_state_of(const struct owner_asking_open_row *q, struct day today)
{
    if (q->has_newest && q->newest > q->id) return ASKING_REPLACED;
    if (today.n > q->day.n + ASK_LINK_DAYS) return ASKING_EXPIRED;
    return q->sure > OWNER_CLAIMS ? ASKING_OPEN : ASKING_EXPIRED;
}

static enum err put_line(struct request *req, struct still_line *line)
{
    struct map_card card;
    TRY(map_card(req->db, req->arena, line->entry.id, LANG_NL, req->now, &card));
    line->old = card.old;
    line->about = beginning(req->arena, card.text.description, 200);
    if (card.phones_n) line->phone = card.phones[0].number;
    if (!card.places_n) return OK;
    const struct service_row_places_row *p = card.places[0].row;
    line->address = arena_format(req->arena, "%.*s %.*s %.*s", STR_ARG(p->address),
                                 STR_ARG(p->postal_code), STR_ARG(p->city));
    line->hours = p->hours;
    return OK;
}

static enum err put_lines(struct request *req, struct still_view *v)
{
    struct entries_of_row *entries;
    struct owner_answers_row *answers;
    size_t n, answers_n;
    TRY(entries_of(req->db, req->arena, v->q.organization, &entries, &n));
    TRY(owner_answers(req->db, req->arena, v->q.id, &answers, &answers_n));
    v->lines = NEW(req->arena, struct still_line, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct still_line *line = &v->lines[v->n++];
        line->entry = entries[i];
        for (size_t k = 0; k < answers_n; k++)
            if (answers[k].service == entries[i].id) {
                line->answered = true;
                line->said = answers[k].answer;
                line->day = answers[k].day;
            }
        if (!line->answered && !entries[i].elsewhere && entries[i].status != SERVICE_DEFUNCT)
            v->open++;
        TRY(put_line(req, line));
    }
    return OK;
}

/* What a link opens; ASKING_UNKNOWN when it opens nothing. */
static enum err find(struct request *req, struct still_view *v)
{
    struct str code;
    bool found = false;
    *v = (struct still_view){ .state = ASKING_UNKNOWN, .form = req->form };
    v->code = req->param[0].text;
    v->self = PATH(req->arena, "/klopt-nog/{}", v->code);
    if (receipt_read(req->arena, v->code, &code))
        TRY(owner_asking_open(req->db, req->arena, receipt_hash(req->arena, code), &v->q,
                              &found));
    if (!found) return OK;
    v->state = asking_state_of(&v->q, req->today);
    v->until = (struct day){ v->q.day.n + ASK_LINK_DAYS };
    return v->state == ASKING_OPEN ? put_lines(req, v) : OK;
}

static void frame(struct request *req, struct response *res, const struct words *title)
{
    res->no_store = res->noindex = true;
    res->frame.title = words_in(title, req->lang);
    res->frame.description =
        words_in(SAY("Kijk of wat er van u op de kaart staat nog klopt."), req->lang);
}

static enum err handle(struct request *req, struct response *res)
{
    struct still_view *v = NEW(req->arena, struct still_view, 1);
    TRY(find(req, v));
    TRY(site_frame(req, &res->frame));
    if (str_is(req->query[0], "klopt"))
        v->done = SAY("Dank u. Het staat bevestigd op de kaart.");
    if (str_is(req->query[0], "gestopt"))
        v->done = SAY("Het staat nu als gestopt op de kaart.");
    if (str_is(req->query[0], "veranderd"))
        v->done = SAY("Dank u. De verandering staat op de kaart.");
    frame(req, res, SAY("Klopt dit nog?"));
    upkeep_still_page(response_page(req, res), v);
    if (v->state == ASKING_UNKNOWN) res->status = 404;
    return OK;
}

/* Of this organisation, not led elsewhere and not answered yet with this link; else NULL. */
static const struct still_line *line_of(const struct still_view *v, int64_t service)
{
    for (size_t i = 0; i < v->n; i++)
        if (v->lines[i].entry.id == service && !v->lines[i].answered &&
            !v->lines[i].entry.elsewhere)
            return &v->lines[i];
    return NULL;
}

static enum err answered(struct tx *tx, struct request *req, const struct still_view *v,
                         int64_t service, enum owner_says said)
{
    TRY(owner_answer_add(tx, v->q.id, service, said, req->today));
    TRY(owner_asking_answered(tx, v->q.id, req->today));
    return map_owner_seen(tx, v->q.owner, req->today);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct saying *f = form_values(req);
    struct still_view *v = NEW(req->arena, struct still_view, 1);
    TRY(find(req, v));
    const struct still_line *one = line_of(v, f->service);
    if (v->state != ASKING_OPEN || (f->what != SAYS_ALL && !one))
        return response_redirect(res, v->self); /* which explains itself */
    for (size_t i = 0; f->what == SAYS_ALL && i < v->n; i++) {
        if (!line_of(v, v->lines[i].entry.id) || v->lines[i].entry.status == SERVICE_DEFUNCT)
            continue;
        TRY(entry_confirm(tx, req, v->lines[i].entry.id, BY_OWNER));
        TRY(answered(tx, req, v, v->lines[i].entry.id, OWNER_RIGHT));
    }
    if (f->what == SAYS_RIGHT) {
        TRY(entry_confirm(tx, req, f->service, BY_OWNER));
        TRY(answered(tx, req, v, f->service, OWNER_RIGHT));
    } else if (f->what == SAYS_ENDED) {
        TRY(entry_stop(tx, req, f->service, BY_OWNER));
        TRY(answered(tx, req, v, f->service, OWNER_ENDED));
    }
    return response_redirect(res, PATH(req->arena, "/klopt-nog/{}?gedaan={}", v->code,
                                       f->what == SAYS_ENDED ? STR("gestopt") : STR("klopt")));
}

/* ---- one is changed ---- */

static enum err change_handle(struct request *req, struct response *res)
{
    struct still_view *v = NEW(req->arena, struct still_view, 1);
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1);
    TRY(find(req, v));
    if (v->state == ASKING_UNKNOWN) return FAIL(ERR_MISSING, "no such link");
    const struct still_line *one = line_of(v, req->param[1].number);
    if (v->state != ASKING_OPEN || !one) return response_redirect(res, v->self);
    TRY(site_frame(req, &res->frame));
    TRY(sheet_row_read(req->db, req->arena, one->entry.id, row));
    TRY(entry_show(req, row, false, &v->entry));
    v->name = one->entry.name;
    frame(req, res, SAY("Verander wat er staat"));
    v->self = (struct path){ req->path };
    upkeep_still_change_page(response_page(req, res), v);
    return OK;
}

static enum err change_act(struct tx *tx, struct request *req, struct response *res)
{
    struct still_view *v = NEW(req->arena, struct still_view, 1);
    struct sheet_row *before = NEW(req->arena, struct sheet_row, 1),
                     *after = NEW(req->arena, struct sheet_row, 1);
    struct entry_at_row about;
    bool found;
    int64_t service = req->param[1].number;
    TRY(find(req, v));
    if (v->state == ASKING_UNKNOWN) return FAIL(ERR_MISSING, "no such link");
    if (v->state != ASKING_OPEN || !line_of(v, service)) return response_redirect(res, v->self);
    TRY(entry_at(tx->db, req->arena, service, &about, &found));
    TRY(sheet_row_read(tx->db, req->arena, service, before));
    TRY(entry_unchanged(req, before, false));
    TRY(entry_read(req, before, false, after));
    after->cell[COL_ORGANISATION] = before->cell[COL_ORGANISATION]; /* it stays theirs */
    after->cell[COL_CONFIRMED] = day_text(req->arena, true, req->today);
    const struct sheet_source source = { .slug = about.source };
    TRY(sheet_row_put(tx, after, &source, BY_OWNER, req->now, &service));
    TRY(answered(tx, req, v, service, OWNER_CHANGED));
    return response_redirect(
        res, PATH(req->arena, "/klopt-nog/{}?gedaan=veranderd", req->param[0].text));
}

const struct page upkeep_still = {
    .path = "/klopt-nog/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
const struct page upkeep_still_change = {
    .path = "/klopt-nog/:code/#service",
    .who = WHO_ANYONE,
    .handle = change_handle,
    .form = &entry_form,
    .act = change_act,
    .file = __FILE__,
};
