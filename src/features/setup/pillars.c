/* pillars.c — /:dialogue/beheer/instellen/pijlers: the concerns under which themes stand, in their order. */
#include "features/setup/list.h"
#include "features/setup/list.html.h"
#include "features/setup/setup.sql.h"

static const struct field lines_fields[] = {
    FIELD_TEXT(struct lines_form, lines, "pijlers", .most = 4000),
};
static const struct form lines_form = FORM(struct lines_form, lines_fields);
enum { TITLE_MOST = 120 };
#define PILLARS "/{}/beheer/instellen/pijlers"

static enum err handle(struct request *req, struct response *res)
{
    struct list_view v = { 0 };
    struct setup_pillars_row *rows;
    struct edit_field *field = NEW(req->arena, struct edit_field, 1);
    const struct str nothing = STR("");

    TRY(settings_open(req, res, &v.page, SAY("Pijlers"), PILLARS));
    TRY(setup_pillars(req->db, req->arena, v.page.d.id, v.page.d.own, &rows, &v.n));
    v.items = NEW(req->arena, struct list_item, v.n + 1);
    for (size_t i = 0; i < v.n; i++)
        v.items[i] = (struct list_item){
            .text = rows[i].title,
            .lang = v.page.d.own,
            .more = rows[i].body,
            .edit = PATH(req->arena, PILLARS "/{}", v.page.d.slug, rows[i].slug),
            .place = PATH(req->arena, PILLARS "/{}/plaats", v.page.d.slug, rows[i].slug),
        };
    *field = (struct edit_field){
        .name = "pijlers",
        .kind = EDIT_TEXT,
        .rows = 4,
        .lang = v.page.d.own,
        .label = words_in(SAY("Nieuwe pijlers"), req->lang),
        .hint = words_in(SAY("Schrijf elke pijler op een eigen regel."), req->lang),
    };
    edit_show(req, &v.page, field, &nothing, 1);
    field->changed = false;
    v.page.lead = words_in(SAY("Een pijler is een grote zorg waar thema’s bij horen. U hebt er "
                               "geen nodig."),
                           req->lang);
    v.empty = words_in(SAY("Er zijn geen pijlers. Zet ze hieronder, als u wilt."), req->lang);
    v.add = words_in(SAY("Voeg pijlers toe"), req->lang);
    v.done = done_words(req->query[0]);
    list_page(response_page(req, res), &v);
    return OK;
}

/* A slug that no pillar of this dialogue has. */
static enum err slug_free(struct request *req, int64_t dialogue, struct str title,
                          struct str *slug)
{
    struct str base = slug_propose(req->arena, title);
    if (!base.n) base = STR("pijler");
    *slug = base;
    for (int i = 2;; i++) {
        struct pillar_find_row other;
        bool found;
        TRY(pillar_find(req->db, req->arena, dialogue, *slug, &other, &found));
        if (!found) return OK;
        *slug = arena_format(req->arena, "%.*s-%d", STR_ARG(base), i);
    }
}

static enum err titles_new(struct request *req, const struct setup_pillars_row *rows,
                           size_t rows_n, const struct str *titles, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < rows_n; k++)
            if (str_eq(titles[i], rows[k].title))
                form_wrong_said(req, "pijlers",
                                FILL(req->arena, SAY("De pijler „{naam}” staat er al."),
                                     req->lang, { "naam", titles[i] }));
    if (rows_n + n > setup_pillars_limit)
        form_wrong(req, "pijlers", SAY("Een dialoog heeft hoogstens 20 pijlers."));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct setup_pillars_row *rows;
    struct str *titles, slug;
    int64_t batch = 0, row, id;
    size_t rows_n, n;
    TRY(subject_find(req, &s));
    TRY(lines_read(req, "pijlers", TITLE_MOST, &titles, &n));
    TRY(setup_pillars(tx->db, req->arena, s.id, s.own, &rows, &rows_n));
    TRY(titles_new(req, rows, rows_n, titles, n));
    const int64_t last = rows_n ? rows[rows_n - 1].position : 0;
    for (size_t i = 0; i < n; i++) {
        TRY(slug_free(req, s.id, titles[i], &slug));
        TRY(pillar_add(tx, s.id, slug, last + 1 + (int64_t)i, &id));
        TRY(pillar_text_put(tx, id, s.own, titles[i], STR("")));
        TRY(history_write(
            tx, req,
            &(struct change){ s.id, THING_PILLAR, id, ACT_MADE, batch, STR(""), titles[i] },
            &row));
        if (!batch) batch = row;
    }
    return response_redirect(res, PATH(req->arena, PILLARS "?gedaan=erbij", s.slug));
}

const struct page setup_pillar_list = {
    .path = "/:dialogue/beheer/instellen/pijlers",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &lines_form,
    .act = act,
    .file = __FILE__,
};

/* ---- the place of one in the order ---- */

static enum err move(struct tx *tx, struct request *req, struct response *res)
{
    const struct place_form *f = form_values(req);
    struct subject s;
    struct setup_pillars_row *rows;
    size_t n, at = 0;
    TRY(subject_find(req, &s));
    TRY(setup_pillars(tx->db, req->arena, s.id, s.own, &rows, &n));
    while (at < n && !str_eq(rows[at].slug, req->param[1].text)) at++;
    if (at == n) return FAIL(ERR_MISSING, "no pillar %.*s", STR_ARG(req->param[1].text));
    const size_t to = f->way == WAY_UP ? at - 1 : at + 1; /* wraps around to no place at all */
    if (to < n) {
        const struct setup_pillars_row moved = rows[at];
        rows[at] = rows[to];
        rows[to] = moved;
        for (size_t i = 0; i < n; i++)
            if (rows[i].position != (int64_t)i + 1)
                TRY(pillar_update(tx, rows[i].id, (int64_t)i + 1));
        TRY(history_write(
            tx, req,
            &(struct change){
                s.id, THING_PILLAR, moved.id, ACT_MOVED, 0,
                arena_format(req->arena, "%.*s: %zu", STR_ARG(moved.title), at + 1),
                arena_format(req->arena, "%.*s: %zu", STR_ARG(moved.title), to + 1) },
            NULL));
    }
    return response_redirect(res, PATH(req->arena, PILLARS "?gedaan=verplaatst", s.slug));
}

const struct page setup_pillar_place = {
    .path = "/:dialogue/beheer/instellen/pijlers/:pijler/plaats",
    .who = WHO_EDITOR,
    .form = &place_form,
    .act = move,
    .file = __FILE__,
};
