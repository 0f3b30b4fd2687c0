/* letters.h — text as glyphs: which letters are drawn from which face, and how wide they are.
 *
 * A style of ours is a weight; behind each stand a few faces, asked in order: the site's own Source
 * Sans 3, Noto Sans for other alphabets, Noto Sans Arabic. What none of them has becomes a visible
 * sign (�), never nothing. HarfBuzz shapes; a word that was shaped is kept, so the second time costs
 * a look-up. Lengths are in thousandths of the size of the letters.
 *
 * Memory: the arena, and HarfBuzz's own until letters_end. One thread at a time. */
#ifndef DOCUMENT_LETTERS_H
#define DOCUMENT_LETTERS_H

#include "base/base.h"

#include <hb.h>

enum weight { WEIGHT_TEXT, WEIGHT_HALF, WEIGHT_BOLD, WEIGHTS };
enum { FACES = 4 };

struct face {
    enum weight weight;
    int place; /* among the faces of its weight */
    hb_face_t *file;
    hb_font_t *font;
    unsigned glyphs_n;
    struct str *means; /* of each glyph, the text it was first made of */
    bool *used;        /* of each glyph: is it on the paper? */
    int object;        /* number in the file, 0: not used yet */
    int name;          /* /F1, /F2 … */
};

struct glyph {
    uint32_t id;
    int32_t advance, x, y; /* x and y: moved from where it would stand */
    uint32_t at;           /* first byte of the text that it stands for */
};

struct shaped {
    struct str text; /* what was shaped */
    struct face *face;
    bool rtl;
    struct glyph *glyphs; /* from left to right */
    size_t n;
    int32_t width;
    struct shaped *next;
};

struct letters {
    struct arena *a;
    struct face faces[WEIGHTS][FACES];
    struct shaped **buckets;
    hb_buffer_t *buffer;
};

void letters_start(struct letters *l, struct arena *a);
void letters_end(struct letters *l);

/* The first face of that weight which has this letter; `before` when it has it too and the letter may
 * as well come from there (a comma, a space). NULL: none has it. */
struct face *letters_face(struct letters *l, enum weight weight, uint32_t c,
                          struct face *before);
/* One word or part of it, all from one face and in one direction. */
const struct shaped *letters_shape(struct letters *l, struct face *face, struct str text,
                                   bool rtl, struct str lang);

#endif
