/* show.h — what the register of personal data shows. */
#ifndef FEATURES_PRIVACY_SHOW_H
#define FEATURES_PRIVACY_SHOW_H

#include "features/privacy/privacy.h"
#include "web/web.h"

struct register_entry {
    struct personal_about about;
    struct str until;   /* with its days */
    struct str columns; /* where it stands: "voice.body, voice.lang" */
};
struct register_view {
    struct register_entry entries[PERSONAL_KINDS];
    struct str organisation;
};

#endif
