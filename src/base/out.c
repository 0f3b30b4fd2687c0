/* out.c — see out.h. */
#include "base/out.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* ---- the buffer ---- */

struct out out_start(struct arena *a, size_t cap, enum lang lang)
{
    return (struct out){ .cap = cap, .lang = lang, .arena = a };
}

enum { FIRST_ROOM = 16 * 1024 }; /* most pages fit, so most are never moved */

void out_more(struct out *o, struct str x)
{
    if (o->spilt || x.n > o->cap - o->n) {
        o->spilt = true;
        o->room = o->n; /* no piece fits from here on, however small */
        return;
    }
    size_t want = o->room ? 2 * o->room : FIRST_ROOM;
    if (want > o->cap) want = o->cap;
    if (want < o->n + x.n) want = o->n + x.n;
    char *bigger = arena_room(o->arena, want, 1);
    if (o->n) memcpy(bigger, o->s, o->n);
    o->s = bigger;
    o->room = want;
    out_raw(o, x);
}

/* ---- text ---- */

static struct str escaped(char c)
{
    switch (c) {
    case '&': return STR("&amp;");
    case '<': return STR("&lt;");
    case '>': return STR("&gt;");
    case '"': return STR("&quot;");
    case '\'': return STR("&#39;");
    default: return (struct str){ 0 };
    }
}

/* How many bytes from the front need no escaping. Two ways to the same answer. */
static size_t clean_bytewise(const char *s, size_t n)
{
    static const bool harmful[256] = {
        ['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true
    };
    size_t i = 0;
    while (i < n && !harmful[(unsigned char)s[i]]) i++;
    return i;
}

#ifdef __SSE2__
static size_t clean(const char *s, size_t n)
{
    size_t i = 0;
    for (; i + 16 <= n; i += 16) {
        const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(s + i));
        /* & and ' differ in one bit, and so do < and >: two comparisons for four signs */
        const __m128i low = _mm_or_si128(x, _mm_set1_epi8(1));
        const __m128i middle = _mm_or_si128(x, _mm_set1_epi8(2));
        const __m128i hit =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(low, _mm_set1_epi8('\'')),
                                      _mm_cmpeq_epi8(middle, _mm_set1_epi8('>'))),
                         _mm_cmpeq_epi8(x, _mm_set1_epi8('"')));
        const unsigned mask = (unsigned)_mm_movemask_epi8(hit);
        if (mask) return i + (size_t)__builtin_ctz(mask);
    }
    return i + clean_bytewise(s + i, n - i);
}
#else
#define clean clean_bytewise
#endif

void out_text(struct out *o, struct str x)
{
    while (x.n) {
        const size_t n = clean(x.s, x.n);
        out_raw(o, str_upto(x, n));
        if (n == x.n) return;
        out_raw(o, escaped(x.s[n]));
        x = str_from(x, n + 1);
    }
}

void out_html(struct out *o, struct html x)
{
    out_raw(o, x.markup);
}

void out_words(struct out *o, const struct words *w)
{
    out_text(o, words_in(w, o->lang));
}

void out_say(struct out *o, const struct words *w)
{
    const bool dutch = o->lang != LANG_NL && o->lang != LANG_NL_SIMPLE && !w->in[o->lang].n;
    if (dutch) out_raw(o, STR("<bdi lang=\"nl\">"));
    out_words(o, w);
    if (dutch) out_raw(o, STR("</bdi>"));
}

/* ---- addresses ---- */

static bool plain_in_address(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '.' || c == '_' || c == '~' || c == '@';
}

/* Behind a slash, nothing or dots would lead to another place, even to another site ("//x"). */
static bool leads_astray(const struct out *o, struct str x)
{
    if (!o->n || o->s[o->n - 1] != '/') return false;
    for (size_t i = 0; i < x.n; i++)
        if (x.s[i] != '.') return false;
    return true;
}

void out_segment(struct out *o, struct str x)
{
    static const char hex[] = "0123456789ABCDEF";
    if (leads_astray(o, x)) {
        out_raw(o, STR("-"));
        return;
    }
    while (x.n) {
        size_t n = 0;
        while (n < x.n && plain_in_address(x.s[n])) n++;
        out_raw(o, str_upto(x, n));
        if (n == x.n) return;
        const unsigned char c = (unsigned char)x.s[n];
        out_raw(o, (struct str){ (const char[]){ '%', hex[c >> 4], hex[c & 15] }, 3 });
        x = str_from(x, n + 1);
    }
}

struct path path_make(struct arena *a, const char *pattern, const struct str *parts, size_t n)
{
    struct out o = out_start(a, SIZE_MAX, LANG_NL);
    struct str rest = str_of(pattern);
    o.room = rest.n;
    for (size_t i = 0; i < n; i++) o.room += 3 * parts[i].n; /* all of it as %XX at most */
    o.s = arena_room(a, o.room, 1);
    for (size_t i = 0; rest.n; i++) {
        const size_t at = str_find(rest, STR("{}"));
        out_raw(&o, str_upto(rest, at));
        if (at == SIZE_MAX ? i < n : i >= n) {
            fprintf(stderr, "dialoog: %s does not take %zu parts\n", pattern, n);
            abort();
        }
        if (at == SIZE_MAX) break;
        out_segment(&o, parts[i]);
        rest = str_from(rest, at + 2);
    }
    return (struct path){ { o.s, o.n } };
}

void out_path(struct out *o, struct path x)
{
    out_raw(o, o->prefix);
    out_text(o, x.text);
}

void out_path_in(struct out *o, struct path x, enum lang lang)
{
    out_raw(o, lang_about(lang)->prefix);
    out_text(o, x.text);
}

void out_url(struct out *o, struct url x)
{
    out_text(o, x.text);
}

/* Starts with `with`, letters of any size. */
static bool starts_like(struct str x, const char *with)
{
    size_t i = 0;
    for (; with[i]; i++)
        if (i >= x.n || (x.s[i] >= 'A' && x.s[i] <= 'Z' ? x.s[i] + 32 : x.s[i]) != with[i])
            return false;
    return x.n > i;
}

/* The host of a web address, with the name of a user when one stands before it. */
static struct str host_of(struct str text)
{
    struct str host = str_from(text, str_find(text, STR("//")) + 2);
    for (size_t i = 0; i < host.n; i++)
        if (strchr("/?#\\", host.s[i])) return str_upto(host, i);
    return host;
}

bool url_check(struct str text, struct url *url)
{
    *url = (struct url){ 0 };
    const bool web = starts_like(text, "https://") || starts_like(text, "http://");
    if (!web && !starts_like(text, "mailto:") && !starts_like(text, "tel:")) return false;
    if (web && !host_of(text).n) return false;
    if (web && memchr(host_of(text).s, '@', host_of(text).n))
        return false; /* "https://ours.nl@theirs.nl" leads to theirs */
    if (!str_utf8(text)) return false;
    struct str rest = text;
    for (uint32_t c; (c = str_codepoint(&rest)) != 0;) {
        if (c <= ' ' || c == '\\' || (c >= 0x7F && c <= 0xA0)) return false;
        if (c == 0x1680 || c == 0x3000 || c == 0xFEFF || c == 0x61C) return false;
        if ((c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F)) return false;
        if (c >= 0x205F && c <= 0x206F)
            return false; /* blanks, and marks that turn text round */
    }
    url->text = text;
    return true;
}

/* ---- numbers, days, times ---- */

#define NAME(literal)                                                                          \
    {                                                                                          \
        "" literal, sizeof(literal) - 1                                                        \
    }
#define DUTCH_MONTHS                                                                           \
    {                                                                                          \
        NAME("januari"), NAME("februari"), NAME("maart"), NAME("april"), NAME("mei"),          \
            NAME("juni"), NAME("juli"), NAME("augustus"), NAME("september"), NAME("oktober"),  \
            NAME("november"), NAME("december")                                                 \
    }
static const struct form {
    char thousands, comma;
    bool dutch_clock; /* 19.30 uur */
    struct str month[12];
} form[] = {
    [LANG_NL] = { '.', ',', true, DUTCH_MONTHS },
    [LANG_EN] = { ',',
                  '.',
                  false,
                  { NAME("January"), NAME("February"), NAME("March"), NAME("April"),
                    NAME("May"), NAME("June"), NAME("July"), NAME("August"), NAME("September"),
                    NAME("October"), NAME("November"), NAME("December") } },
    [LANG_NL_SIMPLE] = { '.', ',', true, DUTCH_MONTHS },
    [LANG_TR] = { '.',
                  ',',
                  false,
                  { NAME("Ocak"), NAME("Şubat"), NAME("Mart"), NAME("Nisan"), NAME("Mayıs"),
                    NAME("Haziran"), NAME("Temmuz"), NAME("Ağustos"), NAME("Eylül"),
                    NAME("Ekim"), NAME("Kasım"), NAME("Aralık") } },
    /* Digits as on letters, signs and clocks in the Netherlands (and in Morocco), with the Dutch point
     * and comma: a number or a day can be held next to the letter it came in. */
    [LANG_AR] = { '.',
                  ',',
                  false,
                  { NAME("يناير"), NAME("فبراير"), NAME("مارس"), NAME("أبريل"), NAME("مايو"),
                    NAME("يونيو"), NAME("يوليو"), NAME("أغسطس"), NAME("سبتمبر"), NAME("أكتوبر"),
                    NAME("نوفمبر"), NAME("ديسمبر") } },
};
_Static_assert(COUNT_OF(form) == LANGS, "each language writes numbers and months its own way");

/* Every text here is short: digits, names of months. */
PRINTF(2, 3) static void out_format(struct out *o, const char *format, ...)
{
    char text[64];
    va_list ap;
    va_start(ap, format);
    const int n = vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    if (n > 0) out_raw(o, (struct str){ text, (size_t)n < sizeof text ? (size_t)n : 63 });
}

static uint64_t size_of(int64_t x)
{
    return x < 0 ? 0 - (uint64_t)x : (uint64_t)x;
}

/* The digits of x, with `mark` between thousands when there is one. */
static void out_number(struct out *o, uint64_t x, char mark)
{
    char text[32];
    size_t at = sizeof text;
    for (int digits = 0; x >= 10; x /= 10) {
        text[--at] = (char)('0' + x % 10);
        if (mark && ++digits % 3 == 0) text[--at] = mark;
    }
    text[--at] = (char)('0' + x);
    out_raw(o, (struct str){ text + at, sizeof text - at });
}

/* From the right to the left the sign would land behind the number; a mark keeps it in front. */
static void out_minus(struct out *o)
{
    out_raw(o, lang_about(o->lang)->rtl ? STR("\u200e-") : STR("-"));
}

void out_digits(struct out *o, int64_t x)
{
    if (x < 0) out_raw(o, STR("-"));
    out_number(o, size_of(x), 0);
}

void out_natural(struct out *o, size_t x)
{
    out_number(o, x, 0);
}

void out_int(struct out *o, int64_t x)
{
    if (x < 0) out_minus(o);
    out_number(o, size_of(x), form[o->lang].thousands);
}

void out_count(struct out *o, size_t x)
{
    out_number(o, x, form[o->lang].thousands);
}

void out_decimal(struct out *o, struct decimal x)
{
    uint64_t scale = 1;
    const uint64_t size = size_of(x.scaled);
    const int digits = x.digits < 0 ? 0 : x.digits > 18 ? 18 : x.digits;
    for (int i = 0; i < digits; i++) scale *= 10;
    if (x.scaled < 0) out_minus(o);
    out_number(o, size / scale, form[o->lang].thousands);
    if (digits)
        out_format(o, "%c%0*llu", form[o->lang].comma, digits,
                   (unsigned long long)(size % scale));
}

void out_day(struct out *o, struct day x)
{
    const struct date d = date_of(x);
    out_digits(o, d.day);
    out_raw(o, STR(" "));
    out_raw(o, form[o->lang].month[d.month - 1]);
    out_raw(o, STR(" "));
    out_digits(o, d.year);
}

/* x in two digits; of a larger one the last two. */
static void put_two(char *to, int x)
{
    to[0] = (char)('0' + x / 10 % 10);
    to[1] = (char)('0' + x % 10);
}

void out_iso_day(struct out *o, struct day x)
{
    const struct date d = date_of(x);
    char text[] = "0000-00-00";
    if (d.year < 0 || d.year > 9999) {
        out_format(o, "%04d-%02d-%02d", d.year, d.month, d.day);
        return;
    }
    put_two(text, d.year / 100);
    put_two(text + 2, d.year);
    put_two(text + 5, d.month);
    put_two(text + 8, d.day);
    out_raw(o, (struct str){ text, sizeof text - 1 });
}

void out_clock(struct out *o, struct clock x)
{
    char minutes[2];
    put_two(minutes, x.minutes % 60);
    out_digits(o, x.minutes / 60);
    out_raw(o, form[o->lang].dutch_clock ? STR(".") : STR(":"));
    out_raw(o, (struct str){ minutes, sizeof minutes });
    if (form[o->lang].dutch_clock) out_raw(o, STR(" uur"));
}

void out_iso_clock(struct out *o, struct clock x)
{
    char text[] = "00:00";
    put_two(text, x.minutes / 60);
    put_two(text + 3, x.minutes % 60);
    out_raw(o, (struct str){ text, sizeof text - 1 });
}

/* ---- languages in a page ---- */

static bool written_from_the_right(struct str code)
{
    static const char *const codes[] = { "ar", "ckb", "dv", "fa", "he",
                                         "ps", "sd",  "ug", "ur", "yi" };
    const struct str first = str_upto(code, str_find(code, STR("-")));
    for (size_t i = 0; i < COUNT_OF(codes); i++)
        if (str_is(first, codes[i])) return true;
    return false;
}

void out_lang(struct out *o, struct str code)
{
    const struct lang_about *page = lang_about(o->lang);
    if (!code.n || code.n > 35 || str_eq(code, page->code)) return;
    for (size_t i = 0; i < code.n; i++)
        if (!plain_in_address(code.s[i]) || strchr("._~@", code.s[i])) return;
    out_raw(o, STR(" lang=\""));
    out_raw(o, code);
    out_raw(o, STR("\""));
    const bool rtl = written_from_the_right(code);
    if (rtl != page->rtl) out_raw(o, rtl ? STR(" dir=\"rtl\"") : STR(" dir=\"ltr\""));
}

/* ---- sentences outside a page ---- */

struct str words_fill(struct arena *a, const struct words *w, enum lang lang,
                      const struct word_arg *args, size_t n)
{
    struct out o = out_start(a, SIZE_MAX, lang);
    struct str rest = words_in(w, lang);
    while (rest.n) {
        const size_t open = str_find(rest, STR("{"));
        out_raw(&o, str_upto(rest, open));
        if (open == SIZE_MAX) break;
        rest = str_from(rest, open);
        const size_t close = str_find(rest, STR("}"));
        const struct str name =
            close == SIZE_MAX ? (struct str){ 0 } : (struct str){ rest.s + 1, close - 1 };
        size_t i = 0;
        while (i < n && !str_is(name, args[i].name)) i++;
        const size_t taken = close == SIZE_MAX ? rest.n : close + 1;
        out_raw(&o, i < n ? args[i].text : str_upto(rest, taken));
        rest = str_from(rest, taken);
    }
    return (struct str){ o.s, o.n };
}

struct str day_words(struct arena *a, enum lang lang, struct day day)
{
    struct out o = out_start(a, 64, lang);
    out_day(&o, day);
    return (struct str){ o.s, o.n };
}
