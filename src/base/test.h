/* test.h — what every test starts with: cmocka, and claims about pages of text.
 *
 * A test file is a program: functions `static void name(void **state)` and a `main` that ends in
 * `return cmocka_run_group_tests(tests, NULL, NULL)`. `make test` runs it under ASan and UBSan. */
#ifndef BASE_TEST_H
#define BASE_TEST_H

#include <setjmp.h> // IWYU pragma: export
#include <stdarg.h> // IWYU pragma: export
#include <stddef.h> // IWYU pragma: export
#include <stdint.h> // IWYU pragma: export
#include <stdio.h>  // IWYU pragma: export
#include <string.h> // IWYU pragma: export

#include <cmocka.h> // IWYU pragma: export

#include "base/base.h"

#define CHECK(claim)                                                                           \
    do {                                                                                       \
        if (!(claim)) fail_msg("not so: %s", #claim);                                          \
    } while (0)
#define CHECK_OK(call)                                                                         \
    do {                                                                                       \
        const enum err check_ = (call);                                                        \
        if (check_ != OK) fail_msg("%s gives %d: %s", #call, (int)check_, err_why());          \
    } while (0)
#define CHECK_STR(x, expected)                                                                 \
    do {                                                                                       \
        const struct str check_x = (x), check_y = str_of(expected);                            \
        if (!str_eq(check_x, check_y))                                                         \
            fail_msg("%s is \"%.*s\", not \"%.*s\"", #x, STR_ARG(check_x), STR_ARG(check_y));  \
    } while (0)
#define CHECK_HAS(page, text)                                                                  \
    do {                                                                                       \
        const struct str check_x = (page);                                                     \
        if (str_find(check_x, str_of(text)) == SIZE_MAX)                                       \
            fail_msg("no \"%s\" in:\n%.*s", (text), STR_ARG(check_x));                         \
    } while (0)
#define CHECK_NOT(page, text)                                                                  \
    do {                                                                                       \
        const struct str check_x = (page);                                                     \
        if (str_find(check_x, str_of(text)) != SIZE_MAX)                                       \
            fail_msg("\"%s\" stands in:\n%.*s", (text), STR_ARG(check_x));                     \
    } while (0)
#define RUN_TESTS(tests) cmocka_run_group_tests((tests), NULL, NULL)

#endif
