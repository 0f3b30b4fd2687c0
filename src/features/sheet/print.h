/* print.h — what is printed for an evening; filled by print.c, read by cards.html, papers.html and guide.html. */
#ifndef FEATURES_SHEET_PRINT_H
#define FEATURES_SHEET_PRINT_H

#include "features/sheet/desk.h"
#include "web/qr.h"

struct print_table {
    int64_t number;
    bool has_link;
    struct str link, alt;  /* of the drawing */
    struct qr qr, home_qr; /* of its link, and of the cards at its seats */
    struct str home_alt, home_link;
    struct sheet_rounds_row *rounds;
    size_t rounds_n;
};
struct print_view {
    struct tables_view evening;
    struct print_table *tables;
    size_t tables_n;
    int64_t lines[9]; /* of a paper sheet */
    int64_t seats[8]; /* cards on a sheet of A4 */
    struct str phone; /* for who has no internet; may be empty */
};

#endif
