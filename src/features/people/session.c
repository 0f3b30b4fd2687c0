/* session.c — who asks: from a cookie to a person and what they may do where the page stands. */
#include "features/people/here.h"
#include "features/people/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "web/token.h"

enum { COOKIE = 32, DAY = 86400, HOUR = 3600, MOMENT = 4 };

struct since session_since(struct instant now)
{
    return (struct since){ { now.s - SESSION_IDLE_DAYS * DAY },
                           { now.s - SESSION_DAYS * DAY },
                           { now.s - STEP_MINUTES * 60 } };
}

struct str session_hash(struct arena *a, struct str cookie)
{
    return sha256(a, cookie);
}

struct str session_of_visitor(struct request *req)
{
    struct str hash;
    return hex_read(req->arena, req->visitor.session, &hash) ? hash : (struct str){ 0 };
}

/* ---- that it was used ---- */

struct used_session { /* travels to the writer; nobody waits for it */
    char hash[32];
    struct instant now;
};
static enum err used_write(struct tx *tx, void *with)
{
    const struct used_session *used = with;
    return session_seen(tx, (struct str){ used->hash, sizeof used->hash }, used->now,
                        (struct instant){ used->now.s - HOUR });
}
static void used_done(enum err result, void *with)
{
    (void)result; /* lost: the next visit says it again */
    free(with);
}

static void note_use(struct store *st, struct str hash, struct instant now)
{
    struct used_session *used = st ? calloc(1, sizeof *used) : NULL;
    if (!used) return;
    memcpy(used->hash, hash.s, sizeof used->hash);
    used->now = now;
    if (store_submit(st, used_write, used_done, used) != OK) free(used);
}

/* ---- who asks ---- */

static enum who role_of(const struct session_visitor_row *row, bool in_dialogue)
{
    const enum who everywhere = row->has_everywhere ? row->everywhere : WHO_ANYONE;
    const enum who here = row->has_here ? row->here : WHO_ANYONE;
    if (in_dialogue) return here > everywhere ? here : everywhere;
    if (everywhere == WHO_ANYONE && (row->anywhere || row->steward)) return WHO_READER;
    return everywhere;
}

enum err people_admit(struct store *st, struct request *req, const struct page *page)
{
    struct session_visitor_row row;
    bool found;
    const bool in_dialogue = !strncmp(page->path, "/:dialogue", strlen("/:dialogue"));
    const struct since since = session_since(req->now);
    const struct str hash = session_hash(req->arena, req->session);
    TRY(session_visitor(req->db, req->arena, hash, in_dialogue ? req->param[0].text : STR(""),
                        since.used, since.made, &row, &found));
    if (!found) return OK;
    req->visitor.session = hex_write(req->arena, hash); /* forms hold for it alone */
    if (!row.complete) return OK;
    req->visitor.person = row.person;
    req->visitor.name = row.name;
    req->visitor.role = role_of(&row, in_dialogue);
    if (row.seen.s < req->now.s - HOUR) note_use(st, hash, req->now);
    people_note_place(st, req, page);
    return OK;
}

/* ---- beginning one ---- */

enum err challenge_make(struct request *req, struct str *challenge)
{
    char *bytes = arena_take(req->arena, PASSKEY_CHALLENGE, 1);
    const uint32_t moment = (uint32_t)req->now.s;
    TRY(chance(bytes, PASSKEY_CHALLENGE - MOMENT));
    for (int i = 0; i < MOMENT; i++)
        bytes[PASSKEY_CHALLENGE - MOMENT + i] = (char)(moment >> (24 - 8 * i) & 0xFF);
    *challenge = (struct str){ bytes, PASSKEY_CHALLENGE };
    return OK;
}

bool challenge_holds(struct str challenge, struct instant now)
{
    if (challenge.n != PASSKEY_CHALLENGE) return false;
    uint32_t moment = 0;
    for (int i = 0; i < MOMENT; i++)
        moment = moment << 8 | (unsigned char)challenge.s[PASSKEY_CHALLENGE - MOMENT + i];
    const int64_t age = now.s - (int64_t)moment;
    return age >= 0 && age <= STEP_MINUTES * 60;
}

enum err session_begin(struct tx *tx, struct request *req, struct response *res, int64_t person,
                       bool complete)
{
    struct str bytes, challenge = { 0 };
    const struct since since = session_since(req->now);
    TRY(chance_bytes(req->arena, COOKIE, &bytes));
    if (!complete) TRY(challenge_make(req, &challenge));
    if (req->session.n) TRY(session_end(tx, session_hash(req->arena, req->session)));
    TRY(sessions_sweep(tx, since.used, since.made));
    res->cookie = base64url_write(req->arena, bytes);
    return session_add(tx, session_hash(req->arena, res->cookie), person, req->now,
                       device_of(req->arena, req->user_agent), complete, challenge);
}

/* ---- what it is called ---- */

struct sign { /* the first that stands in what a browser says of itself */
    const char *in, *name;
};

static struct str sign_of(struct str said, const struct sign *signs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_find(said, str_of(signs[i].in)) != SIZE_MAX) return str_of(signs[i].name);
    return (struct str){ 0 };
}

struct str device_of(struct arena *a, struct str said)
{
    static const struct sign browsers[] = {
        { "Edg", "Edge" },       { "SamsungBrowser", "Samsung Internet" },
        { "OPR/", "Opera" },     { "Firefox/", "Firefox" },
        { "FxiOS", "Firefox" },  { "CriOS", "Chrome" },
        { "Chrome/", "Chrome" }, { "Safari/", "Safari" },
    };
    static const struct sign systems[] = {
        { "Android", "Android" }, { "iPhone", "iPhone" }, { "iPad", "iPad" },
        { "Windows", "Windows" }, { "CrOS", "ChromeOS" }, { "Mac OS X", "macOS" },
        { "Linux", "Linux" },
    };
    const struct str browser = sign_of(said, browsers, COUNT_OF(browsers));
    const struct str system = sign_of(said, systems, COUNT_OF(systems));
    if (!browser.n || !system.n) return browser.n ? browser : system;
    return arena_format(a, "%.*s · %.*s", STR_ARG(browser), STR_ARG(system));
}
