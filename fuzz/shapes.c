/* shapes.c — fuzzes the reader of GeoJSON: any bytes give neighbourhoods or a fault, and what was read can be
 * kept, read back and asked whether a point lies in it. */
#include "features/map/shapes.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena a = { 0 };
    struct shape *shapes;
    size_t many = 0;
    if (shapes_parse(&a, (struct str){ (const char *)data, n }, &shapes, &many) == SHAPES_RIGHT)
        for (size_t i = 0; i < many; i++) {
            struct str bytes = shape_bytes(&a, &shapes[i]);
            struct shape_ring ring;
            size_t rings = 0;
            (void)shape_holds(bytes, &a, 52370000, 5210000);
            while (shape_next(&bytes, &a, &ring)) rings++;
            if (rings != shapes[i].rings_n || bytes.n) abort();
        }
    struct str raw = { (const char *)data, n };
    (void)shape_holds(raw, &a, 1, 1);
    arena_end(&a);
    return 0;
}
