/* phrases.h — the sentences of the made-up city, in four languages side by side. */
#ifndef FEATURES_FOLDER_PHRASES_H
#define FEATURES_FOLDER_PHRASES_H

#include "base/base.h"

enum tongue { TONGUE_NL, TONGUE_EN, TONGUE_TR, TONGUE_AR, TONGUES };
extern const char *const tongue_codes[TONGUES];

/* The same in each language; "%" is where a thing or a place comes. */
struct phrase {
    const char *in[TONGUES];
};
struct phrases {
    const struct phrase *list;
    size_t n;
};

extern const struct phrases phrases_things;   /* what it is about: "de bus naar het centrum" */
extern const struct phrases phrases_places;   /* where: "bij het winkelcentrum" */
extern const struct phrases phrases_said[5];  /* for each enum kind up to tip; % is a thing */
extern const struct phrases phrases_more;     /* a second sentence; % is a place */
extern const struct phrases phrases_story;    /* a sentence of a story; % is a place */
extern const struct phrases phrases_found[5]; /* how a source puts it, nl and en only */
extern const struct phrases phrases_point[5]; /* how an editor sums it up, nl and en only */
extern const struct phrases phrases_subjects; /* of themes: title, nl and en only */
extern const struct phrases
    phrases_aspects;                       /* behind a subject: "in de wijk", nl and en only */
extern const struct phrases phrases_hoods; /* names of neighbourhoods */

#endif
