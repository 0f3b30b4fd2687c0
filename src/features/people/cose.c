/* cose.c — see cose.h. */
#include "features/people/cose.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <string.h>

#include "features/people/cbor.h"
#include "features/people/passkey.h"

enum kty { KTY_OKP = 1, KTY_EC2 = 2, KTY_RSA = 3 };
enum alg { ALG_ES256 = -7, ALG_EDDSA = -8, ALG_RS256 = -257 };
enum { CRV_P256 = 1, CRV_ED25519 = 6, COORDINATE = 32, RSA_LEAST = 256, RSA_MOST = 512 };

/* The labels of a key: 3 is alg; what the negative ones mean depends on kty. */
enum label { LABEL_KTY, LABEL_ALG, LABEL_1, LABEL_2, LABEL_3, LABELS };
static const int64_t labels[LABELS] = { 1, 3, -1, -2, -3 };

struct key {
    bool has[LABELS];
    int64_t kty, alg, crv;
    struct str first, second, third; /* -1 when it is bytes, -2, -3 */
};

static bool value_read(struct str *rest, enum label label, struct key *k)
{
    switch (label) {
    case LABEL_KTY: return cbor_int(rest, &k->kty);
    case LABEL_ALG: return cbor_int(rest, &k->alg);
    case LABEL_1: return cbor_int(rest, &k->crv) || cbor_bytes(rest, &k->first);
    case LABEL_2: return cbor_bytes(rest, &k->second);
    case LABEL_3: return cbor_bytes(rest, &k->third);
    default: return false;
    }
}

static bool labels_read(struct str x, struct key *k)
{
    size_t pairs;
    if (x.n > PASSKEY_KEY_MOST || !cbor_map(&x, &pairs) || pairs > LABELS) return false;
    for (size_t i = 0; i < pairs; i++) {
        int64_t number;
        size_t label = 0;
        if (!cbor_int(&x, &number)) return false;
        while (label < LABELS && labels[label] != number) label++;
        if (label == LABELS || k->has[label]) return false;
        k->has[label] = true;
        if (!value_read(&x, (enum label)label, k)) return false;
    }
    return x.n == 0;
}

/* Is it one of the three kinds, with what that kind has and nothing else? */
static bool key_read(struct str x, struct key *k)
{
    *k = (struct key){ 0 };
    if (!labels_read(x, k) || !k->has[LABEL_KTY] || !k->has[LABEL_ALG]) return false;
    if (k->kty == KTY_EC2)
        return k->alg == ALG_ES256 && k->crv == CRV_P256 && k->second.n == COORDINATE &&
               k->third.n == COORDINATE;
    if (k->kty == KTY_OKP)
        return k->alg == ALG_EDDSA && k->crv == CRV_ED25519 && k->second.n == COORDINATE &&
               !k->has[LABEL_3];
    return k->kty == KTY_RSA && k->alg == ALG_RS256 && k->first.n >= RSA_LEAST &&
           k->first.n <= RSA_MOST && (k->first.s[0] & 0x80) &&
           (k->first.s[k->first.n - 1] & 1) && str_eq(k->second, STR("\x01\x00\x01")) &&
           !k->has[LABEL_3];
}

/* ---- as OpenSSL has it ---- */

static EVP_PKEY *from_parts(const char *type, OSSL_PARAM_BLD *parts)
{
    EVP_PKEY *pkey = NULL;
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(parts);
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    if (params && ctx && EVP_PKEY_fromdata_init(ctx) == 1 &&
        EVP_PKEY_fromdata(ctx, &pkey, EVP_PKEY_PUBLIC_KEY, params) != 1)
        pkey = NULL;
    EVP_PKEY_CTX_free(ctx);
    OSSL_PARAM_free(params);
    return pkey;
}

static EVP_PKEY *p256(const struct key *k)
{
    char point[1 + 2 * COORDINATE] = { 4 }; /* not compressed */
    memcpy(point + 1, k->second.s, COORDINATE);
    memcpy(point + 1 + COORDINATE, k->third.s, COORDINATE);
    EVP_PKEY *pkey = NULL;
    OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
    if (parts &&
        OSSL_PARAM_BLD_push_utf8_string(parts, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) &&
        OSSL_PARAM_BLD_push_octet_string(parts, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point))
        pkey = from_parts("EC", parts); /* refuses a point that is not on the curve */
    OSSL_PARAM_BLD_free(parts);
    return pkey;
}

static EVP_PKEY *rsa(const struct key *k)
{
    EVP_PKEY *pkey = NULL;
    OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
    BIGNUM *n = BN_bin2bn((const unsigned char *)k->first.s, (int)k->first.n, NULL);
    BIGNUM *e = BN_bin2bn((const unsigned char *)k->second.s, (int)k->second.n, NULL);
    if (parts && n && e && OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_RSA_N, n) &&
        OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_RSA_E, e))
        pkey = from_parts("RSA", parts);
    BN_free(n);
    BN_free(e);
    OSSL_PARAM_BLD_free(parts);
    return pkey;
}

static enum err key_open(struct str key, EVP_PKEY **pkey, const EVP_MD **digest)
{
    struct key k;
    *pkey = NULL;
    if (!key_read(key, &k)) return FAIL(ERR_INPUT, "not a key that we take");
    *digest = k.kty == KTY_OKP ? NULL : EVP_sha256();
    *pkey = k.kty == KTY_EC2 ? p256(&k)
            : k.kty == KTY_RSA
                ? rsa(&k)
                : EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL,
                                              (const unsigned char *)k.second.s, k.second.n);
    ERR_clear_error();
    if (!*pkey) return FAIL(ERR_INPUT, "a key that cannot be");
    return OK;
}

enum err cose_check(struct str key)
{
    EVP_PKEY *pkey;
    const EVP_MD *digest;
    TRY(key_open(key, &pkey, &digest));
    EVP_PKEY_free(pkey);
    return OK;
}

enum err cose_verify(struct str key, struct str said, struct str signature)
{
    EVP_PKEY *pkey;
    const EVP_MD *digest;
    TRY(key_open(key, &pkey, &digest));
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    const bool right = ctx && EVP_DigestVerifyInit(ctx, NULL, digest, NULL, pkey) == 1 &&
                       EVP_DigestVerify(ctx, (const unsigned char *)signature.s, signature.n,
                                        (const unsigned char *)said.s, said.n) == 1;
    EVP_MD_CTX_free(ctx);
    EVP_PKEY_free(pkey);
    ERR_clear_error();
    return right ? OK : FAIL(ERR_WHO, "the signature is not by this key");
}
