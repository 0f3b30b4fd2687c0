/* nested.c — nested JSON as tables: each object becomes a row, and what it stands in becomes its key. See tables.h. */
#include "features/hsds/tables.h"

#include <jansson.h>
#include <string.h>

enum { DEEP_MOST = 12, OBJECTS_MOST = 2 * 1000 * 1000 };

struct parent { /* what an object stands in */
    const struct parent *above;
    enum hsds_table table;
    struct str id;
};
struct nesting {
    struct tables *t;
    size_t objects;
    int64_t line;
    int depth;
};

static bool take_object(struct nesting *n, json_t *object, enum hsds_table which,
                        const struct parent *in, struct str *id);

static struct str scalar(struct tables *t, json_t *value)
{
    if (json_is_string(value))
        return str_trim(arena_copy(
            &t->arena, (struct str){ json_string_value(value), json_string_length(value) }));
    if (json_is_integer(value))
        return arena_format(&t->arena, "%lld", (long long)json_integer_value(value));
    if (json_is_real(value)) return arena_format(&t->arena, "%.6f", json_real_value(value));
    if (json_is_boolean(value)) return json_is_true(value) ? STR("true") : STR("false");
    return (struct str){ 0 };
}

/* The column that points to such a thing. */
static int key_of(enum hsds_table table)
{
    switch (table) {
    case T_ORGANIZATION: return C_ORGANIZATION_ID;
    case T_SERVICE: return C_SERVICE_ID;
    case T_LOCATION: return C_LOCATION_ID;
    case T_PLACE: return C_PLACE_ID;
    case T_CONTACT: return C_CONTACT_ID;
    case T_PHONE: return C_PHONE_ID;
    case T_TERM: return C_TERM_ID;
    default: return -1;
    }
}

/* The nearest thing that it can belong to: what stands in a place belongs to that, not to the service above. */
static void put_parent(struct table_row *row, enum hsds_table which, const struct parent *in)
{
    if (!in) return;
    const int key = key_of(in->table);
    if (which == T_PLACE) { /* under a service, or under a location in one */
        for (const struct parent *p = in; p; p = p->above)
            if (key_of(p->table) >= 0 && !row->cell[key_of(p->table)].n)
                row->cell[key_of(p->table)] = p->id;
        return;
    }
    if (which == T_ATTRIBUTE && in->table == T_SERVICE) row->cell[C_LINK_ID] = in->id;
    if (key >= 0 && !row->cell[key].n) row->cell[key] = in->id;
    if (which == T_PHONE && in->table == T_CONTACT && in->above) {
        const int above = key_of(in->above->table);
        if (above >= 0 && !row->cell[above].n) row->cell[above] = in->above->id;
    }
}

static bool take_list(struct nesting *n, json_t *list, enum hsds_table which,
                      const struct parent *in)
{
    struct str id;
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_is_object(json_array_get(list, i)) &&
            !take_object(n, json_array_get(list, i), which, in, &id))
            return false;
    return true;
}

/* An object that this one points to: its id stands in our row. */
static bool take_one(struct nesting *n, json_t *object, const char *name, size_t at,
                     enum hsds_table which, const struct parent *self)
{
    enum hsds_table to;
    struct str id;
    if (!tables_kind(str_of(name), &to)) return true;
    if (!take_object(n, object, to,
                     to == T_LOCATION || to == T_TERM || to == T_ORGANIZATION || to == T_SERVICE
                         ? NULL
                         : self,
                     &id))
        return false;
    const int key = key_of(to);
    struct table_row *row = &n->t->table[which].row[at]; /* it may have moved */
    if (key >= 0 && !row->cell[key].n) row->cell[key] = id;
    return true;
}

static bool take_members(struct nesting *n, json_t *object, enum hsds_table which, size_t at,
                         const struct parent *self)
{
    const char *name;
    json_t *value;
    enum hsds_table to;
    const bool two = json_object_get(object, "schedules") != NULL;
    json_object_foreach(object, name, value)
    {
        if (json_is_array(value) && !strcmp(name, "operating_hours")) {
            if (!two && !take_list(n, value, T_SCHEDULE, self)) return false;
        } else if (json_is_array(value)) {
            if (tables_kind(str_of(name), &to) && !take_list(n, value, to, self)) return false;
        } else if (json_is_object(value)) {
            if (!take_one(n, value, name, at, which, self)) return false;
        }
    }
    return true;
}

static bool take_object(struct nesting *n, json_t *object, enum hsds_table which,
                        const struct parent *in, struct str *id)
{
    struct tables *t = n->t;
    const char *name;
    json_t *value;
    if (++n->objects > OBJECTS_MOST || n->depth >= DEEP_MOST)
        return tables_refuse(t, SAY("Dit bestand is te groot of te diep genest."), STR(""));
    struct table_row *row = tables_add(t, which, n->line);
    const size_t at = t->table[which].n - 1;
    json_object_foreach(object, name, value)
    {
        const int column = tables_column(which, str_of(name));
        if (column < 0 || row->cell[column].n) continue;
        row->cell[column] = scalar(t, value);
    }
    if (!row->cell[C_ID].n && key_of(which) >= 0 && which != T_SERVICE &&
        which != T_ORGANIZATION)
        row->cell[C_ID] = arena_format(&t->arena, "%d-%zu", (int)which, at); /* to point at */
    put_parent(row, which, in);
    *id = row->cell[C_ID];
    const struct parent self = { in, which, *id };
    n->depth++;
    const bool fine = take_members(n, object, which, at, &self);
    n->depth--;
    return fine;
}

static enum hsds_table kind_of(json_t *object)
{
    return json_object_get(object, "status") || json_object_get(object, "organization") ||
                   json_object_get(object, "service_at_locations") ||
                   !json_object_get(object, "services")
               ? T_SERVICE
               : T_ORGANIZATION;
}

static bool take_all(struct nesting *n, json_t *all)
{
    struct str id;
    json_t *contents = json_object_get(all, "contents");
    if (contents) all = contents; /* a page of the API */
    if (json_is_object(all)) {
        n->line = 1;
        return take_object(n, all, kind_of(all), NULL, &id);
    }
    for (size_t i = 0; i < json_array_size(all); i++) {
        json_t *one = json_array_get(all, i);
        n->line = (int64_t)i + 1;
        if (!json_is_object(one))
            return tables_refuse(n->t, SAY("In deze lijst staat iets dat geen dienst is."),
                                 STR(""));
        if (!take_object(n, one, kind_of(one), NULL, &id)) return false;
    }
    return true;
}

bool tables_json(struct tables *t, struct str bytes)
{
    json_error_t why;
    t->nested = true;
    if (str_starts(bytes, STR("\xEF\xBB\xBF"))) bytes = str_from(bytes, 3);
    json_t *all = json_loadb(bytes.n ? bytes.s : "", bytes.n, JSON_REJECT_DUPLICATES, &why);
    if (!json_is_array(all) && !json_is_object(all)) {
        json_decref(all);
        return tables_refuse(t, SAY("Dit bestand is geen JSON die wij kunnen lezen."),
                             arena_format(&t->arena, "%d:%d", why.line, why.column));
    }
    struct nesting n = { .t = t };
    const bool fine = take_all(&n, all);
    json_decref(all);
    for (int i = 0; i < TABLES; i++) t->table[i].file = STR("json");
    return fine;
}
