/* me.c — /beheer/ik: my name, where I am signed in, my passkeys; and ending a session. */
#include "features/people/inside.h"
#include "features/people/me.html.h"

struct my_name {
    struct str name;
};
static const struct field fields[] = {
    FIELD_LINE(struct my_name, name, "naam", .required = true, .most = 200),
};
static const struct form form = FORM(struct my_name, fields);

static const struct words *done_words(struct str done)
{
    return str_is(done, "naam") ? SAY("Uw naam is veranderd.")
           : str_is(done, "wachtwoord")
               ? SAY("Uw wachtwoord is veranderd. Op andere apparaten bent u uitgelogd.")
           : str_is(done, "uit")     ? SAY("Daar bent u nu uitgelogd.")
           : str_is(done, "sleutel") ? SAY("De toegangssleutel is toegevoegd. Na uw wachtwoord "
                                           "vragen wij er voortaan om.")
           : str_is(done, "weg")     ? SAY("De toegangssleutel is weggehaald.")
                                     : NULL;
}

static enum err sessions_fill(struct request *req, struct me_view *v)
{
    struct sessions_of_row *rows;
    const struct since since = session_since(req->now);
    const struct str here = session_of_visitor(req);
    TRY(sessions_of(req->db, req->arena, req->visitor.person, since.used, since.made, &rows,
                    &v->sessions_n));
    v->sessions = NEW(req->arena, struct my_session, v->sessions_n + 1);
    for (size_t i = 0; i < v->sessions_n; i++)
        v->sessions[i] = (struct my_session){ .id = rows[i].id,
                                              .device = rows[i].device,
                                              .made = day_at(rows[i].made),
                                              .seen = day_at(rows[i].seen),
                                              .here = str_eq(rows[i].hash, here) };
    return OK;
}

static enum err passkeys_fill(struct request *req, struct me_view *v)
{
    struct passkeys_of_row *rows;
    TRY(passkeys_of(req->db, req->arena, req->visitor.person, &rows, &v->passkeys_n));
    v->passkeys = NEW(req->arena, struct my_passkey, v->passkeys_n + 1);
    for (size_t i = 0; i < v->passkeys_n; i++)
        v->passkeys[i] = (struct my_passkey){ .id = rows[i].id,
                                              .name = rows[i].name,
                                              .made = day_at(rows[i].made),
                                              .used = day_at(rows[i].used),
                                              .was_used = rows[i].has_used };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct person_get_row me;
    struct me_view v = { .form = req->form, .done = done_words(req->query[0]) };
    bool found;
    TRY(person_get(req->db, req->arena, req->visitor.person, &me, &found));
    if (!found) return FAIL(ERR_MISSING, "nobody");
    form_fill(req, "naam", me.name);
    v.email = me.email;
    TRY(sessions_fill(req, &v));
    TRY(passkeys_fill(req, &v));
    res->frame.title = words_in(SAY("Uw account"), req->lang);
    res->frame.description =
        words_in(SAY("Naam, wachtwoord, toegangssleutels en waar u bent ingelogd."), req->lang);
    me_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct my_name *sent = form_values(req);
    TRY(person_name_set(tx, req->visitor.person, sent->name));
    TRY(person_note(tx, req, req->visitor.person, req->visitor.person, "name"));
    return response_redirect(res, (struct path){ STR("/beheer/ik?gedaan=naam") });
}

const struct page people_me = {
    .path = "/beheer/ik",
    .who = WHO_READER,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- ending sessions ---- */

static enum err end_one(struct tx *tx, struct request *req, struct response *res)
{
    TRY(session_end_one(tx, req->param[0].number, req->visitor.person));
    return response_redirect(res, (struct path){ STR("/beheer/ik?gedaan=uit") });
}

static enum err end_others(struct tx *tx, struct request *req, struct response *res)
{
    TRY(sessions_end_others(tx, req->visitor.person, session_of_visitor(req)));
    return response_redirect(res, (struct path){ STR("/beheer/ik?gedaan=uit") });
}

static const struct form nothing = { 0 };

const struct page people_session_end = {
    .path = "/beheer/ik/sessie/#session/uit",
    .who = WHO_READER,
    .form = &nothing,
    .act = end_one,
    .file = __FILE__,
};
const struct page people_sessions_end = {
    .path = "/beheer/ik/sessies/uit",
    .who = WHO_READER,
    .form = &nothing,
    .act = end_others,
    .file = __FILE__,
};
