/* letters.c — the mails about a request. */
#include "features/places/request.h"

#include "web/mail.h"

static void say_what(struct letter *l, const struct request_by_code_row *r)
{
    const struct str place =
        arena_format(l->arena, "%.*s, %.*s", STR_ARG(r->place_name), STR_ARG(r->space_name));
    letter_fact(l, SAY("Plek"), place);
    if (r->address.n) letter_fact(l, SAY("Adres"), r->address);
    letter_fact(l, SAY("Tijd"), times_text(l->arena, (int)r->starts, (int)r->ends, l->lang));
    letter_fact(l, SAY("Hoe vaak"), words_in(repeats_term((int)r->repeats).words, l->lang));
}

static enum err say_dates(struct tx *tx, struct letter *l, const struct request_by_code_row *r)
{
    struct request_dates_row *dates;
    size_t n;
    TRY(request_dates(tx->db, l->arena, r->id, &dates, &n));
    for (size_t i = 0; i < n; i++)
        letter_fact(l, date_state_term((int)dates[i].state).words,
                    long_day(l->arena, dates[i].day, l->lang));
    return OK;
}

static void say_confirm(struct letter *l, const struct request *req,
                        const struct request_codes *codes)
{
    letter_say(l, words_in(SAY("Iemand vroeg met dit adres een ruimte aan. Was u dat niet? Dan "
                               "hoeft u niets te doen."),
                           l->lang));
    letter_link(l, SAY("Klopt het? Druk op de knop op deze pagina:"),
                arena_join(l->arena, req->site, asker_path(l->arena, codes->asker).text));
}

static void say_keeper(struct letter *l, const struct request *req,
                       const struct request_by_code_row *r, const struct request_codes *codes)
{
    letter_fact(l, SAY("Wie"), r->name);
    letter_fact(l, SAY("Waarvoor"), r->purpose);
    letter_fact(l, SAY("Hoeveel mensen"), arena_format(l->arena, "%lld", (long long)r->people));
    letter_link(l, SAY("Zeg ja of nee op deze pagina:"),
                arena_join(l->arena, req->site, keeper_path(l->arena, codes->keeper).text));
}

static void say_answer(struct letter *l, const struct request *req,
                       const struct request_by_code_row *r, const struct request_codes *codes)
{
    const struct path mine = asker_path(l->arena, codes->asker);
    if (r->reason.n) letter_fact(l, SAY("Van de beheerder"), r->reason);
    if (r->state == REQUEST_ACCEPTED) {
        letter_say(l, words_in(space_entry_term((int)r->entry).words, l->lang));
        letter_link(l, SAY("Zet het in uw agenda met dit bestand:"),
                    arena_join(l->arena, req->site,
                               arena_join(l->arena, mine.text, STR("/agenda.ics"))));
        letter_link(l, SAY("Kunt u niet? Zeg een dag of alles af op deze pagina:"),
                    arena_join(l->arena, req->site, mine.text));
    } else {
        letter_link(l, SAY("Zoek een andere plek:"),
                    arena_join(l->arena, req->site, STR("/plekken")));
    }
}

static const struct words *subject_of(const struct request_by_code_row *r,
                                      enum request_letter what)
{
    switch (what) {
    case LETTER_CONFIRM: return SAY("Bevestig uw aanvraag voor een plek");
    case LETTER_KEEPER: return SAY("Iemand vraagt uw plek aan");
    case LETTER_CANCELLED: return SAY("Een aanvraag voor uw plek is afgezegd");
    case LETTER_ANSWER: break;
    }
    return r->state == REQUEST_ACCEPTED ? SAY("Ja, u kunt de plek gebruiken")
                                        : SAY("De plek kan niet");
}

enum err request_mail(struct tx *tx, struct request *req, const struct request_by_code_row *was,
                      enum request_letter what)
{
    struct frame frame = { 0 };
    struct request_by_code_row r;
    bool found, keeper = what == LETTER_KEEPER || what == LETTER_CANCELLED;
    enum lang lang = LANG_NL;
    TRY(site_frame(req, &frame));
    TRY(request_find(tx->db, req->arena, was->id, &r, &found)); /* as it stands now */
    if (!found || !r.email.n) return OK;
    if (!keeper) (void)lang_read(r.speaks, &lang);
    const struct request_codes codes = request_codes(req, r.id, r.made);
    struct letter l = letter_start(req->arena, lang, words_in(subject_of(&r, what), lang));
    letter_say(&l, words_in(SAY("Dag,"), lang));
    say_what(&l, &r);
    TRY(say_dates(tx, &l, &r));
    if (what == LETTER_CONFIRM) say_confirm(&l, req, &codes);
    if (what == LETTER_KEEPER) say_keeper(&l, req, &r, &codes);
    if (what == LETTER_ANSWER) say_answer(&l, req, &r, &codes);
    letter_end(&l, &frame);
    return mail_put(tx, req,
                    &(struct mail){ .kind = MAIL_SPACE,
                                    .about = r.id,
                                    .to = keeper ? r.keeper_email : r.email,
                                    .letter = &l });
}
