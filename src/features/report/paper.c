/* paper.c — see paper.h: from an edition to the blocks of a document. */
#include "features/report/paper.h"
#include "features/report/report.sql.h"
#include "web/qr.h"

#include <string.h>

struct paper {
    struct request *req;
    const struct report_view *v;
    const struct frame *frame;
    struct document *d;
    struct str site; /* empty: no address that would lead a reader there */
};

/* ---- words */

static struct str say(const struct paper *p, const struct words *words)
{
    return words_in(words, p->req->lang);
}

static struct str here(const struct paper *p) /* the language of the interface's own words */
{
    return lang_about(p->req->lang)->code;
}

static struct str number_text(const struct paper *p, int64_t n)
{
    struct out o = out_start(p->req->arena, 64, p->req->lang);
    out_int(&o, n);
    return (struct str){ o.s, o.n };
}

static struct str day_text(const struct paper *p, struct day day)
{
    return day_words(p->req->arena, p->req->lang, day);
}

static struct str clock_text(const struct paper *p, struct clock clock)
{
    struct out o = out_start(p->req->arena, 64, p->req->lang);
    out_clock(&o, clock);
    return (struct str){ o.s, o.n };
}

/* The place of the first blank behind a digit, or SIZE_MAX. */
static size_t number_end(struct str text)
{
    for (size_t i = 1; i < text.n; i++)
        if (text.s[i] == ' ' && text.s[i - 1] >= '0' && text.s[i - 1] <= '9') return i;
    return SIZE_MAX;
}

/* A number stays with the word behind it: no line ends between them. */
static struct str count_text(const struct paper *p, int64_t n, const struct words *one,
                             const struct words *more)
{
    struct str text =
        FILL(p->req->arena, n == 1 ? one : more, p->req->lang, { "n", number_text(p, n) });
    struct str said = { 0 };
    for (size_t at; (at = number_end(text)) != SIZE_MAX; text = str_from(text, at + 1))
        said = arena_format(p->req->arena, "%.*s%.*s\xC2\xA0", STR_ARG(said), (int)at, text.s);
    return arena_join(p->req->arena, said, text);
}

/* Facts behind each other, as pages write them. */
struct facts {
    struct arena *a;
    struct str text;
};
static void fact(struct facts *f, struct str text)
{
    if (!text.n) return;
    f->text =
        f->text.n ? arena_format(f->a, "%.*s · %.*s", STR_ARG(f->text), STR_ARG(text)) : text;
}

/* A page of this site as the world knows it; empty when the world does not. */
static struct str address(const struct paper *p, struct path path)
{
    if (!p->site.n) return (struct str){ 0 };
    return arena_format(p->req->arena, "%.*s%.*s%.*s", STR_ARG(p->site),
                        STR_ARG(lang_about(p->req->lang)->prefix), STR_ARG(path.text));
}

static struct block *labelled(const struct paper *p, struct block *in, struct str text,
                              enum look look)
{
    struct block *b = document_paragraph(p->d, in, text, here(p));
    if (b) b->look = look;
    return b;
}

static struct block *chapter(const struct paper *p, const struct words *heading)
{
    struct block *part = block_add(p->d, p->d->root, BLOCK_PART);
    document_heading(p->d, part, 2, say(p, heading), here(p));
    return part;
}

/* ---- pictures */

/* The picture of a view; what it shows is said also when it cannot be shown. */
static enum err add_picture(const struct paper *p, struct block *in,
                            const struct report_picture *picture,
                            const struct picture_view *view, bool large)
{
    struct report_image_row row;
    bool found;
    if (!view->shown) return OK;
    TRY(report_image(p->req->db, p->req->arena, picture->hash, &row, &found));
    if (!found) return OK;
    struct block *b = block_add(p->d, in, BLOCK_FIGURE);
    b->lang = view->alt.lang;
    b->picture = (struct picture){
        .type = str_is(row.type, "image/png") ? PICTURE_PNG : PICTURE_JPEG,
        .bytes = large || !row.small.n ? row.bytes : row.small,
        .width = row.width,
        .height = row.height,
        .alt = view->alt.text,
        .alt_lang = view->alt.lang,
        .address = p->site.n ? arena_join(p->req->arena, p->site, view->large.text)
                             : (struct str){ 0 },
    };
    struct str caption = view->caption.text;
    if (picture->maker.n && caption.n && str_find(caption, picture->maker) == SIZE_MAX)
        caption = arena_format(p->req->arena, "%.*s · %.*s", STR_ARG(caption),
                               STR_ARG(picture->maker));
    block_say(p->d, b, caption, (struct str){ 0 });
    return OK;
}

/* "M4 4h7v1h-7z…", as web/qr.h draws, as a square of dark and light. */
static struct str squares_of(struct arena *a, const struct qr *qr)
{
    const size_t side = (size_t)qr->size;
    char *dark = NEW(a, char, side *side);
    struct str rest = qr->path, run;
    while (str_next(&rest, 'z', &run)) {
        int64_t x, y, w;
        struct str part = str_from(run, 1), one;
        if (!str_next(&part, ' ', &one) || !str_number(one, qr->size - 1, &x)) continue;
        if (!str_next(&part, 'h', &one) || !str_number(one, qr->size - 1, &y)) continue;
        if (!str_next(&part, 'v', &one) || !str_number(one, qr->size - x, &w)) continue;
        memset(dark + (size_t)y * side + (size_t)x, 1, (size_t)w);
    }
    return (struct str){ dark, side * side };
}

static void add_code(const struct paper *p, struct block *in, struct str to)
{
    struct qr qr;
    if (!qr_draw(p->req->arena, to, &qr)) return;
    struct block *b = block_add(p->d, in, BLOCK_FIGURE);
    b->picture = (struct picture){
        .type = PICTURE_SQUARES,
        .bytes = squares_of(p->req->arena, &qr),
        .width = qr.size,
        .height = qr.size,
        .alt = FILL(p->req->arena, SAY("QR-code die leidt naar {adres}"), p->req->lang,
                    { "adres", to }),
        .alt_lang = here(p),
    };
}

/* ---- points */

/* The sources of a theme under their numbers, to be referred to by its points. */
struct theme_notes {
    struct block *list;
    struct block **at; /* by number, from 1 */
};

static struct theme_notes notes_of(const struct paper *p, const struct theme_view *t)
{
    struct arena *a = p->req->arena;
    struct theme_notes notes = { document_notes(p->d), NEW(a, struct block *, t->notes_n + 1) };
    for (size_t i = 0; i < t->notes_n; i++) {
        const struct note_view *n = &t->notes[i];
        struct block *b = document_note(p->d, notes.list, number_text(p, n->number),
                                        n->source->title.text, n->source->title.lang);
        b->spans->to = address(p, PATH(a, "/{}/bron/{}", p->v->d.slug, n->source->slug));
        if (n->page.n)
            block_say(p->d, b, FILL(a, SAY(", bladzijde {n}"), p->req->lang, { "n", n->page }),
                      here(p));
        notes.at[n->number] = b;
    }
    return notes;
}

static void add_point(const struct paper *p, struct block *list,
                      const struct report_point *point, const struct theme_notes *notes,
                      const struct point_notes *refers)
{
    struct arena *a = p->req->arena;
    const struct str number = arena_format(a, "%lld", (long long)point->number);
    struct block *item = block_add(p->d, list, BLOCK_ITEM);
    struct facts f = { .a = a };
    item->label = FILL(a, SAY("Punt {n}"), p->req->lang, { "n", number });
    item->label_to = address(p, PATH(a, "/{}/punt/{}", p->v->d.slug, number));
    document_paragraph(p->d, item, point->text.text, point->text.lang);
    if (point->findings_n)
        fact(&f, count_text(p, (int64_t)point->findings_n, SAY("Rust op 1 bevinding"),
                            SAY("Rust op {n} bevindingen")));
    if (point->voices_n)
        fact(&f, count_text(p, (int64_t)point->voices_n, SAY("Rust op 1 inbreng"),
                            SAY("Rust op {n} keer inbreng")));
    if (point->themes_n > 1)
        fact(&f, count_text(p, (int64_t)point->themes_n, SAY("Komt terug bij {n} thema’s"),
                            SAY("Komt terug bij {n} thema’s")));
    if (point->tables)
        fact(&f, count_text(p, point->tables, SAY("1 tafel"), SAY("{n} tafels")));
    struct block *facts = labelled(p, item, f.text, LOOK_QUIET);
    for (size_t i = 0; facts && refers && i < refers->n; i++)
        document_refer(p->d, facts, notes->at[refers->at[i]]);
}

static struct block *list_of_points(const struct paper *p, struct block *in)
{
    struct block *list = block_add(p->d, in, BLOCK_LIST);
    list->look = LOOK_COLUMNS;
    return list;
}

static enum tint tint_of(struct str kind)
{
    static const char *const codes[] = { "goes-well", "must-improve", "needed", "question",
                                         "tip" };
    for (size_t i = 0; i < COUNT_OF(codes); i++)
        if (str_is(kind, codes[i])) return (enum tint)(TINT_GOES_WELL + (int)i);
    return TINT_NONE;
}

/* ---- the parts, in their order */

static void add_number(const struct paper *p, struct block *list, int64_t n,
                       const struct words *one, const struct words *more)
{
    if (!n) return;
    struct block *item = block_add(p->d, list, BLOCK_ITEM);
    item->label = number_text(p, n);
    document_paragraph(p->d, item, say(p, n == 1 ? one : more), here(p));
}

static enum err add_cover(const struct paper *p)
{
    const struct report *r = &p->v->r;
    struct arena *a = p->req->arena;
    struct block *cover = block_add(p->d, p->d->root, BLOCK_PART);
    struct facts f = { .a = a };
    cover->look = LOOK_COVER;
    fact(&f, FILL(a, SAY("Verslag, editie {n}"), p->req->lang,
                  { "n", number_text(p, p->v->e.number) }));
    fact(&f, r->title.text);
    labelled(p, cover, f.text, LOOK_LABEL);
    document_heading(p->d, cover, 1, r->question.text, r->question.lang);
    struct block *lead = document_paragraph(p->d, cover, r->summary.text, r->summary.lang);
    if (lead) lead->look = LOOK_LEAD;
    TRY(add_picture(p, cover, &r->picture, &p->v->picture, true));
    struct block *foot = block_add(p->d, cover, BLOCK_PART);
    struct block *list = block_add(p->d, foot, BLOCK_LIST);
    list->look = LOOK_NUMBERS;
    add_number(p, list, r->tables, SAY("tafel"), SAY("tafels"));
    add_number(p, list, r->findings, SAY("bevinding uit bronnen"),
               SAY("bevindingen uit bronnen"));
    add_number(p, list, r->voices, SAY("keer dat iemand iets zei"),
               SAY("keer dat iemand iets zei"));
    add_number(p, list, r->points_count, SAY("punt"), SAY("punten"));
    f.text = (struct str){ 0 };
    fact(&f, p->frame->organisation);
    fact(&f, day_text(p, day_at(p->v->e.published)));
    labelled(p, foot, f.text, LOOK_LABEL);
    return OK;
}

/* Without an address there is nothing to click: then the number is the way. */
static void add_where(const struct paper *p, struct block *in)
{
    const struct str who = p->frame->organisation;
    document_paragraph(
        p->d, in,
        who.n ? FILL(p->req->arena,
                     SAY("Elk punt heeft een nummer. Dit verslag staat op de site van {wie}. "
                         "Zoek daar het nummer op."),
                     p->req->lang, { "wie", who })
              : say(p, SAY("Elk punt heeft een nummer. Zoek dat op, op de site waar dit "
                           "verslag staat.")),
        here(p));
    document_paragraph(
        p->d, in,
        say(p, SAY("Daar leest u wat er gezegd is, en door welke tafels en bronnen.")),
        here(p));
}

/* What is in it, how to read it, and where everything comes from. */
static void add_contents(const struct paper *p)
{
    const struct report *r = &p->v->r;
    struct block *part = block_add(p->d, p->d->root, BLOCK_PART);
    document_heading(p->d, part, 2, say(p, SAY("Inhoud")), here(p));
    block_add(p->d, part, BLOCK_CONTENTS);
    struct block *aside = block_add(p->d, part, BLOCK_PART);
    aside->look = LOOK_ASIDE;
    if (r->notice.text.n) document_typed(p->d, aside, r->notice.text, r->notice.lang);
    struct block *beside = block_add(p->d, aside, BLOCK_PART);
    beside->look = LOOK_BESIDE;
    struct block *text = block_add(p->d, beside, BLOCK_PART);
    const struct str to = address(p, PATH(p->req->arena, "/{}/punten", p->v->d.slug));
    struct block *line =
        document_paragraph(p->d, text, say(p, SAY("Waar komt een punt vandaan?")), here(p));
    line->spans->style = STYLE_STRONG;
    if (!to.n) {
        add_where(p, text);
        return;
    }
    document_paragraph(
        p->d, text,
        say(p, SAY("Elk punt heeft een nummer. Klik erop, of zoek het nummer op de site. Daar "
                   "leest u wat er gezegd is, en door welke tafels en bronnen.")),
        here(p));
    line = document_paragraph(p->d, text, to, here(p));
    line->spans->to = to;
    add_code(p, beside, to);
}

static void add_section(const struct paper *p, int section)
{
    const struct report_section *s = report_section_of(&p->v->r, section);
    if (!s || !s->body.text.n) return;
    struct block *part = chapter(p, section_term(section).words);
    part->new_page = section == SECTION_HOW;
    document_formatted(p->d, part, s->body.text, s->body.lang, 3, p->site);
}

static void add_research(const struct paper *p)
{
    const struct report *r = &p->v->r;
    const struct report_section *s = report_section_of(r, SECTION_RESEARCH);
    if ((!s || !s->body.text.n) && !r->pillars_n) return;
    struct block *part = chapter(p, section_term(SECTION_RESEARCH).words);
    if (s) document_formatted(p->d, part, s->body.text, s->body.lang, 3, p->site);
    for (size_t i = 0; i < r->pillars_n; i++) {
        document_heading(p->d, part, 3, r->pillars[i].title.text, r->pillars[i].title.lang);
        document_typed(p->d, part, r->pillars[i].body.text, r->pillars[i].body.lang);
    }
}

static void add_across(const struct paper *p)
{
    const struct report *r = &p->v->r;
    if (!r->across_n) return;
    struct block *part = chapter(p, SAY("Wat op meer plekken terugkomt"));
    part->new_page = true;
    struct block *list = list_of_points(p, part);
    for (size_t i = 0; i < r->across_n; i++) add_point(p, list, &r->across[i], NULL, NULL);
}

static void add_kind(const struct paper *p, struct block *in, const struct kind_view *kind,
                     const struct theme_notes *notes)
{
    document_heading(p->d, in, 3, say(p, kind->words), here(p))->tint = tint_of(kind->code);
    struct block *list = list_of_points(p, in);
    for (size_t i = 0; i < kind->points_n; i++)
        add_point(p, list, kind->points[i], notes, &kind->notes[i]);
}

/* A spread: number, title and question; context beside the drawing; the points by kind, where kinds of
 * one point stand beside each other. */
static enum err add_theme(const struct paper *p, const struct theme_view *t)
{
    const struct report_theme *theme = t->theme;
    struct block *part = block_add(p->d, p->d->root, BLOCK_PART);
    struct block *opening = block_add(p->d, part, BLOCK_PART);
    part->new_page = true;
    opening->look = LOOK_OPENING;
    labelled(p, opening,
             FILL(p->req->arena, SAY("Thema {n}"), p->req->lang,
                  { "n", number_text(p, (int64_t)t->place) }),
             LOOK_LABEL);
    document_heading(p->d, opening, 2, theme->title.text, theme->title.lang);
    struct block *question =
        document_paragraph(p->d, opening, theme->question.text, theme->question.lang);
    if (question) question->look = LOOK_LEAD;
    struct block *beside = block_add(p->d, part, BLOCK_PART);
    beside->look = LOOK_BESIDE;
    struct block *context = block_add(p->d, beside, BLOCK_PART);
    document_typed(p->d, context, theme->context.text, theme->context.lang);
    TRY(add_picture(p, beside, &theme->picture, &t->picture, false));
    const struct theme_notes notes = notes_of(p, t);
    for (size_t k = 0; k < t->kinds_n; k++) {
        const bool pair =
            k + 1 < t->kinds_n && t->kinds[k].points_n == 1 && t->kinds[k + 1].points_n == 1;
        struct block *in = part;
        if (pair) {
            in = block_add(p->d, part, BLOCK_PART);
            in->look = LOOK_BESIDE;
            add_kind(p, block_add(p->d, in, BLOCK_PART), &t->kinds[k++], &notes);
            in = block_add(p->d, in, BLOCK_PART);
        }
        add_kind(p, in, &t->kinds[k], &notes);
    }
    document_notes_put(part, notes.list);
    if (!t->kinds_n)
        labelled(p, part, say(p, SAY("Het verslag noemt bij dit thema geen punten.")),
                 LOOK_QUIET);
    return OK;
}

static void add_stories(const struct paper *p)
{
    const struct report_view *v = p->v;
    const struct report_section *s = report_section_of(&v->r, SECTION_STORIES);
    if (!v->stories_n && (!s || !s->body.text.n)) return;
    struct block *part = chapter(p, section_term(SECTION_STORIES).words);
    part->new_page = true;
    if (s) document_formatted(p->d, part, s->body.text, s->body.lang, 3, p->site);
    for (size_t i = 0; i < v->stories_n; i++) {
        const struct story_view *story = &v->stories[i];
        if (story->erased) {
            labelled(p, part, say(p, SAY("Dit verhaal is teruggenomen door wie het vertelde.")),
                     LOOK_QUIET);
            continue;
        }
        document_heading(p->d, part, 3, story->title, story->title_lang);
        struct block *quote = block_add(p->d, part, BLOCK_QUOTE);
        quote->lang = story->lang;
        document_typed(p->d, quote, story->body, story->lang);
        labelled(p, part, story->signed_by, LOOK_QUIET);
    }
}

static void add_programme(const struct paper *p, struct block *part,
                          const struct report_gathering *g)
{
    if (!g->items_n) return;
    struct block *table = block_add(p->d, part, BLOCK_TABLE);
    block_say(p->d, table, say(p, SAY("Programma")), here(p));
    struct block *head = block_add(p->d, table, BLOCK_ROW);
    document_cell(p->d, head, say(p, SAY("Tijd")), true);
    document_cell(p->d, head, say(p, SAY("Onderdeel")), true);
    document_cell(p->d, head, say(p, SAY("Soort")), true);
    for (size_t i = 0; i < g->items_n; i++) {
        const struct report_item *item = &g->items[i];
        struct block *row = block_add(p->d, table, BLOCK_ROW);
        document_cell(p->d, row,
                      item->starts >= 0 ? clock_text(p, (struct clock){ (int32_t)item->starts })
                                        : STR("–"),
                      true);
        struct block *what = document_cell(p->d, row, item->title.text, false);
        what->lang = item->title.lang;
        if (item->body.text.n) {
            what->spans->style = STYLE_STRONG;
            block_say(p->d, what, STR("\n"), (struct str){ 0 });
            block_say(p->d, what, item->body.text, item->body.lang);
        }
        document_cell(p->d, row, say(p, programme_kind_term((int)item->kind).words), false);
    }
}

static void add_gatherings(const struct paper *p)
{
    const struct report *r = &p->v->r;
    const struct report_section *s = report_section_of(r, SECTION_PROGRAMME);
    if (!r->gatherings_n && (!s || !s->body.text.n)) return;
    struct block *part = chapter(p, section_term(SECTION_PROGRAMME).words);
    part->new_page = true;
    if (s) document_formatted(p->d, part, s->body.text, s->body.lang, 3, p->site);
    for (size_t i = 0; i < r->gatherings_n; i++) {
        const struct report_gathering *g = &r->gatherings[i];
        struct facts f = { .a = p->req->arena };
        document_heading(p->d, part, 3, g->title.text, g->title.lang);
        fact(&f, day_text(p, (struct day){ (int32_t)g->day }));
        fact(&f, g->place.text);
        if (g->people >= 0)
            fact(&f, g->about ? count_text(p, g->people, SAY("ongeveer 1 mens"),
                                           SAY("ongeveer {n} mensen"))
                              : count_text(p, g->people, SAY("1 mens"), SAY("{n} mensen")));
        if (g->tables) fact(&f, count_text(p, g->tables, SAY("1 tafel"), SAY("{n} tafels")));
        labelled(p, part, f.text, LOOK_QUIET);
        add_programme(p, part, g);
    }
}

static void add_sources(const struct paper *p)
{
    const struct report *r = &p->v->r;
    if (!r->sources_n) return;
    struct block *part = chapter(p, SAY("Bronnen"));
    struct block *table = block_add(p->d, part, BLOCK_TABLE);
    block_say(p->d, table, say(p, SAY("Waar dit verslag op rust")), here(p));
    struct block *head = block_add(p->d, table, BLOCK_ROW);
    document_cell(p->d, head, say(p, SAY("Bron")), true);
    document_cell(p->d, head, say(p, SAY("Soort")), true);
    document_cell(p->d, head, say(p, SAY("Schrijver")), true);
    document_cell(p->d, head, say(p, SAY("Bevindingen")), true);
    for (size_t i = 0; i < r->sources_n; i++) {
        const struct report_source *s = &r->sources[i];
        struct block *row = block_add(p->d, table, BLOCK_ROW);
        struct block *title = document_cell(p->d, row, s->title.text, true);
        title->lang = s->title.lang;
        if (title->spans)
            title->spans->to =
                address(p, PATH(p->req->arena, "/{}/bron/{}", p->v->d.slug, s->slug));
        document_cell(p->d, row, say(p, source_kind_term((int)s->kind).words), false);
        document_cell(p->d, row, s->author.n ? s->author : STR("–"), false);
        document_cell(p->d, row, number_text(p, s->findings), false);
    }
}

/* One name and its value, as a line. */
static void add_fact(const struct paper *p, struct block *in, const struct words *name,
                     struct str value)
{
    if (!value.n) return;
    struct block *b = document_paragraph(
        p->d, in, arena_format(p->req->arena, "%.*s: ", STR_ARG(say(p, name))), here(p));
    b->look = LOOK_QUIET;
    b->spans->style = STYLE_STRONG;
    block_say(p->d, b, value, (struct str){ 0 });
}

static void add_colophon(const struct paper *p)
{
    struct arena *a = p->req->arena;
    const struct report_section *s = report_section_of(&p->v->r, SECTION_COLOPHON);
    struct block *part = block_add(p->d, p->d->root, BLOCK_PART);
    part->look = LOOK_ASIDE;
    document_heading(p->d, part, 2, say(p, SAY("Colofon")), here(p));
    if (s) document_formatted(p->d, part, s->body.text, s->body.lang, 3, p->site);
    struct facts by = { .a = a };
    fact(&by, p->frame->organisation);
    fact(&by, p->frame->phone);
    fact(&by, p->frame->email);
    add_fact(p, part, SAY("Uitgegeven door"), by.text);
    struct facts edition = { .a = a };
    fact(&edition, number_text(p, p->v->e.number));
    fact(&edition, day_text(p, day_at(p->v->e.published)));
    add_fact(p, part, SAY("Editie"), edition.text);
    add_fact(p, part, SAY("Voorwaarden van de open data"),
             say(p, licence_term((int)p->v->d.licence).words));
    add_fact(p, part, SAY("Op de site"), address(p, PATH(a, "/{}/verslag", p->v->d.slug)));
    add_fact(p, part, SAY("Controlegetal van deze editie (SHA-256)"), p->v->e.hash);
}

static void about(const struct paper *p)
{
    struct document *d = p->d;
    const struct report_view *v = p->v;
    struct arena *a = p->req->arena;
    struct facts f = { .a = a };
    const struct str title =
        FILL(a, SAY("Verslag: {titel}"), p->req->lang, { "titel", v->r.title.text });
    document_start(d, a, title, here(p));
    d->author = p->frame->organisation;
    d->description = v->r.question.text;
    d->header = v->r.title.text;
    fact(&f, FILL(a, SAY("Verslag, editie {n}"), p->req->lang,
                  { "n", number_text(p, v->e.number) }));
    fact(&f, p->frame->organisation);
    d->footer = f.text;
    d->address = address(p, PATH(a, "/{}/verslag", v->d.slug));
    d->made = v->e.published;
    d->colour = paper_colour(p->frame);
}

enum err paper_make(struct request *req, const struct report_view *v, const struct frame *frame,
                    struct document *d)
{
    const struct paper p = { .req = req,
                             .v = v,
                             .frame = frame,
                             .d = d,
                             .site =
                                 site_is_public(req->site) ? req->site : (struct str){ 0 } };
    about(&p);
    TRY(add_cover(&p));
    add_contents(&p);
    add_section(&p, SECTION_HOW);
    add_research(&p);
    add_across(&p);
    for (size_t i = 0; i < v->r.themes_n; i++) TRY(add_theme(&p, &v->themes[i]));
    add_stories(&p);
    add_gatherings(&p);
    add_section(&p, SECTION_NEXT);
    add_sources(&p);
    add_section(&p, SECTION_CONTACT);
    add_section(&p, SECTION_THANKS);
    add_colophon(&p);
    return OK;
}
