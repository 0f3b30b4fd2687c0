/* fill_daden.c — the rows from advice to deed, cell by cell in the order of tables_daden.c. */
#include "features/opendata/tables.h"

#include "algo/waiting.h"
#include "features/challenge/challenge.h"
#include "features/opendata/daden.sql.h"

#define TWO(w, r, name)                                                                        \
    do {                                                                                       \
        open_text(w, (r)->name);                                                               \
        open_text_maybe(w, (r)->has_##name##_en, (r)->name##_en);                              \
    } while (0)
/* A text with English beside it that may be empty. */
static void put_english(struct open_rows *w, struct str own, struct str english)
{
    open_text(w, own);
    open_text(w, english);
}

static enum err participation_row(const struct open_participation_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_code(w, true, ladder_term, (int)r->ladder);
    open_day(w, r->has_evaluated, r->evaluated);
    TWO(w, r, could);
    TWO(w, r, fixed);
    TWO(w, r, weighed);
    TWO(w, r, evaluation);
    return open_row_end(w);
}

enum err fill_participation(struct open_rows *w)
{
    return open_participation(w->req->db, w->d->id, w->d->own, participation_row, w);
}

static enum err advice_row(const struct open_advice_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_code(w, true, advice_kind_term, (int)r->kind);
    open_day(w, true, r->given);
    TWO(w, r, title);
    TWO(w, r, body);
    TWO(w, r, priority);
    TWO(w, r, next);
    open_address_number(w, "advies", r->number);
    return open_row_end(w);
}

enum err fill_advice(struct open_rows *w)
{
    return open_advice(w->req->db, w->d->id, w->d->own, advice_row, w);
}

static enum err advice_point_row(const struct open_advice_points_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_number(w, true, r->point_number);
    return open_row_end(w);
}

enum err fill_advice_points(struct open_rows *w)
{
    return open_advice_points(w->req->db, w->d->id, advice_point_row, w);
}

static enum err point_aside_row(const struct open_points_aside_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_day(w, true, r->day);
    put_english(w, r->reason, r->reason_en);
    return open_row_end(w);
}

enum err fill_points_aside(struct open_rows *w)
{
    return open_points_aside(w->req->db, w->d->id, point_aside_row, w);
}

static enum err step_row(const struct open_steps_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_language(w, r->code);
    put_english(w, r->name, r->name_en);
    open_number(w, r->has_advice_number, r->advice_number);
    open_day(w, true, r->day);
    put_english(w, r->title, r->title_en);
    open_text(w, r->url);
    open_text(w, r->hash);
    return open_row_end(w);
}

enum err fill_steps(struct open_rows *w)
{
    return open_steps(w->req->db, w->d->id, step_row, w);
}

static enum err answer_row(const struct open_answers_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_code(w, true, answer_kind_term, (int)r->kind);
    open_day(w, true, r->day);
    open_number(w, r->has_money, r->money);
    open_text(w, r->url);
    open_text(w, r->hash);
    TWO(w, r, reason);
    TWO(w, r, options);
    return open_row_end(w);
}

enum err fill_answers(struct open_rows *w)
{
    return open_answers(w->req->db, w->d->id, w->d->own, answer_row, w);
}

static enum err outcome_row(const struct open_outcomes_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->advice_number);
    open_number(w, true, r->number);
    open_code(w, true, outcome_kind_term, (int)r->kind);
    open_day(w, r->has_day, r->day);
    put_english(w, r->title, r->title_en);
    open_text(w, r->part);
    open_text(w, r->url);
    return open_row_end(w);
}

enum err fill_outcomes(struct open_rows *w)
{
    return open_outcomes(w->req->db, w->d->id, outcome_row, w);
}

static enum err owner_row(const struct open_owners_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_name(w, true, r->slug);
    put_english(w, r->name, r->name_en);
    open_text(w, r->portfolio);
    return open_row_end(w);
}

enum err fill_owners(struct open_rows *w)
{
    return open_owners(w->req->db, w->d->id, owner_row, w);
}

/* ---- commitments, in parts by their number ---- */

static enum err commitment_row(const struct open_commitments_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    const struct promise promise = { .first_due = r->first_due,
                                     .ended = r->has_ended,
                                     .stopped = r->state == COMMITMENT_STOPPED,
                                     .end = r->ended };
    open_number(w, true, r->number);
    open_number(w, true, r->advice_number);
    open_name(w, true, r->slug);
    open_day(w, true, r->made);
    open_day(w, true, r->first_due);
    open_day(w, true, r->due);
    open_number(w, true, r->moves);
    open_code(w, true, horizon_term, (int)r->horizon);
    open_code(w, true, commitment_state_term, (int)r->state);
    open_day(w, r->has_ended, r->ended);
    open_number(w, true, lateness_of(promise, w->req->today).days);
    open_number(w, r->has_budget, r->budget);
    TWO(w, r, title);
    TWO(w, r, body);
    TWO(w, r, stopped);
    open_address_number(w, "toezegging", r->number);
    return open_row_end(w);
}

enum err fill_commitments(struct open_rows *w)
{
    return open_commitments(w->req->db, w->d->id, w->d->own, w->first, w->last, commitment_row,
                            w);
}

/* A commitment and one name on each row. */
#define NAMED(each)                                                                            \
    static enum err each##_row(const struct open_commitment_##each##_row *r, void *with)       \
    {                                                                                          \
        struct open_rows *w = open_row(with);                                                  \
        open_number(w, true, r->number);                                                       \
        open_name(w, true, r->slug);                                                           \
        return open_row_end(w);                                                                \
    }                                                                                          \
    enum err fill_commitment_##each(struct open_rows *w)                                       \
    {                                                                                          \
        return open_commitment_##each(w->req->db, w->d->id, w->first, w->last, each##_row, w); \
    }
NAMED(owners)
NAMED(places)

static enum err move_row(const struct open_commitment_moves_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_number(w, true, r->move);
    open_day(w, true, r->day);
    open_day(w, true, r->due);
    put_english(w, r->reason, r->reason_en);
    return open_row_end(w);
}

enum err fill_commitment_moves(struct open_rows *w)
{
    return open_commitment_moves(w->req->db, w->d->id, w->first, w->last, move_row, w);
}

static enum err deed_row(const struct open_deeds_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_number(w, true, r->deed);
    open_day(w, true, r->day);
    open_text(w, r->url);
    open_text(w, r->document);
    open_text(w, r->hash);
    open_name(w, r->has_picture, r->picture);
    TWO(w, r, body);
    TWO(w, r, figure);
    open_address_number(w, "toezegging", r->number);
    return open_row_end(w);
}

enum err fill_deeds(struct open_rows *w)
{
    return open_deeds(w->req->db, w->d->id, w->d->own, w->first, w->last, deed_row, w);
}

static enum err verdict_row(const struct open_verdicts_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_number(w, true, r->deed);
    open_language(w, r->follows ? STR("followers") : STR("raisers"));
    open_number(w, true, r->yes);
    open_number(w, true, r->partly);
    open_number(w, true, r->no);
    open_address_number(w, "toezegging", r->number);
    return open_row_end(w);
}

enum err fill_verdicts(struct open_rows *w)
{
    return open_verdicts(w->req->db, w->d->id, w->first, w->last, verdict_row, w);
}

static enum err translation_row(const struct open_commitment_translations_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_number(w, r->has_deed, r->deed);
    open_name(w, true, r->of_column);
    open_language(w, r->lang);
    open_text(w, r->words);
    return open_row_end(w);
}

enum err fill_commitment_translations(struct open_rows *w)
{
    return open_commitment_translations(w->req->db, w->d->id, w->d->own, w->first, w->last,
                                        translation_row, w);
}

/* ---- questions, and what people offer to do ---- */

static enum err reply_row(const struct open_replies_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_day(w, true, r->day);
    put_english(w, r->body, r->body_en);
    open_text(w, r->url);
    open_address_number(w, "punt", r->number);
    return open_row_end(w);
}

enum err fill_replies(struct open_rows *w)
{
    if (!w->d->edition) return OK;
    return open_replies(w->req->db, w->d->id, w->d->edition, reply_row, w);
}

static enum err challenge_row(const struct open_challenges_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_day(w, true, r->received);
    open_code(w, true, challenge_state_term, (int)r->state);
    open_day(w, r->has_complete, r->complete);
    open_day(w, true, r->decide_by);
    open_day(w, r->has_put_off, r->put_off);
    open_text(w, r->why);
    open_day(w, r->has_decided, r->decided);
    put_english(w, r->answer, r->answer_en);
    open_yes_no(w, r->shown);
    open_language(w, r->lang);
    open_text(w, r->task);
    open_text(w, r->plan);
    open_text(w, r->costs);
    open_text(w, r->backing);
    open_address_number(w, "uitdaging", r->number);
    return open_row_end(w);
}

enum err fill_challenges(struct open_rows *w)
{
    return open_challenges(w->req->db, w->d->id, challenge_row, w);
}
