/* dialogue.h — one question put to a city: the words everybody shares, and the way into a
 * dialogue's pages. The most upstream of the features: it includes no other.
 *
 * Each enum below is stored as its number (append only, never renumber), written in files as its
 * code, and shown with its words. */
#ifndef FEATURES_DIALOGUE_DIALOGUE_H
#define FEATURES_DIALOGUE_DIALOGUE_H

#include "features/dialogue/dialogue.sql.h"
#include "web/web.h"

enum kind { KIND_GOES_WELL, KIND_MUST_IMPROVE, KIND_NEEDED, KIND_QUESTION, KIND_TIP, KIND_QUOTE,
            KIND_STORY, KINDS };
enum { POINT_KINDS = KIND_TIP + 1 }; /* what a point can be; the rest is for voices only */
enum phase { PHASE_LISTENING, PHASE_DIALOGUE, PHASE_ADVICE, PHASE_DECISION, PHASE_DEEDS, PHASES };
enum phase_state { PHASE_LATER, PHASE_NOW, PHASE_DONE, PHASE_STATES };
enum section { SECTION_HOW, SECTION_RESEARCH, SECTION_PROGRAMME, SECTION_STORIES, SECTION_NEXT,
               SECTION_CONTACT, SECTION_THANKS, SECTION_COLOPHON, SECTIONS };
enum source_kind { SOURCE_STUDY, SOURCE_INTERVIEW, SOURCE_COUNCIL_PAPER, SOURCE_REPORT, SOURCE_OTHER,
                   SOURCE_KINDS };
enum programme_kind { PROGRAMME_MUSIC, PROGRAMME_SPOKEN_WORD, PROGRAMME_PRESENTATION, PROGRAMME_ROUND,
                      PROGRAMME_OTHER, PROGRAMME_KINDS };
enum visibility { VISIBILITY_WAITING, VISIBILITY_SHOWN, VISIBILITY_HIDDEN, VISIBILITY_ERASED,
                  VISIBILITIES };
enum account { ACCOUNT_OPEN, ACCOUNT_SET_ASIDE, ACCOUNT_ONLY_COUNTED, ACCOUNT_WITHDRAWN, ACCOUNTS };
enum reason { REASON_DOUBLE = 1, REASON_ELSEWHERE, REASON_PERSONAL, REASON_HARMFUL, REASON_UNCLEAR,
              REASON_OUTSIDE, REASONS };

/* One value of an enum: how files call it and how people do. */
struct term {
    const char *code;
    const struct words *words;
};
const struct term *kind_term(int kind);             /* "Gaat goed", … */
const struct term *phase_term(int phase);           /* "Luisteren", … */
const struct term *phase_state_term(int state);     /* "Straks", "Nu bezig", "Klaar" */
const struct term *section_term(int section);       /* heading of the section */
const struct term *source_kind_term(int kind);      /* "Onderzoek", … */
const struct term *programme_kind_term(int kind);   /* "Muziek", … */
const struct term *visibility_term(int visibility);
const struct term *account_term(int account);
const struct term *reason_term(int reason);         /* a sentence its author can read */
/* The value whose code this is; false when there is none. `count` as in KINDS; reasons start at 1. */
bool term_read(const struct term *(*term_of)(int), int first, int count, struct str code, int *value);

/* The dialogue a page is about, in the reader's language as far as there is a translation. */
struct dialogue {
    int64_t id;
    struct str slug;
    struct str own;       /* language the dialogue is written in: every text exists in it */
    struct str lang;      /* of the texts below */
    struct str title, question, summary, area, notice;
    bool invented;
    bool has_picture;
    int64_t picture;
    int64_t edition;      /* id of the latest published edition; 0 when there is none yet */
    int64_t edition_number;
    struct instant published;
};

/* Finds the dialogue named by param[0], fills the frame (menu, first crumb, notice, search box).
 * Fails: ERR_MISSING. Pages call it first. */
MUST_CHECK enum err dialogue_open(struct request *req, struct response *res, struct dialogue *d);
/* Adds a crumb behind those there are; the last one is the page itself. */
void dialogue_crumb(struct response *res, struct path to, struct str text);
/* The frame of a page outside any dialogue: the municipality's name, colour and contact. */
MUST_CHECK enum err site_frame(struct request *req, struct frame *frame);

/* A picture as a page shows it. `found` false when the id is none. */
struct shown_picture {
    bool found;
    struct path large, small; /* addresses */
    int64_t width, height, small_width;
    struct str alt, caption, maker, lang;
};
MUST_CHECK enum err picture_show(struct request *req, bool has, int64_t id, struct dialogue *d,
                                 struct shown_picture *p);

#endif
