/* list.c — /beheer/kaart/lijst: every entry, also what stopped, to be searched and changed. */
#include "features/upkeep/desk.h"

#include "algo/fold.h"
#include "features/upkeep/list.html.h"

enum { Q_TEXT, Q_STATUS, Q_AFTER, Q_DONE };

void keep_frame(struct request *req, struct response *res, const struct words *title)
{
    res->frame.title = words_in(title, req->lang);
    dialogue_crumb(res, (struct path){ STR("/beheer") }, words_in(SAY("Mijn werk"), req->lang));
    dialogue_crumb(res, (struct path){ STR("/beheer/kaart/lijst") },
                   words_in(SAY("Vermeldingen"), req->lang));
    if (!str_is(req->path, "/beheer/kaart/lijst"))
        dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
}

static struct str folded(struct arena *a, struct str text)
{
    char *to = NEW(a, char, text.n *FOLD_MOST + 1);
    size_t n = 0;
    for (uint32_t c; (c = str_codepoint(&text));) n += fold(to + n, c);
    return (struct str){ to, n };
}

/* Every word of the question stands in its name or that of who offers it. */
static bool answers(struct arena *a, struct str question, const struct entries_after_row *row)
{
    const struct arena_mark mark = arena_here(a);
    const struct str all =
        folded(a, arena_format(a, "%.*s %.*s", STR_ARG(row->name), STR_ARG(row->organization)));
    struct str word;
    bool yes = true;
    while (yes && str_next(&question, ' ', &word))
        yes = !word.n || str_find(all, word) != SIZE_MAX;
    arena_back(a, mark);
    return yes;
}

static enum err gather(struct request *req, struct list_form_view *v, int64_t after)
{
    struct entries_after_row *rows;
    size_t n;
    const struct str q = folded(req->arena, v->q);
    v->rows = NEW(req->arena, struct entries_after_row, LIST_SHOWN + 1);
    do {
        TRY(entries_after(req->db, req->arena, after, v->k.all, v->k.person, &rows, &n));
        for (size_t i = 0; i < n && v->n <= LIST_SHOWN; i++) {
            after = rows[i].id;
            if (v->status >= 0 && (int)rows[i].status != v->status) continue;
            if (answers(req->arena, q, &rows[i])) v->rows[v->n++] = rows[i];
        }
    } while (n == entries_after_limit && v->n <= LIST_SHOWN);
    v->more = v->n > LIST_SHOWN;
    if (v->more) v->n = LIST_SHOWN;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct list_form_view v = { .self = { req->path }, .status = -1 };
    int64_t after = 0;
    TRY(keeper_of(req, &v.k));
    v.q = str_upto_letter(str_trim(req->query[Q_TEXT]), 200);
    for (int i = 0; i < SERVICE_STATUSES; i++)
        if (str_is(req->query[Q_STATUS], service_status_term(i).code)) v.status = i;
    if (req->query[Q_AFTER].n && !str_number(req->query[Q_AFTER], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no entry");
    v.paged = after > 0;
    TRY(gather(req, &v, after));
    if (v.n)
        v.next = PATH(req->arena, "/beheer/kaart/lijst?q={}&stand={}&na={}", v.q,
                      req->query[Q_STATUS], number_text(req->arena, true, v.rows[v.n - 1].id));
    keep_frame(req, res, SAY("Vermeldingen"));
    res->no_store = true;
    upkeep_list_page(response_page(req, res), &v);
    return OK;
}

const struct page upkeep_list = {
    .path = "/beheer/kaart/lijst",
    .who = WHO_READER,
    .query = "q stand na gedaan",
    .handle = handle,
    .file = __FILE__,
};
