/* used.h — what was made of a voice or a finding, for the pages about one of them: the points of the newest
 * edition that rest on it, and the editions that had such a point. Shown by the parts of used.html. */
#ifndef FEATURES_DIALOGUE_USED_H
#define FEATURES_DIALOGUE_USED_H

#include "features/dialogue/used.sql.h"
#include "web/web.h"

struct used {
    struct used_points_of_voice_row *points; /* of the newest edition */
    size_t points_n;
    struct used_editions_of_voice_row *editions;
    size_t editions_n;
};
/* `edition`: the newest, 0 when there is none; `own`: the language of the dialogue. Memory: the request's. */
MUST_CHECK enum err used_voice(struct request *req, int64_t edition, struct str own,
                               int64_t voice, struct used *u);
MUST_CHECK enum err used_finding(struct request *req, int64_t edition, struct str own,
                                 int64_t finding, struct used *u);

#endif
