/* embed.c — /:dialogue/daden/kader, and …/insluiten that tells how to use it; see embed.h. */
#include "features/embed/embed.h"

#include "features/embed/around.html.h"
#include "features/embed/embed.html.h"
#include "features/embed/how.html.h"

static enum err kader(struct request *req, struct response *res)
{
    struct embed_view v = { .frame = &res->frame };
    struct embed_late_row *rows;
    TRY(dialogue_open(req, res, &v.d));
    TRY(chain_of_commitments(req->db, req->arena, v.d.id, req->today, &v.sum));
    TRY(embed_late(req->db, req->arena, v.d.id, v.d.own, lang_about(req->lang)->code, &rows,
                   &v.n));
    v.lines = NEW(req->arena, struct embed_line, v.n + 1);
    for (size_t i = 0; i < v.n; i++)
        v.lines[i] =
            (struct embed_line){ &rows[i], commitment_lateness(rows[i].first_due, rows[i].state,
                                                               rows[i].has_ended, rows[i].ended,
                                                               req->today) };
    v.bar = bar_of(req->arena,
                   (const int64_t[BAR_CODES]){ v.sum.kept, v.sum.late, v.sum.stopped,
                                               v.sum.kept_late, v.sum.open - v.sum.late });
    res->content = CONTENT_HTML;
    res->framed = true;
    res->noindex = true;
    frame_versions(&res->frame, req->arena, req->lang);
    embed_around_open(&res->body, &v);
    embed_frame(&res->body, &v);
    embed_around_close(&res->body, &v);
    return OK;
}

static enum err how(struct request *req, struct response *res)
{
    struct embed_view v = { .frame = &res->frame };
    TRY(dialogue_open(req, res, &v.d));
    v.at = PATH(req->arena, "/{}/daden/kader", v.d.slug);
    v.code = arena_format(req->arena,
                          "<iframe src=\"%.*s\" title=\"%.*s\" width=\"100%%\" height=\"560\" "
                          "loading=\"lazy\"></iframe>",
                          STR_ARG(request_address(req, req->arena, v.at)),
                          STR_ARG(words_in(SAY("Wat de stad beloofde"), req->lang)));
    res->frame.title = words_in(SAY("Daden op een andere site"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/daden", v.d.slug),
                   words_in(SAY("Daden"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    embed_how_page(response_page(req, res), &v);
    return OK;
}

const struct page embed_daden = {
    .path = "/:dialogue/daden/kader",
    .who = WHO_ANYONE,
    .handle = kader,
    .file = __FILE__,
};
const struct page embed_how = {
    .path = "/:dialogue/daden/insluiten",
    .who = WHO_ANYONE,
    .handle = how,
    .file = __FILE__,
};
