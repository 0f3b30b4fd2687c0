/* rows.h — a folder in memory: the rows of its sheets with typed cells, its long texts and images.
 * Everything lives in one arena and is borrowed from it. */
#ifndef FEATURES_FOLDER_ROWS_H
#define FEATURES_FOLDER_ROWS_H

#include "features/folder/faults.h"
#include "features/folder/format.h"
#include "web/image.h"

/* A cell: its text, and what that means (a row of the other sheet or -1, a day, minutes, 0 or 1, a
 * term, a number, 0xRRGGBB). Empty: text.n is 0. */
struct value {
    struct str text;
    int64_t n;
};
struct row {
    int64_t line;       /* in its file */
    struct str key;     /* its first columns, as one text */
    struct value *cell; /* columns, then the translations of each language */
    size_t cells;       /* how many there are */
    size_t dialogue;    /* row of dialogues.csv */
    int64_t position;   /* within its dialogue, from 0 */
    int64_t id;         /* in the data, once written */
};
/* Finds a number by a text. */
struct index {
    struct index_slot {
        struct str key;
        size_t at;
    } * slots;
    size_t room, n;
};
void index_put(struct index *x, struct arena *a, struct str key, size_t at);
bool index_find(const struct index *x, struct str key, size_t *at);

enum { LANGUAGES_MAX = 24 };
struct grid { /* the rows of one sheet */
    const struct format *format;
    struct row *rows;
    size_t n, room;
    struct str languages[LANGUAGES_MAX]; /* of translation columns */
    size_t languages_n;
    struct index by_key;
    bool without[COLUMNS_MAX]; /* columns that the heading leaves out */
    bool partial;              /* rows are missing for a fault that was said */
};
struct long_text {
    size_t dialogue;
    int section; /* enum section */
    struct str lang, body;
};
struct folder {
    struct arena *a;
    struct instant now;
    struct faults *faults;
    int dir;
    struct grid grids[SHEETS];
    struct long_text *texts;
    size_t texts_n;
    struct made_image **images; /* of each row of pictures.csv; NULL: it failed */
};

/* Reads the sheets: bytes to cells, each cell by itself. `say` is told of each file. */
typedef void folder_say(const char *file, int64_t rows, void *with);
void folder_read(struct folder *f, folder_say *say, void *with);
/* What cells say of each other: names that lead nowhere, translations, accounts, points. */
void folder_check(struct folder *f);
/* The long texts; also texts of dialogues that are not in the folder are faults. */
void folder_read_texts(struct folder *f);

/* One more row, with room for the columns of the sheet; earlier ones may move. */
struct row *grid_add(struct arena *a, struct grid *g);
/* The place of a language among those of the translations; added when it is new. LANGUAGES_MAX when
 * there are too many. */
size_t grid_language(struct arena *a, struct grid *g, struct str lang);

/* The text of a cell; empty when it is. */
struct str cell_text(const struct row *r, size_t column);
/* The text of translated column `t` (0 for the first) in language `l` of the grid. */
struct str cell_translation(const struct grid *g, const struct row *r, size_t language,
                            size_t translated);
/* The row of another sheet that a cell leads to; NULL when it is empty (or leads nowhere). */
const struct row *cell_other(const struct folder *f, enum sheet sheet, const struct row *r,
                             size_t column);
/* The language a row's own texts are in. */
struct str row_language(const struct folder *f, enum sheet sheet, const struct row *r);

#endif
