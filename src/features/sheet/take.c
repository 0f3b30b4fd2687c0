/* take.c — a row that a device hands in is done, once. See sheet.h. */
#include "features/sheet/sheet.h"

#include "base/bytes.h"

enum err sheet_heard(struct tx *tx, struct request *req, const struct sheet *s,
                     struct str device, int64_t waiting, bool rehearsed, int64_t *id)
{
    struct sheet_device_find_row row;
    bool known;
    TRY(sheet_device_find(tx->db, req->arena, s->row.id, device, &row, &known));
    if (!known) {
        row = (struct sheet_device_find_row){ 0 };
        TRY(sheet_device_add(tx, s->row.id, device, req->now, &row.id));
    }
    *id = row.id;
    if (rehearsed) {
        row.has_rehearsed = true;
        row.rehearsed = req->now;
    }
    if (!rehearsed && waiting < 0) return OK;
    return sheet_device_heard(tx, row.id, req->now, waiting < 0 ? 0 : waiting,
                              row.has_rehearsed, row.rehearsed);
}

static const struct sheet_rounds_row *round_of(const struct sheet *s, int64_t round)
{
    for (size_t i = 0; i < s->rounds_n; i++)
        if (s->rounds[i].round == round) return &s->rounds[i];
    return NULL;
}

static const char *text_wrong(struct str text)
{
    if (!str_trim(text).n) return "leeg";
    size_t characters = 0;
    for (size_t i = 0; i < text.n; i++) characters += ((unsigned char)text.s[i] & 0xC0) != 0x80;
    return characters > SHEET_TEXT_MOST ? "lang" : NULL;
}

/* As the table does it, whoever is signed in on that phone. The key makes the receipt: the same row gives
 * the same one, so that voice_receive too keeps it once. */
static struct request as_table(const struct request *req, const struct sheet *s,
                               struct str mark)
{
    struct request as = *req;
    as.visitor = (struct visitor){ 0 };
    as.key = arena_format(req->arena, "note %lld %.*s", (long long)s->row.id,
                          STR_ARG(hex_write(req->arena, mark)));
    return as;
}

static enum err keep(struct tx *tx, struct request *req, const struct sheet *s,
                     const struct sheet_row *row, int64_t device, int64_t voice)
{
    int64_t id;
    return sheet_row_add(tx, s->row.id, row->mark, device, row->turn, row->act, voice != 0,
                         voice, row->speaker > 0, row->speaker, row->written, req->now, &id);
}

/* ---- each act ---- */

static enum err note(struct tx *tx, struct request *req, const struct sheet *s,
                     const struct sheet_row *row, int64_t device, const char **why)
{
    const struct sheet_rounds_row *round = round_of(s, row->round);
    const struct request as = as_table(req, s, row->mark);
    struct receipt receipt;
    *why = text_wrong(row->text);
    if (!*why && !round) *why = "ronde";
    if (*why) return OK;
    TRY(voice_receive(tx, &as,
                      &(struct received){ .dialogue = s->d.id,
                                          .own = s->d.own,
                                          .lang = s->d.own,
                                          .body = row->text,
                                          .theme = round->theme,
                                          .at_table = round->id,
                                          .kind = row->kind,
                                          .day = { true, s->row.day },
                                          .channel = CHANNEL_TABLE,
                                          .consent = CONSENT_PUBLIC },
                      &receipt));
    return keep(tx, req, s, row, device, receipt.voice);
}

/* The note a row is about, when it can still be changed. */
static enum err about(struct tx *tx, struct request *req, const struct sheet *s,
                      const struct sheet_row *row, struct sheet_row_find_row *of,
                      struct voice_state_row *voice, const char **why)
{
    bool found;
    TRY(sheet_row_find(tx->db, req->arena, s->row.id, row->of, of, &found));
    if (!found || of->act != SHEET_NOTE || !of->has_voice) {
        *why = "weg";
        return OK;
    }
    TRY(voice_state(tx->db, req->arena, of->voice, voice, &found));
    if (!found || voice->account == ACCOUNT_WITHDRAWN || voice->visibility == VISIBILITY_ERASED)
        *why = "weg";
    return OK;
}

/* Another phone was first: the note is gone, as this row wants. */
static bool is_gone(const struct sheet_row *row, const struct sheet_row_find_row *of,
                    const char **why)
{
    if (!*why || row->act != SHEET_WITHDRAW || !of->has_voice) return false;
    *why = NULL;
    return true;
}

/* A phone that had no signal may only now tell what the table mended. The table is closed, so that it
 * changes nothing by itself: the team reads it beside the note. */
static enum err tell_team(struct tx *tx, struct request *req, const struct sheet *s,
                          const struct sheet_row *row, int64_t device, const char **why)
{
    struct sheet_row_find_row of;
    struct voice_state_row voice;
    int64_t id;
    TRY(about(tx, req, s, row, &of, &voice, why));
    if (is_gone(row, &of, why) || *why) return OK;
    TRY(message_add(tx, of.voice, req->now, false, 0,
                    row->act == SHEET_CHANGE
                        ? FILL(req->arena, SAY("De tafel maakte hiervan: {tekst}"), LANG_NL,
                               { "tekst", row->text })
                        : words_in(SAY("De tafel haalde deze notitie weg."), LANG_NL),
                    &id));
    return keep(tx, req, s, row, device, of.voice);
}

static enum err change(struct tx *tx, struct request *req, const struct sheet *s,
                       const struct sheet_row *row, int64_t device, const char **why)
{
    const struct request as = as_table(req, s, row->mark);
    struct sheet_row_find_row of;
    struct voice_state_row voice;
    *why = text_wrong(row->text);
    if (!*why) TRY(about(tx, req, s, row, &of, &voice, why));
    if (*why) return OK;
    if (!str_eq(row->text, voice.has_said ? voice.said : voice.body))
        TRY(voice_correct(tx, &as, of.voice, row->text));
    if (row->kind != (voice.has_kind ? (int)voice.kind : -1))
        TRY(voice_sort(tx, &as, of.voice,
                       &(struct voice_place){
                           .theme = voice.has_theme ? voice.theme : 0,
                           .neighbourhood = voice.has_neighbourhood ? voice.neighbourhood : 0,
                           .at_table = voice.has_at_table ? voice.at_table : 0,
                           .kind = row->kind },
                       NULL));
    TRY(sheet_speaker_put(tx, of.id, row->speaker > 0, row->speaker));
    return keep(tx, req, s, row, device, of.voice);
}

static enum err withdraw(struct tx *tx, struct request *req, const struct sheet *s,
                         const struct sheet_row *row, int64_t device, const char **why)
{
    const struct request as = as_table(req, s, row->mark);
    struct sheet_row_find_row of;
    struct voice_state_row voice;
    TRY(about(tx, req, s, row, &of, &voice, why));
    if (is_gone(row, &of, why) || *why) return OK;
    TRY(voice_withdraw(tx, &as, of.voice));
    return keep(tx, req, s, row, device, of.voice);
}

static enum err agree(struct tx *tx, struct request *req, const struct sheet *s,
                      const struct sheet_row *row, int64_t device)
{
    if (req->today.n < s->row.day.n) return OK; /* a rehearsal: the evening is still to come */
    TRY(sheet_close(tx, s->row.id, req->now, true, row->agreed));
    return keep(tx, req, s, row, device, 0);
}

/* All who note without script are the same device: of none of them is known since when it is there. */
static bool is_nobody(struct str device)
{
    for (size_t i = 0; i < device.n; i++)
        if (device.s[i]) return false;
    return true;
}

/* A phone that was there before the end may have waited for a signal all that time. One that was never heard
 * of may have too, for a week, when the table was not closed by who sat there. */
enum err sheet_shut(struct db *db, const struct request *req, const struct sheet *s,
                    struct str device, bool *shut)
{
    struct sheet_device_find_row row;
    struct sheet_find_row now;
    bool known;
    TRY(sheet_find(db, req->arena, s->row.hash, &now, &known));
    *shut = known && now.has_closed;
    if (!*shut || is_nobody(device)) return OK;
    TRY(sheet_device_find(db, req->arena, s->row.id, device, &row, &known));
    const bool late = req->now.s >= now.closed.s + SHEET_DAYS_AFTER * 86400;
    const bool there = known && row.opened.s <= now.closed.s;
    *shut = !there && (now.has_agreed || late);
    return OK;
}

enum err sheet_take(struct tx *tx, struct request *req, const struct sheet *s,
                    const struct sheet_row *row, const char **why)
{
    struct sheet_row_find_row before;
    int64_t device, many;
    bool found, closed, shut = false;
    *why = NULL;
    TRY(sheet_row_find(tx->db, req->arena, s->row.id, row->mark, &before, &found));
    if (found) return OK;
    if (row->rehearsal) return sheet_heard(tx, req, s, row->device, -1, true, &device);
    TRY(sheet_shut(tx->db, req, s, STR(""), &closed));
    if (closed && row->act == SHEET_AGREE) return OK; /* another phone was first */
    if (closed) TRY(sheet_shut(tx->db, req, s, row->device, &shut));
    TRY(sheet_full(tx->db, s->row.id, &many));
    if (shut || many >= SHEET_ROWS_MOST) {
        *why = shut ? "dicht" : "vol";
        return OK;
    }
    TRY(sheet_heard(tx, req, s, row->device, -1, false, &device));
    if (closed && (row->act == SHEET_CHANGE || row->act == SHEET_WITHDRAW))
        return tell_team(tx, req, s, row, device, why);
    switch (row->act) {
    case SHEET_NOTE: return note(tx, req, s, row, device, why);
    case SHEET_CHANGE: return change(tx, req, s, row, device, why);
    case SHEET_WITHDRAW: return withdraw(tx, req, s, row, device, why);
    case SHEET_AGREE: return agree(tx, req, s, row, device);
    case SHEET_ACTS: break;
    }
    *why = "fout";
    return OK;
}
