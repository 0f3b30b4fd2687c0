/* gather_inside.h — how rows of the data become rows of a sheet, for gather.c and gather_daden.c. */
#ifndef FEATURES_FOLDER_GATHER_INSIDE_H
#define FEATURES_FOLDER_GATHER_INSIDE_H

#include "features/dialogue/dialogue.h"
#include "features/folder/export.sql.h"
#include "features/folder/gather.h"

struct gatherer {
    struct db *db;
    struct folder *f;
    struct arena *a; /* what is kept */
    bool all;
    int64_t dialogue;
    struct str slug, lang;
    enum sheet sheet;   /* whose rows are coming */
    struct index by_id; /* of those rows */
};

struct row *gather_add(struct gatherer *g, enum sheet sheet, int64_t id);
void gather_set(struct gatherer *g, struct row *r, size_t column, struct str text);
void gather_number(struct gatherer *g, struct row *r, size_t column, bool has, int64_t n);
void gather_code(struct row *r, size_t column, bool has, struct term term);
void gather_yes(struct row *r, size_t column, int64_t yes);
void gather_day(struct gatherer *g, struct row *r, size_t column, bool has, struct day day);
/* The texts of a row in one language; `own` is the language of the row itself. */
enum err gather_texts(struct gatherer *g, int64_t id, struct str own, struct str lang,
                      const struct str *texts);

/* A query of texts: what its rows are called and where they go. */
#define TEXTS(query, id, ...)                                                                  \
    static enum err see_##query(const struct query##_row *row, void *with)                     \
    {                                                                                          \
        struct gatherer *g = with;                                                             \
        return gather_texts(g, id, g->lang, row->lang, (const struct str[]){ __VA_ARGS__ });   \
    }
#define ROWS(query) static enum err see_##query(const struct query##_row *row, void *with)
#define ASK(g, query) TRY(query((g)->db, (g)->dialogue, see_##query, (g)))

/* From advice to deed; `edition` of the points of this folder. */
MUST_CHECK enum err gather_daden(struct gatherer *g, int64_t edition);

#endif
