/* read.c — sheets: bytes to rows of typed cells. */
#include "base/csv.h"
#include "base/time.h"
#include "features/folder/files.h"
#include "features/folder/rows.h"

#include <string.h>

/* ---- one cell */

static const struct words *read_code(const struct column *c, struct str x, int64_t *n)
{
    int value;
    if (!term_read(c->term_of, c->first, c->end, x, &value))
        return SAY("{wat} kan hier niet staan. Kies uit: {keuze}.");
    *n = value;
    return NULL;
}

static bool read_colour(struct str x, int64_t *n)
{
    *n = 0;
    if (x.n != 7 || x.s[0] != '#') return false;
    for (size_t i = 1; i < x.n; i++) {
        const char *digits = "0123456789abcdef", *at = strchr(digits, x.s[i] | 0x20);
        if (!at || !*at) return false;
        *n = *n * 16 + (at - digits);
    }
    return true;
}

/* A number as the folder writes it: one spelling for each. */
static bool read_number(struct str x, int64_t least, int64_t *n)
{
    return str_number(x, 1000 * 1000 * 1000, n) && *n >= least && (x.n == 1 || x.s[0] != '0');
}

/* Control characters say nothing, and an override turns around whatever stands behind it. */
static bool readable(struct str text)
{
    while (text.n) {
        const uint32_t c = str_codepoint(&text);
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F || c == 0x202D ||
            c == 0x202E)
            return false;
    }
    return true;
}

/* Fills the value; gives the sentence when it cannot be. */
static const struct words *read_cell(const struct column *c, struct str x, struct value *v)
{
    struct day day;
    struct clock clock;
    struct url url;
    *v = (struct value){ .text = x };
    switch (c->cell) {
    case CELL_TEXT:
        v->text = csv_unguard(x);
        if (c->most && str_utf8(v->text) && str_letters(v->text) > c->most)
            return SAY("{wat} is langer dan 200 tekens. Maak deze titel korter.");
        return readable(x) ? NULL
                           : SAY("{wat} heeft een onzichtbaar teken dat hier niet hoort. Haal "
                                 "het weg, of typ de tekst opnieuw.");
    case CELL_NAME:
        return str_slug(x) ? NULL
                           : SAY("{wat} kan geen naam zijn. Gebruik kleine letters, cijfers en "
                                 "streepjes, hooguit 60 tekens.");
    case CELL_NUMBER:
        return read_number(x, 1, &v->n)
                   ? NULL
                   : SAY("{wat} is geen getal vanaf 1. Schrijf het in cijfers.");
    case CELL_COUNT:
        return read_number(x, 0, &v->n)
                   ? NULL
                   : SAY("{wat} is geen getal vanaf 0. Schrijf het in cijfers.");
    case CELL_DAY:
        if (!day_read(x, &day)) return SAY("{wat} is geen dag. Schrijf hem zoals 2023-06-27.");
        v->n = day.n;
        return NULL;
    case CELL_CLOCK:
        if (!clock_read(x, &clock)) return SAY("{wat} is geen tijd. Schrijf hem zoals 19:30.");
        v->n = clock.minutes;
        return NULL;
    case CELL_YES_NO:
        v->n = str_is(x, "yes");
        return v->n || str_is(x, "no") ? NULL
                                       : SAY("{wat} kan hier niet staan. Schrijf yes of no.");
    case CELL_CODE: return read_code(c, x, &v->n);
    case CELL_LANGUAGE:
        return language_tag(x)
                   ? NULL
                   : SAY("{wat} is geen taalcode. Schrijf bijvoorbeeld nl, en of tr.");
    case CELL_COLOUR:
        return read_colour(x, &v->n) ? NULL
                                     : SAY("{wat} is geen kleur. Schrijf hem zoals #00677f.");
    case CELL_URL:
        return url_check(x, &url) ? NULL : SAY("{wat} is geen adres. Begin met https://.");
    case CELL_FILE:
        return image_name(x) ? NULL
                             : SAY("{wat} kan geen bestandsnaam zijn. Gebruik letters zonder "
                                   "accent, cijfers, punt, streepje en liggend streepje.");
    case CELL_OTHER: v->n = -1; return NULL; /* found by folder_check */
    }
    return NULL;
}

static struct str choices(struct faults *f, const struct column *c)
{
    struct str all = { 0 };
    for (int i = c->first; c->cell == CELL_CODE && i < c->end; i++)
        all = arena_format(&f->a, "%.*s%s%s", STR_ARG(all), i > c->first ? ", " : "",
                           c->term_of(i).code);
    return all;
}

/* ---- the heading */

struct heading {
    size_t cell[CSV_FIELDS_MAX]; /* which cell each field is */
    size_t n;
    bool good;
};

/* "title_en" is a translation of title. */
static bool translation(struct folder *f, struct grid *g, struct str name, size_t *cell)
{
    const size_t columns = format_columns(g->format), each = format_translated(g->format);
    size_t of[TRANSLATED_MAX], bar = name.n, l;
    while (bar && name.s[bar - 1] != '_') bar--;
    if (!bar || !language_tag(str_from(name, bar))) return false;
    format_translations(g->format, of);
    for (size_t t = 0; t < each; t++) {
        if (!str_is(str_upto(name, bar - 1), g->format->columns[of[t]].name)) continue;
        l = grid_language(f->a, g, str_from(name, bar));
        if (l == LANGUAGES_MAX) return false;
        *cell = columns + l * each + t;
        return true;
    }
    return false;
}

static void read_heading(struct folder *f, struct grid *g, const struct csv_row *row,
                         struct heading *h)
{
    const struct format *format = g->format;
    const size_t columns = format_columns(format);
    const struct place at = { format->file, row->line, NULL };
    const int64_t faults = f->faults->n;
    bool seen[COLUMNS_MAX + LANGUAGES_MAX * TRANSLATED_MAX] = { false };
    h->n = row->n;
    for (size_t i = 0; i < row->n; i++) {
        const struct str name = row->fields[i];
        size_t cell = format_find(format, name);
        if (cell == COLUMNS_MAX && !translation(f, g, name, &cell)) {
            FAULT(f->faults, at,
                  SAY("de kolom {wat} kennen wij niet. Haal hem weg of verbeter de naam."),
                  { "wat", fault_quote(f->faults, name) });
            continue;
        }
        if (seen[cell])
            FAULT(f->faults, at, SAY("de kolom {wat} staat er twee keer. Haal er een weg."),
                  { "wat", fault_quote(f->faults, name) });
        seen[cell] = true;
        h->cell[i] = cell;
    }
    for (size_t c = 0; c < columns; c++) {
        g->without[c] = !seen[c];
        if (!seen[c] && !format->columns[c].late)
            FAULT(f->faults, at, SAY("de kolom {wat} ontbreekt. Zet hem in de eerste regel."),
                  { "wat", fault_quote(f->faults, str_of(format->columns[c].name)) });
    }
    h->good = f->faults->n == faults;
    g->partial = !h->good;
}

/* ---- rows */

static void read_row(struct folder *f, struct grid *g, const struct heading *h,
                     const struct csv_row *from, struct row *r)
{
    const struct format *format = g->format;
    const size_t columns = format_columns(format), each = format_translated(format);
    size_t of[TRANSLATED_MAX] = { 0 };
    format_translations(format, of);
    r->line = from->line;
    for (size_t i = 0; i < from->n; i++) {
        const size_t cell = h->cell[i];
        const struct str x = from->fields[i];
        if (!x.n) continue;
        const struct column *c =
            &format->columns[cell < columns ? cell : of[(cell - columns) % each]];
        const struct words *wrong = read_cell(c, x, &r->cell[cell]);
        if (!wrong) continue;
        FAULT(f->faults, ((struct place){ format->file, from->line, c->name }), wrong,
              { "wat", fault_quote(f->faults, x) }, { "keuze", choices(f->faults, c) });
        r->cell[cell] = (struct value){ 0 };
    }
    for (size_t c = 0; c < columns; c++) {
        bool empty = !r->cell[c].text.n;
        for (size_t i = 0; empty && i < from->n; i++)
            empty = h->cell[i] != c || !from->fields[i].n;
        if (empty && format->columns[c].required)
            FAULT_PLAIN(f->faults,
                        ((struct place){ format->file, from->line, format->columns[c].name }),
                        SAY("deze cel is leeg. Vul hem in."));
    }
}

static void say_csv_fault(struct folder *f, const struct format *format, const struct csv *c)
{
    const struct place at = { format->file, c->fault_line, NULL };
    const struct words *w = NULL;
    switch (c->fault) {
    case CSV_FINE: return;
    case CSV_NOT_UTF8:
        w = SAY("dit is geen UTF-8. Waarschijnlijk is het Windows-1252: bewaar het bestand "
                "opnieuw als "
                "\"CSV UTF-8\".");
        break;
    case CSV_UTF16:
        w = SAY("dit is UTF-16. Bewaar het bestand opnieuw als \"CSV UTF-8\".");
        break;
    case CSV_NUL:
        w = SAY("hier staat een NUL-teken. Dit is geen tekst, of het bestand is beschadigd.");
        break;
    case CSV_QUOTE:
        w = SAY("hier staat een aanhalingsteken midden in een cel. Zet de hele cel tussen "
                "aanhalingstekens en verdubbel die erbinnen.");
        break;
    case CSV_AFTER_QUOTE:
        w = SAY("na het sluitende aanhalingsteken staat nog iets. Verdubbel aanhalingstekens "
                "binnen een cel.");
        break;
    case CSV_UNCLOSED:
        w = SAY("het aanhalingsteken dat hier opent, sluit nergens. Zet er een achter de cel.");
        break;
    case CSV_LONG_FIELD:
        w = SAY("een cel is langer dan 100.000 bytes. Maak hem korter.");
        break;
    case CSV_MANY_FIELDS:
        w = SAY("deze regel heeft meer dan 200 cellen. Kijk de komma's na.");
        break;
    }
    FAULT_PLAIN(f->faults, at, w);
}

static void read_rows(struct folder *f, struct grid *g, struct str bytes)
{
    struct csv csv;
    struct csv_row *row = NEW(f->a, struct csv_row, 1);
    struct heading *h = NEW(f->a, struct heading, 1);
    if (csv_open(&csv, bytes) && csv_next(&csv, f->a, row)) {
        read_heading(f, g, row, h);
        while (csv_next(&csv, f->a, row)) {
            g->partial |= row->n != h->n;
            if (row->n != h->n)
                FAULT(f->faults, ((struct place){ g->format->file, row->line, NULL }),
                      SAY("deze regel heeft {cellen} cellen en de eerste regel {kolommen}. "
                          "Kijk de komma's en "
                          "aanhalingstekens na."),
                      { "cellen", fault_number(f->faults, (int64_t)row->n) },
                      { "kolommen", fault_number(f->faults, (int64_t)h->n) });
            else if (h->good)
                read_row(f, g, h, row, grid_add(f->a, g));
        }
    }
    say_csv_fault(f, g->format, &csv);
    g->partial |= csv.fault != CSV_FINE;
}

/* Says why a file is not there to be read; a sheet that is absent has no rows. */
static bool file_there(struct folder *f, const char *file, enum found found)
{
    const struct place at = { file, 0, NULL };
    switch (found) {
    case FOUND_FILE: return true;
    case FOUND_NOTHING: return false;
    case FOUND_OUTSIDE:
        FAULT_PLAIN(f->faults, at,
                    SAY("dit is een verwijzing naar een plek buiten de map. Zet het bestand "
                        "zelf in de map."));
        return false;
    case FOUND_OTHER:
        FAULT_PLAIN(f->faults, at, SAY("dit is geen gewoon bestand."));
        return false;
    case FOUND_LARGE:
        FAULT_PLAIN(
            f->faults, at,
            SAY("dit bestand is te groot. CSV mag 256 MB zijn, tekst 1 MB, een beeld 20 MB."));
        return false;
    case FOUND_UNREADABLE:
        FAULT_PLAIN(f->faults, at, SAY("dit bestand kunnen wij niet lezen."));
        return false;
    }
    return false;
}

/* A sheet whose name we do not know would otherwise go unnoticed. */
static void strangers(struct folder *f)
{
    struct str *names;
    size_t n;
    if (folder_names(f->dir, ".", f->a, &names, &n) != OK) return;
    for (size_t i = 0; i < n; i++) {
        bool known = !str_ends(names[i], STR(".csv"));
        for (size_t s = 0; s < SHEETS; s++) known |= str_is(names[i], formats[s].file);
        if (!known)
            FAULT(f->faults, (struct place){ 0 },
                  SAY("het bestand {wat} kennen wij niet. Verbeter de naam of haal het weg."),
                  { "wat", fault_quote(f->faults, names[i]) });
    }
}

void folder_read(struct folder *f, folder_say *say, void *with)
{
    for (size_t s = 0; s < SHEETS; s++) {
        struct str bytes;
        struct grid *g = &f->grids[s];
        g->format = &formats[s];
        if (!file_there(f, formats[s].file,
                        file_read(f->dir, formats[s].file, CSV_MOST, f->a, &bytes)))
            continue;
        read_rows(f, g, bytes);
        say(formats[s].file, (int64_t)g->n, with);
    }
    strangers(f);
}

/* ---- long texts */

/* SECTION.LANGUAGE.md */
static bool text_name(struct str file, int *section, struct str *lang)
{
    struct str rest = file, code, dot_md;
    return str_next(&rest, '.', &code) && str_next(&rest, '.', lang) &&
           str_next(&rest, '.', &dot_md) && !rest.s && str_is(dot_md, "md") &&
           language_tag(*lang) && term_read(section_term, 0, SECTIONS, code, section);
}

/* CRLF becomes LF. */
static struct str plain_lines(struct arena *a, struct str x)
{
    char *s = NEW(a, char, x.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < x.n; i++)
        if (x.s[i] != '\r' || i + 1 == x.n || x.s[i + 1] != '\n') s[n++] = x.s[i];
    return (struct str){ s, n };
}

static void read_text(struct folder *f, size_t dialogue, struct str path, struct str file)
{
    const struct place at = { arena_copy(f->a, fault_quote(f->faults, path)).s, 0, NULL };
    struct long_text *t = &f->texts[f->texts_n];
    struct str bytes;
    *t = (struct long_text){ .dialogue = dialogue };
    if (!text_name(file, &t->section, &t->lang)) {
        FAULT_PLAIN(f->faults, at,
                    SAY("deze naam kennen wij niet. Schrijf hem zoals how.nl.md; kijk in "
                        "docs/folder.md welke er zijn."));
        return;
    }
    if (!file_there(f, path.s, file_read(f->dir, path.s, MARKDOWN_MOST, f->a, &bytes))) return;
    if (!str_utf8(bytes)) {
        FAULT_PLAIN(f->faults, at,
                    SAY("dit is geen UTF-8. Bewaar het bestand opnieuw als UTF-8."));
        return;
    }
    if (!readable(bytes)) {
        FAULT_PLAIN(f->faults, at,
                    SAY("deze tekst heeft een onzichtbaar teken dat hier niet hoort. Haal het "
                        "weg, of typ de tekst opnieuw."));
        return;
    }
    t->body = plain_lines(f->a, bytes);
    f->texts_n++;
}

/* A translation goes with a text in the dialogue's own language. */
static void check_texts(struct folder *f, size_t dialogue, size_t from)
{
    const struct str own = cell_text(&f->grids[SHEET_DIALOGUES].rows[dialogue], D_LANGUAGE);
    for (size_t i = from; i < f->texts_n; i++) {
        bool there = false;
        for (size_t k = from; k < f->texts_n; k++)
            there |=
                f->texts[k].section == f->texts[i].section && str_eq(f->texts[k].lang, own);
        if (!there)
            FAULT(f->faults, (struct place){ 0 },
                  SAY("texts: {stuk} is wel vertaald, maar staat er niet in de taal van de "
                      "dialoog ({taal})."),
                  { "stuk", str_of(section_term(f->texts[i].section).code) }, { "taal", own });
    }
}

void folder_read_texts(struct folder *f)
{
    struct str *dialogues, *files;
    size_t n, files_n, dialogue;
    if (folder_names(f->dir, "texts", f->a, &dialogues, &n) != OK) return;
    for (size_t d = 0; d < n; d++) {
        const struct str folder = arena_format(f->a, "texts/%.*s", STR_ARG(dialogues[d]));
        if (!index_find(&f->grids[SHEET_DIALOGUES].by_key, dialogues[d], &dialogue)) {
            FAULT(f->faults, (struct place){ 0 },
                  SAY("texts: er is geen dialoog {wat} in dialogues.csv. Verbeter de naam van "
                      "de map."),
                  { "wat", fault_quote(f->faults, dialogues[d]) });
            continue;
        }
        if (folder_names(f->dir, folder.s, f->a, &files, &files_n) != OK) continue;
        struct long_text *more = NEW(f->a, struct long_text, f->texts_n + files_n);
        if (f->texts_n) memcpy(more, f->texts, f->texts_n * sizeof *more);
        f->texts = more;
        const size_t from = f->texts_n;
        for (size_t i = 0; i < files_n; i++)
            read_text(f, dialogue,
                      arena_format(f->a, "%.*s/%.*s", STR_ARG(folder), STR_ARG(files[i])),
                      files[i]);
        check_texts(f, dialogue, from);
    }
}
