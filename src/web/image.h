/* image.h — has the image program look at a picture; nothing in this process ever decodes one. */
#ifndef WEB_IMAGE_H
#define WEB_IMAGE_H

#include "base/base.h"
#include "image/image.h"

struct made_image {  /* what the image program made of a picture */
    struct str hash; /* its address */
    int64_t id;      /* for who keeps it in the data; 0: not there yet */
    struct str type, bytes, small;
    int64_t width, height;
};

/* First 40 hexadecimals of the SHA-256: the address of an image. */
struct str image_hash(struct arena *a, struct str bytes);

/* Starts `program` (NULL: dialoog-image beside this program) for one picture. OK and `why` IMAGE_DONE
 * with the result in the arena; OK and another `why` when the picture is not right (IMAGE_BROKEN also
 * when the program was killed or took more than 20 s); ERR_BROKEN when it could not be started. */
MUST_CHECK enum err image_convert(const char *program, struct str picture, struct arena *a,
                                  struct made_image *made, enum image_exit *why);

#endif
