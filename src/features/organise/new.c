/* new.c — /:dialogue/beheer/bijeenkomsten/nieuw: a gathering begins, empty or like an earlier one. */
#include "features/organise/begin.h"

struct new_form {
    struct str title, place, like, basis;
    struct optional_day day;
    struct optional_clock starts, ends;
};
static const struct words *no_title(void)
{
    return SAY("Geef de bijeenkomst een naam.");
}
static const struct words *no_day(void)
{
    return SAY("Kies de dag.");
}
static const struct field fields[] = {
    FIELD_LINE(struct new_form, title, "naam", .required = true, .missing = no_title,
               .most = 120),
    FIELD_DAY(struct new_form, day, "dag", .required = true, .missing = no_day),
    FIELD_CLOCK(struct new_form, starts, "van"),
    FIELD_CLOCK(struct new_form, ends, "tot"),
    FIELD_LINE(struct new_form, place, "plaats", .most = 200),
    FIELD_LINE(struct new_form, like, "zoals", .most = 60),
    FIELD_BASIS(struct new_form),
};
static const struct form form = FORM(struct new_form, fields);
enum { NAME, DAY, STARTS, ENDS, PLACE, LIKE, ALL };

static enum err describe(struct request *req, const struct dialogue *d,
                         struct edit_field **fields_of, size_t *n)
{
    struct organise_list_row *rows;
    size_t rows_n;
    TRY(organise_list(req->db, req->arena, d->id, d->own, &rows, &rows_n));
    struct edit_option *like = NEW(req->arena, struct edit_option, rows_n + 1);
    like[0] = (struct edit_option){ STR(""), words_in(SAY("Begin leeg"), req->lang) };
    for (size_t i = 0; i < rows_n; i++)
        like[i + 1] = (struct edit_option){ rows[i].slug, rows[i].title };
    const struct edit_field all[ALL] = {
        [NAME] = { .name = "naam",
                   .label = words_in(SAY("Naam"), req->lang),
                   .hint = words_in(SAY("Bijvoorbeeld: Avond in het buurthuis."), req->lang),
                   .lang = d->own },
        [DAY] = { .name = "dag", .kind = EDIT_DAY, .label = words_in(SAY("Dag"), req->lang) },
        [STARTS] = { .name = "van",
                     .kind = EDIT_CLOCK,
                     .optional = true,
                     .label = words_in(SAY("Begint om"), req->lang) },
        [ENDS] = { .name = "tot",
                   .kind = EDIT_CLOCK,
                   .optional = true,
                   .label = words_in(SAY("Eindigt om"), req->lang) },
        [PLACE] = { .name = "plaats",
                    .optional = true,
                    .label = words_in(SAY("Plaats"), req->lang),
                    .hint = words_in(SAY("Naam en adres van het gebouw."), req->lang),
                    .lang = d->own },
        [LIKE] = { .name = "zoals",
                   .kind = EDIT_SELECT,
                   .options = like,
                   .options_n = rows_n + 1,
                   .label = words_in(SAY("Neem over van"), req->lang),
                   .hint = words_in(SAY("Programma, rondes, tafels en wie wat doet. U kunt "
                                        "alles daarna veranderen."),
                                    req->lang) },
    };
    *fields_of = NEW(req->arena, struct edit_field, ALL);
    for (size_t i = 0; i < ALL; i++) (*fields_of)[i] = all[i];
    *n = rows_n ? ALL : LIKE;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_view v = { 0 };
    struct edit_field *all;
    size_t n;
    TRY(desk_open(req, res, &v.page.d));
    TRY(describe(req, &v.page.d, &all, &n));
    return begin_show(req, res, &v, all, n,
                      &(struct begin_page){
                          .title = SAY("Zet een bijeenkomst klaar"),
                          .lead = SAY("Alleen het team ziet hem, tot u hem openbaar maakt."),
                          .button = SAY("Begin") });
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct new_form *f = form_values(req);
    struct subject s;
    struct str slug;
    int64_t id;
    TRY(subject_find(req, &s));
    TRY(evening_begin(
        tx, req, &s,
        &(struct beginning){ f->title, f->place, f->day.day, f->starts, f->ends, false }, &slug,
        &id));
    if (f->like.n) TRY(evening_copy(tx, req, &s, "zoals", f->like, id));
    return evening_back(req, res, slug, "", "erbij");
}

const struct page organise_new = {
    .path = "/:dialogue/beheer/bijeenkomsten/nieuw",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
