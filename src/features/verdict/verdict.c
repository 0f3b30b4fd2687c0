/* verdict.c — see verdict.h: who may answer, and asking who took part. */
#include "features/verdict/verdict.h"

#include "features/registration/registration.h"
#include "features/voices/voices.h"
#include "web/mail.h"
#include "web/token.h"

#include <stdlib.h>

enum { MARK = 16 };

struct term verdict_term(int answer)
{
    switch ((enum verdict_answer)answer) {
    case VERDICT_YES: return (struct term){ "yes", SAY("Ja, ik merk het") };
    case VERDICT_PARTLY: return (struct term){ "partly", SAY("Een beetje") };
    case VERDICT_NO: return (struct term){ "no", SAY("Nee, ik merk niets") };
    case VERDICT_ANSWERS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term verdict_who_term(int follows)
{
    if (follows) return (struct term){ "followers", SAY("Wie dit volgt") };
    return (struct term){ "raisers", SAY("Wie dit aankaartte") };
}

enum err giver_find(struct request *req, const struct verdict_promise_row *promise,
                    int64_t dialogue, struct str typed, struct giver *giver)
{
    struct str code;
    struct giver_by_receipt_row voice;
    struct giver_by_registration_row registration;
    struct giver_by_follower_row follower;
    *giver = (struct giver){ 0 };
    if (!receipt_read(req->arena, typed, &code)) return OK;
    const struct str hash = receipt_hash(req->arena, code);
    TRY(giver_by_receipt(req->db, req->arena, hash, dialogue, promise->advice, &voice,
                         &giver->known));
    if (!giver->known)
        TRY(giver_by_registration(req->db, req->arena, hash, dialogue, promise->advice,
                                  &registration, &giver->known));
    if (!giver->known) {
        TRY(giver_by_follower(req->db, req->arena, hash, dialogue, promise->advice, promise->id,
                              &follower, &giver->known));
        giver->follows = giver->known;
    }
    /* A follower who stops and begins again has another code, and still the same mailbox. */
    const struct str who = giver->follows ? arena_join(req->arena, STR("follower "),
                                                       mail_mailbox(req->arena, follower.email))
                                          : code;
    const struct str text =
        arena_format(req->arena, "verdict %lld %.*s", (long long)promise->id, STR_ARG(who));
    giver->mark = str_upto(hmac(req->arena, req->secret, text), MARK);
    return OK;
}

/* ---- asking who took part ---- */

static enum err ask_one(struct tx *tx, struct request *req, const struct verdicts_to_ask_row *x,
                        const struct frame *frame)
{
    enum lang lang;
    if (!lang_read(x->lang, &lang)) lang = LANG_NL;
    const struct str code = registration_code(req->arena, req->secret, x->registration);
    const struct str shown = code_slug(req->arena, code);
    const struct str page = PATH(req->arena, "/{}/toezegging/{}/merkt/{}?daad={}", x->slug,
                                 number_text(req->arena, true, x->number), shown,
                                 number_text(req->arena, true, x->deed_number))
                                .text;
    struct letter l =
        LETTER_START(req->arena, lang, SAY("Merkt u dit? {titel}"), { "titel", x->title });
    LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", x->name });
    letter_say(
        &l, words_in(SAY("U praatte mee. Met wat er aan uw tafel is gezegd, is iets gedaan:"),
                     lang));
    letter_say(&l, x->body);
    letter_link(&l, SAY("Merkt u daar iets van? Antwoord hier, zonder account:"),
                arena_join(req->arena, req->site, page));
    letter_say(&l,
               words_in(SAY("Wij tellen alleen hoeveel mensen het merken. Niemand ziet wat u "
                            "antwoordt."),
                        lang));
    const struct str leave = arena_join(
        req->arena, registration_link(req->arena, req->site, x->slug, code), STR("/niet-meer"));
    letter_link(&l, SAY("Wilt u geen mail meer van ons? Zeg het op deze pagina:"), leave);
    letter_end(&l, frame);
    return mail_put(tx, req,
                    &(struct mail){ .kind = MAIL_VERDICT,
                                    .about = x->deed,
                                    .to = x->email,
                                    .letter = &l,
                                    .leave = leave });
}

/* A row of verdict_asked and its mail in one transaction, so whoever begins again finds the others. */
static enum err ask_some(struct tx *tx, struct request *req, struct daily_round *round)
{
    struct verdicts_to_ask_row *rows;
    size_t n;
    struct frame frame = { 0 };
    const struct day since = { req->today.n - VERDICT_ASK_DAYS };
    TRY(verdicts_to_ask(tx->db, req->arena, since, &rows, &n));
    if (n) TRY(site_frame(req, &frame));
    for (size_t i = 0; i < n; i++) {
        TRY(verdict_asked_put(tx, rows[i].deed, rows[i].registration, req->now));
        if (!mail_address(rows[i].email)) continue;
        TRY(ask_one(tx, req, &rows[i], &frame));
        round->done++;
    }
    round->more = n == verdicts_to_ask_limit;
    return OK;
}

enum err verdict_ask(struct store *st, const struct daily *daily, int64_t *sent)
{
    return daily_rounds(st, daily, ask_some, sent);
}
