/* verdict.h — do those who raised something notice what was done? Asked once for each deed; yes, partly or no, and
 * why. The why is a voice like any other: read first, then perhaps shown, with a receipt.
 *
 * Who may answer has a code: of the receipt of a voice under the promise, of a registration of who was let in at a
 * gathering whose tables noted such a voice, or of an address that follows it. Followers are counted apart. Whoever
 * raised it may say at any time "I notice nothing", also when nothing was done yet.
 *
 *   W1  one answer of each code for each deed, and of each mailbox of a follower: a later one takes its place
 *   W2  numbers are shown from VERDICT_SHOWN answers on; nobody can see who answered what
 *   W3  what is kept of who answered is a mark, for this promise alone, made with the secret of the data; when the
 *       marks of a deed are gone, nobody answers about it any more */
#ifndef FEATURES_VERDICT_VERDICT_H
#define FEATURES_VERDICT_VERDICT_H

#include "features/deeds/deeds.h"
#include "features/verdict/verdict.sql.h"
#include "features/verdict/verdict_answer.h"
#include "features/voices/voices.h"
#include "web/daily.h"

enum { VERDICT_CHANGES_MOST = 20, VERDICT_ASK_DAYS = 60 };

struct term verdict_term(int answer);      /* "Ja, ik merk het", … */
struct term verdict_who_term(int follows); /* who raised it, or who follows it */

struct giver {
    bool known;
    bool follows;    /* else they raised it */
    struct str mark; /* 16 bytes */
};
/* Who has this code, as far as it belongs to this promise. */
MUST_CHECK enum err giver_find(struct request *req, const struct verdict_promise_row *promise,
                               int64_t dialogue, struct str typed, struct giver *giver);

/* Asks everybody who took part, can be mailed and wants to hear of it, about each new deed; at most one mail
 * for each deed, ever. */
MUST_CHECK enum err verdict_ask(struct store *st, const struct daily *daily, int64_t *sent);

struct verdict_view {
    struct dialogue d;
    struct verdict_promise_row p;
    int64_t number;
    const struct form_state *form;
    struct path self;
    struct str code;            /* of the address; empty: it is typed */
    bool unknown;               /* that code does not belong here */
    struct listening listening; /* a why is a voice: taken while the dialogue takes voices */
    const struct words *done;
    struct verdict_deeds_row *deeds; /* the newest first */
    size_t deeds_n;
    struct verdict_whys_row *whys; /* what people wrote with it, as far as it is shown */
    size_t whys_n;
};

#endif
