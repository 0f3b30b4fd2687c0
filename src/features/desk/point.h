/* point.h — one point of the draft at the desk; filled by point.c, read by point.html. */
#ifndef FEATURES_DESK_POINT_H
#define FEATURES_DESK_POINT_H

#include "features/desk/desk.h"
#include "features/desk/point.sql.h"
#include "features/people/people.h"
#include "features/plain/plain.h"
#include "features/remarks/remarks.h"

struct point_form {
    struct str said, english;
    int kind;
    int64_t home;
    struct numbers others;           /* ids of themes */
    struct numbers voices, findings; /* numbers of what was ticked */
    struct str new_said, new_english;
    int64_t into;     /* number of the point it is merged into */
    struct str basis; /* what the page was based on */
    struct str act;   /* "bewaar", "lees", "eraf", "splits", "samen", "weg" */
};
struct point_words_view { /* a voice or finding, with the box to tick */
    bool finding, ticked, readable;
    int64_t number, table, elsewhere; /* elsewhere: under how many other points it stands */
    struct str body, lang, translation, source, id;
    bool has_kind, has_table, aside, withdrawn;
    enum kind kind;
};
struct desk_point_view {
    struct dialogue d;
    const struct form_state *f;
    struct path self;
    struct notice notice;
    int64_t number;
    struct point_state state;
    struct str said, english, basis; /* as in the draft now */
    struct str typed, typed_english; /* as in the fields */
    bool clash;                      /* somebody else changed it; both are shown */
    int kind;
    int64_t home;
    struct numbers others;
    const struct draft_themes_row *themes, *theme; /* its home */
    size_t themes_n;
    struct point_words_view *rests;
    size_t rests_n;
    bool more;
    struct path next;
    const struct desk_others_row *points;
    size_t points_n;
    const struct desk_point_answers_row *answers; /* objections of tables */
    size_t answers_n;
    int64_t agreed; /* how often a table said that it is right */
    bool editor;
    struct history_lines history;
    bool unsupported; /* rests on nothing that everybody may read */
    struct plain_view plain;
    struct remarks remarks;
    struct present here;
    int64_t undo; /* last act that can be taken back; 0: none */
};

#endif
