/* fill.c — the rows of each table, cell by cell in the order of tables.c. */
#include "features/opendata/tables.h"

#include "features/opendata/daden.sql.h"
#include "features/opendata/opendata.sql.h"
#include "features/summary/summary.h"

static enum err theme_row(const struct open_themes_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_name(w, true, r->slug);
    open_yes_no(w, r->open_table);
    open_text(w, r->title);
    open_text_maybe(w, r->has_title_en, r->title_en);
    open_text(w, r->question);
    open_text_maybe(w, r->has_question_en, r->question_en);
    open_text(w, r->context);
    open_text_maybe(w, r->has_context_en, r->context_en);
    open_address(w, "thema", r->slug);
    return open_row_end(w);
}

enum err fill_themes(struct open_rows *w)
{
    return open_themes_rows(w->req->db, w->d->id, w->d->own, theme_row, w);
}

/* ---- points, of the newest edition only: without one there are none */

static enum err point_row(const struct open_points_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_name(w, r->has_theme, r->theme);
    open_code(w, true, kind_term, (int)r->kind);
    open_text(w, r->body);
    open_text_maybe(w, r->has_body_en, r->body_en);
    open_number(w, true, r->findings);
    open_number(w, true, r->voices);
    open_number(w, true, r->tables);
    open_address_number(w, "punt", r->number);
    return open_row_end(w);
}

enum err fill_points(struct open_rows *w)
{
    if (!w->d->edition) return OK;
    return open_points_rows(w->req->db, w->d->id, w->d->edition, w->d->own, point_row, w);
}

static enum err point_theme_row(const struct open_point_themes_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_name(w, true, r->slug);
    open_number(w, true, r->rank);
    return open_row_end(w);
}

enum err fill_point_themes(struct open_rows *w)
{
    if (!w->d->edition) return OK;
    return open_point_themes_rows(w->req->db, w->d->id, w->d->edition, point_theme_row, w);
}

static enum err point_finding_row(const struct open_point_findings_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_number(w, true, r->other);
    return open_row_end(w);
}

enum err fill_point_findings(struct open_rows *w)
{
    if (!w->d->edition) return OK;
    return open_point_findings_rows(w->req->db, w->d->id, w->d->edition, point_finding_row, w);
}

static enum err point_voice_row(const struct open_point_voices_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_number(w, true, r->other);
    open_yes_no(w, r->shown);
    return open_row_end(w);
}

enum err fill_point_voices(struct open_rows *w)
{
    if (!w->d->edition) return OK;
    return open_point_voices_rows(w->req->db, w->d->id, w->d->edition, point_voice_row, w);
}

/* ---- what was said */

static void put_table(struct open_rows *w, bool has, struct str gathering, int64_t round,
                      int64_t number)
{
    open_name(w, has, gathering);
    open_number(w, has, round);
    open_number(w, has, number);
}

static enum err finding_row(const struct open_findings_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_name(w, true, r->source);
    open_text(w, r->page);
    open_name(w, r->has_theme, r->theme);
    put_table(w, r->has_gathering, r->gathering, r->round, r->at_table);
    open_code(w, r->has_kind, kind_term, (int)r->kind);
    open_code(w, true, account_term, (int)r->account);
    open_code(w, r->has_reason, reason_term, (int)r->reason);
    open_text(w, r->body);
    open_text_maybe(w, r->has_body_en, r->body_en);
    open_address_number(w, "bevinding", r->number);
    return open_row_end(w);
}

enum err fill_findings(struct open_rows *w)
{
    return open_findings_rows(w->req->db, w->d->id, w->d->own, w->first, w->last, finding_row,
                              w);
}

static enum err source_row(const struct open_sources_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_name(w, true, r->slug);
    open_code(w, true, source_kind_term, (int)r->kind);
    open_text(w, r->author);
    open_day(w, r->has_published, r->published);
    open_text(w, r->url);
    open_text(w, r->title);
    open_text_maybe(w, r->has_title_en, r->title_en);
    open_text(w, r->note);
    open_text_maybe(w, r->has_note_en, r->note_en);
    open_address(w, "bron", r->slug);
    return open_row_end(w);
}

enum err fill_sources(struct open_rows *w)
{
    return open_sources_rows(w->req->db, w->d->id, w->d->own, source_row, w);
}

static enum err voice_row(const struct open_voices_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_name(w, r->has_theme, r->theme);
    put_table(w, r->has_gathering, r->gathering, r->round, r->at_table);
    open_name(w, r->has_neighbourhood, r->neighbourhood);
    open_code(w, r->has_kind, kind_term, (int)r->kind);
    open_day(w, r->has_day, r->day);
    open_language(w, r->lang);
    open_code(w, true, account_term, (int)r->account);
    open_code(w, r->has_reason, reason_term, (int)r->reason);
    open_text(w, r->body);
    open_text_maybe(w, r->has_own_words, r->own_words);
    open_text_maybe(w, r->has_body_en, r->body_en);
    open_address_number(w, "inbreng", r->number);
    return open_row_end(w);
}

enum err fill_voices(struct open_rows *w)
{
    return open_voices_rows(w->req->db, w->d->id, w->d->own, w->first, w->last, voice_row, w);
}

static enum err story_row(const struct open_stories_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_name(w, true, r->slug);
    open_text(w, r->signed_by);
    open_text(w, r->title);
    open_text_maybe(w, r->has_title_en, r->title_en);
    open_address(w, "verhaal", r->slug);
    return open_row_end(w);
}

enum err fill_stories(struct open_rows *w)
{
    return open_stories_rows(w->req->db, w->d->id, w->d->own, story_row, w);
}

/* ---- where it was said */

static enum err neighbourhood_row(const struct open_neighbourhoods_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_name(w, true, r->slug);
    open_text(w, r->name);
    open_text(w, r->code);
    open_number(w, r->has_inhabitants, r->inhabitants);
    return open_row_end(w);
}

enum err fill_neighbourhoods(struct open_rows *w)
{
    return open_neighbourhoods_rows(w->req->db, w->d->id, neighbourhood_row, w);
}

static enum err gathering_row(const struct open_gatherings_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_name(w, true, r->slug);
    open_day(w, true, r->day);
    open_clock(w, r->has_starts, r->starts);
    open_clock(w, r->has_ends, r->ends);
    open_number(w, r->has_people, r->people);
    open_yes_no(w, r->about);
    open_text(w, r->title);
    open_text_maybe(w, r->has_title_en, r->title_en);
    open_text(w, r->place);
    open_text_maybe(w, r->has_place_en, r->place_en);
    open_address(w, "bijeenkomst", r->slug);
    return open_row_end(w);
}

enum err fill_gatherings(struct open_rows *w)
{
    return open_gatherings_rows(w->req->db, w->d->id, w->d->own, gathering_row, w);
}

static enum err table_row(const struct open_tables_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    put_table(w, true, r->slug, r->round, r->number);
    open_name(w, true, r->theme);
    open_text(w, r->place);
    return open_row_end(w);
}

enum err fill_tables(struct open_rows *w)
{
    return open_tables_rows(w->req->db, w->d->id, table_row, w);
}

/* ---- the sums */

#define PUT_SUM(w, r)                                                                          \
    do {                                                                                       \
        open_number(w, true, (r)->voices);                                                     \
        open_number(w, true, (r)->used);                                                       \
        open_number(w, true, (r)->waiting);                                                    \
        open_number(w, true, (r)->set_aside);                                                  \
        open_number(w, true, (r)->only_counted);                                               \
        open_number(w, true, (r)->withdrawn);                                                  \
        open_number(w, true, (r)->shown);                                                      \
    } while (0)

static enum err sum_theme_row(const struct open_sum_themes_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_name(w, r->has_theme, r->theme);
    PUT_SUM(w, r);
    return open_row_end(w);
}

enum err fill_sum_themes(struct open_rows *w)
{
    return open_sum_themes_rows(w->req->db, w->d->id, sum_theme_row, w);
}

static enum err sum_table_row(const struct open_sum_tables_rows_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    put_table(w, r->has_gathering, r->gathering, r->round, r->at_table);
    PUT_SUM(w, r);
    return open_row_end(w);
}

enum err fill_sum_tables(struct open_rows *w)
{
    return open_sum_tables_rows(w->req->db, w->d->id, sum_table_row, w);
}

/* ---- other languages */

static enum err translation_row(const struct open_translations_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_name(w, true, r->of_table);
    open_name(w, true, r->name);
    open_name(w, true, r->of_column);
    open_language(w, r->lang);
    open_text(w, r->words);
    return open_row_end(w);
}

static enum err advice_translation_row(const struct open_advice_translations_row *r, void *with)
{
    const struct open_translations_row row = { r->of_table, r->name, r->of_column, r->lang,
                                               r->words };
    return translation_row(&row, with);
}

enum err fill_translations(struct open_rows *w)
{
    TRY(open_translations(w->req->db, w->d->id, w->d->edition ? w->d->edition : -1, w->d->own,
                          translation_row, w));
    return open_advice_translations(w->req->db, w->d->id, w->d->own, advice_translation_row, w);
}

#define NUMBERED_TRANSLATION(name)                                                             \
    static enum err name##_translation_row(const struct open_##name##_translations_row *r,     \
                                           void *with)                                         \
    {                                                                                          \
        struct open_rows *w = open_row(with);                                                  \
        open_number(w, true, r->number);                                                       \
        open_language(w, r->lang);                                                             \
        open_text(w, r->body);                                                                 \
        return open_row_end(w);                                                                \
    }
NUMBERED_TRANSLATION(finding)
NUMBERED_TRANSLATION(voice)

enum err fill_finding_translations(struct open_rows *w)
{
    return open_finding_translations(w->req->db, w->d->id, w->d->own, w->first, w->last,
                                     finding_translation_row, w);
}

static enum err finding_label_row(const struct open_finding_labels_row *r, void *with)
{
    struct open_rows *w = open_row(with);
    open_number(w, true, r->number);
    open_text(w, r->code);
    return open_row_end(w);
}

enum err fill_finding_labels(struct open_rows *w)
{
    return open_finding_labels(w->req->db, w->d->id, w->first, w->last, finding_label_row, w);
}

enum err fill_voice_translations(struct open_rows *w)
{
    return open_voice_translations(w->req->db, w->d->id, w->first, w->last,
                                   voice_translation_row, w);
}

enum err fill_summaries(struct open_rows *w)
{
    struct report_summary *all;
    size_t n;
    TRY(summaries_shown(w->req, w->d->id, &all, &n));
    for (size_t i = 0; i < n; i++) {
        w = open_row(w);
        open_language(w, all[i].lang);
        open_text(w, all[i].maker);
        open_yes_no(w, all[i].machine);
        open_text(w, all[i].body);
        open_address(w, "samenvatting", all[i].lang);
        TRY(open_row_end(w));
    }
    return OK;
}
