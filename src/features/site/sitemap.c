/* sitemap.c — /sitemap.xml: every page that search engines should know, in parts of PART entries of the map, so that
 * a part stays small however much there is. Part 1 is the dialogues and what stands beside them. */
#include "features/site/site.h"
#include "features/site/site.sql.h"

enum { PART = 10000 };
#define SPACE "http://www.sitemaps.org/schemas/sitemap/0.9"

static struct out *start(struct response *res, const char *root)
{
    struct out *o = &res->body;
    res->content = CONTENT_XML;
    out_raw(o, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"));
    out_raw(o, str_of(root));
    out_raw(o, STR(" xmlns=\"" SPACE "\">\n"));
    return o;
}

static void loc(const struct request *req, struct out *o, const char *element, struct path to)
{
    out_raw(o, arena_format(req->arena, "<%s><loc>", element));
    out_text(o, request_address(req, req->arena, to));
    out_raw(o, STR("</loc>"));
}

/* How many there are. */
static enum err parts(struct request *req, int64_t *n)
{
    struct sitemap_last_row last;
    bool found;
    TRY(sitemap_last(req->db, req->arena, &last, &found));
    *n = 1 + (found ? (last.id + PART - 1) / PART : 0);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    int64_t n;
    TRY(parts(req, &n));
    struct out *o = start(res, "sitemapindex");
    for (int64_t part = 1; part <= n; part++) {
        loc(req, o, "sitemap",
            (struct path){ arena_format(req->arena, "/sitemap-%lld.xml", (long long)part) });
        out_raw(o, STR("</sitemap>\n"));
    }
    out_raw(o, STR("</sitemapindex>\n"));
    return OK;
}

static void page(const struct request *req, struct out *o, struct path to)
{
    loc(req, o, "url", to);
    out_raw(o, STR("</url>\n"));
}

static enum err dialogues(struct request *req, struct out *o)
{
    static const char *const fixed[] = { "/", "/kaart", "/kaart/wijken", "/plekken" };
    struct home_dialogues_row *rows;
    struct sitemap_themes_row *themes;
    size_t n;
    for (size_t i = 0; i < COUNT_OF(fixed); i++)
        page(req, o, (struct path){ str_of(fixed[i]) });
    TRY(home_dialogues(req->db, req->arena, STR("nl"), &rows, &n));
    for (size_t i = 0; i < n; i++)
        if (!rows[i].invented) page(req, o, PATH(req->arena, "/{}", rows[i].slug));
    TRY(sitemap_themes(req->db, req->arena, &themes, &n));
    for (size_t i = 0; i < n; i++)
        page(req, o, PATH(req->arena, "/{}/thema/{}", themes[i].dialogue, themes[i].slug));
    return OK;
}

static enum err handle_part(struct request *req, struct response *res)
{
    const int64_t part = req->param[0].number;
    struct sitemap_services_row *rows;
    size_t n;
    int64_t most;
    TRY(parts(req, &most));
    if (part > most) return FAIL(ERR_MISSING, "no such part");
    struct out *o = start(res, "urlset");
    if (part == 1)
        TRY(dialogues(req, o));
    else {
        TRY(sitemap_services(req->db, req->arena, (part - 2) * PART + 1, (part - 1) * PART,
                             &rows, &n));
        for (size_t i = 0; i < n; i++) {
            loc(req, o, "url", PATH(req->arena, "/kaart/{}", rows[i].slug));
            out_raw(o, STR("<lastmod>"));
            out_iso_day(o, day_at(rows[i].modified));
            out_raw(o, STR("</lastmod></url>\n"));
        }
    }
    out_raw(o, STR("</urlset>\n"));
    return OK;
}

const struct page site_sitemap = {
    .path = "/sitemap.xml",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
const struct page site_sitemap_part = {
    .path = "/sitemap-#part.xml",
    .who = WHO_ANYONE,
    .handle = handle_part,
    .file = __FILE__,
};
