/* files.c — see files.h. */
#include "features/folder/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Opens below `dir` only. A kernel without openat2 follows no link at all. */
static int open_below(int dir, const char *path, int flags)
{
    const struct open_how how = { .flags = (uint32_t)(flags | O_CLOEXEC),
                                  .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS };
    const long fd = syscall(SYS_openat2, dir, path, &how, sizeof how);
    if (fd >= 0 || errno != ENOSYS) return (int)fd;
    const char *slash = strchr(path, '/');
    if (!slash) return openat(dir, path, flags | O_NOFOLLOW | O_CLOEXEC);
    char *first = strndup(path, (size_t)(slash - path));
    const int below = first ? openat(dir, first, O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
    free(first);
    if (below < 0) return -1;
    const int last = open_below(below, slash + 1, flags);
    const int why = errno;
    close(below);
    errno = why;
    return last;
}

enum found file_read(int dir, const char *path, size_t most, struct arena *a, struct str *bytes)
{
    struct stat about;
    *bytes = (struct str){ 0 };
    const int fd = open_below(dir, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? FOUND_NOTHING
               : errno == EXDEV || errno == ELOOP  ? FOUND_OUTSIDE
                                                   : FOUND_UNREADABLE;
    enum found found = FOUND_FILE;
    if (fstat(fd, &about) != 0)
        found = FOUND_UNREADABLE;
    else if (!S_ISREG(about.st_mode))
        found = FOUND_OTHER;
    else if (about.st_size < 0 || (uint64_t)about.st_size > most)
        found = FOUND_LARGE;
    if (found == FOUND_FILE) {
        char *s = NEW(a, char, (size_t)about.st_size + 1);
        size_t n = 0;
        while (n < (size_t)about.st_size) {
            const ssize_t got = read(fd, s + n, (size_t)about.st_size - n);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) found = FOUND_UNREADABLE;
            if (got <= 0) break;
            n += (size_t)got;
        }
        *bytes = (struct str){ s, n };
    }
    close(fd);
    return found;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

enum err folder_names(int dir, const char *path, struct arena *a, struct str **names, size_t *n)
{
    *n = 0;
    *names = NULL;
    const int fd = open_below(dir, path, O_RDONLY | O_DIRECTORY);
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) return OK;
    if (fd < 0) return FAIL(ERR_BROKEN, "%s: %s", path, strerror(errno));
    DIR *entries = fdopendir(fd);
    if (!entries) {
        close(fd);
        return FAIL(ERR_BROKEN, "%s: %s", path, strerror(errno));
    }
    size_t room = 0;
    for (struct dirent *e; (e = readdir(entries));) {
        if (e->d_name[0] == '.') continue;
        if (*n == room) {
            struct str *more = NEW(a, struct str, room ? 2 * room : 16);
            if (room) memcpy(more, *names, room * sizeof *more);
            *names = more;
            room = room ? 2 * room : 16;
        }
        (*names)[(*n)++] = arena_copy(a, str_of(e->d_name));
    }
    closedir(entries);
    if (*n) qsort(*names, *n, sizeof **names, by_bytes);
    return OK;
}

enum err folder_fresh(const char *path, int *dir)
{
    struct arena a = { 0 };
    struct str *names;
    size_t n;
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return FAIL(ERR_BROKEN, "%s: %s", path, strerror(errno));
    *dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*dir < 0) return FAIL(ERR_BROKEN, "%s: %s", path, strerror(errno));
    enum err e = folder_names(*dir, ".", &a, &names, &n);
    if (e == OK && n) e = FAIL(ERR_CLASH, "%s is not empty", path);
    arena_end(&a);
    if (e != OK) close(*dir);
    return e;
}

FILE *file_create(int dir, const char *path)
{
    for (const char *slash = path; (slash = strchr(slash, '/')); slash++) {
        char *folder = strndup(path, (size_t)(slash - path));
        const bool made = folder && (mkdirat(dir, folder, 0777) == 0 || errno == EEXIST);
        free(folder);
        if (!made) return NULL;
    }
    const int fd = openat(dir, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
    if (!f && fd >= 0) close(fd);
    return f;
}
