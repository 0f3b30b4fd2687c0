/* make.h — choosing what a point rests on, and writing it; filled by make.c, read by make.html. */
#ifndef FEATURES_DESK_MAKE_H
#define FEATURES_DESK_MAKE_H

#include "features/desk/desk.h"
#include "features/desk/make.sql.h"
#include "features/desk/related.h"
#include "features/people/people.h"
#include "features/plain/plain.h"
#include "features/review/review.h"

/* Which part of a theme is listed, and what is listed of it. */
enum make_which { WHICH_UNUSED, WHICH_ALL, WHICH_ASIDE };
enum make_what { WHAT_VOICES, WHAT_FINDINGS };
enum { MAKE_LOADED = -1, MAKE_ANY = -2 };

struct make_form {
    struct str said, english;
    int kind;
    int64_t home;                    /* id of a theme */
    struct numbers others;           /* ids of themes */
    struct numbers voices, findings; /* numbers of what was ticked */
    /* what is listed */
    struct str theme; /* slug */
    int what, which, of_kind;
    int64_t table, after;
    struct str words;
    struct str said_in;      /* language of a voice */
    struct str source, code; /* channel of a voice or slug of a source; a researcher's label */
    /* what to do */
    int64_t point; /* number of the point that gets it; 0: a new one */
    int reason;
    struct str
        act; /* "maak", "kies", "na-50", "lijkt-12", "hangt-12", "neem-12", "lees", "opzij", "open", "onder-12" */
};

struct make_item {
    bool finding, ticked, aside, team; /* team: its author wants only the team to read it */
    int64_t number;
    struct str body, lang, translation, source, page;
    bool has_kind, has_table;
    enum kind kind;
    int64_t table, points; /* points of the draft that rest on it */
    const struct words *reason;
    int64_t alike;                          /* how many others say nearly the same */
    struct str pick_alike, ask_related, id; /* values of the buttons; id of the box */
};
struct make_view {
    struct dialogue d;
    const struct form_state *f;
    struct path self, back;
    struct notice notice;
    const struct draft_themes_row *themes, *theme;
    size_t themes_n;
    const struct tables_of_theme_row *tables;
    size_t tables_n;
    const struct desk_said_in_row *langs;
    size_t langs_n;
    const struct desk_sources_row *sources, *source; /* of findings; the chosen one */
    size_t sources_n;
    const struct desk_codes_row *codes;
    size_t codes_n;
    struct term channels[CHANNELS];
    size_t channels_n;
    int channel;           /* of voices: enum channel, MAKE_LOADED, or MAKE_ANY */
    struct make_form form; /* as it stands now */
    struct make_item *items;
    size_t items_n;
    struct make_item *kept; /* ticked, and not on this page of the list */
    size_t kept_n;
    int64_t chosen, waiting; /* how many are ticked; how many are in this list without filter */
    bool more, editor;
    struct str next; /* value of the button */
    struct str was;  /* the sentence of the point that gets it; empty: a new one is made */
    bool narrowed;
    const struct desk_points_there_row
        *points; /* of the theme: what is ticked can go under one */
    size_t points_n;
    struct present here;
    struct related_view related;
    struct plain_view plain;
};

#endif
