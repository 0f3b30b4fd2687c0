/* receive.c — a voice comes in: its number, its receipt, and whether it came in a wave. See intake.h. */
#include "features/voices/voices.h"

#include "algo/similar.h"
#include "features/history/history.h"
#include "base/bytes.h"
#include "web/token.h"

#include <stdlib.h>

enum {
    PER_MINUTE = 120,
    WAVE_SECONDS = 60,
    WAVE_LOOKS_BACK = 5000,
    HOLD_SECONDS = 600,
    SALT = 16
};

struct term channel_term(int channel)
{
    switch ((enum channel)channel) {
    case CHANNEL_WEB: return (struct term){ "web", SAY("Van huis, op het scherm") };
    case CHANNEL_SPOKEN: return (struct term){ "spoken", SAY("Van huis, ingesproken") };
    case CHANNEL_PAPER: return (struct term){ "paper", SAY("Op papier") };
    case CHANNEL_PHONE: return (struct term){ "phone", SAY("Aan de telefoon") };
    case CHANNEL_COUNTER: return (struct term){ "counter", SAY("Aan de balie") };
    case CHANNEL_TABLE:
        return (struct term){ "table", SAY("Aan tafel, tijdens een bijeenkomst") };
    case CHANNEL_MAP: return (struct term){ "map", SAY("Gezocht op de sociale kaart") };
    case CHANNELS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term consent_term(int consent)
{
    switch ((enum consent)consent) {
    case CONSENT_PUBLIC: return (struct term){ "openbaar", SAY("Iedereen mag het lezen") };
    case CONSENT_TEAM: return (struct term){ "team", SAY("Alleen het team mag het lezen") };
    case CONSENT_COUNTED: return (struct term){ "tellen", SAY("Alleen meetellen") };
    case CONSENTS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term check_state_term(int state)
{
    switch ((enum check_state)state) {
    case CHECK_WAITING: return (struct term){ "waiting", SAY("Wacht tot iemand het naleest") };
    case CHECK_HELD:
        return (struct term){ "held", SAY("Apart gehouden: er kwam heel veel tegelijk") };
    case CHECK_CHECKED: return (struct term){ "checked", SAY("Nagelezen") };
    case CHECK_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

/* ---- codes ---- */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct str receipt_letters(struct arena *a, struct str bytes)
{
    char *code = NEW(a, char, RECEIPT_CODE + 1);
    for (int i = 0; i < RECEIPT_CODE; i++) code[i] = alphabet[(unsigned char)bytes.s[i] & 31];
    return (struct str){ code, RECEIPT_CODE };
}

struct str receipt_code(const struct request *req, int64_t which)
{
    const struct str made = hmac(req->arena, req->secret,
                                 arena_format(req->arena, "receipt %lld %.*s", (long long)which,
                                              STR_ARG(hex_write(req->arena, req->key))));
    return receipt_letters(req->arena, made);
}

static char read_one(char c)
{
    if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    for (const char *at = alphabet; *at; at++)
        if (*at == c) return c;
    return 0;
}

bool receipt_read(struct arena *a, struct str typed, struct str *code)
{
    char *to = NEW(a, char, RECEIPT_CODE + 1);
    size_t n = 0;
    for (size_t i = 0; i < typed.n; i++) {
        const char c = typed.s[i];
        if (c == ' ' || c == '-' || c == '.' || c == '\t') continue;
        const char read = read_one(c);
        if (!read || n == RECEIPT_CODE) return false;
        to[n++] = read;
    }
    *code = (struct str){ to, n };
    return n == RECEIPT_CODE;
}

struct str receipt_shown(struct arena *a, struct str code)
{
    return arena_format(a, "%.*s-%.*s-%.*s", STR_ARG(str_upto(code, 4)),
                        STR_ARG(str_upto(str_from(code, 4), 4)), STR_ARG(str_from(code, 8)));
}

struct str code_slug(struct arena *a, struct str code)
{
    const struct str shown = receipt_shown(a, code);
    char *small = NEW(a, char, shown.n + 1);
    for (size_t i = 0; i < shown.n; i++)
        small[i] =
            (char)(shown.s[i] >= 'A' && shown.s[i] <= 'Z' ? shown.s[i] | 32 : shown.s[i]);
    return (struct str){ small, shown.n };
}

struct path receipt_path(struct arena *a, struct str code)
{
    return PATH(a, "/bewijs/{}", code_slug(a, code));
}

struct str receipt_hash(struct arena *a, struct str code)
{
    return sha256(a, arena_join(a, STR("receipt "), code));
}

/* ---- whether it may come in ---- */

static enum err listening_read(struct db *db, struct arena *a, int64_t dialogue,
                               struct day today, struct listening *l)
{
    struct listening_of_row row;
    bool found;
    int64_t phases;
    *l = (struct listening){ .per_minute = PER_MINUTE, .recordings = true };
    TRY(listening_of(db, a, dialogue, &row, &found));
    if (found) {
        l->has_until = row.has_until;
        l->until = row.until;
        l->open = row.is_open && (!row.has_until || today.n <= row.until.n);
        l->recordings = row.recordings;
        l->per_minute = row.per_minute;
        return OK;
    }
    TRY(listening_phases(db, dialogue, &phases));
    l->open = phases > 0;
    return OK;
}

enum err listening_now(struct request *req, int64_t dialogue, struct listening *l)
{
    return listening_read(req->db, req->arena, dialogue, req->today, l);
}

/* Whether as many came in within a minute as make a wave, `number` included. Numbers follow each other,
 * so mostly one look at the voice so many before this one tells; what the team typed in does not count. */
static enum err is_wave(struct tx *tx, const struct request *req, int64_t dialogue,
                        int64_t number, int64_t per_minute, bool *wave)
{
    const struct instant since = { req->now.s - WAVE_SECONDS };
    struct intake_at_row then;
    int64_t many;
    TRY(intake_at(tx->db, req->arena, dialogue, number - per_minute, &then, wave));
    *wave = *wave && then.received.s > since.s;
    if (!*wave) return OK;
    TRY(intake_since(tx->db, dialogue, number - WAVE_LOOKS_BACK, since, &many));
    *wave = many >= per_minute;
    return OK;
}

static enum err hold_over(struct tx *tx, const struct request *req, int64_t dialogue)
{
    TRY(hold_end(tx, dialogue, req->now));
    return history_write(tx, req,
                         &(struct change){ .dialogue = dialogue,
                                           .thing = THING_DIALOGUE,
                                           .number = dialogue,
                                           .act = ACT_OPENED },
                         NULL);
}

/* A hold that goes on, or one that begins now because too much comes in at once. One that began by
 * itself ends by itself, with the first voice after the wave; one that somebody began does not. What the
 * team types in is never kept apart, nor what tables note: their phones send an evening in one go. */
static enum err held_now(struct tx *tx, const struct request *req, const struct received *in,
                         int64_t number, bool *held)
{
    const int64_t dialogue = in->dialogue;
    struct hold_now_row row;
    struct listening l;
    int64_t hold;
    bool goes_on, wave;
    *held = false;
    if (req->visitor.person || in->channel == CHANNEL_TABLE) return OK;
    TRY(hold_now(tx->db, req->arena, dialogue, &row, &goes_on));
    *held = goes_on;
    if (goes_on && (row.has_started_by || row.since.s + HOLD_SECONDS > req->now.s)) return OK;
    TRY(listening_read(tx->db, req->arena, dialogue, req->today, &l));
    TRY(is_wave(tx, req, dialogue, number, l.per_minute, &wave));
    *held = wave;
    if (goes_on && !wave) return hold_over(tx, req, dialogue);
    if (goes_on || !wave) return OK;
    TRY(hold_add(tx, dialogue, req->now, false, 0, &hold));
    return history_write(tx, req,
                         &(struct change){ .dialogue = dialogue,
                                           .thing = THING_DIALOGUE,
                                           .number = dialogue,
                                           .act = ACT_HELD },
                         NULL);
}

/* ---- coming in ---- */

static enum err next_number(struct tx *tx, struct arena *a, int64_t dialogue, int64_t *number)
{
    struct voice_last_row last;
    bool found;
    TRY(voice_last(tx->db, a, dialogue, &last, &found));
    *number = found ? last.number + 1 : 1;
    return OK;
}

struct foreseen voice_foresee(const struct request *req, int64_t which, struct str code,
                              struct str body)
{
    struct arena *a = req->arena;
    struct foreseen f = { .code = code.n ? code : receipt_code(req, which),
                          .fingerprint = similar_fingerprint(a, body).same };
    f.hash = receipt_hash(a, f.code);
    f.salt = str_upto(hmac(a, req->secret, arena_join(a, STR("salt "), f.code)), SALT);
    return f;
}

static enum err add_voice(struct tx *tx, const struct request *req, const struct received *in,
                          struct str salt, struct receipt *out)
{
    const bool counted = in->consent == CONSENT_COUNTED, story = in->title.n > 0;
    TRY(voice_add(tx, in->dialogue, out->number, out->number, in->theme != 0, in->theme,
                  in->at_table != 0, in->at_table, in->neighbourhood != 0, in->neighbourhood,
                  story || in->kind >= 0, story ? KIND_STORY : (enum kind)in->kind, true,
                  in->day.has ? in->day.day : req->today, in->lang, in->body, salt,
                  counted ? VISIBILITY_HIDDEN : VISIBILITY_WAITING,
                  counted ? ACCOUNT_ONLY_COUNTED : ACCOUNT_OPEN, false, 0, &out->voice));
    if (in->sound.n) TRY(recording_put(tx, out->voice, in->sound_type, in->sound));
    if (!story) return OK;
    const struct str slug = arena_format(req->arena, "verhaal-%lld", (long long)out->number);
    TRY(story_add(tx, out->voice, in->dialogue, slug, out->number, in->signed_by));
    return story_text_put(tx, out->voice, in->own, in->title);
}

enum err voice_receive(struct tx *tx, const struct request *req, const struct received *in,
                       struct receipt *out)
{
    const struct foreseen f =
        in->foreseen ? *in->foreseen : voice_foresee(req, in->which, in->code, in->body);
    struct intake_by_receipt_row known;
    bool found;
    *out = (struct receipt){ .code = f.code };
    TRY(intake_by_receipt(tx->db, req->arena, f.hash, &known, &found));
    if (found && in->code.n) return FAIL(ERR_CLASH, "this card was used before");
    if (found) {
        out->voice = known.voice;
        out->number = known.number;
        out->held = known.state == CHECK_HELD;
        return OK;
    }
    TRY(next_number(tx, req->arena, in->dialogue, &out->number));
    TRY(held_now(tx, req, in, out->number, &out->held));
    TRY(add_voice(tx, req, in, f.salt, out));
    TRY(intake_add(tx, out->voice, in->dialogue, req->now, in->channel, in->consent, in->young,
                   f.hash, req->visitor.person != 0, req->visitor.person, f.fingerprint,
                   out->held ? CHECK_HELD : CHECK_WAITING));
    return history_write(tx, req,
                         &(struct change){ .dialogue = in->dialogue,
                                           .thing = THING_VOICE,
                                           .number = out->voice,
                                           .act = ACT_MADE },
                         NULL);
}
