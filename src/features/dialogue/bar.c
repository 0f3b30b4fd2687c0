/* bar.c — see bar.h. */
#include "features/dialogue/bar.h"

enum { ROOM_FOR = 1200 /* hundredths of a per cent that hold a number */, WHOLE = 10000 };

struct str bar_per_cent(struct arena *a, int64_t hundredths)
{
    return arena_format(a, "%lld.%02lld%%", (long long)(hundredths / 100),
                        (long long)(hundredths % 100));
}

struct bar bar_of(struct arena *a, const int64_t counts[BAR_CODES])
{
    static const char *const codes[BAR_CODES] = { "used", "waiting", "aside", "counted",
                                                  "withdrawn" };
    struct bar bar = { .n = 0 };
    int64_t all = 0, before = 0;
    for (int i = 0; i < BAR_CODES; i++)
        if (counts[i] > 0) all += counts[i];
    for (int i = 0; i < BAR_CODES; i++) {
        if (counts[i] <= 0) continue;
        const int64_t from = before * WHOLE / all;
        before += counts[i];
        const int64_t wide = before * WHOLE / all - from;
        bar.parts[bar.n++] = (struct bar_part){
            .n = counts[i],
            .code = str_of(codes[i]),
            .from = bar_per_cent(a, from),
            .wide = bar_per_cent(a, wide),
            .middle = bar_per_cent(a, from + wide / 2),
            .room = wide >= ROOM_FOR,
        };
    }
    return bar;
}
