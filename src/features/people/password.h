/* password.h — passwords: which are taken, how one is kept, and whether it is the right one.
 *
 * Making one, in a handler:
 *
 *     fault = password_rule(f.password, known, COUNT_OF(known));     say what to mend (422)
 *     TRY(chance_bytes(a, PASSWORD_SALT, &salt));
 *     TRY(password_make(a, f.password, salt, &kept));                store `kept`, as text
 *
 * Signing in. Ask the store for the person by mail address; `kept` stays empty when there is none, or
 * when this person has no password. Do not look at that before the check; tell both the same sentence:
 *
 *     TRY(password_check(f.password, kept, &right));
 *     if (right && password_aged(kept)) make it anew and store it
 *
 * Kept as argon2id in its usual spelling ("$argon2id$v=19$m=…,t=…,p=…$salt$hash"), so what it costs can
 * grow: what was kept before keeps working. Cost today: 32 MiB and 2 passes, above what OWASP asks
 * (19 MiB and 2), some 50 to 80 ms on one core. So count tries per person and per address first: a check
 * is the dearest thing a stranger can ask for. Compared without telling by time where they differ.
 *
 * Source: NIST SP 800-63B-4 §3.1.1.2; RFC 9106; OWASP Password Storage. */
#ifndef FEATURES_PEOPLE_PASSWORD_H
#define FEATURES_PEOPLE_PASSWORD_H

#include "base/base.h"

enum {
    PASSWORD_CHARACTERS = 12, /* at least; a character of any script counts as one */
    PASSWORD_BYTES = 200,     /* at most */
    PASSWORD_SALT = 16,       /* bytes of chance for `password_make` */
};

enum password_fault {
    PASSWORD_FINE,
    PASSWORD_SHORT,  /* under PASSWORD_CHARACTERS */
    PASSWORD_LONG,   /* above PASSWORD_BYTES */
    PASSWORD_BROKEN, /* not UTF-8: no form of ours sends that */
    PASSWORD_COMMON, /* hardly more than words and rows that everybody tries first */
    PASSWORD_KNOWN,  /* hardly more than what `known` says */
    PASSWORD_FAULTS
};

/* May this be somebody's password? No rule about capitals, digits or signs, and nothing is cut off.
 * `known` is what anyone can guess here: the name of the site and the organisation, the mail address,
 * the person's name. Their words of four letters and more are taken out, as are common words, years
 * and rows ("qwerty", "1234", "aaaa"); five characters must remain. So "welkom-almere-2026" is
 * refused, and "ik fiets graag door almere" is fine. */
enum password_fault password_rule(struct str password, const struct str *known, size_t known_n);

/* What to keep of a password, with a salt of PASSWORD_SALT bytes of chance. ERR_BUSY when there is no
 * memory for it now; ERR_INPUT above PASSWORD_BYTES (ask `password_rule` first). */
MUST_CHECK enum err password_make(struct arena *a, struct str password, struct str salt,
                                  struct str *kept);

/* Is it the password of which this was kept? Empty `kept` costs as much, and it is not. ERR_BROKEN when
 * `kept` is not what `password_make` makes or asks for more than 256 MiB, 16 passes or 4 lanes. */
MUST_CHECK enum err password_check(struct str password, struct str kept, bool *right);

/* Was it kept at another cost than today's? Then make it anew when the person signs in: until then
 * the time of a check tells that this person exists. */
bool password_aged(struct str kept);

#endif
