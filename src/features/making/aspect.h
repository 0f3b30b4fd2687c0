/* aspect.h — by what the people who came are divided. */
#ifndef FEATURES_MAKING_ASPECT_H
#define FEATURES_MAKING_ASPECT_H

enum turnout_aspect {               /* kept as a number: append only */
                      TURNOUT_ALL,  /* class 0: everybody who registered and came */
                      TURNOUT_AS,   /* enum comes_as */
                      TURNOUT_AGE,  /* enum age_group */
                      TURNOUT_HOOD, /* id of a neighbourhood */
                      TURNOUT_CREW, /* 0: hosts, 1: note-takers; colleagues and helpers, counted as they are */
                      TURNOUT_ASPECTS
};
enum { TURNOUT_UNSAID = -1, TURNOUT_REST = -2, TURNOUT_LEAST = 5 };

#endif
