/* image.h — what `dialoog-image` and whoever starts it say to each other.
 *
 * The picture goes in on descriptor 0 until its end; out on descriptor 1 come an image_answer and the
 * two encodings. When it cannot, nothing comes out and the exit code says why. */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include <stdint.h>

enum {
    IMAGE_BYTES_MOST = 20 * 1024 * 1024,
    IMAGE_PIXELS_MOST = 40 * 1000 * 1000,
    IMAGE_SIDE_MOST = 30 * 1000,
    IMAGE_LARGE = 1600, /* pixels wide, at most */
    IMAGE_SMALL = 640,
};

enum image_exit {
    IMAGE_DONE = 0,
    IMAGE_WALLS = 64, /* the walls could not be put up */
    IMAGE_TOO_MUCH,   /* bytes or pixels */
    IMAGE_NO_PICTURE, /* not a JPEG, PNG or WebP */
    IMAGE_BROKEN,     /* begins like one, but cannot be decoded whole */
};

enum image_type { IMAGE_JPEG, IMAGE_PNG };
struct image_answer {
    uint32_t type, width, height; /* of the large one */
    uint32_t large, small;        /* bytes of each; small is 0 when it is the large one */
};

#endif
