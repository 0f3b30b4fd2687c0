/* own_password.c — the password of who is signed in, asked again before an account changes hands. A wrong one
 * counts as a try to sign in. */
#include "features/people/inside.h"

enum err own_password_try(struct request *req, struct str typed, struct own_password *p)
{
    struct person_get_row me;
    bool found;
    TRY(person_get(req->db, req->arena, req->visitor.person, &me, &found));
    if (!found) return FAIL(ERR_MISSING, "nobody");
    *p = (struct own_password){ .name = me.name, .email = me.email, .was = me.password };
    TRY(throttle_wait(req->db, req, p->email, &p->wait));
    return p->wait ? OK : password_check(typed, p->was, &p->right);
}

enum err own_password_holds(struct tx *tx, struct request *req, struct response *res,
                            struct own_password *p, bool *holds)
{
    struct person_get_row me;
    bool found;
    if (!p->wait) TRY(throttle_wait(tx->db, req, p->email, &p->wait));
    TRY(person_get(tx->db, req->arena, req->visitor.person, &me, &found));
    p->failed = !found || !p->right || !str_eq(me.password, p->was);
    *holds = !p->wait && !p->failed;
    if (*holds) return throttle_forget(tx, req, p->email);
    if (!p->wait) TRY(throttle_failed(tx, req, p->email));
    res->status = p->wait ? 429 : 422; /* kept: the count of what failed */
    return OK;
}

void own_password_say(struct request *req, const struct own_password *p)
{
    if (p && p->wait)
        form_wrong(
            req, "nu",
            SAY("Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan nog eens."));
    else if (p && p->failed)
        form_wrong(req, "nu", SAY("Dit is niet uw wachtwoord van nu."));
}
