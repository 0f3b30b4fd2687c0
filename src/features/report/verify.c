/* verify.c — see report.h, report_verify. */
#include "features/report/report.h"
#include "features/report/report.sql.h"

static enum err is_whole(struct db *db, int64_t dialogue, const struct report_editions_row *row,
                         bool *whole)
{
    struct arena a = { 0 }; /* of one edition: they are long */
    struct report_edition_row edition;
    bool found;
    const enum err e = report_edition(db, &a, dialogue, row->number, &edition, &found);
    *whole = e == OK && found && str_eq(report_hash(&a, edition.body), row->hash);
    arena_end(&a);
    return e;
}

enum err report_verify(struct db *db, struct arena *a, int64_t dialogue,
                       void (*changed)(int64_t number, void *with), void *with)
{
    struct report_editions_row *rows;
    size_t n;
    TRY(report_editions(db, a, dialogue, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        bool whole;
        TRY(is_whole(db, dialogue, &rows[i], &whole));
        if (!whole) changed(rows[i].number, with);
    }
    return OK;
}
