/* show.c — /:dialogue/toezegging/#commitment: what was promised, what was done, and from whom it came. */
#include "features/deeds/show.h"

#include "features/deeds/show.html.h"
#include "web/mail.h"

static struct url address(struct str text)
{
    struct url url = { 0 };
    if (text.n) (void)url_check(text, &url);
    return url;
}

static struct event_line *event(struct commitment_view *v, enum event what, struct day day)
{
    v->events[v->events_n] = (struct event_line){ .event = what, .day = day };
    return &v->events[v->events_n++];
}

/* By day, and on one day in the order they were added: promised, moved, done, ended. */
static void in_order(struct event_line *all, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && all[k].day.n < all[k - 1].day.n; k--) {
            const struct event_line x = all[k];
            all[k] = all[k - 1];
            all[k - 1] = x;
        }
}

static enum err events(struct request *req, struct commitment_view *v)
{
    const struct str lang = lang_about(req->lang)->code;
    struct commitment_moves_row *moves;
    struct deeds_shown_row *deeds;
    TRY(commitment_moves(req->db, req->arena, v->c.id, &moves, &v->moves));
    TRY(deeds_shown(req->db, req->arena, v->c.id, v->d.own, lang, &deeds, &v->deeds));
    v->events = NEW(req->arena, struct event_line, v->moves + v->deeds + 2);
    event(v, EVENT_PROMISED, v->c.made)->due = v->c.first_due;
    for (size_t i = 0; i < v->moves; i++) {
        struct event_line *e = event(v, EVENT_MOVED, moves[i].day);
        const struct said why =
            said_in(req->lang, v->d.own, moves[i].reason, moves[i].reason_en);
        e->due = moves[i].due;
        e->text = why.text;
        e->lang = why.lang;
    }
    for (size_t i = 0; i < v->deeds; i++) {
        struct event_line *e = event(v, EVENT_DEED, deeds[i].day);
        e->number = deeds[i].number;
        e->text = deeds[i].body;
        e->lang = deeds[i].lang;
        e->figure = deeds[i].figure;
        e->link = address(deeds[i].url);
        e->document = address(deeds[i].document);
        e->hash = deeds[i].hash;
        TRY(picture_show(req, deeds[i].has_picture, deeds[i].picture, &v->d, &e->picture));
    }
    if (v->c.has_ended) {
        struct event_line *e =
            event(v, v->c.state == COMMITMENT_STOPPED ? EVENT_STOPPED : EVENT_DONE, v->c.ended);
        e->text = v->c.state == COMMITMENT_STOPPED ? v->c.stopped : STR("");
        e->lang = v->c.stopped_lang;
    }
    in_order(v->events, v->events_n);
    return OK;
}

/* What people answered, beside each deed and about the whole. */
static enum err verdicts(struct request *req, struct commitment_view *v)
{
    struct verdicts_shown_row *rows;
    size_t n;
    TRY(verdicts_shown(req->db, req->arena, v->c.id, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        struct verdict_count *to = rows[i].deed ? NULL : &v->whole;
        for (size_t k = 0; k < v->events_n; k++)
            if (v->events[k].event == EVENT_DEED && v->events[k].number == rows[i].deed)
                to = &v->events[k].verdicts;
        if (!to || rows[i].answer < 0 || rows[i].answer > 2) continue;
        *(rows[i].follows ? &to->following : &to->raised) += rows[i].people;
        (rows[i].follows ? to->of_following : to->of_raised)[rows[i].answer] += rows[i].people;
    }
    return OK;
}

static enum err around(struct request *req, struct commitment_view *v)
{
    struct commitment_owners_shown_row *rows;
    struct advice_point_numbers_row *points;
    TRY(commitment_owners_shown(req->db, req->arena, v->c.id, &rows, &v->others_n));
    v->others = NEW(req->arena, struct said, v->others_n + 1);
    for (size_t i = 0; i < v->others_n; i++)
        v->others[i] = owner_said(req->lang, &v->d, rows[i].name, rows[i].name_en);
    TRY(commitment_places_shown(req->db, req->arena, v->c.id, &v->places, &v->places_n));
    TRY(notes_shown(req->db, req->arena, v->c.id, &v->notes, &v->notes_n));
    TRY(advice_point_numbers(req->db, req->arena, v->c.advice, &points, &v->points));
    v->owner = owner_said(req->lang, &v->d, v->c.owner_name, v->c.owner_en);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct commitment_view *v = NEW(req->arena, struct commitment_view, 1);
    bool found;
    v->number = req->param[1].number;
    TRY(dialogue_open(req, res, &v->d));
    TRY(commitment_shown(req->db, req->arena, v->d.id, v->number, v->d.own,
                         lang_about(req->lang)->code, &v->c, &found));
    if (!found) return FAIL(ERR_MISSING, "no commitment %lld", (long long)v->number);
    TRY(mail_ready(req->db, req->arena, &v->can_mail));
    TRY(events(req, v));
    TRY(verdicts(req, v));
    TRY(around(req, v));
    if (v->d.counts_days) TRY(commitment_silent(req, v->c.id, &v->silence, &v->silent));
    v->late =
        commitment_lateness(v->c.first_due, v->c.state, v->c.has_ended, v->c.ended, req->today);
    v->paper =
        paper_links_to(req->arena, PATH(req->arena, "/{}/toezegging/{}/raadsstuk", v->d.slug,
                                        number_text(req->arena, true, v->number)));
    v->body = markdown(req->arena, v->c.body, 3);
    res->frame.title = v->c.title;
    dialogue_crumb(res, PATH(req->arena, "/{}/daden", v->d.slug),
                   words_in(SAY("Daden"), req->lang));
    dialogue_crumb(res, (struct path){ req->path },
                   FILL(req->arena, SAY("Toezegging {n}"), req->lang,
                        { "n", number_text(req->arena, true, v->number) }));
    dialogue_follow(req, res, &v->d, STR(""), STR(""));
    commitment_page(response_page(req, res), v);
    return OK;
}

const struct page deeds_show = {
    .path = "/:dialogue/toezegging/#commitment",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
