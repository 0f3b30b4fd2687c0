/* write.c — the draft as it is, and the file of it; see reword.h. */
#include "features/reword/reword.h"

#include "base/bytes.h"
#include "base/csv.h"
#include "features/reword/reword.sql.h"
#include "web/token.h"

struct str reword_said(const struct reword_point *p, struct str lang)
{
    for (size_t i = 0; i < p->texts_n; i++)
        if (str_eq(p->texts[i].lang, lang)) return p->texts[i].body;
    return STR("");
}

static void lang_add(struct reword_draft *d, struct str lang)
{
    for (size_t i = 0; i < d->langs_n; i++)
        if (str_eq(d->langs[i], lang)) return;
    if (d->langs_n < REWORD_LANGS) d->langs[d->langs_n++] = lang;
}

enum err reword_now(struct db *db, struct arena *a, int64_t dialogue, struct str own,
                    struct reword_draft *d)
{
    struct reword_points_row *rows;
    struct reword_texts_row *texts;
    size_t rows_n, texts_n, at = 0;

    TRY(reword_points(db, a, dialogue, &rows, &rows_n));
    TRY(reword_texts(db, a, dialogue, &texts, &texts_n));
    *d = (struct reword_draft){ .own = own, .points = NEW(a, struct reword_point, rows_n) };
    lang_add(d, own);
    lang_add(d, STR("en"));
    struct point_words *words = NEW(a, struct point_words, texts_n);
    for (size_t i = 0; i < rows_n; i++) {
        struct reword_point *p = &d->points[d->n++];
        *p = (struct reword_point){ rows[i].id,       rows[i].number, rows[i].voices,
                                    rows[i].findings, rows[i].kind,   rows[i].has_theme,
                                    rows[i].theme,    words + at,     0 };
        for (; at < texts_n && texts[at].id == p->id; at++) {
            words[at] = (struct point_words){ texts[at].lang, texts[at].body };
            p->texts_n++;
            lang_add(d, texts[at].lang);
        }
    }
    return OK;
}

struct str reword_basis(struct arena *a, const struct reword_point *p)
{
    struct str all = str_of(kind_term((int)p->kind).code);
    for (size_t i = 0; i < p->texts_n; i++)
        all = arena_format(a, "%.*s\n%.*s %.*s", STR_ARG(all), STR_ARG(p->texts[i].lang),
                           STR_ARG(p->texts[i].body));
    return arena_format(a, "v%.*s", 12, hex_write(a, str_upto(sha256(a, all), 6)).s);
}

/* ---- the file ---- */

static void put(struct arena *a, struct out *o, struct str field, bool first)
{
    if (!first) out_raw(o, STR(";"));
    out_raw(o, csv_field(a, field, ';'));
}

static void put_number(struct arena *a, struct out *o, int64_t n, bool first)
{
    put(a, o, arena_format(a, "%lld", (long long)n), first);
}

static void heading(struct arena *a, const struct reword_draft *d, struct out *o)
{
    out_raw(o, STR("number;basis;kind;theme"));
    for (size_t i = 0; i < d->langs_n; i++)
        put(a, o, arena_join(a, STR("text_"), d->langs[i]), false);
    out_raw(o, STR(";voices;findings\r\n"));
}

/* Nobody reads a table in one line: what is under it stays behind the sentence. */
static void row(struct arena *a, const struct reword_draft *d, const struct reword_point *p,
                enum kind kind, const struct reword_change *change, struct out *o)
{
    put_number(a, o, p->number, true);
    put(a, o, reword_basis(a, p), false);
    put(a, o, str_of(kind_term((int)kind).code), false);
    put(a, o, p->has_theme ? p->theme : STR(""), false);
    for (size_t i = 0; i < d->langs_n; i++) {
        struct str said = reword_said(p, d->langs[i]);
        for (size_t k = 0; change && k < change->texts_n; k++)
            if (str_eq(change->texts[k].lang, d->langs[i])) said = change->texts[k].after;
        put(a, o, csv_guard(a, said), false);
    }
    put_number(a, o, p->voices, false);
    put_number(a, o, p->findings, false);
    out_raw(o, STR("\r\n"));
}

void reword_write(struct arena *a, const struct reword_draft *d, struct out *o)
{
    out_raw(o, STR("\xEF\xBB\xBF"));
    heading(a, d, o);
    for (size_t i = 0; i < d->n; i++) row(a, d, &d->points[i], d->points[i].kind, NULL, o);
}

struct str reword_kept(struct arena *a, const struct reword_draft *d,
                       const struct reword_back *back)
{
    struct out o = out_start(a, 4 * REWORD_BYTES, LANG_NL);
    heading(a, d, &o);
    for (size_t i = 0; i < back->n; i++) {
        const struct reword_change *c = &back->changes[i];
        if (!c->conflict) row(a, d, c->point, c->kind, c, &o);
    }
    return (struct str){ o.s, o.n };
}
