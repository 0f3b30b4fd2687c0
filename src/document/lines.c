/* lines.c — see lines.h. */
#include "document/lines.h"
#include "algo/hyphen.h"
#include "document/stock.h"

#include <fribidi.h>
#include <string.h>

enum {
    PIECE_MOST = 160, /* bytes; a longer word is several pieces: no line is that wide */
    FSI = 0x2068,
    PDI = 0x2069,
    SOFT_HYPHEN = 0xAD,
    NO_WIDTH_SPACE = 0x200B,
    JOINER = 0x200D
};
static const struct str no_letter = { "\xEF\xBF\xBD", 3 }; /* � */
#define SHORT_LINE .12 /* as much of the width may stay empty before a word is broken */

void typesetter_start(struct typesetter *t, struct arena *a)
{
    *t = (struct typesetter){ .a = a };
    letters_start(&t->letters, a);
}

void typesetter_end(struct typesetter *t)
{
    letters_end(&t->letters);
    arena_end(&t->work);
}

/* ---- letters, with what is known of each */

struct letter {
    uint32_t c;
    struct str bytes; /* empty: a mark of ours around a run */
    const struct run *run;
    struct face *face; /* NULL: nobody has it */
    uint8_t level;
    bool goes_on; /* belongs to the letter before: an accent, the rest of a joined sign */
};

struct letter_list {
    struct letter *at;
    size_t n;
    bool mixed; /* something in it goes from right to left */
};

static bool is_mark(uint32_t c, uint32_t before)
{
    const hb_unicode_general_category_t g =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return g == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           g == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           g == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || c == JOINER || c == 0x200C ||
           before == JOINER || (c >= 0x1F3FB && c <= 0x1F3FF);
}

static void list_add(struct letter_list *list, uint32_t c, struct str bytes,
                     const struct run *run)
{
    list->at[list->n++] = (struct letter){ .c = c, .bytes = bytes, .run = run };
    if (c >= 0x590 && c != FSI && c != PDI &&
        (c < 0x900 || (c >= 0xFB1D && c < 0xFF00) || (c >= 0x10800 && c < 0x11000) ||
         c == 0x200F))
        list->mixed = true;
}

static struct letter_list letters_of(struct arena *a, const struct run *runs, size_t runs_n)
{
    size_t most = 0;
    for (size_t i = 0; i < runs_n; i++) most += runs[i].text.n + 2;
    struct letter_list list = { .at = NEW(a, struct letter, most) };
    for (size_t i = 0; i < runs_n; i++) {
        if (runs_n > 1) list_add(&list, FSI, (struct str){ 0 }, &runs[i]);
        for (struct str rest = runs[i].text; rest.n;) {
            const struct str here = rest;
            const uint32_t c = str_codepoint(&rest);
            list_add(&list, c, str_upto(here, here.n - rest.n), &runs[i]);
        }
        if (runs_n > 1) list_add(&list, PDI, (struct str){ 0 }, &runs[i]);
    }
    return list;
}

static void find_levels(struct arena *a, struct letter_list *list, bool rtl)
{
    if ((!list->mixed && !rtl) || !list->n) return;
    const FriBidiStrIndex n = (FriBidiStrIndex)list->n;
    FriBidiChar *text = NEW(a, FriBidiChar, list->n);
    FriBidiCharType *types = NEW(a, FriBidiCharType, list->n);
    FriBidiBracketType *brackets = NEW(a, FriBidiBracketType, list->n);
    FriBidiLevel *levels = NEW(a, FriBidiLevel, list->n);
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    for (size_t i = 0; i < list->n; i++) text[i] = list->at[i].c == '\n' ? ' ' : list->at[i].c;
    fribidi_get_bidi_types(text, n, types);
    fribidi_get_bracket_types(text, n, types, brackets);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, n, &base, levels)) return;
    for (size_t i = 0; i < list->n; i++) list->at[i].level = (uint8_t)levels[i];
}

static void find_faces(struct typesetter *t, struct letter_list *list)
{
    struct face *before = NULL;
    uint32_t c_before = 0;
    for (size_t i = 0; i < list->n; i++) {
        struct letter *x = &list->at[i];
        if (!x->bytes.n || x->c == '\n') continue;
        x->goes_on = c_before && is_mark(x->c, c_before);
        if (x->goes_on) {
            x->face = before;
        } else {
            x->face = letters_face(&t->letters, x->run->weight, x->c, before);
            before = x->face;
        }
        c_before = x->c;
    }
}

/* ---- pieces */

struct piece_list {
    struct typesetter *t;
    struct piece *at;
    size_t n;
};

/* Do the glyphs say, each by itself, which text they are? */
static bool spells(const struct shaped *s)
{
    struct str rest = s->text;
    if (s->rtl) return false;
    for (size_t i = 0; i < s->n; i++) {
        const struct str means =
            s->glyphs[i].id < s->face->glyphs_n ? s->face->means[s->glyphs[i].id] : rest;
        if (!means.n || !str_starts(rest, means)) return false;
        rest = str_from(rest, means.n);
    }
    return !rest.n;
}

static struct piece shaped_piece(struct typesetter *t, const struct run *run, struct face *face,
                                 struct str text, uint8_t level)
{
    struct piece p = { .text = text, .run = run, .level = level };
    struct str shown = text;
    if (!face) {
        face = letters_face(&t->letters, run->weight, 0xFFFD, NULL);
        shown = no_letter;
    }
    p.shaped = letters_shape(&t->letters, face, shown, level & 1, run->lang);
    for (size_t i = 0; i < p.shaped->n; i++)
        if (!p.shaped->glyphs[i].id && shown.s != no_letter.s) /* the face lacks an accent */
            return shaped_piece(t, run, NULL, text, level);
    p.spelled = shown.s == text.s && spells(p.shaped);
    return p;
}

static bool is_east_asian(uint32_t c)
{
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xAC00 && c < 0xD7B0) ||
           (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0) ||
           (c >= 0x20000 && c < 0x30000);
}

static bool breaks_behind(const struct letter *x, const struct letter *next)
{
    const bool sign = x->c == '-' || x->c == '/' || x->c == 0x2013 || x->c == 0x2014;
    if (sign) return next && next->c > ' ' && !(next->c >= '0' && next->c <= '9');
    return x->c == SOFT_HYPHEN || x->c == NO_WIDTH_SPACE || is_east_asian(x->c);
}

/* Does the letter stand in the same piece as the one before it? */
static bool same_piece(const struct letter *x, const struct letter *y)
{
    if (y->goes_on) return true;
    return x->run == y->run && x->face == y->face && x->level == y->level && y->c != '\n' &&
           x->c != '\n' && (x->c == ' ') == (y->c == ' ') && x->face && !breaks_behind(x, y) &&
           y->bytes.s == x->bytes.s + x->bytes.n;
}

static void piece_add(struct piece_list *list, const struct letter *first, size_t n,
                      const struct letter *next)
{
    const struct letter *last = &first[n - 1];
    const size_t bytes = (size_t)(last->bytes.s + last->bytes.n - first->bytes.s);
    const struct str text = { first->bytes.s, bytes };
    struct piece p = { 0 };
    if (first->c == '\n' || first->c == SOFT_HYPHEN || first->c == NO_WIDTH_SPACE) {
        if (first->c != '\n' && list->n)
            list->at[list->n - 1].breaks = true;
        else if (first->c == '\n') {
            p = shaped_piece(list->t, first->run,
                             letters_face(&list->t->letters, first->run->weight, ' ', NULL),
                             STR(" "), first->level);
            p.space = p.ends = true;
            list->at[list->n++] = p;
        }
        return;
    }
    p = shaped_piece(list->t, first->run, first->face, text, first->level);
    p.space = first->c == ' ';
    p.breaks = p.space || breaks_behind(last, next);
    list->at[list->n++] = p;
}

static struct piece_list pieces_of(struct typesetter *t, const struct letter_list *letters)
{
    struct piece_list list = { .t = t, .at = NEW(&t->work, struct piece, letters->n) };
    struct letter *kept = NEW(&t->work, struct letter, letters->n);
    size_t n = 0;
    for (size_t i = 0; i < letters->n; i++)
        if (letters->at[i].bytes.n) kept[n++] = letters->at[i];
    for (size_t i = 0; i < n;) {
        size_t end = i + 1, bytes = kept[i].bytes.n;
        const bool alone =
            kept[i].c == '\n' || kept[i].c == SOFT_HYPHEN || kept[i].c == NO_WIDTH_SPACE;
        while (!alone && end < n && same_piece(&kept[end - 1], &kept[end]) &&
               (bytes + kept[end].bytes.n <= PIECE_MOST || kept[end].goes_on) &&
               bytes < 4 * PIECE_MOST)
            bytes += kept[end++].bytes.n;
        piece_add(&list, &kept[i], end - i, end < n ? &kept[end] : NULL);
        i = end;
    }
    return list;
}

/* ---- breaking words */

static const struct hyphens *hyphens_for(struct typesetter *t, struct str lang)
{
    const struct str patterns[2] = { stock_hyphens_nl, stock_hyphens_en };
    const int which = str_starts(lang, STR("nl")) ? 0 : str_starts(lang, STR("en")) ? 1 : -1;
    if (which < 0) return NULL;
    if (!t->hyphens[which]) t->hyphens[which] = hyphens_read(t->a, patterns[which]);
    return t->hyphens[which];
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c <= 0xC5) ||
           (c & 0xC0) == 0x80;
}

static struct piece part_of(struct typesetter *t, const struct piece *p, size_t from, size_t to)
{
    const struct str text = str_upto(str_from(p->text, from), to - from);
    struct piece q = shaped_piece(t, p->run, p->shaped->face, text, p->level);
    q.breaks = p->breaks && to == p->text.n;
    return q;
}

struct filling {
    struct typesetter *t;
    const struct setting *setting;
    struct piece *pieces;
    size_t n;
    int32_t most; /* width of a line, in thousandths of the size */
};

/* Puts the first part of a word on a line with `room` left, and leaves the rest in its place. */
static bool broken_by_pattern(const struct filling *f, struct piece *p, int32_t room,
                              struct piece *head, struct piece *dash)
{
    bool breaks[HYPHEN_WORD_MOST];
    const struct hyphens *h = hyphens_for(f->t, p->run->lang);
    size_t from = 0, to;
    if (!h || !f->setting->hyphenate || p->level & 1) return false;
    while (from < p->text.n && !is_letter((unsigned char)p->text.s[from])) from++;
    for (to = from; to < p->text.n && is_letter((unsigned char)p->text.s[to]);) to++;
    const struct str word = str_upto(str_from(p->text, from), to - from);
    if (word.n < 7 || word.n > HYPHEN_WORD_MOST || !hyphen_points(h, word, breaks))
        return false;
    *dash = shaped_piece(f->t, p->run, p->shaped->face, STR("-"), p->level);
    dash->hyphen = true;
    for (size_t i = word.n - 3; i >= 3; i--) {
        if (!breaks[i]) continue;
        *head = part_of(f->t, p, 0, from + i);
        if (head->shaped->width + dash->shaped->width > room) continue;
        *p = part_of(f->t, p, from + i, p->text.n);
        return true;
    }
    return false;
}

/* Breaks a word that is wider than a line wherever the line is full; at least one letter goes on it. */
static bool broken_anywhere(const struct filling *f, struct piece *p, struct piece *head)
{
    size_t fits = 0, first = 0;
    struct str rest = p->text;
    uint32_t before = 0;
    if (p->shaped->text.n != p->text.n) return false; /* a sign in the place of letters */
    while (rest.n) {
        const size_t at = p->text.n - rest.n;
        const uint32_t c = str_codepoint(&rest);
        if (at && !is_mark(c, before)) {
            int32_t width = 0;
            for (size_t i = 0; i < p->shaped->n; i++)
                if (p->shaped->glyphs[i].at < at) width += p->shaped->glyphs[i].advance;
            if (!first) first = at;
            if (width > f->most) break;
            fits = at;
        }
        before = c;
    }
    if (!fits) fits = first;
    if (!fits) return false;
    *head = part_of(f->t, p, 0, fits);
    *p = part_of(f->t, p, fits, p->text.n);
    return true;
}

/* ---- filling lines */

struct line_list {
    struct line *at;
    size_t n, room;
};

static void line_end(const struct filling *f, struct line_list *lines, struct piece *pieces,
                     size_t n)
{
    const size_t all = n;
    while (n && pieces[n - 1].space) n--;
    if (lines->n == lines->room) {
        struct line *more = NEW(f->t->a, struct line, lines->room ? 2 * lines->room : 4);
        if (lines->n) memcpy(more, lines->at, lines->n * sizeof *more);
        lines->at = more;
        lines->room = lines->room ? 2 * lines->room : 4;
    }
    struct line *line = &lines->at[lines->n++];
    *line = (struct line){ .pieces = NEW(f->t->a, struct piece, n + 1),
                           .n = n,
                           .spaced = n && all > n };
    memcpy(line->pieces, pieces, (n + line->spaced) * sizeof *pieces);
    for (size_t i = 0; i < n; i++)
        line->width += pieces[i].shaped->width * f->setting->size / 1000;
}

/* Pieces from `at` that belong together: up to one a line may end behind. */
static size_t word_end(const struct filling *f, size_t at, int32_t *width)
{
    *width = 0;
    for (size_t i = at; i < f->n; i++) {
        *width += f->pieces[i].shaped->width;
        if (f->pieces[i].breaks || (i + 1 < f->n && f->pieces[i + 1].space)) return i + 1;
    }
    return f->n;
}

/* The line is full and the word at `at` does not fit: part of it may. True: `held` grew. */
static bool word_broken(const struct filling *f, size_t at, size_t end, int32_t used,
                        struct piece *held, size_t *held_n)
{
    struct piece head, dash;
    const int32_t room = f->most - used;
    if (end == at + 1 && room > f->most * SHORT_LINE &&
        broken_by_pattern(f, &f->pieces[at], room, &head, &dash)) {
        held[(*held_n)++] = head;
        held[(*held_n)++] = dash;
        return true;
    }
    if (*held_n || f->pieces[at].shaped->width <= f->most) return false;
    if (!broken_anywhere(f, &f->pieces[at], &head)) return false;
    held[(*held_n)++] = head;
    return true;
}

static struct line_list fill(struct filling *f)
{
    struct line_list lines = { 0 };
    struct piece *held = NEW(&f->t->work, struct piece, f->n + 3);
    size_t held_n = 0;
    int32_t used = 0;
    for (size_t at = 0; at < f->n;) {
        int32_t width;
        if (f->pieces[at].ends) {
            held[held_n++] = f->pieces[at]; /* shown as nothing, read as a blank */
            line_end(f, &lines, held, held_n);
            held_n = 0, used = 0, at++;
            continue;
        }
        if (f->pieces[at].space) {
            if (held_n) used += f->pieces[at].shaped->width, held[held_n++] = f->pieces[at];
            at++;
            continue;
        }
        size_t end = word_end(f, at, &width);
        if (used + width > f->most) {
            const bool broken = word_broken(f, at, end, used, held, &held_n);
            if (broken || held_n) {
                line_end(f, &lines, held, held_n);
                held_n = 0, used = 0;
                continue;
            }
            end = at + 1; /* wider than a line, and made of parts: each by itself */
            width = f->pieces[at].shaped->width;
        }
        for (; at < end; at++) held[held_n++] = f->pieces[at];
        used += width;
    }
    if (held_n || !lines.n) line_end(f, &lines, held, held_n);
    lines.at[lines.n - 1].spaced = false; /* nothing follows */
    return lines;
}

/* ---- from left to right */

/* Rule L2: what has a high level is turned round, level by level. */
static void put_in_place(struct arena *a, struct line *line, double size, bool rtl)
{
    size_t *order = NEW(a, size_t, line->n);
    uint8_t highest = 0;
    for (size_t i = 0; i < line->n; i++) {
        order[i] = i;
        if (line->pieces[i].level > highest) highest = line->pieces[i].level;
    }
    for (uint8_t level = highest; level > 0; level--)
        for (size_t i = 0; i < line->n;) {
            size_t end = i;
            while (end < line->n && line->pieces[order[end]].level >= level) end++;
            for (size_t x = i, y = end; x + 1 < y; x++) {
                const size_t swap = order[x];
                order[x] = order[--y];
                order[y] = swap;
            }
            i = end > i ? end : i + 1;
        }
    double x = 0;
    for (size_t i = 0; i < line->n; i++) {
        line->pieces[order[i]].x = x;
        x += line->pieces[order[i]].shaped->width * size / 1000;
    }
    if (line->spaced)
        line->pieces[line->n].x = rtl ? -line->pieces[line->n].shaped->width * size / 1000 : x;
}

struct line *lines_make(struct typesetter *t, const struct run *runs, size_t runs_n,
                        const struct setting *setting, size_t *n)
{
    struct letter_list letters = letters_of(&t->work, runs, runs_n);
    find_levels(&t->work, &letters, setting->rtl);
    find_faces(t, &letters);
    const struct piece_list pieces = pieces_of(t, &letters);
    struct filling f = { .t = t,
                         .setting = setting,
                         .pieces = pieces.at,
                         .n = pieces.n,
                         .most = (int32_t)(setting->width * 1000 / setting->size) };
    const struct line_list lines = fill(&f);
    for (size_t i = 0; i < lines.n; i++)
        put_in_place(&t->work, &lines.at[i], setting->size, setting->rtl);
    arena_reset(&t->work);
    *n = lines.n;
    return lines.at;
}

double lines_width(struct typesetter *t, struct str text, enum weight weight, double size)
{
    const struct run run = { .text = text, .weight = weight };
    const struct setting wide = { .size = size, .width = 1e5 };
    size_t n;
    const struct line *lines = lines_make(t, &run, 1, &wide, &n);
    double widest = 0;
    for (size_t i = 0; i < n; i++)
        if (lines[i].width > widest) widest = lines[i].width;
    return widest;
}
