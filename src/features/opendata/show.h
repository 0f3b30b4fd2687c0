/* show.h — what the page Open data of a dialogue shows. */
#ifndef FEATURES_OPENDATA_SHOW_H
#define FEATURES_OPENDATA_SHOW_H

#include "features/opendata/opendata.h"

struct open_file_view {
    struct str name;     /* "voices-2" */
    int64_t first, last; /* numbers in it; 0: all there is */
};
struct open_table_view {
    struct open_table t;
    struct open_file_view *files;
    size_t files_n;
};
struct open_view {
    struct dialogue d;
    struct url licence; /* where it is written out */
    struct open_table_view tables[OPEN_TABLES];
};
const struct words *open_type_words(enum open_type type);

#endif
