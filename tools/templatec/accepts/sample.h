/* sample.h — what the sample page shows. Every text of the data is hostile. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "base/out.h"

struct frame {
    struct str title;
    struct path self;
};
struct sample_item {
    struct str name;
    bool now;
    size_t points_n;
};
struct sample_view {
    struct str text, slug, empty, dots, lang;
    struct path path;
    struct url url;
    struct html html;
    struct day day;
    struct clock clock;
    struct decimal money;
    const struct words *words;
    const struct sample_item *items;
    size_t items_n;
    int64_t count;
};

struct str asset_path(struct str name);
void out_form_token(struct out *o);

#endif
