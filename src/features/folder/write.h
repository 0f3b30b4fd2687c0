/* write.h — the rows of a checked folder go into the data, inside one transaction. */
#ifndef FEATURES_FOLDER_WRITE_H
#define FEATURES_FOLDER_WRITE_H

#include "features/folder/rows.h"
#include "store/store.h"

/* What is there already stays the same thing (by name or number), what is new is added, what is no
 * longer in the folder goes. Fails: ERR_CLASH with faults said when a published edition rests on what
 * would go; anything the store gives. `f->a` grows. */
MUST_CHECK enum err folder_write(struct tx *tx, struct folder *f);

/* ---- between write.c and parts.c */

/* Things of one kind that the data has before the folder is written. */
struct known_thing {
    int64_t id, mark;
    bool kept;
};
struct known {
    struct index by_key;
    struct known_thing *things;
    size_t n, room;
    struct arena *a;
};
enum err known_add(struct known *k, struct str key, int64_t id, int64_t mark);

struct writer {
    struct tx *tx;
    struct folder *f;
    struct arena *a;
    int64_t dialogue; /* its id */
    struct str lang;  /* its language */
    const struct known *gatherings;
    struct index unsaid;  /* voices, by id, whose text stays as it is in the data */
    struct index erased;  /* voices, by id, of which nothing may be left */
    int64_t still_erased; /* voices that the folder has and the data erased before */
};

/* One sheet whose rows are things with an id. */
struct part {
    enum sheet sheet;
    enum err (*list)(struct writer *w, struct known *k);
    struct str (*key)(struct writer *w,
                      const struct row *r); /* NULL: the last cell of its name */
    enum err (*write)(struct writer *w, struct row *r, const struct known_thing *before);
    enum err (*remove)(struct writer *w, int64_t id);
};
extern const struct part parts[];
extern const size_t parts_n;
/* From advice to deed: these come after the points. */
extern const struct part daden_parts[];
extern const size_t daden_parts_n;
/* Lets go what would keep a neighbourhood or picture from being removed; then writes what has no id. */
MUST_CHECK enum err daden_loosen(struct writer *w);
MUST_CHECK enum err daden_write(struct writer *w);

/* Is the row of the dialogue that is being written? */
bool row_is_ours(const struct writer *w, const struct row *r);
#define EACH_ROW(w, sheet, r)                                                                  \
    for (struct row *r = (w)->f->grids[sheet].rows, *r##_end = r + (w)->f->grids[sheet].n;     \
         r < r##_end; r++)                                                                     \
        if (row_is_ours(w, r))

/* Puts the texts of a row, in its own language and in each translation. */
typedef enum err put_texts(struct tx *tx, int64_t id, struct str lang, const struct str *texts);
MUST_CHECK enum err write_texts(struct writer *w, enum sheet sheet, const struct row *r,
                                int64_t id, put_texts *put);
struct str number_key(struct arena *a, int64_t n);
/* Somebody sent this voice here themselves, so that no folder changes it. */
MUST_CHECK enum err voice_came_in(struct writer *w, int64_t voice, bool *came_in);

#endif
