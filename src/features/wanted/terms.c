/* terms.c — the terms of terms.h. */
#include "features/wanted/terms.h"

#include <stdlib.h>

struct term wanted_kind_term(int value)
{
    switch ((enum wanted_kind)value) {
    case WANTED_NEED: return (struct term){ "vraag", SAY("Dit is nodig") };
    case WANTED_OFFER: return (struct term){ "aanbod", SAY("Dit wil iemand doen") };
    case WANTED_PULLER: return (struct term){ "trekker", SAY("Trekker in de wijk") };
    case WANTED_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term wanted_who_term(int value)
{
    switch ((enum wanted_who)value) {
    case WANTED_RESIDENT: return (struct term){ "bewoner", SAY("Iemand uit de buurt") };
    case WANTED_INITIATIVE:
        return (struct term){ "initiatief", SAY("Een initiatief van bewoners") };
    case WANTED_ORGANISATION: return (struct term){ "organisatie", SAY("Een organisatie") };
    case WANTED_WHOS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term wanted_state_term(int value)
{
    switch ((enum wanted_state)value) {
    case WANTED_UNCONFIRMED:
        return (struct term){ "unconfirmed", SAY("Wacht op uw bevestiging") };
    case WANTED_WAITS: return (struct term){ "waits", SAY("Het team leest het nog") };
    case WANTED_SHOWN: return (struct term){ "shown", SAY("Iedereen ziet het") };
    case WANTED_REFUSED: return (struct term){ "refused", SAY("Wordt niet getoond") };
    case WANTED_FOUND: return (struct term){ "found", SAY("Gevonden") };
    case WANTED_STOPPED: return (struct term){ "stopped", SAY("Gestopt") };
    case WANTED_ENDED: return (struct term){ "ended", SAY("Vanzelf geëindigd") };
    case WANTED_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}
