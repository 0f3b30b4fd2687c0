/* draft.c — one point of the draft, whole: read, written back, and kept as a text. */
#include "features/points/points.h"

enum { STATE_MOST = 4 * 1024 * 1024 };

static enum err rests_read(struct db *db, struct arena *a, int64_t point, struct point_state *s)
{
    struct draft_point_findings_row *findings;
    struct draft_point_voices_row *voices;

    TRY(draft_point_findings(db, a, point, &findings, &s->findings.n));
    TRY(draft_point_voices(db, a, point, &voices, &s->voices.n));
    s->findings.at = NEW(a, int64_t, s->findings.n);
    s->voices.at = NEW(a, int64_t, s->voices.n);
    for (size_t i = 0; i < s->findings.n; i++) s->findings.at[i] = findings[i].finding;
    for (size_t i = 0; i < s->voices.n; i++) s->voices.at[i] = voices[i].voice;
    return OK;
}

enum err point_state_read(struct db *db, struct arena *a, int64_t point, struct point_state *s)
{
    struct draft_point_row row;
    struct draft_point_texts_row *texts;
    struct draft_point_themes_row *themes;

    *s = (struct point_state){ 0 };
    TRY(draft_point(db, a, point, &row, &s->exists));
    if (!s->exists) return OK;
    s->kind = row.kind;
    s->position = row.position;
    TRY(draft_point_texts(db, a, point, &texts, &s->texts_n));
    TRY(draft_point_themes(db, a, point, &themes, &s->themes_n));
    s->texts = NEW(a, struct point_words, s->texts_n);
    s->themes = NEW(a, struct point_place, s->themes_n);
    for (size_t i = 0; i < s->texts_n; i++)
        s->texts[i] = (struct point_words){ texts[i].lang, texts[i].body };
    for (size_t i = 0; i < s->themes_n; i++)
        s->themes[i] =
            (struct point_place){ themes[i].theme, themes[i].position, themes[i].rank };
    return rests_read(db, a, point, s);
}

enum err point_state_write(struct tx *tx, int64_t dialogue, int64_t number, int64_t point,
                           const struct point_state *s)
{
    TRY(draft_point_texts_clear(tx, point));
    TRY(draft_point_themes_clear(tx, point));
    TRY(draft_point_findings_clear(tx, point));
    TRY(draft_point_voices_clear(tx, point));
    TRY(draft_point_clear(tx, point));
    if (!s->exists) return OK;
    TRY(point_add(tx, point, dialogue, number, s->position, s->kind));
    for (size_t i = 0; i < s->texts_n; i++)
        TRY(point_text_put(tx, point, s->texts[i].lang, s->texts[i].body));
    for (size_t i = 0; i < s->themes_n; i++)
        TRY(point_theme_add(tx, point, s->themes[i].theme, s->themes[i].position,
                            s->themes[i].rank));
    for (size_t i = 0; i < s->findings.n; i++)
        TRY(point_finding_add(tx, point, s->findings.at[i]));
    for (size_t i = 0; i < s->voices.n; i++) TRY(point_voice_add(tx, point, s->voices.at[i]));
    return OK;
}

struct str point_state_said(const struct point_state *s, struct str lang)
{
    for (size_t i = 0; i < s->texts_n; i++)
        if (str_eq(s->texts[i].lang, lang)) return s->texts[i].body;
    return STR("");
}

/* ---- as a text: a letter for what it is, then numbers; of words their length stands before them ---- */

static void put(struct out *o, char letter, const int64_t *numbers, size_t n)
{
    out_raw(o, (struct str){ &letter, 1 });
    for (size_t i = 0; i < n; i++) {
        out_raw(o, STR(" "));
        out_digits(o, numbers[i]);
    }
    out_raw(o, STR("\n"));
}

struct str point_state_text(struct arena *a, const struct point_state *s)
{
    struct out o = out_start(a, STATE_MOST, LANG_NL);
    if (!s->exists) return STR("");
    put(&o, 'k', (const int64_t[]){ (int64_t)s->kind, s->position }, 2);
    for (size_t i = 0; i < s->texts_n; i++) {
        const struct point_words *x = &s->texts[i];
        put(&o, 't', (const int64_t[]){ (int64_t)x->lang.n, (int64_t)x->body.n }, 2);
        out_raw(&o, x->lang);
        out_raw(&o, x->body);
        out_raw(&o, STR("\n"));
    }
    for (size_t i = 0; i < s->themes_n; i++)
        put(&o, 'h',
            (const int64_t[]){ s->themes[i].theme, s->themes[i].position, s->themes[i].rank },
            3);
    for (size_t i = 0; i < s->findings.n; i++) put(&o, 'f', &s->findings.at[i], 1);
    for (size_t i = 0; i < s->voices.n; i++) put(&o, 'v', &s->voices.at[i], 1);
    return (struct str){ o.s, o.n };
}

/* A number that may be negative, as `put` wrote it. */
static bool take(struct str *line, int64_t *number)
{
    struct str part;
    if (!str_next(line, ' ', &part)) return false;
    const bool below = str_starts(part, STR("-"));
    if (!str_number(str_from(part, below), INT64_MAX, number)) return false;
    if (below) *number = -*number;
    return true;
}

static bool words_take(struct str line, struct str *rest, struct point_state *s)
{
    int64_t lang, body;
    if (!take(&line, &lang) || !take(&line, &body) || lang < 0 || body < 0) return false;
    const size_t n = (size_t)lang, m = (size_t)body;
    if (n > rest->n || m + 1 > rest->n - n || rest->s[n + m] != '\n') return false;
    s->texts[s->texts_n++] =
        (struct point_words){ str_upto(*rest, n), str_upto(str_from(*rest, n), m) };
    *rest = str_from(*rest, n + m + 1);
    return true;
}

static bool line_take(char letter, struct str line, struct str *rest, struct point_state *s)
{
    int64_t x, y, z;
    switch (letter) {
    case 'k':
        if (!take(&line, &x) || !take(&line, &y) || x < 0 || x >= POINT_KINDS) return false;
        s->kind = (enum kind)x;
        s->position = y;
        return true;
    case 't': return words_take(line, rest, s);
    case 'h':
        if (!take(&line, &x) || !take(&line, &y) || !take(&line, &z)) return false;
        s->themes[s->themes_n++] = (struct point_place){ x, y, z };
        return true;
    case 'f':
        if (!take(&line, &x)) return false;
        s->findings.at[s->findings.n++] = x;
        return true;
    case 'v':
        if (!take(&line, &x)) return false;
        s->voices.at[s->voices.n++] = x;
        return true;
    default: return false;
    }
}

enum err point_state_parse(struct arena *a, struct str text, struct point_state *s)
{
    size_t lines = 0;
    struct str line, rest = text;
    for (size_t i = 0; i < text.n; i++) lines += text.s[i] == '\n';
    *s = (struct point_state){ .exists = text.n > 0,
                               .texts = NEW(a, struct point_words, lines),
                               .themes = NEW(a, struct point_place, lines),
                               .findings = { NEW(a, int64_t, lines), 0 },
                               .voices = { NEW(a, int64_t, lines), 0 } };
    while (rest.n && str_next(&rest, '\n', &line))
        if (line.n < 3 || !line_take(line.s[0], str_from(line, 2), &rest, s))
            return FAIL(ERR_BROKEN, "no state of a point: %.*s", STR_ARG(str_upto(line, 40)));
    return OK;
}
