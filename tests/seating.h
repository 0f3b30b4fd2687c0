/* seating.h — reads an event to be seated from three files: participants.csv, tables.csv, event.json. */
#ifndef TESTS_SEATING_H
#define TESTS_SEATING_H

#include <stdio.h>
#include <stdlib.h>

#include "algo/seats.h"
#include "base/csv.h"

struct seating_names { /* a number for each text, in the order of coming */
    struct str name[SEATS_PEOPLE_MOST];
    int n;
};
struct seating {
    struct seats seats;
    struct seats_person *people;
    struct seats_table *tables; /* the tables of round 0, then the same of round 1, … */
    int tables_each;
    struct seating_names *ids, *table_names;
};

static int seating_number(struct seating_names *names, struct str text)
{
    if (!text.n) return SEATS_NONE;
    for (int k = 0; k < names->n; k++)
        if (str_eq(names->name[k], text)) return k;
    names->name[names->n] = text;
    return names->n++;
}

static struct str seating_file(struct arena *a, const char *folder, const char *name)
{
    FILE *f = fopen(arena_format(a, "%s/%s", folder, name).s, "rb");
    if (!f) return (struct str){ 0 };
    char *bytes = arena_room(a, 1 << 20, 1);
    const size_t n = fread(bytes, 1, 1 << 20, f);
    fclose(f);
    return (struct str){ bytes, n };
}

static int seating_digits(struct str text)
{
    int64_t n = 0;
    return str_number(text, 1000000, &n) ? (int)n : 0;
}

static void seating_tables(struct arena *a, struct seating *e, struct str text,
                           struct seating_names *themes, struct seating_names *languages)
{
    struct csv c;
    struct csv_row row;
    e->tables = NEW(a, struct seats_table, SEATS_TABLES_MOST);
    if (!csv_open(&c, text) || !csv_next(&c, a, &row)) return;
    while (csv_next(&c, a, &row)) {
        seating_number(e->table_names, row.fields[0]);
        e->tables[e->tables_each++] =
            (struct seats_table){ .theme = seating_number(themes, row.fields[1]),
                                  .least = seating_digits(row.fields[2]),
                                  .most = seating_digits(row.fields[3]),
                                  .wheelchairs =
                                      str_is(row.fields[4], "1") ? SEATS_PEOPLE_MOST : 0,
                                  .language = seating_number(languages, row.fields[5]) };
    }
    for (int r = 1; r < e->seats.rounds; r++)
        for (int t = 0; t < e->tables_each; t++) {
            e->tables[r * e->tables_each + t] = e->tables[t];
            e->tables[r * e->tables_each + t].round = r;
        }
    e->seats.tables = e->tables;
    e->seats.tables_n = (size_t)(e->tables_each * e->seats.rounds);
}

static void seating_people(struct arena *a, struct seating *e, struct str text,
                           struct seating_names *themes, struct seating_names *languages)
{
    struct csv c;
    struct csv_row row;
    struct seating_names *trait[SEATS_TRAITS];
    struct seats_pair *together = NEW(a, struct seats_pair, SEATS_PEOPLE_MOST);
    struct seats_pair *apart = NEW(a, struct seats_pair, SEATS_PEOPLE_MOST);
    for (int f = 0; f < SEATS_TRAITS; f++) trait[f] = NEW(a, struct seating_names, 1);
    e->people = NEW(a, struct seats_person, SEATS_PEOPLE_MOST);
    if (!csv_open(&c, text) || !csv_next(&c, a, &row)) return;
    while (csv_next(&c, a, &row)) seating_number(e->ids, row.fields[0]);
    e->seats.people_n = (size_t)e->ids->n;
    if (!csv_open(&c, text) || !csv_next(&c, a, &row)) return;
    for (int i = 0; csv_next(&c, a, &row); i++) {
        struct seats_person *p = &e->people[i];
        for (int f = 0; f < SEATS_TRAITS; f++)
            p->trait[f] = seating_number(trait[f], row.fields[1 + f]);
        p->wheelchair = str_is(row.fields[4], "1");
        p->language = seating_number(languages, row.fields[5]);
        for (int k = 0; k < SEATS_WISHES; k++)
            p->wish[k] = seating_number(themes, row.fields[6 + k]);
        if (row.fields[9].n)
            together[e->seats.together_n++] =
                (struct seats_pair){ i, seating_number(e->ids, row.fields[9]) };
        if (row.fields[10].n)
            apart[e->seats.apart_n++] =
                (struct seats_pair){ i, seating_number(e->ids, row.fields[10]) };
    }
    e->seats.people = e->people;
    e->seats.together = together;
    e->seats.apart = apart;
}

/* False when a file cannot be read. */
static bool seating_read(struct arena *a, const char *folder, struct seating *e)
{
    struct seating_names *themes = NEW(a, struct seating_names, 1);
    struct seating_names *languages = NEW(a, struct seating_names, 1);
    *e = (struct seating){ .seats = { .weights = seats_weights_usual } };
    e->ids = NEW(a, struct seating_names, 1);
    e->table_names = NEW(a, struct seating_names, 1);
    struct str event = seating_file(a, folder, "event.json");
    const size_t at = str_find(event, STR("\"rounds\":"));
    if (at == SIZE_MAX) return false;
    event = str_trim(str_from(event, at + 9));
    e->seats.rounds = event.n ? event.s[0] - '0' : 0;
    seating_tables(a, e, seating_file(a, folder, "tables.csv"), themes, languages);
    seating_people(a, e, seating_file(a, folder, "participants.csv"), themes, languages);
    return e->seats.people_n > 0 && e->tables_each > 0;
}

#endif
