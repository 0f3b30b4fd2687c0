/* write.c — one dialogue after the other: first what is there, then every row, then what is gone. */
#include "features/folder/write.h"

#include "features/folder/folder.sql.h"
#include "features/gathering/gathering.h"
#include "features/organise/organise.h"
#include "features/points/points.h"
#include "features/search/search.h"
#include "features/summary/summary.h"
#include "features/voices/voices.h"

#include <string.h>

struct str number_key(struct arena *a, int64_t n)
{
    return arena_format(a, "%lld", (long long)n);
}

enum err known_add(struct known *k, struct str key, int64_t id, int64_t mark)
{
    if (k->n == k->room) {
        struct known_thing *more = NEW(k->a, struct known_thing, k->room ? 2 * k->room : 64);
        if (k->n) memcpy(more, k->things, k->n * sizeof *more);
        k->things = more;
        k->room = k->room ? 2 * k->room : 64;
    }
    k->things[k->n] = (struct known_thing){ .id = id, .mark = mark };
    index_put(&k->by_key, k->a, arena_copy(k->a, key), k->n++);
    return OK;
}

enum err write_texts(struct writer *w, enum sheet sheet, const struct row *r, int64_t id,
                     put_texts *put)
{
    const struct grid *g = &w->f->grids[sheet];
    const size_t each = format_translated(g->format);
    struct str texts[TRANSLATED_MAX];
    size_t of[TRANSLATED_MAX];
    format_translations(g->format, of);
    for (size_t t = 0; t < each; t++) texts[t] = cell_text(r, of[t]);
    TRY(put(w->tx, id, w->lang, texts));
    for (size_t l = 0; l < g->languages_n; l++) {
        bool any = false;
        for (size_t t = 0; t < each; t++) {
            texts[t] = cell_translation(g, r, l, t);
            any |= texts[t].n > 0;
        }
        if (any) TRY(put(w->tx, id, g->languages[l], texts));
    }
    return OK;
}

bool row_is_ours(const struct writer *w, const struct row *r)
{
    const struct grid *d = &w->f->grids[SHEET_DIALOGUES];
    return r->dialogue != SIZE_MAX && d->rows[r->dialogue].id == w->dialogue;
}

/* ---- things with an id */

static enum err write_part(struct writer *w, const struct part *part, struct known *known)
{
    struct grid *g = &w->f->grids[part->sheet];
    known->a = w->a;
    TRY(part->list(w, known));
    for (size_t i = 0; i < g->n; i++) {
        struct row *r = &g->rows[i];
        struct known_thing *before = NULL;
        size_t at;
        if (!row_is_ours(w, r)) continue;
        const struct str key =
            part->key ? part->key(w, r) : cell_text(r, formats[part->sheet].keys - 1);
        if (index_find(&known->by_key, key, &at)) {
            before = &known->things[at];
            before->kept = true;
            r->id = before->id;
        }
        TRY(part->write(w, r, before));
    }
    return OK;
}

static enum err remove_gone(struct writer *w, const struct part *part,
                            const struct known *known)
{
    for (size_t i = 0; i < known->n; i++)
        if (!known->things[i].kept) TRY(part->remove(w, known->things[i].id));
    return OK;
}

/* ---- what is cleared and written again */

static enum err put_phase(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return phase_text_put(tx, id / PHASES, (enum phase)(id % PHASES), lang, x[0]);
}

static enum err write_phases(struct writer *w)
{
    TRY(phase_texts_clear(w->tx, w->dialogue));
    TRY(phases_clear(w->tx, w->dialogue));
    EACH_ROW(w, SHEET_PHASES, r)
    {
        const enum phase phase = (enum phase)r->cell[PH_PHASE].n;
        TRY(phase_put(w->tx, w->dialogue, phase, (enum phase_state)r->cell[PH_STATE].n));
        TRY(write_texts(w, SHEET_PHASES, r, w->dialogue * PHASES + (int64_t)phase, put_phase));
    }
    return OK;
}

static enum err write_sections(struct writer *w)
{
    TRY(sections_clear(w->tx, w->dialogue));
    for (size_t i = 0; i < w->f->texts_n; i++) {
        const struct long_text *t = &w->f->texts[i];
        if (w->f->grids[SHEET_DIALOGUES].rows[t->dialogue].id == w->dialogue)
            TRY(section_put(w->tx, w->dialogue, (enum section)t->section, t->lang, t->body));
    }
    return OK;
}

static enum err write_summaries(struct writer *w)
{
    TRY(summaries_clear(w->tx, w->dialogue));
    EACH_ROW(w, SHEET_SUMMARIES, r)
    {
        TRY(summary_put(w->tx, w->dialogue, cell_text(r, SU_LANGUAGE), cell_text(r, SU_TEXT),
                        cell_text(r, SU_MAKER), r->cell[SU_MACHINE].n));
    }
    return OK;
}

static enum err put_programme(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return programme_text_put(tx, id, lang, x[0], x[1]);
}

static enum err write_programme(struct writer *w)
{
    EACH_ROW(w, SHEET_PROGRAMME, r)
    {
        const struct row *gathering = cell_other(w->f, SHEET_PROGRAMME, r, PR_GATHERING);
        TRY(programme_add(w->tx, gathering->id, r->position, cell_text(r, PR_STARTS).n > 0,
                          (struct clock){ (int32_t)r->cell[PR_STARTS].n },
                          (enum programme_kind)r->cell[PR_KIND].n, &r->id));
        TRY(write_texts(w, SHEET_PROGRAMME, r, r->id, put_programme));
    }
    return OK;
}

/* How many can come and sit where. What the team wrote down about it, and who leads a table, stays. */
static enum err write_plans(struct writer *w)
{
    EACH_ROW(w, SHEET_GATHERINGS, g)
    {
        TRY(gathering_plan_close(w->tx, g->id));
        TRY(table_seats_reset(w->tx, g->id, TABLE_SEATS));
    }
    EACH_ROW(w, SHEET_PLANS, r)
    {
        const struct row *gathering = cell_other(w->f, SHEET_PLANS, r, PL_GATHERING);
        TRY(gathering_plan_open(w->tx, gathering->id, cell_text(r, PL_CAPACITY).n > 0,
                                r->cell[PL_CAPACITY].n, r->cell[PL_REGISTERS].n,
                                cell_text(r, PL_UNTIL).n > 0,
                                (struct day){ (int32_t)r->cell[PL_UNTIL].n }));
    }
    EACH_ROW(w, SHEET_SEATS, r)
    {
        TRY(table_seats_put(w->tx, cell_other(w->f, SHEET_SEATS, r, SE_TABLE)->id,
                            r->cell[SE_SEATS].n, r->cell[SE_WHEELCHAIRS].n,
                            cell_text(r, SE_INTERPRETER)));
    }
    return OK;
}

static enum err put_story(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return story_text_put(tx, id, lang, x[0]);
}

static enum err see_story(const struct story_list_row *row, void *with)
{
    return known_add(with, row->slug, row->voice, 0);
}

/* A voice whose text stayed as it is keeps its story too; one that is erased keeps neither title nor
 * name. */
static enum err write_stories(struct writer *w)
{
    struct known before = { .a = w->a };
    size_t at;
    TRY(story_list(w->tx->db, w->dialogue, see_story, &before));
    for (size_t i = 0; i < before.n; i++) {
        const int64_t voice = before.things[i].id;
        bool came_in;
        if (index_find(&w->unsaid, number_key(w->a, voice), &at)) continue;
        TRY(voice_came_in(w, voice, &came_in));
        if (came_in) continue;
        TRY(story_texts_clear(w->tx, voice));
        TRY(story_delete(w->tx, voice));
    }
    EACH_ROW(w, SHEET_STORIES, r)
    {
        const struct row *voice = cell_other(w->f, SHEET_STORIES, r, ST_VOICE);
        if (index_find(&w->unsaid, number_key(w->a, voice->id), &at) ||
            index_find(&w->erased, number_key(w->a, voice->id), &at))
            continue;
        TRY(story_add(w->tx, voice->id, w->dialogue, cell_text(r, ST_STORY), r->position,
                      cell_text(r, ST_SIGNED)));
        TRY(write_texts(w, SHEET_STORIES, r, voice->id, put_story));
    }
    return OK;
}

static enum err put_point(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return point_text_put(tx, id, lang, x[0]);
}

static enum err write_points(struct writer *w)
{
    int64_t *rank = NEW(w->a, int64_t, w->f->grids[SHEET_POINTS].n + 1);
    EACH_ROW(w, SHEET_POINTS, r)
    {
        TRY(point_draft_id(w->tx, w->a, w->dialogue, r->cell[P_POINT].n, &r->id));
        TRY(point_add(w->tx, r->id, w->dialogue, r->cell[P_POINT].n, r->position,
                      (enum kind)r->cell[P_KIND].n));
        TRY(write_texts(w, SHEET_POINTS, r, r->id, put_point));
    }
    EACH_ROW(w, SHEET_POINT_THEMES, r)
    {
        const struct row *point = cell_other(w->f, SHEET_POINT_THEMES, r, R_POINT);
        const struct row *theme = cell_other(w->f, SHEET_POINT_THEMES, r, R_OTHER);
        TRY(point_theme_add(w->tx, point->id, theme->id, point->position,
                            rank[point - w->f->grids[SHEET_POINTS].rows]++));
    }
    EACH_ROW(w, SHEET_POINT_FINDINGS, r)
    {
        TRY(point_finding_add(w->tx, cell_other(w->f, SHEET_POINT_FINDINGS, r, R_POINT)->id,
                              cell_other(w->f, SHEET_POINT_FINDINGS, r, R_OTHER)->id));
    }
    EACH_ROW(w, SHEET_POINT_VOICES, r)
    {
        TRY(point_voice_add(w->tx, cell_other(w->f, SHEET_POINT_VOICES, r, R_POINT)->id,
                            cell_other(w->f, SHEET_POINT_VOICES, r, R_OTHER)->id));
    }
    return OK;
}

static enum err write_labels(struct writer *w)
{
    TRY(finding_codes_clear_all(w->tx, w->dialogue));
    EACH_ROW(w, SHEET_FINDING_LABELS, r)
    {
        TRY(finding_code_put(w->tx, cell_other(w->f, SHEET_FINDING_LABELS, r, FL_FINDING)->id,
                             cell_text(r, FL_LABEL)));
    }
    return OK;
}

/* ---- a dialogue */

static enum err put_dialogue(struct tx *tx, int64_t id, struct str lang, const struct str *x)
{
    return dialogue_text_put(tx, id, lang, x[0], x[1], x[2], x[3], x[4]);
}

static enum err write_dialogue(struct writer *w, struct row *r)
{
    struct dialogue_find_row before;
    const bool invented = r->cell[D_INVENTED].n;
    bool found;
    w->lang = cell_text(r, D_LANGUAGE);
    TRY(dialogue_find(w->tx->db, w->a, cell_text(r, D_DIALOGUE), &before, &found));
    if (found) {
        r->id = before.id;
        TRY(dialogue_update(w->tx, r->id, r->position, w->lang, invented));
        TRY(dialogue_texts_clear(w->tx, r->id));
    } else {
        TRY(dialogue_add(w->tx, cell_text(r, D_DIALOGUE), r->position, w->lang, invented,
                         &r->id));
    }
    w->dialogue = r->id;
    if (!w->f->grids[SHEET_DIALOGUES].without[D_LICENCE])
        TRY(dialogue_licence(w->tx, r->id, (enum licence)r->cell[D_LICENCE].n));
    return write_texts(w, SHEET_DIALOGUES, r, r->id, put_dialogue);
}

static enum err remove_all_gone(struct writer *w, const struct part *all, size_t n,
                                const struct known *known)
{
    for (size_t i = n; i-- > 0;) {
        TRY(remove_gone(w, &all[i], &known[i]));
        if (w->f->faults->n)
            return FAIL(ERR_CLASH, "a published edition rests on what would go");
    }
    return OK;
}

static enum err write_whole(struct writer *w, struct row *r)
{
    struct known *known = NEW(w->a, struct known, parts_n);
    struct known *daden = NEW(w->a, struct known, daden_parts_n);
    TRY(write_dialogue(w, r));
    TRY(points_draft_clear(w->tx, w->dialogue));
    TRY(daden_loosen(w));
    for (size_t i = 0; i < parts_n; i++) {
        if (parts[i].sheet == SHEET_GATHERINGS) w->gatherings = &known[i];
        TRY(write_part(w, &parts[i], &known[i]));
    }
    const struct row *picture = cell_other(w->f, SHEET_DIALOGUES, r, D_PICTURE);
    TRY(dialogue_picture_set(w->tx, w->dialogue, picture != NULL, picture ? picture->id : 0));
    TRY(write_phases(w));
    TRY(write_sections(w));
    TRY(write_summaries(w));
    TRY(write_labels(w));
    TRY(write_programme(w));
    TRY(write_plans(w));
    TRY(write_stories(w));
    TRY(remove_all_gone(w, parts, parts_n, known));
    TRY(write_points(w));
    for (size_t i = 0; i < daden_parts_n; i++) TRY(write_part(w, &daden_parts[i], &daden[i]));
    TRY(remove_all_gone(w, daden_parts, daden_parts_n, daden));
    TRY(daden_write(w));
    return search_rebuild(w->tx, w->dialogue);
}

/* ---- everything */

static enum err see_unused(const struct image_unused_row *row, void *with)
{
    return known_add(with, STR("?"), row->id, 0);
}

enum err folder_write(struct tx *tx, struct folder *f)
{
    struct writer w = { .tx = tx, .f = f, .a = f->a };
    struct grid *cities = &f->grids[SHEET_MUNICIPALITY],
                *dialogues = &f->grids[SHEET_DIALOGUES];
    struct known unused = { .a = f->a };
    for (size_t i = 0; i < cities->n; i++) {
        const struct row *r = &cities->rows[i];
        TRY(municipality_put(tx, cell_text(r, M_NAME), r->cell[M_COLOUR].n,
                             cell_text(r, M_PHONE), cell_text(r, M_EMAIL),
                             cell_text(r, M_WEBSITE)));
    }
    for (size_t i = 0; i < dialogues->n; i++) {
        w.unsaid = (struct index){ 0 };
        w.erased = (struct index){ 0 };
        TRY(write_whole(&w, &dialogues->rows[i]));
    }
    TRY(image_unused(tx->db, see_unused, &unused));
    for (size_t i = 0; i < unused.n; i++) TRY(image_delete(tx, unused.things[i].id));
    if (w.still_erased)
        NOTE(f->faults,
             SAY("Eerder gewiste inbreng blijft gewist: {aantal}. De map had daarvan nog de "
                 "tekst."),
             { "aantal", fault_number(f->faults, w.still_erased) });
    return OK;
}
