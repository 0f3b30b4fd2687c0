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
#include "web/form.h"

enum method { METHOD_GET, METHOD_POST }; /* HEAD is answered as GET without its body */

/* Who may come in. The router asks before the page runs, so no page can forget it. */
enum who { WHO_ANYONE, WHO_READER, WHO_HOST, WHO_WRITER, WHO_EDITOR, WHO_ADMINISTRATOR };

enum { PARAMS = 4, QUERIES = 24, CRUMBS = 6, MENU = 12 };

struct
    param { /* a part of the path behind ":" (slug) or "#" (number), or a value of the query */
    struct str text;
    int64_t number; /* of a "#" part */
};

/* Who signed in, as the page is concerned: their role where this page stands. */
struct visitor {
    int64_t person;  /* 0: nobody signed in */
    enum who role;   /* the highest they have here; WHO_ANYONE: none */
    struct str name; /* shown to themselves only */
    struct str
        session; /* what tells this session from others; kept on our side only as a hash */
};

struct request { /* lives until the answer is sent; everything in it too */
    struct arena *arena;
    struct db *db; /* in `act`: the transaction itself */
    const struct page *page;
    enum method method;
    struct visitor visitor;
    struct form_state *form; /* of a page with a form, else NULL */
    void *prepared;          /* whatever `prepare` made for `act` */
    struct str key;          /* of a POST: 32 bytes, the same for the same form sent twice */
    struct str secret;       /* of this data file: makes codes that nobody can guess */
    struct str session;      /* the cookie as it came; features/people knows what it means */
    struct str user_agent;   /* as it came; never kept as it is */
    uint64_t
        client; /* who asks, to the limiter (limiter.h); 0: not known. Never kept as it is */
    struct str site; /* where this site is for the world: "https://dialoog.voorbeeld.nl"; empty
                      * when it is kept as files and nobody said where they will stand */
    struct str path; /* without language prefix: "/almere-2023/thema/hulp" */
    struct param param[PARAMS]; /* in the order of the page's path */
    struct str query[QUERIES];  /* in the order of the page's `query`; s == NULL: not given */
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
    struct path manifest; /* of a page that can be installed; empty: it cannot */
    struct other_form {   /* what stands on it in another form: a feed, a calendar */
        struct path to;
        struct str type, title;
    } forms[2];
    size_t forms_n;
    struct path search; /* where the search box leads; empty: the whole site */
    struct str q;       /* what was searched */
    struct path self;   /* this page, for the links to its other languages */
    unsigned langs;     /* a bit per enum lang: those it stands in; 0: WHOLE_LANGS */
    struct version {    /* filled in by response_page */
        const struct lang_about *lang;
        struct url to; /* this page in that language */
        bool here;
    } versions[LANGS];
    size_t versions_n;
    struct str visitor;        /* who signed in; empty on pages for everybody */
    struct path sign_in;       /* where colleagues sign in; empty: nowhere */
    struct token_maker *token; /* for {form_token} */
    bool invented; /* made-up: the layout says so, and no answer of it is for search engines */
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
    CONTENT_ATOM,
    CONTENT_ZIP,
    CONTENT_WEBM,
    CONTENT_OGG,
    CONTENT_M4A,
    CONTENT_WAV,
    CONTENT_ODT,
    CONTENT_MARKDOWN,
    CONTENT_MANIFEST, /* what a browser needs to put a page between its programs */
    CONTENT_NDJSON,   /* a JSON value on each line */
    CONTENT_PROBLEM,  /* what went wrong, for programs (RFC 9457) */
    CONTENT_ODS,
    CONTENT_BYTES, /* to be saved, never shown */
    CONTENTS
};

/* An answer that is written while it is sent, piece by piece, so that its length takes no memory. `next` adds
 * a piece to `o`, in a snapshot of its own, and says whether there is more; what it goes on from is `with`, in the
 * flow's own arena. A handler makes it as the last thing it does. */
struct flow {
    struct arena arena;
    void *with;
    enum err (*next)(struct db *db, struct flow *flow, struct out *o, bool *more);
};
struct flow *flow_new(enum err (*next)(struct db *db, struct flow *flow, struct out *o,
                                       bool *more));
void flow_end(struct flow *flow); /* NULL is allowed */

struct response {
    int status; /* 200 until set otherwise */
    enum content content;
    struct out body;
    struct frame frame;
    struct path location; /* of a redirect */
    struct str filename;  /* set: offered for download under this name */
    bool immutable;       /* the address holds a hash: cached for ever */
    bool no_store;        /* neither we nor the browser keep it */
    bool noindex;         /* search engines leave it out */
    bool microphone;      /* this page may ask for it, when its visitor says so */
    bool camera;          /* the same */
    bool framed;    /* other sites may show it in a frame of theirs: it asks for nothing */
    unsigned allow; /* of a 405: a bit per enum method that does have a page here */
    unsigned retry_after;    /* seconds, of a 429 or 503; 0: not said */
    bool open;               /* of a page that is `open`; the router fills it */
    struct instant modified; /* when what it tells last changed; s == 0: not said */
    struct str told;   /* of an open page that fails: what to do, in the reader's language */
    struct flow *flow; /* behind the body, which is empty then */
    struct str cookie; /* a new session: its name for the browser */
    bool cookie_ends;  /* the session ended */
    /* Something small that this answer leaves behind: handed to the writer, not waited for, and lost when too
     * much waits. `with` is copied. For a page that is shown to everybody and kept in no cache. */
    struct behind {
        store_work *work; /* NULL: nothing */
        const void *with;
        size_t bytes;
    } behind;
};

/* A page is shown by `handle` (GET) and, when it has a form, does something by `act` (POST). A POST
 * goes by this way: where it came from and its token are checked; the form is read (form.h); what is
 * slow, or needs no data, is done by `prepare` before its turn to write comes; `act` runs on the writer's thread, whole or not
 * at all; the answer is sent when it is on the disk. The same form sent twice is done once.
 *
 *   act gives OK, `location` set     303 to there
 *                                    (`from_anywhere`, and not sent by a page of ours: the page itself)
 *   act gives OK, no `location`      kept; the page shows itself (with `status`, when act set it), and
 *                                    a button what act wrote
 *   act gives ERR_FORM               undone; the page shows itself with what is wrong (422)
 *   another error                    undone; the page about that error
 *
 * A page without `handle` is a button: only posted to, and has nothing to show again. */
struct page {
    /* "/:dialogue/punt/#point": ":x" takes a slug, "#x" a positive number, and text may stand around
     * it within its part ("brand-:colour.css"). Literal text wins over a number, that over a slug. */
    const char *path;
    enum who who;
    unsigned
        langs; /* a bit per enum lang it is translated in; 0: WHOLE_LANGS. In another language its
                     * address leads to the Dutch page */
    const char *query; /* names it takes, "soort tafel na"; another name is answered with 400 */
    enum err (*handle)(struct request *req, struct response *res);
    const struct form *form;                  /* what may be posted; with `act` only */
    enum err (*prepare)(struct request *req); /* reads only; ERR_FORM shows the page again */
    bool
        quick; /* `prepare` takes microseconds and reads nothing: it needs no thread of its own */
    enum err (*act)(struct tx *tx, struct request *req, struct response *res);
    bool live; /* who asks it as an EventSource hears it anew each time it changes (live.h) */
    size_t upload;  /* bytes of body it takes; 0: 64 kB */
    bool own_token; /* its address holds a secret that only who may post has: the token of the
                       * form is not asked, since a phone may have kept the page for days */
    bool
        from_anywhere; /* with own_token: also posted to by what is no page of ours, such as a mail
                           * program whose reader wants no more */
    bool
        open; /* for programs of anybody: pages of other sites may read it (CORS), nobody's cookie is looked
                 * at, what is wrong is said as JSON. It only reads, so a POST asks the same as a GET, and
                 * keeps what is asked out of addresses: `query` as a form or as a JSON object */
    const void *about; /* of handlers that serve several pages: what this one is about */
    const char *file;  /* __FILE__ */
};
bool page_takes(const struct page *page, enum method method);

/* Fills req->visitor from req->session: who that is, and their role where `page` stands (of the
 * dialogue when its path begins with one). Leaves it as it is for nobody. What is to be written down
 * about it is handed to `st` and not waited for. */
typedef enum err admit(struct store *st, struct request *req, const struct page *page);

/* Fills what every frame shows: site, organisation, phone, e-mail, brand. Path, language and menu are
 * not its business. On an error the frame keeps its defaults. */
typedef enum err frame_fill(struct request *req, struct frame *frame);

/* Starts an HTML answer: status 200, frame handed to the layout. Returns where to write. */
struct out *response_page(struct request *req, struct response *res);
/* For what is read away from this site, as a file of data: the whole address of a page; of a site kept as
 * files, the way from the file being answered to that page. */
struct str request_address(const struct request *req, struct arena *a, struct path to);
/* Can others come there? False for this machine's own addresses and for none: they stay out of documents. */
bool site_is_public(struct str site);
/* Whose it is, for names that have to be the same for ever: "dialoog.voorbeeld.nl". */
struct str site_host(struct str site);
/* For the layout. `frame_in` is this page's address in a language. */
struct url frame_in(const struct frame *frame, struct arena *a, enum lang lang);
void frame_versions(struct frame *frame, struct arena *a, enum lang here);
/* What the reader must know of this language: that no speaker has read it yet, that not every page
 * stands in it. NULL where that is not so. */
const struct words *frame_unread(enum lang lang);
const struct words *frame_partial(enum lang lang);
struct url frame_brand(const struct frame *frame);
struct url frame_phone(const struct frame *frame, struct arena *a);
struct url frame_email(const struct frame *frame, struct arena *a);
/* 303 to a local address. */
enum err response_redirect(struct response *res, struct path to);

/* The hidden field that every form holds; templates write {form_token}. */
void out_form_token(struct out *o);

/* Every page of the program, collected by the build. */
extern const struct page *const web_pages[];
extern const size_t web_pages_n;

/* Runs one request through router, page and layout without a socket: the tests' way in.
 * `address` is path and query as a browser would ask it ("/en/zoeken?q=bank"). On an error the
 * response holds the error page and its status. Never fails itself. */
void web_try(struct store *st, struct db *db, struct arena *a, enum method method,
             struct str address, struct instant now, struct response *res);

/* The same for any request, also a POST with everything it does. */
struct
try {
    enum method method;
    const char *address;
    const char *body; /* of a POST: "tekst=hallo&thema=3" */
    struct str parts; /* of a POST: instead of `body`, multipart with the boundary "grens" */
    struct visitor visitor; /* as if they had signed in; role WHO_ANYONE: nobody */
    struct str session;     /* the cookie, for pages that look at it themselves */
    uint64_t client;
    bool without_token; /* of a POST: nothing is added to the body */
    bool from_elsewhere;
    bool json; /* of a POST to an open page: the body is JSON */
    struct str accept_language;
    bool readers_only; /* as if nobody can sign in */
    bool as_files;     /* the answer is kept in a folder; `site` may be empty then */
    struct str
        site; /* where it is for the world; empty and not as files: http://localhost:8080 */
    struct instant now;
    frame_fill *frame; /* who the municipality is; NULL: a page without one */
};
void web_ask(struct store *st, struct db *db, struct arena *a, const struct try *try,
             struct response *res);

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
/* Answers with an asset at an address of its own: a worker may serve only what lies below its address. */
MUST_CHECK enum err response_asset(struct response *res, struct str name);

/* ---- the server ---- */

struct web_config {       /* zero means the default everywhere */
    const char *listen;   /* "127.0.0.1:8080" or "[::1]:8080" */
    bool trust_proxy;     /* take address and scheme from the last X-Forwarded-* hop */
    bool limiter;         /* requests per address; off only for benchmarks */
    unsigned workers;     /* 0: one per core */
    unsigned streams;     /* of live pages, open at once; 0: LIVE_MOST of live.h */
    unsigned connections; /* open at once, over all workers; 0: 12,000 (at most 16 kB each) */
    size_t cache_bytes;   /* of rendered pages; 0: 16 MiB */
    struct instant now;   /* fixed time for tests; s == 0: the clock */
    int log_fd;           /* one line per request; -1: none */
    frame_fill *frame;    /* who the municipality is; NULL: a site without one */
    admit *admit;         /* who a session belongs to; NULL: nobody can sign in */
    const char *sign_in;  /* where who has not signed in is sent, "/inloggen"; NULL: nowhere */
    const char
        *address; /* for the world, "https://dialoog.voorbeeld.nl"; NULL: localhost and port */
    const struct page *const *pages; /* NULL: web_pages */
    size_t pages_n;
    struct { /* how long is waited, in milliseconds; 0: 10, 20, 60 and 15 seconds */
        unsigned head, body, answer, idle; /* answer: for each mebibyte that was begun */
        unsigned beat, stream; /* of live pages, in seconds; 0: LIVE_BEAT and LIVE_PATIENCE */
    } patience;
};
/* Each request writes one line to log_fd, without anything about the visitor: instant, method, the
 * page's path as in its table, status, bytes, microseconds, "hit" or "-" (from the cache or not). */
struct web;
/* Opens the socket and starts the workers. Fails: ERR_CLASH when the address is taken. */
MUST_CHECK enum err web_start(struct web **web, struct store *st,
                              const struct web_config *config);
int web_port(const struct web *web);           /* useful after listening on port 0 */
struct str web_address(const struct web *web); /* for the world; ended by a zero */
/* No new connections; requests under way are answered (at most 5 s); then all threads end. */
void web_stop(struct web *web);

/* Puts formatted text (CommonMark) in the page's markup: paragraphs, lists, emphasis, links to http(s),
 * mailto and local addresses, headings from level `heading` on. HTML in it is shown as text. */
struct html markdown(struct arena *a, struct str text, int heading);

#endif
