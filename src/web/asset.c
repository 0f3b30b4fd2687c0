/* asset.c — see asset.h and web.h. */
#include "web/asset.h"

#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>

#include "web/answer.h"
#include "web/head.h"
#include "web/response.h"
#include "web/web.h"

struct str asset_path(struct str name)
{
    for (size_t i = 0; i < web_assets_n; i++)
        if (str_is(name, web_assets[i].name)) return str_of(web_assets[i].path);
    return (struct str){ 0 };
}

enum err response_asset(struct response *res, struct str name)
{
    for (size_t i = 0; i < web_assets_n; i++) {
        if (!str_is(name, web_assets[i].name)) continue;
        res->content = web_assets[i].content;
        out_raw(&res->body, web_assets[i].plain);
        return OK;
    }
    return FAIL(ERR_MISSING, "no file %.*s", STR_ARG(name));
}

enum coding { PLAIN, GZIP, BROTLI, UNCHANGED, CODINGS };

struct shelf { /* for each asset its answers over http, then over https */
    struct MHD_Response *(*answers)[2][CODINGS];
};

static struct MHD_Response *coding_make(const struct asset *asset, enum coding form, bool https)
{
    static const char *const encodings[CODINGS] = { [GZIP] = "gzip", [BROTLI] = "br" };
    const struct str bodies[CODINGS] = {
        [PLAIN] = asset->plain, [GZIP] = asset->gzip, [BROTLI] = asset->brotli
    };
    if (form != UNCHANGED && form != PLAIN && !bodies[form].n) return NULL;
    const struct answer answer = {
        .content_type = form == UNCHANGED ? NULL : content_type(asset->content),
        .cache_control = "public, max-age=31536000, immutable",
        .etag = asset->etag,
        .encoding = encodings[form],
        .vary = asset->gzip.n || asset->brotli.n ? "Accept-Encoding" : NULL,
        .https = https,
    };
    return answer_make(&answer, bodies[form], BODY_STATIC);
}

struct shelf *shelf_new(void)
{
    struct shelf *shelf = calloc(1, sizeof *shelf);
    if (shelf) shelf->answers = calloc(web_assets_n + 1, sizeof *shelf->answers);
    if (!shelf || !shelf->answers) abort();
    for (size_t i = 0; i < web_assets_n; i++)
        for (int https = 0; https < 2; https++)
            for (int form = 0; form < CODINGS; form++)
                shelf->answers[i][https][form] =
                    coding_make(&web_assets[i], (enum coding)form, https);
    return shelf;
}

void shelf_end(struct shelf *shelf)
{
    if (!shelf) return;
    for (size_t i = 0; i < web_assets_n; i++)
        for (int https = 0; https < 2; https++)
            for (int form = 0; form < CODINGS; form++)
                if (shelf->answers[i][https][form])
                    MHD_destroy_response(shelf->answers[i][https][form]);
    free(shelf->answers);
    free(shelf);
}

bool shelf_find(const struct shelf *shelf, struct str path, struct str accept_encoding,
                struct str if_none_match, bool https, struct from_shelf *found)
{
    const struct asset *asset = NULL;
    if (!str_starts(path, STR("/assets/"))) return false;
    for (size_t i = 0; i < web_assets_n && !asset; i++)
        if (str_is(path, web_assets[i].path)) asset = &web_assets[i];
    if (!asset) return false;
    struct MHD_Response *const *answers = shelf->answers[asset - web_assets][https];
    found->status = 200;
    if (if_none_match.n && etag_listed(if_none_match, str_of(asset->etag))) {
        *found = (struct from_shelf){ answers[UNCHANGED], 304, 0 };
    } else if (answers[BROTLI] && coding_accepted(accept_encoding, STR("br"))) {
        *found = (struct from_shelf){ answers[BROTLI], 200, asset->brotli.n };
    } else if (answers[GZIP] && coding_accepted(accept_encoding, STR("gzip"))) {
        *found = (struct from_shelf){ answers[GZIP], 200, asset->gzip.n };
    } else {
        *found = (struct from_shelf){ answers[PLAIN], 200, asset->plain.n };
    }
    return true;
}
