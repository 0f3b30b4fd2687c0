/* site.test.c — from an address to an answer, without a socket. */
#include "base/test.h"
#include "web/response.h"
#include "web/site.h"

static struct arena arena;

static enum err show(struct request *req, struct response *res)
{
    struct out *o = response_page(req, res);
    out_text(o, req->param[0].text);
    out_raw(o, STR("|"));
    out_text(o, req->query[0]);
    out_raw(o, STR("|"));
    out_text(o, req->query[1]);
    return OK;
}
static enum err home(struct request *req, struct response *res)
{
    out_words(response_page(req, res), SAY("Deze pagina bestaat niet"));
    return OK;
}
static enum err gone(struct request *req, struct response *res)
{
    out_raw(response_page(req, res), STR("half a page"));
    return FAIL(ERR_GONE, "withdrawn");
}
static enum err spill(struct request *req, struct response *res)
{
    struct out *o = response_page(req, res);
    static const char much[64 * 1024];
    for (size_t n = 0; n < BODY_MOST + 1; n += sizeof much)
        out_raw(o, (struct str){ much, sizeof much });
    return OK;
}
static enum err elsewhere(struct request *req, struct response *res)
{
    return response_redirect(res, (struct path){ req->query[0] });
}

#define PAGE(name, where, may, takes, with)                                                    \
    static const struct page name = {                                                          \
        .path = (where), .who = (may), .query = (takes), .handle = (with), .file = "test"      \
    }
PAGE(p_home, "/", WHO_ANYONE, NULL, home);
PAGE(p_show, "/:x/toon", WHO_ANYONE, "soort tafel", show);
PAGE(p_gone, "/weg", WHO_ANYONE, NULL, gone);
PAGE(p_spill, "/veel", WHO_ANYONE, NULL, spill);
PAGE(p_away, "/ga", WHO_ANYONE, "naar", elsewhere);
PAGE(p_desk, "/beheer", WHO_EDITOR, NULL, home);
static enum err nothing(struct tx *tx, struct request *req, struct response *res)
{
    (void)tx, (void)req, (void)res;
    return OK;
}
static const struct page p_send = { .path = "/stuur", .act = nothing, .file = "test" };
static const struct page p_help = {
    .path = "/hulp", .who = WHO_ANYONE, .langs = EVERY_LANG, .handle = home, .file = "test"
};
static const struct page *const pages[] = { &p_home, &p_show, &p_gone, &p_spill,
                                            &p_away, &p_desk, &p_send, &p_help };

static struct response ask_full(struct ask ask, frame_fill *frame)
{
    struct site site = { .frame = frame };
    struct response res;
    const struct page *page;
    CHECK_OK(router_make(&arena, pages, COUNT_OF(pages), &site.router));
    ask.now = (struct instant){ 1700000000 };
    if (ask.method == METHOD_GET) {
        site_answer(&site, NULL, &arena, &ask, &res, &page);
        return res;
    }
    static struct posting p;
    CHECK(!posting_start(&p, &site, NULL, &arena, &ask));
    posting_answer(&p, NULL);
    return p.res;
}

static struct response get(const char *address)
{
    return ask_full((struct ask){ .address = str_of(address) }, NULL);
}

static struct str body(const struct response *res)
{
    return (struct str){ res->body.s, res->body.n };
}

static void hands_the_query_over_in_the_pages_order(void **state)
{
    (void)state;
    struct response res = get("/a/toon?tafel=3&soort=%3Cb%3E");
    assert_int_equal(res.status, 200);
    CHECK_STR(body(&res), "a|&lt;b&gt;|3");
    assert_int_equal(get("/a/toon?taffel=3").status, 400);
    assert_int_equal(get("/a/toon?=3").status, 400);
    assert_int_equal(get("/?x=1").status, 400);
    res = get("/a/toon?tafel=");
    assert_int_equal(res.status, 200);
}

static void sends_to_the_tidy_address(void **state)
{
    (void)state;
    struct response res = get("/en/a/toon/?utm_source=x&soort=q");
    assert_int_equal(res.status, 308);
    CHECK_STR(response_location(&res, &arena), "/en/a/toon?soort=q");
    res = get("/en");
    CHECK_STR(response_location(&res, &arena), "/en/");
    res = get("/weg/");
    assert_int_equal(res.status, 308);
    assert_int_equal(get("/bestaat/niet/").status, 404); /* no detour to nothing */
}

static void home_follows_the_visitors_language(void **state)
{
    (void)state;
    struct ask ask = { .address = STR("/"), .accept_language = STR("en-GB, nl;q=0.5") };
    struct response res = ask_full(ask, NULL);
    assert_int_equal(res.status, 303);
    CHECK_STR(response_location(&res, &arena), "/en/");
    ask.from_here = true; /* who chose Dutch on our page gets Dutch */
    assert_int_equal(ask_full(ask, NULL).status, 200);
    ask.from_here = false;
    ask.accept_language = STR("nl");
    assert_int_equal(ask_full(ask, NULL).status, 200);
    ask.address = STR("/a/toon"), ask.accept_language = STR("en");
    assert_int_equal(ask_full(ask, NULL).status, 200); /* only home looks at it */
}

static void says_what_a_path_can_do(void **state)
{
    (void)state;
    struct response res =
        ask_full((struct ask){ .method = METHOD_POST, .address = STR("/a/toon") }, NULL);
    assert_int_equal(res.status, 405);
    CHECK(res.allow == 1u << METHOD_GET);
    res = get("/stuur");
    assert_int_equal(res.status, 405);
    CHECK(res.allow == 1u << METHOD_POST);
    struct ask post = { .method = METHOD_POST, .address = STR("/stuur") };
    assert_int_equal(ask_full(post, NULL).status, 403); /* a form from elsewhere */
    post.from_here = true;
    post.content_type = STR("application/x-www-form-urlencoded");
    assert_int_equal(ask_full(post, NULL).status,
                     403); /* without a token; see posting.test.c */
}

static void an_error_leaves_nothing_of_the_page(void **state)
{
    (void)state;
    struct response res = get("/weg");
    assert_int_equal(res.status, 410);
    CHECK(res.no_store);
    CHECK_NOT(body(&res), "half a page");
    CHECK_HAS(body(&res), "Deze pagina is weg");
    res = get("/en/weg");
    CHECK_HAS(body(&res), "This page is gone");
    CHECK_HAS(body(&res), "<html lang=\"en\"");
    assert_int_equal(get("/beheer").status, 403);
    assert_int_equal(get("/veel").status, 500);
    assert_int_equal(get("/niets").status, 404);
    assert_int_equal(get("/%zz").status, 400);
    char longest[5000];
    memset(longest, 'a', sizeof longest - 1);
    longest[0] = '/', longest[sizeof longest - 1] = 0;
    assert_int_equal(get(longest).status, 414);
}

static void each_status_has_its_own_page_in_both_languages(void **state)
{
    static const int all[] = { 400, 403, 404, 405, 408, 409, 410,
                               413, 414, 422, 429, 500, 503, 507 };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(all); i++)
        for (int lang = 0; lang < LANGS_WHOLE; lang++) {
            struct ask ask = { .address = lang ? STR("/en/x") : STR("/x"), .refused = all[i] };
            struct response res = ask_full(ask, NULL);
            assert_int_equal(res.status, all[i]);
            CHECK_HAS(body(&res), lang ? "To the home page" : "Naar de beginpagina");
            CHECK_HAS(body(&res), lang ? "href=\"/en" : "href=\"/\"");
            CHECK_HAS(body(&res), "</html>");
            if (all[i] == 500) continue;
            CHECK_NOT(body(&res), lang ? "Something went wrong" : "Er ging iets mis");
        }
}

static void an_error_is_told_in_each_language(void **state)
{
    (void)state;
    struct response res = get("/ar/bestaat/niet/echt");
    assert_int_equal(res.status, 404);
    CHECK_HAS(body(&res), "<html lang=\"ar\" dir=\"rtl\">");
    CHECK_HAS(body(&res), "هذه الصفحة غير موجودة");
    CHECK_HAS(body(&res), "href=\"/ar/\"");
    CHECK_NOT(body(&res), "hreflang=\"tr\""); /* home may be there in two languages only */
    CHECK_HAS(body(&res), "hreflang=\"en\"");
    CHECK_NOT(body(&res), "<bdi lang=\"nl\">"); /* nothing is left untranslated */
    res = get("/tr/%zz");
    assert_int_equal(res.status, 400);
    CHECK_HAS(body(&res), "Bu adres doğru değil");
    res = get("/eenvoudig/x/y/z");
    CHECK_HAS(body(&res), "<html lang=\"nl-simple\">");
    CHECK_HAS(body(&res), "Dit kunt u doen");
}

static void a_page_stands_in_the_languages_it_names(void **state)
{
    (void)state;
    struct response res = get("/tr/hulp");
    assert_int_equal(res.status, 200);
    assert_int_equal(res.frame.versions_n, LANGS);
    CHECK_STR(res.frame.versions[LANG_AR].to.text, "/ar/hulp");
    CHECK_STR(res.frame.versions[LANG_NL_SIMPLE].to.text, "/eenvoudig/hulp");
    CHECK(res.frame.versions[LANG_TR].here && !res.frame.versions[LANG_NL].here);
    res = get("/tr/a/toon?soort=x&tafel=3");
    assert_int_equal(res.status, 303);
    CHECK_STR(response_location(&res, &arena), "/a/toon?soort=x&tafel=3");
    res = get("/ar/"); /* home says nothing of its languages */
    CHECK_STR(response_location(&res, &arena), "/");
    assert_int_equal(get("/turkije/").status, 404);
    assert_int_equal(get("/en/a/toon").status, 200);
}

static void a_translation_nobody_read_says_so(void **state)
{
    (void)state;
    struct response res = get("/tr/x/y/z");
    CHECK_HAS(body(&res), "Ana dili Türkçe olan biri henüz okumadı.");
    CHECK_HAS(body(&res), "<p lang=\"nl\" dir=\"ltr\">Deze vertaling is met zorg gemaakt.");
    CHECK_HAS(body(&res), "Diğer sayfalar Felemenkçe açılır.");
    res = get("/eenvoudig/x/y/z");
    CHECK_HAS(body(&res), "Wij hebben deze tekst makkelijk gemaakt.");
    CHECK_NOT(body(&res), "Deze vertaling");
    res = get("/x/y/z");
    CHECK_NOT(body(&res), "dlg-notice");
    CHECK(frame_unread(LANG_NL) == NULL && frame_partial(LANG_EN) == NULL);
    CHECK(!frame_unread(LANG_AR) == lang_was_read(LANG_AR));
}

static enum err marker(struct request *req, struct frame *frame)
{
    (void)req;
    frame->site = STR("<Dialoog>");
    frame->organisation = STR("\"><script>");
    frame->phone = STR("14 036");
    frame->email = STR("vraag@almere.nl");
    frame->brand.text = STR("/assets/brand-00677f.css");
    return OK;
}
static enum err broken(struct request *req, struct frame *frame)
{
    (void)req, (void)frame;
    return FAIL(ERR_BROKEN, "no municipality");
}

static void the_frame_shows_whose_site_it_is(void **state)
{
    (void)state;
    struct response res = ask_full((struct ask){ .address = STR("/niets") }, marker);
    CHECK_HAS(body(&res), "&lt;Dialoog&gt;");
    CHECK_NOT(body(&res), "\"><script>");
    CHECK_HAS(body(&res), "href=\"tel:14036\"");
    CHECK_HAS(body(&res), "href=\"mailto:vraag@almere.nl\"");
    CHECK_HAS(body(&res), "href=\"/assets/brand-00677f.css\"");
    res = ask_full((struct ask){ .address = STR("/weg") }, broken);
    assert_int_equal(res.status, 500);
    CHECK_HAS(body(&res), "Er ging iets mis");
}

static void every_page_links_to_itself_in_the_other_language(void **state)
{
    (void)state;
    struct frame f = { .self = { STR("/a/toon?soort=x") } };
    assert_int_equal((frame_versions(&f, &arena, LANG_EN), f.versions_n), LANGS_WHOLE);
    frame_versions(&f, &arena, LANG_EN);
    CHECK_STR(f.versions[LANG_NL].to.text, "/a/toon?soort=x");
    CHECK_STR(f.versions[LANG_EN].to.text, "/en/a/toon?soort=x");
    CHECK(f.versions[LANG_EN].here && !f.versions[LANG_NL].here);
    f.self.text = STR("/?q=1");
    frame_versions(&f, &arena, LANG_NL);
    CHECK_STR(f.versions[LANG_EN].to.text, "/en/?q=1");
}

static void redirects_stay_here(void **state)
{
    static const char *const bad[] = { "//elders.nl", "/%5Celders.nl", "https://elders.nl",
                                       "elders",      "/a%20b",        "" };
    (void)state;
    struct response res = get("/en/ga?naar=/weg%3Fa=1");
    assert_int_equal(res.status, 303);
    CHECK_STR(response_location(&res, &arena), "/en/weg?a=1");
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        const struct str address = arena_format(&arena, "/ga?naar=%s", bad[i]);
        res = ask_full((struct ask){ .address = address }, NULL);
        CHECK(res.status >= 400 && !response_location(&res, &arena).n);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_the_query_over_in_the_pages_order),
        cmocka_unit_test(sends_to_the_tidy_address),
        cmocka_unit_test(home_follows_the_visitors_language),
        cmocka_unit_test(says_what_a_path_can_do),
        cmocka_unit_test(an_error_leaves_nothing_of_the_page),
        cmocka_unit_test(each_status_has_its_own_page_in_both_languages),
        cmocka_unit_test(an_error_is_told_in_each_language),
        cmocka_unit_test(a_page_stands_in_the_languages_it_names),
        cmocka_unit_test(a_translation_nobody_read_says_so),
        cmocka_unit_test(the_frame_shows_whose_site_it_is),
        cmocka_unit_test(every_page_links_to_itself_in_the_other_language),
        cmocka_unit_test(redirects_stay_here),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
