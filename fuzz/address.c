/* address — whatever is sent as address, Accept-Language, If-None-Match or forwarded address: read
 * or refused, and what was read can be written and read again. */
#include <stdlib.h>

#include "web/address.h"
#include "web/head.h"
#include "web/limiter.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena a = { 0 };
    const struct str raw = arena_copy(&a, (struct str){ (const char *)bytes, n });
    struct address address, again;
    uint64_t client;
    if (address_read(&a, raw, &address) == OK) {
        if (!str_utf8(address.path) || address.path.s[0] != '/') abort();
        if (str_find(address.path, STR("/../")) != SIZE_MAX) abort();
        const struct str text = address_text(&a, &address);
        for (size_t i = 0; i < text.n; i++)
            if (text.s[i] <= ' ' || text.s[i] >= 0x7F) abort();
        if (text.n > 1 && (text.s[1] == '/' || text.s[1] == '\\')) abort();
        if (text.n <= ADDRESS_MOST) {
            if (address_read(&a, text, &again) != OK) abort();
            if (!str_eq(again.path, address.path) || again.query_n != address.query_n ||
                again.lang != address.lang || again.untidy)
                abort();
        }
    }
    if (lang_accepted(raw) >= LANGS) abort();
    coding_accepted(raw, STR("gzip"));
    etag_listed(raw, STR("\"x\""));
    client_read(last_hop(raw), &client);
    arena_end(&a);
    return 0;
}
