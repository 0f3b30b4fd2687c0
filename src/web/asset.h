/* asset.h — embedded files, each as answers that were made once: plain, gzip, brotli. */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H

#include "base/base.h"

struct MHD_Response;
struct shelf;
struct shelf *shelf_new(void);
void shelf_end(struct shelf *shelf);

struct from_shelf {
    struct MHD_Response *response;
    int status; /* 200, or 304 when the visitor has it already */
    size_t bytes;
};
/* The answer for this path ("/assets/…"); false when no asset has it. */
bool shelf_find(const struct shelf *shelf, struct str path, struct str accept_encoding,
                struct str if_none_match, bool https, struct from_shelf *found);

#endif
