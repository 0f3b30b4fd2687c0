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

/* How late it is on this day. */
struct lateness commitment_lateness(struct day first_due, enum commitment_state state,
                                    bool has_ended, struct day ended, struct day today);
/* How it stands, as addresses and files call it: "late". */
struct term prompt_term(int prompt);
/* "Op tijd gedaan", "Te laat", …; a class of badge: "ok", "bad", "wait", "now". */
const struct words *prompt_words(enum promptness prompt);
struct str prompt_badge(enum promptness prompt);

#endif
