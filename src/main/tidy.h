/* tidy.h — erases what is past its end date, by the table of features/privacy. */
#ifndef MAIN_TIDY_H
#define MAIN_TIDY_H

#include "main/command.h"

/* In small works, so that nobody waits long for the writer. What it does twice is done once.
 * `people`, `dialogues`: how many were emptied. */
struct tidied {
    int64_t people, dialogues;
};
MUST_CHECK enum err tidy(struct store *st, struct instant now, struct tidied *done);

/* For a server that runs on: once at the start, then each night at three. `last`: the day it was done,
 * or 0. */
void tidy_at_night(struct store *st, struct instant now, struct day *last);

/* `dialoog tidy --data DIR`. */
int command_tidy(struct command *c);

#endif
