/* review_bench.c — how long the list of what waits, one voice and the points desk take, with 5,000 waiting
 * and 100,000 in all (or as many as is said behind the folder), over eight themes. `bench/review`
 * builds and runs it. */
#include <inttypes.h>

#include "bench/pages.h"
#include "features/desk/desk.h"
#include "features/review/review.h"
#include "web/token.h"

enum { THEMES = 8, WAITING = 5000, BATCH = 1000 };

struct filling {
    struct arena arena;
    int64_t dialogue, theme[THEMES];
    int from, all; /* voices */
};

static const char *const words[] = { "bankje",   "buurt", "hulp",   "weekend",
                                     "straat",   "licht", "school", "ouders",
                                     "jongeren", "zorg",  "park",   "bus",
                                     "wachten",  "samen", "koffie", "loket" };

/* A sentence of some 150 letters; one in ten is one of a few copies, some hold a name or ask for help. */
static struct str sentence(struct arena *a, int i)
{
    struct str text = STR("Wij vragen");
    if (i % 10 == 0) return arena_format(a, "Gratis geld, bel nu %d keer", i / 10 % 7);
    uint64_t x = (uint64_t)i * 6364136223846793005u + 1442695040888963407u;
    for (int w = 0; w < 20; w++) {
        x = x * 6364136223846793005u + 1442695040888963407u;
        text = arena_format(a, "%.*s %s", STR_ARG(text), words[x >> 60]);
    }
    if (i % 7 == 0) text = arena_join(a, text, STR(", zegt mevrouw Jansen op 0612345678."));
    if (i % 500 == 0) text = arena_join(a, text, STR(" Ik wil niet meer leven."));
    return text;
}

static enum err city(struct tx *tx, void *with)
{
    struct filling *f = with;
    TRY(dialogue_add(tx, STR("stad"), 1, STR("nl"), true, &f->dialogue));
    TRY(dialogue_text_put(tx, f->dialogue, STR("nl"), STR("De stad"), STR("Hoe gaat het?"),
                          STR(""), STR("Stad"), STR("")));
    for (int i = 0; i < THEMES; i++) {
        const struct str slug = arena_format(&f->arena, "hulp-%d", i + 1);
        TRY(theme_add(tx, f->dialogue, slug, i + 1, false, 0, false, 0, false, &f->theme[i]));
        TRY(theme_text_put(tx, f->theme[i], STR("nl"), slug, STR("?"), STR("")));
    }
    return OK;
}

static enum err some(struct tx *tx, void *with)
{
    struct filling *f = with;
    struct request req = { .arena = &f->arena, .db = tx->db, .now = { 1700000000 } };
    req.secret = STR("00000000000000000000000000000000");
    req.visitor.person = 0;
    req.today = day_at(req.now);
    for (int i = f->from; i < f->from + BATCH; i++) {
        struct receipt receipt;
        req.now.s = 1700000000 + (int64_t)i * 60; /* no wave */
        req.key = sha256(&f->arena, arena_format(&f->arena, "%d", i));
        const struct received in = { .dialogue = f->dialogue,
                                     .own = STR("nl"),
                                     .lang = i % 50 ? STR("nl") : STR("tr"),
                                     .body = sentence(&f->arena, i),
                                     .theme = i % 9 ? f->theme[i % 9 - 1] : 0,
                                     .kind = i % 5 };
        TRY(voice_receive(tx, &req, &in, &receipt));
        if (i < f->all - WAITING)
            TRY(voice_show(tx, &req, receipt.voice, (struct str){ 0 }, NULL));
    }
    arena_reset(&f->arena);
    return OK;
}

static void measure(struct store *st, struct db *db, const char *name, const char *address,
                    int numbered, const char *posted) /* from this number on; 0: one address */
{
    const struct try try = { .address = address,
                             .method = posted ? METHOD_POST : METHOD_GET,
                             .body = posted,
                             .visitor = { .person = 0, .role = WHO_EDITOR },
                             .now = { 1710000000 } };
    pages_measure(st, db, name, try, numbered, WAITING / PAGE_ROUNDS);
}

int main(int argc, char **argv)
{
    struct filling f = { .from = 0, .all = argc > 2 ? atoi(argv[2]) : 100000 };
    struct store *st;
    struct db *db;
    size_t looked;
    if (argc < 2 || store_open(&st, argv[1], STORE_SERVE) != OK ||
        store_write(st, city, &f) != OK)
        return 1;
    for (; f.from < f.all; f.from += BATCH)
        if (store_write(st, some, &f) != OK) {
            fprintf(stderr, "%s\n", err_why());
            return 1;
        }
    do
        if (review_look(st, &looked) != OK) return 1;
    while (looked);
    const double from = seconds(CLOCK_MONOTONIC);
    do
        if (desk_read(st, &looked) != OK) return 1;
    while (looked);
    printf("%d voices, of which %d wait; their words read in %.2f s\n", f.all, WAITING,
           seconds(CLOCK_MONOTONIC) - from);
    const int waits = f.all - WAITING + 1;
    if (store_reader(st, &db) != OK) return 1;
    pages_heading();
    measure(st, db, "what waits, first page", "/stad/beheer/nakijken", 0, NULL);
    measure(st, db, "what waits, any page", "/stad/beheer/nakijken?na=", waits, NULL);
    measure(st, db, "what waits, in a rare language", "/stad/beheer/nakijken?taal=tr", 0, NULL);
    measure(st, db, "what waits, nothing fits", "/stad/beheer/nakijken?kanaal=phone", 0, NULL);
    measure(st, db, "what asks for help", "/stad/beheer/nakijken?hulp=1", 0, NULL);
    measure(st, db, "one voice", "/stad/beheer/nakijken/", waits, NULL);
    const char *make = "/stad/beheer/punten/maak?thema=hulp-3";
    measure(st, db, "to make points of", make, 0, NULL);
    measure(st, db, "the same, all of a kind", make, 0, "van-soort=tip&welke=alles");
    measure(st, db, "the same, words found", make, 0, "woorden=koffie+bankje");
    measure(st, db, "the same, words not found", make, 0, "woorden=zebrapad&welke=alles");
    measure(st, db, "the same, a language nobody spoke", make, 0,
            "doe=kies&taal=tr&welke=alles");
    measure(st, db, "the same, a way nobody used", make, 0, "doe=kies&bron=phone&welke=alles");
    measure(st, db, "where a name stands, and as a role",
            "/stad/beheer/namen?naam=Jansen&rol=een+vrouw", 0, NULL);
    measure(st, db, "a name that stands nowhere",
            "/stad/beheer/namen?naam=Zebrapad&rol=een+vrouw", 0, NULL);
    measure(st, db, "what hangs together with one", make, 0, "doe=hangt-3&welke=alles");
    measure(
        st, db, "what fits a sentence and ten voices", make, 0,
        "doe=hangt&zin=Meer+bankjes+in+het+park&welke=alles&inbreng=3&inbreng=12&inbreng=13&"
        "inbreng=14&inbreng=22&inbreng=23&inbreng=24&inbreng=32&inbreng=33&inbreng=34");
    store_reader_close(db);
    store_close(st);
    arena_end(&f.arena);
    return 0;
}
