/* papers.h — the chain on paper, for who decides: from a promise back to the voices under it, the advice to the
 * city, and a draft of the letter to the council. Each is PDF/UA, OpenDocument to go on with, and Markdown,
 * made of what the data holds at that moment (document/document.h, features/report/report.h). */
#ifndef FEATURES_PAPERS_PAPERS_H
#define FEATURES_PAPERS_PAPERS_H

#include "document/document.h"
#include "features/deeds/deeds.h"
#include "features/papers/papers.sql.h"
#include "features/report/report.h"

struct writing { /* a paper being made */
    struct request *req;
    struct dialogue d;
    struct document *p;
    struct response res; /* only its frame */
    struct str lang;
};
MUST_CHECK enum err writing_open(struct request *req, struct writing *w);
struct str say(const struct writing *w, const struct words *words);
/* The address of a page of the dialogue; empty when the world cannot come there. */
struct str address_at(const struct writing *w, const char *page, int64_t number);
void add_heading(struct writing *w, int level, const struct words *words);
void add_text(struct writing *w, struct str text, struct str lang); /* CommonMark */
void add_quiet(struct writing *w, struct block *in, struct str text);
void add_said(struct writing *w, const struct words *heading, struct str text, struct str lang);

/* One chapter each, in the order of the chain; those with words of people say their language. */
void add_answer(struct writing *w, const struct advice_shown_row *a, int level);
MUST_CHECK enum err add_commitment(struct writing *w, int64_t number, int level);
MUST_CHECK enum err add_points(struct writing *w, int64_t advice, int level, bool voices);
MUST_CHECK enum err add_steps(struct writing *w, int64_t advice, int level);

#endif
