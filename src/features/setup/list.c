/* list.c — see list.h. */
#include "features/setup/list.h"
#include "features/setup/list.html.h"
#include "features/setup/remove.html.h"

static const struct field place_fields[] = {
    FIELD_CHOICE(struct place_form, way, "richting", "op neer", .required = true),
};
const struct form place_form = FORM(struct place_form, place_fields);
static const struct field remove_fields[] = {
    FIELD_LINE(struct remove_form, nothing, "niets", .most = 1),
};
const struct form remove_form = FORM(struct remove_form, remove_fields);

const struct words *done_words(struct str code)
{
    if (str_is(code, "bewaard")) return SAY("Het is bewaard.");
    if (str_is(code, "erbij")) return SAY("Het staat erbij.");
    if (str_is(code, "weg")) return SAY("Het is weggehaald.");
    if (str_is(code, "verplaatst")) return SAY("De volgorde is veranderd.");
    return NULL;
}

/* A list that is pasted often has dashes, dots or stars in front. */
static struct str without_bullet(struct str x)
{
    x = str_trim(x);
    if (str_starts(x, STR("- ")) || str_starts(x, STR("* "))) return str_trim(str_from(x, 2));
    if (str_starts(x, STR("• "))) return str_trim(str_from(x, sizeof "• " - 1));
    return x;
}

enum err lines_read(struct request *req, const char *field, int64_t most, struct str **lines,
                    size_t *n)
{
    struct str rest = form_typed(req->form, field), line;
    struct str *all = NEW(req->arena, struct str, LINES_MOST);
    *n = 0;
    while (str_next(&rest, '\n', &line)) {
        line = without_bullet(line);
        int64_t characters = 0;
        for (struct str x = line; x.n; characters++) (void)str_codepoint(&x);
        if (!line.n) continue;
        if (characters > most)
            form_wrong_said(req, field,
                            FILL(req->arena, SAY("Maak deze regel korter: „{regel}”."),
                                 req->lang, { "regel", line }));
        for (size_t i = 0; i < *n; i++)
            if (str_eq(all[i], line))
                form_wrong_said(req, field,
                                FILL(req->arena, SAY("„{regel}” staat er twee keer."),
                                     req->lang, { "regel", line }));
        if (*n == LINES_MOST) {
            form_wrong(req, field,
                       SAY("Dit zijn er te veel. Voeg er hoogstens 200 tegelijk toe."));
            break;
        }
        all[(*n)++] = line;
    }
    if (!*n) form_wrong(req, field, SAY("Schrijf op elke regel een naam."));
    *lines = all;
    return form_checked(req);
}

void hangs_add(struct request *req, struct remove_view *v, const struct words *words, int64_t n)
{
    if (!n || v->hangs_n == COUNT_OF(v->hangs)) return;
    v->hangs[v->hangs_n++] = FILL(req->arena, words, req->lang,
                                  { "aantal", arena_format(req->arena, "%lld", (long long)n) });
}

/* ---- a kind of list ---- */

/* `tail` behind the address of the list. */
static struct path list_at(struct arena *a, const struct list_kind *kind, struct str dialogue,
                           const char *tail)
{
    return PATH(a, arena_format(a, "%s%s", kind->path, tail).s, dialogue);
}
/* The same behind the address of one entry. */
static struct path entry_at(struct arena *a, const struct list_kind *kind, struct str dialogue,
                            struct str slug, const char *tail)
{
    return PATH(a, arena_format(a, "%s/{}%s", kind->path, tail).s, dialogue, slug);
}

static enum err done(struct tx *tx, struct request *req, struct response *res,
                     const struct list_kind *kind, const struct subject *s, const char *what)
{
    if (kind->changed) TRY(kind->changed(tx, s->id));
    return response_redirect(res, list_at(req->arena, kind, s->slug, what));
}

enum err list_show(struct request *req, struct response *res)
{
    const struct list_kind *kind = req->page->about;
    struct ordered_view v = { 0 };
    struct list_entry *all;
    struct edit_field *field = NEW(req->arena, struct edit_field, 1);
    const struct str nothing = STR("");

    TRY(settings_open(req, res, &v.page, kind->path));
    const struct subject s = { v.page.d.id, v.page.d.slug, v.page.d.own };
    TRY(kind->all(req, &s, &all, &v.n));
    v.items = NEW(req->arena, struct list_item, v.n + 1);
    for (size_t i = 0; i < v.n; i++)
        v.items[i] = (struct list_item){
            .text = all[i].name,
            .lang = s.own,
            .more = all[i].more,
            .edit = entry_at(req->arena, kind, s.slug, all[i].slug, ""),
            .place = entry_at(req->arena, kind, s.slug, all[i].slug, "/plaats"),
        };
    *field = (struct edit_field){
        .name = kind->field,
        .kind = EDIT_TEXT,
        .rows = kind->rows,
        .lang = s.own,
        .label = words_in(kind->says(LIST_NEW), req->lang),
        .hint = words_in(kind->says(LIST_HINT), req->lang),
    };
    edit_show(req, &v.page, field, &nothing, 1);
    field->changed = false;
    v.page.lead = words_in(kind->says(LIST_LEAD), req->lang);
    v.empty = words_in(kind->says(LIST_EMPTY), req->lang);
    v.add = words_in(kind->says(LIST_ADD), req->lang);
    v.done = done_words(req->query[0]);
    list_page(response_page(req, res), &v);
    return OK;
}

/* A slug that no entry of this dialogue has. */
static enum err slug_free(struct request *req, const struct list_kind *kind, int64_t dialogue,
                          struct str name, struct str *slug)
{
    struct str base = slug_propose(req->arena, name);
    bool found;
    if (!base.n) base = str_of(kind->slug);
    *slug = base;
    for (int i = 2;; i++) {
        TRY(kind->taken(req, dialogue, *slug, &found));
        if (!found) return OK;
        *slug = arena_format(req->arena, "%.*s-%d", STR_ARG(base), i);
    }
}

static enum err names_new(struct request *req, const struct list_kind *kind,
                          const struct list_entry *all, size_t all_n, const struct str *names,
                          size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < all_n; k++)
            if (str_eq(names[i], all[k].name))
                form_wrong_said(
                    req, kind->field,
                    FILL(req->arena, kind->says(LIST_THERE), req->lang, { "naam", names[i] }));
    if (all_n + n > kind->most) form_wrong(req, kind->field, kind->says(LIST_FULL));
    return form_checked(req);
}

enum err list_add(struct tx *tx, struct request *req, struct response *res)
{
    const struct list_kind *kind = req->page->about;
    struct subject s;
    struct list_entry *all;
    struct str *names;
    int64_t batch = 0, row, id;
    size_t all_n, n;
    TRY(subject_find(req, &s));
    TRY(lines_read(req, kind->field, kind->name_most, &names, &n));
    TRY(kind->all(req, &s, &all, &all_n));
    TRY(names_new(req, kind, all, all_n, names, n));
    struct list_entry entry = { .position = all_n ? all[all_n - 1].position : 0 };
    for (size_t i = 0; i < n; i++) {
        entry.name = names[i];
        entry.position++;
        TRY(slug_free(req, kind, s.id, names[i], &entry.slug));
        TRY(kind->add(tx, &s, &entry, &id));
        TRY(history_write(
            tx, req,
            &(struct change){ s.id, kind->thing, id, ACT_MADE, batch, STR(""), names[i] },
            &row));
        if (!batch) batch = row;
    }
    return done(tx, req, res, kind, &s, "?gedaan=erbij");
}

/* The entry that the address names. */
static enum err entry_find(struct request *req, const struct list_kind *kind,
                           const struct subject *s, struct list_entry **all, size_t *n,
                           size_t *where)
{
    TRY(kind->all(req, s, all, n));
    for (size_t i = 0; i < *n; i++)
        if (str_eq((*all)[i].slug, req->param[1].text)) {
            *where = i;
            return OK;
        }
    return FAIL(ERR_MISSING, "%s: no %.*s", kind->field, STR_ARG(req->param[1].text));
}

enum err list_move(struct tx *tx, struct request *req, struct response *res)
{
    const struct list_kind *kind = req->page->about;
    const struct place_form *f = form_values(req);
    struct subject s;
    struct list_entry *all;
    size_t n, from;
    TRY(subject_find(req, &s));
    TRY(entry_find(req, kind, &s, &all, &n, &from));
    const size_t to =
        f->way == WAY_UP ? from - 1 : from + 1; /* wraps around to no place at all */
    if (to < n) {
        const struct list_entry moved = all[from];
        all[from] = all[to];
        all[to] = moved;
        for (size_t i = 0; i < n; i++)
            if (all[i].position != (int64_t)i + 1)
                TRY(kind->place(tx, all[i].id, (int64_t)i + 1));
        const struct str before =
            arena_format(req->arena, "%.*s: %zu", STR_ARG(moved.name), from + 1);
        const struct str after =
            arena_format(req->arena, "%.*s: %zu", STR_ARG(moved.name), to + 1);
        TRY(history_write(
            tx, req,
            &(struct change){ s.id, kind->thing, moved.id, ACT_MOVED, 0, before, after },
            NULL));
    }
    return done(tx, req, res, kind, &s, "?gedaan=verplaatst");
}

enum err list_remove_ask(struct request *req, struct response *res)
{
    const struct list_kind *kind = req->page->about;
    struct remove_view v = { 0 };
    struct list_entry *all;
    size_t n, where;
    TRY(settings_open(req, res, &v.page, kind->path));
    const struct subject s = { v.page.d.id, v.page.d.slug, v.page.d.own };
    TRY(entry_find(req, kind, &s, &all, &n, &where));
    TRY(kind->hangs(req, &s, all[where].id, &v));
    v.name = all[where].name;
    v.lang = s.own;
    v.page.form = req->form;
    v.page.title = res->frame.title = words_in(kind->says(LIST_REMOVE), req->lang);
    v.page.back = entry_at(req->arena, kind, s.slug, all[where].slug, "");
    dialogue_crumb(res, v.page.back, v.name);
    dialogue_crumb(res, v.page.self, v.page.title);
    remove_page(response_page(req, res), &v);
    return OK;
}

enum err list_remove(struct tx *tx, struct request *req, struct response *res)
{
    const struct list_kind *kind = req->page->about;
    struct remove_view v = { 0 };
    struct subject s;
    struct list_entry *all;
    size_t n, where;
    TRY(subject_find(req, &s));
    TRY(entry_find(req, kind, &s, &all, &n, &where));
    TRY(kind->hangs(req, &s, all[where].id, &v));
    if (v.hangs_n) form_wrong(req, NULL, kind->says(LIST_REMOVE_NOT));
    TRY(form_checked(req));
    TRY(kind->remove(tx, all[where].id));
    TRY(history_write(tx, req,
                      &(struct change){ s.id, kind->thing, all[where].id, ACT_REMOVED, 0,
                                        all[where].name, STR("") },
                      NULL));
    return done(tx, req, res, kind, &s, "?gedaan=weg");
}
