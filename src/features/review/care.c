/* care.c — /:dialogue/beheer/zorg and /zorg/#voice: whoever asks for help gets an owner and a day, and
 * never only a place in a list. A program may propose it; a person decides. */
#include "features/review/care.h"

#include "features/review/care.html.h"
#include "features/review/cares.html.h"

enum { HOUR = 3600, DAY = 86400 };

struct instant care_due(struct day day)
{
    return (struct instant){ (int64_t)day.n * DAY + 16 * HOUR }; /* at five or six */
}

struct day care_next_day(struct day today)
{
    struct day day = { today.n + 1 };
    while ((day.n + 3) % 7 > 4) day.n++; /* 1970 began on a Thursday; Monday is 0 */
    return day;
}

/* ---- the list ---- */

static enum err list(struct request *req, struct response *res)
{
    struct care_list_view v = { 0 };
    struct care_list_row *rows;
    size_t n;
    TRY(desk_open(req, res, &v.d));
    TRY(care_list(req->db, req->arena, v.d.id, &rows, &n));
    TRY(care_closed(req->db, v.d.id, &v.closed));
    v.lines = NEW(req->arena, struct care_line, n + 1);
    for (size_t i = 0; i < n; i++) {
        const int64_t over = req->now.s - rows[i].due.s;
        v.lines[v.lines_n++] =
            (struct care_line){ .c = &rows[i],
                                .words = beginning(req->arena, rows[i].body, 300),
                                .late = over > 0 ? over / DAY : 0,
                                .is_late = over > 0,
                                .today = day_at(rows[i].due).n == req->today.n,
                                .mine = rows[i].owner == req->visitor.person };
    }
    res->frame.title = words_in(SAY("Zorg"), req->lang);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    cares_page(response_page(req, res), &v);
    return OK;
}

const struct page review_cares = {
    .path = "/:dialogue/beheer/zorg",
    .who = WHO_EDITOR,
    .handle = list,
    .file = __FILE__,
};

/* ---- one ---- */

struct care_form {
    int64_t owner;
    struct optional_day day;
    struct str note;
    int deed, outcome;
};
enum { CARE_KEEP, CARE_CLOSE };
static const struct field fields[] = {
    FIELD_CHOICE(struct care_form, deed, "doe", "bewaar sluit", .required = true),
    FIELD_NUMBER(struct care_form, owner, "wie", .least = 1),
    FIELD_DAY(struct care_form, day, "voor"),
    FIELD_TEXT(struct care_form, note, "weet", .most = 2000),
    FIELD_CHOICE(struct care_form, outcome, "uitkomst", "helped referred unreachable unneeded"),
};
static const struct form form = FORM(struct care_form, fields);

static enum err open_one(struct request *req, struct care_view *v)
{
    bool found;
    TRY(care_voice(req->db, req->arena, v->d.id, req->param[1].number, &v->v, &found));
    if (!found) return FAIL(ERR_MISSING, "no such voice");
    v->open = v->v.has_owner && !v->v.has_closed;
    TRY(care_people(req->db, req->arena, v->d.id, &v->people, &v->people_n));
    return OK;
}

static void fill(struct request *req, const struct care_view *v)
{
    const struct day day = v->open ? day_at(v->v.due) : care_next_day(req->today);
    const struct date d = date_of(day);
    form_fill_number(req, "wie", v->open ? v->v.owner : req->visitor.person);
    form_fill(req, "voor", arena_format(req->arena, "%04d-%02d-%02d", d.year, d.month, d.day));
    if (v->open) form_fill(req, "weet", v->v.note);
}

static enum err show(struct request *req, struct response *res)
{
    struct care_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    TRY(open_one(req, &v));
    fill(req, &v);
    v.marks = marks_of(req->arena, v.v.body, SIZE_MAX);
    v.self = (struct path){ req->path };
    res->frame.title = FILL(req->arena, SAY("Zorg voor inbreng {n}"), req->lang,
                            { "n", arena_format(req->arena, "%lld", (long long)v.v.number) });
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/zorg", v.d.slug),
                   words_in(SAY("Zorg"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    care_page(response_page(req, res), &v);
    return OK;
}

static bool is_colleague(const struct care_view *v, int64_t person)
{
    for (size_t i = 0; i < v->people_n; i++)
        if (v->people[i].id == person) return true;
    return false;
}

static enum err note(struct tx *tx, struct request *req, const struct care_view *v,
                     struct str before, struct str after)
{
    return history_write(tx, req,
                         &(struct change){ .dialogue = v->d.id,
                                           .thing = THING_VOICE,
                                           .number = v->v.voice,
                                           .act = ACT_CARED,
                                           .before = before,
                                           .after = after },
                         NULL);
}

static enum err keep(struct tx *tx, struct request *req, const struct care_form *f,
                     const struct care_view *v)
{
    if (!is_colleague(v, f->owner)) form_wrong(req, "wie", SAY("Kies wie dit doet."));
    if (!f->day.has) form_wrong(req, "voor", SAY("Kies een dag."));
    TRY(form_checked(req));
    const struct date d = date_of(f->day.day);
    TRY(care_put(tx, v->v.voice, v->d.id, f->owner, care_due(f->day.day), req->now, f->note));
    return note(tx, req, v, (struct str){ 0 },
                arena_format(req->arena, "%04d-%02d-%02d", d.year, d.month, d.day));
}

/* The note is about somebody in trouble: when it is over, no byte of it is left. */
static enum err close_it(struct tx *tx, struct request *req, const struct care_form *f,
                         const struct care_view *v)
{
    static const char *const outcomes[] = { "helped", "referred", "unreachable", "unneeded" };
    if (!v->open) form_wrong(req, NULL, SAY("Een collega heeft deze zorg al afgesloten."));
    if (f->outcome < 0) form_wrong(req, "uitkomst", SAY("Kies hoe het afliep."));
    TRY(form_checked(req));
    TRY(care_close(tx, v->v.voice, req->now));
    tx_wipes(tx);
    return note(tx, req, v, STR("open"), str_of(outcomes[f->outcome]));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct care_form *f = form_values(req);
    struct care_view v = { 0 };
    TRY(desk_open(req, res, &v.d));
    TRY(open_one(req, &v));
    if (v.v.visibility == VISIBILITY_ERASED)
        form_wrong(req, NULL, SAY("Deze inbreng is gewist. Er is niets meer te doen."));
    TRY(form_checked(req));
    TRY(f->deed == CARE_KEEP ? keep(tx, req, f, &v) : close_it(tx, req, f, &v));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/zorg", v.d.slug));
}

const struct page review_care = {
    .path = "/:dialogue/beheer/zorg/#voice",
    .who = WHO_EDITOR,
    .handle = show,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
