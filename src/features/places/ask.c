/* ask.c — /plekken/:place/aanvragen/:space: asking for a space, once or as a series. No account needed. */
#include "features/places/request.h"

#include "features/places/ask.html.h"
#include "features/voices/voices.h"
#include "web/mail.h"

enum { HOUR = 3600 };

static const struct words *no_day(void)
{
    return SAY("Kies een dag.");
}
static const struct words *no_time(void)
{
    return SAY("Kies een tijd.");
}
static const struct words *no_purpose(void)
{
    return SAY("Schrijf waarvoor u de ruimte wilt gebruiken.");
}
static const struct words *no_name(void)
{
    return SAY("Vul uw naam in.");
}
static const struct words *no_people(void)
{
    return SAY("Vul in hoeveel mensen er komen.");
}
static const struct words *no_email(void)
{
    return SAY("Vul een e-mailadres in, zoals naam@voorbeeld.nl.");
}
static const struct field fields[] = {
    FIELD_DAY(struct ask_form, day, "dag", .required = true, .missing = no_day),
    FIELD_CLOCK(struct ask_form, starts, "van", .required = true, .missing = no_time),
    FIELD_CLOCK(struct ask_form, ends, "tot", .required = true, .missing = no_time),
    FIELD_CHOICE(struct ask_form, repeats, "herhaal", "once weekly two-weeks monthly"),
    FIELD_DAY(struct ask_form, until, "tot-en-met"),
    FIELD_NUMBER(struct ask_form, people, "mensen", .required = true, .least = 1,
                 .most = 100000, .missing = no_people),
    FIELD_LINE(struct ask_form, purpose, "waarvoor", .required = true, .most = 300,
               .missing = no_purpose),
    FIELD_LINE(struct ask_form, name, "naam", .required = true, .most = 120,
               .missing = no_name),
    FIELD_LINE(struct ask_form, email, "e-mail", .required = true, .most = 254,
               .missing = no_email),
    FIELD_TICK(struct ask_form, anyway, "toch"),
};
static const struct form form = FORM(struct ask_form, fields);

static enum err find(struct request *req, struct ask_view *v)
{
    bool found;
    *v = (struct ask_view){ .self = { req->path }, .f = req->form, .today = req->today };
    TRY(place_named(req->db, req->arena, req->param[0].text, &v->p, &found));
    if (!found || !v->p.shown) return FAIL(ERR_MISSING, "no place of that name");
    TRY(space_named(req->db, req->arena, v->p.id, req->param[1].text, &v->s, &found));
    if (!found || v->s.closed) return FAIL(ERR_MISSING, "no space of that name");
    v->back = PATH(req->arena, "/plekken/{}", v->p.slug);
    return mail_ready(req->db, req->arena, &v->can_mail);
}

/* ---- what is asked for ---- */

static int64_t repeats_of(const struct ask_form *f)
{
    return f->repeats < 0 ? REPEATS_ONCE : f->repeats;
}

/* False while day or time are missing or none. */
static bool wish_of(const struct ask_form *f, const struct ask_view *v, struct wish *w)
{
    struct str wrong;
    *w = (struct wish){ .space = v->s.id };
    if (!f->day.has || !f->starts.has || !f->ends.has) return false;
    if (!hours_read(v->s.hours, &w->hours, &wrong)) w->hours = (struct hours){ 0 };
    w->starts = f->starts.clock.minutes;
    w->ends = f->ends.clock.minutes;
    if (w->ends <= w->starts) w->ends += 1440;
    w->n = series_dates((enum repeats)repeats_of(f), f->day.day,
                        f->until.has ? f->until.day : f->day.day, w->dates);
    return w->starts % QUARTER == 0 && w->ends % QUARTER == 0 && w->ends - w->starts < 1440;
}

static void check_times(struct request *req, const struct ask_form *f, const struct wish *w)
{
    if (w->starts % QUARTER)
        form_wrong(req, "van", SAY("Kies een heel kwartier, zoals 19.15 uur."));
    if (w->ends % QUARTER)
        form_wrong(req, "tot", SAY("Kies een heel kwartier, zoals 19.15 uur."));
    if (w->ends - w->starts == 1440) form_wrong(req, "tot", SAY("Kies een latere tijd."));
    if (f->day.day.n < req->today.n || f->day.day.n > req->today.n + REQUEST_AHEAD)
        form_wrong(req, "dag", SAY("Kies een dag in het komende jaar."));
    if (repeats_of(f) == REPEATS_ONCE) return;
    if (!f->until.has || f->until.day.n < f->day.day.n)
        form_wrong(req, "tot-en-met", SAY("Kies tot en met welke dag."));
    else if (f->until.day.n > req->today.n + REQUEST_AHEAD)
        form_wrong(req, "tot-en-met", SAY("Kies een dag in het komende jaar."));
}

static void check_rest(struct request *req, const struct ask_form *f, const struct ask_view *v)
{
    if (!mail_address(f->email)) form_wrong(req, "e-mail", no_email());
    if (v->s.has_capacity && f->people > v->s.capacity)
        form_wrong_said(req, "mensen",
                        FILL(req->arena, SAY("Hier is ruimte voor {mensen}."), req->lang,
                             { "mensen", people_text(req->arena, v->s.capacity, req->lang) }));
    if (!v->can_mail)
        form_wrong(req, NULL, SAY("Deze site kan nog geen mail sturen. Probeer het later."));
}

/* ---- showing it ---- */

static enum err handle(struct request *req, struct response *res)
{
    struct ask_view *v = NEW(req->arena, struct ask_view, 1);
    struct wish w;
    TRY(site_frame(req, &res->frame));
    TRY(find(req, v));
    v->sent = str_is(req->query[0], "mail");
    if (req->form->sent && wish_of(form_values(req), v, &w)) {
        v->checks = NEW(req->arena, struct date_check, SERIES_DATES);
        v->checks_n = w.n;
        TRY(wish_check(req->db, req->arena, &w, req->now, req->lang, v->checks, &v->bad));
    }
    res->noindex = true;
    res->frame.title = words_in(SAY("Vraag een ruimte aan"), req->lang);
    res->frame.description =
        words_in(SAY("Kies een dag en tijd. De beheerder zegt ja of nee."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/plekken") }, words_in(SAY("Plekken"), req->lang));
    dialogue_crumb(res, v->back, v->p.name);
    dialogue_crumb(res, v->self, res->frame.title);
    places_ask_page(response_page(req, res), v);
    return OK;
}

/* ---- keeping it ---- */

static enum err not_too_often(struct tx *tx, struct request *req, struct str email)
{
    const struct brake brakes[] = {
        { .what = "space here", .client = req->client, .most = REQUESTS_HERE, .seconds = HOUR },
        { .what = "space to",
          .who = mail_mailbox(req->arena, email),
          .most = REQUESTS_TO,
          .seconds = HOUR },
        { .what = "space", .most = REQUESTS_ALL, .seconds = HOUR },
    };
    return brakes_pass(
        tx, req, brakes, COUNT_OF(brakes),
        SAY("Hier zijn net veel aanvragen gedaan. Probeer het over een uur nog eens."));
}

static enum err keep(struct tx *tx, struct request *req, const struct ask_form *f,
                     const struct wish *w, const struct date_check *checks)
{
    struct request_by_code_row r = { .made = req->now };
    struct day first = { 0 }, last = { 0 };
    for (size_t i = 0; i < w->n; i++) {
        if (checks[i].said.n) continue;
        if (!first.n) first = checks[i].day;
        last = checks[i].day;
    }
    TRY(request_add(tx, w->space, req->now, lang_about(req->lang)->code, f->name, f->email,
                    f->purpose, f->people, (enum repeats)repeats_of(f), w->starts, w->ends,
                    first, last, &r.id));
    const struct request_codes codes = request_codes(req, r.id, r.made);
    TRY(request_coded(tx, r.id, receipt_hash(req->arena, codes.asker),
                      receipt_hash(req->arena, codes.keeper)));
    for (size_t i = 0; i < w->n; i++)
        if (!checks[i].said.n) TRY(date_add(tx, r.id, checks[i].day));
    return request_mail(tx, req, &r, LETTER_CONFIRM);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct ask_form *f = form_values(req);
    struct date_check *checks = NEW(req->arena, struct date_check, SERIES_DATES);
    struct ask_view v;
    struct wish w;
    size_t bad;
    TRY(find(req, &v));
    const bool whole = wish_of(f, &v, &w);
    check_times(req, f, &w);
    check_rest(req, f, &v);
    TRY(form_checked(req));
    if (!whole) return FAIL(ERR_FORM, "a wish without a time");
    TRY(wish_check(tx->db, req->arena, &w, req->now, req->lang, checks, &bad));
    if (w.n == 0 || bad == w.n)
        form_wrong(req, "dag", SAY("Dan kan het niet. Kies een andere dag of tijd."));
    else if (bad && !f->anyway)
        form_wrong(req, "toch", SAY("Op een deel van de dagen kan het niet. Wilt u de rest?"));
    TRY(form_checked(req));
    TRY(not_too_often(tx, req, f->email));
    TRY(keep(tx, req, f, &w, checks));
    return response_redirect(
        res, (struct path){ arena_format(req->arena, "%.*s?gedaan=mail", STR_ARG(req->path)) });
}

const struct page places_ask = {
    .path = "/plekken/:place/aanvragen/:space",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
