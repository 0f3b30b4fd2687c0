/* gather_daden.c — the sheets from advice to deed; see gather.h. Whom the team asks is in no folder. */
#include "features/folder/gather_inside.h"

#include "features/keeping/keeping.h"
#include "features/verdict/verdict.h"

static enum err participation(struct gatherer *g)
{
    struct out_participation_row row;
    bool found;
    TRY(out_participation(g->db, g->a, g->dialogue, &row, &found));
    if (!found) return OK;
    struct row *r = gather_add(g, SHEET_PARTICIPATION, g->dialogue);
    gather_yes(r, PA_DAYS, row.counts_days);
    if (row.has_ladder) gather_code(r, PA_LADDER, true, ladder_term((int)row.ladder));
    gather_day(g, r, PA_EVALUATED, row.has_evaluated, row.evaluated);
    return OK;
}
TEXTS(out_participation_texts, g->dialogue, row->could, row->fixed, row->weighed,
      row->evaluation)

ROWS(out_departments)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_DEPARTMENTS, 0);
    gather_set(g, r, DE_DEPARTMENT, row->slug);
    gather_set(g, r, DE_NAME, row->name);
    gather_set(g, r, DE_NAME_EN, row->name_en);
    gather_set(g, r, DE_PORTFOLIO, row->portfolio);
    return OK;
}

ROWS(out_advice)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_ADVICE, row->id);
    gather_number(g, r, A_ADVICE, true, row->number);
    gather_code(r, A_KIND, true, advice_kind_term((int)row->kind));
    gather_day(g, r, A_GIVEN, row->has_given, row->given);
    return OK;
}
TEXTS(out_advice_texts, row->advice, row->title, row->body, row->priority, row->next)

ROWS(out_advice_points)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_ADVICE_POINTS, 0);
    gather_number(g, r, R_POINT, true, row->number);
    gather_number(g, r, R_OTHER, true, row->other);
    return OK;
}

ROWS(out_points_aside)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_POINTS_ASIDE, 0);
    gather_number(g, r, AS_POINT, true, row->number);
    gather_day(g, r, AS_DAY, true, row->day);
    gather_set(g, r, AS_REASON, row->reason);
    gather_set(g, r, AS_REASON_EN, row->reason_en);
    return OK;
}

ROWS(out_step_kinds)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_STEP_KINDS, 0);
    gather_set(g, r, SK_KIND, row->code);
    gather_set(g, r, SK_NAME, row->name);
    gather_set(g, r, SK_NAME_EN, row->name_en);
    return OK;
}

ROWS(out_steps)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_STEPS, 0);
    gather_number(g, r, W_STEP, true, row->number);
    gather_set(g, r, W_KIND, row->code);
    gather_number(g, r, W_ADVICE, row->has_advice, row->advice);
    gather_day(g, r, W_DAY, true, row->day);
    gather_set(g, r, W_TITLE, row->title);
    gather_set(g, r, W_TITLE_EN, row->title_en);
    gather_set(g, r, W_URL, row->url);
    gather_set(g, r, W_HASH, row->hash);
    return OK;
}

ROWS(out_answers)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_ANSWERS, row->id);
    gather_number(g, r, AN_ADVICE, true, row->number);
    gather_code(r, AN_KIND, true, answer_kind_term((int)row->kind));
    gather_day(g, r, AN_DAY, true, row->day);
    gather_number(g, r, AN_MONEY, row->has_money, row->money);
    gather_set(g, r, AN_URL, row->url);
    gather_set(g, r, AN_HASH, row->hash);
    return OK;
}
TEXTS(out_answer_texts, row->advice, row->reason, row->options)

ROWS(out_outcomes)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_OUTCOMES, 0);
    gather_number(g, r, O_ADVICE, true, row->number);
    gather_number(g, r, O_OUTCOME, true, row->outcome);
    gather_code(r, O_KIND, true, outcome_kind_term((int)row->kind));
    gather_day(g, r, O_DAY, row->has_day, row->day);
    gather_set(g, r, O_TITLE, row->title);
    gather_set(g, r, O_TITLE_EN, row->title_en);
    gather_set(g, r, O_PART, row->part);
    gather_set(g, r, O_URL, row->url);
    return OK;
}

ROWS(out_commitments)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_COMMITMENTS, row->id);
    gather_number(g, r, C_COMMITMENT, true, row->number);
    gather_number(g, r, C_ADVICE, true, row->advice);
    gather_set(g, r, C_OWNER, row->owner_slug);
    gather_day(g, r, C_MADE, true, row->made);
    gather_day(g, r, C_FIRST_DUE, true, row->first_due);
    gather_code(r, C_HORIZON, true, horizon_term((int)row->horizon));
    gather_code(r, C_STATE, true, commitment_state_term((int)row->state));
    gather_day(g, r, C_ENDED, row->has_ended, row->ended);
    gather_number(g, r, C_BUDGET, row->has_budget, row->budget);
    return OK;
}
TEXTS(out_commitment_texts, row->commitment, row->title, row->body, row->stopped)

#define OF_COMMITMENT(query, sheet)                                                            \
    ROWS(query)                                                                                \
    {                                                                                          \
        struct gatherer *g = with;                                                             \
        struct row *r = gather_add(g, (sheet), 0);                                             \
        gather_number(g, r, R_POINT, true, row->number);                                       \
        gather_set(g, r, R_OTHER, row->slug);                                                  \
        return OK;                                                                             \
    }
OF_COMMITMENT(out_commitment_owners, SHEET_COMMITMENT_OWNERS)
OF_COMMITMENT(out_commitment_places, SHEET_COMMITMENT_PLACES)

ROWS(out_commitment_moves)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_COMMITMENT_MOVES, 0);
    gather_number(g, r, CM_COMMITMENT, true, row->number);
    gather_number(g, r, CM_MOVE, true, row->move);
    gather_day(g, r, CM_DAY, true, row->day);
    gather_day(g, r, CM_DUE, true, row->due);
    gather_set(g, r, CM_REASON, row->reason);
    gather_set(g, r, CM_REASON_EN, row->reason_en);
    return OK;
}

ROWS(out_deeds)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_DEEDS, row->id);
    gather_number(g, r, DD_COMMITMENT, true, row->number);
    gather_number(g, r, DD_DEED, true, row->deed);
    gather_day(g, r, DD_DAY, true, row->day);
    gather_set(g, r, DD_URL, row->url);
    gather_set(g, r, DD_DOCUMENT, row->document);
    gather_set(g, r, DD_HASH, row->hash);
    gather_set(g, r, DD_PICTURE, row->picture);
    return OK;
}
TEXTS(out_deed_texts, row->deed, row->body, row->figure)

ROWS(out_notes)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_NOTES, 0);
    gather_number(g, r, NO_COMMITMENT, true, row->number);
    gather_number(g, r, NO_NOTE, true, row->note);
    gather_day(g, r, NO_DAY, true, row->day);
    gather_yes(r, NO_PUBLIC, row->is_public);
    gather_set(g, r, NO_TEXT, row->body);
    gather_set(g, r, NO_TEXT_EN, row->body_en);
    return OK;
}

ROWS(out_askings)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_ASKINGS, 0);
    gather_number(g, r, Q_COMMITMENT, true, row->number);
    gather_number(g, r, Q_ASKING, true, row->asking);
    gather_set(g, r, Q_DEPARTMENT, row->slug);
    gather_code(r, Q_OCCASION, true, occasion_term((int)row->occasion));
    gather_day(g, r, Q_DAY, true, row->day);
    gather_day(g, r, Q_ANSWERED, row->has_answered, row->answered);
    if (row->has_answer) gather_code(r, Q_ANSWER, true, owner_answer_term((int)row->answer));
    return OK;
}

ROWS(out_verdicts)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_VERDICTS, 0);
    gather_number(g, r, VE_COMMITMENT, true, row->number);
    gather_number(g, r, VE_DEED, true, row->deed);
    gather_code(r, VE_WHO, true, verdict_who_term((int)row->follows));
    gather_number(g, r, VE_YES, true, row->yes);
    gather_number(g, r, VE_PARTLY, true, row->partly);
    gather_number(g, r, VE_NO, true, row->no);
    return OK;
}

ROWS(out_replies)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_REPLIES, 0);
    gather_number(g, r, RE_POINT, true, row->number);
    gather_day(g, r, RE_DAY, true, row->day);
    gather_set(g, r, RE_TEXT, row->body);
    gather_set(g, r, RE_TEXT_EN, row->body_en);
    gather_set(g, r, RE_URL, row->url);
    return OK;
}

enum err gather_daden(struct gatherer *g, int64_t edition)
{
    TRY(participation(g));
    ASK(g, out_participation_texts);
    ASK(g, out_departments);
    TRY(out_advice(g->db, g->dialogue, g->all, see_out_advice, g));
    ASK(g, out_advice_texts);
    TRY(out_advice_points(g->db, g->dialogue, edition, g->all, see_out_advice_points, g));
    TRY(out_points_aside(g->db, g->dialogue, edition, see_out_points_aside, g));
    ASK(g, out_step_kinds);
    ASK(g, out_steps);
    ASK(g, out_answers);
    ASK(g, out_answer_texts);
    ASK(g, out_outcomes);
    ASK(g, out_commitments);
    ASK(g, out_commitment_texts);
    ASK(g, out_commitment_owners);
    ASK(g, out_commitment_places);
    ASK(g, out_commitment_moves);
    ASK(g, out_deeds);
    ASK(g, out_deed_texts);
    ASK(g, out_askings);
    ASK(g, out_verdicts);
    TRY(out_replies(g->db, g->dialogue, edition, see_out_replies, g));
    return out_notes(g->db, g->dialogue, g->all, see_out_notes, g);
}
