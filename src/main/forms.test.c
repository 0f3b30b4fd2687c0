/* forms.test.c — what holds for every form there is and will be, over the table
 * of pages.
 *
 *   - a post from elsewhere, without a token or without the role does nothing
 * (403, or the page again)
 *   - a page opens for its role and for no lower one
 *   - everything wrong filled in: nothing typed is lost, and each field says
 * what to do (422)
 *   - what a form on a page is called is what the page it goes to reads, so
 * nothing is sent in vain
 *
 * Run on a small city; a page that needs what is not there may answer 404, 409
 * or 410. */
#include "tests/city.h"

#include "web/router.h"

enum { NOW = 1701000000, WHOS = WHO_ADMINISTRATOR + 1 };

static struct city city;
static struct router router;
static int faults, seen_forms, tried_forms;

/* Says what is wrong and goes on: one run names every page that breaks a rule.
 */
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

/* So long, and no other field holds it. */
static struct str many(const char *name, int64_t n)
{
    char *to = arena_take(&city.arena, (size_t)n + 1, 1);
    const size_t name_n = strlen(name);
    memset(to, 'w', (size_t)n);
    memcpy(to, name, name_n < (size_t)n ? name_n : (size_t)n);
    return (struct str){ to, (size_t)n };
}

static struct str wrong_for(const struct field *f)
{
    switch (f->kind) {
    case FIELD_LINE_KIND:
    case FIELD_SECRET_KIND: return many(f->name, f->most ? f->most + 1 : 201);
    case FIELD_TEXT_KIND: return many(f->name, f->most ? f->most + 1 : 10001);
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

/* ---- what stands on a page ---- */

static bool attribute(struct str tag, const char *name, struct str *value)
{
    const struct str begin = arena_format(&city.arena, " %s=\"", name);
    const size_t at = str_find(tag, begin);
    if (at == SIZE_MAX) return false;
    *value = str_from(tag, at + begin.n);
    *value = str_upto(*value, str_find(*value, STR("\"")));
    return true;
}

/* How a field stands on a page: typed, chosen from what is there, or sent along by
 * the page itself. */
enum stands { NOT_THERE, TYPED, CHOSEN, FIXED };
static enum stands stands(struct str page, const char *name, struct str *value)
{
    const struct str mark = arena_format(&city.arena, " name=\"%s\"", name);
    const size_t at = str_find(page, mark);
    size_t from = at;
    struct str type = STR("");
    *value = STR("");
    if (at == SIZE_MAX) return NOT_THERE;
    while (from && page.s[from] != '<') from--;
    const struct str rest = str_from(page, from),
                     tag = str_upto(rest, str_find(rest, STR(">")));
    attribute(tag, "type", &type);
    attribute(tag, "value", value);
    if (str_is(type, "hidden") || str_starts(tag, STR("<button"))) return FIXED;
    return str_starts(tag, STR("<select")) || str_is(type, "radio") || str_is(type, "checkbox")
               ? CHOSEN
               : TYPED;
}

/* What a reader can fill in is wrong; what the page itself sends stays as it is
 * there. */
static struct str all_wrong(const struct form *form, struct str page)
{
    struct str body = STR("onbekend=1&role=5"), value;
    for (size_t i = 0; form && i < form->fields_n; i++) {
        const struct field *f = &form->fields[i];
        if (stands(page, f->name, &value) != FIXED) value = wrong_for(f);
        body =
            arena_format(&city.arena, "%.*s&%s=%.*s", STR_ARG(body), f->name, STR_ARG(value));
    }
    return body;
}

/* A page without what it is about: there is nothing to show again. */
static bool absent(int status)
{
    return status == 404 || status == 409 || status == 410;
}

static void check_field(const struct page *page, struct str body, const struct field *f)
{
    const struct str typed = wrong_for(f);
    struct str value;
    const enum stands how = stands(body, f->name, &value);
    if (!typed.n || how == NOT_THERE || how == FIXED) return;
    if (how == CHOSEN && !f->required) return; /* nobody chooses what is not there */
    HOLDS(str_find(body, arena_format(&city.arena, "id=\"%s-problem\"", f->name)) != SIZE_MAX,
          "%s: field %s does not say what to do", page->path, f->name);
    if (how == TYPED && (f->kind == FIELD_LINE_KIND || f->kind == FIELD_TEXT_KIND))
        HOLDS(str_find(body, typed) != SIZE_MAX, "%s: %s is lost", page->path, f->name);
    if (f->kind == FIELD_SECRET_KIND)
        HOLDS(str_find(body, typed) == SIZE_MAX, "%s: %s is shown", page->path, f->name);
}

static void nothing_is_lost(const struct page *page, const char *path, enum lang lang)
{
    const char *address =
        arena_format(&city.arena, "%s%s", lang == LANG_EN ? "/en" : "", path).s;
    struct try try = { .address = address, .visitor = as(page->who) };
    struct str empty = STR("");
    if (page->handle) {
        const struct response shown = ask(try);
        if (shown.status != 200) return;
        empty = arena_copy(&city.arena, body_of(&shown));
    }
    try.method = METHOD_POST;
    try.body = all_wrong(page->form, empty).s;
    const struct response res = ask(try);
    const struct str body = body_of(&res);
    HOLDS(res.status != 500, "%s %s", page->path, err_why());
    bool fillable = false;
    struct str value;
    for (size_t i = 0; page->form && i < page->form->fields_n; i++)
        fillable |= wrong_for(&page->form->fields[i]).n &&
                    stands(empty, page->form->fields[i].name, &value) == TYPED;
    if (!fillable || absent(res.status)) return;
    tried_forms++;
    HOLDS(res.status == 422, "%s gives %d", page->path, res.status);
    HOLDS(str_find(body, STR("id=\"problemen\"")) != SIZE_MAX, "%s has no list", page->path);
    for (size_t i = 0; i < page->form->fields_n; i++)
        check_field(page, body, &page->form->fields[i]);
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
    CHECK(tried_forms > 0);
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
        const int elsewhere =
            ask(post).status; /* a secret in its address is all that is asked */
        HOLDS(page->from_anywhere ? page->own_token && elsewhere != 403 : elsewhere == 403,
              "%s from elsewhere: %d", page->path, elsewhere);
        post.from_elsewhere = false;
        if (page->own_token)
            continue; /* what its address holds is asked instead: 404 without */
        post.without_token = true;
        const int status = ask(post).status;
        HOLDS(status == 403 ||
                  (page->handle && (status == 422 || status == 400 || absent(status))),
              "%s without a token: %d", page->path, status);
    }
    assert_int_equal(faults, 0);
}

/* A button that is pressed: it does something, or says why not. */
static void a_button_answers(void **state)
{
    (void)state;
    faults = 0;
    for (size_t i = 0; i < web_pages_n; i++) {
        const struct page *page = web_pages[i];
        if (!page->act || page->handle) continue;
        const struct response res = ask((struct try){ .method = METHOD_POST,
                                                      .address = address_of(page),
                                                      .body = "",
                                                      .visitor = as(page->who) });
        HOLDS(res.status != 500 && res.status != 200, "%s: %d %s", page->path, res.status,
              res.status == 500 ? err_why() : "");
    }
    assert_int_equal(faults, 0);
}

/* ---- what stands on a page is what is read ---- */

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
        cmocka_unit_test_setup_teardown(a_button_answers, open_city, close_city),
        cmocka_unit_test_setup_teardown(what_is_sent_is_read, open_city, close_city),
    };
    return RUN_TESTS(tests);
}
