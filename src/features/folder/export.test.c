/* export.test.c — what is written comes back, byte for byte; and only what is public leaves. */
#include "features/folder/folder.test.h"

#include "features/dialogue/dialogue.h"
#include "web/image.h"
#include "features/points/points.h"
#include "features/report/report.h"
#include "features/report/report.sql.h"
#include "tests/sql.h"

/* The same files with the same bytes in both. */
static void same_folders(const char *one, const char *two)
{
    char command[400];
    snprintf(command, sizeof command, "diff -r '%s' '%s' >&2", one, two);
    if (system(command) != 0) fail_msg("%s and %s differ", one, two);
}

static const char *below(struct trial *t, const char *name)
{
    return arena_format(&t->a, "%s-%s", t->dir, name).s;
}

static void an_export_is_what_was_loaded(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    const char *out = below(&t, "out");
    assert_int_equal(export(&t, out, true), FOLDER_DONE);
    same_folders(t.dir, out);
    assert_int_equal(load_in(&t, out, false, LANG_NL), FOLDER_DONE); /* over itself */
    remove_folder(out);
    assert_int_equal(export(&t, out, true), FOLDER_DONE);
    same_folders(t.dir, out);
    assert_int_equal(export(&t, out, true), FOLDER_USAGE); /* something is there */
    CHECK_SAID(&t, "staat al iets");
    remove_folder(out);
    trial_end(&t);
}

static void own_export(const char *example)
{
    struct trial t = trial_start(), again = trial_start();
    const char *one = below(&t, "one"), *two = below(&t, "two");
    assert_int_equal(load_in(&t, example, false, LANG_NL), FOLDER_DONE);
    assert_int_equal(export(&t, one, true), FOLDER_DONE);
    same_folders(example, one);
    assert_int_equal(load_in(&again, one, false, LANG_NL), FOLDER_DONE);
    assert_int_equal(export(&again, two, true), FOLDER_DONE);
    same_folders(one, two);
    remove_folder(one);
    remove_folder(two);
    trial_end(&again);
    trial_end(&t);
}

static void an_example_is_its_own_export(void **state)
{
    (void)state;
    own_export("examples/almere-2023");
    own_export("examples/waterstad");
}

static void a_made_up_city_is_its_own_export(void **state)
{
    (void)state;
    struct trial t = trial_start();
    const char *city = below(&t, "city"), *twin = below(&t, "twin"), *out = below(&t, "out");
    struct city about = {
        .seed = 42, .findings = 300, .voices = 500, .themes = 20, .dir = city
    };
    const struct folder_talk talk = talk_of(&t, LANG_NL);
    assert_int_equal(folder_generate(t.store, &about, &talk), FOLDER_DONE);
    about.dir = twin;
    assert_int_equal(folder_generate(NULL, &about, &talk), FOLDER_DONE);
    same_folders(city, twin); /* the same seed, the same city */
    about.seed = 43;
    remove_folder(twin);
    assert_int_equal(folder_generate(NULL, &about, &talk), FOLDER_DONE);
    char command[300];
    snprintf(command, sizeof command, "diff -rq '%s' '%s' >/dev/null", city, twin);
    CHECK(system(command) != 0); /* another seed, another city */
    about.themes = 0;
    assert_int_equal(folder_generate(NULL, &about, &talk), FOLDER_USAGE);
    fclose(talk.err);
    assert_int_equal(export(&t, out, true), FOLDER_DONE);
    same_folders(city, out);
    remove_folder(city);
    remove_folder(twin);
    remove_folder(out);
    trial_end(&t);
}

static enum err publish(struct tx *tx, void *with)
{
    struct dialogue_find_row row;
    struct arena *a = with;
    bool found;
    int64_t id;
    TRY(dialogue_find(tx->db, a, STR("proef"), &row, &found));
    TRY(report_edition_add(tx, row.id, 1, (struct instant){ 1 }, STR(""), STR(""), STR(""),
                           &id));
    return points_publish(tx, row.id, id);
}

static void only_what_is_public_leaves(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    const char *out = below(&t, "public"), *all = below(&t, "all");
    assert_int_equal(export(&t, out, false), FOLDER_DONE);
    CHECK(access(arena_format(&t.a, "%s/points.csv", out).s, F_OK) != 0); /* no edition yet */
    const struct str voices = get_bytes(&t.a, arena_format(&t.a, "%s/voices.csv", out).s);
    CHECK_NOT(voices, "Geheim");
    CHECK_NOT(voices, "Verborgen");
    CHECK_HAS(voices, "proef,3,,,,,,,,,hidden,open,,,\n");
    CHECK_NOT(get_bytes(&t.a, arena_format(&t.a, "%s/stories.csv", out).s), "stil");
    remove_folder(out);
    CHECK_OK(store_write(t.store, publish, &t.a));
    assert_int_equal(export(&t, out, false), FOLDER_DONE);
    CHECK_HAS(get_bytes(&t.a, arena_format(&t.a, "%s/points.csv", out).s), "Geef hulp.");

    /* Coming home, it takes nothing away from what the data knows. */
    assert_int_equal(load_in(&t, out, false, LANG_NL), FOLDER_DONE);
    assert_int_equal(export(&t, all, true), FOLDER_DONE);
    same_folders(t.dir, all);
    remove_folder(out);
    remove_folder(all);
    trial_end(&t);
}

static void what_the_team_wrote_down_stays_with_them(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    const char *out = below(&t, "out");
    sql_run(t.store, "UPDATE gathering_plan SET note = 'sleutel bij GEHEIM'; "
                     "UPDATE table_plan SET host_name = 'GEHEIM'");
    assert_int_equal(export(&t, out, true), FOLDER_DONE);
    same_folders(t.dir, out);
    put_file(&t, "plans.csv", "dialogue,gathering,registers,until,capacity\n");
    put_file(&t, "seats.csv", "dialogue,gathering,round,table,seats,wheelchairs,interpreter\n");
    CHECK_LOADS(&t); /* what a folder no longer says, goes; the rest is not of the folder */
    assert_int_equal(sql_number(t.store,
                                "SELECT count(*) FROM gathering_plan "
                                "WHERE registers = 0 AND capacity IS NULL AND note <> ''"),
                     1);
    assert_int_equal(sql_number(t.store, "SELECT count(*) FROM table_plan WHERE seats = 8 "
                                         "AND wheelchairs = 0 AND host_name = 'GEHEIM'"),
                     1);
    remove_folder(out);
    assert_int_equal(export(&t, out, true), FOLDER_DONE);
    CHECK(access(arena_format(&t.a, "%s/plans.csv", out).s, F_OK) != 0);
    CHECK(access(arena_format(&t.a, "%s/seats.csv", out).s, F_OK) != 0);
    remove_folder(out);
    trial_end(&t);
}

static void pictures_keep_their_bytes_and_names(void **state)
{
    (void)state;
    struct trial t = trial_start(), again = trial_start();
    const char *one = below(&t, "one"), *two = below(&t, "two");
    put_file(&t, "dialogues.csv",
             "dialogue,language,invented,title,question,summary,area,notice,picture\n"
             "proef,nl,yes,Proef,Hoe?,,,,a\n");
    put_file(&t, "pictures.csv",
             "dialogue,picture,file,alt,caption,maker\nproef,a,foto.JPG,Een foto,,\n"
             "proef,b,tekening.jpg,Een tekening,,\nproef,c,foto.webp,Nog een foto,,\n");
    put_bytes(&t, "images/foto.JPG", get_bytes(&t.a, "tests/vectors/images/turned.jpg"));
    put_bytes(&t, "images/tekening.jpg", get_bytes(&t.a, "tests/vectors/images/drawing.png"));
    put_bytes(&t, "images/foto.webp", get_bytes(&t.a, "tests/vectors/images/photo.webp"));
    CHECK_LOADS(&t);
    assert_int_equal(export(&t, one, true), FOLDER_DONE);
    const struct str pictures = get_bytes(&t.a, arena_format(&t.a, "%s/pictures.csv", one).s);
    CHECK_HAS(pictures, "foto.JPG");
    CHECK_HAS(pictures, "tekening.png"); /* what it is, whatever it was called */
    CHECK_HAS(pictures, "foto.jpg");
    CHECK_NOT(get_bytes(&t.a, arena_format(&t.a, "%s/images/foto.JPG", one).s), "Jansen");
    assert_int_equal(load_in(&again, one, false, LANG_NL), FOLDER_DONE);
    assert_int_equal(export(&again, two, true), FOLDER_DONE);
    same_folders(one, two);

    /* Another dialogue with another picture of the same name. */
    remove_folder(one);
    remove_folder(two);
    struct trial other = trial_start();
    put_file(&other, "dialogues.csv",
             "dialogue,language,invented,title,question,summary,area,notice,picture\n"
             "tweede,nl,yes,Tweede,Hoe?,,,,\n");
    put_file(&other, "pictures.csv",
             "dialogue,picture,file,alt,caption,maker\ntweede,a,foto.JPG,Een foto,,\n");
    put_bytes(&other, "images/foto.JPG", get_bytes(&t.a, "tests/vectors/images/grey.jpg"));
    assert_int_equal(load_in(&t, other.dir, false, LANG_NL), FOLDER_DONE);
    assert_int_equal(export(&t, one, true), FOLDER_DONE);
    CHECK_HAS(get_bytes(&t.a, arena_format(&t.a, "%s/pictures.csv", one).s), "tweede,a,foto-");
    struct trial third = trial_start();
    assert_int_equal(load_in(&third, one, false, LANG_NL), FOLDER_DONE);
    assert_int_equal(export(&third, two, true), FOLDER_DONE);
    same_folders(one, two);
    remove_folder(one);
    remove_folder(two);
    trial_end(&third);
    trial_end(&other);
    trial_end(&again);
    trial_end(&t);
}

static enum err publish_report(struct tx *tx, void *with)
{
    struct edition made;
    (void)with;
    return report_publish(tx, STR("proef"), STR(""), (struct instant){ 1700000000 }, LANG_NL,
                          NULL, NULL, &made);
}

/* How many images are kept, once what stands in `dir` is loaded. */
static int images_after(struct trial *t)
{
    struct db *db;
    struct image_find_row row;
    bool found;
    CHECK_LOADS(t);
    CHECK_OK(store_reader(t->store, &db));
    int n = 0;
    static const char *const file[] = { "turned.jpg", "grey.jpg" };
    for (size_t i = 0; i < COUNT_OF(file); i++) {
        struct made_image made;
        enum image_exit why;
        const char *path = arena_format(&t->a, "tests/vectors/images/%s", file[i]).s;
        CHECK_OK(image_convert(t->program, get_bytes(&t->a, path), &t->a, &made, &why));
        CHECK_OK(image_find(db, &t->a, made.hash, &row, &found));
        n += found << i;
    }
    store_reader_close(db);
    return n;
}

/* An edition never changes: not when its picture gets other pixels, nor when the picture goes. */
static void an_edition_keeps_its_pictures(void **state)
{
    (void)state;
    enum { TURNED = 1, GREY = 2 };
    struct trial t = trial_start();
    small_folder(&t);
    put_file(&t, "dialogues.csv",
             "dialogue,language,invented,title,title_en,question,question_en,summary,area,"
             "notice,picture\nproef,nl,yes,Proef,Trial,Hoe gaat het?,How are you?,,,,a\n");
    put_file(&t, "pictures.csv",
             "dialogue,picture,file,alt,caption,maker\nproef,a,foto.jpg,Een foto,,\n");
    put_bytes(&t, "images/foto.jpg", get_bytes(&t.a, "tests/vectors/images/turned.jpg"));
    assert_int_equal(images_after(&t), TURNED);
    put_bytes(&t, "images/foto.jpg", get_bytes(&t.a, "tests/vectors/images/grey.jpg"));
    assert_int_equal(images_after(&t), GREY); /* no edition yet, so the other one is gone */
    CHECK_OK(store_write(t.store, publish_report, NULL));
    put_bytes(&t, "images/foto.jpg", get_bytes(&t.a, "tests/vectors/images/turned.jpg"));
    assert_int_equal(images_after(&t), TURNED | GREY);
    trial_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_export_is_what_was_loaded),
        cmocka_unit_test(an_example_is_its_own_export),
        cmocka_unit_test(a_made_up_city_is_its_own_export),
        cmocka_unit_test(only_what_is_public_leaves),
        cmocka_unit_test(what_the_team_wrote_down_stays_with_them),
        cmocka_unit_test(pictures_keep_their_bytes_and_names),
        cmocka_unit_test(an_edition_keeps_its_pictures),
    };
    return RUN_TESTS(tests);
}
