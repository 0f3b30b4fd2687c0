/* flow.c — see flow.h. */
#include "web/flow.h"

#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>

#include "web/answer.h"

enum {
    PIECE = 4 * 1024 * 1024,
    BLOCK = 32 * 1024,
    LONGEST = 15 * 60 * 1000 /* milliseconds: who reads slower than that keeps others out */
};

struct flow *flow_new(enum err (*next)(struct db *db, struct flow *flow, struct out *o,
                                       bool *more))
{
    struct flow *flow = calloc(1, sizeof *flow);
    if (!flow) abort();
    flow->next = next;
    return flow;
}

void flow_end(struct flow *flow)
{
    if (flow) arena_end(&flow->arena);
    free(flow);
}

struct flowing {
    struct flow *flow;
    struct flow_way way;
    struct arena arena; /* of the piece that is being sent */
    struct out piece;
    size_t at; /* of it */
    int64_t until;
    bool more;
};

static enum err next_piece(struct flowing *f)
{
    arena_reset(&f->arena);
    f->piece = out_start(&f->arena, PIECE, LANG_NL);
    f->at = 0;
    TRY(db_begin(f->way.db));
    const enum err e = f->flow->next(f->way.db, f->flow, &f->piece, &f->more);
    db_end(f->way.db);
    if (e == OK && f->piece.spilt)
        return FAIL(ERR_LIMIT, "a piece of more than %d bytes", PIECE);
    return e;
}

/* On the worker's thread. Once something was sent an error can only be told by breaking off. */
static ssize_t give(void *with, uint64_t position, char *to, size_t room)
{
    struct flowing *f = with;
    (void)position;
    while (f->at == f->piece.n) {
        if (!f->more) return MHD_CONTENT_READER_END_OF_STREAM;
        if (clock_ms() > f->until || next_piece(f) != OK)
            return MHD_CONTENT_READER_END_WITH_ERROR;
    }
    visit_until(f->way.visit, clock_ms() + f->way.patience);
    const size_t left = f->piece.n - f->at, n = left < room ? left : room;
    memcpy(to, f->piece.s + f->at, n);
    f->at += n;
    return (ssize_t)n;
}

static void let_go(void *with)
{
    struct flowing *f = with;
    flow_end(f->flow);
    arena_end(&f->arena);
    atomic_fetch_sub(f->way.flows, 1);
    free(f);
}

struct MHD_Response *flow_response(struct flow *flow, const struct flow_way *way,
                                   const struct answer *answer)
{
    struct flowing *f = calloc(1, sizeof *f);
    if (!f) abort();
    f->flow = flow;
    f->way = *way;
    f->more = true;
    f->until = clock_ms() + LONGEST;
    struct MHD_Response *r =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, give, f, let_go);
    if (!r) abort();
    answer_headers(r, answer);
    return r;
}
