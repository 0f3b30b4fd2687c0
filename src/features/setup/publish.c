/* publish.c — /:dialogue/beheer/publiceren: the draft becomes the next edition. */
#include "features/setup/publish.h"

#include "features/report/report.h"
#include "features/setup/publish.html.h"

struct publish_form {
    struct str note;
};
static const struct field publish_fields[] = {
    FIELD_TEXT(struct publish_form, note, "opmerking", .most = 500),
};
static const struct form publish_form = FORM(struct publish_form, publish_fields);

enum { NO_EDITION = -1 }; /* edition 0 is the draft itself */

static enum err handle(struct request *req, struct response *res)
{
    struct publish_view v = { 0 };
    struct edit_field *field = NEW(req->arena, struct edit_field, 1);
    const struct str nothing = STR("");

    TRY(settings_open(req, res, &v.page, SAY("Publiceren"), "/{}/beheer/publiceren"));
    const struct dialogue *d = &v.page.d;
    const struct str other = str_is(d->own, "en") ? STR("nl") : STR("en");
    TRY(setup_draft(req->db, req->arena, d->id, d->edition ? d->edition : NO_EDITION, d->own,
                    other, &v.draft));
    TRY(points_check(req->db, req->arena, d->id, &v.faults, &v.faults_n));
    v.other = lang_name(other);
    v.number = d->edition_number + 1;
    v.blocked = v.faults_n || !v.draft.points;
    *field = (struct edit_field){
        .name = "opmerking",
        .kind = EDIT_TEXT,
        .optional = true,
        .label = words_in(SAY("Wat wilt u over deze editie zeggen?"), req->lang),
        .hint = words_in(SAY("Dit staat in de lijst van edities."), req->lang),
    };
    edit_show(req, &v.page, field, &nothing, 1);
    field->changed = false;
    publish_page(response_page(req, res), &v);
    return OK;
}

/* The page itself says what is in the way, so the lines are not kept. */
static void hear(struct str line, void *with)
{
    (void)line, (void)with;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct publish_form *f = form_values(req);
    struct subject s;
    struct edition made;
    TRY(subject_find(req, &s));
    const enum err e =
        report_publish(tx, s.slug, str_trim(f->note), req->now, req->lang, hear, NULL, &made);
    if (e == ERR_FORM)
        form_wrong(req, NULL,
                   SAY("Er kan nog niets verschijnen. Los eerst op wat hier staat."));
    else if (e == ERR_CLASH)
        form_wrong(req, NULL,
                   SAY("Er is niets veranderd na de vorige editie. Er komt dus geen nieuwe."));
    else if (e != OK)
        return e;
    TRY(form_checked(req));
    const struct str number = arena_format(req->arena, "%lld", (long long)made.number);
    TRY(history_write(tx, req,
                      &(struct change){ s.id, THING_DIALOGUE, s.id, ACT_PUBLISHED, 0, STR(""),
                                        FILL(req->arena, SAY("Editie {nummer}"), LANG_NL,
                                             { "nummer", number }) },
                      NULL));
    return response_redirect(res, PATH(req->arena, "/{}/verslag/editie/{}", s.slug, number));
}

const struct page setup_publish = {
    .path = "/:dialogue/beheer/publiceren",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &publish_form,
    .act = act,
    .file = __FILE__,
};
