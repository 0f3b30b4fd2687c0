/* door.h — who comes in: the page at the door, what devices hand in there, and what is printed for it. */
#ifndef FEATURES_REGISTRATION_DOOR_H
#define FEATURES_REGISTRATION_DOOR_H

#include "features/registration/door.sql.h"
#include "features/registration/give.h"
#include "web/qr.h"

struct door_view {
    struct evening_view e;
    struct registration_counts_row n;
    struct registration_search_row *people;
    size_t people_n;
    struct str asked; /* a part of a name, a number or a code */
    const struct words *done;
    struct str who; /* of whom something was just done */
    int64_t last;   /* their id, to undo it; 0: nobody */
    bool bare; /* without anybody on it: a device keeps it, to be opened without a network */
    struct path page; /* this page, in Dutch: what a device knows the door by */
};
struct badge {
    const struct registration_badges_row *r;
    struct qr qr;
    bool long_name; /* in smaller letters */
};
struct papers_view { /* a list or badges, on A4 */
    struct evening_view e;
    struct registration_badges_row *people;
    size_t people_n;
    struct badge *badges; /* NULL: a list */
    struct str qr_alt;
};

/* ---- letting in (arrive.c) ---- */

struct door_row { /* as a device hands it in, or a form */
    enum door_act act;
    struct str mark; /* MARK_BYTES */
    struct str
        of; /* DOOR_BACK: the mark of what let them in; empty: whatever did until `since` */
    struct instant since;
    int64_t who;         /* 0: whose code this is */
    struct str code;     /* of a registration, or from a badge */
    struct given person; /* DOOR_NEW */
    struct instant when; /* by the clock of the device, which may be wrong; 0: now */
};
struct door_said {
    const char *why; /* NULL: done. Else "weg" (nobody like that), "leeg", "lang", "fout" */
    int64_t who;
    bool already; /* they were in, since `arrived` */
    struct instant arrived;
};
/* Does what a row says, or finds that it was done before. */
MUST_CHECK enum err door_take(struct tx *tx, struct request *req, int64_t gathering,
                              const struct door_row *row, struct door_said *said);
/* Whose code it is, typed or scanned: of a registration (12 letters) or from a badge. `found` false: nobody's. */
MUST_CHECK enum err door_coded(struct request *req, int64_t gathering, struct str text,
                               struct door_person_row *row, bool *found);

#endif
