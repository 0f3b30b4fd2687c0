/* my_passkeys.c — /beheer/ik/sleutel: a passkey of my own is added, or goes; for who knows the password. */
#include "features/people/inside.h"
#include "features/people/new_passkey.html.h"
#include "features/people/own_password.html.h"

#include "base/bytes.h"

enum { PASSKEYS_MOST = 20 };

/* ---- the password again, before either ---- */

struct proof_asked {
    struct str now;
};
static const struct field proof_fields[] = {
    FIELD_SECRET(struct proof_asked, now, "nu", .required = true),
};
static const struct form proof = FORM(struct proof_asked, proof_fields);

static enum err prove(struct request *req)
{
    const struct proof_asked *sent = form_values(req);
    struct own_password *own = NEW(req->arena, struct own_password, 1);
    TRY(own_password_try(req, sent->now, own));
    req->prepared = own;
    return OK;
}

static enum err ask_proof(struct request *req, struct response *res,
                          struct own_password_view *v)
{
    struct person_get_row me;
    bool found;
    TRY(person_get(req->db, req->arena, req->visitor.person, &me, &found));
    if (!found) return FAIL(ERR_MISSING, "nobody");
    own_password_say(req, req->prepared);
    v->form = req->form;
    v->email = me.email;
    res->frame.title = words_in(v->passkey ? SAY("Haal een toegangssleutel weg")
                                           : SAY("Voeg een toegangssleutel toe"),
                                req->lang);
    res->frame.description = words_in(SAY("Laat eerst zien dat u het bent."), req->lang);
    own_password_page(response_page(req, res), v);
    return OK;
}

/* ---- beginning: what is to be signed is kept with the session ---- */

static enum err begin_show(struct request *req, struct response *res)
{
    return ask_proof(req, res, &(struct own_password_view){ .passkey = 0 });
}

static enum err begin_new(struct tx *tx, struct request *req, struct response *res)
{
    struct str challenge;
    bool holds;
    TRY(own_password_holds(tx, req, res, req->prepared, &holds));
    if (!holds) return OK;
    TRY(challenge_make(req, &challenge));
    TRY(session_challenge_set(tx, session_of_visitor(req), challenge));
    return response_redirect(res, (struct path){ STR("/beheer/ik/sleutel") });
}

const struct page people_passkey_begin = {
    .path = "/beheer/ik/sleutel/nieuw",
    .who = WHO_READER,
    .handle = begin_show,
    .form = &proof,
    .prepare = prove,
    .act = begin_new,
    .file = __FILE__,
};

/* ---- making ---- */

struct made_sent {
    struct str name, client, attestation;
};
static const struct field fields[] = {
    FIELD_LINE(struct made_sent, name, "naam", .required = true, .most = 60),
    FIELD_LINE(struct made_sent, client, "client", .most = 8000),
    FIELD_LINE(struct made_sent, attestation, "attestation", .most = 20000),
};
static const struct form form = FORM(struct made_sent, fields);

static enum err challenge_of(struct db *db, struct request *req, struct str *challenge)
{
    struct session_challenge_get_row row;
    bool found;
    TRY(session_challenge_get(db, req->arena, session_of_visitor(req), &row, &found));
    *challenge = found ? row.challenge : (struct str){ 0 };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct new_passkey_view v = { .form = req->form, .failed = req->prepared != NULL };
    struct passkey_site site;
    struct person_get_row me;
    struct str challenge;
    bool found;
    TRY(challenge_of(req->db, req, &challenge));
    TRY(person_get(req->db, req->arena, req->visitor.person, &me, &found));
    if (!found) return FAIL(ERR_MISSING, "nobody");
    if (!challenge.n && req->method == METHOD_GET)
        return response_redirect(res, (struct path){ STR("/beheer/ik") });
    TRY(passkey_site_read(req->arena, req->site, &site));
    TRY(passkeys_known(req, req->visitor.person, &v.known));
    form_fill(req, "naam", device_of(req->arena, req->user_agent));
    v.challenge = base64url_write(req->arena, challenge);
    v.rp_id = site.rp_id;
    v.title = res->frame.site;
    v.person = base64url_write(req->arena, me.handle);
    v.email = me.email;
    res->frame.title = words_in(SAY("Voeg een toegangssleutel toe"), req->lang);
    res->frame.description = words_in(SAY("Een tweede bewijs dat u het bent."), req->lang);
    new_passkey_page(response_page(req, res), &v);
    return OK;
}

static enum err made(struct request *req, struct str challenge, struct passkey_made *key)
{
    const struct made_sent *sent = form_values(req);
    struct passkey_site site;
    if (!challenge_holds(challenge, req->now)) return FAIL(ERR_WHO, "too late");
    TRY(passkey_site_read(req->arena, req->site, &site));
    return passkey_made(req->arena, &site, challenge, sent->client, sent->attestation, key);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct made_sent *sent = form_values(req);
    struct passkeys_of_row *keys;
    struct passkey_made key;
    struct str challenge, fresh;
    int64_t id;
    size_t n;
    TRY(challenge_of(tx->db, req, &challenge));
    enum err result = made(req, challenge, &key);
    TRY(passkeys_of(tx->db, req->arena, req->visitor.person, &keys, &n));
    if (result == OK && n >= PASSKEYS_MOST) return FAIL(ERR_LIMIT, "twenty passkeys");
    if (result == OK)
        result = passkey_add(tx, req->visitor.person, key.id, key.key, (int64_t)key.counter,
                             sent->name, req->now, &id);
    TRY(challenge_make(req, &fresh)); /* the one of before is spent, right or wrong */
    TRY(session_challenge_set(tx, session_of_visitor(req), result == OK ? STR("") : fresh));
    if (result == ERR_INPUT || result == ERR_WHO || result == ERR_CLASH) {
        req->prepared = req; /* says to `handle` that it failed */
        res->status = 422;
        return OK;
    }
    TRY(result);
    TRY(person_note(tx, req, req->visitor.person, req->visitor.person, "passkey"));
    return response_redirect(res, (struct path){ STR("/beheer/ik?gedaan=sleutel") });
}

const struct page people_passkey = {
    .path = "/beheer/ik/sleutel",
    .who = WHO_READER,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- away ---- */

static enum err away_show(struct request *req, struct response *res)
{
    struct own_password_view v = { .passkey = req->param[0].number };
    struct passkeys_of_row *keys;
    size_t n;
    TRY(passkeys_of(req->db, req->arena, req->visitor.person, &keys, &n));
    for (size_t i = 0; i < n; i++)
        if (keys[i].id == v.passkey) v.name = keys[i].name;
    if (!v.name.n) return FAIL(ERR_MISSING, "no passkey of this person");
    return ask_proof(req, res, &v);
}

static enum err away(struct tx *tx, struct request *req, struct response *res)
{
    bool holds;
    TRY(own_password_holds(tx, req, res, req->prepared, &holds));
    if (!holds) return OK;
    TRY(passkey_remove(tx, req->param[0].number, req->visitor.person));
    TRY(person_note(tx, req, req->visitor.person, req->visitor.person, "passkey removed"));
    return response_redirect(res, (struct path){ STR("/beheer/ik?gedaan=weg") });
}

const struct page people_passkey_away = {
    .path = "/beheer/ik/sleutel/#passkey/weg",
    .who = WHO_READER,
    .handle = away_show,
    .form = &proof,
    .prepare = prove,
    .act = away,
    .file = __FILE__,
};
