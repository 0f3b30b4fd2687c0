/* response.c — see response.h and web.h. */
#include "web/response.h"

#include "web/address.h"
#include "web/web.h"

const char *content_type(enum content content)
{
    static const char *const types[CONTENTS] = {
        [CONTENT_HTML] = "text/html; charset=utf-8",
        [CONTENT_CSS] = "text/css; charset=utf-8",
        [CONTENT_JSON] = "application/json",
        [CONTENT_CSV] = "text/csv; charset=utf-8",
        [CONTENT_TEXT] = "text/plain; charset=utf-8",
        [CONTENT_PNG] = "image/png",
        [CONTENT_JPEG] = "image/jpeg",
        [CONTENT_WEBP] = "image/webp",
        [CONTENT_SVG] = "image/svg+xml",
        [CONTENT_WOFF2] = "font/woff2",
        [CONTENT_JS] = "text/javascript; charset=utf-8",
        [CONTENT_PDF] = "application/pdf",
        [CONTENT_XML] = "application/xml",
        [CONTENT_ICO] = "image/x-icon",
        [CONTENT_CALENDAR] = "text/calendar; charset=utf-8",
        [CONTENT_ATOM] = "application/atom+xml; charset=utf-8",
        [CONTENT_ZIP] = "application/zip",
        [CONTENT_WEBM] = "audio/webm",
        [CONTENT_OGG] = "audio/ogg",
        [CONTENT_M4A] = "audio/mp4",
        [CONTENT_WAV] = "audio/wav",
        [CONTENT_ODT] = "application/vnd.oasis.opendocument.text",
        [CONTENT_MARKDOWN] = "text/markdown; charset=utf-8",
        [CONTENT_MANIFEST] = "application/manifest+json",
        [CONTENT_NDJSON] = "application/x-ndjson",
        [CONTENT_PROBLEM] = "application/problem+json",
        [CONTENT_ODS] = "application/vnd.oasis.opendocument.spreadsheet",
        [CONTENT_BYTES] = "application/octet-stream",
    };
    return content < CONTENTS ? types[content] : "application/octet-stream";
}

bool content_packed(enum content content)
{
    switch (content) {
    case CONTENT_PNG:
    case CONTENT_JPEG:
    case CONTENT_WEBP:
    case CONTENT_WOFF2:
    case CONTENT_PDF:
    case CONTENT_ZIP:
    case CONTENT_WEBM:
    case CONTENT_OGG:
    case CONTENT_M4A:
    case CONTENT_WAV:
    case CONTENT_ODT:
    case CONTENT_ODS:
    case CONTENT_BYTES: return true;
    default: return false;
    }
}

void response_start(struct request *req, struct response *res)
{
    *res = (struct response){ .status = 200 };
    res->frame.site = STR("Dialoog");
    res->frame.self = (struct path){ req->path.n ? req->path : STR("/") };
    res->body = out_start(req->arena, BODY_MOST, req->lang);
    res->body.prefix = lang_prefix(req->lang);
}

struct out *response_page(struct request *req, struct response *res)
{
    frame_versions(&res->frame, req->arena, req->lang);
    res->status = 200;
    res->content = CONTENT_HTML;
    res->body.frame = &res->frame;
    return &res->body;
}

/* ---- addresses for elsewhere ---- */

bool site_is_public(struct str site)
{
    static const char *const own[] = { "localhost", "127.", "[::1]", "0.0.0.0" };
    const size_t at = str_find(site, STR("//"));
    const struct str host = at == SIZE_MAX ? site : str_from(site, at + 2);
    for (size_t i = 0; i < COUNT_OF(own); i++)
        if (str_starts(host, str_of(own[i]))) return false;
    return host.n > 0;
}

struct str site_host(struct str site)
{
    const size_t at = str_find(site, STR("//"));
    return at == SIZE_MAX ? STR("dialoog") : str_from(site, at + 2);
}

struct str request_address(const struct request *req, struct arena *a, struct path to)
{
    return req->site.n ? arena_join(a, req->site, to.text)
                       : address_between(a, req->path, to.text);
}

/* ---- dates in headers ---- */

static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

struct str http_date(struct arena *a, struct instant t)
{
    static const char days[] = "MonTueWedThuFriSatSun";
    const struct day d = { (int32_t)(t.s / 86400) };
    const struct date date = date_of(d);
    const int s = (int)(t.s % 86400);
    return arena_format(a, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT",
                        days + (ptrdiff_t)((d.n + 3) % 7) * 3, date.day,
                        months + (ptrdiff_t)(date.month - 1) * 3, date.year, s / 3600,
                        s / 60 % 60, s % 60);
}

/* Two or four digits at a place; -1 when they are none. */
static int digits_at(struct str x, size_t at, size_t n)
{
    int64_t number;
    return str_number(str_upto(str_from(x, at), n), 9999, &number) ? (int)number : -1;
}

struct instant http_date_read(struct str x)
{
    int month = 0;
    if (x.n != 29 || !str_ends(x, STR(" GMT"))) return (struct instant){ 0 };
    while (month < 12 && !str_eq(str_upto(str_from(x, 8), 3),
                                 (struct str){ months + (ptrdiff_t)month * 3, 3 }))
        month++;
    const int day = digits_at(x, 5, 2), year = digits_at(x, 12, 4), hour = digits_at(x, 17, 2),
              minute = digits_at(x, 20, 2), second = digits_at(x, 23, 2);
    if (month == 12 || day < 1 || day > 31 || year < 1970 || hour < 0 || hour > 23 ||
        minute < 0 || minute > 59 || second < 0 || second > 60)
        return (struct instant){ 0 };
    return (struct instant){ (int64_t)day_of((struct date){ year, month + 1, day }).n * 86400 +
                             hour * 3600 + minute * 60 + second };
}

/* ---- redirects ---- */

void response_to(struct response *res, int status, struct path to)
{
    res->status = status;
    res->location = to;
    res->content = CONTENT_TEXT;
    res->body.n = 0;
}

enum err response_redirect(struct response *res, struct path to)
{
    response_to(res, 303, to);
    return OK;
}

struct str response_location(const struct response *res, struct arena *a)
{
    const struct str to = res->location.text, prefix = res->body.prefix;
    if (!to.n || to.s[0] != '/') return (struct str){ 0 };
    if (to.n > 1 && (to.s[1] == '/' || to.s[1] == '\\')) return (struct str){ 0 };
    for (size_t i = 0; i < to.n; i++)
        if (to.s[i] <= ' ' || to.s[i] >= 0x7F) return (struct str){ 0 };
    return arena_format(a, "%.*s%.*s", STR_ARG(prefix), STR_ARG(to));
}
