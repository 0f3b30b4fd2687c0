/* snapshot.h — the public site as files: every page that can be reached from the front page, with links
 * that work from a folder or any plain web server. */
#ifndef MAIN_SNAPSHOT_H
#define MAIN_SNAPSHOT_H

#include "main/command.h"

enum { SNAPSHOT_PAGES = 50000 }; /* the most it writes */

/* Writes the site into `dir`, made when absent. Every page is rendered as a reader would get it;
 * searching needs a server and is left out. `site` is where the files will stand; when empty,
 * data leads to the files beside it and documents lead nowhere. Cost: one rendering per page and language.
 * Fails: ERR_LIMIT past SNAPSHOT_PAGES; ERR_FULL, ERR_BROKEN when a file cannot be written; whatever a
 * page answered when it did not answer 200. */
MUST_CHECK enum err snapshot_write(struct store *st, const char *dir, struct str site,
                                   struct instant now, size_t *pages);

int command_snapshot(struct command *c);

#endif
