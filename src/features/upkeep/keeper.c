/* keeper.c — who may deal with which entries: an administrator with all, a steward with those of their
 * neighbourhoods. */
#include "features/people/people.h"
#include "features/upkeep/upkeep.h"
#include "features/upkeep/upkeep.sql.h"

enum err keeper_of(struct request *req, struct keeper *k)
{
    int64_t areas = 0;
    *k = (struct keeper){ .person = req->visitor.person,
                          .all = req->visitor.role >= WHO_ADMINISTRATOR,
                          .by = BY_TEAM };
    if (k->all) return OK;
    k->by = BY_STEWARD;
    TRY(steward_of(req->db, k->person, &areas));
    return areas ? OK : FAIL(ERR_MISSING, "neither administrator nor steward");
}

enum err keeper_admit(struct request *req, const struct keeper *k, int64_t service)
{
    int64_t places = 0;
    if (k->all) return OK;
    TRY(steward_has(req->db, k->person, service, &places));
    return places ? OK : FAIL(ERR_MISSING, "an entry of another neighbourhood");
}
