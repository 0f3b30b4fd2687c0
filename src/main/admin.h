/* admin.h — `dialoog admin`: adds, lists and invites those who work with the data. */
#ifndef MAIN_ADMIN_H
#define MAIN_ADMIN_H

#include "main/command.h"

int command_admin(struct command *c);

#endif
