/* commands.c — every command of `dialoog`: its words, its help, and what it calls. */
#include "main/command.h"

#include "base/out.h"
#include "features/dialogue/dialogue.h"
#include "features/folder/folder.h"
#include "features/report/report.h"
#include "main/admin.h"
#include "main/care.h"
#include "main/map.h"
#include "main/tidy.h"
#include "main/snapshot.h"
#include "web/web.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HELP(name, said)                                                                       \
    static const struct words *name(void)                                                      \
    {                                                                                          \
        return said;                                                                           \
    }

HELP(help_serve, SAY("Laat de site zien aan wie hem opvraagt."))
HELP(help_load, SAY("Leest een map met een dialoog in. Alles of niets."))
HELP(help_publish, SAY("Maakt van het concept een verslag dat niet meer verandert."))
HELP(help_export, SAY("Schrijft een map met alles wat openbaar is."))
HELP(help_backup, SAY("Kopieert alle gegevens naar een bestand, ook terwijl de site draait."))
HELP(help_generate, SAY("Maakt een verzonnen stad, om mee te oefenen en te meten."))
HELP(
    help_erase_picture,
    SAY("Wist een afbeelding, ook uit verslagen die al gepubliceerd zijn. Dit kan niet terug."))
HELP(help_snapshot,
     SAY("Schrijft de openbare site als bestanden, om te bewaren of uit te delen."))
HELP(help_admin,
     SAY("Voegt mensen toe die aan dialogen werken, toont ze, of nodigt ze opnieuw uit."))
HELP(help_check, SAY("Kijkt of het bestand heel is, en of alle sommen en edities kloppen."))
HELP(help_tidy, SAY("Wist wat voorbij zijn einddatum is. De server doet dit zelf elke nacht."))
HELP(help_pages, SAY("Toont elke pagina: adres, manier, wie erin mag, bestand."))

HELP(help_data, SAY("map met de gegevens"))
HELP(help_listen, SAY("adres en poort, standaard 127.0.0.1:8080"))
HELP(help_trust_proxy, SAY("geloof het adres dat de proxy ervoor doorgeeft"))
HELP(help_workers, SAY("aantal werkers, standaard een per kern"))
HELP(help_no_limiter, SAY("geen grens aan het aantal verzoeken per adres (alleen om te meten)"))
HELP(help_no_cache, SAY("bewaar geen pagina’s (alleen om te meten)"))
HELP(help_quiet, SAY("geen regel per verzoek"))
HELP(help_now, SAY("doe alsof het dit moment is (om te testen)"))
HELP(help_dry_run, SAY("kijk alleen of alles klopt"))
HELP(help_dialogue, SAY("alleen deze dialoog"))
HELP(help_note, SAY("wat u over deze editie wilt zeggen"))
HELP(help_all, SAY("ook wat niet openbaar is"))
HELP(help_seed, SAY("getal waaruit de stad ontstaat; hetzelfde getal geeft dezelfde stad"))
HELP(help_findings, SAY("aantal bevindingen"))
HELP(help_voices, SAY("aantal keer inbreng"))
HELP(help_themes, SAY("aantal thema’s"))
HELP(help_commitments, SAY("aantal toezeggingen, met hun adviezen, antwoorden en daden"))
HELP(help_services, SAY("aantal voorzieningen op de kaart (met map)"))
HELP(help_map,
     SAY("Leest voorzieningen in uit een tabel, of schrijft ze erin: de sociale kaart."))
HELP(help_source, SAY("naam van de bron, zoals welzijn; standaard: eigen"))
HELP(help_elsewhere, SAY("deze bron is de baas: wijzig haar gegevens hier niet"))
HELP(help_columns, SAY("kolommen die anders heten: Titel=name,Straat=address"))
HELP(help_folder, SAY("bewaar ook de map"))
HELP(help_site, SAY("adres voor de wereld, zoals https://dialoog.voorbeeld.nl"))
HELP(help_email, SAY("e-mailadres waarmee iemand inlogt"))
HELP(help_name, SAY("naam, zoals collega’s die kennen"))
HELP(help_role, SAY("reader, host, writer, editor of administrator (standaard)"))
HELP(help_role_where, SAY("de rol geldt alleen in deze dialoog"))
HELP(help_password, SAY("lees een wachtwoord van de eerste regel, in plaats van een link"))

/* ---- publish */

enum { PUBLISH_DATA, PUBLISH_DIALOGUE, PUBLISH_NOTE, PUBLISH_NOW };

static void say_line(struct str line, void *with)
{
    fprintf(with, "%.*s\n", STR_ARG(line));
}

struct publishing {
    struct command *c;
    struct str dialogue;
    struct edition made;
};

static enum err publish_work(struct tx *tx, void *with)
{
    struct publishing *p = with;
    const char *note = p->c->value[PUBLISH_NOTE];
    return report_publish(tx, p->dialogue, str_of(note ? note : ""), p->c->now, p->c->lang,
                          say_line, p->c->err, &p->made);
}

/* Publishes one dialogue and says what came of it. */
static int publish_one(struct command *c, struct arena *a, struct str dialogue)
{
    struct publishing p = { .c = c, .dialogue = dialogue };
    const struct word_arg who = { "dialoog", dialogue };
    const struct words *words;
    int code = EXIT_FAULTS;
    switch (store_write(c->store, publish_work, &p)) {
    case OK:
        words = SAY("{dialoog}: editie {nummer} is verschenen.");
        code = EXIT_DONE;
        break;
    case ERR_CLASH:
        words = SAY("{dialoog}: er is niets veranderd, dus er komt geen nieuwe editie.");
        code = EXIT_DONE;
        break;
    case ERR_MISSING: words = SAY("{dialoog}: deze dialoog bestaat niet."); break;
    case ERR_FORM:
        words = SAY("{dialoog}: nog niet verschenen. Los eerst op wat hierboven staat.");
        break;
    default: fprintf(c->err, "dialoog: %s\n", err_sentence()); return EXIT_CANNOT;
    }
    const struct str number = arena_format(a, "%lld", (long long)p.made.number);
    const struct word_arg args[] = { who, { "nummer", number } };
    const struct str text = words_fill(a, words, c->lang, args, COUNT_OF(args));
    fprintf(code == EXIT_DONE ? c->out : c->err, "%.*s\n", STR_ARG(text));
    return code;
}

/* Every dialogue of the data, gathered first: publishing writes while this reads. */
struct names {
    struct arena *a;
    struct str at[256];
    size_t n;
};
static enum err take_name(const struct dialogue_list_row *row, void *with)
{
    struct names *names = with;
    if (names->n == COUNT_OF(names->at)) return FAIL(ERR_LIMIT, "more than 256 dialogues");
    names->at[names->n++] = arena_copy(names->a, row->slug);
    return OK;
}

static int publish_all(struct command *c, struct arena *a)
{
    struct names names = { .a = a };
    struct db *db;
    enum err e = store_reader(c->store, &db);
    if (e == OK) {
        e = dialogue_list(db, take_name, &names);
        store_reader_close(db);
    }
    if (e != OK) {
        fprintf(c->err, "dialoog: %s\n", err_sentence());
        return EXIT_CANNOT;
    }
    if (!names.n) {
        command_say(c->err, c->lang,
                    SAY("dialoog: er staat nog geen dialoog in deze gegevens."));
        return EXIT_FAULTS;
    }
    int code = EXIT_DONE;
    for (size_t i = 0; i < names.n; i++) {
        const int one = publish_one(c, a, names.at[i]);
        if (one > code) code = one;
    }
    return code;
}

static int command_publish(struct command *c)
{
    struct arena a = { 0 };
    if (c->value[PUBLISH_NOW] && !instant_read(str_of(c->value[PUBLISH_NOW]), &c->now)) {
        command_say(
            c->err, c->lang,
            SAY("dialoog: schrijf achter --now een moment zoals 2023-06-27T17:30:00Z."));
        return EXIT_USAGE;
    }
    const char *one = c->value[PUBLISH_DIALOGUE];
    const int code = one ? publish_one(c, &a, str_of(one)) : publish_all(c, &a);
    arena_end(&a);
    return code;
}

/* ---- backup */

static void show_progress(int done, int total, void *with)
{
    const struct command *c = with;
    if (isatty(fileno(c->err))) fprintf(c->err, "\r%d / %d  ", done, total);
}

static int command_backup(struct command *c)
{
    const enum err e = store_backup(c->store, c->argument[0], show_progress, c);
    if (e == OK) {
        struct arena a = { 0 };
        const struct str file = str_of(c->argument[0]);
        const struct str text = FILL(&a, SAY("Kopie gemaakt en nagekeken: {bestand}"), c->lang,
                                     { "bestand", file });
        if (isatty(fileno(c->err))) fputc('\n', c->err);
        fprintf(c->out, "%.*s\n", STR_ARG(text));
        arena_end(&a);
        return EXIT_DONE;
    }
    if (e == ERR_CLASH)
        command_say(c->err, c->lang,
                    SAY("dialoog: dat bestand is er al. Kies een andere naam."));
    else
        fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}

/* ---- erase-picture */

static enum err erase_picture_work(struct tx *tx, void *with)
{
    const struct command *c = with;
    struct arena a = { 0 };
    const enum err e = picture_erase(tx, &a, str_of(c->argument[0]), c->now);
    arena_end(&a);
    return e;
}

static int command_erase_picture(struct command *c)
{
    const enum err e = store_write(c->store, erase_picture_work, c);
    if (e == OK) {
        command_say(
            c->out, c->lang,
            SAY("Gewist. Wat iemand al bewaarde of printte, kunnen wij niet terughalen."));
        return EXIT_DONE;
    }
    if (e == ERR_MISSING) {
        command_say(
            c->err, c->lang,
            SAY("dialoog: die afbeelding is er niet. Neem de code uit het adres, achter "
                "/beeld/."));
        return EXIT_FAULTS;
    }
    fprintf(c->err, "dialoog: %s\n", err_why());
    return EXIT_CANNOT;
}

/* ---- the folder */

enum { LOAD_DATA, LOAD_DRY_RUN };
enum { EXPORT_DATA, EXPORT_ALL };
enum {
    GENERATE_DATA,
    GENERATE_SEED,
    GENERATE_FINDINGS,
    GENERATE_VOICES,
    GENERATE_THEMES,
    GENERATE_COMMITMENTS,
    GENERATE_FOLDER,
    GENERATE_SERVICES
};

static int command_load(struct command *c)
{
    const struct folder_talk talk = { .err = c->err, .lang = c->lang, .now = c->now };
    return folder_load(c->store, c->argument[0], c->value[LOAD_DRY_RUN] != NULL, &talk);
}

static int command_export(struct command *c)
{
    const struct folder_talk talk = { .err = c->err, .lang = c->lang };
    return folder_export(c->store, c->argument[0], c->value[EXPORT_ALL] != NULL, &talk);
}

/* A number of the command line, or what stands there when it was not given. */
static bool take_number(const struct command *c, int option, int64_t most, int *to)
{
    int64_t number;
    if (!c->value[option]) return true;
    if (!str_number(str_of(c->value[option]), most, &number)) return false;
    *to = (int)number;
    return true;
}

static int command_generate(struct command *c)
{
    const struct folder_talk talk = { .err = c->err, .lang = c->lang };
    struct city city = CITY_DEFAULT;
    int64_t seed = (int64_t)city.seed;
    int services = MAP_SERVICES;
    if ((c->value[GENERATE_SEED] &&
         !str_number(str_of(c->value[GENERATE_SEED]), INT64_MAX, &seed)) ||
        !take_number(c, GENERATE_FINDINGS, 10000000, &city.findings) ||
        !take_number(c, GENERATE_VOICES, 10000000, &city.voices) ||
        !take_number(c, GENERATE_THEMES, 1000, &city.themes) ||
        !take_number(c, GENERATE_COMMITMENTS, 1000000, &city.commitments) ||
        !take_number(c, GENERATE_SERVICES, 1000000, &services) ||
        (c->arguments && !str_is(str_of(c->argument[0]), "map"))) {
        command_say(c->err, c->lang, SAY("dialoog: schrijf achter elke keuze een heel getal."));
        return EXIT_USAGE;
    }
    if (c->arguments) return map_command_generate(c, (uint64_t)seed, services);
    city.seed = (uint64_t)seed;
    city.dir = c->value[GENERATE_FOLDER];
    return folder_generate(c->store, &city, &talk);
}

/* ---- pages */

static int command_pages(struct command *c)
{
    static const char *const who[] = {
        [WHO_ANYONE] = "anyone", [WHO_READER] = "reader", [WHO_HOST] = "host",
        [WHO_WRITER] = "writer", [WHO_EDITOR] = "editor", [WHO_ADMINISTRATOR] = "administrator"
    };
    for (size_t i = 0; i < web_pages_n; i++) {
        const struct page *p = web_pages[i];
        fprintf(c->out, "%-54s %-8s %-13s %-24s %s\n", p->path,
                p->open     ? "GET=POST" /* a POST asks the same */
                : !p->act   ? "GET"
                : p->handle ? "GET+POST"
                            : "POST",
                who[p->who], p->query ? p->query : "-", p->file);
    }
    return EXIT_DONE;
}

const struct command_about commands[] = {
    { "serve",
      "--data MAP [--listen 127.0.0.1:8080]",
      help_serve,
      NEEDS_MAKING,
      0,
      0,
      { { "data", "MAP", help_data },
        { "listen", "ADRES", help_listen },
        { "site", "ADRES", help_site },
        { "trust-proxy", NULL, help_trust_proxy },
        { "workers", "N", help_workers },
        { "no-limiter", NULL, help_no_limiter },
        { "no-cache", NULL, help_no_cache },
        { "quiet", NULL, help_quiet },
        { "now", "MOMENT", help_now } },
      command_serve,
      false },
    { "load",
      "MAP --data MAP [--dry-run]",
      help_load,
      NEEDS_MAKING,
      1,
      1,
      { { "data", "MAP", help_data }, { "dry-run", NULL, help_dry_run } },
      command_load,
      false },
    { "publish",
      "--data MAP [--dialogue NAAM]",
      help_publish,
      NEEDS_WRITING,
      0,
      0,
      { { "data", "MAP", help_data },
        { "dialogue", "NAAM", help_dialogue },
        { "note", "TEKST", help_note },
        { "now", "MOMENT", help_now } },
      command_publish,
      false },
    { "export",
      "MAP --data MAP [--all]",
      help_export,
      NEEDS_READING,
      1,
      1,
      { { "data", "MAP", help_data }, { "all", NULL, help_all } },
      command_export,
      false },
    { "generate",
      "[map] --data MAP [--seed N]",
      help_generate,
      NEEDS_MAKING,
      0,
      1,
      { { "data", "MAP", help_data },
        { "seed", "N", help_seed },
        { "findings", "N", help_findings },
        { "voices", "N", help_voices },
        { "themes", "N", help_themes },
        { "commitments", "N", help_commitments },
        { "folder", "MAP", help_folder },
        { "services", "N", help_services } },
      command_generate,
      true },
    { "map",
      "load|write|areas|load-places|write-places BESTAND --data MAP [--source NAAM]",
      help_map,
      NEEDS_MAKING,
      2,
      2,
      { { "data", "MAP", help_data },
        { "source", "NAAM", help_source },
        { "elsewhere", NULL, help_elsewhere },
        { "columns", "KOLOMMEN", help_columns },
        { "dry-run", NULL, help_dry_run } },
      command_map,
      false },
    { "backup",
      "BESTAND --data MAP",
      help_backup,
      NEEDS_READING,
      1,
      1,
      { { "data", "MAP", help_data } },
      command_backup,
      false },
    { "erase-picture",
      "CODE --data MAP",
      help_erase_picture,
      NEEDS_WRITING,
      1,
      1,
      { { "data", "MAP", help_data } },
      command_erase_picture,
      true },
    { "snapshot",
      "MAP --data MAP [--site ADRES]",
      help_snapshot,
      NEEDS_READING,
      1,
      1,
      { { "data", "MAP", help_data }, { "site", "ADRES", help_site } },
      command_snapshot,
      false },
    { "admin",
      "add|list|reset [ADRES] --data MAP",
      help_admin,
      NEEDS_MAKING,
      1,
      2,
      { { "data", "MAP", help_data },
        { "email", "ADRES", help_email },
        { "name", "NAAM", help_name },
        { "role", "ROL", help_role },
        { "dialogue", "NAAM", help_role_where },
        { "password-stdin", NULL, help_password },
        { "site", "ADRES", help_site } },
      command_admin,
      true },
    { "check",
      "--data MAP",
      help_check,
      NEEDS_READING,
      0,
      0,
      { { "data", "MAP", help_data } },
      command_check,
      false },
    { "tidy",
      "--data MAP",
      help_tidy,
      NEEDS_WRITING,
      0,
      0,
      { { "data", "MAP", help_data }, { "now", "MOMENT", help_now } },
      command_tidy,
      false },
    { "pages", "", help_pages, NEEDS_NOTHING, 0, 0, { { 0 } }, command_pages, false },
};
const size_t commands_n = COUNT_OF(commands);
