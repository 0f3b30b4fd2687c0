/* research.h — what researchers bring, also residents who do research: sources, what each of them says, and
 * labels in their own words. A finding is accounted for like a voice: under a point, set aside with a
 * reason, or waiting; the sum page counts them (features/sums).
 *
 * Whoever writes may add and change; setting aside is an editor's, as it is for voices. */
#ifndef FEATURES_RESEARCH_RESEARCH_H
#define FEATURES_RESEARCH_RESEARCH_H

#include "features/research/research.sql.h"
#include "features/setup/setup.h"
#include "features/sources/sources.h"

struct research_list_view {
    struct edit_view page;
    struct research_sources_row *rows;
    size_t rows_n;
};
struct research_item { /* a finding in the list */
    const struct research_findings_row *f;
    struct str labels; /* "wonen, armoede" */
};
struct research_source_view {
    struct edit_view page;
    struct research_source_row source;
    struct research_codes_row *codes;
    size_t codes_n;
    struct research_item *items;
    size_t items_n;
    struct str code; /* as was asked; empty: any */
    bool waiting, aside, later;
    struct path next; /* empty: there are no more */
    int64_t made;     /* number of the finding that was just added; 0: none */
};
struct research_finding_view {
    struct edit_view page;
    struct research_finding_row f;
    struct history_lines history;
    bool editor;
};

/* ---- the fields of a finding, for the page that adds one and the page of one ---- */

struct research_form {
    struct str body, english, where, theme, kind, labels, basis, act;
    int reason;
};
extern const struct form research_form;
enum {
    FINDING_BODY,
    FINDING_ENGLISH,
    FINDING_WHERE,
    FINDING_THEME,
    FINDING_KIND,
    FINDING_LABELS,
    FINDING_ALL
};
/* The fields, in that order; labels in `in`. In an English dialogue the translation is left out. */
MUST_CHECK enum err research_fields(struct request *req, const struct dialogue *d, enum lang in,
                                    struct edit_field **fields);
/* What was typed, in the order of the fields; says in the form what is wrong with it. `theme` and `kind`:
 * what was chosen, 0 and -1 for none. */
struct research_typed {
    struct str value[FINDING_ALL], labels[LABELS_MOST];
    size_t labels_n;
    int64_t theme;
    int kind;
};
MUST_CHECK enum err research_typed(struct request *req, const struct dialogue *d,
                                   const struct edit_field *fields, struct research_typed *t);
/* Its words in the dialogue's language and in English, its labels, and the search box. */
MUST_CHECK enum err research_words(struct tx *tx, const struct dialogue *d, int64_t finding,
                                   const struct research_typed *t);

#endif
