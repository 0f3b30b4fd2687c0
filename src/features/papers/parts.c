/* parts.c — the chapters of papers; see papers.h. */
#include "features/papers/papers.h"

enum err writing_open(struct request *req, struct writing *w)
{
    *w = (struct writing){ .req = req,
                           .p = NEW(req->arena, struct document, 1),
                           .lang = lang_about(req->lang)->code };
    TRY(site_frame(req, &w->res.frame));
    return dialogue_open(req, &w->res, &w->d);
}

struct str say(const struct writing *w, const struct words *words)
{
    return words_in(words, w->req->lang);
}

struct str address_at(const struct writing *w, const char *page, int64_t number)
{
    struct arena *a = w->req->arena;
    if (!site_is_public(w->req->site)) return (struct str){ 0 };
    return request_address(
        w->req, a, PATH(a, "/{}/{}/{}", w->d.slug, str_of(page), number_text(a, true, number)));
}

/* As people write it: 120.000. */
static struct str number_said(const struct writing *w, int64_t n)
{
    struct out o = out_start(w->req->arena, 32, w->req->lang);
    out_int(&o, n);
    return (struct str){ o.s, o.n };
}

static struct str day_of_paper(const struct writing *w, struct day day)
{
    return day_words(w->req->arena, w->req->lang, day);
}

void add_heading(struct writing *w, int level, const struct words *words)
{
    document_heading(w->p, w->p->root, level, say(w, words), STR(""));
}

void add_text(struct writing *w, struct str text, struct str lang)
{
    document_formatted(w->p, w->p->root, text, lang, 4, w->req->site);
}

void add_quiet(struct writing *w, struct block *in, struct str text)
{
    struct block *b = document_paragraph(w->p, in, text, STR(""));
    if (b) b->look = LOOK_QUIET;
}

void add_said(struct writing *w, const struct words *heading, struct str text, struct str lang)
{
    if (!text.n) return;
    struct block *b = block_add(w->p, w->p->root, BLOCK_PARAGRAPH);
    struct span *s = block_say(w->p, b, say(w, heading), STR(""));
    if (s) s->style = STYLE_STRONG;
    add_text(w, text, lang);
}

void add_answer(struct writing *w, const struct advice_shown_row *a, int level)
{
    struct arena *arena = w->req->arena;
    add_heading(w, level, SAY("Het antwoord van de stad"));
    if (!a->has_answered) {
        document_paragraph(w->p, w->p->root, say(w, SAY("De stad heeft nog niet geantwoord.")),
                           STR(""));
        return;
    }
    struct str facts = arena_format(arena, "%.*s, %.*s.",
                                    STR_ARG(say(w, answer_kind_term((int)a->answered).words)),
                                    STR_ARG(day_of_paper(w, a->day)));
    if (a->has_money)
        facts = arena_format(arena, "%.*s %.*s", STR_ARG(facts),
                             STR_ARG(FILL(arena, SAY("Daar hoort {n} euro bij."), w->req->lang,
                                          { "n", number_said(w, a->money) })));
    document_paragraph(w->p, w->p->root, facts, STR(""));
    add_text(w, a->reason, a->answer_lang);
    add_said(w, SAY("Welke keuzes zijn afgewogen?"), a->options, a->answer_lang);
}

/* ---- a commitment ---- */

static struct str standing(const struct writing *w, const struct commitment_shown_row *c)
{
    const struct lateness late =
        commitment_lateness(c->first_due, c->state, c->has_ended, c->ended, w->req->today);
    const struct str words = say(w, prompt_words(late.prompt));
    if (!late.days) return words;
    return FILL(w->req->arena,
                late.days == 1 ? SAY("{stand}: {n} dag na de eerste datum")
                               : SAY("{stand}: {n} dagen na de eerste datum"),
                w->req->lang, { "stand", words },
                { "n", number_text(w->req->arena, true, late.days) });
}

static void fact(struct writing *w, struct block *list, const struct words *name,
                 struct str text, struct str lang)
{
    if (!text.n) return;
    struct block *b = block_add(w->p, block_add(w->p, list, BLOCK_ITEM), BLOCK_PARAGRAPH);
    struct span *s = block_say(w->p, b, say(w, name), STR(""));
    if (s) s->style = STYLE_STRONG;
    block_say(w->p, b, STR(" "), STR(""));
    block_say(w->p, b, text, lang);
}

static enum err moves(struct writing *w, int64_t commitment, struct block *list)
{
    struct commitment_moves_row *rows;
    size_t n;
    TRY(commitment_moves(w->req->db, w->req->arena, commitment, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        const struct said why =
            said_in(w->req->lang, w->d.own, rows[i].reason, rows[i].reason_en);
        fact(w, list, SAY("Verschoven:"),
             FILL(w->req->arena, SAY("naar {dag}. {waarom}"), w->req->lang,
                  { "dag", day_of_paper(w, rows[i].due) }, { "waarom", why.text }),
             why.lang);
    }
    return OK;
}

static enum err done(struct writing *w, int64_t commitment, struct block *list)
{
    struct deeds_shown_row *rows;
    size_t n;
    TRY(deeds_shown(w->req->db, w->req->arena, commitment, w->d.own, w->lang, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        struct str text =
            arena_format(w->req->arena, "%.*s. %.*s", STR_ARG(day_of_paper(w, rows[i].day)),
                         STR_ARG(rows[i].body));
        if (rows[i].figure.n)
            text = arena_format(w->req->arena, "%.*s (%.*s)", STR_ARG(text),
                                STR_ARG(rows[i].figure));
        fact(w, list, SAY("Gedaan:"), text, rows[i].lang);
    }
    return OK;
}

enum err add_commitment(struct writing *w, int64_t number, int level)
{
    struct commitment_shown_row c;
    bool found;
    TRY(commitment_shown(w->req->db, w->req->arena, w->d.id, number, w->d.own, w->lang, &c,
                         &found));
    if (!found) return FAIL(ERR_MISSING, "no commitment %lld", (long long)number);
    const struct said owner = said_in(w->req->lang, w->d.own, c.owner_name, c.owner_en);
    document_heading(w->p, w->p->root, level, c.title, c.lang);
    add_text(w, c.body, c.lang);
    struct block *list = block_add(w->p, w->p->root, BLOCK_LIST);
    fact(w, list, SAY("Wie:"), owner.text, owner.lang);
    fact(w, list, SAY("Portefeuille:"), c.portfolio, w->d.own);
    fact(w, list, SAY("Eerst beloofd voor:"), day_of_paper(w, c.first_due), STR(""));
    fact(w, list, SAY("Stand:"), standing(w, &c), STR(""));
    fact(w, list, SAY("Gestopt omdat:"), c.stopped, c.lang);
    TRY(moves(w, c.id, list));
    TRY(done(w, c.id, list));
    fact(w, list, SAY("Op de site:"), address_at(w, "toezegging", number), STR(""));
    return OK;
}

/* ---- what it rests on ---- */

static enum err voices(struct writing *w, int64_t point)
{
    struct paper_voices_row *rows;
    struct paper_findings_row *found;
    size_t n, found_n;
    TRY(paper_voices(w->req->db, w->req->arena, w->d.id, w->d.edition, point, w->d.own, &rows,
                     &n));
    for (size_t i = 0; i < n; i++) {
        struct block *quote = block_add(w->p, w->p->root, BLOCK_QUOTE);
        document_typed(w->p, quote, rows[i].body, rows[i].lang);
        if (rows[i].has_own_words) document_typed(w->p, quote, rows[i].own_words, w->d.own);
        add_quiet(w, quote,
                  FILL(w->req->arena, SAY("Inbreng {n}"), w->req->lang,
                       { "n", number_text(w->req->arena, true, rows[i].number) }));
    }
    TRY(paper_findings(w->req->db, w->req->arena, w->d.id, w->d.edition, point, w->d.own,
                       w->lang, &found, &found_n));
    for (size_t i = 0; i < found_n; i++) {
        struct block *quote = block_add(w->p, w->p->root, BLOCK_QUOTE);
        document_typed(w->p, quote, found[i].body, found[i].lang);
        add_quiet(w, quote,
                  arena_format(w->req->arena, "%.*s%s%.*s", STR_ARG(found[i].source),
                               found[i].page.n ? ", " : "", STR_ARG(found[i].page)));
    }
    return OK;
}

enum err add_points(struct writing *w, int64_t advice, int level, bool with_voices)
{
    struct advice_points_shown_row *rows;
    size_t n;
    TRY(advice_points_shown(w->req->db, w->req->arena, advice, w->d.id, w->d.own, w->lang,
                            &rows, &n));
    add_heading(w, level, SAY("Op welke punten rust dit?"));
    struct block *list = with_voices ? NULL : block_add(w->p, w->p->root, BLOCK_LIST);
    for (size_t i = 0; i < n; i++) {
        const struct str named =
            FILL(w->req->arena, SAY("Punt {n}"), w->req->lang,
                 { "n", number_text(w->req->arena, true, rows[i].number) });
        if (list) {
            struct block *item = block_add(w->p, list, BLOCK_ITEM);
            document_paragraph(w->p, item, rows[i].body, rows[i].lang);
            add_quiet(w, item, named);
            continue;
        }
        document_heading(w->p, w->p->root, level + 1, rows[i].body, rows[i].lang);
        add_quiet(w, w->p->root,
                  arena_format(w->req->arena, "%.*s · %.*s", STR_ARG(named),
                               STR_ARG(say(w, kind_term((int)rows[i].kind).words))));
        TRY(voices(w, rows[i].number));
    }
    return OK;
}

enum err add_steps(struct writing *w, int64_t advice, int level)
{
    struct advice_steps_shown_row *rows;
    size_t n;
    TRY(advice_steps_shown(w->req->db, w->req->arena, w->d.id, advice, &rows, &n));
    if (!n) return OK;
    add_heading(w, level, SAY("De weg door de stad"));
    struct block *list = block_add(w->p, w->p->root, BLOCK_LIST);
    for (size_t i = 0; i < n; i++) {
        const struct str kind =
            step_said(w->req->lang, w->d.own, rows[i].code, rows[i].name, rows[i].name_en).text;
        const struct said title =
            said_in(w->req->lang, w->d.own, rows[i].title, rows[i].title_en);
        document_paragraph(w->p, block_add(w->p, list, BLOCK_ITEM),
                           arena_format(w->req->arena, "%.*s: %.*s, %.*s",
                                        STR_ARG(day_of_paper(w, rows[i].day)), STR_ARG(kind),
                                        STR_ARG(title.text)),
                           title.lang);
    }
    return OK;
}
