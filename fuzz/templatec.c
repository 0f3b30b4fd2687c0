/* templatec — any bytes as a template, as a PO file and as C source: no crash, no hang; and what
 * templatec writes of a locale, it reads back the same.
 * fuzz-with: tools/templatec/braces.c tools/templatec/common.c tools/templatec/html.c tools/templatec/plural.c tools/templatec/po.c tools/templatec/rules.c tools/templatec/sentence.c tools/templatec/template.c tools/templatec/update.c tools/templatec/words.c
 */
#include "templatec/templatec.h"

#include <stdlib.h>
#include <string.h>

static const char english[] =
    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
    "msgid \"a\"\nmsgstr \"b & <c>\"\n\n"
    "msgid \"{n} a\"\nmsgid_plural \"{n} b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"{n} d\"\n";

struct trial {
    struct arena arena;
    struct problems problems;
    FILE *nowhere;
};

static void try_template(struct trial *x, struct str text)
{
    struct po po;
    struct sentences said = { 0 };
    if (!po_read(&x->arena, &x->problems, "en.po", str_of(english), &po)) abort();
    const struct locales locales = { &po, 1 };
    struct template *t = NEW(&x->arena, struct template, 1);
    *t = (struct template){ .arena = &x->arena,
                            .problems = &x->problems,
                            .locales = &locales,
                            .said = &said,
                            .file = "x.html",
                            .source = text };
    template_compile(t, x->nowhere);
    words_write(x->nowhere, &x->problems, &locales, &said);
}

static struct str updated(struct trial *x, struct po *po, char **made)
{
    const struct sentences none = { 0 };
    size_t n;
    FILE *to = open_memstream(made, &n);
    update_write(to, &x->problems, po, &none);
    fclose(to);
    return (struct str){ *made, n };
}

static void try_po(struct trial *x, struct str text)
{
    struct po po, again;
    if (!po_read(&x->arena, &x->problems, "en.po", text, &po)) return;
    for (int64_t n = 0; n < 3; n++)
        if (plural_form(&po.plural, n) < 0) abort();
    char *first, *second;
    const struct str once = updated(x, &po, &first);
    if (!po_read(&x->arena, &x->problems, "en.po", once, &again)) abort();
    if (!str_eq(once, updated(x, &again, &second))) abort();
    free(first);
    free(second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct trial x = { .nowhere = fopen("/dev/null", "w") };
    struct sentences said = { 0 };
    if (!n || !x.nowhere) return 0;
    x.problems.to = x.nowhere;
    const struct str text = { (const char *)data + 1, n - 1 };
    if (data[0] % 3 == 0)
        try_template(&x, text);
    else if (data[0] % 3 == 1)
        try_po(&x, text);
    else
        words_gather(&x.arena, &x.problems, "x.c", text, &said);
    arena_end(&x.arena);
    fclose(x.nowhere);
    return 0;
}
