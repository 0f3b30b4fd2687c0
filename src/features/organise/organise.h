/* organise.h — setting up a gathering at the desk (/:dialogue/beheer/bijeenkomsten/…), and the frame of
 * every desk page of one gathering: evening_open gives it tabs, crumbs and the gathering itself.
 *
 * A new gathering is not announced: it is on no public page until somebody says so. Seats are those of
 * who takes part, host and note-taker not counted; a table nobody planned has TABLE_SEATS. */
#ifndef FEATURES_ORGANISE_ORGANISE_H
#define FEATURES_ORGANISE_ORGANISE_H

#include "features/gathering/gathering.h"
#include "features/organise/organise.sql.h"
#include "features/setup/setup.h"

enum { TABLE_SEATS = 8, ROUNDS_MOST = 24, TABLES_MOST_NUMBER = 200, SEATS_MOST = 500 };

struct evening_view {
    struct edit_view page; /* dialogue, tabs, and the form when there is one */
    struct organise_evening_row g;
    const struct words *done; /* what was just done; NULL: nothing */
};
/* Opens a desk page of the gathering that param[1] names. `part` is what stands behind it in the address
 * ("" for its own page, "programma"); `title` NULL keeps its name. Fails: ERR_MISSING. */
MUST_CHECK enum err evening_open(struct request *req, struct response *res,
                                 struct evening_view *v, const struct words *title,
                                 const char *part);
/* The gathering that a posted form is about, without its frame. Fails: ERR_MISSING. */
MUST_CHECK enum err evening_find(struct request *req, struct subject *s,
                                 struct organise_evening_row *g);
/* Back to a page of it, which says what was done. */
MUST_CHECK enum err evening_back(struct request *req, struct response *res, struct str slug,
                                 const char *part, const char *done);

/* There may be more room now: who waits moves up, each hears of it by mail. Whoever keeps registrations
 * (features/registration) says how; that feature stands later in the order. */
MUST_CHECK enum err evening_moves_up(struct tx *tx, struct request *req, int64_t gathering);
/* Its name, day, time or place is another: who comes or waits hears of it by mail. `silent` of them gave no
 * address, and have to be told otherwise. */
MUST_CHECK enum err evening_moved(struct tx *tx, struct request *req, int64_t gathering,
                                  int64_t *silent);

/* "2026-12-01" and "19:30", as fields send them; empty when there is none. */
struct str day_value(struct arena *a, bool has, struct day day);
struct str clock_value(struct arena *a, bool has, struct clock clock);
struct str number_value(struct arena *a, bool has, int64_t n);

/* Languages an interpreter can be for, with signing and typing along: codes to choose from. The first
 * is none. */
struct edit_option *interpreter_options(struct request *req, size_t *n);
/* "Turks"; as it is when it is none of these. */
struct str interpreter_said(struct request *req, struct str code);
bool interpreter_known(struct str code);

#endif
