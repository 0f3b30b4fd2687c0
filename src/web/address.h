/* address.h — what stands in an address: language, path and query, read once and strictly.
 *
 * Percent-encoding is undone once. Refused (ERR_INPUT): a broken escape, NUL and other control
 * characters, malformed UTF-8, an encoded slash or a backslash in the path, "." and ".." and
 * empty parts, more than QUERY_MOST parameters, a name given twice. */
#ifndef WEB_ADDRESS_H
#define WEB_ADDRESS_H

#include "base/base.h"
#include "base/lang.h"

enum { ADDRESS_MOST = 4096, QUERY_MOST = 32 };

struct query_value {
    struct str name, value;
};
struct address {
    enum lang lang;
    struct str path; /* decoded, without language prefix or slash at the end; home is "/" */
    struct query_value query[QUERY_MOST];
    size_t query_n;
    bool
        untidy; /* a slash at the end or a tracking name was left out: send them to the tidy one */
};

/* Reads the address as a browser sends it, "/en/zoeken?q=bank". Everything is copied. */
MUST_CHECK enum err address_read(struct arena *a, struct str raw, struct address *address);

/* The language that the start of an address names, however unreadable the rest is. */
enum lang lang_of_address(struct str raw);

/* The tidy address with its language in front, encoded: fit for a Location header. */
struct str address_text(struct arena *a, const struct address *address);

/* "" or "/en" */
struct str lang_prefix(enum lang lang);

/* The language of ours that this Accept-Language header wants most; Dutch when it wants none. Only
 * those in which every page stands: a reader of Turkish, then English, is not led into Dutch. */
enum lang lang_accepted(struct str header);

/* A site kept as files: the file of an address, "/a/b" in a/b.html, "/" in index.html, files as they
 * are; and the way from the file of one address to that of another, which may end in "#place". */
struct str address_file(struct arena *a, struct str address);
struct str address_between(struct arena *a, struct str from, struct str to);

#endif
