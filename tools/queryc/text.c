/* text.c — files and messages of queryc. */
#include "queryc.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct tool tool;

char *text(const char *format, ...)
{
    char *s = NULL;
    va_list ap;
    va_start(ap, format);
    const int n = vasprintf(&s, format, ap);
    va_end(ap);
    if (n < 0) abort();
    char *kept = text_of((struct str){ s, (size_t)n });
    free(s);
    return kept;
}

char *text_of(struct str x)
{
    char *s = NEW(&tool.arena, char, x.n + 1);
    if (x.n) memcpy(s, x.s, x.n);
    return s;
}

void refuse(struct place at, const char *query, const char *sentence, ...)
{
    va_list ap;
    va_start(ap, sentence);
    fprintf(stderr, "%s:%d: error: %s: ", at.file, at.line, query);
    vfprintf(stderr, sentence, ap);
    fputc('\n', stderr);
    va_end(ap);
    tool.errors++;
}

static void give_up(const char *path)
{
    fprintf(stderr, "%s:1: error: queryc: %s\n", path, strerror(errno));
    exit(1);
}

static struct str read_all(FILE *f)
{
    size_t room = 1 << 16, n = 0, got;
    char *s = NEW(&tool.arena, char, room);
    while ((got = fread(s + n, 1, room - n - 1, f)) > 0) {
        n += got;
        if (n < room - 1) continue;
        char *grown = NEW(&tool.arena, char, room * 2);
        memcpy(grown, s, n);
        s = grown;
        room *= 2;
    }
    return (struct str){ s, n };
}

struct str read_whole(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) give_up(path);
    const struct str x = read_all(f);
    if (ferror(f)) give_up(path);
    fclose(f);
    return x;
}

static void make_parents(const char *path)
{
    char *copy = text("%s", path);
    for (char *x = strchr(copy + 1, '/'); x; x = strchr(x + 1, '/')) {
        *x = 0;
        if (mkdir(copy, 0777) != 0 && errno != EEXIST) give_up(copy);
        *x = '/';
    }
}

void write_changed(const char *path, struct str content)
{
    FILE *f = fopen(path, "rb");
    if (f) {
        const struct str before = read_all(f);
        fclose(f);
        if (str_eq(before, content)) return;
    }
    make_parents(path);
    f = fopen(path, "wb");
    if (!f || fwrite(content.s, 1, content.n, f) != content.n || fclose(f) != 0) give_up(path);
}

void sheet_open(struct sheet *sheet)
{
    sheet->f = open_memstream(&sheet->s, &sheet->n);
    if (!sheet->f) abort();
}

struct str sheet_close(struct sheet *sheet)
{
    if (fclose(sheet->f) != 0) abort();
    const struct str kept = arena_copy(&tool.arena, (struct str){ sheet->s, sheet->n });
    free(sheet->s);
    *sheet = (struct sheet){ 0 };
    return kept;
}
