/* image.h — has the image program look at a picture; nothing in this process ever decodes one. */
#ifndef FEATURES_FOLDER_IMAGE_H
#define FEATURES_FOLDER_IMAGE_H

#include "features/folder/rows.h"
#include "image/image.h"

/* First 40 hexadecimals of the SHA-256: the address of an image. */
struct str image_hash(struct arena *a, struct str bytes);

/* Starts `program` (NULL: dialoog-image beside this program) for one picture. OK and `why` IMAGE_DONE
 * with the result in the arena; OK and another `why` when the picture is not right (IMAGE_BROKEN also
 * when the program was killed or took more than 20 s); ERR_BROKEN when it could not be started. */
MUST_CHECK enum err image_convert(const char *program, struct str picture, struct arena *a,
                                  struct made_image *made, enum image_exit *why);

#endif
