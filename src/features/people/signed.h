/* signed.h — for the tests of people: a server with a dialogue and a few people, and a browser that keeps
 * its cookie. A test file begins with `begin()` and ends with `end()`. */
#ifndef FEATURES_PEOPLE_SIGNED_H
#define FEATURES_PEOPLE_SIGNED_H

#include "base/test.h"

#include "base/bytes.h"
#include "features/dialogue/dialogue.h"
#include "features/people/inside.h"
#include "web/client.h"
#include "web/token.h"

#define PASSWORD "zeven bruggen over water"
#define NOON 1800000000

struct browser {
    struct reply reply;
    struct str cookie; /* "__Host-dialoog=…", or empty */
};

struct people {
    struct store *store;
    struct web *web;
    struct db *db;
    struct arena arena;
    struct browser *browser;
    int64_t dialogue, other; /* "wijk" and "stad" */
    int64_t ada, edo, wim;   /* administrator; editor and writer of "wijk" */
    struct str kept;         /* of PASSWORD */
};
static struct people t;

static inline enum err people_of_test(struct tx *tx, void *with)
{
    struct request req = { .arena = &t.arena, .db = tx->db, .now = { NOON - 3600 } };
    struct invited made;
    (void)with;
    static const char *const slugs[] = { "wijk", "stad" }, *const titles[] = { "De wijk",
                                                                               "De stad" };
    int64_t *const dialogues[] = { &t.dialogue, &t.other };
    for (int i = 0; i < 2; i++) {
        TRY(dialogue_add(tx, str_of(slugs[i]), i + 1, STR("nl"), true, dialogues[i]));
        TRY(dialogue_text_put(tx, *dialogues[i], STR("nl"), str_of(titles[i]),
                              STR("Hoe gaat het?"), STR(""), STR(""), STR("")));
    }
    const struct person_new all[] = {
        { STR("Ada Baas"), STR("Ada@voorbeeld.nl"), WHO_ADMINISTRATOR, 0 },
        { STR("Edo"), STR("edo@voorbeeld.nl"), WHO_EDITOR, t.dialogue },
        { STR("Wim"), STR("wim@voorbeeld.nl"), WHO_WRITER, t.dialogue },
    };
    int64_t *const ids[] = { &t.ada, &t.edo, &t.wim };
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        TRY(people_add(tx, &req, &all[i], &made));
        TRY(people_password(tx, &req, made.person, t.kept));
        *ids[i] = made.person;
    }
    return OK;
}

FOR_TESTS void begin(void)
{
    const struct web_config config = { .listen = "127.0.0.1:0",
                                       .log_fd = -1,
                                       .now = { NOON },
                                       .admit = people_admit,
                                       .sign_in = "/inloggen",
                                       .address = "http://localhost:8080" };
    struct str salt;
    t = (struct people){ .browser = calloc(1, sizeof *t.browser) };
    CHECK_OK(chance_bytes(&t.arena, PASSWORD_SALT, &salt));
    CHECK_OK(password_make(&t.arena, STR(PASSWORD), salt, &t.kept));
    CHECK_OK(store_open_memory(&t.store));
    CHECK_OK(store_write(t.store, people_of_test, NULL));
    CHECK_OK(store_reader(t.store, &t.db));
    CHECK_OK(web_start(&t.web, t.store, &config));
}

FOR_TESTS void end(void)
{
    web_stop(t.web);
    store_reader_close(t.db);
    store_close(t.store);
    arena_end(&t.arena);
    free(t.browser);
}

FOR_TESTS void cookie_take(struct browser *b)
{
    const struct str set = header_of(&b->reply, "Set-Cookie");
    if (set.n) b->cookie = arena_copy(&t.arena, str_upto(set, str_find(set, STR(";"))));
}

/* One request; `body` NULL asks, else posts. */
FOR_TESTS struct reply *ask(struct browser *b, const char *path, const char *body)
{
    const int fd = dial(web_port(t.web));
    b->reply.n = b->reply.at = 0;
    say(fd, arena_format(&t.arena,
                         "%s %s HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n"
                         "User-Agent: Mozilla/5.0 (X11; Linux) Firefox/128.0\r\n"
                         "Content-Type: application/x-www-form-urlencoded\r\n"
                         "Cookie: %.*s\r\nContent-Length: %zu\r\n\r\n%s",
                         body ? "POST" : "GET", path, STR_ARG(b->cookie),
                         body ? strlen(body) : (size_t)0, body ? body : "")
                .s);
    hear(fd, &b->reply, false);
    close(fd);
    cookie_take(b);
    return &b->reply;
}

/* The token of the form on a page. */
FOR_TESTS struct str form_token_of(struct browser *b, const char *page)
{
    const struct str body = ask(b, page, NULL)->body;
    const struct str mark = STR("name=\"formulier\" value=\"");
    const size_t at = str_find(body, mark);
    if (at == SIZE_MAX) fail_msg("%s has no form: %d", page, b->reply.status);
    return arena_copy(&t.arena, str_upto(str_from(body, at + mark.n), TOKEN_TEXT));
}

/* Fills in the form of `page` and sends it to `action`. */
FOR_TESTS struct reply *fill(struct browser *b, const char *page, const char *action,
                             const char *rest)
{
    const struct str token = form_token_of(b, page);
    return ask(b, action, arena_format(&t.arena, "formulier=%.*s&%s", STR_ARG(token), rest).s);
}

FOR_TESTS struct reply *sign_in_as(struct browser *b, const char *email, const char *password)
{
    return fill(b, "/inloggen", "/inloggen",
                arena_format(&t.arena, "e-mail=%s&wachtwoord=%s", email, password).s);
}

/* Runs it on the writer's thread, and it must go well. */
FOR_TESTS void write_down(store_work *work, void *with)
{
    CHECK_OK(store_write(t.store, work, with));
}

#endif
