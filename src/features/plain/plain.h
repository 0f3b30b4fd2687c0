/* plain.h — help with plain Dutch, beside a text that an editor writes: how easy it reads, which sentences
 * are long, which words have an easier one. Shown when it is asked for; nothing is changed or refused,
 * and it is never used on what a resident said. */
#ifndef FEATURES_PLAIN_PLAIN_H
#define FEATURES_PLAIN_PLAIN_H

#include "algo/plain.h"
#include "web/web.h"

struct plain_view {
    bool asked;
    int64_t score;               /* Flesch-Douma, 0 to 100 */
    const struct words *verdict; /* of that score */
    bool brief;                  /* of so few words a score says little */
    int64_t sentences, words;
    struct plain_remark *remarks;
    size_t remarks_n;
};
/* Only of a Dutch text with words in it; else nothing was asked. */
struct plain_view plain_look_at(struct arena *a, struct str text, struct str lang);

#endif
