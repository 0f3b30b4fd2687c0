/* challenge.h — the right to challenge (uitdaagrecht): people offer to do a task of the city themselves. A form for
 * everybody, a track with its terms, and the answer.
 *
 *   U1  everything that came in is in the list for everybody: its number, its days and how it was decided; of what
 *       the team called no challenge only how many there were
 *   U2  its words are read by everybody only after the team showed them; who sent it, by nobody else
 *   U3  the term counts from the day it came; putting it off shows, with why (the schema keeps the first)
 *   U4  a decision says why
 *   U5  what is no challenge can be taken away, words and sender and all; from one place few come in an hour
 *
 * Terms are set per dialogue; without them nothing can be sent. */
#ifndef FEATURES_CHALLENGE_CHALLENGE_H
#define FEATURES_CHALLENGE_CHALLENGE_H

#include "algo/waiting.h"
#include "features/advice/advice.h"
#include "features/challenge/challenge.sql.h"

struct challenge_form {
    struct str task, plan, costs, backing, name, email, phone;
};
enum { CHALLENGE_QUESTIONS = 4 };
struct challenge_question {
    struct str name; /* of the field; ends in a zero byte */
    const struct words *label, *hint;
};
struct challenges_view {
    struct challenge_question questions[CHALLENGE_QUESTIONS];
    struct dialogue d;
    const struct form_state *f;
    struct challenge_terms_find_row terms;
    struct said decider;
    bool is_open;
    struct challenges_row *all;
    size_t n;
    bool paged, more; /* this is not the first page; not the last */
    int64_t dropped;  /* how many were no challenge */
    struct day today;
    struct path self;
    bool desk;
    const struct words *done;
};
struct challenge_view {
    struct dialogue d;
    struct challenge_find_row c;
    struct said decider, answer;
    struct html answer_html;
    struct day today;
    bool sent; /* just now */
};
/* One page of the list; `before`: the number above it, empty for the newest. Fails: ERR_INPUT. */
MUST_CHECK enum err challenges_read(struct request *req, struct challenges_view *v,
                                    struct str before);
struct no_challenge_view {
    struct dialogue d;
    const struct form_state *form;
    struct path self, back;
    int64_t number;
    struct str lang, task;
};
/* The day by which the city decides, as it stands now. */
struct day challenge_due(bool has_put_off, struct day put_off, struct day decide_by);
/* "Nog 12 dagen", "3 dagen te laat"; empty once it is decided. */
struct str challenge_days(struct arena *a, enum lang lang, const struct challenges_row *row,
                          struct day today);

#endif
