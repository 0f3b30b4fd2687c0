/* give.h — what somebody fills in to register, on this site or at the desk: the fields, and keeping them. */
#ifndef FEATURES_REGISTRATION_GIVE_H
#define FEATURES_REGISTRATION_GIVE_H

#include "features/organise/organise.h"
#include "features/registration/keep.sql.h"
#include "features/registration/registration.h"

struct given {
    struct str name, email, phone, together, apart, interpreter, diet;
    int64_t hood, theme[REGISTRATION_THEMES], childcare;
    struct str basis;
    int age, comes_as, channel;
    bool wheelchair, again;
};
const struct words *give_no_name(void);
const struct words *give_no_role(void);
#define GIVEN_FIELDS                                                                           \
    FIELD_LINE(struct given, name, "naam", .required = true, .most = 80,                       \
               .missing = give_no_name),                                                       \
        FIELD_LINE(struct given, email, "mail", .most = 254),                                  \
        FIELD_LINE(struct given, phone, "telefoon", .most = 30),                               \
        FIELD_CHOICE(struct given, comes_as, "als",                                            \
                     "bewoner vrijwilliger organisatie gemeente", .required = true,            \
                     .missing = give_no_role),                                                 \
        FIELD_NUMBER(struct given, theme[0], "thema1"),                                        \
        FIELD_NUMBER(struct given, theme[1], "thema2"),                                        \
        FIELD_NUMBER(struct given, theme[2], "thema3"),                                        \
        FIELD_NUMBER(struct given, hood, "wijk"),                                              \
        FIELD_CHOICE(struct given, age, "leeftijd", "12-17 18-29 30-44 45-64 65-79 80"),       \
        FIELD_TEXT(struct given, together, "samen", .most = 250),                              \
        FIELD_TEXT(struct given, apart, "apart", .most = 250),                                 \
        FIELD_TICK(struct given, wheelchair, "rolstoel"),                                      \
        FIELD_LINE(struct given, interpreter, "tolk", .most = 12),                             \
        FIELD_NUMBER(struct given, childcare, "kinderen", .most = 10),                         \
        FIELD_LINE(struct given, diet, "dieet", .most = 200),                                  \
        FIELD_TICK(struct given, again, "opnieuw")

/* For the template: what stands there three times, and the ages. */
static const char *const rank_names[REGISTRATION_THEMES]
    __attribute__((unused)) = { "thema1", "thema2", "thema3" };
static const int ages[AGE_GROUPS] __attribute__((unused)) = { AGE_12_17, AGE_18_29, AGE_30_44,
                                                              AGE_45_64, AGE_65_79, AGE_80_UP };

/* What stands there now, where somebody typed something else. */
struct give_now {
    struct str label, value;
};
/* What the fields need to be shown. */
struct give_view {
    struct dialogue d;
    const struct form_state *f;
    struct registering_at_row g;
    struct registering_themes_row *themes;
    struct registering_hoods_row *hoods;
    size_t themes_n, hoods_n;
    struct edit_option *tongues;
    size_t tongues_n;
    struct str basis; /* of what is to be changed, as it stands now */
    struct give_now *now;
    size_t now_n; /* only when it changed while somebody typed */
    bool open;    /* one can register now */
    bool full;    /* and comes on the waiting list */
    bool desk;    /* a colleague types it in for somebody */
    struct path self, back;
    struct str title, lead, button;
};
/* Finds the gathering by its slug in param[1] and fills the view; the frame is open already. `always`:
 * also when it is not announced or one cannot register (the desk). Fails: ERR_MISSING. */
MUST_CHECK enum err give_open(struct request *req, struct give_view *v, struct str slug);
/* May one register today? */
bool give_may(const struct request *req, const struct registering_at_row *g);

/* ---- keep.c ---- */

struct kept {
    int64_t id, number;
    struct str code;
    enum registration_state state;
};
/* Says what is wrong with what was sent. ERR_FORM when something is. */
MUST_CHECK enum err given_check(struct tx *tx, struct request *req, int64_t dialogue);
/* Keeps a new registration: comes while there is room, else waits. A mail goes out when there is an
 * address. */
MUST_CHECK enum err registration_take(struct tx *tx, struct request *req, int64_t gathering,
                                      enum registered_by by, const struct given *g,
                                      struct kept *kept);
/* What was sent comes in place of what there was. */
MUST_CHECK enum err registration_change(struct tx *tx, struct request *req, int64_t gathering,
                                        int64_t id);
/* They do not come; whoever waits longest comes instead. Cancelling twice is cancelling once. */
MUST_CHECK enum err registration_cancel(struct tx *tx, struct request *req,
                                        const struct registration_by_code_row *r);
/* Lets move up who waits, as long as there is room; each gets a mail. */
MUST_CHECK enum err registration_move_up(struct tx *tx, struct request *req, int64_t gathering);

/* ---- its own page ---- */

/* Finds the registration behind the code in param[1]. Fails: ERR_MISSING. */
MUST_CHECK enum err registration_find(struct request *req, struct registration_by_code_row *r,
                                      struct str *code);
/* Its words as a form has them, to be changed; and what is different by now, when a form was sent that was
 * based on something else. */
MUST_CHECK enum err registration_fill(struct request *req,
                                      const struct registration_by_code_row *r,
                                      struct give_view *v);
/* Says so when somebody else changed it since the form was opened. */
MUST_CHECK enum err registration_unchanged(struct request *req,
                                           const struct registration_by_code_row *r);

#endif
