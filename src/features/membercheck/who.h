/* who.h — as what somebody answers about the points of a table. */
#ifndef FEATURES_MEMBERCHECK_WHO_H
#define FEATURES_MEMBERCHECK_WHO_H

enum membercheck_who { /* kept as a number: append only */
                       MEMBERCHECK_HOST,
                       MEMBERCHECK_NOTER,
                       MEMBERCHECK_GUEST,
                       MEMBERCHECK_CARD, /* whoever has the card of the table */
                       MEMBERCHECK_WHOS
};

#endif
