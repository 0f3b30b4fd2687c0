/* photos.h — photographs of flip-overs and drawings: from a table, with a contribution, from the desk.
 *
 * A photo goes three steps. `photo_look` has the image program make pixels of what was sent, away from the
 * writer; `photo_keep` keeps these once, waiting; a person of the team decides (desk.c). Nothing of the
 * file that was sent is kept but pixels, and nobody outside the team sees these before that decision.
 *
 * People who can be recognised must have agreed: a photo of people who were not asked cannot be shown, and
 * neither can one without words for who cannot see it, or without its maker. The schema says so too.
 *
 * Erased is erased: the pixels go from the data file, and a copy that stands at a theme becomes a grey
 * sheet (picture_erase). */
#ifndef FEATURES_PHOTOS_PHOTOS_H
#define FEATURES_PHOTOS_PHOTOS_H

#include "features/dialogue/dialogue.h"
#include "features/photos/photos.sql.h"
#include "web/image.h"
#include "web/web.h"

enum {
    PHOTO_BYTES_MOST = 15 * 1024 * 1024, /* of a file as it is sent */
    PHOTO_UPLOAD = PHOTO_BYTES_MOST + 64 * 1024,
    PHOTO_MADE_MOST = 6 * 1024 * 1024, /* of the pixels we keep, large and small together */
    PHOTOS_AT_TABLE = 60,
};

#define PHOTO_PEOPLE_CODES "niemand ja team"   /* of a choice field, in the order of the enum */
const struct words *photo_choose(void);        /* what to say when no photo was chosen */
const struct words *photo_choose_people(void); /* when nothing was said about who is on it */

struct term photo_people_term(int people);
struct term photo_state_term(int state);

/* ---- coming in ---- */

enum photo_why {
    PHOTO_FINE,
    PHOTO_NOTHING,    /* nothing was sent */
    PHOTO_NO_PICTURE, /* of another kind than we take */
    PHOTO_TOO_MUCH,   /* bytes or pixels */
    PHOTO_BROKEN,
    PHOTO_CANNOT, /* it could not be looked at now: nothing is wrong with it */
};
struct photo_looked {
    enum photo_why why;
    struct made_image image; /* of PHOTO_FINE */
};
/* Has the image program look at it: tens of milliseconds, at most 20 s. For a `prepare`. */
void photo_look(struct request *req, struct str bytes, struct photo_looked *looked);
/* What to tell who sent it; NULL for PHOTO_FINE. */
const struct words *photo_why_words(enum photo_why why);

struct photo_given {
    int64_t dialogue, at_table, voice; /* 0: not there */
    struct str mark;                   /* what tells it from others; bytes of any length */
    enum photo_people people;
    const struct made_image *image;
};
/* Keeps it, unless it was kept before. */
MUST_CHECK enum err photo_keep(struct tx *tx, struct request *req,
                               const struct photo_given *given);
/* Was it kept before? */
MUST_CHECK enum err photo_known(struct db *db, struct arena *a, struct str mark, bool *known);

/* ---- going away ---- */

MUST_CHECK enum err photo_wipe(struct tx *tx, struct arena *a, int64_t photo,
                               struct instant now);
/* Taken back by the table it came from (a number at a gathering), and written down. Fails: ERR_MISSING when
 * it is gone already, or another table's. */
MUST_CHECK enum err photo_take_back(struct tx *tx, struct request *req, int64_t gathering,
                                    int64_t number, int64_t dialogue, int64_t photo);
/* Those that came with a contribution. */
MUST_CHECK enum err photos_wipe_of_voice(struct tx *tx, struct arena *a, int64_t voice,
                                         struct instant now);
/* Of a dialogue that was done long ago: what was never shown is erased, and who decided is forgotten. */
MUST_CHECK enum err photos_tidy(struct tx *tx, struct arena *a, int64_t dialogue,
                                struct instant now);

/* ---- shown: {use photo_figures(&photos)} from "features/photos/figures.html" ---- */

struct photo_shown {
    struct path large, small;
    int64_t width, height;
    struct str alt, lang, maker;
};
struct photos_shown {
    struct photo_shown *at;
    size_t n;
};
MUST_CHECK enum err photos_of_table(struct request *req, const struct dialogue *d,
                                    int64_t at_table, struct photos_shown *photos);
MUST_CHECK enum err photos_of_voice(struct request *req, const struct dialogue *d,
                                    int64_t voice, struct photos_shown *photos);
/* Pixels as an answer; from a row of photo_large and its like. */
void photo_answer(struct response *res, struct str type, struct str bytes);

#endif
