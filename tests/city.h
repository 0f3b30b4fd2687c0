/* city.h — a small invented dialogue for tests of pages: two themes, an evening with two tables, two
 * sources, voices in every state, and a report in two editions.
 *
 *   finding 1  table 1, needed, carries points 1 and 2      voice 1  Turkish with a translation, point 1
 *   finding 2  table 2, goes well, carries point 1          voice 2  erased, carries point 1
 *   finding 3  of the study, page 12, set aside             voice 3  hidden
 *   finding 4  nobody used it yet                           voice 4  a story, carries point 2
 *   point 1    in both themes; reworded in edition 2        voice 5  set aside: unclear
 *   point 3    only in edition 1                            voice 6  waiting for a first reading */
#ifndef TESTS_CITY_H
#define TESTS_CITY_H

#include "base/test.h"
#include "features/gathering/gathering.sql.h"
#include "features/points/points.h"
#include "features/report/report.sql.h"
#include "features/search/search.h"
#include "features/sources/sources.h"
#include "features/voices/voices.h"

struct city {
    struct store *store;
    struct db *db;
    struct arena arena;
    int64_t dialogue, themes[2], evening, tables[2], sources[2], findings[5], voices[7],
        points[4];
    int64_t editions;   /* published so far */
    bool without_texts; /* nothing but the dialogue: for pages with nothing in them */
};

static inline struct str text(const char *zero_ended)
{
    return str_of(zero_ended);
}

static inline enum err city_themes(struct tx *tx, struct city *c)
{
    static const char *const slugs[] = { "hulp", "ontmoeten" },
                             *const nl[] = { "Hulp dichtbij", "Elkaar ontmoeten" },
                             *const en[] = { "Help close by", "Meeting each other" };
    for (int i = 0; i < 2; i++) {
        TRY(theme_add(tx, c->dialogue, text(slugs[i]), i + 1, false, 0, false, 0, false,
                      &c->themes[i]));
        TRY(theme_text_put(tx, c->themes[i], STR("nl"), text(nl[i]), STR("Wat is er nodig?"),
                           STR("Daar gaat het hier over.")));
        TRY(theme_text_put(tx, c->themes[i], STR("en"), text(en[i]), STR("What is needed?"),
                           STR("That is what this is about.")));
        TRY(table_add(tx, c->evening, 1, i + 1, i + 1, c->themes[i], STR("Zaal"),
                      &c->tables[i]));
    }
    return OK;
}

static inline enum err city_frame(struct tx *tx, struct city *c)
{
    TRY(municipality_put(tx, STR("Waterstad"), 0x00677f, STR("14 099"), STR(""), STR("")));
    TRY(dialogue_add(tx, STR("waterstad"), 1, STR("nl"), true, &c->dialogue));
    TRY(dialogue_text_put(tx, c->dialogue, STR("nl"), STR("De sociale staat"),
                          STR("Hoe gaat het?"), STR("Wij vroegen het de stad."),
                          STR("Waterstad"), STR("")));
    TRY(dialogue_text_put(tx, c->dialogue, STR("en"), STR("The social state"),
                          STR("How is it?"), STR("We asked the city."), STR("Waterstad"),
                          STR("")));
    if (c->without_texts) return OK;
    TRY(gathering_add(tx, c->dialogue, STR("27-juni"), 1, (struct day){ 19535 }, false,
                      (struct clock){ 0 }, false, (struct clock){ 0 }, false, 0, false, false,
                      0, &c->evening));
    TRY(gathering_text_put(tx, c->evening, STR("nl"), STR("De avond"), STR("Stadhuis"),
                           STR("")));
    return city_themes(tx, c);
}

static inline enum err city_findings(struct tx *tx, struct city *c)
{
    static const struct {
        const char *page, *nl, *en;
        int source, theme, table, kind, account, reason;
    } rows[] = {
        { "", "", "", 0, 0, 0, 0, 0, 0 },
        { "5", "Zorg dat er in het weekend <iemand> is.", "Have someone there at weekends.", 0,
          0, 0, KIND_NEEDED, ACCOUNT_OPEN, 0 },
        { "6", "Buren kennen elkaar van de bankjes.", NULL, 0, 1, 1, KIND_GOES_WELL,
          ACCOUNT_OPEN, 0 },
        { "12", "Veel mensen weten niet welke hulp er is.", NULL, 1, 0, -1, KIND_MUST_IMPROVE,
          ACCOUNT_SET_ASIDE, REASON_DOUBLE },
        { "", "Een loket is te weinig.", NULL, 1, 0, -1, KIND_NEEDED, ACCOUNT_OPEN, 0 },
    };
    TRY(source_add(tx, c->dialogue, STR("verslag"), 1, SOURCE_REPORT, STR("Gemeente"), true,
                   (struct day){ 19600 }, STR("https://example.org/verslag"), &c->sources[0]));
    TRY(source_text_put(tx, c->sources[0], STR("nl"), STR("Verslag van de avond"), STR("")));
    TRY(source_add(tx, c->dialogue, STR("onderzoek"), 2, SOURCE_STUDY, STR(""), false,
                   (struct day){ 0 }, STR("javascript:alert(1)"), &c->sources[1]));
    TRY(source_text_put(tx, c->sources[1], STR("nl"), STR("Onderzoek naar hulp"),
                        STR("Kort.")));
    for (int i = 1; i < 5; i++) {
        const bool at_table = rows[i].table >= 0;
        TRY(finding_add(tx, c->dialogue, i, i, c->sources[rows[i].source], text(rows[i].page),
                        true, c->themes[rows[i].theme], at_table,
                        at_table ? c->tables[rows[i].table] : 0, true, (enum kind)rows[i].kind,
                        (enum account)rows[i].account, rows[i].reason > 0,
                        (enum reason)rows[i].reason, &c->findings[i]));
        TRY(finding_text_put(tx, c->findings[i], STR("nl"), text(rows[i].nl)));
        if (rows[i].en) TRY(finding_text_put(tx, c->findings[i], STR("en"), text(rows[i].en)));
    }
    return OK;
}

static inline enum err city_voices(struct tx *tx, struct city *c)
{
    static const struct {
        const char *lang, *body;
        int kind, visibility, account, reason;
    } rows[] = {
        { "", "", 0, 0, 0, 0 },
        { "tr", "Bize yardım eden kimse yok", KIND_MUST_IMPROVE, VISIBILITY_SHOWN, ACCOUNT_OPEN,
          0 },
        { "nl", "GEWIST", KIND_NEEDED, VISIBILITY_ERASED, ACCOUNT_OPEN, 0 },
        { "nl", "VERBORGEN", KIND_NEEDED, VISIBILITY_HIDDEN, ACCOUNT_OPEN, 0 },
        { "nl", "Ik zat elke dag op de bank bij de vijver.", KIND_STORY, VISIBILITY_SHOWN,
          ACCOUNT_OPEN, 0 },
        { "nl", "Zoiets als toen.", KIND_TIP, VISIBILITY_SHOWN, ACCOUNT_SET_ASIDE,
          REASON_UNCLEAR },
        { "nl", "ONGELEZEN", KIND_NEEDED, VISIBILITY_WAITING, ACCOUNT_OPEN, 0 },
    };
    for (int i = 1; i < 7; i++)
        TRY(voice_add(tx, c->dialogue, i, i, true, c->themes[0], i != 4,
                      i != 4 ? c->tables[0] : 0, false, 0, true, (enum kind)rows[i].kind, true,
                      (struct day){ 19535 }, text(rows[i].lang), text(rows[i].body),
                      STR("0123456789abcdef"), (enum visibility)rows[i].visibility,
                      (enum account)rows[i].account, rows[i].reason > 0,
                      (enum reason)rows[i].reason, &c->voices[i]));
    TRY(voice_text_put(tx, c->voices[1], STR("nl"), STR("Niemand helpt ons")));
    TRY(story_add(tx, c->voices[4], c->dialogue, STR("de-bank"), 1, STR("Bewoner")));
    TRY(story_text_put(tx, c->voices[4], STR("nl"), STR("De bank bij de vijver")));
    return story_text_put(tx, c->voices[4], STR("en"), STR("The bench by the pond"));
}

/* A point of the draft in its theme, resting on what is given; 0: nothing. */
static inline enum err city_point(struct tx *tx, struct city *c, int number, int theme,
                                  const char *nl, int finding, int voice)
{
    int64_t *id = &c->points[number];
    TRY(point_draft_id(tx, &c->arena, c->dialogue, number, id));
    TRY(point_add(tx, *id, c->dialogue, number, number, KIND_NEEDED));
    TRY(point_text_put(tx, *id, STR("nl"), text(nl)));
    if (theme >= 0) TRY(point_theme_add(tx, *id, c->themes[theme], number, 0));
    if (finding) TRY(point_finding_add(tx, *id, c->findings[finding]));
    if (voice) TRY(point_voice_add(tx, *id, c->voices[voice]));
    return OK;
}

static inline enum err city_draft(struct tx *tx, struct city *c, const char *first, bool third)
{
    TRY(points_draft_clear(tx, c->dialogue));
    TRY(city_point(tx, c, 1, 0, first, 1, 1));
    TRY(point_theme_add(tx, c->points[1], c->themes[1], 1, 1));
    TRY(point_finding_add(tx, c->points[1], c->findings[2]));
    TRY(point_voice_add(tx, c->points[1], c->voices[2]));
    TRY(city_point(tx, c, 2, 1, "Zet meer bankjes neer.", 1, 4));
    return third ? city_point(tx, c, 3, 1, "Dit verdwijnt later.", 2, 0) : OK;
}

static inline enum err city_publish(struct tx *tx, struct city *c)
{
    int64_t edition;
    c->editions++;
    TRY(report_edition_add(tx, c->dialogue, c->editions,
                           (struct instant){ 1700000000 + 86400 * c->editions }, STR("hash"),
                           STR("{}"), STR(""), &edition));
    TRY(points_publish(tx, c->dialogue, edition));
    return search_rebuild(tx, c->dialogue);
}

static inline enum err city_fill(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(city_frame(tx, c));
    if (c->without_texts) return OK;
    TRY(city_findings(tx, c));
    TRY(city_voices(tx, c));
    TRY(city_draft(tx, c, "Zorg voor hulp in het weekend.", true));
    return search_rebuild(tx, c->dialogue);
}

static inline enum err city_two_editions(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(city_publish(tx, c));
    TRY(city_draft(tx, c, "Zorg dat er ook in het weekend hulp is.", false));
    return city_publish(tx, c);
}

static inline void city_open(struct city *c, bool published)
{
    CHECK_OK(store_open_memory(&c->store));
    CHECK_OK(store_write(c->store, city_fill, c));
    if (published) CHECK_OK(store_write(c->store, city_two_editions, c));
    CHECK_OK(store_reader(c->store, &c->db));
}

static inline enum err city_opens(struct tx *tx, void *with)
{
    const struct city *c = with;
    return listening_put(tx, c->dialogue, true, false, (struct day){ 0 }, true, 120);
}

/* From now on voices may come in. */
static inline void city_listens(struct city *c)
{
    CHECK_OK(store_write(c->store, city_opens, c));
}

static inline void city_close(struct city *c)
{
    store_reader_close(c->db);
    store_close(c->store);
    arena_end(&c->arena);
}

/* The page at an address, which must answer with `status`. */
static inline struct str city_page(struct city *c, const char *address, int status)
{
    struct response res;
    web_try(c->store, c->db, &c->arena, METHOD_GET, text(address),
            (struct instant){ 1701000000 }, &res);
    const struct str body = { res.body.s, res.body.n };
    if (res.status != status)
        fail_msg("%s answers %d, not %d: %s\n%.*s", address, res.status, status, err_why(),
                 STR_ARG(str_upto(body, 400)));
    return body;
}

#endif
