/* terms.c — /hsds/taxonomies and /hsds/taxonomy_terms: what services are filed under. */
#include "algo/fold.h"
#include "features/hsds/ask.h"

enum term_query { T_SEARCH, T_PAGE, T_PER_PAGE, T_FORMAT, T_TAXONOMY, T_PARENT, T_TOP };

/* asked_page reads page, size and format at the places they have in HSDS_QUERY. */
_Static_assert((int)T_SEARCH == (int)Q_SEARCH && (int)T_PAGE == (int)Q_PAGE &&
                   (int)T_PER_PAGE == (int)Q_PER_PAGE && (int)T_FORMAT == (int)Q_FORMAT,
               "the first four stand alike");

static struct str folded(struct arena *a, struct str text)
{
    char *to = NEW(a, char, text.n *FOLD_MOST + FOLD_MOST);
    size_t n = 0;
    while (text.n) n += fold(to + n, str_codepoint(&text));
    return (struct str){ to, n };
}
static bool holds(struct arena *a, struct str text, struct str word)
{
    return !word.n || str_find(folded(a, text), folded(a, word)) != SIZE_MAX;
}

/* As JSON on a page, or a line each. */
static void put_all(struct out *o, struct response *res, const struct hsds_asked *x,
                    const struct hsds_terms_row **terms, size_t n)
{
    const size_t from = (size_t)((x->page - 1) * x->per_page);
    const size_t here = from >= n                        ? 0
                        : n - from < (size_t)x->per_page ? n - from
                                                         : (size_t)x->per_page;
    if (x->ndjson) {
        res->content = CONTENT_NDJSON;
        for (size_t i = 0; i < n; i++) {
            object_term(o, o->arena, terms[i]);
            out_raw(o, STR("\n"));
        }
        return;
    }
    page_open(o, x, n, here);
    for (size_t i = from; i < from + here; i++) object_term(o, o->arena, terms[i]);
    page_close(o);
}

static enum err list_terms(struct request *req, struct response *res)
{
    struct hsds_asked x = { 0 };
    struct hsds_terms_row *all;
    size_t all_n, n = 0;
    struct arena *a = req->arena;
    res->content = CONTENT_JSON;
    res->noindex = true;
    TRY(asked_page(req, res, HSDS_PAGE_MOST, &x));
    TRY(hsds_terms(req->db, a, &all, &all_n));
    const struct hsds_terms_row **found = NEW(a, const struct hsds_terms_row *, all_n + 1);
    const struct str taxonomy = req->query[T_TAXONOMY], parent = req->query[T_PARENT];
    const bool top = str_is(req->query[T_TOP], "true") || str_is(req->query[T_TOP], "1");
    for (size_t i = 0; i < all_n; i++) {
        const struct hsds_terms_row *t = &all[i];
        if (taxonomy.n && !str_eq(taxonomy, object_taxonomy_id(a))) continue;
        if (parent.n && !(t->has_parent && str_eq(t->parent, parent))) continue;
        if (top && t->has_parent) continue;
        if (holds(a, t->name, req->query[T_SEARCH]) ||
            holds(a, t->question, req->query[T_SEARCH]))
            found[n++] = t;
    }
    res->no_store = res->no_store || req->query[T_SEARCH].n;
    put_all(&res->body, res, &x, found, n);
    return OK;
}

static enum err list_taxonomies(struct request *req, struct response *res)
{
    struct hsds_asked x = { 0 };
    struct out *o = &res->body;
    res->content = CONTENT_JSON;
    res->noindex = true;
    TRY(asked_page(req, res, HSDS_PAGE_MOST, &x));
    const bool there =
        holds(req->arena, STR("Onderwerpen van de sociale kaart"), req->query[T_SEARCH]);
    const size_t here = there && x.page == 1;
    res->no_store = res->no_store || req->query[T_SEARCH].n;
    if (x.ndjson) {
        res->content = CONTENT_NDJSON;
        if (there) object_taxonomy(o, req->arena);
        if (there) out_raw(o, STR("\n"));
        return OK;
    }
    page_open(o, &x, there, here);
    if (here) object_taxonomy(o, req->arena);
    page_close(o);
    return OK;
}

const struct page hsds_taxonomies = {
    .path = "/hsds/taxonomies",
    .who = WHO_ANYONE,
    .query = "search page per_page format",
    .handle = list_taxonomies,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_taxonomy_terms = {
    .path = "/hsds/taxonomy_terms",
    .who = WHO_ANYONE,
    .query = "search page per_page format taxonomy_id parent_id top_only",
    .handle = list_terms,
    .open = true,
    .file = __FILE__,
};
