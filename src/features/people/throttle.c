/* throttle.c — guessing takes too long: tries that failed are counted, on the writer's thread.
 *
 * Three counts, from narrow to wide: this account from this address, this account from anywhere, and
 * anything from this address (generous: an office or a hall shares one). A count that ran out makes
 * who asks wait, longer each time. An account that does not exist is counted as one that does.
 *
 * A brake counts in the same table what anybody can set off: so many times in so many seconds. */
#include "features/people/inside.h"

#include "web/token.h"

enum { COUNTS = 3, FIRST_WAIT = 30, LONGEST_WAIT = 900, REMEMBERED = 86400 };

struct counted {
    struct str key;
    int64_t free; /* tries that may fail before somebody has to wait */
};

static struct str key_of(struct request *req, const char *what, struct str email,
                         uint64_t client)
{
    const struct str said = arena_format(req->arena, "%s %llx %.*s", what,
                                         (unsigned long long)client, STR_ARG(email));
    return hmac(req->arena, req->secret, said);
}

static void counts_of(struct request *req, struct str email, struct counted counts[COUNTS])
{
    counts[0] = (struct counted){ key_of(req, "account here", email, req->client), 5 };
    counts[1] = (struct counted){ key_of(req, "account", email, 0), 30 };
    counts[2] = (struct counted){ key_of(req, "here", STR(""), req->client), 200 };
}

static enum err fails_of(struct db *db, struct request *req, struct str key, int64_t *fails,
                         int64_t *wait)
{
    struct throttle_get_row row;
    bool found;
    *fails = *wait = 0;
    TRY(throttle_get(db, req->arena, key, &row, &found));
    if (!found || row.last.s < req->now.s - REMEMBERED) return OK;
    *fails = row.fails;
    *wait = row.until.s - req->now.s;
    return OK;
}

enum err throttle_wait(struct db *db, struct request *req, struct str email, int64_t *seconds)
{
    struct counted counts[COUNTS];
    *seconds = 0;
    counts_of(req, email, counts);
    for (int i = 0; i < COUNTS; i++) {
        int64_t fails, wait;
        TRY(fails_of(db, req, counts[i].key, &fails, &wait));
        if (wait > *seconds) *seconds = wait;
    }
    return OK;
}

enum err throttle_failed(struct tx *tx, struct request *req, struct str email)
{
    struct counted counts[COUNTS];
    counts_of(req, email, counts);
    TRY(throttle_sweep(tx, (struct instant){ req->now.s - REMEMBERED }));
    for (int i = 0; i < COUNTS; i++) {
        int64_t fails, wait;
        TRY(fails_of(tx->db, req, counts[i].key, &fails, &wait));
        const int64_t over = ++fails - counts[i].free;
        wait = over < 0 ? 0 : over > 5 ? LONGEST_WAIT : FIRST_WAIT << over;
        if (wait > LONGEST_WAIT) wait = LONGEST_WAIT;
        TRY(throttle_put(tx, counts[i].key, fails, req->now,
                         (struct instant){ req->now.s + wait }));
    }
    return OK;
}

enum err throttle_forget(struct tx *tx, struct request *req, struct str email)
{
    struct counted counts[COUNTS];
    counts_of(req, email, counts);
    TRY(throttle_clear(tx, counts[0].key));
    return throttle_clear(tx, counts[1].key);
}

/* ---- brakes ---- */

/* How often it was done since a window began that is still open. */
static enum err brake_read(struct db *db, struct request *req, const struct brake *b,
                           struct str key, struct throttle_get_row *row)
{
    bool found;
    TRY(throttle_get(db, req->arena, key, row, &found));
    if (!found || row->until.s <= req->now.s)
        *row = (struct throttle_get_row){ .until = { req->now.s + b->seconds } };
    return OK;
}

enum err brake_wait(struct db *db, struct request *req, const struct brake *b, int64_t *seconds)
{
    struct throttle_get_row row;
    TRY(brake_read(db, req, b, key_of(req, b->what, b->who, b->client), &row));
    *seconds = row.fails < b->most ? 0 : row.until.s - req->now.s;
    return OK;
}

enum err brake_count(struct tx *tx, struct request *req, const struct brake *b)
{
    struct throttle_get_row row;
    const struct str key = key_of(req, b->what, b->who, b->client);
    TRY(throttle_sweep(tx, (struct instant){ req->now.s - REMEMBERED }));
    TRY(brake_read(tx->db, req, b, key, &row));
    return throttle_put(tx, key, row.fails + 1, req->now, row.until);
}

enum err brakes_pass(struct tx *tx, struct request *req, const struct brake *brakes, size_t n,
                     const struct words *refused)
{
    bool waits = false;
    for (size_t i = 0; i < n; i++) {
        int64_t wait;
        TRY(brake_wait(tx->db, req, &brakes[i], &wait));
        waits |= wait > 0;
    }
    if (waits) form_wrong(req, NULL, refused);
    TRY(form_checked(req));
    for (size_t i = 0; i < n; i++) TRY(brake_count(tx, req, &brakes[i]));
    return OK;
}

enum err brake_hold(struct tx *tx, struct request *req, const struct brake *b, int64_t seconds)
{
    return throttle_put(tx, key_of(req, b->what, b->who, b->client), b->most, req->now,
                        (struct instant){ req->now.s + seconds });
}
