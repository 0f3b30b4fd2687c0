/* cells.c — what stands in a cell, brought to the one way it is written. See cells.h. */
#include "features/map/cells.h"

#include "features/map/map.h"

struct str cell_small(struct arena *a, struct str text)
{
    char *to = NEW(a, char, text.n + 1);
    for (size_t i = 0; i < text.n; i++)
        to[i] = text.s[i] >= 'A' && text.s[i] <= 'Z' ? (char)(text.s[i] + 32) : text.s[i];
    return (struct str){ to, text.n };
}

bool cell_yes_no(struct str *text)
{
    static const char *const yes[] = { "yes", "ja", "j", "1", "true", "waar" }, *const no[] = {
        "no", "nee", "n", "0", "false", "onwaar"
    };
    for (size_t i = 0; i < COUNT_OF(yes); i++) {
        if (str_is(*text, yes[i])) *text = STR("yes");
        if (str_is(*text, no[i])) *text = STR("no");
    }
    return !text->n || str_is(*text, "yes") || str_is(*text, "no");
}

/* "52.3702" or "52,3702" to six digits; false outside the globe. */
bool cell_degrees(struct arena *a, struct str *text, int64_t most, int64_t *millionths)
{
    struct str t = *text;
    const bool minus = t.n && t.s[0] == '-';
    int64_t whole = 0, part = 0;
    size_t i = minus, digits = 0;
    for (; i < t.n && t.s[i] >= '0' && t.s[i] <= '9' && whole < 1000; i++, digits++)
        whole = whole * 10 + (t.s[i] - '0');
    if (!digits) return false;
    digits = 0;
    if (i < t.n && (t.s[i] == '.' || t.s[i] == ','))
        for (i++; i < t.n && t.s[i] >= '0' && t.s[i] <= '9'; i++)
            if (digits++ < 6) part = part * 10 + (t.s[i] - '0');
    for (; digits < 6; digits++) part *= 10;
    if (i < t.n || whole > most) return false;
    *millionths = (minus ? -1 : 1) * (whole * 1000000 + part);
    *text =
        arena_format(a, "%s%lld.%06lld", minus ? "-" : "", (long long)whole, (long long)part);
    return true;
}

bool map_degrees(struct arena *a, struct str *text, int64_t most, int64_t *millionths)
{
    return cell_degrees(a, text, most, millionths);
}

bool cell_postal_code(struct arena *a, struct str *text)
{
    char to[8];
    size_t n = 0;
    for (size_t i = 0; i < text->n; i++) {
        const char c = text->s[i];
        if (c == ' ') continue;
        if (n == 6) return false;
        to[n++] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    }
    for (size_t i = 0; i < n; i++)
        if (i < 4 ? to[i] < '0' || to[i] > '9' : to[i] < 'A' || to[i] > 'Z') return false;
    *text = arena_copy(a, (struct str){ to, n });
    return n == 0 || n == 4 || n == 6;
}

bool cell_is_yes(struct str cell)
{
    return str_is(cell, "yes");
}
int64_t cell_number(struct str cell)
{
    int64_t n = 0;
    return cell.n && str_number(cell, INT64_MAX, &n) ? n : 0;
}

bool cell_one_of(struct str text, struct term (*of)(int), int n, int *value)
{
    for (*value = 0; *value < n; ++*value)
        if (str_is(text, of(*value).code)) return true;
    return false;
}
