/* smtp.h — hands messages to a mail server, by libcurl, over one connection as long as it holds.
 *
 * Name and password go no further than the settings and the connection, and are said only over TLS. No
 * proxy and no setting of the surroundings is looked at. */
#ifndef WEB_SMTP_H
#define WEB_SMTP_H

#include "web/mailer.h"

struct smtp;
/* `stop` is asked while a mail is under way; when it says so for SMTP_GRACE seconds, that mail is cut. */
enum { SMTP_CONNECT = 20, SMTP_WHOLE = 120, SMTP_GRACE = 4 };
struct smtp *smtp_start(const struct mail_settings *s, bool (*stop)(void *), void *with);
void smtp_hang_up(struct smtp *smtp); /* says goodbye; the next mail dials again */
void smtp_end(struct smtp *smtp);
void smtp_send(struct smtp *smtp, struct str from, struct str to, struct str message,
               struct mail_answer *answer);

#endif
