/* desk.c — /:dialogue/beheer/bijeenkomsten/:gathering/voorleggen: the points of an evening go to its tables,
 * what came back, and the cards for whoever gets no mail. */
#include "features/membercheck/membercheck.h"

#include "features/membercheck/cards.html.h"
#include "features/membercheck/desk.html.h"
#include "features/membercheck/send.h"
#include "web/mail.h"

struct sending {
    struct optional_day until;
};
static const struct words *no_day(void)
{
    return SAY("Kies tot en met welke dag men kan antwoorden.");
}
static const struct field fields[] = {
    FIELD_DAY(struct sending, until, "tot", .required = true, .missing = no_day),
};
static const struct form form = FORM(struct sending, fields);

static enum err tables(struct request *req, struct check_desk_view *v)
{
    struct membercheck_tables_row *rows;
    size_t n;
    TRY(membercheck_tables(req->db, req->arena, v->e.id, &rows, &n));
    v->tables = NEW(req->arena, struct check_table, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct check_table *t = &v->tables[v->tables_n++];
        const struct str number = arena_format(req->arena, "%lld", (long long)rows[i].number);
        *t = (struct check_table){ .r = &rows[i] };
        t->to = membercheck_path(
            req->arena, membercheck_code(req, v->e.id, rows[i].number, MEMBERCHECK_CARD, 0));
        t->link = arena_join(req->arena, req->site, t->to.text);
        t->alt = FILL(req->arena, SAY("QR-code met de punten van tafel {n}"), req->lang,
                      { "n", number });
        v->points += rows[i].points;
        v->agreed += rows[i].agreed;
        v->objected += rows[i].objected;
    }
    return OK;
}

static enum err fill(struct request *req, struct response *res, struct check_desk_view *v)
{
    const struct str slug = req->param[1].text;
    struct membercheck_unreached_row unreached;
    struct mail_standing mail;
    bool found;
    TRY(desk_open(req, res, &v->d));
    TRY(membercheck_evening(req->db, req->arena, v->d.id, slug, v->d.own,
                            lang_about(req->lang)->code, &v->e, &found));
    if (!found) return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(slug));
    v->self = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/voorleggen", v->d.slug, slug);
    TRY(tables(req, v));
    TRY(membercheck_waiting(req->db, req->arena, v->e.id, v->d.own, &v->objections,
                            &v->objections_n));
    for (size_t i = 0; i < v->objections_n; i++) v->waiting += !v->objections[i].has_decided;
    TRY(membercheck_named(req->db, v->e.id, &v->named));
    TRY(membercheck_unreached(req->db, req->arena, v->e.id, &unreached));
    v->seatless = unreached.seatless;
    v->silent = unreached.silent;
    TRY(mail_standing(req->db, req->arena, &mail));
    v->can_mail = mail.ready;
    if (v->e.has_until) {
        v->past = req->today.n > v->e.until.n;
        v->days = v->e.until.n - req->today.n;
    }
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}", v->d.slug, slug),
                   v->e.title);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct check_desk_view v = { .form = req->form };
    struct check_reach reach;
    TRY(fill(req, res, &v));
    TRY(check_reach(req->db, req->arena, v.e.id, &reach));
    v.crew = reach.crew;
    v.guests = reach.guests;
    if (str_number(req->query[0], INT64_MAX, &v.sent))
        v.done = SAY("De punten zijn voorgelegd.");
    const struct day until = { req->today.n + MEMBERCHECK_DAYS };
    form_fill(req, "tot", day_value(req->arena, true, v.e.has_until ? v.e.until : until));
    res->frame.title = words_in(SAY("Leg de punten voor"), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    membercheck_desk_page(response_page(req, res), &v);
    return OK;
}

/* Pressed twice, nobody gets a second mail; who came since does. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct sending *f = form_values(req);
    struct check_desk_view v = { 0 };
    int64_t sent = 0;
    TRY(fill(req, res, &v));
    const int64_t days = f->until.day.n - req->today.n;
    if (!v.points)
        form_wrong(req, NULL, SAY("Er rust nog geen punt op wat aan deze tafels is gezegd."));
    if (f->until.has && (days < 1 || days > MEMBERCHECK_DAYS_MOST))
        form_wrong(req, "tot", SAY("Kies een dag tussen morgen en over drie maanden."));
    TRY(form_checked(req));
    TRY(membercheck_put(tx, v.e.id, req->now, req->visitor.person > 0, req->visitor.person,
                        f->until.day));
    for (size_t i = 0; i < v.tables_n; i++)
        TRY(check_card(tx, req, v.e.id, v.tables[i].r->number));
    TRY(check_send(tx, req, &v, f->until.day, &sent));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/voorleggen?gedaan={}", v.d.slug,
                  v.e.slug, arena_format(req->arena, "%lld", (long long)sent)));
}

const struct page membercheck_desk = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/voorleggen",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* To print: a card for each table, for whoever gets no mail. */
static enum err cards(struct request *req, struct response *res)
{
    struct check_desk_view v = { 0 };
    TRY(fill(req, res, &v));
    for (size_t i = 0; i < v.tables_n; i++)
        if (!qr_draw(req->arena, v.tables[i].link, &v.tables[i].qr))
            return FAIL(ERR_BROKEN, "the address of this site is too long for a QR code");
    res->frame.title = words_in(SAY("Kaarten met de punten"), req->lang);
    res->no_store = true;
    dialogue_crumb(res, v.self, words_in(SAY("Leg de punten voor"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    membercheck_cards_page(response_page(req, res), &v);
    return OK;
}

const struct page membercheck_cards = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/voorleggen/kaarten",
    .who = WHO_EDITOR,
    .handle = cards,
    .file = __FILE__,
};
