/* rows.c — see rows.h. */
#include "features/opendata/rows.h"

#include "base/csv.h"
#include "web/json.h"

static struct str separator(const struct open_rows *w)
{
    return w->form == OPEN_SHEET ? STR(";") : STR(",");
}

void open_heading(struct open_rows *w)
{
    if (w->form == OPEN_SHEET) out_raw(w->o, STR("\xEF\xBB\xBF"));
    for (size_t i = 0; i < w->t->columns_n; i++) {
        if (i) out_raw(w->o, separator(w));
        out_raw(w->o, w->t->columns[i].name);
    }
    out_raw(w->o, STR("\r\n"));
}

/* The column of the next cell; NULL when it is not of this type. */
static const struct open_column *next(struct open_rows *w, enum open_type type)
{
    const struct open_column *c = w->at < w->t->columns_n ? &w->t->columns[w->at] : NULL;
    if (!c || c->type != type) {
        w->wrong = true;
        return NULL;
    }
    if (w->form == OPEN_JSON) {
        out_raw(w->o, w->at ? STR(",") : w->n ? STR(",\n{") : STR("\n{"));
        json_text(w->o, c->name);
        out_raw(w->o, STR(":"));
    } else if (w->at) {
        out_raw(w->o, separator(w));
    }
    w->at++;
    return c;
}

static void cell(struct open_rows *w, enum open_type type, bool has, struct str text)
{
    if (!next(w, type)) return;
    const bool bare = type == OPEN_NUMBER || type == OPEN_YES_NO;
    if (w->form != OPEN_JSON) {
        if (!has) return;
        if (type == OPEN_TEXT) text = csv_guard(&w->passing, text);
        out_raw(w->o, csv_field(&w->passing, text, separator(w).s[0]));
    } else if (!has) {
        out_raw(w->o, STR("null"));
    } else if (bare) {
        out_raw(w->o, text);
    } else {
        json_text(w->o, text);
    }
}

struct open_rows *open_row(void *with)
{
    struct open_rows *w = with;
    open_name(w, true, w->d->slug);
    return w;
}

void open_text(struct open_rows *w, struct str text)
{
    cell(w, OPEN_TEXT, text.n > 0, text);
}

void open_text_maybe(struct open_rows *w, bool has, struct str text)
{
    cell(w, OPEN_TEXT, has && text.n, text);
}

void open_name(struct open_rows *w, bool has, struct str name)
{
    cell(w, OPEN_NAME, has, name);
}

void open_number(struct open_rows *w, bool has, int64_t number)
{
    cell(w, OPEN_NUMBER, has,
         has ? arena_format(&w->passing, "%lld", (long long)number) : STR(""));
}

void open_code(struct open_rows *w, bool has, struct term (*term_of)(int), int value)
{
    cell(w, OPEN_CODE, has, has ? str_of(term_of(value).code) : STR(""));
}

void open_language(struct open_rows *w, struct str code)
{
    cell(w, OPEN_CODE, code.n > 0, code);
}

void open_day(struct open_rows *w, bool has, struct day day)
{
    const struct date d = date_of(day);
    cell(w, OPEN_DAY, has, arena_format(&w->passing, "%04d-%02d-%02d", d.year, d.month, d.day));
}

void open_clock(struct open_rows *w, bool has, struct clock clock)
{
    cell(w, OPEN_CLOCK, has,
         arena_format(&w->passing, "%02d:%02d", clock.minutes / 60, clock.minutes % 60));
}

void open_yes_no(struct open_rows *w, bool yes)
{
    const bool json = w->form == OPEN_JSON;
    cell(w, OPEN_YES_NO, true, str_of(json ? (yes ? "true" : "false") : (yes ? "yes" : "no")));
}

void open_address(struct open_rows *w, const char *page, struct str name)
{
    const struct path to = PATH(&w->passing, "/{}/{}/{}", w->d->slug, str_of(page), name);
    cell(w, OPEN_URL, true, request_address(w->req, &w->passing, to));
}

void open_address_number(struct open_rows *w, const char *page, int64_t number)
{
    open_address(w, page, arena_format(&w->passing, "%lld", (long long)number));
}

enum err open_row_end(struct open_rows *w)
{
    if (w->wrong || w->at != w->t->columns_n)
        return FAIL(ERR_BROKEN, "a row of %.*s is not as it was declared: cell %zu",
                    STR_ARG(w->t->name), w->at);
    out_raw(w->o, w->form == OPEN_JSON ? STR("}") : STR("\r\n"));
    arena_reset(&w->passing);
    w->at = 0;
    w->n++;
    if (w->o->spilt)
        return FAIL(ERR_LIMIT, "%.*s: more than one file holds", STR_ARG(w->t->name));
    return OK;
}
