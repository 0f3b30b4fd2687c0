/* letters.c — see letters.h. */
#include "document/letters.h"
#include "document/stock.h"

#include <hb-ot.h>
#include <string.h>

enum { BUCKETS = 8192, EM = 1000 };

void letters_start(struct letters *l, struct arena *a)
{
    *l = (struct letters){ .a = a,
                           .buckets = NEW(a, struct shaped *, BUCKETS),
                           .buffer = hb_buffer_create() };
}

void letters_end(struct letters *l)
{
    for (int w = 0; w < WEIGHTS; w++)
        for (int i = 0; i < FACES; i++) {
            hb_font_destroy(l->faces[w][i].font);
            hb_face_destroy(l->faces[w][i].file);
        }
    hb_buffer_destroy(l->buffer);
}

static struct face *opened(struct letters *l, enum weight weight, int place)
{
    static const float weights[WEIGHTS] = { 400, 600, 750 };
    const struct str files[WEIGHTS][FACES] = {
        { stock_sans, stock_sans_more, stock_world, stock_arabic },
        { stock_sans, stock_sans_more, stock_world_bold, stock_arabic_bold },
        { stock_sans, stock_sans_more, stock_world_bold, stock_arabic_bold },
    };
    struct face *f = &l->faces[weight][place];
    if (f->font) return f;
    const struct str bytes = files[weight][place];
    hb_blob_t *blob =
        hb_blob_create(bytes.s, (unsigned)bytes.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
    f->weight = weight;
    f->place = place;
    f->file = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    f->font = hb_font_create(f->file);
    hb_font_set_scale(f->font, EM, EM);
    const hb_variation_t heavy = { HB_TAG('w', 'g', 'h', 't'), weights[weight] };
    if (place < 2) hb_font_set_variations(f->font, &heavy, 1);
    f->glyphs_n = hb_face_get_glyph_count(f->file);
    f->means = NEW(l->a, struct str, f->glyphs_n);
    f->used = NEW(l->a, bool, f->glyphs_n);
    return f;
}

static bool has(const struct face *f, uint32_t c)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(f->font, c, &glyph) && glyph;
}

/* Signs that belong to no alphabet: they come from the face of the letters beside them. */
static bool is_common(uint32_t c)
{
    return c < 'A' || (c > 'Z' && c < 'a') || (c > 'z' && c < 0xC0) ||
           (c >= 0x2000 && c < 0x2070);
}

struct face *letters_face(struct letters *l, enum weight weight, uint32_t c,
                          struct face *before)
{
    if (before && before->weight == weight && is_common(c) && has(before, c)) return before;
    for (int i = 0; i < FACES; i++) {
        struct face *f = opened(l, weight, i);
        if (has(f, c)) return f;
    }
    return NULL;
}

static uint32_t hash_of(const struct face *face, struct str text, bool rtl)
{
    uint32_t h = 2166136261u ^ ((uint32_t)face->weight * FACES + (uint32_t)face->place) ^
                 (rtl ? 64u : 0u);
    for (size_t i = 0; i < text.n; i++) h = (h ^ (unsigned char)text.s[i]) * 16777619u;
    return h % BUCKETS;
}

/* What each glyph stands for, where it stands for something alone: kept of the first time, to find text
 * in the document by. */
static void note_meanings(struct shaped *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct glyph *g = &s->glyphs[i];
        uint32_t end = (uint32_t)s->text.n;
        size_t same = 0;
        for (size_t k = 0; k < s->n; k++) {
            if (s->glyphs[k].at > g->at && s->glyphs[k].at < end) end = s->glyphs[k].at;
            same += s->glyphs[k].at == g->at;
        }
        if (same == 1 && g->id < s->face->glyphs_n && !s->face->means[g->id].n)
            s->face->means[g->id] = (struct str){ s->text.s + g->at, end - g->at };
    }
}

const struct shaped *letters_shape(struct letters *l, struct face *face, struct str text,
                                   bool rtl, struct str lang)
{
    struct shaped **bucket = &l->buckets[hash_of(face, text, rtl)];
    for (const struct shaped *s = *bucket; s; s = s->next)
        if (s->face == face && s->rtl == rtl && str_eq(s->text, text)) return s;
    hb_buffer_t *b = l->buffer;
    hb_buffer_reset(b);
    hb_buffer_add_utf8(b, text.s, (int)text.n, 0, (int)text.n);
    hb_buffer_set_direction(b, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    if (lang.n) hb_buffer_set_language(b, hb_language_from_string(lang.s, (int)lang.n));
    hb_buffer_guess_segment_properties(b);
    hb_shape(face->font, b, NULL, 0);
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    const hb_glyph_position_t *place = hb_buffer_get_glyph_positions(b, &n);
    struct shaped *s = NEW(l->a, struct shaped, 1);
    *s = (struct shaped){ .text = arena_copy(l->a, text),
                          .face = face,
                          .rtl = rtl,
                          .glyphs = NEW(l->a, struct glyph, n),
                          .n = n,
                          .next = *bucket };
    for (unsigned i = 0; i < n; i++) {
        s->glyphs[i] = (struct glyph){ info[i].codepoint, place[i].x_advance, place[i].x_offset,
                                       place[i].y_offset, info[i].cluster };
        s->width += place[i].x_advance;
    }
    note_meanings(s);
    *bucket = s;
    return s;
}
