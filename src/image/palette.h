/* palette.h — a drawing of at most 256 colours as a PNG of numbers into its palette: exact, small, and
 * the same bytes whenever the pixels are. */
#ifndef IMAGE_PALETTE_H
#define IMAGE_PALETTE_H

#include "image/jpeg.h"

#include <stdint.h>

/* `bands` bytes for each pixel: 3 (RGB) or 4 (with transparency). False when there are more colours. */
bool palette_encode(const uint8_t *pixels, int width, int height, int bands, struct bytes *out);

#endif
