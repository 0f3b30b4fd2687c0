/* keeping.h — a promise stays alive: its owners are asked by mail how it goes, and answer on a page without an
 * account.
 *
 *   K1  a link is for one commitment and one owner, works 30 days and once; a newer one ends it, and so do
 *       another owner and another address of the owner
 *   K2  looking changes nothing: a scanner of mail may open every link
 *   K3  a mail exists exactly when it is written down that it was asked; asking again on the same day,
 *       by a server that was killed or started twice, sends nothing (algo/reminding.h)
 *   K4  after two mails without an answer the public page says since when it is silent
 *
 * Joint owners are asked each for themselves; the answer of one is news of the whole. */
#ifndef FEATURES_KEEPING_KEEPING_H
#define FEATURES_KEEPING_KEEPING_H

#include "algo/reminding.h"
#include "features/deeds/deeds.h"
#include "features/keeping/keeping.sql.h"
#include "features/keeping/owner_answer.h"
#include "web/daily.h"
#include "web/mail.h"

enum { LINK_DAYS = 30, DEED_MOST = 4000 };

struct term occasion_term(int occasion);
struct term owner_answer_term(int answer);

/* Sends a mail to each owner for whom this is a day to ask, and gives how many. */
MUST_CHECK enum err keeping_ask(struct store *st, const struct daily *daily, int64_t *sent);
/* One mail to one owner, in this transaction. `person`: who asks by hand; 0: the program. */
MUST_CHECK enum err keeping_ask_one(struct tx *tx, struct request *req,
                                    const struct owners_to_ask_row *owner,
                                    enum occasion occasion, int64_t person);

/* ---- the page behind the link ---- */

enum link_state {
    LINK_OPEN,
    LINK_ANSWERED,
    LINK_PASSED_ON, /* somebody else is asked now: it has another owner, or the owner another address */
    LINK_REPLACED, /* a newer mail was sent */
    LINK_EXPIRED,
    LINK_OVER, /* the commitment ended meanwhile */
    LINK_UNKNOWN
};
enum link_state link_state_of(const struct asking_open_row *a, struct day today);

struct answer_view {
    struct asking_open_row a;
    enum link_state state;
    const struct form_state *form;
    struct path self;
    struct day until; /* the last day the link works */
    struct lateness late;
    struct str basis;
    struct edit_field done, due, why, deed, figure, link;
    bool said; /* they answered just now */
};

/* ---- at the desk ---- */

struct asked_view {
    struct edit_view page; /* title, lead, tabs, self, back */
    const struct words *done;
    int64_t number; /* of the commitment; 0: of all */
    struct owners_to_ask_row *owners;
    struct askings_shown_row *askings;
    size_t owners_n, askings_n;
    struct commitment_silence_row silence;
    int64_t silent; /* days; 0: not */
    bool can_mail;
};

#endif
