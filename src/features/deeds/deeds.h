/* deeds.h — who will do what by when because of an answer, and what was done for it.
 *
 *   D1  a commitment has an owner and a date (the schema keeps both)
 *   D2  its first date never changes; lateness counts from it (algo/waiting.h), and each moving shows
 *   D3  it is done or stopped on a day; what was stopped says why
 *   D4  whom the team asks how it goes is on no page for everybody and in no export */
#ifndef FEATURES_DEEDS_DEEDS_H
#define FEATURES_DEEDS_DEEDS_H

#include "algo/waiting.h"
#include "features/advice/advice.h"
#include "features/deeds/deeds.sql.h"
#include "features/deeds/show.sql.h" // IWYU pragma: export

enum { SILENT_MAILS = 2 };  /* so many without an answer, and the page says so */
enum { VERDICT_SHOWN = 5 }; /* from so many on it is shown what people answered */

/* How late it is on this day. */
struct lateness commitment_lateness(struct day first_due, enum commitment_state state,
                                    bool has_ended, struct day ended, struct day today);
/* How it stands, as addresses and files call it: "late". */
struct term prompt_term(int prompt);
/* "Op tijd gedaan", "Te laat", …; a class of badge: "ok", "bad", "wait", "now". */
const struct words *prompt_words(enum promptness prompt);
struct str prompt_badge(enum promptness prompt);

/* For how many days its owners said nothing, after SILENT_MAILS mails; 0: they did, or were not asked. */
MUST_CHECK enum err commitment_silent(struct request *req, int64_t commitment,
                                      struct commitment_silence_row *silence, int64_t *days);
/* For a page of the desk: the commitment named by param[1], with history, name, tabs and the way back.
 * Fails: ERR_MISSING. */
MUST_CHECK enum err commitment_open(struct request *req, struct record *r,
                                    struct commitment_find_row **row);

#endif
