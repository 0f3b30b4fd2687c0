/* mailer.h — sends what the queue of mail.h holds: one thread, one connection to one mail server of ours.
 *
 * Each mail is claimed in a transaction before it is tried, and what came of it is kept before the next is
 * begun. So one the server took (its 250 after the text) is never sent again, with one exception that
 * no sender can close: the program, or the connection, ends after the server said yes and before that
 * is on our disk. Then it goes again with the same Message-ID, by which a receiver can drop the second.
 *
 * What the server refuses (5xx) has failed; what it postpones (4xx), and what is cut, is tried again after
 * each of `wait` and then has failed. While our own server cannot be used, nothing counts as tried. */
#ifndef WEB_MAILER_H
#define WEB_MAILER_H

#include "web/mail.h"

enum { MAIL_WAITS_MOST = 8, MAIL_SAID = 300 };

enum mail_tls {
    MAIL_STARTTLS, /* required: without it nothing is said */
    MAIL_TLS,      /* from the first byte */
    MAIL_PLAIN,    /* for a mail server on this machine */
};

struct mail_settings { /* from `config` in the data directory; texts end in a zero */
    const char *host;  /* NULL: no mail is sent */
    int port;
    enum mail_tls tls;
    const char *ca;              /* file of certificates to trust; NULL: those of the system */
    const char *user, *password; /* NULL: without */
    struct str from, from_name, reply;
    int64_t wait[MAIL_WAITS_MOST]; /* seconds before the second try, the third, … */
    size_t wait_n;
};
/* Reads one `name = value` of the config; false when it is no setting of mail. `wrong` becomes a sentence
 * for the administrator, in English, or stays NULL. */
bool mail_setting(struct arena *a, struct mail_settings *s, struct str name, struct str value,
                  const char **wrong);
/* When all were read: fills what was left out. NULL when they can be used, or there are none. */
const char *mail_settings_check(struct mail_settings *s);

/* ---- one mail ---- */

struct mail_answer {
    enum mail_fault fault; /* MAIL_FINE: taken */
    char said[MAIL_SAID];  /* what the server said last, one line, or why there is no server */
};
/* Hands one message to the server. */
typedef void mail_send(void *with, struct str from, struct str to, struct str message,
                       struct mail_answer *answer);

/* Sends what is due, until nothing is or `stop` says so (NULL: never). Gives the number that went. `fails`
 * counts how often in a row our own server could not be used. */
size_t mailer_turn(struct store *st, const struct mail_settings *s,
                   struct instant (*now)(void *), bool (*stop)(void *), mail_send *send,
                   void *with, unsigned *fails);

/* ---- the thread ---- */

struct mailer;
/* Notes in the data whether there are settings, and starts when there are. `settings` must outlive it.
 * `now` fixed for tests; s == 0: the clock. */
MUST_CHECK enum err mailer_start(struct mailer **mailer, struct store *st,
                                 const struct mail_settings *settings, struct instant now);
/* Lets the mail under way go, for at most a few seconds. NULL is allowed. */
void mailer_end(struct mailer *mailer);

#endif
