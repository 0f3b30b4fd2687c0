/* list.c — /:dialogue/daden: every commitment, late ones first, and what became of promises. */
#include "features/deeds/show.h"

#include "features/deeds/list.html.h"

enum { ON_PAGE = 50, YEARS_MOST = 30 };

struct said owner_said(enum lang reader, const struct dialogue *d, struct str name,
                       struct str name_en)
{
    return said_in(reader, d->own, name, name_en);
}

/* ---- what the reader asked ---- */

struct asked {
    bool has_theme, has_hood, has_owner;
    int64_t theme, hood, owner;
    struct day from, until;
    int64_t closed_after, number_after;
    struct day due_after;
};

static struct daden_option *options(struct request *req, size_t n)
{
    return NEW(req->arena, struct daden_option, n + 1);
}

static enum err themes(struct request *req, struct daden_view *v, struct asked *asked)
{
    struct commitment_themes_row *rows;
    size_t n;
    TRY(commitment_themes(req->db, req->arena, v->d.id, v->d.own, lang_about(req->lang)->code,
                          &rows, &n));
    v->themes = options(req, n);
    for (size_t i = 0; i < n; i++) {
        const bool chosen = str_eq(rows[i].slug, req->query[0]);
        if (chosen) asked->theme = rows[i].id;
        asked->has_theme |= chosen;
        v->themes[v->themes_n++] =
            (struct daden_option){ rows[i].slug, rows[i].title, STR(""), chosen };
    }
    return OK;
}

static enum err hoods(struct request *req, struct daden_view *v, struct asked *asked)
{
    struct commitment_hoods_row *rows;
    size_t n;
    TRY(commitment_hoods(req->db, req->arena, v->d.id, &rows, &n));
    v->hoods = options(req, n);
    for (size_t i = 0; i < n; i++) {
        const bool chosen = str_eq(rows[i].slug, req->query[1]);
        if (chosen) asked->hood = rows[i].id;
        asked->has_hood |= chosen;
        v->hoods[v->hoods_n++] =
            (struct daden_option){ rows[i].slug, rows[i].name, v->d.own, chosen };
    }
    return OK;
}

static enum err owners(struct request *req, struct daden_view *v, struct asked *asked)
{
    struct departments_row *rows;
    size_t n;
    TRY(departments(req->db, req->arena, v->d.id, &rows, &n));
    v->owners = options(req, n);
    for (size_t i = 0; i < n; i++) {
        const bool chosen = str_eq(rows[i].slug, req->query[2]);
        const struct said name = owner_said(req->lang, &v->d, rows[i].name, rows[i].name_en);
        if (chosen) asked->owner = rows[i].id;
        asked->has_owner |= chosen;
        v->owners[v->owners_n++] =
            (struct daden_option){ rows[i].slug, name.text, name.lang, chosen };
    }
    return OK;
}

static enum err years(struct request *req, struct daden_view *v, struct asked *asked)
{
    struct commitment_years_row row;
    int64_t year = 0;
    asked->from = (struct day){ INT32_MIN };
    asked->until = (struct day){ INT32_MAX };
    TRY(commitment_years(req->db, req->arena, v->d.id, &row));
    v->from = row.has_begin ? row.begin : req->today;
    v->until = row.has_last && row.last.n > req->today.n ? row.last : req->today;
    v->years = options(req, YEARS_MOST);
    if (req->query[3].n && (!str_number(req->query[3], 9999, &year) || year < 1900))
        return FAIL(ERR_INPUT, "no year: %.*s", STR_ARG(req->query[3]));
    if (year) {
        asked->from = day_of((struct date){ (int)year, 1, 1 });
        asked->until = day_of((struct date){ (int)year, 12, 31 });
    }
    if (!row.has_first) return OK;
    for (int y = date_of(row.first).year;
         y <= date_of(row.last).year && v->years_n < YEARS_MOST; y++) {
        const struct str text = arena_format(req->arena, "%d", y);
        v->years[v->years_n++] = (struct daden_option){ text, text, STR(""), y == year };
    }
    return OK;
}

static enum err place(struct request *req, const struct daden_view *v, struct asked *asked)
{
    struct commitment_place_in_list_row row;
    int64_t after;
    bool found = false;
    asked->closed_after = -1;
    if (!req->query[4].n) return OK;
    if (!str_number(req->query[4], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "no key of a page: %.*s", STR_ARG(req->query[4]));
    TRY(commitment_place_in_list(req->db, req->arena, v->d.id, after, &row, &found));
    if (!found) return OK;
    asked->closed_after = row.closed;
    asked->due_after = row.first_due;
    asked->number_after = after;
    return OK;
}

static enum err asked_read(struct request *req, struct daden_view *v, struct asked *asked)
{
    TRY(themes(req, v, asked));
    TRY(hoods(req, v, asked));
    TRY(owners(req, v, asked));
    TRY(years(req, v, asked));
    TRY(place(req, v, asked));
    if ((req->query[0].n && !asked->has_theme) || (req->query[1].n && !asked->has_hood) ||
        (req->query[2].n && !asked->has_owner))
        return FAIL(ERR_MISSING, "no such theme, neighbourhood or owner");
    for (size_t i = 0; i < 4; i++) v->narrowed |= req->query[i].n > 0;
    return OK;
}

/* ---- the line of time ---- */

static int64_t unit(struct day from, struct day until, struct day at)
{
    const int64_t all = until.n > from.n ? until.n - from.n : 1;
    const int64_t x = at.n <= from.n ? 0 : at.n >= until.n ? all : at.n - from.n;
    return x * TIMELINE_WIDE / all;
}

static struct drawn draw(const struct daden_view *v, const struct commitments_shown_row *row,
                         struct day today)
{
    const struct day end = row->has_ended ? row->ended : today;
    const int64_t begin = unit(v->from, v->until, row->made);
    const int64_t due = unit(v->from, v->until, row->first_due);
    const int64_t late = unit(v->from, v->until, end);
    return (struct drawn){
        .promised = begin,
        .promised_wide = due > begin ? due - begin : 2,
        .late = due,
        .late_wide =
            end.n > row->first_due.n && row->state != COMMITMENT_STOPPED ? late - due : 0,
        .due = unit(v->from, v->until, row->due),
        .moved = row->due.n != row->first_due.n,
        .today = unit(v->from, v->until, today),
    };
}

static enum err handle(struct request *req, struct response *res)
{
    struct daden_view *v = NEW(req->arena, struct daden_view, 1);
    struct asked asked = { 0 };
    struct commitments_shown_row *rows;

    TRY(dialogue_open(req, res, &v->d));
    TRY(asked_read(req, v, &asked));
    TRY(chain_of_commitments(req->db, req->arena, v->d.id, req->today, &v->sum));
    TRY(commitments_shown(req->db, req->arena, v->d.id, v->d.edition, v->d.own,
                          lang_about(req->lang)->code, asked.has_theme, asked.theme,
                          asked.has_hood, asked.hood, asked.has_owner, asked.owner, asked.from,
                          asked.until, asked.closed_after, asked.due_after, asked.number_after,
                          &rows, &v->n));
    v->more = v->n > ON_PAGE;
    if (v->more) v->n = ON_PAGE;
    v->lines = NEW(req->arena, struct commitment_line, v->n + 1);
    for (size_t i = 0; i < v->n; i++)
        v->lines[i] = (struct commitment_line){
            &rows[i],
            commitment_lateness(rows[i].first_due, rows[i].state, rows[i].has_ended,
                                rows[i].ended, req->today),
            draw(v, &rows[i], req->today),
        };
    v->self = PATH(req->arena, "/{}/daden", v->d.slug);
    if (v->more)
        v->next = PATH(req->arena, "/{}/daden?thema={}&wijk={}&eigenaar={}&jaar={}&na={}",
                       v->d.slug, req->query[0], req->query[1], req->query[2], req->query[3],
                       number_text(req->arena, true, rows[v->n - 1].number));
    res->frame.title = words_in(SAY("Daden"), req->lang);
    res->frame.description =
        words_in(SAY("Wat de stad beloofde, wat er is gedaan, en wat te laat is."), req->lang);
    dialogue_crumb(res, v->self, res->frame.title);
    daden_page(response_page(req, res), v);
    return OK;
}

const struct page deeds_list = {
    .path = "/:dialogue/daden",
    .who = WHO_ANYONE,
    .query = "thema wijk eigenaar jaar na",
    .handle = handle,
    .file = __FILE__,
};
