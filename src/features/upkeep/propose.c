/* propose.c — /kaart/:service/verander and /kaart/mist-er-iets: anybody proposes a change or a new entry. No account,
 * no name; the code of the page behind it tells what became of it. */
#include "features/upkeep/proposal.h"

#include "base/bytes.h"
#include "features/upkeep/propose.html.h"
#include "features/voices/voices.h"

enum { HERE = 20, EVERYWHERE = 200, HOUR = 3600, WAITING_HERE = 10, WAITING = 1000 };

/* The entry that is named, and its row. Fails: ERR_MISSING. */
static enum err find(struct request *req, int64_t *service, struct entry_at_row *about,
                     struct sheet_row *row)
{
    struct service_named_row named;
    bool found;
    TRY(service_named(req->db, req->arena, req->param[0].text, &named, &found));
    if (!found) return FAIL(ERR_MISSING, "no service of that name");
    *service = named.id;
    TRY(entry_at(req->db, req->arena, named.id, about, &found));
    return sheet_row_read(req->db, req->arena, named.id, row);
}

static enum err show(struct request *req, struct response *res, struct propose_view *v,
                     const struct sheet_row *row)
{
    TRY(site_frame(req, &res->frame));
    TRY(entry_show(req, row, true, &v->entry));
    v->self = (struct path){ req->path };
    res->frame.title = words_in(v->title, req->lang);
    res->frame.description = words_in(v->lead, req->lang);
    res->noindex = true;
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, v->self, res->frame.title);
    upkeep_propose_page(response_page(req, res), v);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct propose_view *v = NEW(req->arena, struct propose_view, 1);
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1);
    struct entry_at_row about;
    int64_t service;
    TRY(find(req, &service, &about, row));
    v->title = SAY("Stel een verandering voor");
    v->lead = SAY("Verander wat niet klopt. Iemand kijkt ernaar voordat het op de kaart komt.");
    v->back = PATH(req->arena, "/kaart/{}", about.slug);
    return show(req, res, v, row);
}

static enum err new_handle(struct request *req, struct response *res)
{
    struct propose_view *v = NEW(req->arena, struct propose_view, 1);
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1);
    row->cell[COL_KIND] = STR("initiative");
    row->cell[COL_STATUS] = STR("active");
    v->title = SAY("Mist er iets op de kaart?");
    v->lead = SAY("Vertel wat er nog is. Iemand kijkt ernaar voordat het op de kaart komt.");
    v->back = (struct path){ STR("/kaart") };
    v->fresh = true;
    return show(req, res, v, row);
}

/* Somebody reads each of them, so a machine that sends thousands is stopped. */
static enum err not_too_many(struct tx *tx, struct request *req, int64_t service)
{
    const struct brake brakes[] = {
        { .what = "propose here", .client = req->client, .most = HERE, .seconds = HOUR },
        { .what = "propose", .most = EVERYWHERE, .seconds = HOUR },
    };
    int64_t here = 0, all = 0;
    if (service) TRY(proposals_waiting_for(tx->db, service, &here));
    TRY(proposals_waiting_n(tx->db, &all));
    if (here >= WAITING_HERE || all >= WAITING)
        form_wrong(
            req, NULL,
            SAY("Hier wachten al veel voorstellen. Probeer het over een week nog eens."));
    return brakes_pass(
        tx, req, brakes, COUNT_OF(brakes),
        SAY("Hier kwamen net veel voorstellen binnen. Probeer het over een uur nog eens."));
}

static enum err keep(struct tx *tx, struct request *req, struct response *res, int64_t service,
                     const struct sheet_row *before, const struct sheet_row *after)
{
    const struct entry_form *f = form_values(req);
    struct row_change *changes;
    struct str chance;
    int64_t id;
    const size_t n = row_changes(req->arena, before, after, &changes);
    if (!n) form_wrong(req, NULL, SAY("U veranderde nog niets. Verander eerst iets."));
    TRY(form_checked(req));
    TRY(not_too_many(tx, req, service));
    TRY(chance_bytes(req->arena, RECEIPT_CODE, &chance));
    const struct str code = receipt_letters(req->arena, chance);
    TRY(proposal_add(tx, service != 0, service, req->now, f->note,
                     receipt_hash(req->arena, code), &id));
    for (size_t i = 0; i < n; i++)
        TRY(proposal_field_add(tx, id, changes[i].field, changes[i].before, changes[i].after));
    return response_redirect(res, PATH(req->arena, "/kaart/voorstel/{}?gedaan=verstuurd",
                                       code_slug(req->arena, code)));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct sheet_row *before = NEW(req->arena, struct sheet_row, 1),
                     *after = NEW(req->arena, struct sheet_row, 1);
    struct entry_at_row about;
    int64_t service;
    TRY(find(req, &service, &about, before));
    TRY(entry_unchanged(req, before, true));
    TRY(entry_read(req, before, true, after));
    return keep(tx, req, res, service, before, after);
}

static enum err new_act(struct tx *tx, struct request *req, struct response *res)
{
    struct sheet_row *before = NEW(req->arena, struct sheet_row, 1),
                     *after = NEW(req->arena, struct sheet_row, 1);
    after->cell[COL_STATUS] = STR("active");
    TRY(entry_read(req, before, true, after));
    return keep(tx, req, res, 0, before, after);
}

const struct page upkeep_propose = {
    .path = "/kaart/:service/verander",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &entry_form,
    .act = act,
    .file = __FILE__,
};
const struct page upkeep_propose_new = {
    .path = "/kaart/mist-er-iets",
    .who = WHO_ANYONE,
    .handle = new_handle,
    .form = &entry_form,
    .act = new_act,
    .file = __FILE__,
};
