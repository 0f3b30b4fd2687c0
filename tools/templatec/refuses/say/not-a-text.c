/* refuses: 3: SAY takes one text between quotes, as it stands */
#define SAY(dutch) (words_find(STR(dutch)))
const void *x = SAY(name);
