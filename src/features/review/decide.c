/* decide.c — see decide.h. */
#include "features/review/decide.h"

#include "features/review/queue.sql.h"

struct deciding {
    struct tx *tx;
    struct request *req;
    int64_t dialogue;
    const struct decision *decision;
    const struct chosen *chosen;
    int64_t batch, done, left;
};

static bool deed_read(struct str text, struct decision *d)
{
    static const struct {
        const char *code;
        enum deed deed;
    } deeds[] = { { "toon", DEED_SHOW },
                  { "tel", DEED_COUNT },
                  { "apart", DEED_HOLD },
                  { "vrij", DEED_FREE } };
    for (size_t i = 0; i < COUNT_OF(deeds); i++)
        if (str_is(text, deeds[i].code)) {
            d->deed = deeds[i].deed;
            return true;
        }
    return false;
}

enum err decision_read(struct request *req, int64_t dialogue, struct str text,
                       struct decision *d, bool *found)
{
    const struct str hide = STR("verberg-"), sort = STR("thema-");
    *d = (struct decision){ 0 };
    *found = deed_read(text, d);
    if (*found) return OK;
    if (str_starts(text, hide)) {
        int reason;
        *found =
            term_read(reason_term, REASON_DOUBLE, REASONS, str_from(text, hide.n), &reason);
        *d = (struct decision){ .deed = DEED_HIDE, .reason = *found ? (enum reason)reason : 0 };
    } else if (str_starts(text, sort)) {
        struct theme_find_row row;
        TRY(theme_find(req->db, req->arena, dialogue, str_from(text, sort.n), &row, found));
        *d = (struct decision){ .deed = DEED_SORT, .theme = *found ? row.id : 0 };
    }
    return OK;
}

static enum err sort(const struct deciding *g, const struct queue_member_row *m, int64_t *batch)
{
    const struct voice_place place = { .theme = g->decision->theme,
                                       .neighbourhood =
                                           m->has_neighbourhood ? m->neighbourhood : 0,
                                       .at_table = m->has_at_table ? m->at_table : 0,
                                       .kind = m->has_kind ? (int)m->kind : -1 };
    return voice_sort(g->tx, g->req, m->voice, &place, batch);
}

static enum err one(struct deciding *g, const struct queue_member_row *m)
{
    int64_t *batch = &g->batch;
    struct tx *tx = g->tx;
    g->done++;
    switch (g->decision->deed) {
    case DEED_SHOW: return voice_show(tx, g->req, m->voice, (struct str){ 0 }, batch);
    case DEED_HIDE: return voice_hide(tx, g->req, m->voice, g->decision->reason, batch);
    case DEED_COUNT:
        TRY(voice_only_count(tx, g->req, m->voice, batch));
        return voice_hide(tx, g->req, m->voice, (enum reason)0, batch);
    case DEED_SORT: return sort(g, m, batch);
    case DEED_HOLD: return voice_hold(tx, g->req, m->voice, batch);
    case DEED_FREE: return voice_recheck(tx, g->req, m->voice, batch);
    }
    return FAIL(ERR_BROKEN, "no such deed");
}

/* Nobody shows a sound that was not typed out: there is nothing to read yet. */
static bool may(const struct deciding *g, const struct queue_member_row *m)
{
    return m->state == g->chosen->state && !(g->decision->deed == DEED_SHOW && m->has_sound);
}

/* Those with the same words. A number in them may differ, and numbers are what people should not
 * find about each other: what is shown has to be the same to the byte. */
static enum err with_alike(struct deciding *g, const struct queue_member_row *first)
{
    struct queue_alike_row *rows;
    size_t n;
    TRY(queue_alike(g->tx->db, g->req->arena, g->dialogue, g->chosen->state, first->fingerprint,
                    g->chosen->last, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        struct queue_member_row m;
        bool found;
        if (rows[i].voice == first->voice) continue;
        TRY(queue_member(g->tx->db, g->req->arena, g->dialogue, rows[i].number, &m, &found));
        const bool same = g->decision->deed != DEED_SHOW || str_eq(m.body, first->body);
        if (!found || !same || !may(g, &m))
            g->left++;
        else
            TRY(one(g, &m));
    }
    return OK;
}

enum err decide(struct tx *tx, struct request *req, int64_t dialogue, const struct decision *d,
                const struct chosen *chosen, int64_t *batch, int64_t *done, int64_t *left)
{
    struct deciding g = { tx, req, dialogue, d, chosen, 0, 0, 0 };
    for (size_t i = 0; i < chosen->numbers.n; i++) {
        struct queue_member_row m;
        bool found;
        TRY(queue_member(tx->db, req->arena, dialogue, chosen->numbers.at[i], &m, &found));
        if (!found || !may(&g, &m)) {
            g.left++;
            continue;
        }
        if (!chosen->apart && m.fingerprint) TRY(with_alike(&g, &m));
        TRY(one(&g, &m));
    }
    *batch = g.batch;
    *done = g.done;
    *left = g.left;
    return OK;
}
