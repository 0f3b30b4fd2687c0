/* token.c — see token.h. */
#include "web/token.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "web/body.h"

enum { ID = 16, MOMENT = 4, CODE = 16, BYTES = ID + MOMENT + CODE, SESSION_MOST = 64 };
_Static_assert(TOKEN_TEXT == 2 * BYTES, "a token is written in hex");

struct str hmac(struct arena *a, struct str secret, struct str text)
{
    unsigned char *to = arena_take(a, 32, 1);
    unsigned n = 0;
    if (!HMAC(EVP_sha256(), secret.n ? secret.s : "", (int)secret.n,
              (const unsigned char *)(text.n ? text.s : ""), text.n, to, &n) ||
        n != 32)
        abort();
    return (struct str){ (const char *)to, 32 };
}

struct str sha256(struct arena *a, struct str text)
{
    unsigned char *to = arena_take(a, 32, 1);
    if (!EVP_Digest(text.n ? text.s : "", text.n, to, NULL, EVP_sha256(), NULL)) abort();
    return (struct str){ (const char *)to, 32 };
}

static struct str joined(struct arena *a, struct str x, struct str y)
{
    char *both = arena_take(a, x.n + y.n + 1, 1);
    if (x.n) memcpy(both, x.s, x.n);
    if (y.n) memcpy(both + x.n, y.s, y.n);
    return (struct str){ both, x.n + y.n };
}

/* The code over id and moment. */
static struct str code_of(struct arena *a, struct str secret, struct str session,
                          struct str head)
{
    return str_upto(hmac(a, secret, joined(a, head, str_upto(session, SESSION_MOST))), CODE);
}

struct str token_text(struct token_maker *m)
{
    if (m->secret.n != SECRET_BYTES) return STR("");
    if (!m->text.n) {
        char head[ID + MOMENT];
        const uint32_t moment = (uint32_t)m->now.s;
        if (chance(head, ID) != OK) return STR("");
        for (int i = 0; i < MOMENT; i++) head[ID + i] = (char)(moment >> (24 - 8 * i) & 0xFF);
        const struct str text = { head, sizeof head };
        m->text = hex_write(
            m->arena, joined(m->arena, text, code_of(m->arena, m->secret, m->session, text)));
    }
    return m->text;
}

bool token_holds(struct arena *a, struct str text, struct str secret, struct str session,
                 struct instant now)
{
    struct str bytes;
    if (secret.n != SECRET_BYTES || text.n != TOKEN_TEXT || !hex_read(a, text, &bytes))
        return false;
    const struct str head = str_upto(bytes, ID + MOMENT);
    if (!bytes_same(code_of(a, secret, session, head), str_from(bytes, ID + MOMENT)))
        return false;
    uint32_t moment = 0;
    for (int i = 0; i < MOMENT; i++) moment = moment << 8 | (unsigned char)bytes.s[ID + i];
    const int64_t age = now.s - (int64_t)moment;
    return age >= -60 && age <= TOKEN_HOURS * 3600;
}

/* With its length in front, so that no two lists of texts read the same. */
static void digest_text(EVP_MD_CTX *digest, struct str text)
{
    const uint64_t n = text.n;
    if (!EVP_DigestUpdate(digest, &n, sizeof n) ||
        !EVP_DigestUpdate(digest, text.n ? text.s : "", text.n))
        abort();
}

struct str form_key(struct arena *a, struct str path, const struct pairs *pairs)
{
    unsigned char *to = arena_take(a, KEY_BYTES, 1);
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    if (!digest || !EVP_DigestInit_ex(digest, EVP_sha256(), NULL)) abort();
    digest_text(digest, path);
    for (size_t i = 0; i < pairs->n; i++) {
        digest_text(digest, pairs->at[i].name);
        digest_text(digest, pairs->at[i].value);
    }
    if (!EVP_DigestFinal_ex(digest, to, NULL)) abort();
    EVP_MD_CTX_free(digest);
    return (struct str){ (const char *)to, KEY_BYTES };
}
