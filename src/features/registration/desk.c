/* desk.c — /:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen: who comes, who waits, and what is
 * needed; and letting move up who waits. */
#include "features/registration/desk.h"
#include "features/registration/desk.html.h"

#include "features/history/history.h"

/* Without a difference between capitals and small letters, as far as ASCII goes. */
static bool reads_same(struct str a, struct str b)
{
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++) {
        const char x = a.s[i], y = b.s[i];
        if (x != y && ((x | 32) != (y | 32) || (x | 32) < 'a' || (x | 32) > 'z')) return false;
    }
    return true;
}

/* The same address, or the same name in the same part of the city. */
static bool may_be_same(const struct registrations_of_row *a,
                        const struct registrations_of_row *b)
{
    if (a->email.n && reads_same(a->email, b->email)) return true;
    return reads_same(a->name, b->name) && a->has_neighbourhood == b->has_neighbourhood &&
           (!a->has_neighbourhood || a->neighbourhood == b->neighbourhood);
}

static void twins_fill(struct registrations_view *v)
{
    for (size_t i = 1; i < v->lines_n; i++)
        for (size_t k = 0; k < i && !v->lines[i].twin; k++)
            if (may_be_same(&v->lines[i].r, &v->lines[k].r)) {
                v->lines[i].twin = v->lines[k].r.number;
                v->twins++;
            }
}

static enum err lines_fill(struct request *req, struct registrations_view *v)
{
    struct registrations_of_row *rows;
    int64_t after = 0;
    if (req->query[1].n && !str_number(req->query[1], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "no number to go on behind");
    TRY(registrations_of(req->db, req->arena, v->e.g.id, after, &rows, &v->lines_n));
    v->lines = NEW(req->arena, struct desk_line, v->lines_n + 1);
    for (size_t i = 0; i < v->lines_n; i++) {
        v->lines[i] = (struct desk_line){
            .r = rows[i],
            .interpreter = interpreter_said(req, rows[i].interpreter),
            .to =
                PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/aanmeldingen/{}",
                     v->e.page.d.slug, v->e.g.slug, number_value(req->arena, true, rows[i].id)),
        };
        v->wheelchairs += rows[i].wheelchair;
        v->children += rows[i].childcare;
    }
    twins_fill(v);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct registrations_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Aanmeldingen"), "aanmeldingen"));
    TRY(registration_counts(req->db, req->arena, v.e.g.id, &v.n));
    TRY(registration_unclear(req->db, v.e.g.id, &v.unclear));
    TRY(lines_fill(req, &v));
    v.free_place = v.n.waits && (!v.e.g.has_capacity || v.n.comes < v.e.g.capacity);
    if (str_is(req->query[0], "door")) v.done = SAY("Wie wachtte, is doorgeschoven.");
    if (str_is(req->query[0], "af")) v.done = SAY("Deze persoon is afgemeld.");
    if (!v.done) v.done = done_words(req->query[0]);
    registration_desk_page(response_page(req, res), &v);
    return OK;
}

const struct page registration_desk = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen",
    .who = WHO_EDITOR,
    .query = "gedaan na",
    .handle = handle,
    .file = __FILE__,
};

static enum err move_up(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct organise_evening_row g;
    TRY(evening_find(req, &s, &g));
    TRY(registration_move_up(tx, req, g.id));
    return evening_back(req, res, g.slug, "aanmeldingen", "door");
}

const struct page registration_up = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/aanmeldingen/doorschuiven",
    .who = WHO_EDITOR,
    .form = &remove_form,
    .act = move_up,
    .file = __FILE__,
};
