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

struct str cell_text(const struct row *r, size_t column)
{
    return r->cell[column].text;
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
