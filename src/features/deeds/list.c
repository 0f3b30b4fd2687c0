/* list.c — /:dialogue/daden: every commitment, late ones first, and what became of promises. */
#include "features/deeds/show.h"

#include "features/deeds/list.html.h"
#include "web/mail.h"

/* The year that was chosen, or else the newest that has begun and for which something was promised. */
static int64_t year_of(const struct look *l, struct day today)
{
    const struct look_facet *years = &l->by[BY_YEAR];
    int64_t year, found = 0;
    for (size_t i = 0; i < years->n; i++) {
        const struct look_option *x = &years->options[i];
        if (!x->n || !str_number(x->value, 9999, &year)) continue;
        if (x->chosen) return year;
        if (!found || year <= date_of(today).year) found = year;
    }
    return found;
}

static enum err handle(struct request *req, struct response *res)
{
    struct daden_view *v = NEW(req->arena, struct daden_view, 1);
    TRY(dialogue_open(req, res, &v->d));
    TRY(mail_ready(req->db, req->arena, &v->can_mail));
    TRY(look_up(req, &v->d, "/{}/daden", &v->look));
    res->frame.title = words_in(SAY("Daden"), req->lang);
    res->frame.description =
        words_in(SAY("Wat de stad beloofde, wat er is gedaan, en wat te laat is."), req->lang);
    dialogue_crumb(res, v->look.self, res->frame.title);
    dialogue_follow(req, res, &v->d, req->query[BY_THEME], req->query[BY_OWNER]);
    v->year = year_of(&v->look, req->today);
    v->follow = res->frame.forms;
    v->follow_n = res->frame.forms_n;
    daden_page(response_page(req, res), v);
    return OK;
}

const struct page deeds_list = {
    .path = "/:dialogue/daden",
    .who = WHO_ANYONE,
    .query = LOOK_QUERY,
    .handle = handle,
    .file = __FILE__,
};
