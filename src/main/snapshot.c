/* snapshot.c — see snapshot.h. Starts at the front page and follows href="/…" and src="/…" in what our
 * own templates wrote: double quotes and escaped, so nothing else has to be understood. */
#include "main/snapshot.h"

#include "base/out.h"
#include "features/dialogue/dialogue.h"
#include "features/folder/files.h"
#include "web/address.h"
#include "web/web.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SNAPSHOT_DATA, SNAPSHOT_SITE };

struct crawl {
    struct store *st;
    struct db *db;
    const char *dir;
    struct str site; /* where it will stand; empty: not known */
    struct instant now;
    struct arena names; /* addresses, for the whole crawl */
    struct str *todo;
    size_t todo_n, room;
    uint32_t *seen; /* open hashing: index into todo plus one */
    size_t seen_room;
};

static uint64_t hash_of(struct str x)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < x.n; i++) h = (h ^ (unsigned char)x.s[i]) * 1099511628211u;
    return h;
}

static enum err want(struct crawl *c, struct str address)
{
    if (c->todo_n == SNAPSHOT_PAGES)
        return FAIL(ERR_LIMIT, "more than %d pages", SNAPSHOT_PAGES);
    size_t at = hash_of(address) % c->seen_room;
    while (c->seen[at]) {
        if (str_eq(c->todo[c->seen[at] - 1], address)) return OK;
        at = (at + 1) % c->seen_room;
    }
    c->todo[c->todo_n++] = arena_copy(&c->names, address);
    c->seen[at] = (uint32_t)c->todo_n;
    return OK;
}

/* Without what a folder cannot do: searching, and the place within a page. */
static bool wanted(struct str address)
{
    return str_find(address, STR("/zoeken")) == SIZE_MAX &&
           str_find(address, STR("//")) == SIZE_MAX;
}

static bool is_picture(struct str file)
{
    return str_find(file, STR("beeld/")) != SIZE_MAX &&
           (str_ends(file, STR("-groot")) || str_ends(file, STR("-klein")));
}

static enum err write_file(struct arena *a, const char *dir, struct str name, struct str bytes)
{
    const struct str path = arena_format(a, "%s/%.*s", dir, STR_ARG(name));
    char *s = (char *)(uintptr_t)path.s;
    for (char *slash = strchr(s + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        const int made = mkdir(s, 0777);
        const int why = errno;
        *slash = '/';
        if (made != 0 && why != EEXIST) return FAIL(ERR_BROKEN, "%s: %s", s, strerror(why));
    }
    FILE *f = fopen(s, "wb");
    if (!f) return FAIL(ERR_BROKEN, "%s: %s", s, strerror(errno));
    const bool written = fwrite(bytes.s, 1, bytes.n, f) == bytes.n;
    if (fclose(f) != 0 || !written) return FAIL(ERR_FULL, "%s: %s", s, strerror(errno));
    return OK;
}

/* "&amp;" back to "&": the only mark that stands escaped in our own addresses. */
static struct str plain_address(struct arena *a, struct str x)
{
    char *s = NEW(a, char, x.n + 1);
    size_t n = 0;
    while (x.n) {
        s[n++] = x.s[0];
        x = str_from(x, str_starts(x, STR("&amp;")) ? 5 : 1);
    }
    return (struct str){ s, n };
}

static void ask(struct crawl *c, struct arena *a, struct str address, struct response *res)
{
    struct str asked = plain_address(a, address);
    for (int hops = 0; hops < 4; hops++) {
        const struct try as_a_visitor = { .method = METHOD_GET,
                                          .address = arena_copy(a, asked).s,
                                          .now = c->now,
                                          .readers_only = true,
                                          .as_files = true,
                                          .site = c->site,
                                          .frame = site_frame };
        *res = (struct response){ 0 };
        web_ask(c->st, c->db, a, &as_a_visitor, res);
        if (!res->location.text.n) break;
        asked =
            arena_format(a, "%.*s%.*s", STR_ARG(res->body.prefix), STR_ARG(res->location.text));
    }
}

/* The file of an address. A picture gets the ending of its kind, which its address does not say: whoever
 * serves the folder tells browsers what a file is by its ending. */
static struct str named(struct arena *a, struct str address, const struct response *res)
{
    const struct str name = address_file(a, address);
    if (!is_picture(name)) return name;
    return arena_join(a, name, res->content == CONTENT_PNG ? STR(".png") : STR(".jpg"));
}

/* Copies a page, taking note of every local address in it and making it relative to `from`. */
static enum err relink(struct crawl *c, struct arena *a, struct str from, struct str page,
                       struct out *out)
{
    static const struct str marks[] = { { "href=\"/", 7 },
                                        { "src=\"/", 6 },
                                        { "srcset=\"/", 9 } };
    struct str up = { 0 };
    for (size_t i = 0; i < from.n; i++)
        if (from.s[i] == '/') up = arena_format(a, "%.*s../", STR_ARG(up));
    while (page.n) {
        size_t at = SIZE_MAX, mark = 0;
        for (size_t m = 0; m < COUNT_OF(marks); m++) {
            const size_t here = str_find(page, marks[m]);
            if (here < at) at = here, mark = m;
        }
        if (at == SIZE_MAX) break;
        out_raw(out, str_upto(page, at + marks[mark].n - 1));
        page = str_from(page, at + marks[mark].n - 1);
        struct str address = str_upto(page, str_find(page, STR("\"")));
        page = str_from(page, address.n);
        const size_t hash = str_find(address, STR("#"));
        const struct str place = hash == SIZE_MAX ? (struct str){ 0 } : str_from(address, hash);
        address = str_upto(address, address.n - place.n);
        if (!wanted(address)) {
            out_raw(out, address);
            continue;
        }
        TRY(want(c, address));
        struct response res = { 0 };
        if (is_picture(address_file(a, address))) ask(c, a, address, &res);
        out_raw(out, up);
        out_raw(out, named(a, address, &res));
        out_raw(out, place);
    }
    out_raw(out, page);
    return OK;
}

static enum err keep_page(struct crawl *c, struct arena *a, struct str address)
{
    struct response res;
    ask(c, a, address, &res);
    if (res.status != 200)
        return FAIL(ERR_BROKEN, "%.*s answers %d", STR_ARG(address), res.status);
    const struct str name = named(a, address, &res), body = { res.body.s, res.body.n };
    if (res.content != CONTENT_HTML) return write_file(a, c->dir, name, body);
    struct out out = out_start(a, 4 * body.n + 4096, LANG_NL);
    TRY(relink(c, a, name, body, &out));
    return write_file(a, c->dir, name, (struct str){ out.s, out.n });
}

/* The files that pages and stylesheets need. */
static enum err keep_assets(struct crawl *c, struct arena *a)
{
    for (size_t i = 0; i < web_assets_n; i++)
        TRY(write_file(a, c->dir, str_from(str_of(web_assets[i].path), 1),
                       web_assets[i].plain));
    return OK;
}

enum err snapshot_write(struct store *st, const char *dir, struct str site, struct instant now,
                        size_t *pages)
{
    struct crawl c = {
        .st = st, .dir = dir, .site = site, .now = now, .seen_room = 4 * SNAPSHOT_PAGES
    };
    c.todo = calloc(SNAPSHOT_PAGES, sizeof *c.todo);
    c.seen = calloc(c.seen_room, sizeof *c.seen);
    struct arena a = { 0 };
    enum err e = c.todo && c.seen ? store_reader(st, &c.db) : FAIL(ERR_BROKEN, "no memory");
    if (e == OK) e = keep_assets(&c, &a);
    if (e == OK) e = want(&c, STR("/"));
    for (size_t i = 0; e == OK && i < c.todo_n; i++) {
        arena_reset(&a);
        if (!str_starts(c.todo[i], STR("/assets/")) ||
            str_find(c.todo[i], STR("brand")) != SIZE_MAX)
            e = keep_page(&c, &a, c.todo[i]);
    }
    *pages = c.todo_n;
    if (c.db) store_reader_close(c.db);
    arena_end(&a);
    arena_end(&c.names);
    free(c.todo);
    free(c.seen);
    return e;
}

/* What was given; else where the running server is, when others can come there. */
static struct str site_of(const struct command *c)
{
    if (c->value[SNAPSHOT_SITE]) return str_of(c->value[SNAPSHOT_SITE]);
    const struct str running = str_of(c->site);
    return site_is_public(running) ? running : (struct str){ 0 };
}

/* Only in an empty folder: what a reader may not see any more must not stay behind in it. */
int command_snapshot(struct command *c)
{
    size_t pages;
    int dir = -1;
    enum err e = folder_fresh(c->argument[0], &dir);
    if (e == ERR_CLASH) {
        command_say(c->err, c->lang,
                    SAY("dialoog: in die map staat al iets. Kies een lege of een nieuwe map."));
        return EXIT_USAGE;
    }
    if (e == OK) {
        close(dir);
        e = snapshot_write(c->store, c->argument[0], site_of(c), c->now, &pages);
    }
    if (e == OK) return EXIT_DONE;
    fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}
