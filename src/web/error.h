/* error.h — what the page about an error tells the visitor. */
#ifndef WEB_ERROR_H
#define WEB_ERROR_H

#include "web/web.h"

struct told {
    const struct words *title; /* what happened */
    const struct words *text;  /* what to do now */
};

#endif
