/* odt.h — a document to go on with: OpenDocument 1.3 text, for LibreOffice Writer and Word.
 *
 * Its headings, lists, tables, quotations and captions wear the styles by which those programs know
 * them (Heading 1, List 1, Table Contents, Quotations, Caption), so they stay what they are in other
 * hands. Every text has its language, every picture its description, tables repeat their heading.
 *
 * The same document gives the same bytes. Memory: the arena; nothing stays behind. Cost: 1 ms for ten
 * pages, and the pictures are copied as they are. Fails: ERR_BROKEN when no archive can be made. */
#ifndef DOCUMENT_ODT_H
#define DOCUMENT_ODT_H

#include "document/document.h"

MUST_CHECK enum err odt_write(const struct document *d, struct arena *a, struct str *bytes);

#endif
