/* templatec.h — what the files of templatec share: HTML templates become C, Dutch sentences get
 * their translations, and what could hurt a reader is refused with a sentence and a line.
 *
 *   main.c       the command line
 *   template.c   walks through a template: text, braces, blanks; the first line and the frame of C
 *   html.c       where are we in the HTML, and what is open
 *   rules.c      what a tag must have, and what does not belong in a page
 *   braces.c     the words between braces
 *   sentence.c   a sentence of the interface, as C in every language
 *   po.c         reads a PO file; plural.c its rule for plural forms
 *   update.c     writes a PO file anew
 *   common.c     errors, arrays that grow
 *   words.c      SAY("…") in C source, and the table that words_find searches
 *
 * Memory comes from one arena and lives as long as the run. Nothing here keeps state between
 * calls, so a fuzzer may call the readers on any bytes. */
#ifndef TEMPLATEC_TEMPLATEC_H
#define TEMPLATEC_TEMPLATEC_H

#include "base/base.h"

#include <stdio.h>

/* ---- what is wrong (main.c prints, everybody counts) ---------------------------------------- */

struct problems {
    FILE *to;
    int count;
};
/* "file:line: error: sentence". Says at most 30, counts all. */
PRINTF(4, 5)
void problem(struct problems *p, const char *file, int line, const char *sentence, ...);

/* One more place at the end of an array of `n`: gives the array back, moved when it was full. */
void *array_grow(struct arena *a, void *array, size_t n, size_t size);
#define PUSH(arena, array, n)                                                                  \
    (((array) = array_grow((arena), (array), (n), sizeof *(array))), &(array)[(n)++])

/* ---- plural rules (plural.c) ---------------------------------------------------------------- */

enum { PLURAL_NODES = 160, PLURAL_FORMS = 6 };
struct plural_node { /* op: 'n', '0' (a number), '!', '?', or an operator (plural.c) */
    int op, left, right, third;
    int64_t number;
};
struct plural {
    int forms;
    struct plural_node node[PLURAL_NODES];
    int nodes, root;
};
/* Reads "nplurals=2; plural=(n != 1);". False, and why, when it holds anything but n, numbers and
 * operators, or gives a form that is not there. */
bool plural_read(struct str header, struct plural *rule, const char **why);
int64_t plural_form(const struct plural *rule, int64_t n); /* -1: divides by nought */
void plural_write(FILE *c,
                  const struct plural *rule); /* the rule as C over `say_n`, an int64_t */

/* ---- translations (po.c) ------------------------------------------------------------------ */

struct po_entry {
    struct str context, id, plural; /* context.s and plural.s are NULL when there is none */
    struct str text[PLURAL_FORMS];  /* as read; s is NULL when absent */
    struct str notes;               /* comment lines of the translator, with their newlines */
    bool fuzzy, obsolete, used;
    int line;
};
struct po {
    const char *file;
    struct str code; /* "en": its file name without directory and ".po" */
    struct po_entry header, *entry;
    size_t n;
    struct plural plural;
    struct str covers; /* X-Covers: the sources whose sentences are asked for; empty: all */
    bool unread;       /* the header says X-Read-By: and nobody behind it */
};
bool po_read(struct arena *a, struct problems *p, const char *file, struct str text,
             struct po *po);
struct po_entry *po_find(const struct po *po, struct str context, struct str id);

/* The languages beside Dutch. With none, sentences are only gathered (`--update`). */
struct locales {
    struct po *po;
    size_t n;
};

/* ---- sentences (sentence.c) ----------------------------------------------------------------- */

struct sentence {
    struct str context, one, many; /* context.s, many.s NULL when there is none */
    const char *file;
    int line;
};
struct sentences {
    struct sentence *at;
    size_t n;
};
/* The translation to use: of a sentence in one language, or NULL where Dutch stands in. Says what
 * is wrong with it (missing in English, other placeholders). */
const struct po_entry *sentence_in(struct problems *p, const struct po *po,
                                   const struct sentence *s);
/* Reads "…" from the front of `rest`, undoing \", \\ and \n; blanks over line ends become one. False
 * when there is none. */
bool quoted_read(struct arena *a, struct str *rest, struct str *text);
void c_string(FILE *c, struct str x);                  /* with its quotes */
struct str html_escape(struct arena *a, struct str x); /* for text and attributes alike */
void enum_name(FILE *c, struct str code);              /* LANG_EN */

/* words.c */
void words_gather(struct arena *a, struct problems *p, const char *file, struct str source,
                  struct sentences *said);
void words_write(FILE *c, struct problems *p, const struct locales *locales,
                 struct sentences *said); /* sorts them */
/* update.c */
void update_write(FILE *to, struct problems *p, struct po *po, const struct sentences *said);

/* ---- the HTML around us (html.c, rules.c) --------------------------------------------------- */

enum { DEPTH = 63, NAME = 32, HEADING_ANY = 9 };

enum place { IN_TEXT, IN_TAG, IN_VALUE };

/* How far an address has come, and so what data may stand next. */
enum address {
    ADDRESS_NONE,   /* this value is no address */
    ADDRESS_START,  /* nothing yet: a whole address, or text */
    ADDRESS_LOCAL,  /* "/…", "?…" or "#…": data is a segment */
    ADDRESS_FIXED,  /* another site, as written: no data */
    ADDRESS_WHOLE,  /* complete: nothing may follow */
    ADDRESS_SOURCES /* srcset: each piece of data is a whole address */
};

struct attr {
    char name[NAME];
    struct str value; /* as it stands in the template, braces too */
    bool sure;        /* present whatever the conditions are */
    bool agreed;      /* in every branch of the block that ends now */
    bool aside;       /* stands in another branch than the one being read */
};
struct element {
    char name[NAME];
    int line;
    bool posts, named; /* a posting form; has aria-label */
    bool scope;        /* a table: <th scope> was seen */
    bool literal;      /* pre, textarea: blanks count */
    bool code;         /* translate="no": words may stand here untranslated */
};
/* What differs between the branches of a condition. Bit i is about open element i. */
struct spot {
    enum place place;
    size_t depth;
    uint64_t filled, token; /* holds text; holds {form_token} */
    int heading;            /* of the last heading; 0 none yet, HEADING_ANY unknown */
    enum address address;
    bool root; /* the address may be "/" so far: another / would lead to another site */
};
struct block {
    struct spot before, after; /* after: what all branches so far agree on */
    bool each, has_else;
    bool alone; /* {if …} or {each …} has its line to itself */
    int line, branches;
    size_t attrs, ids;
};
struct place_id {
    struct str id;
    int line;
    bool aside;
};
struct field {
    char name[NAME];
    struct str id;
    int line;
    bool label; /* a <label for>, not a field */
};
struct html {
    struct spot now;
    struct element open[DEPTH];
    struct block block[DEPTH];
    size_t blocks;
    char tag[NAME]; /* being read */
    int tag_line;
    bool closing, selfclosing;
    struct attr *attr; /* of the tag being read */
    size_t attrs;
    char name[NAME]; /* of the attribute being read */
    struct place_id *id;
    size_t ids;
    struct field *field;
    size_t fields;
};

/* ---- a template being read (template.c) ----------------------------------------------------- */

enum kind { KIND_PAGE, KIND_PART, KIND_LAYOUT };

struct template
{
    struct arena *arena;
    struct problems *problems;
    const struct locales *locales;
    struct sentences *said;
    const char *file, *assets; /* assets: the directory {asset} looks in, or NULL */
    struct str source;
    size_t at;
    int line;
    enum kind kind;
    struct str name, args, header;
    FILE *c;         /* the statements */
    FILE *head;      /* the #includes */
    char held[4000]; /* markup not yet written */
    size_t holds;
    char last; /* byte held or written last, 0 behind a statement */
    bool body_done, needs_web;
    struct str *script; /* written by {script} */
    size_t scripts;
    struct html html;
};
/* Reads a template and writes its C to `to`. Problems are counted in `t->problems`. */
void template_compile(struct template *t, FILE *to);

#define REFUSE(t, ...) problem((t)->problems, (t)->file, (t)->line, __VA_ARGS__)
/* Takes n bytes of the source, counting lines. */
void take(struct template *t, size_t n);
/* Where the partner of the brace at `at` ends (behind it), or SIZE_MAX. */
size_t brace_end(struct str source, size_t at);
void hold(struct template *t, struct str markup);
void hold_text(struct template *t, struct str text); /* with runs of blanks made one */
void flush(struct template *t);
void place_line(struct template *t);  /* flushes, and tells the C compiler where we are */
void layout_body(struct template *t); /* ends the function that opens the layout */
PRINTF(2, 3) void statement(struct template *t, const char *format, ...);

void braces(struct template *t, struct str inside); /* braces.c: what stands in one pair */
/* Is `inside` this word, with something behind it or nothing? A variable may have its name:
 * {body.text}, {end->day}. */
bool brace_word(struct str inside, const char *want, struct str *rest);
/* sentence.c: `inside` begins with a quote */
void sentence_compile(struct template *t, struct str inside);
/* May text here say that it is Dutch, where Dutch stands in for another language? */
bool marks_dutch(const struct template *t);

/* html.c: one piece of the source that holds no brace, by the place where it stands. */
void html_text(struct template *t);
void html_tag(struct template *t);
void html_value(struct template *t);
void html_end(struct template *t);
void html_filled(struct html *h); /* text stands in all that is open */
bool html_inside(const struct html *h, const char *tags);
bool html_in_each(const struct html *h); /* rules.c */
void block_open(struct template *t, bool each);
bool block_else(struct template *t, bool last, const char *what);
bool block_end(struct template *t);

/* rules.c: what is wrong with a tag before it opens, an element before it closes, an attribute and
 * a whole template. */
void rules_open(struct template *t);
void rules_close(struct template *t, const struct element *e, bool filled, bool token);
void rules_attr(struct template *t, const struct attr *attr);
void rules_end(struct template *t);
/* Letters outside braces and entities: words that nobody could translate. */
bool has_letters(struct str text);
/* Says so when & is not &amp; or another entity we know. */
void rules_entities(struct template *t, struct str text);
bool one_of(const char *name, const char *list); /* " a b c " */
bool is_void(const char *tag);
enum address address_of(const char *attr);

#endif
