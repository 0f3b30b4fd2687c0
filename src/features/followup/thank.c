/* thank.c — /:dialogue/beheer/bijeenkomsten/:gathering/vervolg/bedank: one press thanks everybody who was there and
 * left an address, with what their own tables noted. */
#include "features/followup/followup.h"
#include "features/sheet/sheet.h"
#include "web/mail.h"

/* Where somebody sat is known for a week; each table once. */
static enum err tables(struct tx *tx, struct request *req, const struct followup_view *v,
                       const struct followup_person *p, struct letter *l, size_t *n)
{
    struct followup_seats_row *rows;
    size_t rows_n;
    *n = 0;
    TRY(followup_seats(tx->db, req->arena, p->id, &rows, &rows_n));
    for (size_t i = 0; i < rows_n; i++) {
        bool again = false;
        for (size_t k = 0; k < i; k++) again |= rows[k].number == rows[i].number;
        if (again) continue;
        if (!*n)
            letter_say(
                l, words_in(SAY("Lees hier na wat er aan uw tafel is genoteerd:"), l->lang));
        const struct str code = sheet_home_code(req, v->g.id, rows[i].number);
        const struct str at =
            arena_join(req->arena, sheet_path(req->arena, code).text, STR("/lezen"));
        letter_item(l, SAY("Tafel"),
                    arena_format(req->arena, "%lld", (long long)rows[i].number),
                    arena_join(req->arena, req->site, at));
        ++*n;
    }
    return OK;
}

static enum err thank_one(struct tx *tx, struct request *req, const struct followup_view *v,
                          const struct followup_person *p, const struct frame *frame)
{
    enum lang lang;
    size_t sat;
    if (!lang_read(p->lang, &lang)) lang = LANG_NL;
    struct letter l =
        LETTER_START(req->arena, lang, SAY("Dank u wel: {avond}"), { "avond", v->g.title });
    LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", p->name });
    LETTER_SAY(&l, SAY("U was bij {avond}. Dank u wel."), { "avond", v->g.title });
    TRY(tables(tx, req, v, p, &l, &sat));
    if (sat)
        letter_say(
            &l,
            words_in(SAY("Klopt er iets niet? U kunt het daar een week lang zeggen."), lang));
    letter_link(&l, SAY("Hier leest u wat er van de hele bijeenkomst wordt:"), v->read_address);
    letter_end(&l, frame);
    return mail_put(
        tx, req,
        &(struct mail){ .kind = MAIL_THANKS, .about = v->g.id, .to = p->email, .letter = &l });
}

/* Pressed twice, it thanks nobody twice. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct followup_view v = { 0 };
    struct frame frame = { 0 };
    TRY(followup_open(req, res, &v));
    TRY(site_frame(req, &frame));
    for (size_t i = 0; v.over && i < v.people.thanks_n; i++) {
        const struct followup_person *p = &v.people.thanks[i];
        int64_t before;
        TRY(followup_was_thanked(tx->db, p->id, &before));
        if (before) continue;
        TRY(thank_one(tx, req, &v, p, &frame));
        TRY(followup_thanked(tx, p->id, req->now));
        v.sent++;
    }
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/vervolg?bedankt={}", v.d.slug,
                  v.g.slug, arena_format(req->arena, "%lld", (long long)v.sent)));
}

static const struct form nothing = { .fields = NULL };
const struct page followup_thank = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/vervolg/bedank",
    .who = WHO_EDITOR,
    .form = &nothing,
    .act = act,
    .file = __FILE__,
};
