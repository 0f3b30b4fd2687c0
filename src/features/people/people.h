/* people.h — those who work with a dialogue: who asks, what they may do, and how somebody is added.
 *
 * Somebody has a role in a dialogue, or everywhere. On a page of a dialogue ("/:dialogue/…") the highest
 * of the two counts; on other pages one that is everywhere counts in full, and one in some dialogue as
 * that of a reader. The router asks `people_admit` before a page runs; see docs/decisions/signing-in.md.
 *
 * Somebody is added without a password, with an invitation: a link that works once, for
 * INVITATION_HOURS, and with which they choose one. Its code is kept as a hash only, so the link is shown
 * once, to who made it, to be handed over. */
#ifndef FEATURES_PEOPLE_PEOPLE_H
#define FEATURES_PEOPLE_PEOPLE_H

#include "features/people/people.sql.h"
#include "features/people/password.h"
#include "web/web.h"

enum {
    SESSION_IDLE_DAYS = 14,
    SESSION_DAYS = 90,
    STEP_MINUTES = 10, /* between password and passkey, and to make a passkey */
    INVITATION_HOURS = 72,
};

/* For web_config.admit. A session that is unknown, ended, too old or still asks for a passkey is
 * nobody's; who left is nobody. */
MUST_CHECK enum err people_admit(struct store *st, struct request *req,
                                 const struct page *page);

struct person_new {
    struct str name, email; /* the address in any capitals */
    enum who role;
    int64_t dialogue; /* 0: everywhere */
};
struct invited {
    int64_t person;
    struct str code; /* of the link; empty: they were here already, and none was made */
    bool mailed;     /* the link goes by mail too */
};
/* Gives somebody a role; adds them when the address is new or they had left. Writes it down. Who was
 * here before gets an invitation only from an administrator or a command.
 * Fails: ERR_INPUT for an address that cannot be one, an empty name or a role that does not exist there
 * (administrators are everywhere). */
MUST_CHECK enum err people_add(struct tx *tx, struct request *req, const struct person_new *who,
                               struct invited *invited);
/* A new invitation; those of before no longer work. `start_over`: also their password, passkeys and
 * sessions no longer do. */
MUST_CHECK enum err people_invite(struct tx *tx, struct request *req, int64_t person,
                                  bool start_over, struct invited *invited);
/* The address of the page where it is used, for the world. */
struct str people_link(struct arena *a, struct str site, struct str code);
/* Sets a password without an invitation, as password_make made it: for commands. */
MUST_CHECK enum err people_password(struct tx *tx, struct request *req, int64_t person,
                                    struct str kept);
/* An address in small letters, without blanks around it; false when it cannot be one. */
bool people_email(struct arena *a, struct str typed, struct str *email);
/* "administrator", "editor", … as commands write a role; false when it is none. */
bool people_role_read(struct str word, enum who *role);
struct str people_role_word(enum who role);
/* ---- who is where ---- */

enum { PRESENT_SECONDS = 120 };
/* Who else is at a page of the desk now: people_admit notes it when a page is asked for, and a small script
 * (assets/presence.js) while it stays open. Shown by {use people_present(&here)} from
 * "features/people/here.html". */
struct present {
    struct str slug;   /* of the dialogue */
    struct path place; /* what the script asks about */
    struct presence_at_row *at;
    size_t n;
};
/* `place` is the address of the page; `also`: of another about the same thing, may be empty. */
MUST_CHECK enum err people_here(struct request *req, struct path place, struct path also,
                                struct present *here);

/* ---- what anybody can set off, and somebody else has to bear: a mail to an address that was typed ---- */

/* At most so often in so many seconds, counted from the first time. */
struct brake {
    const char *what; /* "follow here" */
    struct str who;   /* an address, kept as a mark only; empty: anybody's */
    uint64_t client;  /* who asks; 0: whoever does */
    int64_t most, seconds;
};
/* Seconds until it may be done again; 0: now. */
MUST_CHECK enum err brake_wait(struct db *db, struct request *req, const struct brake *brake,
                               int64_t *seconds);
/* It is done once more. */
MUST_CHECK enum err brake_count(struct tx *tx, struct request *req, const struct brake *brake);
/* The form is refused with that sentence when one of them has to wait; else it is done once more, by each. */
MUST_CHECK enum err brakes_pass(struct tx *tx, struct request *req, const struct brake *brakes,
                                size_t n, const struct words *refused);
/* Not in the coming seconds, a day at most, however often it was done. */
MUST_CHECK enum err brake_hold(struct tx *tx, struct request *req, const struct brake *brake,
                               int64_t seconds);

/* What to mend of a password, for its owner; NULL: nothing. */
const struct words *people_password_words(enum password_fault fault);

#endif
