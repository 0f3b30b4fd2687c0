/* Whatever the bytes of an attestation: a passkey comes out or an error does, within its bounds, and a
 * key that was taken is taken again. */
#include "features/people/passkey.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "features/people/cbor.h"
#include "features/people/cose.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    const struct passkey_site site = { STR("https://dialoog.voorbeeld.nl"),
                                       STR("dialoog.voorbeeld.nl") };
    const struct str challenge = STR("een uitdaging van 32 willekeurig"),
                     x = { (const char *)bytes, n };
    struct arena a = { 0 };
    struct passkey_made made;
    struct str rest = x, client;
    if (cbor_skip(&rest) && (rest.n >= n || rest.s + rest.n != x.s + n)) abort();
    client = arena_format(&a,
                          "{\"type\":\"webauthn.create\",\"challenge\":\"%.*s\","
                          "\"origin\":\"%.*s\"}",
                          STR_ARG(base64url_write(&a, challenge)), STR_ARG(site.origin));
    if (passkey_made(&a, &site, challenge, base64url_write(&a, client), base64url_write(&a, x),
                     &made) == OK) {
        if (made.id.n < PASSKEY_ID_LEAST || made.id.n > PASSKEY_ID_MOST) abort();
        if (made.key.n > PASSKEY_KEY_MOST || cose_check(made.key) != OK) abort();
    }
    /* the same bytes as each part of what is used, none of which can be right */
    const struct str sent = base64url_write(&a, x);
    const struct passkey_sent uses[] = {
        { sent, sent, sent, sent, sent },
        { base64url_write(&a, challenge), sent, sent, sent, { 0 } }
    };
    const struct passkey_known known = { challenge, x, x, 0 };
    uint32_t counter;
    for (size_t i = 0; i < COUNT_OF(uses); i++)
        if (passkey_used(&a, &site, challenge, &uses[i], &known, &counter) == OK) abort();
    arena_end(&a);
    return 0;
}
