/* folder.test.h — what tests of the folder share: a small right folder, and saying what went wrong. */
#ifndef FEATURES_FOLDER_FOLDER_TEST_H
#define FEATURES_FOLDER_FOLDER_TEST_H

#include "base/test.h"
#include "features/folder/folder.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct trial { /* a folder, a store in memory, and what was said */
    char dir[64];
    char program[4096]; /* build/dialoog-image, seen from build/features/folder/NAME.test */
    struct store *store;
    char *said;
    size_t said_n;
    struct arena a;
};

static inline struct trial trial_start(void)
{
    struct trial t = { .dir = "/tmp/dialoog-test-XXXXXX" };
    const ssize_t n = readlink("/proc/self/exe", t.program, sizeof t.program - 1);
    char *features = n > 0 ? strstr(t.program, "/features/") : NULL;
    CHECK(features && (size_t)(features - t.program) + 20 < sizeof t.program);
    memcpy(features, "/dialoog-image", sizeof "/dialoog-image");
    CHECK(mkdtemp(t.dir));
    CHECK_OK(store_open_memory(&t.store));
    return t;
}

static inline int remove_one(const char *path, const struct stat *about, int flag,
                             struct FTW *at)
{
    (void)about, (void)flag, (void)at;
    return remove(path);
}
static inline void remove_folder(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static inline void trial_end(struct trial *t)
{
    remove_folder(t->dir);
    store_close(t->store);
    free(t->said);
    arena_end(&t->a);
}

static inline void put_bytes(struct trial *t, const char *name, struct str bytes)
{
    const char *path = arena_format(&t->a, "%s/%s", t->dir, name).s;
    for (char *slash = strchr(path + strlen(t->dir) + 1, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0777);
        *slash = '/';
    }
    FILE *f = fopen(path, "wb");
    CHECK(f);
    fwrite(bytes.s, 1, bytes.n, f);
    fclose(f);
}
static inline void put_file(struct trial *t, const char *name, const char *text)
{
    put_bytes(t, name, str_of(text));
}

static inline struct str get_bytes(struct arena *a, const char *path)
{
    struct stat about;
    FILE *f = fopen(path, "rb");
    if (!f) fail_msg("no file %s", path);
    CHECK(fstat(fileno(f), &about) == 0);
    char *s = NEW(a, char, (size_t)about.st_size + 1);
    const size_t n = fread(s, 1, (size_t)about.st_size, f);
    fclose(f);
    return (struct str){ s, n };
}

static inline struct folder_talk talk_of(struct trial *t, enum lang lang)
{
    free(t->said);
    t->said = NULL;
    return (struct folder_talk){ .err = open_memstream(&t->said, &t->said_n),
                                 .lang = lang,
                                 .image_program = t->program };
}

static inline int load_in(struct trial *t, const char *dir, bool dry, enum lang lang)
{
    const struct folder_talk talk = talk_of(t, lang);
    const int code = folder_load(t->store, dir, dry, &talk);
    fclose(talk.err);
    return code;
}
static inline int load(struct trial *t)
{
    return load_in(t, t->dir, false, LANG_NL);
}
static inline int export(struct trial *t, const char *dir, bool all)
{
    const struct folder_talk talk = talk_of(t, LANG_NL);
    const int code = folder_export(t->store, dir, all, &talk);
    fclose(talk.err);
    return code;
}

#define CHECK_SAID(t, text) CHECK_HAS(((struct str){ (t)->said, (t)->said_n }), text)
#define CHECK_LOADS(t)                                                                         \
    do {                                                                                       \
        const int check_ = load(t);                                                            \
        if (check_ != FOLDER_DONE) fail_msg("loading gives %d:\n%s", check_, (t)->said);       \
    } while (0)

/* A folder with a row in every sheet, exactly as an export writes it (without its images). */
static inline void small_folder(struct trial *t)
{
    put_file(t, "municipality.csv",
             "name,colour,phone,email,website\nGemeente Proefdam,#00677f,088 "
             "1,,https://proefdam.example/\n");
    put_file(t, "dialogues.csv",
             "dialogue,language,invented,title,title_en,question,question_en,summary,area,"
             "notice,picture,licence\n"
             "proef,nl,yes,Proef,Trial,Hoe gaat het?,How are you?,,,,,CC-BY-4.0\n");
    put_file(t, "neighbourhoods.csv",
             "dialogue,neighbourhood,name,code,inhabitants\nproef,noord,Noord,BU01,1200\n");
    put_file(
        t, "summaries.csv",
        "dialogue,language,machine,maker,text\n"
        "proef,nl,no,Een bewoner,\"Het gaat goed.\n\nDank.\"\nproef,tr,yes,,İyi gidiyor.\n");
    put_file(t, "phases.csv",
             "dialogue,phase,state,when,when_en\nproef,listening,done,Toen,Then\nproef,deeds,"
             "later,,\n");
    put_file(t, "pillars.csv", "dialogue,pillar,title,text\nproef,zorg,Zorg,Voor elkaar\n");
    put_file(t, "themes.csv",
             "dialogue,theme,pillar,picture,open,title,title_en,question,context\n"
             "proef,hulp,zorg,,no,Hulp,Help,,\nproef,rest,,,yes,De rest,,,\n");
    put_file(t, "sources.csv",
             "dialogue,source,kind,author,published,url,title,note\n"
             "proef,studie,study,Bureau,2023-01-31,https://proefdam.example/studie,Studie,\n");
    put_file(t, "gatherings.csv",
             "dialogue,gathering,day,starts,ends,people,about,picture,title,place,text\n"
             "proef,avond,2023-06-27,19:30,22:00,150,yes,,Avond,Zaal,\n");
    put_file(t, "programme.csv",
             "dialogue,gathering,starts,kind,title,text\nproef,avond,19:30,music,Muziek,"
             "\nproef,avond,,round,Ronde,\n");
    put_file(t, "tables.csv",
             "dialogue,gathering,round,table,theme,place\nproef,avond,1,1,hulp,hoek\n");
    put_file(t, "plans.csv",
             "dialogue,gathering,registers,until,capacity\nproef,avond,yes,2023-06-20,150\n");
    put_file(t, "seats.csv",
             "dialogue,gathering,round,table,seats,wheelchairs,interpreter\n"
             "proef,avond,1,1,10,2,tr\n");
    put_file(t, "findings.csv",
             "dialogue,finding,source,page,theme,gathering,round,table,kind,account,reason,"
             "text,text_en\n"
             "proef,1,studie,p. 3,hulp,,,,needed,open,,Er is hulp nodig.,Help is needed.\n"
             "proef,7,studie,,hulp,avond,1,1,,set-aside,double,'=1+1,\n");
    put_file(t, "finding_labels.csv",
             "dialogue,finding,label\nproef,1,'+ zorg\nproef,1,wonen\nproef,7,wonen\n");
    put_file(t, "voices.csv",
             "dialogue,voice,theme,gathering,round,table,neighbourhood,kind,day,language,"
             "visibility,account,"
             "reason,text,text_nl\n"
             "proef,1,hulp,avond,1,1,noord,needed,2023-06-27,nl,shown,open,,\"Meer "
             "\"\"hulp\"\", graag.\nNu.\",\n"
             "proef,2,hulp,,,,,,,tr,shown,open,,Daha fazla yardım.,Meer hulp.\n"
             "proef,3,,,,,noord,tip,2023-06-28,nl,hidden,open,,Geheim woord.,\n"
             "proef,4,,,,,,,,,erased,withdrawn,,,\n"
             "proef,5,hulp,,,,,story,,nl,shown,open,,Een lang verhaal.,\n"
             "proef,6,,,,,,story,,nl,hidden,open,,Verborgen verhaal.,\n");
    put_file(t, "stories.csv",
             "dialogue,voice,story,signed,title,title_en\nproef,5,lang,Een buur,Lang,Long\n"
             "proef,6,stil,Niemand,Stil,\n");
    put_file(t, "points.csv",
             "dialogue,point,kind,text,text_en\nproef,2,needed,Geef hulp.,Give "
             "help.\nproef,1,tip,Luister.,\n");
    put_file(t, "point_themes.csv",
             "dialogue,point,theme\nproef,2,hulp\nproef,2,rest\nproef,1,rest\n");
    put_file(t, "point_findings.csv", "dialogue,point,finding\nproef,2,1\nproef,2,7\n");
    put_file(t, "point_voices.csv", "dialogue,point,voice\nproef,2,3\nproef,1,2\n");
    put_file(t, "texts/proef/how.nl.md", "# Hoe\n\nZo.\n");
    put_file(t, "texts/proef/how.en.md", "# How\n\nLike this.\n");
}

#endif
