/* json.c — see json.h. */
#include "web/json.h"

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
