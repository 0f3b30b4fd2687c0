/* mail.h — what is to be sent by mail: a queue in the data.
 *
 * A mail is put there inside the transaction of what it is about, so one exists exactly when the other
 * does. `dialoog serve` sends it (mailer.h). Without settings for mail it stays here, and the
 * administrator is told (/beheer/post).
 *
 * Text only, Dutch or another language of the interface, made of the same sentences as pages are:
 *
 *   struct letter l = letter_start(req->arena, req->lang, SAY("Uw aanmelding"));
 *   LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", name });
 *   LETTER_SAY(&l, SAY("U staat op de lijst voor {avond}."), { "avond", title });
 *   letter_link(&l, SAY("Komt u toch niet? Meld u af op deze pagina:"), address);
 *   letter_end(&l, &frame);
 *   TRY(mail_put(tx, req, &(struct mail){ MAIL_REGISTRATION, id, .to = email, .letter = &l }));
 *
 * A subject, a fact or a paragraph that is too long for a mail is cut between two letters, so that what somebody
 * wrote never keeps a mail from going.
 *
 * A link in a mail opens a page; only a button on that page does something, because scanners follow
 * links. Words of people in it (a name) stand alone in their placeholder, on one line.
 *
 * Kept: the text until the mail is sent; address and subject MAIL_KEPT_DAYS longer; what could not be sent
 * until an administrator drops it, at most MAIL_FAILED_DAYS. */
#ifndef WEB_MAIL_H
#define WEB_MAIL_H

#include "web/web.h"

enum {
    MAIL_KEPT_DAYS = 7,
    MAIL_FAILED_DAYS = 30,
    MAIL_STALE_DAYS = 5, /* older than this it is no longer sent by itself */
    MAIL_ADDRESS_MOST = 254,
    MAIL_TEXT_MOST = 50000,
};

/* What a mail is about. Kept as a number: append only; words for it are in mail.c. */
enum mail_kind {
    MAIL_TRIAL,        /* does it work? */
    MAIL_ACCOUNT,      /* about: a person */
    MAIL_REGISTRATION, /* about: a registration */
    MAIL_INVITATION,   /* to a gathering; about: the gathering */
    MAIL_MEMBERCHECK,  /* did we understand your table? about: the gathering */
    MAIL_OWNER, /* how far is what you promised? about: the asking; the schema knows this number */
    MAIL_VERDICT, /* do you notice this deed? about: the deed. Can wait, and so can the news: the schema knows both */
    MAIL_FOLLOW,  /* press the button if you want to follow this; about: the follower */
    MAIL_DIGEST,  /* the news of what somebody follows; about: the follower */
    MAIL_THANKS,  /* for coming, with what was noted; about: the gathering */
    MAIL_SPACE,   /* somebody asks for a space, or gets an answer; about: the request */
    MAIL_WANTED,  /* about a need or offer, or an answer to it; about: the need or offer */
    MAIL_KEEPER, /* is your entry on the map still right? about: the asking; the schema knows this number */
    MAIL_REFERRAL, /* somebody asks a service to contact them, or gets an answer; about: the referral */
    MAIL_KINDS
};
const struct words *mail_kind_words(enum mail_kind kind);

enum mail_state { MAIL_WAITS, MAIL_SENT, MAIL_FAILED };

/* Why it is not sent yet, or could not be. Append only. */
enum mail_fault {
    MAIL_FINE,
    MAIL_REFUSED,     /* the other server said no to this address or this mail */
    MAIL_LATER,       /* it said: later */
    MAIL_CUT,         /* it went away in the middle */
    MAIL_UNREACHABLE, /* from here on it is about our own mail server, not about this mail */
    MAIL_NO_TLS,
    MAIL_NO_LOGIN,
    MAIL_NOT_FROM_US, /* it does not take mail from our address */
    MAIL_STALE,       /* waited too long */
    MAIL_FAULTS
};
const struct words *mail_fault_words(enum mail_fault fault);
static inline bool mail_fault_ours(enum mail_fault fault)
{
    return fault >= MAIL_UNREACHABLE && fault <= MAIL_NOT_FROM_US;
}

/* ---- writing one ---- */

struct letter {
    struct arena *arena;
    enum lang lang;
    struct str subject, text;
    char *room; /* of the text, which grows in it */
    size_t room_n;
};
/* `subject` may hold placeholders: LETTER_START. */
struct letter letter_start(struct arena *a, enum lang lang, struct str subject);
#define LETTER_START(a, lang, words, ...)                                                      \
    letter_start((a), (lang), FILL((a), (words), (lang), __VA_ARGS__))
/* A paragraph of its own. */
void letter_say(struct letter *l, struct str paragraph);
#define LETTER_SAY(l, words, ...)                                                              \
    letter_say((l), FILL((l)->arena, (words), (l)->lang, __VA_ARGS__))
/* A sentence, and on a line of its own the address of a page, for the world. */
void letter_link(struct letter *l, const struct words *words, struct str address);
/* "Titel: waarde", without a blank line behind it; letter_say begins a new paragraph. */
void letter_fact(struct letter *l, const struct words *name, struct str value);
/* One of several: "Titel: waarde" and straight under it the address of a page, for the world. */
void letter_item(struct letter *l, const struct words *name, struct str value,
                 struct str address);
/* A fact with a day, as people write it. */
void letter_day(struct letter *l, const struct words *name, struct day day);
/* Who sends it, where to ask, and that nobody reads answers. `about` NULL: nothing is known of us. */
void letter_end(struct letter *l, const struct frame *about);

/* Is this an address that can be mailed? One part before and one behind the @, all of it ASCII, nothing
 * that means something in a header or to a mail server. */
bool mail_address(struct str address);
/* The mailbox behind an address, to count by: in small letters, without what stands behind a plus. */
struct str mail_mailbox(struct arena *a, struct str address);

struct mail {
    enum mail_kind kind;
    int64_t about;
    struct str to;
    const struct letter *letter;
    struct str
        leave; /* of what comes unasked: the page where who gets it asks for no more, for the
                       * world. `own_token`: posting to it is enough, as mail programs do */
};
/* Queues it, to be sent as soon as this transaction is on the disk.
 * Fails: ERR_INPUT for an address that cannot be mailed; ERR_LIMIT for more text than MAIL_TEXT_MOST. */
MUST_CHECK enum err mail_put(struct tx *tx, const struct request *req, const struct mail *mail);

/* What it was about is gone, or said anew: those that wait are not sent, the others are forgotten. */
MUST_CHECK enum err mail_forget(struct tx *tx, enum mail_kind kind, int64_t about);

/* Nothing of this kind goes to this address any more, of what waits. */
MUST_CHECK enum err mail_forget_address(struct tx *tx, enum mail_kind kind, struct str address);

/* ---- for the administrator ---- */

/* Can mail be sent, and how is it? Cheap; for any page. */
struct mail_standing {
    bool ready; /* there are settings */
    enum mail_fault
        fault; /* of our own server; MAIL_FINE when it works, or was not tried yet */
    struct str sender, said;
    int64_t waiting, failed;
};
MUST_CHECK enum err mail_standing(struct db *db, struct arena *a,
                                  struct mail_standing *standing);
/* Are there settings? For public pages: no mail that goes makes them new. */
MUST_CHECK enum err mail_ready(struct db *db, struct arena *a, bool *ready);
/* One that waits or failed: again, as if it was made now. Fails: ERR_MISSING. */
MUST_CHECK enum err mail_again(struct tx *tx, const struct request *req, int64_t mail);
/* Everything that waits or failed. */
MUST_CHECK enum err mail_all_again(struct tx *tx, const struct request *req);
/* Not to be sent; its text and address are erased. Fails: ERR_MISSING. */
MUST_CHECK enum err mail_drop(struct tx *tx, int64_t mail);

/* What is past its end date, for `dialoog tidy`. */
MUST_CHECK enum err mail_tidy(struct tx *tx, struct instant now);

#endif
