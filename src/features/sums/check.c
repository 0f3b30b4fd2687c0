/* check.c — see sums.h, sums_check. */
#include "features/report/report.h"
#include "features/sums/check.sql.h"
#include "features/sums/sums.h"

struct checking {
    struct db *db;
    struct arena *a;
    enum lang lang;
    sums_say *say;
    void *with;
    int64_t *wrong;
    struct str dialogue;
};

static void wrong(struct checking *c, const struct words *what, int64_t n)
{
    const struct str number = arena_format(c->a, "%lld", (long long)n);
    ++*c->wrong;
    c->say(FILL(c->a, what, c->lang, { "dialoog", c->dialogue }, { "n", number }), c->with);
}

static enum err check_numbers(struct checking *c, int64_t dialogue)
{
    int64_t n;
    TRY(sums_differ(c->db, dialogue, &n));
    if (n) wrong(c, SAY("{dialoog}: de som klopt niet op {n} plekken."), n);
    TRY(hidden_differ(c->db, dialogue, &n));
    if (n) wrong(c, SAY("{dialoog}: wat niet te lezen is, telt op {n} plekken verkeerd."), n);
    TRY(tallies_differ(c->db, dialogue, &n));
    if (n) wrong(c, SAY("{dialoog}: {n} tellers op de pagina’s kloppen niet."), n);
    return OK;
}

static void edition_changed(int64_t number, void *with)
{
    wrong(with, SAY("{dialoog}: editie {n} is veranderd. Het controlegetal klopt niet."),
          number);
}

static enum err check_dialogue(const struct dialogue_list_row *row, void *with)
{
    struct checking *c = with;
    c->dialogue = arena_copy(c->a, row->slug);
    TRY(check_numbers(c, row->id));
    return report_verify(c->db, c->a, row->id, edition_changed, c);
}

enum err sums_check(struct db *db, struct arena *a, enum lang lang, sums_say *say, void *with,
                    int64_t *wrong)
{
    struct checking c = {
        .db = db, .a = a, .lang = lang, .say = say, .with = with, .wrong = wrong
    };
    *wrong = 0;
    return dialogue_list(db, check_dialogue, &c);
}
