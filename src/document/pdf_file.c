/* pdf_file.c — see pdf_inside.h: objects and streams, tags, letters. */
#include "document/pdf_inside.h"

#include <hb-subset.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LINE_ROOM = 512, TAG_LETTERS = 6 };

void out_printf(struct out *o, const char *format, ...)
{
    char line[LINE_ROOM];
    va_list ap;
    va_start(ap, format);
    const int n = vsnprintf(line, sizeof line, format, ap);
    va_end(ap);
    if (n > 0)
        out_raw(o, (struct str){ line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1 });
}

static void utf16_unit(struct out *o, uint32_t c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char four[4] = { digits[c >> 12 & 15], digits[c >> 8 & 15], digits[c >> 4 & 15],
                           digits[c & 15] };
    out_raw(o, (struct str){ four, 4 });
}

static void utf16_units(struct out *o, struct str text)
{
    while (text.n) {
        const uint32_t c = str_codepoint(&text);
        if (c >= 0x10000) {
            utf16_unit(o, 0xD800 + ((c - 0x10000) >> 10));
            utf16_unit(o, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            utf16_unit(o, c);
        }
    }
}

void out_utf16(struct out *o, struct str text)
{
    out_raw(o, STR("<FEFF"));
    utf16_units(o, text);
    out_raw(o, STR(">"));
}

/* ---- objects */

int object_new(struct pdf *p)
{
    if (p->objects_n + 1 >= p->objects_room) {
        const int room = p->objects_room ? 2 * p->objects_room : 256;
        size_t *more = NEW(p->a, size_t, (size_t)room);
        if (p->objects_n) memcpy(more, p->offsets, ((size_t)p->objects_n + 1) * sizeof *more);
        p->offsets = more;
        p->objects_room = room;
    }
    return ++p->objects_n;
}

void object_begin(struct pdf *p, int object)
{
    p->offsets[object] = p->out.n;
    out_printf(&p->out, "%d 0 obj\n", object);
}

void object_end(struct pdf *p)
{
    out_printf(&p->out, "\nendobj\n");
}

void object_stream(struct pdf *p, int object, struct str dictionary, struct str bytes,
                   bool packed)
{
    const struct arena_mark here = arena_here(p->a);
    struct str content = bytes;
    object_begin(p, object);
    out_printf(&p->out, "<<");
    out_raw(&p->out, dictionary);
    if (packed) {
        uLongf n = compressBound(bytes.n);
        char *to = arena_room(p->a, n, 1);
        compress2((Bytef *)to, &n, (const Bytef *)(bytes.n ? bytes.s : ""), bytes.n, 6);
        content = (struct str){ to, n };
        out_printf(&p->out, "/Filter/FlateDecode");
    }
    out_printf(&p->out, "/Length %zu>>\nstream\n", content.n);
    const bool room = p->out.room - p->out.n > content.n + 64;
    out_raw(&p->out, content);
    if (room)
        arena_back(p->a, here); /* else the buffer itself moved, behind what would be dropped */
    out_printf(&p->out, "\nendstream");
    object_end(p);
}

/* ---- tags */

struct kid *tag_kid(struct pdf *p, struct tag *tag)
{
    struct kid *kid = NEW(p->a, struct kid, 1);
    if (tag->kids_last)
        tag->kids_last->next = kid;
    else
        tag->kids = kid;
    tag->kids_last = kid;
    return kid;
}

void tag_attach(struct pdf *p, struct tag *tag)
{
    if (tag->attached || !tag->parent) return;
    tag->attached = true;
    struct kid *kid = tag_kid(p, tag->parent);
    kid->type = KID_TAG;
    kid->tag = tag;
    tag->object = object_new(p);
    p->tags_last->next = tag;
    p->tags_last = tag;
}

struct tag *tag_later(struct pdf *p, struct tag *in, const char *type)
{
    struct tag *tag = NEW(p->a, struct tag, 1);
    *tag = (struct tag){ .type = type, .parent = in, .page = -1 };
    return tag;
}

struct tag *tag_add(struct pdf *p, struct tag *in, const char *type)
{
    struct tag *tag = tag_later(p, in, type);
    tag_attach(p, tag);
    return tag;
}

static void kid_write(struct pdf *p, const struct tag *tag, const struct kid *k)
{
    switch (k->type) {
    case KID_TAG: out_printf(&p->out, "%d 0 R ", k->tag->object); break;
    case KID_MARK:
        if (k->page == tag->page)
            out_printf(&p->out, "%d ", k->mark);
        else
            out_printf(&p->out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", p->pages[k->page].object,
                       k->mark);
        break;
    case KID_LINK:
        out_printf(&p->out, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", p->pages[k->page].object,
                   k->object);
        break;
    }
}

static void tag_write(struct pdf *p, const struct tag *tag, int tree)
{
    object_begin(p, tag->object);
    out_printf(&p->out, "<</Type/StructElem/S/%s/P %d 0 R", tag->type,
               tag->parent ? tag->parent->object : tree);
    if (tag->page >= 0) out_printf(&p->out, "/Pg %d 0 R", p->pages[tag->page].object);
    if (tag->lang.n) {
        out_printf(&p->out, "/Lang");
        out_utf16(&p->out, tag->lang);
    }
    if (tag->alt.n) {
        out_printf(&p->out, "/Alt");
        out_utf16(&p->out, tag->alt);
    }
    if (tag->id.n) out_printf(&p->out, "/ID(%.*s)", STR_ARG(tag->id));
    if (tag->more) out_printf(&p->out, "/A%s", tag->more);
    if (tag->box[2] > 0)
        out_printf(&p->out, "/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>",
                   tag->box[0], tag->box[1], tag->box[2], tag->box[3]);
    out_printf(&p->out, "/K[");
    for (const struct kid *k = tag->kids; k; k = k->next) kid_write(p, tag, k);
    out_printf(&p->out, "]>>");
    object_end(p);
}

static int by_id(const void *x, const void *y)
{
    return str_cmp((*(const struct tag *const *)x)->id, (*(const struct tag *const *)y)->id);
}

/* Where each note is, by its name in order; nothing when there are none. */
static void ids_write(struct pdf *p)
{
    size_t n = 0;
    for (const struct tag *tag = p->root; tag; tag = tag->next) n += tag->id.n > 0;
    if (!n) return;
    const struct tag **ids = NEW(p->a, const struct tag *, n);
    n = 0;
    for (const struct tag *tag = p->root; tag; tag = tag->next)
        if (tag->id.n) ids[n++] = tag;
    qsort(ids, n, sizeof(struct tag *), by_id);
    out_printf(&p->out, "/IDTree<</Names[");
    for (size_t i = 0; i < n; i++)
        out_printf(&p->out, "(%.*s)%d 0 R ", STR_ARG(ids[i]->id), ids[i]->object);
    out_printf(&p->out, "]>>");
}

void tags_write(struct pdf *p, int tree, int parents)
{
    for (const struct tag *tag = p->root; tag; tag = tag->next) tag_write(p, tag, tree);
    object_begin(p, parents);
    out_printf(&p->out, "<</Nums[");
    for (size_t i = 0; i < p->pages_n; i++) {
        out_printf(&p->out, "%zu[", i);
        for (int m = 0; m < p->pages[i].marks_n; m++)
            out_printf(&p->out, "%d 0 R ", p->pages[i].marks[m]->object);
        out_printf(&p->out, "]");
    }
    for (int i = 0; i < p->links_n; i++)
        out_printf(&p->out, "%d %d 0 R ", PDF_PAGES_MOST + i, p->link_tags[i]->object);
    out_printf(&p->out, "]>>");
    object_end(p);
    object_begin(p, tree);
    out_printf(&p->out,
               "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d",
               p->root->object, parents, PDF_PAGES_MOST + p->links_n);
    ids_write(p);
    out_printf(&p->out, ">>");
    object_end(p);
}

/* ---- letters */

int face_object(struct pdf *p, struct face *face)
{
    if (!face->object) {
        face->object = object_new(p);
        face->name = p->faces_n;
        p->faces[p->faces_n++] = face;
    }
    return face->object;
}

/* Only the glyphs that are used, at one weight, without what only a shaper needs. */
static hb_blob_t *subset(const struct face *face)
{
    static const hb_tag_t dropped[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('D', 'S', 'I', 'G')
    };
    static const float weights[WEIGHTS] = { 400, 600, 750 };
    hb_subset_input_t *in = hb_subset_input_create_or_fail();
    if (!in) return NULL;
    hb_set_add(hb_subset_input_glyph_set(in), 0);
    for (unsigned g = 0; g < face->glyphs_n; g++)
        if (face->used[g]) hb_set_add(hb_subset_input_glyph_set(in), g);
    for (size_t i = 0; i < COUNT_OF(dropped); i++)
        hb_set_add(hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
    hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    if (face->place < 2)
        hb_subset_input_pin_axis_location(in, face->file, HB_TAG('w', 'g', 'h', 't'),
                                          weights[face->weight]);
    hb_face_t *made = hb_subset_or_fail(face->file, in);
    hb_subset_input_destroy(in);
    hb_blob_t *blob = made ? hb_face_reference_blob(made) : NULL;
    hb_face_destroy(made);
    return blob;
}

/* Six letters that tell this selection from another, and the name. */
static struct str face_name(struct pdf *p, const struct face *face)
{
    static const char *const names[FACES] = { "SourceSans3", "SourceSans3Ext", "NotoSans",
                                              "NotoSansArabic" };
    static const char *const weights[WEIGHTS] = { "Regular", "SemiBold", "Bold" };
    uint32_t h = 2166136261u;
    char letters[TAG_LETTERS];
    for (unsigned g = 0; g < face->glyphs_n; g++)
        if (face->used[g]) h = (h ^ g) * 16777619u;
    for (int i = 0; i < TAG_LETTERS; i++, h /= 26) letters[i] = (char)('A' + h % 26);
    return arena_format(p->a, "%.*s+%s-%s", TAG_LETTERS, letters, names[face->place],
                        weights[face->weight]);
}

static struct str unicode_map(struct pdf *p, const struct face *face)
{
    struct out o = out_start(p->a, 16 << 20, LANG_NL);
    out_raw(&o, STR("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                    "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                    "1 begincodespacerange<0000><FFFF>endcodespacerange\n"));
    for (unsigned g = 0; g < face->glyphs_n; g++) {
        if (!face->used[g]) continue;
        out_printf(&o, "1 beginbfchar<%04X><", g);
        utf16_units(&o, face->means[g].n ? face->means[g] : STR("\xEF\xBF\xBD"));
        out_raw(&o, STR(">endbfchar\n"));
    }
    out_raw(&o, STR("endcmap CMapName currentdict/CMap defineresource pop end end"));
    return (struct str){ o.s, o.n };
}

static void face_write(struct pdf *p, const struct face *face)
{
    const int file = object_new(p), about = object_new(p), cid = object_new(p),
              map = object_new(p);
    const struct str name = face_name(p, face);
    hb_blob_t *blob = subset(face);
    unsigned n = 0;
    const char *bytes = blob ? hb_blob_get_data(blob, &n) : NULL;
    object_stream(p, file, arena_format(p->a, "/Length1 %u", n), (struct str){ bytes, n },
                  true);
    hb_blob_destroy(blob);
    object_begin(p, about);
    out_printf(
        &p->out,
        "<</Type/FontDescriptor/FontName/%.*s/Flags 4/FontBBox[-700 -400 2500 1150]"
        "/ItalicAngle 0/Ascent 1024/Descent -400/CapHeight 660/StemV %d/FontFile2 %d 0 R>>",
        STR_ARG(name), face->weight == WEIGHT_TEXT ? 84 : 150, file);
    object_end(p);
    object_begin(p, cid);
    out_printf(
        &p->out,
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/%.*s/CIDSystemInfo<</Registry(Adobe)"
        "/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/W[",
        STR_ARG(name), about);
    for (unsigned g = 0; g < face->glyphs_n; g++)
        if (face->used[g] || !g)
            out_printf(&p->out, "%u[%d]", g, hb_font_get_glyph_h_advance(face->font, g));
    out_printf(&p->out, "]>>");
    object_end(p);
    object_stream(p, map, (struct str){ 0 }, unicode_map(p, face), true);
    object_begin(p, face->object);
    out_printf(&p->out,
               "<</Type/Font/Subtype/Type0/BaseFont/%.*s/Encoding/Identity-H"
               "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
               STR_ARG(name), cid, map);
    object_end(p);
}

void faces_write(struct pdf *p)
{
    for (int i = 0; i < p->faces_n; i++) face_write(p, p->faces[i]);
}

int image_object(struct pdf *p, const struct picture *picture)
{
    for (struct image *i = p->images; i; i = i->next)
        if (str_eq(i->picture->bytes, picture->bytes)) return i->object;
    struct image *i = NEW(p->a, struct image, 1);
    *i = (struct image){ picture, object_new(p), p->images };
    p->images = i;
    return i->object;
}
