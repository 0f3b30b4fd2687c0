/* request.h — asking for a space, without an account; and the answer of who keeps it.
 *
 *   R1  nothing is asked of a keeper before the button behind the link in the asker's mail was pressed
 *   R2  two never have the same space at the same time: a quarter that is taken has one row, and the key of
 *       that table says so, whatever the program thinks (space_quarter)
 *   R3  a series is one request: answered in one go, cancelled by date or whole
 *   R4  looking at a link does nothing; a button does
 *   R5  what was asked stays with the keeper and the desk, and is erased 30 days after its last day
 *
 * Both links hold a code that is made of the secret of the data file; the data holds hashes. */
#ifndef FEATURES_PLACES_REQUEST_H
#define FEATURES_PLACES_REQUEST_H

#include "features/people/people.h"
#include "features/places/places.h"
#include "features/places/request.sql.h" // IWYU pragma: export

enum {
    REQUESTS_HERE = 10, /* in an hour from one place */
    REQUESTS_TO = 4,    /* in an hour with one mailbox */
    REQUESTS_ALL = 300,
    REQUEST_AHEAD = 366 /* days */
};

/* Can it be on this date? `said` is a sentence about it; empty: it can. */
struct date_check {
    struct day day;
    struct str said;
};
struct wish {
    int64_t space;
    struct hours hours;
    int starts, ends; /* minutes; above 1440: the next day */
    struct day dates[SERIES_DATES];
    size_t n;
};
/* Checks each of its dates; `bad` is how many it cannot be on. */
MUST_CHECK enum err wish_check(struct db *db, struct arena *a, const struct wish *w,
                               struct instant now, enum lang lang, struct date_check *checks,
                               size_t *bad);

struct request_codes {
    struct str asker, keeper;
};
struct request_codes request_codes(const struct request *req, int64_t id, struct instant made);
struct path asker_path(struct arena *a, struct str code);
struct path keeper_path(struct arena *a, struct str code);

/* ---- what happens to one; each tells who has to know ---- */

MUST_CHECK enum err request_confirm(struct tx *tx, struct request *req,
                                    const struct request_by_code_row *r);
/* ERR_FORM, with what is wrong said, when nothing of it can be granted any more. */
MUST_CHECK enum err request_grant(struct tx *tx, struct request *req,
                                  const struct request_by_code_row *r, struct str word);
MUST_CHECK enum err request_refuse(struct tx *tx, struct request *req,
                                   const struct request_by_code_row *r, struct str reason);
/* By who asked: one date, or (`all`) each that is still to come. */
MUST_CHECK enum err request_cancel(struct tx *tx, struct request *req,
                                   const struct request_by_code_row *r, bool all,
                                   struct day day);

/* ---- mails ---- */

enum request_letter { LETTER_CONFIRM, LETTER_KEEPER, LETTER_ANSWER, LETTER_CANCELLED };
MUST_CHECK enum err request_mail(struct tx *tx, struct request *req,
                                 const struct request_by_code_row *r, enum request_letter what);
/* "dinsdag 1 december 2026" */
struct str long_day(struct arena *a, struct day d, enum lang lang);

/* ---- pages ---- */

struct ask_form {
    struct str purpose, name, email;
    struct optional_day day, until;
    struct optional_clock starts, ends;
    int repeats;
    int64_t people;
    bool anyway;
};
struct ask_view {
    struct path self, back;
    const struct form_state *f;
    struct place_named_row p;
    struct place_spaces_row s;
    struct date_check *checks;
    size_t checks_n, bad;
    bool sent, can_mail;
    struct day today;
};
struct request_view {
    bool found;
    struct path self;
    struct str slug; /* of the code, in addresses */
    const struct form_state *f;
    struct request_by_code_row r;
    struct request_date_line {
        struct day day;
        enum date_state state;
        bool can_cancel;
    } * dates;
    size_t dates_n, taken_n, coming_n;
    const struct words *done;
    bool desk; /* seen by the desk, not by a keeper's link */
};
/* Fills dates of view->r. */
MUST_CHECK enum err request_fill(struct request *req, struct request_view *v);
struct request_desk_view {
    struct path self;
    struct requests_in_row *rows;
    size_t n;
    int64_t waits, accepted;
    bool accepted_shown, paged, more;
    const struct words *done;
};

#endif
