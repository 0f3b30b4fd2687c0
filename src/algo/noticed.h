/* noticed.h — passages to look at before a text is shown: what may identify somebody, and what
 * may ask for help.
 *
 * Hints for a person who reads the text anyway, never a decision: nothing may be hidden, refused
 * or reported because of them alone. They miss things (a name in small letters, an address in
 * words, fear between the lines) and mark things that are harmless (a street with a name, a plate
 * that is none). "Nothing noticed" does not mean that nothing is there, and a screen should say so.
 * The test set beside it (noticed.test.c) holds sentences of our own making: what is measured
 * there says that the rules work, not how often they do in another city.
 *
 *   EMAIL     an address, also with (at)
 *   URL       http…, www…, name.nl and other common endings, @name
 *   PHONE     Dutch numbers with and without +31, 0800 and 0900; + or 00 and another country
 *   ADDRESS   a postcode, with the house number behind it; a street with a number
 *   IBAN      of known countries, with a right check; of Dutch ones the shape is enough
 *   BSN       nine digits that pass the test of eleven, or stand behind "bsn"
 *   PLATE     a Dutch licence plate
 *   BIRTH     a whole date up to 2012, or any behind "geboren" and its like
 *   NAME      behind "mevrouw", "buurman", "ik heet" and their like; a common first name; a
 *             capital inside a sentence that is no place, day or organisation known here
 *   LIFE      speaks of not wanting to live (in the Netherlands: 113)
 *   DANGER    violence, abuse, threats
 *   NEED      hunger, no home, "help mij"
 *
 * The last three are words in Dutch, English, Turkish and Arabic. Numbers are read in Western
 * digits. Names that are also words ("Roos", "Mark") count inside a sentence only.
 *
 * Text is UTF-8 without NUL; of anything else the part before the first offence is read.
 * Cost: some 400 ns per byte, in a straight line. Memory: arena, some 40 bytes per byte. */
#ifndef ALGO_NOTICED_H
#define ALGO_NOTICED_H

#include "base/base.h"

enum noticed {
    NOTICED_EMAIL,
    NOTICED_URL,
    NOTICED_PHONE,
    NOTICED_ADDRESS,
    NOTICED_IBAN,
    NOTICED_BSN,
    NOTICED_PLATE,
    NOTICED_BIRTH,
    NOTICED_NAME,
    NOTICED_LIFE,
    NOTICED_DANGER,
    NOTICED_NEED,
    NOTICED_KINDS
};

struct notice {
    size_t from, length; /* in bytes, on whole letters */
    enum noticed kind;
};
/* The passages of a text in the order in which they begin. Those up to NOTICED_NAME do not
 * overlap; the last three may lie over them and one another. Gives their number. */
size_t noticed(struct arena *a, struct str text, struct notice **found);

#endif
