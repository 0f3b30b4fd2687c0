/* give.c — /:dialogue/toezegging/#commitment/merkt and …/merkt/:code: do you notice it? Looking does nothing; the
 * button answers, for the one deed that was chosen. */
#include "features/verdict/verdict.h"

#include "features/verdict/give.html.h"
#include "features/voices/voices.h"

struct giving {
    struct str code, why;
    int64_t deed;
    int answer, may;
    bool young, parent;
};
static const struct words *choose(void)
{
    return SAY("Kies of u het merkt.");
}
static const struct field fields[] = {
    FIELD_LINE(struct giving, code, "code", .most = 40),
    FIELD_NUMBER(struct giving, deed, "daad"),
    FIELD_CHOICE(struct giving, answer, "merkt", "yes partly no", .required = true,
                 .missing = choose),
    FIELD_TEXT(struct giving, why, "waarom", .most = 4000),
    FIELD_CHOICE(struct giving, may, "mag", "openbaar team"),
    FIELD_TICK(struct giving, young, "jong"),
    FIELD_TICK(struct giving, parent, "ouder"),
};
static const struct form form = FORM(struct giving, fields);

static enum err find(struct request *req, const struct dialogue *d, struct verdict_view *v)
{
    bool found;
    const struct str lang = lang_about(req->lang)->code;
    v->form = req->form;
    v->number = req->param[1].number;
    v->code = req->param[2].text;
    v->self = (struct path){ req->path };
    TRY(listening_now(req, d->id, &v->listening));
    TRY(verdict_promise(req->db, req->arena, d->id, v->number, d->own, lang, &v->p, &found));
    if (!found) return FAIL(ERR_MISSING, "no commitment %lld", (long long)v->number);
    return verdict_deeds(req->db, req->arena, v->p.id, d->own, lang, &v->deeds, &v->deeds_n);
}

static enum err handle(struct request *req, struct response *res)
{
    struct verdict_view v = { 0 };
    struct giver giver;
    int64_t asked;
    TRY(dialogue_open(req, res, &v.d));
    TRY(find(req, &v.d, &v));
    TRY(verdict_whys(req->db, req->arena, v.p.id, &v.whys, &v.whys_n));
    if (str_is(req->query[0], "ja")) v.done = SAY("Dank u. Uw antwoord telt mee.");
    if (str_is(req->query[0], "zonder"))
        v.done =
            SAY("Dank u. Uw antwoord telt mee. Meepraten kan nu niet meer, dus wat u erbij "
                "schreef bewaren wij niet.");
    if (v.code.n) {
        TRY(giver_find(req, &v.p, v.d.id, v.code, &giver));
        v.unknown = !giver.known;
        res->no_store = true;
        res->noindex = true;
    }
    if (str_number(req->query[1], INT64_MAX, &asked))
        form_fill_number(req, "daad", asked);
    else if (v.deeds_n)
        form_fill_number(req, "daad", v.deeds[0].number);
    res->frame.title = words_in(SAY("Merkt u het?"), req->lang);
    res->frame.description =
        words_in(SAY("Wie iets aankaartte, zegt hier of er iets is veranderd."), req->lang);
    dialogue_crumb(res,
                   PATH(req->arena, "/{}/toezegging/{}", v.d.slug,
                        number_text(req->arena, true, v.number)),
                   v.p.title);
    dialogue_crumb(res, v.self, res->frame.title);
    verdict_give_page(response_page(req, res), &v);
    return OK;
}

/* ---- what is sent ---- */

/* The deed with this number; 0 is all that was promised. */
static bool deed_known(const struct verdict_view *v, int64_t number, int64_t *id)
{
    *id = 0;
    for (size_t i = 0; i < v->deeds_n; i++)
        if (v->deeds[i].number == number) *id = v->deeds[i].id;
    return !number || *id;
}

static enum err keep_why(struct tx *tx, struct request *req, const struct dialogue *d,
                         const struct verdict_view *v, const struct giving *f,
                         struct receipt *receipt)
{
    return voice_receive(tx, req,
                         &(struct received){
                             .dialogue = d->id,
                             .own = d->own,
                             .lang = lang_about(req->lang)->code,
                             .body = str_trim(f->why),
                             .theme = v->p.theme,
                             .kind = -1, /* sorting it by the answer would tell the answer */
                             .channel = CHANNEL_WEB,
                             .consent = f->may == 1 ? CONSENT_TEAM : CONSENT_PUBLIC,
                             .young = f->young,
                         },
                         receipt);
}

static enum err keep(struct tx *tx, struct request *req, const struct giving *f,
                     const struct verdict_view *v, const struct giver *giver, int64_t deed,
                     int64_t voice)
{
    struct verdict_find_row before;
    bool found;
    int64_t id;
    const enum verdict_answer answer = (enum verdict_answer)f->answer;
    TRY(verdict_find(tx->db, req->arena, v->p.id, deed, giver->mark, &before, &found));
    if (!found)
        return verdict_add(tx, v->p.id, deed > 0, deed, giver->follows, giver->mark, answer,
                           req->today, voice > 0, voice, &id);
    if (before.changes >= VERDICT_CHANGES_MOST)
        form_wrong(req, NULL, SAY("U veranderde dit al vaak. Bel of mail ons."));
    TRY(form_checked(req));
    return verdict_change(tx, before.id, answer, req->today, voice > 0, voice);
}

/* Without the marks of who answered, somebody could do it twice. */
static enum err check_still_open(struct tx *tx, struct request *req, int64_t commitment,
                                 int64_t deed)
{
    int64_t forgotten;
    TRY(verdict_forgotten(tx->db, commitment, deed, &forgotten));
    if (forgotten)
        form_wrong(req, "daad",
                   SAY("Hierover kunt u niet meer antwoorden. De dialoog is al langer dan een "
                       "jaar klaar."));
    return OK;
}

/* What every way to tell something asks. */
static void check_why(struct request *req, const struct giving *f)
{
    if (f->may < 0) form_wrong(req, "mag", SAY("Kies wie uw woorden mag lezen."));
    if (f->young && !f->parent)
        form_wrong(req, "ouder",
                   SAY("Vraag eerst of een ouder of voogd het goed vindt. Kruis het dan aan."));
}

static struct path thanks(struct request *req, const struct dialogue *d, int64_t number,
                          bool words_dropped)
{
    const struct str n = number_text(req->arena, true, number);
    return words_dropped ? PATH(req->arena, "/{}/toezegging/{}/merkt?gedaan=zonder", d->slug, n)
                         : PATH(req->arena, "/{}/toezegging/{}/merkt?gedaan=ja", d->slug, n);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct giving *f = form_values(req);
    struct dialogue d = { .slug = req->param[0].text };
    struct verdict_view v = { 0 };
    struct giver giver;
    struct receipt receipt = { 0 };
    int64_t deed;
    TRY(dialogue_named(req, &d.id, &d.own));
    TRY(find(req, &d, &v));
    TRY(giver_find(req, &v.p, d.id, v.code.n ? v.code : f->code, &giver));
    if (!giver.known)
        form_wrong(req, v.code.n ? NULL : "code",
                   SAY("Deze code hoort niet bij deze toezegging. Kijk hem na op uw bewijs."));
    if (!deed_known(&v, f->deed, &deed))
        form_wrong(req, "daad", SAY("Kies een van de antwoorden die er staan."));
    else if (!deed && f->answer != VERDICT_NO)
        form_wrong(req, "merkt", SAY("Kies waarvan u iets merkt, of kies: ik merk niets."));
    else
        TRY(check_still_open(tx, req, v.p.id, deed));
    const bool wrote = str_trim(f->why).n > 0, why = wrote && v.listening.open;
    if (why) check_why(req, f);
    TRY(form_checked(req));
    if (why) TRY(keep_why(tx, req, &d, &v, f, &receipt));
    TRY(keep(tx, req, f, &v, &giver, deed, receipt.voice));
    if (why) return response_redirect(res, receipt_path(req->arena, receipt.code));
    return response_redirect(res, thanks(req, &d, v.number, wrote));
}

const struct page verdict_give = {
    .path = "/:dialogue/toezegging/#commitment/merkt",
    .who = WHO_ANYONE,
    .query = "gedaan daad",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
const struct page verdict_give_by_code = {
    .path = "/:dialogue/toezegging/#commitment/merkt/:code",
    .who = WHO_ANYONE,
    .query = "gedaan daad",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
