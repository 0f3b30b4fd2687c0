/* terms.c — the terms of terms.h. */
#include "features/map/terms.h"

#include <stdlib.h>

struct term service_kind_term(int value)
{
    switch ((enum service_kind)value) {
    case SERVICE_SERVICE: return (struct term){ "service", SAY("Voorziening") };
    case SERVICE_INITIATIVE:
        return (struct term){ "initiative", SAY("Initiatief van bewoners") };
    case SERVICE_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term service_status_term(int value)
{
    switch ((enum service_status)value) {
    case SERVICE_ACTIVE: return (struct term){ "active", SAY("Actief") };
    case SERVICE_INACTIVE: return (struct term){ "inactive", SAY("Nu niet actief") };
    case SERVICE_DEFUNCT: return (struct term){ "defunct", SAY("Gestopt") };
    case SERVICE_TEMPORARILY_CLOSED:
        return (struct term){ "temporarily closed", SAY("Tijdelijk gesloten") };
    case SERVICE_STATUSES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term report_what_term(int value)
{
    switch ((enum report_what)value) {
    case REPORT_PHONE: return (struct term){ "telefoon", SAY("Het telefoonnummer klopt niet") };
    case REPORT_HOURS: return (struct term){ "tijden", SAY("De tijden kloppen niet") };
    case REPORT_PLACE: return (struct term){ "plek", SAY("Het adres klopt niet") };
    case REPORT_STOPPED: return (struct term){ "gestopt", SAY("Dit bestaat niet meer") };
    case REPORT_OTHER: return (struct term){ "anders", SAY("Iets anders") };
    case REPORT_WHATS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term entry_act_term(int value)
{
    switch ((enum entry_act)value) {
    case ENTRY_MADE: return (struct term){ "create", SAY("Gemaakt") };
    case ENTRY_CHANGED: return (struct term){ "update", SAY("Veranderd") };
    case ENTRY_CONFIRMED: return (struct term){ "assure", SAY("Bevestigd") };
    case ENTRY_ACTS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term entry_by_term(int value)
{
    switch ((enum entry_by)value) {
    case BY_TABLE: return (struct term){ "source", SAY("Uit een tabel") };
    case BY_TEAM: return (struct term){ "team", SAY("Het team") };
    case BY_STEWARD: return (struct term){ "steward", SAY("De wijkbeheerder") };
    case BY_OWNER: return (struct term){ "owner", SAY("De aanbieder zelf") };
    case BY_RESIDENT: return (struct term){ "resident", SAY("Voorgesteld door een bewoner") };
    case ENTRY_BYS: break;
    }
    abort(); /* the schema keeps such a value out */
}
