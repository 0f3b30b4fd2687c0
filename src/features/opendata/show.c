/* show.c — /:dialogue/open-data: every table as a file, and what is in its columns. */
#include "features/opendata/show.h"
#include "features/opendata/show.html.h"

#include <stdlib.h>

const struct words *open_type_words(enum open_type type)
{
    switch (type) {
    case OPEN_NAME: return SAY("naam");
    case OPEN_NUMBER: return SAY("getal");
    case OPEN_TEXT: return SAY("tekst");
    case OPEN_CODE: return SAY("code");
    case OPEN_DAY: return SAY("dag");
    case OPEN_CLOCK: return SAY("tijd");
    case OPEN_YES_NO: return SAY("ja of nee");
    case OPEN_URL: return SAY("adres");
    }
    abort();
}

static enum err files(struct request *req, const struct dialogue *d, struct open_table_view *v)
{
    int64_t parts;
    TRY(open_parts(req->db, &v->t, d->id, &parts));
    v->files = NEW(req->arena, struct open_file_view, (size_t)parts);
    for (int64_t part = 1; part <= parts; part++)
        v->files[v->files_n++] =
            (struct open_file_view){ .name = open_file(req->arena, &v->t, part),
                                     .first = parts > 1 ? (part - 1) * OPEN_PART + 1 : 0,
                                     .last = part * OPEN_PART };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct open_view *v = NEW(req->arena, struct open_view, 1);
    struct open_table all[OPEN_TABLES];

    TRY(dialogue_open(req, res, &v->d));
    v->licence = (struct url){ licence_url((int)v->d.licence) };
    open_tables(all);
    for (size_t i = 0; i < OPEN_TABLES; i++) {
        v->tables[i].t = all[i];
        TRY(files(req, &v->d, &v->tables[i]));
    }
    res->frame.title = words_in(SAY("Open data"), req->lang);
    res->frame.description =
        words_in(SAY("Alles wat iedereen mag lezen, als bestand."), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/open-data", v->d.slug), res->frame.title);
    open_page(response_page(req, res), v);
    return OK;
}

const struct page open_data_dialogue = {
    .path = "/:dialogue/open-data",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
