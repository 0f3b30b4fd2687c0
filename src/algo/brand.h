/* brand.h — the colours of a municipality, from the one colour it gives.
 *
 * A ramp of eight steps, light to dark, of one hue. The luminance (WCAG 2.2) of each step is
 * fixed, so contrast never depends on the colour chosen:
 *
 *   step    50    100   200   300   400    500   600    700
 *   white  1.05  1.14  1.30  1.67  5.3:1  8:1  11.5:1  16:1     contrast with white
 *
 * Step 400 is at least 4.5:1 and step 500 at least 7:1 on white and on step 50. Hue and
 * colourfulness are those of the given colour in OKLCH, as far as the screen can show them at
 * that luminance; black, white and grey give a ramp of greys.
 *
 * Source: Björn Ottosson, "A perceptual color space for image processing" (2020). */
#ifndef ALGO_BRAND_H
#define ALGO_BRAND_H

#include "base/base.h"

enum { BRAND_STEPS = 8 };

struct brand {
    uint32_t step[BRAND_STEPS]; /* 0xRRGGBB; 50, 100, 200 … 700 */
};

/* "#00677f" or "00677f", in either case. False when it is something else. */
bool brand_read(struct str hex, uint32_t *rgb);

/* Always gives a ramp; the same one for the same colour. Some 40 µs. */
struct brand brand_ramp(uint32_t rgb);

/* WCAG 2.2 contrast of two colours, 1 to 21. */
double brand_contrast(uint32_t a, uint32_t b);

/* The ramp as a stylesheet that follows dialoog.css: ":root{--dlg-accent-50:#…;…}". About 250
 * bytes, in the arena. */
struct str brand_css(struct arena *a, uint32_t rgb);

#endif
