/* common.c — saying what is wrong, and arrays that grow. */
#include "templatec/templatec.h"

#include <stdarg.h>
#include <string.h>

enum { SAID_AT_MOST = 30, FIRST = 8 };

void problem(struct problems *p, const char *file, int line, const char *sentence, ...)
{
    if (p->count++ >= SAID_AT_MOST) return;
    va_list ap;
    va_start(ap, sentence);
    fprintf(p->to, "%s:%d: error: ", file, line);
    vfprintf(p->to, sentence, ap);
    fputc('\n', p->to);
    va_end(ap);
}

void *array_grow(struct arena *a, void *array, size_t n, size_t size)
{
    const bool full = n == 0 || (n >= FIRST && (n & (n - 1)) == 0);
    if (!full) return array;
    void *bigger = arena_take(a, n ? 2 * n : FIRST, size);
    if (n) memcpy(bigger, array, n * size);
    return bigger;
}
