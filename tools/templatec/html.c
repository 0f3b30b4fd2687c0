/* html.c — where are we in the HTML, and what is open? Follows a template piece by piece; at a
 * condition it remembers the spot, so that every branch starts and ends in the same one. */
#include "templatec/templatec.h"

#include <ctype.h>
#include <string.h>

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == ':';
}

static char peek(const struct template *t, size_t ahead)
{
    const size_t at = t->at + ahead;
    return at < t->source.n ? t->source.s[at] : 0;
}

/* Copies a name in small letters, at most NAME-1 bytes; gives its whole length in the source. */
static size_t read_name(const struct template *t, char name[NAME])
{
    size_t n = 0, kept = 0;
    for (; name_char(peek(t, n)); n++)
        if (kept + 1 < NAME) name[kept++] = (char)tolower((unsigned char)peek(t, n));
    name[kept] = 0;
    return n;
}

static bool in_block(const struct html *h, enum place place)
{
    return h->blocks && h->block[h->blocks - 1].before.place == place;
}

bool html_inside(const struct html *h, const char *tags)
{
    for (size_t i = 0; i < h->now.depth; i++)
        if (one_of(h->open[i].name, tags)) return true;
    return false;
}

void html_filled(struct html *h)
{
    h->now.filled |= (UINT64_C(1) << h->now.depth) - 1;
}

/* ---- tags ---- */

/* <!doctype html> stands in the layout, and HTML remarks nowhere. */
static void read_declaration(struct template *t)
{
    const struct str rest = str_from(t->source, t->at), doctype = STR("<!doctype html>");
    if (str_starts(rest, doctype) && t->kind == KIND_LAYOUT) {
        hold(t, doctype);
        take(t, doctype.n);
        return;
    }
    const bool remark = str_starts(rest, STR("<!--"));
    REFUSE(t, remark ? "write a remark as {!-- … --}, so that it is not sent"
                     : "<!doctype html> belongs in the layout only");
    const size_t end = str_find(rest, remark ? STR("-->") : STR(">"));
    take(t, end == SIZE_MAX ? rest.n : end + (remark ? 3 : 1));
}

static void tag_begins(struct template *t)
{
    struct html *h = &t->html;
    if (peek(t, 1) == '!') {
        read_declaration(t);
        return;
    }
    h->closing = peek(t, 1) == '/';
    h->selfclosing = false;
    h->tag_line = t->line;
    take(t, h->closing ? 2 : 1);
    const struct str name = { t->source.s + t->at, read_name(t, h->tag) };
    if (!name.n) {
        REFUSE(t, "a bare < in text; write &lt;");
        return;
    }
    hold(t, h->closing ? STR("</") : STR("<"));
    hold(t, name);
    take(t, name.n);
    h->attrs = 0;
    h->now.place = IN_TAG;
}

static void pop(struct template *t)
{
    struct html *h = &t->html;
    const size_t i = --h->now.depth;
    rules_close(t, &h->open[i], h->now.filled >> i & 1, h->now.token >> i & 1);
}

static void close_tag(struct template *t)
{
    struct html *h = &t->html;
    const size_t floor = h->blocks ? h->block[h->blocks - 1].before.depth : 0;
    size_t i = h->now.depth;
    while (i > floor && strcmp(h->open[i - 1].name, h->tag) != 0) i--;
    if (i == h->now.depth && i > floor) {
        pop(t);
        return;
    }
    if (h->now.depth == 0)
        REFUSE(t, "</%s> closes a tag that was never opened", h->tag);
    else if (h->now.depth == floor)
        REFUSE(t,
               "</%s> closes what was opened outside this block; open and close a tag on "
               "the same side of a condition",
               h->tag);
    else
        REFUSE(t, "</%s> stands where <%s> of line %d is still open", h->tag,
               h->open[h->now.depth - 1].name, h->open[h->now.depth - 1].line);
    if (i > floor) h->now.depth = i - 1; /* go on as if the ones between had been closed */
}

static bool sure_of(const struct html *h, const char *name)
{
    for (size_t i = 0; i < h->attrs; i++)
        if (h->attr[i].sure && !strcmp(h->attr[i].name, name)) return true;
    return false;
}

static bool has_value(const struct html *h, const char *name, const char *value)
{
    for (size_t i = 0; i < h->attrs; i++)
        if (!strcmp(h->attr[i].name, name) && str_is(h->attr[i].value, value)) return true;
    return false;
}

static void push(struct template *t)
{
    struct html *h = &t->html;
    if (h->now.depth == DEPTH) {
        REFUSE(t, "more than %d tags inside each other", DEPTH);
        return;
    }
    struct element *e = &h->open[h->now.depth];
    *e = (struct element){
        .line = h->tag_line,
        .posts = !strcmp(h->tag, "form") && has_value(h, "method", "post"),
        .named = sure_of(h, "aria-label") || sure_of(h, "aria-labelledby"),
        .literal = one_of(h->tag, " pre textarea "),
        .code = has_value(h, "translate", "no"),
    };
    memcpy(e->name, h->tag, NAME);
    h->now.filled &= ~(UINT64_C(1) << h->now.depth);
    h->now.token &= ~(UINT64_C(1) << h->now.depth);
    h->now.depth++;
}

static void tag_ends(struct template *t)
{
    struct html *h = &t->html;
    const bool astray = in_block(h, IN_TAG);
    if (astray) { /* say it once, and go on as if all had begun behind this tag */
        REFUSE(t, "<%s> ends inside the condition of line %d; put {end} before its >", h->tag,
               h->block[h->blocks - 1].line);
        for (size_t i = 0; i < h->blocks; i++) h->block[i].before.place = IN_TEXT;
    }
    h->now.place = IN_TEXT;
    if (h->closing) {
        hold(t, STR(">"));
        close_tag(t);
        return;
    }
    rules_open(t);
    const bool drawing = html_inside(h, " svg math ") || one_of(h->tag, " svg math ");
    if (h->selfclosing && !is_void(h->tag) && !drawing)
        REFUSE(t, "<%s/> does not close itself; write </%s>", h->tag, h->tag);
    hold(t, h->selfclosing && drawing ? STR("/>") : STR(">"));
    if (is_void(h->tag) || h->selfclosing) return;
    push(t);
    for (size_t i = 0; astray && i < h->blocks; i++) h->block[i].before.depth = h->now.depth;
    /* A browser drops the first newline in these; this one is for it to drop. */
    if (one_of(h->tag, " textarea pre ")) hold(t, STR("\n"));
}

/* ---- attributes ---- */

static struct attr *attr_begins(struct template *t)
{
    struct html *h = &t->html;
    for (size_t i = 0; i < h->attrs; i++)
        if (!h->attr[i].aside && !strcmp(h->attr[i].name, h->name))
            REFUSE(t, "%s stands twice in <%s>", h->name, h->tag);
    struct attr *a = PUSH(t->arena, h->attr, h->attrs);
    *a = (struct attr){ .sure = true };
    memcpy(a->name, h->name, NAME);
    return a;
}

/* The value up to its closing quote, stepping over braces. */
static struct str value_ahead(const struct template *t)
{
    size_t at = t->at;
    while (at < t->source.n && t->source.s[at] != '"') {
        const size_t end = t->source.s[at] == '{' ? brace_end(t->source, at) : at + 1;
        at = end == SIZE_MAX ? t->source.n : end;
    }
    return str_upto(str_from(t->source, t->at), at - t->at);
}

static void skip_unquoted(struct template *t)
{
    while (t->at < t->source.n && !blank(peek(t, 0)) && peek(t, 0) != '>') take(t, 1);
}

static void read_attr(struct template *t)
{
    struct html *h = &t->html;
    const struct str name = { t->source.s + t->at, read_name(t, h->name) };
    take(t, name.n);
    const struct str rest = str_from(t->source, t->at);
    if (peek(t, 0) == '{' && !str_starts(rest, STR("{end")) && !str_starts(rest, STR("{else")))
        REFUSE(t, "a brace cannot split the name of an attribute");
    if (h->closing) REFUSE(t, "</%s> takes no attributes", h->tag);
    struct attr *a = attr_begins(t);
    hold(t, STR(" "));
    hold(t, name);
    size_t n = 0;
    while (blank(peek(t, n))) n++;
    if (peek(t, n) != '=') {
        rules_attr(t, a);
        return;
    }
    take(t, n + 1);
    while (blank(peek(t, 0))) take(t, 1);
    if (peek(t, 0) != '"') {
        REFUSE(t, "the value of %s needs double quotes", h->name);
        skip_unquoted(t);
        return;
    }
    take(t, 1);
    hold(t, STR("=\""));
    a->value = value_ahead(t);
    if (a->value.n == t->source.n - t->at)
        REFUSE(t, "the value of %s has no closing quote", h->name);
    rules_attr(t, a);
    h->now.place = IN_VALUE;
    h->now.address = address_of(h->name);
}

void html_tag(struct template *t)
{
    const char c = peek(t, 0);
    if (blank(c)) {
        take(t, 1);
    } else if (c == '>') {
        take(t, 1);
        tag_ends(t);
    } else if (c == '/' && peek(t, 1) == '>') {
        t->html.selfclosing = true;
        take(t, 1);
    } else if (name_char(c)) {
        read_attr(t);
    } else {
        REFUSE(t, "%c stands where an attribute of <%s> would", c, t->html.tag);
        take(t, 1);
    }
}

/* The first literal part of an address decides where it leads. */
static void address_begins(struct template *t, struct str text)
{
    struct spot *now = &t->html.now;
    const char first = text.s[0];
    now->address = ADDRESS_LOCAL;
    now->root = str_is(text, "/");
    if (first == '/') {
        if (text.n > 1 && (text.s[1] == '/' || text.s[1] == '\\'))
            REFUSE(t, "an address that starts with // leads to another site; write https://");
        statement(t, "out_raw(o, o->prefix);");
    } else if (str_starts(text, STR("https://")) || str_starts(text, STR("http://"))) {
        now->address = ADDRESS_FIXED;
    } else if (first != '#' && first != '?' && !str_starts(text, STR("mailto:")) &&
               !str_starts(text, STR("tel:"))) {
        const size_t colon = str_find(text, STR(":"));
        if (colon < str_find(text, STR("/")))
            REFUSE(t, "%.*s does not belong in an address; use https:, mailto: or tel:",
                   STR_ARG(str_upto(text, colon + 1)));
        else
            REFUSE(t, "an address starts with /, ? or #, or is a whole one: https://…");
    }
}

static void address_goes_on(struct template *t, struct str text)
{
    struct spot *now = &t->html.now;
    for (size_t i = 0; i < text.n; i++)
        if (now->address != ADDRESS_SOURCES && (blank(text.s[i]) || text.s[i] == '\\')) {
            REFUSE(t, "an address holds no blanks or \\; write %%20 or %%5C");
            break;
        }
    if (now->address == ADDRESS_START) {
        address_begins(t, text);
    } else if (now->address == ADDRESS_WHOLE) {
        REFUSE(t, "nothing may follow a whole address");
    } else if (now->address == ADDRESS_LOCAL) {
        if (now->root && text.s[0] == '/')
            REFUSE(t, "an address that starts with // leads to another site");
        now->root = false;
    } else if (now->address == ADDRESS_SOURCES) {
        for (size_t i = 0; i < text.n; i++)
            if (!strchr(" ,0123456789.wx\n\t", text.s[i])) {
                REFUSE(t,
                       "srcset holds {path} and widths only: \"{small} 480w, {large} 960w\"");
                break;
            }
    }
}

void html_value(struct template *t)
{
    struct html *h = &t->html;
    if (peek(t, 0) == '"') {
        if (in_block(h, IN_VALUE)) {
            REFUSE(t,
                   "the value of %s ends inside the condition of line %d; put {end} before "
                   "its quote",
                   h->name, h->block[h->blocks - 1].line);
            for (size_t i = 0; i < h->blocks; i++) h->block[i].before.place = IN_TAG;
        }
        take(t, 1);
        hold(t, STR("\""));
        h->now.place = IN_TAG;
        h->now.address = ADDRESS_NONE;
        return;
    }
    size_t n = 1;
    while (t->at + n < t->source.n && peek(t, n) != '"' && peek(t, n) != '{') n++;
    const struct str text = str_upto(str_from(t->source, t->at), n);
    rules_entities(t, text);
    if (h->now.address != ADDRESS_NONE) address_goes_on(t, text);
    hold_text(t, text);
    take(t, n);
}

void html_text(struct template *t)
{
    struct html *h = &t->html;
    const struct element *top = h->now.depth ? &h->open[h->now.depth - 1] : NULL;
    if (peek(t, 0) == '<') {
        if (top && one_of(top->name, " textarea title ") && peek(t, 1) != '/')
            REFUSE(t, "<%s> holds text only, no tags", top->name);
        tag_begins(t);
        return;
    }
    size_t n = 1;
    while (t->at + n < t->source.n && peek(t, n) != '<' && peek(t, n) != '{') n++;
    const struct str text = str_upto(str_from(t->source, t->at), n);
    bool code = false, literal = false;
    for (size_t i = 0; i < h->now.depth; i++) {
        code |= h->open[i].code;
        literal |= h->open[i].literal;
    }
    const struct str words = str_trim(text);
    /* the line of the words, not of the blanks before them */
    take(t, words.n ? (size_t)(words.s - text.s) : text.n);
    if (words.n) {
        html_filled(h);
        rules_entities(t, words);
        if (!code && has_letters(words))
            REFUSE(t,
                   "\"%.*s%s\" cannot be translated; write {\"…\"}, or translate=\"no\" on "
                   "the tag around a name",
                   STR_ARG(str_upto(words, 40)), words.n > 40 ? "…" : "");
        take(t, text.n - (size_t)(words.s - text.s));
    }
    if (literal)
        hold(t, text);
    else
        hold_text(t, text);
}

/* ---- conditions ---- */

void block_open(struct template *t, bool each)
{
    struct html *h = &t->html;
    if (each && h->now.place == IN_TAG) REFUSE(t, "{each} cannot stand between attributes");
    if (h->blocks == DEPTH) {
        REFUSE(t, "more than %d blocks inside each other", DEPTH);
        return;
    }
    h->block[h->blocks++] = (struct block){
        .before = h->now,
        .after = h->now,
        .each = each,
        .line = t->line,
        .attrs = h->attrs,
        .ids = h->ids,
    };
}

/* Keeps what this branch and those before it agree on. */
static void agree(struct block *b, const struct spot *now)
{
    struct spot *after = &b->after;
    if (b->branches == 0 && !b->each) {
        *after = *now;
        return;
    }
    after->filled &= now->filled;
    after->token &= now->token;
    if (now->heading < after->heading) after->heading = now->heading;
    after->root |= now->root;
    if (now->address != after->address) after->address = ADDRESS_WHOLE;
}

/* The end of a branch: must be the spot where the block began. */
static void branch_ends(struct template *t, struct block *b, const char *what)
{
    struct html *h = &t->html;
    if (h->now.place != b->before.place)
        REFUSE(t, "{%s} stands in the middle of <%s>; the block of line %d began elsewhere",
               what, h->tag, b->line);
    else if (h->now.depth > b->before.depth)
        REFUSE(t, "<%s> of line %d is still open at {%s}; close it inside the block",
               h->open[h->now.depth - 1].name, h->open[h->now.depth - 1].line, what);
    h->now.place = b->before.place;
    h->now.depth = b->before.depth;
    agree(b, &h->now);
}

bool block_else(struct template *t, bool last, const char *what)
{
    struct html *h = &t->html;
    struct block *b = h->blocks ? &h->block[h->blocks - 1] : NULL;
    if (!b || b->each || b->has_else) {
        REFUSE(t,
               !b        ? "{%s} without {if}"
               : b->each ? "{%s} in {each}; close an {if} first with {end}"
                         : "{%s} after {else}",
               what);
        return false;
    }
    branch_ends(t, b, what);
    for (size_t i = b->attrs; i < h->attrs && b->before.place == IN_TAG; i++)
        h->attr[i].aside = true;
    for (size_t i = b->ids; i < h->ids; i++) h->id[i].aside = true;
    b->branches++;
    b->has_else = last;
    h->now = b->before;
    return true;
}

/* Which attributes of this block are there whatever the conditions are? One of a name stands for
 * all of it, so that an outer block counts it once. */
static void settle_attrs(struct html *h, const struct block *b)
{
    for (size_t i = b->attrs; i < h->attrs; i++) {
        int branches = 0;
        for (size_t j = b->attrs; j < h->attrs; j++)
            branches += h->attr[j].sure && !strcmp(h->attr[i].name, h->attr[j].name);
        h->attr[i].agreed = b->has_else && branches == b->branches + 1;
    }
    for (size_t i = b->attrs; i < h->attrs; i++) {
        h->attr[i].sure = h->attr[i].agreed;
        h->attr[i].aside = false;
        for (size_t j = b->attrs; j < i; j++)
            if (!strcmp(h->attr[i].name, h->attr[j].name)) h->attr[i].sure = false;
    }
}

bool block_end(struct template *t)
{
    struct html *h = &t->html;
    if (!h->blocks) {
        REFUSE(t, "{end} without {if} or {each}");
        return false;
    }
    struct block *b = &h->block[h->blocks - 1];
    branch_ends(t, b, "end");
    if (!b->each && !b->has_else) { /* nothing may have been written at all */
        b->branches++;
        agree(b, &b->before);
    }
    h->blocks--;
    if (b->before.place == IN_TAG) settle_attrs(h, b);
    for (size_t i = b->ids; i < h->ids; i++) h->id[i].aside = false;
    h->now = b->after;
    return true;
}

void html_end(struct template *t)
{
    struct html *h = &t->html;
    if (h->now.place != IN_TEXT) {
        REFUSE(t, "the file ends in the middle of <%s> of line %d", h->tag, h->tag_line);
    } else if (h->now.depth) {
        t->line = h->open[h->now.depth - 1].line;
        REFUSE(t, "<%s> is never closed", h->open[h->now.depth - 1].name);
    }
    if (h->blocks) {
        t->line = h->block[h->blocks - 1].line;
        REFUSE(t, "this {%s} has no {end}", h->block[h->blocks - 1].each ? "each" : "if");
    }
    rules_end(t);
}
