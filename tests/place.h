/* place.h — a small invented dialogue for tests of pages, with all that stands around what was said: a
 * picture, phases, pillars, an evening with its programme, a story. What was said, in every state, is
 * in city.h; a test includes one of the two. */
#ifndef TESTS_PLACE_H
#define TESTS_PLACE_H

#include "base/test.h"
#include "features/dialogue/dialogue.h"
#include "features/gathering/gathering.h"
#include "features/points/points.h"
#include "features/report/report.sql.h"
#include "features/sources/sources.h"
#include "features/voices/voices.h"

#define NONE false, 0
#define SOME(x) true, (x)

struct city {
    struct store *store;
    struct db *db;
    struct arena arena;
    int64_t dialogue, bank, lamp, picture, evening, table, source, finding, aside, voice,
        hidden;
    bool published; /* also as an edition */
};

static inline enum err city_frame(struct tx *tx, struct city *c)
{
    int64_t pillar, image;
    TRY(municipality_put(tx, STR("Voorbeeldstad"), 0x00677f, STR("14 036"),
                         STR("dialoog@voorbeeldstad.example"), STR("")));
    TRY(dialogue_add(tx, STR("wijk"), 1, STR("nl"), true, &c->dialogue));
    TRY(dialogue_text_put(tx, c->dialogue, STR("nl"), STR("Praat over de wijk"),
                          STR("Hoe gaat het in de wijk?"), STR("Wij vroegen het na."),
                          STR("Noord"), STR("Dit is verzonnen.")));
    TRY(dialogue_text_put(tx, c->dialogue, STR("en"), STR("Talk about the area"),
                          STR("How is the area doing?"), STR("We asked."), STR("North"),
                          STR("This is invented.")));
    TRY(phase_put(tx, c->dialogue, PHASE_LISTENING, PHASE_DONE));
    TRY(phase_put(tx, c->dialogue, PHASE_ADVICE, PHASE_NOW));
    TRY(phase_put(tx, c->dialogue, PHASE_DEEDS, PHASE_LATER));
    TRY(phase_text_put(tx, c->dialogue, PHASE_LISTENING, STR("nl"), STR("in het voorjaar")));
    TRY(section_put(tx, c->dialogue, SECTION_NEXT, STR("nl"), STR("De **raad** beslist.")));
    TRY(image_add(tx, STR("00ff00ff"), STR("image/png"), 1200, 800, STR("\x89PNG-large"),
                  STR("\x89PNG-small"), &image));
    TRY(picture_add(tx, c->dialogue, STR("bank"), 1, image, STR("bank.png"), STR("Tekenaar"),
                    &c->picture));
    TRY(picture_text_put(tx, c->picture, STR("nl"), STR("Een bank"), STR("De bank zelf")));
    TRY(pillar_add(tx, c->dialogue, STR("rust"), 1, &pillar));
    TRY(pillar_text_put(tx, pillar, STR("nl"), STR("Rust op straat"), STR("Waarom <rust>.")));
    TRY(theme_add(tx, c->dialogue, STR("bank"), 1, SOME(pillar), SOME(c->picture), false,
                  &c->bank));
    TRY(theme_text_put(tx, c->bank, STR("nl"), STR("De bank"), STR("Waar zit u?"),
                       STR("Zitten helpt.")));
    TRY(theme_text_put(tx, c->bank, STR("en"), STR("The bench"), STR("Where do you sit?"),
                       STR("Sitting helps.")));
    TRY(theme_add(tx, c->dialogue, STR("lamp"), 2, NONE, NONE, false, &c->lamp));
    return theme_text_put(tx, c->lamp, STR("nl"), STR("De lamp"), STR("Is het licht?"),
                          STR("Licht helpt."));
}

static inline enum err city_evening(struct tx *tx, struct city *c)
{
    int64_t item, other;
    TRY(gathering_add(tx, c->dialogue, STR("avond"), 1, (struct day){ 19535 },
                      SOME((struct clock){ 1170 }), SOME((struct clock){ 1320 }), SOME(150),
                      true, NONE, &c->evening));
    TRY(gathering_text_put(tx, c->evening, STR("nl"), STR("De avond"), STR("Buurthuis"),
                           STR("Het was druk.")));
    TRY(programme_add(tx, c->evening, 1, SOME((struct clock){ 1175 }), PROGRAMME_MUSIC, &item));
    TRY(programme_text_put(tx, item, STR("nl"), STR("De fanfare"), STR("")));
    TRY(table_add(tx, c->evening, 1, 3, 1, c->bank, STR("Zaal 2"), &c->table));
    return table_add(tx, c->evening, 2, 4, 2, c->lamp, STR(""), &other);
}

static inline enum err city_said(struct tx *tx, struct city *c)
{
    const struct str salt = STR("0123456789abcdef");
    TRY(source_add(tx, c->dialogue, STR("verslag"), 1, SOURCE_REPORT, STR("Buurtraad"), true,
                   (struct day){ 19540 }, STR(""), &c->source));
    TRY(source_text_put(tx, c->source, STR("nl"), STR("Verslag van de avond"), STR("")));
    TRY(finding_add(tx, c->dialogue, 7, 1, c->source, STR("3"), SOME(c->bank), SOME(c->table),
                    true, KIND_NEEDED, ACCOUNT_OPEN, false, 0, &c->finding));
    TRY(finding_text_put(tx, c->finding, STR("nl"), STR("Er is een bank nodig.")));
    TRY(finding_add(tx, c->dialogue, 8, 2, c->source, STR(""), SOME(c->bank), SOME(c->table),
                    true, KIND_TIP, ACCOUNT_SET_ASIDE, true, REASON_DOUBLE, &c->aside));
    TRY(finding_text_put(tx, c->aside, STR("nl"), STR("Nog eens de bank.")));
    TRY(voice_add(tx, c->dialogue, 21, 1, SOME(c->bank), SOME(c->table), NONE, true, KIND_TIP,
                  false, (struct day){ 0 }, STR("tr"), STR("Bank lütfen <b>"), salt,
                  VISIBILITY_SHOWN, ACCOUNT_OPEN, false, 0, &c->voice));
    TRY(voice_text_put(tx, c->voice, STR("nl"), STR("Een bank, alstublieft.")));
    return voice_add(tx, c->dialogue, 22, 2, SOME(c->bank), SOME(c->table), NONE, true,
                     KIND_TIP, false, (struct day){ 0 }, STR("nl"), STR("Verborgen woorden"),
                     salt, VISIBILITY_HIDDEN, ACCOUNT_OPEN, false, 0, &c->hidden);
}

static inline enum err city_story(struct tx *tx, struct city *c)
{
    int64_t voice;
    TRY(voice_add(tx, c->dialogue, 23, 3, SOME(c->bank), NONE, NONE, true, KIND_STORY, false,
                  (struct day){ 0 }, STR("nl"), STR("Ooit stond hier een boom."),
                  STR("0123456789abcdef"), VISIBILITY_SHOWN, ACCOUNT_OPEN, false, 0, &voice));
    TRY(story_add(tx, voice, c->dialogue, STR("boom"), 1, STR("Een buurvrouw")));
    return story_text_put(tx, voice, STR("nl"), STR("De boom"));
}

static inline enum err city_points(struct tx *tx, struct city *c)
{
    TRY(point_add(tx, 1, c->dialogue, 5, 1, KIND_NEEDED));
    TRY(point_text_put(tx, 1, STR("nl"), STR("Zet een bank neer.")));
    TRY(point_text_put(tx, 1, STR("en"), STR("Put up a bench.")));
    TRY(point_theme_add(tx, 1, c->bank, 1, 0));
    TRY(point_theme_add(tx, 1, c->lamp, 1, 1));
    TRY(point_finding_add(tx, 1, c->finding));
    TRY(point_voice_add(tx, 1, c->voice));
    TRY(point_add(tx, 2, c->dialogue, 6, 2, KIND_GOES_WELL));
    TRY(point_text_put(tx, 2, STR("nl"), STR("Het plein is schoon.")));
    TRY(point_theme_add(tx, 2, c->bank, 2, 0));
    return point_finding_add(tx, 2, c->finding);
}

static inline enum err city_work(struct tx *tx, void *with)
{
    struct city *c = with;
    int64_t edition;
    TRY(city_frame(tx, c));
    TRY(city_evening(tx, c));
    TRY(city_said(tx, c));
    TRY(city_story(tx, c));
    TRY(city_points(tx, c));
    if (!c->published) return OK;
    TRY(report_edition_add(tx, c->dialogue, 1, (struct instant){ 1700000000 }, STR("00"),
                           STR("{}"), STR(""), &edition));
    return points_publish(tx, c->dialogue, edition);
}

static inline void city_open(struct city *c, bool published)
{
    *c = (struct city){ .published = published };
    CHECK_OK(store_open_memory(&c->store));
    CHECK_OK(store_write(c->store, city_work, c));
    CHECK_OK(store_reader(c->store, &c->db));
}

/* A city in which nothing has happened yet. */
static inline void city_open_empty(struct city *c)
{
    *c = (struct city){ 0 };
    CHECK_OK(store_open_memory(&c->store));
    CHECK_OK(store_reader(c->store, &c->db));
}

static inline void city_close(struct city *c)
{
    store_reader_close(c->db);
    store_close(c->store);
    arena_end(&c->arena);
}

/* What the address answers; `status` is what it must be. */
static inline struct str city_page(struct city *c, const char *address, int status)
{
    struct response res;
    web_try(c->store, c->db, &c->arena, METHOD_GET, str_of(address),
            (struct instant){ 1700000000 }, &res);
    if (res.status != status)
        fail_msg("%s answers %d, not %d: %s", address, res.status, status, err_why());
    return (struct str){ res.body.s, res.body.n };
}

#endif
