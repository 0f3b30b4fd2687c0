/* verdict_answer.h — does somebody notice it? Kept as a number: append only. */
#ifndef FEATURES_VERDICT_VERDICT_ANSWER_H
#define FEATURES_VERDICT_VERDICT_ANSWER_H

enum verdict_answer { VERDICT_YES, VERDICT_PARTLY, VERDICT_NO, VERDICT_ANSWERS };

#endif
