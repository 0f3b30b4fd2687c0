/* brand.test.c — contrast holds for every colour somebody may choose. */
#include "algo/brand.h"
#include "base/test.h"

enum { STEP_50, STEP_100, STEP_200, STEP_300, STEP_400, STEP_500, STEP_600, STEP_700 };
static const uint32_t WHITE = 0xffffff;

static bool contrast_holds(uint32_t rgb)
{
    const struct brand b = brand_ramp(rgb);
    for (size_t i = 1; i < BRAND_STEPS; i++)
        if (brand_contrast(b.step[i], WHITE) <= brand_contrast(b.step[i - 1], WHITE))
            return false;
    return brand_contrast(b.step[STEP_400], WHITE) >= 4.5 &&
           brand_contrast(b.step[STEP_400], b.step[STEP_50]) >= 4.5 &&
           brand_contrast(b.step[STEP_500], WHITE) >= 7 &&
           brand_contrast(b.step[STEP_500], b.step[STEP_50]) >= 7 &&
           brand_contrast(b.step[STEP_500], b.step[STEP_100]) >= 4.5 &&
           brand_contrast(b.step[STEP_600], b.step[STEP_200]) >= 7 &&
           brand_contrast(b.step[STEP_700], WHITE) >= 14;
}

static void contrast_is_known_at_its_ends(void **state)
{
    (void)state;
    CHECK(brand_contrast(0x000000, WHITE) > 20.99 && brand_contrast(0, WHITE) < 21.01);
    CHECK(brand_contrast(0x123456, 0x123456) < 1.0001);
    /* #767676 is the lightest grey that passes on white, 4.54 */
    CHECK(brand_contrast(WHITE, 0x767676) >= 4.5 && brand_contrast(WHITE, 0x777777) < 4.5);
}

static void contrast_holds_for_every_colour(void **state)
{
    (void)state;
    const uint32_t hard[] = { 0x000000, 0xffffff, 0xffff00, 0x00ffff, 0xff00ff,
                              0xff0000, 0x00ff00, 0x0000ff, 0x808080, 0x00677f,
                              0xec0000, 0xffb612, 0x010000 };
    for (size_t i = 0; i < COUNT_OF(hard); i++) CHECK(contrast_holds(hard[i]));
    for (uint32_t r = 0; r < 256; r += 17)
        for (uint32_t g = 0; g < 256; g += 51)
            for (uint32_t b = 0; b < 256; b += 17) CHECK(contrast_holds(r << 16 | g << 8 | b));
}

static void the_hue_stays(void **state)
{
    (void)state;
    const struct brand blue = brand_ramp(0x0000ff), red = brand_ramp(0xec0000);
    for (size_t i = 0; i < BRAND_STEPS; i++) {
        const uint32_t x = blue.step[i], y = red.step[i];
        CHECK((x & 255) > (x >> 8 & 255) && (x & 255) > (x >> 16 & 255));
        CHECK((y >> 16 & 255) > (y >> 8 & 255) && (y >> 16 & 255) > (y & 255));
    }
    const struct brand grey = brand_ramp(0x777777);
    for (size_t i = 0; i < BRAND_STEPS; i++) {
        const uint32_t x = grey.step[i];
        CHECK((x & 255) == (x >> 8 & 255) && (x & 255) == (x >> 16 & 255));
    }
}

static void reads_hex_only(void **state)
{
    (void)state;
    uint32_t rgb = 1;
    CHECK(brand_read(STR("#00677f"), &rgb) && rgb == 0x00677f);
    CHECK(brand_read(STR("FFb612"), &rgb) && rgb == 0xffb612);
    CHECK(!brand_read(STR(""), &rgb) && !brand_read(STR("#fff"), &rgb));
    CHECK(!brand_read(STR("#00677g"), &rgb) && !brand_read(STR("#00677f;"), &rgb));
    CHECK(!brand_read(STR("##0677f"), &rgb) && !brand_read(STR("-00677"), &rgb));
    CHECK(rgb == 0xffb612);
}

static void writes_a_stylesheet(void **state)
{
    (void)state;
    struct arena a = { 0 };
    const struct str css = brand_css(&a, 0x000000);
    CHECK(str_starts(css, STR(":root{--dlg-accent-50:#f9f9f9;--dlg-accent-100:#")));
    CHECK(str_ends(css, STR("}\n")) && str_find(css, STR(";}")) == SIZE_MAX);
    CHECK(str_find(css, STR("--dlg-accent-700:#")) != SIZE_MAX);
    CHECK(str_eq(css, brand_css(&a, 0x000000)) && css.n < 300);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_known_at_its_ends),
        cmocka_unit_test(contrast_holds_for_every_colour),
        cmocka_unit_test(the_hue_stays),
        cmocka_unit_test(reads_hex_only),
        cmocka_unit_test(writes_a_stylesheet),
    };
    return RUN_TESTS(tests);
}
