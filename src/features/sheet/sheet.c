/* sheet.c — from a code to its sheet. See sheet.h. */
#include "features/sheet/sheet.h"

#include "features/receipt/receipt.h"
#include "web/token.h"

/* Made from the secret, so that it can be printed again. */
static struct str code_of(const struct request *req, const char *what, int64_t gathering,
                          int64_t number)
{
    struct request as_table = *req;
    as_table.key =
        arena_format(req->arena, "%s %lld %lld", what, (long long)gathering, (long long)number);
    return receipt_code(&as_table, 0);
}

struct str sheet_code(const struct request *req, int64_t gathering, int64_t number,
                      int64_t turn)
{
    if (!turn) return code_of(req, "table", gathering, number);
    const struct str what = arena_format(req->arena, "table again %lld", (long long)turn);
    return code_of(req, what.s, gathering, number);
}

struct str sheet_home_code(const struct request *req, int64_t gathering, int64_t number)
{
    return code_of(req, "home", gathering, number);
}

struct str sheet_hash(struct arena *a, struct str code)
{
    return sha256(a, arena_join(a, STR("table "), code));
}

struct path sheet_path(struct arena *a, struct str code)
{
    return PATH(a, "/tafel/{}", code_slug(a, code));
}

static enum err was_replaced(struct request *req, struct str code)
{
    struct sheet_former_find_row row;
    bool found;
    TRY(sheet_former_find(req->db, req->arena, sheet_hash(req->arena, code), &row, &found));
    return found ? FAIL(ERR_GONE, "a link that was replaced") : OK;
}

static enum err open_sheet(struct request *req, struct response *res, bool reading,
                           struct sheet *s)
{
    struct frame *frame = &res->frame;
    struct str code;
    bool found = false;
    *s = (struct sheet){ 0 };
    if (!receipt_read(req->arena, req->param[0].text, &code))
        return FAIL(ERR_MISSING, "no such table");
    TRY(sheet_find(req->db, req->arena, sheet_hash(req->arena, code), &s->row, &found));
    if (!found && reading) {
        TRY(sheet_at_home(req->db, req->arena, sheet_hash(req->arena, code), &s->row, &found));
        s->at_home = found;
    }
    if (!found) TRY(was_replaced(req, code));
    if (!found) return FAIL(ERR_MISSING, "no such table");
    s->slug = str_from(sheet_path(req->arena, code).text, sizeof "/tafel/" - 1);
    struct request about = *req; /* its address names a table; the dialogue is behind that */
    about.param[0].text = s->row.dialogue_slug;
    TRY(dialogue_open(&about, res, &s->d));
    TRY(sheet_rounds(req->db, req->arena, s->row.gathering, s->row.number, s->d.own,
                     lang_about(req->lang)->code, &s->rounds, &s->rounds_n));
    frame->menu_n = frame->crumbs_n = 0;
    frame->search = (struct path){ 0 };
    frame->notice = (struct str){ 0 };
    res->noindex = true;
    return OK;
}

enum err sheet_open(struct request *req, struct response *res, struct sheet *s)
{
    return open_sheet(req, res, false, s);
}

enum err sheet_open_reading(struct request *req, struct response *res, struct sheet *s)
{
    return open_sheet(req, res, true, s);
}

enum err receipt_of_table(struct request *req, struct str code, struct path *to, bool *is)
{
    struct sheet_find_row row;
    const struct str hash = sheet_hash(req->arena, code);
    TRY(sheet_at_home(req->db, req->arena, hash, &row, is));
    if (!*is) TRY(sheet_find(req->db, req->arena, hash, &row, is));
    if (*is)
        to->text = arena_join(req->arena, sheet_path(req->arena, code).text, STR("/lezen"));
    return OK;
}
