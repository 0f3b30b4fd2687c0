/* pdf.h — a document as PDF that everybody can read: PDF/UA-1 (ISO 14289-1).
 *
 * Everything on the paper is tagged in the order it is read, or marked as decoration: headings,
 * paragraphs, lists with their labels, tables with a scope for each heading cell, figures with their
 * text, links with what they say, contents. The language of every text is known; letters are
 * embedded (only those that are used) and say which text they are. Bookmarks, a contents with page
 * numbers, lines that do not stay behind alone, headings that stay with what follows, table headings
 * on every page.
 *
 * The same document gives the same bytes. What is never on the paper: control characters, and text
 * that turns round what stands beside it (document_clean). A letter that none of our faces has is
 * shown as � and read as itself.
 *
 * Memory: the arena, at most some four times the file; nothing stays behind. Cost: 1 ms a page.
 * Fails: ERR_LIMIT above PDF_PAGES_MOST pages. A picture that cannot be read is left out, and its
 * description stands in its place. */
#ifndef DOCUMENT_PDF_H
#define DOCUMENT_PDF_H

#include "document/document.h"

enum { PDF_PAGES_MOST = 5000 };

struct pdf_options {
    bool archive; /* PDF/A-2a as well: for those who keep it for ever */
};

MUST_CHECK enum err pdf_write(const struct document *d, const struct pdf_options *options,
                              struct arena *a, struct str *bytes);
/* How many pages it takes; nothing is written. */
MUST_CHECK enum err pdf_pages(const struct document *d, struct arena *a, size_t *pages);

#endif
