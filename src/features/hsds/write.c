/* write.c — see write.h: JSON, and the rows of the tables. pack.c makes the archive. */
#include "features/hsds/write.h"

#include "base/csv.h"
#include "features/hsds/write_inside.h"

#include <string.h>

enum { OBJECT_BYTES = 16 * 1024 * 1024 };

/* ---- JSON ---- */

struct json_writing {
    struct db *db;
    struct arena arena;
    struct str source;
    FILE *to;
    bool any;
};

/* Is it told at all, and of this source? */
static enum err wanted(struct db *db, struct arena *a, int64_t id, struct str source, bool *yes)
{
    struct service_row_row s;
    TRY(service_row(db, a, id, &s, yes));
    *yes = *yes && s.status != SERVICE_INACTIVE && (!source.n || str_eq(source, s.source));
    return OK;
}

static enum err write_object(const struct service_rows_row *row, void *with)
{
    struct json_writing *w = with;
    bool yes;
    arena_reset(&w->arena);
    TRY(wanted(w->db, &w->arena, row->id, w->source, &yes));
    if (!yes) return OK;
    struct out o = out_start(&w->arena, OBJECT_BYTES, LANG_NL);
    TRY(object_service(&o, w->db, &w->arena, row->id, OBJECT_FULL));
    if (o.spilt) return FAIL(ERR_LIMIT, "a service of more than %d bytes", OBJECT_BYTES);
    fprintf(w->to, "%s\n", w->any ? "," : "");
    fwrite(o.s, 1, o.n, w->to);
    w->any = true;
    return ferror(w->to) ? FAIL(ERR_FULL, "the file could not be written") : OK;
}

enum err hsds_write_json(struct db *db, struct str source, FILE *to)
{
    struct json_writing w = { .db = db, .source = source, .to = to };
    fputc('[', to);
    const enum err e = service_rows(db, 1, write_object, &w);
    fputs("\n]\n", to);
    arena_end(&w.arena);
    return e;
}

/* ---- tables ---- */

// clang-format off
const struct file_about hsds_files[HSDS_FILES] = {
    [F_ORGANIZATIONS] = { "organizations", "id name description email website" },
    [F_SERVICES] = { "services", "id organization_id name alternate_name description url email status application_process "
        "fees_description eligibility_description minimum_age maximum_age assured_date alert last_modified kind summary "
        "arrival company free referral name_en description_en" },
    [F_LOCATIONS] = { "locations", "id location_type name transportation latitude longitude" },
    [F_PLACES] = { "service_at_location", "id service_id location_id open_on_holidays" },
    [F_ADDRESSES] = { "addresses", "id location_id address_1 city region state_province postal_code country address_type" },
    [F_PHONES] = { "phones", "id service_id number description" },
    [F_SCHEDULES] = { "schedules", "id service_at_location_id valid_from valid_to dtstart until freq interval byday "
        "description opens_at closes_at exception" },
    [F_LANGUAGES] = { "languages", "id service_id name code" },
    [F_ACCESSIBILITY] = { "accessibility", "id location_id description details" },
    [F_COSTS] = { "cost_options", "id service_id option currency amount" },
    [F_TAXONOMIES] = { "taxonomies", "id name description" },
    [F_TERMS] = { "taxonomy_terms", "id code name description parent_id taxonomy language taxonomy_id name_en description_en" },
    [F_ATTRIBUTES] = { "attributes", "id link_id taxonomy_term_id link_type link_entity" },
};
// clang-format on

#define ROW(w, file, ...)                                                                      \
    put_row((w), (file), (const struct str[]){ __VA_ARGS__ },                                  \
            COUNT_OF(((const struct str[]){ __VA_ARGS__ })))
static void put_row(struct writing *w, enum hsds_file file, const struct str *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) csv_put(w->to[file], cells[i], i == 0);
    csv_end(w->to[file]);
}
static void put_head(struct writing *w, enum hsds_file file)
{
    struct str rest = str_of(hsds_files[file].columns), one;
    for (bool first = true; str_next(&rest, ' ', &one); first = false)
        csv_put(w->to[file], one, first);
    csv_end(w->to[file]);
}

static struct str yes_no(bool has, bool yes)
{
    return !has ? STR("") : yes ? STR("true") : STR("false");
}
static struct str whole(struct arena *a, bool has, int64_t n)
{
    return has ? arena_format(a, "%lld", (long long)n) : STR("");
}

/* Has it been written before? It has now. */
static bool again(struct writing *w, struct str uuid)
{
    if (w->seen_n * 2 >= w->seen_room) {
        const size_t room = w->seen_room ? w->seen_room * 2 : 4096;
        struct str *more = NEW(&w->all, struct str, room), *before = w->seen;
        const size_t n = w->seen_room;
        w->seen = more, w->seen_room = room, w->seen_n = 0;
        for (size_t i = 0; i < n; i++)
            if (before[i].n) again(w, before[i]);
    }
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < uuid.n; i++) h = (h ^ (unsigned char)uuid.s[i]) * 1099511628211u;
    size_t at = (h ^ h >> 31) & (w->seen_room - 1);
    for (; w->seen[at].n; at = (at + 1) & (w->seen_room - 1))
        if (str_eq(w->seen[at], uuid)) return true;
    w->seen[at] = arena_copy(&w->all, uuid);
    w->seen_n++;
    return false;
}

static void put_location(struct writing *w, const struct service_row_places_row *p)
{
    struct arena *a = &w->one;
    const bool placed = p->has_latitude && p->has_longitude;
    if (again(w, p->location_uuid)) return;
    ROW(w, F_LOCATIONS, p->location_uuid, object_physical(p) ? STR("physical") : STR("virtual"),
        p->name, p->transportation, placed ? object_degrees(a, p->latitude) : STR(""),
        placed ? object_degrees(a, p->longitude) : STR(""));
    if (object_addressed(p))
        ROW(w, F_ADDRESSES, object_id(a, "address", p->location_uuid, STR("")),
            p->location_uuid, p->address, p->city, p->has_area_name ? p->area_name : STR(""),
            STR(""), p->postal_code, STR("NL"), STR("physical"));
    if (p->has_wheelchair)
        ROW(w, F_ACCESSIBILITY,
            object_id(a, "accessibility", p->location_uuid, STR("wheelchair")),
            p->location_uuid, STR("wheelchair"), p->wheelchair ? STR("yes") : STR("no"));
    if (p->accessibility.n)
        ROW(w, F_ACCESSIBILITY, object_id(a, "accessibility", p->location_uuid, STR("")),
            p->location_uuid, p->accessibility, STR(""));
}

static void put_place(struct writing *w, const struct object_service *s,
                      const struct service_row_places_row *p)
{
    struct arena *a = &w->one;
    struct hours h;
    struct str wrong;
    const bool known = p->hours.n && hours_read(p->hours, &h, &wrong);
    struct schedule *rows = NEW(a, struct schedule, SCHEDULES_MOST);
    const size_t n = known ? schedules_of(a, &h, rows) : 0;
    ROW(w, F_PLACES, p->uuid, s->s.uuid, p->location_uuid,
        known && h.holidays ? STR("true") : STR(""));
    for (size_t i = 0; i < n; i++) {
        const struct schedule *x = &rows[i];
        ROW(w, F_SCHEDULES, object_id(a, "schedule", p->uuid, whole(a, true, (int64_t)i)),
            p->uuid, x->valid_from, x->valid_to, x->dtstart, x->until, x->freq, x->interval,
            x->byday, x->description, x->opens_at, x->closes_at,
            x->exception ? STR("true") : STR(""));
    }
    put_location(w, p);
}

static void put_lists(struct writing *w, const struct object_service *s)
{
    struct arena *a = &w->one;
    for (size_t i = 0; i < s->phones_n; i++)
        ROW(w, F_PHONES, object_id(a, "phone", s->s.uuid, whole(a, true, (int64_t)i)),
            s->s.uuid, s->phones[i].number, s->phones[i].description);
    for (size_t i = 0; i < s->languages_n; i++) {
        const int at = map_language(s->languages[i].code);
        ROW(w, F_LANGUAGES, object_id(a, "language", s->s.uuid, s->languages[i].code),
            s->s.uuid, at < 0 ? s->languages[i].code : str_of(map_languages[at].name),
            s->languages[i].code);
    }
    for (size_t i = 0; i < s->terms_n; i++)
        ROW(w, F_ATTRIBUTES, object_id(a, "attribute", s->s.uuid, s->terms[i].uuid), s->s.uuid,
            s->terms[i].uuid, STR("taxonomy_term"), STR("service"));
    if (s->s.has_free && s->s.free)
        ROW(w, F_COSTS, object_id(a, "cost_option", s->s.uuid, STR("")), s->s.uuid,
            STR("gratis"), STR("EUR"), STR("0"));
}

static enum err put_service(const struct service_rows_row *row, void *with)
{
    struct writing *w = with;
    struct arena *a = &w->one;
    struct object_service s;
    bool yes;
    arena_reset(a);
    TRY(wanted(w->db, a, row->id, w->source, &yes));
    if (!yes) return OK;
    TRY(object_service_read(w->db, a, row->id, &s));
    if (!again(w, s.by.uuid))
        ROW(w, F_ORGANIZATIONS, s.by.uuid, s.by.name, s.by.description,
            object_email(s.by.email), object_url(a, s.by.website));
    ROW(w, F_SERVICES, s.s.uuid, s.by.uuid, s.text.name, s.text.other_names, s.text.description,
        object_url(a, s.s.website), object_email(s.s.email),
        str_of(service_status_term((int)s.s.status).code), s.text.application, s.text.fees,
        s.text.eligibility, whole(a, s.s.has_minimum_age, s.s.minimum_age),
        whole(a, s.s.has_maximum_age, s.s.maximum_age),
        s.s.has_assured ? object_date(a, s.s.assured) : STR(""), s.text.alert,
        object_moment(a, s.s.modified), str_of(service_kind_term((int)s.s.kind).code),
        s.text.summary, s.text.arrival, s.text.company, yes_no(s.s.has_free, s.s.free),
        yes_no(s.s.has_referral, s.s.referral), s.has_english ? s.english.name : STR(""),
        s.has_english ? s.english.description : STR(""));
    for (size_t i = 0; i < s.places_n; i++) put_place(w, &s, &s.places[i]);
    put_lists(w, &s);
    return OK;
}

static enum err put_subjects(struct writing *w)
{
    struct hsds_terms_row *t;
    size_t n;
    struct arena *a = &w->all;
    const struct str taxonomy = object_taxonomy_id(a),
                     name = STR("Onderwerpen van de sociale kaart");
    TRY(hsds_terms(w->db, a, &t, &n));
    ROW(w, F_TAXONOMIES, taxonomy, name,
        STR("Waaronder voorzieningen en initiatieven te vinden zijn."));
    for (size_t i = 0; i < n; i++)
        ROW(w, F_TERMS, t[i].uuid, t[i].code, t[i].name, t[i].question,
            t[i].has_parent ? t[i].parent : STR(""), name, STR("nl"), taxonomy, t[i].name_en,
            t[i].question_en);
    return OK;
}

enum err tables_write(struct writing *w)
{
    for (int f = 0; f < HSDS_FILES; f++) put_head(w, (enum hsds_file)f);
    TRY(put_subjects(w));
    TRY(service_rows(w->db, 1, put_service, w));
    for (int f = 0; f < HSDS_FILES; f++)
        if (fflush(w->to[f]) != 0 || ferror(w->to[f]))
            return FAIL(ERR_FULL, "a table could not be written");
    return OK;
}
