/* answer.c — see answer.h. */
#include "web/answer.h"

#include <microhttpd.h>
#include <stdlib.h>

#include "web/response.h"

/* On every answer, whatever its kind: nothing may run, frame or fetch but what is ours. */
#define POLICY(ancestors)                                                                      \
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "          \
    "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "             \
    "worker-src 'self'; form-action 'self'; frame-ancestors " ancestors                        \
    "; base-uri 'none'; object-src 'none'"
static const char *const always[][2] = {
    { "X-Content-Type-Options", "nosniff" },
    { "Referrer-Policy", "same-origin" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
};

#define ASKS_FOR(camera, microphone)                                                           \
    "accelerometer=(), camera=(" camera                                                        \
    "), display-capture=(), geolocation=(), gyroscope=(), "                                    \
    "magnetometer=(), microphone=(" microphone "), midi=(), payment=(), usb=()"

static void header(struct MHD_Response *r, const char *name, const char *value)
{
    if (value && MHD_add_response_header(r, name, value) != MHD_YES) abort();
}

/* Pages of other sites may read what is open, and nothing else. */
static void open_headers(struct MHD_Response *r, const struct answer *x)
{
    header(r, "Cross-Origin-Resource-Policy", x->open ? "cross-origin" : "same-origin");
    if (!x->open) return;
    header(r, "Access-Control-Allow-Origin", "*");
    header(r, "Access-Control-Expose-Headers", "ETag, Last-Modified, Retry-After");
    if (!x->preflight) return;
    header(r, "Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    header(r, "Access-Control-Allow-Headers",
           "Accept, Accept-Language, Content-Type, If-Modified-Since, If-None-Match");
    header(r, "Access-Control-Max-Age", "86400");
}

void answer_headers(struct MHD_Response *r, const struct answer *x)
{
    header(r, "Content-Type", x->content_type);
    header(r, "Cache-Control", x->cache_control);
    header(r, "ETag", x->etag);
    header(r, "Last-Modified", x->last_modified);
    header(r, "Vary", x->vary);
    header(r, "Content-Encoding", x->encoding);
    header(r, "Content-Language", x->content_language);
    header(r, "Location", x->location);
    header(r, "Allow", x->allow);
    header(r, "Retry-After", x->retry_after);
    header(r, "Content-Disposition", x->disposition);
    header(r, "Set-Cookie", x->cookie);
    header(r, "X-Robots-Tag", x->robots);
    header(r, "Content-Security-Policy", x->framed ? POLICY("*") : POLICY("'none'"));
    for (size_t i = 0; i < COUNT_OF(always); i++) header(r, always[i][0], always[i][1]);
    open_headers(r, x);
    header(r, "Permissions-Policy",
           x->microphone ? ASKS_FOR("", "self")
           : x->camera   ? ASKS_FOR("self", "")
                         : ASKS_FOR("", ""));
    if (x->https) header(r, "Strict-Transport-Security", "max-age=31536000");
    if (x->close) header(r, "Connection", "close");
}

struct MHD_Response *answer_make(const struct answer *x, struct str body,
                                 enum body_memory memory)
{
    static const enum MHD_ResponseMemoryMode modes[] = {
        [BODY_COPY] = MHD_RESPMEM_MUST_COPY,
        [BODY_STATIC] = MHD_RESPMEM_PERSISTENT,
        [BODY_FREE] = MHD_RESPMEM_MUST_FREE,
    };
    union { /* the library takes what it only reads as writable */
        const char *read;
        void *write;
    } bytes = { .read = body.n ? body.s : "" };
    struct MHD_Response *r = MHD_create_response_from_buffer(
        body.n, bytes.write, body.n ? modes[memory] : MHD_RESPMEM_PERSISTENT);
    if (!r) abort();
    answer_headers(r, x);
    return r;
}

/* A file name is shown by the browser and written to a disk: only what is harmless on both. */
static const char *disposition(struct str name, struct arena *a)
{
    struct str safe = arena_copy(a, name);
    char *s = arena_take(a, safe.n + 1, 1);
    for (size_t i = 0; i < safe.n; i++) {
        const char c = safe.s[i];
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || (c == '.' && i);
        s[i] = plain ? c : '-';
    }
    return arena_format(a, "attachment; filename=\"%s\"", s).s;
}

struct answer answer_about(const struct response *res, struct arena *a)
{
    const bool ok = res->status == 200;
    struct answer x = { .content_type = content_type(res->content) };
    x.cache_control = res->no_store || (!ok && !res->location.text.n) ? "no-store"
                      : res->immutable && ok ? "public, max-age=31536000, immutable"
                                             : "no-cache";
    if (res->content == CONTENT_HTML) x.content_language = lang_about(res->body.lang)->code.s;
    if (res->location.text.n) x.location = response_location(res, a).s;
    if (res->filename.n && ok) x.disposition = disposition(res->filename, a);
    x.microphone = res->microphone;
    x.camera = res->camera;
    x.framed = res->framed && ok;
    x.open = res->open;
    if (res->modified.s && ok) x.last_modified = http_date(a, res->modified).s;
    if (res->frame.invented || res->noindex)
        x.robots = "noindex"; /* also of what is no page: images, data */
    if (res->retry_after) x.retry_after = arena_format(a, "%u", res->retry_after).s;
    if (res->cookie.n || res->cookie_ends)
        x.cookie =
            arena_format(a, "__Host-dialoog=%.*s; Path=/; Secure; HttpOnly; SameSite=Lax%s",
                         STR_ARG(res->cookie), res->cookie_ends ? "; Max-Age=0" : "")
                .s;
    if (res->status == 405)
        x.allow = res->open                           ? "GET, HEAD, POST, OPTIONS"
                  : res->allow == (1u << METHOD_POST) ? "POST"
                  : res->allow & (1u << METHOD_POST)  ? "GET, HEAD, POST"
                                                      : "GET, HEAD";
    return x;
}
