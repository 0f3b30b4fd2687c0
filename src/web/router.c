/* router.c — see router.h. */
#include "web/router.h"

#include <stdlib.h>
#include <string.h>

enum kind { LITERAL, NUMBER, SLUG };

struct part {
    enum kind kind;
    struct str before, behind; /* text around the parameter; a literal is all `before` */
};
struct route {
    const struct page *page;
    struct part part[PATH_PARTS];
    size_t n;
};

bool page_takes(const struct page *page, enum method method)
{
    return method == METHOD_GET ? page->handle != NULL : page->act != NULL || page->open;
}

static bool name_char(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_';
}

static enum err part_read(struct str text, const struct page *page, struct part *part)
{
    size_t at = 0;
    while (at < text.n && text.s[at] != ':' && text.s[at] != '#') at++;
    part->before = str_upto(text, at);
    if (at == text.n) {
        part->kind = LITERAL;
        return text.n ? OK : FAIL(ERR_BROKEN, "%s: empty part in %s", page->file, page->path);
    }
    part->kind = text.s[at] == '#' ? NUMBER : SLUG;
    size_t end = at + 1;
    while (end < text.n && name_char(text.s[end])) end++;
    part->behind = str_from(text, end);
    if (end == at + 1 || str_find(part->behind, STR(":")) != SIZE_MAX ||
        str_find(part->behind, STR("#")) != SIZE_MAX)
        return FAIL(ERR_BROKEN, "%s: part of %s without one name", page->file, page->path);
    return OK;
}

static enum err route_read(const struct page *page, struct route *route)
{
    struct str rest = str_of(page->path), part;
    size_t params = 0;
    route->page = page;
    if (!rest.n || rest.s[0] != '/')
        return FAIL(ERR_BROKEN, "%s: path must start with a slash", page->file);
    rest = str_from(rest, 1);
    if (!rest.n) return OK; /* home */
    while (str_next(&rest, '/', &part)) {
        if (route->n == PATH_PARTS) return FAIL(ERR_BROKEN, "%s: too many parts", page->file);
        TRY(part_read(part, page, &route->part[route->n]));
        if (route->part[route->n++].kind != LITERAL && ++params > PARAMS)
            return FAIL(ERR_BROKEN, "%s: more than %d parameters", page->file, PARAMS);
    }
    return OK;
}

/* Negative when a should be tried before b; 0 when the same addresses fit both. */
static int route_order(const struct route *a, const struct route *b)
{
    if (a->n != b->n) return a->n < b->n ? -1 : 1;
    for (size_t i = 0; i < a->n; i++) {
        const struct part *x = &a->part[i], *y = &b->part[i];
        if (x->kind != y->kind && (x->kind == LITERAL || y->kind == LITERAL))
            return x->kind == LITERAL ? -1 : 1;
        if (x->before.n + x->behind.n != y->before.n + y->behind.n)
            return x->before.n + x->behind.n > y->before.n + y->behind.n ? -1 : 1;
        if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
        const int before = str_cmp(x->before, y->before);
        if (before) return before;
        const int behind = str_cmp(x->behind, y->behind);
        if (behind) return behind;
    }
    return 0;
}

static int route_sort(const void *a, const void *b)
{
    return route_order(a, b);
}

enum err router_make(struct arena *a, const struct page *const *pages, size_t n,
                     struct router *router)
{
    struct route *routes = NEW(a, struct route, n + 1);
    for (size_t i = 0; i < n; i++) TRY(route_read(pages[i], &routes[i]));
    qsort(routes, n, sizeof *routes, route_sort);
    for (size_t i = 1; i < n; i++)
        if (!route_sort(&routes[i - 1], &routes[i]))
            return FAIL(ERR_BROKEN, "%s and %s both answer %s", routes[i - 1].page->file,
                        routes[i].page->file, routes[i].page->path);
    *router = (struct router){ .routes = routes };
    for (size_t i = 0; i < n; i++)
        for (size_t more = routes[i].n + 1; more < COUNT_OF(router->first); more++)
            router->first[more] = i + 1;
    return OK;
}

/* A number is written one way only: no zero in front, so no page has two addresses. */
static bool param_match(const struct part *part, struct str text, struct param *param)
{
    if (text.n <= part->before.n + part->behind.n || !str_starts(text, part->before) ||
        !str_ends(text, part->behind))
        return false;
    text = str_from(text, part->before.n);
    text.n -= part->behind.n;
    *param = (struct param){ .text = text };
    if (part->kind == SLUG) return str_slug(text);
    return text.s[0] != '0' && str_number(text, INT64_MAX, &param->number);
}

static bool route_match(const struct route *route, const struct str *parts, size_t n,
                        struct param *params)
{
    const struct part *part = route->part;
    for (size_t i = 0; i < n; i++) /* most routes differ here already */
        if (part[i].kind == LITERAL && !str_eq(part[i].before, parts[i])) return false;
    size_t taken = 0;
    for (size_t i = 0; i < n; i++)
        if (part[i].kind != LITERAL && !param_match(&part[i], parts[i], &params[taken++]))
            return false;
    return true;
}

void router_find(const struct router *router, struct str path, enum method method,
                 struct match *match)
{
    struct str parts[PATH_PARTS], rest = str_from(path, 1), part;
    size_t n = 0;
    memset(match, 0, sizeof *match);
    if (path.n > 1)
        while (str_next(&rest, '/', &part)) {
            if (n == PATH_PARTS) return;
            parts[n++] = part;
        }
    for (size_t i = router->first[n]; i < router->first[n + 1]; i++) {
        const struct route *route = &router->routes[i];
        struct param params[PARAMS] = { 0 };
        if (!route_match(route, parts, n, params)) continue;
        for (int m = METHOD_GET; m <= METHOD_POST; m++)
            if (page_takes(route->page, (enum method)m)) match->methods |= 1u << m;
        if (match->page || !page_takes(route->page, method)) continue;
        match->page = route->page;
        memcpy(match->param, params, sizeof params);
    }
}

bool router_open(const struct router *router, struct str first)
{
    for (size_t i = router->first[0]; i < router->first[PATH_PARTS + 1]; i++) {
        const struct route *route = &router->routes[i];
        if (route->page->open && route->n && route->part[0].kind == LITERAL &&
            str_eq(route->part[0].before, first))
            return true;
    }
    return false;
}
