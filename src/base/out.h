/* out.h — a page being written. What may stand in it is decided by the type of what is handed
 * in and the place where it stands; nothing is ever escaped by hand.
 *
 * Generated code (tools/templatec) calls these; handlers seldom do. A bare `char *` does not
 * compile, nor a floating point number (say how many digits: `struct decimal`).
 *
 * Memory: the buffer grows in the arena. Past `cap` bytes the page is marked spilt and swallows
 * the rest; whoever sends it looks once, at the end. */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "base/base.h"
#include "base/lang.h"
#include "base/time.h"

#include <string.h> // memcpy

struct out {
    char *s;
    size_t n, room, cap;
    bool spilt;
    enum lang lang;    /* the reader's language */
    struct str prefix; /* in front of every local address: "" or "/en" */
    struct arena *arena;
    const struct frame *frame; /* what the layout shows around the page (web/web.h), or NULL */
};

/* Markup that has been made safe. Only out.c, generated code and web/markdown.c create it. */
struct html {
    struct str markup;
};
/* A local address without language prefix, "/almere-2023/thema/hulp": each part came through
 * `path_make`, so it needs only the prefix and, in an attribute, escaping of & and quotes. */
struct path {
    struct str text;
};
/* An address elsewhere; http, https, mailto or tel. Only `url_check` creates it. */
struct url {
    struct str text;
};
/* A number with a fixed count of digits behind the comma: { 1250, 2 } is 12,50. */
struct decimal {
    int64_t scaled;
    int digits;
};

/* Puts parts together: every "{}" in `pattern` takes the next of the `n` parts, percent-encoded as
 * one segment or query value. "/{}/thema/{}" */
struct path path_make(struct arena *a, const char *pattern, const struct str *parts, size_t n);
#define PATH(a, pattern, ...)                                                                  \
    path_make((a), (pattern), (const struct str[]){ __VA_ARGS__ },                             \
              COUNT_OF(((const struct str[]){ __VA_ARGS__ })))
/* False (and an empty url) when the scheme is another, the host is absent or stands behind the name of
 * a user, or there are blanks or control characters. */
bool url_check(struct str text, struct url *url);

struct out out_start(struct arena *a, size_t cap, enum lang lang);

/* What does not fit the buffer as it is: makes it larger, or the page is spilt. */
void out_more(struct out *o, struct str x);
/* Trusted: only generated code calls this. Here, because a page is made of hundreds of them. */
static inline void out_raw(struct out *o, struct str x)
{
    if (x.n > o->room - o->n) {
        out_more(o, x);
    } else if (x.n) {
        memcpy(o->s + o->n, x.s, x.n);
        o->n += x.n;
    }
}

void out_text(struct out *o, struct str x); /* &, <, >, " and ' made harmless */
void out_html(struct out *o, struct html x);
/* One path segment, percent-encoded. Behind a slash, nothing and dots become "-": they would lead
 * to another place. */
void out_segment(struct out *o, struct str x);
void out_path(struct out *o, struct path x); /* prefix and address, for an attribute */
void out_path_in(struct out *o, struct path x,
                 enum lang lang); /* the same page in that language */
void out_url(struct out *o, struct url x);
void out_digits(struct out *o, int64_t x); /* 1284 */
void out_natural(struct out *o, size_t x); /* 1284 */
void out_int(struct out *o, int64_t x);    /* 1.284 in Dutch, 1,284 in English */
void out_count(struct out *o, size_t x);
void out_decimal(struct out *o, struct decimal x);
void out_day(struct out *o, struct day x); /* 27 juni 2023, 27 June 2023, 27 يونيو 2023 */
void out_iso_day(struct out *o, struct day x);     /* 2023-06-27 */
void out_clock(struct out *o, struct clock x);     /* 19.30 uur / 19:30 */
void out_iso_clock(struct out *o, struct clock x); /* 19:30 */
void out_words(struct out *o, const struct words *w);
/* In text: as out_words, and what falls back to Dutch says that it is Dutch. */
void out_say(struct out *o, const struct words *w);
/* ` lang="tr"`, and ` dir="rtl"` where it is so; nothing when the text is in the page's language.
 * `code` is a language tag that came with content. */
void out_lang(struct out *o, struct str code);

// clang-format off
#define OUT_TEXT(o, x)                                                                         \
    _Generic((x), struct str: out_text, struct html: out_html, struct day: out_day,            \
        struct clock: out_clock, struct decimal: out_decimal, const struct words *: out_words, \
        int: out_int, int64_t: out_int, size_t: out_count)((o), (x))
#define OUT_ATTR(o, x)                                                                         \
    _Generic((x), struct str: out_text, struct day: out_iso_day, struct clock: out_iso_clock,  \
        const struct words *: out_words, struct decimal: out_decimal,                          \
        int: out_digits, int64_t: out_digits, size_t: out_natural, unsigned: out_digits)((o), (x))
#define OUT_SAID(o, x) /* inside a sentence in an attribute: as people write it */             \
    _Generic((x), struct str: out_text, struct day: out_day, struct clock: out_clock,          \
        const struct words *: out_words, struct decimal: out_decimal,                          \
        int: out_int, int64_t: out_int, size_t: out_count)((o), (x))
#define OUT_ADDRESS(o, x) /* the whole of an href, src or action */                            \
    _Generic((x), struct path: out_path, struct url: out_url)((o), (x))
#define OUT_SEGMENT(o, x) /* a part of an address */                                           \
    _Generic((x), struct str: out_segment, struct day: out_iso_day, int: out_digits,           \
        int64_t: out_digits, size_t: out_natural)((o), (x))
// clang-format on

/* A day as people write it: "27 juni 2023". */
struct str day_words(struct arena *a, enum lang lang, struct day day);
/* Formatting outside a page (command line, mail): placeholders of `w` filled with plain text. */
struct word_arg {
    const char *name;
    struct str text;
};
struct str words_fill(struct arena *a, const struct words *w, enum lang lang,
                      const struct word_arg *args, size_t n);
#define FILL(a, w, lang, ...)                                                                  \
    words_fill((a), (w), (lang), (const struct word_arg[]){ __VA_ARGS__ },                     \
               COUNT_OF(((const struct word_arg[]){ __VA_ARGS__ })))

#endif
