/* read.c — a file that came back: each row beside the point it is about; see reword.h. */
#include "features/reword/reword.h"

#include "base/csv.h"

#include <stdlib.h>

struct reading {
    struct arena *a;
    const struct reword_draft *d;
    struct reword_back *back;
    enum lang lang;
    size_t number, basis, kind, theme;   /* places of columns; SIZE_MAX: absent */
    size_t texts[REWORD_LANGS], columns; /* of each language of the draft; how many in a row */
    bool *seen;                          /* of each point */
};

static void fault(struct reading *r, int64_t line, const struct words *what, struct str about)
{
    struct reword_back *b = r->back;
    if (b->faults_n == REWORD_FAULTS) return;
    struct str shown = str_upto(about, 40);
    shown = str_upto(shown, str_utf8_until(shown)); /* cut between two letters */
    b->faults[b->faults_n++] =
        (struct reword_fault){ line,
                               FILL(r->a, what, r->lang, { "wat", form_text(r->a, shown) }) };
}

/* ---- the file as a whole ---- */

static const struct words *why_not(enum csv_fault fault)
{
    switch (fault) {
    case CSV_FINE:
    case CSV_NOT_UTF8:
        return SAY("De letters zijn niet goed te lezen. Bewaar het opnieuw als CSV UTF-8.");
    case CSV_UTF16: return SAY("Dit is Unicode-tekst. Bewaar het opnieuw als CSV UTF-8.");
    case CSV_NUL: return SAY("Dit is geen CSV. Bewaar uw rekenblad als CSV UTF-8.");
    case CSV_QUOTE:
    case CSV_AFTER_QUOTE:
    case CSV_UNCLOSED:
        return SAY(
            "Een aanhalingsteken klopt hier niet. Bewaar het opnieuw vanuit uw rekenblad.");
    case CSV_LONG_FIELD: return SAY("Een cel is hier veel te lang. Maak hem korter.");
    case CSV_MANY_FIELDS:
        return SAY("Deze rij heeft te veel kolommen. Haal weg wat u toevoegde.");
    }
    abort();
}

static bool heading(struct reading *r, const struct csv_row *row)
{
    r->number = r->basis = r->kind = r->theme = SIZE_MAX;
    r->columns = row->n;
    for (size_t i = 0; i < REWORD_LANGS; i++) r->texts[i] = SIZE_MAX;
    for (size_t i = 0; i < row->n; i++) {
        const struct str name = str_trim(row->fields[i]);
        bool known = !name.n || str_is(name, "voices") || str_is(name, "findings");
        size_t *places[] = { &r->number, &r->basis, &r->kind, &r->theme };
        static const char *const names[] = { "number", "basis", "kind", "theme" };
        for (size_t k = 0; k < COUNT_OF(names); k++)
            if (str_is(name, names[k]) && *places[k] == SIZE_MAX) *places[k] = i, known = true;
        for (size_t k = 0; k < r->d->langs_n; k++)
            if (str_starts(name, STR("text_")) && str_eq(str_from(name, 5), r->d->langs[k]) &&
                r->texts[k] == SIZE_MAX)
                r->texts[k] = i, known = true;
        if (!known)
            fault(
                r, row->line,
                SAY("Kolom “{wat}” kennen wij niet, of hij staat er twee keer. Haal hem weg."),
                name);
    }
    if (r->number == SIZE_MAX || r->basis == SIZE_MAX)
        fault(r, row->line,
              SAY("De kolommen number en basis zijn weg. Begin met het bestand dat u hier "
                  "haalt."),
              STR(""));
    return r->back->faults_n == 0;
}

/* ---- one row ---- */

static const struct reword_point *point_of(struct reading *r, const struct csv_row *row)
{
    const struct str text = str_trim(row->fields[r->number]);
    int64_t number;
    if (!str_number(text, INT64_MAX, &number)) {
        fault(r, row->line, SAY("“{wat}” is geen nummer van een punt. Zet het nummer terug."),
              text);
        return NULL;
    }
    for (size_t i = 0; i < r->d->n; i++) {
        if (r->d->points[i].number != number) continue;
        if (r->seen[i]) {
            fault(r, row->line, SAY("Punt {wat} staat er twee keer. Haal één rij weg."), text);
            return NULL;
        }
        r->seen[i] = true;
        return &r->d->points[i];
    }
    fault(r, row->line, SAY("Punt {wat} is er niet meer. Haal deze rij weg."), text);
    return NULL;
}

/* A sentence as the field on the page of a point would take it. */
static struct str sentence(struct reading *r, struct str cell)
{
    return draft_line(r->a, form_text(r->a, csv_unguard(cell)));
}

static int64_t letters(struct str x)
{
    int64_t n = 0;
    while (str_codepoint(&x)) n++;
    return n;
}

static void read_texts(struct reading *r, const struct csv_row *row, struct reword_change *c)
{
    c->texts = NEW(r->a, struct reword_text, r->d->langs_n);
    for (size_t i = 0; i < r->d->langs_n; i++) {
        if (r->texts[i] == SIZE_MAX) continue;
        const struct str lang = r->d->langs[i], was = reword_said(c->point, lang),
                         cell = row->fields[r->texts[i]];
        if (str_eq(csv_unguard(cell), was)) continue;
        const struct str is = sentence(r, cell);
        if (str_eq(is, sentence(r, was))) continue; /* also of several lines */
        if (!is.n && str_eq(lang, r->d->own))
            fault(r, row->line, SAY("Hier staat geen zin. Schrijf wat punt {wat} zegt."),
                  row->fields[r->number]);
        if (letters(is) > REWORD_LONG)
            fault(r, row->line,
                  SAY("De zin van punt {wat} is langer dan 400 tekens. Maak hem korter."),
                  row->fields[r->number]);
        c->texts[c->texts_n++] = (struct reword_text){ lang, was, is };
    }
}

static void read_kind(struct reading *r, const struct csv_row *row, struct reword_change *c)
{
    int value;
    c->kind = c->point->kind;
    if (r->kind == SIZE_MAX) return;
    const struct str code = str_trim(row->fields[r->kind]);
    if (!term_read(kind_term, 0, POINT_KINDS, code, &value)) {
        fault(r, row->line,
              SAY("“{wat}” is geen soort. Kies: goes-well, must-improve, needed, question of "
                  "tip."),
              code);
        return;
    }
    c->kind = (enum kind)value;
    c->kind_changes = c->kind != c->point->kind;
}

/* Does the row still say what it said when the file was made? Then nobody wants anything of it. */
static bool untouched(struct reading *r, const struct csv_row *row, enum kind kind)
{
    struct reword_point then = { .kind = kind,
                                 .texts = NEW(r->a, struct point_words, r->d->langs_n) };
    for (size_t i = 0; i < r->d->langs_n; i++) {
        const struct str lang = r->d->langs[i];
        if (r->texts[i] == SIZE_MAX) continue;
        const struct str said = csv_unguard(row->fields[r->texts[i]]);
        size_t at = then.texts_n;
        if (!said.n) continue;
        for (; at && str_cmp(then.texts[at - 1].lang, lang) > 0; at--)
            then.texts[at] = then.texts[at - 1];
        then.texts[at] = (struct point_words){ lang, said };
        then.texts_n++;
    }
    return str_eq(str_trim(row->fields[r->basis]), reword_basis(r->a, &then));
}

static void read_row(struct reading *r, const struct csv_row *row)
{
    struct reword_change c = { 0 };
    if (row->n != r->columns) {
        fault(r, row->line, SAY("Deze rij heeft niet evenveel kolommen als de eerste rij."),
              STR(""));
        return;
    }
    c.point = point_of(r, row);
    if (!c.point) return;
    read_texts(r, row, &c);
    read_kind(r, row, &c);
    if (r->theme != SIZE_MAX &&
        !str_eq(str_trim(row->fields[r->theme]), c.point->has_theme ? c.point->theme : STR("")))
        fault(r, row->line,
              SAY("Het thema van punt {wat} verandert u op de pagina van dat punt. Zet het "
                  "terug."),
              row->fields[r->number]);
    if ((!c.texts_n && !c.kind_changes) || untouched(r, row, c.kind)) return;
    c.conflict = !str_eq(str_trim(row->fields[r->basis]), reword_basis(r->a, c.point));
    r->back->conflicts += c.conflict;
    r->back->changes[r->back->n++] = c;
}

void reword_read(struct arena *a, const struct reword_draft *d, struct str bytes,
                 enum lang lang, struct reword_back *back)
{
    struct csv csv;
    struct csv_row *row = NEW(a, struct csv_row, 1);
    struct reading r = { .a = a, .d = d, .back = back, .lang = lang };

    *back = (struct reword_back){ .changes = NEW(a, struct reword_change, d->n) };
    r.seen = NEW(a, bool, d->n + 1);
    bool good = csv_open(&csv, bytes) && csv_next(&csv, a, row);
    if (!good && csv.fault == CSV_FINE) fault(&r, 0, SAY("Dit bestand is leeg."), STR(""));
    good = good && heading(&r, row);
    while (good && back->faults_n < REWORD_FAULTS && csv_next(&csv, a, row)) {
        if (++back->rows > REWORD_ROWS) {
            fault(&r, row->line,
                  SAY("Het bestand heeft meer dan 5.000 rijen. Maak er twee van."), STR(""));
            break;
        }
        read_row(&r, row);
    }
    if (csv.fault != CSV_FINE) fault(&r, csv.fault_line, why_not(csv.fault), STR(""));
    if (back->n - back->conflicts > REWORD_MOST)
        fault(&r, 0,
              SAY("Verander ten hoogste 500 punten tegelijk. Maak er twee bestanden van."),
              STR(""));
    if (back->faults_n) back->n = back->conflicts = 0;
}
