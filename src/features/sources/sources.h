/* sources.h — studies, interviews, council papers and reports, and what each of them says; and the
 * lists of what was said, which findings and voices share.
 *
 * A finding is one thing a source says, with its page, and with its table when the source retells an
 * evening. It is open or set aside with a reason; whether it is used follows from the points of the
 * newest edition that rest on it. */
#ifndef FEATURES_SOURCES_SOURCES_H
#define FEATURES_SOURCES_SOURCES_H

#include "features/history/history.h"
#include "features/sources/sources.sql.h"

enum { LABELS_MOST = 10, LABEL_MOST = 60 }; /* of a finding; bytes of one */

/* ---- a list, narrowed by kind and table, fifty at a time ---- */

enum { PAGE_SIZE = 50 };

/* How addresses call a kind: "is-nodig". */
struct str kind_slug(int kind);
bool kind_slug_read(struct str slug, enum kind *kind);

/* What the reader asked of a list. */
struct filter {
    bool has_kind, has_table;
    enum kind kind;
    int64_t table; /* id */
    int64_t after; /* number of the last thing on the page before; 0: from the start */
    struct str kind_text, table_text; /* as in the address; empty: all */
};
/* Reads the values of `soort`, `tafel` ("27-juni.1.8") and `na`; a value that was not given, or is
 * empty, asks for everything. Fails: ERR_INPUT for what cannot be right, ERR_MISSING for a table
 * that is not there. */
MUST_CHECK enum err filter_read(struct request *req, int64_t dialogue, struct str kind,
                                struct str table, struct str after, struct filter *f);

/* A choice in the filter. */
struct kind_option {
    struct str value;
    const struct words *words;
    int64_t count;
    bool chosen;
};
struct table_option {
    struct str value, evening;
    int64_t round, number, count;
    bool chosen, say_round, say_evening; /* what tells it from the others */
};
struct counted {         /* so many of this kind from this table */
    int64_t kind, table; /* enum kind and id; -1: of none, from none */
    int64_t count;
};
struct filter_view {
    struct filter f;
    struct kind_option *kinds;
    size_t kinds_n;
    struct table_option *tables;
    size_t tables_n;
    int64_t total;           /* that fit the filter */
    bool narrowed;           /* a kind or a table was asked for */
    bool more;               /* another page follows */
    struct path next, first; /* addresses of that page and of the first */
};
/* Fills kinds, tables and total from what there is. The number behind a kind is what choosing it
 * would give with the table as asked, and the other way around; choices that give nothing are left
 * out, unless they are what was asked. `theme` 0: there are no tables to choose from. */
MUST_CHECK enum err filter_options(struct request *req, const struct dialogue *d, int64_t theme,
                                   const struct counted *counts, size_t counts_n,
                                   struct filter_view *v);
/* Cuts what was fetched to a page, and writes the addresses: `base` with the filter behind it.
 * `last`: number of the last thing that stays. */
size_t filter_cut(size_t fetched);
void filter_pages(struct request *req, struct path base, bool more, int64_t last,
                  struct filter_view *v);

/* ---- findings ---- */

struct finding_item {
    struct findings_of_theme_row f;
    const struct uses_in_theme_row *uses; /* points of the newest edition that rest on it */
    size_t uses_n;
};
/* Each finding with its uses; both in order of number. */
struct finding_item *finding_items(struct arena *a, const struct findings_of_theme_row *rows,
                                   size_t rows_n, const struct uses_in_theme_row *uses,
                                   size_t uses_n);
/* ---- accounted for, like voices: under a point, set aside with a reason, or waiting ---- */

/* Written down; what one act does shares `batch`, as in history.h. */
MUST_CHECK enum err finding_set_aside(struct tx *tx, const struct request *req,
                                      int64_t dialogue, int64_t finding, enum reason reason,
                                      int64_t *batch);
MUST_CHECK enum err finding_reopen(struct tx *tx, const struct request *req, int64_t dialogue,
                                   int64_t finding, int64_t *batch);
/* Puts findings that a batch set aside or opened back where they were, unless something else was done to
 * them since. `done` counts them. The batch itself is marked by who takes it back (history_take_back). */
MUST_CHECK enum err findings_undo(struct tx *tx, const struct request *req, int64_t dialogue,
                                  int64_t batch, int64_t *done);

/* What a list leaves out because the page says it already. */
enum { HIDE_THEME = 1, HIDE_SOURCE = 2, HIDE_TABLE = 4, HIDE_USES = 8 };

/* The code of a kind, for its colour and shape. */
struct str kind_code(int kind);

#endif
