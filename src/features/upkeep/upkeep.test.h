/* upkeep.test.h — a map of a few entries, and who keeps it: an administrator, a steward, anybody. */
#ifndef FEATURES_UPKEEP_UPKEEP_TEST_H
#define FEATURES_UPKEEP_UPKEEP_TEST_H

#include "features/map/map.test.h"
#include "tests/sql.h"
#include "web/web.h"

#include <string.h>

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
    struct response res;
    struct instant now;
};
static struct fixture f;
__attribute__((unused)) static const struct visitor
    anna = { 1, WHO_ADMINISTRATOR, { "Anna", 4 }, { "a", 1 } },
    stan = { 2, WHO_READER, { "Stan", 4 }, { "b", 1 } }, /* steward of Noord */
    rea = { 3, WHO_READER, { "Rea", 3 }, { "c", 1 } },   /* of nothing */
    nobody = { 0 };

static inline struct str asks(const struct visitor *who, enum method method,
                              const char *address, const char *body, int status)
{
    const struct try try = { .method = method,
                             .address = address,
                             .body = body,
                             .visitor = *who,
                             .site = STR("https://dialoog.voorbeeld.nl"),
                             .now = f.now };
    web_ask(f.st, f.db, &f.arena, &try, &f.res);
    const struct str body_of = arena_copy(&f.arena, (struct str){ f.res.body.s, f.res.body.n });
    if (f.res.status != status)
        fail_msg("%s answers %d, not %d: %s\n%.*s", address, f.res.status, status, err_why(),
                 STR_ARG(str_upto(body_of, 400)));
    return body_of;
}
static inline struct str opens(const struct visitor *who, const char *address)
{
    return asks(who, METHOD_GET, address, NULL, 200);
}
PRINTF(1, 2) static inline const char *text_of(const char *format, ...)
{
    char *s = arena_take(&f.arena, 4000, 1);
    va_list list;
    va_start(list, format);
    vsnprintf(s, 4000, format, list);
    va_end(list);
    return s;
}
/* What stands in a hidden or typed field of a page. */
static inline struct str value_in(struct str page, const char *name)
{
    const struct str mark = str_of(text_of("name=\"%s\" value=\"", name));
    const size_t at = str_find(page, mark);
    CHECK(at != SIZE_MAX);
    const struct str rest = str_from(page, at + mark.n);
    return str_upto(rest, str_find(rest, STR("\"")));
}
/* The form of a page with what was begun with, and these fields. */
static inline struct str sends(const struct visitor *who, const char *address,
                               const char *fields, int status)
{
    const struct str page = opens(who, address);
    const struct str basis = value_in(page, "basis");
    return asks(who, METHOD_POST, address, text_of("%s&basis=%.*s", fields, STR_ARG(basis)),
                status);
}

#define ENTRIES                                                                                \
    "key,name,organisation,description,subjects,kind,hours,phone,website,email,address,"       \
    "postal_code,latitude,longitude,neighbourhood,confirmed\n"                                 \
    "1,Formulierenbrigade,Buurtwerk,Wij helpen met brieven.,formulieren,service,ma-vr "        \
    "09:00-17:00,036 000 11 22,https://buurtwerk.example/,,Kade "                              \
    "1,0900AA,52.5,5.4,Noord,2026-11-01\n"                                                     \
    "2,Spreekuur toeslagen,Buurtwerk,Wij helpen met toeslagen.,formulieren,service,di "        \
    "19:00-21:00,036 000 11 22,https://buurtwerk.example/,,Kade "                              \
    "9,0901AA,52.4,5.4,Zuid,2020-01-01\n"                                                      \
    "3,Koffieochtend,Buren van Noord,Iedereen is welkom.,ontmoeten,initiative,wo "             \
    "10:00-12:00,06 00 00 00 03,,,Plein 2,0900AB,52.501,5.401,Noord,\n"                        \
    "4,Huiswerkhulp,Stichting Leren,Wij helpen na school.,formulieren,service,,036 000 44 "    \
    "44,https://www.leren.example,info@leren.example,Laan 3,0901AB,52.41,5.41,Zuid,"           \
    "2026-01-01\n"
#define FORM_OF                                                                                \
    "naam=Formulierenbrigade&aanbieder=Buurtwerk&soort=service&stand=active&tekst=Wij+helpen+" \
    "met+brieven.&telefoon=036+000+11+22&website=https://buurtwerk.example/&adres-1=Kade+1&"   \
    "postcode-1=0900AA&wijk-1=Noord&tijden-1=ma-vr+09:00-17:00&onderwerp=1"

static inline void start(void)
{
    struct map_loading l = { 0 };
    f = (struct fixture){ .now = map_now };
    CHECK_OK(store_open_memory(&f.st));
    CHECK_OK(map_load_table(f.st, str_of(ENTRIES), &l));
    sql_run(f.st,
            "INSERT INTO person (id, name, email, password, handle, made) VALUES "
            "(1, 'Anna', 'anna@x.nl', '', x'01', 0), (2, 'Stan', 'stan@x.nl', '', x'02', 0), "
            "(3, 'Rea', 'rea@x.nl', '', x'03', 0);"
            "INSERT INTO map_steward SELECT 2, id FROM map_area WHERE slug = 'noord';"
            "UPDATE mail_line SET ready = 1");
    CHECK_OK(store_reader(f.st, &f.db));
}
static inline void stop(void)
{
    store_reader_close(f.db);
    store_close(f.st);
    arena_end(&f.arena);
}

#endif
