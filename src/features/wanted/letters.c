/* letters.c — the codes and mails of needs, offers and talks. */
#include "features/wanted/wanted.h"

#include "features/voices/voices.h"
#include "web/mail.h"
#include "web/token.h"

static struct str code_of(const struct request *req, const char *what, int64_t id,
                          struct instant made)
{
    const struct str text =
        arena_format(req->arena, "%s %lld %lld", what, (long long)id, (long long)made.s);
    return receipt_letters(req->arena, hmac(req->arena, req->secret, text));
}

struct str wanted_code(const struct request *req, int64_t id, struct instant made)
{
    return code_of(req, "wanted", id, made);
}

struct talk_codes talk_codes(const struct request *req, int64_t talk, struct instant made)
{
    return (struct talk_codes){ code_of(req, "talk other", talk, made),
                                code_of(req, "talk author", talk, made) };
}

struct path wanted_mine_path(struct arena *a, struct str code)
{
    return PATH(a, "/vraag-en-aanbod/mijn/{}", code_slug(a, code));
}

struct path talk_path(struct arena *a, struct str code)
{
    return PATH(a, "/vraag-en-aanbod/gesprek/{}", code_slug(a, code));
}

static struct str whole(const struct request *req, struct path to)
{
    return arena_join(req->arena, req->site, to.text);
}

static enum lang speaks(struct str code)
{
    enum lang lang = LANG_NL;
    (void)lang_read(code, &lang);
    return lang;
}

/* ---- to the author ---- */

static const struct words *subject_of(const struct wanted_shown_row *w, enum wanted_letter what)
{
    switch (what) {
    case WANTED_LETTER_CONFIRM: return SAY("Bevestig wat u plaatst");
    case WANTED_LETTER_RENEW: return SAY("Zoekt u nog?");
    case WANTED_LETTER_DECIDED: break;
    }
    return w->state == WANTED_SHOWN ? SAY("Iedereen ziet nu wat u plaatste")
                                    : SAY("Wij tonen niet wat u plaatste");
}

static void say_wanted(struct letter *l, const struct request *req,
                       const struct wanted_shown_row *w, enum wanted_letter what)
{
    const struct str mine =
        whole(req, wanted_mine_path(req->arena, wanted_code(req, w->id, w->made)));
    if (what == WANTED_LETTER_CONFIRM) {
        letter_say(l,
                   words_in(SAY("Iemand plaatste dit met uw adres. Was u dat niet? Dan hoeft "
                                "u niets te doen."),
                            l->lang));
        letter_link(l, SAY("Klopt het? Druk op de knop op deze pagina:"), mine);
    } else if (what == WANTED_LETTER_RENEW) {
        letter_day(l, SAY("Het eindigt vanzelf op"), w->until);
        letter_link(l, SAY("Wilt u langer, of hebt u iets gevonden? Zeg het hier:"), mine);
    } else {
        if (w->reason.n) letter_fact(l, SAY("Waarom"), w->reason);
        letter_link(l, SAY("Bekijk het hier. U kunt het ook stoppen:"), mine);
    }
}

enum err wanted_mail(struct tx *tx, struct request *req, int64_t id, enum wanted_letter what)
{
    struct frame frame = { 0 };
    struct wanted_shown_row w;
    bool found;
    TRY(site_frame(req, &frame));
    TRY(wanted_find(tx->db, req->arena, id, &w, &found));
    if (!found) return FAIL(ERR_MISSING, "nothing to write about");
    const enum lang lang = speaks(w.speaks);
    struct letter l = letter_start(req->arena, lang, words_in(subject_of(&w, what), lang));
    letter_say(&l, words_in(SAY("Dag,"), lang));
    letter_fact(&l, wanted_kind_term((int)w.kind).words, w.title);
    say_wanted(&l, req, &w, what);
    letter_end(&l, &frame);
    return mail_put(
        tx, req,
        &(struct mail){ .kind = MAIL_WANTED, .about = id, .to = w.email, .letter = &l });
}

/* ---- in a talk ---- */

static enum err say_last(struct tx *tx, struct letter *l, const struct talk_find_row *t)
{
    struct talk_messages_row *messages;
    size_t n;
    TRY(talk_messages(tx->db, l->arena, t->id, &messages, &n));
    if (!n) return OK;
    const struct talk_messages_row *m = &messages[n - 1];
    letter_fact(l, SAY("Van"), m->author ? t->author_name : t->name);
    letter_fact(l, SAY("Bericht"), m->body);
    if (m->address.n) letter_fact(l, SAY("E-mailadres"), m->address);
    return OK;
}

static const struct words *talk_subject(enum talk_letter what)
{
    switch (what) {
    case TALK_CONFIRM: return SAY("Bevestig uw bericht");
    case TALK_TO_AUTHOR: return SAY("Iemand reageert op wat u plaatste");
    case TALK_TO_OTHER: break;
    }
    return SAY("U hebt antwoord");
}

enum err talk_mail(struct tx *tx, struct request *req, int64_t talk, enum talk_letter what)
{
    struct frame frame = { 0 };
    struct talk_find_row t;
    bool found;
    const bool author = what == TALK_TO_AUTHOR;
    TRY(site_frame(req, &frame));
    TRY(talk_find(tx->db, req->arena, talk, &t, &found));
    if (!found) return FAIL(ERR_MISSING, "nothing to write about");
    const struct talk_codes codes = talk_codes(req, t.id, t.made);
    const enum lang lang = speaks(author ? t.author_speaks : t.speaks);
    const struct str to =
        whole(req, talk_path(req->arena, author ? codes.author : codes.other));
    struct letter l = letter_start(req->arena, lang, words_in(talk_subject(what), lang));
    letter_say(&l, words_in(SAY("Dag,"), lang));
    letter_fact(&l, wanted_kind_term((int)t.kind).words, t.title);
    TRY(say_last(tx, &l, &t));
    if (what == TALK_CONFIRM)
        letter_link(&l, SAY("Schreef u dit? Druk op de knop op deze pagina:"), to);
    else
        letter_link(&l, SAY("Antwoord hier. U kiest zelf of u uw adres geeft:"), to);
    letter_end(&l, &frame);
    return mail_put(tx, req,
                    &(struct mail){ .kind = MAIL_WANTED,
                                    .about = t.wanted,
                                    .to = author ? t.author_email : t.email,
                                    .letter = &l });
}
