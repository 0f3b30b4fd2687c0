/* items.c — a list of voices made ready to read: what was noticed marked, what is nearly the same
 * brought together, and what there is to choose from beside it. */
#include "algo/similar.h"
#include "features/review/queue.h"

enum { SHOWN_BYTES = 700, NOTICED_BYTES = 1000 }; /* of one voice in a list */

/* What a reader of the list sees of a voice. */
static struct queue_item item(struct request *req, const struct queue_waiting_row *r)
{
    const struct str body = beginning(req->arena, r->body, SHOWN_BYTES);
    const int64_t age = req->now.s - r->received.s;
    return (struct queue_item){ .r = r,
                                .marks = marks_of(req->arena, body, NOTICED_BYTES),
                                .cut = body.n != r->body.n,
                                .days = age > 0 ? age / 86400 : 0 };
}

struct queue_items queue_items(struct request *req, const struct queue_waiting_row *rows,
                               size_t n)
{
    struct arena *a = req->arena;
    struct queue_items items = { NEW(a, struct queue_item, n + 1), 0 };
    struct str *texts = NEW(a, struct str, n + 1);
    uint32_t *group = NEW(a, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) texts[i] = str_upto(rows[i].body, SHOWN_BYTES);
    for (size_t i = 0; i < n;
         i++) /* never inside a letter: similar reads up to the first offence */
        texts[i].n = str_utf8_until(texts[i]);
    similar_groups(a, texts, n, SIMILAR_NEAR, group);
    for (size_t first = 0; first < n; first++) {
        if (group[first] != first) continue;
        for (size_t i = first; i < n; i++) {
            if (group[i] != first) continue;
            items.at[items.n] = item(req, &rows[i]);
            if (i != first) items.at[items.n].near = rows[first].number;
            items.n++;
        }
    }
    return items;
}

/* ---- to choose from ---- */

static void add(struct picks *p, struct str value, struct str text, const struct words *words,
                bool chosen)
{
    p->at[p->n++] = (struct pick){ value, text, words, chosen };
}

static enum err themes(struct request *req, struct queue_view *v)
{
    struct desk_themes_row *rows;
    size_t n;
    TRY(desk_themes(req->db, req->arena, v->d.id, v->d.own, lang_about(req->lang)->code, &rows,
                    &n));
    v->themes.at = NEW(req->arena, struct pick, n + 1);
    for (size_t i = 0; i < n; i++)
        add(&v->themes, rows[i].slug, rows[i].title, NULL,
            v->f.has_theme && v->f.theme == rows[i].id);
    return OK;
}

enum err queue_picks(struct request *req, struct queue_view *v)
{
    struct arena *a = req->arena;
    TRY(themes(req, v));
    v->channels.at = NEW(a, struct pick, CHANNELS);
    for (int i = 0; i < CHANNELS; i++)
        add(&v->channels, str_of(channel_term(i).code), (struct str){ 0 },
            channel_term(i).words, v->f.has_channel && (int)v->f.channel == i);
    v->langs.at = NEW(a, struct pick, TONGUES + 1);
    for (int i = 0; i < TONGUES; i++)
        add(&v->langs, tongue(i).code, tongue(i).name, NULL,
            v->f.has_lang && str_eq(v->f.lang, tongue(i).code));
    v->reasons.at = NEW(a, struct pick, REASONS);
    for (int i = REASON_DOUBLE; i < REASONS; i++)
        add(&v->reasons, str_of(reason_term(i).code), (struct str){ 0 }, reason_term(i).words,
            false);
    return OK;
}
