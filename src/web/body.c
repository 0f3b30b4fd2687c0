/* body.c — see body.h. */
#include "web/body.h"

#include <string.h>
#include <strings.h>

static struct pair *push(struct arena *a, struct pairs *to, size_t *room)
{
    if (to->n == *room) {
        const size_t grown = *room ? *room * 2 : 16;
        struct pair *at = NEW(a, struct pair, grown);
        if (to->n) memcpy(at, to->at, to->n * sizeof *at);
        to->at = at;
        *room = grown;
    }
    return &to->at[to->n++];
}

struct str pairs_find(const struct pairs *pairs, const char *name)
{
    for (size_t i = 0; i < pairs->n; i++)
        if (!pairs->at[i].file && str_is(pairs->at[i].name, name)) return pairs->at[i].value;
    return (struct str){ 0 };
}

/* ---- application/x-www-form-urlencoded ---- */

static int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if ((c | 32) >= 'a' && (c | 32) <= 'f') return (c | 32) - 'a' + 10;
    return -1;
}

/* What needs no decoding is borrowed: many short values would take many times what was sent. */
static enum err decode(struct arena *a, struct str raw, struct str *text)
{
    if (!raw.n || (!memchr(raw.s, '%', raw.n) && !memchr(raw.s, '+', raw.n))) {
        *text = raw.n ? raw : STR("");
        return str_utf8(*text) ? OK : FAIL(ERR_INPUT, "a form holds NUL or is not UTF-8");
    }
    char *to = arena_take(a, raw.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++) {
        char c = raw.s[i] == '+' ? ' ' : raw.s[i];
        if (c == '%') {
            const int high = i + 2 < raw.n ? hex(raw.s[i + 1]) : -1;
            const int low = i + 2 < raw.n ? hex(raw.s[i + 2]) : -1;
            if (high < 0 || low < 0) return FAIL(ERR_INPUT, "broken escape in a form");
            c = (char)(high << 4 | low);
            i += 2;
        }
        to[n++] = c;
    }
    *text = (struct str){ to, n };
    return str_utf8(*text) ? OK : FAIL(ERR_INPUT, "a form holds NUL or is not UTF-8");
}

static enum err read_urlencoded(struct arena *a, struct str body, struct pairs *to)
{
    struct str rest = body, part;
    size_t room = 1;
    if (!body.n) return OK;
    for (size_t i = 0; i < body.n && room < PAIRS_MOST; i++) room += body.s[i] == '&';
    to->at = NEW(a, struct pair, room);
    while (str_next(&rest, '&', &part)) {
        struct str value = part, name;
        if (!part.n) continue;
        if (to->n == PAIRS_MOST)
            return FAIL(ERR_INPUT, "a form of more than %d values", PAIRS_MOST);
        if (!str_next(&value, '=', &name)) continue;
        struct pair *p = push(a, to, &room);
        TRY(decode(a, name, &p->name));
        TRY(decode(a, value, &p->value));
    }
    return OK;
}

/* ---- multipart/form-data ---- */

static bool begins_with(struct str x, const char *with)
{
    const size_t n = strlen(with);
    return x.n >= n && !strncasecmp(x.s, with, n);
}

/* The value of `; name="…"` or `; name=…` behind a header. False when absent. Browsers write a quote
 * in a name as %22 and a line end as %0D%0A, so a quote ends it. */
static bool parameter(struct str header, const char *name, struct str *value)
{
    struct str rest = header;
    const size_t n = strlen(name);
    for (;;) {
        const size_t semicolon = str_find(rest, STR(";"));
        if (semicolon == SIZE_MAX) return false;
        rest = str_trim(str_from(rest, semicolon + 1));
        const bool ours = begins_with(rest, name) && rest.n > n && rest.s[n] == '=';
        const size_t equals = str_find(rest, STR("="));
        if (equals == SIZE_MAX) return false;
        rest = str_from(rest, equals + 1);
        struct str found;
        if (rest.n && rest.s[0] == '"') {
            const size_t end = str_find(str_from(rest, 1), STR("\""));
            if (end == SIZE_MAX) return false;
            found = str_upto(str_from(rest, 1), end);
            rest = str_from(rest, end + 2);
        } else {
            const size_t end = str_find(rest, STR(";"));
            found = str_trim(str_upto(rest, end == SIZE_MAX ? rest.n : end));
            rest = str_from(rest, end == SIZE_MAX ? rest.n : end);
        }
        if (ours) {
            *value = found;
            return true;
        }
    }
}

static enum err part_head(struct str *rest, struct pair *p)
{
    bool named = false;
    for (;;) {
        const size_t end = str_find(*rest, STR("\r\n"));
        if (end == SIZE_MAX || end > 4096) return FAIL(ERR_INPUT, "a part without end of head");
        const struct str line = str_upto(*rest, end);
        *rest = str_from(*rest, end + 2);
        if (!line.n) break;
        if (begins_with(line, "content-disposition:")) {
            struct str ignored;
            if (named || !parameter(line, "name", &p->name))
                return FAIL(ERR_INPUT, "a part without one name");
            named = true;
            p->file = parameter(line, "filename", &ignored);
        } else if (begins_with(line, "content-type:")) {
            p->type = str_trim(str_from(line, strlen("content-type:")));
        }
    }
    if (!named || !p->name.n || !str_utf8(p->name) || !str_utf8(p->type))
        return FAIL(ERR_INPUT, "a part without a name");
    return OK;
}

static enum err read_multipart(struct arena *a, struct str type, struct str body,
                               struct pairs *to)
{
    struct str boundary;
    size_t room = 0;
    if (!parameter(type, "boundary", &boundary) || !boundary.n || boundary.n > 70)
        return FAIL(ERR_INPUT, "a multipart without boundary");
    const struct str between = arena_format(a, "\r\n--%.*s", STR_ARG(boundary));
    if (!str_starts(body, str_from(between, 2)))
        return FAIL(ERR_INPUT, "a multipart that does not begin with its boundary");
    struct str rest = str_from(body, between.n - 2);
    while (!str_starts(rest, STR("--"))) {
        if (!str_starts(rest, STR("\r\n"))) return FAIL(ERR_INPUT, "a broken boundary");
        if (to->n == PAIRS_MOST)
            return FAIL(ERR_INPUT, "a form of more than %d values", PAIRS_MOST);
        struct pair *p = push(a, to, &room);
        rest = str_from(rest, 2);
        TRY(part_head(&rest, p));
        /* An empty value: its boundary stands right behind the head. */
        const char *end = memmem(rest.s - 2, rest.n + 2, between.s, between.n);
        if (!end) return FAIL(ERR_INPUT, "a multipart that ends too early");
        const size_t at = end < rest.s ? 0 : (size_t)(end - rest.s);
        p->value = str_upto(rest, at);
        if (!p->file && !str_utf8(p->value))
            return FAIL(ERR_INPUT, "a form holds NUL or is not UTF-8");
        const size_t over = (size_t)(end + between.n - rest.s);
        rest = str_from(rest, over);
    }
    return OK;
}

enum err body_read(struct arena *a, struct str content_type, struct str body,
                   struct pairs *pairs)
{
    const size_t semicolon = str_find(content_type, STR(";"));
    const struct str type = str_trim(str_upto(content_type, semicolon));
    *pairs = (struct pairs){ 0 };
    if (type.n == 33 && begins_with(type, "application/x-www-form-urlencoded"))
        return read_urlencoded(a, body, pairs);
    if (type.n == 19 && begins_with(type, "multipart/form-data"))
        return read_multipart(a, content_type, body, pairs);
    return FAIL(ERR_INPUT, "a body that is no form");
}
