/* owner.h — who offers something says whether it is still right: asked by mail, answered behind a link, without an
 * account; and who cannot be asked is called.
 *
 * An entry is asked about when nobody confirmed it for a year, an initiative of residents for half a year: by two
 * mails, two weeks apart. Who is silent then, or has no mail, stands on the list of who is called. */
#ifndef FEATURES_UPKEEP_OWNER_H
#define FEATURES_UPKEEP_OWNER_H

#include "features/upkeep/asking.h"
#include "features/upkeep/desk.h"
#include "features/upkeep/owner.sql.h"
#include "web/mail.h"

enum {
    ASK_DAYS = 365,
    ASK_INITIATIVE_DAYS = 180,
    ASK_AGAIN_DAYS = 14,   /* between the first mail, the second and a call */
    ASK_MAILS = 2,         /* without an answer */
    ASK_FORGET_DAYS = 180, /* mails of longer ago do not count */
    ASK_LINK_DAYS = 30,
    CALL_AGAIN_DAYS = 14,
};

/* Is today a day to mail an owner? `due`: entries of theirs to ask about; `silent`: mails without an answer. */
bool owner_due(int64_t due, int64_t silent, bool asked, struct day last, struct day today);
/* One mail with a new link; older links end. */
MUST_CHECK enum err owner_ask(struct tx *tx, struct request *req, int64_t owner);
/* The entries of an organisation are found again in the order that its owners make. */
MUST_CHECK enum err owners_changed(struct tx *tx, struct arena *a, int64_t organization);

/* One entry is confirmed, or has stopped. */
MUST_CHECK enum err entry_confirm(struct tx *tx, struct request *req, int64_t service,
                                  enum entry_by by);
MUST_CHECK enum err entry_stop(struct tx *tx, struct request *req, int64_t service,
                               enum entry_by by);

/* ---- the page behind the link ---- */

enum asking_state { ASKING_OPEN, ASKING_REPLACED, ASKING_EXPIRED, ASKING_UNKNOWN };
enum asking_state asking_state_of(const struct owner_asking_open_row *q, struct day today);

struct still_line {
    struct entries_of_row entry;
    bool answered, old;
    enum owner_says said;
    struct day day;
    struct str address, hours, phone, about;
};
struct still_view {
    struct owner_asking_open_row q;
    enum asking_state state;
    struct still_line *lines;
    size_t n, open; /* open: not answered yet */
    struct path self;
    struct str code;
    struct day until;
    const struct words *done;
    const struct form_state *form;
    struct entry_view entry; /* of the page where one is changed */
    struct str name;
};
struct claim_view {
    const struct form_state *form;
    struct path self, back;
    struct str name, organization;
    bool sent;
};
struct owners_view { /* at the desk */
    struct organization_at_row about;
    struct map_owners_of_row *owners;
    struct map_claims_row *claims;
    size_t owners_n, claims_n;
    const struct form_state *form;
    struct path self;
    struct keeper k;
    const struct words *done;
    bool can_mail;
};
struct calls_view {
    struct entries_to_call_row *rows;
    struct url *phones;
    size_t n;
    struct path self;
    struct keeper k;
    const struct words *done;
};

#endif
