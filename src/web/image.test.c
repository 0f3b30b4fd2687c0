/* image.test.c — the image program as loading uses it: what goes in, what comes out, and its walls. */
#include "web/image.h"
#include "base/test.h"

#include <libdeflate.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* build/dialoog-image, seen from build/web/image.test */
static const char *program(void)
{
    static char path[4096];
    const ssize_t n = readlink("/proc/self/exe", path, sizeof path - 100);
    CHECK(n > 0);
    path[n] = 0;
    char *room = strstr(path, "/web/");
    CHECK(room);
    strcpy(room, "/dialoog-image");
    return path;
}

static struct str file_of(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) fail_msg("no file %s (run from the root of the project)", path);
    char *s = NEW(a, char, 3 * 1000 * 1000);
    const size_t n = fread(s, 1, 3 * 1000 * 1000, f);
    fclose(f);
    return (struct str){ s, n };
}
static struct str vector(struct arena *a, const char *name)
{
    return file_of(a, arena_format(a, "tests/vectors/images/%s", name).s);
}

static enum image_exit convert(struct arena *a, struct str picture, struct made_image *made)
{
    enum image_exit why = IMAGE_DONE;
    CHECK_OK(image_convert(program(), picture, a, made, &why));
    return why;
}

/* ---- a PNG by hand */

static void put32(char *s, uint32_t x)
{
    for (int i = 0; i < 4; i++) s[i] = (char)(x >> (24 - 8 * i));
}
static size_t put_chunk(char *to, const char *type, const void *bytes, size_t n)
{
    put32(to, (uint32_t)n);
    memcpy(to + 4, type, 4);
    if (n) memcpy(to + 8, bytes, n);
    put32(to + 8 + n, libdeflate_crc32(0, to + 4, n + 4));
    return n + 12;
}
/* Pixels of `bands` bytes; `rows` of them are there, whatever the height says. */
static struct str png_of(struct arena *a, uint32_t width, uint32_t height, uint32_t rows,
                         size_t bands, uint8_t (*pixel)(uint32_t x, uint32_t y, size_t band))
{
    const size_t row = 1 + (size_t)width * bands, raw_n = row * rows;
    char *raw = malloc(raw_n + 1), *packed = malloc(raw_n + 1000), head[13] = { 0 };
    for (uint32_t y = 0; y < rows; y++) {
        raw[y * row] = 0;
        for (uint32_t x = 0; x < width; x++)
            for (size_t b = 0; b < bands; b++)
                raw[y * row + 1 + x * bands + b] = (char)(pixel ? pixel(x, y, b) : 0);
    }
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(1);
    const size_t n = libdeflate_zlib_compress(c, raw, raw_n, packed, raw_n + 1000);
    libdeflate_free_compressor(c);
    char *s = NEW(a, char, n + 100);
    memcpy(s, "\x89PNG\r\n\x1A\n", 8);
    put32(head, width);
    put32(head + 4, height);
    head[8] = 8;
    head[9] = bands == 1 ? 0 : bands == 3 ? 2 : 6;
    size_t at = 8;
    at += put_chunk(s + at, "IHDR", head, sizeof head);
    at += put_chunk(s + at, "tEXt", "Author\0Jan Jansen", 17);
    at += put_chunk(s + at, "IDAT", packed, n);
    at += put_chunk(s + at, "IEND", "", 0);
    free(raw);
    free(packed);
    return (struct str){ s, at };
}
static uint8_t noise(uint32_t x, uint32_t y, size_t band)
{
    uint32_t h = x * 2654435761u ^ y * 40503u ^ (uint32_t)band * 97u;
    h ^= h >> 15;
    return (uint8_t)((h * 2246822519u) >> 24);
}
static uint8_t gradient(uint32_t x, uint32_t y, size_t band)
{
    return (uint8_t)((x * (band + 1) + y) / 8);
}
static uint8_t few_colours(uint32_t x, uint32_t y, size_t band)
{
    return (uint8_t)(((x / 40 + y / 30) % 7) * (30 + band));
}

/* ---- tests */

static void is_fixed(struct arena *a, const char *what, struct str picture, bool png)
{
    struct made_image one = { 0 }, two = { 0 };
    assert_int_equal(convert(a, picture, &one), IMAGE_DONE);
    if (!str_is(one.type, png ? "image/png" : "image/jpeg"))
        fail_msg("%s became %.*s", what, STR_ARG(one.type));
    CHECK(one.width <= IMAGE_LARGE);
    CHECK_NOT(one.bytes, "Jansen");
    assert_int_equal(convert(a, one.bytes, &two), IMAGE_DONE);
    if (!str_eq(one.bytes, two.bytes)) fail_msg("%s changes when it comes back", what);
    if (!str_eq(one.small, two.small)) fail_msg("the small %s changes", what);
    CHECK(str_eq(one.hash, two.hash) && str_eq(one.hash, image_hash(a, one.bytes)));
}

static void what_comes_out_stays_the_same(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool png;
    } files[] = { { "turned.jpg", false }, { "fine.jpg", false },    { "coarse.jpg", false },
                  { "wide.jpg", false },   { "grey.jpg", false },    { "print.jpg", false },
                  { "photo.webp", false }, { "drawing.webp", true }, { "drawing.png", true } };
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct arena a = { 0 };
        is_fixed(&a, files[i].name, vector(&a, files[i].name), files[i].png);
        arena_end(&a);
    }
    static const struct {
        uint32_t width, height;
        size_t bands;
    } sizes[] = { { 1, 1, 3 },     { 3, 2, 4 },       { 700, 500, 3 }, { 700, 500, 4 },
                  { 700, 500, 1 }, { 2500, 1500, 3 }, { 20, 9000, 3 } };
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        for (int k = 0; k < 3; k++) {
            struct arena a = { 0 };
            is_fixed(&a, "a PNG",
                     png_of(&a, sizes[i].width, sizes[i].height, sizes[i].height,
                            sizes[i].bands,
                            k == 0   ? noise
                            : k == 1 ? gradient
                                     : few_colours),
                     true);
            arena_end(&a);
        }
}

static void pictures_stand_upright_and_fit(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct made_image m;
    assert_int_equal(convert(&a, vector(&a, "turned.jpg"), &m), IMAGE_DONE);
    CHECK(m.width == 200 && m.height == 320); /* came as 320 × 200, lying down */
    CHECK_NOT(m.bytes, "Exif");
    CHECK(str_eq(m.small, m.bytes));
    assert_int_equal(convert(&a, vector(&a, "wide.jpg"), &m), IMAGE_DONE);
    CHECK(m.width == 1600 && m.height == 1000); /* came as 2560 × 1600 */
    CHECK(m.small.n < m.bytes.n);
    const struct str fine = vector(&a, "fine.jpg");
    assert_int_equal(convert(&a, fine, &m), IMAGE_DONE);
    CHECK(m.bytes.n < fine.n); /* finer than we keep */
    const struct str drawing = png_of(&a, 900, 600, 600, 3, few_colours);
    assert_int_equal(convert(&a, drawing, &m), IMAGE_DONE);
    CHECK(str_find(m.bytes, STR("PLTE")) != SIZE_MAX);
    arena_end(&a);
}

static void what_stands_behind_a_picture_is_gone(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct made_image plain, polyglot;
    const struct str picture = vector(&a, "coarse.jpg");
    const struct str both =
        arena_format(&a, "%*s<script>alert(1)</script>", (int)picture.n, "");
    memcpy((char *)(uintptr_t)both.s, picture.s, picture.n);
    assert_int_equal(convert(&a, picture, &plain), IMAGE_DONE);
    assert_int_equal(convert(&a, both, &polyglot), IMAGE_DONE);
    CHECK_NOT(polyglot.bytes, "script");
    CHECK(str_eq(plain.bytes, polyglot.bytes));
    arena_end(&a);
}

static void hostile_pictures_are_refused(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct made_image m;
    char *huge = NEW(&a, char, IMAGE_BYTES_MOST + 2);
    memcpy(huge, "\xFF\xD8\xFF", 3);
    const struct {
        struct str picture;
        enum image_exit why;
    } bad[] = {
        { STR(""), IMAGE_NO_PICTURE },
        { STR("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"), IMAGE_NO_PICTURE },
        { STR("%PDF-1.4"), IMAGE_NO_PICTURE },
        { vector(&a, "drawing.gif"), IMAGE_NO_PICTURE },
        { STR("\x89PNG\r\n\x1A\n then nothing of the kind"), IMAGE_BROKEN },
        { STR("RIFF    WEBPVP8 nothing"), IMAGE_BROKEN },
        { str_upto(vector(&a, "fine.jpg"), 9000), IMAGE_BROKEN },
        { str_upto(vector(&a, "coarse.jpg"), 2000), IMAGE_BROKEN },
        { str_upto(vector(&a, "photo.webp"), 800), IMAGE_BROKEN },
        { str_upto(png_of(&a, 300, 300, 300, 3, noise), 5000), IMAGE_BROKEN },
        { png_of(&a, 6000, 6000, 100, 3, NULL), IMAGE_BROKEN },
        { png_of(&a, 30000, 29000, 10, 3, NULL), IMAGE_TOO_MUCH },
        { png_of(&a, 10, 40000, 10, 3, NULL), IMAGE_TOO_MUCH },
        { { huge, IMAGE_BYTES_MOST + 1 }, IMAGE_TOO_MUCH },
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        const enum image_exit why = convert(&a, bad[i].picture, &m);
        if (why != bad[i].why) fail_msg("picture %zu gives %d, not %d", i, why, bad[i].why);
    }
    arena_end(&a);
}

static int try_wall(const char *what)
{
    int status = 0;
    const pid_t pid = fork();
    if (pid == 0) {
        execl(program(), "dialoog-image", "--try", what, (char *)NULL);
        _exit(99);
    }
    CHECK(pid > 0 && waitpid(pid, &status, 0) == pid);
    return status;
}

static void the_walls_hold(void **state)
{
    (void)state;
    static const char *const ways[] = { "open", "socket", "exec", "fork" };
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        const int status = try_wall(ways[i]);
        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
            fail_msg("%s ended with %x", ways[i], (unsigned)status);
    }
    const int status = try_wall("nothing"); /* and it is the walls that end it */
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 2);
}

static void a_program_that_is_not_there_is_said(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct made_image m;
    enum image_exit why;
    CHECK(image_convert("/nonexistent/dialoog-image", STR("x"), &a, &m, &why) == ERR_BROKEN);
    /* One that answers nonsense, or nothing, makes a broken picture and no more. */
    CHECK_OK(image_convert("/bin/true", STR("x"), &a, &m, &why));
    assert_int_equal(why, IMAGE_BROKEN);
    CHECK_OK(image_convert("/bin/cat", STR("twenty bytes and more of nonsense"), &a, &m, &why));
    assert_int_equal(why, IMAGE_BROKEN);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_out_stays_the_same),
        cmocka_unit_test(pictures_stand_upright_and_fit),
        cmocka_unit_test(what_stands_behind_a_picture_is_gone),
        cmocka_unit_test(hostile_pictures_are_refused),
        cmocka_unit_test(the_walls_hold),
        cmocka_unit_test(a_program_that_is_not_there_is_said),
    };
    return RUN_TESTS(tests);
}
