/* readability — any bytes: sentences lie inside the text and in order, their words add up, and
 * what is counted in two halves at a line end is what is counted in the whole. */
#include "algo/readability.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    const struct str text = { (const char *)bytes, n };
    const struct readability whole = readability_of(text);
    struct str rest = text, sentence, word;
    const char *last = text.s;
    size_t words = 0;
    while (readability_sentence(&rest, &sentence)) {
        if (!sentence.n || sentence.s < last || sentence.s + sentence.n > text.s + n) abort();
        last = sentence.s + sentence.n;
        size_t inside = 0;
        for (; readability_word(&sentence, &word); inside++)
            if (!word.n || readability_syllables(word) > 2 * word.n) abort();
        if (!inside) abort();
        words += inside;
    }
    if (words != whole.words || whole.longest > words || whole.syllables < words) abort();
    (void)readability_score(&whole);
    const char *line = n ? memchr(bytes, '\n', n) : NULL;
    if (!line) return 0;
    const size_t half = (size_t)(line - text.s) + 1;
    struct readability sum = readability_of(str_upto(text, half));
    const struct readability more = readability_of(str_from(text, half));
    readability_add(&sum, &more);
    if (sum.words != whole.words || sum.sentences != whole.sentences) abort();
    return 0;
}
