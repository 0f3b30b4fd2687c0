/* print.h — what is printed for an evening; filled by print.c, read by cards.html, papers.html and guide.html. */
#ifndef FEATURES_SHEET_PRINT_H
#define FEATURES_SHEET_PRINT_H

#include "features/sheet/desk.h"
#include "web/qr.h"

struct print_table {
    int64_t number;
    bool has_link;
    struct str link, alt; /* of the drawing */
    struct str group[3];
    struct qr qr;
    struct sheet_rounds_row *rounds;
    size_t rounds_n;
};
struct print_view {
    struct tables_view evening;
    struct print_table *tables;
    size_t tables_n;
    int64_t lines[9]; /* of a paper sheet */
};

#endif
