/* parts — a list of words becomes the parts that longer words are put together of.
 *
 *     parts [--show] WORDS > parts.c
 *
 * WORDS is one word a line (Debian: /usr/share/dict/dutch of wdutch). A part is a word of four letters
 * or more that stands in front of other words at least HEADS times, or behind them TAILS times; of three
 * letters only those named below, because most of those are endings or chance ("uur" in "natuur"). What
 * is no part although it looks so stands below too. --show writes the words instead of hashes.
 * Which words are Dutch at all is kept as a filter of bits (Bloom, "Space/time trade-offs in hash coding with
 * allowable errors", 1970): three for each word, so it knows every word and takes 2 in 100 others for one.
 * Exit code 0: made; 1: refused, with a sentence on stderr. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "algo/fold.h"
#include "algo/parts.h"

enum { HEADS = 4, TAILS = 6, ROOM = 1 << 21, SHORTEST = 4, LONGEST = 40, LIST_LEAST = 1000 };

static const char *const short_parts[] = {
    "app", "arm", "bad", "bar", "bed", "bel", "bos", "bus", "dag", "dak", "eis",
    "gas", "hal", "hof", "ijs", "kas", "les", "mug", "oog", "pad", "pas", "pin",
    "rit", "tas", "vak", "vis", "web", "weg", "wet", "zee", "zon",
};
/* Endings, forms of verbs and small words. */
static const char *const never[] = {
    "lijk",    "lijke",   "loos",    "loze",    "baar",        "bare",         "zaam",
    "zame",    "achtig",  "rijk",    "rijke",   "willig",      "willige",      "matig",
    "matige",  "vaardig", "kundig",  "kundige", "waardig",     "schap",        "schappen",
    "eren",    "eerde",   "eert",    "eerd",    "eerden",      "erend",        "over",
    "onder",   "achter",  "voor",    "door",    "naar",        "tegen",        "binnen",
    "buiten",  "samen",   "terug",   "mede",    "weer",        "heen",         "langs",
    "rond",    "tussen",  "toen",    "ende",    "sten",        "ster",         "sters",
    "aren",    "aard",    "aarden",  "ling",    "lingen",      "igen",         "isch",
    "ische",   "staan",   "gaan",    "zetten",  "zitten",      "doen",         "komen",
    "houden",  "nemen",   "brengen", "stellen", "leggen",      "liggen",       "maken",
    "halen",   "laten",   "staand",  "gaand",   "gaande",      "staande",      "komend",
    "komende", "bestand", "ring",    "ringen",  "stel",        "neem",         "neemt",
    "houd",    "houdt",   "komst",   "even",    "elen",        "elingen",      "eling",
    "zijds",   "zins",    "maal",    "malen",   "half",        "alle",         "ieder",
    "elke",    "heden",   "aars",    "rende",   "lende",       "kende",        "netje",
    "tukken",  "vrij",    "mende",   "tende",   "ellen",       "eken",         "teren",
    "deert",   "deer",    "oren",    "aderen",  "rijen",       "ding",         "rouwen",
    "gels",    "lachte",  "deren",   "neder",   "schappelijk", "schappelijke", "gers",
    "rekken",  "verg",    "kent",    "luis",    "schilde",     "horizon",      "innen",
    "vriend",  "waard",   "meet",    "eten",    "pers",        "keer",         "wel",
    "niet",    "wijs",    "wijze",   "soort",   "derde",       "tien",         "tiende",
    "honderd",
};

struct entry {
    struct str word;
    unsigned heads, tails;
};
struct list {
    struct entry *at; /* hashed by its word, open addressing */
    struct arena arena;
};

static struct entry *find(const struct list *l, struct str word)
{
    for (size_t i = parts_hash(word) % ROOM;; i = (i + 1) % ROOM)
        if (!l->at[i].word.n || str_eq(l->at[i].word, word)) return &l->at[i];
}

/* Folded; empty when it is no plain word: a name, an abbreviation, with signs in it. */
static struct str plain(struct list *l, struct str line)
{
    char to[4 * LONGEST + FOLD_MOST];
    size_t n = 0;
    struct str rest = line;
    while (rest.n) {
        const uint32_t c = str_codepoint(&rest);
        if (!fold_letter(c) || fold_capital(c) || fold_digit(c) >= 0 || n > LONGEST)
            return (struct str){ 0 };
        n += fold(to + n, c);
    }
    return arena_copy(&l->arena, (struct str){ to, n });
}

static size_t take(struct list *l, FILE *in)
{
    char line[512];
    size_t n = 0;
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\r\n")] = 0;
        if (!str_utf8(str_of(line))) continue;
        const struct str word = plain(l, str_of(line));
        if (word.n < PART_LEAST || find(l, word)->word.n) continue;
        find(l, word)->word = word;
        if (++n > ROOM / 2) break;
    }
    return n;
}

/* "stads" stands for "stad" in front of another word. */
static struct entry *head_at(const struct list *l, struct str head)
{
    struct entry *e = find(l, head);
    if (e->word.n || head.n <= SHORTEST) return e;
    return strchr("se", head.s[head.n - 1]) ? find(l, str_upto(head, head.n - 1)) : e;
}

static void count(const struct list *l)
{
    for (size_t i = 0; i < ROOM; i++) {
        const struct str word = l->at[i].word;
        for (size_t at = PART_LEAST; at + PART_LEAST <= word.n; at++) {
            struct entry *tail = find(l, str_from(word, at));
            struct entry *head = head_at(l, str_upto(word, at));
            if (!tail->word.n || !head->word.n) continue;
            head->heads++;
            tail->tails++;
        }
    }
}

static bool named(const char *const *names, size_t n, struct str word)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(word, names[i])) return true;
    return false;
}

/* Where it may stand; 0: it is no part. */
static uint32_t part(const struct entry *e)
{
    if (!e->word.n || named(never, COUNT_OF(never), e->word)) return 0;
    if (e->word.n < SHORTEST && !named(short_parts, COUNT_OF(short_parts), e->word)) return 0;
    return (e->heads >= HEADS ? PART_HEAD : 0u) | (e->tails >= TAILS ? PART_TAIL : 0u);
}

static int by_number(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static void write_filter(const struct list *l)
{
    uint64_t *bits = calloc(DUTCH_BITS / 64, sizeof *bits);
    if (!bits) return;
    for (size_t i = 0; i < ROOM; i++) {
        if (!l->at[i].word.n) continue;
        for (uint32_t k = 0; k < DUTCH_HASHES; k++) {
            const uint32_t bit = dutch_bit(l->at[i].word, k);
            bits[bit / 64] |= UINT64_C(1) << bit % 64;
        }
    }
    puts("const uint64_t dutch_filter[DUTCH_BITS / 64] = {");
    for (size_t i = 0; i < DUTCH_BITS / 64; i++)
        printf("UINT64_C(0x%llx),%s", (unsigned long long)bits[i], i % 4 == 3 ? "\n" : " ");
    puts("};");
    free(bits);
}

static size_t write_list(const struct list *l, bool show)
{
    uint32_t *hash = calloc(ROOM, sizeof *hash);
    size_t n = 0;
    if (!hash) return 0;
    for (size_t i = 0; i < ROOM; i++) {
        const uint32_t where = part(&l->at[i]);
        if (!where) continue;
        hash[n++] = (parts_hash(l->at[i].word) & ~3u) | where;
        if (show)
            printf("%.*s %u %u\n", STR_ARG(l->at[i].word), l->at[i].heads, l->at[i].tails);
    }
    qsort(hash, n, sizeof *hash, by_number);
    if (!show && n) {
        puts("/* parts.c — made by tools/parts. */\n#include \"algo/parts.h\"\n\n"
             "const uint32_t parts_list[] = {");
        for (size_t i = 0; i < n; i++) printf("%uu,%s", hash[i], i % 8 == 7 ? "\n" : " ");
        printf("};\nconst size_t parts_list_n = %zu;\n", n);
        write_filter(l);
    }
    free(hash);
    return n;
}

int main(int argc, char **argv)
{
    const bool show = argc > 2 && !strcmp(argv[1], "--show");
    struct list l = { 0 };
    FILE *in = argc == 2 + show ? fopen(argv[1 + show], "r") : NULL;
    if (!in) {
        fputs("parts: give the list of Dutch words; Debian has it in the package wdutch\n",
              stderr);
        return 1;
    }
    l.at = calloc(ROOM, sizeof *l.at);
    const size_t words = l.at ? take(&l, in) : 0;
    fclose(in);
    if (words < LIST_LEAST) {
        fprintf(stderr, "parts: %s holds %zu words; that is no list\n", argv[1 + show], words);
        return 1;
    }
    count(&l);
    const size_t made = write_list(&l, show);
    arena_end(&l.arena);
    free(l.at);
    return made ? 0 : 1;
}
