/* error.h — what the page about an error tells the visitor. */
#ifndef WEB_ERROR_H
#define WEB_ERROR_H

#include "web/web.h"

struct told {
    const struct words *title; /* what happened */
    const struct words *text;  /* what to do now */
    struct str *wrong;         /* what has to be mended, in sentences; then instead of `text` */
    size_t wrong_n;
    struct str *kept; /* texts that were sent and not kept by us: to copy */
    size_t kept_n;
};

#endif
