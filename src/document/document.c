/* document.c — see document.h. */
#include "document/document.h"

#include <string.h>

void document_start(struct document *d, struct arena *a, struct str title, struct str lang)
{
    *d = (struct document){ .a = a, .title = title, .lang = lang, .colour = 0x00677f };
    d->root = NEW(a, struct block, 1);
    d->root->type = BLOCK_PART;
    d->root->lang = lang;
}

struct block *block_add(struct document *d, struct block *in, enum block_type type)
{
    struct block *b = NEW(d->a, struct block, 1);
    b->type = type;
    b->parent = in;
    if (in->last)
        in->last->next = b;
    else
        in->first = b;
    in->last = b;
    return b;
}

struct span *block_say(struct document *d, struct block *in, struct str text, struct str lang)
{
    if (!text.n) return NULL;
    struct span *s = NEW(d->a, struct span, 1);
    *s = (struct span){ .text = text, .lang = lang };
    if (in->spans_last)
        in->spans_last->next = s;
    else
        in->spans = s;
    in->spans_last = s;
    return s;
}

static struct block *said(struct document *d, struct block *in, enum block_type type,
                          struct str text, struct str lang)
{
    struct block *b = block_add(d, in, type);
    b->lang = lang;
    block_say(d, b, text, STR(""));
    return b;
}

struct block *document_heading(struct document *d, struct block *in, int level, struct str text,
                               struct str lang)
{
    if (!text.n) return NULL;
    struct block *b = said(d, in, BLOCK_HEADING, text, lang);
    b->level = level > d->deepest + 1 ? d->deepest + 1 : level < 1 ? 1 : level > 6 ? 6 : level;
    d->deepest = b->level;
    return b;
}

struct block *document_paragraph(struct document *d, struct block *in, struct str text,
                                 struct str lang)
{
    return text.n ? said(d, in, BLOCK_PARAGRAPH, text, lang) : NULL;
}

struct block *document_cell(struct document *d, struct block *row, struct str text,
                            bool heading)
{
    struct block *b = said(d, row, BLOCK_CELL, text, STR(""));
    b->heading = heading;
    return b;
}

void document_typed(struct document *d, struct block *in, struct str text, struct str lang)
{
    struct str rest = document_clean(d->a, text);
    while (rest.n) {
        const size_t at = str_find(rest, STR("\n\n"));
        const struct str part = str_upto(rest, at);
        document_paragraph(d, in, str_trim(part), lang);
        rest = at == SIZE_MAX ? (struct str){ 0 } : str_from(rest, at + 2);
    }
}

/* ---- notes */

struct block *document_notes(struct document *d)
{
    struct block *notes = NEW(d->a, struct block, 1);
    notes->type = BLOCK_NOTES;
    return notes;
}

struct block *document_note(struct document *d, struct block *notes, struct str number,
                            struct str text, struct str lang)
{
    struct block *b = said(d, notes, BLOCK_NOTE, text, lang);
    b->label = number;
    b->level = ++d->notes_n;
    b->anchor = arena_format(d->a, "noot-%d", d->notes_n);
    return b;
}

void document_refer(struct document *d, struct block *in, const struct block *note)
{
    block_say(d, in, STR(" "), STR(""));
    struct span *s =
        block_say(d, in, arena_format(d->a, "[%.*s]", STR_ARG(note->label)), STR(""));
    s->to = arena_join(d->a, STR("#"), note->anchor);
    s->note = note;
}

void document_notes_put(struct block *in, struct block *notes)
{
    if (!notes->first) return;
    notes->parent = in;
    if (in->last)
        in->last->next = notes;
    else
        in->first = notes;
    in->last = notes;
}

/* ---- cleaning */

/* Code points that are left out: controls, what turns text round, byte order marks, non-characters. */
static bool left_out(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0x2028 || c == 0x2029;
}

struct str document_clean(struct arena *a, struct str text)
{
    char *to = arena_room(a, text.n + 1, 1);
    size_t n = 0;
    for (struct str rest = text; rest.n;) {
        if (rest.s[0] == 0) { /* no text of ours holds one, and none ends here */
            rest = str_from(rest, 1);
            continue;
        }
        const struct str here = rest;
        const uint32_t c = str_codepoint(&rest);
        const size_t bytes = here.n - rest.n;
        if (bytes == 1 && c >= 0x80) continue; /* no UTF-8; the store lets none in */
        if (c == '\t') {
            to[n++] = ' ';
        } else if (!left_out(c)) {
            memcpy(to + n, here.s, bytes);
            n += bytes;
        }
    }
    return (struct str){ to, n };
}

struct str block_text(struct arena *a, const struct block *b)
{
    struct str all = { 0 };
    for (const struct span *s = b->spans; s; s = s->next) all = arena_join(a, all, s->text);
    return document_clean(a, all);
}

/* ---- languages */

struct str block_lang(const struct document *d, const struct block *b)
{
    for (; b; b = b->parent)
        if (b->lang.n) return b->lang;
    return d->lang;
}

bool lang_is_rtl(struct str lang)
{
    static const char *const from_the_right[] = { "ar", "fa",  "he", "ur", "ps",
                                                  "yi", "ckb", "sd", "ug", "dv" };
    const size_t dash = str_find(lang, STR("-"));
    const struct str main = dash == SIZE_MAX ? lang : str_upto(lang, dash);
    for (size_t i = 0; i < COUNT_OF(from_the_right); i++)
        if (str_is(main, from_the_right[i])) return true;
    return false;
}
