/* keep.c — keeping a registration: room, waiting list, who is meant by a name, and the mail about it. */
#include "features/registration/give.h"

#include "features/people/people.h"
#include "features/voices/voices.h"
#include "web/mail.h"

enum { NAME_MOST = 80 };

/* ---- what was sent ---- */

static enum err check_chosen(struct tx *tx, struct request *req, int64_t dialogue,
                             const struct given *g)
{
    static const char *const names[REGISTRATION_THEMES] = { "thema1", "thema2", "thema3" };
    struct registering_hoods_row *hoods;
    size_t hoods_n;
    bool lives = !g->hood;
    TRY(registering_hoods(tx->db, req->arena, dialogue, &hoods, &hoods_n));
    for (size_t i = 0; i < hoods_n; i++) lives |= hoods[i].id == g->hood;
    if (!lives) form_wrong(req, "wijk", SAY("Kies een van de antwoorden die er staan."));
    for (int k = 0; k < REGISTRATION_THEMES; k++) {
        int64_t known = 1;
        if (g->theme[k]) TRY(registering_has_theme(tx->db, dialogue, g->theme[k], &known));
        if (!known)
            form_wrong(req, names[k], SAY("Dit thema is er niet meer. Kies een ander."));
        for (int other = 0; g->theme[k] && other < k; other++)
            if (g->theme[other] == g->theme[k])
                form_wrong(req, names[k], SAY("Dit thema koos u al. Kies een ander."));
    }
    return OK;
}

/* At most three names, each on a line. */
static void check_names(struct request *req, const char *field, struct str text)
{
    struct str rest = text, line;
    int n = 0;
    while (str_next(&rest, '\n', &line)) {
        line = str_trim(line);
        n += line.n > 0;
        if (line.n > 4 * NAME_MOST) form_wrong(req, field, SAY("Maak deze namen korter."));
    }
    if (n > REGISTRATION_WISHES)
        form_wrong(req, field, SAY("Schrijf hoogstens drie namen, elk op een eigen regel."));
}

enum err given_check(struct tx *tx, struct request *req, int64_t dialogue)
{
    const struct given *g = form_values(req);
    if (g->email.n && !mail_address(g->email))
        form_wrong(req, "mail", SAY("Vul een adres in zoals naam@voorbeeld.nl."));
    if (!interpreter_known(g->interpreter))
        form_wrong(req, "tolk", SAY("Kies een van de antwoorden die er staan."));
    check_names(req, "samen", g->together);
    check_names(req, "apart", g->apart);
    TRY(check_chosen(tx, req, dialogue, g));
    return form_checked(req);
}

/* ---- who is meant ---- */

/* The one person there with this code or name; 0 when there is none, or several. */
static enum err meant(struct tx *tx, struct request *req, int64_t gathering, struct str said,
                      int64_t *id)
{
    struct str code;
    struct registration_named_row *rows;
    size_t n;
    *id = 0;
    if (receipt_read(req->arena, said, &code)) {
        struct registration_coded_at_row row;
        bool found;
        TRY(registration_coded_at(tx->db, req->arena, gathering, receipt_hash(req->arena, code),
                                  &row, &found));
        if (found) *id = row.id;
        if (found) return OK;
    }
    TRY(registration_named(tx->db, req->arena, gathering, said, &rows, &n));
    if (n == 1) *id = rows[0].id;
    return OK;
}

static enum err wishes_put(struct tx *tx, struct request *req, int64_t gathering, int64_t id,
                           bool apart, struct str text)
{
    struct str rest = text, line;
    while (str_next(&rest, '\n', &line)) {
        int64_t wish, other;
        line = str_trim(line);
        if (!line.n) continue;
        TRY(registration_wish_add(tx, id, apart, line, &wish));
        TRY(meant(tx, req, gathering, line, &other));
        if (other && other != id) TRY(registration_wish_means(tx, wish, true, other));
    }
    return OK;
}

/* Others may have named them before they registered. */
static enum err named_before(struct tx *tx, struct request *req, int64_t gathering, int64_t id,
                             struct str name)
{
    struct registration_wishes_about_row *wishes;
    struct registration_named_row *rows;
    size_t n, same;
    TRY(registration_named(tx->db, req->arena, gathering, name, &rows, &same));
    if (same != 1) return OK;
    TRY(registration_wishes_about(tx->db, req->arena, gathering, name, &wishes, &n));
    for (size_t i = 0; i < n; i++)
        if (wishes[i].registration != id)
            TRY(registration_wish_means(tx, wishes[i].id, true, id));
    return OK;
}

/* ---- keeping ---- */

static enum err put(struct tx *tx, struct request *req, int64_t gathering, int64_t id,
                    const struct given *g)
{
    const struct str diet = str_trim(g->diet);
    int64_t rank = 0;
    TRY(registration_update(tx, id, g->name, g->email, g->phone, g->hood != 0, g->hood,
                            g->age >= 0, (enum age_group)(g->age < 0 ? 0 : g->age),
                            (enum comes_as)g->comes_as, g->again));
    TRY(registration_need_forget(tx, id));
    if (g->wheelchair || g->interpreter.n || g->childcare || diet.n)
        TRY(registration_need_put(tx, id, gathering, g->wheelchair, g->interpreter,
                                  g->childcare, diet));
    TRY(registration_themes_forget(tx, id));
    for (int k = 0; k < REGISTRATION_THEMES; k++)
        if (g->theme[k]) TRY(registration_theme_put(tx, id, ++rank, g->theme[k]));
    TRY(registration_wishes_forget(tx, id));
    TRY(wishes_put(tx, req, gathering, id, false, g->together));
    TRY(wishes_put(tx, req, gathering, id, true, g->apart));
    return named_before(tx, req, gathering, id, g->name);
}

/* ---- the mail about it ---- */

/* One person may have registered twice, or two share an address. Only who reads mail there hears of it: the
 * page says the same to everybody, so that nobody learns who comes. */
static enum err say_earlier(struct tx *tx, struct request *req,
                            const struct registration_by_code_row *r, struct letter *l)
{
    struct registration_of_address_row earlier;
    bool found;
    TRY(registration_of_address(tx->db, req->arena, r->gathering, r->id, r->email, &earlier,
                                &found));
    if (!found) return OK;
    letter_link(
        l,
        SAY("Met dit adres was al iemand aangemeld. Bent u dat zelf? Meld dan een van de "
            "twee af. Dit is de pagina van toen:"),
        registration_link(req->arena, req->site, r->slug,
                          registration_code(req->arena, req->secret, earlier.id)));
    return OK;
}

/* Somebody may fill in the address of another, over and over: one mailbox gets a few mails an hour, as a family
 * needs them, and the page holds the same. What a colleague does is no such thing. */
static enum err may_write(struct tx *tx, struct request *req, struct str email, bool *may)
{
    const struct brake brakes[] = {
        { .what = "register to",
          .who = mail_mailbox(req->arena, email),
          .most = 5,
          .seconds = 3600 },
        { .what = "register", .most = 1000, .seconds = 3600 },
    };
    const bool colleague = req->visitor.role != WHO_ANYONE;
    *may = true;
    for (size_t i = 0; i < COUNT_OF(brakes) && !colleague; i++) {
        int64_t wait;
        TRY(brake_wait(tx->db, req, &brakes[i], &wait));
        *may &= !wait;
    }
    for (size_t i = 0; i < COUNT_OF(brakes) && *may && !colleague; i++)
        TRY(brake_count(tx, req, &brakes[i]));
    return OK;
}

enum news { NEWS_NONE, NEWS_MOVED_UP, NEWS_OTHER_EVENING }; /* beside how it stands now */

static const struct words *how_it_stands(enum registration_state state, enum news news)
{
    if (state == REGISTRATION_WAITS)
        return SAY("U staat op de wachtlijst. Komt er plek? Dan mailen wij u.");
    if (state == REGISTRATION_CANCELLED) return SAY("U bent afgemeld. Wij verwachten u niet.");
    if (news == NEWS_MOVED_UP) return SAY("Er is een plek vrij. U kunt komen.");
    return SAY("U bent aangemeld. Fijn dat u komt.");
}

static enum err write_to(struct tx *tx, struct request *req, int64_t id, enum news news)
{
    struct registration_by_code_row r;
    struct frame frame = { 0 };
    enum lang lang;
    bool found, may = true;
    const struct str code = registration_code(req->arena, req->secret, id);
    const struct str hash = receipt_hash(req->arena, code);
    TRY(registration_by_code(tx->db, req->arena, hash, STR(""), &r, &found));
    if (!found || !r.email.n || !mail_address(r.email)) return OK;
    if (news == NEWS_NONE) TRY(may_write(tx, req, r.email, &may));
    if (!may) return OK;
    if (!lang_read(r.speaks, &lang)) lang = LANG_NL;
    TRY(registration_by_code(tx->db, req->arena, hash, r.speaks, &r, &found));
    TRY(site_frame(req, &frame));

    struct letter l =
        LETTER_START(req->arena, lang, SAY("Uw aanmelding: {avond}"), { "avond", r.title });
    LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", r.name });
    if (news == NEWS_OTHER_EVENING)
        letter_say(&l, words_in(SAY("Er is iets veranderd. Zo is het nu:"), lang));
    else
        letter_say(&l, words_in(how_it_stands(r.state, news), lang));
    struct out day = out_start(req->arena, 200, lang);
    out_day(&day, r.day);
    letter_fact(&l, SAY("Dag"), (struct str){ day.s, day.n });
    if (r.has_starts) {
        struct out clock = out_start(req->arena, 200, lang);
        out_clock(&clock, r.starts);
        letter_fact(&l, SAY("Begint om"), (struct str){ clock.s, clock.n });
    }
    if (r.place.n) letter_fact(&l, SAY("Plaats"), r.place);
    letter_fact(&l, SAY("Uw code"), receipt_shown(req->arena, code));
    if (r.state == REGISTRATION_COMES)
        letter_link(
            &l, SAY("Zet het in uw agenda met dit bestand:"),
            arena_join(
                req->arena, req->site,
                PATH(req->arena, "/{}/bijeenkomst/{}/agenda.ics", r.slug, r.evening).text));
    letter_link(&l, SAY("Iets veranderen, of toch niet komen? Dat kan op uw eigen pagina:"),
                registration_link(req->arena, req->site, r.slug, code));
    if (news == NEWS_NONE && r.state != REGISTRATION_CANCELLED)
        TRY(say_earlier(tx, req, &r, &l));
    letter_end(&l, &frame);
    return mail_put(tx, req,
                    &(struct mail){ MAIL_REGISTRATION, id, .to = r.email, .letter = &l });
}

/* ---- room ---- */

static enum err room(struct tx *tx, struct request *req, int64_t gathering, bool *free_place)
{
    struct registering_plan_row plan;
    struct registration_counts_row n;
    bool found;
    TRY(registering_plan(tx->db, req->arena, gathering, &plan, &found));
    TRY(registration_counts(tx->db, req->arena, gathering, &n));
    *free_place = !found || !plan.has_capacity || n.comes < plan.capacity;
    return OK;
}

enum err registration_move_up(struct tx *tx, struct request *req, int64_t gathering)
{
    for (;;) {
        struct registration_first_waiting_row first;
        bool free_place, found;
        TRY(room(tx, req, gathering, &free_place));
        if (!free_place) return OK;
        TRY(registration_first_waiting(tx->db, req->arena, gathering, &first, &found));
        if (!found) return OK;
        TRY(registration_stands(tx, first.id, REGISTRATION_COMES));
        TRY(write_to(tx, req, first.id, NEWS_MOVED_UP));
    }
}

enum err evening_moves_up(struct tx *tx, struct request *req, int64_t gathering)
{
    return registration_move_up(tx, req, gathering);
}

enum err evening_moved(struct tx *tx, struct request *req, int64_t gathering, int64_t *silent)
{
    struct registrations_of_row *rows;
    size_t n;
    int64_t after = 0;
    *silent = 0;
    do {
        TRY(registrations_of(tx->db, req->arena, gathering, after, &rows, &n));
        for (size_t i = 0; i < n; i++) {
            after = rows[i].number;
            if (mail_address(rows[i].email))
                TRY(write_to(tx, req, rows[i].id, NEWS_OTHER_EVENING));
            else
                ++*silent;
        }
    } while (n == registrations_of_limit);
    return OK;
}

enum err registration_take(struct tx *tx, struct request *req, int64_t gathering,
                           enum registered_by by, const struct given *g, struct kept *kept)
{
    struct registration_counts_row counts;
    bool free_place;
    req->db = tx->db;
    TRY(registration_move_up(tx, req, gathering)); /* nobody passes who waits */
    TRY(registration_counts(tx->db, req->arena, gathering, &counts));
    TRY(room(tx, req, gathering, &free_place));
    kept->number = counts.last + 1;
    kept->state = free_place || by == REGISTERED_DOOR ? REGISTRATION_COMES : REGISTRATION_WAITS;
    TRY(registration_add(tx, gathering, kept->number, req->key, req->now, by,
                         req->visitor.person != 0, req->visitor.person,
                         lang_about(req->lang)->code, kept->state, &kept->id));
    kept->code = registration_code(req->arena, req->secret, kept->id);
    TRY(registration_coded(tx, kept->id, receipt_hash(req->arena, kept->code)));
    TRY(put(tx, req, gathering, kept->id, g));
    return by == REGISTERED_DOOR ? OK : write_to(tx, req, kept->id, NEWS_NONE);
}

enum err registrations_tidy(struct tx *tx, struct day needs, struct day names)
{
    enum { YEAR = 365, KEPT_DAYS = 60 }; /* of the end dates, as people read them */
    const struct day again = { names.n + KEPT_DAYS - YEAR };
    TRY(registration_needs_past(tx, needs));
    TRY(registration_themes_past(tx, needs));
    TRY(registration_wishes_past(tx, needs));
    TRY(registration_past(tx, names, false));
    return registration_past(tx, again, true);
}

enum err registration_change(struct tx *tx, struct request *req, int64_t gathering, int64_t id)
{
    req->db = tx->db;
    return put(tx, req, gathering, id, form_values(req));
}

enum err registration_cancel(struct tx *tx, struct request *req,
                             const struct registration_by_code_row *r)
{
    req->db = tx->db;
    if (r->state == REGISTRATION_CANCELLED) return OK;
    TRY(registration_stands(tx, r->id, REGISTRATION_CANCELLED));
    TRY(registration_need_forget(tx, r->id));
    TRY(registration_themes_forget(tx, r->id));
    TRY(registration_wishes_forget(tx, r->id));
    tx_wipes(tx);
    TRY(mail_forget(tx, MAIL_REGISTRATION, r->id));
    TRY(write_to(tx, req, r->id, NEWS_NONE));
    return registration_move_up(tx, req, r->gathering);
}
