/* overview.c — /:dialogue/beheer: what waits at the desk, and what a new dialogue needs next. */
#include "features/setup/overview.h"
#include "features/setup/overview.html.h"
#include "features/setup/setup.sql.h"
#include "features/voices/voices.h"

enum { LOOSE_MOST = 1000 };

static void step(struct request *req, struct overview_view *v, const struct words *text,
                 const char *to, bool done)
{
    v->steps[v->steps_n++] = (struct overview_step){
        .text = words_in(text, req->lang),
        .to = v->edits ? PATH(req->arena, to, v->d.slug) : (struct path){ STR("") },
        .done = done,
    };
    v->beginning |= !done;
}

static void count(struct request *req, struct overview_view *v, enum who who, const char *to,
                  const struct words *what, int64_t n)
{
    v->counts[v->counts_n++] = (struct overview_count){
        .what = words_in(what, req->lang),
        .n = n,
        .to = req->visitor.role >= who ? PATH(req->arena, to, v->d.slug)
                                       : (struct path){ STR("") },
    };
}

static void steps_fill(struct request *req, struct overview_view *v,
                       const struct setup_waits_row *w)
{
    step(req, v, SAY("Maak thema’s"), "/{}/beheer/themas", w->themes > 0);
    step(req, v, SAY("Zet de wijken erbij"), "/{}/beheer/instellen/wijken",
         w->neighbourhoods > 0);
    step(req, v, SAY("Zet de dialoog open voor inbreng"), "/{}/beheer/instellen/luisteren",
         v->open || w->voices > 0);
    step(req, v, SAY("Kijk na wat mensen zeggen"), "/{}/beheer/nakijken",
         v->d.edition != 0 || (w->voices > 0 && w->waiting == 0));
    step(req, v, SAY("Maak punten van wat mensen zeggen"), "/{}/beheer/punten", w->points > 0);
    step(req, v, SAY("Publiceer het verslag"), "/{}/beheer/publiceren", v->d.edition != 0);
}

static void counts_fill(struct request *req, struct overview_view *v,
                        const struct setup_waits_row *w)
{
    count(req, v, WHO_EDITOR, "/{}/beheer/nakijken", SAY("Inbreng die op een lezer wacht"),
          w->waiting);
    count(req, v, WHO_EDITOR, "/{}/beheer/nakijken?stand=apart", SAY("Inbreng die apart staat"),
          w->held);
    count(req, v, WHO_EDITOR, "/{}/beheer/nakijken/bezwaren", SAY("Bezwaren zonder antwoord"),
          w->objections);
    count(req, v, WHO_EDITOR, "/{}/beheer/zorg", SAY("Zorg die nog openstaat"), w->care);
    count(req, v, WHO_WRITER, "/{}/beheer/punten", SAY("Inbreng die nog bij geen punt staat"),
          w->loose);
    if (w->loose > LOOSE_MOST) {
        v->counts[v->counts_n - 1].n = LOOSE_MOST;
        v->counts[v->counts_n - 1].more = true;
    }
    count(req, v, WHO_WRITER, "/{}/beheer/punten", SAY("Punten in het klad"), w->points);
    v->late = w->late;
}

static enum err handle(struct request *req, struct response *res)
{
    struct overview_view v = { 0 };
    struct setup_waits_row waits;
    struct listening listening;

    TRY(desk_open(req, res, &v.d));
    TRY(setup_waits(req->db, req->arena, v.d.id, req->now.s, &waits));
    TRY(listening_now(req, v.d.id, &listening));
    v.edits = req->visitor.role >= WHO_EDITOR;
    v.writes = req->visitor.role >= WHO_WRITER;
    v.open = listening.open;
    v.settings = PATH(req->arena, "/{}/beheer/instellen/luisteren", v.d.slug);
    steps_fill(req, &v, &waits);
    counts_fill(req, &v, &waits);
    res->frame.title = words_in(SAY("Beheer"), req->lang);
    overview_page(response_page(req, res), &v);
    return OK;
}

const struct page setup_overview = {
    .path = "/:dialogue/beheer",
    .who = WHO_READER,
    .handle = handle,
    .file = __FILE__,
};
