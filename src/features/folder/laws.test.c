/* laws.test.c — the five laws of the chain, from the first voice to the last deed, proven on the invented city and on
 * a made-up one: each law holds in both, and each is seen to break when one link is cut. */
#include "features/folder/folder.test.h"

#include "features/report/report.h"
#include "features/sums/sums.h"
#include "tests/sql.h"
#include "web/web.h"

static const struct instant now = { 1795600000 }; /* 25 November 2026 */

/* What may not be there: each counts what breaks the law. */
struct law {
    const char *says;
    const char *broken[6]; /* SQL that counts; NULL behind the last */
    const char *cut;       /* SQL that cuts one link */
    bool checked;          /* the cut is found by counting anew (sums.h), not by `broken` */
};

static const struct law laws[] = {
    { "1. no voice is lost",
      { /* set aside only with a reason that its author can read */
        "SELECT count(*) FROM voice WHERE account = 1 AND reason IS NULL",
        /* every voice stands somewhere: the sums have each of them */
        "SELECT abs((SELECT count(*) FROM voice) - (SELECT coalesce(sum(n), 0) FROM "
        "voice_sum))" },
      "DELETE FROM voice_sum WHERE standing = (SELECT min(standing) FROM voice_sum WHERE n > "
      "0)",
      false },
    { "2. no point without voices or findings, and no number without its source",
      { "SELECT count(*) FROM point p WHERE NOT EXISTS (SELECT 1 FROM point_voice r WHERE "
        "r.edition = "
        "p.edition AND r.point = p.id) AND NOT EXISTS (SELECT 1 FROM point_finding r WHERE "
        "r.edition "
        "= p.edition AND r.point = p.id)",
        "SELECT count(*) FROM finding f WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.id = "
        "f.source)" },
      "DROP TRIGGER point_finding_remains; DROP TRIGGER point_finding_stays; DROP TRIGGER "
      "point_theme_remains; DROP TRIGGER point_voice_remains; DROP TRIGGER point_voice_stays; "
      "DELETE FROM point_voice WHERE point = (SELECT min(p.id) FROM point p WHERE p.edition > "
      "0); "
      "DELETE FROM point_finding WHERE point = (SELECT min(p.id) FROM point p WHERE p.edition "
      "> 0)",
      false },
    { "3. nothing fades away between steps",
      { /* an advice that was given rests on a published point */
        "SELECT count(*) FROM advice a WHERE a.given IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        "advice_point r JOIN point p ON p.id = r.point AND p.edition > 0 WHERE r.advice = "
        "a.id)",
        /* an answer stands on an advice that was given, and not before */
        "SELECT count(*) FROM answer n JOIN advice a ON a.id = n.advice WHERE a.given IS NULL "
        "OR n.day "
        "< a.given",
        /* a point set aside says why */
        "SELECT count(*) FROM point_aside WHERE reason = ''",
        /* a commitment follows from an answer that adopts */
        "SELECT count(*) FROM commitment c LEFT JOIN answer n ON n.advice = c.advice WHERE "
        "n.advice IS "
        "NULL OR n.kind = 2",
        /* an answer says why */
        "SELECT count(*) FROM answer n JOIN advice a ON a.id = n.advice JOIN dialogue d ON "
        "d.id = "
        "a.dialogue LEFT JOIN answer_text x ON x.advice = n.advice AND x.lang = d.lang WHERE "
        "coalesce(x.reason, '') = ''" },
      "DELETE FROM advice_point WHERE advice = (SELECT min(id) FROM advice)",
      false },
    { "4. no commitment without an owner and a date, and moving it shows",
      { "SELECT count(*) FROM commitment c WHERE NOT EXISTS (SELECT 1 FROM department w WHERE "
        "w.id = "
        "c.owner AND w.dialogue = c.dialogue)",
        "SELECT count(*) FROM commitment c WHERE c.due <> coalesce((SELECT m.due FROM "
        "commitment_moved "
        "m WHERE m.commitment = c.id ORDER BY m.number DESC LIMIT 1), c.first_due)",
        "SELECT count(*) FROM commitment c WHERE c.moves <> (SELECT count(*) FROM "
        "commitment_moved m "
        "WHERE m.commitment = c.id)",
        "SELECT count(*) FROM commitment c JOIN dialogue d ON d.id = c.dialogue JOIN "
        "commitment_text x "
        "ON x.commitment = c.id AND x.lang = d.lang WHERE c.state = 3 AND x.stopped = ''" },
      "DELETE FROM commitment_moved WHERE commitment = (SELECT min(commitment) FROM "
      "commitment_moved)",
      false },
    { "5. nothing is quietly changed",
      { "SELECT count(*) FROM commitment WHERE first_due < made",
        "SELECT count(*) FROM deed d JOIN commitment c ON c.id = d.commitment WHERE d.day < "
        "c.made - "
        "36500" },
      "DROP TRIGGER edition_stays; UPDATE edition SET body = '{ }' WHERE id = (SELECT min(id) "
      "FROM "
      "edition WHERE id > 0)",
      true },
};

struct heard {
    char said[2000];
    size_t n;
};
static void hear(struct str line, void *with)
{
    struct heard *h = with;
    if (h->n + line.n + 2 < sizeof h->said)
        h->n +=
            (size_t)snprintf(h->said + h->n, sizeof h->said - h->n, "%.*s\n", STR_ARG(line));
}

/* How often a law is broken. */
static int64_t breaks(struct trial *t, const struct law *law)
{
    int64_t n = 0, wrong = 0;
    struct heard h = { { 0 }, 0 };
    struct db *db;
    for (size_t i = 0; law->broken[i]; i++) n += sql_number(t->store, law->broken[i]);
    if (!law->checked) return n;
    CHECK_OK(store_reader(t->store, &db));
    CHECK_OK(sums_check(db, &t->a, LANG_NL, hear, &h, &wrong));
    store_reader_close(db);
    return n + wrong;
}

/* What everybody sees of it: "de som" adds up, by the same numbers. */
static void page_of_sums(struct trial *t, const char *dialogue)
{
    struct response res;
    struct db *db;
    CHECK_OK(store_reader(t->store, &db));
    const struct str at = arena_format(&t->a, "/%s/som", dialogue);
    web_try(t->store, db, &t->a, METHOD_GET, at, now, &res);
    const struct str page = { res.body.s, res.body.n };
    CHECK(res.status == 200);
    CHECK_HAS(page, "Deze som klopt.");
    CHECK_NOT(page, "klopt nu niet");
    store_reader_close(db);
}

static void published_line(struct str line, void *with)
{
    (void)with;
    fail_msg("not published: %.*s", STR_ARG(line));
}
struct publishing {
    struct str dialogue;
    struct edition made;
};
static enum err publish(struct tx *tx, void *with)
{
    struct publishing *p = with;
    return report_publish(tx, p->dialogue, STR(""), (struct instant){ 1700000000 }, LANG_NL,
                          published_line, NULL, &p->made);
}

/* Each law holds, breaks when a link is cut, and is whole again in a city of which nothing was cut. */
static void walk(struct trial (*city)(void), const char *const *dialogues)
{
    for (size_t i = 0; i < COUNT_OF(laws); i++) {
        struct trial t = city();
        for (const char *const *d = dialogues; *d; d++) page_of_sums(&t, *d);
        for (size_t k = 0; k < COUNT_OF(laws); k++)
            if (breaks(&t, &laws[k])) fail_msg("%s: broken in %s", laws[k].says, dialogues[0]);
        sql_run(t.store, laws[i].cut);
        if (!breaks(&t, &laws[i]))
            fail_msg("%s: a link was cut and nobody saw it", laws[i].says);
        trial_end(&t);
    }
}

static void published(struct trial *t, const char *dialogue)
{
    struct publishing p = { .dialogue = str_of(dialogue) };
    CHECK_OK(store_write(t->store, publish, &p));
}

static struct trial waterstad(void)
{
    struct trial t = trial_start();
    const int code = load_in(&t, "examples/waterstad", false, LANG_NL);
    if (code != FOLDER_DONE) fail_msg("loading gives %d:\n%s", code, t.said);
    published(&t, "waterstad");
    published(&t, "waterstad-2023");
    return t;
}

static struct trial generated(void)
{
    const struct city city = {
        .seed = 7, .findings = 60, .voices = 120, .themes = 5, .commitments = 80
    };
    struct trial t = trial_start();
    const struct folder_talk talk = talk_of(&t, LANG_NL);
    const int code = folder_generate(t.store, &city, &talk);
    fclose(talk.err);
    if (code != FOLDER_DONE) fail_msg("generating gives %d:\n%s", code, t.said);
    published(&t, "voorbeeldstad");
    return t;
}

static void the_laws_hold_in_the_invented_city(void **state)
{
    (void)state;
    static const char *const dialogues[] = { "waterstad", "waterstad-2023", NULL };
    walk(waterstad, dialogues);
}

static void the_laws_hold_in_a_made_up_city(void **state)
{
    (void)state;
    static const char *const dialogues[] = { "voorbeeldstad", NULL };
    walk(generated, dialogues);
}

/* What the schema keeps cannot be cut at all. */
static void some_links_cannot_be_cut(void **state)
{
    (void)state;
    static const char *const refused[] = {
        "UPDATE commitment SET first_due = first_due + 1",
        "UPDATE commitment SET owner = NULL",
        "UPDATE commitment_moved SET reason = 'iets anders'",
        "UPDATE edition SET body = '{ }' WHERE id > 0",
        "DELETE FROM point_voice WHERE edition > 0",
        "DELETE FROM answer WHERE advice IN (SELECT advice FROM commitment)",
    };
    struct trial t = waterstad();
    for (size_t i = 0; i < COUNT_OF(refused); i++)
        if (store_write(t.store, sql_work, (void *)(uintptr_t)refused[i]) == OK)
            fail_msg("not refused: %s", refused[i]);
    trial_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_laws_hold_in_the_invented_city),
        cmocka_unit_test(the_laws_hold_in_a_made_up_city),
        cmocka_unit_test(some_links_cannot_be_cut),
    };
    return RUN_TESTS(tests);
}
