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
