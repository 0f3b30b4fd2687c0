/* error.c — the kind pages about what went wrong: what happened, and what the visitor can do. */
#include "web/response.h"

struct told {
    int status;
    const char *title[LANGS], *text[LANGS];
};
#define TOLD(number, title_nl, text_nl, title_en, text_en)                                     \
    {                                                                                          \
        (number), { (title_nl), (title_en) },                                                  \
        {                                                                                      \
            (text_nl), (text_en)                                                               \
        }                                                                                      \
    }

static const struct told *told_of(int status)
{
    // clang-format off
    static const struct told all[] = {
        TOLD(500, "Er ging iets mis",
             "Dat ligt aan ons, niet aan u. Probeer het over een paar minuten nog eens.",
             "Something went wrong",
             "It is our fault, not yours. Please try again in a few minutes."),
        TOLD(400, "Dit adres klopt niet",
             "Wij kunnen het adres niet lezen. Controleer het adres, of ga naar de beginpagina.",
             "This address is not right",
             "We cannot read the address. Check it, or go to the home page."),
        TOLD(403, "U mag dit niet bekijken",
             "Deze pagina is niet voor iedereen. Vraag de gemeente als u denkt dat u erbij moet kunnen.",
             "You may not see this",
             "This page is not for everyone. Ask the municipality if you think you should see it."),
        TOLD(404, "Deze pagina bestaat niet",
             "Misschien is het adres verkeerd getypt. Ga naar de beginpagina en zoek daar verder.",
             "This page does not exist",
             "The address may have been mistyped. Go to the home page and look from there."),
        TOLD(405, "Zo werkt deze pagina niet",
             "Ga terug naar de vorige pagina en probeer het vanaf daar.",
             "This page does not work that way",
             "Go back to the previous page and try from there."),
        TOLD(408, "Het duurde te lang",
             "De verbinding was te traag. Probeer het nog eens.",
             "It took too long",
             "The connection was too slow. Please try again."),
        TOLD(409, "Iemand was u net voor",
             "Ondertussen is dit veranderd. Ga terug, ververs de pagina en probeer het nog eens.",
             "Somebody was just ahead of you",
             "This has changed in the meantime. Go back, refresh the page and try again."),
        TOLD(410, "Deze pagina is weg",
             "Wat hier stond, is ingetrokken of gewist. Het komt niet terug.",
             "This page is gone",
             "What stood here was withdrawn or erased. It will not come back."),
        TOLD(413, "Dit is te veel in \u00e9\u00e9n keer",
             "Maak uw tekst of bestand kleiner en probeer het nog eens.",
             "This is too much at once",
             "Make your text or file smaller and try again."),
        TOLD(414, "Dit adres is te lang",
             "Zo'n lang adres kennen wij niet. Ga naar de beginpagina.",
             "This address is too long",
             "We have no address that long. Go to the home page."),
        TOLD(422, "Er klopt iets niet in het formulier",
             "Ga terug, kijk uw antwoorden na en probeer het nog eens.",
             "Something in the form is not right",
             "Go back, check your answers and try again."),
        TOLD(429, "Even wachten",
             "Er komen heel veel vragen van uw aansluiting. Wacht een minuut en probeer het nog eens.",
             "Please wait a moment",
             "Very many requests come from your connection. Wait a minute and try again."),
        TOLD(503, "Het is nu te druk",
             "Wacht een minuut en probeer het nog eens.",
             "It is too busy right now",
             "Wait a minute and try again."),
        TOLD(507, "Er is geen ruimte meer",
             "Wij kunnen nu niets bewaren. Bel of mail de gemeente, dan lossen wij het op.",
             "There is no room left",
             "We cannot keep anything right now. Call or mail the municipality and we will mend it."),
    };
    // clang-format on
    for (size_t i = 0; i < COUNT_OF(all); i++)
        if (all[i].status == status) return &all[i];
    return &all[0];
}

static void line(struct out *o, const char *before, struct str text, const char *behind)
{
    out_raw(o, str_of(before));
    out_text(o, text);
    out_raw(o, str_of(behind));
}

void response_error(struct request *req, struct response *res, int status)
{
    const struct told *told = told_of(status);
    const struct frame frame = res->frame;
    const unsigned allow = res->allow, retry_after = res->retry_after;
    response_start(req, res);
    res->frame.site = frame.site;
    res->frame.organisation = frame.organisation;
    res->frame.phone = frame.phone;
    res->frame.email = frame.email;
    res->frame.brand = frame.brand;
    res->frame.title = str_of(told->title[req->lang]);
    res->allow = allow;
    res->retry_after = retry_after;

    struct out *o = response_page(req, res);
    line(o, "<!doctype html>\n<html lang=\"", lang_about(req->lang)->code, "\">\n<head>\n");
    out_raw(o, STR("<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                   "content=\"width=device-width, initial-scale=1\">\n"));
    line(o, "<title>", res->frame.title, " \u2013 ");
    line(o, "", res->frame.site, "</title>\n</head>\n<body>\n<main>\n");
    line(o, "<h1>", res->frame.title, "</h1>\n");
    line(o, "<p>", str_of(told->text[req->lang]), "</p>\n");
    line(o, "<p><a href=\"", res->body.prefix.n ? res->body.prefix : STR("/"), "\">");
    line(o, "", req->lang == LANG_NL ? STR("Naar de beginpagina") : STR("To the home page"),
         "</a></p>\n</main>\n</body>\n</html>\n");
    res->status = status;
    res->no_store = true;
}
