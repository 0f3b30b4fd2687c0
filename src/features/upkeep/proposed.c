/* proposed.c — what was proposed: the page of who proposed it (/kaart/voorstel/:code), the list of what waits and the
 * page where it is accepted or refused (/beheer/kaart/voorstellen, …/#proposal). */
#include "features/upkeep/proposal.h"

#include "features/upkeep/proposed.html.h"
#include "features/upkeep/proposed_own.html.h"
#include "features/upkeep/proposals.html.h"
#include "features/voices/voices.h"

enum { DO_TAKE, DO_REFUSE };
struct deciding {
    struct numbers fields;
    struct str reason, basis;
    int what;
};
static const struct field decide_fields[] = {
    FIELD_NUMBERS(struct deciding, fields, "veld"),
    FIELD_CHOICE(struct deciding, what, "doe", "neem weiger", .required = true),
    FIELD_TEXT(struct deciding, reason, "reden", .most = 1000),
    FIELD_BASIS(struct deciding),
};
static const struct form decide_form = FORM(struct deciding, decide_fields);

/* ---- one ---- */

/* The row it is about, as it is now: empty for what is new. */
static enum err row_of(struct request *req, const struct proposal_open_row *p,
                       struct sheet_row *row)
{
    if (p->has_service) return sheet_row_read(req->db, req->arena, p->service, row);
    *row = (struct sheet_row){ 0 };
    row->cell[COL_KIND] = STR("service");
    row->cell[COL_STATUS] = STR("active");
    return OK;
}

static enum err differences(struct request *req, struct proposed_view *v,
                            const struct sheet_row *row)
{
    struct proposal_fields_row *fields;
    TRY(proposal_fields(req->db, req->arena, v->p.id, &fields, &v->n));
    v->at = NEW(req->arena, struct difference, v->n + 1);
    struct str *now = NEW(req->arena, struct str, v->n + 1);
    for (size_t i = 0; i < v->n; i++) {
        now[i] = row_get(row, fields[i].field);
        v->at[i] = (struct difference){
            .label = field_label(req->arena, fields[i].field, req->lang),
            .before = field_text(req, fields[i].field, fields[i].previous),
            .after = field_text(req, fields[i].field, fields[i].replacement),
            .now = field_text(req, fields[i].field, now[i]),
            .moved = v->p.state == PROPOSAL_WAITS && v->p.has_service &&
                     !str_eq(now[i], fields[i].previous),
            .taken = fields[i].taken,
        };
        v->moved |= v->at[i].moved;
    }
    v->basis = edit_basis(req->arena, now, v->n);
    return OK;
}

/* ---- of who proposed it ---- */

static enum err own_handle(struct request *req, struct response *res)
{
    struct proposed_view v = { .self = { req->path } };
    struct proposal_by_hash_row row;
    struct sheet_row *sheet = NEW(req->arena, struct sheet_row, 1);
    struct str code;
    TRY(site_frame(req, &res->frame));
    res->no_store = res->noindex = true;
    if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(proposal_by_hash(req->db, req->arena, receipt_hash(req->arena, code), &row,
                             &v.found));
    if (v.found) {
        TRY(proposal_open(req->db, req->arena, row.id, &v.p, &v.found));
        TRY(row_of(req, &v.p, sheet));
        TRY(differences(req, &v, sheet));
    }
    if (str_is(req->query[0], "verstuurd"))
        v.done = SAY("Dank u. Iemand kijkt ernaar. Bewaar het adres van deze pagina.");
    res->frame.title = words_in(SAY("Uw voorstel"), req->lang);
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    upkeep_proposed_own_page(response_page(req, res), &v);
    if (!v.found) res->status = 404;
    return OK;
}

/* ---- at the desk ---- */

static enum err list_handle(struct request *req, struct response *res)
{
    struct proposals_view v = { .self = { req->path } };
    int64_t after = 0;
    TRY(keeper_of(req, &v.k));
    if (req->query[0].n && !str_number(req->query[0], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no proposal");
    TRY(proposals_waiting(req->db, req->arena, after, v.k.all, v.k.person, &v.rows, &v.n));
    v.paged = after > 0;
    v.more = v.n == proposals_waiting_limit;
    if (str_is(req->query[1], "genomen")) v.done = SAY("Het staat nu op de kaart.");
    if (str_is(req->query[1], "geweigerd")) v.done = SAY("Het voorstel is geweigerd.");
    keep_frame(req, res, SAY("Voorstellen"));
    res->no_store = true;
    upkeep_proposals_page(response_page(req, res), &v);
    return OK;
}

static enum err admit_to(struct request *req, struct keeper *k, struct proposed_view *v)
{
    TRY(keeper_of(req, k));
    TRY(proposal_open(req->db, req->arena, req->param[0].number, &v->p, &v->found));
    if (!v->found) return FAIL(ERR_MISSING, "no such proposal");
    if (v->p.has_service) return keeper_admit(req, k, v->p.service);
    return k->all ? OK : FAIL(ERR_MISSING, "something new is for an administrator");
}

static void put_all(struct sheet_row *row, const struct proposal_fields_row *fields, size_t n)
{
    for (size_t i = 0; i < n; i++) row_set(row, fields[i].field, fields[i].replacement);
}

static enum err handle(struct request *req, struct response *res)
{
    struct proposed_view v = { .self = { req->path }, .form = req->form, .desk = true };
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1),
                     *after = NEW(req->arena, struct sheet_row, 1);
    struct proposal_fields_row *fields;
    struct keeper k;
    size_t n;
    TRY(admit_to(req, &k, &v));
    TRY(row_of(req, &v.p, row));
    TRY(differences(req, &v, row));
    TRY(proposal_fields(req->db, req->arena, v.p.id, &fields, &n));
    *after = *row;
    put_all(after, fields, n);
    if (!v.p.has_service) TRY(entry_locate(req, after->cell, NULL));
    TRY(entry_twins(req, v.p.has_service ? v.p.service : 0, row, after, &v.twins, &v.twins_n));
    keep_frame(req, res, SAY("Voorstel"));
    res->no_store = true;
    upkeep_proposed_page(response_page(req, res), &v);
    return OK;
}

struct faulty {
    struct request *req;
};
static void tell(void *with, const struct sheet_fault *fault)
{
    struct request *req = ((struct faulty *)with)->req;
    form_wrong_said(
        req, NULL,
        arena_format(req->arena, "%.*s: %.*s",
                     STR_ARG(column_label(req->arena, fault->column, fault->place, req->lang)),
                     STR_ARG(words_in(fault->what, req->lang))));
}

/* What was ticked, put in the row; the rest stays as it is. */
static enum err put_chosen(struct tx *tx, struct request *req, const struct proposed_view *v,
                           const struct deciding *f, struct sheet_row *after)
{
    struct proposal_fields_row *fields;
    struct faulty faulty = { req };
    size_t n;
    TRY(proposal_fields(tx->db, req->arena, v->p.id, &fields, &n));
    for (size_t i = 0; i < n; i++) {
        if (!form_chosen_number(req->form, "veld", (int64_t)i + 1)) continue;
        row_set(after, fields[i].field, fields[i].replacement);
        TRY(proposal_take_field(tx, v->p.id, fields[i].field));
    }
    if (!f->fields.n) form_wrong(req, NULL, SAY("Kies wat u overneemt."));
    sheet_row_check(req->arena, after, req->now, tell, &faulty);
    return form_checked(req);
}

static enum err take(struct tx *tx, struct request *req, const struct proposed_view *v,
                     const struct deciding *f, struct sheet_row *row)
{
    struct sheet_row *after = NEW(req->arena, struct sheet_row, 1);
    struct sheet_source source = { 0 };
    struct entry_at_row about;
    int64_t service = v->p.has_service ? v->p.service : 0;
    bool found;
    *after = *row;
    TRY(put_chosen(tx, req, v, f, after));
    TRY(entry_locate(req, after->cell, service ? row->cell : NULL));
    for (size_t p = 0; p < after->places_n; p++)
        TRY(entry_locate(req, after->places[p], p < row->places_n ? row->places[p] : NULL));
    if (service) {
        TRY(entry_at(tx->db, req->arena, service, &about, &found));
        if (about.elsewhere) return FAIL(ERR_WHO, "the source of the entry leads");
        source.slug = about.source;
    } else
        TRY(entry_new(req, after, &source));
    TRY(sheet_row_put(tx, after, &source, BY_RESIDENT, req->now, &service));
    return proposal_decide(tx, v->p.id, PROPOSAL_TAKEN, req->now, STR(""), true, service);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct deciding *f = form_values(req);
    struct proposed_view v = { 0 };
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1);
    struct keeper k;
    TRY(admit_to(req, &k, &v));
    TRY(row_of(req, &v.p, row));
    TRY(differences(req, &v, row));
    if (v.p.state != PROPOSAL_WAITS)
        form_wrong(req, NULL, SAY("Een collega besliste hier net over."));
    else if (f->what == DO_TAKE && !str_eq(f->basis, v.basis))
        form_wrong(req, NULL,
                   SAY("Dit veranderde net. Kijk wat er nu staat en beslis dan opnieuw."));
    if (f->what == DO_REFUSE && !str_trim(f->reason).n)
        form_wrong(req, "reden", SAY("Schrijf waarom. Wie dit voorstelde leest het."));
    TRY(form_checked(req));
    if (f->what == DO_TAKE)
        TRY(take(tx, req, &v, f, row));
    else
        TRY(proposal_decide(tx, v.p.id, PROPOSAL_REFUSED, req->now, str_trim(f->reason),
                            v.p.has_service, v.p.service));
    return response_redirect(
        res, (struct path){ f->what == DO_TAKE
                                ? STR("/beheer/kaart/voorstellen?gedaan=genomen")
                                : STR("/beheer/kaart/voorstellen?gedaan=geweigerd") });
}

const struct page upkeep_proposed_own = {
    .path = "/kaart/voorstel/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = own_handle,
    .file = __FILE__,
};
const struct page upkeep_proposals = {
    .path = "/beheer/kaart/voorstellen",
    .who = WHO_READER,
    .query = "na gedaan",
    .handle = list_handle,
    .file = __FILE__,
};
const struct page upkeep_proposed = {
    .path = "/beheer/kaart/voorstellen/#proposal",
    .who = WHO_READER,
    .handle = handle,
    .form = &decide_form,
    .act = act,
    .file = __FILE__,
};
