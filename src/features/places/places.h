/* places.h — places where people can meet: found, shown with a week, kept at the desk, and how much of
 * them is used.
 *
 * A place stands on a location of its own and has spaces. A space stands empty for others at its `hours`;
 * what of that is taken is what was asked for and granted (space_quarter). Who uses a space is
 * shown to nobody but its keeper and the desk. */
#ifndef FEATURES_PLACES_PLACES_H
#define FEATURES_PLACES_PLACES_H

#include "features/map/map.h"
#include "features/places/places.sql.h" // IWYU pragma: export
#include "features/places/when.h"

enum { PLACES_ON_PAGE = 20, USE_DAYS = 28, SPACES_MOST = 60 };

/* ---- how much is used ---- */

struct use { /* minutes */
    int64_t empty[PARTS_OF_WEEK], used[PARTS_OF_WEEK];
};
struct use_area {
    struct str name; /* empty: not in a neighbourhood */
    struct use use;
};
/* Of each neighbourhood and of all together, over the USE_DAYS before `today`. Of spaces that can be found. */
struct use_figures {
    struct use_area *areas;
    size_t areas_n;
    struct use all;
    struct day from, until; /* the last day too */
};
MUST_CHECK enum err use_count(struct db *db, struct arena *a,
                              const struct spaces_found_row *spaces, size_t n, struct day today,
                              struct use_figures *figures);
/* Whole hours. */
int64_t use_hours(int64_t minutes);
/* Per cent of what was there that was used; 0 when nothing was. */
int use_share(int64_t empty, int64_t used);
int use_share_all(const struct use *use); /* of the whole week */

/* ---- a week of a space ---- */

struct week_piece { /* of a day, drawn: in quarters */
    int from, wide;
    bool taken;
};
struct space_week {
    struct week_day_line {
        struct str day;
        struct day date;
        bool holiday;
        struct str empty, taken; /* "9.00 uur – 17.00 uur"; empty: none */
        struct week_piece *pieces;
        size_t pieces_n;
        int y; /* of its row in the drawing */
    } days[7];
    bool has_hours;
};
MUST_CHECK enum err space_week(struct request *req, int64_t space, struct str hours,
                               struct day monday, struct space_week *week);

/* ---- pages ---- */

struct place_option {
    const char *name;
    const struct words *words;
    int64_t count;
    bool on;
};
struct place_choice {
    struct str value, text;
    int64_t count;
    bool on;
};
struct place_line {
    const struct spaces_found_row *at; /* its first space that fits */
    const struct spaces_found_row **spaces;
    size_t spaces_n;
};
struct places_view {
    struct path self, next, back;
    struct place_option options[4];
    struct place_choice *areas, *people, inside[2];
    size_t areas_n, people_n;
    struct place_line *lines; /* of this page */
    size_t lines_n;
    int64_t total, all, from;
    bool asked, more;
    struct str day, time; /* as they were asked */
    bool moment_wrong;
    struct use_figures use;
};
struct place_view {
    struct place_named_row p;
    struct space_view {
        const struct place_spaces_row *s;
        struct space_week week;
    } * spaces;
    size_t spaces_n;
    struct day monday;
    struct path self, earlier, later;
    bool has_earlier, has_later;
    struct place_services_row *services;
    size_t services_n;
    bool can_ask;
};

/* "52.370200"; empty when it is not known. */
struct str degrees_text(struct arena *a, bool has, int64_t millionths);
struct str yes_no_text(bool has, bool yes, enum lang lang);
const struct words *week_day_words(struct day d); /* "maandag" */
/* "80 mensen" */
struct str people_text(struct arena *a, int64_t n, enum lang lang);
/* "9.00 uur – 17.00 uur", in minutes since midnight. */
struct str times_text(struct arena *a, int from, int until, enum lang lang);

#endif
