/* publish.c — /:dialogue/beheer/publiceren: the draft becomes the next edition. */
#include "features/setup/publish.h"

#include "algo/readability.h"
#include "features/report/report.h"
#include "features/setup/publish.html.h"

struct publish_form {
    struct str note;
    int64_t newest;
    int what;
};
enum { PUBLISH, LOOK_ALONG };
static const struct field publish_fields[] = {
    FIELD_CHOICE(struct publish_form, what, "doe", "publiceer meegekeken"),
    FIELD_NUMBER(struct publish_form, newest, "basis"),
    FIELD_TEXT(struct publish_form, note, "opmerking", .most = 500),
};
static const struct form publish_form = FORM(struct publish_form, publish_fields);

enum { NO_EDITION = -1 }; /* edition 0 is the draft itself */

/* ---- a second pair of eyes ---- */

/* Somebody else looks before a report appears, when there is somebody else. What they saw is what is there
 * now: a change after it asks for another look. */
static enum err second(struct request *req, int64_t dialogue, struct publish_view *v)
{
    const int64_t me = req->visitor.person;
    struct setup_seconded_row row;
    TRY(setup_colleagues(req->db, req->arena, dialogue, me, &v->colleagues, &v->colleagues_n));
    TRY(setup_draft_newest(req->db, dialogue, ACT_SECONDED, &v->newest));
    TRY(setup_seconded(req->db, req->arena, dialogue, ACT_SECONDED, v->newest, me, true, &row,
                       &v->looked));
    TRY(setup_seconded(req->db, req->arena, dialogue, ACT_SECONDED, v->newest, me, false, &row,
                       &v->seconded));
    if (v->seconded) v->second = row.name;
    return OK;
}

/* ---- the checklist ---- */

static void check_words(struct publish_check *c)
{
    const struct words *const words[CHECKS][2] = {
        [CHECK_UNUSED] = { SAY("Elke inbreng staat onder een punt, of ligt terzijde."),
                           SAY("keer inbreng heeft nog geen plek.") },
        [CHECK_UNREAD] = { SAY("Alle inbreng is nagekeken."),
                           SAY("keer inbreng is nog niet nagekeken.") },
        [CHECK_UNSUPPORTED] = { SAY("Elk punt rust op iets wat iedereen mag lezen."),
                                SAY("keer rust een punt nergens op, of staat het bij geen "
                                    "thema.") },
        [CHECK_UNDESCRIBED] = { SAY("Elk beeld heeft een beschrijving."),
                                SAY("keer heeft een beeld geen beschrijving.") },
        [CHECK_LONG] = { SAY("Geen zin is langer dan 20 woorden."),
                         SAY("keer heeft een tekst een zin van meer dan 20 woorden.") },
        [CHECK_UNTRANSLATED] = { SAY("Alle punten zijn vertaald."),
                                 SAY("keer is een punt nog niet vertaald.") },
    };
    for (int i = 0; i < CHECKS; i++) {
        c[i].good = words[i][0];
        c[i].bad = words[i][1];
    }
}

static void check_link(struct publish_check *c, struct path to, struct str text)
{
    c->n++;
    if (c->links_n < CHECK_LINKS) c->links[c->links_n++] = (struct publish_link){ to, text };
}

static bool has_long_sentence(struct str text)
{
    struct str rest = text, sentence;
    while (readability_sentence(&rest, &sentence))
        if (readability_of(sentence).words > PLAIN_TOO_LONG) return true;
    return false;
}

static enum err check_points(struct request *req, struct publish_view *v, struct str other)
{
    const struct dialogue *d = &v->page.d;
    struct setup_check_points_row *rows;
    size_t n;
    TRY(setup_check_points(req->db, req->arena, d->id, d->own, other, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        const struct str number = arena_format(req->arena, "%lld", (long long)rows[i].number);
        const struct path to = PATH(req->arena, "/{}/beheer/punten/{}", d->slug, number);
        const struct str text = FILL(req->arena, SAY("Punt {n}"), req->lang, { "n", number });
        if (has_long_sentence(rows[i].body)) check_link(&v->checks[CHECK_LONG], to, text);
        if (!rows[i].translated) check_link(&v->checks[CHECK_UNTRANSLATED], to, text);
    }
    for (size_t i = 0; i < v->faults_n; i++) {
        const struct str number =
            arena_format(req->arena, "%lld", (long long)v->faults[i].number);
        check_link(&v->checks[CHECK_UNSUPPORTED],
                   PATH(req->arena, "/{}/beheer/punten/{}", d->slug, number),
                   FILL(req->arena, SAY("Punt {n}"), req->lang, { "n", number }));
    }
    return OK;
}

static enum err check_sections(struct request *req, struct publish_view *v)
{
    const struct dialogue *d = &v->page.d;
    struct setup_check_sections_row *rows;
    size_t n;
    TRY(setup_check_sections(req->db, req->arena, d->id, d->own, &rows, &n));
    for (size_t i = 0; i < n; i++)
        if (has_long_sentence(rows[i].body))
            check_link(&v->checks[CHECK_LONG],
                       PATH(req->arena, "/{}/beheer/instellen/lange-teksten", d->slug),
                       words_in(section_term((int)rows[i].section).words, req->lang));
    return OK;
}

static void check_count(struct publish_check *c, int64_t n, struct path to, struct str text)
{
    if (!n) return;
    check_link(c, to, text);
    c->n = n;
}

static enum err check_all(struct request *req, struct publish_view *v, struct str other)
{
    const struct dialogue *d = &v->page.d;
    struct setup_check_row row;
    check_words(v->checks);
    TRY(setup_check(req->db, req->arena, d->id, &row));
    check_count(&v->checks[CHECK_UNUSED], row.unused,
                PATH(req->arena, "/{}/beheer/punten", d->slug),
                words_in(SAY("Maak er punten van"), req->lang));
    check_count(&v->checks[CHECK_UNREAD], row.unread,
                PATH(req->arena, "/{}/beheer/nakijken", d->slug),
                words_in(SAY("Kijk de inbreng na"), req->lang));
    check_count(&v->checks[CHECK_UNDESCRIBED], row.undescribed,
                PATH(req->arena, "/{}/beheer/themas", d->slug),
                words_in(SAY("Beschrijf ze bij het thema"), req->lang));
    TRY(check_points(req, v, other));
    return check_sections(req, v);
}

static enum err handle(struct request *req, struct response *res)
{
    struct publish_view v = { 0 };
    struct edit_field *field = NEW(req->arena, struct edit_field, 1);
    const struct str nothing = STR("");

    TRY(settings_open(req, res, &v.page, "/{}/beheer/publiceren"));
    const struct dialogue *d = &v.page.d;
    const struct str other = str_is(d->own, "en") ? STR("nl") : STR("en");
    TRY(setup_draft(req->db, req->arena, d->id, d->edition ? d->edition : NO_EDITION, d->own,
                    other, &v.draft));
    TRY(points_check(req->db, req->arena, d->id, &v.faults, &v.faults_n));
    TRY(check_all(req, &v, other));
    TRY(second(req, d->id, &v));
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

static enum err look_along(struct tx *tx, struct request *req, const struct subject *s,
                           const struct publish_view *v, struct response *res)
{
    const struct publish_form *f = form_values(req);
    if (f->newest != v->newest)
        form_wrong(req, NULL, SAY("Er is net iets veranderd. Kijk nog een keer mee."));
    TRY(form_checked(req));
    if (!v->looked)
        TRY(history_write(
            tx, req,
            &(struct change){ s->id, THING_DIALOGUE, s->id, ACT_SECONDED, 0, STR(""), STR("") },
            NULL));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/publiceren", s->slug));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct publish_form *f = form_values(req);
    struct publish_view v = { 0 };
    struct subject s;
    struct edition made;
    TRY(subject_find(req, &s));
    TRY(second(req, s.id, &v));
    if (f->what == LOOK_ALONG) return look_along(tx, req, &s, &v, res);
    if (v.colleagues_n && !v.seconded)
        form_wrong(req, NULL,
                   SAY("Een collega kijkt eerst mee. Vraag iemand die hier ook mag "
                       "publiceren."));
    TRY(form_checked(req));
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
    TRY(setup_second_put(tx, made.id, v.seconded));
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
