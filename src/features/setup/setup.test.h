/* setup.test.h — what the tests of these pages share: asking as somebody, filling in a form as a browser
 * would, and reading back what was written down. */
#ifndef FEATURES_SETUP_SETUP_TEST_H
#define FEATURES_SETUP_SETUP_TEST_H

#include "features/history/history.h"
#include "tests/place.h"

/* A person is a row that they need only when something is written down as done by them. */
static const struct visitor nobody = { 0 };
static const struct visitor reader = { 0, WHO_READER, { "Lezer", 5 }, { "lezer", 5 } };
static const struct visitor writer = { 7, WHO_WRITER, { "Schrijver", 9 }, { "schrijver", 9 } };
static const struct visitor refused = { 8, WHO_EDITOR, { "Ander", 5 }, { "ander", 5 } };
static const struct visitor editor = { 0, WHO_EDITOR, { "Redacteur", 9 }, { "redacteur", 9 } };
static const struct visitor administrator = {
    0, WHO_ADMINISTRATOR, { "Beheerder", 9 }, { "beheerder", 9 }
};

static inline struct str asked(struct city *c, enum method method, const char *address,
                               const char *body, const struct visitor *as, int status,
                               struct response *res)
{
    const struct try try = { .method = method,
                             .address = address,
                             .body = body,
                             .visitor = *as,
                             .now = { 1700000000 } };
    web_ask(c->store, c->db, &c->arena, &try, res);
    if (res->status != status)
        fail_msg("%s %s answers %d, not %d: %s\n%.*s", address, body ? body : "", res->status,
                 status, err_why(), (int)res->body.n, res->body.s);
    return (struct str){ res->body.s, res->body.n };
}
static inline struct str seen(struct city *c, const char *address, const struct visitor *as,
                              int status)
{
    struct response res;
    return asked(c, METHOD_GET, address, NULL, as, status, &res);
}
static inline struct str sent(struct city *c, const char *address, const char *body,
                              const struct visitor *as, int status)
{
    struct response res;
    return asked(c, METHOD_POST, address, body, as, status, &res);
}
/* Sent and taken: where it led. */
static inline struct str taken(struct city *c, const char *address, const char *body,
                               const struct visitor *as)
{
    struct response res;
    (void)asked(c, METHOD_POST, address, body, as, 303, &res);
    return res.location.text;
}

/* What a form on the page holds in its hidden field `basis`. */
static inline struct str basis_in(struct city *c, struct str page)
{
    const struct str field = STR("name=\"basis\" value=\"");
    const size_t at = str_find(page, field);
    CHECK(at != SIZE_MAX);
    struct str rest = str_from(page, at + field.n), value;
    (void)str_next(&rest, '"', &value);
    return arena_copy(&c->arena, value);
}
/* `body` with the basis that the page at `address` has now. */
static inline const char *based(struct city *c, const char *address, const struct visitor *as,
                                const char *body)
{
    const struct str basis = basis_in(c, seen(c, address, as, 200));
    return arena_format(&c->arena, "basis=%.*s&%s", STR_ARG(basis), body).s;
}
static inline struct str history(struct city *c)
{
    return seen(c, "/wijk/beheer/geschiedenis", &reader, 200);
}

#endif
