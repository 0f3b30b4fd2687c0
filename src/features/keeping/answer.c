/* answer.c — /stand-van-zaken/:code: an owner says how it goes, without an account. Looking does nothing, so a
 * scanner of mail may; the button does, for this one commitment. */
#include "features/keeping/keeping.h"

#include "features/keeping/answer.html.h"
#include "features/voices/voices.h"

struct answering {
    struct str why, deed, figure, link, basis;
    int answer;
    struct optional_day done, due;
};
static const struct words *choose(void)
{
    return SAY("Kies hoe ver het is.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct answering, answer, "stand", "done under-way later stopped",
                 .required = true, .missing = choose),
    FIELD_DAY(struct answering, done, "dag"),
    FIELD_DAY(struct answering, due, "voor"),
    FIELD_TEXT(struct answering, why, "waarom", .most = 2000),
    FIELD_TEXT(struct answering, deed, "daad", .most = DEED_MOST),
    FIELD_LINE(struct answering, figure, "getal"),
    FIELD_LINE(struct answering, link, "link", .most = 500),
    FIELD_BASIS(struct answering),
};
static const struct form form = FORM(struct answering, fields);

/* ---- what the link opens ---- */

/* What the form was based on: when that changed meanwhile, the owner looks again. */
static struct str basis_of(struct arena *a, const struct asking_open_row *row)
{
    const struct str now[] = { number_text(a, true, row->state), day_text(a, true, row->due) };
    return edit_basis(a, now, COUNT_OF(now));
}

static enum err find(struct request *req, struct answer_view *v)
{
    struct str code;
    bool found = false;
    *v = (struct answer_view){ .state = LINK_UNKNOWN, .form = req->form };
    v->self = (struct path){ req->path };
    if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(asking_open(req->db, req->arena, receipt_hash(req->arena, code),
                        lang_about(req->lang)->code, &v->a, &found));
    if (!found) return OK;
    v->state = link_state_of(&v->a, req->today);
    v->until = (struct day){ v->a.day.n + LINK_DAYS };
    v->late =
        commitment_lateness(v->a.first_due, v->a.state, v->a.has_ended, v->a.ended, req->today);
    v->basis = basis_of(req->arena, &v->a);
    return OK;
}

static struct edit_field field(enum lang lang, const char *name, enum edit_kind kind,
                               const struct words *label, const struct words *hint)
{
    return (struct edit_field){ .name = name,
                                .kind = kind,
                                .label = words_in(label, lang),
                                .hint = hint ? words_in(hint, lang) : STR(""),
                                .optional = true };
}

static void controls(struct request *req, struct answer_view *v)
{
    const enum lang l = req->lang;
    v->done = field(l, "dag", EDIT_DAY, SAY("Op welke dag gedaan of gestopt?"),
                    SAY("Laat leeg als dat vandaag is."));
    v->due = field(l, "voor", EDIT_DAY, SAY("Voor welke dag dan wel?"),
                   SAY("Alleen als het later wordt. De eerste datum blijft ook staan."));
    v->why = field(l, "waarom", EDIT_TEXT, SAY("Waarom?"),
                   SAY("Alleen als het later wordt of stopt. Iedereen kan dit lezen."));
    v->deed = field(l, "daad", EDIT_TEXT, SAY("Wat is er gedaan?"),
                    SAY("Eén of twee zinnen. Iedereen kan dit lezen."));
    v->figure = field(l, "getal", EDIT_LINE, SAY("Een getal dat dit laat zien"),
                      SAY("Zoals: 4 bankjes."));
    v->link = field(l, "link", EDIT_LINE, SAY("Een pagina waar het te zien is"),
                    SAY("Een heel adres, met https:// ervoor."));
    v->why.lang = v->deed.lang = v->figure.lang = v->a.own;
}

static enum err handle(struct request *req, struct response *res)
{
    struct answer_view v;
    TRY(find(req, &v));
    TRY(site_frame(req, &res->frame));
    res->no_store = true;
    res->noindex = true;
    v.said = v.state == LINK_ANSWERED && str_is(req->query[0], "klaar");
    controls(req, &v);
    res->frame.title = words_in(SAY("Hoe ver is het?"), req->lang);
    res->frame.description =
        words_in(SAY("Vertel in één minuut hoe ver een toezegging is."), req->lang);
    keeping_answer_page(response_page(req, res), &v);
    if (v.state == LINK_UNKNOWN) res->status = 404;
    return OK;
}

/* ---- what is sent ---- */

static bool is_web_address(struct str link)
{
    struct url url;
    return (str_starts(link, STR("https://")) || str_starts(link, STR("http://"))) &&
           url_check(link, &url);
}

static void check_answer(struct request *req, const struct answering *f,
                         const struct asking_open_row *a)
{
    const bool stays = a->state == COMMITMENT_DONE;
    if (f->answer == OWNER_LATER && stays)
        form_wrong(req, "stand", SAY("Dit is al gedaan, dus later worden kan niet meer."));
    else if (f->answer == OWNER_LATER && !f->due.has)
        form_wrong(req, "voor", SAY("Kies de nieuwe dag."));
    else if (f->answer == OWNER_LATER &&
             (f->due.day.n <= req->today.n || f->due.day.n <= a->due.n))
        form_wrong(req, "voor", SAY("Kies een dag die nog komt, na de dag die er nu staat."));
    if ((f->answer == OWNER_LATER || f->answer == OWNER_STOPPED) && !str_trim(f->why).n)
        form_wrong(req, "waarom", SAY("Schrijf waarom. Iedereen kan dit lezen."));
    if (f->done.has && (f->done.day.n > req->today.n || f->done.day.n < a->made.n))
        form_wrong(req, "dag", SAY("Kies een dag tussen de belofte en vandaag."));
    if ((f->figure.n || f->link.n) && !str_trim(f->deed).n)
        form_wrong(req, "daad", SAY("Schrijf ook wat er is gedaan."));
    if (f->link.n && !is_web_address(f->link))
        form_wrong(req, "link", SAY("Schrijf een heel adres, zoals https://voorbeeld.nl."));
}

static enum err stop_it(struct tx *tx, struct request *req, const struct asking_open_row *a,
                        struct day day, struct str why)
{
    struct commitment_text_one_row own;
    bool found;
    TRY(commitment_text_one(tx->db, req->arena, a->commitment, a->own, &own, &found));
    if (!found) return FAIL(ERR_BROKEN, "a commitment without its own text");
    TRY(commitment_state_set(tx, a->commitment, COMMITMENT_STOPPED, true, day));
    return commitment_text_put(tx, a->commitment, a->own, own.title, own.body, why);
}

static enum err move_it(struct tx *tx, struct request *req, const struct asking_open_row *a,
                        struct day due, struct str why)
{
    struct commitment_moves_row *moves;
    size_t n;
    TRY(commitment_moves(tx->db, req->arena, a->commitment, &moves, &n));
    return commitment_moved_add(tx, a->commitment, n ? moves[n - 1].number + 1 : 1, req->today,
                                due, why, STR(""));
}

static enum err keep_answer(struct tx *tx, struct request *req, const struct answering *f,
                            const struct asking_open_row *a)
{
    const struct day day = f->done.has ? f->done.day : req->today;
    const struct str why = str_trim(f->why);
    const struct day none = { 0 };
    switch ((enum owner_answer)f->answer) {
    case OWNER_DONE:
        if (a->state == COMMITMENT_DONE) return OK; /* it is still there */
        return commitment_state_set(tx, a->commitment, COMMITMENT_DONE, true, day);
    case OWNER_UNDER_WAY:
        return commitment_state_set(tx, a->commitment, COMMITMENT_UNDER_WAY, false, none);
    case OWNER_LATER: return move_it(tx, req, a, f->due.day, why);
    case OWNER_STOPPED: return stop_it(tx, req, a, day, why);
    case OWNER_ANSWERS: break;
    }
    return FAIL(ERR_BROKEN, "an answer that cannot be");
}

static enum err keep_deed(struct tx *tx, struct request *req, const struct answering *f,
                          const struct asking_open_row *a)
{
    int64_t number, deed;
    if (!str_trim(f->deed).n) return OK;
    TRY(deed_next(tx->db, a->commitment, &number));
    TRY(deed_add(tx, a->commitment, number,
                 f->answer == OWNER_DONE && f->done.has ? f->done.day : req->today, f->link,
                 STR(""), STR(""), false, 0, true, req->today, &deed));
    return deed_text_put(tx, deed, a->own, str_trim(f->deed), f->figure);
}

static enum err write_down(struct tx *tx, struct request *req, const struct answering *f,
                           const struct asking_open_row *a)
{
    struct str after = words_in(owner_answer_term(f->answer).words, LANG_NL);
    if (f->answer == OWNER_LATER)
        after = arena_format(req->arena, "%.*s: %.*s", STR_ARG(after),
                             STR_ARG(day_text(req->arena, true, f->due.day)));
    const struct str parts[] = { str_trim(f->why), str_trim(f->deed) };
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (parts[i].n)
            after = arena_format(req->arena, "%.*s. %.*s", STR_ARG(after), STR_ARG(parts[i]));
    return history_write(
        tx, req,
        &(struct change){ .dialogue = a->dialogue,
                          .thing = THING_COMMITMENT,
                          .number = a->commitment,
                          .act = ACT_ANSWERED,
                          .before =
                              words_in(commitment_state_term((int)a->state).words, LANG_NL),
                          .after = after },
        NULL);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct answering *f = form_values(req);
    struct answer_view v;
    TRY(find(req, &v));
    if (v.state != LINK_OPEN) return response_redirect(res, v.self); /* which explains itself */
    if (!str_eq(f->basis, v.basis))
        form_wrong(req, NULL,
                   SAY("Dit veranderde net. Kijk wat er nu staat en verstuur dan opnieuw."));
    check_answer(req, f, &v.a);
    TRY(form_checked(req));
    TRY(keep_answer(tx, req, f, &v.a));
    TRY(keep_deed(tx, req, f, &v.a));
    TRY(asking_answer(tx, v.a.id, req->today, (enum owner_answer)f->answer));
    TRY(write_down(tx, req, f, &v.a));
    return response_redirect(
        res, PATH(req->arena, "/stand-van-zaken/{}?gedaan=klaar", req->param[0].text));
}

const struct page keeping_answer = {
    .path = "/stand-van-zaken/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
