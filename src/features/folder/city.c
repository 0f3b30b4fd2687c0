/* city.c — `dialoog generate`. */
#include "features/folder/folder.h"

int folder_generate(struct store *st, const struct city *city, const struct folder_talk *talk)
{
    (void)st, (void)city, (void)talk;
    return FOLDER_CANNOT;
}
