/* terms.h — the words everybody shares: values that are stored as a number (append only, never
 * renumber), written in files as a code, and shown to people in words. */
#ifndef FEATURES_DIALOGUE_TERMS_H
#define FEATURES_DIALOGUE_TERMS_H

#include "base/lang.h"

/* The name of a language as it stands behind "in het": "Turks". By its code ("tr", "tr-TR"); NULL for
 * one we have no name for. */
const struct words *language_words(struct str code);

enum kind {
    KIND_GOES_WELL,
    KIND_MUST_IMPROVE,
    KIND_NEEDED,
    KIND_QUESTION,
    KIND_TIP,
    KIND_QUOTE,
    KIND_STORY,
    KINDS
};
enum { POINT_KINDS = KIND_TIP + 1 }; /* what a point can be; the rest is for voices only */
enum phase {
    PHASE_LISTENING,
    PHASE_DIALOGUE,
    PHASE_ADVICE,
    PHASE_DECISION,
    PHASE_DEEDS,
    PHASES
};
enum phase_state { PHASE_LATER, PHASE_NOW, PHASE_DONE, PHASE_STATES };
enum section {
    SECTION_HOW,
    SECTION_RESEARCH,
    SECTION_PROGRAMME,
    SECTION_STORIES,
    SECTION_NEXT,
    SECTION_CONTACT,
    SECTION_THANKS,
    SECTION_COLOPHON,
    SECTIONS
};
enum source_kind {
    SOURCE_STUDY,
    SOURCE_INTERVIEW,
    SOURCE_COUNCIL_PAPER,
    SOURCE_REPORT,
    SOURCE_OTHER,
    SOURCE_KINDS
};
enum programme_kind {
    PROGRAMME_MUSIC,
    PROGRAMME_SPOKEN_WORD,
    PROGRAMME_PRESENTATION,
    PROGRAMME_ROUND,
    PROGRAMME_OTHER,
    PROGRAMME_KINDS
};
enum visibility {
    VISIBILITY_WAITING,
    VISIBILITY_SHOWN,
    VISIBILITY_HIDDEN,
    VISIBILITY_ERASED,
    VISIBILITIES
};
enum account {
    ACCOUNT_OPEN,
    ACCOUNT_SET_ASIDE,
    ACCOUNT_ONLY_COUNTED,
    ACCOUNT_WITHDRAWN,
    ACCOUNTS
};
enum reason {
    REASON_DOUBLE = 1,
    REASON_ELSEWHERE,
    REASON_PERSONAL,
    REASON_HARMFUL,
    REASON_UNCLEAR,
    REASON_OUTSIDE,
    REASONS
};

/* One value of an enum: how files call it and how people do. */
struct term {
    const char *code;
    const struct words *words;
};

/* Each takes a value of its enum. */
struct term kind_term(int kind);           /* "Gaat goed", … */
struct term phase_term(int phase);         /* "Luisteren", … */
struct term phase_state_term(int state);   /* "Straks", "Nu bezig", "Klaar" */
struct term section_term(int section);     /* heading of the section */
struct term source_kind_term(int kind);    /* "Onderzoek", … */
struct term programme_kind_term(int kind); /* "Muziek", … */
struct term visibility_term(int visibility);
struct term account_term(int account);
struct term reason_term(int reason); /* a sentence its author can read */

/* The value whose code this is; false when there is none. `first` is 0, or 1 for reasons; `count` is
 * the last name of the enum: KINDS, REASONS. */
bool term_read(struct term (*term_of)(int), int first, int count, struct str code, int *value);

#endif
