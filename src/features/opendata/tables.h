/* tables.h — the rows of each table, between tables.c and fill.c, tables_daden.c and fill_daden.c. */
#ifndef FEATURES_OPENDATA_TABLES_H
#define FEATURES_OPENDATA_TABLES_H

#include "features/opendata/rows.h"

enum err fill_themes(struct open_rows *w);
enum err fill_points(struct open_rows *w);
enum err fill_point_themes(struct open_rows *w);
enum err fill_point_findings(struct open_rows *w);
enum err fill_point_voices(struct open_rows *w);
enum err fill_findings(struct open_rows *w);
enum err fill_sources(struct open_rows *w);
enum err fill_voices(struct open_rows *w);
enum err fill_stories(struct open_rows *w);
enum err fill_neighbourhoods(struct open_rows *w);
enum err fill_gatherings(struct open_rows *w);
enum err fill_tables(struct open_rows *w);
enum err fill_sum_themes(struct open_rows *w);
enum err fill_sum_tables(struct open_rows *w);
enum err fill_translations(struct open_rows *w);
enum err fill_finding_translations(struct open_rows *w);
enum err fill_finding_labels(struct open_rows *w);
enum err fill_voice_translations(struct open_rows *w);
enum err fill_summaries(struct open_rows *w);

enum err fill_participation(struct open_rows *w);
enum err fill_advice(struct open_rows *w);
enum err fill_advice_points(struct open_rows *w);
enum err fill_points_aside(struct open_rows *w);
enum err fill_steps(struct open_rows *w);
enum err fill_answers(struct open_rows *w);
enum err fill_outcomes(struct open_rows *w);
enum err fill_owners(struct open_rows *w);
enum err fill_commitments(struct open_rows *w);
enum err fill_commitment_owners(struct open_rows *w);
enum err fill_commitment_places(struct open_rows *w);
enum err fill_commitment_moves(struct open_rows *w);
enum err fill_deeds(struct open_rows *w);
enum err fill_commitment_translations(struct open_rows *w);
enum err fill_verdicts(struct open_rows *w);
enum err fill_replies(struct open_rows *w);
enum err fill_challenges(struct open_rows *w);

/* ---- what both files of tables are declared with ---- */

/* A table whose first column is the dialogue. */
struct open_table open_table_begin(const char *name, enum err (*rows)(struct open_rows *w),
                                   size_t keys, const struct words *title,
                                   const struct words *about);
void open_columns_titles(struct open_table *t);
void open_columns_texts(struct open_table *t);
void open_columns_translation(struct open_table *t);
void open_column_page(struct open_table *t);
/* The tables from advice to deed. */
void open_daden_tables(struct open_table all[OPEN_DADEN]);

#endif
