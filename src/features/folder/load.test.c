/* load.test.c — what is loaded, what is refused with which line, and that nothing is ever half there. */
#include "features/dialogue/dialogue.h"
#include "features/folder/folder.test.h"
#include "tests/sql.h"
#include "features/points/points.h"
#include "features/report/report.sql.h"
#include "features/sources/sources.h"
#include "features/voices/voices.h"

/* A number that a query counts, by its first column. */
static int64_t dialogues_in(struct trial *t)
{
    struct db *db;
    struct dialogue_find_row row;
    bool found;
    CHECK_OK(store_reader(t->store, &db));
    CHECK_OK(dialogue_find(db, &t->a, STR("proef"), &row, &found));
    store_reader_close(db);
    return found ? row.id : 0;
}

static struct voices_of_theme_row voice_of(struct trial *t, int64_t number)
{
    struct db *db;
    struct voices_of_theme_row row;
    bool found;
    CHECK_OK(store_reader(t->store, &db));
    CHECK_OK(
        voice_shown(db, &t->a, dialogues_in(t), number, STR("nl"), STR("nl"), &row, &found));
    store_reader_close(db);
    CHECK(found);
    return row;
}

/* Loading must refuse, say so in one line, and leave nothing behind. */
static void refuses(struct trial *t, const char *line)
{
    const int code = load(t);
    if (code != FOLDER_FAULTS)
        fail_msg("gives %d, expected \"%s\" in:\n%s", code, line, t->said);
    CHECK_SAID(t, line);
    CHECK_SAID(t, "Er is niets ingelezen.");
    assert_int_equal(dialogues_in(t), 0);
}
static void refuses_file(const char *name, const char *text, const char *line)
{
    struct trial t = trial_start();
    small_folder(&t);
    put_file(&t, name, text);
    refuses(&t, line);
    trial_end(&t);
}

static void a_small_folder_loads(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    CHECK_SAID(&t, "findings.csv: 2");
    CHECK_SAID(&t,
               "Ingelezen. Dialogen: 1, thema's: 2, bevindingen: 2, inbreng: 6, punten: 2.");
    CHECK_STR(voice_of(&t, 1).body, "Meer \"hulp\", graag.\nNu.");
    trial_end(&t);
}

static void a_dry_run_writes_nothing(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    assert_int_equal(load_in(&t, t.dir, true, LANG_NL), FOLDER_DONE);
    CHECK_SAID(&t, "Alles klopt");
    assert_int_equal(dialogues_in(&t), 0);
    assert_int_equal(load_in(&t, "/nonexistent", true, LANG_EN), FOLDER_USAGE);
    CHECK_SAID(&t, "There is no folder \"/nonexistent\"");
    trial_end(&t);
}

static void spreadsheets_are_understood(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    put_file(&t, "themes.csv",
             "\xEF\xBB\xBF"
             "dialogue;theme;pillar;picture;open;title;title_en;question;context\r\n"
             "proef;hulp;zorg;;no;Hulp, dichtbij;\"Help; close by\";;\r\n"
             "proef;rest;;;yes;De rest;;;\r\n");
    put_file(&t, "texts/proef/how.nl.md", "# Hoe\r\n\r\nZo.\r\n");
    CHECK_LOADS(&t);
    trial_end(&t);
}

static void a_column_that_is_left_out_leaves_what_is_there(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    put_file(&t, "dialogues.csv",
             "dialogue,language,invented,title,question,summary,area,notice,picture\n"
             "proef,nl,yes,Proef,Hoe gaat het?,,,,\n");
    put_file(&t, "neighbourhoods.csv",
             "dialogue,neighbourhood,name,code\nproef,noord,Noord,BU01\n");
    CHECK_LOADS(&t);
    assert_int_equal(sql_number(t.store, "SELECT licence FROM dialogue"), LICENCE_CC_BY);
    assert_int_equal(sql_number(t.store, "SELECT inhabitants FROM neighbourhood"), 1200);
    put_file(&t, "neighbourhoods.csv",
             "dialogue,neighbourhood,name,code,inhabitants\nproef,noord,Noord,BU01,\n");
    CHECK_LOADS(&t);
    assert_int_equal(
        sql_number(t.store, "SELECT count(*) FROM neighbourhood WHERE inhabitants IS NULL"), 1);
    trial_end(&t);
}

static void labels_of_findings_are_kept_as_the_folder_says(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    assert_int_equal(
        sql_number(t.store, "SELECT count(*) FROM finding_code WHERE code = '+ zorg'"), 1);
    put_file(&t, "finding_labels.csv", "dialogue,finding,label\nproef,7,wonen\n");
    CHECK_LOADS(&t);
    assert_int_equal(sql_number(t.store, "SELECT count(*) FROM finding_code"), 1);
    trial_end(&t);
    refuses_file("finding_labels.csv", "dialogue,finding,label\nproef,9,wonen\n",
                 "finding_labels.csv:2");
    refuses_file("finding_labels.csv",
                 "dialogue,finding,label\nproef,1,een label dat veel langer is dan een paar "
                 "woorden en daarom geen label\n",
                 "finding_labels.csv:2: kolom \"label\": dit label is te lang");
}

#define THEMES "dialogue,theme,pillar,picture,open,title,title_en,question,context\n"
#define REST "proef,rest,,,yes,De rest,,,\n"
#define FINDINGS                                                                               \
    "dialogue,finding,source,page,theme,gathering,round,table,kind,account,reason,text,text_"  \
    "en\n"
#define PLANS "dialogue,gathering,registers,until,capacity\n"
#define SEATS "dialogue,gathering,round,table,seats,wheelchairs,interpreter\n"
#define VOICES                                                                                 \
    "dialogue,voice,theme,gathering,round,table,neighbourhood,kind,day,language,visibility,"   \
    "account,reason,text,text_nl\n"

static void columns_are_checked(void **state)
{
    (void)state;
    refuses_file("pillars.csv", "dialogue,pillar,title\nproef,zorg,Zorg\n",
                 "pillars.csv:1: de kolom \"text\" ontbreekt");
    refuses_file("pillars.csv", "dialogue,pillar,title,title,text\nproef,zorg,Zorg,Zorg,\n",
                 "pillars.csv:1: de kolom \"title\" staat er twee keer");
    refuses_file("pillars.csv", "dialogue,pillar,title,text,kleur\nproef,zorg,Zorg,,\n",
                 "pillars.csv:1: de kolom \"kleur\" kennen wij niet");
    refuses_file("pillars.csv", "dialogue,pillar,title,text,pillar_en\nproef,zorg,Zorg,,\n",
                 "de kolom \"pillar_en\" kennen wij niet");
    refuses_file("pillars.csv", "dialogue,pillar,title,text\nproef,zorg,Zorg\n",
                 "pillars.csv:2: deze regel heeft 3 cellen en de eerste regel 4");
    refuses_file("thema.csv", "x\n", "het bestand \"thema.csv\" kennen wij niet");
}

/* A row that is missing because its file is faulty is not also said of every row that names it. */
static void one_fault_is_said_once(void **state)
{
    (void)state;
    refuses_file("themes.csv", "dialogue,theme,pillar,picture,open,title,question\n",
                 "Fouten: 1.");
    refuses_file("point_themes.csv", "dialogue,point\nproef,1\n", "Fouten: 1.");
    refuses_file("themes.csv", THEMES REST "proef,hulp,\n", "Fouten: 1.");
    refuses_file("themes.csv", THEMES REST "proef,hulp,,,no,H\xE9,,,\n", "Fouten: 1.");
    refuses_file("themes.csv", "", "themes.csv bij deze dialoog");
}

static void cells_are_checked(void **state)
{
    (void)state;
    refuses_file("themes.csv", THEMES REST "proef,Hulp!,,,no,Hulp,,,\n",
                 "themes.csv:3: kolom \"theme\": \"Hulp!\" kan geen naam zijn");
    refuses_file("themes.csv", THEMES REST "proef,hulp,,,misschien,Hulp,,,\n",
                 "kolom \"open\": \"misschien\" kan hier niet staan. Schrijf yes of no.");
    refuses_file("themes.csv", THEMES REST "proef,hulp,,,no,,,,\n",
                 "themes.csv:3: kolom \"title\": deze cel is leeg");
    refuses_file(
        "sources.csv",
        "dialogue,source,kind,author,published,url,title,note\nproef,studie,boek,,,,S,\n",
        "\"boek\" kan hier niet staan. Kies uit: study, interview, council-paper, report, "
        "other.");
    refuses_file("sources.csv",
                 "dialogue,source,kind,author,published,url,title,note\n"
                 "proef,studie,study,,31-1-2023,,S,\n",
                 "\"31-1-2023\" is geen dag. Schrijf hem zoals 2023-06-27.");
    refuses_file("sources.csv",
                 "dialogue,source,kind,author,published,url,title,note\n"
                 "proef,studie,study,,,javascript:alert(1),S,\n",
                 "\"javascript:alert(1)\" is geen adres");
    refuses_file("findings.csv", FINDINGS "proef,01,studie,,,,,,,open,,x,\n",
                 "\"01\" is geen getal vanaf 1");
    refuses_file("findings.csv", FINDINGS "proef,-1,studie,,,,,,,open,,x,\n",
                 "\"-1\" is geen getal vanaf 1");
    refuses_file("municipality.csv", "name,colour,phone,email,website\nX,blauw,,,\n",
                 "\"blauw\" is geen kleur");
    refuses_file(
        "pictures.csv",
        "dialogue,picture,file,alt,caption,maker\nproef,p,../../geheim.png,Beeld,,\n",
        "pictures.csv:2: kolom \"file\": \"../../geheim.png\" kan geen bestandsnaam zijn");
}

static void names_must_lead_somewhere(void **state)
{
    (void)state;
    refuses_file("themes.csv", THEMES REST "proef,hulp,zorgg,,no,Hulp,,,\n",
                 "themes.csv:3: kolom \"pillar\": \"zorgg\" staat niet in pillars.csv");
    refuses_file("findings.csv", FINDINGS "proef,1,studie,,hulp,avond,1,9,,open,,x,\n",
                 "kolom \"table\": \"avond 1 9\" staat niet in tables.csv");
    refuses_file("findings.csv", FINDINGS "proef,1,studie,,hulp,avond,,,,open,,x,\n",
                 "kolom \"gathering\": vul gathering, round en table alle drie in");
    refuses_file("seats.csv", SEATS "proef,avond,1,9,8,0,\n",
                 "kolom \"table\": \"avond 1 9\" staat niet in tables.csv");
    refuses_file("findings.csv", FINDINGS "elders,1,studie,,,,,,,open,,x,\n",
                 "kolom \"dialogue\": \"elders\" staat niet in dialogues.csv");
    refuses_file("findings.csv",
                 FINDINGS "proef,1,studie,,,,,,,open,,x,\nproef,1,studie,,,,,,,open,,y,\n",
                 "findings.csv:3: kolom \"finding\": \"1\" staat ook op regel 2");
    refuses_file("texts/elders/how.nl.md", "x", "texts: er is geen dialoog \"elders\"");
    refuses_file("texts/proef/hoe.nl.md", "x",
                 "\"texts/proef/hoe.nl.md\": deze naam kennen wij niet");
}

static void a_step_is_of_a_kind_that_is_known(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    put_file(&t, "step_kinds.csv",
             "dialogue,kind,name,name_en\nproef,wijkraad,Naar de wijkraad,To them\n"
             "proef,decided,Vastgesteld,\n");
    put_file(&t, "steps.csv",
             "dialogue,step,kind,advice,day,title,title_en,url,sha256\n"
             "proef,1,wijkraad,,2024-01-02,Een gesprek,,,\n"
             "proef,2,decision,,2024-02-02,Een besluit,,,\n"
             "proef,3,decided,,2024-03-02,Een stuk,,,\n");
    CHECK_LOADS(&t);
    CHECK_LOADS(&t); /* again it is the same kind */
    assert_int_equal(sql_number(t.store, "SELECT count(*) FROM step_kind"), 6);
    assert_int_equal(
        sql_number(t.store,
                   "SELECT count(*) FROM step s JOIN step_kind k ON k.id = s.kind WHERE "
                   "k.name IN ('Naar de wijkraad', 'Vastgesteld')"),
        2);
    trial_end(&t);
    refuses_file("steps.csv",
                 "dialogue,step,kind,advice,day,title,title_en,url,sha256\n"
                 "proef,1,onzin,,2024-01-02,Een gesprek,,,\n",
                 "\"onzin\" staat niet in step_kinds.csv");
}

static void a_plan_is_one_that_can_be(void **state)
{
    (void)state;
    refuses_file("plans.csv", PLANS "proef,avond,yes,2023-06-28,\n",
                 "kolom \"until\": aanmelden kan hoogstens tot de dag zelf");
    refuses_file("plans.csv", PLANS "proef,avond,yes,,0\n", "is geen getal vanaf 1");
    refuses_file("plans.csv", PLANS "proef,avond,yes,,9\nproef,avond,no,,\n",
                 "\"avond\" staat ook op regel 2");
    refuses_file("seats.csv", SEATS "proef,avond,1,1,501,0,\n", "hoogstens 500 stoelen");
    refuses_file("seats.csv", SEATS "proef,avond,1,1,8,9,\n",
                 "meer plekken voor een rolstoel dan stoelen");
    refuses_file("seats.csv", SEATS "proef,avond,1,1,8,0,xx\n",
                 "voor deze taal kennen wij geen tolk");
}

/* A heading stands in the subject of mails: as long as in the forms, in letters and not in bytes. */
static void headings_are_not_endless(void **state)
{
    (void)state;
    char title[3 * 201 + 1] = "", row[1000];
    for (int i = 0; i < 201; i++) strcat(title, "€");
    snprintf(row, sizeof row,
             "dialogue,language,invented,title,question,summary,area,notice,picture\n"
             "proef,nl,yes,%s,Hoe?,,,,\n",
             title);
    refuses_file("dialogues.csv", row, "is langer dan 200 tekens");
    snprintf(row, sizeof row, THEMES "proef,hulp,,,no,%s,,Hoe?,\n", title);
    refuses_file("themes.csv", row, "is langer dan 200 tekens");
}

static void no_dialogue_takes_the_address_of_a_page(void **state)
{
    (void)state;
    static const char *const names[] = { "zoeken", "assets", "verslag", "beeld", "en" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        char row[200], line[200];
        snprintf(row, sizeof row,
                 "dialogue,language,invented,title,question,summary,area,"
                 "notice,picture\n%s,nl,yes,Proef,Hoe?,,,,\n",
                 names[i]);
        snprintf(line, sizeof line,
                 "dialogues.csv:2: kolom \"dialogue\": \"%s\" is al het adres", names[i]);
        refuses_file("dialogues.csv", row, line);
    }
}

static void the_rules_hold(void **state)
{
    (void)state;
    refuses_file("findings.csv", FINDINGS "proef,1,studie,,,,,,,set-aside,,x,\n",
                 "kolom \"reason\": wie iets weglegt (set-aside), geeft een reden");
    refuses_file("findings.csv", FINDINGS "proef,1,studie,,,,,,,open,double,x,\n",
                 "een reden hoort alleen bij set-aside");
    refuses_file("voices.csv", VOICES "proef,1,,,,,,,,nl,shown,open,,,\n",
                 "kolom \"text\": inbreng die te lezen is (shown), heeft een tekst");
    refuses_file("voices.csv", VOICES "proef,1,,,,,,,,nl,erased,open,,toch,\n",
                 "gewiste inbreng (erased) heeft geen tekst meer");
    refuses_file("voices.csv", VOICES "proef,1,,,,,,,,nl,shown,withdrawn,,x,\n",
                 "ingetrokken inbreng (withdrawn) is niet te lezen");
    refuses_file("voices.csv", VOICES "proef,1,,,,,,,,,shown,open,,x,\n",
                 "in welke taal is dit gezegd?");
    refuses_file("voices.csv", VOICES "proef,1,,,,,,,,nl,shown,open,,x,y\n",
                 "\"nl\" is de taal van deze rij zelf");
    refuses_file("stories.csv", "dialogue,voice,story,signed,title,title_en\nproef,1,x,,X,\n",
                 "stories.csv:2: kolom \"voice\": deze inbreng is geen verhaal");
    refuses_file("point_voices.csv", "dialogue,point,voice\nproef,2,3\n",
                 "points.csv:3: kolom \"point\": dit punt steunt nergens op");
    refuses_file("point_themes.csv", "dialogue,point,theme\nproef,1,rest\n",
                 "points.csv:2: kolom \"point\": dit punt staat bij geen enkel thema");
    refuses_file("dialogues.csv",
                 "dialogue,language,invented,title,title_en,question,question_en,summary,area,"
                 "notice,picture\n"
                 "proef,nl,yes,Proef,Trial,Hoe gaat het?,,,,,\n",
                 "kolom \"question\": de vertaling in \"en\" ontbreekt");
}

static void wrong_bytes_are_said_with_their_line(void **state)
{
    (void)state;
    refuses_file("themes.csv", THEMES "proef,rest,,,yes,Caf\xE9,,,\n",
                 "themes.csv:2: dit is geen UTF-8. Waarschijnlijk is het Windows-1252");
    refuses_file("themes.csv", THEMES REST "proef,hulp,,,no,\"Hulp,,,\n",
                 "themes.csv:3: het aanhalingsteken dat hier opent, sluit nergens");
    refuses_file("themes.csv", THEMES REST "proef,hulp,,,no,Hulp \"dichtbij\",,,\n",
                 "themes.csv:3: hier staat een aanhalingsteken midden in een cel");
    refuses_file("texts/proef/how.nl.md", "Caf\xE9", "dit is geen UTF-8");
    struct trial t = trial_start();
    small_folder(&t);
    put_bytes(&t, "themes.csv", STR(THEMES REST "proef,hulp,,,no,Hu\0lp,,,\n"));
    refuses(&t, "themes.csv:3: hier staat een NUL-teken");
    trial_end(&t);
}

static void too_much_is_refused_before_it_is_read(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    const char *path = arena_format(&t.a, "%s/themes.csv", t.dir).s;
    CHECK(truncate(path, 1024L * 1024 * 1024) == 0); /* a gigabyte that takes no room */
    refuses(&t, "themes.csv: dit bestand is te groot");
    const size_t n = 10 * 1000 * 1000;
    char *big = NEW(&t.a, char, n + 1);
    memset(big, 'x', n);
    memcpy(big, THEMES "proef,rest,,,yes,", sizeof THEMES "proef,rest,,,yes," - 1);
    put_bytes(&t, "themes.csv", (struct str){ big, n });
    refuses(&t, "themes.csv:2: een cel is langer dan 100.000 bytes");
    small_folder(&t);
    put_bytes(&t, "texts/proef/how.nl.md", (struct str){ big, 1024 * 1024 + 1 });
    refuses(&t, "dit bestand is te groot");
    trial_end(&t);
}

static void nothing_leads_out_of_the_folder(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    const char *path = arena_format(&t.a, "%s/municipality.csv", t.dir).s;
    CHECK(unlink(path) == 0 && symlink("/etc/passwd", path) == 0);
    refuses(&t, "municipality.csv: dit is een verwijzing naar een plek buiten de map");
    CHECK(unlink(path) == 0 && symlink("../../etc/passwd", path) == 0);
    refuses(&t, "municipality.csv: dit is een verwijzing naar een plek buiten de map");
    CHECK(unlink(path) == 0 && mkfifo(path, 0600) == 0);
    refuses(&t, "municipality.csv: dit is geen gewoon bestand");
    CHECK(unlink(path) == 0);
    put_file(&t, "pictures.csv",
             "dialogue,picture,file,alt,caption,maker\nproef,p,p.png,Beeld,,\n");
    put_file(&t, "images/x", "");
    const char *picture = arena_format(&t.a, "%s/images/p.png", t.dir).s;
    CHECK(symlink("/usr/share/pixmaps/debian-logo.png", picture) == 0);
    refuses(&t, "\"p.png\" kunnen wij niet lezen");
    trial_end(&t);
}

static void pictures_are_looked_at(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    put_file(&t, "pictures.csv",
             "dialogue,picture,file,alt,caption,maker\nproef,a,weg.png,Beeld,,\nproef,b,tekst."
             "png,Beeld,,\n"
             "proef,c,half.jpg,Beeld,,\n");
    put_file(&t, "images/tekst.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    put_bytes(&t, "images/half.jpg",
              str_upto(get_bytes(&t.a, "tests/vectors/images/fine.jpg"), 5000));
    refuses(&t, "pictures.csv:2: kolom \"file\": \"weg.png\" staat niet in images");
    CHECK_SAID(&t, "pictures.csv:3: kolom \"file\": \"tekst.png\" is geen JPEG, PNG of WebP");
    CHECK_SAID(&t, "pictures.csv:4: kolom \"file\": \"half.jpg\" is beschadigd");
    trial_end(&t);
}

static void a_hundred_faults_are_shown(void **state)
{
    (void)state;
    struct trial t = trial_start();
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    fputs(THEMES REST "proef,hulp,,,no,Hulp,,,\n", f);
    for (int i = 0; i < 250; i++) fprintf(f, "proef,T%d,,,no,\x1B[31mRood,,,\n", i);
    fclose(f);
    small_folder(&t);
    put_file(&t, "themes.csv", text);
    refuses(&t, "Hierboven staan de eerste 100 van");
    CHECK_NOT(((struct str){ t.said, t.said_n }),
              "\x1B[31m"); /* nothing runs in the terminal */
    size_t lines = 0;
    for (size_t i = 0; i < t.said_n; i++) lines += t.said[i] == '\n';
    CHECK(lines < 100 + 30); /* and a line for each sheet */
    free(text);
    trial_end(&t);
}

static void faults_are_said_in_english_too(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    put_file(&t, "themes.csv", THEMES REST "proef,hulp,zorgg,,no,Hulp,,,\n");
    assert_int_equal(load_in(&t, t.dir, false, LANG_EN), FOLDER_FAULTS);
    CHECK_SAID(&t, "themes.csv:3: column \"pillar\": \"zorgg\" is not in pillars.csv");
    trial_end(&t);
}

/* ---- loading over what is there */

static void loading_again_changes_and_sweeps(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    const int64_t id = dialogues_in(&t);
    put_file(&t, "voices.csv",
             VOICES "proef,5,hulp,,,,,story,,nl,shown,open,,Nu korter.,\n"
                    "proef,2,hulp,,,,,,,tr,shown,open,,Daha fazla yardım.,Meer hulp.\n");
    put_file(&t, "stories.csv",
             "dialogue,voice,story,signed,title,title_en\nproef,5,kort,Een buur,Kort,\n");
    put_file(&t, "point_voices.csv", "dialogue,point,voice\nproef,1,2\n");
    CHECK_LOADS(&t);
    assert_int_equal(dialogues_in(&t), id);
    CHECK_STR(voice_of(&t, 5).body, "Nu korter.");
    struct db *db;
    struct voice_find_row row;
    struct story_find_row story;
    bool found;
    CHECK_OK(store_reader(t.store, &db));
    CHECK_OK(voice_find(db, &t.a, id, 1, &row, &found));
    CHECK(!found);
    CHECK_OK(story_find(db, &t.a, id, STR("lang"), &story, &found));
    CHECK(!found);
    store_reader_close(db);
    trial_end(&t);
}

/* An edition with the points of the draft, without its document. */
static enum err publish(struct tx *tx, void *with)
{
    int64_t id;
    TRY(report_edition_add(tx, *(int64_t *)with, 1, (struct instant){ 1 }, STR(""), STR(""),
                           STR(""), &id));
    return points_publish(tx, *(int64_t *)with, id);
}

static void what_is_published_stays(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    int64_t id = dialogues_in(&t);
    CHECK_OK(store_write(t.store, publish, &id));
    put_file(&t, "findings.csv",
             FINDINGS "proef,7,studie,,hulp,avond,1,1,,set-aside,double,x,\n");
    put_file(&t, "finding_labels.csv", "dialogue,finding,label\nproef,7,wonen\n");
    put_file(&t, "point_findings.csv", "dialogue,point,finding\nproef,2,7\n");
    put_file(&t, "dialogues.csv",
             "dialogue,language,invented,title,question,summary,area,notice,picture\n"
             "proef,nl,yes,Anders,Hoe gaat het?,,,,\n");
    assert_int_equal(load(&t), FOLDER_FAULTS);
    CHECK_SAID(&t, "findings.csv: \"1\" staat niet meer in de map, maar punt 2 van editie 1");
    struct db *db;
    struct dialogue_opened_row row;
    bool found;
    CHECK_OK(store_reader(t.store, &db));
    CHECK_OK(dialogue_opened(db, &t.a, STR("proef"), STR("nl"), &row, &found));
    CHECK_STR(row.title, "Proef"); /* nothing of it was loaded */
    store_reader_close(db);
    trial_end(&t);
}

static void other_dialogues_are_not_touched(void **state)
{
    (void)state;
    struct trial t = trial_start(), other = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    put_file(&other, "dialogues.csv",
             "dialogue,language,invented,title,question,summary,area,notice,picture\n"
             "tweede,nl,yes,Tweede,Hoe?,,,,\n");
    assert_int_equal(load_in(&t, other.dir, false, LANG_NL), FOLDER_DONE);
    CHECK_STR(voice_of(&t, 1).body, "Meer \"hulp\", graag.\nNu.");
    trial_end(&other);
    trial_end(&t);
}

static void what_was_erased_does_not_come_back(void **state)
{
    (void)state;
    struct trial t = trial_start();
    small_folder(&t);
    CHECK_LOADS(&t);
    put_file(&t, "voices.csv",
             VOICES "proef,1,hulp,,,,,needed,,,erased,withdrawn,,,\n"
                    "proef,2,hulp,,,,,,,tr,shown,open,,Daha fazla yardım.,Meer hulp.\n"
                    "proef,3,,,,,noord,tip,,nl,hidden,open,,Geheim woord.,\n");
    put_file(&t, "stories.csv", "dialogue,voice,story,signed,title,title_en\n");
    CHECK_LOADS(&t);
    assert_int_equal(voice_of(&t, 1).visibility, VISIBILITY_ERASED);
    put_file(&t, "voices.csv",
             VOICES "proef,1,hulp,,,,,needed,,nl,shown,open,,Toch weer.,\n"
                    "proef,2,hulp,,,,,,,tr,shown,open,,Daha fazla yardım.,Meer hulp.\n"
                    "proef,3,,,,,noord,tip,,nl,hidden,open,,Geheim woord.,\n");
    CHECK_LOADS(&t);
    CHECK_SAID(&t, "Eerder gewiste inbreng blijft gewist: 1.");
    assert_int_equal(voice_of(&t, 1).visibility, VISIBILITY_ERASED);
    CHECK_STR(voice_of(&t, 1).body, "");
    trial_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_folder_loads),
        cmocka_unit_test(a_dry_run_writes_nothing),
        cmocka_unit_test(spreadsheets_are_understood),
        cmocka_unit_test(a_column_that_is_left_out_leaves_what_is_there),
        cmocka_unit_test(labels_of_findings_are_kept_as_the_folder_says),
        cmocka_unit_test(columns_are_checked),
        cmocka_unit_test(one_fault_is_said_once),
        cmocka_unit_test(cells_are_checked),
        cmocka_unit_test(names_must_lead_somewhere),
        cmocka_unit_test(a_step_is_of_a_kind_that_is_known),
        cmocka_unit_test(a_plan_is_one_that_can_be),
        cmocka_unit_test(headings_are_not_endless),
        cmocka_unit_test(no_dialogue_takes_the_address_of_a_page),
        cmocka_unit_test(the_rules_hold),
        cmocka_unit_test(wrong_bytes_are_said_with_their_line),
        cmocka_unit_test(too_much_is_refused_before_it_is_read),
        cmocka_unit_test(nothing_leads_out_of_the_folder),
        cmocka_unit_test(pictures_are_looked_at),
        cmocka_unit_test(a_hundred_faults_are_shown),
        cmocka_unit_test(faults_are_said_in_english_too),
        cmocka_unit_test(loading_again_changes_and_sweeps),
        cmocka_unit_test(what_is_published_stays),
        cmocka_unit_test(other_dialogues_are_not_touched),
        cmocka_unit_test(what_was_erased_does_not_come_back),
    };
    return RUN_TESTS(tests);
}
