/* web.h — what a page is, what it is asked, and how it answers. Knows no feature.
 *
 * A page is a value: `const struct page NAME = { … };` at the foot of its .c file. The build
 * collects them (a line that begins `const struct page` is enough); nobody edits a list. */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "base/base.h"
#include "base/lang.h"
#include "base/out.h"
#include "base/time.h"
#include "store/store.h"

enum method { METHOD_GET, METHOD_POST }; /* HEAD is answered as GET without its body */

/* Who may come in. The router asks before the page runs, so no page can forget it. */
enum who { WHO_ANYONE, WHO_READER, WHO_HOST, WHO_WRITER, WHO_EDITOR, WHO_ADMINISTRATOR };

enum { PARAMS = 4, QUERIES = 8, CRUMBS = 6, MENU = 8 };

struct
    param { /* a part of the path behind ":" (slug) or "#" (number), or a value of the query */
    struct str text;
    int64_t number; /* of a "#" part */
};

struct request { /* lives until the answer is sent; everything in it too */
    struct arena *arena;
    struct db *db;
    enum method method;
    struct str path;            /* without language prefix: "/almere-2023/thema/hulp" */
    struct param param[PARAMS]; /* in the order of the page's path */
    struct str query[QUERIES];  /* in the order of the page's `query`; s == NULL: not given */
    struct str body;            /* of a POST, as it came: application/x-www-form-urlencoded */
    enum lang lang;
    struct instant now;
    struct day today;
    bool lost; /* this page is not there; the frame is filled for the page that says so */
};

struct link {
    struct path to;
    struct str text;
    bool here; /* this is the page itself */
};

/* What the layout shows around a page. The router fills site, path and language; the page the rest. */
struct frame {
    struct str title;       /* of the page; the site's name is put behind it */
    struct str description; /* for search engines and link previews; may be empty */
    struct str site, organisation, phone, email; /* of the municipality */
    struct path brand;                           /* stylesheet with its colour */
    struct link crumbs[CRUMBS];
    size_t crumbs_n;
    struct link menu[MENU];
    size_t menu_n;
    struct str notice; /* shown above every page of a dialogue; may be empty */
    struct str notice_lang;
    struct path search; /* where the search box leads; empty: the whole site */
    struct str q;       /* what was searched */
    struct path self;   /* this page, for the links to its other languages */
    struct version {    /* filled in by response_page */
        const struct lang_about *lang;
        struct url to; /* this page in that language */
        bool here;
    } versions[LANGS];
    size_t versions_n;
    bool invented; /* made-up content: labelled, and kept out of search engines */
    bool wide;
};

enum content {
    CONTENT_HTML,
    CONTENT_CSS,
    CONTENT_JSON,
    CONTENT_CSV,
    CONTENT_TEXT,
    CONTENT_PNG,
    CONTENT_JPEG,
    CONTENT_WEBP,
    CONTENT_SVG,
    CONTENT_WOFF2,
    CONTENT_JS,
    CONTENT_PDF,
    CONTENT_XML,
    CONTENT_ICO,
    CONTENT_CALENDAR,
    CONTENT_ZIP,
    CONTENTS
};

struct response {
    int status; /* 200 until set otherwise */
    enum content content;
    struct out body;
    struct frame frame;
    struct path location; /* of a redirect */
    struct str filename;  /* set: offered for download under this name */
    bool immutable;       /* the address holds a hash: cached for ever */
    bool no_store;        /* neither we nor the browser keep it */
    unsigned allow;       /* of a 405: a bit per enum method that does have a page here */
    unsigned retry_after; /* seconds, of a 429 or 503; 0: not said */
};

struct page {
    /* "/:dialogue/punt/#point": ":x" takes a slug, "#x" a positive number, and text may stand around
     * it within its part ("brand-:colour.css"). Literal text wins over a number, that over a slug. */
    const char *path;
    enum method method;
    enum who who;
    const char *query; /* names it takes, "soort tafel na"; another name is answered with 400 */
    enum err (*handle)(struct request *req, struct response *res);
    const char *file; /* __FILE__ */
};

/* Fills what every frame shows: site, organisation, phone, e-mail, brand. Path, language and menu are
 * not its business. On an error the frame keeps its defaults. */
typedef enum err frame_fill(struct request *req, struct frame *frame);

/* Starts an HTML answer: status 200, frame handed to the layout. Returns where to write. */
struct out *response_page(struct request *req, struct response *res);
/* For the layout. `frame_in` is this page's address in a language. */
struct url frame_in(const struct frame *frame, struct arena *a, enum lang lang);
void frame_versions(struct frame *frame, struct arena *a, enum lang here);
struct url frame_brand(const struct frame *frame);
struct url frame_phone(const struct frame *frame, struct arena *a);
struct url frame_email(const struct frame *frame, struct arena *a);
/* 303 to a local address. */
enum err response_redirect(struct response *res, struct path to);

/* Every page of the program, collected by the build. */
extern const struct page *const web_pages[];
extern const size_t web_pages_n;

/* Runs one request through router, page and layout without a socket: the tests' way in.
 * `address` is path and query as a browser would ask it ("/en/zoeken?q=bank"). On an error the
 * response holds the error page and its status. Never fails itself. */
void web_try(struct store *st, struct db *db, struct arena *a, enum method method,
             struct str address, struct instant now, struct response *res);

/* ---- embedded files (assets/), made by the build ---- */

struct asset {
    const char *name; /* "dialoog.css" */
    const char *path; /* "/assets/dialoog.5f2c8a1b.css" */
    enum content content;
    struct str plain, gzip, brotli; /* the last two empty when they would not help */
    const char *etag;
};
extern const struct asset web_assets[];
extern const size_t web_assets_n;
/* Address of an asset by its name; the build has checked that it exists. */
struct str asset_path(struct str name);

/* ---- the server ---- */

struct web_config {       /* zero means the default everywhere */
    const char *listen;   /* "127.0.0.1:8080" or "[::1]:8080" */
    bool trust_proxy;     /* take address and scheme from the last X-Forwarded-* hop */
    bool limiter;         /* requests per address; off only for benchmarks */
    unsigned workers;     /* 0: one per core */
    unsigned connections; /* open at once, over all workers; 0: 12,000 (at most 16 kB each) */
    size_t cache_bytes;   /* of rendered pages; 0: 16 MiB */
    struct instant now;   /* fixed time for tests; s == 0: the clock */
    int log_fd;           /* one line per request; -1: none */
    frame_fill *frame;    /* who the municipality is; NULL: a site without one */
    const struct page *const *pages; /* NULL: web_pages */
    size_t pages_n;
    struct { /* how long is waited, in milliseconds; 0: 10, 20, 60 and 15 seconds */
        unsigned head, body, answer, idle; /* answer: for each mebibyte that was begun */
    } patience;
};
/* Each request writes one line to log_fd, without anything about the visitor: instant, method, the
 * page's path as in its table, status, bytes, microseconds, "hit" or "-" (from the cache or not). */
struct web;
/* Opens the socket and starts the workers. Fails: ERR_CLASH when the address is taken. */
MUST_CHECK enum err web_start(struct web **web, struct store *st,
                              const struct web_config *config);
int web_port(const struct web *web); /* useful after listening on port 0 */
/* No new connections; requests under way are answered (at most 5 s); then all threads end. */
void web_stop(struct web *web);

/* Puts formatted text (CommonMark) in the page's markup: paragraphs, lists, emphasis, links to http(s),
 * mailto and local addresses, headings from level `heading` on. HTML in it is shown as text. */
struct html markdown(struct arena *a, struct str text, int heading);

#endif
