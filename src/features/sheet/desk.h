/* desk.h — the team's pages about the tables of an evening; filled by desk.c, read by its templates. */
#ifndef FEATURES_SHEET_DESK_H
#define FEATURES_SHEET_DESK_H

#include "features/sheet/desk.sql.h"
#include "features/sheet/sheet.h"

struct desk_table {
    const struct sheet_tables_row *r;
    struct str link; /* for the world: "https://…/tafel/…" */
    struct path to;
    struct str group[3]; /* of its code, to type over */
    const struct sheet_devices_row *devices;
    size_t devices_n;
};
struct tables_view {
    struct dialogue d;
    struct path self;
    struct sheet_evenings_row *evenings; /* of the page that lists them */
    size_t evenings_n;
    struct sheet_evening_row evening;
    struct desk_table *tables;
    size_t tables_n;
    size_t without, devices,
        ready;       /* tables without a link; phones, and those that rehearsed */
    int64_t waiting; /* rows that wait on phones, as these said */
    bool over;       /* its day has come: a table can be closed */
    const struct words *done;
};

/* Finds the evening behind param[1], and fills the frame of the desk. Fails: ERR_MISSING. */
MUST_CHECK enum err sheet_desk_open(struct request *req, struct response *res,
                                    struct tables_view *v);

#endif
