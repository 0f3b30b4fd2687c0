/* admin.c — `dialoog admin`: who may work with the data, before anybody can sign in. */
#include "main/admin.h"

#include <string.h>

#include "base/bytes.h"
#include "base/out.h"
#include "features/dialogue/dialogue.h"
#include "features/people/people.h"

enum {
    ADMIN_DATA,
    ADMIN_EMAIL,
    ADMIN_NAME,
    ADMIN_ROLE,
    ADMIN_DIALOGUE,
    ADMIN_PASSWORD,
    ADMIN_SITE
};

struct job {
    struct command *c;
    struct arena *a;
    struct request req; /* as if the program itself asked */
    struct person_new who;
    struct str dialogue, kept;
    struct invited invited;
};

static const char *given(const struct command *c, int option)
{
    return c->value[option] ? c->value[option] : "";
}

static int said(const struct command *c, int code, const struct words *words)
{
    command_say(code == EXIT_DONE ? c->out : c->err, c->lang, words);
    return code;
}

static void say_link(struct job *job)
{
    struct command *c = job->c;
    const struct str site = str_of(c->value[ADMIN_SITE] ? c->value[ADMIN_SITE]
                                   : c->site            ? c->site
                                                        : "http://localhost:8080");
    const struct str text =
        FILL(job->a, SAY("Geef deze link aan {naam}. Hij werkt één keer, en drie dagen lang:"),
             c->lang, { "naam", job->who.name.n ? job->who.name : job->who.email });
    fprintf(c->out, "%.*s\n%.*s\n", STR_ARG(text),
            STR_ARG(people_link(job->a, site, job->invited.code)));
}

/* ---- add ---- */

static enum err add_work(struct tx *tx, void *with)
{
    struct job *job = with;
    struct dialogue_find_row row;
    bool found = true;
    job->req.db = tx->db;
    if (job->dialogue.n) {
        TRY(dialogue_find(tx->db, job->a, job->dialogue, &row, &found));
        if (!found) return FAIL(ERR_MISSING, "no such dialogue");
        job->who.dialogue = row.id;
    }
    TRY(people_add(tx, &job->req, &job->who, &job->invited));
    if (!job->kept.n) return OK;
    job->invited.code = STR("");
    return people_password(tx, &job->req, job->invited.person, job->kept);
}

/* A password from the terminal or a script; never as a word of the command, which others can see. */
static int take_password(struct job *job)
{
    struct command *c = job->c;
    char line[PASSWORD_BYTES + 2];
    struct str salt;
    if (!c->in)
        return said(c, EXIT_FAULTS,
                    SAY("dialoog: stop de server eerst. Een wachtwoord gaat niet langs hem."));
    if (!fgets(line, sizeof line, c->in)) line[0] = 0;
    const struct str password = str_upto(str_of(line), strcspn(line, "\r\n"));
    const struct str known[] = { job->who.name, job->who.email };
    const struct words *const mend =
        people_password_words(password_rule(password, known, COUNT_OF(known)));
    int code = EXIT_DONE;
    if (mend)
        code = said(c, EXIT_FAULTS, mend);
    else if (chance_bytes(job->a, PASSWORD_SALT, &salt) != OK ||
             password_make(job->a, password, salt, &job->kept) != OK)
        code = EXIT_CANNOT;
    bytes_wipe(line, sizeof line);
    return code;
}

static int add(struct job *job)
{
    struct command *c = job->c;
    job->who = (struct person_new){ .name = str_trim(str_of(given(c, ADMIN_NAME))),
                                    .email = str_of(given(c, ADMIN_EMAIL)),
                                    .role = WHO_ADMINISTRATOR };
    job->dialogue = str_of(given(c, ADMIN_DIALOGUE));
    if (c->value[ADMIN_ROLE] && !people_role_read(str_of(c->value[ADMIN_ROLE]), &job->who.role))
        return said(c, EXIT_USAGE,
                    SAY("dialoog: kies achter --role uit reader, host, writer, editor en "
                        "administrator."));
    if (c->value[ADMIN_PASSWORD]) {
        const int code = take_password(job);
        if (code != EXIT_DONE) return code;
    }
    switch (store_write(c->store, add_work, job)) {
    case OK: break;
    case ERR_INPUT:
        return said(c, EXIT_FAULTS,
                    SAY("dialoog: schrijf achter --name een naam en achter --email een adres. "
                        "Een administrator is dat overal."));
    case ERR_MISSING: return said(c, EXIT_FAULTS, SAY("dialoog: deze dialoog bestaat niet."));
    default: fprintf(c->err, "dialoog: %s\n", err_sentence()); return EXIT_CANNOT;
    }
    if (job->invited.code.n)
        say_link(job);
    else
        command_say(c->out, c->lang,
                    SAY("Klaar. Deze persoon kan inloggen met een wachtwoord."));
    return EXIT_DONE;
}

/* ---- reset ---- */

static enum err reset_work(struct tx *tx, void *with)
{
    struct job *job = with;
    struct person_find_row row;
    bool found;
    job->req.db = tx->db;
    TRY(person_find(tx->db, job->a, job->who.email, &row, &found));
    if (!found || row.has_ended) return FAIL(ERR_MISSING, "nobody of that address");
    job->who.name = arena_copy(job->a, row.name);
    return people_invite(tx, &job->req, row.id, true, &job->invited);
}

static int reset(struct job *job)
{
    struct command *c = job->c;
    if (c->arguments < 2 || !people_email(job->a, str_of(c->argument[1]), &job->who.email))
        return said(c, EXIT_USAGE,
                    SAY("dialoog: schrijf achter reset het e-mailadres van wie het gaat."));
    switch (store_write(c->store, reset_work, job)) {
    case OK: say_link(job); return EXIT_DONE;
    case ERR_MISSING:
        return said(c, EXIT_FAULTS, SAY("dialoog: niemand werkt hier met dat adres."));
    default: fprintf(c->err, "dialoog: %s\n", err_sentence()); return EXIT_CANNOT;
    }
}

/* ---- list ---- */

static enum err list_lines(struct job *job, struct db *db)
{
    struct people_list_row *people;
    size_t n;
    TRY(people_list(db, job->a, &people, &n));
    for (size_t i = 0; i < n; i++) {
        struct roles_of_row *roles;
        size_t roles_n;
        TRY(roles_of(db, job->a, people[i].id, STR("nl"), &roles, &roles_n));
        fprintf(job->c->out, "%-32.*s %-24.*s %s", STR_ARG(people[i].email),
                STR_ARG(people[i].name),
                people[i].has_ended ? "ended"
                : people[i].ready   ? "ready"
                                    : "invited");
        for (size_t r = 0; r < roles_n; r++)
            fprintf(job->c->out, " %.*s%s%.*s", STR_ARG(people_role_word(roles[r].role)),
                    roles[r].has_slug ? ":" : "", STR_ARG(roles[r].slug));
        fputc('\n', job->c->out);
    }
    return OK;
}

static int list(struct job *job)
{
    struct db *db;
    if (store_reader(job->c->store, &db) != OK) return EXIT_CANNOT;
    const enum err result = list_lines(job, db);
    store_reader_close(db);
    return result == OK ? EXIT_DONE : EXIT_CANNOT;
}

int command_admin(struct command *c)
{
    struct arena a = { 0 };
    struct job job = { .c = c,
                       .a = &a,
                       .req = { .arena = &a, .now = c->now, .lang = c->lang } };
    const struct str what = str_of(c->argument[0]);
    int code = EXIT_USAGE;
    if (str_is(what, "add"))
        code = add(&job);
    else if (str_is(what, "list"))
        code = list(&job);
    else if (str_is(what, "reset"))
        code = reset(&job);
    else
        said(c, EXIT_USAGE, SAY("dialoog: schrijf achter admin add, list of reset."));
    arena_end(&a);
    return code;
}
