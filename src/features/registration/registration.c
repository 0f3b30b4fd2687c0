/* registration.c — see registration.h. A value of an enum without a term does not compile (-Wswitch). */
#include "features/registration/registration.h"

#include "features/voices/voices.h"
#include "web/token.h"

#include <stdlib.h>

static struct term term(const char *code, const struct words *words)
{
    return (struct term){ code, words };
}

struct term age_group_term(int age)
{
    switch ((enum age_group)age) {
    case AGE_12_17: return term("12-17", SAY("12 tot en met 17 jaar"));
    case AGE_18_29: return term("18-29", SAY("18 tot en met 29 jaar"));
    case AGE_30_44: return term("30-44", SAY("30 tot en met 44 jaar"));
    case AGE_45_64: return term("45-64", SAY("45 tot en met 64 jaar"));
    case AGE_65_79: return term("65-79", SAY("65 tot en met 79 jaar"));
    case AGE_80_UP: return term("80", SAY("80 jaar of ouder"));
    case AGE_GROUPS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term comes_as_term(int as)
{
    switch ((enum comes_as)as) {
    case COMES_RESIDENT: return term("bewoner", SAY("Bewoner"));
    case COMES_VOLUNTEER: return term("vrijwilliger", SAY("Vrijwilliger"));
    case COMES_ORGANISATION: return term("organisatie", SAY("Van een organisatie"));
    case COMES_MUNICIPALITY: return term("gemeente", SAY("Van de gemeente"));
    case COMES_ASES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term registered_by_term(int by)
{
    switch ((enum registered_by)by) {
    case REGISTERED_WEB: return term("web", SAY("Zelf, op deze site"));
    case REGISTERED_DESK: return term("balie", SAY("Aan de balie"));
    case REGISTERED_PHONE: return term("telefoon", SAY("Per telefoon"));
    case REGISTERED_DOOR: return term("deur", SAY("Aan de deur"));
    case REGISTERED_BYS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term registration_state_term(int state)
{
    switch ((enum registration_state)state) {
    case REGISTRATION_COMES: return term("komt", SAY("Komt"));
    case REGISTRATION_WAITS: return term("wacht", SAY("Staat op de wachtlijst"));
    case REGISTRATION_CANCELLED: return term("afgemeld", SAY("Afgemeld"));
    case REGISTRATION_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct str registration_code(struct arena *a, struct str secret, int64_t registration)
{
    const struct str text = arena_format(a, "registration %lld", (long long)registration);
    return receipt_letters(a, hmac(a, secret, text));
}

struct path registration_path(struct arena *a, struct str dialogue, struct str code)
{
    return PATH(a, "/{}/aanmelding/{}", dialogue, code_slug(a, code));
}

struct str registration_link(struct arena *a, struct str site, struct str dialogue,
                             struct str code)
{
    return arena_join(a, site, registration_path(a, dialogue, code).text);
}
