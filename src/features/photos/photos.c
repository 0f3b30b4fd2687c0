/* photos.c — photos come in, are shown and go away. See photos.h. */
#include "features/photos/photos.h"

#include <stdlib.h>

#include "features/history/history.h"
#include "web/token.h"

struct term photo_people_term(int people)
{
    switch ((enum photo_people)people) {
    case PEOPLE_NONE: return (struct term){ "niemand", SAY("Niemand is te herkennen") };
    case PEOPLE_AGREED: return (struct term){ "ja", SAY("Wie erop staat, vindt het goed") };
    case PEOPLE_NOT_ASKED:
        return (struct term){ "team", SAY("Niet gevraagd: alleen voor het team") };
    case PHOTO_PEOPLE: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term photo_state_term(int state)
{
    switch ((enum photo_state)state) {
    case PHOTO_WAITING: return (struct term){ "wacht", SAY("Wacht op een besluit") };
    case PHOTO_SHOWN: return (struct term){ "getoond", SAY("Te zien voor iedereen") };
    case PHOTO_HIDDEN: return (struct term){ "team", SAY("Alleen voor het team") };
    case PHOTO_ERASED: return (struct term){ "gewist", SAY("Gewist") };
    case PHOTO_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

const struct words *photo_choose(void)
{
    return SAY("Kies eerst een foto.");
}

const struct words *photo_choose_people(void)
{
    return SAY("Kies of er mensen op de foto staan.");
}

/* ---- coming in ---- */

void photo_look(struct request *req, struct str bytes, struct photo_looked *looked)
{
    enum image_exit why = IMAGE_DONE;
    *looked = (struct photo_looked){ .why = PHOTO_CANNOT };
    if (!bytes.n || bytes.n > PHOTO_BYTES_MOST) {
        looked->why = bytes.n ? PHOTO_TOO_MUCH : PHOTO_NOTHING;
        return;
    }
    if (image_convert(NULL, bytes, req->arena, &looked->image, &why) != OK) return;
    switch (why) {
    case IMAGE_DONE: looked->why = PHOTO_FINE; break;
    case IMAGE_WALLS: return;
    case IMAGE_TOO_MUCH: looked->why = PHOTO_TOO_MUCH; return;
    case IMAGE_NO_PICTURE: looked->why = PHOTO_NO_PICTURE; return;
    case IMAGE_BROKEN: looked->why = PHOTO_BROKEN; return;
    }
    if (looked->image.bytes.n + looked->image.small.n > PHOTO_MADE_MOST)
        looked->why = PHOTO_TOO_MUCH;
}

const struct words *photo_why_words(enum photo_why why)
{
    switch (why) {
    case PHOTO_FINE: return NULL;
    case PHOTO_NOTHING: return photo_choose();
    case PHOTO_NO_PICTURE:
        return SAY("Dit is geen foto die wij kunnen lezen. Kies een JPEG, PNG of WebP.");
    case PHOTO_TOO_MUCH:
        return SAY("Deze foto is te groot. Maak een nieuwe, of kies een kleinere.");
    case PHOTO_BROKEN: return SAY("Deze foto is niet heel aangekomen. Kies hem nog een keer.");
    case PHOTO_CANNOT:
        return SAY("De foto kan nu niet worden bekeken. Probeer het straks weer.");
    }
    abort(); /* there is no such reason */
}

static struct str mark_of(struct arena *a, struct str mark)
{
    return sha256(a, arena_join(a, STR("photo "), mark));
}

enum err photo_known(struct db *db, struct arena *a, struct str mark, bool *known)
{
    struct photo_by_mark_row row;
    return photo_by_mark(db, a, mark_of(a, mark), &row, known);
}

enum err photo_keep(struct tx *tx, struct request *req, const struct photo_given *g)
{
    const struct made_image *m = g->image;
    bool known;
    int64_t photo;
    TRY(photo_known(tx->db, req->arena, g->mark, &known));
    if (known) return OK;
    TRY(photo_add(tx, g->dialogue, g->at_table != 0, g->at_table, g->voice != 0, g->voice,
                  mark_of(req->arena, g->mark), req->now, req->visitor.person != 0,
                  req->visitor.person, g->people, m->type, m->width, m->height, m->hash,
                  m->small, m->bytes, &photo));
    return history_write(
        tx, req,
        &(struct change){
            .dialogue = g->dialogue, .thing = THING_PHOTO, .number = photo, .act = ACT_MADE },
        NULL);
}

/* ---- going away ---- */

static enum err wipe(struct tx *tx, struct arena *a, int64_t photo, struct str hash,
                     bool pictured, struct instant now)
{
    struct image_find_row image;
    bool found = false;
    if (pictured) TRY(image_find(tx->db, a, hash, &image, &found));
    if (found) TRY(picture_erase(tx, a, hash, now));
    TRY(photo_empty(tx, photo));
    TRY(history_forget(tx, THING_PHOTO, photo));
    tx_wipes(tx);
    return OK;
}

enum err photo_wipe(struct tx *tx, struct arena *a, int64_t photo, struct instant now)
{
    struct photo_hash_row row;
    bool found;
    TRY(photo_hash(tx->db, a, photo, &row, &found));
    return found ? wipe(tx, a, photo, row.hash, row.has_picture, now) : OK;
}

enum err photo_take_back(struct tx *tx, struct request *req, int64_t gathering, int64_t number,
                         int64_t dialogue, int64_t photo)
{
    struct photos_from_table_row *rows;
    size_t n;
    bool theirs = false;
    TRY(photos_from_table(tx->db, req->arena, gathering, number, &rows, &n));
    for (size_t i = 0; i < n; i++) theirs |= rows[i].id == photo;
    if (!theirs) return FAIL(ERR_MISSING, "no such photo of that table");
    TRY(photo_wipe(tx, req->arena, photo, req->now));
    return history_write(
        tx, req,
        &(struct change){
            .dialogue = dialogue, .thing = THING_PHOTO, .number = photo, .act = ACT_WITHDRAWN },
        NULL);
}

enum err photos_wipe_of_voice(struct tx *tx, struct arena *a, int64_t voice, struct instant now)
{
    struct photo_ids_of_voice_row *rows;
    size_t n;
    TRY(photo_ids_of_voice(tx->db, a, voice, &rows, &n));
    for (size_t i = 0; i < n; i++)
        TRY(wipe(tx, a, rows[i].id, rows[i].hash, rows[i].has_picture, now));
    return OK;
}

enum err photos_tidy(struct tx *tx, struct arena *a, int64_t dialogue, struct instant now)
{
    struct photos_unshown_row *rows;
    size_t n;
    do {
        TRY(photos_unshown(tx->db, a, dialogue, &rows, &n));
        for (size_t i = 0; i < n; i++) TRY(photo_wipe(tx, a, rows[i].id, now));
    } while (n);
    return photos_forget_team(tx, dialogue);
}

/* ---- shown ---- */

static void fill(struct request *req, const struct dialogue *d,
                 const struct photos_at_table_row *rows, size_t n, struct photos_shown *photos)
{
    *photos = (struct photos_shown){ NEW(req->arena, struct photo_shown, n + 1), n };
    for (size_t i = 0; i < n; i++) {
        const struct str id = arena_format(req->arena, "%lld", (long long)rows[i].id);
        const bool english = rows[i].alt_en.n && req->lang == LANG_EN;
        photos->at[i] = (struct photo_shown){
            .large = PATH(req->arena, "/{}/foto/{}", d->slug, id),
            .small = PATH(req->arena, "/{}/foto/{}/klein", d->slug, id),
            .width = rows[i].width,
            .height = rows[i].height,
            .alt = english ? rows[i].alt_en : rows[i].alt,
            .lang = english ? STR("en") : d->own,
            .maker = rows[i].maker,
        };
    }
}

enum err photos_of_table(struct request *req, const struct dialogue *d, int64_t at_table,
                         struct photos_shown *photos)
{
    struct photos_at_table_row *rows;
    size_t n;
    TRY(photos_at_table(req->db, req->arena, at_table, &rows, &n));
    fill(req, d, rows, n, photos);
    return OK;
}

enum err photos_of_voice(struct request *req, const struct dialogue *d, int64_t voice,
                         struct photos_shown *photos)
{
    struct photos_at_table_row *rows;
    size_t n;
    TRY(photos_with_voice(req->db, req->arena, voice, &rows, &n));
    fill(req, d, rows, n, photos);
    return OK;
}

void photo_answer(struct response *res, struct str type, struct str bytes)
{
    res->content = str_is(type, "image/png") ? CONTENT_PNG : CONTENT_JPEG;
    res->noindex = true;
    out_raw(&res->body, bytes);
}
