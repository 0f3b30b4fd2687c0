/* used.c — see used.h. */
#include "features/dialogue/used.h"

enum err used_voice(struct request *req, int64_t edition, struct str own, int64_t voice,
                    struct used *u)
{
    *u = (struct used){ 0 };
    if (edition)
        TRY(used_points_of_voice(req->db, req->arena, edition, voice, own,
                                 lang_about(req->lang)->code, &u->points, &u->points_n));
    return used_editions_of_voice(req->db, req->arena, voice, &u->editions, &u->editions_n);
}

enum err used_finding(struct request *req, int64_t edition, struct str own, int64_t finding,
                      struct used *u)
{
    *u = (struct used){ 0 };
    if (edition)
        TRY(used_points_of_finding(req->db, req->arena, edition, finding, own,
                                   lang_about(req->lang)->code, &u->points, &u->points_n));
    return used_editions_of_finding(req->db, req->arena, finding, &u->editions, &u->editions_n);
}
