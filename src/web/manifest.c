/* manifest.c — see manifest.h. */
#include "web/manifest.h"

#include "web/address.h"
#include "web/handed.h"

static json_t *text(struct str s)
{
    return json_stringn(s.n ? s.s : "", s.n);
}

static void icon(json_t *icons, const char *name, const char *size, const char *purpose)
{
    json_t *one = json_object();
    handed_put(one, "src", text(asset_path(str_of(name))));
    handed_put(one, "sizes", json_string(size));
    handed_put(one, "type", json_string("image/png"));
    handed_put(one, "purpose", json_string(purpose));
    handed_add(icons, one);
}

void manifest_answer(const struct request *req, struct response *res, const struct manifest *m)
{
    const struct str prefix = lang_prefix(req->lang);
    json_t *all = json_object(), *icons = json_array();
    icon(icons, "icon-192.png", "192x192", "any");
    icon(icons, "icon-512.png", "512x512", "any");
    icon(icons, "icon-512.png", "512x512", "maskable"); /* nothing stands near its edge */
    handed_put(all, "name", text(m->name));
    handed_put(all, "short_name", text(m->short_name));
    handed_put(all, "lang", text(lang_about(req->lang)->code));
    handed_put(all, "start_url", text(arena_join(req->arena, prefix, m->start.text)));
    handed_put(all, "id", text(m->start.text));
    handed_put(all, "scope", text(arena_join(req->arena, prefix, m->scope.text)));
    handed_put(all, "display", json_string("standalone"));
    handed_put(all, "background_color", json_string("#ffffff"));
    handed_put(all, "theme_color", json_string("#04586d"));
    handed_put(all, "icons", icons);
    json_answer(res, all);
    res->content = CONTENT_MANIFEST;
    json_decref(all);
}
