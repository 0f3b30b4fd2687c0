/* fold.c — letters, folded. */
#include "algo/fold.h"

#include <string.h>

/* The base letters of U+00C0–U+017F and U+1E00–U+1EF9; '?' is written out below, or kept. */
static const char latin[] =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllll"
    "nnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static const char latin_more[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppp"
    "rrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy?s????"
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyy"
    "y";
static const struct {
    uint32_t large, small;
    const char *as;
} ligatures[] = {
    { 0xc6, 0xe6, "ae" },   { 0xd0, 0xf0, "d" },    { 0xde, 0xfe, "th" },
    { 0xdf, 0x1e9e, "ss" }, { 0x132, 0x133, "ij" }, { 0x149, 0x149, "n" },
    { 0x152, 0x153, "oe" },
};

/* Above ASCII: everything but blanks, punctuation, signs and pictures. */
bool fold_letter(uint32_t c)
{
    static const struct {
        uint32_t from, to;
    } not [] = {
        { 0x80, 0xbf },     { 0xd7, 0xd7 },       { 0x600, 0x60f },      { 0x61b, 0x61f },
        { 0x66a, 0x66d },   { 0x6d4, 0x6d4 },     { 0xf7, 0xf7 },        { 0x2000, 0x2bff },
        { 0x2e00, 0x2e7f }, { 0x3000, 0x303f },   { 0xd800, 0xf8ff },    { 0xfe00, 0xfe6f },
        { 0xff00, 0xff0f }, { 0xff1a, 0xff20 },   { 0xff3b, 0xff40 },    { 0xff5b, 0xff65 },
        { 0xffe0, 0xffff }, { 0x1f000, 0x1faff }, { 0xe0000, 0x10ffff },
    };
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    for (size_t i = 0; i < COUNT_OF(not ); i++)
        if (c >= not [i].from && c <= not [i].to) return false;
    return true;
}

bool fold_mark(uint32_t c)
{
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x64b && c <= 0x65f) || c == 0x640 || c == 0xad;
}

static uint32_t small_letter(uint32_t c)
{
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c >= 0x391 && c <= 0x3a9) return c + 32; /* Greek */
    if (c >= 0x410 && c <= 0x42f) return c + 32; /* Cyrillic */
    if (c >= 0x400 && c <= 0x40f) return c + 80;
    if (c >= 0xff10 && c <= 0xff19) return c - 0xff10 + '0'; /* full width */
    if (c >= 0xff21 && c <= 0xff3a) return c - 0xff21 + 'a';
    if (c >= 0xff41 && c <= 0xff5a) return c - 0xff41 + 'a';
    return c;
}

static size_t put_codepoint(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    const size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6) to[i] = (char)(0x80 | (c & 0x3f));
    to[0] = (char)((0xf0 << (4 - n)) | (int)c);
    return n;
}

size_t fold(char to[FOLD_MOST], uint32_t c)
{
    if (fold_mark(c)) return 0;
    char base = '?';
    if (c >= 0xc0 && c <= 0x17f) base = latin[c - 0xc0];
    if (c >= 0x1e00 && c <= 0x1ef9) base = latin_more[c - 0x1e00];
    if (base != '?') return put_codepoint(to, (uint32_t)base);
    for (size_t i = 0; i < COUNT_OF(ligatures); i++)
        if (c == ligatures[i].large || c == ligatures[i].small) {
            const size_t n = strlen(ligatures[i].as);
            memcpy(to, ligatures[i].as, n);
            return n;
        }
    return put_codepoint(to, small_letter(c));
}

bool fold_capital(uint32_t c)
{
    if (c < 0xc0) return c >= 'A' && c <= 'Z';
    if (c <= 0xde) return c != 0xd7;
    if (c < 0x100 || c == 0x138 || c == 0x149 || c == 0x17f) return false;
    if (c == 0x178) return true;
    if (c <= 0x17e) {
        const bool odd = (c > 0x138 && c < 0x149) || c > 0x178;
        return (c & 1) == odd;
    }
    return (c >= 0x391 && c <= 0x3a9) || (c >= 0x400 && c <= 0x42f) ||
           (c >= 0x1e00 && c <= 0x1ef9 && (c < 0x1e95 || c > 0x1e9f) && !(c & 1));
}

int fold_digit(uint32_t c)
{
    static const uint32_t zero[] = { '0', 0x660, 0x6f0, 0xff10 };
    for (size_t i = 0; i < COUNT_OF(zero); i++)
        if (c >= zero[i] && c <= zero[i] + 9) return (int)(c - zero[i]);
    return -1;
}

size_t fold_loosely(char to[FOLD_MOST], uint32_t c)
{
    const int digit = fold_digit(c);
    if (digit >= 0) c = (uint32_t)('0' + digit);
    switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671: c = 0x627; break;
    case 0x649:
    case 0x6cc: c = 0x64a; break;
    case 0x629: c = 0x647; break;
    case 0x6a9: c = 0x643; break;
    default: break;
    }
    return fold(to, c);
}
