/* passkey.test.c — a passkey opens here, now, for its owner; anything else opens nothing. */
#include "features/people/passkey.h"

#include "base/test.h"
#include "tests/authenticator.h"
#include "tests/vectors/passkeys.h"

static struct arena arena;
static struct passkey_site site;
static struct authenticator phones[3]; /* one of each kind */
static const struct str challenge = { "een uitdaging van 32 willekeurig", PASSKEY_CHALLENGE };
static const struct str handle = { "een mens, als 32 bytes van toeval", PASSKEY_HANDLE };

static enum err make(struct authenticator *phone, const struct asked *ask,
                     struct passkey_made *made)
{
    struct str client, attestation;
    authenticator_make(&arena, phone, ask, &client, &attestation);
    return passkey_made(&arena, &site, challenge, client, attestation, made);
}

static struct passkey_known known_of(struct authenticator *phone)
{
    const struct asked ask = asked_of(&site, challenge);
    struct passkey_made made;
    CHECK_OK(make(phone, &ask, &made));
    return (struct passkey_known){ made.id, made.key, handle, made.counter };
}

static enum err use(struct authenticator *phone, const struct asked *ask,
                    const struct passkey_known *known, uint32_t *counter)
{
    struct passkey_sent sent;
    authenticator_use(&arena, phone, ask, handle, &sent);
    return passkey_used(&arena, &site, challenge, &sent, known, counter);
}

static void the_site_is_an_address_browsers_take(void **state)
{
    static const char *const right[][2] = {
        { "https://dialoog.voorbeeld.nl", "dialoog.voorbeeld.nl" },
        { "https://voorbeeld.nl:8443", "voorbeeld.nl" },
        { "http://localhost:8080", "localhost" },
        { "http://localhost", "localhost" },
        { "https://xn--cit-dma.example", "xn--cit-dma.example" },
    };
    static const char *const wrong[] = {
        "",
        "http",
        "https://",
        "dialoog.nl",
        "ftp://dialoog.nl",
        "http://dialoog.nl",
        "https://dialoog.nl/",
        "https://dialoog.nl/x",
        "https://dialoog.nl:443",
        "https://a:",
        "https://a:0",
        "https://a:080",
        "https://a:65536",
        "https://a:x",
        "https://127.0.0.1",
        "https://[::1]",
        "https://.nl",
        "https://nl.",
        "https://a..nl",
        "https://Dialoog.nl",
        "https://wie@dialoog.nl",
        "http://localhost:80",
        "http://localhost.nl",
        "https://dialoog.nl ",
        "https://dialoog.nl?x",
    };
    struct passkey_site x;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(right); i++) {
        CHECK_OK(passkey_site_read(&arena, str_of(right[i][0]), &x));
        CHECK_STR(x.origin, right[i][0]);
        CHECK_STR(x.rp_id, right[i][1]);
    }
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        if (passkey_site_read(&arena, str_of(wrong[i]), &x) != ERR_INPUT)
            fail_msg("taken: %s", wrong[i]);
}

static void each_kind_is_made_and_opens(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(phones); i++) {
        const struct asked ask = asked_of(&site, challenge);
        const struct passkey_known known = known_of(&phones[i]);
        uint32_t counter = 7;
        CHECK(bytes_same(known.id, (struct str){ phones[i].id, sizeof phones[i].id }));
        CHECK(known.key.n <= PASSKEY_KEY_MOST);
        CHECK_OK(use(&phones[i], &ask, &known, &counter));
        CHECK(counter == 0);
    }
}

static void what_a_real_browser_sent_opens(void **state)
{
    const struct str person = STR("een mens, als 32 bytes van toeva");
    struct passkey_site here;
    (void)state;
    CHECK_OK(passkey_site_read(&arena, STR("http://localhost:8931"), &here));
    for (size_t i = 0; i < COUNT_OF(sent_by_chromium); i++) {
        const struct sent_by_chromium *x = &sent_by_chromium[i];
        const struct passkey_sent sent = { str_of(x->id), str_of(x->client),
                                           str_of(x->authenticator), str_of(x->signature),
                                           str_of(x->person) };
        struct passkey_made made;
        uint32_t counter;
        CHECK_OK(passkey_made(&arena, &here, challenge, str_of(x->made_client),
                              str_of(x->attestation), &made));
        const struct passkey_known known = { made.id, made.key, person, made.counter };
        CHECK_OK(passkey_used(&arena, &here, challenge, &sent, &known, &counter));
        CHECK(counter == made.counter + 1);
        CHECK(passkey_used(&arena, &site, challenge, &sent, &known, &counter) == ERR_WHO);
    }
}

static void says_whether_it_can_be_copied(void **state)
{
    struct asked ask = asked_of(&site, challenge);
    struct passkey_made made;
    (void)state;
    CHECK_OK(make(phones, &ask, &made));
    CHECK(!made.can_be_copied && !made.has_been_copied);
    ask.flags = 0x5D;
    CHECK_OK(make(phones, &ask, &made));
    CHECK(made.can_be_copied && made.has_been_copied);
    ask.flags = 0x55; /* copied, but not to be copied */
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
}

static void attestation_is_not_looked_at(void **state)
{
    struct asked ask = asked_of(&site, challenge);
    struct passkey_made made;
    (void)state;
    /* {"alg": -7, "sig": h'0102', "x5c": [h'03']} */
    ask.statement = STR("\xA3\x63"
                        "alg\x26\x63sig\x42\x01\x02\x63x5c\x81\x41\x03");
    CHECK_OK(make(phones, &ask, &made));
    ask.statement = STR("\x80"); /* a list is no statement */
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
    ask.statement = STR("\xA1\x61x\x81\x81\x81\x81\x81\x81\x00"); /* a bomb */
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
    ask.statement = STR("\xBB\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"); /* more than there is */
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
}

/* The same parts in another number: each must be there once. */
static void each_part_of_an_attestation_is_there_once(void **state)
{
    static const char *const parts[] = { "dfa", "df", "ffd", "dd",   "ddd", "dda",
                                         "ddf", "d",  "aad", "afdd", "" };
    const struct asked ask = asked_of(&site, challenge);
    struct str client, attestation;
    (void)state;
    authenticator_make(&arena, phones, &ask, &client, &attestation);
    const struct str data = authenticator_data(&arena, phones, &ask, true);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        struct pen p = { .n = 0 };
        struct passkey_made made;
        pen_head(&p, 5, strlen(parts[i]));
        for (const char *part = parts[i]; *part; part++)
            if (*part == 'd') {
                pen_string(&p, 3, STR("authData")), pen_string(&p, 2, data);
            } else if (*part == 'f') {
                pen_string(&p, 3, STR("fmt")), pen_string(&p, 3, STR("none"));
            } else {
                pen_string(&p, 3, STR("attStmt")), pen_bytes(&p, STR("\xA0"));
            }
        const struct str sent = base64url_write(&arena, pen_take(&arena, &p));
        const enum err e = passkey_made(&arena, &site, challenge, client, sent, &made);
        if (e != (i == 0 ? OK : ERR_INPUT)) fail_msg("%s gives %d", parts[i], (int)e);
    }
}

static void a_key_that_cannot_be_is_not_made(void **state)
{
    struct asked ask = asked_of(&site, challenge);
    struct passkey_made made;
    (void)state;
    ask.key = STR("\xA0");
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
    const struct str key = authenticator_key(&arena, phones);
    char *off = arena_take(&arena, key.n, 1);
    memcpy(off, key.s, key.n);
    off[key.n - 1] ^= 1; /* a point beside the curve */
    ask.key = (struct str){ off, key.n };
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
}

static void a_page_within_another_proves_nothing(void **state)
{
    static const char *const cross[] = { "true", "null", "\"false\"", "0" };
    const struct asked ask = asked_of(&site, challenge);
    struct str client, attestation;
    struct passkey_made made;
    (void)state;
    authenticator_make(&arena, phones, &ask, &client, &attestation);
    for (size_t i = 0; i < COUNT_OF(cross); i++) {
        const struct str text = arena_format(
            &arena,
            "{\"type\":\"webauthn.create\",\"challenge\":\"%.*s\",\"origin\":\"%.*s\","
            "\"crossOrigin\":%s}",
            STR_ARG(base64url_write(&arena, challenge)), STR_ARG(site.origin), cross[i]);
        CHECK(passkey_made(&arena, &site, challenge, base64url_write(&arena, text), attestation,
                           &made) == ERR_WHO);
    }
}

/* A session without a challenge must not fit client data without one. */
static void no_challenge_fits_nothing(void **state)
{
    struct asked ask = asked_of(&site, STR(""));
    struct str client, attestation;
    struct passkey_made made;
    (void)state;
    authenticator_make(&arena, phones, &ask, &client, &attestation);
    CHECK(passkey_made(&arena, &site, STR(""), client, attestation, &made) == ERR_WHO);
}

static void extensions_are_passed_over(void **state)
{
    struct asked ask = asked_of(&site, challenge);
    struct passkey_made made;
    const struct passkey_known known = known_of(phones);
    uint32_t counter;
    (void)state;
    ask.flags = 0xC5;
    ask.behind = STR("\xA1\x6B"
                     "credProtect\x02");
    CHECK_OK(make(phones, &ask, &made));
    ask.flags = 0x85;
    CHECK_OK(use(phones, &ask, &known, &counter));
    ask.behind = STR("\x02"); /* no map */
    CHECK(use(phones, &ask, &known, &counter) == ERR_INPUT);
    ask.behind = STR("\xA0\xA0"); /* one too many */
    CHECK(use(phones, &ask, &known, &counter) == ERR_INPUT);
    ask.behind = STR("");
    CHECK(use(phones, &ask, &known, &counter) == ERR_INPUT);
    ask.flags = 0x05;
    ask.behind = STR("\xA0"); /* not announced */
    CHECK(use(phones, &ask, &known, &counter) == ERR_INPUT);
}

/* Everything that one field of the question can do wrong, at making and at using. */
static void another_question_proves_nothing(void **state)
{
    const struct asked good = asked_of(&site, challenge);
    struct asked asks[16];
    size_t n = 0;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(asks); i++) asks[i] = good;
    asks[n++].challenge = STR("een andere vraag van 32 tekens..");
    asks[n++].challenge = STR("");
    asks[n++].challenge = str_upto(challenge, PASSKEY_CHALLENGE - 1);
    asks[n++].origin = STR("https://dialoog.voorbeeld.nl.kwaad.example");
    asks[n++].origin = STR("https://kwaad.example");
    asks[n++].origin = STR("http://dialoog.voorbeeld.nl");
    asks[n++].origin = STR("https://dialoog.voorbeeld.nl:8443");
    asks[n++].origin = STR("https://voorbeeld.nl");
    asks[n++].origin = STR("");
    asks[n++].rp_id = STR("kwaad.example");
    asks[n++].rp_id = STR("voorbeeld.nl");
    asks[n++].type = "payment.get";
    asks[n++].type = "";
    asks[n++].client_more = ",\"topOrigin\":\"https://kwaad.example\"";
    const struct passkey_known known = known_of(phones);
    for (size_t i = 0; i < n; i++) {
        struct passkey_made made;
        uint32_t counter = 0;
        if (make(phones, &asks[i], &made) != ERR_WHO) fail_msg("made, %zu: %s", i, err_why());
        if (use(phones, &asks[i], &known, &counter) != ERR_WHO)
            fail_msg("used, %zu: %s", i, err_why());
        CHECK(made.id.n == 0 && made.key.n == 0);
    }
}

static void making_is_not_using(void **state)
{
    struct asked ask = asked_of(&site, challenge);
    const struct passkey_known known = known_of(phones);
    struct passkey_made made;
    uint32_t counter;
    (void)state;
    ask.type = "webauthn.create";
    CHECK(use(phones, &ask, &known, &counter) == ERR_WHO);
    ask.type = "webauthn.get";
    CHECK(make(phones, &ask, &made) == ERR_WHO);
    ask = asked_of(&site, challenge);
    ask.flags = 0x45; /* a credential in what is used */
    CHECK(use(phones, &ask, &known, &counter) == ERR_INPUT);
    ask.flags = 0x05; /* none in what is made */
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
}

static void someone_must_be_there_and_verified(void **state)
{
    static const unsigned flags[] = { 0x01, 0x04, 0x08, 0x1A, 0x80 };
    const struct passkey_known known = known_of(phones);
    (void)state;
    for (size_t i = 0; i < COUNT_OF(flags); i++) {
        struct asked ask = asked_of(&site, challenge);
        struct passkey_made made;
        uint32_t counter;
        ask.flags = flags[i];
        CHECK(use(phones, &ask, &known, &counter) == ERR_WHO);
        ask.flags = flags[i] | 0x40;
        CHECK(make(phones, &ask, &made) == ERR_WHO);
    }
}

static void the_counter_only_goes_up(void **state)
{
    const struct asked ask = asked_of(&site, challenge);
    struct authenticator *phone = phones;
    struct passkey_sent sent;
    uint32_t counter;
    (void)state;
    phone->counter = 5;
    struct passkey_known known = known_of(phone);
    CHECK(known.counter == 5);
    authenticator_use(&arena, phone, &ask, handle, &sent);
    CHECK_OK(passkey_used(&arena, &site, challenge, &sent, &known, &counter));
    CHECK(counter == 6);
    known.counter = counter;
    CHECK(passkey_used(&arena, &site, challenge, &sent, &known, &counter) == ERR_WHO);
    CHECK(counter == 6);
    phone->counter = 2; /* a copy that lags behind */
    CHECK(use(phone, &ask, &known, &counter) == ERR_WHO);
    phone->counter = 0; /* and one that stopped counting */
    CHECK(use(phone, &ask, &known, &counter) == ERR_WHO);
    known.counter = UINT32_MAX;
    phone->counter = UINT32_MAX - 1;
    CHECK(use(phone, &ask, &known, &counter) == ERR_WHO);
    phone->counter = 0;
}

static void what_was_used_once_is_nothing_the_next_time(void **state)
{
    const struct asked ask = asked_of(&site, challenge);
    const struct passkey_known known = known_of(phones);
    struct passkey_sent sent;
    uint32_t counter;
    (void)state;
    authenticator_use(&arena, phones, &ask, handle, &sent);
    CHECK_OK(passkey_used(&arena, &site, challenge, &sent, &known, &counter));
    CHECK(passkey_used(&arena, &site, STR("de volgende uitdaging van 32 by."), &sent, &known,
                       &counter) == ERR_WHO);
    CHECK(passkey_used(&arena, &site, STR(""), &sent, &known, &counter) == ERR_WHO);
}

static void another_key_id_or_person_opens_nothing(void **state)
{
    const struct asked ask = asked_of(&site, challenge);
    const struct passkey_known known = known_of(phones);
    struct passkey_known other = known;
    struct passkey_sent sent;
    uint32_t counter;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(phones); i++) {
        struct authenticator thief = authenticator_new(phones[i].kind);
        memcpy(thief.id, phones[0].id, sizeof thief.id);
        CHECK(use(&thief, &ask, &known, &counter) == ERR_WHO);
        authenticator_end(&thief);
    }
    authenticator_use(&arena, phones, &ask, handle, &sent);
    other.handle = STR("iemand anders, ook 32 bytes lang");
    CHECK(passkey_used(&arena, &site, challenge, &sent, &other, &counter) == ERR_WHO);
    other.handle = STR("");
    CHECK(passkey_used(&arena, &site, challenge, &sent, &other, &counter) == ERR_WHO);
    sent.person = STR(""); /* a security key does not say it */
    CHECK_OK(passkey_used(&arena, &site, challenge, &sent, &other, &counter));
    other = known;
    other.id = STR("een ander nummer, 32 bytes lang.");
    CHECK(passkey_used(&arena, &site, challenge, &sent, &other, &counter) == ERR_WHO);
    other.id = STR("");
    CHECK(passkey_used(&arena, &site, challenge, &sent, &other, &counter) == ERR_WHO);
    other = known;
    other.key = STR("");
    CHECK(passkey_used(&arena, &site, challenge, &sent, &other, &counter) == ERR_INPUT);
}

/* One bit, anywhere: of the signature, and of what it signs. */
static void one_bit_is_enough_to_refuse(void **state)
{
    (void)state;
    for (size_t p = 0; p < COUNT_OF(phones); p++) {
        const struct asked ask = asked_of(&site, challenge);
        const struct passkey_known known = known_of(&phones[p]);
        struct passkey_sent sent;
        uint32_t counter;
        authenticator_use(&arena, &phones[p], &ask, handle, &sent);
        struct str *const parts[] = { &sent.signature, &sent.authenticator, &sent.client,
                                      &sent.id };
        for (size_t i = 0; i < COUNT_OF(parts); i++) {
            const struct str whole = *parts[i];
            struct str bytes;
            CHECK(base64url_read(&arena, whole, &bytes));
            char *s = arena_take(&arena, bytes.n, 1);
            for (size_t at = 0; at < bytes.n; at++) {
                memcpy(s, bytes.s, bytes.n);
                s[at] = (char)(s[at] ^ 1 << at % 8);
                const struct arena_mark m = arena_here(&arena);
                *parts[i] = base64url_write(&arena, (struct str){ s, bytes.n });
                if (passkey_used(&arena, &site, challenge, &sent, &known, &counter) == OK)
                    fail_msg("kind %zu, part %zu, byte %zu", p, i, at);
                arena_back(&arena, m);
            }
            *parts[i] = whole;
        }
        CHECK_OK(passkey_used(&arena, &site, challenge, &sent, &known, &counter));
    }
}

static void what_is_cut_off_is_refused(void **state)
{
    const struct asked ask = asked_of(&site, challenge);
    struct str client, attestation, object;
    struct passkey_made made;
    (void)state;
    authenticator_make(&arena, phones, &ask, &client, &attestation);
    CHECK(base64url_read(&arena, attestation, &object));
    for (size_t n = 0; n < object.n; n++) {
        const struct str part = base64url_write(&arena, str_upto(object, n));
        if (passkey_made(&arena, &site, challenge, client, part, &made) != ERR_INPUT)
            fail_msg("made of %zu bytes of %zu", n, object.n);
    }
    for (size_t n = 0; n < client.n; n++)
        CHECK(passkey_made(&arena, &site, challenge, str_upto(client, n), attestation, &made) !=
              OK);
    const struct str more =
        base64url_write(&arena, arena_format(&arena, "%.*s", 0, "")); /* nothing at all */
    CHECK(passkey_made(&arena, &site, challenge, client, more, &made) == ERR_INPUT);
    char *longer = arena_take(&arena, object.n + 1, 1);
    memcpy(longer, object.s, object.n);
    CHECK(passkey_made(&arena, &site, challenge, client,
                       base64url_write(&arena, (struct str){ longer, object.n + 1 }),
                       &made) == ERR_INPUT);
    /* and each byte of what is made, changed: never another key than the right one without a word */
    for (size_t at = 0; at < object.n; at++) {
        memcpy(longer, object.s, object.n);
        longer[at] = (char)~longer[at];
        const struct str other = base64url_write(&arena, (struct str){ longer, object.n });
        const enum err e = passkey_made(&arena, &site, challenge, client, other, &made);
        CHECK(e == OK || e == ERR_INPUT || e == ERR_WHO);
    }
}

static void too_much_is_refused_before_it_is_read(void **state)
{
    const struct asked ask = asked_of(&site, challenge);
    const struct passkey_known known = known_of(phones);
    struct str client, attestation;
    struct passkey_made made;
    struct passkey_sent sent;
    uint32_t counter;
    const size_t n = 1024 * 1024;
    char *big = arena_take(&arena, n, 1);
    (void)state;
    memset(big, 'A', n);
    authenticator_make(&arena, phones, &ask, &client, &attestation);
    CHECK(passkey_made(&arena, &site, challenge, (struct str){ big, n }, attestation, &made) ==
          ERR_INPUT);
    CHECK(passkey_made(&arena, &site, challenge, client, (struct str){ big, n }, &made) ==
          ERR_INPUT);
    struct str *const parts[] = { &sent.id, &sent.client, &sent.authenticator, &sent.signature,
                                  &sent.person };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        authenticator_use(&arena, phones, &ask, handle, &sent);
        *parts[i] = (struct str){ big, n };
        CHECK(passkey_used(&arena, &site, challenge, &sent, &known, &counter) == ERR_INPUT);
    }
}

static void client_data_is_strict_json(void **state)
{
    static const char *const more[] = {
        ",\"type\":\"webauthn.create\"",
        ",\"origin\":\"https://kwaad.example\"",
        "}",
        "}{",
        "]",
        ",\"x\":\"\\ud800\"",
        ",\"x\":\"\\u0000\"",
        ",",
        ",\"x\":1e99999",
    };
    struct asked ask = asked_of(&site, challenge);
    struct passkey_made made;
    struct str client, attestation;
    (void)state;
    ask.client_more = ",\"other_keys_can_be_added_here\":\"do not compare\",\"x\":[1,{}]";
    CHECK_OK(make(phones, &ask, &made)); /* browsers do this, so that nobody compares texts */
    for (size_t i = 0; i < COUNT_OF(more); i++) {
        ask.client_more = more[i];
        if (make(phones, &ask, &made) != ERR_INPUT) fail_msg("taken: %s", more[i]);
    }
    char deep[1400];
    memset(deep, '[', sizeof deep);
    ask = asked_of(&site, challenge);
    authenticator_make(&arena, phones, &ask, &client, &attestation);
    static const char *const wrong[] = { "[]", "null",
                                         "{}", "\"webauthn.create\"",
                                         "1",  "{\"type\":1,\"challenge\":[],\"origin\":{}}" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        CHECK(passkey_made(&arena, &site, challenge, base64url_write(&arena, str_of(wrong[i])),
                           attestation, &made) != OK);
    CHECK(passkey_made(&arena, &site, challenge,
                       base64url_write(&arena, (struct str){ deep, sizeof deep }), attestation,
                       &made) == ERR_INPUT);
    ask.client_more = ",\"crossOrigin\":true"; /* twice */
    CHECK(make(phones, &ask, &made) == ERR_INPUT);
}

static void other_spellings_are_refused(void **state)
{
    const struct asked ask = asked_of(&site, challenge);
    struct str client, attestation;
    struct passkey_made made;
    (void)state;
    authenticator_make(&arena, phones, &ask, &client, &attestation);
    static const char *const more[] = { "=", "==", "\n", " ", "%3D", "+" };
    for (size_t i = 0; i < COUNT_OF(more); i++) {
        const struct str padded = arena_format(&arena, "%.*s%s", STR_ARG(attestation), more[i]);
        CHECK(passkey_made(&arena, &site, challenge, client, padded, &made) == ERR_INPUT);
    }
}

static void ids_have_a_length_to_live_with(void **state)
{
    struct asked ask = asked_of(&site, challenge);
    struct passkey_made made;
    struct str id;
    char long_id[PASSKEY_ID_MOST + 1];
    (void)state;
    memset(long_id, 'i', sizeof long_id);
    const size_t right[] = { PASSKEY_ID_LEAST, 64, PASSKEY_ID_MOST };
    for (size_t i = 0; i < COUNT_OF(right); i++) {
        ask.id = (struct str){ long_id, right[i] };
        CHECK_OK(make(phones, &ask, &made));
        CHECK(made.id.n == right[i]);
        CHECK_OK(passkey_id_read(&arena, base64url_write(&arena, ask.id), &id));
        CHECK(str_eq(id, ask.id));
    }
    const size_t wrong[] = { 1, PASSKEY_ID_LEAST - 1, PASSKEY_ID_MOST + 1 };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        ask.id = (struct str){ long_id, wrong[i] };
        CHECK(make(phones, &ask, &made) == ERR_INPUT);
        CHECK(passkey_id_read(&arena, base64url_write(&arena, ask.id), &id) == ERR_INPUT);
    }
    CHECK(passkey_id_read(&arena, STR(""), &id) == ERR_INPUT);
}

/* Set up once: keys of RSA take their time. */
static int before(void **state)
{
    (void)state;
    if (passkey_site_read(&arena, STR("https://dialoog.voorbeeld.nl"), &site) != OK) return 1;
    for (size_t i = 0; i < COUNT_OF(phones); i++)
        phones[i] = authenticator_new((enum authenticator_kind)i);
    return 0;
}

static int after(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(phones); i++) authenticator_end(&phones[i]);
    arena_end(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_site_is_an_address_browsers_take),
        cmocka_unit_test(each_kind_is_made_and_opens),
        cmocka_unit_test(what_a_real_browser_sent_opens),
        cmocka_unit_test(says_whether_it_can_be_copied),
        cmocka_unit_test(attestation_is_not_looked_at),
        cmocka_unit_test(each_part_of_an_attestation_is_there_once),
        cmocka_unit_test(a_key_that_cannot_be_is_not_made),
        cmocka_unit_test(a_page_within_another_proves_nothing),
        cmocka_unit_test(no_challenge_fits_nothing),
        cmocka_unit_test(extensions_are_passed_over),
        cmocka_unit_test(another_question_proves_nothing),
        cmocka_unit_test(making_is_not_using),
        cmocka_unit_test(someone_must_be_there_and_verified),
        cmocka_unit_test(the_counter_only_goes_up),
        cmocka_unit_test(what_was_used_once_is_nothing_the_next_time),
        cmocka_unit_test(another_key_id_or_person_opens_nothing),
        cmocka_unit_test(one_bit_is_enough_to_refuse),
        cmocka_unit_test(what_is_cut_off_is_refused),
        cmocka_unit_test(too_much_is_refused_before_it_is_read),
        cmocka_unit_test(client_data_is_strict_json),
        cmocka_unit_test(other_spellings_are_refused),
        cmocka_unit_test(ids_have_a_length_to_live_with),
    };
    return cmocka_run_group_tests(tests, before, after);
}
