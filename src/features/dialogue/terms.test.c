/* terms.test.c — every value has a code of its own and words, and its code leads back to it. */
#include "features/dialogue/terms.h"

#include "base/test.h"

struct set {
    struct term (*term_of)(int);
    int first, last;
};

static void codes_lead_back(void **state)
{
    (void)state;
    const struct set sets[] = {
        { kind_term, 0, KINDS },
        { phase_term, 0, PHASES },
        { phase_state_term, 0, PHASE_STATES },
        { section_term, 0, SECTIONS },
        { source_kind_term, 0, SOURCE_KINDS },
        { programme_kind_term, 0, PROGRAMME_KINDS },
        { visibility_term, 0, VISIBILITIES },
        { account_term, 0, ACCOUNTS },
        { reason_term, 1, REASONS },
    };
    for (size_t i = 0; i < COUNT_OF(sets); i++)
        for (int v = sets[i].first; v < sets[i].last; v++) {
            const struct term t = sets[i].term_of(v);
            int back = -1;
            CHECK(str_slug(str_of(t.code)));
            CHECK(
                term_read(sets[i].term_of, sets[i].first, sets[i].last, str_of(t.code), &back));
            CHECK(back == v);
            for (int lang = 0; lang < LANGS; lang++)
                CHECK(words_in(t.words, (enum lang)lang).n > 0);
        }
}

static void others_are_refused(void **state)
{
    (void)state;
    int v;
    CHECK(!term_read(kind_term, 0, KINDS, STR("Goes-well"), &v));
    CHECK(!term_read(kind_term, 0, KINDS, STR(""), &v));
    CHECK(!term_read(reason_term, 1, REASONS, STR("goes-well"), &v));
}

static void words_are_the_agreed_ones(void **state)
{
    (void)state;
    CHECK_STR(words_in(kind_term(KIND_MUST_IMPROVE).words, LANG_NL), "Kan beter");
    CHECK_STR(words_in(phase_term(PHASE_DEEDS).words, LANG_NL), "Daden");
    CHECK_STR(words_in(phase_term(PHASE_DEEDS).words, LANG_EN), "Deeds");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_lead_back),
        cmocka_unit_test(others_are_refused),
        cmocka_unit_test(words_are_the_agreed_ones),
    };
    return RUN_TESTS(tests);
}
