/* shown.c — which summary is shown: the one of the newest edition; see summary.h. */
#include "features/summary/summary.h"

enum err summary_open(struct request *req, int64_t dialogue, struct str lang, struct summary *s,
                      bool *found)
{
    struct summary_find_row row;
    struct summary_head_row head;
    *s = (struct summary){ .lang = lang };
    TRY(summary_head(req->db, req->arena, dialogue, lang, &head, found));
    if (*found) {
        s->title = head.title;
        s->question = head.question;
        s->title_lang = head.lang;
    }
    TRY(summary_find(req->db, req->arena, dialogue, lang, &row, found));
    if (!*found) return OK;
    s->body = row.body;
    s->maker = row.maker;
    s->machine = row.machine;
    return OK;
}

enum err summaries_shown(struct request *req, int64_t dialogue, struct report_summary **all,
                         size_t *n)
{
    struct summary_all_row *rows;
    struct report r;
    bool known;
    TRY(report_summaries_of(req->db, req->arena, dialogue, LANG_NL, &r, &known));
    *all = r.summaries;
    *n = r.summaries_n;
    if (known) return OK;
    TRY(summary_all(req->db, req->arena, dialogue, &rows, n));
    *all = NEW(req->arena, struct report_summary, *n);
    for (size_t i = 0; i < *n; i++)
        (*all)[i] = (struct report_summary){ rows[i].lang, rows[i].body, rows[i].maker,
                                             rows[i].machine };
    return OK;
}

enum err summary_shown(struct request *req, int64_t dialogue, struct str lang,
                       struct summary *s, bool *found)
{
    struct report r;
    bool known;
    TRY(report_summaries_of(req->db, req->arena, dialogue, summary_lang(lang), &r, &known));
    if (!known) return summary_open(req, dialogue, lang, s, found);
    *found = false;
    *s = (struct summary){ .lang = lang,
                           .title = r.title.text,
                           .question = r.question.text,
                           .title_lang = r.title.lang };
    for (size_t i = 0; i < r.summaries_n && !*found; i++) {
        const struct report_summary *x = &r.summaries[i];
        if (!str_eq(x->lang, lang)) continue;
        *found = true;
        s->body = x->body;
        s->maker = x->maker;
        s->machine = x->machine;
    }
    return OK;
}
