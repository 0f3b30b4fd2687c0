/* serve.c — `dialoog serve`: opens the data, answers until asked to stop. */
#include "features/desk/desk.h"
#include "features/dialogue/dialogue.h"
#include "features/follow/follow.h"
#include "features/people/people.h"
#include "features/review/review.h"
#include "features/seating/seating.h"
#include "gen/tables.h"
#include "main/map.h"
#include "main/command.h"
#include "main/control.h"
#include "main/morning.h"
#include "main/settings.h"
#include "main/tidy.h"
#include "base/out.h"
#include "web/web.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    OPTION_DATA,
    OPTION_LISTEN,
    OPTION_SITE,
    OPTION_TRUST_PROXY,
    OPTION_WORKERS,
    OPTION_NO_LIMITER,
    OPTION_NO_CACHE,
    OPTION_QUIET,
    OPTION_NOW
};

static int cannot(const struct command *c, const struct words *what, struct str detail)
{
    struct arena a = { 0 };
    const struct str text = FILL(&a, what, c->lang, { "wat", detail });
    fprintf(c->err, "dialoog: %.*s\n", STR_ARG(text));
    arena_end(&a);
    return EXIT_CANNOT;
}

/* The address as one types it in a browser; the port is known only now when 0 was asked. */
static struct str address_of(struct arena *a, const char *listen, int port)
{
    const char *colon = strrchr(listen, ':');
    const int host = colon ? (int)(colon - listen) : (int)strlen(listen);
    return arena_format(a, "%.*s:%d", host, listen, port);
}

/* Fills what the options say; false when one cannot be right. */
static bool configure(struct command *c, struct web_config *config)
{
    int64_t workers = 0;
    *config = (struct web_config){
        .listen = c->value[OPTION_LISTEN] ? c->value[OPTION_LISTEN] : "127.0.0.1:8080",
        .trust_proxy = c->value[OPTION_TRUST_PROXY] != NULL,
        .limiter = c->value[OPTION_NO_LIMITER] == NULL,
        .log_fd = c->value[OPTION_QUIET] ? -1 : STDOUT_FILENO,
        .cache_bytes = c->value[OPTION_NO_CACHE] ? 1 : 0,
        .frame = site_frame,
        .admit = people_admit,
        .sign_in = "/inloggen",
        .address = c->value[OPTION_SITE],
    };
    if (c->value[OPTION_WORKERS] &&
        (!str_number(str_of(c->value[OPTION_WORKERS]), 64, &workers) || workers < 1))
        return false;
    config->workers = (unsigned)workers;
    return !c->value[OPTION_NOW] || instant_read(str_of(c->value[OPTION_NOW]), &config->now);
}

/* Nobody waits for this: what came in is looked through, so that a cry for help stands on top, and read,
 * so that related voices are found. True when there may be more. */
static bool look(struct store *st, uint64_t *seen)
{
    const uint64_t version = store_version(
        st, tables_together(TABLE_INTAKE, tables_together(TABLE_VOICE, TABLE_VOICE_TEXT)));
    size_t looked = 0, read = 0;
    if (version == *seen) return false;
    const bool well = review_look(st, &looked) == OK;
    const bool readable = desk_read(st, &read) == OK;
    if (well && !looked && readable && !read) *seen = version;
    return readable && read;
}

/* What runs beside the pages. */
struct serving {
    struct web *web;
    struct control *control;
    struct mailer *mailer;
    struct jobs *jobs;
};
static const struct job_work *const works[] = { &seating_work, &digest_work };

static void serving_end(struct serving *s)
{
    jobs_end(s->jobs);
    mailer_end(s->mailer);
    control_stop(s->control);
    web_stop(s->web);
}

static enum err serving_start(struct serving *s, struct command *c,
                              const struct web_config *config, const struct settings *settings)
{
    TRY(web_start(&s->web, c->store, config));
    TRY(jobs_start(&s->jobs, c->store, works, COUNT_OF(works)));
    TRY(control_start(&s->control, c->store, c->dir, web_address(s->web).s));
    return mailer_start(&s->mailer, c->store, &settings->mail, config->now);
}

static struct str where_it_stands(struct arena *a, const struct command *c,
                                  const struct web_config *config, const struct web *web)
{
    return FILL(a, SAY("Dialoog staat klaar op http://{adres}/"), c->lang,
                { "adres", address_of(a, config->listen, web_port(web)) });
}

/* Until asked to stop, or until the disk failed: after that nothing written can be trusted. */
static bool serve_until(struct command *c, const sigset_t *stop, struct str site,
                        struct instant fixed)
{
    const struct timespec second = { .tv_sec = 1 }, moment = { .tv_nsec = 10 * 1000 * 1000 };
    bool more = false;
    uint64_t looked = UINT64_MAX;
    struct day tidied = { 0 }, asked = { 0 };
    while (sigtimedwait(stop, NULL, more ? &moment : &second) < 0 && store_ok(c->store)) {
        more = look(c->store, &looked);
        const struct instant now = fixed.s ? fixed : instant_now();
        tidy_at_night(c->store, now, &tidied);
        morning(c->store, site, now, &asked);
    }
    return store_ok(c->store);
}

/* Reads what was given: options and the config in the data directory. */
static int prepared(struct command *c, struct arena *a, struct web_config *config,
                    struct settings *settings)
{
    if (!configure(c, config)) {
        command_say(c->err, c->lang,
                    SAY("dialoog: schrijf achter --workers een getal van 1 tot 64, achter "
                        "--now een moment zoals 2023-06-27T17:30:00Z."));
        return EXIT_USAGE;
    }
    if (settings_read(a, c->dir, settings) == OK) return EXIT_DONE;
    return cannot(c, SAY("de server kan niet starten: {wat}"), str_of(err_sentence()));
}

static int serve(struct command *c, struct arena *a)
{
    struct web_config config;
    struct settings settings;
    struct serving s = { 0 };
    const int code = prepared(c, a, &config, &settings);
    if (code != EXIT_DONE) return code;
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, NULL); /* before the threads, so that all inherit it */
    signal(SIGPIPE, SIG_IGN);

    const enum err started = serving_start(&s, c, &config, &settings);
    if (started != OK) {
        serving_end(&s);
        if (started != ERR_INPUT)
            return cannot(c, SAY("de server kan niet starten: {wat}"), str_of(err_sentence()));
        command_say(c->err, c->lang,
                    SAY("dialoog: schrijf achter --listen een IP-adres en een poort, zoals "
                        "127.0.0.1:8080 of [::1]:8080."));
        return EXIT_USAGE;
    }
    fprintf(c->err, "%.*s\n", STR_ARG(where_it_stands(a, c, &config, s.web)));
    fflush(c->err);
    if (map_ready(c->store) != OK) fprintf(c->err, "dialoog: %s\n", err_sentence());
    const bool well = serve_until(c, &stop, web_address(s.web), config.now);
    serving_end(&s);
    if (!well)
        command_say(c->err, c->lang,
                    SAY("dialoog: de schijf weigert. Kijk de schijf na en start opnieuw."));
    return well ? EXIT_DONE : EXIT_CANNOT;
}

int command_serve(struct command *c)
{
    struct arena a = { 0 };
    const int code = serve(c, &a);
    arena_end(&a);
    return code;
}
