/* membercheck.c — see membercheck.h: codes, and what a link opens. */
#include "features/membercheck/membercheck.h"

#include "web/token.h"

#include <stdlib.h>

struct str membercheck_code(const struct request *req, int64_t gathering, int64_t number,
                            enum membercheck_who who, int64_t id)
{
    struct request as_link = *req;
    /* Who led a table and noted there has one link. */
    const int kind = who == MEMBERCHECK_NOTER ? MEMBERCHECK_HOST : (int)who;
    as_link.key = arena_format(req->arena, "membercheck %lld %lld %d %lld",
                               (long long)gathering, (long long)number, kind, (long long)id);
    return receipt_code(&as_link, 0);
}

struct str membercheck_hash(struct arena *a, struct str code)
{
    return sha256(a, arena_join(a, STR("membercheck "), code));
}

struct path membercheck_path(struct arena *a, struct str code)
{
    return PATH(a, "/voorgelegd/{}", code_slug(a, code));
}

const struct words *membercheck_who_words(enum membercheck_who who)
{
    switch (who) {
    case MEMBERCHECK_HOST: return SAY("gespreksleider");
    case MEMBERCHECK_NOTER: return SAY("notulist");
    case MEMBERCHECK_GUEST: return SAY("deelnemer");
    case MEMBERCHECK_CARD: return SAY("iemand met de kaart van de tafel");
    case MEMBERCHECK_WHOS: break;
    }
    abort(); /* the schema keeps such a value out */
}

const struct words *check_past(void)
{
    return SAY(
        "De laatste dag om te antwoorden is voorbij. U leest hier wel wat er is besloten.");
}

/* ---- what a table sees ---- */

/* The answers about one point, in their order. */
static void answers_of(struct arena *a, struct check_point *p,
                       const struct membercheck_answers_row *rows, size_t n)
{
    struct membercheck_answers_row *mine = NEW(a, struct membercheck_answers_row, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (rows[i].point != p->r->id) continue;
        if (rows[i].agrees)
            p->agreed = true;
        else
            mine[p->answers_n++] = rows[i];
    }
    p->answers = mine;
}

/* Objections about points that this table no longer has a part in. */
static void answers_gone(struct arena *a, struct check_view *v,
                         const struct membercheck_answers_row *rows, size_t n)
{
    struct membercheck_answers_row *gone = NEW(a, struct membercheck_answers_row, n + 1);
    for (size_t i = 0; i < n; i++) {
        bool here = rows[i].agrees;
        for (size_t k = 0; k < v->points_n; k++) here |= v->points[k].r->id == rows[i].point;
        if (!here) gone[v->gone_n++] = rows[i];
    }
    v->gone = gone;
}

static enum err points(struct request *req, struct check_view *v)
{
    struct arena *a = req->arena;
    const struct str lang = lang_about(req->lang)->code;
    struct membercheck_points_row *rows;
    struct membercheck_notes_row *notes;
    struct membercheck_answers_row *answers;
    size_t notes_n, answers_n;

    TRY(membercheck_points(req->db, a, v->l.gathering, v->l.number, v->d.own, lang, &rows,
                           &v->points_n));
    TRY(membercheck_notes(req->db, a, v->l.gathering, v->l.number, v->d.own, lang, &notes,
                          &notes_n));
    TRY(membercheck_answers(req->db, a, v->l.id, &answers, &answers_n));
    v->points = NEW(a, struct check_point, v->points_n + 1);
    for (size_t i = 0; i < v->points_n; i++) {
        struct check_point *p = &v->points[i];
        *p = (struct check_point){ .r = &rows[i] };
        for (size_t k = 0; k < notes_n; k++) {
            if (notes[k].point != rows[i].id) continue;
            if (!p->notes_n) p->notes = &notes[k];
            p->notes_n++;
        }
        p->elsewhere = rows[i].rests - (int64_t)p->notes_n;
        answers_of(a, p, answers, answers_n);
        v->open_n += !p->agreed && !p->answers_n;
    }
    answers_gone(a, v, answers, answers_n);
    return OK;
}

enum err check_open(struct request *req, struct response *res, struct check_view *v)
{
    struct frame *frame = &res->frame;
    struct str code;
    bool found = false;
    struct membercheck_asides_row *asides;
    struct membercheck_objections_row *objections;

    *v = (struct check_view){ .form = req->form };
    res->no_store = true;
    res->noindex = true;
    if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(membercheck_open(req->db, req->arena, membercheck_hash(req->arena, code), &v->l,
                             &found));
    if (!found) return FAIL(ERR_MISSING, "no such link");
    struct request about = *req; /* its address names a table; the dialogue is behind that */
    about.param[0].text = v->l.dialogue_slug;
    TRY(dialogue_open(&about, res, &v->d));
    frame->menu_n = frame->crumbs_n = 0;
    frame->search = (struct path){ 0 };
    frame->notice = (struct str){ 0 };
    v->self = membercheck_path(req->arena, code);
    v->here = (struct path){ req->path };
    v->slug = str_from(v->self.text, sizeof "/voorgelegd/" - 1);
    v->past = req->today.n > v->l.until.n;
    v->days = v->l.until.n - req->today.n;
    TRY(points(req, v));
    TRY(membercheck_asides(req->db, req->arena, v->l.gathering, v->l.number, &asides,
                           &v->asides_n));
    TRY(membercheck_objections(req->db, req->arena, v->l.id, &objections, &v->objections_n));
    v->asides = asides;
    v->objections = objections;
    const struct str number = arena_format(req->arena, "%lld", (long long)v->l.number);
    frame->title =
        FILL(req->arena, SAY("Klopt dit? De punten van tafel {n}"), req->lang, { "n", number });
    return OK;
}
