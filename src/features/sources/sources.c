/* sources.c — lists of what was said: narrowed, cut into pages, joined with where each thing went. */
#include "features/sources/sources.h"

static const char *const kind_slugs[KINDS] = { "gaat-goed", "kan-beter", "is-nodig", "vraag",
                                               "tip",       "citaat",    "verhaal" };

struct str kind_slug(int kind)
{
    return kind >= 0 && kind < KINDS ? str_of(kind_slugs[kind]) : (struct str){ 0 };
}

bool kind_slug_read(struct str slug, enum kind *kind)
{
    for (int i = 0; i < KINDS; i++)
        if (str_is(slug, kind_slugs[i])) {
            *kind = (enum kind)i;
            return true;
        }
    return false;
}

struct str kind_code(int kind)
{
    return str_of(kind_term(kind).code);
}

/* ---- the filter ---- */

static enum err table_read(struct request *req, int64_t dialogue, struct str text, int64_t *id)
{
    struct str gathering, round, number;
    int64_t r, n;
    struct table_named_row row;
    bool found;

    if (!str_next(&text, '.', &gathering) || !str_next(&text, '.', &round) ||
        !str_next(&text, '.', &number) || text.s || !str_slug(gathering) ||
        !str_number(round, 1000000, &r) || !str_number(number, 1000000, &n))
        return FAIL(ERR_INPUT, "a table that is no evening.round.number");
    TRY(table_named(req->db, req->arena, dialogue, gathering, r, n, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such table");
    *id = row.id;
    return OK;
}

enum err filter_read(struct request *req, int64_t dialogue, struct str kind, struct str table,
                     struct str after, struct filter *f)
{
    *f = (struct filter){ .kind_text = kind, .table_text = table };
    f->has_kind = kind.n > 0;
    f->has_table = table.n > 0;
    if (f->has_kind && !kind_slug_read(kind, &f->kind))
        return FAIL(ERR_INPUT, "there is no such kind");
    if (f->has_table) TRY(table_read(req, dialogue, table, &f->table));
    if (after.n && !str_number(after, INT64_MAX, &f->after))
        return FAIL(ERR_INPUT, "a page that begins at no number");
    return OK;
}

static bool fits_kind(const struct filter *f, const struct counted *c)
{
    return !f->has_kind || c->kind == (int64_t)f->kind;
}

static bool fits_table(const struct filter *f, const struct counted *c)
{
    return !f->has_table || c->table == f->table;
}

static void kind_options(struct arena *a, const struct counted *counts, size_t n,
                         struct filter_view *v)
{
    v->kinds = NEW(a, struct kind_option, KINDS);
    for (int kind = 0; kind < KINDS; kind++) {
        int64_t count = 0;
        for (size_t i = 0; i < n; i++)
            if (counts[i].kind == kind && fits_table(&v->f, &counts[i]))
                count += counts[i].count;
        const bool chosen = v->f.has_kind && (int)v->f.kind == kind;
        if (count || chosen)
            v->kinds[v->kinds_n++] =
                (struct kind_option){ kind_slug(kind), kind_term(kind).words, count, chosen };
    }
}

static void table_options(struct arena *a, const struct tables_of_theme_row *rows,
                          size_t rows_n, const struct counted *counts, size_t n,
                          struct filter_view *v)
{
    bool say_round = false, say_evening = false;
    v->tables = NEW(a, struct table_option, rows_n);
    for (size_t i = 0; i < rows_n; i++) {
        say_round |= rows[i].round != rows[0].round;
        say_evening |= !str_eq(rows[i].gathering, rows[0].gathering);
    }
    for (size_t i = 0; i < rows_n; i++) {
        struct table_option option = {
            .value = arena_format(a, "%.*s.%lld.%lld", STR_ARG(rows[i].gathering),
                                  (long long)rows[i].round, (long long)rows[i].number),
            .evening = rows[i].evening,
            .round = rows[i].round,
            .number = rows[i].number,
            .chosen = v->f.has_table && v->f.table == rows[i].id,
            .say_round = say_round,
            .say_evening = say_evening,
        };
        for (size_t k = 0; k < n; k++)
            if (counts[k].table == rows[i].id && fits_kind(&v->f, &counts[k]))
                option.count += counts[k].count;
        if (option.count || option.chosen) v->tables[v->tables_n++] = option;
    }
}

enum err filter_options(struct request *req, const struct dialogue *d, int64_t theme,
                        const struct counted *counts, size_t counts_n, struct filter_view *v)
{
    struct tables_of_theme_row *rows;
    size_t rows_n;

    v->narrowed = v->f.has_kind || v->f.has_table;
    for (size_t i = 0; i < counts_n; i++)
        if (fits_kind(&v->f, &counts[i]) && fits_table(&v->f, &counts[i]))
            v->total += counts[i].count;
    kind_options(req->arena, counts, counts_n, v);
    if (!theme) return OK;
    TRY(tables_of_theme(req->db, req->arena, theme, d->own, lang_about(req->lang)->code, &rows,
                        &rows_n));
    table_options(req->arena, rows, rows_n, counts, counts_n, v);
    return OK;
}

size_t filter_cut(size_t fetched)
{
    return fetched > PAGE_SIZE ? PAGE_SIZE : fetched;
}

void filter_pages(struct request *req, struct path base, bool more, int64_t last,
                  struct filter_view *v)
{
    struct arena *a = req->arena;
    const struct str kind = v->f.kind_text, table = v->f.table_text;
    struct str address = base.text;
    char mark = '?';

    if (kind.n) {
        address = arena_format(a, "%.*s%csoort=%.*s", STR_ARG(address), mark, STR_ARG(kind));
        mark = '&';
    }
    if (table.n) {
        address = arena_format(a, "%.*s%ctafel=%.*s", STR_ARG(address), mark, STR_ARG(table));
        mark = '&';
    }
    v->first = (struct path){ address };
    v->more = more;
    v->next = (struct path){ arena_format(a, "%.*s%cna=%lld", STR_ARG(address), mark,
                                          (long long)last) };
}

/* ---- findings ---- */

struct finding_item *finding_items(struct arena *a, const struct findings_of_theme_row *rows,
                                   size_t rows_n, const struct uses_in_theme_row *uses,
                                   size_t uses_n)
{
    struct finding_item *items = NEW(a, struct finding_item, rows_n);
    size_t at = 0;
    for (size_t i = 0; i < rows_n; i++) {
        items[i].f = rows[i];
        while (at < uses_n && uses[at].thing < rows[i].number) at++;
        items[i].uses = &uses[at];
        while (at < uses_n && uses[at].thing == rows[i].number) {
            at++;
            items[i].uses_n++;
        }
    }
    return items;
}

/* ---- accounted for ---- */

/* "open", "set-aside unclear": as the history of a voice says it. */
static struct str accounted_as(struct arena *a, enum account account, int reason)
{
    const char *code = account_term((int)account).code;
    if (account != ACCOUNT_SET_ASIDE) return str_of(code);
    return arena_format(a, "%s %s", code, reason_term(reason).code);
}

static enum err account(struct tx *tx, const struct request *req, const struct change *change,
                        enum account to, int reason, int64_t *batch)
{
    struct finding_account_row was;
    struct change c = *change;
    int64_t row;
    bool found;
    TRY(finding_account(tx->db, req->arena, c.number, &was, &found));
    if (!found) return FAIL(ERR_MISSING, "no such finding");
    TRY(finding_set_account(tx, c.number, to, reason > 0, (enum reason)reason));
    c.thing = THING_FINDING;
    c.batch = *batch;
    c.before = accounted_as(req->arena, was.account, (int)was.reason);
    c.after = accounted_as(req->arena, to, reason);
    TRY(history_write(tx, req, &c, &row));
    if (!*batch) *batch = row;
    return OK;
}

enum err finding_set_aside(struct tx *tx, const struct request *req, int64_t dialogue,
                           int64_t finding, enum reason reason, int64_t *batch)
{
    const struct change c = { .dialogue = dialogue, .number = finding, .act = ACT_SET_ASIDE };
    return account(tx, req, &c, ACCOUNT_SET_ASIDE, (int)reason, batch);
}

enum err finding_reopen(struct tx *tx, const struct request *req, int64_t dialogue,
                        int64_t finding, int64_t *batch)
{
    const struct change c = { .dialogue = dialogue, .number = finding, .act = ACT_OPENED };
    return account(tx, req, &c, ACCOUNT_OPEN, 0, batch);
}

enum err findings_undo(struct tx *tx, const struct request *req, int64_t dialogue,
                       int64_t batch, int64_t *done)
{
    struct findings_in_batch_row *rows;
    size_t n;
    int64_t undone = 0;
    *done = 0;
    TRY(findings_in_batch(tx->db, req->arena, dialogue, batch, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        struct finding_account_row now;
        struct str was = rows[i].before, code;
        int reason = 0;
        int64_t newest;
        bool found;
        TRY(history_newest_outside(tx->db, THING_FINDING, rows[i].finding, batch, &newest));
        TRY(finding_account(tx->db, req->arena, rows[i].finding, &now, &found));
        if (newest > rows[i].id || !found) continue;
        str_next(&was, ' ', &code);
        const bool aside = str_is(code, account_term(ACCOUNT_SET_ASIDE).code);
        if (aside && !term_read(reason_term, REASON_DOUBLE, REASONS, was, &reason)) continue;
        const struct change c = { .dialogue = dialogue,
                                  .number = rows[i].finding,
                                  .act = ACT_UNDONE };
        TRY(account(tx, req, &c, aside ? ACCOUNT_SET_ASIDE : ACCOUNT_OPEN, reason, &undone));
        *done += 1;
    }
    return OK;
}
