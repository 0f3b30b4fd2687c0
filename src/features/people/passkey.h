/* passkey.h — signing in without a password: WebAuthn, checked here and nowhere else.
 *
 * A passkey is a key pair in a phone, computer or security key. We keep the public half; the browser
 * signs our challenge with the other, for our site only, after the person showed a finger, face or PIN.
 *
 * Once, when the server starts, from the address it has for the world:
 *
 *     TRY(passkey_site_read(a, STR("https://dialoog.voorbeeld.nl"), &site));
 *
 * Making one, by a person who is signed in. The page with the form:
 *
 *     TRY(chance_bytes(a, PASSKEY_CHALLENGE, &challenge));        keep it with the session, for minutes
 *     v->challenge = base64url_write(a, challenge);               and so v->person, from `handle`
 *
 *     <form method="post" action="…" hidden data-passkey="create" data-challenge="{v->challenge}"
 *           data-site="{v->rp_id}" data-title="{v->site}" data-person="{v->person}"
 *           data-name="{v->mail}" data-known="{v->ids}">
 *       {form_token}
 *       <input type="hidden" name="client"><input type="hidden" name="attestation">
 *       <p role="alert" hidden data-failed>{"Het lukte niet. Probeer het nog een keer."}</p>
 *       <button type="submit">{"Maak een toegangssleutel"}</button>
 *     </form>
 *     {script "passkey.js"}
 *
 * The handler of that form takes the challenge out of the session (it is used once, right or wrong):
 *
 *     TRY(passkey_made(a, &site, challenge, f.client, f.attestation, &made));
 *     store made.id (unique, else ERR_CLASH), made.key, made.counter with the person
 *
 * Signing in is the same with data-passkey="get", data-challenge, data-site and the hidden fields id,
 * client, authenticator, signature and person. The handler:
 *
 *     TRY(passkey_id_read(a, f.id, &id));
 *     ask the store which person and key that id belongs to; none: ERR_WHO
 *     TRY(passkey_used(a, &site, challenge, &f, &known, &counter));
 *     store the counter; the person of that id is signed in
 *
 * `assets/passkey.js` says which attributes and fields there are. Without script the form stays
 * hidden; a page offers another way in.
 *
 * Errors: ERR_INPUT is no passkey at all (malformed, too long, a kind of key we do not take); ERR_WHO is
 * one that proves nothing here (another site, challenge or person, nobody was there, a wrong signature,
 * a counter that went back). Tell a visitor one sentence for both; the log has the reason.
 * Cost: some 0.1 ms. Memory: the arena, less than 40 kB.
 *
 * Taken: ES256, EdDSA (Ed25519) and RS256 of 2048 to 4096 bits. Attestation, the maker's word about
 * the device, is not asked for and not looked at. The person must have been verified (UV), always.
 *
 * Source: W3C Web Authentication Level 3, §7.1 and §7.2; RFC 9052, 9053 and 8230 for the keys. */
#ifndef FEATURES_PEOPLE_PASSKEY_H
#define FEATURES_PEOPLE_PASSKEY_H

#include "base/base.h"

enum {
    PASSKEY_CHALLENGE = 32, /* bytes of chance */
    PASSKEY_HANDLE =
        32, /* bytes of chance: a person, to authenticators; holds no name or number */
    PASSKEY_ID_LEAST = 16, /* bytes of a passkey's id */
    PASSKEY_ID_MOST = 1023,
    PASSKEY_KEY_MOST = 600, /* bytes of `key` */
};

/* Where passkeys are for. */
struct passkey_site {
    struct str origin; /* "https://dialoog.voorbeeld.nl", "http://localhost:8080" */
    struct str rp_id;  /* "dialoog.voorbeeld.nl", "localhost" */
};
/* From an address: a scheme, a host and perhaps a port, in small letters. https, or http on
 * localhost; no number for a host, which browsers refuse. Changing the host later makes every
 * passkey useless. */
MUST_CHECK enum err passkey_site_read(struct arena *a, struct str address,
                                      struct passkey_site *site);

struct passkey_made {
    struct str id;  /* PASSKEY_ID_LEAST to PASSKEY_ID_MOST bytes, the authenticator's choice */
    struct str key; /* the public half as a COSE key; for `passkey_used` only */
    uint32_t counter; /* 0 for most: they do not count */
    bool
        can_be_copied; /* kept in an account of its owner (synced), so it survives a lost phone */
    bool has_been_copied;
};
/* What the form of data-passkey="create" sent, both as base64url. `challenge` is in bytes. */
MUST_CHECK enum err passkey_made(struct arena *a, const struct passkey_site *site,
                                 struct str challenge, struct str client,
                                 struct str attestation, struct passkey_made *made);

/* What the form of data-passkey="get" sent, each as base64url; `person` may be empty. */
struct passkey_sent {
    struct str id, client, authenticator, signature, person;
};
/* What was stored of the passkey with the id that was sent. */
struct passkey_known {
    struct str id, key;
    struct str handle; /* of the person it belongs to */
    uint32_t counter;
};

MUST_CHECK enum err passkey_id_read(struct arena *a, struct str sent, struct str *id);

/* Is this the passkey, used here, now, by its owner? Gives the counter to store. */
MUST_CHECK enum err passkey_used(struct arena *a, const struct passkey_site *site,
                                 struct str challenge, const struct passkey_sent *sent,
                                 const struct passkey_known *known, uint32_t *counter);

#endif
