/* router.test.c — which page an address asks for. */
#include "base/test.h"
#include "web/router.h"

static struct arena arena;

static enum err nothing(struct request *req, struct response *res)
{
    (void)req, (void)res;
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    (void)tx;
    return nothing(req, res);
}

#define PAGE(name, where)                                                                      \
    static const struct page name = { .path = (where), .handle = nothing, .file = "test" }
PAGE(home, "/");
PAGE(health, "/healthz");
PAGE(dialogue, "/:dialogue");
PAGE(sources, "/:dialogue/bronnen");
PAGE(point, "/:dialogue/punt/#punt");
static const struct page points_new = {
    .path = "/:dialogue/punt/nieuw", .handle = nothing, .act = act, .file = "test"
};
static const struct page points_away = { .path = "/:dialogue/punt/weg",
                                         .act = act,
                                         .file = "test" };
PAGE(points_named, "/:dialogue/punt/:naam");
PAGE(brand, "/assets/brand-:colour.css");
PAGE(table, "/:d/bijeenkomst/:g/ronde-#r/tafel/#t");
PAGE(deep, "/:a/b/c/d/e/f/g/#h");
static const struct page *const pages[] = {
    &dialogue, &points_named, &point, &points_away, &home, &sources,
    &brand,    &points_new,   &table, &health,      &deep,
};

static struct match find(const char *path, enum method method)
{
    struct router router;
    struct match match;
    CHECK_OK(router_make(&arena, pages, COUNT_OF(pages), &router));
    router_find(&router, str_of(path), method, &match);
    return match;
}

static void finds_the_most_specific(void **state)
{
    (void)state;
    CHECK(find("/", METHOD_GET).page == &home);
    CHECK(find("/healthz", METHOD_GET).page == &health);
    CHECK(find("/almere-2023", METHOD_GET).page == &dialogue);
    CHECK(find("/almere-2023/bronnen", METHOD_GET).page == &sources);
    CHECK(find("/a/punt/nieuw", METHOD_GET).page == &points_new);
    CHECK(find("/a/punt/12", METHOD_GET).page == &point);
    CHECK(find("/a/punt/twaalf", METHOD_GET).page == &points_named);
}

static void hands_over_what_stands_in_the_path(void **state)
{
    (void)state;
    const struct match one = find("/a-1/punt/12", METHOD_GET);
    CHECK_STR(one.param[0].text, "a-1");
    CHECK(one.param[1].number == 12);
    const struct match two = find("/a/bijeenkomst/avond/ronde-2/tafel/7", METHOD_GET);
    CHECK(two.page == &table);
    CHECK_STR(two.param[1].text, "avond");
    CHECK(two.param[2].number == 2 && two.param[3].number == 7);
    const struct match three = find("/assets/brand-00677f.css", METHOD_GET);
    CHECK(three.page == &brand);
    CHECK_STR(three.param[0].text, "00677f");
    const struct match most = find("/x/b/c/d/e/f/g/3", METHOD_GET);
    CHECK(most.page == &deep);
    CHECK(most.param[1].number == 3);
}

static void finds_nothing_else(void **state)
{
    static const char *const none[] = {
        "/A",
        "/a_b",
        "/-a",
        "/almere-2023/onbekend",
        "/a/punt/",
        "/a/punt/12/x",
        "/a/punt/-1",
        "/assets/brand-.css",
        "/assets/brand-XYZ.css",
        "/a/b/c/d/e/f/g/h/i/j",
        "/x/b/c/d/e/f/g",
        "/x/b/c/d/e/f/g/3/4",
        "/a/bijeenkomst/avond/ronde-0/tafel/7",
        "/a/bijeenkomst/avond/ronde-x/tafel/7",
        "/a/bijeenkomst/avond/ronde-2/tafel/99999999999999999999",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(none); i++)
        if (find(none[i], METHOD_GET).methods) fail_msg("found: %s", none[i]);
}

static void a_number_has_one_spelling(void **state)
{
    (void)state;
    CHECK(find("/a/punt/012", METHOD_GET).page == &points_named); /* a slug, no number */
    CHECK(find("/a/punt/0", METHOD_GET).page == &points_named);
    CHECK(find("/a/punt/+1", METHOD_GET).page == NULL);
}

static void knows_which_methods_there_are(void **state)
{
    (void)state;
    CHECK(find("/a/punt/nieuw", METHOD_POST).page == &points_new);
    CHECK(find("/a/punt/weg", METHOD_POST).page == &points_away);
    CHECK(find("/a/punt/weg", METHOD_GET).page == &points_named);
    const struct match m = find("/a/bronnen", METHOD_POST);
    CHECK(!m.page && m.methods == 1u << METHOD_GET);
    CHECK(find("/niets/hier", METHOD_POST).methods == 0);
}

static void refuses_what_cannot_be_told_apart(void **state)
{
    PAGE(a, "/:x/punt");
    PAGE(b, "/:y/punt");
    PAGE(c, "geen-streep");
    PAGE(d, "/a//b");
    PAGE(e, "/:a:b");
    PAGE(f, "/:");
    PAGE(g, "/:a/:b/:c/:d/:e");
    static const struct page *const twins[] = { &a, &b };
    static const struct page *const bad[] = { &c, &d, &e, &f, &g };
    struct router router;
    (void)state;
    CHECK(router_make(&arena, twins, 2, &router) == ERR_BROKEN);
    CHECK_HAS(str_of(err_why()), "both answer");
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (router_make(&arena, &bad[i], 1, &router) != ERR_BROKEN)
            fail_msg("taken: %s", bad[i]->path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_most_specific),
        cmocka_unit_test(hands_over_what_stands_in_the_path),
        cmocka_unit_test(finds_nothing_else),
        cmocka_unit_test(a_number_has_one_spelling),
        cmocka_unit_test(knows_which_methods_there_are),
        cmocka_unit_test(refuses_what_cannot_be_told_apart),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
