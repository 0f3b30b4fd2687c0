/* send.h — who gets the points of an evening by mail, and the mails. */
#ifndef FEATURES_MEMBERCHECK_SEND_H
#define FEATURES_MEMBERCHECK_SEND_H

#include "features/membercheck/membercheck.h"

struct check_person { /* with the tables where they were */
    bool colleague;
    int64_t id; /* of the person or the registration */
    struct str name, email, lang;
    struct check_seat {
        int64_t number;
        enum membercheck_who who;
    } * tables;
    size_t tables_n;
};
struct check_reach {
    struct check_person *people;
    size_t people_n;
    int64_t crew, guests;
};
/* Everybody who led, noted or took part and can be mailed. */
MUST_CHECK enum err check_reach(struct db *db, struct arena *a, int64_t gathering,
                                struct check_reach *reach);
/* The card of a table opens its points from now on; again does nothing. */
MUST_CHECK enum err check_card(struct tx *tx, struct request *req, int64_t gathering,
                               int64_t number);
/* A mail to each who has no link yet. `sent`: how many. */
MUST_CHECK enum err check_send(struct tx *tx, struct request *req,
                               const struct check_desk_view *v, struct day until,
                               int64_t *sent);

#endif
