/* file.c — /:dialogue/open-data/…: a table as a file, and datapackage.json that describes them all. */
#include "features/opendata/rows.h"
#include "web/json.h"

/* The table and part that a file is named after. */
static enum err named(struct request *req, const struct dialogue *d, struct str name,
                      const struct open_table *all, const struct open_table **t, int64_t *part)
{
    for (size_t i = 0; i < OPEN_TABLES; i++) {
        const struct str stem = all[i].name;
        int64_t parts;
        if (!str_starts(name, stem)) continue;
        struct str rest = str_from(name, stem.n);
        *t = &all[i];
        *part = 1;
        if (!all[i].in_parts && !rest.n) return OK;
        if (!all[i].in_parts || !str_starts(rest, STR("-"))) continue;
        TRY(open_parts(req->db, *t, d->id, &parts));
        rest = str_from(rest, 1);
        if (str_number(rest, parts, part) && *part > 0 && rest.s[0] != '0') return OK;
    }
    return FAIL(ERR_MISSING, "no file %.*s", STR_ARG(name));
}

static void put_field(struct out *o, const char *name, struct str text)
{
    json_text(o, str_of(name));
    out_raw(o, STR(":"));
    json_text(o, text);
}

/* A Data Package wants one text; the Dutch stands beside it. */
static void put_words(struct out *o, const char *name, const char *dutch,
                      const struct words *words)
{
    put_field(o, name, words_in(words, LANG_EN));
    out_raw(o, STR(","));
    put_field(o, dutch, words_in(words, LANG_NL));
}

static struct str day_text(struct arena *a, struct day day)
{
    const struct date d = date_of(day);
    return arena_format(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* What it is of, from when, and what may be done with it. */
static void put_about(struct request *req, const struct dialogue *d, struct out *o)
{
    struct arena *a = req->arena;
    put_field(o, "dialogue", d->slug);
    out_raw(o, STR(",\n\"edition\":"));
    out_raw(o,
            d->edition ? arena_format(a, "%lld", (long long)d->edition_number) : STR("null"));
    out_raw(o, STR(",\n\"published\":"));
    if (d->edition)
        json_text(o, day_text(a, day_at(d->published)));
    else
        out_raw(o, STR("null"));
    out_raw(o, STR(",\n"));
    put_field(o, "retrieved", day_text(a, req->today));
    out_raw(o, STR(",\n"));
    put_field(o, "homepage", request_address(req, a, PATH(a, "/{}/open-data", d->slug)));
    const int licence = (int)d->licence;
    out_raw(o, STR(",\n\"licenses\":[{"));
    if (licence != LICENCE_ASK) {
        put_field(o, "name", str_of(licence_term(licence).code));
        out_raw(o, STR(","));
    }
    put_field(o, "path",
              licence == LICENCE_ASK
                  ? request_address(req, a, PATH(a, "/{}/open-data#gebruik", d->slug))
                  : licence_url(licence));
    out_raw(o, STR(","));
    put_field(o, "title", words_in(licence_term(licence).words, LANG_NL));
    out_raw(o, STR("}]"));
}

static void put_schema(const struct open_table *t, struct out *o)
{
    static const char *const types[] = {
        [OPEN_NAME] = "string",    [OPEN_NUMBER] = "integer", [OPEN_TEXT] = "string",
        [OPEN_CODE] = "string",    [OPEN_DAY] = "date",       [OPEN_CLOCK] = "time",
        [OPEN_YES_NO] = "boolean", [OPEN_URL] = "string",
    };
    out_raw(o, STR("\"schema\":{\"fields\":["));
    for (size_t i = 0; i < t->columns_n; i++) {
        const struct open_column *c = &t->columns[i];
        out_raw(o, i ? STR(",\n{") : STR("\n{"));
        put_field(o, "name", c->name);
        out_raw(o, STR(","));
        put_field(o, "type", str_of(types[c->type]));
        if (c->type == OPEN_URL) out_raw(o, STR(",\"format\":\"uri\""));
        if (c->type == OPEN_CLOCK) out_raw(o, STR(",\"format\":\"%H:%M\""));
        if (c->type == OPEN_YES_NO)
            out_raw(o, STR(",\"trueValues\":[\"yes\"],\"falseValues\":[\"no\"]"));
        out_raw(o, STR(","));
        put_words(o, "description", "description_nl", c->about);
        out_raw(o, STR("}"));
    }
    out_raw(o, STR("]"));
    for (size_t i = 0; i < t->keys; i++) {
        out_raw(o, i ? STR(",") : STR(",\"primaryKey\":["));
        json_text(o, t->columns[i].name);
    }
    out_raw(o, t->keys ? STR("]}") : STR("}"));
}

/* ---- one table ---- */

static enum err rows(struct request *req, struct response *res, const struct dialogue *d,
                     const struct open_table *t, int64_t part, enum open_form form)
{
    struct open_rows w = { .req = req, .d = d, .t = t, .form = form, .o = &res->body };
    w.first = (part - 1) * OPEN_PART + 1;
    w.last = part * OPEN_PART;
    if (form == OPEN_JSON) {
        out_raw(w.o, STR("{"));
        put_field(w.o, "table", t->name);
        out_raw(w.o, STR(",\n"));
        put_about(req, d, w.o);
        out_raw(w.o, STR(",\n"));
        put_schema(t, w.o);
        out_raw(w.o, STR(",\n\"rows\":["));
    } else {
        open_heading(&w);
    }
    const enum err e = t->rows(&w);
    arena_end(&w.passing);
    if (form == OPEN_JSON) out_raw(w.o, STR("]}\n"));
    return e;
}

static enum err give(struct request *req, struct response *res, enum open_form form)
{
    struct dialogue d;
    struct open_table all[OPEN_TABLES];
    const struct open_table *t = all;
    int64_t part = 1;

    TRY(dialogue_open(req, res, &d));
    open_tables(all);
    TRY(named(req, &d, req->param[1].text, all, &t, &part));
    TRY(rows(req, res, &d, t, part, form));
    res->content = form == OPEN_JSON ? CONTENT_JSON : CONTENT_CSV;
    res->filename =
        arena_format(req->arena, "%.*s-%.*s.%s", STR_ARG(d.slug), STR_ARG(req->param[1].text),
                     form == OPEN_JSON ? "json" : "csv");
    return OK;
}

static enum err csv(struct request *req, struct response *res)
{
    return give(req, res, OPEN_CSV);
}

static enum err sheet(struct request *req, struct response *res)
{
    return give(req, res, OPEN_SHEET);
}

static enum err json(struct request *req, struct response *res)
{
    return give(req, res, OPEN_JSON);
}

/* ---- all of them described: a Data Package, with a Table Schema for each file ---- */

static void put_resource(struct request *req, const struct open_table *t, int64_t part,
                         struct out *o)
{
    const struct str file = open_file(req->arena, t, part);
    out_raw(o, STR("{"));
    put_field(o, "name", file);
    out_raw(o, STR(","));
    put_field(o, "path", arena_format(req->arena, "%.*s.csv", STR_ARG(file)));
    out_raw(o, STR(",\n"));
    put_words(o, "title", "title_nl", t->title);
    out_raw(o, STR(",\n"));
    put_words(o, "description", "description_nl", t->about);
    out_raw(o, STR(",\n\"profile\":\"tabular-data-resource\",\"format\":\"csv\",\"mediatype\":"
                   "\"text/csv\",\"encoding\":\"utf-8\",\n"));
    put_schema(t, o);
    out_raw(o, STR("}"));
}

static enum err package(struct request *req, struct response *res)
{
    struct dialogue d;
    struct open_table all[OPEN_TABLES];
    struct out *o = &res->body;
    bool any = false;

    TRY(dialogue_open(req, res, &d));
    open_tables(all);
    out_raw(o, STR("{\"profile\":\"tabular-data-package\",\n"));
    put_field(o, "name", d.slug);
    out_raw(o, STR(",\n"));
    put_field(o, "title", d.title);
    out_raw(o, STR(",\n"));
    put_about(req, &d, o);
    out_raw(o, STR(",\n\"resources\":["));
    for (size_t i = 0; i < OPEN_TABLES; i++) {
        int64_t parts;
        TRY(open_parts(req->db, &all[i], d.id, &parts));
        for (int64_t part = 1; part <= parts; part++) {
            out_raw(o, any ? STR(",\n") : STR("\n"));
            put_resource(req, &all[i], part, o);
            any = true;
        }
    }
    out_raw(o, STR("]}\n"));
    res->content = CONTENT_JSON;
    res->filename = STR("datapackage.json");
    return OK;
}

const struct page open_data_csv = {
    .path = "/:dialogue/open-data/:table.csv",
    .who = WHO_ANYONE,
    .handle = csv,
    .file = __FILE__,
};
const struct page open_data_sheet = {
    .path = "/:dialogue/open-data/rekenblad/:table.csv",
    .who = WHO_ANYONE,
    .handle = sheet,
    .file = __FILE__,
};
const struct page open_data_json = {
    .path = "/:dialogue/open-data/:table.json",
    .who = WHO_ANYONE,
    .handle = json,
    .file = __FILE__,
};
const struct page open_data_package = {
    .path = "/:dialogue/open-data/datapackage.json",
    .who = WHO_ANYONE,
    .handle = package,
    .file = __FILE__,
};
