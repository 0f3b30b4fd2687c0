/* finder.h — a directory that is found by anybody's words: entries become weighted terms, a question
 * becomes groups of terms, and an entry is as good as the groups it answers.
 *
 * An entry is read once, field by field. Every word gives its stem (algo/analyse.h, to a fixed point),
 * the word as it was written, and of a compound the stems of its parts and of what stands next to each
 * other in it ("schuldhulpverlening": schuld, hulp, verlening, schuldhulp, hulpverlening), which weigh less.
 * Of its title also each run of three letters, for words that nothing else is known of.
 * What a term weighs in an entry fits a byte: more in a title than in a text, less in a long text, and
 * never twice as much for being said twice (as in BM25F, Robertson, Zaragoza and Taylor 2004).
 *
 * A question is a list of groups, one for each word that means something. A group has alternatives: the
 * word itself, what it is put together of, what the list of residents' words says it means, or what it
 * was misspelt for. An alternative is one term or a few that belong together. An entry's score in a
 * group is its best alternative, times how rare the group is; over the groups it is the sum, times the
 * square of the share that was answered: who asks two things gets entries with both first.
 *
 *   struct finder_reader *r = finder_reader(STR("nl"), 1 << 16);
 *   n = finder_entry(r, arena, fields, &postings);            to be kept, by term
 *   const struct finder_word *w = finder_word(r, arena, folded);
 *   struct finder_score s = finder_score_start(arena, entries);
 *   finder_group(&s); finder_alternative(&s, 0.9, terms); finder_term(&s, …) for each kept list; …
 *   n = finder_best(&s, &hits);
 *
 * Entries are numbered from 0; `entries` is one more than the highest number there is.
 * Cost: reading 0.3 ms an entry of 600 letters at first and a tenth of that when its words were seen
 * before; scoring 4 ns a posting. Memory: the arena; a reader has its own. */
#ifndef ALGO_FINDER_H
#define ALGO_FINDER_H

#include "algo/parts.h"
#include "base/base.h"

enum finder_field {
    FINDER_TITLE,   /* its name, and other names it goes by */
    FINDER_SUBJECT, /* what it is filed under, with the questions that lead there */
    FINDER_BY,      /* who offers it */
    FINDER_TEXT,
    FINDER_PLACE, /* street, neighbourhood */
    FINDER_FIELDS
};
enum {
    FINDER_PARTS = 10,   /* of a word: its parts and what is next to each other */
    FINDER_TOGETHER = 4, /* terms of an alternative */
    FINDER_TRIGRAMS = 32,
    FINDER_CHUNK = 4096, /* entries of one kept list */
    FINDER_WORD = 64,    /* bytes */
};

struct finder_posting {
    uint32_t term;
    uint32_t entry; /* left to whoever keeps it */
    uint8_t weight;
};
struct finder_word { /* a folded word */
    struct str word;
    uint32_t stem, exact;
    uint32_t parts[FINDER_PARTS]; /* first the parts themselves, in order */
    uint8_t parts_n, split; /* how many there are; how many of them are the parts themselves */
    bool empty;             /* says nothing by itself: "de" */
};

struct finder_reader; /* one thread at a time */
/* For "nl", "en", or another language: then words as they are. It remembers some words: 160 bytes each. */
struct finder_reader *finder_reader(struct str lang, size_t remembers);
void finder_reader_end(struct finder_reader *r);
/* What is known of a word, which is folded. Lives as long as the arena. */
const struct finder_word *finder_word(struct finder_reader *r, struct arena *a,
                                      struct str word);
/* The words of a text, folded, in order. */
size_t finder_words(struct finder_reader *r, struct arena *a, struct str text,
                    const struct finder_word ***words);
/* The terms of an entry, each once, ascending. */
size_t finder_entry(struct finder_reader *r, struct arena *a,
                    const struct str fields[FINDER_FIELDS], struct finder_posting **postings);
/* The runs of three letters of a word, with its ends: at most FINDER_TRIGRAMS. */
size_t finder_trigrams(struct str word, uint32_t terms[FINDER_TRIGRAMS]);

/* ---- what is kept ---- */

/* The entries of one term in one chunk, as bytes: entries ascend, and lie within FINDER_CHUNK of `first`. */
struct str finder_stored(struct arena *a, const struct finder_posting *p, size_t n,
                         uint32_t first);
/* Reads it back; bytes that are none end it. Gives how many, at most FINDER_CHUNK. */
size_t finder_read(struct str stored, uint32_t first, struct finder_posting *p);

/* ---- scoring ---- */

struct finder_hit {
    uint32_t entry;
    float score, share; /* share: of the question, 0 to 1 */
};
struct finder_score {
    struct arena *arena;
    size_t entries;
    double all;                 /* entries there really are, for how rare a group is */
    float *total, *answered;    /* over the groups before */
    float *group, *sum;         /* of this group; of this alternative */
    uint8_t *matched;           /* terms of this alternative */
    uint32_t *any, *now, *here; /* entries with something: in all, group, alternative */
    size_t any_n, now_n, here_n, full_n;
    float weight, alternative;
    unsigned together;
    bool open;
    double asked; /* what the groups weigh together */
};
struct finder_score finder_score_start(struct arena *a, size_t entries, double all);
/* Begins a group, which weighs `weight` (1: a word that counts). */
void finder_group(struct finder_score *s, double weight);
/* Begins an alternative of it, of so many terms together. */
void finder_alternative(struct finder_score *s, double weight, unsigned together);
/* One of its terms: a kept list of it. */
void finder_term(struct finder_score *s, struct str stored, uint32_t first);
/* All that have something to do with the question, best first; those that answer clearly less of it
 * than the best are left out. `of` groups that found nothing count for the share. */
size_t finder_best(struct finder_score *s, struct finder_hit **hits);

#endif
