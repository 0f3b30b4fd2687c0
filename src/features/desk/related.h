/* related.h — voices that hang together with what an editor looks at; filled by related.c, read by
 * related.html.
 *
 * The terms of every voice are kept beside its words (algo/related). A trigger takes them away when the words
 * change or go, and desk_read makes them anew; so what is asked is never compared with words that are
 * no longer there. Only how many tables and themes it comes back at is counted, and shown; nothing is
 * chosen before somebody does. */
#ifndef FEATURES_DESK_RELATED_H
#define FEATURES_DESK_RELATED_H

#include "features/desk/desk.h"
#include "features/search/search.h"

struct related_item {
    int64_t number, table, points;
    struct str id, body, lang;
    bool
        translated; /* the marks stand in the translation, the words as they were said above it */
    struct piece *pieces;
    size_t pieces_n;
    bool has_kind, has_table, team, elsewhere; /* elsewhere: in another theme */
    enum kind kind;
    struct str theme, theme_lang;
};
struct related_view {
    bool asked;
    int64_t number; /* of the voice that was asked about; 0: of all that was chosen */
    struct piece *pieces;
    size_t pieces_n; /* its own words, marked */
    struct str lang;
    struct related_item *items;
    size_t items_n;
    int64_t taken;          /* so many were ticked just now */
    int64_t tables, themes; /* where it comes back, as far as is known */
    struct str again, take; /* values of the buttons */
};

struct related_question {
    int64_t number;        /* 0: several voices, or a sentence */
    struct numbers voices; /* ids */
    struct str said;       /* a sentence in the dialogue's own language; may be empty */
    struct numbers chosen; /* numbers of voices that were chosen already: not shown again */
    int64_t theme;         /* in which it is asked */
};
MUST_CHECK enum err desk_related(struct request *req, const struct dialogue *d,
                                 const struct related_question *asked,
                                 struct related_view *view);

#endif
