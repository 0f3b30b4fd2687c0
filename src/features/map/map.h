/* map.h — the sociale kaart: who helps, where and when; kept, and found by anybody's words.
 *
 * Services stand in the shape of HSDS 3.2 (schema/0034-kaart.sql). They are found through an index of our
 * own, made of the same words in the same way as a question is read (algo/finder.h): see docs/kaart.md and
 * docs/decisions/kaart.md for why it is no full-text table.
 *
 * Whoever changes a service takes it out of the index before and puts it back after, in one transaction:
 *
 *   TRY(map_leave(tx, service));
 *   … change it …
 *   TRY(map_enter(tx, service));
 *
 * Many at once: change them all, then map_rebuild. */
#ifndef FEATURES_MAP_MAP_H
#define FEATURES_MAP_MAP_H

#include "features/map/card.h"       // IWYU pragma: export
#include "features/map/find.h"       // IWYU pragma: export
#include "features/map/meaning.h"    // IWYU pragma: export
#include "features/map/shapes.h"     // IWYU pragma: export
#include "features/map/shapes.sql.h" // IWYU pragma: export
#include "features/map/sheet.h"      // IWYU pragma: export
#include "features/map/subjects.h"   // IWYU pragma: export
#include "features/map/terms.h"      // IWYU pragma: export
#include "features/map/uuid.h"       // IWYU pragma: export
#include "store/store.h"

/* Cost: 0.2 ms a service, in one transaction. */
MUST_CHECK enum err map_rebuild(struct tx *tx);
/* Was the index made by this version of the program? Else it is made anew when the server starts. */
MUST_CHECK enum err map_made(struct db *db, bool *made);
/* Cost: a few ms; grows with the number of services by the length of the lists of common words. */
MUST_CHECK enum err map_leave(struct tx *tx, int64_t service);
MUST_CHECK enum err map_enter(struct tx *tx, int64_t service);
/* "52,3702" to "52.370200", and in millionths; false when it is none or above `most`. */
bool map_degrees(struct arena *a, struct str *text, int64_t most, int64_t *millionths);
/* After the list of residents' words was changed. */
MUST_CHECK enum err map_meanings_renew(struct tx *tx);

#endif
