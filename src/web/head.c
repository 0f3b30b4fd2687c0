/* head.c — see head.h. */
#include "web/head.h"

#include <microhttpd.h>
#include <string.h>
#include <strings.h>

static bool is_token(struct str x)
{
    static const char marks[] = "!#$%&'*+-.^_`|~";
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && !memchr(marks, c, sizeof marks - 1))
            return false;
    }
    return x.n > 0;
}

static bool has_controls(struct str x)
{
    for (size_t i = 0; i < x.n; i++)
        if (((unsigned char)x.s[i] < 0x20 && x.s[i] != '\t') || x.s[i] == 0x7F) return true;
    return false;
}

static struct str *place_of(struct head *h, struct str name)
{
#define IS(text) (name.n == sizeof(text) - 1 && !strncasecmp(name.s, text, name.n))
    switch (name.n) {
    case 4: return IS("Host") ? &h->host : NULL;
    case 6:
        return IS("Origin")   ? &h->origin
               : IS("Cookie") ? &h->cookie
               : IS("Accept") ? &h->accept
                              : NULL;
    case 7: return IS("Referer") ? &h->referer : NULL;
    case 10: return IS("User-Agent") ? &h->user_agent : NULL;
    case 12: return IS("Content-Type") ? &h->content_type : NULL;
    case 13:
        return IS("If-None-Match")   ? &h->if_none_match
               : IS("Last-Event-ID") ? &h->last_event
                                     : NULL;
    case 14:
        return IS("Content-Length")   ? &h->length
               : IS("Sec-Fetch-Site") ? &h->sec_fetch_site
                                      : NULL;
    case 15:
        return IS("Accept-Encoding")   ? &h->accept_encoding
               : IS("Accept-Language") ? &h->accept_language
               : IS("X-Forwarded-For") ? &h->forwarded_for
                                       : NULL;
    case 17:
        return IS("Transfer-Encoding")   ? &h->coding
               : IS("X-Forwarded-Proto") ? &h->forwarded_proto
               : IS("If-Modified-Since") ? &h->if_modified_since
                                         : NULL;
    default: return NULL;
    }
#undef IS
}

static enum MHD_Result one_header(void *with, enum MHD_ValueKind kind, const char *key,
                                  size_t key_n, const char *value, size_t value_n)
{
    struct head *h = with;
    const struct str name = { key, key_n }, text = { value ? value : "", value ? value_n : 0 };
    (void)kind;
    if (!is_token(name) || has_controls(text)) h->odd = true;
    struct str *place = place_of(h, name);
    if (!place) return MHD_YES;
    *place = text;
    h->hosts += place == &h->host;
    h->lengths += place == &h->length;
    h->codings += place == &h->coding;
    return MHD_YES;
}

void head_read(struct MHD_Connection *connection, struct head *head)
{
    memset(head, 0, sizeof *head);
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, one_header, head);
}

static bool is_host(struct str x)
{
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '.' || c == '-' || c == ':' || c == '[' || c == ']' || c == '_'))
            return false;
    }
    return x.n > 0 && x.n <= 260;
}

int head_refused(const struct head *h, bool reads, bool http_1_0, size_t most)
{
    int64_t length = 0;
    if (h->odd || h->hosts > 1 || (!h->hosts && !http_1_0)) return 400;
    if (h->hosts && !is_host(h->host)) return 400;
    if (h->lengths > 1 || h->codings > 1 || (h->lengths && h->codings)) return 400;
    if (h->codings && (reads || http_1_0)) return 400;
    if (h->codings && (h->coding.n != 7 || strncasecmp(h->coding.s, "chunked", 7))) return 400;
    if (h->lengths && !str_number(h->length, INT64_MAX, &length)) return 400;
    if (reads && length > GET_BODY_MOST) return 400;
    return (uint64_t)length > most ? 413 : 0;
}

int64_t head_length(const struct head *h)
{
    int64_t length = 0;
    return h->lengths && str_number(h->length, INT64_MAX, &length) ? length : 0;
}

bool head_has_body(const struct head *h)
{
    int64_t length;
    return h->codings ||
           (h->lengths && !(str_number(h->length, INT64_MAX, &length) && !length));
}

struct str head_session(const struct head *h)
{
    static const struct str name = { "__Host-dialoog=", 15 };
    struct str rest = h->cookie, one;
    if (!rest.n) return STR("");
    while (str_next(&rest, ';', &one)) {
        one = str_trim(one);
        if (str_starts(one, name)) return str_from(one, name.n);
    }
    return STR("");
}

bool coding_accepted(struct str header, struct str coding)
{
    struct str rest = header, item, name;
    while (str_next(&rest, ',', &item)) {
        struct str weight = item;
        if (!str_next(&weight, ';', &name)) continue;
        name = str_trim(name);
        if (name.n != coding.n || strncasecmp(name.s, coding.s, coding.n)) continue;
        weight = str_trim(weight); /* "q=0", "q=0.000" */
        if (weight.n < 3 || (weight.s[0] | 32) != 'q' || weight.s[1] != '=') return true;
        for (size_t i = 2; i < weight.n; i++)
            if (weight.s[i] != '0' && weight.s[i] != '.') return true;
        return false;
    }
    return false;
}

bool etag_listed(struct str header, struct str etag)
{
    struct str rest = header, item;
    if (str_starts(etag, STR("W/"))) etag = str_from(etag, 2);
    while (str_next(&rest, ',', &item)) {
        item = str_trim(item);
        if (str_starts(item, STR("W/"))) item = str_from(item, 2);
        if (str_eq(item, etag) || str_is(item, "*")) return true;
    }
    return false;
}

/* "https://host/…" or "https://host" is on this host? */
static bool on_host(struct str url, struct str host)
{
    const size_t at = str_find(url, STR("://"));
    if (at == SIZE_MAX || !host.n) return false;
    struct str rest = str_from(url, at + 3), theirs;
    if (!str_next(&rest, '/', &theirs)) return false;
    return theirs.n == host.n && !strncasecmp(theirs.s, host.s, host.n);
}

bool head_from_here(const struct head *h)
{
    if (h->sec_fetch_site.s) return str_is(h->sec_fetch_site, "same-origin");
    return on_host(h->origin.s ? h->origin : h->referer, h->host);
}

struct str last_hop(struct str list)
{
    struct str rest = list, hop = { 0 };
    while (str_next(&rest, ',', &hop)) continue;
    return str_trim(hop);
}
