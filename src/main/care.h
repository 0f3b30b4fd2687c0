/* care.h — commands that look after the data: check. */
#ifndef MAIN_CARE_H
#define MAIN_CARE_H

#include "main/command.h"

/* `dialoog check --data DIR`: is the file sound, do the sums add up, is every edition what it was. Each
 * fault is a line. Exit code: 0 all is well, 1 faults, 3 it could not be read. */
int command_check(struct command *c);

#endif
