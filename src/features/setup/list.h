/* list.h — things in an order that an editor keeps: themes, neighbourhoods. Shown by list.html; taking
 * one away is asked on a page of its own, remove.html. */
#ifndef FEATURES_SETUP_LIST_H
#define FEATURES_SETUP_LIST_H

#include "features/setup/edit.h"

enum { LINES_MOST = 200 };

struct list_item {
    struct str text, lang, more; /* name; a line of facts, may be empty */
    struct path edit, place;     /* its own page; where its place is changed */
};
struct list_view {
    struct edit_view page;
    struct list_item *items;
    size_t n;
    struct str empty, add; /* said when there is nothing; heading of the form */
    const struct words *done;
};

struct remove_view {
    struct edit_view page;
    struct str name, lang;
    struct str hangs[6]; /* what would lose its place: "3 keer inbreng"; none: it may go */
    size_t hangs_n;
};

/* The form of a list: names, each on a line. */
struct lines_form {
    struct str lines;
};
/* The lines that were sent, trimmed, without empty ones and bullets. Says what is wrong: too many, too
 * long, twice the same. */
MUST_CHECK enum err lines_read(struct request *req, const char *field, int64_t most,
                               struct str **lines, size_t *n);

struct place_form {
    int way;
};
enum { WAY_UP, WAY_DOWN };
extern const struct form place_form;
struct remove_form {
    struct str nothing;
};
extern const struct form remove_form;

/* What was done, told on the page that follows: "weg", "erbij", "bewaard", "verplaatst"; else NULL. */
const struct words *done_words(struct str code);
/* " (3)" behind a heading: adds "3 tafels" to what hangs on a thing, when there are any. */
void hangs_add(struct request *req, struct remove_view *v, const struct words *words,
               int64_t n);

#endif
