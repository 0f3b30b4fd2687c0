/* wanted.h — what people need and offer, who pulls something, and how they find each other.
 *
 *   W1  nothing is public before its author pressed a button in a mail, and the desk read it
 *   W2  no address is ever shown: who answers writes here, and it goes through us; each side says with
 *       each message whether its address goes along
 *   W3  it ends by itself after WANTED_DAYS, and its author is asked once, WANTED_ASK_DAYS before
 *   W4  what fits is shown with the reasons; small ones stand first in their own neighbourhood
 *   W5  a puller is who wants to be found, with a role and a first name of their choice; the same rules hold */
#ifndef FEATURES_WANTED_WANTED_H
#define FEATURES_WANTED_WANTED_H

#include "features/people/people.h"
#include "features/places/places.h"
#include "features/wanted/terms.h"
#include "features/wanted/wanted.sql.h" // IWYU pragma: export
#include "web/daily.h"

enum {
    WANTED_DAYS = 90,
    WANTED_ASK_DAYS = 10,
    WANTED_UNMET_DAYS = 30, /* a need that stands there so long can be raised in a dialogue */
    WANTED_ON_PAGE = 20,
    WANTED_MATCHES = 6,
    WANTED_HERE = 10, /* mails that somebody sets off in an hour from one place */
    WANTED_TO = 4,    /* to one mailbox */
    WANTED_ALL = 300,
    TALK_MESSAGES = 40
};

/* Not too many mails set off from one place, to one mailbox, or in all; else ERR_FORM, said. */
MUST_CHECK enum err wanted_brakes(struct tx *tx, struct request *req, struct str email);

/* ---- what fits ---- */

struct wanted_match {
    const struct wanted_shown_row *w;
    double score;
    bool subject, area, time;
    struct str words; /* that both have, with commas */
};
/* Of the other kind (needs and offers), best first. Each has a subject or words in common. */
MUST_CHECK enum err wanted_matches(struct db *db, struct arena *a,
                                   const struct wanted_shown_row *of,
                                   struct wanted_match found[WANTED_MATCHES], size_t *n);
/* The terms of a title and a text, as they are kept. */
struct str wanted_terms(struct arena *a, struct str title, struct str body);
/* "overdag, ’s avonds" */
struct str wanted_times(struct arena *a, int64_t times, enum lang lang);

/* ---- codes and mails ---- */

struct str wanted_code(const struct request *req, int64_t id, struct instant made);
struct talk_codes {
    struct str other, author; /* of who answers; of the author */
};
struct talk_codes talk_codes(const struct request *req, int64_t talk, struct instant made);
struct path wanted_mine_path(struct arena *a, struct str code);
struct path talk_path(struct arena *a, struct str code);

enum wanted_letter {
    WANTED_LETTER_CONFIRM,
    WANTED_LETTER_DECIDED,
    WANTED_LETTER_RENEW, /* is it still so? */
};
MUST_CHECK enum err wanted_mail(struct tx *tx, struct request *req, int64_t id,
                                enum wanted_letter what);
enum talk_letter { TALK_CONFIRM, TALK_TO_AUTHOR, TALK_TO_OTHER };
MUST_CHECK enum err talk_mail(struct tx *tx, struct request *req, int64_t talk,
                              enum talk_letter what);

/* Asks who has something that ends soon whether to go on; ends what nobody renewed. */
MUST_CHECK enum err wanted_morning(struct store *st, const struct daily *daily, int64_t *asked);
/* What is past its end date. */
MUST_CHECK enum err wanted_tidy(struct tx *tx, struct instant unconfirmed, struct day ended);

/* ---- pages ---- */

struct wanted_list_view {
    struct path self, next, back;
    enum wanted_kind kind;
    int64_t n[WANTED_KINDS];
    struct place_choice *areas, *subjects;
    size_t areas_n, subjects_n;
    struct place_choice times[3];
    const struct wanted_shown_row **lines;
    size_t lines_n;
    int64_t total, from;
    bool more, asked;
    struct str area; /* slug of the one that was chosen */
};
struct wanted_show_view {
    struct wanted_shown_row w;
    struct wanted_match matches[WANTED_MATCHES];
    size_t matches_n;
    struct path self, answer;
};
struct wanted_form {
    int kind, who;
    struct str name, email, title, body, subject, area;
    bool daytime, evening, weekend, consent;
};
struct wanted_new_view {
    struct path self;
    const struct form_state *f;
    struct map_areas_row *areas;
    struct map_subjects_row *subjects;
    size_t areas_n, subjects_n;
    bool sent, can_mail;
};
struct wanted_mine_view {
    bool found;
    struct str slug;
    struct wanted_shown_row w;
    struct wanted_match matches[WANTED_MATCHES];
    size_t matches_n;
    const struct words *done;
};
struct answer_form {
    struct str name, email, body;
    bool share;
};
struct wanted_answer_view {
    struct path self, back;
    const struct form_state *f;
    struct wanted_shown_row w;
    bool sent, can_mail;
};
struct talk_form {
    struct str body;
    bool share, close;
};
struct talk_view {
    bool found, author; /* the author of what it is about looks */
    struct str slug;
    struct path self;
    const struct form_state *f;
    struct talk_find_row t;
    struct talk_messages_row *messages;
    size_t messages_n;
    bool open;
    const struct words *done;
};
struct wanted_desk_view {
    struct path self;
    const struct form_state *f;
    struct wanted_desk_line {
        const struct wanted_shown_row *w;
        bool noticed; /* there may be an address, a number or a name in it */
    } * waiting;
    size_t waiting_n;
    struct wanted_shown_row *unmet;
    size_t unmet_n;
    struct wanted_raise {
        struct str slug, title;
    } * dialogues;
    size_t dialogues_n;
    const struct words *done;
};

#endif
