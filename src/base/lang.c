/* lang.c — see lang.h. */
#include "base/lang.h"

#include <stdio.h>
#include <stdlib.h>

/* Made by tools/templatec; in words_order of the Dutch. */
extern const struct words words_table[];
extern const size_t words_table_n;
extern const bool words_unread[LANGS];

#define TEXT(literal)                                                                          \
    {                                                                                          \
        "" literal, sizeof(literal) - 1                                                        \
    }
static const struct lang_about about[] = {
    [LANG_NL] = { .code = TEXT("nl"), .name = TEXT("Nederlands") },
    [LANG_EN] = { .code = TEXT("en"), .name = TEXT("English"), .prefix = TEXT("/en") },
    /* "simple" is a registered variant: simplified form */
    [LANG_NL_SIMPLE] = { .code = TEXT("nl-simple"),
                         .name = TEXT("Eenvoudig Nederlands"),
                         .prefix = TEXT("/eenvoudig") },
    [LANG_TR] = { .code = TEXT("tr"), .name = TEXT("Türkçe"), .prefix = TEXT("/tr") },
    [LANG_AR] = { .code = TEXT("ar"),
                  .name = TEXT("العربية"),
                  .rtl = true,
                  .prefix = TEXT("/ar") },
};
_Static_assert(COUNT_OF(about) == LANGS, "each language says what it is");

const struct lang_about *lang_about(enum lang lang)
{
    return &about[lang];
}

bool lang_read(struct str code, enum lang *lang)
{
    for (size_t i = 0; i < LANGS; i++)
        if (str_eq(code, about[i].code)) {
            *lang = (enum lang)i;
            return true;
        }
    return false;
}

bool lang_was_read(enum lang lang)
{
    return !words_unread[lang];
}

struct str words_in(const struct words *w, enum lang lang)
{
    return w->in[lang].n ? w->in[lang] : w->in[LANG_NL];
}

const struct words *words_find(struct str dutch)
{
    size_t from = 0, to = words_table_n;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        const int order = words_order(dutch, words_table[middle].in[LANG_NL]);
        if (order == 0) return &words_table[middle];
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    fprintf(stderr, "dialoog: \"%.*s\" is said nowhere in SAY\n", STR_ARG(dutch));
    abort();
}
