/* daily.c — see daily.h. */
#include "web/daily.h"

#include "web/mail.h"

struct turning {
    const struct daily *daily;
    daily_step *step;
    struct daily_round round;
};

static enum err turn(struct tx *tx, void *with)
{
    struct turning *t = with;
    struct arena a = { 0 };
    struct request req = { .arena = &a,
                           .db = tx->db,
                           .site = t->daily->site,
                           .secret = t->daily->secret,
                           .now = t->daily->now,
                           .today = day_at(t->daily->now) };
    t->round.next = t->round.after;
    t->round.next_2 = t->round.after_2;
    t->round.done = 0;
    t->round.more = false;
    const enum err e = t->step(tx, &req, &t->round);
    arena_end(&a);
    return e;
}

static enum err mail_can_go(struct store *st, bool *ready)
{
    struct arena a = { 0 };
    struct db *db;
    TRY(store_reader(st, &db));
    const enum err e = mail_ready(db, &a, ready);
    store_reader_close(db);
    arena_end(&a);
    return e;
}

enum err daily_rounds(struct store *st, const struct daily *daily, daily_step *step,
                      int64_t *done)
{
    struct turning t = { .daily = daily, .step = step };
    bool ready;
    *done = 0;
    TRY(mail_can_go(st, &ready));
    if (!ready) return OK;
    do {
        TRY(store_write(st, turn, &t));
        *done += t.round.done;
        t.round.after = t.round.next;
        t.round.after_2 = t.round.next_2;
    } while (t.round.more);
    return OK;
}
