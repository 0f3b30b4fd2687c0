/* send.c — see send.h. */
#include "features/membercheck/send.h"

#include "web/mail.h"

/* ---- whom we can reach ---- */

static void sits(struct check_reach *r, const struct check_person *who,
                 struct check_seat *seats, size_t *seats_n, struct check_seat seat)
{
    struct check_person *last = r->people_n ? &r->people[r->people_n - 1] : NULL;
    if (!last || last->id != who->id || last->colleague != who->colleague) {
        last = &r->people[r->people_n++];
        *last = *who;
        last->tables = &seats[*seats_n];
        if (who->colleague)
            r->crew++;
        else
            r->guests++;
    }
    seats[(*seats_n)++] = seat;
    last->tables_n++;
}

enum err check_reach(struct db *db, struct arena *a, int64_t gathering, struct check_reach *r)
{
    struct membercheck_crew_row *crew;
    struct membercheck_guests_row *guests;
    size_t crew_n, guests_n, n = 0;
    TRY(membercheck_crew(db, a, gathering, &crew, &crew_n));
    TRY(membercheck_guests(db, a, gathering, &guests, &guests_n));
    *r = (struct check_reach){ .people = NEW(a, struct check_person, crew_n + guests_n + 1) };
    struct check_seat *seats = NEW(a, struct check_seat, crew_n + guests_n + 1);
    for (size_t i = 0; i < crew_n; i++)
        if (mail_address(crew[i].email))
            sits(r,
                 &(struct check_person){ true, crew[i].person, crew[i].name, crew[i].email,
                                         STR(""), NULL, 0 },
                 seats, &n,
                 (struct check_seat){ crew[i].number, (enum membercheck_who)crew[i].who });
    for (size_t i = 0; i < guests_n; i++)
        if (mail_address(guests[i].email))
            sits(r,
                 &(struct check_person){ false, guests[i].id, guests[i].name, guests[i].email,
                                         guests[i].lang, NULL, 0 },
                 seats, &n, (struct check_seat){ guests[i].number, MEMBERCHECK_GUEST });
    return OK;
}

/* ---- links ---- */

static enum err link_add(struct tx *tx, struct request *req, int64_t gathering,
                         struct check_seat seat, bool colleague, int64_t id, bool *fresh)
{
    const struct str code = membercheck_code(req, gathering, seat.number, seat.who, id);
    int64_t link;
    const enum err e =
        membercheck_link_add(tx, gathering, seat.number, seat.who, !colleague && id > 0, id,
                             colleague, id, membercheck_hash(req->arena, code), &link);
    *fresh = e == OK;
    return e == ERR_CLASH ? OK : e;
}

enum err check_card(struct tx *tx, struct request *req, int64_t gathering, int64_t number)
{
    bool fresh;
    return link_add(tx, req, gathering, (struct check_seat){ number, MEMBERCHECK_CARD }, false,
                    0, &fresh);
}

/* ---- mails ---- */

static struct letter begin(struct request *req, const struct check_desk_view *v,
                           const struct check_person *p, struct day until)
{
    enum lang lang;
    if (!lang_read(p->colleague ? v->d.own : p->lang, &lang)) lang = LANG_NL;
    struct out day = out_start(req->arena, 100, lang);
    out_day(&day, until);
    struct letter l = LETTER_START(req->arena, lang, SAY("Klopt dit? De punten van {avond}"),
                                   { "avond", v->e.title });
    LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", p->name });
    LETTER_SAY(&l,
               SAY("U was bij {avond}. Van wat daar is gezegd, maakte de redactie punten voor "
                   "het verslag."),
               { "avond", v->e.title });
    LETTER_SAY(&l,
               SAY("Hebben wij het goed begrepen? U kunt per punt zeggen: dit klopt, of dit "
                   "hebben wij anders bedoeld. Dat kan tot en met {dag}."),
               { "dag", ((struct str){ day.s, day.n }) });
    return l;
}

static enum err mail_one(struct tx *tx, struct request *req, const struct check_desk_view *v,
                         const struct check_person *p, struct day until,
                         const struct frame *frame, int64_t *sent)
{
    struct letter l = begin(req, v, p, until);
    bool any = false;
    for (size_t i = 0; i < p->tables_n; i++) {
        const struct check_seat seat = p->tables[i];
        bool fresh;
        TRY(link_add(tx, req, v->e.id, seat, p->colleague, p->id, &fresh));
        if (!fresh) continue;
        const struct str code = membercheck_code(req, v->e.id, seat.number, seat.who, p->id);
        const struct str to =
            arena_join(req->arena, req->site, membercheck_path(req->arena, code).text);
        const struct str number = arena_format(req->arena, "%lld", (long long)seat.number);
        letter_fact(&l, any ? SAY("Uw andere tafel") : SAY("Uw tafel"), number);
        letter_link(&l, SAY("Lees de punten van deze tafel en antwoord hier:"), to);
        any = true;
    }
    if (!any) return OK;
    letter_say(&l,
               words_in(SAY("De link is alleen voor u. Op dezelfde pagina leest u later wat "
                            "er is besloten."),
                        l.lang));
    letter_end(&l, frame);
    (*sent)++;
    return mail_put(
        tx, req,
        &(struct mail){
            .kind = MAIL_MEMBERCHECK, .about = v->e.id, .to = p->email, .letter = &l });
}

enum err check_send(struct tx *tx, struct request *req, const struct check_desk_view *v,
                    struct day until, int64_t *sent)
{
    struct check_reach reach;
    struct frame frame = { 0 };
    TRY(site_frame(req, &frame));
    TRY(check_reach(tx->db, req->arena, v->e.id, &reach));
    for (size_t i = 0; i < reach.people_n; i++)
        TRY(mail_one(tx, req, v, &reach.people[i], until, &frame, sent));
    return OK;
}
