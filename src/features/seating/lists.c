/* lists.c — /:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/lijst: to print: everybody by name with their
 * tables, for the door; and per table who sits there, for whoever leads it. */
#include "features/seating/lists.h"

#include <stdlib.h>

#include "algo/fold.h"
#include "features/seating/lists.html.h"

static int by_name(const void *x, const void *y)
{
    const struct listed_person *p = x, *q = y;
    const int order = str_cmp(p->sort, q->sort);
    return order ? order : (p->number > q->number) - (p->number < q->number);
}

static struct str small_letters(struct arena *a, struct str name)
{
    char *s = arena_room(a, name.n * FOLD_MOST + 1, 1);
    size_t n = 0;
    for (struct str rest = name; rest.n;) {
        const uint32_t c = str_codepoint(&rest);
        if (c == ' ')
            s[n++] = ' ';
        else if (fold_letter(c))
            n += fold_loosely(s + n, c);
    }
    return (struct str){ s, n };
}

static void people_fill(struct request *req, struct lists_view *v)
{
    const struct seating *s = &v->v.s;
    v->people = NEW(req->arena, struct listed_person, s->people_n + 1);
    for (size_t i = 0; i < s->people_n; i++) {
        struct listed_person *p = &v->people[v->people_n++];
        p->name = s->people[i].name;
        p->sort = small_letters(req->arena, p->name);
        p->number = s->people[i].number;
        p->rounds = NEW(req->arena, struct listed_round, v->v.rounds_n + 1);
        for (size_t r = 0; r < v->v.rounds_n; r++) {
            const int t = s->seat[r * s->people_n + i];
            p->rounds[r].away = s->seats.people[i].absent >> r & 1;
            p->rounds[r].table = t == SEATS_NONE ? 0 : s->tables[t].number;
        }
    }
    qsort(v->people, v->people_n, sizeof *v->people, by_name);
}

static enum err handle(struct request *req, struct response *res)
{
    struct lists_view v = { 0 };
    TRY(evening_open(req, res, &v.v.e, SAY("Plaatsen"), "plaatsen"));
    TRY(seats_view_fill(req, &v.v));
    people_fill(req, &v);
    v.v.e.page.title = res->frame.title = words_in(SAY("Wie waar zit"), req->lang);
    dialogue_crumb(res, v.v.e.page.self, v.v.e.page.title);
    seating_lists_page(response_page(req, res), &v);
    return OK;
}

const struct page seating_lists = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/lijst",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
