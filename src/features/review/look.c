/* look.c — looks through what waits for what may ask for help. See review.h. */
#include "features/review/queue.sql.h"
#include "features/review/marks.h"
#include "features/review/review.h"

struct seen {
    int64_t voice, dialogue, fingerprint;
    enum help help;
};
struct looking {
    struct arena *arena;
    struct seen *at;
    size_t n, room;
};

static enum err look_at(struct db *db, struct looking *l, int64_t dialogue,
                        enum check_state state)
{
    struct looked_not_row *rows;
    size_t n;
    TRY(looked_not(db, l->arena, dialogue, state, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        const struct marks m = marks_of(l->arena, rows[i].body, SIZE_MAX);
        l->at = rows_grow(l->arena, l->at, l->n, &l->room, sizeof *l->at);
        l->at[l->n++] = (struct seen){ rows[i].voice, rows[i].dialogue, rows[i].fingerprint,
                                       m.danger ? HELP_DANGER
                                       : m.help ? HELP_NEED
                                                : HELP_NONE };
    }
    return OK;
}

struct dialogues {
    int64_t id[1000];
    size_t n;
};
static enum err remember(const struct dialogue_list_row *row, void *with)
{
    struct dialogues *all = with;
    if (all->n < COUNT_OF(all->id)) all->id[all->n++] = row->id;
    return OK;
}

/* Decided or erased meanwhile: then the row goes with the next look. */
static enum err keep(struct tx *tx, void *with)
{
    const struct looking *l = with;
    TRY(looked_done(tx));
    for (size_t i = 0; i < l->n; i++)
        TRY(looked_put(tx, l->at[i].voice, l->at[i].dialogue, l->at[i].fingerprint,
                       l->at[i].help));
    return OK;
}

static enum err look(struct db *db, struct looking *l)
{
    struct dialogues all = { .n = 0 };
    TRY(dialogue_list(db, remember, &all));
    for (size_t i = 0; i < all.n; i++) {
        TRY(look_at(db, l, all.id[i], CHECK_WAITING));
        TRY(look_at(db, l, all.id[i], CHECK_HELD));
    }
    return OK;
}

enum err review_look(struct store *st, size_t *n)
{
    struct arena arena = { 0 };
    struct looking l = { .arena = &arena };
    struct db *db;
    TRY(store_reader(st, &db));
    enum err e = look(db, &l);
    store_reader_close(db);
    if (e == OK && l.n) e = store_write(st, keep, &l);
    *n = l.n;
    arena_end(&arena);
    return e;
}
