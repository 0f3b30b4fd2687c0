/* print.h — what is printed for an evening; filled by print.c, read by cards.html, papers.html and guide.html. */
#ifndef FEATURES_SHEET_PRINT_H
#define FEATURES_SHEET_PRINT_H

#include "features/sheet/desk.h"
#include "web/qr.h"

enum { CARDS_ON_A4 = 8 };
struct print_sheet {
    int64_t seats[CARDS_ON_A4];
    size_t seats_n;
};
struct print_table {
    int64_t number;
    bool has_link;
    struct str link, alt;                      /* of the drawing */
    struct qr qr, home_qr;                     /* of its link, and of the cards at its seats */
    struct str home_alt, home_link, home_code; /* the code as it is read out */
    struct sheet_rounds_row *rounds;
    size_t rounds_n;
    struct print_sheet *sheets; /* of cards for its seats */
    size_t sheets_n;
};
struct print_view {
    struct tables_view evening;
    struct print_table *tables;
    size_t tables_n;
    int64_t lines[9]; /* of a paper sheet */
    struct str phone; /* for who has no internet; may be empty */
};

#endif
