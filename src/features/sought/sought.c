/* sought.c — see sought.h. */
#include "features/sought/sought.h"

#include "algo/noticed.h"
#include "features/people/people.h"
#include "features/sought/sought.sql.h"
#include "web/token.h"

#include <stdlib.h>
#include <string.h>

enum { HOUR = 3600, MARKS_HERE = 20, MARKS_ALL = 600, WORDS = 4, SHORTEST = 3 };

struct term sought_outcome_term(int outcome)
{
    switch ((enum sought_outcome)outcome) {
    case SOUGHT_EXPLAINED: return (struct term){ "word", SAY("De kaart kent dit woord nu") };
    case SOUGHT_ENTERED: return (struct term){ "entry", SAY("Dit staat nu op de kaart") };
    case SOUGHT_RAISED: return (struct term){ "raised", SAY("Ingebracht in het gesprek") };
    case SOUGHT_NOT_OURS: return (struct term){ "not ours", SAY("Niet voor de kaart") };
    case SOUGHT_OUTCOMES: break;
    }
    abort(); /* the schema keeps such a value out */
}

/* Folded and sorted: how delicate words begin, in Dutch and English. */
static const char *const delicate[] = {
    "aangifte",     "abort",      "abuse",       "adoptie",    "aids",     "alcohol",
    "alimentat",    "anorex",     "armoe",       "arrest",     "asiel",    "asylum",
    "autis",        "bijstand",   "blaas",       "blow",       "boete",    "boulim",
    "cel",          "coke",       "crimin",      "dakloos",    "debt",     "deporta",
    "depress",      "detent",     "deurwaard",   "diabet",     "drank",    "drug",
    "eetstoor",     "erectie",    "euthanas",    "faillie",    "gay",      "geheim",
    "geloof",       "geslacht",   "gevang",      "geweld",     "gok",      "hate",
    "hiv",          "homo",       "huisverbod",  "huurschuld", "illeg",    "incest",
    "incontin",     "inkomen",    "islam",       "jihad",      "justitie", "kanker",
    "kerk",         "lesb",       "lening",      "lgbt",       "lhbt",     "loverboy",
    "mensenhandel", "mishandel",  "misbruik",    "moslim",     "moskee",   "naturalis",
    "ontslag",      "papieren",   "politie",     "pooier",     "porno",    "prison",
    "prostit",      "psych",      "queer",       "radical",    "rape",     "rechtbank",
    "reclass",      "religie",    "scheid",      "schizo",     "schuld",   "seks",
    "sex",          "sexueel",    "slachtoffer", "soa",        "stalk",    "suicid",
    "synagoge",     "trans",      "trauma",      "uitkering",  "uitzet",   "verblijf",
    "verkracht",    "verslaaf",   "verslav",     "violen",     "visum",    "vluchteling",
    "voedselbank",  "vreemdgaan", "zelfdod",     "zelfmoord",  "ziek",     "zwanger",
};

bool sought_delicate(struct str word)
{
    for (size_t i = 0; i < COUNT_OF(delicate); i++)
        if (str_starts(word, str_of(delicate[i]))) return true;
    return false;
}

struct sought_word {
    char word[SOUGHT_WORD];
    size_t n;
    int64_t everywhere, there; /* its marks; `there` only with an area */
    bool has_there;
};
struct sought_words {
    struct instant now;
    uint64_t client;
    char secret[SECRET_BYTES]; /* the brakes are counted with it */
    int64_t area;
    struct sought_word words[WORDS];
    size_t n;
    bool only_there; /* the map has it elsewhere */
};

/* ---- when the question is answered ---- */

static int64_t mark_of(const struct request *req, struct str word, int64_t area)
{
    int64_t mark;
    const struct str text =
        arena_format(req->arena, "sought %lld %.*s", (long long)area, STR_ARG(word));
    memcpy(&mark, hmac(req->arena, req->secret, text).s, sizeof mark);
    return mark;
}

static bool is_word(struct str word)
{
    bool letters = word.n >= SHORTEST && word.n <= SOUGHT_WORD;
    for (size_t i = 0; letters && i < word.n; i++)
        letters = word.s[i] < '0' || (word.s[i] > '9' && word.s[i] != '@');
    return letters;
}

static void add_word(const struct request *req, struct sought_words *to, struct str word,
                     bool there)
{
    if (to->n == WORDS || !is_word(word)) return;
    struct sought_word *w = &to->words[to->n++];
    memcpy(w->word, word.s, word.n);
    w->n = word.n;
    w->everywhere = mark_of(req, word, 0);
    w->has_there = there;
    if (there) w->there = mark_of(req, word, to->area);
}

/* Something in it may be about somebody. */
static bool about_somebody(const struct request *req, struct str text, bool *delicate_too)
{
    struct notice *found;
    const size_t n = noticed(req->arena, text, &found);
    for (size_t i = 0; i < n; i++) {
        if (found[i].kind <= NOTICED_NAME) return true;
        *delicate_too = true;
    }
    return false;
}

/* Only the neighbourhood is what left nothing over. */
static bool only_there(const struct map_ask *ask, const struct map_found *found)
{
    return ask->area && !found->total && !found->missed_n && !ask->flags && !ask->open &&
           ask->language < 0 && ask->age < 0 && ask->subject < 0;
}

static enum err note(struct tx *tx, void *with);

struct behind sought_behind(struct request *req, const struct map_ask *ask,
                            const struct map_found *found)
{
    const bool there = only_there(ask, found);
    bool quiet = false;
    if (!ask->text.n || ask->skip || ask->literal || req->secret.n < SECRET_BYTES ||
        (!found->missed_n && !there) || about_somebody(req, ask->text, &quiet))
        return (struct behind){ 0 };
    struct sought_words *to = NEW(req->arena, struct sought_words, 1);
    to->now = req->now;
    to->client = req->client;
    to->area = ask->area;
    to->only_there = there;
    memcpy(to->secret, req->secret.s, SECRET_BYTES);
    const struct str *words = there ? found->known : found->missed;
    const size_t n = there ? found->known_n : found->missed_n;
    for (size_t i = 0; i < n; i++) quiet |= sought_delicate(words[i]);
    if (there && quiet) return (struct behind){ 0 };
    for (size_t i = 0; i < n; i++) add_word(req, to, words[i], ask->area && !quiet);
    return to->n ? (struct behind){ note, to, sizeof *to } : (struct behind){ 0 };
}

/* ---- on the writer's thread ---- */

static enum err note_word(struct tx *tx, struct arena *a, const struct sought_words *s,
                          const struct sought_word *w)
{
    const int64_t hour = s->now.s / HOUR;
    const struct str word = { w->word, w->n };
    struct sought_mark_get_row row = { 0 };
    if (!s->only_there) {
        TRY(sought_mark_put(tx, w->everywhere, hour));
        TRY(sought_mark_get(tx->db, a, w->everywhere, &row));
        if (row.n >= SOUGHT_LEAST) TRY(sought_put(tx, word, row.n, hour, SOUGHT_LEAST));
    }
    if (!w->has_there) return OK;
    TRY(sought_mark_put(tx, w->there, hour));
    TRY(sought_mark_get(tx->db, a, w->there, &row));
    if (row.n < SOUGHT_LEAST) return OK;
    if (s->only_there) TRY(sought_put(tx, word, row.n, hour, SOUGHT_LEAST));
    return sought_area_put(tx, word, s->area, row.n);
}

/* Who sends thousands of words fills no disk, and hears nothing of it. */
static enum err room_left(struct tx *tx, struct arena *a, const struct sought_words *s,
                          bool *left)
{
    struct request req = { .arena = a,
                           .db = tx->db,
                           .now = s->now,
                           .client = s->client,
                           .secret = { s->secret, sizeof s->secret } };
    const struct brake brakes[] = {
        { .what = "sought here", .client = s->client, .most = MARKS_HERE, .seconds = HOUR },
        { .what = "sought", .most = MARKS_ALL, .seconds = HOUR },
    };
    *left = true;
    for (size_t i = 0; i < COUNT_OF(brakes) && *left; i++) {
        int64_t wait;
        TRY(brake_wait(tx->db, &req, &brakes[i], &wait));
        *left = !wait;
    }
    for (size_t i = 0; i < COUNT_OF(brakes) && *left; i++)
        TRY(brake_count(tx, &req, &brakes[i]));
    return OK;
}

static enum err note(struct tx *tx, void *with)
{
    const struct sought_words *s = with;
    struct arena a = { 0 };
    bool left;
    enum err e = room_left(tx, &a, s, &left);
    for (size_t i = 0; i < s->n && e == OK && left; i++) e = note_word(tx, &a, s, &s->words[i]);
    arena_end(&a);
    return e;
}
