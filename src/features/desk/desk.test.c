/* desk.test.c — points from voices: each act, taken back exactly, by two hands at once, in any order. */
#include "features/desk/desk.h"
#include "tests/city.h"

static struct city c;
static const struct visitor writer = { 0, WHO_WRITER, { "Schrijver", 9 }, { "een", 3 } },
                            editor = { 0, WHO_EDITOR, { "Redacteur", 9 }, { "twee", 4 } };
static struct response res; /* of the last question */

/* ---- a city with voices 11, 12, … that nothing rests on yet ---- */

enum { FIRST = 11 };
static int fresh;

static enum err add_voices(struct tx *tx, void *with)
{
    static const char *const said[] = { "Zet <b>bankjes</b> in het park & bij de vijver.",
                                        "Meer bussen in de avond, want lopen is donker.",
                                        "De bibliotheek is fijn, ook op zondag.",
                                        "Help ouderen met hun computer thuis." };
    int64_t id;
    (void)with;
    for (int i = 0; i < fresh; i++)
        TRY(voice_add(tx, c.dialogue, FIRST + i, FIRST + i, true, c.themes[0], i % 2,
                      i % 2 ? c.tables[0] : 0, false, 0, true, i % 4 ? KIND_NEEDED : KIND_TIP,
                      true, (struct day){ 19535 }, STR("nl"),
                      i < 4 ? text(said[i])
                            : arena_format(&c.arena, "Wens %d van straat %d: %s", i, i * 7919,
                                           i % 3 ? "een speeltuin" : "rust in de nacht"),
                      STR("0123456789abcdef"), VISIBILITY_SHOWN, ACCOUNT_OPEN, false,
                      REASON_DOUBLE, &id));
    return OK;
}

static void start(int voices)
{
    c = (struct city){ 0 };
    fresh = voices;
    city_open(&c, false);
    CHECK_OK(store_write(c.store, add_voices, NULL));
}

/* ---- asking and posting ---- */

static struct str ask(const struct visitor *who, enum method method, const char *address,
                      const char *body, int status)
{
    const struct try try = { .method = method,
                             .address = address,
                             .body = body,
                             .visitor = *who,
                             .now = { 1701000000 } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    const struct str page = { res.body.s, res.body.n };
    if (res.status != status)
        fail_msg("%s %s answers %d, not %d: %s\n%.*s", address, body ? body : "", res.status,
                 status, err_why(), STR_ARG(str_upto(page, 9000)));
    return page;
}
static struct str seen(void)
{
    return (struct str){ res.body.s, res.body.n };
}
static struct str get(const char *address)
{
    return ask(&editor, METHOD_GET, address, NULL, 200);
}
/* Gives where it leads. */
static struct str post(const char *address, const char *body)
{
    ask(&editor, METHOD_POST, address, body, 303);
    return res.location.text;
}
static struct str wrong(const char *address, const char *body)
{
    return ask(&editor, METHOD_POST, address, body, 422);
}

#define MAKE "/waterstad/beheer/punten/maak?thema=hulp"

static struct str theme_id(int i)
{
    return arena_format(&c.arena, "%lld", (long long)c.themes[i]);
}
/* Makes a point of these voices ("11 12"), gives its number. */
static int64_t made(const char *said, const char *voices)
{
    struct str rest = str_of(voices), one,
               body = arena_format(&c.arena, "doe=maak&zin=%s&soort=needed&thuis=%.*s", said,
                                   STR_ARG(theme_id(0)));
    while (rest.n && str_next(&rest, ' ', &one))
        body = arena_format(&c.arena, "%.*s&inbreng=%.*s", STR_ARG(body), STR_ARG(one));
    struct str to = post(MAKE, body.s);
    const size_t at = str_find(to, STR("punt="));
    int64_t number = 0;
    struct str digits = str_from(to, at + 5);
    size_t n = 0;
    while (n < digits.n && digits.s[n] >= '0' && digits.s[n] <= '9') n++;
    CHECK(str_number(str_upto(digits, n), INT64_MAX, &number));
    return number;
}

static struct point_state state_of(int64_t number)
{
    struct desk_point_row row;
    struct point_state s = { 0 };
    bool found;
    CHECK_OK(desk_point(c.db, &c.arena, c.dialogue, number, &row, &found));
    if (found) CHECK_OK(point_state_read(c.db, &c.arena, row.id, &s));
    return s;
}
/* The whole draft as a text. */
static struct str draft(void)
{
    struct str all = STR("");
    for (int64_t number = 1; number < 40; number++) {
        const struct point_state s = state_of(number);
        if (s.exists)
            all = arena_format(&c.arena, "%.*s%lld: %.*s", STR_ARG(all), (long long)number,
                               STR_ARG(point_state_text(&c.arena, &s)));
    }
    return all;
}
static const char *page_of(int64_t number)
{
    return arena_format(&c.arena, "/waterstad/beheer/punten/%lld", (long long)number).s;
}
/* A form of that point as it stands now. */
static const char *with_basis(int64_t number, const char *rest)
{
    const struct point_state s = state_of(number);
    return arena_format(&c.arena, "basis=%.*s&%s", STR_ARG(draft_basis(&c.arena, &s)), rest).s;
}
/* Takes back what the answer offers. */
static void undo(struct str to)
{
    const size_t at = str_find(to, STR("terug="));
    CHECK(at != SIZE_MAX);
    struct str batch = str_from(to, at + 6);
    size_t n = 0;
    while (n < batch.n && batch.s[n] >= '0' && batch.s[n] <= '9') n++;
    post("/waterstad/beheer/punten/terug",
         arena_format(&c.arena, "thema=hulp&terug=%.*s", (int)n, batch.s).s);
}
static int64_t under(int64_t voice)
{
    struct desk_voice_row row;
    bool found;
    CHECK_OK(desk_voice(c.db, &c.arena, c.dialogue, voice, &row, &found));
    CHECK(found);
    return row.draft_points;
}
static enum account account_of(int64_t voice)
{
    struct desk_voice_row row;
    bool found;
    CHECK_OK(desk_voice(c.db, &c.arena, c.dialogue, voice, &row, &found));
    return row.account;
}

/* ---- making ---- */

static void voices_become_a_point(void **state)
{
    (void)state;
    start(4);
    const struct str list = get(MAKE);
    CHECK_HAS(list, "Zet &lt;b&gt;bankjes&lt;/b&gt; in het park &amp; bij de vijver.");
    CHECK_NOT(list, "ONGELEZEN");
    CHECK_NOT(list, "VERBORGEN");
    const struct str before = draft();
    const struct str to = post(
        MAKE, arena_format(&c.arena,
                           "doe=maak&zin=Zet+%%3Cbankjes%%3E+neer&zin-en=Put+benches&soort=tip"
                           "&thuis=%.*s&ook=%.*s&inbreng=11&inbreng=12&bevinding=4",
                           STR_ARG(theme_id(0)), STR_ARG(theme_id(1)))
                  .s);
    CHECK_HAS(to, "thema=hulp&gedaan=gemaakt&punt=4&terug=");
    const struct point_state s = state_of(4);
    CHECK(s.voices.n == 2 && s.findings.n == 1 && s.themes_n == 2 && s.kind == KIND_TIP);
    CHECK_STR(point_state_said(&s, STR("en")), "Put benches");
    CHECK(under(11) == 1 && under(13) == 0);
    const struct str page = get("/waterstad/beheer/punten?thema=hulp&gedaan=gemaakt&punt=4");
    CHECK_HAS(page, "Punt 4 is gemaakt.");
    CHECK_HAS(page, "Zet &lt;bankjes&gt; neer");
    CHECK_HAS(page, "2 keer inbreng staat nog onder geen punt");
    CHECK_NOT(get(MAKE), "Zet &lt;b&gt;bankjes");
    CHECK_HAS(get(page_of(4)), "Inbreng 11, 12"); /* its history */
    undo(to);
    CHECK_STR(draft(), before.s);
    CHECK(under(11) == 0);
    CHECK(made("Nog+een+keer", "11") == 5); /* number 4 was given once */
    city_close(&c);
}

static void what_is_wrong_is_said_and_kept(void **state)
{
    (void)state;
    start(4);
    const struct str before = draft();
    const struct str page = wrong(MAKE, "doe=maak&zin=&inbreng=11&soort=tip");
    CHECK_HAS(page, "Schrijf in één zin wat dit punt zegt.");
    CHECK_HAS(page, "id=\"inbreng-11\" name=\"inbreng\" value=\"11\" checked");
    CHECK_HAS(wrong(MAKE, arena_format(&c.arena,
                                       "doe=maak&zin=Iets+%%22moois%%22&thuis=%.*s&soort=tip",
                                       STR_ARG(theme_id(0)))
                              .s),
              "Kies eerst inbreng of bevindingen waar dit punt op rust.");
    CHECK_HAS(seen(), "Iets &quot;moois&quot;</textarea>");
    CHECK_HAS(
        wrong(MAKE, arena_format(&c.arena, "doe=maak&zin=Iets&soort=tip&thuis=%.*s&inbreng=6",
                                 STR_ARG(theme_id(0)))
                        .s),
        "Inbreng 6 mag u niet gebruiken."); /* nobody has read it */
    wrong(MAKE, arena_format(&c.arena, "doe=maak&zin=Iets&soort=tip&thuis=%.*s&inbreng=5",
                             STR_ARG(theme_id(0)))
                    .s); /* set aside */
    wrong(MAKE, "doe=maak&zin=Iets&soort=tip&thuis=99&inbreng=11");
    wrong(MAKE, "doe=maak&zin=Iets&soort=anders&inbreng=11");
    CHECK_STR(draft(), before.s);
    city_close(&c);
}

static void ticks_survive_looking_further(void **state)
{
    (void)state;
    start(130);
    struct str page = get(MAKE);
    CHECK_HAS(page, "130 staan in dit thema nog onder geen punt");
    CHECK_HAS(page, "value=\"na-60\"");
    page = ask(&writer, METHOD_POST, MAKE,
               "doe=na-60&zin=Mijn+zin&inbreng=11&inbreng=12&bevinding=4", 200);
    CHECK_HAS(page, "id=\"inbreng-61\"");
    CHECK_NOT(page, "id=\"inbreng-60\"");
    CHECK_HAS(page, "id=\"gekozen-11\" name=\"inbreng\" value=\"11\" checked");
    CHECK_HAS(page, "id=\"gekozen-b4\" name=\"bevinding\" value=\"4\" checked");
    CHECK_HAS(page, "Mijn zin</textarea>");
    CHECK_HAS(page, "3 gekozen");
    page =
        ask(&writer, METHOD_POST, MAKE, "doe=kies&woorden=BIBLIOTHEEK&inbreng=99&na=60", 200);
    CHECK_HAS(page, "id=\"inbreng-13\"");
    CHECK_HAS(page, "id=\"gekozen-99\"");
    CHECK_NOT(page, "id=\"inbreng-14\"");
    page = ask(&writer, METHOD_POST, MAKE, "doe=kies&van-soort=tip", 200);
    CHECK_HAS(page, "id=\"inbreng-15\"");
    CHECK_NOT(page, "id=\"inbreng-16\"");
    page = ask(&writer, METHOD_POST, MAKE, "doe=kies&wat=bevindingen", 200);
    CHECK_HAS(page, "id=\"bevinding-4\"");
    CHECK_NOT(page, "id=\"bevinding-1\""); /* a point rests on it */
    page = ask(&writer, METHOD_POST, MAKE, "doe=kies&wat=bevindingen&welke=alles", 200);
    CHECK_HAS(page, "id=\"bevinding-1\"");
    CHECK_HAS(page, "Al onder 2 punten");
    city_close(&c);
}

static enum err lose_theme(struct tx *tx, void *with)
{
    struct desk_voice_row row;
    bool found;
    struct request req = { .arena = &c.arena, .db = tx->db, .now = { 1701000000 } };
    const struct voice_place nowhere = { .kind = -1 };
    (void)with;
    TRY(desk_voice(tx->db, &c.arena, c.dialogue, 12, &row, &found));
    return voice_sort(tx, &req, row.id, &nowhere, NULL);
}

static void a_voice_without_theme_is_not_lost(void **state)
{
    (void)state;
    start(4);
    CHECK_NOT(get("/waterstad/beheer/punten"), "Inbreng zonder thema");
    CHECK_OK(store_write(c.store, lose_theme, NULL));
    const struct str page = get("/waterstad/beheer/punten");
    CHECK_HAS(page, "Inbreng zonder thema");
    CHECK_HAS(page, "/waterstad/beheer/nakijken/12");
    CHECK_NOT(ask(&writer, METHOD_GET, "/waterstad/beheer/punten", NULL, 200), "nakijken/12");
    city_close(&c);
}

static void what_is_alike_is_ticked_together(void **state)
{
    (void)state;
    start(60);
    const struct str page = get(MAKE);
    CHECK_HAS(page, "lijken hierop: kies die ook");
    const struct str ticked = ask(&writer, METHOD_POST, MAKE, "doe=lijkt-16", 200);
    CHECK_HAS(ticked, "id=\"inbreng-16\" name=\"inbreng\" value=\"16\" checked");
    CHECK_HAS(ticked, "id=\"inbreng-18\" name=\"inbreng\" value=\"18\" checked");
    CHECK_NOT(ticked, "id=\"inbreng-11\" name=\"inbreng\" value=\"11\" checked");
    city_close(&c);
}

/* ---- changing ---- */

static void a_point_is_reworded_and_taken_back(void **state)
{
    (void)state;
    start(4);
    const struct str before = draft();
    const char *body =
        arena_format(&c.arena,
                     "doe=bewaar&zin=Anders%%0D%%0Agezegd&zin-en=Said&soort=tip&thuis=%.*s",
                     STR_ARG(theme_id(1)))
            .s;
    const struct str to = post(page_of(1), with_basis(1, body));
    const struct point_state s = state_of(1);
    CHECK_STR(point_state_said(&s, STR("nl")), "Anders gezegd");
    CHECK(s.kind == KIND_TIP && s.themes_n == 1 && s.themes[0].theme == c.themes[1]);
    const struct str page = get(page_of(1));
    CHECK_HAS(page, "<del>Zorg voor hulp in het weekend.</del>");
    CHECK_HAS(page, "<ins>Anders gezegd</ins>");
    undo(to);
    CHECK_STR(draft(), before.s);
    CHECK_HAS(get(page_of(1)), "later teruggedraaid");
    city_close(&c);
}

static void two_editors_see_each_other(void **state)
{
    (void)state;
    start(4);
    const char *mine =
        with_basis(1, arena_format(&c.arena, "doe=bewaar&zin=Van+mij&soort=needed&thuis=%.*s",
                                   STR_ARG(theme_id(0)))
                          .s);
    const char *theirs =
        with_basis(1, arena_format(&c.arena, "doe=bewaar&zin=Van+hen&soort=needed&thuis=%.*s",
                                   STR_ARG(theme_id(0)))
                          .s);
    post(page_of(1), theirs);
    const struct str page = wrong(page_of(1), mine);
    CHECK_HAS(page, "Iemand anders veranderde dit punt.");
    CHECK_HAS(page, ">Van hen</dd>");
    CHECK_HAS(page, ">Van mij</dd>");
    CHECK_HAS(page, "Van mij</textarea>");
    const struct point_state s = state_of(1);
    CHECK_STR(point_state_said(&s, STR("nl")), "Van hen");
    /* The form that came back is based on what stands there now: it may be sent knowingly. */
    CHECK_HAS(page, arena_format(&c.arena, "name=\"basis\" value=\"%.*s\"",
                                 STR_ARG(draft_basis(&c.arena, &s)))
                        .s);
    wrong(page_of(1), "doe=weg&basis=0");
    wrong(page_of(1), "doe=samen&naar=2&basis=0");
    city_close(&c);
}

static void a_point_is_split(void **state)
{
    (void)state;
    start(4);
    const int64_t number = made("Alles", "11 12 13");
    const struct str before = draft();
    CHECK_HAS(wrong(page_of(number), with_basis(number, "doe=splits&nieuwe-zin=&inbreng=12")),
              "Schrijf in één zin wat het nieuwe punt zegt.");
    wrong(page_of(number),
          with_basis(number, "doe=splits&nieuwe-zin=Deel&inbreng=14")); /* not its */
    wrong(page_of(number),
          with_basis(number, "doe=splits&nieuwe-zin=Alles&inbreng=11&inbreng=12&inbreng=13"));
    CHECK_STR(draft(), before.s);
    const struct str to =
        post(page_of(number), with_basis(number, "doe=splits&nieuwe-zin=Deel&inbreng=12"));
    CHECK_HAS(to, "/waterstad/beheer/punten/5?gedaan=gesplitst");
    CHECK(state_of(number).voices.n == 2 && state_of(5).voices.n == 1);
    CHECK(state_of(5).themes_n == 1);
    undo(to);
    CHECK_STR(draft(), before.s);
    city_close(&c);
}

static void two_points_become_one(void **state)
{
    (void)state;
    start(4);
    const int64_t one = made("Een", "11 12"), two = made("Twee", "12 13");
    const struct str before = draft();
    CHECK(under(12) == 2); /* a voice may carry several */
    wrong(page_of(one), with_basis(one, "doe=samen&naar=99"));
    wrong(page_of(one),
          with_basis(one, arena_format(&c.arena, "doe=samen&naar=%lld", (long long)one).s));
    const struct str to =
        post(page_of(one),
             with_basis(one, arena_format(&c.arena, "doe=samen&naar=%lld", (long long)two).s));
    CHECK(!state_of(one).exists && state_of(two).voices.n == 3 && under(12) == 1);
    ask(&editor, METHOD_GET, page_of(one), NULL, 404);
    CHECK_HAS(get(page_of(two)), "De sociale staat");
    CHECK(made("Drie", "14") == two + 1);
    undo(to);
    const struct str after = draft();
    CHECK(str_starts(after, before)); /* and the third, made meanwhile */
    city_close(&c);
}

static void a_point_goes_and_comes_back(void **state)
{
    (void)state;
    start(4);
    const struct str before = draft();
    const struct str to = post(page_of(1), with_basis(1, "doe=weg"));
    CHECK_HAS(to, "gedaan=weg&punt=1");
    CHECK(!state_of(1).exists);
    const size_t at = str_find(to, STR("terug="));
    CHECK(at != SIZE_MAX);
    undo(to);
    CHECK_STR(draft(), before.s);
    undo(to); /* twice is nothing */
    CHECK_HAS(res.location.text, "niet-terug");
    CHECK_STR(draft(), before.s);
    city_close(&c);
}

static void what_changed_since_is_not_taken_back(void **state)
{
    (void)state;
    start(4);
    const int64_t number = made("Een", "11 12");
    const struct str to = post(page_of(number), with_basis(number, "doe=eraf&inbreng=12"));
    CHECK(state_of(number).voices.n == 1);
    post(MAKE, "doe=opzij&thema=hulp&inbreng=12&reden=double");
    undo(to); /* the voice lies aside now */
    CHECK_HAS(res.location.text, "niet-terug");
    CHECK(state_of(number).voices.n == 1);
    CHECK_HAS(wrong(page_of(number), with_basis(number, "doe=eraf&inbreng=11")),
              "Een punt rust op minstens één inbreng of bevinding.");
    city_close(&c);
}

static void something_is_added(void **state)
{
    (void)state;
    start(4);
    const int64_t number = made("Een", "11");
    CHECK_HAS(get(arena_format(&c.arena, MAKE "&punt=%lld", (long long)number).s),
              "Wat staat er nog meer onder punt 4?");
    const struct str before = draft();
    const struct str to =
        post(MAKE, arena_format(&c.arena, "doe=maak&punt=%lld&inbreng=13&bevinding=4",
                                (long long)number)
                       .s);
    CHECK(state_of(number).voices.n == 2 && state_of(number).findings.n == 1);
    CHECK_HAS(get(page_of(number)), "De bibliotheek is fijn");
    undo(to);
    CHECK_STR(draft(), before.s);
    wrong(MAKE, arena_format(&c.arena, "doe=maak&punt=%lld", (long long)number).s);
    ask(&editor, METHOD_POST, MAKE, "doe=maak&punt=99&inbreng=13", 404);
    city_close(&c);
}

static void points_change_places(void **state)
{
    (void)state;
    start(4);
    const int64_t one = made("Een", "11"), two = made("Twee", "12");
    const struct str before = draft();
    const char *based = with_basis(
        two, arena_format(&c.arena, "doe=bewaar&zin=Twee+dan&soort=needed&thuis=%.*s",
                          STR_ARG(theme_id(0)))
                 .s);
    const char *up =
        arena_format(&c.arena, "/waterstad/beheer/punten/%lld/schuif", (long long)two).s;
    const struct str to = post(up, "thema=hulp&kant=op");
    CHECK(state_of(two).position < state_of(one).position);
    CHECK_HAS(to, "#punt-5");
    const struct str page = get("/waterstad/beheer/punten?thema=hulp");
    CHECK(str_find(page, STR(">Twee<")) < str_find(page, STR(">Een<")));
    post(page_of(two), based); /* a move is no other sentence: the form still holds */
    undo(res.location.text);
    undo(to);
    CHECK_STR(draft(), before.s);
    post(up, "thema=hulp&kant=neer"); /* it is the last */
    CHECK_STR(draft(), before.s);
    ask(&editor, METHOD_POST, up, "thema=hulp", 400);
    ask(&editor, METHOD_POST, up, "thema=hulp&plek=99", 404);
    ask(&editor, METHOD_POST, up, "thema=nergens&kant=op", 404);
    ask(&editor, METHOD_POST, "/waterstad/beheer/punten/99/schuif", "thema=hulp&kant=op", 404);
    city_close(&c);
}

/* ---- set aside ---- */

static void a_point_takes_the_place_of_another(void **state)
{
    (void)state;
    start(6);
    const int64_t one = made("Een", "11"), two = made("Twee", "12"), three = made("Drie", "13");
    const int64_t first = state_of(one).position, last = state_of(three).position;
    const char *const to =
        arena_format(&c.arena, "/waterstad/beheer/punten/%lld/schuif", (long long)three).s;
    const struct str led =
        post(to, arena_format(&c.arena, "thema=hulp&plek=%lld", (long long)one).s);
    CHECK(state_of(three).position == first && state_of(two).position == last);
    undo(led);
    CHECK(state_of(one).position == first && state_of(three).position == last);
    post(arena_format(&c.arena, "/waterstad/beheer/punten/%lld/schuif", (long long)one).s,
         arena_format(&c.arena, "thema=hulp&plek=%lld", (long long)two).s);
    CHECK(state_of(two).position == first && state_of(three).position == last);
    city_close(&c);
}

static void voices_are_set_aside_with_a_reason(void **state)
{
    (void)state;
    start(4);
    made("Een", "14");
    CHECK_HAS(wrong(MAKE, "doe=opzij&thema=hulp&inbreng=11"),
              "Kies de reden. Anderen lezen die.");
    CHECK_HAS(wrong(MAKE, "doe=opzij&thema=hulp&reden=outside&inbreng=11&inbreng=14"),
              "Inbreng 14 staat onder een punt.");
    CHECK(account_of(11) == ACCOUNT_OPEN); /* whole or not at all */
    const struct str to =
        post(MAKE, "doe=opzij&thema=hulp&reden=outside&inbreng=11&inbreng=12");
    CHECK(account_of(11) == ACCOUNT_SET_ASIDE && account_of(12) == ACCOUNT_SET_ASIDE);
    CHECK_HAS(ask(&editor, METHOD_POST, MAKE, "doe=kies&welke=opzij", 200),
              "id=\"inbreng-11\"");
    CHECK_HAS(get("/waterstad/beheer/punten/maak?thema=hulp&gedaan=opzij"),
              "Anderen lezen waarom.");
    undo(to);
    CHECK(account_of(11) == ACCOUNT_OPEN && account_of(12) == ACCOUNT_OPEN);
    post(MAKE, "doe=opzij&thema=hulp&reden=unclear&inbreng=11");
    const struct str back = post(MAKE, "doe=open&thema=hulp&inbreng=11");
    CHECK_HAS(back, "gedaan=open");
    CHECK(account_of(11) == ACCOUNT_OPEN);
    city_close(&c);
}

static void the_list_is_narrowed(void **state)
{
    (void)state;
    start(4);
    const struct str page = get(MAKE);
    CHECK_HAS(page, "Ingelezen");
    const struct str turkish =
        ask(&editor, METHOD_POST, MAKE, "doe=kies&welke=alles&taal=tr", 200);
    CHECK_HAS(turkish, "id=\"inbreng-1\"");
    CHECK_NOT(turkish, "id=\"inbreng-11\"");
    CHECK_HAS(ask(&editor, METHOD_POST, MAKE, "doe=kies&bron=map", 200), "id=\"inbreng-11\"");
    CHECK_NOT(ask(&editor, METHOD_POST, MAKE, "doe=kies&bron=web", 200), "id=\"inbreng-11\"");
    CHECK_HAS(ask(&editor, METHOD_POST, MAKE, "doe=kies&taal=%27--&bron=%27&code=%25", 200),
              "id=\"inbreng-11\""); /* what is no choice narrows nothing */
    city_close(&c);
}

static void what_is_ticked_goes_under_a_point_that_is_there(void **state)
{
    (void)state;
    start(4);
    const int64_t number = made("Een", "11");
    CHECK_HAS(get(MAKE), arena_format(&c.arena, "value=\"onder-%lld\"", (long long)number).s);
    post(MAKE, arena_format(&c.arena, "doe=onder-%lld&thema=hulp&inbreng=12&inbreng=13",
                            (long long)number)
                   .s);
    CHECK(state_of(number).voices.n == 3);
    ask(&editor, METHOD_POST, MAKE, "doe=onder-99&thema=hulp&inbreng=12", 404);
    city_close(&c);
}

static void only_who_may(void **state)
{
    static const struct visitor host = { 9, WHO_HOST, { "G", 1 }, { "drie", 4 } },
                                nobody = { 0 };
    static const char *const pages[] = { "/waterstad/beheer/punten", MAKE,
                                         "/waterstad/beheer/punten/1" };
    (void)state;
    start(4);
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        ask(&host, METHOD_GET, pages[i], NULL, 403);
        ask(&nobody, METHOD_GET, pages[i], NULL, 303);
        ask(&writer, METHOD_GET, pages[i], NULL, 200);
        ask(&editor, METHOD_GET, arena_join(&c.arena, STR("/en"), str_of(pages[i])).s, NULL,
            200);
    }
    ask(&host, METHOD_POST, MAKE, "doe=maak&zin=x&inbreng=11", 403);
    ask(&host, METHOD_POST, page_of(1), with_basis(1, "doe=weg"), 403);
    ask(&writer, METHOD_POST, MAKE, "doe=opzij&thema=hulp&reden=outside&inbreng=11", 403);
    CHECK_NOT(ask(&writer, METHOD_GET, MAKE, NULL, 200), "Leg terzijde");
    CHECK_HAS(get(MAKE), "Leg terzijde");
    const struct str to = post(MAKE, "doe=opzij&thema=hulp&reden=outside&inbreng=11");
    const size_t at = str_find(to, STR("terug="));
    ask(&writer, METHOD_POST, "/waterstad/beheer/punten/terug",
        arena_format(&c.arena, "terug=%.*s", STR_ARG(str_from(to, at + 6))).s, 403);
    CHECK(account_of(11) == ACCOUNT_SET_ASIDE);
    ask(&editor, METHOD_POST, "/waterstad/beheer/punten/terug", "terug=9999", 303);
    CHECK_HAS(res.location.text, "niet-terug");
    ask(&editor, METHOD_GET, "/waterstad/beheer/punten/99", NULL, 404);
    ask(&editor, METHOD_GET, "/waterstad/beheer/punten?thema=nergens", NULL, 404);
    city_close(&c);
}

/* ---- a voice that goes ---- */

static enum err withdraw(struct tx *tx, void *with)
{
    int64_t *number = with;
    struct desk_voice_row row;
    bool found;
    struct request req = { .arena = &c.arena, .db = tx->db, .now = { 1701000000 } };
    TRY(desk_voice(tx->db, &c.arena, c.dialogue, *number, &row, &found));
    return voice_withdraw(tx, &req, row.id);
}

static void a_point_without_voices_is_flagged(void **state)
{
    (void)state;
    int64_t voice = 11;
    struct point_fault *faults;
    size_t n;
    start(4);
    const int64_t number = made("Rust+op+een", "11");
    CHECK_NOT(get("/waterstad/beheer/punten"), "Kijk dit na voordat u publiceert");
    CHECK_OK(store_write(c.store, withdraw, &voice));
    CHECK_OK(points_check(c.db, &c.arena, c.dialogue, &faults, &n));
    CHECK(n == 1 && faults[0].number == number && faults[0].unsupported);
    CHECK_HAS(get("/waterstad/beheer/punten"), "Kijk dit na voordat u publiceert");
    CHECK_HAS(get("/waterstad/beheer/punten?thema=hulp"),
              "Rust op niets wat iedereen mag lezen");
    const struct str page = get(page_of(number));
    CHECK_HAS(page, "Deze woorden mag niemand meer lezen.");
    CHECK_HAS(page, "Zo kunt u niet publiceren.");
    post(page_of(number), with_basis(number, "doe=weg"));
    CHECK_OK(points_check(c.db, &c.arena, c.dialogue, &faults, &n));
    CHECK(n == 0);
    CHECK_NOT(page, "in het park");
    city_close(&c);
}

/* ---- any series of acts ---- */

static uint32_t dice;
static unsigned roll(unsigned sides)
{
    dice = dice * 1664525u + 1013904223u;
    return (dice >> 8) % sides;
}

/* The sums: what triggers counted is what is there; each point rests on something; nothing that was set
 * aside stands under a point. */
static void sums_hold(void)
{
    int64_t stands[64] = { 0 };
    for (int64_t number = 1; number < 40; number++) {
        const struct point_state s = state_of(number);
        if (!s.exists) continue;
        CHECK(s.voices.n + s.findings.n > 0);
        for (size_t i = 0; i < s.voices.n; i++) {
            struct desk_voice_account_row row;
            bool found;
            CHECK_OK(desk_voice_account(c.db, &c.arena, s.voices.at[i], &row, &found));
            CHECK(found && row.account == ACCOUNT_OPEN);
            stands[row.number]++;
        }
    }
    for (int64_t v = FIRST; v < FIRST + fresh; v++) CHECK(under(v) == stands[v]);
}

static int64_t some_point(void)
{
    for (int i = 0; i < 60; i++) {
        const int64_t number = 1 + roll(39);
        if (state_of(number).exists) return number;
    }
    return 1;
}

/* One act by the browser, which may be refused; gives what can be taken back, or an empty text. */
static struct str some_act(void)
{
    const int64_t number = some_point();
    const unsigned a = FIRST + roll((unsigned)fresh), b = FIRST + roll((unsigned)fresh);
    const char *address = page_of(number), *body;
    switch (roll(8)) {
    case 0:
    case 1:
        address = MAKE;
        body = arena_format(&c.arena,
                            "doe=maak&zin=Zin&soort=tip&thuis=%.*s&inbreng=%u&inbreng=%u",
                            STR_ARG(theme_id((int)roll(2))), a, b)
                   .s;
        break;
    case 2:
        body = with_basis(number,
                          arena_format(&c.arena, "doe=splits&nieuwe-zin=Deel&inbreng=%u", a).s);
        break;
    case 3:
        body = with_basis(
            number, arena_format(&c.arena, "doe=samen&naar=%lld", (long long)some_point()).s);
        break;
    case 4:
        body = with_basis(number, roll(3) ? "doe=eraf&inbreng=11&inbreng=12" : "doe=weg");
        break;
    case 5:
        address = MAKE;
        body = arena_format(&c.arena, "doe=opzij&thema=hulp&reden=double&inbreng=%u", a).s;
        break;
    case 6:
        address = MAKE;
        body = arena_format(&c.arena, "doe=open&thema=hulp&inbreng=%u", a).s;
        break;
    default:
        address = arena_format(&c.arena, "%s/schuif", address).s;
        body = "thema=hulp&kant=op";
        break;
    }
    const struct try try = { .method = METHOD_POST,
                             .address = address,
                             .body = body,
                             .visitor = editor,
                             .now = { 1701000000 } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    CHECK(res.status == 303 || res.status == 422);
    return res.status == 303 && str_find(res.location.text, STR("terug=")) != SIZE_MAX
               ? res.location.text
               : STR("");
}

static void any_series_keeps_the_sums(void **state)
{
    (void)state;
    for (dice = 1; dice < 4; dice++) {
        const uint32_t seed = dice;
        start(12);
        for (int i = 0; i < 40; i++) {
            const struct str before = draft();
            const struct str to = some_act();
            sums_hold();
            if (to.n && !roll(3)) { /* taken back at once it is as if it had not been */
                const struct str after = draft();
                undo(to);
                sums_hold();
                if (!str_eq(after, before)) CHECK_STR(draft(), before.s);
            }
        }
        city_close(&c);
        dice = seed;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(voices_become_a_point),
        cmocka_unit_test(what_is_wrong_is_said_and_kept),
        cmocka_unit_test(ticks_survive_looking_further),
        cmocka_unit_test(a_voice_without_theme_is_not_lost),
        cmocka_unit_test(what_is_alike_is_ticked_together),
        cmocka_unit_test(a_point_is_reworded_and_taken_back),
        cmocka_unit_test(two_editors_see_each_other),
        cmocka_unit_test(a_point_is_split),
        cmocka_unit_test(two_points_become_one),
        cmocka_unit_test(a_point_goes_and_comes_back),
        cmocka_unit_test(what_changed_since_is_not_taken_back),
        cmocka_unit_test(something_is_added),
        cmocka_unit_test(points_change_places),
        cmocka_unit_test(a_point_takes_the_place_of_another),
        cmocka_unit_test(voices_are_set_aside_with_a_reason),
        cmocka_unit_test(the_list_is_narrowed),
        cmocka_unit_test(what_is_ticked_goes_under_a_point_that_is_there),
        cmocka_unit_test(only_who_may),
        cmocka_unit_test(a_point_without_voices_is_flagged),
        cmocka_unit_test(any_series_keeps_the_sums),
    };
    return RUN_TESTS(tests);
}
