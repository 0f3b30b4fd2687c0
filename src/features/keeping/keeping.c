/* keeping.c — see keeping.h: words, and the mails to owners. */
#include "features/keeping/keeping.h"

#include "base/bytes.h"
#include "features/voices/voices.h"

#include <stdlib.h>

static struct term term(const char *code, const struct words *words)
{
    return (struct term){ code, words };
}

struct term occasion_term(int occasion)
{
    switch ((enum occasion)occasion) {
    case OCCASION_BEFORE: return term("before", SAY("Voor de datum"));
    case OCCASION_DUE: return term("due", SAY("Op de datum"));
    case OCCASION_LATE: return term("late", SAY("Na de datum"));
    case OCCASION_YEARLY: return term("yearly", SAY("Elk jaar"));
    case OCCASION_BY_HAND: return term("by-hand", SAY("Door een collega"));
    case OCCASIONS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term owner_answer_term(int answer)
{
    switch ((enum owner_answer)answer) {
    case OWNER_DONE: return term("done", SAY("Het is gedaan"));
    case OWNER_UNDER_WAY: return term("under-way", SAY("Wij zijn bezig"));
    case OWNER_LATER: return term("later", SAY("Het wordt later"));
    case OWNER_STOPPED: return term("stopped", SAY("Wij stoppen ermee"));
    case OWNER_ANSWERS: break;
    }
    abort(); /* the schema keeps such a value out */
}

enum link_state link_state_of(const struct asking_open_row *a, struct day today)
{
    if (a->has_answered) return LINK_ANSWERED;
    if (!a->asked) return LINK_PASSED_ON;
    if (a->newest > a->asking) return LINK_REPLACED;
    if (today.n > a->day.n + LINK_DAYS) return LINK_EXPIRED;
    if (a->state == COMMITMENT_STOPPED ||
        (a->state == COMMITMENT_DONE && a->horizon != HORIZON_STRUCTURAL))
        return LINK_OVER;
    return LINK_OPEN;
}

/* ---- one mail ---- */

static const struct words *why_now(enum occasion occasion)
{
    switch (occasion) {
    case OCCASION_BEFORE: return SAY("De datum komt eraan. Lukt het?");
    case OCCASION_DUE: return SAY("Vandaag is de dag die is beloofd. Is het gelukt?");
    case OCCASION_LATE: return SAY("De datum is voorbij. Hoe ver is het nu?");
    case OCCASION_YEARLY: return SAY("Dit zou blijven. Is het er nog steeds?");
    case OCCASION_BY_HAND: return SAY("Een collega vraagt hoe ver het is.");
    case OCCASIONS: break;
    }
    abort(); /* the schema keeps such a value out */
}

static struct letter letter_of(struct request *req, const struct owners_to_ask_row *owner,
                               enum occasion occasion, struct str code,
                               const struct frame *frame, bool silent)
{
    enum lang lang;
    if (!lang_read(owner->own, &lang)) lang = LANG_NL;
    struct letter l = LETTER_START(req->arena, lang, SAY("Hoe ver is het? {titel}"),
                                   { "titel", owner->title });
    LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", owner->name });
    letter_say(&l, words_in(why_now(occasion), lang));
    letter_fact(&l, SAY("Toezegging"), owner->title);
    letter_fact(&l, SAY("Wie"), owner->owner);
    letter_day(&l, SAY("Eerst beloofd voor"), owner->first_due);
    if (owner->due.n != owner->first_due.n) letter_day(&l, SAY("Nu beloofd voor"), owner->due);
    const struct str path =
        PATH(req->arena, "/stand-van-zaken/{}", code_slug(req->arena, code)).text;
    letter_link(&l, SAY("Antwoord hier, zonder account. Het duurt één minuut:"),
                arena_join(req->arena, req->site, path));
    letter_say(&l, words_in(SAY("De link is voor deze ene toezegging en werkt 30 dagen. Wat u "
                                "antwoordt, staat meteen op de site."),
                            lang));
    if (silent)
        letter_say(&l, words_in(SAY("Op onze vorige mail kwam geen antwoord. Blijft het stil, "
                                    "dan staat dat op de site."),
                                lang));
    letter_end(&l, frame);
    return l;
}

enum err keeping_ask_one(struct tx *tx, struct request *req,
                         const struct owners_to_ask_row *owner, enum occasion occasion,
                         int64_t person)
{
    struct str chance;
    struct commitment_silence_row silence;
    struct frame frame = { 0 };
    int64_t number, asking;
    TRY(chance_bytes(req->arena, RECEIPT_CODE, &chance));
    const struct str code = receipt_letters(req->arena, chance);
    TRY(site_frame(req, &frame));
    TRY(commitment_silence(tx->db, req->arena, owner->commitment, &silence));
    TRY(asking_next(tx->db, owner->commitment, &number));
    TRY(asking_add(tx, owner->commitment, number, owner->department, occasion, req->today,
                   receipt_hash(req->arena, code), person > 0, person, &asking));
    const struct letter l = letter_of(req, owner, occasion, code, &frame, silence.mails > 0);
    return mail_put(
        tx, req,
        &(struct mail){
            .kind = MAIL_OWNER, .about = asking, .to = owner->email, .letter = &l });
}

/* ---- everybody for whom today is a day ---- */

static bool to_be_asked(const struct owners_to_ask_row *o, struct day today, enum occasion *why)
{
    const bool heard_last = o->has_heard && (!o->has_asked || o->heard.n > o->asked.n);
    const struct reminding r = {
        .made = o->made,
        .due = o->due,
        .runs = o->state < COMMITMENT_DONE,
        .stays = o->state == COMMITMENT_DONE && o->horizon == HORIZON_STRUCTURAL,
        .done = o->ended,
        .has_last = o->has_asked || o->has_heard,
        .last = heard_last ? o->heard : o->asked,
    };
    return mail_address(o->email) && reminder_due(&r, today, why);
}

static enum err ask_some(struct tx *tx, struct request *req, struct daily_round *round)
{
    struct owners_to_ask_row *rows;
    size_t n;
    enum occasion why;
    TRY(owners_to_ask(tx->db, req->arena, round->after, round->after_2, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        round->next = rows[i].commitment;
        round->next_2 = rows[i].department;
        if (!to_be_asked(&rows[i], req->today, &why)) continue;
        TRY(keeping_ask_one(tx, req, &rows[i], why, 0));
        round->done++;
    }
    round->more = n == owners_to_ask_limit;
    return OK;
}

enum err keeping_ask(struct store *st, const struct daily *daily, int64_t *sent)
{
    return daily_rounds(st, daily, ask_some, sent);
}
