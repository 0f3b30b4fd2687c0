/* advice.h — what the writers ask the city to do, and what the city answers. Advice rests on points of a
 * published edition, by the id that is the same in every edition.
 *
 *   A1  an advice that was given to the city rests on at least one published point
 *   A2  what goes well gets a next step too
 *   A3  an answer stands on an advice that was given, and not before that day
 *   A4  a point from which no advice is made says why
 *
 * record.h is what every desk page of this kind shares. */
#ifndef FEATURES_ADVICE_ADVICE_H
#define FEATURES_ADVICE_ADVICE_H

#include "features/advice/advice.sql.h"
#include "features/advice/show.sql.h" // IWYU pragma: export
#include "features/advice/choose.h"   // IWYU pragma: export
#include "features/setup/setup.h"     // IWYU pragma: export

/* The advice named by param[1] in the dialogue of a record. Fails: ERR_MISSING. */
MUST_CHECK enum err advice_named(struct request *req, int64_t dialogue,
                                 struct advice_find_row *row);
/* A title in the reader's language: English when that is asked and there, else the dialogue's own. */
struct said {
    struct str text, lang;
};
struct said said_in(enum lang reader, struct str own_lang, struct str own, struct str english);
/* How the municipality calls a kind of step. */
struct said step_said(enum lang reader, struct str own_lang, struct str code, struct str name,
                      struct str name_en);

#endif
