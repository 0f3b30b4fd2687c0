/* map.h — commands about the sociale kaart: loading a table, writing one, making one up. */
#ifndef MAIN_MAP_H
#define MAIN_MAP_H

#include "main/command.h"

enum { MAP_SERVICES = 360 };

/* Makes the index anew when another version of the program made it. */
MUST_CHECK enum err map_ready(struct store *st);

int command_map(struct command *c);
int map_command_generate(struct command *c, uint64_t seed, int services);

#endif
