/* faults.h — what is wrong with a folder, one line each: `themes.csv:12: kolom "pillar": …`.
 * The first hundred are said, all are counted. What came out of the folder is shown without control
 * characters, and short. */
#ifndef FEATURES_FOLDER_FAULTS_H
#define FEATURES_FOLDER_FAULTS_H

#include "base/out.h"

#include <stdio.h>

struct faults {
    FILE *err;
    enum lang lang;
    int64_t n;
    struct arena a; /* for the line being said */
};

struct place {
    const char *file;   /* NULL: the folder as a whole */
    int64_t line;       /* 0: the file as a whole */
    const char *column; /* NULL: the row as a whole */
};

void fault_say(struct faults *f, struct place at, const struct words *words,
               const struct word_arg *args, size_t n);
#define FAULT(f, at, words, ...)                                                               \
    fault_say((f), (at), (words), (const struct word_arg[]){ __VA_ARGS__ },                    \
              COUNT_OF(((const struct word_arg[]){ __VA_ARGS__ })))
#define FAULT_PLAIN(f, at, words) fault_say((f), (at), (words), NULL, 0)

/* The text between double quotes, harmless on a screen, at most 60 code points. */
struct str fault_quote(struct faults *f, struct str text);
/* A number as text. */
struct str fault_number(struct faults *f, int64_t n);
/* One line that is no fault. */
void faults_note(struct faults *f, const struct words *words, const struct word_arg *args,
                 size_t n);
#define NOTE(f, words, ...)                                                                    \
    faults_note((f), (words), (const struct word_arg[]){ __VA_ARGS__ },                        \
                COUNT_OF(((const struct word_arg[]){ __VA_ARGS__ })))
/* How many there were; says it. True when there were none. */
bool faults_none(struct faults *f);

#endif
