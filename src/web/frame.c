/* frame.c — see web.h: what the layout needs of a frame. */
#include "web/address.h"
#include "web/web.h"

struct url frame_in(const struct frame *f, struct arena *a, enum lang lang)
{
    return (struct url){ arena_join(a, lang_prefix(lang), f->self.text) };
}

void frame_versions(struct frame *f, struct arena *a, enum lang here)
{
    f->versions_n = 0;
    const unsigned langs = f->langs ? f->langs : WHOLE_LANGS;
    for (int lang = 0; lang < LANGS; lang++) {
        if (!(langs & 1u << lang)) continue;
        f->versions[f->versions_n++] = (struct version){ .lang = lang_about((enum lang)lang),
                                                         .to = frame_in(f, a, (enum lang)lang),
                                                         .here = (enum lang)lang == here };
    }
}

const struct words *frame_unread(enum lang lang)
{
    if (lang_was_read(lang)) return NULL;
    return SAY("Deze vertaling is met zorg gemaakt. Iemand die met deze taal opgroeide, heeft "
               "haar nog "
               "niet gelezen.");
}

const struct words *frame_partial(enum lang lang)
{
    if (lang < LANGS_WHOLE) return NULL;
    return SAY("Nog niet elke pagina is er in deze taal. De andere pagina’s openen in het "
               "Nederlands.");
}

struct url frame_brand(const struct frame *f)
{
    return (struct url){ f->brand.text };
}

struct url frame_phone(const struct frame *f, struct arena *a)
{
    char *digits = arena_take(a, f->phone.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < f->phone.n; i++) {
        const char c = f->phone.s[i];
        if ((c >= '0' && c <= '9') || (c == '+' && !n)) digits[n++] = c;
    }
    struct url url;
    return url_check(arena_join(a, STR("tel:"), (struct str){ digits, n }), &url)
               ? url
               : (struct url){ 0 };
}

struct url frame_email(const struct frame *f, struct arena *a)
{
    struct url url;
    return url_check(arena_join(a, STR("mailto:"), f->email), &url) ? url : (struct url){ 0 };
}
