/* entry.c — see entry.h: the fields of an entry, filled, read and checked. */
#include "features/upkeep/entry.h"

#include <stdlib.h>
#include <string.h>

enum { LONG_TEXT = 4000, SHORT_TEXT = 1500, HOURS_TEXT = 800 };

static const struct words *no_name(void)
{
    return SAY("Vul in hoe het heet.");
}
static const struct words *no_organisation(void)
{
    return SAY("Vul in wie dit aanbiedt.");
}
#define F struct entry_form
#define PLACE_FIELDS(i, n)                                                                     \
    FIELD_LINE(F, place[i][COL_PLACE], "plek-" n),                                             \
        FIELD_LINE(F, place[i][COL_ADDRESS], "adres-" n),                                      \
        FIELD_LINE(F, place[i][COL_POSTAL_CODE], "postcode-" n, .most = 10),                   \
        FIELD_LINE(F, place[i][COL_CITY], "stad-" n, .most = 80),                              \
        FIELD_LINE(F, place[i][COL_NEIGHBOURHOOD], "wijk-" n),                                 \
        FIELD_TEXT(F, place[i][COL_HOURS], "tijden-" n, .most = HOURS_TEXT),                   \
        FIELD_TEXT(F, place[i][COL_TRANSPORTATION], "reizen-" n, .most = SHORT_TEXT),          \
        FIELD_CHOICE(F, wheelchair[i], "rolstoel-" n, "yes no"),                               \
        FIELD_TEXT(F, place[i][COL_ACCESSIBILITY], "toegang-" n, .most = SHORT_TEXT)
static const struct field fields[] = {
    FIELD_LINE(F, cell[COL_NAME], "naam", .required = true, .missing = no_name),
    FIELD_LINE(F, cell[COL_NAME_EN], "naam-en"),
    FIELD_LINE(F, cell[COL_OTHER_NAMES], "ook", .most = 300),
    FIELD_LINE(F, cell[COL_ORGANISATION], "aanbieder", .required = true,
               .missing = no_organisation),
    FIELD_TEXT(F, cell[COL_DESCRIPTION], "tekst", .most = LONG_TEXT),
    FIELD_TEXT(F, cell[COL_DESCRIPTION_EN], "tekst-en", .most = LONG_TEXT),
    FIELD_TEXT(F, cell[COL_SUMMARY], "verwijzers", .most = LONG_TEXT),
    FIELD_NUMBERS(F, subjects, "onderwerp"),
    FIELD_CHOICE(F, kind, "soort", "service initiative"),
    FIELD_CHOICE(F, status, "stand", "active inactive defunct closed"),
    FIELD_TEXT(F, cell[COL_ALERT], "let-op", .most = SHORT_TEXT),
    FIELD_LINE(F, cell[COL_PHONE], "telefoon", .most = 300),
    FIELD_LINE(F, cell[COL_WEBSITE], "website", .most = 500),
    FIELD_LINE(F, cell[COL_EMAIL], "mail"),
    FIELD_LINE(F, cell[COL_LANGUAGES], "talen", .most = 400),
    FIELD_CHOICE(F, free, "gratis", "yes no"),
    FIELD_TEXT(F, cell[COL_FEES], "kosten", .most = SHORT_TEXT),
    FIELD_CHOICE(F, referral, "verwijzing", "yes no"),
    FIELD_LINE(F, cell[COL_MINIMUM_AGE], "vanaf", .most = 3),
    FIELD_LINE(F, cell[COL_MAXIMUM_AGE], "tot", .most = 3),
    FIELD_TEXT(F, cell[COL_ELIGIBILITY], "voor-wie", .most = SHORT_TEXT),
    FIELD_TEXT(F, cell[COL_APPLICATION], "aanmelden", .most = SHORT_TEXT),
    FIELD_TEXT(F, cell[COL_ARRIVAL], "binnen", .most = SHORT_TEXT),
    FIELD_TEXT(F, cell[COL_COMPANY], "mee", .most = SHORT_TEXT),
    PLACE_FIELDS(0, "1"),
    PLACE_FIELDS(1, "2"),
    PLACE_FIELDS(2, "3"),
    PLACE_FIELDS(3, "4"),
    FIELD_TEXT(F, note, "hoe", .most = 1000),
    FIELD_TICK(F, all_the_same, "toch"),
    FIELD_TICK(F, confirmed, "klopt"),
    FIELD_BASIS(F),
};
#undef F
const struct form entry_form = FORM(struct entry_form, fields);

/* ---- cells as people type them ---- */

static struct str lowered(struct arena *a, struct str text)
{
    char *to = NEW(a, char, text.n + 1);
    for (size_t i = 0; i < text.n; i++)
        to[i] = text.s[i] >= 'A' && text.s[i] <= 'Z' ? (char)(text.s[i] + 32) : text.s[i];
    return (struct str){ to, text.n };
}

static struct str languages_text(struct request *req, struct str codes)
{
    struct str one, all = { 0 };
    while (str_next(&codes, ',', &one)) {
        const struct str name = language_name(str_trim(one), req->lang);
        if (!str_trim(one).n) continue;
        all =
            all.n ? arena_format(req->arena, "%.*s, %.*s", STR_ARG(all), STR_ARG(name)) : name;
    }
    return all;
}

/* "tr", "Turks", "Turkish": each is read. */
static struct str languages_read(struct request *req, struct str typed)
{
    struct str rest = lowered(req->arena, typed), one, all = { 0 };
    while (str_next(&rest, ',', &one)) {
        one = str_trim(one);
        for (int i = 0; one.n && i < FACT_LANGUAGES; i++) {
            if (!map_languages[i].code) break;
            if (str_eq(lowered(req->arena, str_of(map_languages[i].name)), one) ||
                str_eq(lowered(req->arena, str_of(map_languages[i].name_en)), one))
                one = str_of(map_languages[i].code);
        }
        if (one.n) all = arena_format(req->arena, "%.*s,%.*s", STR_ARG(all), STR_ARG(one));
    }
    return all;
}

static struct str typed_as(struct request *req, int column, struct str cell)
{
    if (column == COL_STATUS && str_is(cell, "temporarily closed")) return STR("closed");
    if (column == COL_LANGUAGES) return languages_text(req, cell);
    return cell;
}

static struct str read_as(struct request *req, int column, struct str typed)
{
    typed = str_trim(typed);
    if (column == COL_STATUS && str_is(typed, "closed")) return STR("temporarily closed");
    if (column == COL_LANGUAGES) return languages_read(req, typed);
    if (column == COL_WEBSITE && typed.n && str_find(typed, STR("://")) == SIZE_MAX)
        return arena_format(req->arena, "https://%.*s", STR_ARG(typed));
    if (column != COL_HOURS) return typed;
    struct str line, all = { 0 }; /* a line for each is as good as a semicolon */
    while (str_next(&typed, '\n', &line)) {
        line = str_trim(line);
        if (line.n)
            all = arena_format(req->arena, "%.*s%s%.*s", STR_ARG(all),
                               all.n && !str_ends(all, STR(";")) ? "; " : "", STR_ARG(line));
    }
    return all;
}

struct str entry_text(struct request *req, int column, struct str cell)
{
    const struct words *w = NULL;
    if (!cell.n) return cell;
    if (column == COL_LANGUAGES) return languages_text(req, cell);
    for (int i = 0; column == COL_STATUS && i < SERVICE_STATUSES; i++)
        if (str_is(cell, service_status_term(i).code)) w = service_status_term(i).words;
    for (int i = 0; column == COL_KIND && i < SERVICE_KINDS; i++)
        if (str_is(cell, service_kind_term(i).code)) w = service_kind_term(i).words;
    if (str_is(cell, "yes")) w = SAY("ja");
    if (str_is(cell, "no")) w = SAY("nee");
    return w ? words_in(w, req->lang) : cell;
}

/* ---- words ---- */

static const struct words *label_of(int column)
{
    switch ((enum sheet_column)column) {
    case COL_NAME: return SAY("Naam");
    case COL_NAME_EN: return SAY("Naam in het Engels");
    case COL_OTHER_NAMES: return SAY("Andere namen");
    case COL_ORGANISATION: return SAY("Wie biedt dit aan?");
    case COL_DESCRIPTION: return SAY("Wat is het, in gewone woorden?");
    case COL_DESCRIPTION_EN: return SAY("Hetzelfde in het Engels");
    case COL_SUMMARY: return SAY("Voor wie verwijst");
    case COL_SUBJECTS: return SAY("Onderwerpen");
    case COL_KIND: return SAY("Wat voor aanbod is het?");
    case COL_STATUS: return SAY("Hoe staat het ermee?");
    case COL_PLACE: return SAY("Naam van het gebouw");
    case COL_ADDRESS: return SAY("Straat en nummer");
    case COL_POSTAL_CODE: return SAY("Postcode");
    case COL_CITY: return SAY("Plaats");
    case COL_NEIGHBOURHOOD: return SAY("Wijk");
    case COL_TRANSPORTATION: return SAY("Hoe komt iemand er?");
    case COL_WHEELCHAIR: return SAY("Kan iemand met een rolstoel naar binnen?");
    case COL_ACCESSIBILITY: return SAY("Meer over toegang");
    case COL_HOURS: return SAY("Wanneer is het open?");
    case COL_PHONE: return SAY("Telefoon");
    case COL_WEBSITE: return SAY("Website");
    case COL_EMAIL: return SAY("E-mailadres voor iedereen");
    case COL_LANGUAGES: return SAY("In welke talen?");
    case COL_FREE: return SAY("Is het gratis?");
    case COL_REFERRAL: return SAY("Is een verwijzing nodig?");
    case COL_MINIMUM_AGE: return SAY("Vanaf welke leeftijd?");
    case COL_MAXIMUM_AGE: return SAY("Tot en met welke leeftijd?");
    case COL_APPLICATION: return SAY("Hoe begint iemand?");
    case COL_FEES: return SAY("Wat kost het?");
    case COL_ELIGIBILITY: return SAY("Voor wie is het?");
    case COL_ARRIVAL: return SAY("Wat gebeurt er als iemand binnenkomt?");
    case COL_COMPANY: return SAY("Mag iemand mee, en wie kan brengen?");
    case COL_ALERT: return SAY("Wat moeten mensen nu weten?");
    case COL_CONFIRMED: return SAY("Bevestigd op");
    case COL_LATITUDE:
    case COL_LONGITUDE: return SAY("Plek op de kaart");
    case COL_KEY:
    case COLUMNS: break;
    }
    return SAY("De hele vermelding");
}

struct str column_label(struct arena *a, int column, size_t place, enum lang lang)
{
    const struct str label = words_in(label_of(column), lang);
    if (!place) return label;
    return FILL(a, SAY("{veld} (plek {n})"), lang, { "veld", label },
                { "n", arena_format(a, "%zu", place + 1) });
}

/* "hours 2" is the hours of the second place. */
int field_column(struct str field, size_t *place)
{
    struct str name;
    int64_t n = 1;
    str_next(&field, ' ', &name);
    *place = field.s && str_number(field, SHEET_PLACES + 1, &n) && n > 1 ? (size_t)n - 1 : 0;
    for (int c = 0; c < COLUMNS; c++)
        if (str_is(name, sheet_columns[c])) return c;
    return COL_KEY;
}

struct str field_label(struct arena *a, struct str field, enum lang lang)
{
    size_t place;
    const int column = field_column(field, &place);
    return column_label(a, column, place, lang);
}

struct str field_text(struct request *req, struct str field, struct str cell)
{
    size_t place;
    return entry_text(req, field_column(field, &place), cell);
}

static const struct words *hint_of(int column)
{
    switch (column) {
    case COL_OTHER_NAMES: return SAY("Hoe mensen het ook noemen. Zet er komma’s tussen.");
    case COL_DESCRIPTION: return SAY("Korte zinnen, zonder moeilijke woorden.");
    case COL_SUMMARY: return SAY("Voor een huisarts of wijkteam: voor wie, wat en hoe lang.");
    case COL_HOURS:
        return SAY("Zoals: ma-vr 09:00-17:00. Of: elke dag, 1e di 19:00-21:00, "
                   "2026-12-24 gesloten.");
    case COL_PHONE:
        return SAY("Meer nummers? Zet er een puntkomma tussen: 036 000 00 00; 06 00 00 00 00 "
                   "(ook ’s nachts).");
    case COL_LANGUAGES: return SAY("Zoals: Nederlands, Turks. Zet er komma’s tussen.");
    case COL_ALERT: return SAY("Zoals: gesloten tot 1 mei, want er wordt verbouwd.");
    case COL_NEIGHBOURHOOD: return SAY("Kies uit de wijken op de kaart.");
    default: return NULL;
    }
}

/* ---- the fields, in their order ---- */

static const struct shown {
    const char *name;
    int column;
    enum edit_kind kind;
} texts[] = {
    { "naam", COL_NAME, EDIT_LINE },           { "naam-en", COL_NAME_EN, EDIT_LINE },
    { "ook", COL_OTHER_NAMES, EDIT_LINE },     { "aanbieder", COL_ORGANISATION, EDIT_LINE },
    { "soort", COL_KIND, EDIT_SELECT },        { "tekst", COL_DESCRIPTION, EDIT_TEXT },
    { "tekst-en", COL_DESCRIPTION_EN, EDIT_TEXT }, { "verwijzers", COL_SUMMARY, EDIT_TEXT },
}, contact[] = {
    { "telefoon", COL_PHONE, EDIT_LINE },      { "website", COL_WEBSITE, EDIT_LINE },
    { "mail", COL_EMAIL, EDIT_LINE },          { "aanmelden", COL_APPLICATION, EDIT_TEXT },
}, whom[] = {
    { "voor-wie", COL_ELIGIBILITY, EDIT_TEXT },{ "vanaf", COL_MINIMUM_AGE, EDIT_NUMBER },
    { "tot", COL_MAXIMUM_AGE, EDIT_NUMBER },   { "gratis", COL_FREE, EDIT_SELECT },
    { "kosten", COL_FEES, EDIT_TEXT },         { "verwijzing", COL_REFERRAL, EDIT_SELECT },
    { "talen", COL_LANGUAGES, EDIT_LINE },
}, welcome[] = {
    { "binnen", COL_ARRIVAL, EDIT_TEXT },      { "mee", COL_COMPANY, EDIT_TEXT },
}, now[] = {
    { "let-op", COL_ALERT, EDIT_TEXT },        { "stand", COL_STATUS, EDIT_SELECT },
}, at_place[] = {
    { "plek", COL_PLACE, EDIT_LINE },          { "adres", COL_ADDRESS, EDIT_LINE },
    { "postcode", COL_POSTAL_CODE, EDIT_LINE }, { "stad", COL_CITY, EDIT_LINE },
    { "wijk", COL_NEIGHBOURHOOD, EDIT_SELECT },{ "tijden", COL_HOURS, EDIT_TEXT },
    { "reizen", COL_TRANSPORTATION, EDIT_TEXT }, { "rolstoel", COL_WHEELCHAIR, EDIT_SELECT },
    { "toegang", COL_ACCESSIBILITY, EDIT_TEXT },
};

static struct edit_option option(enum lang lang, const char *value, const struct words *words)
{
    return (struct edit_option){ str_of(value), words_in(words, lang) };
}

static void put_options(struct request *req, const struct map_areas_row *areas, size_t areas_n,
                        int column, struct edit_field *f)
{
    const enum lang l = req->lang;
    struct edit_option *o = NEW(req->arena, struct edit_option, areas_n + 4);
    size_t n = 0;
    switch (column) {
    case COL_KIND:
        for (int i = 0; i < SERVICE_KINDS; i++)
            o[n++] = option(l, service_kind_term(i).code, service_kind_term(i).words);
        break;
    case COL_STATUS:
        for (int i = 0; i < SERVICE_STATUSES; i++)
            o[n++] = option(
                l, i == SERVICE_TEMPORARILY_CLOSED ? "closed" : service_status_term(i).code,
                service_status_term(i).words);
        break;
    case COL_NEIGHBOURHOOD:
        o[n++] = option(l, "", SAY("Weet ik niet"));
        for (size_t i = 0; i < areas_n; i++)
            o[n++] = (struct edit_option){ areas[i].name, areas[i].name };
        break;
    default:
        o[n++] = option(l, "", SAY("Weet ik niet"));
        o[n++] = option(l, "yes", SAY("Ja"));
        o[n++] = option(l, "no", SAY("Nee"));
    }
    f->options = o;
    f->options_n = n;
}

struct filling {
    struct request *req;
    struct entry_view *v;
    struct map_areas_row *areas;
    size_t areas_n;
    bool short_form;
};

static void put_fields(struct filling *to, const struct shown *shown, size_t n, size_t place,
                       bool numbered)
{
    struct request *req = to->req;
    for (size_t i = 0; i < n; i++) {
        if (to->short_form && shown[i].column == COL_STATUS) continue;
        struct edit_field *f = &to->v->fields[to->v->n];
        const struct words *hint = hint_of(shown[i].column);
        *f = (struct edit_field){
            .name = numbered ? arena_format(req->arena, "%s-%zu", shown[i].name, place + 1).s
                             : shown[i].name,
            .kind = shown[i].kind,
            .label = words_in(label_of(shown[i].column), req->lang),
            .hint = hint ? words_in(hint, req->lang) : STR(""),
            .lang = shown[i].column == COL_NAME_EN || shown[i].column == COL_DESCRIPTION_EN
                        ? STR("en")
                    : shown[i].kind == EDIT_SELECT ? STR("")
                                                   : STR("nl"),
            .optional = shown[i].column != COL_NAME && shown[i].column != COL_ORGANISATION &&
                        shown[i].column != COL_KIND && shown[i].column != COL_STATUS,
        };
        if (f->kind == EDIT_SELECT)
            put_options(req, to->areas, to->areas_n, shown[i].column, f);
        to->v->at[to->v->n].column = shown[i].column;
        to->v->at[to->v->n++].place = place;
    }
}

static void put_group(struct filling *to, const char *id, const struct words *title,
                      const struct words *hint, const struct shown *shown, size_t n, bool open)
{
    struct entry_group *g = &to->v->groups[to->v->groups_n++];
    *g = (struct entry_group){ .id = str_of(id),
                               .title = words_in(title, to->req->lang),
                               .hint = hint ? words_in(hint, to->req->lang) : STR(""),
                               .fields = &to->v->fields[to->v->n],
                               .open = open };
    const size_t before = to->v->n;
    put_fields(to, shown, n, 0, false);
    g->n = to->v->n - before;
}

/* As many as there are, and an empty one to add another. */
static void put_places(struct filling *to, size_t places)
{
    for (size_t i = 0; i < ENTRY_PLACES && i <= places; i++) {
        struct entry_group *g = &to->v->groups[to->v->groups_n++];
        const bool more = i == places && i > 0;
        *g = (struct entry_group){
            .id = arena_format(to->req->arena, "waar-%zu", i + 1),
            .title = more ? words_in(SAY("Nog een plek"), to->req->lang)
                     : i ? FILL(to->req->arena, SAY("Plek {n}: waar en wanneer"), to->req->lang,
                                { "n", arena_format(to->req->arena, "%zu", i + 1) })
                         : words_in(SAY("Waar en wanneer"), to->req->lang),
            .hint = i && !more ? words_in(SAY("Maak alles leeg om deze plek weg te halen."),
                                          to->req->lang)
                               : STR(""),
            .fields = &to->v->fields[to->v->n],
            .open = !more,
        };
        const size_t before = to->v->n;
        put_fields(to, at_place, COUNT_OF(at_place), i, true);
        g->n = to->v->n - before;
    }
}

static enum err describe(struct request *req, size_t places, bool short_form,
                         struct entry_view *v)
{
    struct filling to = { .req = req, .v = v, .short_form = short_form };
    v->short_form = short_form;
    TRY(map_areas(req->db, req->arena, &to.areas, &to.areas_n));
    put_group(&to, "wat", SAY("Wat is het?"), NULL, texts, COUNT_OF(texts), true);
    v->groups[0].subjects = true;
    put_places(&to, places);
    put_group(&to, "bereiken", SAY("Hoe is het te bereiken?"), NULL, contact, COUNT_OF(contact),
              true);
    put_group(&to, "wie", SAY("Voor wie, en wat kost het?"), NULL, whom, COUNT_OF(whom),
              !short_form);
    put_group(&to, "welkom", SAY("Zo worden mensen ontvangen"),
              SAY("Wie niet weet wat er komt, durft soms niet. Een paar zinnen helpen."),
              welcome, COUNT_OF(welcome), !short_form);
    put_group(&to, "nu", SAY("Wat is er nu?"), NULL, now, COUNT_OF(now), !short_form);
    return OK;
}

/* ---- values ---- */

static const struct str *cell_of(const struct sheet_row *row, int column, size_t place)
{
    if (!place) return &row->cell[column];
    return place <= row->places_n ? &row->places[place - 1][column] : NULL;
}

static bool has_place(const struct str cell[COLUMNS])
{
    for (int c = COL_PLACE; c <= COL_HOURS; c++)
        if (cell[c].n) return true;
    return false;
}
static size_t places_of(const struct sheet_row *row)
{
    return row->places_n ? row->places_n + 1 : has_place(row->cell);
}

/* What a form that begins with this row holds; the subjects are the last. */
static struct str *values_of(struct request *req, const struct entry_view *v,
                             const struct sheet_row *row)
{
    struct str *values = NEW(req->arena, struct str, v->n + 1);
    for (size_t i = 0; i < v->n; i++) {
        const struct str *cell = cell_of(row, v->at[i].column, v->at[i].place);
        values[i] = cell ? typed_as(req, v->at[i].column, *cell) : STR("");
    }
    values[v->n] = row->cell[COL_SUBJECTS];
    return values;
}

static bool listed(struct str codes, struct str code)
{
    struct str one;
    while (str_next(&codes, ',', &one))
        if (str_eq(str_trim(one), code)) return true;
    return false;
}

static enum err put_subjects(struct request *req, struct str codes, struct entry_view *v)
{
    struct map_subjects_row *rows;
    TRY(map_subjects(req->db, req->arena, &rows, &v->subjects_n));
    v->subjects = NEW(req->arena, struct entry_subject, v->subjects_n + 1);
    for (size_t i = 0; i < v->subjects_n; i++)
        v->subjects[i] =
            (struct entry_subject){ rows[i].id, rows[i].code, subject_name(&rows[i], req->lang),
                                    req->form->sent
                                        ? form_chosen_number(req->form, "onderwerp", rows[i].id)
                                        : listed(codes, rows[i].code) };
    return OK;
}

/* A group with something to mend, or something that changed meanwhile, is not folded. */
static void open_groups(struct request *req, struct entry_view *v)
{
    for (size_t g = 0; g < v->groups_n; g++)
        for (size_t i = 0; i < v->groups[g].n; i++) {
            const struct edit_field *f = &v->groups[g].fields[i];
            if (f->changed || form_problem(req->form, f->name).n) v->groups[g].open = true;
        }
}

enum err entry_show(struct request *req, const struct sheet_row *row, bool short_form,
                    struct entry_view *v)
{
    struct edit_view edit = { 0 };
    TRY(describe(req, places_of(row), short_form, v));
    struct str *values = values_of(req, v, row);
    v->form = req->form;
    edit_show(req, &edit, v->fields, values, v->n);
    TRY(put_subjects(req, row->cell[COL_SUBJECTS], v));
    v->basis = edit_basis(req->arena, values, v->n + 1);
    v->clash = req->form->sent && !str_eq(form_typed(req->form, "basis"), v->basis);
    for (size_t i = 0; !v->clash && i < v->n; i++) v->fields[i].changed = false;
    open_groups(req, v);
    return OK;
}

enum err entry_unchanged(struct request *req, const struct sheet_row *row, bool short_form)
{
    struct entry_view *v = NEW(req->arena, struct entry_view, 1);
    TRY(describe(req, places_of(row), short_form, v));
    return edit_unchanged(req, values_of(req, v, row), v->n + 1);
}

/* ---- what was typed ---- */

static enum err read_subjects(struct request *req, struct str *codes)
{
    struct map_subjects_row *rows;
    size_t n;
    TRY(map_subjects(req->db, req->arena, &rows, &n));
    *codes = STR("");
    for (size_t i = 0; i < n; i++)
        if (form_chosen_number(req->form, "onderwerp", rows[i].id))
            *codes = codes->n ? arena_format(req->arena, "%.*s, %.*s", STR_ARG(*codes),
                                             STR_ARG(rows[i].code))
                              : rows[i].code;
    return OK;
}

/* Where it lies follows from the postcode, as far as that is known. */
enum err entry_locate(struct request *req, struct str cell[COLUMNS], const struct str *before)
{
    struct postcode_at_row at;
    bool found;
    struct str code = { 0 };
    if (before && str_eq(before[COL_POSTAL_CODE], cell[COL_POSTAL_CODE]) &&
        str_eq(before[COL_ADDRESS], cell[COL_ADDRESS]))
        return OK;
    for (size_t i = 0; i < cell[COL_POSTAL_CODE].n; i++) {
        const char c = cell[COL_POSTAL_CODE].s[i];
        if (c == ' ') continue;
        code = arena_format(req->arena, "%.*s%c", STR_ARG(code),
                            c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    cell[COL_LATITUDE] = cell[COL_LONGITUDE] = STR("");
    TRY(postcode_at(req->db, req->arena, code, &at, &found));
    if (!found || at.latitude < 0 || at.longitude < 0) return OK;
    cell[COL_LATITUDE] =
        arena_format(req->arena, "%lld.%06lld", (long long)(at.latitude / 1000000),
                     (long long)(at.latitude % 1000000));
    cell[COL_LONGITUDE] =
        arena_format(req->arena, "%lld.%06lld", (long long)(at.longitude / 1000000),
                     (long long)(at.longitude % 1000000));
    return OK;
}

/* Places that were emptied go; what lies behind those in the form stays. `from` tells of each place in the row
 * where it stood in the form. */
static enum err read_places(struct request *req, const struct sheet_row *before,
                            const struct entry_view *v, struct sheet_row *after,
                            size_t from[SHEET_PLACES + 1])
{
    size_t n = 0;
    for (size_t p = 0; p < ENTRY_PLACES; p++) {
        struct str *cells = NEW(req->arena, struct str, COLUMNS);
        const struct str *was =
            p ? p <= before->places_n ? before->places[p - 1] : NULL : before->cell;
        for (int c = COL_PLACE; was && c <= COL_HOURS; c++) cells[c] = was[c];
        for (size_t i = 0; i < v->n; i++)
            if (v->at[i].place == p && v->at[i].column >= COL_PLACE &&
                v->at[i].column <= COL_HOURS)
                cells[v->at[i].column] =
                    read_as(req, v->at[i].column, form_typed(req->form, v->fields[i].name));
        TRY(entry_locate(req, cells, was));
        if (!has_place(cells)) continue;
        from[n] = p;
        memcpy(n ? &after->places[n - 1][COL_PLACE] : &after->cell[COL_PLACE],
               &cells[COL_PLACE], (COL_HOURS - COL_PLACE + 1) * sizeof *cells);
        n++;
    }
    if (!n)
        memset(&after->cell[COL_PLACE], 0, (COL_HOURS - COL_PLACE + 1) * sizeof(struct str));
    after->places_n = n ? n - 1 : 0;
    for (size_t p = ENTRY_PLACES - 1; p < before->places_n && after->places_n < SHEET_PLACES;
         p++)
        memcpy(after->places[after->places_n++], before->places[p], sizeof before->places[p]);
    return OK;
}

struct telling {
    struct request *req;
    const struct entry_view *v;
    const size_t *from;
};
static void tell(void *with, const struct sheet_fault *fault)
{
    const struct telling *t = with;
    struct request *req = t->req;
    const bool here = fault->column >= COL_PLACE && fault->column <= COL_HOURS;
    const size_t place = here ? t->from[fault->place] : 0;
    const char *name = NULL;
    for (size_t i = 0; i < t->v->n; i++)
        if (t->v->at[i].column == fault->column && t->v->at[i].place == place)
            name = t->v->fields[i].name;
    struct str said = words_in(fault->what, req->lang);
    if (fault->column == COL_HOURS && fault->value.n)
        said = FILL(req->arena,
                    SAY("Dit stuk begrijpen wij niet: {stuk}. Schrijf het als ma-vr "
                        "09:00-17:00."),
                    req->lang, { "stuk", arena_copy(req->arena, fault->value) });
    form_wrong_said(req, name, said);
}

static enum err check(struct request *req, const struct entry_view *v, struct sheet_row *after,
                      const size_t *from)
{
    struct telling t = { req, v, from };
    sheet_row_check(req->arena, after, req->now, tell, &t);
    if (after->cell[COL_EMAIL].n && !mail_address(after->cell[COL_EMAIL]))
        form_wrong(req, "mail", SAY("Schrijf een e-mailadres als naam@voorbeeld.nl."));
    if (!str_trim(after->cell[COL_DESCRIPTION]).n)
        form_wrong(req, "tekst", SAY("Schrijf in een paar zinnen wat het is."));
    int64_t least, most;
    if (str_number(after->cell[COL_MINIMUM_AGE], 120, &least) &&
        str_number(after->cell[COL_MAXIMUM_AGE], 120, &most) && least > most)
        form_wrong(req, "tot", SAY("Deze leeftijd is lager dan de eerste."));
    return form_checked(req);
}

enum err entry_read(struct request *req, const struct sheet_row *before, bool short_form,
                    struct sheet_row *after)
{
    struct entry_view *v = NEW(req->arena, struct entry_view, 1);
    size_t *from = NEW(req->arena, size_t, SHEET_PLACES + 1);
    *after = *before;
    TRY(describe(req, places_of(before), short_form, v));
    for (size_t i = 0; i < v->n; i++)
        if (!v->at[i].place && (v->at[i].column < COL_PLACE || v->at[i].column > COL_HOURS))
            after->cell[v->at[i].column] =
                read_as(req, v->at[i].column, form_typed(req->form, v->fields[i].name));
    TRY(read_subjects(req, &after->cell[COL_SUBJECTS]));
    TRY(read_places(req, before, v, after, from));
    return check(req, v, after, from);
}
