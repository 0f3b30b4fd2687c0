/* report.h — the verslag: built from a dialogue, published as editions that never change.
 *
 * A `struct report` is the whole document in one language: what the page shows, and later any
 * other kind of document. Publishing writes it as JSON in every language of the interface and keeps
 * those bytes; an edition is read back from them, so nothing that changes afterwards can alter it.
 *
 *   R1  every published point rests on a finding or a voice (points.h refuses otherwise)
 *   R2  an edition's body never changes: the schema refuses it, and its hash shows it
 *   R3  stories stand in an edition by number and hash, so an erased voice is erased here too
 */
#ifndef FEATURES_REPORT_REPORT_H
#define FEATURES_REPORT_REPORT_H

#include "features/dialogue/dialogue.h"

struct passage { /* a text and its language; the same as the report's unless not translated */
    struct str text, lang;
};

struct report_picture {
    struct str hash; /* address of the image; empty: there is none */
    int64_t width, height;
    struct passage alt, caption;
    struct str maker;
};

struct report_number {
    int64_t number;
};

struct report_point {
    int64_t number, kind; /* enum kind */
    struct passage text;
    int64_t tables;                          /* at how many tables it was raised */
    struct report_number *findings, *voices; /* what it rests on */
    size_t findings_n, voices_n;
    struct report_point_theme *themes; /* where it stands, home first */
    size_t themes_n;
};
struct report_point_theme {
    struct str slug;
    struct passage title;
};

struct report_theme {
    struct str slug;
    struct passage title, question, context;
    bool open_table;
    struct report_picture picture;
    int64_t tables, findings, voices; /* how many */
    struct report_point *points;      /* in order; those at home here */
    size_t points_n;
};

struct report_pillar {
    struct passage title, body;
};

struct report_story {
    int64_t voice; /* its number; words, title and name are looked up there */
    struct str slug;
    struct str hash; /* of its salt and then its words: nobody can try words against it */
};

struct report_item {
    int64_t kind;   /* enum programme_kind */
    int64_t starts; /* minutes, or -1 */
    struct passage title, body;
};
struct report_gathering {
    struct str slug;
    int64_t day, people; /* people -1: not known */
    bool about;
    int64_t tables;
    struct passage title, place, body;
    struct report_item *items;
    size_t items_n;
};

struct report_source {
    struct str slug, author, url;
    int64_t kind, published; /* published -1: not known */
    int64_t findings;
    struct passage title, note;
};

struct report_section {
    int64_t section;     /* enum section */
    struct passage body; /* CommonMark */
};

struct report_summary { /* the report on one page, in one language */
    struct str lang, body, maker;
    bool machine;
};

struct report {
    struct str lang;
    struct passage title, question, summary, area, notice;
    struct report_picture picture;
    int64_t tables, findings, voices, points_count; /* the numbers, counted when it was built */
    struct report_section *sections;
    struct report_pillar *pillars;
    struct report_theme *themes;
    struct report_point *across; /* points that stand in several themes */
    struct report_story *stories;
    struct report_gathering *gatherings;
    struct report_source *sources;
    struct report_summary
        *summaries; /* in every language; not in editions from before they were kept */
    size_t summaries_n;
    size_t sections_n, pillars_n, themes_n, across_n, stories_n, gatherings_n, sources_n;
};

/* What every edition knows of itself. */
struct edition {
    int64_t id, number;
    struct instant published;
    struct str hash, note;
};

/* The draft of a dialogue as a report in `lang`; of gatherings those that took place by `today`. Memory:
 * arena. Cost: about ten queries. */
MUST_CHECK enum err report_build(struct db *db, struct arena *a, struct str dialogue,
                                 enum lang lang, struct day today, struct report *r);

/* SHA-256 in 64 hexadecimals. */
struct str report_hash(struct arena *a, struct str bytes);

/* A report as JSON and back; writing what was read gives the same bytes.
 * Fails: ERR_BROKEN when the JSON is not a report. */
struct str report_write(struct arena *a, const struct report *languages, size_t n,
                        struct str dialogue, int64_t number, struct instant published);
MUST_CHECK enum err report_read(struct arena *a, struct str json, enum lang lang,
                                struct report *r);

/* Of the newest edition only lang, title, question and summaries. `known`: there is an edition, and it says which
 * summaries it has. */
MUST_CHECK enum err report_summaries_of(struct db *db, struct arena *a, int64_t dialogue,
                                        enum lang lang, struct report *r, bool *known);

/* The section with that number, or NULL. */
const struct report_section *report_section_of(const struct report *r, int section);

/* Publishes the draft as the next edition. Fails: ERR_MISSING (no such dialogue); ERR_FORM when the
 * draft may not be published: one line per reason, in `lang`, goes to `say`; ERR_CLASH when nothing
 * changed since the last edition. */
typedef void report_say(struct str line, void *with);
MUST_CHECK enum err report_publish(struct tx *tx, struct str dialogue, struct str note,
                                   struct instant now, enum lang lang, report_say *say,
                                   void *with, struct edition *made);

/* Reads every edition of a dialogue again; `changed` hears of each whose body is not what its hash says. */
MUST_CHECK enum err report_verify(struct db *db, struct arena *a, int64_t dialogue,
                                  void (*changed)(int64_t number, void *with), void *with);

/* What differs between two editions, for people. */
enum difference { CHANGE_ADDED, CHANGE_REMOVED, CHANGE_REWORDED, CHANGE_MOVED };
struct report_change {
    enum difference change;
    int64_t number;  /* of the point; 0 when it is another text */
    struct str what; /* title of the theme, or heading of the section */
    struct passage before, after;
    bool
        own_only; /* only the language of the dialogue changed; the reader's stayed as it was */
};
/* Adds of `own`, the changes in the language of the dialogue, those that `changes` does not have. */
void report_changes_add(struct arena *a, struct report_change **changes, size_t *changes_n,
                        const struct report_change *own, size_t own_n);
void report_compare(struct arena *a, const struct report *old, const struct report *new,
                    enum lang lang, struct report_change **changes, size_t *changes_n);

/* ---- documents to keep, to print or to go on with ---- */

/* A document is slow to make: `.prepare` calls paper_prepare, on the thread for slow work, and `.handle`
 * is paper_give. `stem` is its file name without ending. */
struct document;
enum paper_kind { PAPER_PDF, PAPER_ODT, PAPER_PLAIN };
MUST_CHECK enum err paper_prepare(struct request *req, const struct document *d,
                                  enum paper_kind kind, struct str stem);
MUST_CHECK enum err paper_give(struct request *req, struct response *res);
/* The kind behind an ending, "pdf", "odt" or "md". Fails: ERR_MISSING. */
MUST_CHECK enum err paper_kind_of(struct str ending, enum paper_kind *kind);
/* Where a document is, in each form: shown by {use paper_links(&l)} from "features/report/links.html". */
struct paper_links {
    struct path pdf, odt, plain;
};
struct paper_links paper_links_to(struct arena *a, struct path stem);
/* Begins a document that is made from what the data holds today: title, whose it is, where it stands. */
void paper_begin(struct request *req, struct document *p, const struct dialogue *d,
                 const struct frame *frame, struct str title, struct path self);

#endif
