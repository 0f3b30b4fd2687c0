/* deeds.c — see deeds.h. */
#include "features/deeds/deeds.h"

#include <stdlib.h>

struct lateness commitment_lateness(struct day first_due, enum commitment_state state,
                                    bool has_ended, struct day ended, struct day today)
{
    return lateness_of((struct promise){ .first_due = first_due,
                                         .ended = has_ended,
                                         .stopped = state == COMMITMENT_STOPPED,
                                         .end = ended },
                       today);
}

struct term prompt_term(int prompt)
{
    switch ((enum promptness)prompt) {
    case PROMPT_RUNNING: return (struct term){ "running", SAY("Loopt") };
    case PROMPT_LATE: return (struct term){ "late", SAY("Te laat") };
    case PROMPT_KEPT: return (struct term){ "kept", SAY("Op tijd gedaan") };
    case PROMPT_KEPT_LATE: return (struct term){ "kept-late", SAY("Te laat gedaan") };
    case PROMPT_STOPPED: return (struct term){ "stopped", SAY("Gestopt") };
    }
    abort(); /* there is no other */
}

const struct words *prompt_words(enum promptness prompt)
{
    return prompt_term((int)prompt).words;
}

struct str prompt_badge(enum promptness prompt)
{
    switch (prompt) {
    case PROMPT_RUNNING: return STR("now");
    case PROMPT_LATE: return STR("bad");
    case PROMPT_KEPT: return STR("ok");
    case PROMPT_KEPT_LATE: return STR("wait");
    case PROMPT_STOPPED: return STR("bad");
    }
    abort(); /* there is no other */
}

enum err commitment_silent(struct request *req, int64_t commitment,
                           struct commitment_silence_row *silence, int64_t *days)
{
    TRY(commitment_silence(req->db, req->arena, commitment, silence));
    *days = silence->mails >= SILENT_MAILS ? days_waited(silence->since, req->today) : 0;
    return OK;
}
