/* intake.h — a voice from the moment it comes in: what its author chose, who checked it, where it stands,
 * and how it goes away. Included by voices.h; other features include that.
 *
 * Whoever changes a voice calls one of these on the writer's thread. Each writes its own history, keeps
 * the search index right and copes with a voice that came with a folder, which has no intake. Queries
 * of intake.sql read the rest; its `run` and `add` queries about `voice`, `intake` and `voice_said` are
 * for intake.c alone.
 *
 *   comes in   voice_receive       public, team: waiting · only counted: hidden and counted at once
 *   decided    voice_show          public: shown · team, only counted: checked, and stays hidden
 *              voice_hide          hidden, and set aside, with a reason its author reads
 *              voice_recheck       waiting again (also lets go what a hold kept apart)
 *   accounted  voice_set_aside, voice_only_count, voice_reopen, voice_sort
 *   by author  voice_correct, voice_withdraw
 *   goes away  voice_erase         by the team: a word that may not stay anywhere
 *
 * `batch`: NULL for an act of its own; else the address of a number that is 0 before the first act
 * of a selection and is handed to each of the others. voices_undo takes such a batch back.
 * Fails: ERR_MISSING no such voice; ERR_GONE it was erased or withdrawn. */
#ifndef FEATURES_VOICES_INTAKE_H
#define FEATURES_VOICES_INTAKE_H

#include "features/dialogue/dialogue.h"
#include "web/web.h"

/* Kept as numbers: append only. */
enum channel {
    CHANNEL_WEB,
    CHANNEL_SPOKEN, /* a recording from home */
    CHANNEL_PAPER,
    CHANNEL_PHONE,
    CHANNEL_COUNTER,
    CHANNEL_TABLE,
    CHANNEL_MAP, /* looked for on the map, and not found: features/sought */
    CHANNELS
};
enum consent { CONSENT_PUBLIC, CONSENT_TEAM, CONSENT_COUNTED, CONSENTS };
enum check_state { CHECK_WAITING, CHECK_HELD, CHECK_CHECKED, CHECK_STATES };

struct term channel_term(int channel);   /* "Van huis", "Op papier", … */
struct term consent_term(int consent);   /* "Iedereen mag het lezen", … */
struct term check_state_term(int state); /* "Wacht op een lezer", … */

/* ---- coming in ---- */

struct received {
    int64_t dialogue;
    struct str own;                         /* language of the dialogue: a title stands in it */
    struct str lang;                        /* of the words */
    struct str body;                        /* as it was sent; empty only with a recording */
    int64_t theme, neighbourhood, at_table; /* 0: not said */
    int kind;                               /* enum kind; -1: not said */
    struct optional_day day;                /* when it was said; none: today */
    enum channel channel;
    enum consent consent;
    bool young;                   /* under sixteen, with a parent */
    struct str title, signed_by;  /* a title makes it a story; signed may be empty */
    struct str sound, sound_type; /* a recording, and its type */
    struct str
        code; /* of a card that was given out, as receipt_read gave it; empty: one is made */
    int64_t which;                   /* of several voices from one form: 0, 1, … */
    const struct foreseen *foreseen; /* of the same code, `which` and body; NULL: now */
};
/* What of a voice can be reckoned without data, before its turn to be written comes. */
struct foreseen {
    struct str code, hash,
        salt; /* its receipt, what is kept of that, and what its edition hash needs */
    int64_t fingerprint;
};
/* `code`: of a card; empty: one is made for voice `which` of this form. */
struct foreseen voice_foresee(const struct request *req, int64_t which, struct str code,
                              struct str body);
struct receipt {
    int64_t voice, number;
    struct str code; /* RECEIPT_CODE characters, without dashes: kept nowhere, so show it now */
    bool held;       /* it came in a wave, and is kept apart */
};
/* Keeps it under the next number of its dialogue. The same form sent again gives the same receipt and
 * keeps nothing twice. Fails: ERR_CLASH when a card's code was used before.
 * Cost: some 15 µs besides the rows. */
MUST_CHECK enum err voice_receive(struct tx *tx, const struct request *req,
                                  const struct received *in, struct receipt *out);

/* A receipt's code: 12 characters of Crockford's base 32, 60 bits. On our side only its SHA-256. */
enum { RECEIPT_CODE = 12 };
/* As a person typed it: blanks, dashes and case do not matter, O is 0, I and L are 1. */
bool receipt_read(struct arena *a, struct str typed, struct str *code);
struct str receipt_shown(struct arena *a, struct str code); /* "7K3M-0QXD-9VTB" */
/* "7k3m-0qxd-9vtb": any code of ours, in an address */
struct str code_slug(struct arena *a, struct str code);
struct path receipt_path(struct arena *a, struct str code); /* "/bewijs/7k3m-0qxd-9vtb" */
struct str receipt_hash(struct arena *a, struct str code);  /* what intake.receipt holds */
/* A code of the first RECEIPT_CODE bytes of an HMAC or of chance. */
struct str receipt_letters(struct arena *a, struct str bytes);
/* The code of this form; for a card that is printed before anything is written on it too. */
struct str receipt_code(const struct request *req, int64_t which);

struct listening {
    bool open;       /* voices may come in today */
    bool recordings; /* spoken ones too */
    int64_t per_minute;
    bool has_until;
    struct day until; /* the last day */
};
/* As it was set, else open while the first or second phase is now, with recordings. */
MUST_CHECK enum err listening_now(struct request *req, int64_t dialogue, struct listening *l);

/* ---- decided ---- */

/* `public_body`: what others may read when words were left out of it; empty: all of it. */
MUST_CHECK enum err voice_show(struct tx *tx, const struct request *req, int64_t voice,
                               struct str public_body, int64_t *batch);
MUST_CHECK enum err voice_hide(struct tx *tx, const struct request *req, int64_t voice,
                               enum reason reason, int64_t *batch);
MUST_CHECK enum err voice_recheck(struct tx *tx, const struct request *req, int64_t voice,
                                  int64_t *batch);
/* Kept apart, as if it had come in a wave. */
MUST_CHECK enum err voice_hold(struct tx *tx, const struct request *req, int64_t voice,
                               int64_t *batch);
/* It was said in another language than noted. */
MUST_CHECK enum err voice_speaks(struct tx *tx, const struct request *req, int64_t voice,
                                 struct str lang);
/* A recording becomes text, and the sound is erased. */
MUST_CHECK enum err voice_type_out(struct tx *tx, const struct request *req, int64_t voice,
                                   struct str lang, struct str body);
/* A translation beside what was said; empty: none any more. */
MUST_CHECK enum err voice_translate(struct tx *tx, const struct request *req, int64_t voice,
                                    struct str lang, struct str body, int64_t *batch);
/* Others read other words; whether it is shown stays as it is, and what was said is kept. */
MUST_CHECK enum err voice_reword(struct tx *tx, const struct request *req, int64_t voice,
                                 struct str public_body, int64_t *batch);

/* ---- accounted for ---- */

MUST_CHECK enum err voice_set_aside(struct tx *tx, const struct request *req, int64_t voice,
                                    enum reason reason, int64_t *batch);
MUST_CHECK enum err voice_only_count(struct tx *tx, const struct request *req, int64_t voice,
                                     int64_t *batch);
/* Its account is open again; one whose author chose to be only counted stays so (ERR_CLASH). */
MUST_CHECK enum err voice_reopen(struct tx *tx, const struct request *req, int64_t voice,
                                 int64_t *batch);
struct voice_place {
    int64_t theme, neighbourhood, at_table; /* 0: none */
    int kind;                               /* enum kind; -1: none */
};
MUST_CHECK enum err voice_sort(struct tx *tx, const struct request *req, int64_t voice,
                               const struct voice_place *place, int64_t *batch);

/* ---- taken back ---- */

/* Takes back what a batch did to voices, each to where it was; a voice that was changed by another
 * hand since then, or is erased, is left alone. `done` and `left` count them. Fails: ERR_CLASH when it
 * was taken back before. Words of an objection, a message or a care note are no part of a batch. */
MUST_CHECK enum err voices_undo(struct tx *tx, const struct request *req, int64_t dialogue,
                                int64_t batch, int64_t *done, int64_t *left);

/* ---- by its author, and away ---- */

/* Before anybody checked it the words are replaced; afterwards it waits for a check again, and the
 * words before it stay in its history. */
MUST_CHECK enum err voice_correct(struct tx *tx, const struct request *req, int64_t voice,
                                  struct str body);
/* Every byte of its words, of what was written about it, of its recording and photo goes, from the data
 * file and what stands beside it (store.h, tx_wipes). Number, theme and account remain. */
MUST_CHECK enum err voice_erase(struct tx *tx, const struct request *req, int64_t voice);
/* The same, and its account is "withdrawn". */
MUST_CHECK enum err voice_withdraw(struct tx *tx, const struct request *req, int64_t voice);
/* The words alone, without history: for whoever loads a folder in which it is erased. */
MUST_CHECK enum err voice_wipe(struct tx *tx, struct arena *a, int64_t voice,
                               struct instant now);

/* Features behind this one keep what they know of a voice right: features/search defines it. Called by
 * each function above that changes what may be read. */
MUST_CHECK enum err voice_changed(struct tx *tx, int64_t dialogue, int64_t voice);

#endif
