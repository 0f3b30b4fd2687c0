/* mailer.c — see mailer.h: settings, one turn, and the thread that takes turns. */
#include "web/mailer.h"

#include "web/mail.sql.h"
#include "web/mime.h"
#include "web/smtp.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAY = 86400, LOOK_MS = 500, AGAIN_MS = 1000 };

/* ---- settings ---- */

static bool host_name(struct str x)
{
    if (!x.n || x.n > 253) return false;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              strchr(".-:[]", c)))
            return false;
    }
    return true;
}

static const char *read_server(struct arena *a, struct mail_settings *s, struct str value)
{
    struct str host = value;
    int64_t port = 0;
    size_t colon = value.n;
    while (colon > 0 && value.s[colon - 1] != ':') colon--;
    if (colon && !str_ends(value, STR("]"))) {
        if (!str_number(str_from(value, colon), 65535, &port) || !port)
            return "behind mail-server stands a name and a port: mail.example.nl:587";
        host = str_upto(value, colon - 1);
    }
    if (!host_name(host))
        return "behind mail-server stands a name and a port: mail.example.nl:587";
    s->host = arena_copy(a, host).s;
    s->port = (int)port;
    return NULL;
}

static const char *read_tls(struct mail_settings *s, struct str value)
{
    static const char *const words[] = { "starttls", "tls", "none" };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (str_is(value, words[i])) {
            s->tls = (enum mail_tls)i;
            return NULL;
        }
    return "mail-tls is starttls, tls or none";
}

static const char *read_waits(struct mail_settings *s, struct str value)
{
    struct str rest = value, part;
    s->wait_n = 0;
    while (str_next(&rest, ' ', &part)) {
        int64_t seconds;
        if (!part.n) continue;
        if (s->wait_n == MAIL_WAITS_MOST || !str_number(part, 7 * DAY, &seconds) || !seconds)
            return "mail-retry is at most 8 numbers of seconds, with blanks between";
        s->wait[s->wait_n++] = seconds;
    }
    return s->wait_n ? NULL : "mail-retry is empty";
}

static const char *read_address(struct arena *a, struct str value, struct str *to)
{
    *to = arena_copy(a, value);
    return mail_address(value) ? NULL : "mail-from and mail-reply are mail addresses";
}

bool mail_setting(struct arena *a, struct mail_settings *s, struct str name, struct str value,
                  const char **wrong)
{
    if (str_is(name, "mail-server")) {
        *wrong = read_server(a, s, value);
    } else if (str_is(name, "mail-tls")) {
        *wrong = read_tls(s, value);
    } else if (str_is(name, "mail-ca")) {
        s->ca = arena_copy(a, value).s;
    } else if (str_is(name, "mail-user")) {
        s->user = arena_copy(a, value).s;
    } else if (str_is(name, "mail-password")) {
        s->password = arena_copy(a, value).s;
    } else if (str_is(name, "mail-from")) {
        *wrong = read_address(a, value, &s->from);
    } else if (str_is(name, "mail-from-name")) {
        s->from_name = arena_copy(a, value);
    } else if (str_is(name, "mail-reply")) {
        *wrong = read_address(a, value, &s->reply);
    } else if (str_is(name, "mail-retry")) {
        *wrong = read_waits(s, value);
    } else {
        return false;
    }
    return true;
}

const char *mail_settings_check(struct mail_settings *s)
{
    static const int64_t waits[] = { 60, 300, 1800, 2 * 3600, 12 * 3600 };
    static const int ports[] = { 587, 465, 25 };
    if (!s->host) {
        if (s->user || s->password || s->from.n) return "mail-server is missing";
        return NULL;
    }
    if (!s->from.n) return "mail-from is missing";
    if (!s->user != !s->password) return "mail-user and mail-password go together";
    if (s->user && s->tls == MAIL_PLAIN)
        return "a password is not sent without TLS; leave out mail-tls = none";
    if (!s->port) s->port = ports[s->tls];
    if (!s->wait_n) {
        memcpy(s->wait, waits, sizeof waits);
        s->wait_n = COUNT_OF(waits);
    }
    return NULL;
}

/* ---- one turn ---- */

struct claimed { /* a mail that is tried, or was */
    struct arena arena;
    struct mail_next_row mail;
    bool has;
};
struct turn {
    const struct mail_settings *settings;
    struct instant now;
    struct claimed pair[2], *last, *next; /* what was tried, and what will be */
    struct mail_answer answer;            /* about `last` */
    unsigned *fails;
};

static int64_t wait_of(const struct mail_settings *s, int64_t tries)
{
    return s->wait[tries < (int64_t)s->wait_n ? tries : (int64_t)s->wait_n - 1];
}

/* Our own server cannot be used: this did not count as a try, and the others need not be tried. */
static enum err line_is_down(struct tx *tx, const struct turn *t)
{
    const struct mail_next_row *m = &t->last->mail;
    const int64_t fails =
        *t->fails < 3 ? (int64_t)*t->fails - 1 : 2; /* 1, 5, then each 30 minutes */
    const struct instant until = { t->now.s + wait_of(t->settings, fails) };
    const struct str said = str_of(t->answer.said);
    TRY(mail_waits(tx, m->id, m->tries, until, t->answer.fault, said));
    TRY(mail_postpone(tx, t->now, until, t->answer.fault));
    return mail_line_fault(tx, t->answer.fault, said);
}

static enum err write_down(struct tx *tx, const struct turn *t)
{
    const struct mail_next_row *m = &t->last->mail;
    const struct str said = str_of(t->answer.said);
    if (!t->last->has) return OK;
    if (mail_fault_ours(t->answer.fault)) return line_is_down(tx, t);
    TRY(mail_line_fault(tx, MAIL_FINE, STR("")));
    if (t->answer.fault == MAIL_FINE) return mail_sent(tx, m->id, t->now);
    if (t->answer.fault == MAIL_REFUSED || m->tries >= (int64_t)t->settings->wait_n)
        return mail_failed(tx, m->id, t->now, t->answer.fault, said);
    return mail_waits(tx, m->id, m->tries + 1,
                      (struct instant){ t->now.s + wait_of(t->settings, m->tries) },
                      t->answer.fault, said);
}

static enum err claim(struct tx *tx, const struct turn *t)
{
    struct claimed *c = t->next;
    struct mail_next_row *m = &c->mail;
    for (;;) {
        arena_reset(&c->arena);
        TRY(mail_next(tx->db, &c->arena, t->now, m, &c->has));
        if (!c->has) return OK;
        if (m->made.s > t->now.s - (int64_t)MAIL_STALE_DAYS * DAY)
            return mail_claim(tx, m->id,
                              (struct instant){ t->now.s + wait_of(t->settings, m->tries) });
        TRY(mail_failed(tx, m->id, t->now, MAIL_STALE, STR("")));
    }
}

/* One commit for each mail: what came of the last, and which is next. May run twice: when a commit
 * fails, so it reads `last` and writes `next` only. */
static enum err turn_work(struct tx *tx, void *with)
{
    TRY(write_down(tx, with));
    return claim(tx, with);
}
static enum err turn_ends(struct tx *tx, void *with)
{
    ((struct turn *)with)->next->has = false;
    return write_down(tx, with);
}

static void send_one(struct turn *t, mail_send *send, void *with)
{
    const struct mail_settings *s = t->settings;
    const struct mail_next_row *mail = &t->last->mail;
    const struct message m = { .from_name = s->from_name,
                               .from = s->from,
                               .to = mail->address,
                               .reply = s->reply,
                               .subject = mail->subject,
                               .text = mail->body,
                               .leave = mail->leave,
                               .key = mail->key,
                               .lang = mail->lang,
                               .made = mail->made };
    const struct str message = mime_message(&t->last->arena, &m);
    t->answer = (struct mail_answer){ .fault = MAIL_CUT };
    send(with, s->from, mail->address, message, &t->answer);
}

/* What the server took must be known here before anything else is done: a full disk would otherwise have
 * it sent again and again. */
static bool written(struct store *st, struct turn *t, bool (*stop)(void *), void *with)
{
    for (;;) {
        const bool ends = stop && stop(with);
        if (store_write(st, ends ? turn_ends : turn_work, t) == OK) break;
        fprintf(stderr, "dialoog: mail: %s\n", err_sentence());
        if (ends || !t->last->has || !store_ok(st)) return false;
        nanosleep(&(struct timespec){ .tv_sec = AGAIN_MS / 1000 }, NULL);
    }
    struct claimed *const was = t->last;
    t->last = t->next;
    t->next = was;
    return true;
}

size_t mailer_turn(struct store *st, const struct mail_settings *s,
                   struct instant (*now)(void *), bool (*stop)(void *), mail_send *send,
                   void *with, unsigned *fails)
{
    struct turn t = { .settings = s, .fails = fails };
    size_t sent = 0;
    t.last = &t.pair[0];
    t.next = &t.pair[1];
    for (;;) {
        t.now = now(with);
        if (!written(st, &t, stop, with) || !t.last->has) break;
        send_one(&t, send, with);
        sent += t.answer.fault == MAIL_FINE;
        *fails = mail_fault_ours(t.answer.fault) ? *fails + 1 : 0;
    }
    arena_end(&t.pair[0].arena);
    arena_end(&t.pair[1].arena);
    return sent;
}

/* ---- the thread ---- */

struct mailer {
    struct store *store;
    struct db *db;
    const struct mail_settings *settings;
    struct instant fixed;
    struct smtp *smtp;
    unsigned fails;
    atomic_bool ending;
    pthread_t thread;
    bool runs;
};

static struct instant now_of(void *with)
{
    const struct mailer *m = with;
    return m->fixed.s ? m->fixed : instant_now();
}
static bool ends(void *with)
{
    return atomic_load(&((struct mailer *)with)->ending);
}
static void by_smtp(void *with, struct str from, struct str to, struct str message,
                    struct mail_answer *answer)
{
    smtp_send(((struct mailer *)with)->smtp, from, to, message, answer);
}

static bool due(struct mailer *m)
{
    struct arena a = { 0 };
    struct mail_next_row row;
    bool found = false;
    const enum err e = mail_next(m->db, &a, now_of(m), &row, &found);
    arena_end(&a);
    return e == OK && found;
}

static void *run(void *with)
{
    struct mailer *m = with;
    while (!ends(m)) {
        if (due(m)) {
            mailer_turn(m->store, m->settings, now_of, ends, by_smtp, m, &m->fails);
            smtp_hang_up(m->smtp);
        }
        nanosleep(&(struct timespec){ .tv_nsec = LOOK_MS * 1000000L }, NULL);
    }
    return NULL;
}

static enum err start_work(struct tx *tx, void *with)
{
    const struct mailer *m = with;
    const struct mail_settings *s = m->settings;
    TRY(mail_line_set(tx, s->host != NULL, s->from, MAIL_FINE, STR("")));
    return s->host ? mail_line_mended(tx, m->fixed.s ? m->fixed : instant_now()) : OK;
}

enum err mailer_start(struct mailer **made, struct store *st,
                      const struct mail_settings *settings, struct instant now)
{
    struct mailer *m = calloc(1, sizeof *m);
    if (!m) abort();
    *m = (struct mailer){ .store = st, .settings = settings, .fixed = now };
    *made = m;
    const enum err e = store_write(st, start_work, m);
    if (e != OK || !settings->host) return e;
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return FAIL(ERR_BROKEN, "libcurl does not start");
    TRY(store_reader(st, &m->db));
    m->smtp = smtp_start(settings, ends, m);
    m->runs = pthread_create(&m->thread, NULL, run, m) == 0;
    return m->runs ? OK : FAIL(ERR_BUSY, "no thread for mail");
}

void mailer_end(struct mailer *m)
{
    if (!m) return;
    atomic_store(&m->ending, true);
    if (m->runs) pthread_join(m->thread, NULL);
    if (m->smtp) {
        smtp_end(m->smtp);
        store_reader_close(m->db);
        curl_global_cleanup();
    }
    free(m);
}
