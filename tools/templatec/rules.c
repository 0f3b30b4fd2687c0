/* rules.c — what does not belong in a page: what a strict content security policy would block, what
 * a screen reader could not use, and words that nobody could translate. */
#include "templatec/templatec.h"

#include <string.h>

bool one_of(const char *name, const char *list)
{
    char find[NAME + 2] = " ";
    const size_t n = strlen(name);
    if (!n || n >= NAME) return false;
    memcpy(find + 1, name, n);
    memcpy(find + 1 + n, " ", 2);
    return strstr(list, find) != NULL;
}

bool is_void(const char *tag)
{
    return one_of(tag, " area br col hr img input link meta source track wbr ");
}

enum address address_of(const char *attr)
{
    if (!strcmp(attr, "srcset") || !strcmp(attr, "imagesrcset")) return ADDRESS_SOURCES;
    return one_of(attr, " href src action formaction poster cite data background manifest "
                        "longdesc xlink:href ")
               ? ADDRESS_START
               : ADDRESS_NONE;
}

/* ---- text ---- */

/* Entities beyond these are written as the character itself. */
static size_t entity(struct str text)
{
    static const char *const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&shy;" };
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (str_starts(text, str_of(known[i]))) return strlen(known[i]);
    if (!str_starts(text, STR("&#"))) return 0;
    size_t n = 2;
    while (n < text.n && n < 10 && strchr("0123456789abcdefABCDEFx", text.s[n])) n++;
    return n > 2 && n < text.n && text.s[n] == ';' ? n + 1 : 0;
}

void rules_entities(struct template *t, struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.s[i] == '&' && !entity(str_from(text, i))) {
            REFUSE(t, "a bare & in HTML; write &amp; (and other characters as themselves)");
            return;
        }
}

/* Letters of the alphabets; signs, arrows and digits are the same in each language. */
static bool letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x1FFF && c != 0xD7 && c != 0xF7) || (c >= 0x3040 && c <= 0xD7FF);
}

bool has_letters(struct str text)
{
    while (text.n) {
        size_t skip = text.s[0] == '&' ? entity(text) : 0;
        if (text.s[0] == '{') skip = brace_end(text, 0);
        if (skip)
            text = str_from(text, skip);
        else if (letter(str_codepoint(&text)))
            return true;
    }
    return false;
}

/* ---- attributes ---- */

static const struct attr *attr_of(const struct html *h, const char *name)
{
    for (size_t i = 0; i < h->attrs; i++)
        if (!strcmp(h->attr[i].name, name)) return &h->attr[i];
    return NULL;
}

static bool sure(const struct html *h, const char *name)
{
    for (size_t i = 0; i < h->attrs; i++)
        if (h->attr[i].sure && !strcmp(h->attr[i].name, name)) return true;
    return false;
}

static struct str value_of(const struct html *h, const char *name)
{
    const struct attr *a = attr_of(h, name);
    return a ? a->value : (struct str){ 0 };
}

bool html_in_each(const struct html *h)
{
    for (size_t i = 0; i < h->blocks; i++)
        if (h->block[i].each) return true;
    return false;
}

static void check_id(struct template *t, struct str id)
{
    struct html *h = &t->html;
    if (str_find(id, STR("{")) == SIZE_MAX && html_in_each(h))
        REFUSE(t, "id \"%.*s\" would be used again on each turn of {each}; put data in it",
               STR_ARG(id));
    for (size_t i = 0; i < h->ids; i++)
        if (!h->id[i].aside && str_eq(h->id[i].id, id)) {
            REFUSE(t, "id \"%.*s\" is used twice; first on line %d", STR_ARG(id),
                   h->id[i].line);
            break;
        }
    *PUSH(t->arena, h->id, h->ids) = (struct place_id){ .id = id, .line = t->line };
}

/* Is the value read or heard by people, in their language? */
static bool for_people(const struct html *h, const char *attr)
{
    if (!strcmp(attr, "content")) {
        const struct str name = value_of(h, "name"), property = value_of(h, "property");
        return str_is(name, "description") || str_is(property, "og:title") ||
               str_is(property, "og:description") || str_is(property, "og:site_name");
    }
    return one_of(attr, " alt title placeholder label aria-label aria-description "
                        "aria-roledescription aria-valuetext aria-placeholder ");
}

void rules_attr(struct template *t, const struct attr *a)
{
    const char *name = a->name;
    if (!strncmp(name, "on", 2))
        REFUSE(t, "%s is script; a page holds none", name);
    else if (!strcmp(name, "style"))
        REFUSE(t, "style is refused by the content security policy; use a class");
    else if (one_of(name, " srcdoc ping formmethod "))
        REFUSE(t, "%s does not belong in a page", name);
    else if (!strcmp(name, "http-equiv"))
        REFUSE(t, "http-equiv does not belong in a page; the server sends the headers");
    else if (!strcmp(name, "target") &&
             !str_is(a->value, "_top")) /* out of the frame of another site */
        REFUSE(t,
               "target takes the choice from the reader; let a link open where they want it");
    else if (!strcmp(name, "tabindex") && !str_is(a->value, "0") && !str_is(a->value, "-1"))
        REFUSE(t, "tabindex is 0 or -1; a higher one breaks the order of the keyboard");
    else if (!strcmp(name, "method") && !str_is(a->value, "get") && !str_is(a->value, "post"))
        REFUSE(t, "method is get or post, written out");
    else if (!strcmp(name, "id") && a->value.s)
        check_id(t, a->value);
    if (for_people(&t->html, name) && has_letters(a->value))
        REFUSE(t, "the words in %s cannot be translated; write %s=\"{\"…\"}\"", name, name);
}

/* ---- tags ---- */

static const char blocks[] =
    " address article aside blockquote details div dl fieldset figcaption figure footer form "
    "h1 h2 "
    "h3 h4 h5 h6 header hr main menu nav ol p pre search section table ul ";

static void check_nesting(struct template *t, const char *tag)
{
    const struct html *h = &t->html;
    const size_t top = h->now.depth;
    if (top && !strcmp(h->open[top - 1].name, "p") && one_of(tag, blocks))
        REFUSE(t, "<p> cannot hold <%s>; a browser would end the paragraph there", tag);
    if (one_of(tag, " a button form label ") &&
        html_inside(h, one_of(tag, " a button ") ? " a button "
                       : !strcmp(tag, "form")    ? " form "
                                                 : " label "))
        REFUSE(t, "<%s> cannot stand inside another", tag);
}

static void check_heading(struct template *t, const char *tag)
{
    struct spot *now = &t->html.now;
    if (tag[0] != 'h' || tag[1] < '1' || tag[1] > '6' || tag[2]) return;
    const int level = tag[1] - '0';
    if (now->heading != HEADING_ANY && level > now->heading + 1) {
        if (now->heading)
            REFUSE(t, "<%s> skips a level: the one before it can be <h%d>", tag, now->heading);
        else
            REFUSE(t, "<%s> skips a level: the first heading of a page is <h1>", tag);
    }
    now->heading = level;
}

static void check_field(struct template *t, const char *tag)
{
    struct html *h = &t->html;
    const struct str type = value_of(h, "type");
    if (!strcmp(tag, "input") && str_is(type, "hidden")) return;
    if (!strcmp(tag, "input") && (str_is(type, "submit") || str_is(type, "button") ||
                                  str_is(type, "reset") || str_is(type, "image"))) {
        REFUSE(t, "write <button type=\"%.*s\"> instead", STR_ARG(type));
        return;
    }
    if (sure(h, "aria-label") || sure(h, "aria-labelledby")) return;
    struct field f = { .id = value_of(h, "id"), .line = h->tag_line };
    memcpy(f.name, tag, NAME);
    *PUSH(t->arena, h->field, h->fields) = f;
}

static void check_scope(struct template *t)
{
    struct html *h = &t->html;
    if (!sure(h, "scope"))
        REFUSE(t, "<th> needs scope=\"col\" or scope=\"row\", so that a table can be heard");
    for (size_t i = h->now.depth; i-- > 0;)
        if (!strcmp(h->open[i].name, "table")) {
            h->open[i].scope = true;
            break;
        }
}

void rules_open(struct template *t)
{
    struct html *h = &t->html;
    const char *tag = h->tag;
    if (!strcmp(tag, "script"))
        REFUSE(t, "<script> does not belong in a page; put it in assets/ and write "
                  "{script \"FILE.js\"}");
    else if (!strcmp(tag, "style"))
        REFUSE(t, "<style> does not belong in a page; put it in assets/");
    else if (one_of(tag, " iframe frame frameset object embed applet base portal xmp plaintext "
                         "noembed noframes set animate animatetransform animatemotion "
                         "foreignobject "))
        REFUSE(t, "<%s> does not belong in a page", tag);
    check_nesting(t, tag);
    check_heading(t, tag);
    if (!strcmp(tag, "img")) {
        if (!sure(h, "alt"))
            REFUSE(t, "<img> needs alt: what it shows, or alt=\"\" when it only decorates");
        if (!sure(h, "width") || !sure(h, "height"))
            REFUSE(t, "<img> needs width and height, so that the page does not jump");
        if (value_of(h, "alt").n) html_filled(h);
    } else if (!strcmp(tag, "button") && !sure(h, "type")) {
        REFUSE(t, "<button> needs type=\"submit\" or type=\"button\"");
    } else if (one_of(tag, " input select textarea ")) {
        check_field(t, tag);
    } else if (!strcmp(tag, "th")) {
        check_scope(t);
    } else if (!strcmp(tag, "label")) {
        if (!sure(h, "for"))
            REFUSE(t, "<label> needs for: the id of its field");
        else
            *PUSH(t->arena, h->field, h->fields) =
                (struct field){ .id = value_of(h, "for"), .line = h->tag_line, .label = true };
    }
}

void rules_close(struct template *t, const struct element *e, bool filled, bool token)
{
    const int line = t->line;
    t->line = e->line;
    if (e->posts && !token) REFUSE(t, "a form that posts needs {form_token}");
    if (!strcmp(e->name, "table") && !e->scope)
        REFUSE(t, "<table> needs <th scope=\"col\"> or <th scope=\"row\">");
    if (!filled && !e->named &&
        one_of(e->name, " a button label legend summary caption option "
                        "h1 h2 h3 h4 h5 h6 "))
        REFUSE(t, "<%s> has no text in every case; a screen reader would have nothing to say",
               e->name);
    t->line = line;
}

void rules_end(struct template *t)
{
    const struct html *h = &t->html;
    for (size_t i = 0; i < h->fields; i++) {
        const struct field *f = &h->field[i];
        bool found = false;
        t->line = f->line;
        if (f->label) {
            for (size_t j = 0; j < h->ids && !found; j++) found = str_eq(h->id[j].id, f->id);
            if (!found)
                REFUSE(t, "<label for=\"%.*s\"> points to no id in this file", STR_ARG(f->id));
            continue;
        }
        for (size_t j = 0; j < h->fields && !found; j++)
            found = h->field[j].label && f->id.n && str_eq(h->field[j].id, f->id);
        if (!found) REFUSE(t, "<%s> needs a <label for> with its id, or aria-label", f->name);
    }
}
