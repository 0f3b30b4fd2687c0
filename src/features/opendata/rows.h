/* rows.h — the cells of a table, one after the other, as CSV or JSON. */
#ifndef FEATURES_OPENDATA_ROWS_H
#define FEATURES_OPENDATA_ROWS_H

#include "features/opendata/opendata.h"

enum open_form {
    OPEN_CSV,   /* RFC 4180: comma, CRLF, no byte order mark */
    OPEN_SHEET, /* for Dutch spreadsheets: semicolon, CRLF, a byte order mark */
    OPEN_JSON,
};
struct open_rows {
    struct request *req;
    const struct dialogue *d;
    const struct open_table *t;
    enum open_form form;
    int64_t first, last; /* numbers of this part */
    struct out *o;
    struct arena passing; /* of one row */
    size_t at;            /* cells of this row so far */
    int64_t n;            /* rows so far */
    bool wrong;           /* a cell that its column does not expect */
};
void open_heading(struct open_rows *w); /* of CSV */
/* Begins a row: each says of which dialogue it is, so that files of several can stand under each other. */
struct open_rows *open_row(void *w);
/* Each puts the next cell; `has` false: it is empty. */
void open_text(struct open_rows *w, struct str text);
void open_text_maybe(struct open_rows *w, bool has, struct str text);
void open_name(struct open_rows *w, bool has, struct str name);
void open_number(struct open_rows *w, bool has, int64_t number);
void open_code(struct open_rows *w, bool has, struct term (*term_of)(int), int value);
void open_language(struct open_rows *w, struct str code); /* or another code as it is */
void open_day(struct open_rows *w, bool has, struct day day);
void open_clock(struct open_rows *w, bool has, struct clock clock);
void open_yes_no(struct open_rows *w, bool yes);
/* The whole address of a page of this dialogue: open_address(w, "punt", "12"). */
void open_address(struct open_rows *w, const char *page, struct str name);
void open_address_number(struct open_rows *w, const char *page, int64_t number);
MUST_CHECK enum err open_row_end(struct open_rows *w);

#endif
