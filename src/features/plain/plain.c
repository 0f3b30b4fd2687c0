/* plain.c — see plain.h. */
#include "features/plain/plain.h"

#include "algo/readability.h"

enum { EASY = 65, FAIR = 50, BRIEF = 40 };

struct plain_view plain_look_at(struct arena *a, struct str text, struct str lang)
{
    struct plain_view v = { 0 };
    const struct readability r = readability_of(text);
    if (!str_is(lang, "nl") || !r.words) return v;
    const double score = readability_score(&r);
    v.asked = true;
    v.score = score < 0 ? 0 : score > 100 ? 100 : (int64_t)(score + 0.5);
    v.verdict = v.score >= EASY   ? SAY("Goed te lezen.")
                : v.score >= FAIR ? SAY("Het kan makkelijker.")
                                  : SAY("Moeilijk te lezen.");
    v.brief = r.words < BRIEF;
    v.sentences = (int64_t)r.sentences;
    v.words = (int64_t)r.words;
    v.remarks_n = plain_remarks(a, text, &v.remarks);
    return v;
}
