/* intake.c — what is decided about a voice, and what its author does with it. See intake.h. */
#include "features/voices/voices.h"

#include "algo/similar.h"
#include "features/history/history.h"
#include "features/voices/undo.sql.h"

typedef struct voice_state_row state_row;

/* A voice that may still be changed. */
static enum err voice_open(struct tx *tx, const struct request *req, int64_t voice,
                           state_row *row)
{
    bool found;
    TRY(voice_state(tx->db, req->arena, voice, row, &found));
    if (!found) return FAIL(ERR_MISSING, "no voice %lld", (long long)voice);
    if (row->visibility == VISIBILITY_ERASED)
        return FAIL(ERR_GONE, "voice %lld is erased", (long long)voice);
    if (row->account == ACCOUNT_WITHDRAWN)
        return FAIL(ERR_GONE, "voice %lld is withdrawn", (long long)voice);
    return OK;
}

static enum err note(struct tx *tx, const struct request *req, const state_row *row,
                     int64_t voice, enum act act, struct str before, struct str after,
                     int64_t *batch)
{
    int64_t id;
    TRY(history_write(tx, req,
                      &(struct change){ .dialogue = row->dialogue,
                                        .thing = THING_VOICE,
                                        .number = voice,
                                        .act = act,
                                        .batch = batch ? *batch : 0,
                                        .before = before,
                                        .after = after },
                      &id));
    if (batch && !*batch) *batch = id;
    return OK;
}

/* ---- decided: what history says of it is "waiting", "held", "shown", "hidden", "hidden harmful" ---- */

static struct str seen_as(struct arena *a, const state_row *row)
{
    if (row->visibility == VISIBILITY_SHOWN) return STR("shown");
    if (row->has_state && row->state == CHECK_HELD) return STR("held");
    if (row->has_state && row->state == CHECK_WAITING) return STR("waiting");
    if (row->visibility == VISIBILITY_WAITING) return STR("waiting");
    if (!row->has_hidden_for) return STR("hidden");
    return arena_format(a, "hidden %s", reason_term((int)row->hidden_for).code);
}

/* A voice that only counts, or is for the team, stays out of sight whatever is decided. */
static enum visibility may_be(const state_row *row, enum visibility wanted)
{
    const bool has = row->has_consent;
    if (has && row->consent == CONSENT_COUNTED) return VISIBILITY_HIDDEN;
    if (has && row->consent == CONSENT_TEAM && wanted == VISIBILITY_SHOWN)
        return VISIBILITY_HIDDEN;
    return wanted;
}

static enum err decide(struct tx *tx, const struct request *req, state_row *row, int64_t voice,
                       enum check_state state, enum visibility wanted, int reason)
{
    const bool checked = state == CHECK_CHECKED;
    row->visibility = may_be(row, wanted);
    row->state = state;
    row->has_hidden_for = reason > 0;
    row->hidden_for = (enum reason)reason;
    TRY(voice_set_visibility(tx, voice, row->visibility));
    TRY(intake_decided(tx, voice, state, checked, req->now, checked && req->visitor.person != 0,
                       req->visitor.person, reason > 0, (enum reason)reason));
    return voice_changed(tx, row->dialogue, voice);
}

/* ---- accounted for: "open", "only-counted", "set-aside unclear" ---- */

static struct str accounted_as(struct arena *a, enum account account, int reason)
{
    const char *code = account_term((int)account).code;
    if (account != ACCOUNT_SET_ASIDE) return str_of(code);
    return arena_format(a, "%s %s", code, reason_term(reason).code);
}

static enum err account_and_note(struct tx *tx, const struct request *req, state_row *row,
                                 int64_t voice, enum act act, enum account account, int reason,
                                 int64_t *batch)
{
    const struct str before = accounted_as(req->arena, row->account, (int)row->reason);
    TRY(voice_set_account(tx, voice, account, reason > 0, (enum reason)reason));
    row->account = account;
    row->reason = (enum reason)reason;
    return note(tx, req, row, voice, act, before, accounted_as(req->arena, account, reason),
                batch);
}

/* Decides, and writes down what it was and is. What is not shown for a reason is set aside for it, so
 * that it does not count as waiting; when that reason goes, its account is open again. */
static enum err decide_and_note(struct tx *tx, const struct request *req, state_row *row,
                                int64_t voice, enum act act, enum check_state state,
                                enum visibility wanted, int reason, int64_t *batch)
{
    const struct str before = seen_as(req->arena, row);
    const bool aside = row->account == ACCOUNT_SET_ASIDE;
    const bool for_that = aside && row->has_hidden_for && row->reason == row->hidden_for;
    int64_t own = 0;
    if (!batch) batch = &own;
    TRY(decide(tx, req, row, voice, state, wanted, reason));
    TRY(note(tx, req, row, voice, act, before, seen_as(req->arena, row), batch));
    if (reason && (row->account == ACCOUNT_OPEN || for_that))
        return account_and_note(tx, req, row, voice, ACT_SET_ASIDE, ACCOUNT_SET_ASIDE, reason,
                                batch);
    if (!reason && for_that)
        return account_and_note(tx, req, row, voice, ACT_OPENED, ACCOUNT_OPEN, 0, batch);
    return OK;
}

static enum err leave_out(struct tx *tx, const struct request *req, state_row *row,
                          int64_t voice, struct str public_body, int64_t *batch)
{
    const struct str said = row->has_said ? row->said : row->body;
    if (str_eq(public_body, row->body)) return OK;
    if (str_eq(public_body, said))
        TRY(said_delete(tx, voice));
    else
        TRY(said_put(tx, voice, said));
    TRY(voice_set_body(tx, voice, public_body));
    return note(tx, req, row, voice, ACT_REWORDED, row->body, public_body, batch);
}

enum err voice_show(struct tx *tx, const struct request *req, int64_t voice,
                    struct str public_body, int64_t *batch)
{
    state_row row;
    int64_t own = 0;
    if (!batch) batch = &own;
    TRY(voice_open(tx, req, voice, &row));
    if (public_body.n) TRY(leave_out(tx, req, &row, voice, public_body, batch));
    return decide_and_note(tx, req, &row, voice, ACT_SHOWN, CHECK_CHECKED, VISIBILITY_SHOWN, 0,
                           batch);
}

enum err voice_reword(struct tx *tx, const struct request *req, int64_t voice,
                      struct str public_body, int64_t *batch)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    TRY(leave_out(tx, req, &row, voice, public_body, batch));
    return voice_changed(tx, row.dialogue, voice);
}

enum err voice_hide(struct tx *tx, const struct request *req, int64_t voice, enum reason reason,
                    int64_t *batch)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    return decide_and_note(tx, req, &row, voice, ACT_HIDDEN, CHECK_CHECKED, VISIBILITY_HIDDEN,
                           (int)reason, batch);
}

enum err voice_recheck(struct tx *tx, const struct request *req, int64_t voice, int64_t *batch)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    return decide_and_note(tx, req, &row, voice, ACT_OPENED, CHECK_WAITING, VISIBILITY_WAITING,
                           0, batch);
}

enum err voice_hold(struct tx *tx, const struct request *req, int64_t voice, int64_t *batch)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    return decide_and_note(tx, req, &row, voice, ACT_HELD, CHECK_HELD, VISIBILITY_WAITING, 0,
                           batch);
}

enum err voice_speaks(struct tx *tx, const struct request *req, int64_t voice, struct str lang)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    if (str_eq(row.lang, lang)) return OK;
    TRY(voice_set_lang(tx, voice, lang));
    TRY(voice_changed(tx, row.dialogue, voice));
    return note(tx, req, &row, voice, ACT_CHANGED, row.lang, lang, NULL);
}

enum err voice_type_out(struct tx *tx, const struct request *req, int64_t voice,
                        struct str lang, struct str body)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    TRY(voice_set_body(tx, voice, body));
    TRY(voice_set_lang(tx, voice, lang));
    TRY(intake_fingerprint_put(tx, voice, similar_fingerprint(req->arena, body).same));
    TRY(recording_delete(tx, voice));
    tx_wipes(tx);
    return note(tx, req, &row, voice, ACT_REWORDED, row.body, body, NULL);
}

enum err voice_translate(struct tx *tx, const struct request *req, int64_t voice,
                         struct str lang, struct str body, int64_t *batch)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    if (body.n)
        TRY(voice_text_put(tx, voice, lang, body));
    else
        TRY(voice_translation_delete(tx, voice, lang));
    TRY(voice_changed(tx, row.dialogue, voice));
    return note(tx, req, &row, voice, ACT_TRANSLATED, lang, body, batch);
}

static enum err account_for(struct tx *tx, const struct request *req, int64_t voice,
                            enum act act, enum account account, int reason, int64_t *batch)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    if (row.has_consent && row.consent == CONSENT_COUNTED && account != ACCOUNT_ONLY_COUNTED)
        return FAIL(ERR_CLASH, "its author wants it counted only");
    return account_and_note(tx, req, &row, voice, act, account, reason, batch);
}

enum err voice_set_aside(struct tx *tx, const struct request *req, int64_t voice,
                         enum reason reason, int64_t *batch)
{
    return account_for(tx, req, voice, ACT_SET_ASIDE, ACCOUNT_SET_ASIDE, (int)reason, batch);
}

enum err voice_only_count(struct tx *tx, const struct request *req, int64_t voice,
                          int64_t *batch)
{
    return account_for(tx, req, voice, ACT_CHANGED, ACCOUNT_ONLY_COUNTED, 0, batch);
}

enum err voice_reopen(struct tx *tx, const struct request *req, int64_t voice, int64_t *batch)
{
    return account_for(tx, req, voice, ACT_OPENED, ACCOUNT_OPEN, 0, batch);
}

/* "3 needed 7 -": theme, kind, neighbourhood and table, by their ids. */
static struct str place_as(struct arena *a, const struct voice_place *p)
{
    return arena_format(a, "%lld %s %lld %lld", (long long)p->theme,
                        p->kind >= 0 ? kind_term(p->kind).code : "-",
                        (long long)p->neighbourhood, (long long)p->at_table);
}

static enum err place_put(struct tx *tx, int64_t dialogue, int64_t voice,
                          const struct voice_place *p)
{
    TRY(voice_set_place(tx, voice, p->theme != 0, p->theme, p->kind >= 0, (enum kind)p->kind,
                        p->neighbourhood != 0, p->neighbourhood, p->at_table != 0,
                        p->at_table));
    return voice_changed(tx, dialogue, voice);
}

enum err voice_sort(struct tx *tx, const struct request *req, int64_t voice,
                    const struct voice_place *place, int64_t *batch)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    const struct voice_place was = {
        .theme = row.has_theme ? row.theme : 0,
        .neighbourhood = row.has_neighbourhood ? row.neighbourhood : 0,
        .at_table = row.has_at_table ? row.at_table : 0,
        .kind = row.has_kind ? (int)row.kind : -1,
    };
    TRY(place_put(tx, row.dialogue, voice, place));
    return note(tx, req, &row, voice, ACT_SORTED, place_as(req->arena, &was),
                place_as(req->arena, place), batch);
}

/* ---- taken back ---- */

static enum err seen_again(struct tx *tx, const struct request *req, state_row *row,
                           int64_t voice, struct str was)
{
    struct str word;
    int reason = 0;
    str_next(&was, ' ', &word);
    if (was.n) term_read(reason_term, 1, REASONS, was, &reason);
    if (str_is(word, "held"))
        return decide(tx, req, row, voice, CHECK_HELD, VISIBILITY_WAITING, 0);
    if (str_is(word, "shown"))
        return decide(tx, req, row, voice, CHECK_CHECKED, VISIBILITY_SHOWN, 0);
    if (str_is(word, "hidden"))
        return decide(tx, req, row, voice, CHECK_CHECKED, VISIBILITY_HIDDEN, reason);
    return decide(tx, req, row, voice, CHECK_WAITING, VISIBILITY_WAITING, 0);
}

static enum err accounted_again(struct tx *tx, int64_t voice, struct str was)
{
    struct str word;
    int account = ACCOUNT_OPEN, reason = 0;
    str_next(&was, ' ', &word);
    term_read(account_term, 0, ACCOUNTS, word, &account);
    if (was.n) term_read(reason_term, 1, REASONS, was, &reason);
    return voice_set_account(tx, voice, (enum account)account, reason > 0, (enum reason)reason);
}

static enum err placed_again(struct tx *tx, const state_row *row, int64_t voice, struct str was)
{
    struct str theme, kind, hood;
    struct voice_place p = { .kind = -1 };
    str_next(&was, ' ', &theme);
    str_next(&was, ' ', &kind);
    str_next(&was, ' ', &hood);
    term_read(kind_term, 0, KINDS, kind, &p.kind);
    if (!str_number(theme, INT64_MAX, &p.theme) ||
        !str_number(hood, INT64_MAX, &p.neighbourhood) ||
        !str_number(was, INT64_MAX, &p.at_table))
        return FAIL(ERR_BROKEN, "history of voice %lld cannot be read", (long long)voice);
    return place_put(tx, row->dialogue, voice, &p);
}

static enum err words_again(struct tx *tx, const state_row *row, int64_t voice, struct str was)
{
    if (row->has_said && str_eq(was, row->said)) TRY(said_delete(tx, voice));
    TRY(voice_set_body(tx, voice, was));
    return voice_changed(tx, row->dialogue, voice);
}

static bool is_account(struct str was)
{
    return str_is(was, "open") || str_is(was, "only-counted") ||
           str_starts(was, STR("set-aside"));
}

static enum err take_back(struct tx *tx, const struct request *req, state_row *row,
                          const struct voices_in_batch_row *h)
{
    switch (h->act) {
    case ACT_SORTED: return placed_again(tx, row, h->voice, h->before);
    case ACT_REWORDED: return words_again(tx, row, h->voice, h->before);
    default: break;
    }
    if (h->act == ACT_CHANGED && !is_account(h->before)) return OK; /* its language */
    return is_account(h->before) ? accounted_again(tx, h->voice, h->before)
                                 : seen_again(tx, req, row, h->voice, h->before);
}

/* One change of a batch, unless somebody else touched the voice since. */
static enum err take_back_one(struct tx *tx, const struct request *req,
                              const struct voices_in_batch_row *h, int64_t batch, bool *done)
{
    state_row row;
    bool found;
    int64_t newest;
    TRY(history_newest_outside(tx->db, THING_VOICE, h->voice, batch, &newest));
    TRY(voice_state(tx->db, req->arena, h->voice, &row, &found));
    *done = found && newest <= h->id && row.visibility != VISIBILITY_ERASED;
    return *done ? take_back(tx, req, &row, h) : OK;
}

enum err voices_undo(struct tx *tx, const struct request *req, int64_t dialogue, int64_t batch,
                     int64_t *done, int64_t *left)
{
    int64_t before = INT64_MAX,
            last = 0; /* changes of one voice stand together: it counts once */
    size_t n = 0;
    *done = *left = 0;
    TRY(history_take_back(tx, batch));
    do {
        struct voices_in_batch_row *rows;
        const struct arena_mark mark = arena_here(req->arena);
        TRY(voices_in_batch(tx->db, req->arena, dialogue, batch, before, &rows, &n));
        for (size_t i = 0; i < n; i++) {
            bool taken;
            TRY(take_back_one(tx, req, &rows[i], batch, &taken));
            if (rows[i].voice != last) *(taken ? done : left) += 1;
            last = rows[i].voice;
            before = rows[i].id;
        }
        arena_back(req->arena, mark);
    } while (n == voices_in_batch_limit);
    return history_write(
        tx, req,
        &(struct change){ .dialogue = dialogue,
                          .thing = THING_DIALOGUE,
                          .number = dialogue,
                          .act = ACT_UNDONE,
                          .after = arena_format(req->arena, "%lld", (long long)batch) },
        NULL);
}

/* ---- by its author, and away ---- */

enum err voice_correct(struct tx *tx, const struct request *req, int64_t voice, struct str body)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    const bool checked = !row.has_state || row.state == CHECK_CHECKED;
    const struct str was = row.has_said ? row.said : row.body;
    TRY(voice_set_body(tx, voice, body));
    TRY(said_delete(tx, voice));
    TRY(voice_translations_delete(tx, voice));
    TRY(intake_fingerprint_put(tx, voice, similar_fingerprint(req->arena, body).same));
    if (checked) {
        TRY(decide(tx, req, &row, voice, CHECK_WAITING, VISIBILITY_WAITING, 0));
    } else {
        tx_wipes(tx); /* what nobody read yet is replaced, and nowhere kept */
    }
    return note(tx, req, &row, voice, ACT_REWORDED, checked ? was : STR(""),
                checked ? body : STR(""), NULL);
}

enum err voice_wipe(struct tx *tx, struct arena *a, int64_t voice, struct instant now)
{
    static const char nothing[16];
    struct objection_ids_row *objections;
    size_t n;
    TRY(voice_empty(tx, voice, (struct str){ nothing, sizeof nothing }));
    TRY(intake_emptied(tx, voice));
    TRY(said_delete(tx, voice));
    TRY(recording_delete(tx, voice));
    TRY(photos_wipe_of_voice(tx, a, voice, now));
    TRY(voice_translations_delete(tx, voice));
    TRY(story_empty(tx, voice));
    TRY(story_titles_empty(tx, voice));
    TRY(messages_delete(tx, voice));
    TRY(objection_ids(tx->db, a, voice, &objections, &n));
    for (size_t i = 0; i < n; i++) TRY(history_forget(tx, THING_OBJECTION, objections[i].id));
    TRY(objections_empty(tx, voice));
    TRY(care_empty(tx, voice));
    TRY(history_forget(tx, THING_VOICE, voice));
    tx_wipes(tx);
    return OK;
}

enum err voice_erase(struct tx *tx, const struct request *req, int64_t voice)
{
    state_row row;
    TRY(voice_open(tx, req, voice, &row));
    TRY(voice_wipe(tx, req->arena, voice, req->now));
    TRY(voice_changed(tx, row.dialogue, voice));
    return note(tx, req, &row, voice, ACT_ERASED, STR(""), STR(""), NULL);
}

enum err voice_withdraw(struct tx *tx, const struct request *req, int64_t voice)
{
    state_row row;
    bool found;
    TRY(voice_state(tx->db, req->arena, voice, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no voice %lld", (long long)voice);
    if (row.account == ACCOUNT_WITHDRAWN)
        return FAIL(ERR_GONE, "voice %lld is withdrawn", (long long)voice);
    TRY(voice_set_account(tx, voice, ACCOUNT_WITHDRAWN, false, 0));
    TRY(voice_wipe(tx, req->arena, voice, req->now));
    TRY(voice_changed(tx, row.dialogue, voice));
    return note(tx, req, &row, voice, ACT_WITHDRAWN, STR(""), STR(""), NULL);
}
