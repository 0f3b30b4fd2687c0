/* theme.c — /:dialogue/thema/:theme/inbreng, everything people said about a theme. */
#include "features/voices/theme.h"
#include "features/voices/theme.html.h"
#include "features/voices/theme.sql.h"

static enum err options(struct request *req, struct theme_voices_view *v)
{
    struct theme_voice_counts_row *rows;
    size_t n;

    TRY(theme_voice_counts(req->db, req->arena, v->theme.id, &rows, &n));
    struct counted *counts = NEW(req->arena, struct counted, n);
    for (size_t i = 0; i < n; i++)
        counts[i] =
            (struct counted){ rows[i].has_kind ? (int64_t)rows[i].kind : -1,
                              rows[i].has_at_table ? rows[i].at_table : -1, rows[i].voices };
    return filter_options(req, &v->d, v->theme.id, counts, n, &v->filter);
}

/* Law 1: the voices one cannot read are counted where they would have stood. */
static enum err sum(struct request *req, struct theme_voices_view *v)
{
    struct theme_voice_visibilities_row *rows;
    size_t n;

    TRY(theme_voice_visibilities(req->db, req->arena, v->theme.id, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        v->of[rows[i].visibility] = rows[i].voices;
        v->all += rows[i].voices;
    }
    return OK;
}

static enum err voices(struct request *req, struct theme_voices_view *v)
{
    struct voices_of_theme_row *rows;
    struct voice_uses_in_theme_row *uses = NULL;
    size_t fetched, uses_n = 0;

    TRY(voices_of_theme(req->db, req->arena, v->theme.id, v->d.own, lang_about(req->lang)->code,
                        v->filter.f.has_kind, v->filter.f.kind, v->filter.f.has_table,
                        v->filter.f.table, v->filter.f.after, &rows, &fetched));
    v->items_n = filter_cut(fetched);
    const int64_t last = v->items_n ? rows[v->items_n - 1].number : 0;
    if (v->items_n && v->d.edition) /* the draft is nobody's to see */
        TRY(voice_uses_in_theme(req->db, req->arena, v->d.edition, v->theme.id, rows[0].number,
                                last, &uses, &uses_n));
    v->items = voice_items(req->arena, rows, v->items_n, uses, uses_n);
    filter_pages(req, v->self, fetched > v->items_n, last, &v->filter);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct theme_voices_view v = { .filter_name = SAY("Inbreng kiezen") };
    bool found;

    TRY(dialogue_open(req, res, &v.d));
    TRY(theme_named(req->db, req->arena, v.d.id, req->param[1].text, v.d.own,
                    lang_about(req->lang)->code, &v.theme, &found));
    if (!found) return FAIL(ERR_MISSING, "no such theme");
    TRY(filter_read(req, v.d.id, req->query[0], req->query[1], req->query[2], &v.filter.f));
    v.self = PATH(req->arena, "/{}/thema/{}/inbreng", v.d.slug, v.theme.slug);
    TRY(options(req, &v));
    TRY(sum(req, &v));
    TRY(voices(req, &v));

    res->frame.title =
        FILL(req->arena, SAY("Inbreng over {thema}"), req->lang, { "thema", v.theme.title });
    res->frame.description = v.theme.question;
    dialogue_crumb(res, PATH(req->arena, "/{}/thema/{}", v.d.slug, v.theme.slug),
                   v.theme.title);
    dialogue_crumb(res, v.self, words_in(SAY("Inbreng"), req->lang));
    theme_voices_page(response_page(req, res), &v);
    return OK;
}

const struct page voices_theme = {
    .path = "/:dialogue/thema/:theme/inbreng",
    .who = WHO_ANYONE,
    .query = "soort tafel na",
    .handle = handle,
    .file = __FILE__,
};
