/* membercheck.h — the draft points of an evening go back to its tables before they are published: is this what
 * you said? (In research this is called a member check.)
 *
 * Who led, noted or took part, and can be reached, gets a mail with a link of their own; for the others
 * there is a card of the table. A link opens one table: the points that rest on what was said there, with
 * those notes. Looking does nothing; a button agrees, or objects in words. An objection stands beside the
 * point at the desk until an editor decides who did not work on that point; who objected reads it behind
 * the same link. A table can also object to setting a note aside (features/review decides on that).
 *
 *   B1  a link opens one table only
 *   B2  nobody decides about a point they made or changed
 *   B3  sent twice is sent once: a mail for each person, an answer for each press
 *
 * Codes are made of the secret of the data file; the data holds their SHA-256. */
#ifndef FEATURES_MEMBERCHECK_MEMBERCHECK_H
#define FEATURES_MEMBERCHECK_MEMBERCHECK_H

#include "features/desk/desk.h"
#include "features/membercheck/membercheck.sql.h"
#include "features/organise/organise.h"
#include "web/qr.h"

enum { MEMBERCHECK_TEXT_MOST = 2000, MEMBERCHECK_DAYS = 14, MEMBERCHECK_DAYS_MOST = 90 };

/* The code behind somebody's link; `id` of the registration or person, 0 for a card. */
struct str membercheck_code(const struct request *req, int64_t gathering, int64_t number,
                            enum membercheck_who who, int64_t id);
struct str membercheck_hash(struct arena *a, struct str code);
/* "/voorgelegd/7k3m-0qxd-9vtb" */
struct path membercheck_path(struct arena *a, struct str code);
/* "notulist" */
const struct words *membercheck_who_words(enum membercheck_who who);

/* ---- at the table ---- */

struct check_point { /* a point, as a table sees it */
    const struct membercheck_points_row *r;
    const struct membercheck_notes_row *notes;
    size_t notes_n;
    int64_t elsewhere; /* what else it rests on */
    const struct membercheck_answers_row *answers;
    size_t answers_n;
    bool agreed;
};
struct check_view {
    struct dialogue d;
    struct membercheck_open_row l;
    const struct form_state *form;
    struct str slug;        /* of its code, in addresses */
    struct path self, here; /* the list of points; this page */
    bool past;              /* the last day is over */
    int64_t days;
    struct check_point *points;
    size_t points_n, open_n; /* open: not answered yet */
    const struct membercheck_asides_row *asides;
    size_t asides_n;
    const struct membercheck_objections_row *objections;
    size_t objections_n;
    const struct membercheck_answers_row *gone; /* about points that are no longer here */
    size_t gone_n;
    const struct check_point *point;            /* of the page where one objects */
    const struct membercheck_asides_row *aside; /* the same, to setting aside */
    const struct words *done;
};
/* Finds what the code in param[0] opens, fills frame and view. Fails: ERR_MISSING. */
MUST_CHECK enum err check_open(struct request *req, struct response *res, struct check_view *v);
const struct words *check_past(void);

/* ---- at the desk ---- */

struct check_table {
    const struct membercheck_tables_row *r;
    struct path to;  /* what its card opens */
    struct str link; /* the same, for the world */
    struct qr qr;
    struct str alt;
};
struct check_desk_view {
    struct dialogue d;
    struct membercheck_evening_row e;
    const struct form_state *form;
    struct path self;
    struct check_table *tables;
    size_t tables_n;
    int64_t points, crew, guests, fresh; /* people; fresh: not mailed yet */
    int64_t named, seatless, silent, objected, agreed, waiting;
    struct membercheck_waiting_row *objections;
    size_t objections_n;
    bool past, can_mail;
    int64_t days;
    const struct words *done;
    int64_t sent;
};
struct decide_view {
    struct dialogue d;
    struct membercheck_one_row o;
    const struct form_state *form;
    struct path self;
    bool there; /* the point is still in the draft */
    bool mine;  /* the visitor worked on it */
    struct str said, english, basis;
    bool clash;
    struct point_state state;
};

#endif
