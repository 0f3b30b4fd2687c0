/* braces.c — the words between braces, except sentences (sentence.c). */
#include "templatec/templatec.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool brace_word(struct str inside, const char *want, struct str *rest)
{
    const size_t n = strlen(want);
    if (!str_starts(inside, str_of(want))) return false;
    const char next = inside.n > n ? inside.s[n] : ' ';
    if (isalnum((unsigned char)next) || strchr("_-.[", next)) return false;
    *rest = str_trim(str_from(inside, n));
    return true;
}

/* Where the last comma outside brackets and quotes stands, or SIZE_MAX. */
static size_t last_comma(struct str x)
{
    size_t at = SIZE_MAX;
    int depth = 0;
    char quote = 0;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (quote && c == '\\')
            i++;
        else if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (strchr("([{", c))
            depth++;
        else if (strchr(")]}", c))
            depth--;
        else if (c == ',' && depth == 0)
            at = i;
    }
    return at;
}

static bool c_name(struct str x)
{
    if (!x.n || isdigit((unsigned char)x.s[0])) return false;
    for (size_t i = 0; i < x.n; i++)
        if (!isalnum((unsigned char)x.s[i]) && x.s[i] != '_') return false;
    return true;
}

/* each X in ARRAY, COUNT */
static void each(struct template *t, struct str rest)
{
    const size_t in = str_find(rest, STR(" in ")), comma = last_comma(rest);
    block_open(t, true);
    const struct str x = in == SIZE_MAX ? (struct str){ 0 } : str_trim(str_upto(rest, in));
    if (!c_name(x) || comma == SIZE_MAX || comma < in + 4) {
        REFUSE(t, "write {each x in ARRAY, COUNT}");
        return;
    }
    const struct str array = str_trim(str_upto(str_from(rest, in + 4), comma - in - 4));
    const struct str count = str_trim(str_from(rest, comma + 1));
    statement(t,
              "for (size_t %.*s_i = 0; %.*s_i < (%.*s); %.*s_i++) { const "
              "__typeof__(*(%.*s)) *%.*s = &(%.*s)[%.*s_i]; (void)%.*s;",
              STR_ARG(x), STR_ARG(x), STR_ARG(count), STR_ARG(x), STR_ARG(array), STR_ARG(x),
              STR_ARG(array), STR_ARG(x), STR_ARG(x));
}

/* use NAME(ARGUMENTS) */
static void use(struct template *t, struct str rest)
{
    const size_t at = str_find(rest, STR("("));
    if (at == SIZE_MAX || !c_name(str_trim(str_upto(rest, at))) || !str_ends(rest, STR(")"))) {
        REFUSE(t, "write {use NAME(ARGUMENTS)}");
        return;
    }
    const struct str args = str_trim((struct str){ rest.s + at + 1, rest.n - at - 2 });
    if (t->html.now.place != IN_TEXT)
        REFUSE(t, "{use} puts tags in a page; it cannot stand here");
    statement(t, "%.*s(o%s%.*s);", STR_ARG(str_trim(str_upto(rest, at))), args.n ? ", " : "",
              STR_ARG(args));
    html_filled(&t->html);
    t->html.now.heading = HEADING_ANY;
}

static void include(struct template *t, struct str rest)
{
    struct str path;
    if (!quoted_read(t->arena, &rest, &path) || str_trim(rest).n ||
        !str_ends(path, STR(".html"))) {
        REFUSE(t, "write {include \"FEATURE/PART.html\"}");
        return;
    }
    fputs("#include ", t->head);
    c_string(t->head, arena_format(t->arena, "%.*s.h", STR_ARG(path)));
    fputc('\n', t->head);
}

/* Only as the whole of an address. */
static bool whole_address(struct template *t, const char *what)
{
    struct spot *now = &t->html.now;
    if (now->place != IN_VALUE ||
        (now->address != ADDRESS_START && now->address != ADDRESS_SOURCES)) {
        REFUSE(t, "%s is a whole address: the only thing in an href or src", what);
        return false;
    }
    if (now->address == ADDRESS_START) now->address = ADDRESS_WHOLE;
    return true;
}

/* "FILE", which must lie in assets/. */
static bool asset_read(struct template *t, struct str rest, const char *ending,
                       struct str *name)
{
    if (!quoted_read(t->arena, &rest, name) || str_trim(rest).n || !name->n ||
        !str_ends(*name, str_of(ending)))
        return false;
    if (t->assets &&
        access(arena_format(t->arena, "%s/%.*s", t->assets, STR_ARG(*name)).s, R_OK) != 0)
        REFUSE(t, "there is no %s/%.*s", t->assets, STR_ARG(*name));
    return true;
}

static void asset_write(struct template *t, struct str name)
{
    place_line(t);
    fputs("    out_text(o, asset_path(STR(", t->c);
    c_string(t->c, name);
    fputs(")));\n", t->c);
    t->needs_web = true;
}

static void asset(struct template *t, struct str rest)
{
    struct str name;
    if (!asset_read(t, rest, "", &name))
        REFUSE(t, "write {asset \"FILE\"}");
    else if (whole_address(t, "{asset}"))
        asset_write(t, name);
}

/* The only script there is: a file of ours, run once, after the page is there. */
static void script(struct template *t, struct str rest)
{
    struct str name;
    if (!asset_read(t, rest, ".js", &name)) {
        REFUSE(t, "write {script \"FILE.js\"}");
        return;
    }
    if (t->kind == KIND_PART)
        REFUSE(t, "{script} belongs in a page or the layout, so that it is there once");
    else if (t->html.now.place != IN_TEXT)
        REFUSE(t, "{script} is a tag; it cannot stand here");
    else if (html_in_each(&t->html))
        REFUSE(t, "{script} would run again on each turn of {each}");
    for (size_t i = 0; i < t->scripts; i++)
        if (str_eq(t->script[i], name))
            REFUSE(t, "%.*s is there twice; it would run twice", STR_ARG(name));
    *PUSH(t->arena, t->script, t->scripts) = name;
    hold(t, STR("<script src=\""));
    asset_write(t, name);
    hold(t, STR("\" defer></script>"));
}

static void body(struct template *t)
{
    if (t->kind != KIND_LAYOUT)
        REFUSE(t, "{body} belongs in the layout");
    else if (t->body_done)
        REFUSE(t, "a layout holds {body} once");
    else if (t->html.blocks || t->html.now.place != IN_TEXT)
        REFUSE(t, "{body} stands between tags, outside {if} and {each}");
    else
        layout_body(t);
    t->body_done = true;
    html_filled(&t->html);
    t->html.now.heading = HEADING_ANY;
}

/* The same page in another language: in LANGUAGE, PATH */
static void in_language(struct template *t, struct str rest)
{
    const size_t comma = last_comma(rest);
    if (comma == SIZE_MAX) {
        REFUSE(t, "write {in LANGUAGE, PATH}");
        return;
    }
    if (whole_address(t, "{in LANGUAGE, PATH}"))
        statement(t, "out_path_in(o, (%.*s), (%.*s));",
                  STR_ARG(str_trim(str_from(rest, comma + 1))),
                  STR_ARG(str_trim(str_upto(rest, comma))));
}

static void lang(struct template *t, struct str rest)
{
    struct html *h = &t->html;
    if (h->now.place != IN_TAG) REFUSE(t, "{lang} stands between attributes");
    for (size_t i = 0; i < h->attrs; i++)
        if (!h->attr[i].aside && one_of(h->attr[i].name, " lang dir "))
            REFUSE(t, "{lang} writes lang and dir; <%s> has %s already", h->tag,
                   h->attr[i].name);
    statement(t, "out_lang(o, %.*s);", STR_ARG(rest));
}

static void form_token(struct template *t)
{
    struct spot *now = &t->html.now;
    if (now->place != IN_TEXT) REFUSE(t, "{form_token} is a field; it cannot stand here");
    now->token |= (UINT64_C(1) << now->depth) - 1;
    statement(t, "out_form_token(o);");
    t->needs_web = true;
}

static void say(struct template *t, struct str rest)
{
    if (t->html.now.place == IN_TAG || t->html.now.address != ADDRESS_NONE)
        REFUSE(t, "{say} writes words; they cannot stand here");
    statement(t, "%s(o, %.*s);", marks_dutch(t) ? "out_say" : "out_words", STR_ARG(rest));
    html_filled(&t->html);
}

/* A value: how it is written depends on where it stands. */
static void expression(struct template *t, struct str x)
{
    struct spot *now = &t->html.now;
    const char *how = "OUT_TEXT";
    if (now->place == IN_TAG) {
        REFUSE(t, "{%.*s} stands where the name of an attribute would", STR_ARG(x));
        return;
    }
    if (now->place == IN_TEXT) {
        html_filled(&t->html);
    } else if (now->address == ADDRESS_NONE) {
        how = "OUT_ATTR";
    } else if (now->address == ADDRESS_START || now->address == ADDRESS_SOURCES) {
        how = "OUT_ADDRESS";
        whole_address(t, "data");
    } else if (now->address == ADDRESS_LOCAL) {
        how = "OUT_SEGMENT";
        now->root = false;
    } else {
        REFUSE(t,
               now->address == ADDRESS_FIXED
                   ? "data cannot stand in an address of another site; hand over a struct url"
                   : "nothing may follow a whole address");
        return;
    }
    statement(t, "%s(o, %.*s);", how, STR_ARG(x));
}

static void blocks(struct template *t, struct str inside)
{
    struct str rest;
    if (brace_word(inside, "if", &rest)) {
        if (!rest.n) REFUSE(t, "{if} needs a condition");
        statement(t, "if (%.*s) {", STR_ARG(rest));
        block_open(t, false);
    } else if (brace_word(inside, "else", &rest)) {
        struct str condition = rest;
        const bool more = rest.n && brace_word(rest, "if", &condition);
        if (more ? !condition.n : rest.n) REFUSE(t, "write {else} or {else if CONDITION}");
        if (!block_else(t, !more, more ? "else if" : "else")) return;
        if (more)
            statement(t, "} else if (%.*s) {", STR_ARG(condition));
        else
            statement(t, "} else {");
    } else if (brace_word(inside, "each", &rest)) {
        each(t, rest);
    } else if (block_end(t)) {
        statement(t, "}");
    }
}

void braces(struct template *t, struct str inside)
{
    struct str rest;
    if (str_starts(inside, STR("!--"))) return;
    if (!inside.n)
        REFUSE(t, "nothing stands between these braces; a brace as such is &#123; or &#125;");
    else if (inside.s[0] == '"')
        sentence_compile(t, inside);
    else if (brace_word(inside, "if", &rest) || brace_word(inside, "else", &rest) ||
             brace_word(inside, "each", &rest) || brace_word(inside, "end", &rest))
        blocks(t, inside);
    else if (brace_word(inside, "use", &rest))
        use(t, rest);
    else if (brace_word(inside, "include", &rest))
        include(t, rest);
    else if (brace_word(inside, "asset", &rest))
        asset(t, rest);
    else if (brace_word(inside, "script", &rest))
        script(t, rest);
    else if (brace_word(inside, "body", &rest))
        body(t);
    else if (brace_word(inside, "say", &rest))
        say(t, rest);
    else if (brace_word(inside, "lang", &rest) && rest.n)
        lang(t, rest);
    else if (brace_word(inside, "in", &rest))
        in_language(t, rest);
    else if (brace_word(inside, "form_token", &rest))
        form_token(t);
    else
        expression(t, inside);
}
