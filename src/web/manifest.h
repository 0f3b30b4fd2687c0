/* manifest.h — what a browser needs to put a page between the programs of a device. The page names it in
 * `frame.manifest`; the address of the manifest is in the language of the page. */
#ifndef WEB_MANIFEST_H
#define WEB_MANIFEST_H

#include "web/web.h"

struct manifest {
    struct str name, short_name;
    struct path start; /* the page, without language prefix */
    struct path scope; /* what stays in the same window: begins like `start` */
};
/* Answers with it, with the picture of Dialoog in the sizes that phones ask for. */
void manifest_answer(const struct request *req, struct response *res, const struct manifest *m);

#endif
