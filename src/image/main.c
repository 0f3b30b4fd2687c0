/* main.c — `dialoog-image`: one picture in, the same picture out, large and small, as nothing but
 * pixels.
 *
 * What it makes is a fixed point: given its own large picture it gives the same bytes. PNG is so by
 * itself. A JPEG that is small and coarse enough is written again from its own coefficients, and one
 * that we encoded is. */
#include "image/image.h"
#include "image/jpeg.h"
#include "image/palette.h"
#include "image/sandbox.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <vips/vips.h>

enum { QUALITY = 85 };

enum source { SOURCE_NONE, SOURCE_IS_JPEG, SOURCE_IS_PNG, SOURCE_IS_WEBP };

/* ---- bytes */

static int read_all(struct bytes *in)
{
    in->s = malloc(IMAGE_BYTES_MOST + 1);
    in->n = 0;
    while (in->s && in->n <= IMAGE_BYTES_MOST) {
        const ssize_t got =
            read(STDIN_FILENO, (char *)in->s + in->n, IMAGE_BYTES_MOST + 1 - in->n);
        if (got < 0) return IMAGE_BROKEN;
        if (got == 0) return IMAGE_DONE;
        in->n += (size_t)got;
    }
    return IMAGE_TOO_MUCH;
}

static bool write_all(const void *s, size_t n)
{
    const char *at = s;
    while (n) {
        const ssize_t put = write(STDOUT_FILENO, at, n);
        if (put <= 0) return false;
        at += put;
        n -= (size_t)put;
    }
    return true;
}

/* By its first bytes alone: what a name or a sender says counts for nothing. */
static enum source sniff(struct bytes in)
{
    const char *s = in.s;
    if (in.n > 4 && memcmp(s, "\xFF\xD8\xFF", 3) == 0) return SOURCE_IS_JPEG;
    if (in.n > 8 && memcmp(s, "\x89PNG\r\n\x1A\n", 8) == 0) return SOURCE_IS_PNG;
    if (in.n > 16 && memcmp(s, "RIFF", 4) == 0 && memcmp(s + 8, "WEBP", 4) == 0)
        return SOURCE_IS_WEBP;
    return SOURCE_NONE;
}

/* ---- pixels */

/* Whole, or for a large JPEG already at a half, quarter or eighth, when `shrink` says so. */
static VipsImage *decode(struct bytes in, enum source source, int shrink)
{
    VipsImage *out = NULL;
    int failed = -1;
    switch (source) {
    case SOURCE_NONE: break;
    case SOURCE_IS_JPEG:
        failed = vips_jpegload_buffer(in.s, in.n, &out, "shrink", shrink, "fail_on",
                                      VIPS_FAIL_ON_TRUNCATED, NULL);
        break;
    case SOURCE_IS_PNG:
        failed = vips_pngload_buffer(in.s, in.n, &out, "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
        break;
    case SOURCE_IS_WEBP:
        failed =
            vips_webpload_buffer(in.s, in.n, &out, "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
        break;
    }
    return failed ? NULL : out;
}

/* `from` is used up; gives what was made of it, or NULL. */
static VipsImage *step(VipsImage *from, int failed, VipsImage **to)
{
    g_object_unref(from);
    return failed ? NULL : *to;
}

static VipsImage *in_memory(VipsImage *x)
{
    VipsImage *y = x ? vips_image_copy_memory(x) : NULL;
    return x ? step(x, !y, &y) : NULL;
}

/* Upright, in sRGB or grey, eight bits, at most `width` pixels wide, held in memory. */
static VipsImage *upright(VipsImage *x)
{
    VipsImage *y = NULL;
    if (x) x = step(x, vips_autorot(x, &y, NULL), &y);
    if (x && vips_image_get_typeof(x, VIPS_META_ICC_NAME)) {
        VipsImage *z = NULL; /* a profile that makes no sense is passed over */
        if (vips_icc_transform(x, &z, "srgb", "embedded", TRUE, NULL) == 0) x = step(x, 0, &z);
    }
    if (!x) return NULL;
    const bool grey = vips_image_get_bands(x) < 3;
    x = step(x,
             vips_colourspace(x, &y, grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB,
                              NULL),
             &y);
    if (x) x = step(x, vips_cast_uchar(x, &y, NULL), &y);
    return in_memory(x);
}

static VipsImage *at_most(VipsImage *x, int width)
{
    VipsImage *y = NULL;
    if (!x || x->Xsize <= width) return x;
    const int height = (int)((int64_t)x->Ysize * width / x->Xsize);
    x = step(x,
             vips_thumbnail_image(x, &y, width, "height", height > 0 ? height : 1, "size",
                                  VIPS_SIZE_FORCE, NULL),
             &y);
    return in_memory(x);
}

static bool encode_jpeg(VipsImage *x, struct bytes *out)
{
    *out = (struct bytes){ 0 };
    return vips_jpegsave_buffer(x, &out->s, &out->n, "Q", QUALITY, "optimize_coding", TRUE,
                                "strip", TRUE, NULL) == 0;
}

/* Exact, with a palette when its colours fit in one; `few` says so. */
static bool encode_png(VipsImage *x, struct bytes *out, bool *few)
{
    *few = x->Bands >= 3 && palette_encode((const uint8_t *)vips_image_get_data(x), x->Xsize,
                                           x->Ysize, x->Bands, out);
    if (*few) return true;
    return vips_pngsave_buffer(x, &out->s, &out->n, "compression", 6, "filter",
                               VIPS_FOREIGN_PNG_FILTER_ALL, "strip", TRUE, NULL) == 0;
}

/* Scaling down mixes colours; of a drawing with few, the small version gets a palette that is near. */
static bool encode_small(VipsImage *x, enum image_type type, bool few, struct bytes *out)
{
    *out = (struct bytes){ 0 };
    if (type == IMAGE_JPEG) return encode_jpeg(x, out);
    if (!few) return encode_png(x, out, &few);
    return vips_pngsave_buffer(x, &out->s, &out->n, "compression", 9, "palette", TRUE, "dither",
                               0.0, "strip", TRUE, NULL) == 0;
}

/* Encodes as JPEG; then x holds the pixels that a reader of `out` sees. */
static bool settle(VipsImage **x, struct bytes *out)
{
    struct bytes first;
    if (!encode_jpeg(*x, &first) || !jpeg_again(first, IMAGE_LARGE, QUALITY, out)) return false;
    g_object_unref(*x);
    *x = in_memory(decode(*out, SOURCE_IS_JPEG, 1));
    return *x;
}

/* ---- one picture */

/* Has this WebP a part of that name? */
static bool webp_has(struct bytes in, const char *name)
{
    const unsigned char *s = in.s;
    for (size_t at = 12, n; at + 8 <= in.n; at += 8 + n + (n & 1)) {
        if (memcmp(s + at, name, 4) == 0) return true;
        n = (size_t)s[at + 4] | (size_t)s[at + 5] << 8 | (size_t)s[at + 6] << 16 |
            (size_t)s[at + 7] << 24;
    }
    return false;
}

/* Drawings stay exact; only what came as a lossy photograph is one. */
static enum image_type type_for(VipsImage *x, enum source source, struct bytes in)
{
    const bool exact =
        source == SOURCE_IS_PNG || (source == SOURCE_IS_WEBP && webp_has(in, "VP8L"));
    return exact || vips_image_hasalpha(x) ? IMAGE_PNG : IMAGE_JPEG;
}

/* A JPEG that needs no turning, no other colours and no other size. */
static bool as_it_is(VipsImage *x, enum source source, struct bytes in, struct bytes *out)
{
    return source == SOURCE_IS_JPEG && vips_image_get_orientation(x) == 1 &&
           !vips_image_get_typeof(x, VIPS_META_ICC_NAME) &&
           jpeg_again(in, IMAGE_LARGE, QUALITY, out);
}

/* As far as a JPEG decoder shrinks by itself while more than enough pixels remain. */
static int shrink_for(VipsImage *x, enum source source)
{
    const int side = x->Xsize < x->Ysize ? x->Xsize : x->Ysize;
    int shrink = 1;
    while (source == SOURCE_IS_JPEG && shrink < 8 && side / (2 * shrink) >= IMAGE_LARGE)
        shrink *= 2;
    return shrink;
}

static int convert(struct bytes in)
{
    struct image_answer answer = { 0 };
    struct bytes large = { 0 }, small = { 0 };
    bool few = false;
    const enum source source = sniff(in);
    if (source == SOURCE_NONE) return IMAGE_NO_PICTURE;
    VipsImage *x = decode(in, source, 1);
    if (!x) return IMAGE_BROKEN;
    if (x->Xsize > IMAGE_SIDE_MOST || x->Ysize > IMAGE_SIDE_MOST ||
        (int64_t)x->Xsize * x->Ysize > IMAGE_PIXELS_MOST)
        return IMAGE_TOO_MUCH;
    const enum image_type type = type_for(x, source, in);
    const bool kept = as_it_is(x, source, in, &large);
    const int shrink = shrink_for(x, source);
    if (shrink > 1) {
        g_object_unref(x);
        x = decode(in, source, shrink);
    }
    x = at_most(upright(x), IMAGE_LARGE);
    if (!x) return IMAGE_BROKEN;
    if (!kept && !(type == IMAGE_JPEG ? settle(&x, &large) : encode_png(x, &large, &few)))
        return IMAGE_BROKEN;
    answer.type = type;
    answer.width = (uint32_t)x->Xsize;
    answer.height = (uint32_t)x->Ysize;
    answer.large = (uint32_t)large.n;
    if (x->Xsize > IMAGE_SMALL) { /* made of the large one, so that an export gives it again */
        x = at_most(x, IMAGE_SMALL);
        if (!x || !encode_small(x, type, few, &small)) return IMAGE_BROKEN;
        answer.small = (uint32_t)small.n;
    }
    return write_all(&answer, sizeof answer) && write_all(large.s, large.n) &&
                   write_all(small.s, small.n)
               ? IMAGE_DONE
               : IMAGE_BROKEN;
}

/* `dialoog-image --try open|socket|exec|write`: the walls hold when this ends with SIGSYS. */
static int try_wall(const char *what)
{
    if (strcmp(what, "open") == 0) return open("/etc/passwd", O_RDONLY) < 0 ? 1 : 0;
    if (strcmp(what, "socket") == 0) return socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? 1 : 0;
    if (strcmp(what, "exec") == 0) return execl("/bin/true", "true", NULL) < 0 ? 1 : 0;
    if (strcmp(what, "fork") == 0) return fork() < 0 ? 1 : 0;
    return 2;
}

static void no_log(const char *domain, GLogLevelFlags level, const char *text, void *with)
{
    (void)domain, (void)level, (void)text, (void)with; /* it would look for a journal */
}

int main(int argc, char **argv)
{
    struct bytes in;
    if (!sandbox_limit()) return IMAGE_WALLS;
    mallopt(M_ARENA_MAX, 1); /* more of them look at /proc later, which the walls forbid */
    close_range(3, ~0u, 0);
    clearenv();
    setenv("VIPSHOME", "/nonexistent", 1);  /* no plug-ins */
    setenv("VIPS_DISC_THRESHOLD", "2g", 1); /* nothing on disk */
    setenv("TZ", "UTC0", 1);                /* colour profiles carry a time */
    tzset();
    setenv("VIPS_NOVECTOR", "1", 1);   /* no machine code made on the way */
    setenv("OMP_NUM_THREADS", "1", 1); /* the same palette every time */
    if (VIPS_INIT(argv[0]) != 0) return IMAGE_WALLS;
    g_log_set_default_handler(no_log, NULL);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);

    if (!sandbox_close()) return IMAGE_WALLS;
    if (argc == 3 && strcmp(argv[1], "--try") == 0) return try_wall(argv[2]);
    int code = read_all(&in);
    if (code == IMAGE_DONE) code = convert(in);
    if (code != IMAGE_DONE) { /* for who tries it by hand */
        const char *why = vips_error_buffer();
        (void)!write(STDERR_FILENO, why, strlen(why));
    }
    _exit(code); /* the kernel clears up; nothing of a strange picture is run again */
}
