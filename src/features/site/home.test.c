/* home.test.c — home and the pages about this site, from database to markup. */
#include "tests/place.h"

static void one_dialogue_is_home(void **state)
{
    (void)state;
    struct city c;
    struct response res;
    city_open(&c, true);
    web_try(c.store, c.db, &c.arena, METHOD_GET, STR("/"), (struct instant){ 0 }, &res);
    CHECK(res.status == 303);
    CHECK_STR(res.location.text, "/wijk");
    city_close(&c);
}

static enum err second(struct tx *tx, void *with)
{
    int64_t id;
    (void)with;
    TRY(dialogue_add(tx, STR("haven"), 2, STR("nl"), false, &id));
    return dialogue_text_put(tx, id, STR("nl"), STR("De haven"), STR("Wat doet de haven?"),
                             STR(""), STR(""), STR(""));
}

static void more_dialogues_are_listed(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_OK(store_write(c.store, second, NULL));
    const struct str page = city_page(&c, "/", 200);
    const size_t wijk = str_find(page, STR("href=\"/wijk\"")),
                 haven = str_find(page, STR("href=\"/haven\""));
    CHECK(wijk < haven && haven != SIZE_MAX);
    CHECK_HAS(page, "Nu: Advies");
    city_close(&c);
}

static void search_engines_find_the_pages(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/robots.txt", 200), "Sitemap: http://localhost:8080/sitemap.xml");
    CHECK_HAS(city_page(&c, "/sitemap.xml", 200),
              "<loc>http://localhost:8080/sitemap-1.xml</loc>");
    const struct str part = city_page(&c, "/sitemap-1.xml", 200);
    CHECK_HAS(part, "<loc>http://localhost:8080/kaart</loc>");
    CHECK_NOT(part, "/wijk<"); /* an invented dialogue is not for them */
    CHECK_OK(store_write(c.store, second, NULL));
    CHECK_HAS(city_page(&c, "/sitemap-1.xml", 200), "<loc>http://localhost:8080/haven</loc>");
    city_page(&c, "/sitemap-2.xml", 404);
    city_page(&c, "/sitemap-0.xml", 404);
    city_close(&c);
}

static struct str framed(struct city *c, const char *address)
{
    struct response res;
    const struct try try = { .method = METHOD_GET, .address = address, .frame = site_frame };
    web_ask(c->store, c->db, &c->arena, &try, &res);
    return (struct str){ res.body.s, res.body.n };
}

static bool labelled(struct str page)
{
    const bool kept_out =
        str_find(page, STR("<meta name=\"robots\" content=\"noindex\">")) != SIZE_MAX;
    const bool said = str_find(page, STR("class=\"dlg-invented\"")) != SIZE_MAX;
    CHECK(kept_out == said);
    return said;
}

/* The dialogue of tests/place.h is invented, and so is a city that has no other. With a real one
 * beside it, only its own pages and its card say so. */
static void what_is_invented_says_so(void **state)
{
    (void)state;
    static const char *const own[] = { "/wijk", "/en/wijk", "/wijk/bronnen", "/wijk/zoeken?q=x",
                                       "/wijk/punt/99" };
    static const char *const around[] = { "/privacy", "/open-data", "/niets" };
    struct city c;
    city_open(&c, true);
    for (int beside = 0; beside < 2; beside++) {
        for (size_t i = 0; i < COUNT_OF(own); i++) CHECK(labelled(framed(&c, own[i])));
        for (size_t i = 0; i < COUNT_OF(around); i++)
            CHECK(labelled(framed(&c, around[i])) == !beside);
        if (!beside) CHECK_OK(store_write(c.store, second, NULL));
    }
    CHECK_HAS(framed(&c, "/"), "Verzonnen voorbeeld");
    CHECK(!labelled(framed(&c, "/")));
    CHECK(!labelled(framed(&c, "/haven")));
    city_close(&c);
}

static void none_is_said_kindly(void **state)
{
    (void)state;
    struct city c;
    city_open_empty(&c);
    CHECK_HAS(city_page(&c, "/", 200), "Er is nog geen dialoog.");
    CHECK_HAS(city_page(&c, "/open-data", 200), "Er is nog geen verslag verschenen.");
    CHECK_HAS(city_page(&c, "/privacy", 200), "Neem contact op met uw gemeente.");
    city_close(&c);
}

static void about_the_site(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/toegankelijkheid", 200), "WCAG 2.2");
    CHECK_HAS(city_page(&c, "/en/privacy", 200),
              "We set no cookies when you only read or contribute.");
    const struct str turkish = city_page(&c, "/tr/privacy", 200);
    CHECK_HAS(turkish, "Yalnızca okuyorsanız veya bir katkı veriyorsanız çerez kullanmayız.");
    CHECK_HAS(turkish, "href=\"/ar/privacy\" lang=\"ar\" dir=\"rtl\" hreflang=\"ar\"");
    CHECK_HAS(turkish, "rel=\"alternate\" hreflang=\"nl-simple\" href=\"/eenvoudig/privacy\"");
    CHECK_NOT(turkish, "<bdi lang=\"nl\">");
    const struct str arabic = city_page(&c, "/ar/privacy", 200);
    CHECK_HAS(arabic, "dir=\"rtl\"");
    CHECK_NOT(arabic, "<bdi lang=\"nl\">");
    CHECK_HAS(city_page(&c, "/open-data", 200), "href=\"/wijk/verslag/editie/1/verslag.json\"");
    city_close(&c);
}

static void the_brand_is_a_stylesheet(void **state)
{
    (void)state;
    struct city c;
    struct response res;
    city_open_empty(&c);
    CHECK_HAS(city_page(&c, "/assets/brand-00677f.css", 200), "--dlg-accent-");
    web_try(c.store, c.db, &c.arena, METHOD_GET, STR("/assets/brand-00677f.css"),
            (struct instant){ 0 }, &res);
    CHECK(res.content == CONTENT_CSS && res.immutable);
    (void)city_page(&c, "/assets/brand-00677.css", 404);
    (void)city_page(&c, "/assets/brand-zzzzzz.css", 404);
    city_close(&c);
}

static void the_frame_knows_the_city(void **state)
{
    (void)state;
    struct city c;
    struct frame frame = { 0 };
    city_open(&c, true);
    struct request req = { .arena = &c.arena, .db = c.db };
    CHECK_OK(site_frame(&req, &frame));
    CHECK_STR(frame.organisation, "Voorbeeldstad");
    CHECK_STR(frame.brand.text, "/assets/brand-00677f.css");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_dialogue_is_home),
        cmocka_unit_test(more_dialogues_are_listed),
        cmocka_unit_test(search_engines_find_the_pages),
        cmocka_unit_test(what_is_invented_says_so),
        cmocka_unit_test(none_is_said_kindly),
        cmocka_unit_test(about_the_site),
        cmocka_unit_test(the_brand_is_a_stylesheet),
        cmocka_unit_test(the_frame_knows_the_city),
    };
    return RUN_TESTS(tests);
}
