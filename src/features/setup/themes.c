/* themes.c — /:dialogue/beheer/themas: the themes in their order; new ones, several at once. */
#include "features/search/search.h"
#include "features/setup/list.h"
#include "features/setup/list.html.h"
#include "features/setup/setup.sql.h"

static const struct field lines_fields[] = {
    FIELD_TEXT(struct lines_form, lines, "themas", .most = 20000),
};
static const struct form lines_form = FORM(struct lines_form, lines_fields);
enum { TITLE_MOST = 120 };

static enum err handle(struct request *req, struct response *res)
{
    struct list_view v = { 0 };
    struct setup_themes_row *rows;
    struct edit_field *field = NEW(req->arena, struct edit_field, 1);
    const struct str nothing = STR("");

    TRY(settings_open(req, res, &v.page, SAY("Thema’s"), "/{}/beheer/themas"));
    TRY(setup_themes(req->db, req->arena, v.page.d.id, v.page.d.own, &rows, &v.n));
    v.items = NEW(req->arena, struct list_item, v.n + 1);
    for (size_t i = 0; i < v.n; i++)
        v.items[i] = (struct list_item){
            .text = rows[i].title,
            .lang = v.page.d.own,
            .more =
                rows[i].open_table ? words_in(SAY("Open tafel"), req->lang) : rows[i].question,
            .edit = PATH(req->arena, "/{}/beheer/themas/{}", v.page.d.slug, rows[i].slug),
            .place =
                PATH(req->arena, "/{}/beheer/themas/{}/plaats", v.page.d.slug, rows[i].slug),
        };
    *field = (struct edit_field){
        .name = "themas",
        .kind = EDIT_TEXT,
        .rows = 6,
        .lang = v.page.d.own,
        .label = words_in(SAY("Nieuwe thema’s"), req->lang),
        .hint = words_in(SAY("Schrijf elk thema op een eigen regel. De vraag komt daarna."),
                         req->lang),
    };
    edit_show(req, &v.page, field, &nothing, 1);
    field->changed = false;
    v.page.lead = words_in(SAY("Over deze thema’s gaat het gesprek. Kies er een om hem te "
                               "veranderen."),
                           req->lang);
    v.empty = words_in(SAY("Er zijn nog geen thema’s. Schrijf ze hieronder op."), req->lang);
    v.add = words_in(SAY("Zet thema’s erbij"), req->lang);
    v.done = done_words(req->query[0]);
    list_page(response_page(req, res), &v);
    return OK;
}

/* A slug that no theme of this dialogue has. */
static enum err slug_free(struct request *req, int64_t dialogue, struct str title,
                          struct str *slug)
{
    struct str base = slug_propose(req->arena, title);
    if (!base.n) base = STR("thema");
    *slug = base;
    for (int i = 2;; i++) {
        struct theme_find_row other;
        bool found;
        TRY(theme_find(req->db, req->arena, dialogue, *slug, &other, &found));
        if (!found) return OK;
        *slug = arena_format(req->arena, "%.*s-%d", STR_ARG(base), i);
    }
}

/* Says which of the titles are there already. */
static enum err titles_new(struct request *req, const struct subject *s,
                           const struct str *titles, size_t n)
{
    struct setup_themes_row *rows;
    size_t rows_n;
    TRY(setup_themes(req->db, req->arena, s->id, s->own, &rows, &rows_n));
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < rows_n; k++)
            if (str_eq(titles[i], rows[k].title))
                form_wrong_said(req, "themas",
                                FILL(req->arena, SAY("Het thema „{naam}” staat er al."),
                                     req->lang, { "naam", titles[i] }));
    if (rows_n + n > setup_themes_limit)
        form_wrong(req, "themas", SAY("Een dialoog heeft hoogstens 1.000 thema’s."));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct setup_theme_next_row next;
    struct str *titles, slug;
    int64_t batch = 0, row, id;
    size_t n;
    TRY(subject_find(req, &s));
    TRY(lines_read(req, "themas", TITLE_MOST, &titles, &n));
    TRY(titles_new(req, &s, titles, n));
    TRY(setup_theme_next(tx->db, req->arena, s.id, &next));
    for (size_t i = 0; i < n; i++) {
        TRY(slug_free(req, s.id, titles[i], &slug));
        TRY(theme_add(tx, s.id, slug, next.position + (int64_t)i, false, 0, false, 0, false,
                      &id));
        TRY(theme_text_put(tx, id, s.own, titles[i], STR(""), STR("")));
        TRY(history_write(
            tx, req,
            &(struct change){ s.id, THING_THEME, id, ACT_MADE, batch, STR(""), titles[i] },
            &row));
        if (!batch) batch = row;
    }
    TRY(search_themes_renew(tx, s.id));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/themas?gedaan=erbij", s.slug));
}

const struct page setup_theme_list = {
    .path = "/:dialogue/beheer/themas",
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
    struct setup_themes_row *rows;
    size_t n, at = 0;
    TRY(subject_find(req, &s));
    TRY(setup_themes(tx->db, req->arena, s.id, s.own, &rows, &n));
    while (at < n && !str_eq(rows[at].slug, req->param[1].text)) at++;
    if (at == n) return FAIL(ERR_MISSING, "no theme %.*s", STR_ARG(req->param[1].text));
    const size_t to = f->way == WAY_UP ? at - 1 : at + 1; /* wraps around to no place at all */
    if (to < n) {
        const struct setup_themes_row moved = rows[at];
        rows[at] = rows[to];
        rows[to] = moved;
        for (size_t i = 0; i < n; i++)
            if (rows[i].position != (int64_t)i + 1)
                TRY(theme_place(tx, rows[i].id, (int64_t)i + 1));
        TRY(history_write(tx, req,
                          &(struct change){ s.id, THING_THEME, moved.id, ACT_MOVED, 0,
                                            arena_format(req->arena, "%zu", at + 1),
                                            arena_format(req->arena, "%zu", to + 1) },
                          NULL));
    }
    return response_redirect(res,
                             PATH(req->arena, "/{}/beheer/themas?gedaan=verplaatst", s.slug));
}

const struct page setup_theme_place = {
    .path = "/:dialogue/beheer/themas/:theme/plaats",
    .who = WHO_EDITOR,
    .form = &place_form,
    .act = move,
    .file = __FILE__,
};
