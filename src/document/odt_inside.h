/* odt_inside.h — what the parts of the ODT writer share: odt.c the archive, odt_text.c the text,
 * odt_styles.c how it looks. */
#ifndef DOCUMENT_ODT_INSIDE_H
#define DOCUMENT_ODT_INSIDE_H

#include "algo/brand.h"
#include "base/out.h"
#include "document/odt.h"

/* Words for a look that no named style has: in another language, in bold, on a new page. */
struct odt_style {
    struct str name, parent; /* parent: of a paragraph; empty: it is of a span */
    struct str lang;
    unsigned style;
    bool new_page;
    struct odt_style *next;
};
struct odt_picture {
    struct str name, type, bytes;
    struct odt_picture *next;
};

struct odt {
    const struct document *d;
    struct arena *a;
    struct brand brand;
    struct out out; /* what is being written */
    struct odt_style *styles, *styles_last;
    struct odt_picture *pictures, *pictures_last;
    int styles_n, pictures_n, tables_n;
    bool new_page;
    bool *noted; /* by `level`: the note was written; further on it is referred to */
};

#define RAW(o, text) out_raw(&(o)->out, STR(text))
void odt_text(struct odt *o, struct str text); /* cleaned, escaped, blanks kept */
void odt_attribute(struct odt *o, struct str text);

/* The style of a paragraph under `parent`, or of a span when that is empty. Its name. */
struct str odt_style(struct odt *o, struct str parent, struct str lang, unsigned style,
                     bool new_page);

void odt_body(struct odt *o);             /* odt_text.c: <office:text> */
void odt_automatic_styles(struct odt *o); /* odt_styles.c */
void odt_named_styles(struct odt *o);

#endif
