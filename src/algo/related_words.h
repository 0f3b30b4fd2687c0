/* related_words.h — Dutch words that stand in any sentence and tell nothing of what it is about. */
#ifndef ALGO_RELATED_WORDS_H
#define ALGO_RELATED_WORDS_H

#include "base/base.h"

bool related_empty(struct str folded);

#endif
