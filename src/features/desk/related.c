/* related.c — see related.h, and desk_read in desk.h. */
#include "features/desk/related.h"
#include "features/desk/related.sql.h"

#include "algo/related.h"
#include "store/store.h"

#include <string.h>

enum {
    LOOKED_AT = 80, /* related voices that are looked up */
    SHOWN = 20,
    BODY_MOST = 400,
    IN_A_ROW = 10,   /* times a thousand voices */
    WORDS = 1 << 15, /* remembered while many are read */
    ASKED_MOST = 30, /* voices that one question is made of */
    REMEMBERED = 300
};

/* ---- keeping the terms ---- */

struct made {
    int64_t voice, turn, dialogue;
    struct str terms;
    bool open;
};
struct making {
    struct arena arena;
    struct made *at;
    size_t n;
};

/* Rows come in the order of voices, so languages alternate: a reader for each. */
struct tongues {
    struct {
        struct str lang;
        struct reader *reader;
    } at[LANGS_WHOLE + 1];
    size_t n;
};

static struct reader *reader_of(struct tongues *all, struct str lang, size_t remembers)
{
    const bool stems = str_is(lang, "nl") || str_is(lang, "en");
    if (!stems) lang = STR(""); /* any other: its words as they are */
    for (size_t i = 0; i < all->n; i++)
        if (str_eq(all->at[i].lang, lang)) return all->at[i].reader;
    all->at[all->n].lang = lang;
    all->at[all->n].reader = related_reader(lang, remembers);
    return all->at[all->n++].reader;
}

static enum err make(struct db *db, struct making *m, struct tongues *tongues)
{
    struct related_unread_row *rows;
    uint32_t *terms;
    TRY(related_unread(db, &m->arena, &rows, &m->n));
    m->at = NEW(&m->arena, struct made, m->n);
    const size_t remembers = m->n < related_unread_limit ? 16 * m->n + 100 : WORDS;
    for (size_t i = 0; i < m->n; i++) {
        m->at[i] = (struct made){ .voice = rows[i].voice,
                                  .turn = rows[i].turn,
                                  .dialogue = rows[i].dialogue,
                                  .open = rows[i].open };
        if (!rows[i].open) continue;
        const size_t n = related_terms(reader_of(tongues, rows[i].lang, remembers), &m->arena,
                                       rows[i].body, &terms);
        m->at[i].terms = related_stored(&m->arena, terms, n);
    }
    return OK;
}

/* What changed or was erased meanwhile has another turn, or none: it is left as it is. */
static enum err keep(struct tx *tx, void *with)
{
    const struct making *m = with;
    for (size_t i = 0; i < m->n; i++) {
        int64_t turn;
        TRY(related_turn(tx->db, m->at[i].voice, &turn));
        if (turn != m->at[i].turn) continue;
        TRY(related_read(tx, m->at[i].voice));
        if (m->at[i].terms.n)
            TRY(related_put(tx, m->at[i].dialogue, m->at[i].voice, m->at[i].terms));
    }
    return OK;
}

static enum err read_some(struct store *st, struct tongues *tongues, size_t *n)
{
    struct making m = { .n = 0 };
    struct db *db;
    TRY(store_reader(st, &db));
    enum err e = make(db, &m, tongues);
    store_reader_close(db);
    if (e == OK && m.n) e = store_write(st, keep, &m);
    *n = m.n;
    arena_end(&m.arena);
    return e;
}

/* The words that were met are remembered from one thousand to the next, and no longer: they are people's. */
enum err desk_read(struct store *st, size_t *n)
{
    struct tongues tongues = { .n = 0 };
    size_t some = related_unread_limit;
    enum err e = OK;
    *n = 0;
    for (int i = 0; i < IN_A_ROW && e == OK && some == related_unread_limit; i++) {
        e = read_some(st, &tongues, &some);
        *n += some;
    }
    for (size_t i = 0; i < tongues.n; i++) related_reader_end(tongues.at[i].reader);
    return e;
}

/* ---- a question ---- */

struct asking {
    struct request *req;
    const struct dialogue *d;
    const struct related_question *asked;
    struct related_view *view;
    struct reader *reader; /* of the dialogue's own language */
    uint32_t *terms;
    size_t terms_n;
    struct str text; /* of the one voice that was asked about */
    int64_t tables[LOOKED_AT + ASKED_MOST], themes[LOOKED_AT];
};

static void put_terms(struct asking *k, struct reader *r, struct str text)
{
    uint32_t *terms;
    const size_t n = related_terms(r, k->req->arena, text, &terms);
    for (size_t i = 0; i < n && k->terms_n < 2 * RELATED_TERMS; i++)
        k->terms[k->terms_n++] = terms[i];
}

/* Adds one to a list of different numbers; gives how many there are. */
static int64_t counted(int64_t *list, int64_t n, int64_t one)
{
    for (int64_t i = 0; i < n; i++)
        if (list[i] == one) return n;
    list[n] = one;
    return n + 1;
}

static enum err read_question(struct asking *k)
{
    struct arena *a = k->req->arena;
    k->terms = NEW(a, uint32_t, 2 * RELATED_TERMS);
    for (size_t i = 0; i < k->asked->voices.n && i < ASKED_MOST; i++) {
        struct related_words_row row;
        bool found;
        TRY(related_words(k->req->db, a, k->asked->voices.at[i], &row, &found));
        if (!found) continue;
        struct reader *own =
            str_eq(row.lang, k->d->own) ? NULL : related_reader(row.lang, REMEMBERED);
        put_terms(k, own ? own : k->reader, row.body);
        related_reader_end(own);
        if (row.has_at_table)
            k->view->tables = counted(k->tables, k->view->tables, row.at_table);
        k->text = row.body;
        k->view->lang = row.lang;
    }
    if (k->asked->said.n) put_terms(k, k->reader, k->asked->said);
    k->terms_n = related_union(k->terms, k->terms_n);
    return OK;
}

static enum err compare(const struct related_texts_row *row, void *with)
{
    related_take_stored(with, row->voice, row->terms);
    return OK;
}

/* A text cut where a word of the question stands. */
static size_t cut(struct asking *k, struct str text, const uint32_t *terms, size_t terms_n,
                  struct piece **pieces)
{
    struct mark *marks;
    const size_t n = related_marks(k->reader, k->req->arena, text, terms, terms_n, &marks);
    size_t to = 0, at = 0;
    *pieces = NEW(k->req->arena, struct piece, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        if (marks[i].from > at)
            (*pieces)[to++] = (struct piece){ { text.s + at, marks[i].from - at }, false };
        (*pieces)[to++] = (struct piece){ { text.s + marks[i].from, marks[i].length }, true };
        at = marks[i].from + marks[i].length;
    }
    if (at < text.n) (*pieces)[to++] = (struct piece){ str_from(text, at), false };
    return to;
}

static struct related_item item_of(struct asking *k, const struct related_voice_row *row)
{
    struct arena *a = k->req->arena;
    struct related_item item = {
        .number = row->number,
        .points = row->draft_points,
        .table = row->table_number,
        .has_table = row->has_table_number,
        .kind = row->kind,
        .has_kind = row->has_kind,
        .team = !row->shown,
        .translated = row->has_translation,
        .body = beginning(a, row->body, BODY_MOST),
        .lang = row->lang,
        .elsewhere = row->has_theme && row->theme != k->asked->theme,
        .theme = row->title,
        .theme_lang = row->title_lang,
        .id = arena_format(a, "hangt-%lld", (long long)row->number),
    };
    const struct str text =
        row->has_translation ? beginning(a, row->translation, BODY_MOST) : item.body;
    item.pieces_n = cut(k, text, k->terms, k->terms_n, &item.pieces);
    return item;
}

/* Looks up what was found; what may not be used, or was chosen, is passed over. */
static enum err show(struct asking *k, const struct related_hit *hits, size_t hits_n)
{
    struct related_view *v = k->view;
    v->items = NEW(k->req->arena, struct related_item, SHOWN);
    for (size_t i = 0; i < hits_n; i++) {
        struct related_voice_row row;
        bool found;
        if (numbers_have(k->asked->voices, hits[i].id)) continue;
        TRY(related_voice(k->req->db, k->req->arena, hits[i].id, k->d->own,
                          lang_about(k->req->lang)->code, &row, &found));
        if (!found) continue;
        if (row.has_at_table) v->tables = counted(k->tables, v->tables, row.at_table);
        if (row.has_theme) v->themes = counted(k->themes, v->themes, row.theme);
        if (v->items_n < SHOWN && !numbers_have(k->asked->chosen, row.number))
            v->items[v->items_n++] = item_of(k, &row);
    }
    return OK;
}

static enum err answer(struct asking *k)
{
    struct arena *a = k->req->arena;
    struct related_hit *hits;
    TRY(read_question(k));
    struct related q = related_to(a, k->terms, k->terms_n);
    TRY(related_texts(k->req->db, k->d->id, compare, &q));
    const double least = k->asked->number ? RELATED_LEAST : RELATED_LEAST / 2;
    const size_t n = related_best(&q, least, LOOKED_AT, &hits);
    k->view->themes = counted(k->themes, 0, k->asked->theme);
    TRY(show(k, hits, n));
    /* In its own words, what comes back in those of others. */
    size_t shared_n = 0;
    uint32_t *shared = NEW(a, uint32_t, k->terms_n + 1);
    for (size_t i = 0; i < k->terms_n; i++)
        if (q.seen[i] > 1) shared[shared_n++] = k->terms[i];
    if (k->asked->number)
        k->view->pieces_n = cut(k, k->text, shared, shared_n, &k->view->pieces);
    return OK;
}

enum err desk_related(struct request *req, const struct dialogue *d,
                      const struct related_question *asked, struct related_view *view)
{
    struct asking k = {
        .req = req,
        .d = d,
        .asked = asked,
        .view = view,
        .reader = related_reader(d->own, REMEMBERED),
    };
    *view = (struct related_view){ .asked = true, .number = asked->number };
    const enum err e = answer(&k);
    related_reader_end(k.reader);
    view->again = asked->number
                      ? arena_format(req->arena, "hangt-%lld", (long long)asked->number)
                      : STR("hangt");
    view->take = asked->number ? arena_format(req->arena, "neem-%lld", (long long)asked->number)
                               : STR("neem");
    return e;
}
