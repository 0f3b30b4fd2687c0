/* read.c — a file that came back: each row beside the thing it is about; see spreadsheet.h. */
#include "features/spreadsheet/inside.h"

#include "base/csv.h"

#include <stdlib.h>

struct file {
    struct spread_reading r;
    const struct spread_kind *k;
    size_t at[SPREAD_COLUMNS]; /* where each column stands; SIZE_MAX: it was left out */
    size_t width;
    int64_t line;
    bool *seen;  /* of each thing */
    size_t next; /* rows mostly come in the order they went */
    bool bad;    /* this row */
};

static void fault(struct file *f, int64_t line, const struct words *what, struct str about)
{
    struct spread_back *b = f->r.back;
    f->bad = true;
    if (b->faults_n == SPREAD_FAULTS) return;
    struct str shown = str_upto(about, 40);
    shown = str_upto(shown, str_utf8_until(shown)); /* cut between two letters */
    b->faults[b->faults_n++] =
        (struct spread_fault){ line, FILL(f->r.a, what, f->r.lang,
                                          { "wat", form_text(f->r.a, shown) }) };
}

void spread_wrong(struct spread_reading *r, const struct words *what, struct str about)
{
    fault((struct file *)r, r->change->line, what,
          about); /* a reading is the head of its file */
}

bool spread_changes(const struct spread_change *c, const struct spread_table *t,
                    const char *column)
{
    for (size_t i = 0; i < c->values_n; i++)
        if (str_is(t->columns[c->values[i].column].name, column)) return true;
    return false;
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

static bool heading(struct file *f, const struct csv_row *row)
{
    const struct spread_table *t = f->r.t;
    f->width = row->n;
    for (size_t k = 0; k < t->columns_n; k++) f->at[k] = SIZE_MAX;
    for (size_t i = 0; i < row->n; i++) {
        const struct str name = str_trim(row->fields[i]);
        bool known = !name.n;
        for (size_t k = 0; k < t->columns_n && !known; k++)
            if (str_eq(name, t->columns[k].name) && f->at[k] == SIZE_MAX)
                f->at[k] = i, known = true;
        if (!known)
            fault(
                f, row->line,
                SAY("Kolom “{wat}” kennen wij niet, of hij staat er twee keer. Haal hem weg."),
                name);
    }
    for (size_t k = 0; k < t->columns_n; k++)
        if (f->at[k] == SIZE_MAX && t->columns[k].role <= SPREAD_BASIS)
            fault(f, row->line,
                  SAY("Kolom {wat} is weg. Begin met het bestand dat u hier haalt."),
                  t->columns[k].name);
    return f->r.back->faults_n == 0;
}

/* ---- one row ---- */

static struct str cell_of(const struct file *f, const struct csv_row *row, size_t k)
{
    if (f->at[k] == SIZE_MAX) return STR("");
    const struct str cell = row->fields[f->at[k]];
    return f->r.t->columns[k].words ? csv_unguard(cell) : str_trim(cell);
}

static struct str clean(const struct file *f, size_t k, struct str cell)
{
    return f->k->clean ? f->k->clean(f->r.a, &f->r.t->columns[k], cell) : str_trim(cell);
}

static size_t column_of(const struct spread_table *t, enum spread_role role)
{
    size_t k = 0;
    while (t->columns[k].role != role) k++; /* every table has a key and a basis */
    return k;
}

/* The thing a row is about; `row` stays NULL for a new one. */
static bool thing_of(struct file *f, const struct csv_row *row, const struct spread_row **thing)
{
    const struct spread_table *t = f->r.t;
    const struct str text = cell_of(f, row, column_of(t, SPREAD_KEY));
    int64_t number;
    *thing = NULL;
    if (!text.n && f->k->says(SPREAD_NEW)) return true;
    if (!str_number(text, INT64_MAX, &number)) {
        fault(f, row->line, f->k->says(SPREAD_NUMBER), text);
        return false;
    }
    for (size_t n = 0; n < t->n; n++) {
        const size_t i = (f->next + n) % t->n;
        if (t->rows[i].number != number) continue;
        f->next = i + 1;
        if (f->seen[i]) {
            fault(f, row->line, f->k->says(SPREAD_TWICE), text);
            return false;
        }
        f->seen[i] = true;
        *thing = &t->rows[i];
        return true;
    }
    fault(f, row->line, f->k->says(SPREAD_GONE), text);
    return false;
}

static struct str shown(struct file *f, size_t k, struct str cell)
{
    return f->k->shown ? f->k->shown(&f->r, &f->r.t->columns[k], cell) : cell;
}

/* What the cells of a row would make of the thing. */
static void compare(struct file *f, const struct csv_row *row, struct spread_change *c)
{
    const struct spread_table *t = f->r.t;
    c->cells = NEW(f->r.a, struct str, t->columns_n);
    c->values = NEW(f->r.a, struct spread_value, t->columns_n);
    for (size_t k = 0; k < t->columns_n; k++) {
        const struct spread_column *column = &t->columns[k];
        const struct str was = c->row ? c->row->cells[k] : STR(""), cell = cell_of(f, row, k);
        c->cells[k] = was;
        if (column->role == SPREAD_KEY || column->role == SPREAD_BASIS || f->at[k] == SIZE_MAX)
            continue;
        if (column->role == SPREAD_SHOWN || str_eq(cell, was)) continue;
        if (column->role == SPREAD_FIXED && c->row) {
            fault(f, row->line,
                  SAY("Kolom {wat} kunt u hier niet veranderen. Zet terug wat er stond."),
                  column->name);
            continue;
        }
        const struct str is = clean(f, k, cell);
        if (str_eq(is, clean(f, k, was))) continue; /* also of several lines */
        if (str_letters(is) > SPREAD_CELL)
            fault(f, row->line, SAY("Kolom {wat} is hier te lang. Maak de tekst korter."),
                  column->name);
        c->cells[k] = is;
        c->values[c->values_n++] = (struct spread_value){
            k, words_in(column->label ? column->label : f->k->says(SPREAD_NEW), f->r.lang),
            column->lang, shown(f, k, was), shown(f, k, is)
        };
    }
}

/* Does the row still say what it said when the file was made? Then nobody wants anything of it. */
static bool untouched(const struct file *f, const struct csv_row *row, struct str basis)
{
    const struct spread_table *t = f->r.t;
    struct str *then = NEW(f->r.a, struct str, t->columns_n);
    for (size_t k = 0; k < t->columns_n; k++) then[k] = cell_of(f, row, k);
    return str_eq(basis, spread_basis(f->r.a, t, then));
}

static enum err read_row(struct file *f, const struct csv_row *row)
{
    struct spread_back *back = f->r.back;
    struct spread_change *c = &back->changes[back->n];
    const struct str basis = cell_of(f, row, column_of(f->r.t, SPREAD_BASIS));
    *c = (struct spread_change){ .line = row->line };
    f->r.change = c;
    f->bad = false;
    if (!thing_of(f, row, &c->row)) return OK;
    compare(f, row, c);
    if (f->bad || (c->row && (!c->values_n || untouched(f, row, basis)))) return OK;
    if (!c->values_n) return OK; /* an empty line at the end */
    TRY(f->k->check(&f->r));
    if (f->bad) return OK;
    c->conflict = c->row && !str_eq(basis, spread_basis(f->r.a, f->r.t, c->row->cells));
    back->conflicts += c->conflict;
    back->n++;
    return OK;
}

static enum err rows(struct file *f, struct csv *csv, struct csv_row *row)
{
    struct spread_back *back = f->r.back;
    while (back->faults_n < SPREAD_FAULTS && csv_next(csv, f->r.a, row)) {
        if (++back->rows > SPREAD_ROWS) {
            fault(f, row->line,
                  SAY("Het bestand heeft meer dan 20.000 rijen. Maak er twee van."), STR(""));
            return OK;
        }
        if (row->n != f->width)
            fault(f, row->line, SAY("Deze rij heeft niet evenveel kolommen als de eerste rij."),
                  STR(""));
        else if (back->n < f->r.t->n + SPREAD_MOST)
            TRY(read_row(f, row));
    }
    return OK;
}

struct spread_reading *spread_reading_of(struct request *req, struct db *db, int64_t dialogue,
                                         const struct spread_table *t, struct spread_back *back,
                                         struct spread_change *change)
{
    struct file *f = NEW(req->arena, struct file, 1);
    f->r = (struct spread_reading){ req->arena, db, dialogue, req->lang,
                                    req->today, t,  back,     change };
    return &f->r;
}

enum err spread_read(struct request *req, struct db *db, int64_t dialogue,
                     const struct spread_kind *k, const struct spread_table *t,
                     struct str bytes, struct spread_back *back)
{
    struct arena *a = req->arena;
    struct csv csv;
    struct csv_row *row = NEW(a, struct csv_row, 1);
    struct file *f = NEW(a, struct file, 1);
    *f = (struct file){ .k = k };
    f->r = (struct spread_reading){ a, db, dialogue, req->lang, req->today, t, back, NULL };
    *back =
        (struct spread_back){ .changes = NEW(a, struct spread_change, t->n + SPREAD_MOST + 1) };
    f->seen = NEW(a, bool, t->n + 1);
    bool good = csv_open(&csv, bytes) && csv_next(&csv, a, row);
    if (!good && csv.fault == CSV_FINE) fault(f, 0, SAY("Dit bestand is leeg."), STR(""));
    if (good && heading(f, row)) TRY(rows(f, &csv, row));
    if (csv.fault != CSV_FINE) fault(f, csv.fault_line, why_not(csv.fault), STR(""));
    if (back->n - back->conflicts > SPREAD_MOST)
        fault(f, 0,
              SAY("Verander ten hoogste 500 dingen tegelijk. Maak er twee bestanden van."),
              STR(""));
    if (back->faults_n) back->n = back->conflicts = 0;
    for (size_t i = 0; i < back->n; i++) {
        struct spread_change *c = &back->changes[i];
        if (!c->row) {
            c->name = words_in(k->says(SPREAD_NEW), req->lang);
            continue;
        }
        const struct str number = arena_format(a, "%lld", (long long)c->row->number);
        c->name = FILL(a, k->says(SPREAD_THING), req->lang, { "n", number });
        c->to = PATH(a, k->page, req->param[0].text, number);
    }
    if (back->n > back->conflicts) back->kept = spread_kept(a, t, back);
    return OK;
}
