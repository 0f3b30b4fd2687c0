/* gather.c — see gather.h. Rows come in the order of the folder, their texts in any order after. */
#include "features/folder/gather_inside.h"

#include "features/organise/organise.h"
#include "web/image.h"

#include <string.h>

/* ---- cells */

struct row *gather_add(struct gatherer *g, enum sheet sheet, int64_t id)
{
    struct grid *grid = &g->f->grids[sheet];
    if (g->sheet != sheet) g->by_id = (struct index){ 0 };
    g->sheet = sheet;
    struct row *r = grid_add(g->a, grid);
    r->id = id;
    if (id) index_put(&g->by_id, g->a, arena_format(g->a, "%lld", (long long)id), grid->n - 1);
    r->cell[0].text = g->slug;
    return r;
}

void gather_set(struct gatherer *g, struct row *r, size_t column, struct str text)
{
    if (text.n) r->cell[column].text = arena_copy(g->a, text);
}
void gather_number(struct gatherer *g, struct row *r, size_t column, bool has, int64_t n)
{
    if (has) r->cell[column].text = arena_format(g->a, "%lld", (long long)n);
}
void gather_code(struct row *r, size_t column, bool has, struct term term)
{
    if (has) r->cell[column].text = str_of(term.code);
}
void gather_yes(struct row *r, size_t column, int64_t yes)
{
    r->cell[column].text = yes ? STR("yes") : STR("no");
}
void gather_day(struct gatherer *g, struct row *r, size_t column, bool has, struct day day)
{
    const struct date d = date_of(day);
    if (has)
        r->cell[column].text = arena_format(g->a, "%04d-%02d-%02d", d.year, d.month, d.day);
}
static void set_clock(struct gatherer *g, struct row *r, size_t column, bool has,
                      struct clock c)
{
    if (has)
        r->cell[column].text = arena_format(g->a, "%02d:%02d", c.minutes / 60, c.minutes % 60);
}

enum err gather_texts(struct gatherer *g, int64_t id, struct str own, struct str lang,
                      const struct str *texts)
{
    struct grid *grid = &g->f->grids[g->sheet];
    const size_t columns = format_columns(grid->format), each = format_translated(grid->format);
    size_t of[TRANSLATED_MAX], at;
    char key[24];
    snprintf(key, sizeof key, "%lld", (long long)id);
    if (!index_find(&g->by_id, str_of(key), &at)) return OK; /* a row that is not public */
    struct row *r = &grid->rows[at];
    format_translations(grid->format, of);
    if (str_eq(lang, own)) {
        for (size_t t = 0; t < each; t++) gather_set(g, r, of[t], texts[t]);
        return OK;
    }
    const size_t l = grid_language(g->a, grid, lang), need = columns + (l + 1) * each;
    if (l == LANGUAGES_MAX) return FAIL(ERR_LIMIT, "more than %d languages", LANGUAGES_MAX);
    if (r->cells < need) {
        struct value *more = NEW(g->a, struct value, need);
        memcpy(more, r->cell, r->cells * sizeof *more);
        r->cell = more;
        r->cells = need;
    }
    for (size_t t = 0; t < each; t++) gather_set(g, r, columns + l * each + t, texts[t]);
    return OK;
}

/* ---- one sheet after the other */

TEXTS(out_dialogue_texts, g->dialogue, row->title, row->question, row->summary, row->area,
      row->notice)

ROWS(out_neighbourhoods)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_NEIGHBOURHOODS, 0);
    gather_set(g, r, N_NEIGHBOURHOOD, row->slug);
    gather_set(g, r, N_NAME, row->name);
    gather_set(g, r, N_CODE, row->code);
    gather_number(g, r, N_INHABITANTS, row->has_inhabitants, row->inhabitants);
    return OK;
}

ROWS(out_phases)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_PHASES, row->phase + 1);
    gather_code(r, PH_PHASE, true, phase_term((int)row->phase));
    gather_code(r, PH_STATE, true, phase_state_term((int)row->state));
    return OK;
}
TEXTS(out_phase_texts, row->phase + 1, row->moment)

ROWS(out_sections)
{
    struct gatherer *g = with;
    struct folder *f = g->f;
    if (!(f->texts_n & (f->texts_n - 1))) {
        struct long_text *more = NEW(g->a, struct long_text, f->texts_n ? 2 * f->texts_n : 1);
        if (f->texts_n) memcpy(more, f->texts, f->texts_n * sizeof *more);
        f->texts = more;
    }
    f->texts[f->texts_n++] = (struct long_text){
        .dialogue = f->grids[SHEET_DIALOGUES].n - 1,
        .section = (int)row->section,
        .lang = arena_copy(g->a, row->lang),
        .body = arena_copy(g->a, row->body),
    };
    return OK;
}

ROWS(out_summaries)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_SUMMARIES, 0);
    gather_set(g, r, SU_LANGUAGE, row->lang);
    gather_yes(r, SU_MACHINE, row->machine);
    gather_set(g, r, SU_MAKER, row->maker);
    gather_set(g, r, SU_TEXT, row->body);
    return OK;
}

ROWS(out_pillars)
{
    struct gatherer *g = with;
    gather_set(g, gather_add(g, SHEET_PILLARS, row->id), PI_PILLAR, row->slug);
    return OK;
}
TEXTS(out_pillar_texts, row->pillar, row->title, row->body)

ROWS(out_pictures)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_PICTURES, row->id);
    gather_set(g, r, PC_PICTURE, row->slug);
    gather_set(g, r, PC_FILE, row->file);
    gather_set(g, r, PC_MAKER, row->maker);
    const size_t n = g->f->grids[SHEET_PICTURES].n;
    if (!((n - 1) & (n - 2)) || n == 1) {
        struct made_image **more = NEW(g->a, struct made_image *, 2 * n);
        if (n > 1) memcpy(more, g->f->images, (n - 1) * sizeof(struct made_image *));
        g->f->images = more;
    }
    struct made_image *m = NEW(g->a, struct made_image, 1);
    *m = (struct made_image){ .id = row->image, .hash = arena_copy(g->a, row->hash) };
    g->f->images[n - 1] = m;
    return OK;
}
TEXTS(out_picture_texts, row->picture, row->alt, row->caption)

ROWS(out_themes)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_THEMES, row->id);
    gather_set(g, r, T_THEME, row->slug);
    gather_set(g, r, T_PILLAR, row->pillar);
    gather_set(g, r, T_PICTURE, row->picture);
    gather_yes(r, T_OPEN, row->open_table);
    return OK;
}
TEXTS(out_theme_texts, row->theme, row->title, row->question, row->context)

ROWS(out_sources)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_SOURCES, row->id);
    gather_set(g, r, S_SOURCE, row->slug);
    gather_code(r, S_KIND, true, source_kind_term((int)row->kind));
    gather_set(g, r, S_AUTHOR, row->author);
    gather_day(g, r, S_PUBLISHED, row->has_published, row->published);
    gather_set(g, r, S_URL, row->url);
    return OK;
}
TEXTS(out_source_texts, row->source, row->title, row->note)

ROWS(out_gatherings)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_GATHERINGS, row->id);
    gather_set(g, r, G_GATHERING, row->slug);
    gather_day(g, r, G_DAY, true, row->day);
    set_clock(g, r, G_STARTS, row->has_starts, row->starts);
    set_clock(g, r, G_ENDS, row->has_ends, row->ends);
    gather_number(g, r, G_PEOPLE, row->has_people, row->people);
    gather_yes(r, G_ABOUT, row->about);
    gather_set(g, r, G_PICTURE, row->picture);
    return OK;
}
TEXTS(out_gathering_texts, row->gathering, row->title, row->place, row->body)

ROWS(out_programme)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_PROGRAMME, row->id);
    gather_set(g, r, PR_GATHERING, row->slug);
    set_clock(g, r, PR_STARTS, row->has_starts, row->starts);
    gather_code(r, PR_KIND, true, programme_kind_term((int)row->kind));
    return OK;
}
TEXTS(out_programme_texts, row->programme, row->title, row->body)

ROWS(out_tables)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_TABLES, 0);
    gather_set(g, r, TA_GATHERING, row->slug);
    gather_number(g, r, TA_ROUND, true, row->round);
    gather_number(g, r, TA_TABLE, true, row->number);
    gather_set(g, r, TA_THEME, row->theme);
    gather_set(g, r, TA_PLACE, row->place);
    return OK;
}

ROWS(out_plans)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_PLANS, 0);
    gather_set(g, r, PL_GATHERING, row->slug);
    gather_yes(r, PL_REGISTERS, row->registers);
    gather_day(g, r, PL_UNTIL, row->has_until, row->until);
    gather_number(g, r, PL_CAPACITY, row->has_capacity, row->capacity);
    return OK;
}

/* Eight seats, as each table has until somebody says otherwise, need no row. */
ROWS(out_seats)
{
    struct gatherer *g = with;
    if (row->seats == TABLE_SEATS && !row->wheelchairs && !row->interpreter.n) return OK;
    struct row *r = gather_add(g, SHEET_SEATS, 0);
    gather_set(g, r, SE_GATHERING, row->slug);
    gather_number(g, r, SE_ROUND, true, row->round);
    gather_number(g, r, SE_TABLE, true, row->number);
    gather_number(g, r, SE_SEATS, true, row->seats);
    gather_number(g, r, SE_WHEELCHAIRS, true, row->wheelchairs);
    gather_set(g, r, SE_INTERPRETER, row->interpreter);
    return OK;
}

ROWS(out_findings)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_FINDINGS, row->id);
    gather_number(g, r, F_FINDING, true, row->number);
    gather_set(g, r, F_SOURCE, row->source);
    gather_set(g, r, F_PAGE, row->page);
    gather_set(g, r, F_THEME, row->theme);
    gather_set(g, r, F_GATHERING, row->gathering);
    gather_number(g, r, F_ROUND, row->has_round, row->round);
    gather_number(g, r, F_TABLE, row->has_at_table, row->at_table);
    gather_code(r, F_KIND, row->has_kind, kind_term((int)row->kind));
    gather_code(r, F_ACCOUNT, true, account_term((int)row->account));
    if (row->has_reason) gather_code(r, F_REASON, true, reason_term((int)row->reason));
    return OK;
}
TEXTS(out_finding_texts, row->finding, row->body)

ROWS(out_finding_labels)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_FINDING_LABELS, 0);
    gather_number(g, r, FL_FINDING, true, row->number);
    gather_set(g, r, FL_LABEL, row->code);
    return OK;
}

/* Of a voice that may not be read only what the sums need is public. */
ROWS(out_voices)
{
    struct gatherer *g = with;
    const bool readable = g->all || row->visibility == VISIBILITY_SHOWN;
    struct row *r = gather_add(g, SHEET_VOICES, readable ? row->id : 0);
    gather_number(g, r, V_VOICE, true, row->number);
    gather_set(g, r, V_THEME, row->theme);
    gather_set(g, r, V_GATHERING, row->gathering);
    gather_number(g, r, V_ROUND, row->has_round, row->round);
    gather_number(g, r, V_TABLE, row->has_at_table, row->at_table);
    gather_code(r, V_VISIBILITY, true, visibility_term((int)row->visibility));
    gather_code(r, V_ACCOUNT, true, account_term((int)row->account));
    if (row->has_reason) gather_code(r, V_REASON, true, reason_term((int)row->reason));
    if (!readable) return OK;
    gather_set(g, r, V_NEIGHBOURHOOD, row->neighbourhood);
    if (row->has_kind) gather_code(r, V_KIND, true, kind_term((int)row->kind));
    gather_day(g, r, V_DAY, row->has_day, row->day);
    if (row->body.n) gather_set(g, r, V_LANGUAGE, row->lang);
    gather_set(g, r, V_TEXT, row->body);
    return OK;
}

/* The text of a voice is its own; here are only its translations. */
ROWS(out_voice_texts)
{
    return gather_texts(with, row->voice, (struct str){ 0 }, row->lang, &row->body);
}

ROWS(out_stories)
{
    struct gatherer *g = with;
    if (!g->all && row->visibility != VISIBILITY_SHOWN) return OK;
    struct row *r = gather_add(g, SHEET_STORIES, row->voice);
    gather_number(g, r, ST_VOICE, true, row->number);
    gather_set(g, r, ST_STORY, row->slug);
    gather_set(g, r, ST_SIGNED, row->signed_by);
    return OK;
}
TEXTS(out_story_texts, row->story, row->title)

ROWS(out_points)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_POINTS, row->id);
    gather_number(g, r, P_POINT, true, row->number);
    gather_code(r, P_KIND, true, kind_term((int)row->kind));
    return OK;
}
TEXTS(out_point_texts, row->point, row->body)

ROWS(out_point_themes)
{
    struct gatherer *g = with;
    struct row *r = gather_add(g, SHEET_POINT_THEMES, 0);
    gather_number(g, r, R_POINT, true, row->number);
    gather_set(g, r, R_OTHER, row->slug);
    return OK;
}

#define RESTS_ON(query, sheet)                                                                 \
    ROWS(query)                                                                                \
    {                                                                                          \
        struct gatherer *g = with;                                                             \
        struct row *r = gather_add(g, (sheet), 0);                                             \
        gather_number(g, r, R_POINT, true, row->number);                                       \
        gather_number(g, r, R_OTHER, true, row->other);                                        \
        return OK;                                                                             \
    }
RESTS_ON(out_point_findings, SHEET_POINT_FINDINGS)
RESTS_ON(out_point_voices, SHEET_POINT_VOICES)

/* ---- a dialogue */

/* Points and what they rest on: of the newest edition, or of the draft. */
static enum err gather_points(struct gatherer *g, int64_t edition)
{
    if (!edition && !g->all) return gather_daden(g, -1);
    const int64_t from = g->all ? 0 : edition;
    TRY(out_points(g->db, g->dialogue, from, see_out_points, g));
    TRY(out_point_texts(g->db, g->dialogue, from, see_out_point_texts, g));
    TRY(out_point_themes(g->db, g->dialogue, from, see_out_point_themes, g));
    TRY(out_point_findings(g->db, g->dialogue, from, see_out_point_findings, g));
    TRY(out_point_voices(g->db, g->dialogue, from, see_out_point_voices, g));
    return gather_daden(g, from);
}

static enum err gather_dialogue(struct gatherer *g, int64_t edition)
{
    ASK(g, out_dialogue_texts);
    ASK(g, out_neighbourhoods);
    ASK(g, out_phases);
    ASK(g, out_phase_texts);
    ASK(g, out_sections);
    ASK(g, out_summaries);
    ASK(g, out_pillars);
    ASK(g, out_pillar_texts);
    ASK(g, out_pictures);
    ASK(g, out_picture_texts);
    ASK(g, out_themes);
    ASK(g, out_theme_texts);
    ASK(g, out_sources);
    ASK(g, out_source_texts);
    ASK(g, out_gatherings);
    ASK(g, out_gathering_texts);
    ASK(g, out_programme);
    ASK(g, out_programme_texts);
    ASK(g, out_tables);
    ASK(g, out_plans);
    ASK(g, out_seats);
    ASK(g, out_findings);
    ASK(g, out_finding_texts);
    ASK(g, out_finding_labels);
    ASK(g, out_voices);
    ASK(g, out_voice_texts);
    ASK(g, out_stories);
    ASK(g, out_story_texts);
    return gather_points(g, edition);
}

struct dialogue_rows {
    struct out_dialogues_row *rows;
    size_t n;
    struct arena *a;
};
static enum err see_dialogue(const struct out_dialogues_row *row, void *with)
{
    struct dialogue_rows *d = with;
    struct out_dialogues_row *more = NEW(d->a, struct out_dialogues_row, d->n + 1);
    if (d->n) memcpy(more, d->rows, d->n * sizeof *more);
    more[d->n] = *row;
    more[d->n].slug = arena_copy(d->a, row->slug);
    more[d->n].lang = arena_copy(d->a, row->lang);
    more[d->n].picture = arena_copy(d->a, row->picture);
    d->rows = more;
    d->n++;
    return OK;
}

static enum err gather_municipality(struct gatherer *g)
{
    struct municipality_get_row row;
    bool found;
    TRY(municipality_get(g->db, g->a, &row, &found));
    if (!found) return OK;
    struct row *r = gather_add(g, SHEET_MUNICIPALITY, 0);
    gather_set(g, r, M_NAME, row.name);
    r->cell[M_COLOUR].text = arena_format(g->a, "#%06x", (unsigned)row.colour & 0xFFFFFF);
    gather_set(g, r, M_PHONE, row.phone);
    gather_set(g, r, M_EMAIL, row.email);
    gather_set(g, r, M_WEBSITE, row.website);
    return OK;
}

static enum err gather_all(struct gatherer *g)
{
    struct dialogue_rows dialogues = { .a = g->a };
    TRY(gather_municipality(g));
    TRY(out_dialogues(g->db, see_dialogue, &dialogues));
    for (size_t i = 0; i < dialogues.n; i++) {
        const struct out_dialogues_row *d = &dialogues.rows[i];
        g->dialogue = d->id;
        g->slug = d->slug;
        g->lang = d->lang;
        g->sheet = SHEETS;
        struct row *r = gather_add(g, SHEET_DIALOGUES, d->id);
        r->cell[D_LANGUAGE].text = d->lang;
        gather_yes(r, D_INVENTED, d->invented);
        r->cell[D_PICTURE].text = d->picture;
        gather_code(r, D_LICENCE, d->licence != LICENCE_ASK, licence_term((int)d->licence));
        TRY(gather_dialogue(g, d->edition));
    }
    return OK;
}

enum err folder_gather(struct db *db, struct folder *f, bool all)
{
    struct gatherer g = { .db = db, .f = f, .a = f->a, .all = all, .sheet = SHEETS };
    for (size_t s = 0; s < SHEETS; s++) f->grids[s].format = &formats[s];
    const enum err e = gather_all(&g);
    return e;
}
