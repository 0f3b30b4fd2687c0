/* chain.c — the terms of terms.h that stand behind the report: from advice to deed. */
#include "features/dialogue/terms.h"

#include <stdlib.h>

static struct term term(const char *code, const struct words *words)
{
    return (struct term){ code, words };
}

struct term advice_kind_term(int value)
{
    switch ((enum advice_kind)value) {
    case ADVICE_GOES_WELL: return term("goes-well", SAY("Gaat goed"));
    case ADVICE_PRIORITY: return term("priority", SAY("Heeft voorrang"));
    case ADVICE_NEEDS: return term("needs", SAY("Nodig voor de aanpak"));
    case ADVICE_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term answer_kind_term(int value)
{
    switch ((enum answer_kind)value) {
    case ANSWER_ADOPTED: return term("adopted", SAY("Overgenomen"));
    case ANSWER_PARTLY: return term("partly", SAY("Deels overgenomen"));
    case ANSWER_NOT: return term("not", SAY("Niet overgenomen"));
    case ANSWER_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term outcome_kind_term(int value)
{
    switch ((enum outcome_kind)value) {
    case OUTCOME_POLICY_PAPER: return term("policy-paper", SAY("Beleidsstuk"));
    case OUTCOME_MOTION: return term("motion", SAY("Motie"));
    case OUTCOME_PLEDGE: return term("pledge", SAY("Belofte aan de raad"));
    case OUTCOME_CHANGED_RULE: return term("changed-rule", SAY("Veranderde regel"));
    case OUTCOME_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term horizon_term(int value)
{
    switch ((enum horizon)value) {
    case HORIZON_ONE_OFF: return term("one-off", SAY("Eenmalig"));
    case HORIZON_STRUCTURAL: return term("structural", SAY("Blijvend"));
    case HORIZONS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term commitment_state_term(int value)
{
    switch ((enum commitment_state)value) {
    case COMMITMENT_PROMISED: return term("promised", SAY("Beloofd"));
    case COMMITMENT_UNDER_WAY: return term("under-way", SAY("Bezig"));
    case COMMITMENT_DONE: return term("done", SAY("Gedaan"));
    case COMMITMENT_STOPPED: return term("stopped", SAY("Gestopt"));
    case COMMITMENT_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term ladder_term(int value)
{
    switch ((enum ladder)value) {
    case LADDER_INFORMED: return term("informed", SAY("Informeren"));
    case LADDER_CONSULTED: return term("consulted", SAY("Raadplegen"));
    case LADDER_ADVISED: return term("advised", SAY("Adviseren"));
    case LADDER_MADE_TOGETHER: return term("made-together", SAY("Samen maken"));
    case LADDER_DECIDED_TOGETHER: return term("decided-together", SAY("Meebeslissen"));
    case LADDER_DECIDED_THEMSELVES: return term("decided-themselves", SAY("Zelf beslissen"));
    case LADDERS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term step_kind_term(int value)
{
    switch ((enum step_kind)value) {
    case STEP_TO_COLLEGE: return term("to-college", SAY("Naar het college"));
    case STEP_DECISION: return term("decision", SAY("Besluit van het college"));
    case STEP_COUNCIL_LETTER: return term("council-letter", SAY("Raadsbrief"));
    case STEP_COUNCIL_AGENDA: return term("council-agenda", SAY("Op de agenda van de raad"));
    case STEP_DECIDED: return term("decided", SAY("Besloten door de raad"));
    case STEP_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}
