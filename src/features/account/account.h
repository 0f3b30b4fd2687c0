/* account.h — the account of a year: of what was first promised for that year, what was kept, late, stopped or
 * is running. A promise counts in the year of its first date, also when it was moved. As a page that prints on
 * A4, and as a document. */
#ifndef FEATURES_ACCOUNT_ACCOUNT_H
#define FEATURES_ACCOUNT_ACCOUNT_H

#include "features/account/account.sql.h"
#include "features/deeds/deeds.h"
#include "features/report/report.h"

enum { ACCOUNT_YEARS = 60, ACCOUNT_LINES = 50 /* of each kind, on the page */ };

struct account_line {
    struct account_one_row row;
    struct lateness late;
    struct said owner;
};
struct account_group { /* those that stand alike */
    enum promptness prompt;
    struct account_line *lines;
    size_t n;
    int64_t all; /* more than `n` when some are left out */
};
struct account_year {
    int year;
    int64_t of[PROMPTNESSES], all, moves;
    struct bar bar;
};
struct year_account {
    struct dialogue d;
    struct account_year *years;
    size_t years_n;
    const struct account_year *here;
    struct account_group groups[PROMPTNESSES]; /* late first */
    struct path self;
    struct paper_links paper;
};
/* The account of the year in param[1], with at most so many lines of each kind. Fails: ERR_MISSING when
 * nothing was promised for that year. */
MUST_CHECK enum err account_open(struct request *req, struct response *res, size_t lines,
                                 struct year_account *v);

#endif
