/* folder.h — a dialogue as files: reading a folder, writing one, and making up a city.
 * docs/folder.md is the format.
 *
 *   F1  loading is all or nothing: every fault of the folder is said first, one line each
 *   F2  load → export --all gives the folder back byte for byte, when its rows stand in the order
 *       the format gives and its images came from an export
 *   F3  only dialogues that the folder names are touched
 *   F4  an image reaches the data only through the image program, which can touch nothing else
 *
 * The commands are given a store and say everything through `err`; they answer with an exit code. */
#ifndef FEATURES_FOLDER_FOLDER_H
#define FEATURES_FOLDER_FOLDER_H

#include "base/lang.h"
#include "base/time.h"
#include "store/store.h"

#include <stdio.h>

enum folder_exit {
    FOLDER_DONE = 0,
    FOLDER_FAULTS = 1, /* the folder is not right; each fault has been said */
    FOLDER_USAGE = 2,  /* what was asked cannot be */
    FOLDER_CANNOT = 3, /* the disk, the data file, the image program */
};

struct folder_talk {
    FILE *err; /* faults and progress */
    enum lang lang;
    struct instant now;
    const char *image_program; /* its path; NULL: `dialoog-image` beside this program */
};

/* Checks the folder and, unless `dry`, loads it in one transaction. Memory: about twice the size of
 * the folder. Cost: 100,000 rows in a few seconds. */
int folder_load(struct store *st, const char *dir, bool dry, const struct folder_talk *talk);

/* Writes the folder into `dir`, which must be empty or not there: what is public (points of the
 * latest edition; of a voice that is not shown only its number and its account), or with `all`
 * everything (points of the draft). */
int folder_export(struct store *st, const char *dir, bool all, const struct folder_talk *talk);

/* A made-up city: the same seed and numbers give the same folder, byte for byte. */
struct city {
    uint64_t seed;
    int findings, voices, themes, commitments;
    const char *dir; /* where its folder goes; NULL: a temporary one that is removed again */
};
#define CITY_DEFAULT                                                                           \
    {                                                                                          \
        .seed = 1, .findings = 400, .voices = 600, .themes = 14                                \
    }
/* Writes the folder of a made-up city and loads it; with `st` NULL it is only written (dir needed). */
int folder_generate(struct store *st, const struct city *city, const struct folder_talk *talk);

#endif
