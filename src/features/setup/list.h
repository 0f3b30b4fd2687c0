/* list.h — things in an order that an editor keeps: themes, pillars, neighbourhoods. Shown by list.html;
 * taking one away is asked on a page of its own, remove.html.
 *
 * A kind of list is described once (struct list_kind); showing it, adding lines to it, moving one and
 * taking one away are done here, with the history of each. What an entry holds besides its name is
 * changed on a page of its own (edit.h). */
#ifndef FEATURES_SETUP_LIST_H
#define FEATURES_SETUP_LIST_H

#include "features/setup/edit.h"

enum { LINES_MOST = 200 };

struct list_item {
    struct str text, lang, more; /* name; a line of facts, may be empty */
    struct path edit, place;     /* its own page; where its place is changed */
};
struct ordered_view {
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

/* ---- a kind of list ---- */

struct list_entry {
    int64_t id, position;
    struct str slug, name, more; /* more: a line of facts, may be empty */
};
enum list_says {
    LIST_LEAD,
    LIST_NEW,  /* label of the field for new ones */
    LIST_HINT, /* below it */
    LIST_EMPTY,
    LIST_ADD,        /* heading of the form */
    LIST_THERE,      /* "{naam}" is in the list already */
    LIST_FULL,       /* more than `most` */
    LIST_REMOVE,     /* title of the page where one is taken away */
    LIST_REMOVE_NOT, /* something hangs on it */
};
struct list_kind {
    const char *path;  /* of the list: "/{}/beheer/themas" */
    const char *field; /* of new ones, each on a line */
    const char *slug;  /* of a name without any letter */
    enum thing thing;
    int rows;          /* of the field */
    int64_t name_most; /* characters */
    size_t most;       /* entries: the LIMIT of `all` */
    const struct words *(*says)(enum list_says what);
    enum err (*all)(struct request *req, const struct subject *s, struct list_entry **entries,
                    size_t *n);
    enum err (*taken)(struct request *req, int64_t dialogue, struct str slug, bool *found);
    enum err (*add)(struct tx *tx, const struct subject *s, const struct list_entry *entry,
                    int64_t *id); /* with a slug, a place and a name */
    enum err (*place)(struct tx *tx, int64_t id, int64_t position);
    enum err (*changed)(struct tx *tx,
                        int64_t dialogue); /* after any of these; NULL: nothing */
    /* What keeps one from being taken away, by hangs_add. */
    enum err (*hangs)(struct request *req, const struct subject *s, int64_t id,
                      struct remove_view *v);
    enum err (*remove)(struct tx *tx, int64_t id);
};
/* The handlers of a kind's pages, whose `about` is the kind: the list, with its form; the place of one
 * ("…/:one/plaats"); taking it away ("…/:one/weg"). Fail: ERR_MISSING for an entry that is not there,
 * ERR_FORM for what is to be mended. */
MUST_CHECK enum err list_show(struct request *req, struct response *res);
MUST_CHECK enum err list_add(struct tx *tx, struct request *req, struct response *res);
MUST_CHECK enum err list_move(struct tx *tx, struct request *req, struct response *res);
MUST_CHECK enum err list_remove_ask(struct request *req, struct response *res);
MUST_CHECK enum err list_remove(struct tx *tx, struct request *req, struct response *res);

/* What was done, told on the page that follows: "weg", "erbij", "bewaard", "verplaatst"; else NULL. */
const struct words *done_words(struct str code);
/* Adds "Punten: 3" to what hangs on a thing, when there are any. */
void hangs_add(struct request *req, struct remove_view *v, const struct words *words,
               int64_t n);

#endif
