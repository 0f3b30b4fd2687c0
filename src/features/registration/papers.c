/* papers.c — …/deur/lijst and …/deur/badges: the list to tick at the door, and badges; on A4. */
#include "features/registration/door.h"
#include "features/registration/papers.html.h"

static enum err fill(struct request *req, struct response *res, const struct words *title,
                     const char *part, struct papers_view *v)
{
    TRY(evening_open(req, res, &v->e, title, part));
    return registration_badges(req->db, req->arena, v->e.g.id, 0, &v->people, &v->people_n);
}

static enum err list(struct request *req, struct response *res)
{
    struct papers_view v = { 0 };
    TRY(fill(req, res, SAY("Lijst voor de deur"), "deur/lijst", &v));
    registration_papers_page(response_page(req, res), &v);
    return OK;
}

const struct page registration_list = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/lijst",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = list,
    .file = __FILE__,
};

static enum err badges(struct request *req, struct response *res)
{
    struct papers_view v = { .badges = true };
    TRY(fill(req, res, SAY("Badges"), "deur/badges", &v));
    registration_papers_page(response_page(req, res), &v);
    return OK;
}

const struct page registration_badges_page = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/badges",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = badges,
    .file = __FILE__,
};
