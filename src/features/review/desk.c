/* desk.c — /:dialogue/beheer/bewijs: at the counter or the phone, somebody's receipt is looked up, to
 * read to them what became of it and to act for them on that page. */
#include "features/receipt/receipt.h"
#include "features/review/desk.html.h"
#include "features/review/typing.h"

struct desk_form {
    struct str code;
};
static const struct words *ask_code(void)
{
    return SAY("Vraag om de code van het bewijs. Dat zijn twaalf tekens.");
}
static const struct field fields[] = {
    FIELD_LINE(struct desk_form, code, "code", .required = true, .most = 40,
               .missing = ask_code),
};
static const struct form form = FORM(struct desk_form, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct cards_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    v.self = (struct path){ req->path };
    res->frame.title = words_in(SAY("Bewijs opzoeken"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/invoeren", v.d.slug),
                   words_in(SAY("Invoeren"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    desk_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct desk_form *f = form_values(req);
    struct desk_receipt_row row;
    struct card_find_row card;
    struct dialogue d;
    struct str code;
    struct path table;
    bool found = false, printed = false, is_table = false;
    TRY(desk_open(req, res, &d));
    if (!receipt_read(req->arena, f->code, &code)) {
        form_wrong(req, "code", ask_code());
        return form_checked(req);
    }
    const struct str hash = receipt_hash(req->arena, code);
    TRY(desk_receipt(tx->db, req->arena, hash, d.id, &row, &found));
    if (!found) TRY(card_find(tx->db, req->arena, hash, &card, &printed));
    if (!found && !printed) TRY(receipt_of_table(req, code, &table, &is_table));
    if (is_table) return response_redirect(res, table);
    if (printed)
        form_wrong(req, "code", SAY("Deze kaart is nog niet ingevoerd."));
    else if (!found)
        form_wrong(req, "code", SAY("Wij vinden geen bewijs met deze code in deze dialoog."));
    TRY(form_checked(req));
    return response_redirect(res, PATH(req->arena, "/bewijs/{}", code));
}

const struct page review_desk = {
    .path = "/:dialogue/beheer/bewijs",
    .who = WHO_WRITER,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
