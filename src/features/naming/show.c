/* show.c — /:dialogue/beheer/namen: where a name stands, how it will read, and the act itself. */
#include "features/naming/naming.h"

#include "features/naming/show.html.h"
#include "features/search/search.h"

struct naming_form {
    struct str name, role, english;
    struct numbers texts;
};
static const struct field fields[] = {
    FIELD_LINE(struct naming_form, name, "naam", .most = 60),
    FIELD_LINE(struct naming_form, role, "rol", .most = 80),
    FIELD_LINE(struct naming_form, english, "rol-en", .most = 80),
    FIELD_NUMBERS(struct naming_form, texts, "tekst", .most = NAMED_MOST),
};
static const struct form form = FORM(struct naming_form, fields);
enum { ASKED_NAME, ASKED_ROLE, ASKED_ENGLISH, ASKED_DONE, ASKED_LEFT, ASKED_UNDO, ASKED_BACK };

static bool told(struct str text, int64_t most, int64_t *n)
{
    return text.n && str_number(text, most, n);
}

static void notice(struct request *req, struct naming_view *v)
{
    const struct str *q = req->query;
    v->was_done = told(q[ASKED_DONE], NAMED_MOST, &v->done);
    v->was_undone = told(q[ASKED_BACK], NAMED_MOST, &v->done);
    if (!told(q[ASKED_LEFT], NAMED_MOST, &v->left)) v->left = 0;
    if (!told(q[ASKED_UNDO], INT64_MAX, &v->undo)) v->undo = 0;
}

static bool chosen(struct numbers keys, struct str key)
{
    int64_t number;
    return str_number(key, INT64_MAX, &number) && numbers_have(keys, number);
}

static enum err look(struct request *req, struct naming_view *v)
{
    struct naming name;
    const struct naming_form *f = form_values(req);
    v->asked = v->name.n > 0;
    v->previews = v->role.n > 0;
    if (!v->asked) return OK;
    if (!naming_of(v->name, &name)) {
        v->odd = SAY("Dit is geen naam. Schrijf een naam met letters.");
        return OK;
    }
    TRY(naming_find(req, req->db, &v->d, &name, (struct naming_roles){ v->role, v->english },
                    &v->texts, &v->texts_n, &v->more));
    for (size_t i = 0; req->form->sent && i < v->texts_n; i++)
        v->texts[i].ticked = chosen(f->texts, v->texts[i].key);
    return naming_in_edition(req->db, v->d.id, &name, &v->published);
}

static enum err handle(struct request *req, struct response *res)
{
    struct naming_view v = { .f = req->form };
    TRY(desk_open(req, res, &v.d));
    const bool sent = req->form->sent;
    v.name = str_trim(sent ? form_typed(req->form, "naam") : req->query[ASKED_NAME]);
    v.role = str_trim(sent ? form_typed(req->form, "rol") : req->query[ASKED_ROLE]);
    v.english = str_trim(sent ? form_typed(req->form, "rol-en") : req->query[ASKED_ENGLISH]);
    v.self = PATH(req->arena, "/{}/beheer/namen", v.d.slug);
    notice(req, &v);
    TRY(look(req, &v));
    res->frame.title = words_in(SAY("Maak van een naam een rol"), req->lang);
    desk_crumb(req, res, &v.d);
    dialogue_crumb(res, v.self, res->frame.title);
    naming_page(response_page(req, res), &v);
    return OK;
}

static enum err change(struct draft *w, const struct naming_form *f, const struct named_text *t,
                       int64_t *done)
{
    if (!chosen(f->texts, t->key) || str_eq(t->said, t->text.body)) return OK;
    TRY(naming_put(w, &t->text, t->said));
    TRY(naming_change_add(w->tx, w->batch, (int64_t)t->text.part, t->text.row, t->text.lang,
                          t->text.body, t->said));
    *done += 1;
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct naming_form *f = form_values(req);
    const struct naming_roles roles = { str_trim(f->role), str_trim(f->english) };
    struct arena *a = req->arena;
    struct dialogue d;
    struct naming name;
    struct named_text *texts;
    size_t n;
    bool more;
    int64_t done = 0;
    TRY(dialogue_open(req, res, &d));
    if (!naming_of(f->name, &name)) form_wrong(req, "naam", SAY("Schrijf de naam."));
    if (!roles.own.n) form_wrong(req, "rol", SAY("Schrijf de rol, zoals: een vrijwilliger."));
    if (!f->texts.n) form_wrong(req, NULL, SAY("Kies waar de rol moet komen."));
    TRY(form_checked(req));
    TRY(naming_find(req, tx->db, &d, &name, roles, &texts, &n, &more));
    struct draft w = { .tx = tx, .req = req, .d = &d };
    for (size_t i = 0; i < n; i++) TRY(change(&w, f, &texts[i], &done));
    if (done) TRY(search_rebuild(tx, d.id));
    const struct path to =
        PATH(a, "/{}/beheer/namen?gedaan={}&over={}&terug={}", d.slug,
             arena_format(a, "%lld", (long long)done),
             arena_format(a, "%lld", (long long)((int64_t)f->texts.n - done)),
             arena_format(a, "%lld", (long long)w.batch));
    return response_redirect(res, to);
}

const struct page naming_show = {
    .path = "/:dialogue/beheer/namen",
    .who = WHO_EDITOR,
    .query = "naam rol rol-en gedaan over terug teruggedraaid",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

struct back_form {
    int64_t batch;
};
static const struct field back_fields[] = {
    FIELD_NUMBER(struct back_form, batch, "terug", .required = true, .least = 1),
};
static const struct form back_form = FORM(struct back_form, back_fields);

static enum err back_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct back_form *f = form_values(req);
    struct arena *a = req->arena;
    struct dialogue d;
    int64_t done, left;
    TRY(dialogue_open(req, res, &d));
    struct draft w = { .tx = tx, .req = req, .d = &d };
    TRY(naming_undo(&w, f->batch, &done, &left));
    return response_redirect(res, PATH(a, "/{}/beheer/namen?teruggedraaid={}&over={}", d.slug,
                                       arena_format(a, "%lld", (long long)done),
                                       arena_format(a, "%lld", (long long)left)));
}

const struct page naming_back = {
    .path = "/:dialogue/beheer/namen/terug",
    .who = WHO_EDITOR,
    .form = &back_form,
    .act = back_act,
    .file = __FILE__,
};
