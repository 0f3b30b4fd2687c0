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
enum licence { /* of the open data */
               LICENCE_ASK,
               LICENCE_CC0,
               LICENCE_CC_BY,
               LICENCE_CC_BY_SA,
               LICENCES
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

/* From advice to deed. */
enum advice_kind { ADVICE_GOES_WELL, ADVICE_PRIORITY, ADVICE_NEEDS, ADVICE_KINDS };
enum answer_kind { ANSWER_ADOPTED, ANSWER_PARTLY, ANSWER_NOT, ANSWER_KINDS };
enum outcome_kind { /* what comes of an answer beside commitments */
                    OUTCOME_POLICY_PAPER,
                    OUTCOME_MOTION,
                    OUTCOME_PLEDGE,
                    OUTCOME_CHANGED_RULE,
                    OUTCOME_KINDS
};
enum horizon { HORIZON_ONE_OFF, HORIZON_STRUCTURAL, HORIZONS };
enum commitment_state {
    COMMITMENT_PROMISED,
    COMMITMENT_UNDER_WAY,
    COMMITMENT_DONE, /* from here on it is closed */
    COMMITMENT_STOPPED,
    COMMITMENT_STATES
};
enum ladder { /* how much say people had, from little to much */
              LADDER_INFORMED,
              LADDER_CONSULTED,
              LADDER_ADVISED,
              LADDER_MADE_TOGETHER,
              LADDER_DECIDED_TOGETHER,
              LADDER_DECIDED_THEMSELVES,
              LADDERS
};
enum step_kind { /* those that come ready, by the id they have in the data */
                 STEP_TO_COLLEGE = 1,
                 STEP_DECISION,
                 STEP_COUNCIL_LETTER,
                 STEP_COUNCIL_AGENDA,
                 STEP_DECIDED,
                 STEP_KINDS
};

/* One value of an enum: how files call it and how people do. */
struct term {
    const char *code;
    const struct words *words;
};

/* Each takes a value of its enum. */
struct term kind_term(int kind);         /* "Gaat goed", … */
struct term phase_term(int phase);       /* "Luisteren", … */
struct term phase_state_term(int state); /* "Straks", "Nu bezig", "Klaar" */
struct term section_term(int section);   /* heading of the section */
struct term source_kind_term(int kind);  /* "Onderzoek", … */
struct term licence_term(int licence);
struct str licence_url(int licence);       /* where it is written out; empty: nowhere */
struct term programme_kind_term(int kind); /* "Muziek", … */
struct term visibility_term(int visibility);
struct term account_term(int account);
struct term reason_term(int reason);          /* a sentence its author can read */
struct term advice_kind_term(int kind);       /* "Gaat goed", "Heeft voorrang", … */
struct term answer_kind_term(int kind);       /* "Overgenomen", … */
struct term outcome_kind_term(int kind);      /* "Motie", … */
struct term horizon_term(int horizon);        /* "Eenmalig", "Blijvend" */
struct term commitment_state_term(int state); /* "Beloofd", … */
struct term ladder_term(int ladder);          /* "Meeweten", … */
struct term step_kind_term(int kind);         /* "Naar het college", … */

/* The value whose code this is; false when there is none. `first` is 0, or 1 for reasons; `count` is
 * the last name of the enum: KINDS, REASONS. */
bool term_read(struct term (*term_of)(int), int first, int count, struct str code, int *value);

#endif
