/* queue.c — /:dialogue/beheer/nakijken: what waits for a reader, and what is done with what they choose. */
#include "features/review/queue.h"

#include "features/review/decide.h"
#include "features/review/queue.html.h"
#include "features/review/message.sql.h"
#include "features/review/queue_form.h"

/* ---- what is asked ---- */

static enum err read_theme(struct request *req, struct queue_view *v, struct str slug)
{
    struct theme_find_row row;
    if (!slug.n) return OK;
    TRY(theme_find(req->db, req->arena, v->d.id, slug, &row, &v->f.has_theme));
    if (!v->f.has_theme) return FAIL(ERR_MISSING, "no such theme");
    v->f.theme = row.id;
    return OK;
}

static enum err read_after(struct request *req, struct queue_view *v, struct str number)
{
    struct voice_find_row row;
    int64_t n;
    bool found;
    if (!number.n) return OK;
    if (!str_number(number, INT64_MAX, &n))
        return FAIL(ERR_INPUT, "a page that begins nowhere");
    TRY(voice_find(req->db, req->arena, v->d.id, n, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such voice");
    v->f.after = row.id;
    return OK;
}

enum {
    ASKED_STATE,
    ASKED_THEME,
    ASKED_CHANNEL,
    ASKED_LANG,
    ASKED_HELP,
    ASKED_AFTER,
    ASKED_DONE,
    ASKED_LEFT
};

static enum err read_filter(struct request *req, struct queue_view *v)
{
    const struct str *q = req->query;
    int channel;
    if (q[ASKED_STATE].n && !str_is(q[ASKED_STATE], "apart"))
        return FAIL(ERR_INPUT, "no such list");
    v->f.state = q[ASKED_STATE].n ? CHECK_HELD : CHECK_WAITING;
    TRY(read_theme(req, v, q[ASKED_THEME]));
    v->f.has_channel = q[ASKED_CHANNEL].n > 0;
    if (v->f.has_channel && !term_read(channel_term, 0, CHANNELS, q[ASKED_CHANNEL], &channel))
        return FAIL(ERR_INPUT, "no such channel");
    if (v->f.has_channel) v->f.channel = (enum channel)channel;
    v->f.has_lang = q[ASKED_LANG].n > 0;
    v->f.lang = q[ASKED_LANG];
    v->f.help = q[ASKED_HELP].n ? HELP_NEED : HELP_NONE;
    TRY(read_after(req, v, q[ASKED_AFTER]));
    v->narrowed = v->f.has_theme || v->f.has_channel || v->f.has_lang || v->f.help;
    v->f.apart = v->narrowed;
    return OK;
}

/* This list with the same filter, from another place on. */
static struct path address(struct request *req, const struct queue_view *v, struct str after)
{
    const struct str *q = req->query, slug = v->d.slug;
    if (!v->narrowed && !v->f.state && !after.n)
        return PATH(req->arena, "/{}/beheer/nakijken", slug);
    return PATH(req->arena,
                "/{}/beheer/nakijken?stand={}&thema={}&kanaal={}&taal={}&hulp={}&na={}", slug,
                q[ASKED_STATE], q[ASKED_THEME], q[ASKED_CHANNEL], q[ASKED_LANG], q[ASKED_HELP],
                after);
}

/* ---- what was done a moment ago ---- */

static enum err read_done(struct request *req, struct queue_view *v)
{
    const struct str batch = req->query[ASKED_DONE], left = req->query[ASKED_LEFT];
    struct batch_done_row *rows;
    size_t n;
    if (left.n && !str_number(left, 100000, &v->done.skipped))
        return FAIL(ERR_INPUT, "no such number");
    if (!batch.n) return OK;
    if (!str_number(batch, INT64_MAX, &v->done.batch)) return FAIL(ERR_INPUT, "no such batch");
    TRY(batch_done(req->db, req->arena, v->d.id, v->done.batch, &rows, &n));
    if (!n) v->done.batch = 0; /* another dialogue's, or taken back */
    for (size_t i = 0; i < n; i++) {
        const bool weightier = rows[i].act == ACT_CHANGED || !i;
        if (weightier) v->done.act = rows[i].act;
        if (rows[i].voices > v->done.voices) v->done.voices = rows[i].voices;
        if (!i || rows[i].number < v->done.number) v->done.number = rows[i].number;
    }
    return OK;
}

/* ---- the page ---- */

enum err queue_counts(struct request *req, int64_t dialogue, struct queue_counts *n)
{
    TRY(queue_count(req->db, dialogue, CHECK_WAITING, &n->waiting));
    TRY(queue_count(req->db, dialogue, CHECK_HELD, &n->held));
    TRY(objections_open(req->db, dialogue, &n->objections));
    TRY(messages_waiting_count(req->db, dialogue, &n->messages));
    return photos_in_state(req->db, dialogue, PHOTO_WAITING, &n->photos);
}

static enum err counts(struct request *req, struct queue_view *v)
{
    struct queue_last_row last;
    bool found;
    TRY(queue_counts(req, v->d.id, &v->counts));
    TRY(queue_last(req->db, req->arena, v->d.id, v->f.state, &last, &found));
    v->last = found ? last.voice : 0;
    return hold_going(req->db, req->arena, v->d.id, &v->hold, &v->holding);
}

static enum err rows(struct request *req, struct queue_view *v)
{
    const struct str lang = lang_about(req->lang)->code;
    struct queue_waiting_row *rows, *urgent;
    size_t n, urgent_n = 0;
    if (v->f.help)
        TRY(queue_asking(req->db, req->arena, v->d.id, v->f.state, v->d.own, lang, v->f.after,
                         v->f.has_theme, v->f.theme, v->f.has_channel, v->f.channel,
                         v->f.has_lang, v->f.lang, &rows, &n));
    else
        TRY(queue_waiting(req->db, req->arena, v->d.id, v->f.state, v->d.own, lang, v->f.after,
                          v->f.apart, v->f.has_theme, v->f.theme, v->f.has_channel,
                          v->f.channel, v->f.has_lang, v->f.lang, &rows, &n));
    v->more = n > PAGE_SIZE;
    if (v->more) n = PAGE_SIZE;
    v->items = queue_items(req, rows, n);
    if (!v->f.apart && !v->f.after)
        TRY(queue_urgent(req->db, req->arena, v->d.id, v->f.state, v->d.own, lang, &urgent,
                         &urgent_n));
    if (urgent_n) v->urgent = queue_items(req, urgent, urgent_n);
    v->first = address(req, v, (struct str){ 0 });
    if (v->more)
        v->next =
            address(req, v, arena_format(req->arena, "%lld", (long long)rows[n - 1].number));
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct queue_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    TRY(read_filter(req, &v));
    TRY(read_done(req, &v));
    v.self = address(req, &v, req->query[ASKED_AFTER]);
    res->frame.title = words_in(SAY("Nakijken"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/nakijken", v.d.slug), res->frame.title);
    TRY(counts(req, &v));
    TRY(queue_picks(req, &v));
    TRY(rows(req, &v));
    queue_page(response_page(req, res), &v);
    return OK;
}

/* ---- what is done ---- */

static const struct words *choose_what(void)
{
    return SAY("Kies wat u met deze inbreng wilt doen.");
}
static const struct field fields[] = {
    FIELD_LINE(struct queue_form, deed, "doe", .required = true, .missing = choose_what,
               .most = 80),
    FIELD_NUMBERS(struct queue_form, picked, "kies"),
    FIELD_NUMBERS(struct queue_form, page, "blad"),
    FIELD_TICK(struct queue_form, all, "alles"),
    FIELD_TICK(struct queue_form, apart, "los"),
    FIELD_NUMBER(struct queue_form, last, "tot"),
};
static const struct form form = FORM(struct queue_form, fields);

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct queue_form *f = form_values(req);
    struct queue_view v = { .form = req->form };
    struct decision decision;
    bool known;
    int64_t batch, done, left;

    TRY(desk_open(req, res, &v.d));
    TRY(read_filter(req, &v));
    TRY(decision_read(req, v.d.id, f->deed, &decision, &known));
    const struct chosen chosen = { .numbers = f->all ? f->page : f->picked,
                                   .state = v.f.state,
                                   .apart = f->apart || v.f.apart,
                                   .last = f->last };
    if (!known) form_wrong(req, "doe", choose_what());
    if (!chosen.numbers.n) form_wrong(req, NULL, SAY("Kies eerst een of meer inbrengen."));
    TRY(form_checked(req));
    TRY(decide(tx, req, v.d.id, &decision, &chosen, &batch, &done, &left));
    const struct str back = address(req, &v, (struct str){ 0 }).text;
    const bool bare = str_find(back, STR("?")) == SIZE_MAX;
    return response_redirect(res, (struct path){ arena_format(
                                      req->arena, "%.*s%sgedaan=%lld&over=%lld", STR_ARG(back),
                                      bare ? "?" : "&", (long long)batch, (long long)left) });
}

const struct page review_queue = {
    .path = "/:dialogue/beheer/nakijken",
    .who = WHO_EDITOR,
    .query = "stand thema kanaal taal hulp na gedaan over",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
