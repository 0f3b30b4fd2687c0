/* followed.h — what one can follow, and what happens with it. Kept as numbers: append only; the schema writes
 * the kinds of news. */
#ifndef FEATURES_FOLLOW_FOLLOWED_H
#define FEATURES_FOLLOW_FOLLOWED_H

enum followed { FOLLOW_DIALOGUE, FOLLOW_THEME, FOLLOW_ADVICE, FOLLOW_COMMITMENT, FOLLOWEDS };

enum news_kind {
    NEWS_ADVICE,     /* it was given to the city */
    NEWS_ANSWER,     /* the city answered */
    NEWS_COMMITMENT, /* something was promised */
    NEWS_MOVED,      /* for another day */
    NEWS_DEED,
    NEWS_DONE,
    NEWS_STOPPED,
    NEWS_KINDS
};

#endif
