/* tables.c — names of tables and columns through the versions of HSDS, and a table of CSV. See tables.h. */
#include "features/hsds/tables.h"

#include "base/csv.h"

#include <string.h>

static const struct {
    const char *name;
    enum hsds_table table;
} names[] = {
    { "organizations", T_ORGANIZATION },
    { "organization", T_ORGANIZATION },
    { "services", T_SERVICE },
    { "service", T_SERVICE },
    { "locations", T_LOCATION },
    { "location", T_LOCATION },
    { "service_at_location", T_PLACE },
    { "service_at_locations", T_PLACE },
    { "services_at_location", T_PLACE },
    { "addresses", T_ADDRESS },
    { "address", T_ADDRESS },
    { "physical_addresses", T_ADDRESS },
    { "physical_address", T_ADDRESS },
    { "phones", T_PHONE },
    { "phone", T_PHONE },
    { "contacts", T_CONTACT },
    { "contact", T_CONTACT },
    { "schedules", T_SCHEDULE },
    { "schedule", T_SCHEDULE },
    { "regular_schedules", T_SCHEDULE },
    { "regular_schedule", T_SCHEDULE },
    { "holiday_schedules", T_HOLIDAY },
    { "holiday_schedule", T_HOLIDAY },
    { "languages", T_LANGUAGE },
    { "language", T_LANGUAGE },
    { "accessibility", T_ACCESSIBILITY },
    { "accessibility_for_disabilities", T_ACCESSIBILITY },
    { "attributes", T_ATTRIBUTE },
    { "attribute", T_ATTRIBUTE },
    { "service_attribute", T_ATTRIBUTE },
    { "service_attributes", T_ATTRIBUTE },
    { "service_taxonomy", T_ATTRIBUTE },
    { "services_taxonomy", T_ATTRIBUTE },
    { "service_taxonomies", T_ATTRIBUTE },
    { "taxonomy_terms", T_TERM },
    { "taxonomy_term", T_TERM },
    { "cost_options", T_COST },
    { "cost_option", T_COST },
    { "eligibility", T_ELIGIBILITY },
    { "eligibilities", T_ELIGIBILITY },
    { "eligibilitys", T_ELIGIBILITY },
};

bool tables_kind(struct str name, enum hsds_table *table)
{
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (str_is(name, names[i].name)) {
            *table = names[i].table;
            return true;
        }
    return false;
}

static const char *const columns[HSDS_COLUMNS] = {
    [C_ID] = "id",
    [C_NAME] = "name",
    [C_ORGANIZATION_ID] = "organization_id",
    [C_SERVICE_ID] = "service_id",
    [C_LOCATION_ID] = "location_id",
    [C_PLACE_ID] = "service_at_location_id",
    [C_CONTACT_ID] = "contact_id",
    [C_PHONE_ID] = "phone_id",
    [C_TERM_ID] = "taxonomy_term_id",
    [C_TAXONOMY_ID] = "taxonomy_id",
    [C_LINK_ID] = "link_id",
    [C_ALTERNATE_NAME] = "alternate_name",
    [C_DESCRIPTION] = "description",
    [C_URL] = "url",
    [C_EMAIL] = "email",
    [C_STATUS] = "status",
    [C_APPLICATION] = "application_process",
    [C_FEES] = "fees_description",
    [C_ELIGIBILITY] = "eligibility_description",
    [C_MINIMUM_AGE] = "minimum_age",
    [C_MAXIMUM_AGE] = "maximum_age",
    [C_ASSURED] = "assured_date",
    [C_ALERT] = "alert",
    [C_MODIFIED] = "last_modified",
    [C_KIND] = "kind",
    [C_SUMMARY] = "summary",
    [C_ARRIVAL] = "arrival",
    [C_COMPANY] = "company",
    [C_FREE] = "free",
    [C_REFERRAL] = "referral",
    [C_NAME_EN] = "name_en",
    [C_DESCRIPTION_EN] = "description_en",
    [C_TRANSPORTATION] = "transportation",
    [C_LATITUDE] = "latitude",
    [C_LONGITUDE] = "longitude",
    [C_HOLIDAYS] = "open_on_holidays",
    [C_ADDRESS_1] = "address_1",
    [C_ADDRESS_2] = "address_2",
    [C_CITY] = "city",
    [C_REGION] = "region",
    [C_POSTAL_CODE] = "postal_code",
    [C_ADDRESS_TYPE] = "address_type",
    [C_NUMBER] = "number",
    [C_EXTENSION] = "extension",
    [C_FREQ] = "freq",
    [C_INTERVAL] = "interval",
    [C_BYDAY] = "byday",
    [C_BYMONTHDAY] = "bymonthday",
    [C_DTSTART] = "dtstart",
    [C_VALID_FROM] = "valid_from",
    [C_VALID_TO] = "valid_to",
    [C_UNTIL] = "until",
    [C_OPENS_AT] = "opens_at",
    [C_CLOSES_AT] = "closes_at",
    [C_WEEKDAY] = "weekday",
    [C_CLOSED] = "closed",
    [C_EXCEPTION] = "exception",
    [C_CODE] = "code",
    [C_DETAILS] = "details",
    [C_OPTION] = "option",
    [C_AMOUNT] = "amount",
};

/* What a table called it in an earlier version; the first that is there and filled wins. */
static const struct {
    enum hsds_table table;
    const char *name;
    enum hsds_column column;
} earlier[] = {
    { T_ORGANIZATION, "website", C_URL },
    { T_SERVICE, "fees", C_FEES },
    { T_HOLIDAY, "start_date", C_VALID_FROM },
    { T_HOLIDAY, "end_date", C_VALID_TO },
    { T_LANGUAGE, "language", C_NAME },
    { T_ACCESSIBILITY, "accessibility", C_DESCRIPTION },
    { T_ELIGIBILITY, "eligibility", C_ELIGIBILITY },
    { T_ATTRIBUTE, "taxonomy_id", C_TERM_ID },
    { T_ADDRESS, "state_province", HSDS_COLUMNS },
};

int tables_column(enum hsds_table table, struct str name)
{
    for (size_t i = 0; i < COUNT_OF(earlier); i++)
        if (earlier[i].table == table && str_is(name, earlier[i].name))
            return earlier[i].column == HSDS_COLUMNS ? -1 : (int)earlier[i].column;
    for (int c = 0; c < HSDS_COLUMNS; c++)
        if (str_is(name, columns[c])) return c;
    return -1;
}

struct table_row *tables_add(struct tables *t, enum hsds_table which, int64_t line)
{
    struct table *table = &t->table[which];
    if (table->n == table->room) {
        const size_t room = table->room ? table->room * 2 : 64;
        struct table_row *rows = arena_room(&t->arena, room, sizeof *rows);
        if (table->n) memcpy(rows, table->row, table->n * sizeof *rows);
        table->row = rows;
        table->room = room;
    }
    t->rows++;
    struct table_row *row = &table->row[table->n++];
    *row = (struct table_row){ .line = line };
    row->cell = NEW(&t->arena, struct str, HSDS_COLUMNS);
    return row;
}

bool tables_refuse(struct tables *t, const struct words *why, struct str what)
{
    if (!t->bad) {
        const struct str said = words_in(why, t->lang);
        t->why = what.n ? arena_format(&t->arena, "%.*s (%.*s)", STR_ARG(said),
                                       STR_ARG(str_upto_letter(what, 80)))
                        : said;
    }
    t->bad = true;
    return false;
}

/* ---- a table of CSV ---- */

static struct str small_name(struct arena *a, struct str text)
{
    char *to = NEW(a, char, text.n + 1);
    for (size_t i = 0; i < text.n; i++)
        to[i] = text.s[i] >= 'A' && text.s[i] <= 'Z' ? (char)(text.s[i] + 32) : text.s[i];
    return str_trim((struct str){ to, text.n });
}

static struct str file_line(struct tables *t, struct str file, int64_t line)
{
    return arena_format(&t->arena, "%.*s:%lld", STR_ARG(file), (long long)line);
}

static bool take_rows(struct tables *t, enum hsds_table which, struct str file, struct csv *c,
                      struct csv_row *row, const int *at, size_t fields)
{
    while (csv_next(c, &t->arena, row)) {
        if (t->rows >= TABLES_ROWS)
            return tables_refuse(t, SAY("Dit bestand heeft te veel regels."), file);
        struct table_row *to = tables_add(t, which, row->line);
        for (size_t i = 0; i < row->n && i < fields; i++)
            if (at[i] >= 0 && !to->cell[at[i]].n) to->cell[at[i]] = str_trim(row->fields[i]);
    }
    return true;
}

bool tables_csv(struct tables *t, enum hsds_table which, struct str file, struct str text)
{
    struct csv c;
    struct csv_row *row = NEW(&t->arena, struct csv_row, 1);
    int at[CSV_FIELDS_MAX];
    size_t fields = 0;
    if (t->table[which].file.n)
        return tables_refuse(t, SAY("Deze tabel staat er twee keer in."), file);
    t->table[which].file = file;
    if (!text.n) return true;
    if (csv_open(&c, text) && csv_next(&c, &t->arena, row)) {
        for (; fields < row->n; fields++)
            at[fields] = tables_column(which, small_name(&t->arena, row->fields[fields]));
        if (!take_rows(t, which, file, &c, row, at, fields)) return false;
    }
    if (c.fault == CSV_FINE) return true;
    return tables_refuse(
        t, SAY("Dit is geen tabel die wij kunnen lezen. Bewaar hem als CSV met UTF-8."),
        file_line(t, file, c.fault_line));
}

/* ---- a file ---- */

bool tables_read(struct tables *t, struct str bytes, enum lang lang)
{
    *t = (struct tables){ .lang = lang };
    if (bytes.n > TABLES_FILE_MOST)
        return tables_refuse(t, SAY("Dit bestand is te groot."), STR(""));
    return str_starts(bytes, STR("PK")) ? tables_zip(t, bytes) : tables_json(t, bytes);
}
void tables_end(struct tables *t)
{
    arena_end(&t->arena);
}
