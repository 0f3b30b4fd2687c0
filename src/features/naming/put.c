/* put.c — a role in the place of a name, written down; and taken back. See naming.h. */
#include "features/summary/summary.h"
#include "features/naming/naming.h"

#include "features/deeds/deeds.h"
#include "features/gathering/gathering.h"
#include "features/photos/photos.h"
#include "features/search/search.h"
#include "features/setup/setup.h"

static enum err note(struct draft *w, enum thing thing, int64_t id, struct str before,
                     struct str after)
{
    int64_t row;
    TRY(history_write(
        w->tx, w->req,
        &(struct change){ w->d->id, thing, id, ACT_REWORDED, w->batch, before, after }, &row));
    if (!w->batch) w->batch = row;
    return OK;
}

static enum err put_point(struct draft *w, const struct named *t, struct str said)
{
    struct draft_point p;
    TRY(draft_open(w, t->number, &p));
    draft_say(w->req->arena, &p.now, t->lang, said);
    return draft_close(w, &p);
}

static enum err put_theme(struct draft *w, const struct named *t, struct str said)
{
    struct naming_theme_row row;
    bool found;
    TRY(naming_theme(w->tx->db, w->req->arena, t->row, t->lang, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such text of a theme");
    if (t->part == PART_THEME_TITLE) row.title = said;
    if (t->part == PART_QUESTION) row.question = said;
    if (t->part == PART_CONTEXT) row.context = said;
    TRY(theme_text_put(w->tx, t->row, t->lang, row.title, row.question, row.context));
    return note(w, THING_THEME, t->row, t->body, said);
}

static enum err put_evening(struct draft *w, const struct named *t, struct str said)
{
    struct naming_evening_row row;
    bool found;
    TRY(naming_evening(w->tx->db, w->req->arena, t->row, t->lang, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such text of an evening");
    if (t->part == PART_EVENING_TITLE) row.title = said;
    if (t->part == PART_PLACE) row.place = said;
    if (t->part == PART_EVENING) row.body = said;
    TRY(gathering_text_put(w->tx, t->row, t->lang, row.title, row.place, row.body));
    return note(w, THING_GATHERING, t->row, t->body, said);
}

static enum err put_story(struct draft *w, const struct named *t, struct str said)
{
    if (t->part == PART_SIGNED)
        TRY(story_sign(w->tx, t->row, said));
    else
        TRY(story_text_put(w->tx, t->row, t->lang, said));
    TRY(voice_changed(w->tx, w->d->id, t->row));
    return note(w, THING_VOICE, t->row, t->body, said);
}

static enum err put_picture(struct draft *w, const struct named *t, struct str said)
{
    if (t->part == PART_ALT)
        TRY(picture_alt_reword(w->tx, t->row, t->lang, said));
    else if (t->part == PART_CAPTION)
        TRY(picture_caption_reword(w->tx, t->row, t->lang, said));
    else
        TRY(picture_maker_reword(w->tx, t->row, said));
    return note(w, THING_DIALOGUE, w->d->id, t->body, said);
}

static enum err put_photo(struct draft *w, const struct named *t, struct str said)
{
    if (t->part == PART_PHOTO)
        TRY(photo_alt_reword(w->tx, t->row, said));
    else if (t->part == PART_PHOTO_EN)
        TRY(photo_alt_en_reword(w->tx, t->row, said));
    else
        TRY(photo_maker_reword(w->tx, t->row, said));
    return note(w, THING_PHOTO, t->row, t->body, said);
}

static enum err put_item(struct draft *w, const struct named *t, struct str said)
{
    if (t->part == PART_ITEM_TITLE)
        TRY(programme_title_reword(w->tx, t->row, t->lang, said));
    else
        TRY(programme_reword(w->tx, t->row, t->lang, said));
    return note(w, THING_DIALOGUE, w->d->id, t->body, said);
}

static enum err put_source(struct draft *w, const struct named *t, struct str said)
{
    if (t->part == PART_SOURCE_TITLE)
        TRY(source_title_reword(w->tx, t->row, t->lang, said));
    else if (t->part == PART_SOURCE_NOTE)
        TRY(source_note_reword(w->tx, t->row, t->lang, said));
    else
        TRY(source_author_reword(w->tx, t->row, said));
    return note(w, THING_DIALOGUE, w->d->id, t->body, said);
}

static enum err put_pillar(struct draft *w, const struct named *t, struct str said)
{
    if (t->part == PART_PILLAR_TITLE)
        TRY(pillar_title_reword(w->tx, t->row, t->lang, said));
    else
        TRY(pillar_reword(w->tx, t->row, t->lang, said));
    return note(w, THING_PILLAR, t->row, t->body, said);
}

static enum err put_summary(struct draft *w, const struct named *t, struct str said)
{
    if (t->part == PART_SUMMARY)
        TRY(summary_reword(w->tx, w->d->id, t->lang, said));
    else
        TRY(summary_maker_reword(w->tx, w->d->id, t->lang, said));
    return note(w, THING_DIALOGUE, w->d->id, t->body, said);
}

static enum err put_advice(struct draft *w, const struct named *t, struct str said)
{
    struct naming_advice_row row;
    bool found;
    TRY(naming_advice(w->tx->db, w->req->arena, t->row, t->lang, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such text of an advice");
    if (t->part == PART_ADVICE_TITLE) row.title = said;
    if (t->part == PART_ADVICE) row.body = said;
    if (t->part == PART_PRIORITY) row.priority = said;
    if (t->part == PART_NEXT) row.next = said;
    TRY(advice_text_put(w->tx, t->row, t->lang, row.title, row.body, row.priority, row.next));
    return note(w, THING_ADVICE, t->row, t->body, said);
}

static enum err put_answer(struct draft *w, const struct named *t, struct str said)
{
    struct naming_answer_row row;
    bool found;
    TRY(naming_answer(w->tx->db, w->req->arena, t->row, t->lang, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such text of an answer");
    if (t->part == PART_REASON) row.reason = said;
    if (t->part == PART_OPTIONS) row.options = said;
    TRY(answer_text_put(w->tx, t->row, t->lang, row.reason, row.options));
    return note(w, THING_ADVICE, t->row, t->body, said);
}

static enum err put_promise(struct draft *w, const struct named *t, struct str said)
{
    struct naming_promise_row row;
    bool found;
    TRY(naming_promise(w->tx->db, w->req->arena, t->row, t->lang, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such text of a commitment");
    if (t->part == PART_PROMISE_TITLE) row.title = said;
    if (t->part == PART_PROMISE) row.body = said;
    if (t->part == PART_STOPPED) row.stopped = said;
    TRY(commitment_text_put(w->tx, t->row, t->lang, row.title, row.body, row.stopped));
    return note(w, THING_COMMITMENT, t->row, t->body, said);
}

static enum err put_deed(struct draft *w, const struct named *t, struct str said)
{
    struct naming_deed_row row;
    bool found;
    TRY(naming_deed(w->tx->db, w->req->arena, t->row, t->lang, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such text of a deed");
    if (t->part == PART_DEED) row.body = said;
    if (t->part == PART_FIGURE) row.figure = said;
    TRY(deed_text_put(w->tx, t->row, t->lang, row.body, row.figure));
    return note(w, THING_COMMITMENT, row.commitment, t->body, said);
}

enum err naming_put(struct draft *w, const struct named *t, struct str said)
{
    switch (t->part) {
    case PART_POINT: return put_point(w, t, said);
    case PART_VOICE: return voice_reword(w->tx, w->req, t->row, said, &w->batch);
    case PART_TRANSLATION:
        return voice_translate(w->tx, w->req, t->row, t->lang, said, &w->batch);
    case PART_SIGNED:
    case PART_TITLE: return put_story(w, t, said);
    case PART_FINDING:
        TRY(finding_text_put(w->tx, t->row, t->lang, said));
        return note(w, THING_FINDING, t->row, t->body, said);
    case PART_THEME_TITLE:
    case PART_QUESTION:
    case PART_CONTEXT: return put_theme(w, t, said);
    case PART_SECTION:
        TRY(section_put(w->tx, w->d->id, (enum section)t->row, t->lang, said));
        return note(w, THING_DIALOGUE, w->d->id, t->body, said);
    case PART_EVENING:
    case PART_EVENING_TITLE:
    case PART_PLACE: return put_evening(w, t, said);
    case PART_ITEM_TITLE:
    case PART_ITEM: return put_item(w, t, said);
    case PART_SUMMARY:
    case PART_SUMMARY_MAKER: return put_summary(w, t, said);
    case PART_ALT:
    case PART_CAPTION:
    case PART_MAKER: return put_picture(w, t, said);
    case PART_PHOTO:
    case PART_PHOTO_EN:
    case PART_PHOTO_MAKER: return put_photo(w, t, said);
    case PART_SOURCE_TITLE:
    case PART_SOURCE_NOTE:
    case PART_AUTHOR: return put_source(w, t, said);
    case PART_PILLAR_TITLE:
    case PART_PILLAR: return put_pillar(w, t, said);
    case PART_ADVICE_TITLE:
    case PART_ADVICE:
    case PART_PRIORITY:
    case PART_NEXT: return put_advice(w, t, said);
    case PART_REASON:
    case PART_OPTIONS: return put_answer(w, t, said);
    case PART_PROMISE_TITLE:
    case PART_PROMISE:
    case PART_STOPPED: return put_promise(w, t, said);
    case PART_DEED:
    case PART_FIGURE: return put_deed(w, t, said);
    case PARTS: break;
    }
    return FAIL(ERR_BROKEN, "a text of no kind");
}

/* ---- taken back ---- */

struct undoing {
    struct arena *a;
    const struct naming_changes_row *changes;
    size_t n;
    struct named *texts; /* of each change: the text, when it is as the act left it */
    bool *there;
};
static enum err match(const struct named *t, void *with)
{
    struct undoing *u = with;
    for (size_t i = 0; i < u->n; i++) {
        const struct naming_changes_row *c = &u->changes[i];
        if (c->part != (int64_t)t->part || c->thing != t->row || !str_eq(c->lang, t->lang) ||
            !str_eq(c->after, t->body))
            continue;
        u->there[i] = true;
        u->texts[i] = *t;
        u->texts[i].lang = c->lang;
        u->texts[i].body = c->after;
    }
    return OK;
}

enum err naming_undo(struct draft *w, int64_t batch, int64_t *done, int64_t *left)
{
    struct arena *a = w->req->arena;
    struct naming_batch_row known;
    struct naming_changes_row *changes;
    size_t n;
    bool found;
    *done = *left = 0;
    TRY(naming_batch(w->tx->db, a, batch, w->d->id, &known, &found));
    if (!found) return FAIL(ERR_MISSING, "no such act to take back");
    TRY(naming_changes(w->tx->db, a, batch, &changes, &n));
    struct undoing u = { a, changes, n, NEW(a, struct named, n), NEW(a, bool, n) };
    TRY(naming_walk(w->tx->db, w->d->id, match, &u));
    for (size_t i = 0; i < n; i++) {
        if (u.there[i]) TRY(naming_put(w, &u.texts[i], changes[i].before));
        *(u.there[i] ? done : left) += 1;
    }
    const enum err e = history_take_back(w->tx, batch);
    if (e != OK && e != ERR_CLASH) return e; /* its points may have been taken back alone */
    TRY(naming_changes_clear(w->tx, batch));
    return search_rebuild(w->tx, w->d->id);
}
