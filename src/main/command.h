/* command.h — the command line: what every command is given, and where it says things.
 *
 * A command runs in the process of the user, or inside the server when one is running on the same
 * data (control.h); so it reads and says everything through `struct command`. */
#ifndef MAIN_COMMAND_H
#define MAIN_COMMAND_H

/* Told by `dialoog --version`; a release gives it another. */
#define DIALOOG_VERSION "0.1"

#include "base/lang.h"
#include "base/time.h"
#include "store/store.h"

#include <stdio.h>

enum exit_code {
    EXIT_DONE = 0,
    EXIT_FAULTS = 1, /* what was given is not right; each fault has been said */
    EXIT_USAGE = 2,  /* the words of the command are not right */
    EXIT_CANNOT = 3, /* the disk, the lock, the network: not the fault of what was given */
};

enum { VALUES = 12 };

struct option_about {
    const char *name;  /* without dashes */
    const char *value; /* what stands behind it; NULL: nothing, it is a switch */
    const struct words *(*help)(void);
};

struct command {
    struct store *store; /* NULL for commands that need none */
    enum lang lang;
    FILE *out;        /* results */
    FILE *err;        /* progress and complaints */
    FILE *in;         /* what is typed; NULL when it runs inside the server */
    const char *site; /* where the running server is for the world; NULL: not known */
    struct instant now;
    const char *dir; /* of --data */
    const char *
        value[VALUES]; /* of each option, in the order of the command's list; NULL: not given */
    const char *argument[2]; /* what stands without dashes */
    int arguments;
};

/* What a command needs of the data. */
enum needs {
    NEEDS_NOTHING,
    NEEDS_READING,
    NEEDS_WRITING,
    NEEDS_MAKING, /* writing, and the folder may be new */
};

struct command_about {
    const char *name;
    const char *usage; /* "DIR --data DIR" */
    const struct words *(*help)(void);
    enum needs needs;
    int arguments_min, arguments_max;
    struct option_about options[VALUES];
    int (*run)(struct command *c);
    bool words; /* what stands without dashes is no path */
};

extern const struct command_about commands[];
extern const size_t commands_n;

/* Finds and checks the words of a command line; complaints go to c->err. */
const struct command_about *command_parse(struct command *c, int argc, char **argv,
                                          int *exit_code);
void command_help(FILE *out, enum lang lang, const struct command_about *about);
/* One line, in the reader's language. */
void command_say(FILE *out, enum lang lang, const struct words *words);

int command_serve(struct command *c);

#endif
