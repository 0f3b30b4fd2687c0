/* smtp.c — see smtp.h. What went wrong is read from how far the conversation came and from the last code
 * the server said; libcurl's own codes tell only what it could not say. */
#include "web/smtp.h"

#include "web/mime.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How far it came. */
enum step { STEP_HELLO, STEP_LOGIN, STEP_FROM, STEP_TO, STEP_TEXT };

struct smtp {
    const struct mail_settings *settings;
    bool (*stop)(void *);
    void *with;
    CURL *curl;
    struct arena arena; /* of the mail under way */
    struct str left;    /* of its text, still to be sent */
    unsigned used;      /* mails that went over this connection */
    enum step step;
    bool bye;
    int code;             /* of the last answer */
    char said[MAIL_SAID]; /* its line */
    char why[CURL_ERROR_SIZE];
    time_t stopped; /* when the program began to end; 0: it goes on */
};

static time_t seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec;
}

/* ---- what libcurl calls ---- */

static size_t give_text(char *to, size_t size, size_t n, void *with)
{
    struct smtp *s = with;
    const size_t room = size * n, some = s->left.n < room ? s->left.n : room;
    if (some) memcpy(to, s->left.s, some);
    s->left = str_from(s->left, some);
    return some;
}

/* One line as anyone may read it. */
static void keep_line(char *to, struct str line)
{
    size_t n = 0;
    for (size_t i = 0; i < line.n && n + 1 < MAIL_SAID; i++) {
        const unsigned char c = (unsigned char)line.s[i];
        if (c != '\r' && c != '\n') to[n++] = c >= ' ' && c <= '~' ? (char)c : '?';
    }
    to[n] = 0;
}

static void hear_line(struct smtp *s, struct str x)
{
    int64_t code;
    if (x.n < 4 || !str_number(str_upto(x, 3), 599, &code) || (x.s[3] != ' ' && x.s[3] != '-'))
        return;
    s->code = (int)code;
    keep_line(s->said, x);
}

/* Every command that is sent, and every answer: which of them the last answer was to. */
static int watch(CURL *curl, curl_infotype what, char *data, size_t n, void *with)
{
    struct smtp *s = with;
    const struct str x = { data, n };
    (void)curl;
    if (what == CURLINFO_HEADER_IN && !s->bye) hear_line(s, x);
    if (what != CURLINFO_HEADER_OUT) return 0;
    if (str_starts(x, STR("AUTH"))) s->step = STEP_LOGIN;
    if (str_starts(x, STR("MAIL FROM"))) s->step = STEP_FROM;
    if (str_starts(x, STR("RCPT TO"))) s->step = STEP_TO;
    if (str_starts(x, STR("DATA"))) s->step = STEP_TEXT;
    if (str_starts(x, STR("QUIT"))) s->bye = true; /* what is said to that says nothing */
    return 0;
}

static int goes_on(void *with, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
    struct smtp *s = with;
    (void)a, (void)b, (void)c, (void)d;
    if (!s->stop || !s->stop(s->with)) return 0;
    if (!s->stopped) s->stopped = seconds();
    return seconds() - s->stopped >= SMTP_GRACE;
}

/* ---- start and end ---- */

struct smtp *smtp_start(const struct mail_settings *settings, bool (*stop)(void *), void *with)
{
    struct smtp *s = calloc(1, sizeof *s);
    if (!s) abort();
    *s = (struct smtp){ .settings = settings, .stop = stop, .with = with };
    return s;
}

void smtp_hang_up(struct smtp *s)
{
    if (s->curl) curl_easy_cleanup(s->curl);
    s->curl = NULL;
    s->used = 0;
}

void smtp_end(struct smtp *s)
{
    if (!s) return;
    smtp_hang_up(s);
    arena_end(&s->arena);
    free(s);
}

static void dial(struct smtp *s)
{
    const struct mail_settings *m = s->settings;
    const struct str domain = mime_domain(m->from);
    CURL *c = s->curl = curl_easy_init();
    if (!c) abort();
    /* Behind the slash stands what we call ourselves: the domain of our address, not this machine. */
    const struct str url =
        arena_format(&s->arena, "%s://%s:%d/%.*s", m->tls == MAIL_TLS ? "smtps" : "smtp",
                     m->host, m->port, STR_ARG(domain));
    curl_easy_setopt(c, CURLOPT_URL, url.s);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(c, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)SMTP_CONNECT);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)SMTP_WHOLE);
    curl_easy_setopt(c, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)SMTP_WHOLE);
    curl_easy_setopt(c, CURLOPT_USE_SSL,
                     (long)(m->tls == MAIL_PLAIN ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (m->ca) curl_easy_setopt(c, CURLOPT_CAINFO, m->ca);
    if (m->user) {
        curl_easy_setopt(c, CURLOPT_USERNAME, m->user);
        curl_easy_setopt(c, CURLOPT_PASSWORD, m->password);
    }
    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(c, CURLOPT_READFUNCTION, give_text);
    curl_easy_setopt(c, CURLOPT_READDATA, s);
    curl_easy_setopt(c, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(c, CURLOPT_DEBUGFUNCTION, watch);
    curl_easy_setopt(c, CURLOPT_DEBUGDATA, s);
    curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, goes_on);
    curl_easy_setopt(c, CURLOPT_XFERINFODATA, s);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, s->why);
}

/* ---- what came of it ---- */

static enum mail_fault fault_of(const struct smtp *s, CURLcode result)
{
    const bool no = s->code >= 500, later = s->code >= 400 && s->code < 500;
    switch (result) {
    case CURLE_OK: return MAIL_FINE;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM: return MAIL_NO_TLS;
    case CURLE_LOGIN_DENIED: return MAIL_NO_LOGIN;
    default: break;
    }
    switch (s->step) {
    case STEP_HELLO: return MAIL_UNREACHABLE;
    case STEP_LOGIN: return later ? MAIL_UNREACHABLE : MAIL_NO_LOGIN;
    case STEP_FROM: return no ? MAIL_NOT_FROM_US : MAIL_UNREACHABLE;
    case STEP_TO:
    case STEP_TEXT: return no ? MAIL_REFUSED : later ? MAIL_LATER : MAIL_CUT;
    }
    return MAIL_CUT;
}

static CURLcode try_once(struct smtp *s, struct str from, struct str to, struct str message)
{
    if (!s->curl) dial(s);
    const struct str sender = arena_format(&s->arena, "<%.*s>", STR_ARG(from)),
                     receiver = arena_format(&s->arena, "<%.*s>", STR_ARG(to));
    struct curl_slist *receivers = curl_slist_append(NULL, receiver.s);
    if (!receivers) abort();
    s->left = message;
    s->step = STEP_HELLO;
    s->bye = false;
    s->code = 0;
    s->said[0] = s->why[0] = 0;
    curl_easy_setopt(s->curl, CURLOPT_MAIL_FROM, sender.s);
    curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, receivers);
    curl_easy_setopt(s->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)message.n);
    const CURLcode result = curl_easy_perform(s->curl);
    curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(receivers);
    arena_reset(&s->arena);
    return result;
}

void smtp_send(struct smtp *s, struct str from, struct str to, struct str message,
               struct mail_answer *answer)
{
    CURLcode result = try_once(s, from, to, message);
    answer->fault = fault_of(s, result);
    if (mail_fault_ours(answer->fault) && s->used) { /* it had enough of us: a new connection */
        smtp_hang_up(s);
        result = try_once(s, from, to, message);
        answer->fault = fault_of(s, result);
    }
    if (answer->fault == MAIL_CUT || (mail_fault_ours(answer->fault) && s->code < 400))
        keep_line(answer->said, str_of(s->why[0] ? s->why : curl_easy_strerror(result)));
    else
        memcpy(answer->said, s->said, sizeof answer->said);
    if (answer->fault == MAIL_FINE)
        s->used++;
    else
        smtp_hang_up(s);
}
