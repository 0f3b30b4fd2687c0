/* show.c — /bewijs, where a code is typed, and /bewijs/:code, what became of it. */
#include "features/receipt/receipt.h"
#include "features/receipt/ask.html.h"
#include "features/receipt/show.html.h"

static enum err ask(struct request *req, struct response *res, struct str typed, bool unknown)
{
    TRY(site_frame(req, &res->frame));
    if (typed.n) receipt_quiet(req, res);
    res->frame.description =
        words_in(SAY("Met uw code ziet u wat er met uw inbreng gebeurt."), req->lang);
    res->frame.title = words_in(SAY("Zoek uw inbreng op"), req->lang);
    receipt_ask_page(response_page(req, res), typed, unknown);
    if (unknown) res->status = 404;
    return OK;
}

static enum err handle_ask(struct request *req, struct response *res)
{
    const struct str typed = str_trim(req->query[0]);
    struct str code;
    struct intake_by_receipt_row row;
    struct path table;
    bool found = false, is_table = false;
    if (!typed.n) return ask(req, res, typed, false);
    if (receipt_read(req->arena, typed, &code)) {
        TRY(intake_by_receipt(req->db, req->arena, receipt_hash(req->arena, code), &row,
                              &found));
        if (!found) TRY(receipt_of_table(req, code, &table, &is_table));
    }
    receipt_quiet(req, res);
    if (found) return response_redirect(res, receipt_path(req->arena, code));
    return is_table ? response_redirect(res, table) : ask(req, res, typed, true);
}

static const struct words *done_words(struct str done)
{
    if (str_is(done, "bericht")) return SAY("Uw bericht is verstuurd.");
    if (str_is(done, "verbeterd")) return SAY("Uw verbetering is bewaard.");
    if (str_is(done, "bezwaar"))
        return SAY("Uw bezwaar is verstuurd. Iemand anders kijkt er opnieuw naar.");
    if (str_is(done, "ingetrokken"))
        return SAY("Uw inbreng is ingetrokken. Uw woorden zijn gewist.");
    return NULL;
}

static enum err handle_show(struct request *req, struct response *res)
{
    struct receipt_view v;
    const enum err e = receipt_open(req, res, &v);
    if (e == ERR_MISSING) return ask(req, res, req->param[0].text, true);
    TRY(e);
    v.done = done_words(req->query[0]);
    receipt_page(response_page(req, res), &v);
    return OK;
}

const struct page receipt_ask = {
    .path = "/bewijs",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .query = "code",
    .handle = handle_ask,
    .file = __FILE__,
};
const struct page receipt_show = {
    .path = "/bewijs/:code",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .query = "gedaan",
    .handle = handle_show,
    .file = __FILE__,
};
