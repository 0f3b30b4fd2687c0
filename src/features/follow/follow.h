/* follow.h — following by mail: a commitment, an advice, a theme or the whole dialogue.
 *
 *   F1  nothing is sent to an address but one mail that asks, until a button behind its link is pressed; and
 *       at most one such mail an hour to one mailbox, and FOLLOW_TO a day, whoever fills in the address and
 *       whatever stands behind a plus in it; none for a day after its reader stopped. From one place FOLLOW_HERE an hour, and
 *       FOLLOW_MAILS from all places together;
 *       each is confirmed by a button of its own, so nobody is made to follow what they did not see
 *   F2  the page says the same whether an address is known or not
 *   F3  stopping takes one press, on the page or in the mail program (RFC 8058), and erases the address
 *   F4  the news comes together, once a week or once a month; each is told once to each follower, also when the
 *       program is killed while the mails are queued
 *
 *   F5  what was undone is no news any more; what happens again is
 *
 * News is written down by the schema, in the transaction of what it is about, whoever does it. */
#ifndef FEATURES_FOLLOW_FOLLOW_H
#define FEATURES_FOLLOW_FOLLOW_H

#include "features/deeds/deeds.h"
#include "features/follow/follow.sql.h"
#include "features/follow/followed.h"
#include "features/people/people.h"
#include "web/daily.h"
#include "web/job.h"

enum {
    FOLLOWS_MOST = 40,  /* that were confirmed */
    OPEN_MOST = 5,      /* that wait for the button: anybody can fill in an address */
    FOLLOW_TO = 3,      /* mails that ask, in a day to one mailbox */
    FOLLOW_HERE = 12,   /* mails that ask, in an hour from one place */
    FOLLOW_MAILS = 300, /* and from all places */
    NEWS_IN_MAIL = 30,  /* of the rest the mail says how much it is */
    NEWS_DAYS = 92, /* what happened longer before the mail is history: it came with a folder */
    NEWS_BEFORE_DAYS = 31 /* and what happened so long before somebody began to follow */
};

const struct words *news_words(enum news_kind kind); /* "Nieuwe daad" */

/* The code of a follower's links; it cannot be used again for another who has that address later. */
struct str follower_code(struct arena *a, struct str secret, struct str email,
                         struct instant made);
/* How often a mailbox is asked whether its reader wants this. */
struct brake follow_brake_to(struct arena *a, struct str email);
/* "/volgen/7k3m-0qxd-9vtb" */
struct path follower_path(struct arena *a, struct str code);

/* ---- the mails with news ---- */

/* Is a round due, given the days of the last one and of the last that was monthly too? In the week of
 * each Monday one; `monthly`: the first in the month of that Monday. */
bool digest_due(struct day today, bool has_last, struct day last, bool has_monthly,
                struct day last_monthly, bool *monthly);
/* Asks for a round when one is due. */
MUST_CHECK enum err digest_ask(struct store *st, const struct daily *daily);
/* Queues the mails of a round: for jobs_start. */
extern const struct job_work digest_work;

/* ---- pages ---- */

struct follow_view {
    struct dialogue d;
    const struct form_state *form;
    struct path self, back;
    struct str name, name_lang; /* of what is followed */
    bool sent, can_mail;
};
struct following_view {
    bool found;
    struct follower_by_code_row f;
    const struct form_state *form;
    struct path self;
    struct str slug; /* of its code, in addresses */
    struct follows_shown_row *follows;
    size_t n, open_n; /* open: not confirmed yet */
    const struct words *done;
};
struct followers_view {
    struct dialogue d;
    const struct form_state *form;
    struct path self;
    struct followers_count_row count;
    struct digest_newest_row digest;
    bool has_digest, running;
    struct job_now now;
    const struct words *done;
    bool can_mail;
};
struct path followed_path(struct arena *a, const struct follows_shown_row *row);

#endif
