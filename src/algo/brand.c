/* brand.c — see brand.h. Everything between reading and writing is in linear light. */
#include "algo/brand.h"

#include <math.h>

struct light { /* linear sRGB, 0 to 1 inside the gamut */
    double r, g, b;
};

static const struct {
    int name;
    double luminance, chroma; /* chroma: share of that of the given colour */
} steps[BRAND_STEPS] = {
    { 50, 0.95, 0.10 },
    { 100, 0.87, 0.22 },
    { 200, 0.76, 0.40 },
    { 300, 0.58, 0.70 },
    { 400, 1.05 / 5.3 - 0.05, 1.00 },
    { 500, 1.05 / 8.0 - 0.05, 0.95 },
    { 600, 1.05 / 11.5 - 0.05, 0.80 },
    { 700, 1.05 / 16.0 - 0.05, 0.60 },
};

/* Below GREY a colour has no hue worth keeping; below PALE its ramp would look grey by accident. */
static const double GREY = 0.012, PALE = 0.05;

static double to_linear(uint32_t byte)
{
    const double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static uint32_t to_byte(double c)
{
    c = fmin(1, fmax(0, c));
    return (uint32_t)lround(255 *
                            (c <= 0.0031308 ? 12.92 * c : 1.055 * pow(c, 1 / 2.4) - 0.055));
}

static struct light light_of(uint32_t rgb)
{
    return (struct light){ to_linear(rgb >> 16 & 255), to_linear(rgb >> 8 & 255),
                           to_linear(rgb & 255) };
}

static double luminance(struct light v)
{
    return 0.2126 * v.r + 0.7152 * v.g + 0.0722 * v.b;
}

/* The two colour axes of OKLab. */
static void colour_axes(struct light v, double *a, double *b)
{
    const double l = cbrt(0.4122214708 * v.r + 0.5363325363 * v.g + 0.0514459929 * v.b);
    const double m = cbrt(0.2119034982 * v.r + 0.6806995451 * v.g + 0.1073969566 * v.b);
    const double s = cbrt(0.0883024619 * v.r + 0.2817188376 * v.g + 0.6299787005 * v.b);
    *a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    *b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double cube(double x)
{
    return x * x * x;
}

static struct light from_oklab(double lightness, double a, double b)
{
    const double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    const double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    const double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return (struct light){ 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                           -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                           -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s };
}

static bool can_be_shown(struct light v)
{
    const double slack = 1e-4;
    return fmin(v.r, fmin(v.g, v.b)) >= -slack && fmax(v.r, fmax(v.g, v.b)) <= 1 + slack;
}

/* The colour with these axes and this luminance, whether a screen can show it or not. */
static struct light at_luminance(double wanted, double a, double b)
{
    double low = 0, high = 1;
    for (int i = 0; i < 30; i++) {
        const double middle = (low + high) / 2;
        if (luminance(from_oklab(middle, a, b)) < wanted) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return from_oklab(low, a, b);
}

/* As colourful as a screen can show at this luminance, up to the given axes. */
static uint32_t step_colour(double wanted, double a, double b)
{
    double low = 0, high = 1;
    struct light best = { wanted, wanted, wanted };
    for (int i = 0; i < 12; i++) {
        const double share = i == 0 ? 1 : (low + high) / 2;
        const struct light v = at_luminance(wanted, a * share, b * share);
        if (can_be_shown(v)) {
            best = v;
            low = share;
        } else {
            high = share;
        }
    }
    return to_byte(best.r) << 16 | to_byte(best.g) << 8 | to_byte(best.b);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool brand_read(struct str hex, uint32_t *rgb)
{
    if (hex.n == 7 && hex.s[0] == '#') hex = str_from(hex, 1);
    if (hex.n != 6) return false;
    uint32_t value = 0;
    for (size_t i = 0; i < 6; i++) {
        const int digit = hex_digit(hex.s[i]);
        if (digit < 0) return false;
        value = value << 4 | (uint32_t)digit;
    }
    *rgb = value;
    return true;
}

struct brand brand_ramp(uint32_t rgb)
{
    double a, b;
    colour_axes(light_of(rgb), &a, &b);
    const double chroma = hypot(a, b);
    const double scale = chroma < GREY ? 0 : fmax(chroma, PALE) / chroma;
    struct brand brand;
    for (size_t i = 0; i < BRAND_STEPS; i++) {
        const double share = scale * steps[i].chroma;
        brand.step[i] = step_colour(steps[i].luminance, a * share, b * share);
    }
    return brand;
}

double brand_contrast(uint32_t a, uint32_t b)
{
    const double x = luminance(light_of(a)) + 0.05, y = luminance(light_of(b)) + 0.05;
    return fmax(x, y) / fmin(x, y);
}

struct str brand_css(struct arena *a, uint32_t rgb)
{
    const struct brand brand = brand_ramp(rgb);
    struct str css = STR(":root{");
    for (size_t i = 0; i < BRAND_STEPS; i++) {
        css = arena_format(a, "%.*s--dlg-accent-%d:#%06x%s", STR_ARG(css), steps[i].name,
                           (unsigned)brand.step[i], i + 1 < BRAND_STEPS ? ";" : "}\n");
    }
    return css;
}
