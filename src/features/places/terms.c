/* terms.c — the terms of terms.h. */
#include "features/places/terms.h"

#include <stdlib.h>

struct term space_kind_term(int value)
{
    switch ((enum space_kind)value) {
    case SPACE_HALL: return (struct term){ "hall", SAY("Zaal") };
    case SPACE_ROOM: return (struct term){ "room", SAY("Kamer om te overleggen") };
    case SPACE_KITCHEN: return (struct term){ "kitchen", SAY("Keuken") };
    case SPACE_WORKSHOP: return (struct term){ "workshop", SAY("Werkplaats") };
    case SPACE_GYM: return (struct term){ "gym", SAY("Sportzaal") };
    case SPACE_GARDEN: return (struct term){ "garden", SAY("Tuin") };
    case SPACE_COURTYARD: return (struct term){ "courtyard", SAY("Binnenplaats") };
    case SPACE_PARK: return (struct term){ "park", SAY("Park") };
    case SPACE_PITCH: return (struct term){ "pitch", SAY("Sportveld") };
    case SPACE_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term space_entry_term(int value)
{
    switch ((enum space_entry)value) {
    case ENTRY_STAFF: return (struct term){ "staff", SAY("Iemand doet voor u open.") };
    case ENTRY_CODE: return (struct term){ "code", SAY("U krijgt een code voor de deur.") };
    case ENTRY_KEY: return (struct term){ "key", SAY("U haalt een sleutel op.") };
    case ENTRY_OPEN: return (struct term){ "open", SAY("U loopt zo naar binnen.") };
    case SPACE_ENTRIES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term repeats_term(int value)
{
    switch ((enum repeats)value) {
    case REPEATS_ONCE: return (struct term){ "once", SAY("Eén keer") };
    case REPEATS_WEEKLY: return (struct term){ "weekly", SAY("Elke week") };
    case REPEATS_TWO_WEEKS: return (struct term){ "two-weeks", SAY("Om de week") };
    case REPEATS_MONTHLY: return (struct term){ "monthly", SAY("Elke maand") };
    case REPEATS_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term request_state_term(int value)
{
    switch ((enum request_state)value) {
    case REQUEST_UNCONFIRMED:
        return (struct term){ "unconfirmed", SAY("Wacht op uw bevestiging") };
    case REQUEST_WAITS: return (struct term){ "waits", SAY("Wacht op antwoord") };
    case REQUEST_ACCEPTED: return (struct term){ "accepted", SAY("Het mag") };
    case REQUEST_REFUSED: return (struct term){ "refused", SAY("Het kan niet") };
    case REQUEST_CANCELLED: return (struct term){ "cancelled", SAY("Afgezegd") };
    case REQUEST_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term date_state_term(int value)
{
    switch ((enum date_state)value) {
    case DATE_ASKED: return (struct term){ "asked", SAY("Gevraagd") };
    case DATE_TAKEN: return (struct term){ "taken", SAY("Voor u") };
    case DATE_CLASH: return (struct term){ "clash", SAY("Een ander was eerder") };
    case DATE_REFUSED: return (struct term){ "refused", SAY("Kan niet") };
    case DATE_CANCELLED: return (struct term){ "cancelled", SAY("Afgezegd") };
    case DATE_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}
