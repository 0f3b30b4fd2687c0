/* authenticator.h — a passkey in software, for tests: makes what a browser would send.
 *
 *     struct authenticator phone = authenticator_new(AUTHENTICATOR_ES256);
 *     struct asked ask = asked_of(&site, challenge);
 *     authenticator_make(&arena, &phone, &ask, &client, &attestation);
 *     authenticator_use(&arena, &phone, &ask, handle, &sent);
 *     authenticator_end(&phone);
 *
 * Each field of `ask` can be changed first, to see it refused. */
#ifndef TESTS_AUTHENTICATOR_H
#define TESTS_AUTHENTICATOR_H

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "features/people/passkey.h"

enum authenticator_kind { AUTHENTICATOR_ES256, AUTHENTICATOR_EDDSA, AUTHENTICATOR_RS256 };
struct authenticator {
    enum authenticator_kind kind;
    EVP_PKEY *key;
    char id[32];
    uint32_t counter; /* said, and raised, at each use; stays 0 when it is */
};
struct asked {
    struct str challenge, origin, rp_id;
    const char *type;        /* NULL: what belongs there */
    const char *client_more; /* behind the last member of client data */
    unsigned flags;          /* 0: what belongs there */
    struct str key;          /* in place of the real one, when it has any bytes */
    struct str id;           /* the same */
    struct str behind;       /* bytes after the authenticator data */
    struct str statement;    /* attStmt as CBOR, when it has any bytes */
};

/* ---- CBOR, written ---- */

struct pen {
    char s[16384];
    size_t n;
};

static inline void pen_bytes(struct pen *p, struct str x)
{
    if (p->n + x.n > sizeof p->s) abort();
    if (x.n) memcpy(p->s + p->n, x.s, x.n);
    p->n += x.n;
}

static inline void pen_head(struct pen *p, unsigned major, size_t number)
{
    const size_t n = number < 24 ? 0 : number < 256 ? 1 : 2;
    const unsigned char head[3] = { (unsigned char)(major << 5 | (n == 0   ? number
                                                                  : n == 1 ? 24
                                                                           : 25)),
                                    (unsigned char)(n == 2 ? number >> 8 : number),
                                    (unsigned char)number };
    pen_bytes(p, (struct str){ (const char *)head, 1 + n });
}

static inline void pen_int(struct pen *p, int x)
{
    pen_head(p, x < 0, (size_t)(x < 0 ? -1 - x : x));
}

static inline void pen_string(struct pen *p, unsigned major, struct str x)
{
    pen_head(p, major, x.n);
    pen_bytes(p, x);
}

static inline struct str pen_take(struct arena *a, const struct pen *p)
{
    return arena_copy(a, (struct str){ p->s, p->n });
}

/* ---- keys ---- */

static inline struct authenticator authenticator_new(enum authenticator_kind kind)
{
    struct authenticator x = { .kind = kind };
    x.key = kind == AUTHENTICATOR_ES256   ? EVP_EC_gen("P-256")
            : kind == AUTHENTICATOR_EDDSA ? EVP_PKEY_Q_keygen(NULL, NULL, "ED25519")
                                          : EVP_RSA_gen(2048);
    if (!x.key || chance(x.id, sizeof x.id) != OK) abort();
    return x;
}

static inline void authenticator_end(struct authenticator *x)
{
    EVP_PKEY_free(x->key);
}

static inline struct str authenticator_number(struct arena *a, const EVP_PKEY *key,
                                              const char *name, size_t n)
{
    BIGNUM *number = NULL;
    char *s = arena_take(a, n, 1);
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1 ||
        BN_bn2binpad(number, (unsigned char *)s, (int)n) != (int)n)
        abort();
    BN_free(number);
    return (struct str){ s, n };
}

/* The public half as a COSE key. */
static inline struct str authenticator_key(struct arena *a, const struct authenticator *x)
{
    struct pen p = { .n = 0 };
    unsigned char raw[32];
    size_t n = sizeof raw;
    const bool rsa = x->kind == AUTHENTICATOR_RS256, ec = x->kind == AUTHENTICATOR_ES256;
    pen_head(&p, 5, ec ? 5 : 4);
    pen_int(&p, 1), pen_int(&p, rsa ? 3 : ec ? 2 : 1);
    pen_int(&p, 3), pen_int(&p, rsa ? -257 : ec ? -7 : -8);
    pen_int(&p, -1);
    if (rsa) {
        pen_string(&p, 2, authenticator_number(a, x->key, OSSL_PKEY_PARAM_RSA_N, 256));
        pen_int(&p, -2), pen_string(&p, 2, STR("\x01\x00\x01"));
    } else if (ec) {
        pen_int(&p, 1);
        pen_int(&p, -2);
        pen_string(&p, 2, authenticator_number(a, x->key, OSSL_PKEY_PARAM_EC_PUB_X, 32));
        pen_int(&p, -3);
        pen_string(&p, 2, authenticator_number(a, x->key, OSSL_PKEY_PARAM_EC_PUB_Y, 32));
    } else {
        if (EVP_PKEY_get_raw_public_key(x->key, raw, &n) != 1) abort();
        pen_int(&p, 6);
        pen_int(&p, -2), pen_string(&p, 2, (struct str){ (const char *)raw, n });
    }
    return pen_take(a, &p);
}

/* ---- what is sent ---- */

static inline struct asked asked_of(const struct passkey_site *site, struct str challenge)
{
    return (
        struct asked){ .challenge = challenge, .origin = site->origin, .rp_id = site->rp_id };
}

static inline struct str authenticator_client(struct arena *a, const struct asked *ask,
                                              const char *type)
{
    return arena_format(a,
                        "{\"type\":\"%s\",\"challenge\":\"%.*s\",\"origin\":\"%.*s\","
                        "\"crossOrigin\":false%s}",
                        ask->type ? ask->type : type,
                        STR_ARG(base64url_write(a, ask->challenge)), STR_ARG(ask->origin),
                        ask->client_more ? ask->client_more : "");
}

static inline struct str authenticator_data(struct arena *a, struct authenticator *x,
                                            const struct asked *ask, bool makes)
{
    struct pen p = { .n = 0 };
    unsigned char hash[32];
    const unsigned flags = ask->flags ? ask->flags : makes ? 0x45 : 0x05;
    if (x->counter && !makes) x->counter++;
    EVP_Digest(ask->rp_id.s, ask->rp_id.n, hash, NULL, EVP_sha256(), NULL);
    const unsigned char rest[] = { (unsigned char)flags, (unsigned char)(x->counter >> 24),
                                   (unsigned char)(x->counter >> 16),
                                   (unsigned char)(x->counter >> 8),
                                   (unsigned char)x->counter };
    pen_bytes(&p, (struct str){ (const char *)hash, sizeof hash });
    pen_bytes(&p, (struct str){ (const char *)rest, sizeof rest });
    if (flags & 0x40) {
        const struct str id = ask->id.n ? ask->id : (struct str){ x->id, sizeof x->id };
        const unsigned char n[2] = { (unsigned char)(id.n >> 8), (unsigned char)id.n };
        pen_bytes(&p, STR("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
        pen_bytes(&p, (struct str){ (const char *)n, 2 });
        pen_bytes(&p, id);
        pen_bytes(&p, ask->key.n ? ask->key : authenticator_key(a, x));
    }
    pen_bytes(&p, ask->behind);
    return pen_take(a, &p);
}

/* The attestation object in bytes. */
static inline struct str authenticator_object(struct arena *a, const struct asked *ask,
                                              struct str data)
{
    struct pen p = { .n = 0 };
    pen_head(&p, 5, 3);
    pen_string(&p, 3, STR("fmt")), pen_string(&p, 3, STR("none"));
    pen_string(&p, 3, STR("attStmt"));
    pen_bytes(&p, ask->statement.n ? ask->statement : STR("\xA0"));
    pen_string(&p, 3, STR("authData")), pen_string(&p, 2, data);
    return pen_take(a, &p);
}

static inline struct str authenticator_sign(struct arena *a, const struct authenticator *x,
                                            struct str data, struct str client)
{
    const EVP_MD *digest = x->kind == AUTHENTICATOR_EDDSA ? NULL : EVP_sha256();
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    size_t n = 512;
    char *signature = arena_take(a, n, 1), *said = arena_take(a, data.n + 32, 1);
    memcpy(said, data.s, data.n);
    EVP_Digest(client.s, client.n, (unsigned char *)said + data.n, NULL, EVP_sha256(), NULL);
    if (EVP_DigestSignInit(ctx, NULL, digest, NULL, x->key) != 1 ||
        EVP_DigestSign(ctx, (unsigned char *)signature, &n, (const unsigned char *)said,
                       data.n + 32) != 1)
        abort();
    EVP_MD_CTX_free(ctx);
    return (struct str){ signature, n };
}

static inline void authenticator_make(struct arena *a, struct authenticator *x,
                                      const struct asked *ask, struct str *client,
                                      struct str *attestation)
{
    const struct str data = authenticator_data(a, x, ask, true);
    *client = base64url_write(a, authenticator_client(a, ask, "webauthn.create"));
    *attestation = base64url_write(a, authenticator_object(a, ask, data));
}

static inline void authenticator_use(struct arena *a, struct authenticator *x,
                                     const struct asked *ask, struct str handle,
                                     struct passkey_sent *sent)
{
    const struct str data = authenticator_data(a, x, ask, false);
    const struct str client = authenticator_client(a, ask, "webauthn.get");
    *sent = (struct passkey_sent){
        .id = base64url_write(a, ask->id.n ? ask->id : (struct str){ x->id, sizeof x->id }),
        .client = base64url_write(a, client),
        .authenticator = base64url_write(a, data),
        .signature = base64url_write(a, authenticator_sign(a, x, data, client)),
        .person = base64url_write(a, handle),
    };
}

#endif
