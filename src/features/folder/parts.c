/* parts.c — for each sheet of things: what the data has, how a row is written, how a thing goes. */
#include "features/folder/write.h"

#include "base/bytes.h"
#include "features/dialogue/dialogue.h"
#include "features/folder/folder.sql.h"
#include "features/gathering/gathering.h"
#include "features/sources/sources.h"
#include "features/voices/voices.h"

#define PUT(name, ...)                                                                         \
    static enum err put_##name(struct tx *tx, int64_t id, struct str lang,                     \
                               const struct str *x)                                            \
    {                                                                                          \
        return name##_text_put(tx, id, lang, __VA_ARGS__);                                     \
    }
#define LIST_BY_SLUG(name)                                                                     \
    static enum err see_##name(const struct name##_list_row *row, void *with)                  \
    {                                                                                          \
        return known_add(with, row->slug, row->id, 0);                                         \
    }                                                                                          \
    static enum err list_##name(struct writer *w, struct known *k)                             \
    {                                                                                          \
        return name##_list(w->tx->db, w->dialogue, see_##name, k);                             \
    }
#define REMOVE_WITH_TEXTS(name)                                                                \
    static enum err remove_##name(struct writer *w, int64_t id)                                \
    {                                                                                          \
        TRY(name##_texts_clear(w->tx, id));                                                    \
        return name##_delete(w->tx, id);                                                       \
    }

/* A cell that may be empty, as two arguments. */
#define MAYBE(r, c) ((r)->cell[c].text.n > 0), ((r)->cell[c].n)
#define MAYBE_AS(type, r, c) ((r)->cell[c].text.n > 0), ((enum type)(r)->cell[c].n)
#define DAY_OF(r, c) ((struct day){ (int32_t)(r)->cell[c].n })
#define CLOCK_OF(r, c) ((struct clock){ (int32_t)(r)->cell[c].n })
#define CODE_OF(type, r, c) ((enum type)(r)->cell[c].n)

static int64_t other_id(struct writer *w, enum sheet sheet, const struct row *r, size_t column)
{
    const struct row *other = cell_other(w->f, sheet, r, column);
    return other ? other->id : 0;
}

/* ---- neighbourhoods, pillars, pictures, themes */

LIST_BY_SLUG(neighbourhood)

static enum err write_neighbourhood(struct writer *w, struct row *r,
                                    const struct known_thing *before)
{
    const struct str name = cell_text(r, N_NAME), code = cell_text(r, N_CODE);
    if (before)
        TRY(neighbourhood_update(w->tx, r->id, r->position, name, code));
    else
        TRY(neighbourhood_add(w->tx, w->dialogue, cell_text(r, N_NEIGHBOURHOOD), r->position,
                              name, code, &r->id));
    if (w->f->grids[SHEET_NEIGHBOURHOODS].without[N_INHABITANTS]) return OK;
    return neighbourhood_inhabitants(w->tx, r->id, MAYBE(r, N_INHABITANTS));
}

static enum err remove_neighbourhood(struct writer *w, int64_t id)
{
    return neighbourhood_delete(w->tx, id);
}

LIST_BY_SLUG(pillar)
PUT(pillar, x[0], x[1])
REMOVE_WITH_TEXTS(pillar)

static enum err write_pillar(struct writer *w, struct row *r, const struct known_thing *before)
{
    if (before)
        TRY(pillar_update(w->tx, r->id, r->position));
    else
        TRY(pillar_add(w->tx, w->dialogue, cell_text(r, PI_PILLAR), r->position, &r->id));
    if (before) TRY(pillar_texts_clear(w->tx, r->id));
    return write_texts(w, SHEET_PILLARS, r, r->id, put_pillar);
}

LIST_BY_SLUG(picture)
PUT(picture, x[0], x[1])
REMOVE_WITH_TEXTS(picture)

/* The pixels of a picture: those that are here, or new ones. */
static enum err write_image(struct writer *w, struct made_image *m)
{
    struct image_find_row row;
    bool found;
    if (m->id) return OK;
    TRY(image_find(w->tx->db, w->a, m->hash, &row, &found));
    m->id = row.id;
    return found ? OK
                 : image_add(w->tx, m->hash, m->type, m->width, m->height, m->bytes, m->small,
                             &m->id);
}

/* The name of its file, with the ending of what it became. */
static struct str file_name(struct arena *a, struct str file, struct str type)
{
    const bool png = str_is(type, "image/png");
    static const char *const jpeg[] = { ".jpg", ".jpeg", ".JPG", ".JPEG" };
    for (size_t i = 0; !png && i < COUNT_OF(jpeg); i++)
        if (str_ends(file, str_of(jpeg[i]))) return file;
    if (png && (str_ends(file, STR(".png")) || str_ends(file, STR(".PNG")))) return file;
    size_t dot = file.n;
    while (dot && file.s[dot - 1] != '.') dot--;
    return arena_format(a, "%.*s%s", STR_ARG(str_upto(file, dot ? dot - 1 : file.n)),
                        png ? ".png" : ".jpg");
}

static enum err write_picture(struct writer *w, struct row *r, const struct known_thing *before)
{
    struct made_image *m = w->f->images[r - w->f->grids[SHEET_PICTURES].rows];
    TRY(write_image(w, m));
    const struct str file = file_name(w->a, cell_text(r, PC_FILE), m->type);
    const struct str maker = cell_text(r, PC_MAKER);
    if (before)
        TRY(picture_update(w->tx, r->id, r->position, m->id, file, maker));
    else
        TRY(picture_add(w->tx, w->dialogue, cell_text(r, PC_PICTURE), r->position, m->id, file,
                        maker, &r->id));
    if (before) TRY(picture_texts_clear(w->tx, r->id));
    return write_texts(w, SHEET_PICTURES, r, r->id, put_picture);
}

/* Says that a thing may not go, because a published point rests on it. */
static enum err still_published(struct writer *w, enum sheet sheet, struct str name,
                                int64_t point, int64_t edition)
{
    FAULT(w->f->faults, ((struct place){ formats[sheet].file, 0, NULL }),
          SAY("{wat} staat niet meer in de map, maar punt {punt} van editie {editie} van het "
              "verslag steunt erop. Zet de rij terug."),
          { "wat", fault_quote(w->f->faults, name) },
          { "punt", fault_number(w->f->faults, point) },
          { "editie", fault_number(w->f->faults, edition) });
    return OK;
}

struct theme_name {
    struct arena *a;
    int64_t id;
    struct str slug;
};
static enum err name_theme(const struct theme_list_row *row, void *with)
{
    struct theme_name *n = with;
    if (row->id == n->id) n->slug = arena_copy(n->a, row->slug);
    return OK;
}

LIST_BY_SLUG(theme)
PUT(theme, x[0], x[1], x[2])

static enum err remove_theme(struct writer *w, int64_t id)
{
    struct theme_published_row row;
    bool found;
    TRY(theme_published(w->tx->db, w->a, id, &row, &found));
    if (found) {
        struct theme_name n = { w->a, id, { 0 } };
        TRY(theme_list(w->tx->db, w->dialogue, name_theme, &n));
        return still_published(w, SHEET_THEMES, n.slug, row.point, row.edition);
    }
    TRY(theme_texts_clear(w->tx, id));
    return theme_delete(w->tx, id);
}

static enum err write_theme(struct writer *w, struct row *r, const struct known_thing *before)
{
    const int64_t pillar = other_id(w, SHEET_THEMES, r, T_PILLAR);
    const int64_t picture = other_id(w, SHEET_THEMES, r, T_PICTURE);
    const bool open = r->cell[T_OPEN].n;
    if (before)
        TRY(theme_update(w->tx, r->id, r->position, pillar != 0, pillar, picture != 0, picture,
                         open));
    else
        TRY(theme_add(w->tx, w->dialogue, cell_text(r, T_THEME), r->position, pillar != 0,
                      pillar, picture != 0, picture, open, &r->id));
    if (before) TRY(theme_texts_clear(w->tx, r->id));
    return write_texts(w, SHEET_THEMES, r, r->id, put_theme);
}

/* ---- sources, gatherings, tables */

LIST_BY_SLUG(source)
PUT(source, x[0], x[1])
REMOVE_WITH_TEXTS(source)

static enum err write_source(struct writer *w, struct row *r, const struct known_thing *before)
{
    const enum source_kind kind = CODE_OF(source_kind, r, S_KIND);
    const struct str author = cell_text(r, S_AUTHOR), url = cell_text(r, S_URL);
    const bool dated = cell_text(r, S_PUBLISHED).n > 0;
    if (before)
        TRY(source_update(w->tx, r->id, r->position, kind, author, dated,
                          DAY_OF(r, S_PUBLISHED), url));
    else
        TRY(source_add(w->tx, w->dialogue, cell_text(r, S_SOURCE), r->position, kind, author,
                       dated, DAY_OF(r, S_PUBLISHED), url, &r->id));
    if (before) TRY(source_texts_clear(w->tx, r->id));
    return write_texts(w, SHEET_SOURCES, r, r->id, put_source);
}

LIST_BY_SLUG(gathering)
PUT(gathering, x[0], x[1], x[2])

static enum err remove_gathering(struct writer *w, int64_t id)
{
    int64_t quiet;
    TRY(gathering_quiet(w->tx->db, id, &quiet));
    if (quiet) return OK; /* not announced: a folder knows nothing of it */
    TRY(gathering_texts_clear(w->tx, id));
    return gathering_delete(w->tx, id);
}

static enum err write_gathering(struct writer *w, struct row *r,
                                const struct known_thing *before)
{
    const int64_t picture = other_id(w, SHEET_GATHERINGS, r, G_PICTURE);
    const bool starts = cell_text(r, G_STARTS).n > 0, ends = cell_text(r, G_ENDS).n > 0;
    const bool about = r->cell[G_ABOUT].n;
    if (before) {
        TRY(gathering_update(w->tx, r->id, r->position, DAY_OF(r, G_DAY), starts,
                             CLOCK_OF(r, G_STARTS), ends, CLOCK_OF(r, G_ENDS),
                             MAYBE(r, G_PEOPLE), about, picture != 0, picture));
        TRY(gathering_texts_clear(w->tx, r->id));
        TRY(programme_clear_texts(w->tx, r->id));
        TRY(programme_clear(w->tx, r->id));
    } else {
        TRY(gathering_add(w->tx, w->dialogue, cell_text(r, G_GATHERING), r->position,
                          DAY_OF(r, G_DAY), starts, CLOCK_OF(r, G_STARTS), ends,
                          CLOCK_OF(r, G_ENDS), MAYBE(r, G_PEOPLE), about, picture != 0, picture,
                          &r->id));
    }
    return write_texts(w, SHEET_GATHERINGS, r, r->id, put_gathering);
}

static struct str table_name(struct arena *a, int64_t gathering, int64_t round, int64_t number)
{
    return arena_format(a, "%lld.%lld.%lld", (long long)gathering, (long long)round,
                        (long long)number);
}

static struct str key_table(struct writer *w, const struct row *r)
{
    return table_name(w->a, other_id(w, SHEET_TABLES, r, TA_GATHERING), r->cell[TA_ROUND].n,
                      r->cell[TA_TABLE].n);
}

struct tables_of {
    struct known *known;
    int64_t gathering;
};
static enum err see_table(const struct table_list_row *row, void *with)
{
    const struct tables_of *t = with;
    return known_add(t->known, table_name(t->known->a, t->gathering, row->round, row->number),
                     row->id, 0);
}

static enum err list_table(struct writer *w, struct known *k)
{
    for (size_t i = 0; i < w->gatherings->n; i++) {
        struct tables_of t = { k, w->gatherings->things[i].id };
        TRY(table_list(w->tx->db, t.gathering, see_table, &t));
    }
    return OK;
}

static enum err write_table(struct writer *w, struct row *r, const struct known_thing *before)
{
    const int64_t theme = other_id(w, SHEET_TABLES, r, TA_THEME);
    const struct str place = cell_text(r, TA_PLACE);
    if (before) return table_update(w->tx, r->id, r->position, theme, place);
    return table_add(w->tx, other_id(w, SHEET_TABLES, r, TA_GATHERING), r->cell[TA_ROUND].n,
                     r->cell[TA_TABLE].n, r->position, theme, place, &r->id);
}

static enum err remove_table(struct writer *w, int64_t id)
{
    int64_t quiet;
    TRY(table_quiet(w->tx->db, id, &quiet));
    if (quiet) return OK;
    return table_delete(w->tx, id);
}

/* ---- findings */

static enum err see_finding(const struct finding_list_row *row, void *with)
{
    struct known *k = with;
    return known_add(k, number_key(k->a, row->number), row->id, row->number);
}

static enum err list_finding(struct writer *w, struct known *k)
{
    return finding_list(w->tx->db, w->dialogue, see_finding, k);
}

PUT(finding, x[0])

static enum err write_finding(struct writer *w, struct row *r, const struct known_thing *before)
{
    const int64_t source = other_id(w, SHEET_FINDINGS, r, F_SOURCE);
    const int64_t theme = other_id(w, SHEET_FINDINGS, r, F_THEME);
    const int64_t table = other_id(w, SHEET_FINDINGS, r, F_TABLE);
    const enum account account = CODE_OF(account, r, F_ACCOUNT);
    const struct str page = cell_text(r, F_PAGE);
    if (before)
        TRY(finding_update(w->tx, r->id, r->position, source, page, theme != 0, theme,
                           table != 0, table, MAYBE_AS(kind, r, F_KIND), account,
                           MAYBE_AS(reason, r, F_REASON)));
    else
        TRY(finding_add(w->tx, w->dialogue, r->cell[F_FINDING].n, r->position, source, page,
                        theme != 0, theme, table != 0, table, MAYBE_AS(kind, r, F_KIND),
                        account, MAYBE_AS(reason, r, F_REASON), &r->id));
    if (before) TRY(finding_texts_clear(w->tx, r->id));
    return write_texts(w, SHEET_FINDINGS, r, r->id, put_finding);
}

static enum err remove_finding(struct writer *w, int64_t id)
{
    struct finding_published_row row;
    bool found;
    TRY(finding_published(w->tx->db, w->a, id, &row, &found));
    if (found)
        return still_published(w, SHEET_FINDINGS, number_key(w->a, row.number), row.point,
                               row.edition);
    TRY(finding_texts_clear(w->tx, id));
    return finding_delete(w->tx, id);
}

/* ---- voices */

static enum err see_voice(const struct voices_here_row *row, void *with)
{
    struct known *k = with;
    return known_add(k, number_key(k->a, row->number), row->id, row->visibility);
}

static enum err list_voice(struct writer *w, struct known *k)
{
    return voices_here(w->tx->db, w->dialogue, see_voice, k);
}

/* What a row says, or what stays of what the data says. */
struct said {
    bool has_kind, has_day;
    enum kind kind;
    struct day day;
    struct str lang, body;
    int64_t neighbourhood;
    enum visibility visibility;
};

/* A row without text and language, as a public export has it: what the data knows stays. */
static enum err stays_said(struct writer *w, const struct row *r, struct said *s)
{
    const struct grid *hoods = &w->f->grids[SHEET_NEIGHBOURHOODS];
    struct voice_said_row row;
    size_t at;
    TRY(voice_said(w->tx->db, w->a, r->id, &row));
    s->has_kind = row.has_kind;
    s->kind = (enum kind)row.kind;
    s->has_day = row.has_day;
    s->day = row.day;
    s->lang = row.lang;
    s->body = row.body;
    const struct str hood = arena_format(w->a, "%.*s\n%.*s", STR_ARG(cell_text(r, V_DIALOGUE)),
                                         STR_ARG(row.neighbourhood));
    if (index_find(&hoods->by_key, hood, &at)) s->neighbourhood = hoods->rows[at].id;
    return OK;
}

static enum err voice_words(struct writer *w, const struct row *r,
                            const struct known_thing *before, struct said *s, bool *unsaid)
{
    *s = (struct said){ .has_kind = cell_text(r, V_KIND).n > 0,
                        .kind = CODE_OF(kind, r, V_KIND),
                        .has_day = cell_text(r, V_DAY).n > 0,
                        .day = DAY_OF(r, V_DAY),
                        .lang = row_language(w->f, SHEET_VOICES, r),
                        .body = cell_text(r, V_TEXT),
                        .neighbourhood = other_id(w, SHEET_VOICES, r, V_NEIGHBOURHOOD),
                        .visibility = CODE_OF(visibility, r, V_VISIBILITY) };
    *unsaid = before && !s->body.n && !cell_text(r, V_LANGUAGE).n;
    if (*unsaid) TRY(stays_said(w, r, s));
    if (before && before->mark == VISIBILITY_ERASED && s->visibility != VISIBILITY_ERASED) {
        s->visibility = VISIBILITY_ERASED; /* it does not come back with an older folder */
        w->still_erased++;
    }
    if (s->visibility == VISIBILITY_ERASED) {
        s->body = (struct str){ 0 };
        *unsaid = false;
    }
    return OK;
}

static enum err put_voice(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return voice_text_put(tx, id, lang, x[0]);
}

enum err voice_came_in(struct writer *w, int64_t voice, bool *came_in)
{
    struct voice_state_row row;
    bool found;
    TRY(voice_state(w->tx->db, w->a, voice, &row, &found));
    *came_in = found && row.has_state;
    return OK;
}

/* What somebody sent here themselves no folder changes or takes away; it may only say that it is
 * erased. */
static enum err keep_voice(struct writer *w, const struct row *r)
{
    index_put(&w->unsaid, w->a, number_key(w->a, r->id), 0);
    if (CODE_OF(visibility, r, V_VISIBILITY) != VISIBILITY_ERASED) return OK;
    return voice_wipe(w->tx, w->a, r->id, w->f->now);
}

static enum err write_voice(struct writer *w, struct row *r, const struct known_thing *before)
{
    bool came_in = false;
    if (before) TRY(voice_came_in(w, r->id, &came_in));
    if (came_in) return keep_voice(w, r);
    const int64_t theme = other_id(w, SHEET_VOICES, r, V_THEME);
    const int64_t table = other_id(w, SHEET_VOICES, r, V_TABLE);
    const enum account account = CODE_OF(account, r, V_ACCOUNT);
    struct grid *g = &w->f->grids[SHEET_VOICES];
    struct said s;
    bool unsaid;
    TRY(voice_words(w, r, before, &s, &unsaid));
    const bool erased = s.visibility == VISIBILITY_ERASED;
    const int64_t hood = s.neighbourhood;
    if (before) {
        TRY(voice_update(w->tx, r->id, r->position, theme != 0, theme, table != 0, table,
                         hood != 0, hood, s.has_kind, s.kind, s.has_day, s.day, s.lang, s.body,
                         s.visibility, account, MAYBE_AS(reason, r, V_REASON)));
        if (unsaid) index_put(&w->unsaid, w->a, number_key(w->a, r->id), 0);
        if (!unsaid) TRY(voice_texts_clear(w->tx, r->id));
    } else {
        struct str salt;
        TRY(chance_bytes(w->a, 16, &salt));
        TRY(voice_add(w->tx, w->dialogue, r->cell[V_VOICE].n, r->position, theme != 0, theme,
                      table != 0, table, hood != 0, hood, s.has_kind, s.kind, s.has_day, s.day,
                      s.lang, s.body, salt, s.visibility, account,
                      MAYBE_AS(reason, r, V_REASON), &r->id));
    }
    if (erased) index_put(&w->erased, w->a, number_key(w->a, r->id), 0);
    for (size_t l = 0; !unsaid && !erased && l < g->languages_n; l++) {
        const struct str text = cell_translation(g, r, l, 0);
        if (text.n) TRY(put_voice(w->tx, r->id, g->languages[l], &text));
    }
    return OK;
}

static enum err remove_voice(struct writer *w, int64_t id)
{
    struct voice_published_row row;
    bool found;
    TRY(voice_came_in(w, id, &found));
    if (found) return OK;
    TRY(voice_published(w->tx->db, w->a, id, &row, &found));
    if (found)
        return still_published(w, SHEET_VOICES, number_key(w->a, row.number), row.point,
                               row.edition);
    TRY(voice_texts_clear(w->tx, id));
    return voice_delete(w->tx, id);
}

const struct part parts[] = {
    { SHEET_NEIGHBOURHOODS, list_neighbourhood, NULL, write_neighbourhood,
      remove_neighbourhood },
    { SHEET_PILLARS, list_pillar, NULL, write_pillar, remove_pillar },
    { SHEET_PICTURES, list_picture, NULL, write_picture, remove_picture },
    { SHEET_THEMES, list_theme, NULL, write_theme, remove_theme },
    { SHEET_SOURCES, list_source, NULL, write_source, remove_source },
    { SHEET_GATHERINGS, list_gathering, NULL, write_gathering, remove_gathering },
    { SHEET_TABLES, list_table, key_table, write_table, remove_table },
    { SHEET_FINDINGS, list_finding, NULL, write_finding, remove_finding },
    { SHEET_VOICES, list_voice, NULL, write_voice, remove_voice },
};
const size_t parts_n = COUNT_OF(parts);
