/* sources.h — studies, interviews, council papers and reports, and what each of them says.
 *
 * A finding is one thing a source says, with its page, and with its table when the source retells an
 * evening. It is open or set aside with a reason; whether it is used follows from the points of the
 * latest edition that rest on it. */
#ifndef FEATURES_SOURCES_SOURCES_H
#define FEATURES_SOURCES_SOURCES_H

#include "features/dialogue/dialogue.h"
#include "features/sources/sources.sql.h"

#endif
