/* main.c — reads every sentence of the interface and says which are too hard (docs/templates.md).
 *
 *   readable [--show] [PO …] -- IN.html … SRC.c …
 *
 * The Dutch of each template and of each SAY("…"), by algo/readability.h:
 *   - no sentence over 20 words, in either form of a plural, nor in the translations named;
 *   - the interface as a whole, and each page of it, scores 65 or more (Flesch-Douma).
 *
 * What is running text and what is a label: a text that does not end in . ! or ? and has fewer
 * than 8 words is a label. Labels (buttons, headings, "{n} tafels") are held to the 20 words, but
 * stay out of the scores: they have no sentence length, and one long word would weigh as much as
 * a page. A value in a sentence counts as one short word. A sentence that stands in two places of
 * one file counts once.
 *
 * A score says nothing about a few words. A file with fewer than 100 words of running text is
 * therefore judged together with the others like it in its folder, which is what somebody sees
 * together; a folder with fewer than 100 words counts in the whole only.
 *
 * --show prints the scores. Exit code 0: all can be read; 1: stderr says "file:line: error: …" for
 * each sentence that cannot; 2: asked the wrong way. */
#include "algo/readability.h"
#include "templatec/templatec.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 20, SCORE_LEAST = 65, LABEL_WORDS = 8, ENOUGH_WORDS = 100, HARDEST = 3 };

struct hard {
    struct str sentence;
    const char *file;
    int line;
    double score;
};
struct page { /* a file, or what is small in a folder */
    const char *name;
    struct readability sum;
    struct hard hardest[HARDEST];
    size_t hard;
};
struct run {
    struct arena arena;
    struct problems problems;
    struct sentences said;
    bool show;
};

static struct str read_whole(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    long n = -1;
    if (f && fseek(f, 0, SEEK_END) == 0) n = ftell(f);
    char *text = arena_take(a, n > 0 ? (size_t)n : 1, 1);
    if (n < 0 || fseek(f, 0, SEEK_SET) != 0 || fread(text, 1, (size_t)n, f) != (size_t)n) {
        fprintf(stderr, "%s: error: %s\n", path, strerror(errno));
        exit(1);
    }
    fclose(f);
    return (struct str){ text, (size_t)n };
}

/* The sentences of a template are gathered as for a locale; what else is wrong with it, the build
 * says. */
static void gather(struct run *r, const char *path, FILE *nowhere)
{
    struct problems elsewhere = { .to = nowhere };
    const struct locales none = { 0 };
    const struct str source = read_whole(&r->arena, path);
    if (!str_ends(str_of(path), STR(".html"))) {
        words_gather(&r->arena, &elsewhere, path, source, &r->said);
        return;
    }
    struct template *t = NEW(&r->arena, struct template, 1);
    *t = (struct template){ .arena = &r->arena,
                            .problems = &elsewhere,
                            .locales = &none,
                            .said = &r->said,
                            .file = path,
                            .source = source };
    template_compile(t, nowhere);
}

/* "{wie}" becomes one short word. Its capital lets it begin a sentence. */
static struct str filled(struct arena *a, struct str text)
{
    struct str all = STR("");
    for (;;) {
        const size_t from = str_find(text, STR("{"));
        const size_t to =
            from == SIZE_MAX ? SIZE_MAX : str_find(str_from(text, from), STR("}"));
        if (to == SIZE_MAX) return arena_format(a, "%.*s%.*s", STR_ARG(all), STR_ARG(text));
        all = arena_format(a, "%.*s%.*sDit", STR_ARG(all), STR_ARG(str_upto(text, from)));
        text = str_from(text, from + to + 1);
    }
}

static void refuse_long(struct run *r, const char *file, int line, struct str text)
{
    struct str rest = filled(&r->arena, text), sentence;
    while (readability_sentence(&rest, &sentence)) {
        const size_t words = readability_of(sentence).words;
        if (words > WORDS_MOST)
            problem(&r->problems, file, line, "\"%.*s\" has %zu words, %d at most",
                    STR_ARG(sentence), words, WORDS_MOST);
    }
}

static void keep_hardest(struct page *p, struct hard h)
{
    size_t at = p->hard < HARDEST ? p->hard++ : HARDEST;
    while (at > 0 && p->hardest[at - 1].score > h.score) {
        if (at < HARDEST) p->hardest[at] = p->hardest[at - 1];
        at--;
    }
    if (at < HARDEST) p->hardest[at] = h;
}

static void add_running(struct run *r, struct page *p, const struct sentence *s)
{
    struct str rest = filled(&r->arena, s->one), sentence;
    while (readability_sentence(&rest, &sentence)) {
        const struct readability one = readability_of(sentence);
        if (one.words < LABEL_WORDS && !readability_ended(sentence)) continue;
        readability_add(&p->sum, &one);
        keep_hardest(p, (struct hard){ sentence, s->file, s->line, readability_score(&one) });
    }
}

static bool said_here_before(const struct sentences *said, size_t i)
{
    for (size_t j = i; j-- > 0 && said->at[j].file == said->at[i].file;)
        if (str_eq(said->at[j].one, said->at[i].one)) return true;
    return false;
}

static void join(struct page *to, const struct page *from)
{
    readability_add(&to->sum, &from->sum);
    for (size_t i = 0; i < from->hard; i++) keep_hardest(to, from->hardest[i]);
}

static void judge(struct run *r, const struct page *p)
{
    const double score = readability_score(&p->sum);
    if (r->show)
        printf("%5.1f  %5zu words  %4.1f a sentence  %s\n", score, p->sum.words,
               (double)p->sum.words / (double)(p->sum.sentences ? p->sum.sentences : 1),
               p->name);
    if (!p->sum.words || score >= SCORE_LEAST) return;
    for (size_t i = 0; i < p->hard; i++)
        problem(&r->problems, p->hardest[i].file, p->hardest[i].line,
                "%s reads at %.1f, %d at least; hardest here: \"%.*s\" (%.0f)", p->name, score,
                SCORE_LEAST, STR_ARG(p->hardest[i].sentence), p->hardest[i].score);
}

static bool enough(const struct page *p)
{
    return p->sum.words >= ENOUGH_WORDS;
}

static const char *folder_of(struct arena *a, const char *file)
{
    const char *slash = strrchr(file, '/');
    return slash ? arena_copy(a, (struct str){ file, (size_t)(slash - file) }).s : ".";
}

static void judge_all(struct run *r, size_t files)
{
    struct page whole = { .name = "the whole interface" };
    struct page *small = NEW(&r->arena, struct page, files + 1);
    size_t folders = 0;
    for (size_t i = 0; i < r->said.n;) {
        struct page page = { .name = r->said.at[i].file };
        for (; i < r->said.n && r->said.at[i].file == page.name; i++)
            if (!said_here_before(&r->said, i)) add_running(r, &page, &r->said.at[i]);
        join(&whole, &page);
        if (enough(&page)) {
            judge(r, &page);
            continue;
        }
        const char *folder = folder_of(&r->arena, page.name);
        size_t f = 0;
        while (f < folders && strcmp(small[f].name, folder) != 0) f++;
        if (f == folders) small[folders++] = (struct page){ .name = folder };
        join(&small[f], &page);
    }
    for (size_t f = 0; f < folders; f++)
        if (enough(&small[f])) judge(r, &small[f]);
    judge(r, &whole);
    if (!whole.sum.words) problem(&r->problems, "readable", 0, "no sentence was found");
}

static void read_translation(struct run *r, const char *path)
{
    struct po po;
    if (!po_read(&r->arena, &r->problems, path, read_whole(&r->arena, path), &po)) return;
    for (size_t i = 0; i < po.n; i++)
        for (int form = 0; form < PLURAL_FORMS && !po.entry[i].obsolete; form++)
            refuse_long(r, path, po.entry[i].line, po.entry[i].text[form]);
}

int main(int argc, char **argv)
{
    struct run r = { .problems = { .to = stderr } };
    int i = 1;
    if (i < argc && !strcmp(argv[i], "--show")) r.show = ++i;
    const int translations = i;
    while (i < argc && strcmp(argv[i], "--") != 0) i++;
    FILE *nowhere = fopen("/dev/null", "w");
    if (i >= argc - 1 || !nowhere) {
        fputs("readable [--show] [PO …] -- IN.html … SRC.c …\n", stderr);
        return 2;
    }
    const int files = i + 1;
    for (int f = files; f < argc; f++) gather(&r, argv[f], nowhere);
    for (size_t s = 0; s < r.said.n; s++) {
        refuse_long(&r, r.said.at[s].file, r.said.at[s].line, r.said.at[s].one);
        refuse_long(&r, r.said.at[s].file, r.said.at[s].line, r.said.at[s].many);
    }
    for (int t = translations; t < files - 1; t++) read_translation(&r, argv[t]);
    judge_all(&r, (size_t)(argc - files));
    fclose(nowhere);
    arena_end(&r.arena);
    return r.problems.count ? 1 : 0;
}
