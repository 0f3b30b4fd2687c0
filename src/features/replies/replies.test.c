/* replies.test.c — a question of the report waits, gets a reply, and the sum says so. */
#include "features/review/testing.h"

#include "features/replies/replies.h"
#include "tests/sql.h"

#define DESK "/waterstad/beheer/vragen"

static struct visitor nobody = { 0 };

static struct str look(const char *address)
{
    return arena_copy(&c.arena, ask(&nobody, METHOD_GET, address, NULL, 200));
}
static struct str reply(const char *body, int status)
{
    const struct str page = get(&anna, DESK "/1"), mark = STR("name=\"basis\" value=\"");
    const struct str rest = str_from(page, str_find(page, mark) + mark.n);
    const struct str basis = arena_copy(&c.arena, str_upto(rest, str_find(rest, STR("\""))));
    return arena_copy(&c.arena, ask(&anna, METHOD_POST, DESK "/1",
                                    text_of("%s&basis=%.*s", body, STR_ARG(basis)), status));
}

static void a_question_waits_and_is_answered(void **state)
{
    (void)state; /* today is 26 November 2023 */
    start();
    sql_run(c.store, "DROP TRIGGER point_stays; UPDATE point SET kind = 3 WHERE number = 1");
    CHECK_HAS(look("/waterstad/punt/1"), "Deze vraag wacht 11 dagen op een antwoord.");
    CHECK_HAS(look("/waterstad/som"), "0 beantwoord + 1 wacht = 1 vragen");
    CHECK_HAS(look("/waterstad/som"), "De oudste vraag wacht 11 dagen");
    CHECK_HAS(get(&anna, DESK), "1 vraag wacht");
    CHECK_HAS(reply("tekst=Ja&dag=2024-01-01", 422), "Kies een dag tot en met vandaag");
    CHECK_HAS(reply("tekst=Ja&link=javascript%3Aalert(1)", 422), "Schrijf een heel adres");
    reply("tekst=In+%3Ci%3Evoorjaar&tekst-2=In+spring&dag=2023-11-20&link=https%3A%2F%2Fx.nl",
          303);
    CHECK_HAS(look("/waterstad/punt/1"), "In &lt;i&gt;voorjaar");
    CHECK_HAS(look("/en/waterstad/punt/1"), "In spring");
    CHECK_NOT(look("/waterstad/punt/1"), "Deze vraag wacht");
    CHECK_HAS(look("/waterstad/som"), "1 beantwoord + 0 wacht = 1 vragen");
    reply("tekst=x&weg=1", 303);
    CHECK_HAS(look("/waterstad/som"), "0 beantwoord + 1 wacht = 1 vragen");
    CHECK_HAS(get(&anna, "/waterstad/beheer/geschiedenis/punt/1"), "voorjaar");
    stop();
}

/* What is no question, or in no report, cannot be replied to; where no days are counted none are shown. */
static void only_questions(void **state)
{
    (void)state;
    start();
    ask(&anna, METHOD_GET, DESK "/1", NULL, 404);
    sql_run(c.store, "DROP TRIGGER point_stays; UPDATE point SET kind = 3 WHERE number = 1; "
                     "UPDATE dialogue SET counts_days = 0");
    CHECK_NOT(look("/waterstad/punt/1"), "Deze vraag wacht");
    ask(&wies, METHOD_GET, DESK, NULL, 403);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_waits_and_is_answered),
        cmocka_unit_test(only_questions),
    };
    return RUN_TESTS(tests);
}
