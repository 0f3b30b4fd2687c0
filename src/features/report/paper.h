/* paper.h — an edition as a document to be handed out; pages of the report only.
 *
 * It says what the page says, in the shape of a printed report: a cover, what it is about, a spread
 * for each theme, stories, what happens next, colophon. Every point carries its number, which leads to
 * where it comes from. */
#ifndef FEATURES_REPORT_PAPER_H
#define FEATURES_REPORT_PAPER_H

#include "document/document.h"
#include "features/report/view.h"

/* The document of an opened edition, in the language of the request. `frame` says whose it is. */
MUST_CHECK enum err paper_make(struct request *req, const struct report_view *v,
                               const struct frame *frame, struct document *d);
/* The colour of the city. */
uint32_t paper_colour(const struct frame *frame);

#endif
