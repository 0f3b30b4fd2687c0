/* mime.test.c — a mail is what it should be for whoever reads it, and no words can become a header. */
#include "base/test.h"

#include "web/mime.h"

#include <openssl/evp.h>

static struct arena arena;

static struct message example(void)
{
    return (struct message){ .from_name = STR("Gemeente Waterstad"),
                             .from = STR("dialoog@waterstad.example"),
                             .to = STR("ada@voorbeeld.nl"),
                             .subject = STR("Uw aanmelding"),
                             .text = STR("Dag Ada,\n\nTot dinsdag.\n"),
                             .key = STR("0123456789abcdef"),
                             .made = { 1687887000 } };
}

/* Every line is short, ASCII and ended by CRLF; no header is there that was not meant to be. */
static void check_lines(struct str x, size_t headers)
{
    size_t column = 0, line = 0;
    const size_t body = str_find(x, STR("\r\n\r\n"));
    size_t found = 0;
    assert_true(body != SIZE_MAX);
    for (size_t i = 0; i < x.n; i++) {
        const unsigned char c = (unsigned char)x.s[i];
        if (c == '\n') {
            assert_true(i > 0 && x.s[i - 1] == '\r');
            if (i <= body + 1 && x.s[line] != ' ') found++;
            line = i + 1;
            column = 0;
            continue;
        }
        if (c == '\r') assert_true(i + 1 < x.n && x.s[i + 1] == '\n');
        assert_true((c >= ' ' && c <= '~') || c == '\r');
        assert_true(++column <= 78);
        assert_false(column == 1 && c == '.');
    }
    assert_int_equal(found, headers);
}

static void it_has_what_a_mail_needs(void **state)
{
    (void)state;
    struct message m = example();
    const struct str x = mime_message(&arena, &m);
    check_lines(x, 10);
    CHECK_HAS(x, "Date: Tue, 27 Jun 2023 17:30:00 +0000\r\n");
    CHECK_HAS(x, "From: \"Gemeente Waterstad\"\r\n <dialoog@waterstad.example>\r\n");
    CHECK_HAS(x, "To: <ada@voorbeeld.nl>\r\n");
    CHECK_HAS(x, "Subject: Uw aanmelding\r\n");
    CHECK_HAS(x, "Message-ID: <30313233343536373839616263646566@waterstad.example>\r\n");
    CHECK_HAS(x, "Auto-Submitted: auto-generated\r\n");
    CHECK_HAS(x, "Content-Language: nl\r\n");
    CHECK_HAS(x, "\r\n\r\nDag Ada,\r\n\r\nTot dinsdag.\r\n");
    CHECK_NOT(x, "List-Unsubscribe");
    m.leave = STR("https://dialoog.example/af/abc");
    m.reply = STR("team@waterstad.example");
    const struct str y = mime_message(&arena, &m);
    check_lines(y, 13);
    CHECK_HAS(y, "List-Unsubscribe:\r\n <https://dialoog.example/af/abc>\r\n");
    CHECK_HAS(y, "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    CHECK_HAS(y, "Reply-To: <team@waterstad.example>\r\n");
}

static void no_words_become_a_header(void **state)
{
    (void)state;
    static const char *const nasty[] = {
        "Hallo\r\nBcc: iedereen@voorbeeld.nl",
        "Hallo\nBcc: x",
        "Hallo\rBcc: x",
        "=?utf-8?B?QQ==?=",
        "\xc3\xa9\r\n\r\nEen tekst",
        "\"; Bcc: x",
        "\\\" <boef@voorbeeld.nl>",
        "\x01\x7f",
    };
    for (size_t i = 0; i < COUNT_OF(nasty); i++) {
        struct message m = example();
        m.subject = m.from_name = m.text = str_of(nasty[i]);
        m.leave = str_of(nasty[i]);
        const struct str x = mime_message(&arena, &m);
        const struct str head = str_upto(x, str_find(x, STR("\r\n\r\n")));
        size_t headers = 10;
        if (str_find(head, STR("List-Unsubscribe")) != SIZE_MAX) headers += 2;
        check_lines(x, headers);
        CHECK_NOT(head, "\nBcc");
    }
}

static struct str decoded(struct str x)
{
    struct str all = STR("");
    while (x.n) {
        const size_t from = str_find(x, STR("?B?")), to = str_find(x, STR("?="));
        assert_true(str_starts(x, STR("=?utf-8?B?")) && to != SIZE_MAX);
        const struct str code = str_upto(str_from(x, from + 3), to - from - 3);
        unsigned char bytes[80];
        int n = EVP_DecodeBlock(bytes, (const unsigned char *)code.s, (int)code.n);
        while (n && code.s[code.n - 1] == '=' && !bytes[n - 1]) n--;
        assert_true(str_utf8((struct str){ (char *)bytes, (size_t)n }));
        all = arena_join(&arena, all, (struct str){ (char *)bytes, (size_t)n });
        x = str_from(x, to + 2);
        if (x.n) assert_true(str_starts(x, STR("\r\n =?")));
        x = str_from(x, 3);
    }
    return all;
}

static void a_long_subject_goes_over_lines_and_comes_back(void **state)
{
    (void)state;
    const struct str text =
        STR("Ünïcödé en émöji \xf0\x9f\x8e\xad\xf0\x9f\x8e\xad\xf0\x9f\x8e\xad in een "
            "onderwerp dat "
            "veel te lang is voor één regel, en dat dus over regels moet gaan");
    for (size_t n = 0; n < 40; n++) { /* cut at every place within a character */
        const struct str x = str_from(text, n);
        if (str_utf8(x)) assert_true(str_eq(decoded(mime_header(&arena, x, 60)), x));
    }
    CHECK_STR(mime_header(&arena, STR("Kort"), 9), "Kort");
}

static void the_text_is_quoted(void **state)
{
    (void)state;
    CHECK_STR(mime_quoted(&arena, STR("één = 1\n")), "=C3=A9=C3=A9n =3D 1\r\n");
    CHECK_STR(mime_quoted(&arena, STR("blank \n.\n.punt\n")), "blank=20\r\n=2E\r\n=2Epunt\r\n");
    CHECK_STR(mime_quoted(&arena, STR("a\rb\n")), "a=0Db\r\n");
    CHECK_STR(mime_quoted(&arena, STR("")), "");
    for (size_t n = 60; n < 400; n++) { /* a dot at every place: never in front of a line */
        char *x = arena_take(&arena, n + 1, 1);
        memset(x, 'x', n);
        x[n - 1] = '.';
        const struct str q = mime_quoted(&arena, (struct str){ x, n });
        assert_true(str_find(q, STR("\n.")) == SIZE_MAX);
        struct str rest = q, line;
        while (str_next(&rest, '\n', &line)) assert_true(line.n <= 77);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_has_what_a_mail_needs),
        cmocka_unit_test(no_words_become_a_header),
        cmocka_unit_test(a_long_subject_goes_over_lines_and_comes_back),
        cmocka_unit_test(the_text_is_quoted),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
