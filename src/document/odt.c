/* odt.c — see odt.h: the archive and what it says of itself. */
#include "document/odt_inside.h"

#include <string.h>
#include <zip.h>

enum { XML_MOST = 256 << 20, DOS_TIME = 0, DOS_DATE = 0x21 /* 1 January 1980 */ };

static void root_begin(struct odt *o, const char *name)
{
    o->out = out_start(o->a, XML_MOST, LANG_NL);
    RAW(o, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:");
    out_raw(&o->out, str_of(name));
    RAW(o, " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
           "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
           "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
           "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
           "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
           "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
           "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
           "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">");
}

static struct str root_end(struct odt *o, const char *name)
{
    RAW(o, "</office:");
    out_raw(&o->out, str_of(name));
    RAW(o, ">\n");
    return (struct str){ o->out.s, o->out.n };
}

static struct str content_xml(struct odt *o)
{
    o->out =
        out_start(o->a, XML_MOST, LANG_NL); /* first, since it decides which styles there are */
    odt_body(o);
    const struct str body = { o->out.s, o->out.n };
    root_begin(o, "document-content");
    odt_automatic_styles(o);
    RAW(o, "<office:body>");
    out_raw(&o->out, body);
    RAW(o, "</office:body>");
    return root_end(o, "document-content");
}

static struct str styles_xml(struct odt *o)
{
    root_begin(o, "document-styles");
    odt_named_styles(o);
    return root_end(o, "document-styles");
}

static void about(struct odt *o, const char *name, struct str text)
{
    if (!text.n) return;
    out_raw(&o->out, arena_format(o->a, "<%s>", name));
    odt_attribute(o, text);
    out_raw(&o->out, arena_format(o->a, "</%s>", name));
}

static struct str meta_xml(struct odt *o)
{
    const struct document *d = o->d;
    const struct date day = date_of((struct day){ (int32_t)(d->made.s / 86400) });
    const int s = (int)(d->made.s % 86400);
    const struct str when = arena_format(o->a, "%04d-%02d-%02dT%02d:%02d:%02d", day.year,
                                         day.month, day.day, s / 3600, s / 60 % 60, s % 60);
    root_begin(o, "document-meta");
    RAW(o, "<office:meta>");
    about(o, "meta:generator", STR("Dialoog"));
    about(o, "dc:title", d->title);
    about(o, "dc:description", d->description);
    about(o, "meta:initial-creator", d->author);
    about(o, "dc:creator", d->author);
    about(o, "meta:creation-date", when);
    about(o, "dc:date", when);
    about(o, "dc:language", d->lang);
    RAW(o, "</office:meta>");
    return root_end(o, "document-meta");
}

static void manifest_entry(struct odt *o, const char *path, struct str type)
{
    out_raw(&o->out, arena_format(o->a,
                                  "<manifest:file-entry manifest:full-path=\"%s\" "
                                  "manifest:media-type=\"%.*s\"/>\n",
                                  path, STR_ARG(type)));
}

static struct str manifest_xml(struct odt *o)
{
    o->out = out_start(o->a, XML_MOST, LANG_NL);
    RAW(o, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
           "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
           "manifest:version=\"1.3\">\n<manifest:file-entry manifest:full-path=\"/\" "
           "manifest:version=\"1.3\" "
           "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n");
    manifest_entry(o, "content.xml", STR("text/xml"));
    manifest_entry(o, "styles.xml", STR("text/xml"));
    manifest_entry(o, "meta.xml", STR("text/xml"));
    for (const struct odt_picture *i = o->pictures; i; i = i->next)
        manifest_entry(o, i->name.s, i->type);
    RAW(o, "</manifest:manifest>\n");
    return (struct str){ o->out.s, o->out.n };
}

/* ---- the archive */

static enum err file_add(zip_t *zip, const char *name, struct str bytes, bool packed)
{
    zip_source_t *source = zip_source_buffer(zip, bytes.s, bytes.n, 0);
    if (!source) return FAIL(ERR_BROKEN, "odt: %s", zip_strerror(zip));
    const zip_int64_t at = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(source);
        return FAIL(ERR_BROKEN, "odt: %s: %s", name, zip_strerror(zip));
    }
    if (zip_set_file_compression(zip, (zip_uint64_t)at, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                 6) != 0 ||
        zip_file_set_dostime(zip, (zip_uint64_t)at, DOS_TIME, DOS_DATE, 0) != 0)
        return FAIL(ERR_BROKEN, "odt: %s: %s", name, zip_strerror(zip));
    return OK;
}

static enum err files_add(struct odt *o, zip_t *zip)
{
    const struct str content = content_xml(o), styles = styles_xml(o), meta = meta_xml(o);
    TRY(file_add(zip, "mimetype", STR("application/vnd.oasis.opendocument.text"), false));
    TRY(file_add(zip, "content.xml", content, true));
    TRY(file_add(zip, "styles.xml", styles, true));
    TRY(file_add(zip, "meta.xml", meta, true));
    for (const struct odt_picture *i = o->pictures; i; i = i->next)
        TRY(file_add(zip, i->name.s, i->bytes, false));
    return file_add(zip, "META-INF/manifest.xml", manifest_xml(o), true);
}

static enum err read_back(struct arena *a, zip_source_t *made, struct str *bytes)
{
    zip_stat_t about_it;
    if (zip_source_stat(made, &about_it) != 0 || zip_source_open(made) != 0)
        return FAIL(ERR_BROKEN, "odt: the archive cannot be read");
    char *s = arena_room(a, about_it.size + 1, 1);
    const zip_int64_t n = zip_source_read(made, s, about_it.size);
    zip_source_close(made);
    if (n < 0 || (zip_uint64_t)n != about_it.size)
        return FAIL(ERR_BROKEN, "odt: the archive is cut short");
    *bytes = (struct str){ s, (size_t)n };
    return OK;
}

static enum err archive_make(struct odt *o, struct arena *a, struct str *bytes)
{
    zip_error_t fault;
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &fault);
    if (!made) return FAIL(ERR_BROKEN, "odt: no room for an archive");
    zip_source_keep(made);
    zip_t *zip = zip_open_from_source(made, ZIP_TRUNCATE, &fault);
    if (!zip) {
        zip_source_free(made);
        zip_source_free(made);
        return FAIL(ERR_BROKEN, "odt: no archive");
    }
    enum err e = files_add(o, zip);
    if (e != OK)
        zip_discard(zip);
    else if (zip_close(zip) != 0) {
        e = FAIL(ERR_BROKEN, "odt: %s", zip_strerror(zip));
        zip_discard(zip);
    }
    if (e == OK) e = read_back(a, made, bytes);
    zip_source_free(made);
    return e;
}

enum err odt_write(const struct document *d, struct arena *a, struct str *bytes)
{
    struct arena work = { 0 };
    struct odt o = { .d = d, .a = &work, .brand = brand_ramp(d->colour) };
    o.noted = NEW(&work, bool, (size_t)d->notes_n + 1);
    const enum err e = archive_make(&o, a, bytes);
    arena_end(&work);
    return e;
}
