/* control.h — a command beside a running server goes through the server's socket.
 *
 * `<data>/dialoog.sock`, readable by its owner only. The client sends the words of the command,
 * its folder and its language; the server runs it on its own store and sends back what it says. */
#ifndef MAIN_CONTROL_H
#define MAIN_CONTROL_H

#include "main/command.h"

struct control;
/* Listens beside the data; one command at a time. `site` is where the server is for the world.
 * Fails: ERR_BROKEN. */
MUST_CHECK enum err control_start(struct control **control, struct store *st, const char *dir,
                                  const char *site);
void control_stop(struct control *control);

/* Hands the command to the server of that data. False when none is running. */
bool control_ask(const char *dir, int argc, char **argv, enum lang lang, int *exit_code);

#endif
