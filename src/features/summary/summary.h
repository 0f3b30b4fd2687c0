/* summary.h — the report on one page, in every language the dialogue uses, written by people.
 *
 * A summary belongs to a dialogue and a language. Nothing makes one by itself; one that a machine made is
 * marked wherever it stands, until somebody looked at it. A language without a summary is named as one that
 * has none. What is published is part of an edition, and changes with the next. On the web, and as PDF, OpenDocument and Markdown of one page. */
#ifndef FEATURES_SUMMARY_SUMMARY_H
#define FEATURES_SUMMARY_SUMMARY_H

#include "document/document.h"
#include "features/dialogue/dialogue.h"
#include "features/report/report.h"
#include "features/summary/summary.sql.h"

enum { SUMMARY_MOST = 6000, SUMMARY_MAKER_MOST = 120 };

/* What the sheet says: in `lang`, with its title and question as far as they are translated. */
struct summary {
    struct str lang, body, maker;
    bool machine;
    struct str title, question, title_lang;
};
/* As it is being written, for the desk. Title and question are there also when it is not `found`. */
MUST_CHECK enum err summary_open(struct request *req, int64_t dialogue, struct str lang,
                                 struct summary *s, bool *found);
/* As readers see it: of the newest edition; while none says which it has, as it is being written. */
MUST_CHECK enum err summary_shown(struct request *req, int64_t dialogue, struct str lang,
                                  struct summary *s, bool *found);
MUST_CHECK enum err summaries_shown(struct request *req, int64_t dialogue,
                                    struct report_summary **all, size_t *n);
/* The sheet as a document; `slug` is that of its dialogue. */
void summary_paper(struct request *req, const struct frame *frame, struct str slug,
                   const struct summary *s, struct document *d);
/* "Turks", or the code itself. */
struct str summary_language(struct str code, enum lang in);
/* The language of our interface with that code; Dutch when there is none. */
enum lang summary_lang(struct str code);

#endif
