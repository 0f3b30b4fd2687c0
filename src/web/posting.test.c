/* posting.test.c — a form from the browser to the disk and back, over a real socket. */
#include "base/test.h"
#include "web/body.h"
#include "web/client.h"
#include "web/site.h"
#include "web/token.h"
#include "web/web.sql.h"

#include <pthread.h>
#include <stdatomic.h>

static struct store *store;
static struct web *web;
static struct reply *reply;
static struct arena arena;
static atomic_int acts, prepared;

/* ---- a page with a form: what is sent is kept as an answered form with that location ---- */

struct note {
    struct str text, name;
    int kind;
    int64_t theme;
    bool loud;
    struct numbers which;
    struct upload photo;
};
static const struct words *say_it(void)
{
    return SAY("Vul dit in.");
}
static const struct field note_fields[] = {
    FIELD_TEXT(struct note, text, "tekst", .required = true, .missing = say_it, .most = 300),
    FIELD_LINE(struct note, name, "naam", .most = 20),
    FIELD_CHOICE(struct note, kind, "soort", "goed beter nodig"),
    FIELD_NUMBER(struct note, theme, "thema", .least = 1, .most = 99),
    FIELD_TICK(struct note, loud, "hard"),
    FIELD_NUMBERS(struct note, which, "welke", .most = 3),
    FIELD_FILE(struct note, photo, "foto"),
};
static const struct form note_form = FORM(struct note, note_fields);

static enum err show(struct request *req, struct response *res)
{
    struct out *o = response_page(req, res);
    const struct form_faults faults = form_faults(req->form);
    out_form_token(o);
    for (size_t i = 0; i < faults.n; i++) {
        out_text(o, faults.at[i].to.n ? faults.at[i].to : STR("geheel"));
        out_raw(o, STR(": "));
        out_text(o, faults.at[i].said);
        out_raw(o, STR("\n"));
    }
    out_raw(o, STR("["));
    out_text(o, form_typed(req->form, "tekst"));
    out_raw(o, STR("]"));
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct note *note = form_values(req);
    atomic_fetch_add(&acts, 1);
    TRY(answered_add(tx, sha256(req->arena, note->text), req->now, note->text));
    if (str_is(note->text, "nee")) {
        form_wrong(req, "tekst", SAY("Vul dit in."));
        res->cookie = STR("koekje");
    }
    if (str_is(note->text, "vol")) return FAIL(ERR_FULL, "no room");
    if (str_is(note->text, "bezet")) return FAIL(ERR_CLASH, "taken");
    if (str_is(note->text, "blijf")) return OK;
    if (str_is(note->text, "koek")) res->cookie = STR("koekje");
    if (str_is(note->text, "brokkel")) res->cookie = STR("koek\r\nX: y");
    if (str_is(note->text, "elders"))
        return response_redirect(res, (struct path){ STR("//elders.example/") });
    if (str_is(note->text, "zeg")) {
        out_raw(response_page(req, res), STR("gezegd"));
        return OK;
    }
    return response_redirect(
        res, PATH(req->arena, "/klaar/{}",
                  arena_format(req->arena, "%zu-%d-%lld-%d-%zu-%zu", note->text.n, note->kind,
                               (long long)note->theme, note->loud, note->which.n,
                               note->photo.bytes.n)));
}

static enum err slowly(struct request *req)
{
    const struct note *note = form_values(req);
    atomic_fetch_add(&prepared, 1);
    nanosleep(&(struct timespec){ .tv_nsec = 150 * 1000000 }, NULL);
    if (str_is(note->text, "fout")) form_wrong(req, "tekst", SAY("Vul dit in."));
    return form_checked(req);
}

static enum err done(struct request *req, struct response *res)
{
    out_text(response_page(req, res), req->param[0].text);
    return OK;
}

static const struct page p_note = {
    .path = "/briefje", .handle = show, .form = &note_form, .act = act, .file = "t"
};
static const struct page p_photo = { .path = "/foto",
                                     .handle = show,
                                     .form = &note_form,
                                     .act = act,
                                     .upload = 1024 * 1024,
                                     .file = "t" };
static const struct page p_slow = { .path = "/traag",
                                    .handle = show,
                                    .form = &note_form,
                                    .prepare = slowly,
                                    .act = act,
                                    .file = "t" };
static const struct page p_button = {
    .path = "/knop", .form = &note_form, .act = act, .file = "t"
};
static const struct page p_desk = { .path = "/beheer",
                                    .who = WHO_EDITOR,
                                    .handle = show,
                                    .form = &note_form,
                                    .act = act,
                                    .file = "t" };
static const struct page p_done = { .path = "/klaar/:wat", .handle = done, .file = "t" };
static const struct page *const pages[] = { &p_note,   &p_photo, &p_slow,
                                            &p_button, &p_desk,  &p_done };

/* The cookie says who it is: "editor-7" has that role, anything else none. */
static enum err let(struct store *st, struct request *req, const struct page *page)
{
    (void)st, (void)page;
    if (!str_starts(req->session, STR("editor-"))) return OK;
    req->visitor = (struct visitor){ 7, WHO_EDITOR, STR("Zeven"), req->session };
    return OK;
}

static void start(void)
{
    const struct web_config config = { .listen = "127.0.0.1:0",
                                       .log_fd = -1,
                                       .pages = pages,
                                       .pages_n = COUNT_OF(pages),
                                       .admit = let,
                                       .sign_in = "/inloggen" };
    CHECK_OK(store_open_memory(&store));
    CHECK_OK(web_start(&web, store, &config));
    atomic_store(&acts, 0);
    atomic_store(&prepared, 0);
}
static void stop(void)
{
    web_stop(web);
    store_close(store);
    arena_end(&arena);
}

static struct reply *get(const char *path, const char *headers)
{
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, arena_format(&arena, "GET %s HTTP/1.1\r\nHost: h\r\n%s\r\n", path, headers).s);
    hear(fd, reply, false);
    close(fd);
    return reply;
}

static struct reply *post_to(struct reply *to, const char *path, const char *headers,
                             struct str body)
{
    const int fd = dial(web_port(web));
    to->n = to->at = 0;
    say(fd, arena_format(&arena,
                         "POST %s HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n"
                         "Content-Length: %zu\r\n%s\r\n",
                         path, body.n, headers)
                .s);
    say_bytes(fd, body.s, body.n);
    hear(fd, to, false);
    close(fd);
    return to;
}

#define URLENCODED "Content-Type: application/x-www-form-urlencoded\r\n"

static struct reply *post(const char *path, struct str body)
{
    return post_to(reply, path, URLENCODED, body);
}

/* The token on the page that was just read. */
static struct str token(const char *path, const char *headers)
{
    struct str body = get(path, headers)->body;
    assert_int_equal(reply->status, 200);
    const size_t at = str_find(body, STR("value=\""));
    CHECK(at != SIZE_MAX);
    return arena_copy(&arena, str_upto(str_from(body, at + 7), TOKEN_TEXT));
}

static struct str filled(const char *path, const char *rest)
{
    return arena_format(&arena, "formulier=%.*s&%s", STR_ARG(token(path, "")), rest);
}

static int64_t kept(const char *text)
{
    struct db *db;
    struct answered_find_row row;
    bool found;
    CHECK_OK(store_reader(store, &db));
    CHECK_OK(answered_find(db, &arena, sha256(&arena, str_of(text)), &row, &found));
    store_reader_close(db);
    return found;
}

/* ---- what is done with it ---- */

static void what_was_sent_is_read_kept_and_answered(void **state)
{
    (void)state;
    start();
    post("/briefje",
         filled("/briefje", "tekst=een+bank%0D%0Aof+twee&soort=beter&thema=12&hard=1"
                            "&welke=4&welke=5&welke=4&onbekend=1"));
    assert_int_equal(reply->status, 303);
    CHECK_STR(header_of(reply, "Location"), "/klaar/16-1-12-1-2-0");
    CHECK_STR(header_of(reply, "Cache-Control"), "no-store");
    CHECK(kept("een bank\nof twee"));
    post("/en/briefje", filled("/en/briefje", "tekst=bench"));
    CHECK_STR(header_of(reply, "Location"), "/en/klaar/5--1-0-0-0-0");
    stop();
}

static void a_body_may_come_in_pieces(void **state)
{
    (void)state;
    start();
    const struct str body = filled("/briefje", "tekst=stukje");
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, "POST /briefje HTTP/1.1\r\nHost: h\r\nSec-Fetch-Site: same-origin\r\n" URLENCODED
            "Transfer-Encoding: chunked\r\n\r\n");
    for (size_t i = 0; i < body.n; i++) {
        say(fd, arena_format(&arena, "1\r\n%c\r\n", body.s[i]).s);
    }
    say(fd, "0\r\n\r\n");
    assert_int_equal(hear(fd, reply, false)->status, 303);
    close(fd);
    CHECK(kept("stukje"));
    stop();
}

static void the_same_form_twice_is_done_once(void **state)
{
    (void)state;
    start();
    const struct str body = filled("/briefje", "tekst=dubbel");
    for (int i = 0; i < 3; i++) {
        post("/briefje", body);
        assert_int_equal(reply->status, 303);
        CHECK_STR(header_of(reply, "Location"), "/klaar/6--1-0-0-0-0");
    }
    assert_int_equal(atomic_load(&acts), 1);
    stop();
}

struct racer {
    pthread_t thread;
    struct str body;
    struct reply reply;
    int fd;
};
static void *race(void *with)
{
    struct racer *r = with;
    say_bytes(r->fd, r->body.s, r->body.n);
    hear(r->fd, &r->reply, false);
    return NULL;
}

static void also_when_they_come_at_once(void **state)
{
    enum { RACERS = 24 };
    struct racer *racers = calloc(RACERS, sizeof *racers);
    (void)state;
    start();
    const struct str body = filled("/briefje", "tekst=tegelijk");
    const struct str whole =
        arena_format(&arena,
                     "POST /briefje HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n" URLENCODED
                     "Content-Length: %zu\r\n\r\n%.*s",
                     body.n, STR_ARG(body));
    for (int i = 0; i < RACERS; i++) {
        racers[i].body = whole;
        racers[i].fd = dial(web_port(web));
    }
    for (int i = 0; i < RACERS; i++)
        CHECK(!pthread_create(&racers[i].thread, NULL, race, &racers[i]));
    for (int i = 0; i < RACERS; i++) {
        pthread_join(racers[i].thread, NULL);
        assert_int_equal(racers[i].reply.status, 303);
        close(racers[i].fd);
    }
    assert_int_equal(atomic_load(&acts), 1);
    free(racers);
    stop();
}

/* A browser writes another boundary each time; the values are what counts. */
static void also_with_another_boundary(void **state)
{
    (void)state;
    start();
    const struct str ours = token("/briefje", "");
    for (int i = 0; i < 2; i++) {
        const struct str body = arena_format(
            &arena,
            "--%d\r\nContent-Disposition: form-data; name=\"formulier\"\r\n\r\n%.*s\r\n"
            "--%d\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\ngrens\r\n--%d--\r\n",
            i, STR_ARG(ours), i, i);
        const char *type =
            arena_format(&arena, "Content-Type: multipart/form-data; boundary=%d\r\n", i).s;
        assert_int_equal(post_to(reply, "/briefje", type, body)->status, 303);
    }
    assert_int_equal(atomic_load(&acts), 1);
    post("/briefje", arena_format(&arena, "formulier=%.*s&tekst=iets+anders", STR_ARG(ours)));
    assert_int_equal(reply->status, 303); /* who went back and wrote something else */
    assert_int_equal(atomic_load(&acts), 2);
    stop();
}

static void what_says_nothing_is_left_out(void **state)
{
    (void)state;
    start();
    post("/briefje",
         filled("/briefje", "tekst=een%0Btwee%0Cdrie%01vier%1B%7F%09vijf%E2%80%AEzes"));
    assert_int_equal(reply->status, 303);
    CHECK(kept("een\ntwee\ndrie vier  \tvijfzes"));
    post("/briefje", filled("/briefje", "tekst=a&naam=%E2%80%AD%E2%80%AEJan"));
    assert_int_equal(reply->status, 303);
    assert_int_equal(post("/briefje", filled("/briefje", "tekst=a&naam=J%01n"))->status, 422);
    stop();
}

/* ---- what is wrong with it ---- */

static void a_full_disk_keeps_what_was_typed(void **state)
{
    (void)state;
    start();
    post("/briefje", filled("/briefje", "tekst=vol"));
    assert_int_equal(reply->status, 507);
    CHECK_HAS(reply->body, "Wat u invulde, staat er nog.");
    CHECK_HAS(reply->body, "[vol]");
    CHECK(!kept("vol"));
    stop();
}

static void where_somebody_was_led_cannot_be_read_in_the_data(void **state)
{
    struct db *db;
    struct answered_find_row row;
    struct pairs sent;
    struct str key;
    bool found;
    (void)state;
    start();
    const struct str body = filled("/briefje", "tekst=geheim");
    post("/briefje", body);
    CHECK_STR(header_of(reply, "Location"), "/klaar/6--1-0-0-0-0");
    CHECK_OK(store_reader(store, &db));
    CHECK_OK(body_read(&arena, STR("application/x-www-form-urlencoded"), body, &sent));
    key = form_key(&arena, STR("/briefje"), &sent);
    CHECK_OK(answered_find(db, &arena, key, &row, &found));
    CHECK(!found);
    CHECK_OK(answered_find(db, &arena, sha256(&arena, key), &row, &found));
    if (found) CHECK_NOT(row.location, "klaar");
    store_reader_close(db);
    post("/briefje", body);
    CHECK_STR(header_of(reply, "Location"), "/klaar/6--1-0-0-0-0");
    assert_int_equal(atomic_load(&acts), 1);
    stop();
}

static void nothing_typed_is_lost(void **state)
{
    (void)state;
    start();
    post("/briefje", filled("/briefje", "tekst=+&naam=veel+te+lang+voor+een+naam&soort=anders"
                                        "&thema=100&welke=1&welke=2&welke=3&welke=4"));
    assert_int_equal(reply->status, 422);
    CHECK_HAS(reply->body, "tekst: Vul dit in.");
    CHECK_HAS(reply->body, "naam: Maak dit korter: ten hoogste 20 tekens. Nu zijn het er 26.");
    CHECK_HAS(reply->body, "soort-goed: Kies een van de antwoorden die er staan.");
    CHECK_HAS(reply->body, "thema: Schrijf een getal van ten hoogste 99.");
    CHECK_HAS(reply->body, "welke: Kies er ten hoogste 3 tegelijk.");
    assert_int_equal(atomic_load(&acts), 0);

    post("/briefje", STR("formulier=0&tekst=%3Cb%3Evan+mij"));
    assert_int_equal(reply->status, 422);
    CHECK_HAS(reply->body, "geheel: Deze pagina stond lang open.");
    CHECK_HAS(reply->body, "[&lt;b&gt;van mij]");
    const size_t at = str_find(reply->body, STR("value=\""));
    const struct str again =
        arena_copy(&arena, str_upto(str_from(reply->body, at + 7), TOKEN_TEXT));
    post("/briefje", arena_format(&arena, "formulier=%.*s&tekst=van+mij", STR_ARG(again)));
    assert_int_equal(reply->status, 303);
    stop();
}

static void what_the_act_refuses_is_undone(void **state)
{
    (void)state;
    start();
    post("/briefje", filled("/briefje", "tekst=nee"));
    assert_int_equal(reply->status, 422);
    CHECK_HAS(reply->body, "[nee]");
    CHECK(!header_of(reply, "Set-Cookie").n);
    CHECK(!kept("nee"));
    assert_int_equal(post("/briefje", filled("/briefje", "tekst=bezet"))->status, 409);
    CHECK(!kept("bezet"));
    assert_int_equal(post("/briefje", filled("/briefje", "tekst=blijf"))->status, 200);
    CHECK_HAS(reply->body, "[blijf]");
    CHECK(kept("blijf"));
    stop();
}

static void what_is_no_form_is_refused(void **state)
{
    static const struct {
        const char *type, *body;
    } all[] = {
        { "", "tekst=a" },
        { "Content-Type: text/plain\r\n", "tekst=a" },
        { "Content-Type: application/json\r\n", "{}" },
        { URLENCODED, "tekst=%zz" },
        { URLENCODED, "tekst=%00" },
        { URLENCODED, "tekst=%ff%fe" },
        { URLENCODED, "tekst=%ed%a0%80" },
        { "Content-Type: multipart/form-data\r\n", "--x\r\n" },
        { "Content-Type: multipart/form-data; boundary=\r\n", "--\r\n" },
        { "Content-Type: multipart/form-data; boundary=x\r\n",
          "--x\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\nafgebro" },
        { "Content-Type: multipart/form-data; boundary=x\r\n",
          "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n" },
        { "Content-Type: multipart/form-data; boundary=x\r\n", "--x" },
        { "Content-Type: multipart/form-data; boundary=x\r\n", "--x\r\n" },
    };
    (void)state;
    start();
    for (size_t i = 0; i < COUNT_OF(all); i++)
        if (post_to(reply, "/briefje", all[i].type, str_of(all[i].body))->status != 400)
            fail_msg("%s %s gives %d", all[i].type, all[i].body, reply->status);
    char *much = arena_take(&arena, 5000, 3);
    for (int i = 0; i < 5000; i++) memcpy(much + 3 * i, "a=&", 3);
    assert_int_equal(post("/briefje", (struct str){ much, 15000 })->status, 400);
    assert_int_equal(atomic_load(&acts), 0);
    stop();
}

static void a_form_comes_from_our_own_page(void **state)
{
    (void)state;
    start();
    const struct str body = filled("/briefje", "tekst=elders");
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd,
        arena_format(&arena,
                     "POST /briefje HTTP/1.1\r\nHost: h\r\nOrigin: http://elders\r\n" URLENCODED
                     "Content-Length: %zu\r\n\r\n%.*s",
                     body.n, STR_ARG(body))
            .s);
    assert_int_equal(hear(fd, reply, false)->status, 403);
    close(fd);
    assert_int_equal(post("/knop", STR("tekst=a"))->status, 403); /* a button without a token */
    assert_int_equal(post("/knop", filled("/briefje", "tekst=knop"))->status, 303);
    assert_int_equal(get("/knop", "")->status, 405);
    assert_int_equal(atomic_load(&acts), 1);
    stop();
}

static void a_token_holds_for_its_session_and_its_day(void **state)
{
    (void)state;
    const struct str secret = STR("0123456789abcdef0123456789abcdef"), other = STR("x");
    const struct instant now = { 1800000000 };
    struct token_maker m = { .secret = secret, .session = other, .now = now, .arena = &arena };
    const struct str text = token_text(&m);
    struct instant later = { now.s + TOKEN_HOURS * 3600 };
    assert_int_equal(text.n, TOKEN_TEXT);
    CHECK(token_holds(&arena, text, secret, other, now));
    CHECK(token_holds(&arena, text, secret, other, later));
    later.s++;
    CHECK(!token_holds(&arena, text, secret, other, later));
    CHECK(!token_holds(&arena, text, secret, STR(""), now));
    CHECK(!token_holds(&arena, text, STR("0123456789abcdef0123456789abcdeX"), other, now));
    CHECK(!token_holds(&arena, text, STR(""), other, now));
    for (size_t i = 0; i < text.n; i++) {
        char broken[TOKEN_TEXT];
        memcpy(broken, text.s, TOKEN_TEXT);
        broken[i] = broken[i] == '0' ? '1' : '0';
        CHECK(!token_holds(&arena, (struct str){ broken, TOKEN_TEXT }, secret, other, now));
    }
    arena_end(&arena);
}

/* A button has no page to show again; and nothing that an act gets wrong comes out. */
static void an_act_that_goes_wrong_is_undone(void **state)
{
    (void)state;
    start();
    assert_int_equal(post("/knop", filled("/briefje", "tekst=blijf"))->status, 500);
    CHECK(!kept("blijf"));
    assert_int_equal(post("/knop", filled("/briefje", "tekst=nee"))->status, 422);
    CHECK(!kept("nee"));
    assert_int_equal(post("/knop", filled("/briefje", "tekst=zeg"))->status, 200);
    CHECK_HAS(reply->body, "gezegd");
    CHECK_STR(header_of(reply, "Cache-Control"), "no-store");
    assert_int_equal(post("/briefje", filled("/briefje", "tekst=elders"))->status, 500);
    CHECK(!header_of(reply, "Location").n && !kept("elders"));
    assert_int_equal(post("/briefje", filled("/briefje", "tekst=brokkel"))->status, 500);
    CHECK(!header_of(reply, "Set-Cookie").n && !kept("brokkel"));
    stop();
}

/* ---- who may ---- */

#define EDITOR "Cookie: a=b; __Host-dialoog=editor-7; c=d\r\n"

static void a_role_opens_the_door(void **state)
{
    (void)state;
    start();
    get("/beheer", "");
    assert_int_equal(reply->status, 303);
    CHECK_STR(header_of(reply, "Location"), "/inloggen?naar=%2Fbeheer");
    assert_int_equal(get("/beheer", "Cookie: __Host-dialoog=niemand\r\n")->status, 303);
    assert_int_equal(get("/beheer", EDITOR)->status, 200);
    CHECK_STR(header_of(reply, "Cache-Control"), "no-store");
    const struct str ours =
        arena_format(&arena, "formulier=%.*s&tekst=bureau", STR_ARG(token("/beheer", EDITOR)));
    assert_int_equal(post("/beheer", ours)->status, 403);
    assert_int_equal(
        post_to(reply, "/beheer", EDITOR URLENCODED, filled("/briefje", "tekst=a"))->status,
        422); /* the token of nobody's page */
    assert_int_equal(post_to(reply, "/beheer", EDITOR URLENCODED, ours)->status, 303);
    assert_int_equal(atomic_load(&acts), 1);
    stop();
}

static void who_was_signed_out_gets_their_words_back(void **state)
{
    (void)state;
    start();
    const struct str body = arena_format(&arena, "formulier=%.*s&tekst=een+lang+stuk+%%3Cb%%3E",
                                         STR_ARG(token("/beheer", EDITOR)));
    assert_int_equal(post("/beheer", body)->status, 403);
    CHECK_HAS(reply->body, "een lang stuk &lt;b&gt;</textarea>");
    CHECK_HAS(reply->body, "Log dan opnieuw in");
    assert_int_equal(atomic_load(&acts), 0);
    assert_int_equal(post("/briefje", filled("/briefje", "tekst=bezet"))->status, 409);
    CHECK_HAS(reply->body, "bezet</textarea>");
    stop();
}

static void a_session_begins_with_a_cookie(void **state)
{
    (void)state;
    start();
    CHECK(!header_of(get("/briefje", ""), "Set-Cookie").n);
    const struct str body = filled("/briefje", "tekst=koek");
    CHECK(!header_of(post("/briefje", filled("/briefje", "tekst=geen")), "Set-Cookie").n);
    CHECK_STR(header_of(post("/briefje", body), "Set-Cookie"),
              "__Host-dialoog=koekje; Path=/; Secure; HttpOnly; SameSite=Lax");
    stop();
}

/* ---- slow and large ---- */

static void slow_work_keeps_nobody_waiting(void **state)
{
    (void)state;
    start();
    const struct str body = filled("/traag", "tekst=traag");
    const int fd = dial(web_port(web));
    struct reply *slow = calloc(1, sizeof *slow);
    say(fd, arena_format(&arena,
                         "POST /traag HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n" URLENCODED
                         "Content-Length: %zu\r\n\r\n%.*s",
                         body.n, STR_ARG(body))
                .s);
    while (!atomic_load(&prepared)) nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
    for (int i = 0; i < 20; i++) assert_int_equal(get("/klaar/x", "")->status, 200);
    assert_int_equal(hear(fd, slow, false)->status, 303);
    close(fd);
    free(slow);
    assert_int_equal(post("/traag", filled("/traag", "tekst=fout"))->status, 422);
    CHECK_HAS(reply->body, "[fout]");
    assert_int_equal(atomic_load(&acts), 1);
    stop();
}

static void ending_waits_for_what_is_being_done(void **state)
{
    (void)state;
    start();
    const struct str body = filled("/traag", "tekst=einde");
    const int fd = dial(web_port(web));
    say(fd, arena_format(&arena,
                         "POST /traag HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n" URLENCODED
                         "Content-Length: %zu\r\n\r\n%.*s",
                         body.n, STR_ARG(body))
                .s);
    while (!atomic_load(&prepared)) nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
    web_stop(web);
    reply->n = reply->at = 0;
    assert_int_equal(hear(fd, reply, false)->status, 303);
    close(fd);
    CHECK(kept("einde"));
    store_close(store);
    arena_end(&arena);
}

static struct str with_photo(const char *path, size_t n, bool whole)
{
    const struct str head = arena_format(
        &arena,
        "--grens\r\nContent-Disposition: form-data; name=\"formulier\"\r\n\r\n%.*s"
        "\r\n--grens\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\nmet %zu"
        "\r\n--grens\r\nContent-Disposition: form-data; name=\"foto\"; "
        "filename=\"../x.jpg\"\r\n"
        "Content-Type: image/jpeg\r\n\r\n",
        STR_ARG(token(path, "")), n);
    char *text = arena_take(&arena, head.n + n + 16, 1);
    memcpy(text, head.s, head.n);
    for (size_t i = 0; i < n; i++) text[head.n + i] = (char)(i * 31);
    memcpy(text + head.n + n, "\r\n--grens--\r\n", 13);
    return (struct str){ text, head.n + n + (whole ? 13 : 0) };
}

static void a_photo_comes_along_where_it_may(void **state)
{
    static const char type[] = "Content-Type: multipart/form-data; boundary=grens\r\n";
    (void)state;
    start();
    post_to(reply, "/foto", type, with_photo("/foto", 300000, true));
    assert_int_equal(reply->status, 303);
    CHECK_STR(header_of(reply, "Location"), "/klaar/10--1-0-0-0-300000");
    assert_int_equal(post_to(reply, "/foto", type, with_photo("/foto", 300000, false))->status,
                     400); /* it stopped halfway */
    assert_int_equal(
        post_to(reply, "/briefje", type, with_photo("/briefje", 300, true))->status, 303);
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, arena_format(&arena,
                         "POST /foto HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n%s"
                         "Content-Length: 104857600\r\n\r\n",
                         type)
                .s);
    assert_int_equal(hear(fd, reply, false)->status, 413);
    close(fd);
    assert_int_equal(atomic_load(&acts), 2);
    stop();
}

int main(void)
{
    reply = calloc(1, sizeof *reply);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_sent_is_read_kept_and_answered),
        cmocka_unit_test(a_full_disk_keeps_what_was_typed),
        cmocka_unit_test(where_somebody_was_led_cannot_be_read_in_the_data),
        cmocka_unit_test(a_body_may_come_in_pieces),
        cmocka_unit_test(the_same_form_twice_is_done_once),
        cmocka_unit_test(also_when_they_come_at_once),
        cmocka_unit_test(also_with_another_boundary),
        cmocka_unit_test(what_says_nothing_is_left_out),
        cmocka_unit_test(nothing_typed_is_lost),
        cmocka_unit_test(what_the_act_refuses_is_undone),
        cmocka_unit_test(what_is_no_form_is_refused),
        cmocka_unit_test(a_form_comes_from_our_own_page),
        cmocka_unit_test(a_token_holds_for_its_session_and_its_day),
        cmocka_unit_test(an_act_that_goes_wrong_is_undone),
        cmocka_unit_test(a_role_opens_the_door),
        cmocka_unit_test(who_was_signed_out_gets_their_words_back),
        cmocka_unit_test(a_session_begins_with_a_cookie),
        cmocka_unit_test(slow_work_keeps_nobody_waiting),
        cmocka_unit_test(ending_waits_for_what_is_being_done),
        cmocka_unit_test(a_photo_comes_along_where_it_may),
    };
    const int failed = RUN_TESTS(tests);
    free(reply);
    return failed;
}
