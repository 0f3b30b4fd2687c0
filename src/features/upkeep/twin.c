/* twin.c — is it there already? See entry.h. */
#include "features/upkeep/entry.h"

#include "algo/similar.h"

#include <math.h>

/* 200 metres, in millionths of a degree to the north; to the east it takes more of them. */
enum { NEAR = 1800, SHORTEST_NUMBER = 8 };

struct looking {
    struct request *req;
    int64_t service;
    struct str name, organization;
    struct twin *twins;
    size_t n;
};

static struct str dialled(struct arena *a, struct str number)
{
    struct str all = { 0 };
    if (str_starts(number, STR("+31"))) number = str_from(number, 3), all = STR("0");
    for (size_t i = 0; i < number.n; i++)
        if (number.s[i] != ' ' && number.s[i] != '-')
            all = arena_format(a, "%.*s%c", STR_ARG(all), number.s[i]);
    return all;
}

static bool alike(const struct looking *l, struct str name)
{
    struct arena *a = l->req->arena;
    return str_eq(l->name, name) || similar_jaccard(a, l->name, name) >= SIMILAR_NEAR;
}

/* Who offers ten things has one telephone for all of them: that says something only when the name does too. */
static void take(struct looking *l, const struct twins_by_phone_row *rows, size_t n,
                 const struct words *why, bool by_name)
{
    for (size_t i = 0; i < n && l->n < TWINS_SHOWN; i++) {
        bool had = false;
        for (size_t k = 0; k < l->n; k++) had |= l->twins[k].service == rows[i].id;
        const bool ours = str_eq(rows[i].organization, l->organization);
        if (had || ((by_name || ours) && !alike(l, rows[i].name))) continue;
        l->twins[l->n++] =
            (struct twin){ rows[i].id, rows[i].slug, rows[i].name, rows[i].organization, why };
    }
}

static enum err by_phone(struct looking *l, struct str phones)
{
    struct twins_by_phone_row *rows;
    struct str one, number;
    size_t n;
    while (str_next(&phones, ';', &one)) {
        if (!str_next(&one, '(', &number)) continue;
        number = dialled(l->req->arena, str_trim(number));
        if (number.n < SHORTEST_NUMBER) continue; /* 112, 14 036: of many */
        TRY(twins_by_phone(l->req->db, l->req->arena, number, l->service, &rows, &n));
        take(l, rows, n, SAY("hetzelfde telefoonnummer"), false);
    }
    return OK;
}

static enum err by_website(struct looking *l, struct str website)
{
    struct twins_by_phone_row *rows;
    size_t n;
    struct arena *a = l->req->arena;
    char *to = NEW(a, char, website.n + 1);
    for (size_t i = 0; i < website.n; i++)
        to[i] = website.s[i] >= 'A' && website.s[i] <= 'Z' ? (char)(website.s[i] + 32)
                                                           : website.s[i];
    struct str plain = { to, website.n };
    while (str_ends(plain, STR("/"))) plain.n--;
    TRY(twins_by_website(l->req->db, a, plain, l->service, &rows, &n));
    take(l, rows, n, SAY("dezelfde website"), false);
    return OK;
}

static int64_t degrees(struct str cell)
{
    struct str whole;
    int64_t w = 0, p = 0;
    return str_next(&cell, '.', &whole) && str_number(whole, 180, &w) && cell.s &&
                   str_number(cell, 999999, &p)
               ? w * 1000000 + p
               : 0;
}

static enum err by_place(struct looking *l, const struct str cell[COLUMNS])
{
    struct twins_by_phone_row *rows;
    size_t n;
    struct arena *a = l->req->arena;
    if (cell[COL_POSTAL_CODE].n == 6) {
        TRY(twins_at(l->req->db, a, cell[COL_POSTAL_CODE], l->service, &rows, &n));
        take(l, rows, n, SAY("bijna dezelfde naam, in dezelfde postcode"), true);
    }
    const int64_t north = degrees(cell[COL_LATITUDE]), east = degrees(cell[COL_LONGITUDE]);
    if (!north || !east) return OK;
    const int64_t wide = (int64_t)(NEAR / cos((double)north / 1e6 * M_PI / 180));
    TRY(twins_around(l->req->db, a, north - NEAR, north + NEAR, east - wide, east + wide,
                     l->service, &rows, &n));
    take(l, rows, n, SAY("bijna dezelfde naam, vlakbij"), true);
    return OK;
}

enum err entry_twins(struct request *req, int64_t service, const struct sheet_row *before,
                     const struct sheet_row *after, struct twin **twins, size_t *n)
{
    struct looking l = { .req = req,
                         .service = service,
                         .name = after->cell[COL_NAME],
                         .organization = after->cell[COL_ORGANISATION],
                         .twins = NEW(req->arena, struct twin, TWINS_SHOWN) };
    const bool named = !str_eq(before->cell[COL_NAME], after->cell[COL_NAME]);
    if (!str_eq(before->cell[COL_PHONE], after->cell[COL_PHONE]))
        TRY(by_phone(&l, after->cell[COL_PHONE]));
    if (after->cell[COL_WEBSITE].n &&
        !str_eq(before->cell[COL_WEBSITE], after->cell[COL_WEBSITE]))
        TRY(by_website(&l, after->cell[COL_WEBSITE]));
    if (named || !str_eq(before->cell[COL_POSTAL_CODE], after->cell[COL_POSTAL_CODE]) ||
        !str_eq(before->cell[COL_ADDRESS], after->cell[COL_ADDRESS]))
        TRY(by_place(&l, after->cell));
    for (size_t i = 0; named && i < after->places_n; i++) TRY(by_place(&l, after->places[i]));
    *twins = l.twins;
    *n = l.n;
    return OK;
}
