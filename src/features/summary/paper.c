/* paper.c — the summary as a document of one page. */
#include "features/summary/summary.h"
#include "web/response.h"

enum lang summary_lang(struct str code)
{
    enum lang lang;
    return lang_read(code, &lang) ? lang : LANG_NL;
}

/* A sentence of ours on the sheet: in its language where we have that. */
static void say(struct document *d, struct block *in, struct str text, struct str lang,
                enum look look)
{
    struct block *b = document_paragraph(d, in, text, lang);
    if (b) b->look = look;
}

static struct str where(struct request *req, struct str slug, struct str lang)
{
    if (!site_is_public(req->site)) return (struct str){ 0 };
    return arena_format(req->arena, "%.*s%.*s/%.*s/verslag", STR_ARG(req->site),
                        STR_ARG(lang_about(summary_lang(lang))->prefix), STR_ARG(slug));
}

static void add_foot(struct request *req, struct document *d, struct str slug,
                     const struct summary *s)
{
    const enum lang in = summary_lang(s->lang);
    const struct str here = lang_about(in)->code, to = where(req, slug, s->lang);
    struct block *foot = block_add(d, d->root, BLOCK_PART);
    foot->look = LOOK_ASIDE;
    if (s->machine)
        say(d, foot,
            words_in(SAY("Een computer maakte deze tekst. Niemand keek hem nog na."), in), here,
            LOOK_PLAIN);
    if (s->maker.n)
        say(d, foot,
            FILL(req->arena, SAY("Geschreven of vertaald door {wie}."), in,
                 { "wie", s->maker }),
            here, LOOK_QUIET);
    if (!to.n) return;
    say(d, foot, words_in(SAY("Het hele verslag leest u hier:"), in), here, LOOK_QUIET);
    struct block *link = document_paragraph(d, foot, to, here);
    link->spans->to = to;
}

void summary_paper(struct request *req, const struct frame *frame, struct str slug,
                   const struct summary *s, struct document *d)
{
    const enum lang in = summary_lang(s->lang);
    document_start(d, req->arena, s->question.n ? s->question : s->title, s->lang);
    d->author = frame->organisation;
    d->footer = frame->organisation;
    d->made = (struct instant){ 0 };
    say(d, d->root, FILL(req->arena, SAY("{titel} · samenvatting"), in, { "titel", s->title }),
        s->title_lang, LOOK_LABEL);
    document_heading(d, d->root, 1, d->title, s->title_lang);
    document_formatted(d, d->root, s->body, s->lang, 2,
                       site_is_public(req->site) ? req->site : (struct str){ 0 });
    add_foot(req, d, slug, s);
}
