/* parts_daden.c — the sheets from advice to deed go into the data; see write.h. What is there already stays
 * the same thing, because others point to it: who follows a commitment, what was asked about a deed. */
#include "features/folder/write.h"

#include "features/deeds/deeds.h"
#include "features/keeping/keeping.h"
#include "features/points/points.h"
#include "features/replies/replies.h"
#include "features/verdict/verdict.h"

#define MAYBE(r, c) ((r)->cell[c].text.n > 0), ((r)->cell[c].n)
#define DAY_OF(r, c) ((struct day){ (int32_t)(r)->cell[c].n })
#define MAYBE_DAY(r, c) ((r)->cell[c].text.n > 0), DAY_OF(r, c)

static int64_t other_id(struct writer *w, enum sheet sheet, const struct row *r, size_t column)
{
    const struct row *other = cell_other(w->f, sheet, r, column);
    return other ? other->id : 0;
}

/* ---- things with an id ---- */

static enum err see_department(const struct department_list_row *row, void *with)
{
    return known_add(with, row->slug, row->id, 0);
}
static enum err list_department(struct writer *w, struct known *k)
{
    return department_list(w->tx->db, w->dialogue, see_department, k);
}
static enum err write_department(struct writer *w, struct row *r,
                                 const struct known_thing *before)
{
    const struct str name = cell_text(r, DE_NAME), name_en = cell_text(r, DE_NAME_EN),
                     portfolio = cell_text(r, DE_PORTFOLIO);
    if (before) return department_update(w->tx, r->id, r->position, name, name_en, portfolio);
    return department_add(w->tx, w->dialogue, cell_text(r, DE_DEPARTMENT), r->position, name,
                          name_en, portfolio, &r->id);
}
static enum err remove_department(struct writer *w, int64_t id)
{
    return department_delete(w->tx, id);
}

#define LIST_BY_NUMBER(name)                                                                   \
    static enum err see_##name(const struct name##_list_row *row, void *with)                  \
    {                                                                                          \
        struct known *k = with;                                                                \
        return known_add(k, number_key(k->a, row->number), row->id, 0);                        \
    }                                                                                          \
    static enum err list_##name(struct writer *w, struct known *k)                             \
    {                                                                                          \
        return name##_list(w->tx->db, w->dialogue, see_##name, k);                             \
    }

LIST_BY_NUMBER(advice)
static enum err put_advice(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return advice_text_put(tx, id, lang, x[0], x[1], x[2], x[3]);
}
static enum err write_advice(struct writer *w, struct row *r, const struct known_thing *before)
{
    const enum advice_kind kind = (enum advice_kind)r->cell[A_KIND].n;
    if (before) {
        TRY(advice_update(w->tx, r->id, r->position, kind, MAYBE_DAY(r, A_GIVEN)));
        TRY(advice_texts_clear(w->tx, r->id));
        TRY(advice_points_clear(w->tx, r->id));
    } else {
        TRY(advice_add(w->tx, w->dialogue, r->cell[A_ADVICE].n, r->position, kind,
                       MAYBE_DAY(r, A_GIVEN), &r->id));
    }
    return write_texts(w, SHEET_ADVICE, r, r->id, put_advice);
}
static enum err remove_advice(struct writer *w, int64_t id)
{
    return advice_delete(w->tx, id);
}

/* Kinds of steps belong to the municipality: they are found by their code, and none goes with a folder. */
static enum err list_step_kind(struct writer *w, struct known *k)
{
    (void)w;
    (void)k;
    return OK;
}
static enum err write_step_kind(struct writer *w, struct row *r,
                                const struct known_thing *before)
{
    const struct str name = cell_text(r, SK_NAME), name_en = cell_text(r, SK_NAME_EN);
    struct step_kind_find_row kind;
    bool found;
    (void)before;
    TRY(step_kind_find(w->tx->db, w->a, cell_text(r, SK_KIND), &kind, &found));
    r->id = kind.id;
    if (found) return step_kind_update(w->tx, kind.id, name, name_en, kind.used);
    return step_kind_add(w->tx, cell_text(r, SK_KIND), STEP_KINDS + r->position, name, name_en,
                         &r->id);
}
static enum err remove_step_kind(struct writer *w, int64_t id)
{
    (void)w;
    (void)id;
    return OK;
}

LIST_BY_NUMBER(step)
static enum err write_step(struct writer *w, struct row *r, const struct known_thing *before)
{
    const int64_t advice = other_id(w, SHEET_STEPS, r, W_ADVICE);
    int ready;
    const int64_t kind =
        term_read(step_kind_term, STEP_TO_COLLEGE, STEP_KINDS, cell_text(r, W_KIND), &ready)
            ? ready
            : other_id(w, SHEET_STEPS, r, W_KIND);
    const struct str title = cell_text(r, W_TITLE), title_en = cell_text(r, W_TITLE_EN),
                     url = cell_text(r, W_URL), hash = cell_text(r, W_HASH);
    if (before)
        return step_update(w->tx, r->id, r->position, advice != 0, advice, kind,
                           DAY_OF(r, W_DAY), title, title_en, url, hash);
    return step_add(w->tx, w->dialogue, r->cell[W_STEP].n, r->position, advice != 0, advice,
                    kind, DAY_OF(r, W_DAY), title, title_en, url, hash, &r->id);
}
static enum err remove_step(struct writer *w, int64_t id)
{
    return step_delete(w->tx, id);
}

/* An answer has the id of its advice. */
static enum err see_answer(const struct answer_list_row *row, void *with)
{
    struct known *k = with;
    return known_add(k, number_key(k->a, row->number), row->advice, 0);
}
static enum err list_answer(struct writer *w, struct known *k)
{
    return answer_list(w->tx->db, w->dialogue, see_answer, k);
}
static enum err put_answer(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return answer_text_put(tx, id, lang, x[0], x[1]);
}
static enum err write_answer(struct writer *w, struct row *r, const struct known_thing *before)
{
    (void)before;
    r->id = other_id(w, SHEET_ANSWERS, r, AN_ADVICE);
    TRY(answer_put(w->tx, r->id, (enum answer_kind)r->cell[AN_KIND].n, DAY_OF(r, AN_DAY),
                   MAYBE(r, AN_MONEY), cell_text(r, AN_URL), cell_text(r, AN_HASH)));
    TRY(answer_texts_clear(w->tx, r->id));
    return write_texts(w, SHEET_ANSWERS, r, r->id, put_answer);
}
static enum err remove_answer(struct writer *w, int64_t id)
{
    return answer_delete(w->tx, id);
}

static enum err see_commitment(const struct commitment_list_row *row, void *with)
{
    struct known *k = with;
    return known_add(k, number_key(k->a, row->number), row->id, row->first_due.n);
}
static enum err list_commitment(struct writer *w, struct known *k)
{
    return commitment_list(w->tx->db, w->dialogue, see_commitment, k);
}
static enum err put_commitment(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return commitment_text_put(tx, id, lang, x[0], x[1], x[2]);
}
/* Lateness counts from the first date, so a folder cannot change it. */
static void first_due_stays(struct writer *w, const struct row *r,
                            const struct known_thing *before)
{
    if (before->mark != r->cell[C_FIRST_DUE].n)
        FAULT_PLAIN(w->f->faults,
                    ((struct place){ formats[SHEET_COMMITMENTS].file, r->line, "first_due" }),
                    SAY("Deze eerste datum blijft staan. Verschuiven kan, maar is te zien."));
}
static enum err write_commitment(struct writer *w, struct row *r,
                                 const struct known_thing *before)
{
    const int64_t advice = other_id(w, SHEET_COMMITMENTS, r, C_ADVICE),
                  owner = other_id(w, SHEET_COMMITMENTS, r, C_OWNER);
    const enum horizon horizon = (enum horizon)r->cell[C_HORIZON].n;
    const enum commitment_state state = (enum commitment_state)r->cell[C_STATE].n;
    if (before) {
        first_due_stays(w, r, before);
        TRY(commitment_update(w->tx, r->id, r->position, advice, owner, DAY_OF(r, C_MADE),
                              horizon, MAYBE(r, C_BUDGET)));
        TRY(commitment_state_set(w->tx, r->id, state, MAYBE_DAY(r, C_ENDED)));
        TRY(commitment_texts_clear(w->tx, r->id));
        TRY(commitment_owners_clear(w->tx, r->id));
        TRY(commitment_moves_clear(w->tx, r->id));
        TRY(commitment_due_first(w->tx, r->id));
        TRY(notes_public_clear(w->tx, r->id));
    } else {
        TRY(commitment_add(w->tx, w->dialogue, r->cell[C_COMMITMENT].n, r->position, advice,
                           owner, DAY_OF(r, C_MADE), DAY_OF(r, C_FIRST_DUE), horizon, state,
                           MAYBE_DAY(r, C_ENDED), MAYBE(r, C_BUDGET), &r->id));
    }
    return write_texts(w, SHEET_COMMITMENTS, r, r->id, put_commitment);
}
static enum err remove_commitment(struct writer *w, int64_t id)
{
    TRY(notes_clear(w->tx, id));
    return commitment_delete(w->tx, id);
}

static struct str deed_key(struct arena *a, int64_t commitment, int64_t number)
{
    return arena_format(a, "%lld.%lld", (long long)commitment, (long long)number);
}
static enum err see_deed(const struct deed_list_row *row, void *with)
{
    struct known *k = with;
    return known_add(k, deed_key(k->a, row->commitment_number, row->number), row->id, 0);
}
static enum err list_deed(struct writer *w, struct known *k)
{
    return deed_list(w->tx->db, w->dialogue, see_deed, k);
}
static struct str key_deed(struct writer *w, const struct row *r)
{
    const struct row *c = cell_other(w->f, SHEET_DEEDS, r, DD_COMMITMENT);
    return deed_key(w->a, c->cell[C_COMMITMENT].n, r->cell[DD_DEED].n);
}
static enum err put_deed(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return deed_text_put(tx, id, lang, x[0], x[1]);
}
static enum err write_deed(struct writer *w, struct row *r, const struct known_thing *before)
{
    const int64_t picture = other_id(w, SHEET_DEEDS, r, DD_PICTURE);
    const struct str url = cell_text(r, DD_URL), document = cell_text(r, DD_DOCUMENT),
                     hash = cell_text(r, DD_HASH);
    if (before) {
        TRY(deed_update(w->tx, r->id, DAY_OF(r, DD_DAY), url, document, hash, picture != 0,
                        picture));
        TRY(deed_texts_clear(w->tx, r->id));
    } else {
        TRY(deed_add(w->tx, other_id(w, SHEET_DEEDS, r, DD_COMMITMENT), r->cell[DD_DEED].n,
                     DAY_OF(r, DD_DAY), url, document, hash, picture != 0, picture, false,
                     (struct day){ 0 }, &r->id));
    }
    return write_texts(w, SHEET_DEEDS, r, r->id, put_deed);
}
static enum err remove_deed(struct writer *w, int64_t id)
{
    return deed_delete(w->tx, id);
}

const struct part daden_parts[] = {
    { SHEET_DEPARTMENTS, list_department, NULL, write_department, remove_department },
    { SHEET_ADVICE, list_advice, NULL, write_advice, remove_advice },
    { SHEET_STEP_KINDS, list_step_kind, NULL, write_step_kind, remove_step_kind },
    { SHEET_STEPS, list_step, NULL, write_step, remove_step },
    { SHEET_ANSWERS, list_answer, NULL, write_answer, remove_answer },
    { SHEET_COMMITMENTS, list_commitment, NULL, write_commitment, remove_commitment },
    { SHEET_DEEDS, list_deed, key_deed, write_deed, remove_deed },
};
const size_t daden_parts_n = COUNT_OF(daden_parts);

/* ---- what is cleared and written again ---- */

enum err daden_loosen(struct writer *w)
{
    TRY(commitment_places_loosen(w->tx, w->dialogue));
    TRY(deed_pictures_loosen(w->tx, w->dialogue));
    TRY(outcomes_clear(w->tx, w->dialogue));
    TRY(points_aside_clear(w->tx, w->dialogue));
    TRY(askings_clear(w->tx, w->dialogue));
    TRY(verdicts_counted_clear(w->tx, w->dialogue));
    TRY(replies_clear(w->tx, w->dialogue));
    TRY(participation_delete(w->tx, w->dialogue));
    return dialogue_counts_set(w->tx, w->dialogue, true);
}

static enum err put_participation(struct tx *tx, int64_t id, struct str lang,
                                  const struct str *x)
{
    return participation_text_put(tx, id, lang, x[0], x[1], x[2], x[3]);
}

static enum err write_participation(struct writer *w)
{
    EACH_ROW(w, SHEET_PARTICIPATION, r)
    {
        TRY(dialogue_counts_set(w->tx, w->dialogue, r->cell[PA_DAYS].n));
        if (!cell_text(r, PA_LADDER).n) continue;
        TRY(participation_put(w->tx, w->dialogue, (enum ladder)r->cell[PA_LADDER].n,
                              MAYBE_DAY(r, PA_EVALUATED)));
        TRY(write_texts(w, SHEET_PARTICIPATION, r, w->dialogue, put_participation));
    }
    return OK;
}

static enum err write_points_of_advice(struct writer *w)
{
    EACH_ROW(w, SHEET_ADVICE_POINTS, r)
    {
        TRY(advice_point_add(w->tx, other_id(w, SHEET_ADVICE_POINTS, r, R_POINT),
                             other_id(w, SHEET_ADVICE_POINTS, r, R_OTHER)));
    }
    EACH_ROW(w, SHEET_POINTS_ASIDE, r)
    {
        TRY(point_aside_put(w->tx, other_id(w, SHEET_POINTS_ASIDE, r, AS_POINT),
                            DAY_OF(r, AS_DAY), cell_text(r, AS_REASON),
                            cell_text(r, AS_REASON_EN)));
    }
    EACH_ROW(w, SHEET_OUTCOMES, r)
    {
        TRY(outcome_add(w->tx, other_id(w, SHEET_OUTCOMES, r, O_ADVICE), r->cell[O_OUTCOME].n,
                        (enum outcome_kind)r->cell[O_KIND].n, MAYBE_DAY(r, O_DAY),
                        cell_text(r, O_TITLE), cell_text(r, O_TITLE_EN), cell_text(r, O_PART),
                        cell_text(r, O_URL), &r->id));
    }
    return OK;
}

static enum err write_verdicts(struct writer *w, const struct row *r)
{
    static const size_t columns[] = { VE_YES, VE_PARTLY, VE_NO };
    for (size_t i = 0; i < COUNT_OF(columns); i++)
        TRY(verdict_counted_put(w->tx, other_id(w, SHEET_VERDICTS, r, VE_COMMITMENT),
                                r->cell[VE_DEED].n, r->cell[VE_WHO].n == 1,
                                (enum verdict_answer)i, r->cell[columns[i]].n));
    return OK;
}

static enum err write_kept(struct writer *w)
{
    EACH_ROW(w, SHEET_ASKINGS, r)
    {
        TRY(asking_put(w->tx, other_id(w, SHEET_ASKINGS, r, Q_COMMITMENT), r->cell[Q_ASKING].n,
                       other_id(w, SHEET_ASKINGS, r, Q_DEPARTMENT),
                       (enum occasion)r->cell[Q_OCCASION].n, DAY_OF(r, Q_DAY),
                       MAYBE_DAY(r, Q_ANSWERED), cell_text(r, Q_ANSWER).n > 0,
                       (enum owner_answer)r->cell[Q_ANSWER].n));
    }
    EACH_ROW(w, SHEET_VERDICTS, r)
    {
        TRY(write_verdicts(w, r));
    }
    EACH_ROW(w, SHEET_REPLIES, r)
    {
        TRY(reply_put(w->tx, other_id(w, SHEET_REPLIES, r, RE_POINT), DAY_OF(r, RE_DAY),
                      cell_text(r, RE_TEXT), cell_text(r, RE_TEXT_EN), cell_text(r, RE_URL)));
    }
    return OK;
}

enum err daden_write(struct writer *w)
{
    TRY(write_participation(w));
    TRY(write_points_of_advice(w));
    EACH_ROW(w, SHEET_COMMITMENT_OWNERS, r)
    {
        TRY(commitment_owner_add(w->tx, other_id(w, SHEET_COMMITMENT_OWNERS, r, R_POINT),
                                 other_id(w, SHEET_COMMITMENT_OWNERS, r, R_OTHER)));
    }
    EACH_ROW(w, SHEET_COMMITMENT_PLACES, r)
    {
        TRY(commitment_place_add(w->tx, other_id(w, SHEET_COMMITMENT_PLACES, r, R_POINT),
                                 other_id(w, SHEET_COMMITMENT_PLACES, r, R_OTHER)));
    }
    EACH_ROW(w, SHEET_COMMITMENT_MOVES, r)
    {
        TRY(commitment_moved_add(w->tx, other_id(w, SHEET_COMMITMENT_MOVES, r, CM_COMMITMENT),
                                 r->cell[CM_MOVE].n, DAY_OF(r, CM_DAY), DAY_OF(r, CM_DUE),
                                 cell_text(r, CM_REASON), cell_text(r, CM_REASON_EN)));
    }
    EACH_ROW(w, SHEET_NOTES, r)
    {
        TRY(note_put(w->tx, other_id(w, SHEET_NOTES, r, NO_COMMITMENT), r->cell[NO_NOTE].n,
                     DAY_OF(r, NO_DAY), r->cell[NO_PUBLIC].n, cell_text(r, NO_TEXT),
                     cell_text(r, NO_TEXT_EN)));
    }
    return write_kept(w);
}
