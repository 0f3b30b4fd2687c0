/* request.c — see request.h: what happens to a request. */
#include "features/places/request.h"

#include "features/history/history.h"
#include "features/voices/voices.h"
#include "web/token.h"

#include <string.h>

/* ---- codes ---- */

static struct str code_of(const struct request *req, const char *whose, int64_t id,
                          struct instant made)
{
    const struct str text =
        arena_format(req->arena, "%s %lld %lld", whose, (long long)id, (long long)made.s);
    return receipt_letters(req->arena, hmac(req->arena, req->secret, text));
}

struct request_codes request_codes(const struct request *req, int64_t id, struct instant made)
{
    return (struct request_codes){ code_of(req, "space asker", id, made),
                                   code_of(req, "space keeper", id, made) };
}

struct path asker_path(struct arena *a, struct str code)
{
    return PATH(a, "/plekken/aanvraag/{}", code_slug(a, code));
}

struct path keeper_path(struct arena *a, struct str code)
{
    return PATH(a, "/plekken/beslissen/{}", code_slug(a, code));
}

/* ---- can it be then? ---- */

struct str long_day(struct arena *a, struct day d, enum lang lang)
{
    return arena_format(a, "%.*s %.*s", STR_ARG(words_in(week_day_words(d), lang)),
                        STR_ARG(day_words(a, lang, d)));
}

static enum err check_date(struct db *db, struct arena *a, const struct wish *w,
                           struct instant now, enum lang lang, struct date_check *c)
{
    uint8_t state[2 * QUARTERS];
    struct quarters_of_space_row *taken;
    size_t n;
    const struct str day = long_day(a, c->day, lang);
    const struct day next = { c->day.n + 1 };
    quarters_of(&w->hours, c->day, state);
    quarters_of(&w->hours, next, state + QUARTERS);
    TRY(quarters_of_space(db, a, w->space, c->day, (struct day){ c->day.n + 2 }, &taken, &n));
    for (size_t i = 0; i < n; i++)
        state[(taken[i].day.n - c->day.n) * QUARTERS + taken[i].quarter] = QUARTER_TAKEN;
    bool shut = false;
    int from = -1, until = 0;
    for (int q = w->starts / QUARTER; q < w->ends / QUARTER; q++) {
        shut = shut || state[q] == QUARTER_CLOSED;
        if (state[q] != QUARTER_TAKEN) continue;
        if (from < 0) from = q;
        until = q + 1;
    }
    if (instant_at(c->day, w->starts).s <= now.s)
        c->said = FILL(a, SAY("{dag}: dat is al voorbij."), lang, { "dag", day });
    else if (from >= 0)
        c->said =
            FILL(a, SAY("{dag}: dan is de ruimte al bezet, {tijden}."), lang, { "dag", day },
                 { "tijden", times_text(a, from * QUARTER, until * QUARTER, lang) });
    else if (shut && holiday(c->day) && !w->hours.holidays)
        c->said = FILL(a, SAY("{dag}: dat is een feestdag. Dan is de ruimte dicht."), lang,
                       { "dag", day });
    else if (shut)
        c->said = FILL(a, SAY("{dag}: dan is de ruimte niet open voor anderen."), lang,
                       { "dag", day });
    return OK;
}

enum err wish_check(struct db *db, struct arena *a, const struct wish *w, struct instant now,
                    enum lang lang, struct date_check *checks, size_t *bad)
{
    *bad = 0;
    for (size_t i = 0; i < w->n; i++) {
        checks[i] = (struct date_check){ .day = w->dates[i] };
        TRY(check_date(db, a, w, now, lang, &checks[i]));
        *bad += checks[i].said.n > 0;
    }
    return OK;
}

/* ---- taking and giving back ---- */

/* Takes each quarter of a date, or none. */
static enum err take(struct tx *tx, const struct request_by_code_row *r, struct day day,
                     bool *taken)
{
    const int from = (int)r->starts / QUARTER, until = (int)r->ends / QUARTER;
    const struct day next = { day.n + 1 };
    int64_t today, tomorrow = 0;
    TRY(quarters_busy(tx->db, r->space, day, from, until, &today));
    if (until > QUARTERS)
        TRY(quarters_busy(tx->db, r->space, next, 0, until - QUARTERS, &tomorrow));
    *taken = !today && !tomorrow;
    for (int q = from; q < until && *taken; q++)
        TRY(quarter_take(tx, r->space, q < QUARTERS ? day : next, q % QUARTERS, r->id, day));
    return OK;
}

static enum err note(struct tx *tx, struct request *req, const struct request_by_code_row *r,
                     const char *what)
{
    return history_write(
        tx, req,
        &(struct change){ .thing = THING_SITE,
                          .number = 1,
                          .act = ACT_DECIDED,
                          .after =
                              arena_format(req->arena, "plek %.*s, aanvraag %lld: %s",
                                           STR_ARG(r->place_slug), (long long)r->id, what) },
        NULL);
}

enum err request_confirm(struct tx *tx, struct request *req,
                         const struct request_by_code_row *r)
{
    if (r->state != REQUEST_UNCONFIRMED) return OK; /* pressed twice */
    TRY(request_stands(tx, r->id, REQUEST_WAITS));
    return r->keeper_email.n ? request_mail(tx, req, r, LETTER_KEEPER) : OK;
}

static enum err too_late(struct request *req)
{
    form_wrong(req, NULL, SAY("Deze aanvraag is al beantwoord of afgezegd."));
    return form_checked(req);
}

enum err request_grant(struct tx *tx, struct request *req, const struct request_by_code_row *r,
                       struct str word)
{
    struct request_dates_row *dates;
    size_t n;
    bool any = false, taken;
    if (r->state != REQUEST_WAITS) return too_late(req);
    TRY(request_dates(tx->db, req->arena, r->id, &dates, &n));
    for (size_t i = 0; i < n; i++) {
        if (dates[i].state != DATE_ASKED) continue;
        TRY(take(tx, r, dates[i].day, &taken));
        TRY(date_stands(tx, r->id, dates[i].day, taken ? DATE_TAKEN : DATE_CLASH));
        any = any || taken;
    }
    if (!any)
        form_wrong(req, NULL,
                   SAY("Op alle dagen is de ruimte nu al bezet. Zeg nee, met die reden."));
    TRY(form_checked(req));
    TRY(request_answered(tx, r->id, REQUEST_ACCEPTED, word, req->now));
    TRY(note(tx, req, r, "ja"));
    return request_mail(tx, req, r, LETTER_ANSWER);
}

enum err request_refuse(struct tx *tx, struct request *req, const struct request_by_code_row *r,
                        struct str reason)
{
    struct request_dates_row *dates;
    size_t n;
    if (r->state != REQUEST_WAITS && r->state != REQUEST_ACCEPTED) return too_late(req);
    TRY(request_dates(tx->db, req->arena, r->id, &dates, &n));
    for (size_t i = 0; i < n; i++) {
        const bool used = dates[i].state == DATE_TAKEN && dates[i].day.n < req->today.n;
        if (used || dates[i].state == DATE_CANCELLED) continue;
        TRY(quarters_give_back(tx, r->id, dates[i].day));
        TRY(date_stands(tx, r->id, dates[i].day, DATE_REFUSED));
    }
    TRY(request_answered(tx, r->id, REQUEST_REFUSED, reason, req->now));
    TRY(note(tx, req, r, "nee"));
    return request_mail(tx, req, r, LETTER_ANSWER);
}

enum err request_cancel(struct tx *tx, struct request *req, const struct request_by_code_row *r,
                        bool all, struct day day)
{
    struct request_dates_row *dates;
    size_t n, left = 0, cancelled = 0;
    TRY(request_dates(tx->db, req->arena, r->id, &dates, &n));
    for (size_t i = 0; i < n; i++) {
        const bool open = dates[i].state == DATE_ASKED || dates[i].state == DATE_TAKEN;
        if (!open || dates[i].day.n < req->today.n) continue;
        if (!all && dates[i].day.n != day.n) {
            left++;
            continue;
        }
        TRY(quarters_give_back(tx, r->id, dates[i].day));
        TRY(date_stands(tx, r->id, dates[i].day, DATE_CANCELLED));
        cancelled++;
    }
    if (!cancelled) return OK; /* pressed twice */
    if (!left) TRY(request_stands(tx, r->id, REQUEST_CANCELLED));
    if (!r->keeper_email.n || r->state == REQUEST_UNCONFIRMED) return OK;
    return request_mail(tx, req, r, LETTER_CANCELLED);
}

/* ---- for pages ---- */

enum err request_fill(struct request *req, struct request_view *v)
{
    struct request_dates_row *rows;
    TRY(request_dates(req->db, req->arena, v->r.id, &rows, &v->dates_n));
    v->dates = NEW(req->arena, struct request_date_line, v->dates_n + 1);
    for (size_t i = 0; i < v->dates_n; i++) {
        const bool open = rows[i].state == DATE_ASKED || rows[i].state == DATE_TAKEN;
        v->dates[i] = (struct request_date_line){ rows[i].day, rows[i].state,
                                                  open && rows[i].day.n >= req->today.n };
        v->taken_n += rows[i].state == DATE_TAKEN;
        v->coming_n += v->dates[i].can_cancel;
    }
    return OK;
}
