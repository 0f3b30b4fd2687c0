/* morning.c — what ends by itself: its author is asked once, and then it ends. */
#include "features/wanted/wanted.h"

static enum err step(struct tx *tx, struct request *req, struct daily_round *r)
{
    struct wanted_shown_row *rows;
    size_t n;
    TRY(wanted_ending(tx->db, req->arena, (struct day){ req->today.n + WANTED_ASK_DAYS },
                      r->after, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        TRY(wanted_mail(tx, req, rows[i].id, WANTED_LETTER_RENEW));
        TRY(wanted_was_asked(tx, rows[i].id, req->today));
        r->next = rows[i].id;
    }
    r->done = (int64_t)n;
    r->more = n == wanted_ending_limit;
    return OK;
}

enum err wanted_morning(struct store *st, const struct daily *daily, int64_t *asked)
{
    return daily_rounds(st, daily, step, asked);
}

enum err wanted_tidy(struct tx *tx, struct instant unconfirmed, struct day ended)
{
    TRY(wanted_drop(tx, unconfirmed));
    TRY(talks_drop(tx, unconfirmed));
    return wanted_forget(tx, ended);
}
