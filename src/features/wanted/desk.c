/* desk.c — /beheer/vraag-en-aanbod: reading what was placed before everybody does; and needs that stand there
 * for long. */
#include "features/wanted/wanted.h"

#include "algo/noticed.h"
#include "features/history/history.h"
#include "features/wanted/desk.html.h"

enum { DAY = 86400 };
struct decide_form {
    int64_t id;
    int answer;
    struct str reason;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct decide_form, id, "welk", .required = true),
    FIELD_CHOICE(struct decide_form, answer, "antwoord", "toon niet", .required = true),
    FIELD_LINE(struct decide_form, reason, "reden", .most = 300),
};
static const struct form form = FORM(struct decide_form, fields);

/* Something that says who or where somebody is. */
static bool tells_who(struct arena *a, const struct wanted_shown_row *w)
{
    struct notice *found;
    const size_t n =
        noticed(a, arena_format(a, "%.*s\n%.*s", STR_ARG(w->title), STR_ARG(w->body)), &found);
    for (size_t i = 0; i < n; i++)
        if (found[i].kind <= NOTICED_NAME) return true;
    return false;
}

static enum err handle(struct request *req, struct response *res)
{
    struct wanted_desk_view v = { .self = { STR("/beheer/vraag-en-aanbod") }, .f = req->form };
    struct wanted_shown_row *rows;
    struct wanted_dialogues_row *dialogues;
    TRY(wanted_waiting(req->db, req->arena, &rows, &v.waiting_n));
    v.waiting = NEW(req->arena, struct wanted_desk_line, v.waiting_n + 1);
    for (size_t i = 0; i < v.waiting_n; i++)
        v.waiting[i] = (struct wanted_desk_line){ &rows[i], tells_who(req->arena, &rows[i]) };
    TRY(wanted_unmet(req->db, req->arena,
                     (struct instant){ req->now.s - (int64_t)WANTED_UNMET_DAYS * DAY },
                     &v.unmet, &v.unmet_n));
    TRY(wanted_dialogues(req->db, req->arena, &dialogues, &v.dialogues_n));
    v.dialogues = NEW(req->arena, struct wanted_raise, v.dialogues_n + 1);
    for (size_t i = 0; i < v.dialogues_n; i++)
        v.dialogues[i] = (struct wanted_raise){ dialogues[i].slug, dialogues[i].title };
    if (str_is(req->query[0], "toon")) v.done = SAY("Iedereen ziet het nu.");
    if (str_is(req->query[0], "niet")) v.done = SAY("Het wordt niet getoond.");
    res->frame.title = words_in(SAY("Vraag en aanbod"), req->lang);
    res->no_store = true;
    wanted_desk_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct decide_form *f = form_values(req);
    struct wanted_shown_row w;
    bool found;
    const bool show = f->answer == 0;
    TRY(wanted_find(tx->db, req->arena, f->id, &w, &found));
    if (!found) return FAIL(ERR_MISSING, "nothing to decide about");
    if (w.state != WANTED_WAITS && !(w.state == WANTED_SHOWN && !show))
        form_wrong(req, NULL, SAY("Iemand anders besliste hier al over."));
    if (!show && !f->reason.n)
        form_wrong(req, "reden", SAY("Schrijf waarom niet. Wie het plaatste, leest dat."));
    TRY(form_checked(req));
    TRY(wanted_stands(tx, f->id, show ? WANTED_SHOWN : WANTED_REFUSED, f->reason,
                      show ? (struct day){ req->today.n + WANTED_DAYS } : req->today));
    TRY(history_write(
        tx, req,
        &(struct change){
            .thing = THING_SITE,
            .number = 1,
            .act = show ? ACT_SHOWN : ACT_HIDDEN,
            .after = arena_format(req->arena, "vraag-en-aanbod %lld", (long long)f->id) },
        NULL));
    TRY(wanted_mail(tx, req, f->id, WANTED_LETTER_DECIDED));
    res->location = (struct path){ show ? STR("/beheer/vraag-en-aanbod?gedaan=toon")
                                        : STR("/beheer/vraag-en-aanbod?gedaan=niet") };
    return OK;
}

const struct page wanted_desk = {
    .path = "/beheer/vraag-en-aanbod",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
