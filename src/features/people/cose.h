/* cose.h — a public key as an authenticator writes it (a COSE key), and signatures by it.
 *
 * Taken: ES256 on P-256, EdDSA on Ed25519, RS256 of 2048 to 4096 bits with exponent 65537. A key holds
 * the parameters of its kind, each once, and no other. Source: WebAuthn §6.5.1.1 and §6.5.6; RFC
 * 9053, 8230. */
#ifndef FEATURES_PEOPLE_COSE_H
#define FEATURES_PEOPLE_COSE_H

#include "base/base.h"

/* ERR_INPUT when it is not such a key, or its point is not on the curve. */
MUST_CHECK enum err cose_check(struct str key);
/* ERR_WHO when the signature over `said` is not this key's. */
MUST_CHECK enum err cose_verify(struct str key, struct str said, struct str signature);

#endif
