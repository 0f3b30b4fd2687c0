/* contribute.h — how residents tell something from home: in a few words, as a story, or spoken.
 *
 * No account, and nothing is asked that can be left out. Each of the three pages has the same fields
 * around its own; contribute.c reads and checks those. After sending, the visitor is led to the page
 * of their receipt (/bewijs/…, features/receipt). */
#ifndef FEATURES_CONTRIBUTE_CONTRIBUTE_H
#define FEATURES_CONTRIBUTE_CONTRIBUTE_H

#include "features/contribute/contribute.sql.h"
#include "features/voices/voices.h"

/* What the three forms have in common. */
struct given {
    struct str text, title, signed_by, lang;
    struct upload sound, photo;
    int64_t theme, neighbourhood;
    int kind, may, people;
    bool young, parent;
};
#define GIVEN_FIELDS                                                                           \
    FIELD_NUMBER(struct given, theme, "thema"),                                                \
        FIELD_NUMBER(struct given, neighbourhood, "wijk"),                                     \
        FIELD_LINE(struct given, lang, "taal", .most = 12),                                    \
        FIELD_CHOICE(struct given, may, "mag", "openbaar team tellen", .required = true,       \
                     .missing = choose_what_may),                                              \
        FIELD_TICK(struct given, young, "jong"), FIELD_TICK(struct given, parent, "ouder")
const struct words *choose_what_may(void);

struct tongue {
    const char *code, *name;
};

struct contribute_view {
    struct dialogue d;
    const struct words *title, *lead;
    struct listening listening;
    const struct form_state *f;
    struct contribute_themes_row *themes;
    struct contribute_neighbourhoods_row *hoods;
    size_t themes_n, hoods_n;
    const struct tongue *tongues;
    size_t tongues_n;
    struct str phone; /* of the municipality; may be empty */
};

/* Opens the dialogue, and fills what the fields in common need. */
MUST_CHECK enum err contribute_open(struct request *req, struct response *res,
                                    const struct words *title, const struct words *lead,
                                    struct contribute_view *v);
/* Their `prepare`, `.quick`: what of the voice can be reckoned without data. */
MUST_CHECK enum err contribute_foresee(struct request *req);
/* Checks the fields in common and keeps it; leads to the receipt. `in` holds what is particular. */
MUST_CHECK enum err contribute_keep(struct tx *tx, struct request *req, struct response *res,
                                    struct received *in);
/* The same without leading there, for who keeps something beside it. */
MUST_CHECK enum err contribute_receive(struct tx *tx, struct request *req, struct received *in,
                                       struct receipt *receipt);

/* The type of a recording by its first bytes, empty when it is none that we take. */
struct str sound_type(struct str bytes);

#endif
