/* tables.h — the rows of each table, between tables.c and fill.c. */
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
enum err fill_voice_translations(struct open_rows *w);
enum err fill_summaries(struct open_rows *w);

#endif
