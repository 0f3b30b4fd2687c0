/* cards.c — /:dialogue/beheer/kaarten: paper cards with a slip to tear off. The code on a slip is kept for
 * it (as a hash) before anybody writes on the card, and becomes the receipt when it is typed in. */
#include "base/bytes.h"
#include "features/review/cards.html.h"
#include "features/review/typing.h"

enum { CARDS_MOST = 100 };

struct cards_form {
    int64_t n;
};
static const struct words *how_many(void)
{
    return SAY("Schrijf hoeveel kaarten u wilt.");
}
static const struct field fields[] = {
    FIELD_NUMBER(struct cards_form, n, "aantal", .required = true, .least = 1,
                 .most = CARDS_MOST, .missing = how_many),
};
static const struct form form = FORM(struct cards_form, fields);

/* Only what was really printed here: a code that nobody keeps would be no receipt. */
static enum err cards(struct request *req, struct cards_view *v, int64_t n)
{
    struct str *codes = NEW(req->arena, struct str, (size_t)n);
    TRY(codes_of(req, req->query[1], n, codes));
    v->cards = NEW(req->arena, struct card_code, (size_t)n);
    for (int64_t i = 0; i < n; i++) {
        struct card_find_row card;
        bool found;
        TRY(card_find(req->db, req->arena, receipt_hash(req->arena, codes[i]), &card, &found));
        if (!found || card.dialogue != v->d.id) return FAIL(ERR_MISSING, "no such card");
        for (size_t g = 0; g < 3; g++)
            v->cards[i].group[g] = str_upto(str_from(codes[i], 4 * g), 4);
    }
    v->cards_n = (size_t)n;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct cards_view v = { .form = req->form };
    int64_t n;
    TRY(desk_open(req, res, &v.d));
    v.self = PATH(req->arena, "/{}/beheer/kaarten", v.d.slug);
    if (req->query[1].n) {
        if (!str_number(req->query[0], CARDS_MOST, &n) || !n)
            return FAIL(ERR_INPUT, "so many cards are not made");
        TRY(cards(req, &v, n));
    }
    form_fill_number(req, "aantal", 8);
    res->frame.title = words_in(SAY("Kaarten"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/invoeren", v.d.slug),
                   words_in(SAY("Invoeren"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    cards_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct cards_form *f = form_values(req);
    struct dialogue d;
    TRY(desk_open(req, res, &d));
    for (int64_t i = 0; i < f->n; i++)
        TRY(card_add(tx, receipt_hash(req->arena, receipt_code(req, i)), d.id, req->now,
                     req->visitor.person != 0, req->visitor.person));
    return response_redirect(res,
                             PATH(req->arena, "/{}/beheer/kaarten?aantal={}&vorm={}", d.slug,
                                  arena_format(req->arena, "%lld", (long long)f->n),
                                  hex_write(req->arena, req->key)));
}

const struct page review_cards = {
    .path = "/:dialogue/beheer/kaarten",
    .who = WHO_WRITER,
    .query = "aantal vorm",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
