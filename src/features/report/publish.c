/* publish.c — the draft becomes an edition; what differs between two editions. */
#include "features/points/points.h"
#include "features/report/report.h"
#include "features/report/report.sql.h"
#include "features/search/search.h"

#include <string.h>

/* ---- comparing */

struct comparing {
    struct arena *a;
    enum lang lang;
    struct report_change *list;
    size_t n;
};

static void note_change(struct comparing *c, struct report_change change)
{
    if (!(c->n & (c->n - 1))) {
        struct report_change *more = NEW(c->a, struct report_change, c->n ? 2 * c->n : 1);
        if (c->n) memcpy(more, c->list, c->n * sizeof *more);
        c->list = more;
    }
    c->list[c->n++] = change;
}

struct placed { /* a point and the theme it stands under */
    const struct report_point *point;
    struct str where;
};

/* All points of a report by ascending number; they are few thousand at most. */
static struct placed *points_of(struct arena *a, const struct report *r, struct str across,
                                size_t *n)
{
    size_t count = r->across_n, k = 0;
    for (size_t t = 0; t < r->themes_n; t++) count += r->themes[t].points_n;
    struct placed *all = NEW(a, struct placed, count);
    for (size_t i = 0; i < r->across_n; i++)
        all[k++] = (struct placed){ &r->across[i], across };
    for (size_t t = 0; t < r->themes_n; t++)
        for (size_t i = 0; i < r->themes[t].points_n; i++)
            all[k++] = (struct placed){ &r->themes[t].points[i], r->themes[t].title.text };
    for (size_t gap = count / 2; gap > 0; gap /= 2) /* Shell's sort */
        for (size_t i = gap; i < count; i++)
            for (size_t j = i; j >= gap && all[j - gap].point->number > all[j].point->number;
                 j -= gap) {
                const struct placed x = all[j];
                all[j] = all[j - gap];
                all[j - gap] = x;
            }
    *n = count;
    return all;
}

static void compare_points(struct comparing *c, const struct report *old,
                           const struct report *new)
{
    const struct str across = words_in(SAY("Komt terug bij meer thema’s"), c->lang);
    size_t old_n, new_n;
    const struct placed *was = points_of(c->a, old, across, &old_n);
    const struct placed *is = points_of(c->a, new, across, &new_n);
    for (size_t i = 0, j = 0; i < old_n || j < new_n;) {
        const int64_t o = i < old_n ? was[i].point->number : INT64_MAX;
        const int64_t n = j < new_n ? is[j].point->number : INT64_MAX;
        if (o < n) {
            note_change(c, (struct report_change){ CHANGE_REMOVED,
                                                   o,
                                                   was[i].where,
                                                   was[i].point->text,
                                                   { { 0 }, { 0 } },
                                                   false });
            i++;
        } else if (n < o) {
            note_change(
                c,
                (struct report_change){
                    CHANGE_ADDED, n, is[j].where, { { 0 }, { 0 } }, is[j].point->text, false });
            j++;
        } else {
            const bool reworded = !str_eq(was[i].point->text.text, is[j].point->text.text);
            const bool moved =
                !str_eq(was[i].where, is[j].where) || was[i].point->kind != is[j].point->kind;
            if (reworded || moved)
                note_change(c, (struct report_change){
                                   reworded ? CHANGE_REWORDED : CHANGE_MOVED, n, is[j].where,
                                   was[i].point->text, is[j].point->text, false });
            i++, j++;
        }
    }
}

static void compare_text(struct comparing *c, struct str what, const struct passage *before,
                         const struct passage *after)
{
    const struct passage none = { { 0 }, { 0 } };
    const struct passage b = before ? *before : none, n = after ? *after : none;
    if (str_eq(b.text, n.text)) return;
    const enum difference change = !b.text.n   ? CHANGE_ADDED
                                   : !n.text.n ? CHANGE_REMOVED
                                               : CHANGE_REWORDED;
    note_change(c, (struct report_change){ change, 0, what, b, n, false });
}

static void compare_themes(struct comparing *c, const struct report *old,
                           const struct report *new)
{
    for (size_t i = 0; i < new->themes_n; i++) {
        const struct report_theme *n = &new->themes[i], *o = NULL;
        for (size_t k = 0; k < old->themes_n; k++)
            if (str_eq(old->themes[k].slug, n->slug)) o = &old->themes[k];
        compare_text(c, n->title.text, o ? &o->title : NULL, &n->title);
        compare_text(c, n->title.text, o ? &o->question : NULL, &n->question);
        compare_text(c, n->title.text, o ? &o->context : NULL, &n->context);
    }
    for (size_t k = 0; k < old->themes_n; k++) {
        bool kept = false;
        for (size_t i = 0; i < new->themes_n; i++)
            kept |= str_eq(old->themes[k].slug, new->themes[i].slug);
        if (!kept) compare_text(c, old->themes[k].title.text, &old->themes[k].title, NULL);
    }
}

static void compare_summaries(struct comparing *c, const struct report *old,
                              const struct report *new)
{
    const struct str what = words_in(SAY("Samenvatting"), c->lang);
    for (size_t i = 0; i < new->summaries_n; i++) {
        const struct report_summary *n = &new->summaries[i];
        const struct passage now = { n->body, n->lang };
        struct passage before = { 0 };
        for (size_t k = 0; k < old->summaries_n; k++)
            if (str_eq(old->summaries[k].lang, n->lang))
                before = (struct passage){ old->summaries[k].body, n->lang };
        compare_text(c, what, &before, &now);
    }
    for (size_t k = 0; k < old->summaries_n; k++) {
        const struct passage before = { old->summaries[k].body, old->summaries[k].lang };
        bool kept = false;
        for (size_t i = 0; i < new->summaries_n; i++)
            kept |= str_eq(new->summaries[i].lang, before.lang);
        if (!kept) compare_text(c, what, &before, NULL);
    }
}

void report_compare(struct arena *a, const struct report *old, const struct report *new,
                    enum lang lang, struct report_change **changes, size_t *changes_n)
{
    struct comparing c = { .a = a, .lang = lang };
    const struct str cover = words_in(SAY("Voorkant"), lang);
    compare_points(&c, old, new);
    compare_text(&c, cover, &old->title, &new->title);
    compare_text(&c, cover, &old->question, &new->question);
    compare_text(&c, cover, &old->summary, &new->summary);
    compare_themes(&c, old, new);
    for (int s = 0; s < SECTIONS; s++) {
        const struct report_section *o = report_section_of(old, s),
                                    *n = report_section_of(new, s);
        compare_text(&c, words_in(section_term(s).words, lang), o ? &o->body : NULL,
                     n ? &n->body : NULL);
    }
    compare_summaries(&c, old, new);
    *changes = c.list;
    *changes_n = c.n;
}

void report_changes_add(struct arena *a, struct report_change **changes, size_t *changes_n,
                        const struct report_change *own, size_t own_n)
{
    struct report_change *all = NEW(a, struct report_change, *changes_n + own_n);
    size_t n = *changes_n, texts = 0;
    if (n) memcpy(all, *changes, n * sizeof *all);
    for (size_t i = 0; i < *changes_n; i++) texts += all[i].number == 0;
    for (size_t i = 0; i < own_n; i++) {
        bool there = !own[i].number && texts; /* other texts have no number to find them by */
        for (size_t k = 0; k < *changes_n && !there; k++)
            there = own[i].number && all[k].number == own[i].number;
        if (there) continue;
        all[n] = own[i];
        all[n++].own_only = true;
    }
    *changes = all;
    *changes_n = n;
}

/* ---- publishing */

/* The part of a body that is the same when nothing was changed. */
static struct str languages_of(struct str body)
{
    const size_t at = str_find(body, STR("\"languages\""));
    return at == SIZE_MAX ? body : str_from(body, at);
}

/* The text of the point with that number, or an empty one. */
static struct passage text_of(const struct placed *points, size_t n, int64_t number)
{
    for (size_t i = 0; i < n; i++)
        if (points[i].point->number == number) return points[i].point->text;
    return (struct passage){ { 0 }, { 0 } };
}

/* Says which points were reworded while their translation was not. No fault: perhaps it still fits. */
static enum err warn_of_stale(struct arena *a, struct str before, const struct report *now,
                              enum lang lang, report_say *say, void *with)
{
    struct report was[LANGS_WHOLE];
    struct placed *old[LANGS_WHOLE], *new[LANGS_WHOLE];
    size_t old_n[LANGS_WHOLE], new_n[LANGS_WHOLE];
    for (size_t l = 0; l < LANGS_WHOLE; l++) {
        TRY(report_read(a, before, (enum lang)l, &was[l]));
        old[l] = points_of(a, &was[l], STR(""), &old_n[l]);
        new[l] = points_of(a, &now[l], STR(""), &new_n[l]);
    }
    for (size_t i = 0; i < new_n[0]; i++) {
        const int64_t number = new[0][i].point->number;
        const struct passage own = text_of(old[0], old_n[0], number);
        if (!own.text.n || str_eq(own.text, new[0][i].point->text.text)) continue;
        for (size_t l = 1; l < LANGS_WHOLE; l++) {
            const struct passage is = text_of(new[l], new_n[l], number);
            if (str_eq(is.lang, own.lang) ||
                !str_eq(is.text, text_of(old[l], old_n[l], number).text))
                continue;
            const struct word_arg args[] = {
                { "punt", arena_format(a, "%lld", (long long)number) },
                { "taal", lang_about((enum lang)l)->name },
            };
            say(words_fill(a,
                           SAY("Let op: punt {punt} kreeg andere woorden, de vertaling "
                               "({taal}) niet."),
                           lang, args, COUNT_OF(args)),
                with);
        }
    }
    return OK;
}

/* Says of each point that may not be published why, and fails when there is one. */
static enum err refuse_unfit(struct db *db, struct arena *a, int64_t dialogue, enum lang lang,
                             report_say *say, void *with)
{
    struct point_fault *faults;
    size_t n;
    TRY(points_check(db, a, dialogue, &faults, &n));
    for (size_t i = 0; i < n; i++) {
        const struct words *why =
            faults[i].unsupported
                ? SAY("Punt {punt} rust nergens op. Leg er een bevinding of inbreng onder.")
                : SAY("Punt {punt} staat bij geen thema. Geef het een thema.");
        const struct str number = arena_format(a, "%lld", (long long)faults[i].number);
        say(FILL(a, why, lang, { "punt", number }), with);
    }
    return n ? FAIL(ERR_FORM, "%zu points cannot be published", n) : OK;
}

enum err report_publish(struct tx *tx, struct str dialogue, struct str note, struct instant now,
                        enum lang lang, report_say *say, void *with, struct edition *made)
{
    struct arena a = { 0 };
    struct report reports[LANGS_WHOLE];
    struct report_dialogue_row row;
    struct report_latest_row last;
    bool found, before = false;
    enum err e = report_dialogue(tx->db, &a, dialogue, STR("nl"), &row, &found);
    if (e == OK && !found) e = FAIL(ERR_MISSING, "no dialogue %.*s", STR_ARG(dialogue));
    if (e == OK) e = refuse_unfit(tx->db, &a, row.id, lang, say, with);
    for (size_t i = 0; e == OK && i < LANGS_WHOLE; i++)
        e = report_build(tx->db, &a, dialogue, (enum lang)i, day_at(now), &reports[i]);
    if (e == OK && !reports[0].points_count) {
        say(words_in(SAY("Er zijn nog geen punten. Een verslag heeft minstens een punt nodig."),
                     lang),
            with);
        e = FAIL(ERR_FORM, "no points in %.*s", STR_ARG(dialogue));
    }
    if (e == OK) e = report_latest(tx->db, &a, row.id, &last, &before);
    if (e == OK) {
        const int64_t number = before ? last.number + 1 : 1;
        const struct str body = report_write(&a, reports, LANGS_WHOLE, dialogue, number, now);
        const struct str hash = report_hash(&a, body);
        *made = (struct edition){ 0, number, now, { 0 }, { 0 } };
        if (before && str_eq(languages_of(last.body), languages_of(body)))
            e = FAIL(ERR_CLASH, "nothing changed since edition %lld", (long long)last.number);
        if (e == OK && before) e = warn_of_stale(&a, last.body, reports, lang, say, with);
        if (e == OK)
            e = report_edition_add(tx, row.id, number, now, hash, body, note, &made->id);
        if (e == OK) e = points_publish(tx, row.id, made->id);
        if (e == OK) e = search_rebuild(tx, row.id);
    }
    arena_end(&a);
    return e;
}
