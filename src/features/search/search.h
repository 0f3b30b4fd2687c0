/* search.h — one box over the themes, the points of the newest edition, the findings and the stories
 * of a dialogue.
 *
 * Each thing has a row in the index for every language it has texts in: its words folded and stemmed
 * (algo/analyse.h) for that language. Besides its words a row holds one mark for each language of the
 * interface in which it should be found: where there is a translation the translation answers, else
 * the original does. Marks begin with a private-use character, which no reader can type into a word.
 *
 * The words that were searched are not kept or logged anywhere. */
#ifndef FEATURES_SEARCH_SEARCH_H
#define FEATURES_SEARCH_SEARCH_H

enum found_kind { FOUND_THEME, FOUND_POINT, FOUND_FINDING, FOUND_STORY, FOUND_KINDS };

#include "features/dialogue/dialogue.h"
#include "features/search/search.sql.h"

enum {
    QUERY_MOST = 200,  /* bytes of a question */
    QUERY_WORDS = 16,  /* words of it that count */
    FOUND_MOST = 1000, /* things looked at, best first */
    FOUND_ON_PAGE = 50,
};

/* Fills the index of a dialogue anew; after loading and after publishing. Cost: about 20 µs a text. */
MUST_CHECK enum err search_rebuild(struct tx *tx, int64_t dialogue);

/* One story as it is now: its words in the index when it may be read, else none. It is this that
 * keeps the index right behind features/voices (voice_changed). Nothing for a voice that is no story and
 * was none. Cost: of a story that stood in the index, the whole index is written anew. */
MUST_CHECK enum err search_story(struct tx *tx, int64_t dialogue, int64_t voice);
/* All its themes as they are now, when an editor changed one. Cost: that of the themes. */
MUST_CHECK enum err search_themes_renew(struct tx *tx, int64_t dialogue);

/* What somebody looks for. */
struct question {
    struct str text;    /* trimmed */
    struct str strict;  /* all words, for the index; empty: nothing to look for */
    struct str literal; /* all words as they were written */
    struct str loose;   /* any of the words; empty when there is one word */
    struct str stems[LANGS_WHOLE][QUERY_WORDS]; /* to mark in what is found */
    struct str prefix;                          /* of the last word, folded */
    size_t stems_n;
};
/* Reads a question; `dialogue` 0 looks in all. Words without meaning are dropped when there are
 * others. Whatever is in `text`, the result is a well-formed query of quoted words. */
struct question question_read(struct arena *a, struct str text, int64_t dialogue,
                              enum lang lang);

/* A text cut where a word of the question stands. */
struct piece {
    struct str text;
    bool marked;
};
/* Long texts lose what stands far from the first such word; `most` bytes are left, about. */
size_t pieces(struct arena *a, const struct question *q, struct str text, struct str lang,
              size_t most, struct piece **pieces);

#endif
