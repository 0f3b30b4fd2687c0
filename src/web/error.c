/* error.c — the kind pages about what went wrong: what happened, and what the visitor can do. */
#include "web/error.h"

#include "web/error.html.h"
#include "web/json.h"
#include "web/response.h"

static struct told told_of(int status)
{
    // clang-format off
    switch (status) {
    case 400: return (struct told){ .title = SAY("Dit adres klopt niet"),
        .text = SAY("Wij kunnen het adres niet lezen. Controleer het adres, of ga naar de beginpagina.") };
    case 403: return (struct told){ .title = SAY("U mag dit niet bekijken"),
        .text = SAY("Deze pagina is niet voor iedereen. Was u ingelogd? Log dan opnieuw in en probeer het nog eens.") };
    case 404: return (struct told){ .title = SAY("Deze pagina bestaat niet"),
        .text = SAY("Misschien is het adres verkeerd getypt. Ga naar de beginpagina en zoek daar verder.") };
    case 405: return (struct told){ .title = SAY("Zo werkt deze pagina niet"),
        .text = SAY("Ga terug naar de vorige pagina en probeer het vanaf daar.") };
    case 408: return (struct told){ .title = SAY("Het duurde te lang"),
        .text = SAY("De verbinding was te traag. Probeer het nog eens.") };
    case 409: return (struct told){ .title = SAY("Iemand was u net voor"),
        .text = SAY("Ondertussen is dit veranderd. Ga terug, laad de pagina opnieuw en probeer het nog eens.") };
    case 410: return (struct told){ .title = SAY("Deze pagina is weg"),
        .text = SAY("Wat hier stond, is ingetrokken of gewist. Het komt niet terug.") };
    case 413: return (struct told){ .title = SAY("Dit is te veel in één keer"),
        .text = SAY("Maak uw tekst of bestand kleiner en probeer het nog eens.") };
    case 414: return (struct told){ .title = SAY("Dit adres is te lang"),
        .text = SAY("Zo’n lang adres kennen wij niet. Ga naar de beginpagina.") };
    case 422: return (struct told){ .title = SAY("Er klopt iets niet in het formulier"),
        .text = SAY("Ga terug, kijk uw antwoorden na en probeer het nog eens.") };
    case 429: return (struct told){ .title = SAY("Wacht even"),
        .text = SAY("Er komen heel veel verzoeken van uw aansluiting. Wacht een minuut en probeer het nog eens.") };
    case 503: return (struct told){ .title = SAY("Het is nu te druk"),
        .text = SAY("Wacht een minuut en probeer het nog eens.") };
    case 507: return (struct told){ .title = SAY("Er is geen ruimte meer"),
        .text = SAY("Wij kunnen nu niets bewaren. Bel of mail de gemeente, dan lossen wij het op.") };
    default: return (struct told){ .title = SAY("Er ging iets mis"),
        .text = SAY("Dat ligt aan ons, niet aan u. Probeer het over een paar minuten nog eens.") };
    }
    // clang-format on
}

/* What has to be mended, of a form that stands on no page of its own to show it. */
static void say_wrong(struct request *req, struct told *told)
{
    const struct form_state *f = req->form;
    if (!f || !f->bad) return;
    told->wrong = NEW(req->arena, struct str, f->form->fields_n + 1);
    if (f->wrong.n) told->wrong[told->wrong_n++] = f->wrong;
    for (size_t i = 0; i < f->form->fields_n; i++)
        if (f->problem[i].n) told->wrong[told->wrong_n++] = f->problem[i];
}

/* What was typed over several lines: nobody should have to write it again. */
static void keep_texts(struct request *req, struct told *told)
{
    const struct form_state *f = req->form;
    if (!f || !f->sent) return;
    told->kept = NEW(req->arena, struct str, f->form->fields_n + 1);
    for (size_t i = 0; i < f->form->fields_n; i++)
        if (f->form->fields[i].kind == FIELD_TEXT_KIND && f->typed[i].n)
            told->kept[told->kept_n++] = f->typed[i];
}

/* What a program's maker can do about it. */
static struct str advice(struct request *req, const struct response *res, int status,
                         const struct told *told)
{
    if (res->told.n) return res->told;
    const struct words *w =
        status == 400 || status == 404 || status == 414
            ? SAY("Kijk in de beschrijving van deze API welke adressen en namen er zijn.")
        : status == 405 ? SAY("Gebruik GET of POST.")
                        : told->text;
    return words_in(w, req->lang);
}

void response_problem(struct request *req, struct response *res, int status)
{
    const struct told told = told_of(status);
    const struct str detail = advice(req, res, status, &told);
    const unsigned allow = res->allow, retry_after = res->retry_after;
    response_start(req, res);
    struct out *o = &res->body;
    out_raw(o, STR("{\"type\":\"about:blank\",\"title\":"));
    json_text(o, words_in(told.title, req->lang));
    out_raw(o, STR(",\"status\":"));
    out_digits(o, status);
    out_raw(o, STR(",\"detail\":"));
    json_text(o, detail);
    out_raw(o, STR("}\n"));
    res->content = CONTENT_PROBLEM;
    res->status = status;
    res->allow = allow;
    res->retry_after = retry_after;
    res->open = res->no_store = res->noindex = true;
}

void response_error(struct request *req, struct response *res, int status)
{
    struct told told = told_of(status);
    if (status == 422) say_wrong(req, &told);
    keep_texts(req, &told);
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
