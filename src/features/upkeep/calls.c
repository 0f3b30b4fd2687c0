/* calls.c — /beheer/kaart/bellen: who is called about an entry, because mail brought no answer or there is none. */
#include "features/upkeep/owner.h"

#include "features/upkeep/calls.html.h"

struct calling {
    int64_t service;
    int outcome;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct calling, service, "welk", .required = true),
    FIELD_CHOICE(struct calling, outcome, "hoe", "klopt veranderd gestopt niemand",
                 .required = true),
};
static const struct form form = FORM(struct calling, fields);

static struct day before(struct day today, int days)
{
    return (struct day){ today.n - days };
}

static enum err handle(struct request *req, struct response *res)
{
    struct calls_view v = { .self = { req->path } };
    TRY(keeper_of(req, &v.k));
    TRY(entries_to_call(req->db, req->arena, before(req->today, ASK_DAYS),
                        before(req->today, ASK_INITIATIVE_DAYS),
                        before(req->today, ASK_FORGET_DAYS), before(req->today, ASK_AGAIN_DAYS),
                        before(req->today, CALL_AGAIN_DAYS), v.k.all, v.k.person, &v.rows,
                        &v.n));
    v.phones = NEW(req->arena, struct url, v.n + 1);
    for (size_t i = 0; i < v.n; i++)
        if (v.rows[i].has_phone) v.phones[i] = phone_url(req->arena, v.rows[i].phone);
    if (str_is(req->query[0], "klopt")) v.done = SAY("Het staat bevestigd op de kaart.");
    if (str_is(req->query[0], "gestopt")) v.done = SAY("Het staat nu als gestopt op de kaart.");
    if (str_is(req->query[0], "niemand"))
        v.done = SAY("Genoteerd. Over twee weken staat het hier weer.");
    keep_frame(req, res, SAY("Bellijst"));
    res->no_store = true;
    upkeep_calls_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct calling *f = form_values(req);
    const enum call_outcome outcome = (enum call_outcome)f->outcome;
    struct entry_at_row about;
    struct keeper k;
    bool found;
    TRY(keeper_of(req, &k));
    TRY(entry_at(tx->db, req->arena, f->service, &about, &found));
    if (!found) return FAIL(ERR_MISSING, "no such entry");
    TRY(keeper_admit(req, &k, f->service));
    const char *to = "klopt";
    if (outcome == CALL_CHANGED) /* written down there; nothing is confirmed yet */
        return response_redirect(res, PATH(req->arena, "/beheer/kaart/{}",
                                           number_text(req->arena, true, f->service)));
    if (outcome == CALL_NOT_REACHED) {
        TRY(map_leave(tx, f->service));
        TRY(entry_call_add(tx, f->service, req->today, outcome));
        TRY(map_enter(tx, f->service));
        to = "niemand";
    } else {
        TRY(entry_call_add(tx, f->service, req->today, outcome));
        if (outcome == CALL_RIGHT) TRY(entry_confirm(tx, req, f->service, k.by));
        if (outcome == CALL_ENDED) {
            TRY(entry_stop(tx, req, f->service, k.by));
            to = "gestopt";
        }
    }
    return response_redirect(res,
                             PATH(req->arena, "/beheer/kaart/bellen?gedaan={}", str_of(to)));
}

const struct page upkeep_calls = {
    .path = "/beheer/kaart/bellen",
    .who = WHO_READER,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
