/* passkey.c — see passkey.h. */
#include "features/people/passkey.h"

#include <jansson.h>
#include <openssl/evp.h>
#include <string.h>

#include "base/bytes.h"
#include "features/people/cbor.h"
#include "features/people/cose.h"

enum {
    CLIENT_MOST = 2048, /* bytes of client data; a browser writes some 150 */
    ATTESTATION_MOST = 8192,
    AUTHENTICATOR_MOST = 4096,
    SIGNATURE_MOST = 512, /* RS256 of 4096 bits */
    PERSON_MOST = 64,
    HASH = 32,
    AAGUID = 16,
};
enum flag { /* of authenticator data */
            FLAG_PRESENT = 1 << 0,
            FLAG_VERIFIED = 1 << 2,
            FLAG_COPYABLE = 1 << 3,
            FLAG_COPIED = 1 << 4,
            FLAG_CREDENTIAL = 1 << 6,
            FLAG_EXTENSIONS = 1 << 7,
};

/* ---- where ---- */

static bool host(struct str x)
{
    bool letter = false;
    if (!x.n || x.n > 253 || x.s[0] == '.' || x.s[x.n - 1] == '.') return false;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (c >= 'a' && c <= 'z') letter = true;
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'))
            return false;
        if (c == '.' && x.s[i + 1] == '.') return false;
    }
    return letter; /* a number is no place for a passkey */
}

enum err passkey_site_read(struct arena *a, struct str address, struct passkey_site *site)
{
    const bool safe = str_starts(address, STR("https://"));
    struct str rest = str_from(address, safe ? 8 : 7), name, port = { 0 };
    int64_t number = safe ? 443 : 80;
    *site = (struct passkey_site){ 0 };
    if (!safe && !str_starts(address, STR("http://")))
        return FAIL(ERR_INPUT, "no scheme: %.*s", STR_ARG(address));
    if (!str_next(&rest, ':', &name) || !host(name))
        return FAIL(ERR_INPUT, "no host for passkeys: %.*s", STR_ARG(address));
    if (!safe && !str_is(name, "localhost") && !str_ends(name, STR(".localhost")))
        return FAIL(ERR_INPUT, "passkeys need https: %.*s", STR_ARG(address));
    if (rest.s) {
        port = rest;
        if (!str_number(port, 65535, &number) || port.s[0] == '0' ||
            number == (safe ? 443 : 80)) /* a browser leaves these out */
            return FAIL(ERR_INPUT, "not a port to write: %.*s", STR_ARG(address));
    }
    site->origin = arena_copy(a, address);
    site->rp_id = arena_copy(a, name);
    return OK;
}

/* ---- what the browser says ---- */

static enum err sent_read(struct arena *a, const char *name, struct str sent, size_t most,
                          struct str *bytes)
{
    if (!sent.n || sent.n > most * 4 / 3 + 2 || !base64url_read(a, sent, bytes))
        return FAIL(ERR_INPUT, "%s: %zu characters, not base64url or too long", name, sent.n);
    return OK;
}

static struct str json_text(const json_t *object, const char *key)
{
    const json_t *x = json_object_get(object, key);
    return (struct str){ json_string_value(x), json_string_length(x) };
}

static enum err client_judge(struct arena *a, const struct passkey_site *site,
                             struct str challenge, const char *type, const json_t *said)
{
    if (challenge.n < PASSKEY_CHALLENGE) /* an empty one would fit an empty one */
        return FAIL(ERR_WHO, "no challenge was given");
    if (!str_is(json_text(said, "type"), type))
        return FAIL(ERR_WHO, "client data is not of type %s", type);
    if (!bytes_same(json_text(said, "challenge"), base64url_write(a, challenge)))
        return FAIL(ERR_WHO, "another challenge");
    if (!str_eq(json_text(said, "origin"), site->origin))
        return FAIL(ERR_WHO, "from another origin than %.*s", STR_ARG(site->origin));
    const json_t *cross = json_object_get(said, "crossOrigin");
    if ((cross && !json_is_false(cross)) || json_object_get(said, "topOrigin"))
        return FAIL(ERR_WHO, "from within a page of another origin");
    return OK;
}

static enum err client_check(struct arena *a, const struct passkey_site *site,
                             struct str challenge, const char *type, struct str client)
{
    json_error_t why;
    json_t *said = json_loadb(client.s, client.n, JSON_REJECT_DUPLICATES, &why);
    if (!said) return FAIL(ERR_INPUT, "client data is no JSON: %s", why.text);
    const enum err e = client_judge(a, site, challenge, type, said);
    json_decref(said);
    return e;
}

/* ---- what the authenticator says ---- */

struct said {
    uint32_t counter;
    unsigned flags;
    struct str id, key; /* only with FLAG_CREDENTIAL */
};

static unsigned number_at(struct str x, size_t at, size_t n)
{
    unsigned number = 0;
    for (size_t i = 0; i < n; i++) number = number << 8 | (unsigned char)x.s[at + i];
    return number;
}

static enum err credential_read(struct str *rest, struct said *said)
{
    if (rest->n < AAGUID + 2) return FAIL(ERR_INPUT, "a credential that ends early");
    const size_t n = number_at(*rest, AAGUID, 2);
    *rest = str_from(*rest, AAGUID + 2);
    if (n < PASSKEY_ID_LEAST || n > PASSKEY_ID_MOST || n > rest->n)
        return FAIL(ERR_INPUT, "an id of %zu bytes", n);
    said->id = str_upto(*rest, n);
    *rest = str_from(*rest, n);
    const struct str before = *rest;
    if (!cbor_skip(rest)) return FAIL(ERR_INPUT, "a key that is no CBOR");
    said->key = str_upto(before, before.n - rest->n);
    return OK;
}

/* Authenticator data, §6.1: all of it, and nothing behind it. */
static enum err authenticator_read(const struct passkey_site *site, struct str x, bool makes,
                                   struct said *said)
{
    enum { FLAGS = HASH, COUNTER = HASH + 1, REST = HASH + 5 };
    unsigned char hash[HASH];
    size_t pairs;
    *said = (struct said){ 0 };
    if (x.n < REST) return FAIL(ERR_INPUT, "authenticator data of %zu bytes", x.n);
    if (EVP_Digest(site->rp_id.s, site->rp_id.n, hash, NULL, EVP_sha256(), NULL) != 1)
        return FAIL(ERR_BROKEN, "no SHA-256");
    if (!bytes_same(str_upto(x, HASH), (struct str){ (const char *)hash, HASH }))
        return FAIL(ERR_WHO, "for another site than %.*s", STR_ARG(site->rp_id));
    said->flags = number_at(x, FLAGS, 1);
    said->counter = number_at(x, COUNTER, 4);
    if (!(said->flags & FLAG_PRESENT)) return FAIL(ERR_WHO, "nobody was there");
    if (!(said->flags & FLAG_VERIFIED)) return FAIL(ERR_WHO, "nobody was verified");
    if ((said->flags & FLAG_COPIED) && !(said->flags & FLAG_COPYABLE))
        return FAIL(ERR_INPUT, "copied and not to be copied");
    if (makes != ((said->flags & FLAG_CREDENTIAL) != 0))
        return FAIL(ERR_INPUT, makes ? "no credential" : "a credential where none belongs");
    struct str rest = str_from(x, REST);
    if (makes) TRY(credential_read(&rest, said));
    if (said->flags & FLAG_EXTENSIONS) {
        struct str extensions = rest;
        if (!cbor_map(&extensions, &pairs) || !cbor_skip(&rest))
            return FAIL(ERR_INPUT, "extensions that are no map");
    }
    return rest.n ? FAIL(ERR_INPUT, "%zu bytes behind authenticator data", rest.n) : OK;
}

/* The attestation object: fmt, attStmt and authData, each once. Only the last is looked at. */
static enum err attestation_read(struct str x, struct str *authenticator)
{
    static const char *const names[] = { "fmt", "attStmt", "authData" };
    bool seen[COUNT_OF(names)] = { 0 };
    size_t pairs;
    if (!cbor_map(&x, &pairs) || pairs != COUNT_OF(names))
        return FAIL(ERR_INPUT, "no attestation object");
    for (size_t i = 0; i < pairs; i++) {
        struct str name, skipped;
        size_t which = 0, inside;
        if (!cbor_text(&x, &name)) return FAIL(ERR_INPUT, "attestation: no name");
        while (which < COUNT_OF(names) && !str_is(name, names[which])) which++;
        if (which == COUNT_OF(names) || seen[which])
            return FAIL(ERR_INPUT, "attestation: a name too many");
        seen[which] = true;
        struct str look = x;
        const bool read = which == 0   ? cbor_text(&x, &skipped)
                          : which == 1 ? cbor_map(&look, &inside) && cbor_skip(&x)
                                       : cbor_bytes(&x, authenticator);
        if (!read) return FAIL(ERR_INPUT, "attestation: %s is not readable", names[which]);
    }
    return x.n ? FAIL(ERR_INPUT, "bytes behind the attestation") : OK;
}

/* ---- making and using ---- */

enum err passkey_made(struct arena *a, const struct passkey_site *site, struct str challenge,
                      struct str client, struct str attestation, struct passkey_made *made)
{
    struct str client_bytes, object, authenticator;
    struct said said;
    *made = (struct passkey_made){ 0 };
    TRY(sent_read(a, "client", client, CLIENT_MOST, &client_bytes));
    TRY(sent_read(a, "attestation", attestation, ATTESTATION_MOST, &object));
    TRY(client_check(a, site, challenge, "webauthn.create", client_bytes));
    TRY(attestation_read(object, &authenticator));
    TRY(authenticator_read(site, authenticator, true, &said));
    TRY(cose_check(said.key));
    *made = (struct passkey_made){
        .id = said.id,
        .key = said.key,
        .counter = said.counter,
        .can_be_copied = (said.flags & FLAG_COPYABLE) != 0,
        .has_been_copied = (said.flags & FLAG_COPIED) != 0,
    };
    return OK;
}

enum err passkey_id_read(struct arena *a, struct str sent, struct str *id)
{
    TRY(sent_read(a, "id", sent, PASSKEY_ID_MOST, id));
    if (id->n < PASSKEY_ID_LEAST || id->n > PASSKEY_ID_MOST)
        return FAIL(ERR_INPUT, "an id of %zu bytes", id->n);
    return OK;
}

/* The signature is over the authenticator data and the hash of the client data. */
static enum err signature_check(struct arena *a, struct str key, struct str authenticator,
                                struct str client, struct str signature)
{
    char *said = arena_take(a, authenticator.n + HASH, 1);
    memcpy(said, authenticator.s, authenticator.n);
    if (EVP_Digest(client.s, client.n, (unsigned char *)said + authenticator.n, NULL,
                   EVP_sha256(), NULL) != 1)
        return FAIL(ERR_BROKEN, "no SHA-256");
    return cose_verify(key, (struct str){ said, authenticator.n + HASH }, signature);
}

enum err passkey_used(struct arena *a, const struct passkey_site *site, struct str challenge,
                      const struct passkey_sent *sent, const struct passkey_known *known,
                      uint32_t *counter)
{
    struct str id, client, authenticator, signature, person;
    struct said said;
    *counter = known->counter;
    TRY(passkey_id_read(a, sent->id, &id));
    TRY(sent_read(a, "client", sent->client, CLIENT_MOST, &client));
    TRY(sent_read(a, "authenticator", sent->authenticator, AUTHENTICATOR_MOST, &authenticator));
    TRY(sent_read(a, "signature", sent->signature, SIGNATURE_MOST, &signature));
    if (!known->id.n || !bytes_same(id, known->id)) return FAIL(ERR_WHO, "another passkey");
    if (sent->person.n) {
        TRY(sent_read(a, "person", sent->person, PERSON_MOST, &person));
        if (!bytes_same(person, known->handle)) return FAIL(ERR_WHO, "another person");
    }
    TRY(client_check(a, site, challenge, "webauthn.get", client));
    TRY(authenticator_read(site, authenticator, false, &said));
    TRY(signature_check(a, known->key, authenticator, client, signature));
    if ((said.counter || known->counter) && said.counter <= known->counter)
        return FAIL(ERR_WHO, "the counter went from %u to %u", (unsigned)known->counter,
                    (unsigned)said.counter);
    *counter = said.counter;
    return OK;
}
