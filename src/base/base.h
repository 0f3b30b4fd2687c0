/* base.h — the ground everything stands on: text, memory, errors.
 *
 * Knows nothing of people, pages or databases. Nothing here does I/O except the line written
 * before the process gives up on memory.
 *
 *   struct str     a piece of text: pointer and length, borrowed, never freed
 *   struct arena   memory that dies all at once; a request owns one
 *   enum err       every way things go wrong, one for each answer a visitor can get
 */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h> // IWYU pragma: export
#include <stddef.h>  // IWYU pragma: export
#include <stdint.h>  // IWYU pragma: export

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF(at, first) __attribute__((__format__(__printf__, at, first)))
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* ---- text ----------------------------------------------------------------------------- */

/* Borrowed bytes, UTF-8 unless said otherwise, not ended by a zero. Pass by value. `s` may be
 * NULL only when `n` is 0. */
struct str {
    const char *s;
    size_t n;
};
#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_ARG(x) (int)(x).n, (x).s /* for "%.*s" */

struct str str_of(const char *zero_ended); /* NULL gives the empty text */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *zero_ended);
int str_cmp(struct str a, struct str b); /* by bytes, as memcmp */
bool str_starts(struct str x, struct str with);
bool str_ends(struct str x, struct str with);
struct str str_trim(struct str x);                /* without ASCII blanks around it */
struct str str_from(struct str x, size_t at);     /* from byte `at`; empty past the end */
struct str str_upto(struct str x, size_t n);      /* the first n bytes at most */
size_t str_find(struct str x, struct str needle); /* its place, or SIZE_MAX */

/* Takes the part before the first `mark` off the front of `rest`, and the mark with it. False
 * when `rest` was already used up (its `s` is NULL then). "a,,b" gives "a", "", "b". */
bool str_next(struct str *rest, char mark, struct str *part);

/* A whole non-negative number without sign or blanks; false when it is none or above `most`. */
bool str_number(struct str x, int64_t most, int64_t *number);

/* Is it well-formed UTF-8 without NUL? (RFC 3629: no surrogates, no overlong forms.) */
bool str_utf8(struct str x);
/* The same check, and where the first offence is (x.n when there is none). */
size_t str_utf8_until(struct str x);
/* How many letters well-formed UTF-8 has; and its front, of so many bytes at most, cut between two letters. */
size_t str_letters(struct str x);
struct str str_upto_letter(struct str x, size_t bytes);
/* One code point from the front of well-formed UTF-8; 0 at the end. */
uint32_t str_codepoint(struct str *rest);

/* a–z, 0–9 and single dashes between them, 1 to 60 bytes: the permanent name of a thing. */
bool str_slug(struct str x);

/* ---- memory --------------------------------------------------------------------------- */

/* Grows in blocks, frees as one. Real exhaustion ends the process (the data file survives it),
 * so no caller meets a NULL; what a request may ask for is bounded at the edges. `{ 0 }` is an
 * empty arena. One thread at a time. */
struct arena {
    struct arena_block *last;
    size_t left;
};
struct arena_mark {
    struct arena_block *last;
    size_t left;
};

void *arena_take(struct arena *a, size_t count, size_t size); /* zeroed, 16-byte aligned */
#define NEW(a, type, count) ((type *)arena_take((a), (count), sizeof(type)))
/* The same, not zeroed: for what is filled at once. */
void *arena_room(struct arena *a, size_t count, size_t size);
struct str arena_copy(struct arena *a, struct str x); /* a zero byte follows the copy */
struct str arena_join(struct arena *a, struct str x, struct str y); /* x and y behind it */
PRINTF(2, 3) struct str arena_format(struct arena *a, const char *format, ...);
struct arena_mark arena_here(const struct arena *a);
void arena_back(struct arena *a, struct arena_mark m); /* drop all taken since the mark */
void arena_reset(struct arena *a);                     /* drop all, keep one block for reuse */
void arena_end(struct arena *a);                       /* drop everything */

/* ---- errors --------------------------------------------------------------------------- */

/* Each code is one answer a visitor can get. Add a code only with a new answer. */
enum err {
    OK = 0,
    ERR_INPUT,   /* 400  what was sent cannot be right              */
    ERR_WHO,     /* 403  known or not, you may not                  */
    ERR_MISSING, /* 404  there is no such thing                     */
    ERR_METHOD,  /* 405  this page cannot be used that way          */
    ERR_SLOW,    /* 408  it took you longer than we wait            */
    ERR_CLASH,   /* 409  someone changed it first, or it exists     */
    ERR_GONE,    /* 410  it was here, and was withdrawn or erased   */
    ERR_LIMIT,   /* 413  more than we take at once                  */
    ERR_FORM,    /* 422  the form says what to mend                 */
    ERR_RATE,    /* 429  more often than we take                    */
    ERR_BROKEN,  /* 500  ours to repair                             */
    ERR_BUSY,    /* 503  try again in a moment                      */
    ERR_FULL,    /* 507  no room left to keep it                    */
    ERRS
};
int err_status(enum err e); /* the HTTP status above; 200 for OK */

/* The only way to make an error: gives the code back, remembers the sentence and the place for
 * the log. The sentence is for us, never for the visitor. */
#define FAIL(code, ...) err_make((code), __FILE__, __LINE__, __VA_ARGS__)
#define TRY(call)                                                                              \
    do {                                                                                       \
        const enum err try_ = (call);                                                          \
        if (try_ != OK) return try_;                                                           \
    } while (0)

MUST_CHECK PRINTF(4, 5) enum err
    err_make(enum err code, const char *file, int line, const char *why, ...);
const char *err_why(void); /* the last sentence of this thread; valid until its next FAIL */
const char *err_sentence(
    void); /* the same without places in the source, for an administrator */

#endif
