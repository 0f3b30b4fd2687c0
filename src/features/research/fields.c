/* fields.c — what can be filled in of a finding; see research.h. */
#include "features/research/research.h"

#include "features/search/search.h"

static const struct field fields_of_form[] = {
    FIELD_TEXT(struct research_form, body, "tekst", .most = 2000),
    FIELD_TEXT(struct research_form, english, "tekst-en", .most = 2000),
    FIELD_LINE(struct research_form, where, "bladzijde", .most = 40),
    FIELD_LINE(struct research_form, theme, "thema", .most = 100),
    FIELD_LINE(struct research_form, kind, "soort", .most = 40),
    FIELD_TEXT(struct research_form, labels, "labels", .most = 1000),
    FIELD_CHOICE(struct research_form, reason, "reden",
                 "double elsewhere personal harmful unclear outside"),
    FIELD_BASIS(struct research_form),
    FIELD_LINE(struct research_form, act, "doe"),
};
const struct form research_form = FORM(struct research_form, fields_of_form);

static enum err themes(struct request *req, const struct dialogue *d, enum lang in,
                       struct edit_field *field)
{
    struct research_themes_row *rows;
    size_t n;
    TRY(research_themes(req->db, req->arena, d->id, d->own, &rows, &n));
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    options[0] = (struct edit_option){ STR(""), words_in(SAY("Nog bij geen thema"), in) };
    for (size_t i = 0; i < n; i++)
        options[i + 1] = (struct edit_option){ rows[i].slug, rows[i].title };
    field->options = options;
    field->options_n = n + 1;
    return OK;
}

static void kinds(struct request *req, enum lang in, struct edit_field *field)
{
    struct edit_option *options = NEW(req->arena, struct edit_option, KINDS + 1);
    options[0] = (struct edit_option){ STR(""), words_in(SAY("Geen soort"), in) };
    for (int i = 0; i < KINDS; i++)
        options[i + 1] =
            (struct edit_option){ str_of(kind_term(i).code), words_in(kind_term(i).words, in) };
    field->options = options;
    field->options_n = KINDS + 1;
}

enum err research_fields(struct request *req, const struct dialogue *d, enum lang in,
                         struct edit_field **fields)
{
    const struct words *body = SAY("Wat zegt de bron?");
    const struct edit_field all[FINDING_ALL] = {
        [FINDING_BODY] = { .name = "tekst",
                           .kind = EDIT_TEXT,
                           .label = words_in(body, in),
                           .hint = words_in(SAY("Eén ding, in gewone woorden."), in),
                           .lang = d->own },
        [FINDING_ENGLISH] = { .name = "tekst-en",
                              .kind = EDIT_TEXT,
                              .label = label_beside(req, body, in, STR("en")),
                              .lang = STR("en"),
                              .optional = true },
        [FINDING_WHERE] = { .name = "bladzijde",
                            .label = words_in(SAY("Bladzijde"), in),
                            .optional = true },
        [FINDING_THEME] = { .name = "thema",
                            .kind = EDIT_SELECT,
                            .label = words_in(SAY("Thema"), in) },
        [FINDING_KIND] = { .name = "soort",
                           .kind = EDIT_SELECT,
                           .label = words_in(SAY("Soort"), in) },
        [FINDING_LABELS] = { .name = "labels",
                             .kind = EDIT_TEXT,
                             .label = words_in(SAY("Labels"), in),
                             .hint = words_in(SAY("Uw eigen woorden, elk op een regel."), in),
                             .optional = true },
    };
    *fields = NEW(req->arena, struct edit_field, FINDING_ALL);
    for (size_t i = 0; i < FINDING_ALL; i++) (*fields)[i] = all[i];
    kinds(req, in, &(*fields)[FINDING_KIND]);
    return themes(req, d, in, &(*fields)[FINDING_THEME]);
}

/* Each line a label, each once. */
static void labels(struct request *req, struct str text, struct research_typed *t)
{
    struct str line;
    while (str_next(&text, '\n', &line)) {
        bool known = false;
        line = str_trim(line);
        for (size_t i = 0; i < t->labels_n; i++) known |= str_eq(t->labels[i], line);
        if (!line.n || known) continue;
        if (line.n > LABEL_MOST || t->labels_n == LABELS_MOST) {
            form_wrong(req, "labels",
                       SAY("Schrijf hoogstens tien labels op, elk van een paar woorden."));
            return;
        }
        t->labels[t->labels_n++] = line;
    }
}

enum err research_typed(struct request *req, const struct dialogue *d,
                        const struct edit_field *fields, struct research_typed *t)
{
    struct research_themes_row *rows;
    size_t n;
    *t = (struct research_typed){ .kind = -1 };
    edit_typed(req, fields, t->value, FINDING_ALL);
    if (!t->value[FINDING_BODY].n)
        form_wrong(req, "tekst", SAY("Schrijf op wat de bron zegt."));
    if (t->value[FINDING_KIND].n &&
        !term_read(kind_term, 0, KINDS, t->value[FINDING_KIND], &t->kind))
        form_wrong(req, "soort", SAY("Kies een van de antwoorden die er staan."));
    TRY(research_themes(req->db, req->arena, d->id, d->own, &rows, &n));
    for (size_t i = 0; i < n; i++)
        if (str_eq(rows[i].slug, t->value[FINDING_THEME])) t->theme = rows[i].id;
    if (t->value[FINDING_THEME].n && !t->theme)
        form_wrong(req, "thema", SAY("Kies een van de antwoorden die er staan."));
    labels(req, t->value[FINDING_LABELS], t);
    return OK;
}

enum err research_words(struct tx *tx, const struct dialogue *d, int64_t finding,
                        const struct research_typed *t)
{
    const bool beside = !str_is(d->own, "en");
    TRY(finding_text_put(tx, finding, d->own, t->value[FINDING_BODY]));
    if (beside && t->value[FINDING_ENGLISH].n)
        TRY(finding_text_put(tx, finding, STR("en"), t->value[FINDING_ENGLISH]));
    else if (beside)
        TRY(finding_text_delete(tx, finding, STR("en")));
    TRY(finding_codes_clear(tx, finding));
    for (size_t i = 0; i < t->labels_n; i++) TRY(finding_code_put(tx, finding, t->labels[i]));
    return search_rebuild(tx, d->id);
}
