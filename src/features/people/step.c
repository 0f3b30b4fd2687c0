/* step.c — /inloggen/sleutel: the password was right; now the passkey of that person. */
#include "features/people/inside.h"
#include "features/people/step.html.h"

#include "base/bytes.h"

struct proof {
    struct passkey_sent sent;
};
#define PART(member, name, most_) FIELD_LINE(struct proof, sent.member, name, .most = (most_))
static const struct field fields[] = {
    PART(id, "id", 1400),
    PART(client, "client", 8000),
    PART(authenticator, "authenticator", 4000),
    PART(signature, "signature", 1000),
    PART(person, "person", 100),
};
static const struct form form = FORM(struct proof, fields);

static enum err waiting(struct db *db, struct request *req, struct session_waiting_row *row,
                        bool *found)
{
    return session_waiting(db, req->arena, session_hash(req->arena, req->session),
                           session_since(req->now).step, row, found);
}

static enum err handle(struct request *req, struct response *res)
{
    struct passkey_site site;
    struct session_waiting_row row;
    struct step_view v = { 0 };
    bool found;
    TRY(waiting(req->db, req, &row, &found));
    if (!found && req->method == METHOD_POST) return FAIL(ERR_GONE, "halfway no longer");
    if (!found) return response_redirect(res, (struct path){ STR("/inloggen") });
    TRY(passkey_site_read(req->arena, req->site, &site));
    TRY(passkeys_known(req, row.person, &v.known));
    v.challenge = base64url_write(req->arena, row.challenge);
    v.rp_id = site.rp_id;
    v.go_on = req->query[0];
    v.failed = req->prepared != NULL;
    res->no_store = true;
    res->frame.title = words_in(SAY("Inloggen met uw toegangssleutel"), req->lang);
    res->frame.description = words_in(SAY("De tweede stap van het inloggen."), req->lang);
    step_page(response_page(req, res), &v);
    return OK;
}

/* Is it a passkey of this person, used here and now? `row` becomes what is kept of it. */
static enum err proven(struct tx *tx, struct request *req,
                       const struct session_waiting_row *who, struct passkey_find_row *row,
                       uint32_t *counter)
{
    const struct proof *proof = form_values(req);
    struct passkey_site site;
    struct str id;
    bool found;
    if (!challenge_holds(who->challenge, req->now)) return FAIL(ERR_WHO, "too late");
    TRY(passkey_site_read(req->arena, req->site, &site));
    TRY(passkey_id_read(req->arena, proof->sent.id, &id));
    TRY(passkey_find(tx->db, req->arena, id, row, &found));
    if (!found || row->person != who->person)
        return FAIL(ERR_WHO, "a passkey of nobody, or of another");
    return passkey_used(req->arena, &site, who->challenge, &proof->sent,
                        &(struct passkey_known){ .id = id,
                                                 .key = row->key,
                                                 .handle = who->handle,
                                                 .counter = (uint32_t)row->counter },
                        counter);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct session_waiting_row who;
    struct passkey_find_row key;
    struct str fresh;
    uint32_t counter;
    bool found;
    TRY(waiting(tx->db, req, &who, &found));
    if (!found) return response_redirect(res, (struct path){ STR("/inloggen") });
    const enum err result = proven(tx, req, &who, &key, &counter);
    if (result == ERR_INPUT || result == ERR_WHO) { /* the challenge is spent, right or wrong */
        TRY(challenge_make(req, &fresh));
        TRY(session_challenge_set(tx, session_hash(req->arena, req->session), fresh));
        req->prepared = req; /* says to `handle` that it failed */
        res->status = 422;
        return OK;
    }
    TRY(result);
    TRY(passkey_was_used(tx, key.id, (int64_t)counter, req->now));
    TRY(session_begin(tx, req, res, who.person, true));
    return response_redirect(res, go_on(req->query[0]));
}

const struct page people_step = {
    .path = "/inloggen/sleutel",
    .who = WHO_ANYONE,
    .query = "naar",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
