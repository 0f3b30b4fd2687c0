/* tidy.c — see tidy.h. */
#include "features/voices/tidy.h"
#include "features/history/history.h"
#include "features/voices/tidy.sql.h"
#include "features/voices/voices.h"

static enum err tidy_one(struct tx *tx, struct arena *a, int64_t dialogue, struct instant now,
                         const struct tidy_voices_row *v)
{
    /* Nobody has a code with this hash: it is no SHA-256. */
    const struct str nobody = arena_format(a, "gone %lld", (long long)v->id);
    if (v->visibility == VISIBILITY_WAITING || v->visibility == VISIBILITY_HIDDEN) {
        TRY(voice_wipe(tx, a, v->id, now));
        TRY(voice_changed(tx, dialogue, v->id));
    } else if (v->said) {
        TRY(said_delete(tx, v->id));
        TRY(history_forget(tx, THING_VOICE, v->id));
    }
    TRY(recording_delete(tx, v->id));
    TRY(messages_delete(tx, v->id));
    TRY(tidy_objections(tx, v->id));
    TRY(tidy_care(tx, v->id));
    return tidy_intake(tx, v->id, nobody);
}

enum err voices_tidy(struct tx *tx, struct arena *a, int64_t dialogue, struct instant now,
                     int64_t *after, bool *more)
{
    struct tidy_voices_row *rows;
    size_t n;
    TRY(tidy_voices(tx->db, a, dialogue, *after, &rows, &n));
    for (size_t i = 0; i < n; i++) TRY(tidy_one(tx, a, dialogue, now, &rows[i]));
    if (n) *after = rows[n - 1].number;
    *more = n > 0;
    if (n) tx_wipes(tx);
    return OK;
}
