/* document.h — what a document says, apart from how it looks: one model, several writers.
 *
 * A feature builds a tree of blocks; `pdf.h`, `odt.h` and `plain.h` write it as PDF/UA-1, as
 * OpenDocument and as Markdown. None of them knows a feature, and the document knows no writer: a
 * block says that it is a heading, a question or a figure, never at which place on the paper.
 *
 *     struct document d;
 *     document_start(&d, arena, STR("Verslag"), STR("nl"));
 *     struct block *part = block_add(&d, d.root, BLOCK_PART);
 *     document_heading(&d, part, 1, STR("Hoe gaat het met de buurt?"), STR("nl"));
 *     document_paragraph(&d, part, STR("Zo'n 150 mensen praatten mee."), STR("nl"));
 *
 * What every document of ours can be relied on for, because the writers refuse nothing else:
 *   - the title and each language are known; text that is in another language says so;
 *   - headings go down one level at a time (document_heading sees to it);
 *   - a figure has an alternative text, or is said to be decoration;
 *   - a table has a caption and says which cells are headings.
 *
 * Text is whatever people wrote. Each writer passes it through `document_clean`: control characters
 * and the marks that turn all text behind them round are left out, never shown, never obeyed.
 *
 * Memory: everything lives in the arena; texts and pictures are borrowed, so they must outlive it.
 * Cost: a few hundred bytes for each block. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/base.h"
#include "base/time.h"

enum block_type {
    BLOCK_PART,      /* a group of blocks; `look` says what for */
    BLOCK_HEADING,   /* `level`, spans */
    BLOCK_PARAGRAPH, /* spans */
    BLOCK_LIST,      /* children are BLOCK_ITEM; `numbered` */
    BLOCK_ITEM,      /* children; `label` stands in front instead of a bullet or number */
    BLOCK_TABLE,     /* spans are its caption; children are BLOCK_ROW */
    BLOCK_ROW,       /* children are BLOCK_CELL */
    BLOCK_CELL,      /* spans; `heading` when it names its column or row */
    BLOCK_FIGURE,    /* `picture`; spans are its caption */
    BLOCK_QUOTE,     /* children: what somebody said */
    BLOCK_NOTES, /* children are BLOCK_NOTE: what they say stands here, or at the foot of a page */
    BLOCK_NOTE,    /* `label` is its number as shown, `level` that in the document; spans */
    BLOCK_CONTENTS /* made by the writer: the headings of level 2 behind it, with their pages */
};

/* What a block is for, where its type does not say enough. Each writer gives it a form. */
enum look {
    LOOK_PLAIN,
    LOOK_COVER,   /* part: the front page */
    LOOK_OPENING, /* part: the head of a chapter, its number, title and question */
    LOOK_BESIDE,  /* part: its two children stand beside each other where there is room */
    LOOK_ASIDE,   /* part: apart from the rest, such as a colophon */
    LOOK_LEAD,    /* paragraph: the first, larger */
    LOOK_LABEL,   /* paragraph: small, above a heading */
    LOOK_QUIET,   /* paragraph: less important */
    LOOK_NUMBERS, /* list: figures to see at a glance; each item a label and what it counts */
    LOOK_COLUMNS  /* list: short items, two beside each other where there is room */
};

/* Colours by what they mean; `document.colour` is the one of the city. */
enum tint {
    TINT_NONE,
    TINT_CITY,
    TINT_GOES_WELL,
    TINT_MUST_IMPROVE,
    TINT_NEEDED,
    TINT_QUESTION,
    TINT_TIP
};

enum { STYLE_EMPHASIS = 1, STYLE_STRONG = 2, STYLE_CODE = 4, STYLE_QUIET = 8 };

struct span {
    struct str text, lang; /* lang: a tag of BCP 47; empty: that of its block */
    unsigned style;        /* STYLE_… */
    struct str to; /* "#anchor" in this document or an address elsewhere; empty: no link */
    const struct block *note; /* the span refers to it; its text is the number */
    struct span *next;
};

struct picture {
    enum picture_type { PICTURE_NONE, PICTURE_JPEG, PICTURE_PNG, PICTURE_SQUARES } type;
    struct str bytes;      /* the file; of squares: one byte for each, row by row, 1 is dark */
    int64_t width, height; /* pixels, or squares on a side */
    struct str alt, alt_lang;
    struct str address; /* where it can be seen; empty: not known */
    bool decoration;    /* says nothing that the text does not say: read aloud by nobody */
};

struct block {
    enum block_type type;
    enum look look;
    enum tint tint;
    int level;
    bool numbered, heading, new_page;
    struct str lang;   /* of its text; empty: that of the block around it */
    struct str anchor; /* where "#anchor" leads; empty: nowhere */
    struct str label, label_to;
    struct picture picture;
    struct span *spans, *spans_last;
    struct block *parent, *first, *last, *next;
};

struct document {
    struct arena *a;
    struct str title, lang, author, description;
    struct str header, footer; /* at the edge of every page, as far as a writer has pages */
    struct str address;        /* where it is published; empty: not known */
    struct instant made;       /* of the edition, so the same edition gives the same bytes */
    uint32_t colour;           /* 0xRRGGBB */
    struct str contents;       /* heading above the contents */
    struct block *root;
    int deepest; /* level of the last heading */
    int notes_n;
};

void document_start(struct document *d, struct arena *a, struct str title, struct str lang);

/* A block as the last child of `in`. */
struct block *block_add(struct document *d, struct block *in, enum block_type type);
/* A span as the last of a block; the one it gives can still be changed. Empty text: none (NULL). */
struct span *block_say(struct document *d, struct block *in, struct str text, struct str lang);

/* The usual ones. An empty text makes no block (NULL), but for a cell. */
struct block *document_heading(struct document *d, struct block *in, int level, struct str text,
                               struct str lang);
struct block *document_paragraph(struct document *d, struct block *in, struct str text,
                                 struct str lang);
struct block *document_cell(struct document *d, struct block *row, struct str text,
                            bool heading);
/* What somebody typed: a paragraph for each part between empty lines. */
void document_typed(struct document *d, struct block *in, struct str text, struct str lang);
/* CommonMark. Headings begin at `level`. Links go to http(s), mailto and tel, and to "/…" at
 * `site`; another link is text. HTML is shown as it was typed, pictures as their description. */
void document_formatted(struct document *d, struct block *in, struct str text, struct str lang,
                        int level, struct str site);

/* Notes: `document_notes` gives a list that stands nowhere yet, document_note adds one to it with a number
 * as it is shown ("1"), document_refer refers to it, as often as wanted, and document_notes_put lets the
 * list follow; a list without notes is left out. */
struct block *document_notes(struct document *d);
struct block *document_note(struct document *d, struct block *notes, struct str number,
                            struct str text, struct str lang);
void document_refer(struct document *d, struct block *in, const struct block *note);
void document_notes_put(struct block *in, struct block *notes);

/* Without what cannot be shown or would lead astray: see above. CRLF becomes LF, a tab a space. The
 * text itself when there is nothing to leave out. */
struct str document_clean(struct arena *a, struct str text);
/* The language in which a block stands; never empty. */
struct str block_lang(const struct document *d, const struct block *b);
/* Is a language written from right to left? By its tag. */
bool lang_is_rtl(struct str lang);
/* All spans of a block as one cleaned text. */
struct str block_text(struct arena *a, const struct block *b);

#endif
