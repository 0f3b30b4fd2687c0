/* forms.test.c — what holds for every form there is and will be, over the table of pages.
 *
 *   - a post from elsewhere, without a token or without the role does nothing (403, or the page again)
 *   - a page opens for its role and for no lower one
 *   - everything wrong filled in: nothing typed is lost, and each field says what to do (422)
 *   - what a form on a page is called is what the page it goes to reads, so nothing is sent in vain
 *
 * Run on a small city; a page that needs what is not there may answer 404, 409 or 410. */
#include "tests/city.h"

#include "web/router.h"

enum { NOW = 1701000000, WHOS = WHO_ADMINISTRATOR + 1 };

static struct city city;
static struct router router;
static int faults, seen_forms;

/* Says what is wrong and goes on: one run names every page that breaks a rule. */
#define HOLDS(claim, ...)                                                                      \
    do {                                                                                       \
        if (!(claim)) {                                                                        \
            faults++;                                                                          \
            print_error("not so: %s: ", #claim);                                               \
            print_error(__VA_ARGS__);                                                          \
            print_error("\n");                                                                 \
        }                                                                                      \
    } while (0)

/* ---- an address for each page ---- */

static const char *slug_for(struct str name)
{
    static const char *const known[][2] = {
        { "dialogue", "waterstad" }, { "dialoog", "waterstad" }, { "theme", "hulp" },
        { "thema", "hulp" },         { "gathering", "27-juni" }, { "story", "de-bank" },
        { "source", "verslag" },
    };
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (str_is(name, known[i][0])) return known[i][1];
    return "x";
}

static const char *address_of(const struct page *page)
{
    struct str rest = str_of(page->path), part;
    struct str all = STR("");
    rest = str_from(rest, 1);
    if (!rest.n) return "/";
    while (str_next(&rest, '/', &part)) {
        const size_t colon = str_find(part, STR(":")), hash = str_find(part, STR("#"));
        if (colon != SIZE_MAX)
            all = arena_format(&city.arena, "%.*s/%.*s%s", STR_ARG(all),
                               STR_ARG(str_upto(part, colon)),
                               slug_for(str_from(part, colon + 1)));
        else if (hash != SIZE_MAX)
            all = arena_format(&city.arena, "%.*s/%.*s1", STR_ARG(all),
                               STR_ARG(str_upto(part, hash)));
        else
            all = arena_format(&city.arena, "%.*s/%.*s", STR_ARG(all), STR_ARG(part));
    }
    return all.s;
}

static struct visitor as(enum who role)
{
    if (role == WHO_ANYONE) return (struct visitor){ 0 };
    return (struct visitor){ 1, role, STR("Iemand"), STR("sessie") };
}

static struct response ask(struct try try)
{
    struct response res;
    try.now = (struct instant){ NOW };
    web_ask(city.store, city.db, &city.arena, &try, &res);
    return res;
}

static struct str body_of(const struct response *res)
{
    return (struct str){ res->body.s, res->body.n };
}

/* ---- everything wrong ---- */

static struct str many(char c, size_t n)
{
    char *to = arena_take(&city.arena, n + 1, 1);
    memset(to, c, n);
    return (struct str){ to, n };
}

static struct str wrong_for(const struct field *f)
{
    switch (f->kind) {
    case FIELD_LINE_KIND: return many('w', f->most ? (size_t)f->most + 1 : 201);
    case FIELD_TEXT_KIND: return many('w', f->most ? (size_t)f->most + 1 : 10001);
    case FIELD_SECRET_KIND: return many('w', f->most ? (size_t)f->most + 1 : 201);
    case FIELD_TICK_KIND:
    case FIELD_FILE_KIND: return STR("");
    case FIELD_NUMBER_KIND:
    case FIELD_NUMBERS_KIND:
    case FIELD_CHOICE_KIND:
    case FIELD_DAY_KIND:
    case FIELD_CLOCK_KIND: return STR("onzin");
    }
    return STR("");
}

static bool can_be_wrong(const struct form *form)
{
    for (size_t i = 0; form && i < form->fields_n; i++)
        if (form->fields[i].kind != FIELD_TICK_KIND && form->fields[i].kind != FIELD_FILE_KIND)
            return true;
    return false;
}

static struct str all_wrong(const struct form *form)
{
    struct str body = STR("onbekend=1&role=5");
    for (size_t i = 0; form && i < form->fields_n; i++)
        body = arena_format(&city.arena, "%.*s&%s=%.*s", STR_ARG(body), form->fields[i].name,
                            STR_ARG(wrong_for(&form->fields[i])));
    return body;
}

/* A page without what it is about: there is nothing to show again. */
static bool absent(int status)
{
    return status == 404 || status == 409 || status == 410;
}

static void nothing_is_lost(const struct page *page, const char *path, enum lang lang)
{
    const char *address =
        arena_format(&city.arena, "%s%s", lang == LANG_EN ? "/en" : "", path).s;
    const struct response res = ask((struct try){ .method = METHOD_POST,
                                                  .address = address,
                                                  .body = all_wrong(page->form).s,
                                                  .visitor = as(page->who) });
    const struct str body = body_of(&res);
    HOLDS(res.status != 500, "%s %s", page->path, err_why());
    if (!page->handle || !can_be_wrong(page->form) || absent(res.status)) return;
    HOLDS(res.status == 422, "%s gives %d", page->path, res.status);
    HOLDS(str_find(body, STR("id=\"problemen\"")) != SIZE_MAX, "%s", page->path);
    for (size_t i = 0; i < page->form->fields_n; i++) {
        const struct field *f = &page->form->fields[i];
        const struct str typed = wrong_for(f);
        const struct str there = arena_format(&city.arena, "id=\"%s-problem\"", f->name);
        if (!typed.n) continue;
        HOLDS(str_find(body, there) != SIZE_MAX, "%s: field %s", page->path, f->name);
        if (f->kind == FIELD_LINE_KIND || f->kind == FIELD_TEXT_KIND)
            HOLDS(str_find(body, typed) != SIZE_MAX, "%s: %s is lost", page->path, f->name);
        if (f->kind == FIELD_SECRET_KIND)
            HOLDS(str_find(body, typed) == SIZE_MAX, "%s: %s is shown", page->path, f->name);
    }
}

static void everything_wrong_and_nothing_lost(void **state)
{
    (void)state;
    faults = 0;
    for (size_t i = 0; i < web_pages_n; i++) {
        if (!web_pages[i]->act) continue;
        const char *path = address_of(web_pages[i]);
        nothing_is_lost(web_pages[i], path, LANG_NL);
        nothing_is_lost(web_pages[i], path, LANG_EN);
    }
    assert_int_equal(faults, 0);
}

/* ---- who may ---- */

static void doors_open_for_their_role_only(void **state)
{
    (void)state;
    faults = 0;
    for (size_t i = 0; i < web_pages_n; i++) {
        const struct page *page = web_pages[i];
        const char *path = address_of(page);
        if (page->who == WHO_ANYONE) continue; /* reading is open; posting is tried below */
        for (int role = WHO_ANYONE; role < WHOS; role++) {
            const struct try get = { .address = path, .visitor = as((enum who)role) };
            const int status = page->handle ? ask(get).status : 0;
            if (role >= (int)page->who) {
                HOLDS(status != 403 && status != 500, "%s as %d: %d %s", page->path, role,
                      status, status == 500 ? err_why() : "");
                continue;
            }
            if (page->handle)
                HOLDS(status == (role == WHO_ANYONE ? 303 : 403), "%s as %d: %d", page->path,
                      role, status);
            if (page->act)
                HOLDS(ask((struct try){ .method = METHOD_POST,
                                        .address = path,
                                        .body = "",
                                        .visitor = as((enum who)role) })
                              .status == 403,
                      "posting to %s as %d", page->path, role);
        }
    }
    assert_int_equal(faults, 0);
}

static void a_post_comes_from_a_page_of_ours(void **state)
{
    (void)state;
    faults = 0;
    for (size_t i = 0; i < web_pages_n; i++) {
        const struct page *page = web_pages[i];
        if (!page->act) continue;
        struct try post = { .method = METHOD_POST,
                            .address = address_of(page),
                            .body = "a=b",
                            .visitor = as(page->who),
                            .from_elsewhere = true };
        HOLDS(ask(post).status == 403, "%s from elsewhere", page->path);
        post.from_elsewhere = false;
        post.without_token = true;
        const int status = ask(post).status;
        HOLDS(status == 403 || (page->handle && (status == 422 || absent(status))),
              "%s without a token: %d", page->path, status);
    }
    assert_int_equal(faults, 0);
}

/* ---- what stands on a page is what is read ---- */

static bool attribute(struct str tag, const char *name, struct str *value)
{
    const struct str begin = arena_format(&city.arena, " %s=\"", name);
    const size_t at = str_find(tag, begin);
    if (at == SIZE_MAX) return false;
    *value = str_from(tag, at + begin.n);
    *value = str_upto(*value, str_find(*value, STR("\"")));
    return true;
}

static bool reads(const struct form *form, struct str name)
{
    if (str_is(name, "formulier")) return true;
    for (size_t i = 0; form && i < form->fields_n; i++)
        if (str_is(name, form->fields[i].name)) return true;
    return false;
}

static void check_form(const struct page *on, const char *path, struct str tag,
                       struct str inside)
{
    struct str action, name;
    struct match match;
    if (!attribute(tag, "action", &action) || !action.n) action = str_of(path);
    action = str_upto(action, str_find(action, STR("?")));
    router_find(&router, action, METHOD_POST, &match);
    HOLDS(match.page, "%s: a form goes to %.*s, which takes none", on->path, STR_ARG(action));
    if (!match.page) return;
    seen_forms++;
    HOLDS(str_find(inside, STR("name=\"formulier\"")) != SIZE_MAX, "%s: no token", on->path);
    struct str rest = inside;
    for (size_t at; (at = str_find(rest, STR(" name=\""))) != SIZE_MAX;) {
        rest = str_from(rest, at);
        if (attribute(rest, "name", &name))
            HOLDS(reads(match.page->form, name), "%s: %.*s does not read %.*s", on->path,
                  STR_ARG(action), STR_ARG(name));
        rest = str_from(rest, 7);
    }
}

static void what_is_sent_is_read(void **state)
{
    (void)state;
    faults = 0;
    for (size_t i = 0; i < web_pages_n; i++) {
        const struct page *page = web_pages[i];
        if (!page->handle) continue;
        const char *path = address_of(page);
        const struct response res =
            ask((struct try){ .address = path, .visitor = as(WHO_ADMINISTRATOR) });
        struct str rest = body_of(&res);
        if (res.status != 200 || res.content != CONTENT_HTML) continue;
        for (size_t at; (at = str_find(rest, STR("<form"))) != SIZE_MAX;) {
            rest = str_from(rest, at);
            const struct str tag = str_upto(rest, str_find(rest, STR(">")));
            const struct str inside = str_upto(rest, str_find(rest, STR("</form>")));
            if (str_find(tag, STR("method=\"post\"")) != SIZE_MAX)
                check_form(page, path, tag, inside);
            rest = str_from(rest, inside.n);
        }
    }
    assert_int_equal(faults, 0);
    CHECK(seen_forms > 0);
}

static int open_city(void **state)
{
    (void)state;
    memset(&city, 0, sizeof city);
    city_open(&city, true);
    return router_make(&city.arena, web_pages, web_pages_n, &router) == OK ? 0 : -1;
}
static int close_city(void **state)
{
    (void)state;
    city_close(&city);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(everything_wrong_and_nothing_lost, open_city,
                                        close_city),
        cmocka_unit_test_setup_teardown(doors_open_for_their_role_only, open_city, close_city),
        cmocka_unit_test_setup_teardown(a_post_comes_from_a_page_of_ours, open_city,
                                        close_city),
        cmocka_unit_test_setup_teardown(what_is_sent_is_read, open_city, close_city),
    };
    return RUN_TESTS(tests);
}
