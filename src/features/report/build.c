/* build.c — the draft of a dialogue as a report: asks the store, puts things in their place. */
#include "features/report/report.h"
#include "features/report/report.sql.h"

#include <openssl/evp.h>
#include <string.h>

struct str report_hash(struct arena *a, struct str bytes)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    if (!EVP_Digest(bytes.s, bytes.n, sum, &n, EVP_sha256(), NULL)) n = 0;
    char *s = NEW(a, char, 2 * (size_t)n + 1);
    for (unsigned i = 0; i < n; i++) {
        s[2 * i] = digits[sum[i] >> 4];
        s[2 * i + 1] = digits[sum[i] & 15];
    }
    return (struct str){ s, 2 * (size_t)n };
}

/* What every step of the building needs. */
struct building {
    struct db *db;
    struct arena *a;
    struct str own, lang;
    int64_t dialogue;
    struct day today;
};

static enum err build_picture(const struct building *b, bool has, int64_t id,
                              struct report_picture *p)
{
    struct report_picture_of_row row;
    bool found = false;
    if (!has) return OK;
    TRY(report_picture_of(b->db, b->a, id, b->own, b->lang, &row, &found));
    if (!found) return OK;
    *p = (struct report_picture){ .hash = row.hash,
                                  .width = row.width,
                                  .height = row.height,
                                  .alt = { row.alt, row.lang },
                                  .caption = { row.caption, row.lang },
                                  .maker = row.maker };
    return OK;
}

static enum err build_texts(const struct building *b, struct report *r)
{
    struct report_sections_row *sections;
    struct report_pillars_row *pillars;
    TRY(report_sections(b->db, b->a, b->dialogue, b->own, b->lang, &sections, &r->sections_n));
    r->sections = NEW(b->a, struct report_section, r->sections_n);
    for (size_t i = 0; i < r->sections_n; i++)
        r->sections[i] = (struct report_section){ sections[i].section,
                                                  { sections[i].body, sections[i].lang } };
    TRY(report_pillars(b->db, b->a, b->dialogue, b->own, b->lang, &pillars, &r->pillars_n));
    r->pillars = NEW(b->a, struct report_pillar, r->pillars_n);
    for (size_t i = 0; i < r->pillars_n; i++)
        r->pillars[i] = (struct report_pillar){ { pillars[i].title, pillars[i].lang },
                                                { pillars[i].body, pillars[i].lang } };
    return OK;
}

static enum err build_themes(const struct building *b, struct report *r)
{
    struct report_themes_row *rows;
    TRY(report_themes(b->db, b->a, b->dialogue, b->own, b->lang, b->today, &rows,
                      &r->themes_n));
    r->themes = NEW(b->a, struct report_theme, r->themes_n);
    for (size_t i = 0; i < r->themes_n; i++) {
        struct report_theme *t = &r->themes[i];
        *t = (struct report_theme){ .slug = rows[i].slug,
                                    .title = { rows[i].title, rows[i].lang },
                                    .question = { rows[i].question, rows[i].lang },
                                    .context = { rows[i].context, rows[i].lang },
                                    .open_table = rows[i].open_table != 0,
                                    .tables = rows[i].tables,
                                    .findings = rows[i].findings,
                                    .voices = rows[i].voices };
        TRY(build_picture(b, rows[i].has_picture, rows[i].picture, &t->picture));
    }
    return OK;
}

/* ---- points: read once, then dealt to their themes */

struct dealing {
    const struct building *b;
    const struct report *r;
    struct report_points_row *rows;
    struct report_point *points;
    size_t n;
    size_t *by_id; /* index of each point, in order of its id */
    size_t at;     /* where in by_id the last one was: rows come in order of id */
};

/* The point with that id; rows of the three streams below come by ascending id. */
static struct report_point *point_of(struct dealing *d, int64_t id)
{
    while (d->at < d->n && d->rows[d->by_id[d->at]].id < id) d->at++;
    const bool here = d->at < d->n && d->rows[d->by_id[d->at]].id == id;
    return here ? &d->points[d->by_id[d->at]] : NULL;
}

/* Room for one more in a list of n: doubles when n is a power of two. */
static void *grown(struct arena *a, void *list, size_t n, size_t size)
{
    if (n & (n - 1)) return list;
    void *more = arena_take(a, n ? 2 * n : 1, size);
    if (n) memcpy(more, list, n * size);
    return more;
}

static enum err deal_theme(const struct report_point_themes_row *row, void *with)
{
    struct dealing *d = with;
    struct report_point *p = point_of(d, row->point);
    if (!p) return OK;
    for (size_t i = 0; i < d->r->themes_n; i++)
        if (str_eq(d->r->themes[i].slug, row->slug)) {
            p->themes = grown(d->b->a, p->themes, p->themes_n, sizeof *p->themes);
            p->themes[p->themes_n++] =
                (struct report_point_theme){ d->r->themes[i].slug, d->r->themes[i].title };
        }
    return OK;
}

static enum err deal_finding(const struct report_point_findings_row *row, void *with)
{
    struct dealing *d = with;
    struct report_point *p = point_of(d, row->point);
    if (!p) return OK;
    p->findings = grown(d->b->a, p->findings, p->findings_n, sizeof *p->findings);
    p->findings[p->findings_n++].number = row->number;
    return OK;
}

static enum err deal_voice(const struct report_point_voices_row *row, void *with)
{
    struct dealing *d = with;
    struct report_point *p = point_of(d, row->point);
    if (!p) return OK;
    p->voices = grown(d->b->a, p->voices, p->voices_n, sizeof *p->voices);
    p->voices[p->voices_n++].number = row->number;
    return OK;
}

/* Order of the points by id, by a merge of halves: stable and without a global comparator. */
static void sort_by_id(const struct report_points_row *rows, size_t *x, size_t *spare, size_t n)
{
    if (n < 2) return;
    const size_t half = n / 2;
    sort_by_id(rows, x, spare, half);
    sort_by_id(rows, x + half, spare, n - half);
    for (size_t i = 0, j = half, k = 0; k < n; k++)
        spare[k] = j == n || (i < half && rows[x[i]].id <= rows[x[j]].id) ? x[i++] : x[j++];
    memcpy(x, spare, n * sizeof *x);
}

/* Points with one theme go to that theme, points with several to "across". */
static void place_points(struct arena *a, struct report *r, const struct report_point *points,
                         size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct report_point *p = &points[i];
        if (p->themes_n > 1) {
            r->across = grown(a, r->across, r->across_n, sizeof *r->across);
            r->across[r->across_n++] = *p;
        }
        for (size_t t = 0; p->themes_n == 1 && t < r->themes_n; t++) {
            struct report_theme *theme = &r->themes[t];
            if (!str_eq(theme->slug, p->themes[0].slug)) continue;
            theme->points = grown(a, theme->points, theme->points_n, sizeof *theme->points);
            theme->points[theme->points_n++] = *p;
        }
    }
}

static enum err deal_all(const struct building *b, struct dealing *d)
{
    enum err e = report_point_themes(b->db, b->dialogue, deal_theme, d);
    d->at = 0;
    if (e == OK) e = report_point_findings(b->db, b->dialogue, deal_finding, d);
    d->at = 0;
    if (e == OK) e = report_point_voices(b->db, b->dialogue, deal_voice, d);
    return e;
}

static enum err build_points(const struct building *b, struct report *r)
{
    struct dealing d = { .b = b, .r = r };
    TRY(report_points(b->db, b->a, b->dialogue, b->own, b->lang, &d.rows, &d.n));
    d.points = NEW(b->a, struct report_point, d.n);
    d.by_id = NEW(b->a, size_t, d.n);
    for (size_t i = 0; i < d.n; i++) {
        d.by_id[i] = i;
        d.points[i] = (struct report_point){ .number = d.rows[i].number,
                                             .kind = d.rows[i].kind,
                                             .text = { d.rows[i].body, d.rows[i].lang },
                                             .tables = d.rows[i].tables };
    }
    sort_by_id(d.rows, d.by_id, NEW(b->a, size_t, d.n), d.n);
    TRY(deal_all(b, &d));
    place_points(b->a, r, d.points, d.n);
    return OK;
}

static enum err build_stories(const struct building *b, struct report *r)
{
    struct report_stories_row *rows;
    TRY(report_stories(b->db, b->a, b->dialogue, &rows, &r->stories_n));
    r->stories = NEW(b->a, struct report_story, r->stories_n);
    for (size_t i = 0; i < r->stories_n; i++)
        r->stories[i] = (struct report_story){
            .voice = rows[i].number,
            .slug = rows[i].slug,
            .hash = report_hash(b->a, arena_join(b->a, rows[i].salt, rows[i].body)),
        };
    return OK;
}

static enum err build_gatherings(const struct building *b, struct report *r)
{
    struct report_gatherings_row *rows;
    TRY(report_gatherings(b->db, b->a, b->dialogue, b->own, b->lang, b->today, &rows,
                          &r->gatherings_n));
    r->gatherings = NEW(b->a, struct report_gathering, r->gatherings_n);
    for (size_t i = 0; i < r->gatherings_n; i++) {
        struct report_gathering *g = &r->gatherings[i];
        struct report_items_row *items;
        *g = (struct report_gathering){ .slug = rows[i].slug,
                                        .day = rows[i].day,
                                        .people = rows[i].has_people ? rows[i].people : -1,
                                        .about = rows[i].about != 0,
                                        .tables = rows[i].tables,
                                        .title = { rows[i].title, rows[i].lang },
                                        .place = { rows[i].place, rows[i].lang },
                                        .body = { rows[i].body, rows[i].lang } };
        TRY(report_items(b->db, b->a, rows[i].id, b->own, b->lang, &items, &g->items_n));
        g->items = NEW(b->a, struct report_item, g->items_n);
        for (size_t k = 0; k < g->items_n; k++)
            g->items[k] =
                (struct report_item){ .kind = items[k].kind,
                                      .starts = items[k].has_starts ? items[k].starts : -1,
                                      .title = { items[k].title, items[k].lang },
                                      .body = { items[k].body, items[k].lang } };
    }
    return OK;
}

static enum err build_sources(const struct building *b, struct report *r)
{
    struct report_sources_row *rows;
    TRY(report_sources(b->db, b->a, b->dialogue, b->own, b->lang, &rows, &r->sources_n));
    r->sources = NEW(b->a, struct report_source, r->sources_n);
    for (size_t i = 0; i < r->sources_n; i++)
        r->sources[i] =
            (struct report_source){ .slug = rows[i].slug,
                                    .author = rows[i].author,
                                    .url = rows[i].url,
                                    .kind = rows[i].kind,
                                    .published =
                                        rows[i].has_published ? rows[i].published.n : -1,
                                    .findings = rows[i].findings,
                                    .title = { rows[i].title, rows[i].lang },
                                    .note = { rows[i].note, rows[i].lang } };
    return OK;
}

static enum err build_summaries(const struct building *b, struct report *r)
{
    struct report_summaries_row *rows;
    TRY(report_summaries(b->db, b->a, b->dialogue, &rows, &r->summaries_n));
    r->summaries = NEW(b->a, struct report_summary, r->summaries_n);
    for (size_t i = 0; i < r->summaries_n; i++)
        r->summaries[i] = (struct report_summary){ rows[i].lang, rows[i].body, rows[i].maker,
                                                   rows[i].machine };
    return OK;
}

enum err report_build(struct db *db, struct arena *a, struct str dialogue, enum lang lang,
                      struct day today, struct report *r)
{
    struct report_dialogue_row row;
    struct report_counts_row counts;
    bool found;
    *r = (struct report){ .lang = lang_about(lang)->code };
    TRY(report_dialogue(db, a, dialogue, r->lang, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no dialogue %.*s", STR_ARG(dialogue));
    const struct building b = { db, a, row.own, r->lang, row.id, today };

    r->title = (struct passage){ row.title, row.lang };
    r->question = (struct passage){ row.question, row.lang };
    r->summary = (struct passage){ row.summary, row.lang };
    r->area = (struct passage){ row.area, row.lang };
    r->notice = (struct passage){ row.notice, row.lang };
    TRY(build_picture(&b, row.has_picture, row.picture, &r->picture));
    TRY(report_counts(db, a, b.dialogue, today, &counts));
    r->tables = counts.tables;
    r->findings = counts.findings;
    r->voices = counts.voices;
    r->points_count = counts.points;
    TRY(build_texts(&b, r));
    TRY(build_themes(&b, r));
    TRY(build_points(&b, r));
    TRY(build_stories(&b, r));
    TRY(build_gatherings(&b, r));
    TRY(build_summaries(&b, r));
    return build_sources(&b, r);
}
