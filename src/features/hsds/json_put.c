/* json_put.c — JSON piece by piece. See object.h. */
#include "features/hsds/object.h"
#include "web/json.h"

/* What stands behind an opening bracket, a colon or a line end needs no comma. */
static void comma(struct out *o)
{
    const char last = o->n ? o->s[o->n - 1] : '\n';
    if (last != '{' && last != '[' && last != ':' && last != '\n') out_raw(o, STR(","));
}
static void name_of(struct out *o, const char *name)
{
    comma(o);
    if (!name) return;
    json_text(o, str_of(name));
    out_raw(o, STR(":"));
}

void json_open(struct out *o, const char *name, char bracket)
{
    name_of(o, name);
    if (bracket) out_raw(o, (struct str){ &bracket, 1 });
}
void json_close(struct out *o, char bracket)
{
    out_raw(o, (struct str){ &bracket, 1 });
}
void json_put(struct out *o, const char *name, struct str text)
{
    name_of(o, name);
    json_text(o, text);
}
void json_put_some(struct out *o, const char *name, struct str text)
{
    if (text.n) json_put(o, name, text);
}
void json_put_number(struct out *o, const char *name, struct str digits)
{
    name_of(o, name);
    out_raw(o, digits);
}
void json_put_bool(struct out *o, const char *name, bool yes)
{
    name_of(o, name);
    out_raw(o, yes ? STR("true") : STR("false"));
}
