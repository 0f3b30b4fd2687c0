/* new.c — /beheer/dialoog/nieuw: a city begins a dialogue. */
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"
#include "features/setup/setup.sql.h"
#include "features/voices/voices.h"

struct new_form {
    struct str title, question, summary, area, slug, basis;
    int lang;
    bool invented;
};
static const struct words *no_title(void)
{
    return SAY("Geef de dialoog een naam.");
}
static const struct words *no_question(void)
{
    return SAY("Schrijf de vraag aan de stad.");
}
static const struct words *no_area(void)
{
    return SAY("Schrijf over welke stad of wijk het gaat.");
}
static const struct field new_fields[] = {
    FIELD_LINE(struct new_form, title, "titel", .required = true, .missing = no_title,
               .most = 120),
    FIELD_LINE(struct new_form, question, "vraag", .required = true, .missing = no_question,
               .most = 300),
    FIELD_TEXT(struct new_form, summary, "samenvatting", .most = 1000),
    FIELD_LINE(struct new_form, area, "gebied", .required = true, .missing = no_area,
               .most = 120),
    FIELD_CHOICE(struct new_form, lang, "in_taal", "nl en tr ar", .required = true),
    FIELD_LINE(struct new_form, slug, "adres", .most = 60),
    FIELD_TICK(struct new_form, invented, "verzonnen"),
    FIELD_BASIS(struct new_form),
};
static const struct form new_form = FORM(struct new_form, new_fields);

enum { NEW_FIELDS = 7 };
static const char *const langs[] = { "nl", "en", "tr", "ar" };

static struct edit_field *describe(struct request *req)
{
    const enum lang in = req->lang;
    struct edit_option *o = NEW(req->arena, struct edit_option, COUNT_OF(langs));
    for (size_t i = 0; i < COUNT_OF(langs); i++)
        o[i] = (struct edit_option){ str_of(langs[i]), lang_name(str_of(langs[i])) };
    const struct edit_field all[NEW_FIELDS] = {
        { .name = "titel", .label = words_in(SAY("Naam van de dialoog"), in) },
        { .name = "vraag",
          .label = words_in(SAY("Vraag aan de stad"), in),
          .hint = words_in(SAY("Een vraag die mensen meteen snappen."), in) },
        { .name = "samenvatting",
          .kind = EDIT_TEXT,
          .optional = true,
          .label = words_in(SAY("Korte uitleg"), in),
          .hint = words_in(SAY("Twee of drie zinnen onder de vraag."), in) },
        { .name = "gebied",
          .label = words_in(SAY("Stad of wijk"), in),
          .hint = words_in(SAY("Waar gaat deze dialoog over?"), in) },
        { .name = "in_taal",
          .kind = EDIT_SELECT,
          .options = o,
          .options_n = COUNT_OF(langs),
          .label = words_in(SAY("Taal"), in),
          .hint =
              words_in(SAY("In deze taal schrijft u de teksten. Vertalen kan later."), in) },
        { .name = "adres",
          .optional = true,
          .label = words_in(SAY("Adres"), in),
          .hint = words_in(SAY("Dit komt in de link en verandert nooit meer. Laat het leeg, "
                               "dan maken wij het van de naam."),
                           in) },
        { .name = "verzonnen",
          .kind = EDIT_TICK,
          .label = words_in(SAY("Dit is een voorbeeld met verzonnen teksten"), in),
          .hint = words_in(SAY("Dat staat dan op elke bladzijde. Zoekmachines slaan hem over."),
                           in) },
    };
    struct edit_field *fields = NEW(req->arena, struct edit_field, NEW_FIELDS);
    for (size_t i = 0; i < NEW_FIELDS; i++) fields[i] = all[i];
    return fields;
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    const struct str nothing[NEW_FIELDS] = { STR(""),   STR(""), STR(""), STR(""),
                                             STR("nl"), STR(""), STR("") };
    v.title = res->frame.title = words_in(SAY("Begin een dialoog"), req->lang);
    v.lead = words_in(SAY("Vul in waar het over gaat. Daarna maakt u thema’s en wijken."),
                      req->lang);
    v.button = words_in(SAY("Maak de dialoog"), req->lang);
    v.note = words_in(
        SAY("De bladzijde van de dialoog is daarna meteen voor iedereen te zien."), req->lang);
    v.self = (struct path){ req->path };
    res->no_store = true;
    edit_show(req, &v, describe(req), nothing, NEW_FIELDS);
    v.clash = false; /* nobody else can have changed what is not there yet */
    for (size_t i = 0; i < NEW_FIELDS; i++) v.fields[i].changed = false;
    edit_page(response_page(req, res), &v);
    return OK;
}

/* The slug that was asked for, or one made of the title. Says what is wrong with it. */
static enum err slug_choose(struct request *req, const struct new_form *f, struct str *slug)
{
    struct dialogue_find_row other;
    bool found;
    *slug = f->slug.n ? f->slug : slug_propose(req->arena, f->title);
    if (!str_slug(*slug)) {
        form_wrong(req, "adres",
                   SAY("Gebruik kleine letters, cijfers en streepjes, hoogstens 60 tekens."));
        return form_checked(req);
    }
    TRY(dialogue_find(req->db, req->arena, *slug, &other, &found));
    if (found || dialogue_reserved(*slug))
        form_wrong_said(req, "adres",
                        FILL(req->arena,
                             SAY("Het adres „{adres}” is al in gebruik. Kies een ander adres."),
                             req->lang, { "adres", *slug }));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct new_form *f = form_values(req);
    struct setup_next_row next;
    struct str slug;
    int64_t id;
    TRY(slug_choose(req, f, &slug));
    TRY(setup_next(tx->db, req->arena, &next));
    const struct str lang = str_of(langs[f->lang]);
    TRY(dialogue_add(tx, slug, next.position, lang, f->invented, &id));
    TRY(dialogue_text_put(tx, id, lang, f->title, f->question, str_trim(f->summary), f->area,
                          STR("")));
    for (enum phase phase = 0; phase < PHASES; phase++)
        TRY(phase_put(tx, id, phase, phase == PHASE_LISTENING ? PHASE_NOW : PHASE_LATER));
    TRY(listening_put(tx, id, false, false, (struct day){ 0 }, true, LISTENING_PER_MINUTE));
    TRY(history_write(tx, req,
                      &(struct change){ .dialogue = id,
                                        .thing = THING_DIALOGUE,
                                        .number = id,
                                        .act = ACT_MADE,
                                        .before = STR(""),
                                        .after = f->title },
                      NULL));
    return response_redirect(res, PATH(req->arena, "/{}/beheer", slug));
}

const struct page setup_new = {
    .path = "/beheer/dialoog/nieuw",
    .who = WHO_ADMINISTRATOR,
    .handle = handle,
    .form = &new_form,
    .act = act,
    .file = __FILE__,
};
