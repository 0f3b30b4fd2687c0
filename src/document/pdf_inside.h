/* pdf_inside.h — what the parts of the PDF writer share, and nobody else sees.
 *
 *   pdf_rows.c    blocks become rows: what stands beside each other, with its tags
 *   pdf_parts.c   the rows of tables, figures, covers and other blocks of a kind of their own
 *   pdf_pages.c   rows are put on pages
 *   pdf_draw.c    pages become drawing commands; what is drawn is tagged or decoration
 *   pdf_file.c    objects and streams of the file; tags, letters and pictures as objects
 *
 * Lengths are points (1/72 inch). In a row y counts down from its top. */
#ifndef DOCUMENT_PDF_INSIDE_H
#define DOCUMENT_PDF_INSIDE_H

#include "algo/brand.h"
#include "base/out.h"
#include "document/lines.h"
#include "document/pdf.h"

#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define EDGE 68.0 /* left and right of the text */
#define TOP 66.0
#define BOTTOM 68.0
#define TEXT_WIDTH (PAGE_WIDTH - 2 * EDGE)
#define MEASURE 408.0 /* a line of running text is no wider: it would be hard to read */

/* Colours of assets/face/tokens.css. */
enum { INK = 0x211e1a, QUIET = 0x5b544a, RULE = 0xddd5c8, SAND = 0xfaf7f2, WHITE = 0xffffff };

/* ---- tags: the order in which it is read, and what everything is */

struct kid {
    enum { KID_TAG, KID_MARK, KID_LINK } type;
    struct tag *tag;
    int mark, page; /* of KID_MARK: which on that page; of KID_LINK: the page */
    int object;     /* of KID_LINK: the annotation */
    struct kid *next;
};
struct tag {
    const char *type; /* "P", "H2", "TH" … */
    const char *more; /* attributes, as they stand in the file; NULL: none */
    struct tag *parent;
    struct str lang, alt, to;
    struct str id; /* of a note: no other has it */
    struct kid *kids, *kids_last;
    bool attached; /* its parent knows it */
    int object, page;
    double box[4]; /* of a figure: where it stands */
    struct tag *next;
};

/* ---- what is drawn */

struct form { /* how a text is set */
    double size, lead;
    enum weight weight;
    uint32_t colour;
    bool no_hyphens;
};

struct said { /* a span, as it stands on the paper */
    const struct span *span;
    struct tag *tag; /* NULL: that of its block */
    uint32_t colour;
};

enum icon {
    ICON_NONE,
    ICON_GOES_WELL,
    ICON_MUST_IMPROVE,
    ICON_NEEDED,
    ICON_QUESTION,
    ICON_TIP
};

struct draw {
    enum draw_type {
        DRAW_LINE,
        DRAW_FILL,
        DRAW_PICTURE,
        DRAW_ICON,
        DRAW_PAGE_OF,
        DRAW_DOTS
    } type;
    double x, y, w, h; /* y: of a line its baseline, of the others the top */
    struct tag *tag;   /* NULL: decoration */
    uint32_t colour;
    double size, radius;
    const struct line *line;
    const struct picture *picture;
    enum icon icon;
    const struct anchor *anchor; /* of DRAW_PAGE_OF */
    struct draw *next;
};

struct panel {          /* a coloured field behind rows */
    uint32_t fill, bar; /* bar: at the side where reading begins; 0: none */
    double x, w, pad, radius;
    bool filled, whole_page;
};

struct anchor { /* a place that bookmarks, contents and links lead to */
    struct str name, title;
    int level, page; /* level 0: no heading; page counts from 0, -1: not there */
    double y;
    struct tag *tag;
    const struct block *block;
    struct anchor *next;
};

struct row {
    double space, height; /* space: above it, not at the top of a page */
    bool keep;            /* the next row comes on the same page */
    bool new_page, at_bottom;
    const struct panel *panel;
    const struct row *heading;      /* of a table: drawn again at the top of a page */
    struct anchor *anchor, *beside; /* beside: of what stands in its second column */
    struct draw *draws, *draws_last;
};

struct placed {
    const struct row *row;
    double y; /* of its top, down from the top of the page */
    bool again;
};
struct page {
    struct placed *rows;
    size_t n, room;
    bool cover;
    int object, content;
    struct tag **marks; /* by number */
    int marks_n, marks_room;
    struct str annotations;
};

struct image {
    const struct picture *picture;
    int object;
    struct image *next;
};

struct pdf {
    const struct document *d;
    const struct pdf_options *options;
    struct arena *a;
    struct typesetter t;
    struct brand brand;
    struct out out;
    size_t *offsets; /* of each object; by number */
    int objects_n, objects_room;
    struct row *rows;
    size_t rows_n, rows_room;
    struct page *pages;
    size_t pages_n, pages_room;
    struct tag *root, *tags_last;
    struct anchor *anchors, *anchors_last;
    struct image *images;
    struct face *faces[WEIGHTS * FACES];
    int faces_n, links_n, unnamed;
    struct tag **link_tags;
    int link_tags_room;
};

/* ---- pdf_rows.c */

struct flow { /* where rows go: the document itself, or a column to be put beside another */
    struct pdf *p;
    struct row *rows;
    size_t n, room;
    double x, width;
    struct tag *tag;
    const struct panel *panel;
    double space; /* before the next row, at least */
    bool new_page;
    bool inverse;          /* white on a dark field */
    struct anchor *anchor; /* waits for the next row */
};
struct row *flow_row(struct flow *f, double height);
struct draw *row_draw(struct flow *f, struct row *row, enum draw_type type);
void flow_space(struct flow *f, double space);
struct flow flow_within(const struct flow *f, double x, double width, struct tag *tag);
/* All rows of `column` as part of one row, from `top` down; gives the height. */
double flow_into(struct row *row, const struct flow *column, double top);
double flow_height(const struct flow *column);
/* The lines of a block's spans (or `text`, when there are none) below each other. */
void flow_spans(struct flow *f, const struct block *b, const struct form *form,
                struct tag *tag);
void flow_text(struct flow *f, struct str text, struct str lang, struct str to,
               const struct form *form, struct tag *tag);
void flow_blocks(struct flow *f, const struct block *first);
void flow_block(struct flow *f, const struct block *b);
uint32_t tint_colour(const struct pdf *p, enum tint tint);
struct form form_of(const struct flow *f, double size, double lead, enum weight weight,
                    uint32_t colour);
struct anchor *anchor_of(struct pdf *p, const struct block *b);

/* ---- pdf_parts.c: each makes the rows of one kind of block */
void flow_list(struct flow *f, const struct block *b);
void flow_table(struct flow *f, const struct block *b);
void flow_figure(struct flow *f, const struct block *b);
void flow_part(struct flow *f, const struct block *b);
void flow_contents(struct flow *f, const struct block *b);
void flow_notes(struct flow *f, const struct block *b);

/* ---- pdf_pages.c */
MUST_CHECK enum err pages_make(struct pdf *p);

/* ---- pdf_draw.c */
void page_draw(struct pdf *p, int number);

/* ---- pdf_file.c */
struct tag *tag_add(struct pdf *p, struct tag *in, const char *type);
struct tag *tag_later(struct pdf *p, struct tag *in,
                      const char *type); /* attached when drawn */
void tag_attach(struct pdf *p, struct tag *tag);
struct kid *tag_kid(struct pdf *p, struct tag *tag);
int object_new(struct pdf *p);
void object_begin(struct pdf *p, int object);
void object_end(struct pdf *p);
void object_stream(struct pdf *p, int object, struct str dictionary, struct str bytes,
                   bool packed);
void out_utf16(struct out *o, struct str text); /* <FEFF…> */
PRINTF(2, 3) void out_printf(struct out *o, const char *format, ...);
int face_object(struct pdf *p, struct face *face);
int image_object(struct pdf *p, const struct picture *picture);
void faces_write(struct pdf *p);
void tags_write(struct pdf *p, int tree, int parents);

/* ---- pdf_image.c */
/* Width and height in pixels of a picture that can be shown; false when it cannot. */
bool picture_fits(const struct picture *p);
void picture_write(struct pdf *p, int object, const struct picture *picture);

#endif
