/* city.c — `dialoog generate`: the folder of a city that does not exist, from a seed.
 *
 * Every sheet is written as a person would, through the same columns that loading reads; so loading
 * is what decides whether the city is right. */
#include "features/folder/city_inside.h"
#include "features/folder/faults.h"

#include <ftw.h>
#include <unistd.h>

enum { MOST = 10 * 1000 * 1000, THEMES_MOST = 5000, PROMISES_MOST = 1000 * 1000 };

static const char *const english_and_dutch[] = { "en", "nl", NULL };

/* ---- sentences */

/* What somebody says: one to three sentences, or a story of many. The same words in every tongue. */
struct speech {
    const struct phrase *said, *thing;
    const struct phrase *more[14], *place[14];
    size_t n;
};
static struct speech speech_make(struct maker *m, struct phrases opening, size_t sentences)
{
    struct speech s = { one_of(m, opening), one_of(m, phrases_things), { 0 }, { 0 }, 0 };
    for (; s.n < sentences; s.n++) {
        s.more[s.n] = sentences > 3 ? &phrases_story.list[s.n % phrases_story.n]
                                    : one_of(m, phrases_more);
        s.place[s.n] = one_of(m, phrases_places);
    }
    return s;
}
static struct str speech_in(struct arena *a, const struct speech *s, enum tongue t)
{
    struct str all = fill(a, s->said->in[t], s->thing->in[t]);
    for (size_t i = 0; i < s->n; i++)
        all = arena_format(a, "%.*s %.*s", STR_ARG(all),
                           STR_ARG(fill(a, s->more[i]->in[t], s->place[i]->in[t])));
    return all;
}
/* Kinds as people use them: needs most, tips least. */
static int some_kind(struct maker *m)
{
    const int n = upto(m, 100);
    return n < 18   ? KIND_GOES_WELL
           : n < 42 ? KIND_MUST_IMPROVE
           : n < 74 ? KIND_NEEDED
           : n < 89 ? KIND_QUESTION
                    : KIND_TIP;
}

/* ---- the small sheets */

static void write_city(struct maker *m)
{
    if (sheet(m, SHEET_MUNICIPALITY, english)) {
        name(m, "Gemeente Voorbeeldstad");
        name(m, "#7a3b8f");
        name(m, "088 000 00 00");
        name(m, "dialoog@voorbeeldstad.example");
        name(m, "https://voorbeeldstad.example/");
        row_end(m);
        sheet_end(m);
    }
    if (!sheet(m, SHEET_DIALOGUES, english)) return;
    static const char *const cells[] = {
        CITY,
        "nl",
        "yes",
        "Voorbeeldstad in dialoog",
        "Voorbeeldstad in dialogue",
        "Wat heeft u nodig om hier goed te leven?",
        "What do you need to live well here?",
        "Bewoners vertelden op avonden en online wat goed gaat, wat beter kan en wat nodig is. "
        "Alles staat hier bij elkaar, per thema.",
        "At gatherings and online, residents said what goes well, what can be better and what "
        "is needed. It is all here, theme by theme.",
        "Voorbeeldstad",
        "Voorbeeldstad",
        "Deze stad bestaat niet. Alles wat hier staat is verzonnen.",
        "This town does not exist. Everything here is made up.",
        ""
    };
    for (size_t i = 0; i < COUNT_OF(cells); i++) name(m, cells[i]);
    row_end(m);
    sheet_end(m);
}

static void write_frame(struct maker *m)
{
    static const char *const phases[][4] = { { "listening", "done", "Voorjaar", "Spring" },
                                             { "dialogue", "done", "Voorjaar", "Spring" },
                                             { "advice", "now", "Zomer", "Summer" },
                                             { "decision", "later", "Najaar", "Autumn" },
                                             { "deeds", "later", "Volgend jaar",
                                               "Next year" } };
    static const char *const pillars[][5] = {
        { "meedoen", "Iedereen doet mee", "Everyone takes part",
          "Wie je ook bent, je hoort erbij.", "Whoever you are, you belong." },
        { "dichtbij", "Hulp en voorzieningen dichtbij", "Help and facilities close by",
          "Wat je nodig hebt, is in de buurt.", "What you need is close by." },
        { "samen", "Samen verantwoordelijk", "Responsible together",
          "Bewoners en gemeente doen het samen.", "Residents and council do it together." }
    };
    if (sheet(m, SHEET_PHASES, english)) {
        for (size_t i = 0; i < COUNT_OF(phases); i++) {
            name(m, CITY);
            for (size_t k = 0; k < 4; k++) name(m, phases[i][k]);
            row_end(m);
        }
        sheet_end(m);
    }
    if (sheet(m, SHEET_PILLARS, english)) {
        for (size_t i = 0; i < COUNT_OF(pillars); i++) {
            name(m, CITY);
            for (size_t k = 0; k < 5; k++) name(m, pillars[i][k]);
            row_end(m);
        }
        sheet_end(m);
    }
    if (!sheet(m, SHEET_NEIGHBOURHOODS, english)) return;
    m->hoods = (int)phrases_hoods.n;
    for (int i = 0; i < m->hoods; i++) {
        name(m, CITY);
        cell(m, arena_format(&m->line, "buurt-%d", i + 1));
        name(m, phrases_hoods.list[i].in[TONGUE_NL]);
        cell(m, arena_format(&m->line, "BU9999%02d", i + 1));
        row_end(m);
    }
    sheet_end(m);
}

static struct str slug_of(struct arena *a, const char *title)
{
    char *s = NEW(a, char, strlen(title) + 1);
    size_t n = 0;
    for (const char *p = title; *p; p++) {
        const char c = (char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            s[n++] = c;
        else if (n && s[n - 1] != '-')
            s[n++] = '-';
    }
    while (n && s[n - 1] == '-') n--;
    return (struct str){ s, n < 50 ? n : 50 };
}

static void write_themes(struct maker *m)
{
    static const char *const pillars[] = { "meedoen", "dichtbij", "samen" };
    const int names = (int)(phrases_subjects.n * phrases_aspects.n);
    if (!sheet(m, SHEET_THEMES, english)) return;
    for (int i = 0; i < m->city->themes; i++) {
        const struct phrase *subject = &phrases_subjects.list[(size_t)i % phrases_subjects.n];
        const struct phrase *aspect =
            &phrases_aspects.list[(size_t)i / phrases_subjects.n % phrases_aspects.n];
        struct str title[2];
        for (int l = 0; l < 2; l++) {
            title[l] = arena_format(&m->a, "%s%s", subject->in[l], aspect->in[l]);
            if (i >= names)
                title[l] = arena_format(&m->a, "%.*s (%d)", STR_ARG(title[l]), i / names + 1);
        }
        const struct speech s = speech_make(m, phrases_found[1], 2);
        m->themes[i] = slug_of(&m->a, title[0].s);
        name(m, CITY);
        cell(m, m->themes[i]);
        name(m, pillars[i % 3]);
        name(m, "");
        name(m, i + 1 == m->city->themes ? "yes" : "no");
        cell(m, title[0]);
        cell(m, title[1]);
        cell(m, arena_format(&m->line, "Wat is er nodig rond %s?", s.thing->in[TONGUE_NL]));
        cell(m, arena_format(&m->line, "What is needed around %s?", s.thing->in[TONGUE_EN]));
        cell(m, speech_in(&m->line, &s, TONGUE_NL));
        cell(m, speech_in(&m->line, &s, TONGUE_EN));
        row_end(m);
    }
    sheet_end(m);
}

static void write_sources(struct maker *m)
{
    static const char *const titles[][2] = { { "Onderzoek naar", "Study of" },
                                             { "Gesprekken over", "Interviews about" },
                                             { "Raadsbrief over", "Council letter on" },
                                             { "Verslag over", "Report on" } };
    if (!sheet(m, SHEET_SOURCES, english)) return;
    for (int i = 0; i < m->sources; i++) {
        const int kind = i % 4;
        const struct phrase *thing = one_of(m, phrases_things);
        name(m, CITY);
        cell(m, arena_format(&m->line, "bron-%d", i + 1));
        name(m, source_kind_term(kind).code);
        name(m, percent(m, 50) ? "Bureau Voorbeeld" : "Gemeente Voorbeeldstad");
        day(m, FIRST_DAY - 30 - upto(m, 700));
        name(m, "");
        for (int l = 0; l < 2; l++)
            cell(m, arena_format(&m->line, "%s %s (%d)", titles[kind][l], thing->in[l], i + 1));
        name(m, "Verzonnen bron.");
        name(m, "A made-up source.");
        row_end(m);
    }
    sheet_end(m);
}

/* ---- evenings: every theme has a table each evening, in one of two rounds */

static void write_gatherings(struct maker *m)
{
    static const char *const items[][6] = {
        { "19:00", "music", "Muziek", "Music", "Een koor uit de stad zong.",
          "A local choir sang." },
        { "19:15", "presentation", "Wat onderzoek vertelt", "What research tells",
          "Bureau Voorbeeld vatte het samen.", "Bureau Voorbeeld summed it up." },
        { "19:45", "round", "Eerste ronde", "First round", "Aan de helft van de tafels.",
          "At half of the tables." },
        { "20:45", "round", "Tweede ronde", "Second round", "Aan de andere tafels.",
          "At the other tables." },
    };
    if (sheet(m, SHEET_GATHERINGS, english)) {
        for (int i = 0; i < m->gatherings; i++) {
            const struct phrase *place = one_of(m, phrases_places);
            name(m, CITY);
            cell(m, arena_format(&m->line, "avond-%d", i + 1));
            day(m, FIRST_DAY + 14 * i);
            name(m, "19:00");
            name(m, "22:00");
            number(m, 80 + upto(m, 140));
            name(m, "yes");
            name(m, "");
            cell(m, arena_format(&m->line, "Avond %d", i + 1));
            cell(m, arena_format(&m->line, "Evening %d", i + 1));
            cell(m, arena_format(&m->line, "Zaal %s", place->in[TONGUE_NL]));
            cell(m, arena_format(&m->line, "Hall %s", place->in[TONGUE_EN]));
            name(m, "Bewoners zaten aan tafels, elk met een onderwerp.");
            name(m, "Residents sat at tables, each with a subject.");
            row_end(m);
        }
        sheet_end(m);
    }
    if (sheet(m, SHEET_PROGRAMME, english)) {
        for (int i = 0; i < m->gatherings; i++)
            for (size_t k = 0; k < COUNT_OF(items); k++) {
                name(m, CITY);
                cell(m, arena_format(&m->line, "avond-%d", i + 1));
                for (size_t c = 0; c < 6; c++) name(m, items[k][c]);
                row_end(m);
            }
        sheet_end(m);
    }
    if (!sheet(m, SHEET_TABLES, english)) return;
    for (int i = 0; i < m->gatherings; i++)
        for (int t = 0; t < m->city->themes; t++) {
            name(m, CITY);
            cell(m, arena_format(&m->line, "avond-%d", i + 1));
            number(m, t % 2 + 1);
            number(m, t / 2 + 1);
            cell(m, m->themes[t]);
            name(m, "");
            row_end(m);
        }
    sheet_end(m);
}

/* The cells gathering, round and table: of one of the tables of that theme, or empty. */
static int table_cells(struct maker *m, int theme, bool seated)
{
    const int g = upto(m, m->gatherings);
    if (!seated) {
        for (int i = 0; i < 3; i++) name(m, "");
        return -1;
    }
    cell(m, arena_format(&m->line, "avond-%d", g + 1));
    number(m, theme % 2 + 1);
    number(m, theme / 2 + 1);
    return g;
}

/* ---- findings and voices */

static void account_cells(struct maker *m, bool aside, const char *otherwise)
{
    name(m, aside ? "set-aside" : otherwise);
    name(m, aside ? reason_term(REASON_DOUBLE + upto(m, REASONS - REASON_DOUBLE)).code : "");
}

static void write_findings(struct maker *m)
{
    if (!sheet(m, SHEET_FINDINGS, english)) return;
    for (int i = 0; i < m->city->findings; i++) {
        const int theme = upto(m, m->city->themes), kind = some_kind(m);
        const bool aside = percent(m, 6);
        const struct speech s = speech_make(m, phrases_found[kind], (size_t)upto(m, 3));
        m->findings[i] = (struct item){ theme, !aside };
        name(m, CITY);
        number(m, i + 1);
        cell(m, arena_format(&m->line, "bron-%d", upto(m, m->sources) + 1));
        cell(m, arena_format(&m->line, "%d", 1 + upto(m, 80)));
        cell(m, m->themes[theme]);
        table_cells(m, theme, percent(m, 45));
        name(m, kind_term(kind).code);
        account_cells(m, aside, "open");
        cell(m, speech_in(&m->line, &s, TONGUE_NL));
        cell(m, percent(m, 40) ? speech_in(&m->line, &s, TONGUE_EN) : (struct str){ 0 });
        row_end(m);
    }
    sheet_end(m);
}

static enum visibility some_visibility(struct maker *m)
{
    const int n = upto(m, 100);
    return n < 91   ? VISIBILITY_SHOWN
           : n < 95 ? VISIBILITY_WAITING
           : n < 98 ? VISIBILITY_HIDDEN
                    : VISIBILITY_ERASED;
}

/* The text in its own tongue, and its translations into Dutch and English for some. */
static void voice_text(struct maker *m, const struct speech *s, enum tongue t, bool erased)
{
    const struct str none = { 0 };
    const bool dutch = !erased && t != TONGUE_NL && percent(m, 80);
    const bool also_english = !erased && t != TONGUE_EN && percent(m, 10);
    cell(m, erased ? none : speech_in(&m->line, s, t));
    cell(m, also_english ? speech_in(&m->line, s, TONGUE_EN) : none);
    cell(m, dutch ? speech_in(&m->line, s, TONGUE_NL) : none);
}

static void write_voices(struct maker *m)
{
    if (!sheet(m, SHEET_VOICES, english_and_dutch)) return;
    for (int i = 0; i < m->city->voices; i++) {
        const bool story = i < m->stories;
        const int theme = upto(m, m->city->themes), kind = some_kind(m), n = upto(m, 100);
        const enum tongue t = n < 84   ? TONGUE_NL
                              : n < 91 ? TONGUE_EN
                              : n < 96 ? TONGUE_TR
                                       : TONGUE_AR;
        const enum visibility v = story ? VISIBILITY_SHOWN : some_visibility(m);
        const bool aside = !story && v == VISIBILITY_SHOWN && percent(m, 4);
        const struct speech s = speech_make(
            m, phrases_said[kind], story ? 10 + (size_t)upto(m, 4) : (size_t)upto(m, 4));
        m->voices[i] = (struct item){ theme, v == VISIBILITY_SHOWN && !aside };
        name(m, CITY);
        number(m, i + 1);
        cell(m, m->themes[theme]);
        const int g = table_cells(m, theme, percent(m, 60));
        cell(m, percent(m, 50) ? arena_format(&m->line, "buurt-%d", 1 + upto(m, m->hoods))
                               : (struct str){ 0 });
        name(m, story ? "story" : kind_term(kind).code);
        day(m, g >= 0 ? FIRST_DAY + 14 * g : FIRST_DAY + upto(m, 100));
        name(m, v == VISIBILITY_ERASED ? "" : tongue_codes[t]);
        name(m, visibility_term((int)v).code);
        account_cells(m, aside,
                      v == VISIBILITY_HIDDEN && percent(m, 40) ? "withdrawn"
                      : percent(m, 3)                          ? "only-counted"
                                                               : "open");
        voice_text(m, &s, t, v == VISIBILITY_ERASED);
        row_end(m);
    }
    sheet_end(m);
}

static void write_stories(struct maker *m)
{
    static const char *const tellers[] = { "Een bewoner", "Een moeder", "Een vrijwilliger",
                                           "Een scholier" };
    if (!m->stories || !sheet(m, SHEET_STORIES, english)) return;
    for (int i = 0; i < m->stories; i++) {
        const struct phrase *thing = one_of(m, phrases_things);
        name(m, CITY);
        number(m, i + 1);
        cell(m, arena_format(&m->line, "verhaal-%d", i + 1));
        name(m, tellers[upto(m, (int)COUNT_OF(tellers))]);
        cell(m, arena_format(&m->line, "Mijn verhaal over %s", thing->in[TONGUE_NL]));
        cell(m, arena_format(&m->line, "My story about %s", thing->in[TONGUE_EN]));
        row_end(m);
    }
    sheet_end(m);
}

/* ---- points: each rests on some things of its theme */

struct rest { /* point and finding or voice; theme */
    int point, other;
};
struct resting {
    struct rest *list;
    size_t n, room;
};
static void rests(struct maker *m, struct resting *r, int point, int other)
{
    if (r->n == r->room) {
        struct rest *more = NEW(&m->a, struct rest, r->room ? 2 * r->room : 256);
        if (r->n) memcpy(more, r->list, r->n * sizeof *more);
        r->list = more;
        r->room = r->room ? 2 * r->room : 256;
    }
    r->list[r->n++] = (struct rest){ point, other };
}

/* The good items of each theme, as one list with a start for each. */
struct shelves {
    int *start, *items;
};
static struct shelves shelve(struct maker *m, const struct item *items, int n)
{
    struct shelves s = { NEW(&m->a, int, (size_t)m->city->themes + 2),
                         NEW(&m->a, int, (size_t)n + 1) };
    for (int i = 0; i < n; i++)
        if (items[i].good) s.start[items[i].theme + 2]++;
    for (int t = 2; t <= m->city->themes + 1; t++) s.start[t] += s.start[t - 1];
    for (int i = 0; i < n; i++)
        if (items[i].good) s.items[s.start[items[i].theme + 1]++] = i;
    return s;
}

/* Neighbours on the shelf, so that none is named twice and numbers ascend. */
static int take(struct maker *m, struct resting *r, struct shelves s, int theme, int point)
{
    const int there = s.start[theme + 1] - s.start[theme];
    const int want = there < 5 ? there : 1 + upto(m, 5);
    const int from = there > want ? upto(m, there - want + 1) : 0;
    for (int i = 0; i < want; i++) rests(m, r, point, s.items[s.start[theme] + from + i] + 1);
    return want;
}

static void write_rests(struct maker *m, enum sheet which, const struct resting *r, bool themes)
{
    if (!r->n || !sheet(m, which, english)) return;
    for (size_t i = 0; i < r->n; i++) {
        name(m, CITY);
        number(m, r->list[i].point);
        if (themes)
            cell(m, m->themes[r->list[i].other]);
        else
            number(m, r->list[i].other);
        row_end(m);
    }
    sheet_end(m);
}

static void write_points(struct maker *m)
{
    const struct shelves findings = shelve(m, m->findings, m->city->findings);
    const struct shelves voices = shelve(m, m->voices, m->city->voices);
    struct resting on_findings = { 0 }, on_voices = { 0 }, in_themes = { 0 };
    int point = 0;
    if (!sheet(m, SHEET_POINTS, english)) return;
    for (int t = 0; t < m->city->themes; t++)
        for (int k = 0, n = 4 + upto(m, 4); k < n; k++) {
            if (take(m, &on_findings, findings, t, point + 1) +
                    take(m, &on_voices, voices, t, point + 1) ==
                0)
                continue;
            const int kind = some_kind(m);
            const struct phrase *thing = one_of(m, phrases_things);
            point++;
            rests(m, &in_themes, point, t);
            if (m->city->themes > 1 && percent(m, 15))
                rests(m, &in_themes, point,
                      (t + 1 + upto(m, m->city->themes - 1)) % m->city->themes);
            name(m, CITY);
            number(m, point);
            name(m, kind_term(kind).code);
            both(m, one_of(m, phrases_point[kind]), thing->in[TONGUE_NL], thing->in[TONGUE_EN]);
            row_end(m);
        }
    sheet_end(m);
    m->points = point;
    write_rests(m, SHEET_POINT_THEMES, &in_themes, true);
    write_rests(m, SHEET_POINT_FINDINGS, &on_findings, false);
    write_rests(m, SHEET_POINT_VOICES, &on_voices, false);
}

/* ---- long texts */

static void write_texts(struct maker *m)
{
    static const char *const texts[][3] = {
        { "how",
          "Deze dialoog is verzonnen, om mee te oefenen en te meten.\n\nOp de avonden zaten "
          "bewoners aan **tafels**. Daarnaast kwam er inbreng online.\n",
          "This dialogue is made up, to practise and to measure.\n\nAt the gatherings "
          "residents sat at **tables**. Contributions also came online.\n" },
        { "research", "Bureau Voorbeeld vatte de onderzoeken samen in drie zorgen.\n",
          "Bureau Voorbeeld summed up the studies in three concerns.\n" },
        { "next",
          "1. Schrijvers maken een advies.\n2. Het college neemt een besluit.\n3. Wie meedeed, "
          "wordt uitgenodigd.\n",
          "1. Writers make an advice.\n2. The executive decides.\n3. Everyone who took part is "
          "invited.\n" },
        { "contact", "Deze gemeente bestaat niet, dus u kunt haar niet bellen.\n",
          "This municipality does not exist, so you cannot call it.\n" },
        { "colophon", "Gemaakt door het programma zelf.\n", "Made by the program itself.\n" }
    };
    for (size_t i = 0; i < COUNT_OF(texts) && m->failed == OK; i++)
        for (size_t l = 0; l < 2; l++) {
            const struct str path =
                arena_format(&m->a, "texts/" CITY "/%s.%s.md", texts[i][0], tongue_codes[l]);
            m->to = file_create(m->dir, path.s);
            if (!m->to) {
                m->failed = FAIL(ERR_FULL, "%s: %s", path.s, strerror(errno));
                return;
            }
            fputs(texts[i][1 + l], m->to);
            sheet_end(m);
        }
}

static enum err write_folder(const struct city *city, int dir)
{
    struct maker m = { .city = city, .dir = dir, .state = city->seed, .first = true };
    const int all = city->findings + city->voices;
    m.gatherings = 2 + all / (city->themes * 200 + 1);
    if (m.gatherings > 8) m.gatherings = 8;
    m.sources = 4 + city->findings / 100;
    if (m.sources > 60) m.sources = 60;
    m.stories = city->voices / 50 < 12 ? city->voices / 50 : 12;
    m.themes = NEW(&m.a, struct str, (size_t)city->themes);
    m.findings = NEW(&m.a, struct item, (size_t)city->findings + 1);
    m.voices = NEW(&m.a, struct item, (size_t)city->voices + 1);
    write_city(&m);
    write_frame(&m);
    write_themes(&m);
    write_sources(&m);
    write_gatherings(&m);
    write_findings(&m);
    write_voices(&m);
    write_stories(&m);
    write_points(&m);
    write_daden(&m);
    write_texts(&m);
    arena_end(&m.line);
    arena_end(&m.a);
    return m.failed;
}

/* ---- the command */

static int remove_one(const char *path, const struct stat *about, int flag, struct FTW *at)
{
    (void)about, (void)flag, (void)at;
    return remove(path);
}

int folder_generate(struct store *st, const struct city *city, const struct folder_talk *talk)
{
    struct faults say = { .err = talk->err, .lang = talk->lang };
    char temporary[4096];
    const char *tmp = getenv("TMPDIR");
    int dir = -1, code = FOLDER_CANNOT;
    if (city->findings < 0 || city->voices < 0 || city->findings > MOST ||
        city->voices > MOST || city->commitments < 0 || city->commitments > PROMISES_MOST ||
        city->themes < 1 || city->themes > THEMES_MOST || (!st && !city->dir)) {
        NOTE(&say,
             SAY("Kies 1 tot {themas} thema's en hooguit {aantal} bevindingen en inbreng."),
             { "themas", fault_number(&say, THEMES_MOST) },
             { "aantal", fault_number(&say, MOST) });
        arena_end(&say.a);
        return FOLDER_USAGE;
    }
    snprintf(temporary, sizeof temporary, "%s/dialoog-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    const char *path = city->dir ? city->dir : mkdtemp(temporary);
    enum err e = path ? folder_fresh(path, &dir) : FAIL(ERR_FULL, "no temporary folder");
    if (e == OK) {
        e = write_folder(city, dir);
        close(dir);
    }
    if (e == OK)
        code = st ? folder_load(st, path, false, talk) : FOLDER_DONE;
    else if (e == ERR_CLASH) {
        NOTE(&say, SAY("In {map} staat al iets. Kies een lege of een nieuwe map."),
             { "map", fault_quote(&say, str_of(path)) });
        code = FOLDER_USAGE;
    } else {
        NOTE(&say, SAY("De map is niet compleet: {waarom}."),
             { "waarom", str_of(err_sentence()) });
    }
    if (!city->dir && path) nftw(path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    arena_end(&say.a);
    return code;
}
