/* handed.c — see handed.h. */
#include "web/handed.h"

#include <stdlib.h>

#include "base/bytes.h"

bool mark_read(struct arena *a, struct str text, struct str *bytes)
{
    char hex[2 * MARK_BYTES];
    size_t n = 0;
    if (text.n != MARK_TEXT) return false;
    for (size_t i = 0; i < MARK_TEXT; i++) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text.s[i] == '-')) return false;
        if (!dash) hex[n++] = text.s[i];
    }
    return hex_read(a, (struct str){ hex, n }, bytes);
}

struct str mark_write(struct arena *a, struct str bytes)
{
    const struct str hex = hex_write(a, bytes);
    return arena_format(a, "%.8s-%.4s-%.4s-%.4s-%.12s", hex.s, hex.s + 8, hex.s + 12,
                        hex.s + 16, hex.s + 20);
}

void handed_put(json_t *to, const char *name, json_t *value)
{
    if (!value || json_object_set_new(to, name, value)) abort(); /* without memory */
}

void handed_add(json_t *list, json_t *value)
{
    if (!value || json_array_append_new(list, value)) abort();
}

enum err handed_read(struct str text, size_t most, struct handed *h)
{
    *h = (struct handed){ 0 };
    if (!text.n) text = STR("[]");
    h->rows = json_loadb(text.s, text.n, JSON_REJECT_DUPLICATES, NULL);
    if (!json_is_array(h->rows) || json_array_size(h->rows) > most) {
        handed_end(h);
        return FAIL(ERR_INPUT, "rows that cannot be read");
    }
    h->said = json_object();
    h->done = json_array();
    h->refused = json_object();
    if (!h->said) abort();
    handed_put(h->said, "klaar", h->done);
    handed_put(h->said, "niet", h->refused);
    return OK;
}

size_t handed_n(const struct handed *h)
{
    return json_array_size(h->rows);
}

const json_t *handed_row(const struct handed *h, size_t i)
{
    return json_array_get(h->rows, i);
}

struct str handed_text(struct arena *a, const json_t *row, const char *name)
{
    const json_t *x = json_object_get(row, name);
    if (!json_is_string(x)) return STR("");
    return arena_copy(a, (struct str){ json_string_value(x), json_string_length(x) });
}

int64_t handed_number(const json_t *row, const char *name, int64_t most)
{
    const json_t *x = json_object_get(row, name);
    const int64_t n = json_is_integer(x) ? (int64_t)json_integer_value(x) : 0;
    return n < 0 || n > most ? 0 : n;
}

void handed_answer(struct handed *h, const json_t *row, const char *why)
{
    const json_t *id = json_object_get(row, "id");
    if (!json_is_string(id)) return; /* nobody waits for an answer about it */
    const char *mark = json_string_value(id);
    const size_t n = json_string_length(id);
    if (!why)
        handed_add(h->done, json_stringn(mark, n));
    else if (json_object_setn_new(h->refused, mark, n, json_string(why)))
        abort();
}

void json_answer(struct response *res, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT);
    if (!text) abort();
    res->content = CONTENT_JSON;
    out_raw(&res->body, str_of(text));
    free(text);
}

void handed_end(struct handed *h)
{
    json_decref(h->rows);
    json_decref(h->said); /* with what was put in it */
    *h = (struct handed){ 0 };
}
