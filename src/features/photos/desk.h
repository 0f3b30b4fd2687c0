/* desk.h — photos as the team sees them: lists by state, and one to decide about. */
#ifndef FEATURES_PHOTOS_DESK_H
#define FEATURES_PHOTOS_DESK_H

#include "features/history/history.h"
#include "features/photos/photos.h"

struct photo_list_view {
    struct dialogue d;
    struct photos_of_team_row *rows;
    size_t rows_n;
    int64_t of[PHOTO_STATES]; /* how many there are of each state */
    enum photo_state state;
    bool more;
    struct path next, self;
    const struct words *done; /* what was just done; NULL: nothing */
};

struct photo_form {
    struct str alt, alt_en, maker;
    int people, deed, reason;
    int64_t theme, seen; /* the newest row of its history when the form was made */
};
enum photo_deed { PHOTO_DO_SHOW, PHOTO_DO_TEAM, PHOTO_DO_HIDE, PHOTO_DO_KEEP };

struct photo_view {
    struct dialogue d;
    struct photo_find_row p;
    const struct form_state *form;
    struct path self;
    struct photo_themes_row *themes;
    size_t themes_n;
    int64_t at_theme; /* above which it stands now; 0: none */
    struct history_lines history;
    int64_t seen;
    bool team_only; /* its contribution is for the team: so is the photo */
    const struct words *done;
};

/* What was done, for the page that says so; NULL when the code is none. */
const struct words *photo_done_words(struct str code);

#endif
