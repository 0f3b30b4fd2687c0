/* contribute.c — what the three ways to tell something have in common. See contribute.h. */
#include "features/contribute/contribute.h"

#include <string.h>

const struct words *choose_what_may(void)
{
    return SAY("Kies wat wij met uw inbreng mogen doen.");
}

static const struct tongue tongues[] = {
    { "nl", "Nederlands" }, { "en", "English" },  { "tr", "Türkçe" },   { "ar", "العربية" },
    { "de", "Deutsch" },    { "es", "Español" },  { "fr", "Français" }, { "pap", "Papiamentu" },
    { "pl", "Polski" },     { "so", "Soomaali" }, { "ti", "ትግርኛ" },     { "uk", "Українська" },
};

/* The language of the page, as content in it is marked: simple Dutch is Dutch. */
static struct str page_tongue(enum lang lang)
{
    return lang == LANG_NL_SIMPLE ? STR("nl") : lang_about(lang)->code;
}

enum err contribute_open(struct request *req, struct response *res, const struct words *title,
                         const struct words *lead, struct contribute_view *v)
{
    const struct str lang = page_tongue(req->lang);
    *v = (struct contribute_view){ .title = title,
                                   .lead = lead,
                                   .f = req->form,
                                   .tongues = tongues,
                                   .tongues_n = COUNT_OF(tongues) };
    TRY(dialogue_open(req, res, &v->d));
    TRY(listening_now(req, v->d.id, &v->listening));
    TRY(contribute_themes(req->db, req->arena, v->d.id, v->d.own, lang, &v->themes,
                          &v->themes_n));
    TRY(contribute_neighbourhoods(req->db, req->arena, v->d.id, &v->hoods, &v->hoods_n));
    v->phone = res->frame.phone;
    form_fill(req, "taal", lang);
    for (size_t i = 0; i < v->themes_n; i++)
        if (str_eq(v->themes[i].slug, req->query[0]) && req->query[0].n)
            form_fill_number(req, "thema", v->themes[i].id);
    res->frame.title = words_in(title, req->lang);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    return OK;
}

/* ---- what was sent ---- */

/* Chosen from the list, else that of the page; Arabic letters are not Dutch whatever was chosen. */
static struct str tongue_of(struct request *req, struct str chosen, struct str text)
{
    size_t arabic = 0, all = 0;
    struct str rest = text, lang = STR("und");
    for (uint32_t c = str_codepoint(&rest); c; c = str_codepoint(&rest)) {
        all += c > ' ';
        arabic += (c >= 0x600 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F);
    }
    if (!chosen.n) chosen = page_tongue(req->lang);
    for (size_t i = 0; i < COUNT_OF(tongues); i++)
        if (str_is(chosen, tongues[i].code)) lang = chosen;
    return arabic * 2 > all ? STR("ar") : lang;
}

static enum err check_places(struct tx *tx, struct request *req, int64_t dialogue,
                             const struct given *g)
{
    int64_t there = 1;
    if (g->theme) TRY(contribute_has_theme(tx->db, dialogue, g->theme, &there));
    if (!there) form_wrong(req, "thema", SAY("Dit thema is er niet meer. Kies een ander."));
    there = 1;
    if (g->neighbourhood)
        TRY(contribute_has_neighbourhood(tx->db, dialogue, g->neighbourhood, &there));
    if (!there) form_wrong(req, "wijk", SAY("Deze wijk is er niet meer. Kies een andere."));
    return OK;
}

enum err contribute_foresee(struct request *req)
{
    const struct given *g = form_values(req);
    struct foreseen *made = NEW(req->arena, struct foreseen, 1);
    *made = voice_foresee(req, 0, (struct str){ 0 }, g->text);
    req->prepared = made;
    return OK;
}

enum err contribute_receive(struct tx *tx, struct request *req, struct received *in,
                            struct receipt *receipt)
{
    const struct given *g = form_values(req);
    struct listening listening;

    TRY(dialogue_named(req, &in->dialogue, &in->own));
    TRY(listening_now(req, in->dialogue, &listening));
    if (!listening.open)
        form_wrong(
            req, NULL,
            SAY("Meepraten kan nu niet meer. Bel of mail ons als u nog iets wilt zeggen."));
    if (g->young && !g->parent)
        form_wrong(req, "ouder",
                   SAY("Vraag eerst of een ouder of voogd het goed vindt. Kruis het dan aan."));
    TRY(check_places(tx, req, in->dialogue, g));
    TRY(form_checked(req));
    in->lang = tongue_of(req, g->lang, in->body);
    in->theme = g->theme;
    in->neighbourhood = g->neighbourhood;
    in->consent = (enum consent)g->may;
    in->young = g->young;
    return voice_receive(tx, req, in, receipt);
}

enum err contribute_keep(struct tx *tx, struct request *req, struct response *res,
                         struct received *in)
{
    struct receipt receipt;
    in->foreseen = req->prepared;
    TRY(contribute_receive(tx, req, in, &receipt));
    return response_redirect(res, receipt_path(req->arena, receipt.code));
}

/* ---- sound ---- */

struct str sound_type(struct str b)
{
    static const struct {
        size_t at;
        const char *sign, *type;
    } signs[] = {
        { 0, "\x1A\x45\xDF\xA3", "audio/webm" },
        { 0, "OggS", "audio/ogg" },
        { 4, "ftyp", "audio/mp4" },
        { 8, "WAVE", "audio/wav" },
        { 0, "ID3", "audio/mpeg" },
        { 0, "\xFF\xFB", "audio/mpeg" },
        { 0, "\xFF\xF3", "audio/mpeg" },
        { 0, "\xFF\xF1", "audio/aac" },
        { 0, "#!AMR", "audio/amr" },
    };
    for (size_t i = 0; b.n >= 64 && i < COUNT_OF(signs); i++)
        if (str_starts(str_from(b, signs[i].at), str_of(signs[i].sign)))
            return str_of(signs[i].type);
    return (struct str){ 0 };
}
