/* plain.h — a document as text alone: Markdown (CommonMark, with the tables of GitHub).
 *
 * What people wrote stays text: signs that would mean something are written so that they do not.
 * Pictures stand in it as their description and address. Memory: arena. */
#ifndef DOCUMENT_PLAIN_H
#define DOCUMENT_PLAIN_H

#include "document/document.h"

struct str plain_write(const struct document *d, struct arena *a);

#endif
