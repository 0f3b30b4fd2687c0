/* referral.h — a warm hand-over: somebody asks that a service contacts them, alone or with somebody beside them.
 *
 * Who is asked gets a mail without a word about the asker, with a link of its own; there it says yes,
 * no with a reason, or done. The asker sees that by a link, and by mail when that is how to reach them. Nobody else
 * sees any of it: no desk, no list, no count by service. The asker can take it back, which erases it at once; else it
 * is erased REFERRAL_DAYS after the last step. No case file, ever. */
#ifndef FEATURES_REFERRAL_REFERRAL_H
#define FEATURES_REFERRAL_REFERRAL_H

#include "features/map/map.h"
#include "features/dialogue/dialogue.h"
#include "features/referral/referral.sql.h"
#include "web/web.h"

enum { REFERRAL_DAYS = 30 };

/* Kept as a number: append only. */
enum referral_state {
    REFERRAL_ASKED,
    REFERRAL_ACCEPTED,
    REFERRAL_DECLINED,
    REFERRAL_DONE,
    REFERRAL_STATES
};
struct term referral_state_term(int state);

struct referral_ask_view {
    struct map_card c;
    const struct form_state *f;
    struct path self, back;
    bool possible; /* it has an address, and mail can go */
};
struct referral_view {
    struct referral_row r;
    bool found;
    struct str slug;
    const struct form_state *f;
    struct path self;
    const struct words *done;
};
struct referral_form {
    struct str name, reach, body;
    bool helped, agrees;
};
enum referral_doing { DO_ACCEPT, DO_DECLINE, DO_DONE };
struct referral_answer {
    int doing; /* enum referral_doing */
    struct str reason;
};

#endif
