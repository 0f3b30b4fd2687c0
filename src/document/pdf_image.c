/* pdf_image.c — see pdf_inside.h: pictures as they are in the file. A JPEG goes in as it is; of a PNG
 * the compressed pixels do, unless it is see-through: then its cover goes apart from its colours.
 *
 * The pictures are ours (dialoog-image made them), yet nothing here believes a length or a size. */
#include "document/pdf_inside.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { SIDE_MOST = 20000, PIXELS_MOST = 40 * 1000 * 1000 };

static uint32_t big(const char *s, size_t n)
{
    uint32_t x = 0;
    for (size_t i = 0; i < n; i++) x = x << 8 | (unsigned char)s[i];
    return x;
}

/* ---- JPEG */

struct jpeg {
    uint32_t width, height, colours, bits;
};

static bool jpeg_read(struct str x, struct jpeg *j)
{
    if (x.n < 4 || big(x.s, 2) != 0xFFD8) return false;
    for (size_t at = 2; at + 4 <= x.n;) {
        const unsigned char type = (unsigned char)x.s[at + 1];
        if ((unsigned char)x.s[at] != 0xFF) return false;
        if (type == 0xFF) {
            at++;
            continue;
        }
        const size_t n = big(x.s + at + 2, 2);
        if (n < 2 || at + 2 + n > x.n) return false;
        const bool frame =
            type >= 0xC0 && type <= 0xCF && type != 0xC4 && type != 0xC8 && type != 0xCC;
        if (frame && n >= 8) {
            const char *s = x.s + at + 4;
            *j = (struct jpeg){ big(s + 3, 2), big(s + 1, 2), big(s + 5, 1), big(s, 1) };
            return j->bits == 8 && (j->colours == 1 || j->colours == 3);
        }
        if (type == 0xDA) return false;
        at += 2 + n;
    }
    return false;
}

/* ---- PNG */

struct png {
    uint32_t width, height, bits,
        colour;                /* 0 grey, 2 colours, 3 palette, 4 and 6 with a cover */
    struct str palette, cover; /* cover: of each colour of the palette */
    struct str data;           /* compressed pixels, in the arena when in several parts */
    size_t parts;
};

static unsigned channels(const struct png *g)
{
    static const unsigned char n[7] = { 1, 0, 3, 1, 2, 0, 4 };
    return n[g->colour];
}

static bool png_head(struct str x, struct png *g)
{
    if (x.n < 33 || memcmp(x.s, "\x89PNG\r\n\x1A\n", 8) != 0 ||
        memcmp(x.s + 12, "IHDR", 4) != 0)
        return false;
    const char *s = x.s + 16;
    *g = (struct png){ .width = big(s, 4),
                       .height = big(s + 4, 4),
                       .bits = big(s + 8, 1),
                       .colour = big(s + 9, 1) };
    if (g->colour > 6 || !channels(g) || big(s + 10, 3) != 0) return false; /* not interlaced */
    if (g->bits != 8 && (g->colour != 0 && g->colour != 3)) return false;
    return g->bits == 1 || g->bits == 2 || g->bits == 4 || g->bits == 8;
}

static bool png_read(struct arena *a, struct str x, struct png *g)
{
    if (!png_head(x, g)) return false;
    size_t all = 0, n = 0;
    char *joined = NULL;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t at = 8; at + 12 <= x.n;) {
            const size_t length = big(x.s + at, 4);
            const char *name = x.s + at + 4, *body = x.s + at + 8;
            if (length > x.n - at - 12) return false;
            if (memcmp(name, "PLTE", 4) == 0) g->palette = (struct str){ body, length };
            if (memcmp(name, "tRNS", 4) == 0) g->cover = (struct str){ body, length };
            if (memcmp(name, "IDAT", 4) == 0 && !pass) {
                g->data = (struct str){ body, length };
                g->parts++;
                all += length;
            } else if (memcmp(name, "IDAT", 4) == 0 && joined) {
                memcpy(joined + n, body, length);
                n += length;
            }
            at += 12 + length;
        }
        if (g->parts < 2) break;
        if (!pass) joined = arena_room(a, all, 1);
    }
    if (joined) g->data = (struct str){ joined, all };
    return g->parts && (g->colour != 3 || (g->palette.n >= 3 && g->palette.n <= 768));
}

static bool see_through(const struct png *g)
{
    return g->colour == 4 || g->colour == 6 || (g->colour == 3 && g->cover.n);
}

static unsigned char paeth(int a, int b, int c)
{
    const int p = a + b - c, pa = abs(p - a), pb = abs(p - b), pc = abs(p - c);
    return (unsigned char)(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
}

/* The pixels, without the way each line was told by the one above it. NULL: cannot be read. */
static unsigned char *png_pixels(struct arena *a, const struct png *g)
{
    const size_t step = (channels(g) * g->bits + 7) / 8,
                 line = ((size_t)g->width * channels(g) * g->bits + 7) / 8;
    uLongf n = (line + 1) * g->height;
    unsigned char *raw = arena_room(a, n + 1, 1);
    const uLongf want = n;
    if (uncompress(raw, &n, (const Bytef *)g->data.s, g->data.n) != Z_OK || n != want)
        return NULL;
    unsigned char *pixels = arena_room(a, line * g->height, 1);
    for (uint32_t y = 0; y < g->height; y++) {
        const unsigned char *from = raw + y * (line + 1) + 1;
        unsigned char *to = pixels + y * line;
        const unsigned char *over = y ? to - line : NULL;
        for (size_t i = 0; i < line; i++) {
            const int left = i >= step ? to[i - step] : 0, above = over ? over[i] : 0,
                      corner = over && i >= step ? over[i - step] : 0;
            int x = from[i];
            switch (from[-1]) {
            case 1: x += left; break;
            case 2: x += above; break;
            case 3: x += (left + above) / 2; break;
            case 4: x += paeth(left, above, corner); break;
            default: break;
            }
            to[i] = (unsigned char)x;
        }
    }
    return pixels;
}

/* ---- both */

bool picture_fits(const struct picture *p)
{
    struct jpeg j;
    struct png g;
    switch (p->type) {
    case PICTURE_SQUARES:
        return p->width > 0 && p->width <= 400 && p->height == p->width &&
               p->bytes.n == (size_t)(p->width * p->height);
    case PICTURE_JPEG:
        return p->width > 0 && p->height > 0 && jpeg_read(p->bytes, &j) && j.width && j.height;
    case PICTURE_PNG:
        return p->width > 0 && p->height > 0 && png_head(p->bytes, &g) && g.width && g.height &&
               g.width <= SIDE_MOST && g.height <= SIDE_MOST &&
               (size_t)g.width * g.height <= PIXELS_MOST;
    case PICTURE_NONE: break;
    }
    return false;
}

static struct str about(struct pdf *p, uint32_t w, uint32_t h, uint32_t bits,
                        const char *colours)
{
    return arena_format(p->a,
                        "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %u"
                        "/ColorSpace%s",
                        w, h, bits, colours);
}

/* Shown where a picture turned out to be broken: a white dot. */
static void nothing_write(struct pdf *p, int object)
{
    object_stream(p, object, about(p, 1, 1, 8, "/DeviceGray"), STR("\xFF"), false);
}

static void cover_write(struct pdf *p, int object, const struct png *g)
{
    const unsigned n = channels(g);
    const size_t count = (size_t)g->width * g->height,
                 line = ((size_t)g->width * n * g->bits + 7) / 8;
    const unsigned char *pixels = png_pixels(p->a, g);
    if (!pixels) {
        nothing_write(p, object);
        return;
    }
    const unsigned colours = g->colour == 4 ? 1 : 3;
    char *colour = arena_room(p->a, count * colours, 1), *cover = arena_room(p->a, count, 1);
    for (size_t i = 0; i < count; i++) {
        const size_t x = i % g->width, y = i / g->width;
        const unsigned char *at = pixels + y * line;
        if (g->colour == 3) {
            const size_t bit = x * g->bits;
            const unsigned k = at[bit / 8] >> (8 - g->bits - bit % 8) & ((1u << g->bits) - 1);
            for (unsigned c = 0; c < 3; c++)
                colour[3 * i + c] = 3 * k + c < g->palette.n ? g->palette.s[3 * k + c] : 0;
            cover[i] = k < g->cover.n ? g->cover.s[k] : (char)255;
        } else {
            memcpy(colour + colours * i, at + x * n, colours);
            cover[i] = (char)at[x * n + colours];
        }
    }
    const int mask = object_new(p);
    object_stream(p, mask, about(p, g->width, g->height, 8, "/DeviceGray"),
                  (struct str){ cover, count }, true);
    const struct str with =
        arena_format(p->a, "/%s/SMask %d 0 R", colours == 1 ? "DeviceGray" : "DeviceRGB", mask);
    object_stream(p, object, about(p, g->width, g->height, 8, with.s),
                  (struct str){ colour, count * colours }, true);
}

static void png_write(struct pdf *p, int object, const struct png *g)
{
    struct out colours = out_start(p->a, 4096, LANG_NL);
    if (g->colour == 3) {
        out_printf(&colours, "[/Indexed/DeviceRGB %zu<", g->palette.n / 3 - 1);
        for (size_t i = 0; i < g->palette.n / 3 * 3; i++)
            out_printf(&colours, "%02X", (unsigned char)g->palette.s[i]);
        out_printf(&colours, ">]");
    } else {
        out_printf(&colours, "/Device%s", g->colour == 2 ? "RGB" : "Gray");
    }
    out_printf(&colours,
               "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %u/BitsPerComponent %u"
               "/Columns %u>>",
               channels(g), g->bits, g->width);
    out_raw(&colours, (struct str){ "", 1 });
    object_stream(p, object, about(p, g->width, g->height, g->bits, colours.s), g->data, false);
}

void picture_write(struct pdf *p, int object, const struct picture *picture)
{
    const struct arena_mark here = arena_here(p->a);
    struct jpeg j;
    struct png g;
    const size_t room = p->out.room;
    const int objects = p->objects_room;
    if (picture->type == PICTURE_JPEG && jpeg_read(picture->bytes, &j)) {
        struct str dictionary = about(p, j.width, j.height, 8,
                                      j.colours == 1 ? "/DeviceGray/Filter/DCTDecode"
                                                     : "/DeviceRGB/Filter/DCTDecode");
        object_stream(p, object, dictionary, picture->bytes, false);
    } else if (picture->type == PICTURE_PNG && png_read(p->a, picture->bytes, &g)) {
        if (see_through(&g))
            cover_write(p, object, &g);
        else
            png_write(p, object, &g);
    } else {
        nothing_write(p, object);
    }
    if (room == p->out.room && objects == p->objects_room) arena_back(p->a, here);
}
