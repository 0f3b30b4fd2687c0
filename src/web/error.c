/* error.c — the kind pages about what went wrong: what happened, and what the visitor can do. */
#include "web/error.h"

#include "web/error.html.h"
#include "web/response.h"

static struct told told_of(int status)
{
    // clang-format off
    switch (status) {
    case 400: return (struct told){ SAY("Dit adres klopt niet"),
        SAY("Wij kunnen het adres niet lezen. Controleer het adres, of ga naar de beginpagina.") };
    case 403: return (struct told){ SAY("U mag dit niet bekijken"),
        SAY("Deze pagina is niet voor iedereen. Vraag het de gemeente als u denkt dat u erbij moet kunnen.") };
    case 404: return (struct told){ SAY("Deze pagina bestaat niet"),
        SAY("Misschien is het adres verkeerd getypt. Ga naar de beginpagina en zoek daar verder.") };
    case 405: return (struct told){ SAY("Zo werkt deze pagina niet"),
        SAY("Ga terug naar de vorige pagina en probeer het vanaf daar.") };
    case 408: return (struct told){ SAY("Het duurde te lang"),
        SAY("De verbinding was te traag. Probeer het nog eens.") };
    case 409: return (struct told){ SAY("Iemand was u net voor"),
        SAY("Ondertussen is dit veranderd. Ga terug, laad de pagina opnieuw en probeer het nog eens.") };
    case 410: return (struct told){ SAY("Deze pagina is weg"),
        SAY("Wat hier stond, is ingetrokken of gewist. Het komt niet terug.") };
    case 413: return (struct told){ SAY("Dit is te veel in één keer"),
        SAY("Maak uw tekst of bestand kleiner en probeer het nog eens.") };
    case 414: return (struct told){ SAY("Dit adres is te lang"),
        SAY("Zo’n lang adres kennen wij niet. Ga naar de beginpagina.") };
    case 422: return (struct told){ SAY("Er klopt iets niet in het formulier"),
        SAY("Ga terug, kijk uw antwoorden na en probeer het nog eens.") };
    case 429: return (struct told){ SAY("Wacht even"),
        SAY("Er komen heel veel verzoeken van uw aansluiting. Wacht een minuut en probeer het nog eens.") };
    case 503: return (struct told){ SAY("Het is nu te druk"),
        SAY("Wacht een minuut en probeer het nog eens.") };
    case 507: return (struct told){ SAY("Er is geen ruimte meer"),
        SAY("Wij kunnen nu niets bewaren. Bel of mail de gemeente, dan lossen wij het op.") };
    default: return (struct told){ SAY("Er ging iets mis"),
        SAY("Dat ligt aan ons, niet aan u. Probeer het over een paar minuten nog eens.") };
    }
    // clang-format on
}

void response_error(struct request *req, struct response *res, int status)
{
    const struct told told = told_of(status);
    const struct frame site = res->frame;
    const unsigned allow = res->allow, retry_after = res->retry_after;
    response_start(req, res);
    res->frame = site;
    res->frame.description = (struct str){ 0 };
    res->frame.self = (struct path){ STR("/") }; /* the other language starts at home */
    res->frame.title = words_in(told.title, req->lang);
    res->allow = allow;
    res->retry_after = retry_after;
    error_page(response_page(req, res), &told);
    res->status = status;
    res->no_store = true;
}
