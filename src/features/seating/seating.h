/* seating.h — who sits where at a gathering: read from the data, proposed, and what it comes to.
 *
 * Where somebody sits is a row per round; without a row they have no seat yet, and a row without table says
 * that they are not there in that round. What is fixed stays when a proposal is made. The solver is
 * algo/seats.h; what it is given here are registrations that come (features/registration) and tables
 * with their seats (features/organise). None of it is public or in an export. */
#ifndef FEATURES_SEATING_SEATING_H
#define FEATURES_SEATING_SEATING_H

#include "algo/seats.h"
#include "features/organise/organise.h"
#include "features/seating/seating.sql.h"
#include "web/job.h"

/* Kept as a number. */
enum seating_weight { WEIGHT_NONE, WEIGHT_LITTLE, WEIGHT_USUAL, WEIGHT_MUCH, SEATING_WEIGHTS };

struct seating {
    struct seats seats; /* as the solver takes it; nothing locked */
    struct seating_plan_get_row plan;
    struct seating_people_row *people; /* in the order of seats.people */
    struct seating_tables_row *tables; /* in the order of seats.tables */
    size_t people_n, tables_n;
    int *seat;    /* [round * people_n + person], round from 0; a table or SEATS_NONE */
    bool *fixed;  /* the same order */
    bool refused; /* more rounds or people than can be reckoned with; the rest is left out */
};
/* Who comes and where they sit. Titles of themes in `lang`. Memory: arena. */
MUST_CHECK enum err seating_read(struct db *db, struct arena *a, int64_t gathering,
                                 struct str lang, struct seating *s);
/* Lets these weights count from now on; nothing is written. */
void seating_weigh(struct seating *s, const struct seating_plan_get_row *plan);
/* How a proposal is asked (job.h): for everybody around what is fixed, or only for who has no seat yet. */
enum seating_variant { SEATING_ALL, SEATING_OTHERS };
/* Reckons what the plan asks: seconds for thousands of people, so on the thread for long work. */
extern const struct job_work seating_work;
/* The person with that number on lists; SIZE_MAX when there is none. */
size_t seating_person(const struct seating *s, int64_t number);
/* People at a table. */
size_t seating_at(const struct seating *s, size_t table);

#endif
