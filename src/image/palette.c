/* palette.c — see palette.h. */
#include "image/palette.h"
#include "image/image.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <png.h>

enum { COLOURS = 256, SLOTS = 1024 };

/* The colours that occur, first in a hash table, then in order. */
struct colours {
    uint32_t slot[SLOTS];
    bool used[SLOTS];
    uint8_t number[SLOTS]; /* place in the palette */
    uint32_t in_order[COLOURS];
    int n;
};

static uint32_t colour_at(const uint8_t *p, int bands)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 |
           (bands == 4 ? p[3] : 255u);
}

static size_t slot_of(const struct colours *c, uint32_t colour)
{
    size_t at = (colour * 2654435761u) >> 22;
    while (c->used[at] && c->slot[at] != colour) at = (at + 1) % SLOTS;
    return at;
}

static int ascending(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool count(struct colours *c, const uint8_t *pixels, size_t n, int bands)
{
    for (size_t i = 0; i < n; i++) {
        const uint32_t colour = colour_at(pixels + i * (size_t)bands, bands);
        const size_t at = slot_of(c, colour);
        if (c->used[at]) continue;
        if (c->n == COLOURS) return false;
        c->used[at] = true;
        c->slot[at] = colour;
        c->in_order[c->n++] = colour;
    }
    qsort(c->in_order, (size_t)c->n, sizeof *c->in_order, ascending);
    for (int k = 0; k < c->n; k++) c->number[slot_of(c, c->in_order[k])] = (uint8_t)k;
    return true;
}

static void keep(png_structp png, png_bytep bytes, size_t n)
{
    struct bytes *out = png_get_io_ptr(png);
    char *more = realloc(out->s, out->n + n);
    if (!more) _exit(IMAGE_BROKEN);
    memcpy(more + out->n, bytes, n);
    out->s = more;
    out->n += n;
}
static void flush(png_structp png)
{
    (void)png;
}
static void damaged(png_structp png, png_const_charp why)
{
    (void)png, (void)why;
    _exit(IMAGE_BROKEN);
}

static void write_head(png_structp png, png_infop info, const struct colours *c, int width,
                       int height, int bands)
{
    png_color colours[COLOURS];
    png_byte alphas[COLOURS];
    const int bits = c->n <= 2 ? 1 : c->n <= 4 ? 2 : c->n <= 16 ? 4 : 8;
    for (int k = 0; k < c->n; k++) {
        const uint32_t x = c->in_order[k];
        colours[k] =
            (png_color){ (png_byte)(x >> 24), (png_byte)(x >> 16), (png_byte)(x >> 8) };
        alphas[k] = (png_byte)x;
    }
    png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, bits,
                 PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, colours, c->n);
    if (bands == 4) png_set_tRNS(png, info, alphas, c->n, NULL);
    png_set_compression_level(png, 9);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_write_info(png, info);
    png_set_packing(png); /* one byte a pixel in, `bits` out */
}

bool palette_encode(const uint8_t *pixels, int width, int height, int bands, struct bytes *out)
{
    struct colours *c = calloc(1, sizeof *c);
    const size_t row_n = (size_t)width;
    uint8_t *row = malloc(row_n);
    *out = (struct bytes){ 0 };
    const bool few = c && row && count(c, pixels, row_n * (size_t)height, bands);
    if (few) {
        png_structp png =
            png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, damaged, damaged);
        png_infop info = png_create_info_struct(png);
        png_set_write_fn(png, out, keep, flush);
        write_head(png, info, c, width, height, bands);
        for (int y = 0; y < height; y++) {
            const uint8_t *from = pixels + (size_t)y * row_n * (size_t)bands;
            for (size_t x = 0; x < row_n; x++)
                row[x] = c->number[slot_of(c, colour_at(from + x * (size_t)bands, bands))];
            png_write_row(png, row);
        }
        png_write_end(png, NULL);
        png_destroy_write_struct(&png, &info);
    }
    free(row);
    free(c);
    return few;
}
