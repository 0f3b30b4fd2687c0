/* show.h — what was found; filled by show.c, read by show.html. */
#ifndef FEATURES_SEARCH_SHOW_H
#define FEATURES_SEARCH_SHOW_H

#include "features/search/found.sql.h"
#include "features/search/search.h"

struct found { /* one thing */
    enum found_kind kind;
    struct path to;
    int64_t number; /* of a point or finding */
    bool has_point_kind;
    enum kind point_kind;
    struct piece *title, *body;
    size_t title_n, body_n;
    struct str lang, title_lang, by, by_lang; /* by: its source, or who tells it */
};
struct found_group { /* things of one kind */
    enum found_kind kind;
    const struct words *words;
    int64_t total;
    struct found *items;
    size_t items_n;
};
struct search_view {
    struct dialogue d; /* id 0: in all dialogues */
    struct question q;
    bool asked, too_long, loose, more;
    struct path self, next;
    int64_t total; /* FOUND_MOST: there may be more */
    struct found_group groups[FOUND_KINDS];
    size_t groups_n;
    struct found_dialogues_row *dialogues;
    size_t dialogues_n;
};

#endif
