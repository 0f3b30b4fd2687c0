/* keep.c — /beheer/kaart/nieuw and /beheer/kaart/#service: an entry is made or changed, and what was done to it. */
#include "features/upkeep/desk.h"

#include "base/bytes.h"
#include "features/upkeep/keep.html.h"

enum { KEY_BYTES = 8 };
static const struct sheet_source ours = { { "beheer", 6 }, { 0 }, { 0 }, false };

enum err changes_of(struct request *req, int64_t service, struct change_view **changes,
                    size_t *n)
{
    struct metadata_of_row *rows;
    TRY(metadata_of(req->db, req->arena, service, INT64_MAX, &rows, n));
    *changes = NEW(req->arena, struct change_view, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*changes)[i] = (struct change_view){
            .at = rows[i].last_action_date,
            .act = entry_act_term((int)rows[i].last_action_type).words,
            .by = entry_by_term((int)rows[i].updated_by).words,
            .field = rows[i].field_name.n
                         ? field_label(req->arena, rows[i].field_name, req->lang)
                         : STR(""),
            .before = field_text(req, rows[i].field_name, rows[i].previous_value),
            .after = field_text(req, rows[i].field_name, rows[i].replacement_value),
            .values = rows[i].previous_value.n || rows[i].replacement_value.n,
        };
    return OK;
}

static void read_only(struct request *req, const struct sheet_row *row, struct keep_view *v)
{
    v->lines = NEW(req->arena, struct keep_line, COLUMNS * (row->places_n + 1));
    for (size_t p = 0; p <= row->places_n; p++)
        for (int c = p ? COL_PLACE : COL_NAME; c < (p ? COL_HOURS + 1 : COLUMNS); c++) {
            const struct str cell = p ? row->places[p - 1][c] : row->cell[c];
            if (!cell.n || c == COL_LATITUDE || c == COL_LONGITUDE) continue;
            v->lines[v->lines_n++] =
                (struct keep_line){ column_label(req->arena, c, p, req->lang),
                                    entry_text(req, c, cell) };
        }
}

/* The row an address is about, when it is theirs. */
static enum err find(struct request *req, struct keeper *k, struct entry_at_row *about,
                     struct sheet_row *row)
{
    bool found;
    const int64_t service = req->param[0].number;
    TRY(keeper_of(req, k));
    TRY(entry_at(req->db, req->arena, service, about, &found));
    if (!found) return FAIL(ERR_MISSING, "no entry %lld", (long long)service);
    TRY(keeper_admit(req, k, service));
    return sheet_row_read(req->db, req->arena, service, row);
}

/* After a form that was refused, what may be the same is shown again. */
static enum err show(struct request *req, struct keep_view *v, const struct sheet_row *row)
{
    struct sheet_row *typed = NEW(req->arena, struct sheet_row, 1);
    TRY(entry_show(req, row, false, &v->entry));
    if (!req->form->sent) return OK;
    const enum err e = entry_read(req, row, false, typed);
    if (e != OK && e != ERR_FORM) return e;
    return entry_twins(req, v->service, row, typed, &v->entry.twins, &v->entry.twins_n);
}

static enum err handle(struct request *req, struct response *res)
{
    struct keep_view *v = NEW(req->arena, struct keep_view, 1);
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1);
    struct keeper k;
    v->self = (struct path){ req->path };
    v->service = req->param[0].number;
    TRY(find(req, &k, &v->about, row));
    if (v->about.elsewhere) {
        read_only(req, row, v);
        (void)url_check(v->about.url, &v->elsewhere);
    } else
        TRY(show(req, v, row));
    TRY(changes_of(req, v->service, &v->changes, &v->changes_n));
    v->saved = str_is(req->query[0], "bewaard");
    v->all = k.all;
    keep_frame(req, res, SAY("Verander een vermelding"));
    res->no_store = true;
    upkeep_keep_page(response_page(req, res), v);
    return OK;
}

static enum err new_handle(struct request *req, struct response *res)
{
    struct keep_view *v = NEW(req->arena, struct keep_view, 1);
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1);
    v->self = (struct path){ req->path };
    row->cell[COL_KIND] = STR("service");
    row->cell[COL_STATUS] = STR("active");
    TRY(show(req, v, row));
    keep_frame(req, res, SAY("Voeg iets toe"));
    res->no_store = true;
    upkeep_keep_page(response_page(req, res), v);
    return OK;
}

/* What was typed, when nothing is wrong with it and nobody else offers the same. */
static enum err take(struct request *req, int64_t service, const struct sheet_row *before,
                     struct sheet_row *after)
{
    const struct entry_form *f = form_values(req);
    struct twin *twins;
    size_t n;
    TRY(entry_unchanged(req, before, false));
    TRY(entry_read(req, before, false, after));
    TRY(entry_twins(req, service, before, after, &twins, &n));
    if (n && !f->all_the_same)
        form_wrong(req, NULL,
                   SAY("Dit lijkt op iets dat er al staat. Kijk of het hetzelfde is."));
    if (f->confirmed) after->cell[COL_CONFIRMED] = day_text(req->arena, true, req->today);
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct sheet_row *before = NEW(req->arena, struct sheet_row, 1),
                     *after = NEW(req->arena, struct sheet_row, 1);
    struct entry_at_row about;
    struct keeper k;
    int64_t service = req->param[0].number;
    TRY(find(req, &k, &about, before));
    if (about.elsewhere)
        return FAIL(ERR_WHO, "the source of entry %lld leads", (long long)service);
    TRY(take(req, service, before, after));
    const struct sheet_source source = { .slug = about.source };
    TRY(sheet_row_put(tx, after, &source, k.by, req->now, &service));
    return response_redirect(res, PATH(req->arena, "/beheer/kaart/{}?gedaan=bewaard",
                                       number_text(req->arena, true, service)));
}

/* A row with a key that nobody else has, of what is kept here. */
static enum err new_act(struct tx *tx, struct request *req, struct response *res)
{
    struct sheet_row *before = NEW(req->arena, struct sheet_row, 1),
                     *after = NEW(req->arena, struct sheet_row, 1);
    struct sheet_source source;
    int64_t service = 0;
    before->cell[COL_KIND] = STR("service");
    before->cell[COL_STATUS] = STR("active");
    TRY(take(req, 0, before, after));
    TRY(entry_new(req, after, &source));
    TRY(sheet_row_put(tx, after, &source, BY_TEAM, req->now, &service));
    return response_redirect(res, PATH(req->arena, "/beheer/kaart/{}?gedaan=bewaard",
                                       number_text(req->arena, true, service)));
}

enum err entry_new(struct request *req, struct sheet_row *row, struct sheet_source *source)
{
    struct organisation_row city;
    struct str chance;
    bool found;
    TRY(organisation(req->db, req->arena, &city, &found));
    TRY(chance_bytes(req->arena, KEY_BYTES, &chance));
    row->cell[COL_KEY] = hex_write(req->arena, chance);
    *source = ours;
    source->name =
        found && city.name.n ? city.name : words_in(SAY("Het team van deze site"), LANG_NL);
    return OK;
}

const struct page upkeep_keep = {
    .path = "/beheer/kaart/#service",
    .who = WHO_READER,
    .query = "gedaan",
    .handle = handle,
    .form = &entry_form,
    .act = act,
    .file = __FILE__,
};
const struct page upkeep_new = {
    .path = "/beheer/kaart/nieuw",
    .who = WHO_ADMINISTRATOR,
    .handle = new_handle,
    .form = &entry_form,
    .act = new_act,
    .file = __FILE__,
};
