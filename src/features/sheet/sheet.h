/* sheet.h — the sheet of a table: a page behind a link, on which a note-taker writes down what is said, with
 * or without a network, and without an account.
 *
 * A sheet belongs to a table as it stands in the room (an evening and a number), through all rounds. Its
 * link holds a code of 60 bits, made from the secret of the data file, so the team can print it again;
 * the data hold only its SHA-256. Who has the code may write there: nothing else is asked.
 *
 * A phone numbers what it writes and gives each row a mark (a UUID). A row that comes in is done once:
 * the same mark again is only acknowledged. Notes become voices (voices/intake.h, CHANNEL_TABLE) that
 * wait for a check like all others. What a device said of itself (rehearsed, how much still waits) is
 * for the team's page of the evening. Rehearsed notes are not kept. */
#ifndef FEATURES_SHEET_SHEET_H
#define FEATURES_SHEET_SHEET_H

#include "features/sheet/acts.h"
#include "features/sheet/sheet.sql.h"
#include "features/voices/voices.h"

enum {
    SHEET_TEXT_MOST = 4000,
    SHEET_SPEAKERS = 12,
    SHEET_ROWS_MOST = 5000,
    SHEET_DAYS_AFTER = 7, /* in which those who were there may still come back to it */
};

struct sheet {
    struct sheet_find_row row;
    struct dialogue d;
    struct str slug; /* of its code, in addresses: "7k3m-0qxd-9vtb" */
    bool at_home;    /* by the code of a card at a seat: for reading only */
    struct sheet_rounds_row *rounds;
    size_t rounds_n;
};

/* The code of the cards at its seats, which opens what the table noted and no more. */
struct str sheet_home_code(const struct request *req, int64_t gathering, int64_t number);
/* The code of a table of an evening, RECEIPT_CODE characters; its hash is what `sheet` holds. `turn`: how often
 * it was replaced. */
struct str sheet_code(const struct request *req, int64_t gathering, int64_t number,
                      int64_t turn);
struct str sheet_hash(struct arena *a, struct str code);
/* "/tafel/7k3m-0qxd-9vtb" */
struct path sheet_path(struct arena *a, struct str code);

/* Finds the sheet behind param[0] and fills the frame. Fails: ERR_MISSING; ERR_GONE when the link was
 * replaced. */
MUST_CHECK enum err sheet_open(struct request *req, struct response *res, struct sheet *s);

/* The same, for a page that only reads: the code of a card at a seat is good as well. */
MUST_CHECK enum err sheet_open_reading(struct request *req, struct response *res,
                                       struct sheet *s);

/* ---- what comes in ---- */

enum { SHEET_MARK = 16 };
struct sheet_row { /* as a device hands it in */
    enum sheet_act act;
    struct str mark, device;      /* SHEET_MARK bytes */
    struct str of;                /* the mark of the note that it is about; empty: none */
    int64_t turn, round, speaker; /* speaker 0: not said */
    int kind;                     /* enum kind; -1: not said */
    struct str text;
    struct instant written;
    bool rehearsal, agreed;
};
/* Does what a row says, or finds that it was done before; then `why` is NULL. Else it is a code that the
 * page has words for: "leeg", "lang", "ronde", "weg", "dicht", "vol", "fout". */
MUST_CHECK enum err sheet_take(struct tx *tx, struct request *req, const struct sheet *s,
                               const struct sheet_row *row, const char **why);
/* The device with these bytes, known from now on. `waiting` is kept when it is not negative. */
MUST_CHECK enum err sheet_heard(struct tx *tx, struct request *req, const struct sheet *s,
                                struct str device, int64_t waiting, bool rehearsed,
                                int64_t *id);

/* Is the table closed to what this device hands in now? Who was there before the end always comes in, and
 * for a week everybody when the table was not read back. */
MUST_CHECK enum err sheet_shut(struct db *db, const struct request *req, const struct sheet *s,
                               struct str device, bool *shut);

#endif
