/* city.c — /beheer/gemeente: the name, colour and contact of the municipality, on every page. */
#include "algo/brand.h"
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"

struct city_form {
    struct str name, colour, phone, email, website, basis;
};
static const struct words *no_name(void)
{
    return SAY("Vul de naam van de gemeente in.");
}
static const struct field city_fields[] = {
    FIELD_LINE(struct city_form, name, "naam", .required = true, .missing = no_name,
               .most = 80),
    FIELD_LINE(struct city_form, colour, "kleur", .required = true, .most = 7),
    FIELD_LINE(struct city_form, phone, "telefoon", .most = 30),
    FIELD_LINE(struct city_form, email, "mail", .most = 120),
    FIELD_LINE(struct city_form, website, "website", .most = 200),
    FIELD_BASIS(struct city_form),
};
static const struct form city_form = FORM(struct city_form, city_fields);
enum { NAME, COLOUR, PHONE, EMAIL, WEBSITE, ALL };
enum { FIRST_COLOUR = 0x00677f, WHITE = 0xffffff, MAIN_STEP = 5 };
static const double ENOUGH = 4.5; /* WCAG 2.2, contrast of text */

static struct str hex(struct arena *a, uint32_t rgb)
{
    return arena_format(a, "#%06x", rgb);
}

static enum err city_now(struct request *req, struct str value[ALL])
{
    struct municipality_get_row row;
    bool found;
    TRY(municipality_get(req->db, req->arena, &row, &found));
    if (!found)
        row = (struct municipality_get_row){ .name = STR(""),
                                             .colour = FIRST_COLOUR,
                                             .phone = STR(""),
                                             .email = STR(""),
                                             .website = STR("") };
    value[NAME] = row.name;
    value[COLOUR] = hex(req->arena, (uint32_t)row.colour);
    value[PHONE] = row.phone;
    value[EMAIL] = row.email;
    value[WEBSITE] = row.website;
    return OK;
}

static struct edit_field *describe(struct request *req, enum lang in)
{
    const struct edit_field all[ALL] = {
        [NAME] = { .name = "naam", .label = words_in(SAY("Naam van de gemeente"), in) },
        [COLOUR] = { .name = "kleur",
                     .label = words_in(SAY("Kleur"), in),
                     .hint = words_in(SAY("Zes tekens, zoals #00677f."), in) },
        [PHONE] = { .name = "telefoon",
                    .optional = true,
                    .label = words_in(SAY("Telefoon voor vragen"), in) },
        [EMAIL] = { .name = "mail",
                    .optional = true,
                    .label = words_in(SAY("E-mailadres voor vragen"), in) },
        [WEBSITE] = { .name = "website",
                      .optional = true,
                      .label = words_in(SAY("Eigen website"), in),
                      .hint = words_in(SAY("Begin met https://."), in) },
    };
    struct edit_field *fields = NEW(req->arena, struct edit_field, ALL);
    for (size_t i = 0; i < ALL; i++) fields[i] = all[i];
    return fields;
}

/* Whether people can read text in this colour, and what we use instead when they cannot. */
static struct str colour_said(struct request *req, struct str typed)
{
    uint32_t rgb;
    if (!brand_read(typed, &rgb)) return STR("");
    const double contrast = brand_contrast(rgb, WHITE);
    const struct str used = hex(req->arena, brand_ramp(rgb).step[MAIN_STEP]);
    const struct str x =
        arena_format(req->arena, "%d,%d", (int)contrast, (int)(contrast * 10) % 10);
    if (contrast >= ENOUGH)
        return FILL(req->arena,
                    SAY("Deze kleur is goed te lezen op wit: contrast {getal}. Knoppen krijgen "
                        "de tint {tint}."),
                    req->lang, { "getal", x }, { "tint", used });
    return FILL(req->arena,
                SAY("Deze kleur is te licht voor tekst: contrast {getal}. Wij maken tekst en "
                    "knoppen donkerder, met de tint {tint}."),
                req->lang, { "getal", x }, { "tint", used });
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct str value[ALL];
    TRY(city_now(req, value));
    v.title = res->frame.title = words_in(SAY("Gemeente"), req->lang);
    v.lead = words_in(SAY("Dit staat op elke bladzijde van de site."), req->lang);
    v.self = (struct path){ req->path };
    v.saved = str_is(req->query[0], "bewaard");
    res->no_store = true;
    edit_show(req, &v, describe(req, req->lang), value, ALL);
    v.note = colour_said(req, form_typed(req->form, "kleur"));
    edit_page(response_page(req, res), &v);
    return OK;
}

static bool phone_right(struct str x)
{
    size_t digits = 0;
    for (size_t i = 0; i < x.n; i++) {
        if (x.s[i] >= '0' && x.s[i] <= '9')
            digits++;
        else if (x.s[i] != ' ' && x.s[i] != '-' && x.s[i] != '(' && x.s[i] != ')' &&
                 !(x.s[i] == '+' && i == 0))
            return false;
    }
    return !x.n || digits >= 3;
}

/* One sign @ with something before it, and a name with a dot behind it; no blanks. */
static bool email_right(struct str x)
{
    const size_t at = str_find(x, STR("@"));
    if (!x.n) return true;
    if (at == SIZE_MAX || at == 0) return false;
    const struct str host = str_from(x, at + 1);
    const size_t dot = str_find(host, STR("."));
    for (size_t i = 0; i < x.n; i++)
        if ((unsigned char)x.s[i] <= ' ' || (x.s[i] == '@' && i != at)) return false;
    return dot != SIZE_MAX && dot > 0 && dot + 1 < host.n;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct edit_field *fields = describe(req, LANG_NL);
    struct str value[ALL], x[ALL];
    struct url url;
    uint32_t rgb = 0;
    size_t changes;
    TRY(city_now(req, value));
    edit_typed(req, fields, x, ALL);
    if (!brand_read(x[COLOUR], &rgb))
        form_wrong(req, "kleur", SAY("Schrijf de kleur als zes tekens, zoals #00677f."));
    else
        x[COLOUR] = hex(req->arena, rgb);
    if (!phone_right(x[PHONE]))
        form_wrong(req, "telefoon", SAY("Schrijf een nummer in cijfers, zoals 14 036."));
    if (!email_right(x[EMAIL]))
        form_wrong(req, "mail", SAY("Vul een adres in zoals naam@voorbeeld.nl."));
    if (x[WEBSITE].n && (!url_check(x[WEBSITE], &url) || !str_starts(x[WEBSITE], STR("http"))))
        form_wrong(req, "website", SAY("Schrijf een adres dat met https:// begint."));
    TRY(edit_unchanged(req, value, ALL));
    TRY(edit_history(tx, req,
                     (struct change){ .thing = THING_SITE, .number = 1, .act = ACT_CHANGED },
                     fields, value, x, ALL, &changes));
    if (changes) TRY(municipality_put(tx, x[NAME], rgb, x[PHONE], x[EMAIL], x[WEBSITE]));
    return response_redirect(res,
                             PATH(req->arena, "/beheer/gemeente?gedaan={}", STR("bewaard")));
}

const struct page setup_city = {
    .path = "/beheer/gemeente",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = handle,
    .form = &city_form,
    .act = act,
    .file = __FILE__,
};
