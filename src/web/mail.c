/* mail.c — see mail.h: the queue, and the words of a mail. */
#include "web/mail.h"

#include "base/bytes.h"
#include "web/mail.sql.h"

#include <stdlib.h>
#include <string.h>

enum {
    KEY = 16,
    SUBJECT_MOST =
        400, /* bytes; what people wrote may be longer, and is cut: the whole stands on the page */
    FACT_MOST = 800,
    PARAGRAPH_MOST = 12000,
    DAY = 86400
};

const struct words *mail_kind_words(enum mail_kind kind)
{
    switch (kind) {
    case MAIL_TRIAL: return SAY("Proefmail");
    case MAIL_ACCOUNT: return SAY("Uitnodiging om mee te werken");
    case MAIL_REGISTRATION: return SAY("Aanmelding voor een bijeenkomst");
    case MAIL_INVITATION: return SAY("Uitnodiging voor een bijeenkomst");
    case MAIL_MEMBERCHECK: return SAY("Punten voorgelegd aan een tafel");
    case MAIL_OWNER: return SAY("Vraag aan wie iets toezegde");
    case MAIL_VERDICT: return SAY("Vraag of iemand iets merkt");
    case MAIL_FOLLOW: return SAY("Vraag om het volgen te bevestigen");
    case MAIL_DIGEST: return SAY("Nieuws voor wie volgt");
    case MAIL_THANKS: return SAY("Dank aan wie meedeed");
    case MAIL_SPACE: return SAY("Aanvraag voor een plek");
    case MAIL_WANTED: return SAY("Vraag en aanbod");
    case MAIL_KEEPER: return SAY("Vraag of de sociale kaart klopt");
    case MAIL_REFERRAL: return SAY("Vraag om contact op te nemen");
    case MAIL_KINDS: break;
    }
    abort(); /* there is no such kind */
}

const struct words *mail_fault_words(enum mail_fault fault)
{
    switch (fault) {
    case MAIL_FINE: return SAY("Nog niet geprobeerd.");
    case MAIL_REFUSED: return SAY("De mailserver van de ontvanger weigert deze mail.");
    case MAIL_LATER: return SAY("De mailserver vraagt om het later nog eens te proberen.");
    case MAIL_CUT: return SAY("De verbinding brak af tijdens het versturen.");
    case MAIL_UNREACHABLE: return SAY("Uw mailserver is niet te bereiken.");
    case MAIL_NO_TLS: return SAY("Er komt geen veilige verbinding met uw mailserver.");
    case MAIL_NO_LOGIN: return SAY("Uw mailserver neemt de naam of het wachtwoord niet aan.");
    case MAIL_NOT_FROM_US: return SAY("Uw mailserver neemt geen mail aan van uw adres.");
    case MAIL_STALE: return SAY("Deze mail wachtte te lang. Hij gaat niet meer vanzelf weg.");
    case MAIL_FAULTS: break;
    }
    abort(); /* there is no such fault */
}

/* ---- addresses ---- */

/* What may stand before the @ without quotes (RFC 5321 §4.1.2), dots not at the ends or in a row. */
static bool local_part(struct str x)
{
    if (!x.n || x.n > 64 || x.s[0] == '.' || x.s[x.n - 1] == '.') return false;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && (!c || !strchr("!#$%&'*+-/=?^_`{|}~.", c))) return false;
        if (c == '.' && x.s[i + 1] == '.') return false;
    }
    return true;
}

static bool label(struct str x)
{
    if (!x.n || x.n > 63 || x.s[0] == '-' || x.s[x.n - 1] == '-') return false;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '-'))
            return false;
    }
    return true;
}

bool mail_address(struct str address)
{
    struct str rest = address, local, part;
    size_t labels = 0;
    if (address.n > MAIL_ADDRESS_MOST || !str_next(&rest, '@', &local) || !rest.s) return false;
    if (!local_part(local)) return false;
    while (str_next(&rest, '.', &part)) {
        if (!label(part)) return false;
        labels++;
    }
    return labels >= 2;
}

struct str mail_mailbox(struct arena *a, struct str address)
{
    char *to = NEW(a, char, address.n + 1);
    size_t n = 0;
    bool tag = false, behind = false;
    for (size_t i = 0; i < address.n; i++) {
        const char c = address.s[i];
        behind |= c == '@';
        tag = !behind && (tag || (c == '+' && i > 0));
        if (!tag) to[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (struct str){ to, n };
}

/* ---- the letter ---- */

/* One line: what ends a line, or is no character to be read, becomes a blank. */
static struct str one_line(struct arena *a, struct str x)
{
    char *to = arena_take(a, x.n + 1, 1);
    for (size_t i = 0; i < x.n; i++)
        to[i] = (unsigned char)x.s[i] < ' ' || x.s[i] == 0x7f ? ' ' : x.s[i];
    return str_trim((struct str){ to, x.n });
}

/* As much of it as fits, whole letters only; "…" says that there is more. */
static struct str cut(struct arena *a, struct str x, size_t most)
{
    const struct str more = STR("…");
    if (x.n <= most) return x;
    return arena_join(a, str_trim(str_upto_letter(x, most - more.n)), more);
}

struct letter letter_start(struct arena *a, enum lang lang, struct str subject)
{
    return (struct letter){ .arena = a,
                            .lang = lang,
                            .subject = cut(a, one_line(a, subject), SUBJECT_MOST) };
}

static void add(struct letter *l, struct str x)
{
    const size_t n = l->text.n + x.n;
    if (n >
        l->room_n) { /* twice as much: a long text is copied a few times, not at each line */
        char *more = arena_take(l->arena, 2 * n, 1);
        if (l->text.n) memcpy(more, l->text.s, l->text.n);
        l->room = more;
        l->room_n = 2 * n;
    }
    if (x.n) memcpy(l->room + l->text.n, x.s, x.n);
    l->text = (struct str){ l->room, n };
}

static void paragraph_ends(struct letter *l)
{
    if (l->text.n && !str_ends(l->text, STR("\n\n"))) add(l, STR("\n"));
}

void letter_say(struct letter *l, struct str paragraph)
{
    paragraph_ends(l);
    add(l, cut(l->arena, one_line(l->arena, paragraph), PARAGRAPH_MOST));
    add(l, STR("\n\n"));
}

void letter_link(struct letter *l, const struct words *words, struct str address)
{
    paragraph_ends(l);
    add(l, words_in(words, l->lang));
    add(l, STR("\n"));
    add(l, one_line(l->arena, address));
    add(l, STR("\n\n"));
}

void letter_fact(struct letter *l, const struct words *name, struct str value)
{
    add(l, words_in(name, l->lang));
    add(l, STR(": "));
    add(l, cut(l->arena, one_line(l->arena, value), FACT_MOST));
    add(l, STR("\n"));
}

void letter_item(struct letter *l, const struct words *name, struct str value,
                 struct str address)
{
    paragraph_ends(l);
    letter_fact(l, name, value);
    add(l, one_line(l->arena, address));
    add(l, STR("\n\n"));
}

void letter_day(struct letter *l, const struct words *name, struct day day)
{
    struct out o = out_start(l->arena, 100, l->lang);
    out_day(&o, day);
    letter_fact(l, name, (struct str){ o.s, o.n });
}

void letter_end(struct letter *l, const struct frame *about)
{
    letter_say(l, words_in(SAY("Met vriendelijke groet,"), l->lang));
    if (about && about->organisation.n) {
        l->text.n -= 1; /* the name stands straight under the greeting */
        letter_fact(l, SAY("Namens"), about->organisation);
    }
    if (about && about->phone.n) letter_fact(l, SAY("Telefoon"), about->phone);
    if (about && about->email.n) letter_fact(l, SAY("E-mail"), about->email);
    letter_say(l, words_in(SAY("Dit is een automatisch bericht. Links openen een pagina. Er "
                               "verandert pas iets als u daar op een knop drukt."),
                           l->lang));
}

/* ---- the queue ---- */

enum err mail_put(struct tx *tx, const struct request *req, const struct mail *mail)
{
    const struct letter *l = mail->letter;
    struct str key;
    int64_t id;
    struct url leave = { 0 };
    if (!mail_address(mail->to)) return FAIL(ERR_INPUT, "an address that cannot be mailed");
    if (mail->leave.n && !url_check(mail->leave, &leave))
        return FAIL(ERR_INPUT, "no address of a page to leave by");
    if (l->text.n > MAIL_TEXT_MOST || l->subject.n > SUBJECT_MOST ||
        mail->leave.n > SUBJECT_MOST)
        return FAIL(ERR_LIMIT, "a mail of %zu bytes", l->text.n);
    TRY(chance_bytes(req->arena, KEY, &key));
    return mail_add(tx, mail->kind, mail->about, mail->to, l->lang, l->subject, l->text,
                    leave.text, key, req->now, &id);
}

enum err mail_forget(struct tx *tx, enum mail_kind kind, int64_t about)
{
    return mail_remove_about(tx, kind, about);
}

enum err mail_forget_address(struct tx *tx, enum mail_kind kind, struct str address)
{
    return mail_remove_waiting(tx, kind, address);
}

enum err mail_standing(struct db *db, struct arena *a, struct mail_standing *standing)
{
    struct mail_line_get_row row;
    TRY(mail_line_get(db, a, &row));
    *standing = (struct mail_standing){
        .ready = row.ready, .fault = row.fault, .sender = row.sender, .said = row.said
    };
    TRY(mail_count(db, MAIL_WAITS, &standing->waiting));
    return mail_count(db, MAIL_FAILED, &standing->failed);
}

enum err mail_ready(struct db *db, struct arena *a, bool *ready)
{
    struct mail_line_get_row row;
    TRY(mail_line_get(db, a, &row));
    *ready = row.ready;
    return OK;
}

static enum err must_wait(struct tx *tx, int64_t mail, bool sent_too)
{
    struct arena a = { 0 };
    struct mail_state_of_row row;
    bool found;
    const enum err e = mail_state_of(tx->db, &a, mail, &row, &found);
    arena_end(&a);
    TRY(e);
    if (!found || (!sent_too && row.state == MAIL_SENT))
        return FAIL(ERR_MISSING, "no mail %lld to be sent", (long long)mail);
    return OK;
}

enum err mail_again(struct tx *tx, const struct request *req, int64_t mail)
{
    TRY(must_wait(tx, mail, false));
    return mail_renew(tx, mail, req->now);
}

enum err mail_all_again(struct tx *tx, const struct request *req)
{
    TRY(mail_renew_waiting(tx, req->now));
    return mail_renew_failed(tx, req->now);
}

enum err mail_drop(struct tx *tx, int64_t mail)
{
    TRY(must_wait(tx, mail, true));
    return mail_remove(tx, mail);
}

enum err mail_tidy(struct tx *tx, struct instant now)
{
    TRY(mail_sweep(tx, MAIL_SENT, (struct instant){ now.s - (int64_t)MAIL_KEPT_DAYS * DAY }));
    TRY(mail_sweep(tx, MAIL_FAILED,
                   (struct instant){ now.s - (int64_t)MAIL_FAILED_DAYS * DAY }));
    tx_wipes(tx);
    return OK;
}
