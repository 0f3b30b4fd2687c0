/* show.c — /:dialogue/som: what was done with all voices, in numbers that add up. */
#include "features/sums/show.h"
#include "features/sums/show.html.h"

enum { MOST = 1000 /* themes and tables on the page */ };

static void draw(struct arena *a, struct sum *s)
{
    s->bar = bar_of(a, (const int64_t[BAR_CODES]){ s->used, s->waiting, s->set_aside,
                                                   s->only_counted, s->withdrawn });
}

#define SUM_OF(row)                                                                            \
    (struct sum)                                                                               \
    {                                                                                          \
        .used = (row).used, .waiting = (row).waiting, .set_aside = (row).set_aside,            \
        .only_counted = (row).only_counted, .withdrawn = (row).withdrawn,                      \
        .voices = (row).voices                                                                 \
    }

static bool adds_up(const struct sum *s)
{
    return s->used + s->waiting + s->set_aside + s->only_counted + s->withdrawn == s->voices;
}

static enum err all_fill(struct request *req, struct sums_view *v)
{
    struct sum_of_dialogue_row row;
    TRY(sum_of_dialogue(req->db, req->arena, v->d.id, &row));
    v->all = SUM_OF(row);
    draw(req->arena, &v->all);
    v->adds_up = adds_up(&v->all);
    TRY(sum_of_reasons(req->db, req->arena, v->d.id, &v->reasons, &v->reasons_n));
    TRY(sum_of_hidden(req->db, req->arena, v->d.id, &v->hidden, &v->hidden_n));
    v->shown = row.shown;
    v->unchecked = row.unchecked;
    v->erased = row.erased;
    v->unseen = row.unchecked + row.erased;
    for (size_t i = 0; i < v->hidden_n; i++) {
        v->unseen += v->hidden[i].n;
        if (!v->hidden[i].reason) v->by_choice = v->hidden[i].n;
    }
    v->adds_up = v->adds_up && v->shown + v->unseen == v->all.voices;
    return OK;
}

static enum err themes_fill(struct request *req, struct sums_view *v, struct str lang)
{
    struct sum_of_themes_row *rows;
    int64_t together = 0;
    TRY(sum_of_themes(req->db, req->arena, v->d.id, v->d.own, lang, &rows, &v->themes_n));
    v->themes = NEW(req->arena, struct sum_of_theme, v->themes_n);
    for (size_t i = 0; i < v->themes_n; i++) {
        v->themes[i] = (struct sum_of_theme){ rows[i], SUM_OF(rows[i]) };
        draw(req->arena, &v->themes[i].sum);
        together += rows[i].voices;
    }
    v->adds_up = v->adds_up && (together == v->all.voices || v->themes_n > MOST);
    return OK;
}

static enum err tables_fill(struct request *req, struct sums_view *v, struct str lang)
{
    struct sum_of_tables_row *rows;
    int64_t together = 0;
    TRY(sum_of_tables(req->db, req->arena, v->d.id, v->d.own, lang, &rows, &v->tables_n));
    v->tables = NEW(req->arena, struct sum_of_table, v->tables_n);
    for (size_t i = 0; i < v->tables_n; i++) {
        v->tables[i] = (struct sum_of_table){ rows[i], SUM_OF(rows[i]) };
        draw(req->arena, &v->tables[i].sum);
        v->at_tables = v->at_tables || rows[i].has_table_number;
        v->several_evenings =
            v->several_evenings ||
            (rows[i].has_gathering && !str_eq(rows[i].gathering, rows[0].gathering));
        together += rows[i].voices;
    }
    v->adds_up = v->adds_up && (together == v->all.voices || v->tables_n > MOST);
    return OK;
}

static enum err findings_fill(struct request *req, struct sums_view *v, struct str lang)
{
    TRY(sum_of_findings(req->db, req->arena, v->d.id, v->d.edition, v->d.own, lang, &v->sources,
                        &v->sources_n));
    for (size_t i = 0; i < v->sources_n; i++) {
        v->findings.findings += v->sources[i].findings;
        v->findings.used += v->sources[i].used;
        v->findings.set_aside += v->sources[i].set_aside;
        v->findings.waiting += v->sources[i].waiting;
    }
    return OK;
}

static int64_t days_since(const struct request *req, struct instant then)
{
    const int64_t days = req->today.n - day_at(then).n;
    return days > 0 ? days : 0;
}

static enum err waiting_fill(struct request *req, struct sums_view *v)
{
    TRY(sum_of_objections(req->db, req->arena, v->d.id, &v->objections));
    v->objection_days = days_since(req, v->objections.since);
    if (!v->d.edition) return OK;
    TRY(chain_of_points(req->db, req->arena, v->d.id, v->d.edition, &v->points));
    TRY(chain_of_questions(req->db, req->arena, v->d.id, v->d.edition, &v->questions));
    TRY(chain_of_advice(req->db, req->arena, v->d.id, &v->advice));
    TRY(chain_of_commitments(req->db, req->arena, v->d.id, req->today, &v->promises));
    v->points_days = days_since(req, v->d.published);
    v->question_days = days_since(req, v->questions.waits_since);
    v->advice_days = days_waited(v->advice.waits_since, req->today);
    v->bare_days = days_waited(v->advice.bare_since, req->today);
    v->chain_adds_up =
        v->points.advised + v->points.aside + v->points.waiting == v->points.points &&
        v->questions.replied + v->questions.waiting == v->questions.questions &&
        v->advice.adopted + v->advice.partly + v->advice.not_adopted + v->advice.waiting ==
            v->advice.advices;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct sums_view *v = NEW(req->arena, struct sums_view, 1);
    const struct str lang = lang_about(req->lang)->code;

    TRY(dialogue_open(req, res, &v->d));
    TRY(all_fill(req, v));
    TRY(themes_fill(req, v, lang));
    TRY(tables_fill(req, v, lang));
    TRY(findings_fill(req, v, lang));
    TRY(waiting_fill(req, v));

    res->frame.title = words_in(SAY("De som: wat is er met alle inbreng gedaan?"), req->lang);
    res->frame.description = words_in(
        SAY("Elke inbreng telt mee. Zie waar alles is gebleven, en waarom."), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/som", v->d.slug),
                   words_in(SAY("De som"), req->lang));
    sums_page(response_page(req, res), v);
    return OK;
}

const struct page sums_show = {
    .path = "/:dialogue/som",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
