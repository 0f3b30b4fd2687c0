/* city_inside.h — how the sheets of a made-up city are written: chance, cells, rows, sentences.
 *
 * For city.c and city_daden.c alone; each writes through it as a person would. */
#ifndef FEATURES_FOLDER_CITY_INSIDE_H
#define FEATURES_FOLDER_CITY_INSIDE_H

#include "base/csv.h"
#include "features/folder/files.h"
#include "features/folder/folder.h"
#include "features/folder/format.h"
#include "features/folder/phrases.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define CITY "voorbeeldstad"
enum { FIRST_DAY = 19800 /* 2024-03-18 */ };

struct item { /* a finding or voice, for the points that rest on it */
    int theme;
    bool good; /* may carry a point */
};

struct maker {
    const struct city *city;
    int dir;
    uint64_t state;
    struct arena a, line; /* `line` is dropped after each row */
    FILE *to;
    bool first;
    int gatherings, hoods, sources;
    struct str *themes; /* their slugs */
    struct item *findings, *voices;
    int stories, points;
    enum err failed;
};

/* ---- chance: SplitMix64 (Steele, Lea and Flood 2014), so that every machine makes the same city */

static inline uint64_t chance(struct maker *m)
{
    uint64_t z = m->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}
static inline int upto(struct maker *m, int n)
{
    return (int)(chance(m) % (uint64_t)n);
}
static inline bool percent(struct maker *m, int p)
{
    return upto(m, 100) < p;
}
static inline const struct phrase *one_of(struct maker *m, struct phrases p)
{
    return &p.list[upto(m, (int)p.n)];
}

/* ---- cells and rows */

static inline void cell(struct maker *m, struct str x)
{
    csv_put(m->to, csv_guard(&m->line, x), m->first);
    m->first = false;
}
static inline void name(struct maker *m, const char *x)
{
    cell(m, str_of(x));
}
static inline void number(struct maker *m, int n)
{
    cell(m, arena_format(&m->line, "%d", n));
}
static inline void day(struct maker *m, int n)
{
    const struct date d = date_of((struct day){ n });
    cell(m, arena_format(&m->line, "%04d-%02d-%02d", d.year, d.month, d.day));
}
static inline void row_end(struct maker *m)
{
    csv_end(m->to);
    m->first = true;
    arena_reset(&m->line);
}

/* A sheet with its heading; the columns of the format, with those translations behind it. */
static inline bool sheet(struct maker *m, enum sheet s, const char *const *languages)
{
    const struct format *f = &formats[s];
    if (m->failed != OK) return false;
    m->to = file_create(m->dir, f->file);
    m->first = true;
    if (!m->to) {
        m->failed = FAIL(ERR_FULL, "%s: %s", f->file, strerror(errno));
        return false;
    }
    for (size_t c = 0; c < format_columns(f); c++) {
        if (f->columns[c].late) continue;
        name(m, f->columns[c].name);
        for (size_t l = 0; f->columns[c].translated && languages[l]; l++)
            cell(m, arena_format(&m->line, "%s_%s", f->columns[c].name, languages[l]));
    }
    row_end(m);
    return true;
}
static inline void sheet_end(struct maker *m)
{
    const bool failed = ferror(m->to);
    if ((fclose(m->to) != 0 || failed) && m->failed == OK)
        m->failed = FAIL(ERR_FULL, "a sheet: %s", strerror(errno));
}
static const char *const english[] = { "en", NULL };

/* ---- sentences */

static inline struct str fill(struct arena *a, const char *pattern, const char *word)
{
    const char *at = strchr(pattern, '%');
    if (!at) return str_of(pattern);
    return arena_format(a, "%.*s%s%s", (int)(at - pattern), pattern, word ? word : "", at + 1);
}

static inline void both(struct maker *m, const struct phrase *p, const char *nl, const char *en)
{
    cell(m, fill(&m->line, p->in[TONGUE_NL], nl));
    cell(m, fill(&m->line, p->in[TONGUE_EN], en));
}

/* The sheets from advice to deed, as far as `city->commitments` asks; behind everything else. */
void write_daden(struct maker *m);

#endif
