/* fixed.c — the addresses every site has, whatever the city asks. */
#include "web/web.h"

#include "web/response.h"

static struct out *text_start(struct response *res)
{
    res->content = CONTENT_TEXT;
    return &res->body;
}

/* The router has opened a snapshot before this runs; had that failed, the answer would be 503. */
static enum err healthz(struct request *req, struct response *res)
{
    (void)req;
    out_raw(text_start(res), STR("ok\n"));
    res->no_store = true;
    return OK;
}

static enum err robots(struct request *req, struct response *res)
{
    struct out *o = text_start(res);
    out_raw(o, STR("User-agent: *\nDisallow: /healthz\nSitemap: "));
    out_raw(o, request_address(req, req->arena, (struct path){ STR("/sitemap.xml") }));
    out_raw(o, STR("\n"));
    return OK;
}

/* RFC 9116 wants an end date; a year from the first of this month changes only once a month. */
static enum err security(struct request *req, struct response *res)
{
    const struct date today = date_of(req->today);
    const struct date until = { today.year + 1, today.month, 1 };
    if (!res->frame.email.n) return FAIL(ERR_MISSING, "the site has no e-mail address");
    struct out *o = text_start(res);
    out_raw(o, STR("Contact: mailto:"));
    out_raw(o, res->frame.email);
    out_raw(o, STR("\nExpires: "));
    out_iso_day(o, day_of(until));
    out_raw(o, STR("T00:00:00Z\nPreferred-Languages: nl, en\n"));
    return OK;
}

static enum err favicon(struct request *req, struct response *res)
{
    (void)req;
    const struct str icon = asset_path(STR("favicon.svg"));
    if (!icon.n) return FAIL(ERR_MISSING, "no favicon");
    return response_redirect(res, (struct path){ icon });
}

const struct page web_healthz = {
    .path = "/healthz",
    .who = WHO_ANYONE,
    .handle = healthz,
    .file = __FILE__,
};
const struct page web_robots = {
    .path = "/robots.txt",
    .who = WHO_ANYONE,
    .handle = robots,
    .file = __FILE__,
};
const struct page web_security = {
    .path = "/.well-known/security.txt",
    .who = WHO_ANYONE,
    .handle = security,
    .file = __FILE__,
};
const struct page web_favicon = {
    .path = "/favicon.ico",
    .who = WHO_ANYONE,
    .handle = favicon,
    .file = __FILE__,
};
