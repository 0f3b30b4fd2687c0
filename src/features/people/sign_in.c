/* sign_in.c — /inloggen and /uitloggen.
 *
 * Whoever exists or not, the answer has the same bytes and costs the same work: one password is
 * checked. Whether the try counts is decided in `act`, on the one thread that writes, so that trying
 * many at once wins nothing: a right password tells nothing either while somebody has to wait. */
#include "features/people/inside.h"
#include "features/people/sign_in.html.h"
#include "features/people/sign_out.html.h"

#include "base/bytes.h"

struct signing_in {
    struct str email, password;
};
static const struct words *no_email(void)
{
    return SAY("Vul uw e-mailadres in.");
}
static const struct words *no_password(void)
{
    return SAY("Vul uw wachtwoord in.");
}
static const struct field fields[] = {
    FIELD_LINE(struct signing_in, email, "e-mail", .required = true, .missing = no_email,
               .most = 254),
    FIELD_SECRET(struct signing_in, password, "wachtwoord", .required = true,
                 .missing = no_password),
};
static const struct form form = FORM(struct signing_in, fields);

struct tried { /* what `prepare` found out, and `act` decided */
    struct str email, kept, anew;
    bool right, failed;
    int64_t wait; /* seconds */
};

static enum err handle(struct request *req, struct response *res)
{
    const struct tried *tried = req->prepared;
    const struct str next = req->query[0];
    if (req->method == METHOD_GET && req->visitor.person)
        return response_redirect(res, go_on(next));
    if (tried && tried->wait)
        form_wrong(
            req, NULL,
            SAY("Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan nog eens."));
    else if (tried && tried->failed)
        form_wrong(req, NULL,
                   SAY("E-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na."));
    res->frame.title = words_in(SAY("Inloggen"), req->lang);
    res->frame.description = words_in(
        SAY("Voor wie aan een dialoog werkt. Lezen kan zonder in te loggen."), req->lang);
    sign_in_page(response_page(req, res),
                 &(struct sign_in_view){ .form = req->form, .go_on = next });
    return OK;
}

static enum err prepare(struct request *req)
{
    const struct signing_in *sent = form_values(req);
    struct tried *tried = req->prepared = NEW(req->arena, struct tried, 1);
    struct person_signing_in_row person;
    struct str salt;
    bool found;
    /* What cannot be an address is tried as one, and does not exist. */
    if (!people_email(req->arena, sent->email, &tried->email)) tried->email = sent->email;
    TRY(throttle_wait(req->db, req, tried->email, &tried->wait));
    if (tried->wait) return OK; /* no work for who has to wait */
    TRY(person_signing_in(req->db, req->arena, tried->email, &person, &found));
    tried->kept = found ? person.password : STR("");
    TRY(password_check(sent->password, tried->kept, &tried->right));
    if (!tried->right || !password_aged(tried->kept)) return OK;
    TRY(chance_bytes(req->arena, PASSWORD_SALT, &salt));
    return password_make(req->arena, sent->password, salt, &tried->anew);
}

/* The page again, and the count of what failed is kept: so it is no ERR_FORM. */
static enum err again(struct response *res, int status)
{
    res->status = status;
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct tried *tried = req->prepared;
    struct person_signing_in_row person;
    bool found;
    if (!tried->wait) TRY(throttle_wait(tx->db, req, tried->email, &tried->wait));
    if (tried->wait) return again(res, 429);
    TRY(person_signing_in(tx->db, req->arena, tried->email, &person, &found));
    /* Another password since: then this one was not checked. */
    if (!found || !tried->right || !str_eq(person.password, tried->kept)) {
        tried->failed = true;
        TRY(throttle_failed(tx, req, tried->email));
        return again(res, 422);
    }
    TRY(throttle_forget(tx, req, tried->email));
    if (tried->anew.n) TRY(person_password_set(tx, person.id, tried->anew));
    TRY(session_begin(tx, req, res, person.id, !person.guarded));
    const struct path next = go_on(req->query[0]);
    return response_redirect(
        res, person.guarded ? PATH(req->arena, "/inloggen/sleutel?naar={}", next.text) : next);
}

const struct page people_sign_in = {
    .path = "/inloggen",
    .who = WHO_ANYONE,
    .query = "naar",
    .handle = handle,
    .form = &form,
    .prepare = prepare,
    .act = act,
    .file = __FILE__,
};

/* ---- out ---- */

static const struct form nothing = { 0 };

/* Shown to who sent the form twice, or with a token of before: a session that is gone needs no second end. */
static enum err out_show(struct request *req, struct response *res)
{
    struct sign_out_view v = { .form = req->form };
    struct session_challenge_get_row row;
    if (req->session.n)
        TRY(session_challenge_get(req->db, req->arena, session_hash(req->arena, req->session),
                                  &row, &v.here));
    res->cookie_ends = req->session.n && !v.here;
    res->frame.title = words_in(SAY("Log uit"), req->lang);
    res->frame.description = words_in(SAY("Log uit op dit apparaat."), req->lang);
    sign_out_page(response_page(req, res), &v);
    return OK;
}

static enum err out(struct tx *tx, struct request *req, struct response *res)
{
    TRY(session_end(tx, session_hash(req->arena, req->session)));
    res->cookie_ends = true;
    return response_redirect(res, (struct path){ STR("/") });
}

/* For anyone: who may do nothing any more, or is halfway, can still go. */
const struct page people_sign_out = {
    .path = "/uitloggen",
    .who = WHO_ANYONE,
    .handle = out_show,
    .form = &nothing,
    .act = out,
    .file = __FILE__,
};
