/* rows.c — the index, and looking at rows; see rows.h. */
#include "features/folder/rows.h"

#include <string.h>

static size_t slot_of(const struct index *x, struct str key)
{
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < key.n; i++) h = (h ^ (unsigned char)key.s[i]) * 0x100000001b3u;
    size_t at = (h ^ h >> 32) & (x->room - 1);
    while (x->slots[at].key.s && !str_eq(x->slots[at].key, key)) at = (at + 1) & (x->room - 1);
    return at;
}

void index_put(struct index *x, struct arena *a, struct str key, size_t at)
{
    if (2 * (x->n + 1) > x->room) {
        const struct index old = *x;
        x->room = old.room ? 2 * old.room : 64;
        x->slots = NEW(a, struct index_slot, x->room);
        for (size_t i = 0; i < old.room; i++)
            if (old.slots[i].key.s) x->slots[slot_of(x, old.slots[i].key)] = old.slots[i];
    }
    struct index_slot *slot = &x->slots[slot_of(x, key)];
    x->n += !slot->key.s;
    *slot = (struct index_slot){ key, at };
}

bool index_find(const struct index *x, struct str key, size_t *at)
{
    if (!x->room) return false;
    const struct index_slot *slot = &x->slots[slot_of(x, key)];
    *at = slot->at;
    return slot->key.s != NULL;
}

struct row *grid_add(struct arena *a, struct grid *g)
{
    if (g->n == g->room) {
        g->room = g->room ? 2 * g->room : 64;
        struct row *more = NEW(a, struct row, g->room);
        if (g->n) memcpy(more, g->rows, g->n * sizeof *more);
        g->rows = more;
    }
    struct row *r = &g->rows[g->n++];
    r->cells = format_columns(g->format) + g->languages_n * format_translated(g->format);
    r->cell = NEW(a, struct value, r->cells);
    r->dialogue = SIZE_MAX;
    return r;
}

size_t grid_language(struct arena *a, struct grid *g, struct str lang)
{
    size_t l = 0;
    while (l < g->languages_n && !str_eq(g->languages[l], lang)) l++;
    if (l == g->languages_n && l < LANGUAGES_MAX)
        g->languages[g->languages_n++] = arena_copy(a, lang);
    return l;
}

struct str cell_text(const struct row *r, size_t column)
{
    return column < r->cells ? r->cell[column].text : (struct str){ 0 };
}

struct str cell_translation(const struct grid *g, const struct row *r, size_t language,
                            size_t translated)
{
    return cell_text(r, format_columns(g->format) + language * format_translated(g->format) +
                            translated);
}

const struct row *cell_other(const struct folder *f, enum sheet sheet, const struct row *r,
                             size_t column)
{
    const struct value *v = &r->cell[column];
    const struct grid *other = &f->grids[formats[sheet].columns[column].other];
    return v->text.n && v->n >= 0 ? &other->rows[v->n] : NULL;
}

struct str row_language(const struct folder *f, enum sheet sheet, const struct row *r)
{
    if (sheet == SHEET_VOICES && cell_text(r, V_LANGUAGE).n) return cell_text(r, V_LANGUAGE);
    const struct grid *dialogues = &f->grids[SHEET_DIALOGUES];
    return r->dialogue < dialogues->n ? cell_text(&dialogues->rows[r->dialogue], D_LANGUAGE)
                                      : (struct str){ 0 };
}
