/* forms.c LANGUAGE — writes the forms for 0 to 210, with an out of its own: the language may be one
 * that the program itself does not have. */
#include "forms.html.h"

#include <stdio.h>
#include <stdlib.h>

/* This out has no room, so all of it comes here. */
void out_more(struct out *o, struct str x)
{
    (void)o;
    printf("%.*s", STR_ARG(x));
}

void out_count(struct out *o, size_t x)
{
    (void)o;
    printf("%zu", x);
}

void out_text(struct out *o, struct str x)
{
    out_raw(o, x);
}

int main(int argc, char **argv)
{
    struct out o = { .lang = argc > 1 ? (enum lang)atoi(argv[1]) : LANG_NL };
    for (size_t n = 0; n <= 210; n++) {
        forms(&o, n, STR("An"));
        printf("\n");
    }
    return 0;
}
