/* csv.h — tables as text (RFC 4180): a strict reader over bytes in memory, and a writer.
 *
 * Reading: UTF-8, with or without byte order mark; a comma or a semicolon, whichever the heading
 * uses more; lines end in LF or CRLF; a quote stands around a whole field or is doubled inside one.
 * CRLF inside a field becomes LF. What is not so is a fault with its line, never a guess.
 * Writing: comma, LF, quotes only where they are needed. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/base.h"

#include <stdio.h>

enum {
    CSV_FIELD_MAX = 100 * 1000, /* bytes of one field */
    CSV_FIELDS_MAX = 200,       /* fields of one row */
};

enum csv_fault {
    CSV_FINE,
    CSV_NOT_UTF8,    /* probably Windows-1252, as older spreadsheets save it */
    CSV_UTF16,       /* saved as "Unicode text" */
    CSV_NUL,         /* a NUL byte: this is no text */
    CSV_QUOTE,       /* a quote inside a field that did not begin with one */
    CSV_AFTER_QUOTE, /* something behind the closing quote */
    CSV_UNCLOSED,    /* a quote that never closes; the line is where it opened */
    CSV_LONG_FIELD,  /* above CSV_FIELD_MAX */
    CSV_MANY_FIELDS  /* above CSV_FIELDS_MAX */
};

struct csv {
    struct str text; /* all of it, borrowed */
    size_t at;       /* the next byte to read */
    int64_t line;    /* of that byte, from 1 */
    char separator;
    enum csv_fault fault; /* set once; reading stops there */
    int64_t fault_line;
};
struct csv_row {
    struct str fields[CSV_FIELDS_MAX]; /* slices of the text, or of the arena */
    size_t n;
    int64_t line; /* where it begins */
};

/* Checks the bytes and finds the separator. False: `c->fault` and `c->fault_line` say why. */
bool csv_open(struct csv *c, struct str text);
/* The next row; the heading is the first. An empty line is passed over. False at the end, and at a
 * fault. Memory: only fields with doubled quotes or CRLF inside are copied into the arena. */
bool csv_next(struct csv *c, struct arena *a, struct csv_row *row);

/* One field of a row; `first` when none stands before it. csv_end ends the row. */
void csv_put(FILE *to, struct str field, bool first);
void csv_end(FILE *to);
/* A field with the quotes it needs, also where `separator` is a semicolon. */
struct str csv_field(struct arena *a, struct str field, char separator);

/* A spreadsheet runs a cell as a formula when it begins, after blanks, with = + - @, a tab, a carriage
 * return or a wide ＝ ＋ － ＠. Such a text gets ' in front, and so does one that has ' before such a
 * beginning; reading takes exactly one off, so csv_unguard(csv_guard(x)) is x. For text only: numbers
 * and codes are written as they are. */
struct str csv_guard(struct arena *a, struct str text);
struct str csv_unguard(struct str cell);

#endif
