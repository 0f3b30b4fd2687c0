/* brand.c — /assets/brand-:colour.css, the colours of a municipality. The address names the one colour
 * they all come from, so it never changes. */
#include "algo/brand.h"
#include "web/web.h"

static enum err handle(struct request *req, struct response *res)
{
    const struct str colour = req->param[0].text;
    uint32_t rgb;
    if (colour.n != 6 || !brand_read(colour, &rgb))
        return FAIL(ERR_MISSING, "no colour %.*s", STR_ARG(colour));
    res->content = CONTENT_CSS;
    res->immutable = true;
    out_raw(&res->body, brand_css(req->arena, rgb));
    return OK;
}

const struct page site_brand = {
    .path = "/assets/brand-:colour.css",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
