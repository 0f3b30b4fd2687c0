/* receipt.c — from a code to its voice, and everything its author may see. See receipt.h. */
#include "features/receipt/receipt.h"

#include "algo/waiting.h"
#include "features/history/history.h"

#include <stdlib.h>

void receipt_quiet(const struct request *req, struct response *res)
{
    res->no_store = true;
    res->noindex = true;
    res->frame.description = words_in(
        SAY("Bewaar deze code. Hiermee ziet u wat er met uw inbreng gebeurt."), req->lang);
}

static enum err find(struct request *req, struct receipt_voice_row *row)
{
    struct str code;
    bool found = false;
    if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(receipt_voice(req->db, req->arena, receipt_hash(req->arena, code),
                          lang_about(req->lang)->code, row, &found));
    return found ? OK : FAIL(ERR_MISSING, "no such receipt");
}

enum err receipt_voice_open(struct tx *tx, struct request *req, struct receipt_voice_row *row)
{
    req->db = tx->db;
    TRY(find(req, row));
    if (row->visibility == VISIBILITY_ERASED || row->account == ACCOUNT_WITHDRAWN)
        return FAIL(ERR_GONE, "the voice of this receipt is gone");
    return OK;
}

const struct words *receipt_photo_words(const struct photos_sent_with_row *photo)
{
    switch (photo->state) {
    case PHOTO_WAITING: return SAY("Iemand van het team kijkt er nog naar.");
    case PHOTO_SHOWN: return SAY("Iedereen kan die zien, bij uw woorden.");
    case PHOTO_HIDDEN: return SAY("Die ziet alleen het team.");
    case PHOTO_ERASED: return SAY("Die is gewist.");
    case PHOTO_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

int64_t receipt_days(const struct receipt_view *v, struct day since)
{
    return days_waited(since, v->today);
}

/* A reason, when there is one for not being shown or not being used. */
static const struct words *why_not(const struct receipt_voice_row *v)
{
    if (v->account == ACCOUNT_SET_ASIDE) return reason_term((int)v->reason).words;
    if (v->has_hidden_for) return reason_term((int)v->hidden_for).words;
    return NULL;
}

static bool waits_for_answer(const struct receipt_view *v)
{
    for (size_t i = 0; i < v->objections_n; i++)
        if (!v->objections[i].has_decided) return true;
    return false;
}

static enum err fill(struct request *req, struct receipt_view *v)
{
    const struct receipt_voice_row *row = &v->v;
    const struct str lang = lang_about(req->lang)->code;
    v->said = row->has_said ? row->said : row->body;
    v->cut = row->has_said;
    v->checked = row->state == CHECK_CHECKED;
    v->gone = row->visibility == VISIBILITY_ERASED || row->account == ACCOUNT_WITHDRAWN;
    TRY(used_voice(req, row->has_edition ? row->edition : 0, row->own, row->id, &v->used));
    TRY(messages_of(req->db, req->arena, row->id, &v->messages, &v->messages_n));
    TRY(objections_of(req->db, req->arena, row->id, &v->objections, &v->objections_n));
    TRY(photos_sent_with(req->db, req->arena, row->id, &v->photos, &v->photos_n));
    TRY(history_newest(req->db, THING_VOICE, row->id, &v->newest));
    TRY(receipt_advices(req->db, req->arena, row->id, &v->advices, &v->advices_n));
    TRY(receipt_asides(req->db, req->arena, row->id, &v->asides, &v->asides_n));
    TRY(receipt_promises(req->db, req->arena, row->id, row->own, lang, &v->promises,
                         &v->promises_n));
    v->today = req->today;
    v->why = v->gone ? NULL : why_not(row);
    v->may_correct = !v->gone && !row->has_sound;
    v->may_object = v->why && !waits_for_answer(v);
    return OK;
}

enum err receipt_open(struct request *req, struct response *res, struct receipt_view *v)
{
    struct frame *frame = &res->frame;
    struct str code;
    *v = (struct receipt_view){ .f = req->form };
    receipt_quiet(req, res);
    TRY(find(req, &v->v));
    if (!receipt_read(req->arena, req->param[0].text, &code))
        return FAIL(ERR_BROKEN, "a code that was read before");
    for (size_t i = 0; i < 3; i++) v->group[i] = str_upto(str_from(code, 4 * i), 4);
    v->slug = code_slug(req->arena, code);
    TRY(fill(req, v));
    TRY(site_frame(req, frame));
    frame->invented = v->v.invented;
    frame->title = words_in(SAY("Uw bewijs"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}", v->v.slug), v->v.title);
    dialogue_crumb(res, receipt_path(req->arena, code), frame->title);
    return OK;
}

enum err receipt_open_part(struct request *req, struct response *res, const struct words *title,
                           struct receipt_view *v)
{
    TRY(receipt_open(req, res, v));
    if (v->gone) return FAIL(ERR_GONE, "the voice of this receipt is gone");
    res->frame.title = words_in(title, req->lang);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    return OK;
}

enum err receipt_back(struct request *req, struct response *res, const char *done)
{
    return response_redirect(
        res, PATH(req->arena, "/bewijs/{}?gedaan={}", req->param[0].text, str_of(done)));
}
