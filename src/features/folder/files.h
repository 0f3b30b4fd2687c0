/* files.h — reading and writing files of one folder and of nothing else: no address leads out of it,
 * not even through a symbolic link. */
#ifndef FEATURES_FOLDER_FILES_H
#define FEATURES_FOLDER_FILES_H

#include "base/base.h"

#include <stdio.h>

enum {
    CSV_MOST = 256 * 1024 * 1024,
    MARKDOWN_MOST = 1024 * 1024,
    IMAGE_MOST = 20 * 1024 * 1024,
};

enum found {
    FOUND_FILE,
    FOUND_NOTHING, /* there is no such file */
    FOUND_OUTSIDE, /* a link that leads out of the folder */
    FOUND_OTHER,   /* a folder, a pipe, a device */
    FOUND_LARGE,   /* above the bound; nothing was read */
    FOUND_UNREADABLE
};
/* The bytes of `path` below the open folder `dir`. The size is looked at before anything is read. */
enum found file_read(int dir, const char *path, size_t most, struct arena *a,
                     struct str *bytes);

/* The names in `path` below `dir`, without those that begin with '.', in order of their bytes. A
 * folder that is not there has none. Fails: ERR_BROKEN. */
MUST_CHECK enum err folder_names(int dir, const char *path, struct arena *a, struct str **names,
                                 size_t *n);

/* Opens a folder to write in: made when it is not there. ERR_CLASH when something is in it,
 * ERR_BROKEN when it cannot be. */
MUST_CHECK enum err folder_fresh(const char *path, int *dir);
/* Creates `path` below `dir`, and the folder before its last '/'. NULL when it cannot. */
FILE *file_create(int dir, const char *path);

#endif
