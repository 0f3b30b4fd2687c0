/* desk.c — /:dialogue/beheer/tafels: the links of the tables of an evening, and which phones are ready. */
#include "features/sheet/desk.h"

#include "features/history/history.h"
#include "features/sheet/evenings.html.h"
#include "features/sheet/tables.html.h"

static struct path self(struct request *req, const struct dialogue *d, struct str evening)
{
    return PATH(req->arena, "/{}/beheer/tafels/{}", d->slug, evening);
}

/* ---- which evening ---- */

static enum err list(struct request *req, struct response *res)
{
    struct tables_view v = { 0 };
    TRY(desk_open(req, res, &v.d));
    TRY(sheet_evenings(req->db, req->arena, v.d.id, v.d.own, &v.evenings, &v.evenings_n));
    v.self = PATH(req->arena, "/{}/beheer/tafels", v.d.slug);
    res->frame.title = words_in(SAY("Tafels"), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    evenings_page(response_page(req, res), &v);
    return OK;
}

const struct page sheet_desk_list = {
    .path = "/:dialogue/beheer/tafels",
    .who = WHO_HOST,
    .handle = list,
    .file = __FILE__,
};

/* ---- its tables ---- */

enum err sheet_desk_open(struct request *req, struct response *res, struct tables_view *v)
{
    bool found;
    *v = (struct tables_view){ 0 };
    TRY(desk_open(req, res, &v->d));
    TRY(sheet_evening(req->db, req->arena, v->d.id, req->param[1].text, v->d.own, &v->evening,
                      &found));
    if (!found) return FAIL(ERR_MISSING, "no such evening");
    v->self = self(req, &v->d, v->evening.slug);
    return OK;
}

static void link_fill(struct request *req, const struct tables_view *v, struct desk_table *t)
{
    const struct str code = sheet_code(req, v->evening.id, t->r->number, t->r->turn);
    t->to = sheet_path(req->arena, code);
    t->link = arena_join(req->arena, req->site, t->to.text);
    for (size_t i = 0; i < 3; i++) t->group[i] = str_upto(str_from(code, 4 * i), 4);
}

static enum err fill(struct request *req, struct tables_view *v)
{
    struct sheet_tables_row *rows;
    struct sheet_devices_row *devices;
    size_t n = 0, devices_n = 0, at = 0;
    TRY(sheet_tables(req->db, req->arena, v->evening.id, &rows, &n));
    TRY(sheet_devices(req->db, req->arena, v->evening.id, &devices, &devices_n));
    v->tables = NEW(req->arena, struct desk_table, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct desk_table *t = &v->tables[v->tables_n++];
        *t = (struct desk_table){ .r = &rows[i], .devices = &devices[at] };
        for (; at < devices_n && devices[at].number == rows[i].number; at++) {
            t->devices_n++;
            v->devices++;
            v->ready += devices[at].has_rehearsed;
            v->waiting += devices[at].waiting;
        }
        v->without += !rows[i].has_sheet;
        if (rows[i].has_sheet) link_fill(req, v, t);
    }
    return OK;
}

static const struct words *done_words(struct str done)
{
    if (str_is(done, "links")) return SAY("Elke tafel heeft nu een eigen link.");
    if (str_is(done, "open")) return SAY("De tafel is weer open.");
    if (str_is(done, "dicht")) return SAY("De tafel is gesloten.");
    if (str_is(done, "anders"))
        return SAY("De tafel heeft een nieuwe link. Druk haar kaart opnieuw af.");
    return NULL;
}

static enum err show(struct request *req, struct response *res)
{
    struct tables_view v;
    TRY(sheet_desk_open(req, res, &v));
    TRY(fill(req, &v));
    v.done = done_words(req->query[0]);
    v.over = req->today.n >= v.evening.day.n;
    res->frame.title = v.evening.title;
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/tafels", v.d.slug),
                   words_in(SAY("Tafels"), req->lang));
    dialogue_crumb(res, v.self, v.evening.title);
    tables_page(response_page(req, res), &v);
    return OK;
}

static enum err written(struct tx *tx, struct request *req, const struct tables_view *v,
                        enum act act, struct str what)
{
    return history_write(tx, req,
                         &(struct change){ .dialogue = v->d.id,
                                           .thing = THING_GATHERING,
                                           .number = v->evening.id,
                                           .act = act,
                                           .after = what },
                         NULL);
}

/* Each table that has none gets its link. */
static enum err make(struct tx *tx, struct request *req, struct response *res)
{
    struct tables_view v;
    struct sheet_tables_row *rows;
    size_t n;
    int64_t id;
    TRY(sheet_desk_open(req, res, &v));
    TRY(sheet_tables(tx->db, req->arena, v.evening.id, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        const struct str code = sheet_code(req, v.evening.id, rows[i].number, 0);
        const struct str home = sheet_home_code(req, v.evening.id, rows[i].number);
        if (rows[i].has_sheet) continue;
        TRY(sheet_add(tx, v.evening.id, rows[i].number, sheet_hash(req->arena, code), req->now,
                      &id));
        TRY(sheet_home_put(tx, id, sheet_hash(req->arena, home)));
    }
    TRY(written(tx, req, &v, ACT_CHANGED, words_in(SAY("links voor de tafels"), LANG_NL)));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/tafels/{}?gedaan=links", v.d.slug, v.evening.slug));
}

static const struct form nothing = { 0 };
const struct page sheet_desk_show = {
    .path = "/:dialogue/beheer/tafels/:gathering",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = show,
    .form = &nothing,
    .act = make,
    .file = __FILE__,
};

/* ---- about one table ---- */

/* The table in param[2], when it has a link. Fails: ERR_MISSING. */
static enum err table_find(struct tx *tx, struct request *req, struct response *res,
                           struct tables_view *v, struct sheet_tables_row *table)
{
    struct sheet_tables_row *rows;
    size_t n;
    TRY(sheet_desk_open(req, res, v));
    TRY(sheet_tables(tx->db, req->arena, v->evening.id, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        if (rows[i].number != req->param[2].number || !rows[i].has_sheet) continue;
        *table = rows[i];
        return OK;
    }
    return FAIL(ERR_MISSING, "no such table");
}

static enum err table_done(struct tx *tx, struct request *req, struct response *res,
                           const struct tables_view *v, enum act act, const struct words *what,
                           const char *done)
{
    const struct str n = arena_format(req->arena, "%lld", (long long)req->param[2].number);
    TRY(written(tx, req, v, act, FILL(req->arena, what, LANG_NL, { "n", n })));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/tafels/{}?gedaan={}", v->d.slug,
                                       v->evening.slug, str_of(done)));
}

/* One that closed too early. */
static enum err again(struct tx *tx, struct request *req, struct response *res)
{
    struct tables_view v;
    struct sheet_tables_row table;
    TRY(table_find(tx, req, res, &v, &table));
    TRY(sheet_open_again(tx, table.sheet));
    return table_done(tx, req, res, &v, ACT_OPENED, SAY("tafel {n}"), "open");
}

const struct page sheet_desk_again = {
    .path = "/:dialogue/beheer/tafels/:gathering/#table/open",
    .who = WHO_HOST,
    .form = &nothing,
    .act = again,
    .file = __FILE__,
};

/* One that nobody closed; a table that was not read back says so. */
static enum err close(struct tx *tx, struct request *req, struct response *res)
{
    struct tables_view v;
    struct sheet_tables_row table;
    TRY(table_find(tx, req, res, &v, &table));
    if (req->today.n < v.evening.day.n) return FAIL(ERR_CLASH, "the evening is still to come");
    TRY(sheet_close(tx, table.sheet, req->now, false, false));
    return table_done(tx, req, res, &v, ACT_CHANGED, SAY("tafel {n} gesloten"), "dicht");
}

const struct page sheet_desk_close = {
    .path = "/:dialogue/beheer/tafels/:gathering/#table/dicht",
    .who = WHO_HOST,
    .form = &nothing,
    .act = close,
    .file = __FILE__,
};

/* One whose link leaked: another link, and the one before lets nobody in. */
static enum err anew(struct tx *tx, struct request *req, struct response *res)
{
    struct tables_view v;
    struct sheet_tables_row table;
    TRY(table_find(tx, req, res, &v, &table));
    const struct str code = sheet_code(req, v.evening.id, table.number, table.turn + 1);
    TRY(sheet_former_put(tx, table.hash, table.sheet));
    TRY(sheet_link_put(tx, table.sheet, sheet_hash(req->arena, code), table.turn + 1));
    return table_done(tx, req, res, &v, ACT_CHANGED, SAY("link van tafel {n}"), "anders");
}

const struct page sheet_desk_anew = {
    .path = "/:dialogue/beheer/tafels/:gathering/#table/link",
    .who = WHO_HOST,
    .form = &nothing,
    .act = anew,
    .file = __FILE__,
};
