/* main.c — the way in: finds the command, opens what it needs, runs it. */
#include "base/out.h"
#include "main/command.h"
#include "main/control.h"

#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Dutch, unless the shell asks for another language that we have. */
static enum lang shell_language(void)
{
    static const char *const names[] = { "DIALOOG_LANG", "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *value = getenv(names[i]);
        enum lang lang;
        if (!value || !*value) continue;
        return lang_read(str_upto(str_of(value), 2), &lang) ? lang : LANG_NL;
    }
    return LANG_NL;
}

/* No core dump, no debugger, no new privileges: what people said stays in the data file. */
static void close_doors(void)
{
    const struct rlimit none = { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    umask(0077);
}

/* ---- a trial of a folder needs no data, and leaves none behind */

static bool is_trial(const struct command *c, const struct command_about *about)
{
    for (size_t i = 0; i < VALUES && about->options[i].name; i++)
        if (!strcmp(about->options[i].name, "dry-run") && c->value[i]) return true;
    return false;
}

static bool has_data(const char *dir)
{
    struct arena a = { 0 };
    const bool has = access(arena_format(&a, "%s/dialoog.db", dir).s, F_OK) == 0;
    arena_end(&a);
    return has;
}

static int run_trial(struct command *c, const struct command_about *about)
{
    int code = EXIT_CANNOT;
    if (store_open_memory(&c->store) == OK)
        code = about->run(c);
    else
        fprintf(c->err, "dialoog: %s\n", err_sentence());
    store_close(c->store);
    return code;
}

static int open_and_run(struct command *c, const struct command_about *about, int argc,
                        char **argv)
{
    int code;
    struct stat there;
    if (about->needs == NEEDS_NOTHING) return about->run(c);
    /* Writing beside a running server goes through the server, which alone holds the data. */
    if (about->needs >= NEEDS_WRITING && about->run != command_serve &&
        control_ask(c->dir, argc, argv, c->lang, &code))
        return code;
    if (is_trial(c, about) && !has_data(c->dir)) return run_trial(c, about);
    if (about->needs != NEEDS_MAKING && stat(c->dir, &there) != 0) {
        command_say(
            c->err, c->lang,
            SAY("dialoog: in die map staan geen gegevens. Kijk naar de naam achter --data."));
        return EXIT_CANNOT;
    }
    const enum err e =
        store_open(&c->store, c->dir, about->needs == NEEDS_READING ? STORE_READ : STORE_SERVE);
    if (e == ERR_CLASH) {
        command_say(
            c->err, c->lang,
            SAY("dialoog: een ander programma gebruikt deze gegevens. Sluit dat eerst."));
        return EXIT_CANNOT;
    }
    if (e != OK) {
        fprintf(c->err, "dialoog: %s\n", store_refusal()[0] ? store_refusal() : err_sentence());
        return EXIT_CANNOT;
    }
    code = about->run(c);
    store_close(c->store);
    return code;
}

int main(int argc, char **argv)
{
    close_doors();
    struct command c = { .lang = shell_language(),
                         .out = stdout,
                         .err = stderr,
                         .in = stdin,
                         .now = instant_now() };
    int code;
    const struct command_about *about = command_parse(&c, argc, argv, &code);
    if (about) code = open_and_run(&c, about, argc, argv);
    if (fflush(stdout) != 0 && code == EXIT_DONE) code = EXIT_CANNOT;
    return code;
}
