/* inside.h — what the pages of people share among each other, and nobody else. */
#ifndef FEATURES_PEOPLE_INSIDE_H
#define FEATURES_PEOPLE_INSIDE_H

#include "features/people/passkey.h"
#include "features/people/people.h"

/* ---- sessions (session.c) ---- */

struct since { /* sessions from before these are worthless */
    struct instant used, made, step;
};
struct since session_since(struct instant now);
/* What is kept of a cookie. */
struct str session_hash(struct arena *a, struct str cookie);
/* The hash of the session of who asks; empty for nobody. */
struct str session_of_visitor(struct request *req);
/* A new session in this browser; the one it had ends. One that is not complete waits for a passkey. */
MUST_CHECK enum err session_begin(struct tx *tx, struct request *req, struct response *res,
                                  int64_t person, bool complete);
/* Bytes to be signed within STEP_MINUTES. */
MUST_CHECK enum err challenge_make(struct request *req, struct str *challenge);
bool challenge_holds(struct str challenge, struct instant now);
/* "Firefox · Windows": by which its owner knows a device again; empty when it says nothing. */
struct str device_of(struct arena *a, struct str user_agent);

/* ---- tries that failed (throttle.c) ---- */

/* Seconds until another try for this address is looked at; 0: now. Tells nothing about who exists. */
MUST_CHECK enum err throttle_wait(struct db *db, struct request *req, struct str email,
                                  int64_t *seconds);
MUST_CHECK enum err throttle_failed(struct tx *tx, struct request *req, struct str email);
MUST_CHECK enum err throttle_forget(struct tx *tx, struct request *req, struct str email);

/* ---- where to go ---- */

/* `asked` when it is an address of ours, else /beheer. */
struct path go_on(struct str asked);
/* What to mend of a new password: as people_password_words, and that both are the same. */
MUST_CHECK enum err password_asked(struct request *req, struct str name, struct str email,
                                   struct str password, struct str again, struct str *kept);
/* ---- the password of now, asked again of who is signed in (own_password.c): a browser left open is no way
 * to take an account over, nor to guess its password ---- */

struct own_password {
    struct str name, email, was;
    bool right, failed;
    int64_t wait; /* seconds until another try is looked at */
};
/* Slow, for `prepare`: is this it? */
MUST_CHECK enum err own_password_try(struct request *req, struct str typed,
                                     struct own_password *p);
/* For `act`: true when it was. Else the try is counted and the answer is the form again. */
MUST_CHECK enum err own_password_holds(struct tx *tx, struct request *req, struct response *res,
                                       struct own_password *p, bool *holds);
/* For `handle`: says at the field "nu" what went wrong; `p` may be NULL. */
void own_password_say(struct request *req, const struct own_password *p);

/* Written down as done by this person. */
MUST_CHECK enum err person_note(struct tx *tx, struct request *req, int64_t by, int64_t person,
                                const char *what);

/* ---- views ---- */

struct sign_in_view {
    const struct form_state *form;
    struct str go_on; /* where to go behind it; may be empty */
};
struct sign_out_view {
    const struct form_state *form;
    bool here; /* still signed in */
};
struct step_view {
    struct str challenge, rp_id, known, go_on;
    bool failed;
};
struct invited_view {
    const struct form_state *form;
    struct str name, email, code;
    bool gone;
};
struct desk_line {
    struct str slug, title, lang;
    const struct words *role;
};
struct work_view {
    struct str name;
    struct desk_line *desks;
    size_t desks_n;
    bool administrator;
    int64_t steward;    /* neighbourhoods whose entries of the map they keep */
    int64_t mail_stuck; /* mails that wait for an administrator */
};

struct my_session {
    int64_t id;
    struct str device;
    struct day made, seen;
    bool here;
};
struct my_passkey {
    int64_t id;
    struct str name;
    struct day made, used;
    bool was_used;
};
struct me_view {
    const struct form_state *form;
    struct str email;
    const struct words *done; /* NULL: nothing was just done */
    struct my_session *sessions;
    size_t sessions_n;
    struct my_passkey *passkeys;
    size_t passkeys_n;
};
struct my_password_view {
    const struct form_state *form;
    struct str email;
};
struct own_password_view {
    const struct form_state *form;
    struct str email, name; /* name: of the passkey that goes; empty: one is made */
    int64_t passkey;
};
struct new_passkey_view {
    const struct form_state *form;
    struct str challenge, rp_id, title, person, email, known;
    bool failed;
};
struct role_line {
    int64_t id;
    const struct words *role;
    struct str title, lang; /* of the dialogue; empty: everywhere */
};
struct person_line {
    int64_t id;
    struct str name, email;
    struct role_line *roles;
    size_t roles_n;
    bool ended, ready, invited, was_seen;
    struct day seen;
};
struct people_view {
    const struct form_state *form;
    const struct words *done;
    struct str link, link_name; /* of the invitation that was just made; empty: none */
    bool can_mail, mailed;
    struct person_line *people, *gone;
    size_t people_n, gone_n;
    struct dialogues_named_row *dialogues;
    size_t dialogues_n;
};
struct person_view {
    const struct form_state *form;
    const struct words *done;
    struct person_line who;
    struct dialogues_named_row *dialogues;
    size_t dialogues_n;
    struct str link;
    bool myself, can_mail, mailed;
};
struct desk_person {
    int64_t role_id;
    struct str name, email;
    const struct words *role;
    bool ready, can_go; /* can_go: the visitor may take this role away */
};
struct desk_people_view {
    const struct form_state *form;
    const struct words *done;
    struct str link, link_name, slug;
    bool can_mail, mailed;
    struct desk_person *people;
    size_t people_n;
    enum who most; /* the highest role the visitor may give */
};

/* ---- invitations by mail (letter.c) ---- */

/* Is there a mail server? */
MUST_CHECK enum err invitation_can_mail(struct request *req, bool *can);
/* Queues the link that was just made, and says so in `made`; one that was still to be sent to them is not.
 * Does nothing when there is no link, or no address that can be mailed. */
MUST_CHECK enum err invitation_mail(struct tx *tx, struct request *req, struct str name,
                                    struct str email, struct invited *made);

/* ---- roles (roles.c) ---- */

struct role_asked { /* as forms ask for one */
    struct str name, email;
    int role; /* place in ROLE_CHOICES; -1: none */
    int64_t where;
    bool mail; /* send the invitation too */
};
#define ROLE_CHOICES "reader host writer editor administrator"
/* Gives the role that a form asked for; says on the form what cannot be. `person` 0: by address. */
MUST_CHECK enum err role_give(struct tx *tx, struct request *req, int64_t person,
                              const struct role_asked *asked, struct invited *invited);
/* Takes a role away. ERR_CLASH when it is that of the last administrator. */
MUST_CHECK enum err role_remove(struct tx *tx, struct request *req, int64_t role);
/* What somebody may do, for a list. */
MUST_CHECK enum err role_lines(struct request *req, int64_t person, struct role_line **lines,
                               size_t *n);
/* The names of somebody's passkeys, for the browser to choose from. */
MUST_CHECK enum err passkeys_known(struct request *req, int64_t person, struct str *known);

#endif
