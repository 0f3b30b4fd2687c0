/* tongues.c — the languages people here speak most. See review.h. */
#include "features/review/review.h"

static const struct {
    const char *code, *name;
} all[TONGUES] = {
    { "nl", "Nederlands" },   { "en", "English" }, { "tr", "Türkçe" },     { "ar", "العربية" },
    { "de", "Deutsch" },      { "es", "Español" }, { "fr", "Français" },   { "fa", "فارسی" },
    { "pap", "Papiamentu" },  { "pl", "Polski" },  { "pt", "Português" },  { "so", "Soomaali" },
    { "srn", "Sranantongo" }, { "ti", "ትግርኛ" },    { "uk", "Українська" }, { "zh", "中文" },
};

struct tongue tongue(int i)
{
    return (struct tongue){ str_of(all[i].code), str_of(all[i].name) };
}

struct str tongue_name(struct str code)
{
    for (int i = 0; i < TONGUES; i++)
        if (str_is(code, all[i].code)) return str_of(all[i].name);
    return code;
}
