/* history.c — see history.h. */
#include "features/history/history.h"

#include <stdlib.h>

#include "features/history/history.sql.h"

enum err history_write(struct tx *tx, const struct request *req, const struct change *c,
                       int64_t *row)
{
    struct history_top_row newest;
    bool found;
    TRY(history_top(tx->db, req->arena, &newest, &found));
    const int64_t id = found ? newest.id + 1 : 1;
    TRY(history_add(tx, id, c->dialogue != 0, c->dialogue, c->thing, c->number, req->now,
                    req->visitor.person != 0, req->visitor.person, req->visitor.role, c->act,
                    c->batch ? c->batch : id, c->before, c->after));
    if (row) *row = id;
    return OK;
}

enum err history_forget(struct tx *tx, enum thing thing, int64_t number)
{
    return history_empty(tx, thing, number);
}

enum err history_take_back(struct tx *tx, int64_t batch)
{
    int64_t rows;
    TRY(history_undone(tx->db, batch, &rows));
    if (rows) return FAIL(ERR_CLASH, "batch %lld was taken back before", (long long)batch);
    return history_mark_undone(tx, batch);
}

enum err history_newest_outside(struct db *db, enum thing thing, int64_t number, int64_t batch,
                                int64_t *row)
{
    return history_last_outside(db, thing, number, batch, row);
}

const struct words *act_words(enum act act)
{
    switch (act) {
    case ACT_MADE: return SAY("gemaakt");
    case ACT_CHANGED: return SAY("veranderd");
    case ACT_REMOVED: return SAY("weggehaald");
    case ACT_SHOWN: return SAY("aan iedereen laten zien");
    case ACT_HIDDEN: return SAY("niet laten zien");
    case ACT_REWORDED: return SAY("anders opgeschreven");
    case ACT_SORTED: return SAY("ergens anders neergezet");
    case ACT_SET_ASIDE: return SAY("terzijde gelegd");
    case ACT_OPENED: return SAY("weer opengezet");
    case ACT_WITHDRAWN: return SAY("ingetrokken");
    case ACT_ERASED: return SAY("gewist");
    case ACT_TAKEN_ALONG: return SAY("bij een punt gezet");
    case ACT_LET_GO: return SAY("bij een punt weggehaald");
    case ACT_MERGED: return SAY("samengevoegd");
    case ACT_SPLIT: return SAY("afgesplitst");
    case ACT_MOVED: return SAY("verplaatst");
    case ACT_TRANSLATED: return SAY("vertaald");
    case ACT_PUBLISHED: return SAY("gepubliceerd");
    case ACT_OBJECTED: return SAY("bezwaar gemaakt");
    case ACT_DECIDED: return SAY("over het bezwaar beslist");
    case ACT_ANSWERED: return SAY("een bericht gestuurd");
    case ACT_HELD: return SAY("apart gehouden");
    case ACT_CARED: return SAY("om hulp gevraagd");
    case ACT_ROLE: return SAY("een rol gegeven of weggehaald");
    case ACT_UNDONE: return SAY("teruggedraaid");
    case ACT_SECONDED: return SAY("meegekeken");
    case ACTS: break;
    }
    abort(); /* the schema keeps such a value out */
}

const struct words *role_words(enum who role)
{
    switch (role) {
    case WHO_ANYONE: return SAY("de schrijver zelf");
    case WHO_READER: return SAY("meelezer");
    case WHO_HOST: return SAY("gespreksleider");
    case WHO_WRITER: return SAY("schrijver van het verslag");
    case WHO_EDITOR: return SAY("redacteur");
    case WHO_ADMINISTRATOR: return SAY("beheerder");
    }
    abort(); /* the schema keeps such a value out */
}
