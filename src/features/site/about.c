/* about.c — /toegankelijkheid, /privacy and /open-data: what everybody may know of this site. */
#include "features/site/accessibility.html.h"
#include "features/site/open_data.html.h"
#include "features/site/privacy.html.h"
#include "features/site/site.h"

static void name_page(struct request *req, struct response *res, const struct words *title,
                      const struct words *description)
{
    res->frame.title = words_in(title, req->lang);
    res->frame.description = words_in(description, req->lang);
}

static enum err accessibility(struct request *req, struct response *res)
{
    name_page(req, res, SAY("Toegankelijkheid"),
              SAY("Iedereen moet deze site kunnen gebruiken. Lees wat wij daarvoor doen."));
    accessibility_page(response_page(req, res), &res->frame);
    return OK;
}

static enum err privacy(struct request *req, struct response *res)
{
    name_page(req, res, SAY("Privacy: wat bewaren wij?"),
              SAY("Zo weinig mogelijk. Wie alleen leest, laat hier niets achter."));
    privacy_page(response_page(req, res), &res->frame);
    return OK;
}

static enum err open_data(struct request *req, struct response *res)
{
    struct open_data_view v = { 0 };
    TRY(open_data_dialogues(req->db, req->arena, lang_about(req->lang)->code, &v.dialogues,
                            &v.dialogues_n));
    name_page(req, res, SAY("Open data"),
              SAY("Wat op deze site voor iedereen te lezen is, ook als bestand."));
    open_data_page(response_page(req, res), &v);
    return OK;
}

const struct page site_accessibility = {
    .path = "/toegankelijkheid",
    .who = WHO_ANYONE,
    .handle = accessibility,
    .file = __FILE__,
};
const struct page site_privacy = {
    .path = "/privacy",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = privacy,
    .file = __FILE__,
};
const struct page site_open_data = {
    .path = "/open-data",
    .who = WHO_ANYONE,
    .handle = open_data,
    .file = __FILE__,
};
