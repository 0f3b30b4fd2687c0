/* qr.c — see qr.h. */
#include "web/qr.h"

#include <qrcodegen/qrcodegen.h>

enum { EDGE = 4, VERSION_MOST = 25, RUN_TEXT = 32 };

/* Black squares beside each other are one rectangle. */
static void row_draw(struct arena *a, const uint8_t *code, int size, int y, char *to, size_t *n)
{
    for (int x = 0; x < size;) {
        int end = x;
        while (end < size && qrcodegen_getModule(code, end, y)) end++;
        if (end > x) {
            const struct arena_mark here = arena_here(a);
            const struct str run =
                arena_format(a, "M%d %dh%dv1h-%dz", x + EDGE, y + EDGE, end - x, end - x);
            for (size_t i = 0; i < run.n; i++) to[(*n)++] = run.s[i];
            arena_back(a, here);
        }
        x = end + 1;
    }
}

bool qr_draw(struct arena *a, struct str text, struct qr *qr)
{
    enum { ROOM = qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MOST) };
    uint8_t work[ROOM], code[ROOM];
    const struct str ended = arena_copy(a, text);
    if (!qrcodegen_encodeText(ended.s, work, code, qrcodegen_Ecc_QUARTILE,
                              qrcodegen_VERSION_MIN, VERSION_MOST, qrcodegen_Mask_AUTO, true))
        return false;
    const int size = qrcodegen_getSize(code);
    char *path = NEW(a, char, (size_t)(size * size / 2 + size) * RUN_TEXT);
    size_t n = 0;
    for (int y = 0; y < size; y++) row_draw(a, code, size, y, path, &n);
    *qr = (struct qr){ size + 2 * EDGE, { path, n } };
    return true;
}
