/* typing.h — the desk where notes are typed in; filled by typing.c, read by typing.html. */
#ifndef FEATURES_REVIEW_TYPING_H
#define FEATURES_REVIEW_TYPING_H

#include "features/review/queue.h"
#include "features/review/typing.sql.h"

struct typed_form {
    struct str body, theme, lang, code;
    int kind, channel, may;
    int64_t at_table;
    bool young, parent;
};
struct typed_line {
    const struct typed_last_row *r;
    struct str words;
    bool gone, may_go;
};
struct typing_table {
    int64_t id, round, number;
    struct str evening;
    bool chosen;
};
struct typing_view {
    struct dialogue d;
    const struct form_state *form;
    struct path self;
    struct picks themes, kinds, langs;
    struct typing_table *tables;
    size_t tables_n;
    struct typed_line *lines;
    size_t lines_n;
    int64_t kept;    /* number of what was just kept; 0: nothing */
    struct str code; /* of its receipt, as people read it; empty: it stands on the card */
    int64_t gone;    /* number of what was just taken away */
};
struct card_code {
    struct str group[3];
};
struct cards_view {
    struct dialogue d;
    const struct form_state *form;
    struct path self;
    struct card_code *cards;
    size_t cards_n;
    struct picks consents;
};

/* The codes of a form can be made again from its key, so that no page and no row holds them. */
MUST_CHECK enum err codes_of(struct request *req, struct str key_hex, int64_t n,
                             struct str *codes);

#endif
