/* markdown — whatever an editor types: markup in which every tag is one of ours and is closed. */
#include <stdlib.h>
#include <string.h>

#include "web/web.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* The name of the tag at `at`, up to a blank or its end; aborts on one that is not ours. */
static struct str tag_name(struct str at)
{
    static const char *const ours[] = { "p",  "em",         "strong", "a",  "ul",  "ol",
                                        "li", "blockquote", "h2",     "h3", "h4",  "h5",
                                        "h6", "pre",        "br",     "hr", "code" };
    size_t n = 0;
    while (n < at.n && at.s[n] != '>' && at.s[n] != ' ') n++;
    const struct str name = str_upto(at, n);
    for (size_t i = 0; i < COUNT_OF(ours); i++)
        if (str_is(name, ours[i])) return name;
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    enum { DEPTH = 256 };
    struct arena a = { 0 };
    struct str open[DEPTH];
    size_t depth = 0;
    const struct str x = markdown(&a, (struct str){ (const char *)bytes, n }, 2).markup;
    if (!str_utf8(x) && str_utf8((struct str){ (const char *)bytes, n })) abort();
    for (size_t i = 0; i < x.n; i++) {
        if (x.s[i] != '<') continue;
        const bool close = i + 1 < x.n && x.s[i + 1] == '/';
        const struct str name = tag_name(str_from(x, i + 1 + close));
        if (str_is(name, "br") || str_is(name, "hr")) continue;
        if (!close) {
            if (depth == DEPTH) abort();
            open[depth++] = name;
        } else if (!depth || !str_eq(open[--depth], name)) {
            abort();
        }
    }
    if (depth) abort();
    if (str_find(x, STR("href=\"javascript")) != SIZE_MAX) abort();
    arena_end(&a);
    return 0;
}
