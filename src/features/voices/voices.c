/* voices.c — voices in lists, and what stands where one is missing. */
#include "features/voices/voices.h"

enum { STORY_IN_LIST = 280 };

struct str beginning(struct arena *a, struct str text, size_t most)
{
    if (text.n <= most) return text;
    size_t n = most;
    while (n > most / 2 && text.s[n] != ' ' && text.s[n] != '\n') n--;
    while (n && ((unsigned char)text.s[n] & 0xc0) == 0x80) n--; /* never inside a character */
    return arena_format(a, "%.*s …", STR_ARG(str_trim(str_upto(text, n))));
}

struct voice_item *voice_items(struct arena *a, const struct voices_of_theme_row *rows,
                               size_t rows_n, const struct voice_uses_in_theme_row *uses,
                               size_t uses_n)
{
    struct voice_item *items = NEW(a, struct voice_item, rows_n);
    size_t at = 0;
    for (size_t i = 0; i < rows_n; i++) {
        const bool whole = !rows[i].has_story;
        items[i].v = rows[i];
        items[i].body = whole ? rows[i].body : beginning(a, rows[i].body, STORY_IN_LIST);
        items[i].translation =
            whole ? rows[i].translation : beginning(a, rows[i].translation, STORY_IN_LIST);
        while (at < uses_n && uses[at].thing < rows[i].number) at++;
        items[i].uses = &uses[at];
        while (at < uses_n && uses[at].thing == rows[i].number) {
            at++;
            items[i].uses_n++;
        }
    }
    return items;
}

const struct words *voice_absence(enum visibility visibility)
{
    switch (visibility) {
    case VISIBILITY_WAITING:
        return SAY("Deze inbreng is nog niet nagekeken. Daarna kunt u hem hier lezen.");
    case VISIBILITY_HIDDEN:
        return SAY(
            "Deze inbreng is niet te lezen. Er staat iets in wat niet openbaar mag zijn.");
    case VISIBILITY_ERASED:
        return SAY("Deze inbreng is gewist. De woorden zijn weg en komen niet terug.");
    case VISIBILITY_SHOWN:
    case VISIBILITIES: break;
    }
    return SAY("Deze inbreng is te lezen.");
}
