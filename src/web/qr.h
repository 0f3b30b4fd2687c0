/* qr.h — a QR code as a drawing: one path of black squares, for an <svg> in a page (web/qr.html). */
#ifndef WEB_QR_H
#define WEB_QR_H

#include "base/base.h"

struct qr {
    int64_t size;    /* squares on a side, with the white edge around it (4) */
    struct str path; /* d="…" of a <path> */
};
/* Draws a text of at most some 1,000 bytes, so that a quarter of it may be dirty or torn. False when it does
 * not fit. Cost: some 100 µs. */
bool qr_draw(struct arena *a, struct str text, struct qr *qr);

#endif
