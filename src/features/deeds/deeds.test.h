/* deeds.test.h — for tests: from a published point to advice, answer and commitment, by the forms of the desk.
 * Today is 26 November 2023. */
#ifndef FEATURES_DEEDS_DEEDS_TEST_H
#define FEATURES_DEEDS_DEEDS_TEST_H

#include "features/review/testing.h"

#include "features/deeds/deeds.h"

#define DESK "/waterstad/beheer/"
#define LINK "https%3A%2F%2Fraad.voorbeeld.nl%2F1"

/* What a form carries as `basis`. */
static inline struct str basis_of(struct str page)
{
    const struct str mark = STR("name=\"basis\" value=\"");
    const size_t at = str_find(page, mark);
    CHECK(at != SIZE_MAX);
    const struct str rest = str_from(page, at + mark.n);
    return arena_copy(&c.arena, str_upto(rest, str_find(rest, STR("\""))));
}
/* Opens the page of a form, and sends it filled in. */
static inline struct str filled(const char *address, const char *body, int status)
{
    const struct str basis = basis_of(get(&anna, address));
    return arena_copy(&c.arena, ask(&anna, METHOD_POST, address,
                                    text_of("%s&basis=%.*s", body, STR_ARG(basis)), status));
}

static inline void advise(void)
{
    filled(DESK "adviezen/nieuw",
           "soort=priority&titel=Zet+bankjes+neer&titel-2=Put+benches&tekst=Begin+%3Cklein%3E"
           "&tekst-2=Start+small",
           303);
    CHECK_STR(res.location.text, DESK "adviezen/1/punten?gedaan=bewaard");
    filled(DESK "adviezen/1/punten", text_of("punt=%lld", (long long)c.points[1]), 303);
    filled(DESK "adviezen/1",
           "soort=priority&titel=Zet+bankjes+neer&titel-2=Put+benches&tekst=Begin+%3Cklein%3E"
           "&tekst-2=Start+small&gegeven=2023-11-01",
           303);
}
static inline void answer(void)
{
    filled(DESK "adviezen/1/antwoord",
           "soort=partly&dag=2023-11-10&reden=Er+is+geld&geld=25000&link=" LINK, 303);
}
static inline void promise(void)
{
    filled(DESK "toezeggingen/afdelingen/nieuw", "naam=Beheer+en+wijken&naam-2=Upkeep", 303);
    filled(DESK "toezeggingen/nieuw",
           "advies=1&titel=Tien+bankjes&eigenaar=beheer-en-wijken&beloofd=2023-11-11&"
           "voor=2023-11-20&duur=one-off&geld=12000",
           303);
}

#endif
