/* hoods.c — /:dialogue/beheer/instellen/wijken: the parts of the area in their order; a list of them
 * can be pasted. */
#include "features/setup/list.h"
#include "features/setup/list.html.h"
#include "features/setup/setup.sql.h"

static const struct field lines_fields[] = {
    FIELD_TEXT(struct lines_form, lines, "wijken", .most = 20000),
};
static const struct form lines_form = FORM(struct lines_form, lines_fields);
enum { NAME_MOST = 80 };
#define HOODS "/{}/beheer/instellen/wijken"

static enum err handle(struct request *req, struct response *res)
{
    struct list_view v = { 0 };
    struct setup_hoods_row *rows;
    struct edit_field *field = NEW(req->arena, struct edit_field, 1);
    const struct str nothing = STR("");

    TRY(settings_open(req, res, &v.page, SAY("Wijken"), HOODS));
    TRY(setup_hoods(req->db, req->arena, v.page.d.id, &rows, &v.n));
    v.items = NEW(req->arena, struct list_item, v.n + 1);
    for (size_t i = 0; i < v.n; i++)
        v.items[i] = (struct list_item){
            .text = rows[i].name,
            .lang = v.page.d.own,
            .more = rows[i].code,
            .edit = PATH(req->arena, HOODS "/{}", v.page.d.slug, rows[i].slug),
            .place = PATH(req->arena, HOODS "/{}/plaats", v.page.d.slug, rows[i].slug),
        };
    *field = (struct edit_field){
        .name = "wijken",
        .kind = EDIT_TEXT,
        .rows = 8,
        .lang = v.page.d.own,
        .label = words_in(SAY("Nieuwe wijken"), req->lang),
        .hint =
            words_in(SAY("Schrijf of plak ze hier, elke wijk op een eigen regel."), req->lang),
    };
    edit_show(req, &v.page, field, &nothing, 1);
    field->changed = false;
    v.page.lead = words_in(SAY("Mensen kiezen hier hun wijk uit. Zo ziet u waar iets speelt."),
                           req->lang);
    v.empty = words_in(SAY("Er zijn nog geen wijken. Zet ze hieronder."), req->lang);
    v.add = words_in(SAY("Voeg wijken toe"), req->lang);
    v.done = done_words(req->query[0]);
    list_page(response_page(req, res), &v);
    return OK;
}

/* A slug that no neighbourhood of this dialogue has. */
static enum err slug_free(struct request *req, int64_t dialogue, struct str name,
                          struct str *slug)
{
    struct str base = slug_propose(req->arena, name);
    if (!base.n) base = STR("wijk");
    *slug = base;
    for (int i = 2;; i++) {
        struct neighbourhood_find_row other;
        bool found;
        TRY(neighbourhood_find(req->db, req->arena, dialogue, *slug, &other, &found));
        if (!found) return OK;
        *slug = arena_format(req->arena, "%.*s-%d", STR_ARG(base), i);
    }
}

static enum err names_new(struct request *req, const struct subject *s, const struct str *names,
                          size_t n)
{
    struct setup_hoods_row *rows;
    size_t rows_n;
    TRY(setup_hoods(req->db, req->arena, s->id, &rows, &rows_n));
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < rows_n; k++)
            if (str_eq(names[i], rows[k].name))
                form_wrong_said(req, "wijken",
                                FILL(req->arena, SAY("De wijk „{naam}” staat er al."),
                                     req->lang, { "naam", names[i] }));
    if (rows_n + n > setup_hoods_limit)
        form_wrong(req, "wijken", SAY("Een dialoog heeft hoogstens 1.000 wijken."));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct subject s;
    struct setup_hood_next_row next;
    struct str *names, slug;
    int64_t batch = 0, row, id;
    size_t n;
    TRY(subject_find(req, &s));
    TRY(lines_read(req, "wijken", NAME_MOST, &names, &n));
    TRY(names_new(req, &s, names, n));
    TRY(setup_hood_next(tx->db, req->arena, s.id, &next));
    for (size_t i = 0; i < n; i++) {
        TRY(slug_free(req, s.id, names[i], &slug));
        TRY(neighbourhood_add(tx, s.id, slug, next.position + (int64_t)i, names[i], STR(""),
                              &id));
        TRY(history_write(tx, req,
                          &(struct change){ s.id, THING_NEIGHBOURHOOD, id, ACT_MADE, batch,
                                            STR(""), names[i] },
                          &row));
        if (!batch) batch = row;
    }
    return response_redirect(res, PATH(req->arena, HOODS "?gedaan=erbij", s.slug));
}

const struct page setup_hood_list = {
    .path = "/:dialogue/beheer/instellen/wijken",
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
    struct setup_hoods_row *rows;
    size_t n, at = 0;
    TRY(subject_find(req, &s));
    TRY(setup_hoods(tx->db, req->arena, s.id, &rows, &n));
    while (at < n && !str_eq(rows[at].slug, req->param[1].text)) at++;
    if (at == n) return FAIL(ERR_MISSING, "no neighbourhood %.*s", STR_ARG(req->param[1].text));
    const size_t to = f->way == WAY_UP ? at - 1 : at + 1; /* wraps around to no place at all */
    if (to < n) {
        const struct setup_hoods_row moved = rows[at];
        rows[at] = rows[to];
        rows[to] = moved;
        for (size_t i = 0; i < n; i++)
            if (rows[i].position != (int64_t)i + 1)
                TRY(neighbourhood_place(tx, rows[i].id, (int64_t)i + 1));
        TRY(history_write(
            tx, req,
            &(struct change){
                s.id, THING_NEIGHBOURHOOD, moved.id, ACT_MOVED, 0,
                arena_format(req->arena, "%.*s: %zu", STR_ARG(moved.name), at + 1),
                arena_format(req->arena, "%.*s: %zu", STR_ARG(moved.name), to + 1) },
            NULL));
    }
    return response_redirect(res, PATH(req->arena, HOODS "?gedaan=verplaatst", s.slug));
}

const struct page setup_hood_place = {
    .path = "/:dialogue/beheer/instellen/wijken/:wijk/plaats",
    .who = WHO_EDITOR,
    .form = &place_form,
    .act = move,
    .file = __FILE__,
};
