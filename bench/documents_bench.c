/* documents_bench.c — a report of a hundred pages with forty pictures, as PDF and as OpenDocument: how long
 * it takes, and how much memory. `bench/documents` builds and runs it.
 *
 *     documents DIR PICTURE…   writes DIR/report.pdf and DIR/report.odt, says what they took */
#include "document/odt.h"
#include "document/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { CHAPTERS = 40, POINTS = 24, ROUNDS = 5, PICTURES_MOST = 64, WORD_MOST = 24 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct str read_file(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END) != 0) exit(2);
    const long n = ftell(f);
    rewind(f);
    char *s = arena_room(a, (size_t)n + 1, 1);
    if (n < 0 || fread(s, 1, (size_t)n, f) != (size_t)n) exit(2);
    fclose(f);
    return (struct str){ s, (size_t)n };
}

static uint32_t big(const char *s)
{
    uint32_t x = 0;
    for (int i = 0; i < 4; i++) x = x << 8 | (unsigned char)s[i];
    return x;
}

/* A sentence of common words; the same for the same number. */
static struct str sentence(struct arena *a, unsigned *x, int words)
{
    static const char *const list[] = {
        "bewoners",
        "samen",
        "buurt",
        "plek",
        "ontmoeten",
        "verantwoordelijkheid",
        "gemeente",
        "jongeren",
        "vrijwilligers",
        "tijd",
        "vertrouwen",
        "ondersteuning",
        "luisteren",
        "huis",
        "organisaties",
        "geld",
        "voorzieningen",
        "straat",
        "ouderen",
        "helpen",
        "de",
        "het",
        "een",
        "en",
        "voor",
        "met",
        "in",
        "van",
        "wijkbijeenkomst",
        "zelf",
    };
    static const char first[] = "Iedereen";
    char *text = arena_room(a, sizeof first + (size_t)words * WORD_MOST + 1, 1);
    size_t n = (size_t)sprintf(text, "%s", first);
    for (int i = 0; i < words; i++) {
        *x = *x * 1664525u + 1013904223u;
        n += (size_t)sprintf(text + n, " %s", list[*x >> 16 & 31 ? (*x >> 16) % 30 : 0]);
    }
    text[n++] = '.';
    return (struct str){ text, n };
}

/* The most memory this process has had, in MiB. */
static double most(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)used.ru_maxrss / 1024;
}

static void chapter(struct document *d, struct arena *a, int n, unsigned *x, struct str picture)
{
    static const enum tint tints[] = { TINT_GOES_WELL, TINT_MUST_IMPROVE, TINT_NEEDED,
                                       TINT_TIP };
    struct block *part = block_add(d, d->root, BLOCK_PART);
    part->new_page = true;
    struct block *opening = block_add(d, part, BLOCK_PART);
    opening->look = LOOK_OPENING;
    document_heading(d, opening, 2, arena_format(a, "Thema %d", n), STR("nl"));
    document_paragraph(d, opening, sentence(a, x, 12), STR("nl"))->look = LOOK_LEAD;
    struct block *beside = block_add(d, part, BLOCK_PART);
    beside->look = LOOK_BESIDE;
    document_paragraph(d, block_add(d, beside, BLOCK_PART), sentence(a, x, 60), STR("nl"));
    if (picture.n > 24) {
        struct block *figure = block_add(d, beside, BLOCK_FIGURE);
        figure->picture = (struct picture){ .type = PICTURE_PNG,
                                            .bytes = picture,
                                            .width = big(picture.s + 16),
                                            .height = big(picture.s + 20),
                                            .alt = STR("Een tekening van de tafel.") };
    }
    for (int k = 0; k < 4; k++) {
        document_heading(d, part, 3, STR("Wat is nodig?"), STR("nl"))->tint = tints[k];
        struct block *list = block_add(d, part, BLOCK_LIST);
        list->look = LOOK_COLUMNS;
        for (int i = 0; i < POINTS / 4; i++) {
            struct block *item = block_add(d, list, BLOCK_ITEM);
            item->label = arena_format(a, "Punt %d", n * POINTS + k * 6 + i);
            item->label_to = STR("https://dialoog.voorbeeld.nl/proef/punt/1");
            document_paragraph(d, item, sentence(a, x, 14), STR("nl"));
            document_paragraph(d, item, STR("Rust op 5 bevindingen"), STR("nl"))->look =
                LOOK_QUIET;
        }
    }
    for (int i = 0; i < 5; i++) document_paragraph(d, part, sentence(a, x, 70), STR("nl"));
}

static void save(const char *dir, const char *name, struct str bytes)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(bytes.s, 1, bytes.n, f) != bytes.n || fclose(f) != 0) exit(2);
}

static double written(const struct document *d, const char *dir, bool pdf)
{
    const struct pdf_options options = { .archive = true };
    double best = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        struct arena a = { 0 };
        struct str bytes;
        const double before = seconds();
        const enum err e = pdf ? pdf_write(d, &options, &a, &bytes) : odt_write(d, &a, &bytes);
        const double took = seconds() - before;
        if (e != OK) exit(2);
        if (took < best) best = took;
        if (!i) save(dir, pdf ? "report.pdf" : "report.odt", bytes);
        arena_end(&a);
    }
    return best;
}

int main(int argc, char **argv)
{
    struct arena a = { 0 };
    struct document d;
    struct str pictures[PICTURES_MOST];
    int n = 0;
    unsigned x = 1;
    if (argc < 3) return 2;
    for (int i = 2; i < argc && n < PICTURES_MOST; i++) pictures[n++] = read_file(&a, argv[i]);
    document_start(&d, &a, STR("Verslag om te meten"), STR("nl"));
    document_heading(&d, d.root, 1, STR("Een lang verslag"), STR("nl"));
    block_add(&d, d.root, BLOCK_CONTENTS);
    for (int i = 0; i < CHAPTERS; i++) chapter(&d, &a, i + 1, &x, pictures[i % n]);
    const double before = most();
    const double pdf = written(&d, argv[1], true), odt = written(&d, argv[1], false);
    printf("PDF %.0f ms, ODT %.0f ms (best of %d); at most %.0f MiB in memory, %.0f of it "
           "before writing\n",
           pdf * 1000, odt * 1000, ROUNDS, most(), before);
    arena_end(&a);
    return 0;
}
