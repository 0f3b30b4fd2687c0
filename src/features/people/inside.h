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
/* Written down as done by this person. */
MUST_CHECK enum err person_note(struct tx *tx, struct request *req, int64_t by, int64_t person,
                                const char *what);

/* ---- views ---- */

struct sign_in_view {
    const struct form_state *form;
    struct str go_on; /* where to go behind it; may be empty */
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
};

#endif
