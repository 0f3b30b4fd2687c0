/* settings.h — the file `config` in the data directory: what the server must know and nobody else may see.
 *
 * A line is `name = value`; what follows a # at the beginning of a line is a remark. There need be none. */
#ifndef MAIN_SETTINGS_H
#define MAIN_SETTINGS_H

#include "web/mailer.h"

struct settings {
    struct mail_settings mail;
};
/* Texts live in the arena. Fails: ERR_BROKEN with a sentence that names the line, or when others than
 * the owner may read or write the file. */
MUST_CHECK enum err settings_read(struct arena *a, const char *dir, struct settings *settings);

#endif
