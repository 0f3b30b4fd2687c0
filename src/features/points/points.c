/* points.c — the draft, law 2, and what publishing copies. */
#include "features/points/points.h"

enum err points_draft_clear(struct tx *tx, int64_t dialogue)
{
    TRY(draft_texts_clear(tx, dialogue));
    TRY(draft_themes_clear(tx, dialogue));
    TRY(draft_findings_clear(tx, dialogue));
    TRY(draft_voices_clear(tx, dialogue));
    return draft_points_clear(tx, dialogue);
}

enum err point_draft_id(struct tx *tx, struct arena *a, int64_t dialogue, int64_t number,
                        int64_t *id)
{
    struct point_given_id_row before;
    bool found;

    TRY(point_given_id(tx->db, a, dialogue, number, &before, &found));
    if (found) {
        *id = before.id;
        return OK;
    }
    struct point_next_id_row next;
    TRY(point_next_id(tx->db, a, &next));
    *id = next.id;
    return OK;
}

enum err points_check(struct db *db, struct arena *a, int64_t dialogue,
                      struct point_fault **faults, size_t *faults_n)
{
    struct points_unfit_row *rows;
    TRY(points_unfit(db, a, dialogue, &rows, faults_n));
    *faults = NEW(a, struct point_fault, *faults_n);
    for (size_t i = 0; i < *faults_n; i++)
        (*faults)[i] = (struct point_fault){ .number = rows[i].number,
                                             .unsupported = rows[i].rests_on == 0,
                                             .homeless = rows[i].themes == 0 };
    return OK;
}

enum err points_publish(struct tx *tx, int64_t dialogue, int64_t edition)
{
    TRY(publish_points(tx, dialogue, edition));
    TRY(publish_texts(tx, dialogue, edition));
    TRY(publish_themes(tx, dialogue, edition));
    TRY(publish_findings(tx, dialogue, edition));
    TRY(publish_voices(tx, dialogue, edition));
    return publish_shown(tx, dialogue, edition);
}
