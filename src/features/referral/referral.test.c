/* referral.test.c — a service is asked to contact somebody, answers by a link, and all of it goes away. */
#include "features/referral/referral.h"

#include "features/map/map.test.h"
#include "tests/sql.h"
#include "web/mail.h"

static const char usual[] =
    "key,name,organisation,description,subjects,hours,email\n"
    "1,Maatjes,Buurtwerk,Iemand die meegaat.,ontmoeten,ma-vr 09:00-17:00,maatjes@buurt.nl\n"
    "2,Alleen bellen,Buurtwerk,Iemand die belt.,ontmoeten,ma-vr 09:00-17:00,\n";

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
    uint64_t client;
};
static void start(struct fixture *f, bool mail)
{
    struct map_loading l = { 0 };
    *f = (struct fixture){ 0 };
    CHECK_OK(store_open_memory(&f->st));
    CHECK_OK(map_load_table(f->st, str_of(usual), &l));
    if (mail) sql_run(f->st, "UPDATE mail_line SET ready = 1");
    CHECK_OK(store_reader(f->st, &f->db));
}
static void stop(struct fixture *f)
{
    store_reader_close(f->db);
    store_close(f->st);
    arena_end(&f->arena);
}
static struct response asks(struct fixture *f, const char *address, const char *body,
                            int status)
{
    struct response res;
    const struct try try = { .method = body ? METHOD_POST : METHOD_GET,
                             .address = address,
                             .body = body,
                             .client = f->client,
                             .now = map_now };
    web_ask(f->st, f->db, &f->arena, &try, &res);
    if (res.status != status) print_error("%s: %d %s\n", address, res.status, err_why());
    assert_int_equal(res.status, status);
    return res; /* its text lives in the arena */
}
static struct str page(struct fixture *f, const char *address, int status)
{
    const struct response res = asks(f, address, NULL, status);
    return (struct str){ res.body.s, res.body.n };
}
/* What stands behind `before` in the last mail to that address, up to the end of its line. */
static const char *in_mail(struct fixture *f, const char *to, const char *before)
{
    sqlite3_stmt *s;
    CHECK(sqlite3_prepare_v2(f->db->c,
                             "SELECT body FROM mail WHERE address = ? ORDER BY id DESC LIMIT 1",
                             -1, &s, NULL) == SQLITE_OK);
    sqlite3_bind_text(s, 1, to, -1, SQLITE_STATIC);
    CHECK(sqlite3_step(s) == SQLITE_ROW);
    const char *text = (const char *)sqlite3_column_text(s, 0);
    CHECK_NOT(str_of(text), "Bo"); /* who asks stands in no mail */
    const char *at = strstr(text, before);
    const char *found =
        at ? arena_format(&f->arena, "%.*s", (int)strcspn(at, "\r\n "), at).s : "";
    sqlite3_finalize(s);
    return found;
}
static const char *path_of(struct str location)
{
    static char path[200];
    const size_t n = location.n < sizeof path ? location.n : sizeof path - 1;
    memcpy(path, location.s, n);
    path[n] = 0;
    path[strcspn(path, "?")] = 0;
    return path;
}

#define ASKED "naam=Bo&bereik=bo%40huis.nl&over=Samen+naar+de+huisarts&akkoord=1"

static void asked_answered_and_done(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, true);
    CHECK_HAS(page(&f, "/kaart/maatjes", 200), "/kaart/maatjes/neem-contact");
    const struct response res = asks(&f, "/kaart/maatjes/neem-contact", ASKED, 303);
    const char *mine = arena_format(&f.arena, "%s", path_of(res.location.text)).s;
    CHECK_HAS(page(&f, mine, 200), "Er is nog geen antwoord");
    const char *theirs = in_mail(&f, "maatjes@buurt.nl", "/doorverwijzing/");
    for (int i = 0; i < 3; i++) /* a scanner follows the link */
        CHECK_HAS(page(&f, theirs, 200), "Samen naar de huisarts");
    CHECK_HAS(page(&f, mine, 200), "Er is nog geen antwoord");
    const struct response no = asks(&f, theirs, "doe=nee", 422);
    CHECK_HAS(((struct str){ no.body.s, no.body.n }), "Schrijf waarom niet");
    asks(&f, theirs, "doe=nee&reden=Wij+zitten+vol.+Vraag+het+wijkteam.", 303);
    CHECK_HAS(page(&f, mine, 200), "Vraag het wijkteam");
    CHECK(sql_number(f.st, "SELECT count(*) FROM mail WHERE address = 'bo@huis.nl'") == 1);
    asks(&f, theirs, "doe=ja", 303);
    CHECK_HAS(page(&f, mine, 200), "Zij nemen contact op.");
    CHECK_NOT(page(&f, mine, 200), "Vraag het wijkteam");
    asks(&f, theirs, "doe=klaar", 303);
    asks(&f, theirs, "doe=klaar", 303); /* twice is once */
    CHECK(sql_number(f.st, "SELECT count(*) FROM mail WHERE address = 'bo@huis.nl'") == 3);
    /* a code opens one side only */
    const char *code = strrchr(mine, '/');
    page(&f, arena_format(&f.arena, "/doorverwijzing%s", code).s, 404);
    stop(&f);
}

static void taken_back_is_gone(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, true);
    const struct response res = asks(&f, "/kaart/maatjes/neem-contact", ASKED, 303);
    const char *mine = arena_format(&f.arena, "%s", path_of(res.location.text)).s;
    const char *theirs = in_mail(&f, "maatjes@buurt.nl", "/doorverwijzing/");
    asks(&f, arena_format(&f.arena, "%s/wis", mine).s, "", 303);
    CHECK_HAS(page(&f, mine, 404), "gewist");
    CHECK_HAS(page(&f, theirs, 404), "gewist");
    asks(&f, theirs, "doe=ja", 404);
    CHECK(sql_number(f.st, "SELECT count(*) FROM referral") == 0);
    stop(&f);
}

static void by_consent_and_not_too_many(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, true);
    const struct response res =
        asks(&f, "/kaart/maatjes/neem-contact", "naam=Bo&bereik=bo%40huis.nl", 422);
    CHECK_HAS(((struct str){ res.body.s, res.body.n }), "Zet een vinkje");
    CHECK_HAS(((struct str){ res.body.s, res.body.n }),
              "bo@huis.nl"); /* what was typed stays */
    CHECK_HAS(page(&f, "/kaart/alleen-bellen/neem-contact", 200), "Dit kan hier nu niet");
    asks(&f, "/kaart/alleen-bellen/neem-contact", ASKED, 422);
    for (int i = 0; i < 30; i++) {
        f.client = 1 + (uint64_t)i / 5;
        asks(&f, "/kaart/maatjes/neem-contact",
             arena_format(&f.arena, "naam=Bo%d&bereik=06&akkoord=1", i).s, 303);
        if (i == 4) asks(&f, "/kaart/maatjes/neem-contact", ASKED, 422);
    }
    f.client = 99; /* somebody else, and all the same it is enough for this hour */
    asks(&f, "/kaart/maatjes/neem-contact", ASKED, 422);
    CHECK_HAS(page(&f, "/doorverwezen/0000-0000-0000", 404), "werkt niet meer");
    page(&f, "/doorverwijzing/x", 404);
    stop(&f);
}

static enum err forget(struct tx *tx, void *with)
{
    (void)with;
    return referrals_tidy(tx, (struct instant){ map_now.s + 1 });
}
static void without_mail_and_after_its_days(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, false);
    CHECK_HAS(page(&f, "/kaart/maatjes/neem-contact", 200), "Dit kan hier nu niet");
    stop(&f);
    start(&f, true);
    asks(&f, "/kaart/maatjes/neem-contact", ASKED, 303);
    CHECK_OK(store_write(f.st, forget, NULL));
    CHECK(sql_number(f.st, "SELECT count(*) FROM referral") == 0);
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asked_answered_and_done),
        cmocka_unit_test(taken_back_is_gone),
        cmocka_unit_test(by_consent_and_not_too_many),
        cmocka_unit_test(without_mail_and_after_its_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
