/* receipt.h — the page of a receipt: what became of what somebody said, and what they can still do.
 *
 * Its address holds the code, and whoever has that is its author: no page of it is kept by a browser or
 * a search engine, and a log knows only that such a page was asked. */
#ifndef FEATURES_RECEIPT_RECEIPT_H
#define FEATURES_RECEIPT_RECEIPT_H

#include "features/receipt/receipt.sql.h"
#include "features/search/search.h"
#include "features/voices/voices.h"

struct receipt_view {
    struct receipt_voice_row v;
    struct str slug;     /* of this receipt in addresses */
    struct str group[3]; /* of its code */
    struct str said;     /* every word, as it was sent */
    bool cut;            /* others read fewer words */
    bool checked, gone;  /* somebody read it; it was erased or withdrawn */
    struct used used;
    struct messages_of_row *messages;
    struct objections_of_row *objections;
    struct photos_sent_with_row *photos;
    struct receipt_advices_row *advices; /* what the city does with it */
    struct receipt_asides_row *asides;
    struct receipt_promises_row *promises;
    size_t messages_n, objections_n, photos_n;
    size_t advices_n, asides_n, promises_n;
    struct day today;
    bool may_correct, may_object;
    const struct words *why; /* why it is not shown or not used; NULL: it is, or may still be */
    const struct words *done; /* what was just done; NULL: nothing */
    const struct form_state *f;
    int64_t newest; /* the newest row of its history: what a form is based on */
};

/* Finds the voice behind the code in the address and fills frame and view. Fails: ERR_MISSING. */
MUST_CHECK enum err receipt_open(struct request *req, struct response *res,
                                 struct receipt_view *v);
/* The same for a page behind it, which adds its own crumb. */
MUST_CHECK enum err receipt_open_part(struct request *req, struct response *res,
                                      const struct words *title, struct receipt_view *v);
/* On the writer's thread: the voice, which must still be there (ERR_GONE). */
MUST_CHECK enum err receipt_voice_open(struct tx *tx, struct request *req,
                                       struct receipt_voice_row *row);
/* Back to the receipt, which then says that `done` was done. */
MUST_CHECK enum err receipt_back(struct request *req, struct response *res, const char *done);
/* What became of a photo that came with it. */
const struct words *receipt_photo_words(const struct photos_sent_with_row *photo);
/* For how many days this waits. */
int64_t receipt_days(const struct receipt_view *v, struct day since);
/* The card of a table holds such a code too: where it leads, when `code` is one. Whoever keeps tables
 * (features/sheet) says so; that feature stands later in the order. */
MUST_CHECK enum err receipt_of_table(struct request *req, struct str code, struct path *to,
                                     bool *is);
/* Neither kept nor found. */
void receipt_quiet(const struct request *req, struct response *res);

#endif
