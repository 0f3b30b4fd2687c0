/* roles.c — giving a role and taking it away, with the rules of who may do so to whom.
 *
 * Administrators give any role, everywhere. Editors of a dialogue give what is below their own, there,
 * and to nobody who stands as high as they do. One administrator who can sign in always remains. */
#include "features/history/history.h"
#include "features/people/inside.h"

#include "base/bytes.h"

/* Is this the role of the only one left who may do everything? */
static enum err is_last(struct tx *tx, int64_t person, enum who role, int64_t dialogue,
                        bool *last)
{
    int64_t others;
    *last = false;
    if (role != WHO_ADMINISTRATOR || dialogue) return OK;
    TRY(administrators_besides(tx->db, person, &others));
    *last = others == 0;
    return OK;
}

static enum err may_give(struct tx *tx, struct request *req, int64_t person, enum who role,
                         int64_t dialogue)
{
    struct role_at_row had;
    bool has = false, last = false;
    if (person) TRY(role_at(tx->db, req->arena, person, dialogue, &had, &has));
    if (has && role < had.role) TRY(is_last(tx, person, had.role, dialogue, &last));
    if (last)
        form_wrong(req, "rol",
                   SAY("Maak eerst iemand anders beheerder. Er moet er altijd één zijn."));
    if (role == WHO_ADMINISTRATOR && dialogue)
        form_wrong(req, "waar", SAY("Kies ‘Overal’: een beheerder is dat voor alles."));
    if (req->visitor.role != WHO_ADMINISTRATOR &&
        (role >= req->visitor.role || (has && had.role >= req->visitor.role) || !dialogue))
        form_wrong(req, "rol", SAY("Vraag dit aan een beheerder."));
    return form_checked(req);
}

enum err role_give(struct tx *tx, struct request *req, int64_t person,
                   const struct role_asked *asked, struct invited *invited)
{
    struct person_new who = { asked->name, asked->email, (enum who)(asked->role + 1),
                              asked->where };
    struct person_find_row found_row;
    struct dialogue_by_id_row dialogue;
    bool found;
    if (asked->where) {
        TRY(dialogue_by_id(tx->db, req->arena, asked->where, &dialogue, &found));
        if (!found) form_wrong(req, "waar", SAY("Kies een dialoog die er is."));
    }
    if (!people_email(req->arena, who.email, &who.email))
        form_wrong(req, "e-mail", SAY("Vul een adres in zoals naam@voorbeeld.nl."));
    TRY(form_checked(req));
    if (!person) {
        TRY(person_find(tx->db, req->arena, who.email, &found_row, &found));
        if (found && found_row.has_ended && req->visitor.role != WHO_ADMINISTRATOR)
            form_wrong(req, "e-mail", SAY("Vraag dit aan een beheerder."));
        if (found) person = found_row.id;
    }
    TRY(may_give(tx, req, person, who.role, who.dialogue));
    return people_add(tx, req, &who, invited);
}

enum err role_remove(struct tx *tx, struct request *req, int64_t role)
{
    struct role_get_row row;
    bool found, last;
    TRY(role_get(tx->db, req->arena, role, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such role");
    TRY(is_last(tx, row.person, row.role, row.has_dialogue ? row.dialogue : 0, &last));
    if (last) return FAIL(ERR_CLASH, "the last administrator");
    TRY(role_take(tx, role));
    return history_write(tx, req,
                         &(struct change){ .dialogue = row.has_dialogue ? row.dialogue : 0,
                                           .thing = THING_PERSON,
                                           .number = row.person,
                                           .act = ACT_ROLE,
                                           .before = people_role_word(row.role) },
                         NULL);
}

enum err role_lines(struct request *req, int64_t person, struct role_line **lines, size_t *n)
{
    struct roles_of_row *rows;
    TRY(roles_of(req->db, req->arena, person, lang_about(req->lang)->code, &rows, n));
    *lines = NEW(req->arena, struct role_line, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*lines)[i] = (struct role_line){ rows[i].id, role_words(rows[i].role), rows[i].title,
                                          rows[i].lang };
    return OK;
}

enum err passkeys_known(struct request *req, int64_t person, struct str *known)
{
    struct passkeys_of_row *keys;
    size_t n;
    TRY(passkeys_of(req->db, req->arena, person, &keys, &n));
    *known = STR("");
    for (size_t i = 0; i < n; i++)
        *known = arena_format(req->arena, "%.*s%s%.*s", STR_ARG(*known), i ? " " : "",
                              STR_ARG(base64url_write(req->arena, keys[i].credential)));
    return OK;
}
