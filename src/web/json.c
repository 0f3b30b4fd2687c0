/* json.c — see json.h. */
#include "web/json.h"

#include <jansson.h>

#include "web/body.h"

void json_text(struct out *o, struct str text)
{
    size_t from = 0;
    out_raw(o, STR("\""));
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.s[i];
        char code[8];
        if (c >= ' ' && c != '"' && c != '\\' && c != '<' && c != 0x7F) continue;
        out_raw(o, (struct str){ text.s + from, i - from });
        from = i + 1;
        static const char digits[] = "0123456789abcdef";
        const char hex[] = { '\\', 'u', '0', '0', digits[c >> 4], digits[c & 15], 0 };
        for (size_t k = 0; k < sizeof hex; k++) code[k] = hex[k];
        out_raw(o, c == '"'    ? STR("\\\"")
                   : c == '\\' ? STR("\\\\")
                   : c == '\n' ? STR("\\n")
                               : str_of(code));
    }
    out_raw(o, str_from(text, from));
    out_raw(o, STR("\""));
}

static enum err one_pair(struct arena *a, const char *name, const json_t *value,
                         struct pair *to)
{
    to->name = arena_copy(a, str_of(name));
    if (json_is_string(value))
        to->value =
            arena_copy(a, (struct str){ json_string_value(value), json_string_length(value) });
    else if (json_is_integer(value))
        to->value = arena_format(a, "%lld", (long long)json_integer_value(value));
    else if (json_is_boolean(value))
        to->value = json_is_true(value) ? STR("true") : STR("false");
    else
        return FAIL(ERR_INPUT, "%s is no text, number or boolean", name);
    return OK;
}

enum err json_pairs(struct arena *a, struct str json, struct pairs *pairs)
{
    json_error_t why;
    json_t *all = json_loadb(json.n ? json.s : "", json.n, JSON_REJECT_DUPLICATES, &why);
    enum err e = json_is_object(all) ? OK : FAIL(ERR_INPUT, "no JSON object");
    const size_t n = json_object_size(all);
    if (e == OK && n > PAIRS_MOST) e = FAIL(ERR_INPUT, "more than %d values", PAIRS_MOST);
    if (e == OK) pairs->at = NEW(a, struct pair, n + 1);
    for (void *at = json_object_iter(all); e == OK && at; at = json_object_iter_next(all, at)) {
        const json_t *value = json_object_iter_value(at);
        if (json_is_null(value)) continue;
        e = one_pair(a, json_object_iter_key(at), value, &pairs->at[pairs->n]);
        pairs->n += e == OK;
    }
    json_decref(all);
    return e;
}
