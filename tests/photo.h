/* photo.h — for tests that send a photo: the image program beside the test, pictures, and forms with one. */
#ifndef TESTS_PHOTO_H
#define TESTS_PHOTO_H

#include "base/test.h"

#include <unistd.h>

/* The program looks for dialoog-image beside itself; a test stands two folders lower. */
static inline void photo_program_here(void)
{
    char path[4096];
    const ssize_t n = readlink("/proc/self/exe", path, sizeof path - 100);
    CHECK(n > 0);
    path[n] = 0;
    strcpy(strrchr(path, '/'), "/dialoog-image");
    if (access(path, X_OK) != 0) CHECK(symlink("../../dialoog-image", path) == 0);
    CHECK(access(path, X_OK) == 0);
}

/* One of tests/vectors/images. */
static inline struct str photo_vector(struct arena *a, const char *name)
{
    const char *path = arena_format(a, "tests/vectors/images/%s", name).s;
    FILE *f = fopen(path, "rb");
    if (!f) fail_msg("no file %s (run from the root of the project)", path);
    char *s = arena_take(a, 3 * 1000 * 1000, 1);
    const size_t n = fread(s, 1, 3 * 1000 * 1000, f);
    fclose(f);
    return (struct str){ s, n };
}

/* Parts of a form for struct try: a value, and a file. */
static inline struct str photo_part(struct arena *a, const char *name, const char *value)
{
    return arena_format(
        a, "--grens\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value);
}
/* The last of the parts; `name` of the file as a stranger may send it. */
static inline struct str photo_file_part(struct arena *a, const char *name, struct str bytes)
{
    const struct str head = arena_format(
        a,
        "--grens\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"%s\"\r\n"
        "Content-Type: image/jpeg\r\n\r\n",
        name);
    return arena_join(a, arena_join(a, head, bytes), STR("\r\n--grens--\r\n"));
}

#endif
