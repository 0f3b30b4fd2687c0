/* sample.c LANGUAGE [alone] — writes the sample page; `alone` without its layout. */
#include "sample.h"
#include "badge.html.h" /* a part twice in one file is no trouble */
#include "sample.html.h"

#include <stdio.h>
#include <string.h>

extern const struct words words_table[];
extern const size_t words_table_n;
const struct words words_table[1] = { { { { 0 } } } }; /* nothing here is said with SAY */
const size_t words_table_n = 0;
const bool words_unread[LANGS] = { false };

struct str asset_path(struct str name)
{
    return str_is(name, "logo.svg")     ? STR("/assets/logo.1234.svg")
           : str_is(name, "passkey.js") ? STR("/assets/passkey.5678.js")
                                        : STR("");
}

void out_form_token(struct out *o)
{
    out_raw(o, STR("<input type=\"hidden\" name=\"token\">"));
}

int main(int argc, char **argv)
{
    struct arena arena = { 0 };
    const struct str bad = STR("\"><script>alert('1')</script>&");
    static const struct sample_item items[] = { { { "<een>", 5 }, true, 1 },
                                                { { "twee", 4 }, false, 1284 },
                                                { { "drie", 4 }, false, 0 } };
    const struct words words = { .in = { [LANG_NL] = STR("Gaat <goed>") } };
    struct sample_view v = {
        .text = bad,
        .slug = STR("../a b/\"'"),
        .dots = STR(".."),
        .lang = STR("ar"),
        .html = { STR("<em>veilig</em>") },
        .day = { 19535 },
        .clock = { 1170 },
        .money = { 125050, 2 },
        .words = &words,
        .items = items,
        .items_n = 3,
        .count = -1284,
    };
    v.path = PATH(&arena, "/lijst/{}?soort={}&x=1", STR("a'b\""), bad);
    if (!url_check(STR("https://almere.nl/?a=\"><script>&b='"), &v.url)) return 2;
    enum lang lang;
    if (argc < 2 || !lang_read(str_of(argv[1]), &lang)) return 2;
    const struct frame frame = { .title = bad, .self = v.path };
    struct out o = out_start(&arena, 1 << 20, lang);
    o.prefix = lang == LANG_NL ? STR("") : STR("/en");
    o.frame = argc > 2 && !strcmp(argv[2], "alone") ? NULL : &frame;
    sample_page(&o, &v);
    if (o.spilt || fwrite(o.s, 1, o.n, stdout) != o.n) return 1;
    arena_end(&arena);
    return 0;
}
