/* sandbox.h — the walls around whoever decodes a picture that a stranger made. */
#ifndef IMAGE_SANDBOX_H
#define IMAGE_SANDBOX_H

#include <stdbool.h>

/* Before anything is read: memory, processor seconds, no files, no new privileges, no core. */
bool sandbox_limit(void);
/* From here on only reading and writing what is open, memory and threads: anything else (a file, a
 * socket, another program) ends the process at once, with SIGSYS. False: there is no wall, stop. */
bool sandbox_close(void);

#endif
