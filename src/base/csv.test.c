/* csv.test.c — what is read, what is refused and with which line, and that writing comes back. */
#include "base/csv.h"
#include "base/test.h"

#include <stdlib.h>

struct sheet {
    struct csv csv;
    struct csv_row row;
    struct arena a;
};

static struct sheet *sheet_of(const char *text)
{
    struct sheet *s = calloc(1, sizeof *s);
    CHECK(csv_open(&s->csv, str_of(text)));
    return s;
}

static void expect(struct sheet *s, int64_t line, const char *joined)
{
    CHECK(csv_next(&s->csv, &s->a, &s->row));
    char text[1000] = "";
    for (size_t i = 0; i < s->row.n; i++) {
        strcat(text, i ? "|" : "");
        strncat(text, s->row.fields[i].s ? s->row.fields[i].s : "", s->row.fields[i].n);
    }
    CHECK_STR(str_of(text), joined);
    assert_int_equal(s->row.line, line);
}

static void done(struct sheet *s)
{
    CHECK(!csv_next(&s->csv, &s->a, &s->row));
    assert_int_equal(s->csv.fault, CSV_FINE);
    arena_end(&s->a);
    free(s);
}

static void reads_rows_with_their_lines(void **state)
{
    (void)state;
    struct sheet *s = sheet_of("a,b,c\n1,\"een, \"\"twee\"\"\nen drie\",\n\n4,,6");
    expect(s, 1, "a|b|c");
    expect(s, 2, "1|een, \"twee\"\nen drie|");
    expect(s, 5, "4||6");
    done(s);
    s = sheet_of("\xEF\xBB\xBFnaam;tekst\r\n\"x\";\"regel 1\r\nregel 2\"\r\ny;1,5\r\n\r\n");
    expect(s, 1, "naam|tekst");
    expect(s, 2, "x|regel 1\nregel 2");
    expect(s, 4, "y|1,5");
    done(s);
    s = sheet_of("\"a\r\r\nb\rc\"\n");
    expect(s, 1, "a\nb\rc");
    done(s);
    s = sheet_of("\"a;;;\",b\n\"\",\n"); /* semicolons inside quotes do not count */
    expect(s, 1, "a;;;|b");
    expect(s, 2, "|");
    done(s);
    s = sheet_of(
        "a,b\nvoor \xE2\x80\xAE om,\xF0\x9F\x8C\xB3\n"); /* right-to-left override is data */
    expect(s, 1, "a|b");
    expect(s, 2, "voor \xE2\x80\xAE om|\xF0\x9F\x8C\xB3");
    done(s);
    done(sheet_of(""));
    done(sheet_of("\n\r\n\n"));
}

static void refuse(struct str text, enum csv_fault fault, int64_t line)
{
    struct sheet *s = calloc(1, sizeof *s);
    if (csv_open(&s->csv, text))
        while (csv_next(&s->csv, &s->a, &s->row)) continue;
    assert_int_equal(s->csv.fault, fault);
    assert_int_equal(s->csv.fault_line, line);
    CHECK(!csv_next(&s->csv, &s->a, &s->row)); /* and it stays refused */
    arena_end(&s->a);
    free(s);
}

static void refuses_with_the_line(void **state)
{
    (void)state;
    refuse(STR("a,b\nc,caf\xE9\n"), CSV_NOT_UTF8, 2);
    refuse(STR("\xFF\xFE"
               "a\0"),
           CSV_UTF16, 1);
    refuse(STR("a,b\n\nc,\0d\n"), CSV_NUL, 3);
    refuse(STR("a,b\nc,een \"twee\"\n"), CSV_QUOTE, 2);
    refuse(STR("a,b\nc,\"een\" twee\n"), CSV_AFTER_QUOTE, 2);
    refuse(STR("a,b\nc,\"een\"\"\"\"twee\"x\n"), CSV_AFTER_QUOTE, 2);
    refuse(STR("a,b\nc,\"een\nd,e\n"), CSV_UNCLOSED, 2);
    refuse(STR("a,b\nc,\""), CSV_UNCLOSED, 2);
    struct arena a = { 0 };
    const size_t n = 10 * 1000 * 1000;
    char *big = NEW(&a, char, n);
    memset(big, 'x', n);
    memcpy(big, "a,b\nc,", 6);
    refuse((struct str){ big, n }, CSV_LONG_FIELD, 2);
    big[6] = big[n - 1] = '"';
    refuse((struct str){ big, n }, CSV_LONG_FIELD, 2);
    memset(big, ',', 1000);
    refuse((struct str){ big, 1000 }, CSV_MANY_FIELDS, 1);
    arena_end(&a);
}

static void a_field_may_be_as_long_as_promised(void **state)
{
    (void)state;
    struct sheet *s = calloc(1, sizeof *s);
    char *big = calloc(1, CSV_FIELD_MAX + 2);
    memset(big, 'x', CSV_FIELD_MAX + 1);
    CHECK(csv_open(&s->csv, (struct str){ big, CSV_FIELD_MAX }));
    CHECK(csv_next(&s->csv, &s->a, &s->row) && s->row.fields[0].n == CSV_FIELD_MAX);
    done(s);
    refuse((struct str){ big, CSV_FIELD_MAX + 1 }, CSV_LONG_FIELD, 1);
    free(big);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    static const char *const pieces[] = { "a", ",",  ";", "\"", "\n", "'",      "=",
                                          "-", "\r", " ", "é",  "＝", "\u00A0", "\t" };
    uint64_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        struct arena a = { 0 };
        struct str fields[4];
        char *text = NULL;
        size_t n = 0;
        FILE *to = open_memstream(&text, &n);
        fputs("a,b,c,d\n", to); /* a heading decides the separator */
        for (size_t i = 0; i < COUNT_OF(fields); i++) {
            fields[i] = (struct str){ 0 };
            for (seed = seed * 6364136223846793005u + 1442695040888963407u; (seed >> 33) % 5;
                 seed = seed * 6364136223846793005u + 1442695040888963407u) {
                const char *piece = pieces[(seed >> 40) % COUNT_OF(pieces)];
                if (*piece == '\n' && str_ends(fields[i], STR("\r")))
                    continue; /* CRLF becomes LF */
                fields[i] = arena_format(&a, "%.*s%s", STR_ARG(fields[i]), piece);
            }
            const struct str cell = csv_guard(&a, fields[i]);
            CHECK(str_eq(csv_unguard(cell), fields[i]));
            csv_put(to, cell, i == 0);
        }
        csv_end(to);
        fclose(to);
        struct sheet *s = calloc(1, sizeof *s);
        CHECK(csv_open(&s->csv, (struct str){ text, n }));
        CHECK(csv_next(&s->csv, &s->a, &s->row) && csv_next(&s->csv, &s->a, &s->row));
        assert_int_equal(s->row.n, COUNT_OF(fields));
        for (size_t i = 0; i < COUNT_OF(fields); i++)
            CHECK(str_eq(csv_unguard(s->row.fields[i]), fields[i]));
        done(s);
        free(text);
        arena_end(&a);
    }
}

static void formulas_get_a_quote(void **state)
{
    (void)state;
    static const char *const run[] = { "=1+1", "+31",  "-1",   "@SUM(A1)", "\tx",
                                       "\rx",  "  =1", "\n=1", "＝1",      "\u00A0＠x",
                                       "'=1",  "''-2", "' =1" };
    static const char *const calm[] = { "",   "a=1", "1-2", "'s ochtends",
                                        "''", "é",   "„=”", " '=1" };
    struct arena a = { 0 };
    for (size_t i = 0; i < COUNT_OF(run); i++) {
        const struct str cell = csv_guard(&a, str_of(run[i]));
        CHECK(cell.n == strlen(run[i]) + 1 && cell.s[0] == '\'');
        CHECK_STR(csv_unguard(cell), run[i]);
    }
    for (size_t i = 0; i < COUNT_OF(calm); i++) {
        CHECK_STR(csv_guard(&a, str_of(calm[i])), calm[i]);
        CHECK_STR(csv_unguard(str_of(calm[i])), calm[i]);
    }
    CHECK_STR(csv_unguard(STR("=1")), "=1"); /* written by hand: taken as it is */
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows_with_their_lines),
        cmocka_unit_test(refuses_with_the_line),
        cmocka_unit_test(a_field_may_be_as_long_as_promised),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(formulas_get_a_quote),
    };
    return RUN_TESTS(tests);
}
