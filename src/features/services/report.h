/* report.h — saying that an entry is not right, and the desk where that is read. */
#ifndef FEATURES_SERVICES_REPORT_H
#define FEATURES_SERVICES_REPORT_H

#include "features/services/services.h"
#include "features/services/services.sql.h"

struct report_form {
    int what;
    struct str body;
};
struct report_view {
    struct map_card c;
    struct path self;
    const struct form_state *f;
};
struct meaning_form {
    struct str said, means;
};
struct desk_view {
    struct path self;
    const struct form_state *f;
    struct service_reports_row *reports;
    struct map_meanings_row *meanings;
    size_t reports_n, meanings_n;
    bool paged, more; /* these are not the first that wait; not the last */
    struct map_figures figures;
    const struct words *done;
};
struct id_form {
    int64_t id;
};

#endif
