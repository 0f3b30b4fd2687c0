/* people.c — see people.h: who is added, invited, and with which password. */
#include "features/people/people.h"

#include <string.h>

#include "base/bytes.h"
#include "features/history/history.h"
#include "features/people/inside.h"
#include "web/token.h"

enum { CODE = 24, EMAIL_MOST = 254, NAME_MOST = 200 };

bool people_email(struct arena *a, struct str typed, struct str *email)
{
    const struct str x = str_trim(typed);
    const size_t at = str_find(x, STR("@"));
    if (x.n > EMAIL_MOST || !at || at == SIZE_MAX || at + 1 == x.n ||
        str_find(str_from(x, at + 1), STR("@")) != SIZE_MAX ||
        str_find(str_from(x, at + 1), STR(".")) == SIZE_MAX)
        return false;
    char *to = arena_take(a, x.n + 1, 1);
    for (size_t i = 0; i < x.n; i++) {
        if ((unsigned char)x.s[i] <= ' ' || strchr("\"<>(),;:\\[]\x7f", x.s[i])) return false;
        to[i] = x.s[i] >= 'A' && x.s[i] <= 'Z' ? (char)(x.s[i] - 'A' + 'a') : x.s[i];
    }
    *email = (struct str){ to, x.n };
    return true;
}

static const char *const role_names[] = { [WHO_READER] = "reader",
                                          [WHO_HOST] = "host",
                                          [WHO_WRITER] = "writer",
                                          [WHO_EDITOR] = "editor",
                                          [WHO_ADMINISTRATOR] = "administrator" };

bool people_role_read(struct str word, enum who *role)
{
    for (int i = WHO_READER; i <= WHO_ADMINISTRATOR; i++) {
        *role = (enum who)i;
        if (str_is(word, role_names[i])) return true;
    }
    return false;
}

struct str people_role_word(enum who role)
{
    return role < COUNT_OF(role_names) ? str_of(role_names[role]) : (struct str){ 0 };
}

struct path go_on(struct str asked)
{
    static const char *const never[] = { "%0d", "%0a", "%0D", "%0A", "%5c", "%5C", "\\" };
    const struct path home = { STR("/beheer") };
    if (!asked.n || asked.s[0] != '/' || (asked.n > 1 && asked.s[1] == '/')) return home;
    for (size_t i = 0; i < asked.n; i++)
        if (asked.s[i] <= ' ' || asked.s[i] >= 0x7F) return home;
    for (size_t i = 0; i < COUNT_OF(never); i++)
        if (str_find(asked, str_of(never[i])) != SIZE_MAX) return home;
    return (struct path){ asked };
}

struct str people_link(struct arena *a, struct str site, struct str code)
{
    return arena_format(a, "%.*s/uitnodiging/%.*s", STR_ARG(site), STR_ARG(code));
}

/* ---- passwords ---- */

const struct words *people_password_words(enum password_fault fault)
{
    switch (fault) {
    case PASSWORD_SHORT: return SAY("Kies een langer wachtwoord: ten minste 12 tekens.");
    case PASSWORD_LONG: return SAY("Kies een korter wachtwoord: ten hoogste 200 tekens.");
    case PASSWORD_BROKEN: return SAY("Typ uw wachtwoord nog een keer.");
    case PASSWORD_COMMON:
        return SAY("Dit is te makkelijk te raden. Kies een paar losse woorden.");
    case PASSWORD_KNOWN:
        return SAY("Gebruik niet uw naam, uw e-mailadres of de naam van de gemeente.");
    default: return NULL;
    }
}

enum err password_asked(struct request *req, struct str name, struct str email,
                        struct str password, struct str again, struct str *kept)
{
    struct organisation_row city;
    bool found;
    struct str salt;
    TRY(organisation(req->db, req->arena, &city, &found));
    const struct str known[] = { name, email, req->site, found ? city.name : STR("") };
    const struct words *const mend =
        people_password_words(password_rule(password, known, COUNT_OF(known)));
    if (mend) form_wrong(req, "wachtwoord", mend);
    if (!mend && !str_eq(password, again))
        form_wrong(req, "nog-eens", SAY("Typ twee keer hetzelfde wachtwoord."));
    TRY(form_checked(req));
    TRY(chance_bytes(req->arena, PASSWORD_SALT, &salt));
    return password_make(req->arena, password, salt, kept);
}

enum err person_note(struct tx *tx, struct request *req, int64_t by, int64_t person,
                     const char *what)
{
    struct request as = *req;
    as.visitor.person = by;
    return history_write(tx, &as,
                         &(struct change){ .thing = THING_PERSON,
                                           .number = person,
                                           .act = ACT_CHANGED,
                                           .after = str_of(what) },
                         NULL);
}

enum err people_password(struct tx *tx, struct request *req, int64_t person, struct str kept)
{
    TRY(person_password_set(tx, person, kept));
    TRY(invitations_end(tx, person));
    TRY(sessions_end(tx, person));
    return person_note(tx, req, req->visitor.person, person, "password");
}

/* ---- somebody new ---- */

enum err people_invite(struct tx *tx, struct request *req, int64_t person, bool start_over,
                       struct invited *invited)
{
    struct str bytes;
    TRY(chance_bytes(req->arena, CODE, &bytes));
    invited->person = person;
    invited->code = hex_write(req->arena, bytes);
    TRY(invitations_end(tx, person));
    if (start_over) {
        TRY(person_password_set(tx, person, STR("")));
        TRY(passkeys_remove(tx, person));
        TRY(sessions_end(tx, person));
    }
    TRY(invitation_add(tx, sha256(req->arena, invited->code), person, req->visitor.person != 0,
                       req->visitor.person, req->now,
                       (struct instant){ req->now.s + INVITATION_HOURS * 3600 }));
    return person_note(tx, req, req->visitor.person, person,
                       start_over ? "start over" : "invitation");
}

static enum err person_found(struct tx *tx, struct request *req, const struct person_new *who,
                             struct str email, int64_t *person, bool *invite)
{
    struct person_find_row row;
    struct str handle;
    bool found;
    TRY(person_find(tx->db, req->arena, email, &row, &found));
    /* The link of somebody who was here before opens all they may do: not for who may do less. */
    const bool may = !req->visitor.person || req->visitor.role == WHO_ADMINISTRATOR;
    *invite = !found || (may && (row.has_ended || !row.password.n));
    if (found) {
        *person = row.id;
        return row.has_ended ? person_return(tx, row.id, who->name) : OK;
    }
    TRY(chance_bytes(req->arena, PASSKEY_HANDLE, &handle));
    TRY(person_add(tx, who->name, email, handle, req->now, person));
    return history_write(
        tx, req, &(struct change){ .thing = THING_PERSON, .number = *person, .act = ACT_MADE },
        NULL);
}

enum err people_add(struct tx *tx, struct request *req, const struct person_new *who,
                    struct invited *invited)
{
    struct role_at_row was;
    struct str email;
    bool had, invite;
    if (!people_email(req->arena, who->email, &email) || !who->name.n ||
        who->name.n > NAME_MOST)
        return FAIL(ERR_INPUT, "no name or no address");
    if (who->role < WHO_READER || who->role > WHO_ADMINISTRATOR ||
        (who->role == WHO_ADMINISTRATOR && who->dialogue))
        return FAIL(ERR_INPUT, "no role %d there", who->role);
    *invited = (struct invited){ 0 };
    TRY(person_found(tx, req, who, email, &invited->person, &invite));
    TRY(role_at(tx->db, req->arena, invited->person, who->dialogue, &was, &had));
    TRY(role_put(tx, invited->person, who->dialogue != 0, who->dialogue, who->role));
    TRY(history_write(tx, req,
                      &(struct change){ .dialogue = who->dialogue,
                                        .thing = THING_PERSON,
                                        .number = invited->person,
                                        .act = ACT_ROLE,
                                        .before = had ? people_role_word(was.role) : STR(""),
                                        .after = people_role_word(who->role) },
                      NULL));
    return invite ? people_invite(tx, req, invited->person, false, invited) : OK;
}
