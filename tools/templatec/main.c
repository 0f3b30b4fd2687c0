/* main.c — the command line of templatec (docs/templates.md).
 *
 *   templatec [--assets DIR] --locale locale/en.po [--locale …] IN.html > OUT.html.h
 *   templatec --words locale/en.po … -- SRC.c … > words.c
 *   templatec --update locale/en.po -- IN.html … SRC.c …
 *
 * Exit code 0: made; 1: something was refused, and stderr says what; 2: asked the wrong way. */
#include "templatec/templatec.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct run {
    struct arena arena;
    struct problems problems;
    struct locales locales;
};

static struct str read_whole(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *text = NULL;
    size_t n = 0, room = 0;
    for (size_t got = 1; f && got; n += got) {
        if (n == room) {
            const size_t more = room ? 2 * room : 16384;
            char *bigger = arena_take(a, more, 1);
            if (n) memcpy(bigger, text, n);
            text = bigger;
            room = more;
        }
        got = fread(text + n, 1, room - n, f);
    }
    if (!f || ferror(f)) {
        fprintf(stderr, "%s: error: %s\n", path, strerror(errno));
        exit(1);
    }
    fclose(f);
    return (struct str){ text, n };
}

static void add_locale(struct run *r, const char *path)
{
    struct po *po = PUSH(&r->arena, r->locales.po, r->locales.n);
    po_read(&r->arena, &r->problems, path, read_whole(&r->arena, path), po);
}

static int usage(void)
{
    fputs("templatec [--assets DIR] --locale locale/en.po [--locale …] IN.html > OUT.html.h\n"
          "templatec --words locale/en.po … -- SRC.c … > words.c\n"
          "templatec --update locale/en.po -- IN.html … SRC.c …\n",
          stderr);
    return 2;
}

static void compile(struct run *r, struct problems *problems, const char *path,
                    const char *assets, struct sentences *said, FILE *to)
{
    struct template *t = NEW(&r->arena, struct template, 1);
    *t = (struct template){
        .arena = &r->arena,
        .problems = problems,
        .locales = &r->locales,
        .said = said,
        .file = path,
        .assets = assets,
        .source = read_whole(&r->arena, path),
    };
    template_compile(t, to);
}

/* Prints what was made when nothing was refused. */
static int deliver(struct run *r, char *made, size_t n)
{
    if (r->problems.count) return 1;
    return fwrite(made, 1, n, stdout) == n && fflush(stdout) == 0 ? 0 : 1;
}

static int run_template(struct run *r, int argc, char **argv)
{
    const char *in = NULL, *assets = NULL;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--locale") && i + 1 < argc)
            add_locale(r, argv[++i]);
        else if (!strcmp(argv[i], "--assets") && i + 1 < argc)
            assets = argv[++i];
        else if (argv[i][0] == '-' || in)
            return usage();
        else
            in = argv[i];
    }
    if (!in) return usage();
    if (r->problems.count) return 1;
    char *made = NULL;
    size_t n;
    FILE *to = open_memstream(&made, &n);
    compile(r, &r->problems, in, assets, NULL, to);
    fclose(to);
    const int code = deliver(r, made, n);
    free(made);
    return code;
}

static int run_words(struct run *r, int argc, char **argv)
{
    struct sentences said = { 0 };
    int i = 2;
    for (; i < argc && strcmp(argv[i], "--") != 0; i++) add_locale(r, argv[i]);
    if (i == argc) return usage();
    if (r->problems.count) return 1;
    for (i++; i < argc; i++)
        words_gather(&r->arena, &r->problems, argv[i], read_whole(&r->arena, argv[i]), &said);
    char *made = NULL;
    size_t n;
    FILE *to = open_memstream(&made, &n);
    words_write(to, &r->problems, &r->locales, &said);
    fclose(to);
    const int code = deliver(r, made, n);
    free(made);
    return code;
}

/* Puts the new text in place of the old at once. */
static int replace(const char *path, struct arena *a, const char *made, size_t n)
{
    const char *fresh = arena_format(a, "%s.new", path).s;
    FILE *f = fopen(fresh, "wb");
    const bool ok = f && fwrite(made, 1, n, f) == n;
    if (!f || fclose(f) != 0 || !ok || rename(fresh, path) != 0) {
        fprintf(stderr, "%s: error: %s\n", path, strerror(errno));
        return 1;
    }
    return 0;
}

static int run_update(struct run *r, int argc, char **argv)
{
    if (argc < 4 || strcmp(argv[3], "--") != 0) return usage();
    const char *path = argv[2];
    struct po po;
    po_read(&r->arena, &r->problems, path, read_whole(&r->arena, path), &po);
    if (r->problems.count) return 1;
    struct sentences said = { 0 };
    FILE *nowhere = fopen("/dev/null", "w");
    if (!nowhere) return 1;
    struct problems elsewhere = {
        .to = nowhere
    }; /* the build says what is wrong in a template */
    for (int i = 4; i < argc; i++) {
        if (str_ends(str_of(argv[i]), STR(".html")))
            compile(r, &elsewhere, argv[i], NULL, &said, nowhere);
        else
            words_gather(&r->arena, &r->problems, argv[i], read_whole(&r->arena, argv[i]),
                         &said);
    }
    fclose(nowhere);
    char *made = NULL;
    size_t n;
    FILE *to = open_memstream(&made, &n);
    update_write(to, &r->problems, &po, &said);
    fclose(to);
    const int code = r->problems.count ? 1 : replace(path, &r->arena, made, n);
    free(made);
    return code;
}

int main(int argc, char **argv)
{
    struct run r = { .problems = { .to = stderr } };
    int code;
    if (argc > 1 && !strcmp(argv[1], "--words"))
        code = run_words(&r, argc, argv);
    else if (argc > 1 && !strcmp(argv[1], "--update"))
        code = run_update(&r, argc, argv);
    else
        code = run_template(&r, argc, argv);
    arena_end(&r.arena);
    return code;
}
