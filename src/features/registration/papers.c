/* papers.c — …/deur/lijst and …/deur/badges: the list to tick at the door, and badges; on A4. */
#include "features/registration/door.h"
#include "features/registration/papers.html.h"

enum { NAME_SHORT = 16 }; /* fits a badge in letters that are read from a metre, on two lines */

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

/* It opens the door page, for who has signed in, and finds them there; it lets nobody in by itself, and what
 * stands in it opens nothing else: a badge is worn where everybody can photograph it. */
static struct qr badge_qr(struct request *req, const struct papers_view *v,
                          const struct registration_badges_row *r)
{
    struct qr qr;
    const struct path to = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/deur?zoek={}",
                                v->e.page.d.slug, v->e.g.slug, door_mark(req->arena, r->code));
    if (!qr_draw(req->arena, arena_join(req->arena, req->site, to.text), &qr))
        return (struct qr){ 0 };
    return qr;
}

static enum err badges(struct request *req, struct response *res)
{
    struct papers_view v = { 0 };
    TRY(fill(req, res, SAY("Badges"), "deur/badges", &v));
    v.qr_alt = words_in(SAY("Code voor de deur"), req->lang);
    v.badges = NEW(req->arena, struct badge, v.people_n + 1);
    for (size_t i = 0; i < v.people_n; i++)
        v.badges[i] = (struct badge){ &v.people[i], badge_qr(req, &v, &v.people[i]),
                                      v.people[i].name.n > NAME_SHORT };
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
