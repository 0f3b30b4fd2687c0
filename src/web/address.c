/* address.c — see address.h. */
#include "web/address.h"

#include <string.h>

struct str lang_prefix(enum lang lang)
{
    return lang_about(lang)->prefix;
}

/* ---- percent-encoding ---- */

static int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum place { IN_PATH, IN_QUERY };

static enum err decode(struct arena *a, struct str raw, enum place place, struct str *text)
{
    char *to = arena_take(a, raw.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++) {
        char c = raw.s[i];
        bool escaped = false;
        if (c == '%') {
            const int high = i + 2 < raw.n ? hex(raw.s[i + 1]) : -1;
            const int low = i + 2 < raw.n ? hex(raw.s[i + 2]) : -1;
            if (high < 0 || low < 0) return FAIL(ERR_INPUT, "broken escape in address");
            c = (char)(high << 4 | low);
            escaped = true;
            i += 2;
        } else if (c == '+' && place == IN_QUERY) {
            c = ' ';
        }
        if ((unsigned char)c < 0x20 || c == 0x7F)
            return FAIL(ERR_INPUT, "control character in address");
        if (!escaped && (c == '\\' || (raw.s[i] == ' ')))
            return FAIL(ERR_INPUT, "bare blank or backslash in address");
        if (place == IN_PATH && (c == '\\' || (escaped && c == '/')))
            return FAIL(ERR_INPUT, "encoded slash in path");
        to[n++] = c;
    }
    *text = (struct str){ to, n };
    return str_utf8(*text) ? OK : FAIL(ERR_INPUT, "address is not UTF-8");
}

static bool unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '.' || c == '_' || c == '~';
}

static char *encode(char *to, struct str text, char keep)
{
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.s[i];
        if (unreserved((char)c) || (keep && (char)c == keep)) {
            *to++ = (char)c;
        } else {
            *to++ = '%';
            *to++ = "0123456789ABCDEF"[c >> 4];
            *to++ = "0123456789ABCDEF"[c & 15];
        }
    }
    return to;
}

/* ---- path ---- */

static enum err path_check(struct str path)
{
    struct str rest = str_from(path, 1), part;
    if (!rest.n) return OK;
    while (str_next(&rest, '/', &part))
        if (!part.n || str_is(part, ".") || str_is(part, ".."))
            return FAIL(ERR_INPUT, "empty or dotted part in path");
    return OK;
}

enum lang lang_of_address(struct str raw)
{
    for (int lang = 0; lang < LANGS; lang++) {
        const struct str prefix = lang_prefix((enum lang)lang);
        if (!prefix.n || !str_starts(raw, prefix)) continue;
        if (raw.n == prefix.n || raw.s[prefix.n] == '/' || raw.s[prefix.n] == '?')
            return (enum lang)lang;
    }
    return LANG_NL;
}

static enum err path_read(struct arena *a, struct str raw, struct address *address)
{
    struct str path;
    TRY(decode(a, raw, IN_PATH, &path));
    const struct str prefix = lang_prefix(address->lang);
    path = str_from(path, prefix.n);
    if (!path.n) { /* "/en" for "/en/" */
        path = STR("/");
        address->untidy = true;
    } else if (path.n > 1 && path.s[path.n - 1] == '/') {
        path.n--;
        address->untidy = true;
    }
    address->path = path;
    if (address->lang == LANG_NL && lang_of_address(path) != LANG_NL)
        return FAIL(ERR_INPUT, "encoded language"); /* written again, it would be that one */
    return path_check(path);
}

/* ---- query ---- */

/* Names that others put behind a link to follow who clicks it. We neither use nor keep them. */
static bool tracking(struct str name)
{
    static const char *const names[] = { "fbclid",  "gclid",   "gclsrc",   "dclid",  "gbraid",
                                         "wbraid",  "msclkid", "mc_cid",   "mc_eid", "igshid",
                                         "twclid",  "ttclid",  "yclid",    "_hsenc", "_hsmi",
                                         "mkt_tok", "srsltid", "li_fat_id" };
    if (str_starts(name, STR("utm_"))) return true;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (str_is(name, names[i])) return true;
    return false;
}

static enum err query_read(struct arena *a, struct str raw, struct address *address)
{
    struct str rest = raw, pair;
    size_t seen = 0;
    while (str_next(&rest, '&', &pair)) {
        if (!pair.n) continue;
        if (++seen > QUERY_MOST) return FAIL(ERR_INPUT, "more than %d parameters", QUERY_MOST);
        struct str value = pair, name;
        if (!str_next(&value, '=', &name)) continue;
        struct query_value q = { .value = STR("") };
        TRY(decode(a, name, IN_QUERY, &q.name));
        if (value.n) TRY(decode(a, value, IN_QUERY, &q.value));
        if (tracking(q.name)) {
            address->untidy = true;
            continue;
        }
        for (size_t i = 0; i < address->query_n; i++)
            if (str_eq(address->query[i].name, q.name))
                return FAIL(ERR_INPUT, "a parameter is given twice");
        address->query[address->query_n++] = q;
    }
    return OK;
}

enum err address_read(struct arena *a, struct str raw, struct address *address)
{
    memset(address, 0, sizeof *address);
    address->path = STR("/");
    address->lang = lang_of_address(raw);
    if (raw.n > ADDRESS_MOST) return FAIL(ERR_INPUT, "an address of %zu bytes", raw.n);
    if (!raw.n || raw.s[0] != '/')
        return FAIL(ERR_INPUT, "address does not start with a slash");
    struct str rest = raw, path;
    if (!str_next(&rest, '?', &path)) return FAIL(ERR_INPUT, "no address");
    TRY(path_read(a, path, address));
    return rest.n ? query_read(a, rest, address) : OK;
}

struct str address_text(struct arena *a, const struct address *address)
{
    const struct str prefix = lang_prefix(address->lang);
    size_t room = prefix.n + 3 * address->path.n + 1;
    for (size_t i = 0; i < address->query_n; i++)
        room += 3 * (address->query[i].name.n + address->query[i].value.n) + 2;
    char *text = arena_take(a, room, 1), *to = text;
    to = encode(to, prefix, '/');
    to = encode(to, address->path, '/');
    for (size_t i = 0; i < address->query_n; i++) {
        *to++ = i ? '&' : '?';
        to = encode(to, address->query[i].name, 0);
        *to++ = '=';
        to = encode(to, address->query[i].value, 0);
    }
    return (struct str){ text, (size_t)(to - text) };
}

/* ---- Accept-Language ---- */

/* "0.8" as 800; a weight that cannot be read counts as none. */
static int weight_read(struct str text)
{
    if (!text.n || (text.s[0] != '0' && text.s[0] != '1')) return 0;
    int weight = (text.s[0] - '0') * 1000, step = 100;
    if (text.n > 1 && text.s[1] != '.') return 0;
    for (size_t i = 2; i < text.n && i < 5; i++, step /= 10) {
        if (text.s[i] < '0' || text.s[i] > '9') return 0;
        weight += (text.s[i] - '0') * step;
    }
    return weight > 1000 ? 1000 : weight;
}

enum lang lang_accepted(struct str header)
{
    struct str rest = header, item;
    enum lang best = LANG_NL;
    int most = 0;
    for (int items = 0; items < 32 && str_next(&rest, ',', &item); items++) {
        struct str tag, primary, weight_text = item;
        if (!str_next(&weight_text, ';', &tag)) continue;
        weight_text = str_trim(weight_text);
        const bool weighted = weight_text.n > 2 && (weight_text.s[0] | 32) == 'q';
        const int weight = weighted ? weight_read(str_trim(str_from(weight_text, 2))) : 1000;
        tag = str_trim(tag);
        if (!str_next(&tag, '-', &primary) || primary.n != 2) continue;
        const char code[2] = { (char)(primary.s[0] | 32), (char)(primary.s[1] | 32) };
        enum lang lang;
        if (!lang_read((struct str){ code, 2 }, &lang) || lang >= LANGS_WHOLE) continue;
        if (weight > most) {
            most = weight;
            best = lang;
        }
    }
    return best;
}

/* ---- a site as files ---- */

struct str address_file(struct arena *a, struct str address)
{
    struct str query = { 0 }, path = address;
    const size_t mark = str_find(address, STR("?"));
    if (mark != SIZE_MAX) {
        path = str_upto(address, mark);
        query = str_from(address, mark + 1);
    }
    while (path.n && path.s[path.n - 1] == '/') path.n--;
    path = str_from(path, path.n ? 1 : 0);
    if (!path.n) return STR("index.html");
    struct str inside = path; /* without the prefix of a language */
    for (int lang = LANG_NL + 1; lang < LANGS; lang++) {
        const struct str prefix = str_from(lang_about((enum lang)lang)->prefix, 1);
        if (str_eq(path, prefix)) return arena_format(a, "%.*s/index.html", STR_ARG(path));
        if (str_starts(path, prefix) && path.s[prefix.n] == '/')
            inside = str_from(path, prefix.n + 1);
    }
    size_t last = path.n;
    while (last && path.s[last - 1] != '/') last--;
    const bool has_ending = str_find(str_from(path, last), STR(".")) != SIZE_MAX;
    if (str_starts(inside, STR("beeld/")))
        return str_ends(path, STR("/klein"))
                   ? arena_format(a, "%.*s-klein", (int)path.n - 6, path.s)
                   : arena_format(a, "%.*s-groot", STR_ARG(path));
    if (has_ending) return path;
    if (!query.n) return arena_format(a, "%.*s.html", STR_ARG(path));
    struct str name = arena_format(a, "%.*s@%.*s.html", STR_ARG(path), STR_ARG(query));
    char *s = NEW(a, char, name.n + 1); /* a name that every file system takes */
    for (size_t i = 0; i < name.n; i++) {
        const char ch = name.s[i];
        s[i] = strchr("%&:*?\"<>|\\", ch) && ch ? '_' : ch;
    }
    return (struct str){ s, name.n };
}

struct str address_between(struct arena *a, struct str from, struct str to)
{
    const size_t hash = str_find(to, STR("#"));
    const struct str file = address_file(a, from), place = str_from(to, hash);
    struct str up = { 0 };
    for (size_t i = 0; i < file.n; i++)
        if (file.s[i] == '/') up = arena_join(a, up, STR("../"));
    return arena_format(a, "%.*s%.*s%.*s", STR_ARG(up),
                        STR_ARG(address_file(a, str_upto(to, hash))), STR_ARG(place));
}
