/* wall.h — what hangs on the wall of a room during a gathering: what is on now, what was said by theme, and
 * the phone page with which a host or editor lets a voice through. */
#ifndef FEATURES_WALL_WALL_H
#define FEATURES_WALL_WALL_H

#include "features/voices/voices.h"
#include "features/wall/wall.sql.h"

enum { WALL_VOICE = 160 }; /* bytes of a voice that fit on the wall */

struct wall_item { /* of the programme */
    const struct wall_programme_row *p;
    bool now, next;
};
struct wall_view {
    struct dialogue d;
    struct wall_gathering_row gathering;
    struct wall_item *items;
    size_t items_n;
    const struct wall_item *now, *next; /* NULL: none */
    struct wall_voices_row *voices;     /* the newest first */
    size_t voices_n;
    struct wall_themes_row *themes;
    size_t themes_n;
    int64_t shown, waiting;
};

struct wall_waiting_voice {
    int64_t id, number, at_number;
    struct str body, lang, theme, theme_lang;
    bool has_at;
    bool odd; /* something was noticed in it, so somebody reads it with care */
};
struct wall_pass_view {
    struct dialogue d;
    struct wall_gathering_row gathering;
    struct wall_waiting_voice *voices;
    size_t voices_n;
    int64_t waiting;
    bool done;  /* one was just let through */
    bool edits; /* the visitor may open the page of a voice */
};

#endif
