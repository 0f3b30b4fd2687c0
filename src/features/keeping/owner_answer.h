/* owner_answer.h — what an owner answers when asked how it goes. Kept as a number: append only. */
#ifndef FEATURES_KEEPING_OWNER_ANSWER_H
#define FEATURES_KEEPING_OWNER_ANSWER_H

enum owner_answer { OWNER_DONE, OWNER_UNDER_WAY, OWNER_LATER, OWNER_STOPPED, OWNER_ANSWERS };

#endif
