/* followup.h — inviting all who took part in a gathering to the next: by mail with one button, the others by
 * a list to call and letters to hand over, and how many nobody can reach.
 *
 * Asked is only who said they want to be (`again` of their registration). Of who came without
 * registering nothing is known; the page says how many those may be. Thanked, once, is everybody who was
 * there and left an address: that mail belongs to the evening they registered for. */
#ifndef FEATURES_FOLLOWUP_FOLLOWUP_H
#define FEATURES_FOLLOWUP_FOLLOWUP_H

#include "features/followup/followup.sql.h"
#include "features/registration/registration.h"

struct followup_person {
    int64_t id, number;
    struct str name, email, phone, lang;
    bool undelivered; /* a mail to them could not be delivered */
};
/* Those who took part in a gathering: who came in, or, when nobody was checked in, who said they come. */
struct followup_people {
    struct followup_person *mail, *call,
        *letter;                    /* each who wants to be asked, in one of these */
    struct followup_person *thanks; /* everybody whom a mail reaches */
    size_t mail_n, call_n, letter_n, thanks_n;
    size_t took_part, unasked; /* unasked: do not want to be invited again */
    size_t
        undelivered; /* want to, and a mail to them could not be delivered; in call or letter */
};
struct followup_view {
    struct dialogue d;
    struct followup_gathering_row g;
    const struct form_state *form;
    struct followup_next_row *next;
    size_t next_n;
    struct followup_people people;
    int64_t unknown; /* came, as far as we know, without having registered */
    bool done, can_mail;
    int64_t sent;
    bool thanks_done, over; /* the evening was, or is today */
    int64_t thanked, to_thank;
    struct str organisation;
    struct path read_at;                   /* where what was said can be read */
    struct str read_address, next_address; /* that, and the first of `next`, to type over */
};

/* The page, before it is shown or acted on: dialogue, gathering, people. Fails: ERR_MISSING. */
MUST_CHECK enum err followup_open(struct request *req, struct response *res,
                                  struct followup_view *v);
/* Everybody, sorted by how they can be reached. */
MUST_CHECK enum err followup_people(struct db *db, struct arena *a, int64_t gathering,
                                    struct followup_people *people);

#endif
