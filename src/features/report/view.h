/* view.h — what the pages of the report show; filled by view.c, read by the templates. */
#ifndef FEATURES_REPORT_VIEW_H
#define FEATURES_REPORT_VIEW_H

#include "features/report/report.h"

struct cited { /* a place in a source that a point rests on */
    int64_t point;
    struct str source, page;
};
struct note_view { /* a source at the end of a theme, under its number there */
    int64_t number;
    const struct report_source *source;
    struct str page;
};
struct point_notes { /* the numbers behind one point */
    int64_t *at;
    size_t n;
    struct str theme; /* its slug: notes are numbered per theme */
};

struct kind_view { /* the points of one kind under a theme */
    struct str code;
    const struct words *words;
    const struct report_point **points;
    struct point_notes *notes; /* of each point */
    size_t points_n;
};

struct picture_view {
    bool shown;
    struct path large, small;
    struct passage alt, caption;
};

struct theme_view {
    const struct report_theme *theme;
    size_t place; /* counts from 1 */
    struct picture_view picture;
    struct kind_view kinds[POINT_KINDS];
    size_t kinds_n;
    struct note_view *notes;
    size_t notes_n;
};

struct story_view {
    const struct report_story *story;
    struct str body, lang, title, title_lang, signed_by;
    bool erased; /* taken back or erased: a mark stands where it stood */
};

struct section_view {
    bool filled;
    struct html body;
    struct str lang;
    const struct words *heading;
};

struct report_view {
    struct dialogue d;
    struct report r;
    struct edition e;
    bool latest; /* this is the newest edition */
    struct picture_view picture;
    struct section_view sections[SECTIONS];
    struct theme_view *themes;
    struct story_view *stories;
    size_t stories_n;
    size_t around; /* which theme a page of one theme shows: its index */
};

struct edition_row {
    struct edition e;
    struct day day;
};
struct editions_view {
    struct dialogue d;
    struct edition_row *editions;
    size_t editions_n;
};

struct changes_view {
    struct dialogue d;
    struct edition e, before;
    struct report_change *changes;
    size_t changes_n;
};

/* Reads an edition of the dialogue: the one with that number, or with 0 the newest.
 * Fails: ERR_MISSING. */
MUST_CHECK enum err report_open(struct request *req, const struct dialogue *d, int64_t number,
                                struct report_view *v);

#endif
