/* marks.c — see marks.h. */
#include "features/review/marks.h"

#include "algo/fold.h"

#include <stdlib.h>
#include <string.h>

struct edge { /* where a hint begins or ends */
    size_t at;
    enum noticed kind;
    bool ends;
};

static bool asks_for_help(enum noticed kind)
{
    return kind >= NOTICED_LIFE;
}

static struct str look_of(enum noticed kind)
{
    if (asks_for_help(kind)) return STR("help");
    return kind >= NOTICED_BIRTH ? STR("person") : STR("contact");
}

static const struct words *words_of(enum noticed kind)
{
    switch (kind) {
    case NOTICED_EMAIL: return SAY("Misschien een e-mailadres");
    case NOTICED_URL: return SAY("Misschien een adres op internet");
    case NOTICED_PHONE: return SAY("Misschien een telefoonnummer");
    case NOTICED_ADDRESS: return SAY("Misschien een adres");
    case NOTICED_IBAN: return SAY("Misschien een rekeningnummer");
    case NOTICED_BSN: return SAY("Misschien een burgerservicenummer");
    case NOTICED_PLATE: return SAY("Misschien een kenteken");
    case NOTICED_BIRTH: return SAY("Misschien een geboortedatum");
    case NOTICED_NAME: return SAY("Misschien een naam");
    case NOTICED_LIFE: return SAY("Wil misschien niet meer leven");
    case NOTICED_DANGER: return SAY("Misschien gevaar of geweld");
    case NOTICED_NEED: return SAY("Misschien iemand in nood");
    case NOTICED_KINDS: break;
    }
    abort(); /* algo/noticed gives no other */
}

/* What stands in the public text instead. Always in Dutch: it is a mark of the team, not a translation. */
static struct str instead_of(enum noticed kind)
{
    switch (kind) {
    case NOTICED_NAME: return STR("[naam weggelaten]");
    case NOTICED_EMAIL:
    case NOTICED_URL:
    case NOTICED_ADDRESS: return STR("[adres weggelaten]");
    case NOTICED_BIRTH: return STR("[datum weggelaten]");
    default: return STR("[nummer weggelaten]");
    }
}

static int by_place(const void *x, const void *y)
{
    const struct edge *a = x, *b = y;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return a->ends == b->ends ? 0 : a->ends ? -1 : 1;
}

/* The gravest of the hints that lie here; what identifies somebody only where nobody asks for help. */
static bool gravest(const int *open, enum noticed *kind)
{
    for (int k = NOTICED_LIFE; k < NOTICED_KINDS; k++)
        if (open[k]) {
            *kind = (enum noticed)k;
            return true;
        }
    for (int k = 0; k < NOTICED_LIFE; k++)
        if (open[k]) {
            *kind = (enum noticed)k;
            return true;
        }
    return false;
}

static void put(struct marks *m, struct str text, const int *open)
{
    enum noticed kind;
    if (!text.n) return;
    m->at[m->n] = (struct mark){ .text = text };
    if (gravest(open, &kind)) {
        m->at[m->n].look = look_of(kind);
        m->at[m->n].words = words_of(kind);
    }
    m->n++;
}

struct marks marks_of(struct arena *a, struct str text, size_t most)
{
    struct marks m = { 0 };
    struct notice *found;
    int open[NOTICED_KINDS] = { 0 };
    size_t cut = text.n < most ? text.n : most, at = 0;

    while (cut < text.n && cut && ((unsigned char)text.s[cut] & 0xc0) == 0x80) cut--;
    const size_t n = noticed(a, str_upto(text, cut), &found);
    struct edge *edges = NEW(a, struct edge, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        edges[2 * i] = (struct edge){ found[i].from, found[i].kind, false };
        edges[2 * i + 1] =
            (struct edge){ found[i].from + found[i].length, found[i].kind, true };
        m.help |= asks_for_help(found[i].kind);
        m.danger |= found[i].kind == NOTICED_LIFE || found[i].kind == NOTICED_DANGER;
    }
    if (n) qsort(edges, 2 * n, sizeof *edges, by_place);
    m.at = NEW(a, struct mark, 2 * n + 1);
    for (size_t i = 0; i < 2 * n; i++) {
        put(&m, (struct str){ text.s + at, edges[i].at - at }, open);
        at = edges[i].at;
        open[edges[i].kind] += edges[i].ends ? -1 : 1;
    }
    put(&m, str_from(text, at), open);
    return m;
}

/* ---- leaving out ---- */

size_t hints_of(struct arena *a, struct str text, struct hint **hints)
{
    struct notice *found;
    const size_t n = noticed(a, text, &found);
    size_t kept = 0;
    *hints = NEW(a, struct hint, HINTS_MOST);
    for (size_t i = 0; i < n && kept < HINTS_MOST; i++) {
        const struct str what = { text.s + found[i].from, found[i].length };
        bool there = asks_for_help(found[i].kind);
        for (size_t j = 0; j < kept && !there; j++) there = str_eq((*hints)[j].text, what);
        if (there) continue;
        (*hints)[kept++] = (struct hint){ what, instead_of(found[i].kind),
                                          words_of(found[i].kind), look_of(found[i].kind) };
    }
    return kept;
}

/* Is there a letter or digit just before, or just behind, this place? */
static bool inside_word(struct str text, size_t at, bool before)
{
    struct str rest;
    if (before) {
        if (!at) return false;
        do at--;
        while (at && ((unsigned char)text.s[at] & 0xc0) == 0x80);
    }
    rest = str_from(text, at);
    return rest.n && fold_letter(str_codepoint(&rest));
}

struct str hint_left_out(struct arena *a, struct str text, const struct hint *hint)
{
    size_t times = 0, n = 0, at;
    struct str rest = text;
    if (!hint->text.n) return text;
    while ((at = str_find(rest, hint->text)) != SIZE_MAX) {
        times++;
        rest = str_from(rest, at + hint->text.n);
    }
    char *to = NEW(a, char, text.n + times * hint->instead.n + 1);
    rest = text;
    while ((at = str_find(rest, hint->text)) != SIZE_MAX) {
        const size_t from = text.n - rest.n + at;
        const bool alone =
            !inside_word(text, from, true) && !inside_word(text, from + hint->text.n, false);
        const struct str with = alone ? hint->instead : hint->text;
        memcpy(to + n, rest.s, at);
        n += at;
        memcpy(to + n, with.s, with.n);
        n += with.n;
        rest = str_from(rest, at + hint->text.n);
    }
    if (rest.n) memcpy(to + n, rest.s, rest.n);
    return (struct str){ to, n + rest.n };
}
