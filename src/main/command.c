/* command.c — reading a command line by the table of commands, and its help. */
#include "main/command.h"

#include "base/out.h"

#include <string.h>

void command_say(FILE *out, enum lang lang, const struct words *words)
{
    const struct str text = words_in(words, lang);
    fprintf(out, "%.*s\n", STR_ARG(text));
}

/* Usage as the reader's language has it: MAP is FOLDER in English. Only whole words in capitals. */
static struct str usage_in(struct arena *a, enum lang lang, const char *usage)
{
    struct out o = out_start(a, SIZE_MAX, lang);
    const struct {
        const char *dutch;
        const struct words *said;
    } words[] = {
        { "MAP", SAY("MAP") },     { "BESTAND", SAY("BESTAND") }, { "NAAM", SAY("NAAM") },
        { "TEKST", SAY("TEKST") }, { "ADRES", SAY("ADRES") },     { "MOMENT", SAY("MOMENT") },
    };
    for (struct str rest = str_of(usage); rest.n;) {
        size_t n = 0, i = 0;
        while (n < rest.n && rest.s[n] >= 'A' && rest.s[n] <= 'Z') n++;
        while (n && i < COUNT_OF(words) && !str_is(str_upto(rest, n), words[i].dutch)) i++;
        out_raw(&o, n && i < COUNT_OF(words) ? words_in(words[i].said, lang)
                                             : str_upto(rest, n ? n : 1));
        rest = str_from(rest, n ? n : 1);
    }
    return (struct str){ o.s, o.n };
}

static void overview(FILE *out, enum lang lang)
{
    struct arena a = { 0 };
    command_say(out, lang, SAY("Dialoog: een stad luistert, beslist en doet wat is beloofd."));
    fputc('\n', out);
    for (size_t i = 0; i < commands_n; i++) {
        const struct str help = words_in(commands[i].help(), lang);
        const struct str usage = usage_in(&a, lang, commands[i].usage);
        fprintf(out, "  dialoog %-9s %-32.*s %.*s\n", commands[i].name, STR_ARG(usage),
                STR_ARG(help));
    }
    arena_end(&a);
    fputc('\n', out);
    command_say(out, lang, SAY("Meer over een opdracht: dialoog OPDRACHT --help"));
}

void command_help(FILE *out, enum lang lang, const struct command_about *about)
{
    if (!about) {
        overview(out, lang);
        return;
    }
    struct arena a = { 0 };
    const struct str usage = usage_in(&a, lang, about->usage);
    fprintf(out, "dialoog %s %.*s\n\n", about->name, STR_ARG(usage));
    command_say(out, lang, about->help());
    fputc('\n', out);
    for (size_t i = 0; i < VALUES && about->options[i].name; i++) {
        const struct option_about *o = &about->options[i];
        char left[64];
        const struct str value = usage_in(&a, lang, o->value ? o->value : "");
        snprintf(left, sizeof left, "--%s%s%.*s", o->name, o->value ? " " : "", STR_ARG(value));
        const struct str help = words_in(o->help(), lang);
        fprintf(out, "  %-28s %.*s\n", left, STR_ARG(help));
    }
    arena_end(&a);
    fputc('\n', out);
    command_say(out, lang,
                SAY("Antwoord aan de schil: 0 gelukt, 1 fouten in wat u gaf, 2 verkeerd "
                    "gebruik, 3 het kon niet."));
}

static int complain(const struct command *c, const struct words *what, const char *word,
                    const struct command_about *about)
{
    struct arena a = { 0 };
    const struct str text = FILL(&a, what, c->lang, { "woord", str_of(word) });
    fprintf(c->err, "dialoog: %.*s\n", STR_ARG(text));
    if (about) {
        const struct str usage = usage_in(&a, c->lang, about->usage);
        fprintf(c->err, "dialoog %s %.*s\n", about->name, STR_ARG(usage));
    }
    arena_end(&a);
    return EXIT_USAGE;
}

/* Takes `--name`, `--name value` or `--name=value`; moves *at past a value. */
static int take_option(struct command *c, const struct command_about *about, int argc,
                       char **argv, int *at)
{
    const char *word = argv[*at] + 2, *equals = strchr(word, '=');
    const size_t n = equals ? (size_t)(equals - word) : strlen(word);
    for (size_t i = 0; i < VALUES && about->options[i].name; i++) {
        const struct option_about *o = &about->options[i];
        if (strlen(o->name) != n || memcmp(o->name, word, n) != 0) continue;
        if (!o->value && equals)
            return complain(c, SAY("Achter {woord} hoort niets."), argv[*at], about);
        if (o->value && !equals && *at + 1 >= argc)
            return complain(c, SAY("Achter {woord} hoort nog iets."), argv[*at], about);
        c->value[i] = !o->value ? "" : equals ? equals + 1 : argv[++*at];
        if (strcmp(o->name, "data") == 0) c->dir = c->value[i];
        return EXIT_DONE;
    }
    return complain(c, SAY("Deze keuze bestaat niet: {woord}"), argv[*at], about);
}

const struct command_about *command_parse(struct command *c, int argc, char **argv, int *code)
{
    const struct command_about *about = NULL;
    *code = EXIT_USAGE;
    if (argc < 2) {
        overview(c->err, c->lang);
        return NULL;
    }
    const bool help = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
                      strcmp(argv[1], "help") == 0;
    if (strcmp(argv[1], "--version") == 0) {
        fputs("dialoog " DIALOOG_VERSION "\n", c->out);
        *code = EXIT_DONE;
        return NULL;
    }
    for (size_t i = 0; i < commands_n && !help; i++)
        if (strcmp(commands[i].name, argv[1]) == 0) about = &commands[i];
    if (help) {
        overview(c->out, c->lang);
        *code = EXIT_DONE;
        return NULL;
    }
    if (!about) {
        complain(c, SAY("Deze opdracht bestaat niet: {woord}. Kijk bij: dialoog --help"),
                 argv[1], NULL);
        return NULL;
    }
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            command_help(c->out, c->lang, about);
            *code = EXIT_DONE;
            return NULL;
        }
        if (strncmp(argv[i], "--", 2) == 0 && argv[i][2]) {
            if (take_option(c, about, argc, argv, &i) != EXIT_DONE) return NULL;
        } else if (c->arguments >= about->arguments_max) {
            complain(c, SAY("Hier staat te veel: {woord}"), argv[i], about);
            return NULL;
        } else {
            c->argument[c->arguments++] = argv[i];
        }
    }
    if (c->arguments < about->arguments_min) {
        complain(c, SAY("Er ontbreekt iets achter {woord}."), argv[1], about);
        return NULL;
    }
    if (about->needs != NEEDS_NOTHING && !c->dir) {
        complain(c, SAY("Zeg met --data in welke map de gegevens staan."), argv[1], about);
        return NULL;
    }
    *code = EXIT_DONE;
    return about;
}
