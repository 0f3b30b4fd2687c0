/* ods_read.c — the first sheet of a spreadsheet as rows of text. See ods.h. */
#include "document/ods.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0|"
#define TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0|"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0|"
#define MIMETYPE "application/vnd.oasis.opendocument.spreadsheet"

enum { PIECE = 64 * 1024, MOST_REPEATS = 1 << 20 };

struct reading {
    struct arena *arena;
    struct ods *ods;
    XML_Parser parser;
    size_t room, text_n; /* rows there is room for; bytes of all cells */
    int64_t line;        /* of the row at hand */
    int depth, skip;     /* skip: depth of what is passed over, 0: nothing is */
    bool in_sheet, done, in_cell, in_text;
    struct str cell[ODS_COLUMNS];
    size_t cells, last; /* columns so far; one more than the last with something in it */
    int64_t row_repeat, cell_repeat;
    char *text; /* of the cell at hand */
    size_t n;
    int paragraphs;
    struct str value; /* what its attributes say; empty: its text counts */
};

static void stop(struct reading *r, enum ods_fault fault)
{
    if (r->ods->fault == ODS_FINE) {
        r->ods->fault = fault;
        r->ods->fault_line = r->line;
    }
    XML_StopParser(r->parser, XML_FALSE);
}

/* ---- values ---- */

static const char *attribute(const char **all, const char *name)
{
    for (; *all; all += 2)
        if (!strcmp(all[0], name)) return all[1];
    return NULL;
}
static int64_t repeats(const char **all, const char *name)
{
    const char *text = attribute(all, name);
    int64_t n = 1;
    if (text && !str_number(str_of(text), INT64_MAX, &n)) n = INT64_MAX;
    return n ? n : 1;
}

/* "52.47", "12", "3.5": as short as it is, at most six digits behind the point. */
static struct str number_text(struct arena *a, const char *value)
{
    char *end;
    const double x = strtod(value, &end);
    if (end == value || *end || !(x > -1e15 && x < 1e15)) return arena_copy(a, str_of(value));
    struct str text = arena_format(a, "%.6f", x);
    while (text.n && text.s[text.n - 1] == '0') text.n--;
    if (text.n && text.s[text.n - 1] == '.') text.n--;
    return str_is(text, "-0") ? STR("0") : text;
}

/* "PT09H30M00S" */
static struct str time_text(struct arena *a, const char *value)
{
    int hours = 0, minutes = 0;
    if (sscanf(value, "PT%dH%dM", &hours, &minutes) < 1 || hours < 0 || hours > 99 ||
        minutes < 0 || minutes > 59)
        return arena_copy(a, str_of(value));
    return arena_format(a, "%02d:%02d", hours, minutes);
}

/* "2026-01-31", "2026-01-31T09:30:00" */
static struct str date_text(struct arena *a, const char *value)
{
    const struct str x = str_of(value);
    if (x.n < 16 || x.s[10] != 'T' || str_starts(str_from(x, 11), STR("00:00")))
        return arena_copy(a, str_upto(x, 10));
    return arena_format(a, "%.10s %.5s", x.s, x.s + 11);
}

static struct str value_of(struct arena *a, const char **all)
{
    const char *kind = attribute(all, OFFICE "value-type"), *x;
    if (!kind) return (struct str){ 0 };
    if ((x = attribute(all, OFFICE "boolean-value")))
        return !strcmp(x, "true") ? STR("yes") : STR("no");
    if ((x = attribute(all, OFFICE "date-value"))) return date_text(a, x);
    if ((x = attribute(all, OFFICE "time-value"))) return time_text(a, x);
    if ((x = attribute(all, OFFICE "value"))) return number_text(a, x);
    if ((x = attribute(all, OFFICE "string-value"))) return arena_copy(a, str_of(x));
    return (struct str){ 0 };
}

/* ---- rows and cells ---- */

static void add_text(struct reading *r, const char *s, size_t n)
{
    if (r->n + n > ODS_CELL) {
        stop(r, ODS_LARGE);
        return;
    }
    memcpy(r->text + r->n, s, n);
    r->n += n;
}

static void cell_begins(struct reading *r, const char **all)
{
    r->in_cell = true;
    r->n = 0;
    r->paragraphs = 0;
    r->cell_repeat = repeats(all, TABLE "number-columns-repeated");
    r->value = value_of(r->arena, all);
}

static void cell_ends(struct reading *r)
{
    const struct str text =
        r->value.n ? r->value : arena_copy(r->arena, (struct str){ r->text, r->n });
    r->in_cell = false;
    if (!str_trim(text).n) { /* a sheet has a thousand empty columns */
        r->cells =
            r->cell_repeat > ODS_COLUMNS ? ODS_COLUMNS : r->cells + (size_t)r->cell_repeat;
        if (r->cells > ODS_COLUMNS) r->cells = ODS_COLUMNS;
        return;
    }
    if (!str_utf8(text) || r->cell_repeat > ODS_COLUMNS ||
        r->cells + (size_t)r->cell_repeat > ODS_COLUMNS) {
        stop(r, ODS_LARGE);
        return;
    }
    for (int64_t i = 0; i < r->cell_repeat; i++) r->cell[r->cells++] = text;
    r->last = r->cells;
    r->text_n += text.n;
    if (r->text_n > ODS_TEXT) stop(r, ODS_LARGE);
}

static void row_begins(struct reading *r, const char **all)
{
    r->row_repeat = repeats(all, TABLE "number-rows-repeated");
    r->cells = r->last = 0;
    memset(r->cell, 0, sizeof r->cell);
}

static void row_ends(struct reading *r)
{
    struct ods *ods = r->ods;
    if (!r->last) {
        r->line += r->row_repeat < MOST_REPEATS ? r->row_repeat : MOST_REPEATS;
        return;
    }
    if (r->row_repeat > ODS_REPEATED || ods->n + (size_t)r->row_repeat > ODS_ROWS) {
        stop(r, ODS_LARGE);
        return;
    }
    struct str *cells = NEW(r->arena, struct str, r->last);
    memcpy(cells, r->cell, r->last * sizeof *cells);
    for (int64_t i = 0; i < r->row_repeat; i++) {
        if (ods->n == r->room) {
            const size_t room = r->room ? r->room * 2 : 256;
            struct ods_row *rows = NEW(r->arena, struct ods_row, room);
            if (ods->n) memcpy(rows, ods->row, ods->n * sizeof *rows);
            ods->row = rows;
            r->room = room;
        }
        ods->row[ods->n++] = (struct ods_row){ cells, r->last, r->line++ };
    }
}

/* ---- what the parser calls ---- */

static bool passed_over(const char *name)
{
    return !strcmp(name, OFFICE "annotation") || strstr(name, "drawing:1.0|") ||
           !strcmp(name, TABLE "shapes") || !strcmp(name, TABLE "dde-links") ||
           !strcmp(name, TEXT "note") || !strcmp(name, TEXT "ruby-text");
}

static void starts(void *with, const char *name, const char **all)
{
    struct reading *r = with;
    r->depth++;
    if (r->skip || r->done) return;
    if (passed_over(name)) {
        r->skip = r->depth;
    } else if (!strcmp(name, TABLE "table")) {
        r->in_sheet = true;
        r->line = 1;
    } else if (!r->in_sheet) {
        return;
    } else if (!strcmp(name, TABLE "table-row")) {
        row_begins(r, all);
    } else if (!strcmp(name, TABLE "table-cell") || !strcmp(name, TABLE "covered-table-cell")) {
        cell_begins(r, all);
    } else if (r->in_cell && (!strcmp(name, TEXT "p") || !strcmp(name, TEXT "h"))) {
        if (r->paragraphs++) add_text(r, "\n", 1);
        r->in_text = true;
    } else if (r->in_text && !strcmp(name, TEXT "s")) {
        for (int64_t n = repeats(all, TEXT "c"); n > 0 && r->ods->fault == ODS_FINE; n--)
            add_text(r, " ", 1);
    } else if (r->in_text && (!strcmp(name, TEXT "tab") || !strcmp(name, TEXT "line-break"))) {
        add_text(r, strcmp(name, TEXT "tab") ? "\n" : "\t", 1);
    }
}

static void ends(void *with, const char *name)
{
    struct reading *r = with;
    const bool skipped = r->skip != 0;
    if (r->skip == r->depth) r->skip = 0;
    r->depth--;
    if (skipped || r->done || !r->in_sheet) return;
    if (!strcmp(name, TABLE "table"))
        r->done = true; /* the first sheet is the table */
    else if (!strcmp(name, TABLE "table-row"))
        row_ends(r);
    else if (!strcmp(name, TABLE "table-cell") || !strcmp(name, TABLE "covered-table-cell"))
        cell_ends(r);
    else if (!strcmp(name, TEXT "p") || !strcmp(name, TEXT "h"))
        r->in_text = false;
}

static void text(void *with, const char *s, int n)
{
    struct reading *r = with;
    if (!r->in_text || r->skip || r->done) return;
    for (int i = 0; i < n && r->ods->fault == ODS_FINE;
         i++) /* a line of the file is no line of the text */
        add_text(r, s[i] == '\n' || s[i] == '\r' || s[i] == '\t' ? " " : &s[i], 1);
}

static void doctype(void *with, const char *name, const char *sysid, const char *pubid,
                    int inside)
{
    (void)name, (void)sysid, (void)pubid, (void)inside;
    stop(with, ODS_HOSTILE);
}

/* ---- the archive ---- */

static bool is_spreadsheet(zip_t *zip)
{
    char kind[sizeof MIMETYPE] = { 0 };
    zip_file_t *file = zip_fopen(zip, "mimetype", 0);
    if (!file) return false;
    const zip_int64_t n = zip_fread(file, kind, sizeof kind);
    zip_fclose(file);
    return n == (zip_int64_t)sizeof MIMETYPE - 1 &&
           !memcmp(kind, MIMETYPE, sizeof MIMETYPE - 1);
}

static void parse(struct reading *r, zip_file_t *file)
{
    size_t all = 0;
    zip_int64_t n;
    do {
        void *to = XML_GetBuffer(r->parser, PIECE);
        if (!to) abort();
        n = zip_fread(file, to, PIECE);
        all += n > 0 ? (size_t)n : 0;
        if (n < 0 || all > ODS_UNPACKED) {
            r->ods->fault = n < 0 ? ODS_DAMAGED : ODS_LARGE;
            return;
        }
        if (XML_ParseBuffer(r->parser, (int)n, n == 0) != XML_STATUS_OK) {
            if (r->ods->fault == ODS_FINE) r->ods->fault = ODS_DAMAGED;
            return;
        }
    } while (n > 0 && !r->done);
}

static void read_content(struct reading *r, zip_t *zip)
{
    zip_file_t *file = is_spreadsheet(zip) ? zip_fopen(zip, "content.xml", 0) : NULL;
    r->ods->fault = file ? ODS_FINE : ODS_NOT_ODS;
    if (!file) return;
    r->parser = XML_ParserCreateNS("UTF-8", '|');
    if (!r->parser) abort();
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, starts, ends);
    XML_SetCharacterDataHandler(r->parser, text);
    XML_SetStartDoctypeDeclHandler(r->parser, doctype);
    parse(r, file);
    XML_ParserFree(r->parser);
    zip_fclose(file);
}

bool ods_read(struct arena *a, struct str bytes, struct ods *ods)
{
    struct reading r = { .arena = a, .ods = ods };
    zip_error_t why;
    *ods = (struct ods){ .fault = ODS_NOT_ODS };
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(bytes.s, bytes.n, 0, &why);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &why) : NULL;
    zip_error_fini(&why);
    if (!zip) {
        zip_source_free(source);
        return false;
    }
    r.text = arena_room(a, ODS_CELL, 1);
    read_content(&r, zip);
    zip_discard(zip);
    return ods->fault == ODS_FINE;
}
