/* pdf.c — see pdf.h: the file as a whole. */
#include "document/pdf_inside.h"
#include "document/stock.h"

#include <openssl/evp.h>
#include <string.h>

enum { FILE_MOST = 1 << 30 };

/* ---- places that can be gone to */

static void anchors_find(struct pdf *p, const struct block *b)
{
    for (; b; b = b->next) {
        const bool heading = b->type == BLOCK_HEADING;
        if (heading || b->anchor.n || b->type == BLOCK_CONTENTS) {
            struct anchor *x = NEW(p->a, struct anchor, 1);
            *x = (struct anchor){ .name = b->anchor,
                                  .title = block_text(p->a, b),
                                  .level = heading ? b->level : 0,
                                  .page = -1,
                                  .block = b };
            if (!x->name.n) x->name = arena_format(p->a, "-%d", ++p->unnamed);
            if (p->anchors_last)
                p->anchors_last->next = x;
            else
                p->anchors = x;
            p->anchors_last = x;
        }
        anchors_find(p, b->first);
    }
}

static size_t pictures_size(const struct block *b)
{
    size_t n = 0;
    for (; b; b = b->next) n += b->picture.bytes.n + pictures_size(b->first);
    return n;
}

/* ---- bookmarks: the headings, each under the one it belongs to */

struct bookmark {
    const struct anchor *anchor;
    int object, parent, first, last, next, before, count; /* indexes from 1; 0: none */
};

static struct bookmark *bookmarks_of(struct pdf *p, int *n)
{
    int at[8] = { 0 };
    *n = 0;
    for (const struct anchor *x = p->anchors; x; x = x->next) *n += x->level > 0;
    struct bookmark *b = NEW(p->a, struct bookmark, (size_t)*n + 1); /* 0 is the root */
    *n = 0;
    for (const struct anchor *x = p->anchors; x; x = x->next) {
        if (!x->level || x->level > 3 || x->page < 0 || !x->title.n) continue;
        int level = x->level;
        while (level > 1 && !at[level - 1]) level--;
        const int i = ++*n, parent = level > 1 ? at[level - 1] : 0;
        b[i] = (struct bookmark){ .anchor = x, .object = object_new(p), .parent = parent };
        b[i].before = b[parent].last;
        if (b[parent].last)
            b[b[parent].last].next = i;
        else
            b[parent].first = i;
        b[parent].last = i;
        b[parent].count++;
        at[level] = i;
        for (int k = level + 1; k < 8; k++) at[k] = 0;
    }
    return b;
}

static int bookmarks_write(struct pdf *p)
{
    int n;
    const int root = object_new(p);
    struct bookmark *b = bookmarks_of(p, &n);
    b[0].object = root;
    for (int i = 0; i <= n; i++) {
        object_begin(p, b[i].object);
        out_printf(&p->out, i ? "<<" : "<</Type/Outlines");
        if (i) {
            const struct anchor *x = b[i].anchor;
            out_printf(&p->out, "/Title");
            out_utf16(&p->out, x->title);
            out_printf(&p->out, "/Parent %d 0 R/Dest[%d 0 R/XYZ 0 %.2f null]",
                       b[b[i].parent].object, p->pages[x->page].object,
                       PAGE_HEIGHT - x->y + 20);
            if (b[i].before) out_printf(&p->out, "/Prev %d 0 R", b[b[i].before].object);
            if (b[i].next) out_printf(&p->out, "/Next %d 0 R", b[b[i].next].object);
        }
        if (b[i].first)
            out_printf(&p->out, "/First %d 0 R/Last %d 0 R/Count %d", b[b[i].first].object,
                       b[b[i].last].object,
                       i && b[i].anchor->level > 1 ? -b[i].count : b[i].count);
        out_printf(&p->out, ">>");
        object_end(p);
    }
    return root;
}

/* ---- what the file says of itself */

/* Stands in the file as it is, so what would end a stream or the file is written another way. */
static void xmp_text(struct out *o, struct str text)
{
    while (text.n) {
        const size_t end = str_find(text, STR("end")), sign = str_find(text, STR("%"));
        const size_t at = end < sign ? end : sign;
        out_text(o, str_upto(text, at));
        if (at == SIZE_MAX) return;
        out_raw(o, end < sign ? STR("en&#100;") : STR("&#37;"));
        text = str_from(text, at + (end < sign ? 3 : 1));
    }
}

static void xmp_when(struct out *o, struct instant t)
{
    const struct date d = date_of((struct day){ (int32_t)(t.s / 86400) });
    const int s = (int)(t.s % 86400);
    out_printf(o, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year, d.month, d.day, s / 3600,
               s / 60 % 60, s % 60);
}

static void metadata_write(struct pdf *p, int object)
{
    const struct document *d = p->d;
    struct out o = out_start(p->a, 1 << 20, LANG_NL);
    out_raw(&o,
            STR("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
                "rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
                "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
                "<pdfuaid:part>1</pdfuaid:part>"));
    if (p->options->archive)
        out_raw(&o,
                STR("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
    out_raw(&o, STR("<dc:format>application/pdf</dc:format><dc:title><rdf:Alt>"
                    "<rdf:li xml:lang=\"x-default\">"));
    xmp_text(&o, d->title);
    out_raw(&o, STR("</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>"));
    xmp_text(&o, d->lang);
    out_raw(&o, STR("</rdf:li></rdf:Bag></dc:language>"));
    if (d->author.n) {
        out_raw(&o, STR("<dc:creator><rdf:Seq><rdf:li>"));
        xmp_text(&o, document_clean(p->a, d->author));
        out_raw(&o, STR("</rdf:li></rdf:Seq></dc:creator>"));
    }
    if (d->description.n) {
        out_raw(&o, STR("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"));
        xmp_text(&o, document_clean(p->a, d->description));
        out_raw(&o, STR("</rdf:li></rdf:Alt></dc:description>"));
    }
    out_raw(&o, STR("<xmp:CreateDate>"));
    xmp_when(&o, d->made);
    out_raw(&o, STR("</xmp:CreateDate><xmp:ModifyDate>"));
    xmp_when(&o, d->made);
    out_raw(&o, STR("</xmp:ModifyDate><xmp:CreatorTool>Dialoog</xmp:CreatorTool>"
                    "<pdf:Producer>Dialoog</pdf:Producer>"
                    "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"));
    object_stream(p, object, STR("/Type/Metadata/Subtype/XML"), (struct str){ o.s, o.n },
                  false);
}

static void information_write(struct pdf *p, int object)
{
    const struct date d = date_of((struct day){ (int32_t)(p->d->made.s / 86400) });
    const int s = (int)(p->d->made.s % 86400);
    object_begin(p, object);
    out_printf(&p->out, "<</Title");
    out_utf16(&p->out, p->d->title);
    if (p->d->author.n) {
        out_printf(&p->out, "/Author");
        out_utf16(&p->out, document_clean(p->a, p->d->author));
    }
    if (p->d->description.n) {
        out_printf(&p->out, "/Subject");
        out_utf16(&p->out, document_clean(p->a, p->d->description));
    }
    for (int i = 0; i < 2; i++)
        out_printf(&p->out, "/%s(D:%04d%02d%02d%02d%02d%02dZ)", i ? "ModDate" : "CreationDate",
                   d.year, d.month, d.day, s / 3600, s / 60 % 60, s % 60);
    out_printf(&p->out, "/Creator(Dialoog)/Producer(Dialoog)>>");
    object_end(p);
}

/* ---- the parts in their order */

static void pages_write(struct pdf *p, int tree)
{
    for (size_t i = 0; i < p->pages_n; i++) page_draw(p, (int)i);
    const int resources = object_new(p);
    for (size_t i = 0; i < p->pages_n; i++) {
        const struct page *page = &p->pages[i];
        object_begin(p, page->object);
        out_printf(&p->out,
                   "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Tabs/S/StructParents %zu"
                   "/Contents %d 0 R/Resources %d 0 R",
                   tree, PAGE_WIDTH, PAGE_HEIGHT, i, page->content, resources);
        if (page->annotations.n) {
            out_printf(&p->out, "/Annots[");
            out_raw(&p->out, page->annotations);
            out_printf(&p->out, "]");
        }
        out_printf(&p->out, ">>");
        object_end(p);
    }
    object_begin(p, tree);
    out_printf(&p->out, "<</Type/Pages/Count %zu/Kids[", p->pages_n);
    for (size_t i = 0; i < p->pages_n; i++) out_printf(&p->out, "%d 0 R ", p->pages[i].object);
    out_printf(&p->out, "]>>");
    object_end(p);
    object_begin(p, resources);
    out_printf(&p->out, "<</ProcSet[/PDF/Text/ImageB/ImageC/ImageI]/Font<<");
    for (int i = 0; i < p->faces_n; i++)
        out_printf(&p->out, "/F%d %d 0 R", p->faces[i]->name, p->faces[i]->object);
    out_printf(&p->out, ">>/XObject<<");
    for (const struct image *i = p->images; i; i = i->next)
        out_printf(&p->out, "/I%d %d 0 R", i->object, i->object);
    out_printf(&p->out, ">>>>");
    object_end(p);
    for (const struct image *i = p->images; i; i = i->next)
        picture_write(p, i->object, i->picture);
    faces_write(p);
}

static void catalog_write(struct pdf *p, int catalog, int pages, int tree)
{
    const int metadata = object_new(p);
    const int outlines = bookmarks_write(p);
    int profile = 0;
    if (p->options->archive) {
        profile = object_new(p);
        object_stream(p, profile, STR("/N 3"), stock_srgb, true);
    }
    metadata_write(p, metadata);
    object_begin(p, catalog);
    out_printf(&p->out,
               "<</Type/Catalog/Pages %d 0 R/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
               "/Metadata %d 0 R/Outlines %d 0 R/PageMode/UseOutlines"
               "/ViewerPreferences<</DisplayDocTitle true>>/Lang",
               pages, tree, metadata, outlines);
    out_utf16(&p->out, p->d->lang);
    if (profile)
        out_printf(&p->out,
                   "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                   "/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]",
                   profile);
    out_printf(&p->out, ">>");
    object_end(p);
}

/* Where every object begins, so that a reader needs only what it shows. */
static void ending_write(struct pdf *p, int catalog, int information)
{
    unsigned char sum[EVP_MAX_MD_SIZE] = { 0 };
    unsigned n = 0;
    const size_t at = p->out.n;
    EVP_Digest(p->out.s, p->out.n, sum, &n, EVP_sha256(), NULL);
    out_printf(&p->out, "xref\n0 %d\n0000000000 65535 f \n", p->objects_n + 1);
    for (int i = 1; i <= p->objects_n; i++)
        out_printf(&p->out, "%010zu 00000 n \n", p->offsets[i]);
    out_printf(&p->out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[", p->objects_n + 1,
               catalog, information);
    for (int twice = 0; twice < 2; twice++) {
        out_printf(&p->out, "<");
        for (int i = 0; i < 16; i++) out_printf(&p->out, "%02X", sum[i]);
        out_printf(&p->out, ">");
    }
    out_printf(&p->out, "]>>\nstartxref\n%zu\n%%%%EOF\n", at);
}

/* Everything on its page. */
static enum err laid_out(struct pdf *p)
{
    p->root = tag_later(p, NULL, "Document");
    p->root->object = object_new(p);
    p->tags_last = p->root;
    anchors_find(p, p->d->root->first);
    struct flow f = { .p = p, .x = EDGE, .width = TEXT_WIDTH, .tag = p->root };
    flow_blocks(&f, p->d->root->first);
    p->rows = f.rows;
    p->rows_n = f.n;
    return pages_make(p);
}

static enum err written(struct pdf *p)
{
    const int catalog = object_new(p), pages = object_new(p), tree = object_new(p),
              parents = object_new(p), information = object_new(p);
    TRY(laid_out(p));
    for (size_t i = 0; i < p->pages_n; i++) {
        p->pages[i].object = object_new(p);
        p->pages[i].content = object_new(p);
    }
    pages_write(p, pages);
    tags_write(p, tree, parents);
    catalog_write(p, catalog, pages, tree);
    information_write(p, information);
    ending_write(p, catalog, information);
    return p->out.spilt ? FAIL(ERR_LIMIT, "pdf: over %d bytes", FILE_MOST) : OK;
}

enum err pdf_write(const struct document *d, const struct pdf_options *options, struct arena *a,
                   struct str *bytes)
{
    struct arena work = { 0 };
    struct pdf p = { .d = d, .options = options, .a = &work, .brand = brand_ramp(d->colour) };
    const size_t room = pictures_size(d->root) + 256 * 1024;
    p.out =
        (struct out){ .s = arena_room(a, room, 1), .room = room, .cap = FILE_MOST, .arena = a };
    out_raw(&p.out, STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    typesetter_start(&p.t, &work);
    const enum err e = written(&p);
    typesetter_end(&p.t);
    arena_end(&work);
    *bytes = (struct str){ p.out.s, p.out.n };
    return e;
}

enum err pdf_pages(const struct document *d, struct arena *a, size_t *pages)
{
    static const struct pdf_options plain = { .archive = false };
    struct pdf p = { .d = d, .options = &plain, .a = a, .brand = brand_ramp(d->colour) };
    typesetter_start(&p.t, a);
    const enum err e = laid_out(&p);
    typesetter_end(&p.t);
    *pages = p.pages_n;
    return e;
}
