/* put.c — see put.h. */
#include "features/places/put.h"

#include "features/map/map.h"
#include "features/setup/setup.h"
#include "web/mail.h"

#include <stdlib.h>

const struct words *place_fault_words(enum place_fault fault)
{
    switch (fault) {
    case PLACE_FINE: break;
    case PLACE_NO_NAME:
    case SPACE_NO_NAME: return SAY("Vul een naam in.");
    case PLACE_POSTAL_CODE: return SAY("Schrijf een postcode als 1234 AB.");
    case PLACE_LATITUDE: return SAY("Schrijf graden als 52.3702.");
    case PLACE_LONGITUDE: return SAY("Schrijf graden als 5.2141.");
    case PLACE_EMAIL: return SAY("Vul een e-mailadres in, zoals naam@voorbeeld.nl.");
    case SPACE_HOURS:
        return SAY("Deze tijden begrijpen wij niet. Schrijf ze als ma-vr 09:00-17:00.");
    }
    abort(); /* nothing is wrong */
}

/* "1315ab" to "1315AB". */
static bool read_postal_code(struct arena *a, struct str *text)
{
    char to[6];
    size_t n = 0;
    for (size_t i = 0; i < text->n; i++) {
        const char c = text->s[i];
        if (c == ' ') continue;
        if (n == sizeof to) return false;
        to[n++] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    }
    for (size_t i = 0; i < n; i++)
        if (i < 4 ? to[i] < '0' || to[i] > '9' : to[i] < 'A' || to[i] > 'Z') return false;
    *text = arena_copy(a, (struct str){ to, n });
    return n == 0 || n == 4 || n == 6;
}

enum place_fault place_check(struct arena *a, struct place_words *w)
{
    int64_t millionths;
    if (!w->name.n) return PLACE_NO_NAME;
    if (!read_postal_code(a, &w->postal_code)) return PLACE_POSTAL_CODE;
    if (w->latitude.n && !map_degrees(a, &w->latitude, 90, &millionths)) return PLACE_LATITUDE;
    if (w->longitude.n && !map_degrees(a, &w->longitude, 180, &millionths))
        return PLACE_LONGITUDE;
    if (w->keeper_email.n && !mail_address(w->keeper_email)) return PLACE_EMAIL;
    return PLACE_FINE;
}

enum place_fault space_check(struct arena *a, struct space_words *w, struct str *wrong)
{
    struct hours h;
    if (!w->name.n) return SPACE_NO_NAME;
    if (!hours_read(w->hours, &h, wrong)) return SPACE_HOURS;
    w->hours = w->hours.n ? hours_write(a, &h) : w->hours;
    return PLACE_FINE;
}

/* ---- names in addresses ---- */

static struct str slug_from(struct arena *a, struct str name)
{
    const struct str slug = slug_propose(a, name);
    return slug.n ? str_upto(slug, 50) : STR("plek");
}

static bool of_a_page(struct str slug)
{
    return str_is(slug, "aanvraag") || str_is(slug, "beslissen");
}

enum err place_slug(struct db *db, struct arena *a, struct str name, struct str *slug)
{
    struct place_named_row row;
    const struct str first = slug_from(a, name);
    bool found = true;
    *slug = first;
    for (int n = 2; found; n++) {
        found = of_a_page(*slug);
        if (!found) TRY(place_named(db, a, *slug, &row, &found));
        if (found) *slug = arena_format(a, "%.*s-%d", STR_ARG(first), n);
    }
    return OK;
}

enum err space_slug(struct db *db, struct arena *a, int64_t place, struct str name,
                    struct str *slug)
{
    struct place_spaces_row row;
    const struct str first = slug_from(a, name);
    bool found = true;
    *slug = first;
    for (int n = 2; found; n++) {
        TRY(space_named(db, a, place, *slug, &row, &found));
        if (found) *slug = arena_format(a, "%.*s-%d", STR_ARG(first), n);
    }
    return OK;
}

/* ---- writing ---- */

static enum err area_for(struct tx *tx, struct arena *a, struct str name, int64_t *area)
{
    struct map_area_of_row row;
    const struct str slug = slug_from(a, name);
    bool found;
    *area = 0;
    if (!name.n) return OK;
    TRY(map_area_of(tx->db, a, slug, &row, &found));
    *area = row.id;
    return found ? OK : map_area_add(tx, slug, name, area);
}

struct where {
    int64_t area, latitude, longitude;
    bool has_latitude, has_longitude;
};

static enum err keep_new(struct tx *tx, struct arena *a, const struct place_words *w,
                         const struct where *at, int64_t *id)
{
    struct str slug;
    int64_t location;
    const struct str empty = STR("");
    TRY(place_slug(tx->db, a, w->name, &slug));
    const struct str key = w->key.n ? w->key : slug;
    TRY(location_add(tx, uuid_of(a, "location", STR("plekken"), key), w->name, empty, empty,
                     empty, at->area != 0, at->area, false, 0, false, 0, empty, false, false,
                     empty, &location));
    return place_add(tx, location, slug, key, w->name, id);
}

enum err place_keep(struct tx *tx, struct arena *a, const struct place_words *w, int64_t *id)
{
    struct where at = { 0 };
    struct place_named_row row;
    struct str copy = w->latitude;
    bool found;
    TRY(area_for(tx, a, w->area, &at.area));
    at.has_latitude = copy.n && map_degrees(a, &copy, 90, &at.latitude);
    copy = w->longitude;
    at.has_longitude = copy.n && map_degrees(a, &copy, 180, &at.longitude);
    if (!*id) TRY(keep_new(tx, a, w, &at, id));
    TRY(place_find(tx->db, a, *id, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such place");
    TRY(location_change(tx, row.location, w->name, w->address, w->postal_code, w->city,
                        at.area != 0, at.area, at.has_latitude, at.latitude, at.has_longitude,
                        at.longitude, w->transportation, false, false, w->accessibility));
    TRY(place_put(tx, *id, w->name, w->about, w->keeper, w->shown));
    return place_keeper_put(tx, *id, w->keeper_name, w->keeper_email);
}

enum err space_keep(struct tx *tx, struct arena *a, int64_t place, struct str slug,
                    const struct space_words *w, int64_t *id)
{
    int64_t last;
    if (!*id) {
        if (!slug.n) TRY(space_slug(tx->db, a, place, w->name, &slug));
        TRY(spaces_last(tx->db, place, &last));
        TRY(space_add(tx, place, slug, last + 1, w->name, id));
    }
    TRY(space_put(tx, *id, w->name, (enum space_kind)w->kind, w->capacity > 0, w->capacity,
                  w->equipment, w->wheelchair >= 0, w->wheelchair > 0, w->toilet >= 0,
                  w->toilet > 0, w->hearing_loop >= 0, w->hearing_loop > 0, w->free >= 0,
                  w->free > 0, w->cost, w->who_may, (enum space_entry)w->entry, w->hours,
                  w->closed));
    return place_changed(tx, place);
}
