/* show.c — what was done, as people read it: rows become lines. */
#include "features/history/history.h"
#include "features/history/history.sql.h"

#include <stdlib.h>

enum { ON_PAGE = 50 };

const struct words *thing_words(enum thing thing)
{
    switch (thing) {
    case THING_DIALOGUE: return SAY("Dialoog");
    case THING_THEME: return SAY("Thema");
    case THING_VOICE: return SAY("Inbreng");
    case THING_POINT: return SAY("Punt");
    case THING_PERSON: return SAY("Medewerker");
    case THING_NEIGHBOURHOOD: return SAY("Wijk");
    case THING_GATHERING: return SAY("Bijeenkomst");
    case THING_OBJECTION: return SAY("Bezwaar");
    case THING_SITE: return SAY("Site");
    case THING_PILLAR: return SAY("Pijler");
    case THING_PHOTO: return SAY("Foto");
    case THING_ADVICE: return SAY("Advies");
    case THING_COMMITMENT: return SAY("Toezegging");
    case THING_FINDING: return SAY("Bevinding");
    case THING_CHALLENGE: return SAY("Uitdaging");
    case THING_STEP_KIND: return SAY("Soort stap");
    case THINGS: break;
    }
    abort(); /* the schema keeps such a value out */
}

/* Acts whose values are words that somebody wrote; of the others they may be codes. */
static bool says_words(enum act act)
{
    return act == ACT_MADE || act == ACT_CHANGED || act == ACT_REMOVED || act == ACT_REWORDED ||
           act == ACT_TRANSLATED || act == ACT_ANSWERED || act == ACT_OBJECTED;
}

/* A code ("shown", "personal") in words; any other text as it is. */
static struct str value_said(const struct request *req, enum act act, struct str x)
{
    static const struct {
        struct term (*term_of)(int);
        int first, count;
    } codes[] = { { visibility_term, 0, VISIBILITIES },
                  { account_term, 0, ACCOUNTS },
                  { reason_term, REASON_DOUBLE, REASONS },
                  { kind_term, 0, KINDS } };
    /* As people writes them down, in the order of enum who. */
    static const char *const roles[] = { "",       "reader", "host",
                                         "writer", "editor", "administrator" };
    int value;
    for (size_t i = WHO_READER; act == ACT_ROLE && i < COUNT_OF(roles); i++)
        if (str_is(x, roles[i])) return words_in(role_words((enum who)i), req->lang);
    for (size_t i = 0; x.n && !says_words(act) && i < COUNT_OF(codes); i++)
        if (term_read(codes[i].term_of, codes[i].first, codes[i].count, x, &value))
            return words_in(codes[i].term_of(value).words, req->lang);
    return x;
}

static void name_line(struct request *req, const struct dialogue *d,
                      const struct history_of_dialogue_row *row, struct history_line *line)
{
    struct arena *a = req->arena;
    line->name = words_in(thing_words(row->thing), req->lang);
    if (row->has_voice || row->has_point) {
        const struct str number =
            arena_format(a, "%lld", (long long)(row->has_voice ? row->voice : row->point));
        line->name = arena_format(a, "%.*s %.*s", STR_ARG(line->name), STR_ARG(number));
        line->to = row->has_voice
                       ? PATH(a, "/{}/beheer/geschiedenis/inbreng/{}", d->slug, number)
                       : PATH(a, "/{}/beheer/geschiedenis/punt/{}", d->slug, number);
    } else if (row->has_theme) {
        line->name = arena_format(a, "%.*s %.*s", STR_ARG(line->name), STR_ARG(row->theme));
        line->to = PATH(a, "/{}/beheer/geschiedenis/thema/{}", d->slug, row->theme);
    } else if (row->has_advice || row->has_commitment) {
        const struct str number = arena_format(
            a, "%lld", (long long)(row->has_advice ? row->advice : row->commitment));
        line->name = arena_format(a, "%.*s %.*s", STR_ARG(line->name), STR_ARG(number));
        line->to = row->has_advice
                       ? PATH(a, "/{}/beheer/geschiedenis/advies/{}", d->slug, number)
                       : PATH(a, "/{}/beheer/geschiedenis/toezegging/{}", d->slug, number);
    } else if (row->has_finding) {
        const struct str number = arena_format(a, "%lld", (long long)row->finding);
        line->name = arena_format(a, "%.*s %.*s", STR_ARG(line->name), STR_ARG(number));
        line->to = PATH(a, "/{}/beheer/bevindingen/{}", d->slug, number);
    } else if (row->has_photo) {
        const struct str number = arena_format(a, "%lld", (long long)row->photo);
        line->name = arena_format(a, "%.*s %.*s", STR_ARG(line->name), STR_ARG(number));
        line->to = PATH(a, "/{}/beheer/fotos/{}", d->slug, number);
    }
}

static void fill(struct request *req, const struct dialogue *d,
                 const struct history_of_dialogue_row *rows, size_t n,
                 struct history_lines *lines)
{
    *lines = (struct history_lines){ .n = n < ON_PAGE ? n : ON_PAGE, .more = n > ON_PAGE };
    lines->at = NEW(req->arena, struct history_line, lines->n + 1);
    for (size_t i = 0; i < lines->n; i++) {
        struct history_line *line = &lines->at[i];
        *line = (struct history_line){
            .id = rows[i].id,
            .thing = rows[i].thing,
            .act = rows[i].act,
            .role = rows[i].role,
            .person = rows[i].has_person ? rows[i].person : STR(""),
            .at = rows[i].at,
            .before = value_said(req, rows[i].act, rows[i].before),
            .after = value_said(req, rows[i].act, rows[i].after),
            .undone = rows[i].undone,
        };
        name_line(req, d, &rows[i], line);
        lines->last = line->id;
    }
}

enum err history_of(struct request *req, const struct dialogue *d, enum thing thing,
                    int64_t number, int64_t below, struct history_lines *lines)
{
    struct history_of_dialogue_row *rows;
    size_t n;
    TRY(history_of_thing(req->db, req->arena, thing, number, below, &rows, &n));
    fill(req, d, rows, n, lines);
    return OK;
}

enum err history_in(struct request *req, const struct dialogue *d, enum thing thing,
                    enum act act, int64_t below, struct history_lines *lines)
{
    struct history_of_dialogue_row *rows;
    size_t n;
    TRY(history_of_dialogue(req->db, req->arena, d->id, thing != THINGS, thing, act != ACTS,
                            act, below, &rows, &n));
    fill(req, d, rows, n, lines);
    return OK;
}

enum err history_newest(struct db *db, enum thing thing, int64_t number, int64_t *row)
{
    return history_last(db, thing, number, row);
}
