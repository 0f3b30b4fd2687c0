/* care.c — see care.h. */
#include "main/care.h"

#include "base/out.h"
#include "features/sums/sums.h"
#include "store/inspect.h"

static void say_line(struct str line, void *with)
{
    const struct command *c = with;
    fprintf(c->out, "%.*s\n", STR_ARG(line));
}

static int cannot(const struct command *c)
{
    fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}

static enum err check_sums(struct command *c, struct arena *a, int64_t *wrong)
{
    struct db *db;
    TRY(store_reader(c->store, &db));
    const enum err e = sums_check(db, a, c->lang, say_line, c, wrong);
    store_reader_close(db);
    return e;
}

int command_check(struct command *c)
{
    struct arena a = { 0 };
    int64_t broken = 0, wrong = 0;
    enum err e = store_inspect(c->store, say_line, c, &broken);
    if (e == OK) e = check_sums(c, &a, &wrong);
    const struct str number = arena_format(&a, "%lld", (long long)(broken + wrong));
    const struct words *words = broken + wrong
                                    ? SAY("Fouten gevonden: {n}.")
                                    : SAY("Alles klopt: het bestand, de sommen en de edities.");
    const struct str text =
        words_fill(&a, words, c->lang, (struct word_arg[]){ { "n", number } }, 1);
    if (e == OK) fprintf(c->out, "%.*s\n", STR_ARG(text));
    arena_end(&a);
    if (e != OK) return cannot(c);
    return broken + wrong ? EXIT_FAULTS : EXIT_DONE;
}
