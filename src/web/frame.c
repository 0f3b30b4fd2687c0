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
    for (int lang = 0; lang < LANGS; lang++)
        f->versions[f->versions_n++] = (struct version){ .lang = lang_about((enum lang)lang),
                                                         .to = frame_in(f, a, (enum lang)lang),
                                                         .here = (enum lang)lang == here };
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
