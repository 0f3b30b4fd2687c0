/* jpeg.h — writing a JPEG again from its own coefficients: nothing is lost, so doing it twice gives
 * the same bytes. What stood around the picture (metadata, comments, strange ends) is gone. */
#ifndef IMAGE_JPEG_H
#define IMAGE_JPEG_H

#include <stdbool.h>
#include <stddef.h>

struct bytes {
    void *s;
    size_t n;
};

/* Can the picture stay as it is: at most `width` pixels wide, grey or YCbCr, and no finer than
 * quality `quality`? Then its new bytes are in `out`. Ends the process when it is damaged. */
bool jpeg_again(struct bytes in, int width, int quality, struct bytes *out);

#endif
