/* router.h — which page an address and method ask for.
 *
 * A page's path is parts between slashes. A part is literal text, or holds one parameter:
 * ":name" takes a slug, "#name" a positive number, and text may stand before or behind it
 * ("brand-:colour.css"). Where several pages fit, literal parts win over numbers, numbers over
 * slugs, from the left. */
#ifndef WEB_ROUTER_H
#define WEB_ROUTER_H

#include "web/web.h"

enum { PATH_PARTS = 8 };
struct route;
struct router {
    const struct route *routes;   /* by number of parts; of as many, the most specific first */
    size_t first[PATH_PARTS + 2]; /* where those of so many parts begin */
};
struct match {
    const struct page *page; /* NULL: no page for this method here */
    struct param param[PARAMS];
    unsigned methods; /* bit per enum method that has a page at this path */
};

/* Fails: ERR_BROKEN, with a sentence, when a path cannot be read, two pages share path and method,
 * or a page has more parameters than a request holds. The arena must outlive the router. */
MUST_CHECK enum err router_make(struct arena *a, const struct page *const *pages, size_t n,
                                struct router *router);
/* Does a page that is open begin with this part? */
bool router_open(const struct router *router, struct str first);
void router_find(const struct router *router, struct str path, enum method method,
                 struct match *match);

#endif
