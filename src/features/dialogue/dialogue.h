/* dialogue.h — one question put to a city: the words everybody shares, and the way into a
 * dialogue's pages. The most upstream of the features: it includes no other. */
#ifndef FEATURES_DIALOGUE_DIALOGUE_H
#define FEATURES_DIALOGUE_DIALOGUE_H

#include "features/dialogue/bar.h" // IWYU pragma: export
#include "features/dialogue/dialogue.sql.h"
#include "features/dialogue/terms.h"
#include "features/dialogue/used.h" // IWYU pragma: export
#include "web/web.h"

/* The dialogue a page is about, in the reader's language as far as there is a translation. */
struct dialogue {
    int64_t id;
    struct str slug;
    struct str own;  /* language the dialogue is written in: every text exists in it */
    struct str lang; /* of the texts below */
    struct str title, question, summary, area, notice;
    bool invented;
    enum licence licence; /* of its open data */
    bool listens;         /* voices may come in now */
    bool advised;         /* an advice was given to the city */
    bool map;             /* services stand on the map of the city */
    bool counts_days;     /* pages say for how many days something waits */
    bool has_picture;
    int64_t picture;
    int64_t edition; /* id of the latest published edition; 0 when there is none yet */
    int64_t edition_number;
    struct instant published;
};

/* Finds the dialogue named by param[0], fills the frame (menu, first crumb, notice, search box).
 * Fails: ERR_MISSING. Pages call it first. */
MUST_CHECK enum err dialogue_open(struct request *req, struct response *res,
                                  struct dialogue *d);
/* Only what an act needs to know of the dialogue named by param[0]: its id and the language it is written
 * in. Fails: ERR_MISSING. */
MUST_CHECK enum err dialogue_named(const struct request *req, int64_t *id, struct str *own);
/* Adds a crumb behind those there are; the last one is the page itself. */
void dialogue_crumb(struct response *res, struct path to, struct str text);
/* Names, in the head of the page, the feed and the calendar of what happens from advice to deed: of a theme
 * or an owner, by its slug, or of the whole dialogue. */
void dialogue_follow(struct request *req, struct response *res, const struct dialogue *d,
                     struct str theme, struct str owner);
/* The same for a page where people work with the dialogue (/:dialogue/beheer/…): its menu holds what
 * this visitor may do there, by their role. Such a page is `.who = WHO_READER` or higher. */
MUST_CHECK enum err desk_open(struct request *req, struct response *res, struct dialogue *d);
/* Is this the first part of another address of the site (a page, a language)? Such a slug cannot be
 * the name of a dialogue. */
bool dialogue_reserved(struct str slug);
/* The frame of a page outside any dialogue: the municipality's name, colour and contact. */
MUST_CHECK enum err site_frame(struct request *req, struct frame *frame);

/* A picture as a page shows it. `found` false when the id is none. */
struct shown_picture {
    bool found;
    struct path large, small; /* addresses */
    int64_t width, height, small_width;
    struct str alt, caption, maker, lang;
};
/* Erases the pixels at an address (the hash in /beeld/…), what was told of them and who made them; a grey
 * sheet comes in their place, also in published reports. Loading the same picture again does not bring
 * it back. What a browser or a paper has already cannot be recalled. Fails: ERR_MISSING. */
MUST_CHECK enum err picture_erase(struct tx *tx, struct arena *a, struct str hash,
                                  struct instant now);
MUST_CHECK enum err picture_show(struct request *req, bool has, int64_t id, struct dialogue *d,
                                 struct shown_picture *p);

#endif
