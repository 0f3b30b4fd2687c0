/* tidy.c — see tidy.h. Only here the owners of all these tables come together. */
#include "main/tidy.h"

#include "base/out.h"
#include "features/challenge/challenge.sql.h"
#include "features/deeds/deeds.sql.h"
#include "features/follow/follow.sql.h"
#include "features/keeping/keeping.sql.h"
#include "features/making/making.h"
#include "features/map/rows.sql.h"
#include "features/membercheck/membercheck.sql.h"
#include "features/organise/organise.h"
#include "features/photos/photos.h"
#include "features/places/request.sql.h"
#include "features/people/people.h"
#include "features/people/tidy.sql.h"
#include "features/privacy/privacy.h"
#include "features/privacy/tidy.sql.h"
#include "features/remarks/remarks.sql.h"
#include "features/seating/seating.sql.h"
#include "features/services/services.sql.h"
#include "features/sought/sought.sql.h"
#include "features/sheet/tidy.sql.h"
#include "features/referral/referral.sql.h"
#include "features/registration/registration.h"
#include "features/upkeep/owner.sql.h"
#include "features/upkeep/proposal.sql.h"
#include "features/upkeep/upkeep.sql.h"
#include "features/verdict/verdict.sql.h"
#include "features/voices/tidy.h"
#include "features/wanted/events.sql.h"
#include "features/wanted/wanted.h"
#include "web/mail.h"
#include "web/web.sql.h"

enum { DAY = 86400, AT_NIGHT = 3 * 60 };

struct tidying {
    struct instant now;
    struct tidied *done;
    int64_t dialogue, after; /* whose voices, and up to which number they were done */
    bool more;
};

static struct instant days_before(const struct tidying *t, enum personal_kind kind)
{
    return (struct instant){ t->now.s - (int64_t)personal_about(kind).days * DAY };
}

/* Gatherings before this day were so many days ago. */
static struct day gatherings_before(const struct tidying *t, enum personal_kind kind)
{
    return (struct day){ day_at(t->now).n - personal_about(kind).days + 1 };
}

static enum err tidy_gatherings(struct tx *tx, struct arena *a, const struct tidying *t)
{
    const struct day crew = gatherings_before(t, PERSONAL_CREW);
    TRY(turnout_count(tx, a, day_at(t->now), gatherings_before(t, PERSONAL_REGISTRATION)));
    TRY(registrations_tidy(tx, gatherings_before(t, PERSONAL_SEATING),
                           gatherings_before(t, PERSONAL_REGISTRATION)));
    TRY(crew_forget(tx, crew));
    TRY(crew_forget_tables(tx, crew));
    TRY(crew_forget_notes(tx, crew));
    TRY(seats_forget(tx, gatherings_before(t, PERSONAL_SEATING)));
    tx_wipes(tx);
    return OK;
}

static enum err tidy_person_whole(struct tx *tx, struct arena *a, int64_t person)
{
    TRY(tidy_person_sessions(tx, person));
    TRY(tidy_person_passkeys(tx, person));
    TRY(tidy_person_invitations(tx, person));
    TRY(tidy_person_roles(tx, person));
    TRY(steward_forget(tx, person));
    TRY(tidy_person(tx, person, arena_format(a, "gone %lld", (long long)person)));
    tx_wipes(tx);
    return OK;
}

static enum err tidy_who_left(struct tx *tx, struct arena *a, struct tidying *t)
{
    struct tidy_people_row *rows;
    size_t n;
    TRY(tidy_people(tx->db, a, days_before(t, PERSONAL_COLLEAGUE), &rows, &n));
    for (size_t i = 0; i < n; i++) TRY(tidy_person_whole(tx, a, rows[i].id));
    t->done->people += (int64_t)n;
    return OK;
}

/* What is short-lived, who left, and since when dialogues are done. */
static enum err small_work(struct tx *tx, void *with)
{
    struct tidying *t = with;
    struct arena a = { 0 };
    enum err e = answered_sweep(tx, days_before(t, PERSONAL_SENT_FORM));
    if (e == OK) e = tidy_throttle(tx, days_before(t, PERSONAL_GUESSING));
    if (e == OK) e = tidy_sessions(tx, days_before(t, PERSONAL_SIGNING_IN));
    if (e == OK) e = tidy_invitations(tx, (struct instant){ t->now.s - DAY });
    /* an evening may go on behind midnight, and a server may be started then */
    const struct instant evening = { t->now.s - AT_NIGHT * 60 };
    if (e == OK) e = sheets_close(tx, day_at(evening), t->now);
    if (e == OK) e = sheet_tidy(tx, day_at(days_before(t, PERSONAL_AT_TABLE)));
    if (e == OK) e = tidy_who_left(tx, &a, t);
    if (e == OK) e = remarks_tidy(tx, days_before(t, PERSONAL_REMARK));
    if (e == OK) e = remarks_tidy_ended(tx, days_before(t, PERSONAL_CORRESPONDENCE));
    if (e == OK) e = presence_sweep(tx, (struct instant){ t->now.s - PRESENT_SECONDS });
    if (e == OK) e = mail_tidy(tx, t->now);
    if (e == OK) e = tidy_gatherings(tx, &a, t);
    const struct day challenged = day_at(days_before(t, PERSONAL_CHALLENGE));
    if (e == OK) e = challenge_contacts_forget(tx, challenged);
    if (e == OK) e = challenge_words_forget(tx, challenged);
    if (e == OK) e = service_reports_tidy(tx, days_before(t, PERSONAL_CORRESPONDENCE));
    if (e == OK) e = metadata_tidy(tx, days_before(t, PERSONAL_MAP_CHANGE));
    if (e == OK) e = map_owners_tidy(tx, day_at(days_before(t, PERSONAL_MAP_OWNER)));
    if (e == OK) e = map_claims_tidy(tx, day_at((struct instant){ t->now.s - 90 * DAY }));
    if (e == OK) e = proposals_tidy(tx, days_before(t, PERSONAL_MAP_CHANGE));
    if (e == OK) e = referrals_tidy(tx, days_before(t, PERSONAL_REFERRAL));
    const int64_t hour = t->now.s / 3600;
    if (e == OK) e = sought_marks_forget(tx, hour - SOUGHT_MARK_DAYS * 24);
    if (e == OK) e = sought_forget(tx, hour - personal_about(PERSONAL_SOUGHT).days * 24);
    if (e == OK) e = owner_contacts_forget(tx, day_at(days_before(t, PERSONAL_OWNER_CONTACT)));
    if (e == OK) e = askings_forget(tx, day_at(days_before(t, PERSONAL_OWNER_CONTACT)));
    if (e == OK) e = follows_tidy(tx, days_before(t, PERSONAL_FOLLOWER));
    if (e == OK) e = followers_tidy(tx, days_before(t, PERSONAL_FOLLOWER));
    if (e == OK) e = requests_drop(tx, days_before(t, PERSONAL_FOLLOWER));
    if (e == OK) e = requests_forget(tx, day_at(days_before(t, PERSONAL_SPACE_REQUEST)));
    if (e == OK) e = wanted_end(tx, day_at(t->now));
    if (e == OK) e = events_drop(tx, day_at(t->now));
    if (e == OK)
        e = wanted_tidy(tx, days_before(t, PERSONAL_FOLLOWER),
                        day_at(days_before(t, PERSONAL_WANTED)));
    if (e == OK) e = ended_clear(tx);
    if (e == OK) e = ended_put(tx, t->now);
    if (e == OK) e = verdict_marks_forget(tx, days_before(t, PERSONAL_VERDICT));
    arena_end(&a);
    return e;
}

static enum err voices_work(struct tx *tx, void *with)
{
    struct tidying *t = with;
    struct arena a = { 0 };
    enum err e = voices_tidy(tx, &a, t->dialogue, t->now, &t->after, &t->more);
    if (e == OK && !t->more) e = membercheck_forget_words(tx, t->dialogue);
    if (e == OK && !t->more) e = membercheck_forget_links(tx, t->dialogue);
    if (e == OK && !t->more) tx_wipes(tx);
    if (e == OK && !t->more) e = photos_tidy(tx, &a, t->dialogue, t->now);
    if (e == OK && !t->more) e = ended_tidied(tx, t->dialogue);
    arena_end(&a);
    return e;
}

static enum err tidy_dialogue(struct store *st, struct tidying *t, int64_t dialogue)
{
    t->dialogue = dialogue;
    t->after = 0;
    do TRY(store_write(st, voices_work, t));
    while (t->more);
    t->done->dialogues++;
    return OK;
}

static enum err tidy_dialogues(struct store *st, struct arena *a, struct tidying *t)
{
    struct ended_due_row *rows;
    size_t n;
    struct db *db;
    TRY(store_reader(st, &db));
    const enum err e = ended_due(db, a, days_before(t, PERSONAL_UNSEEN), &rows, &n);
    store_reader_close(db);
    if (e != OK) return e;
    for (size_t i = 0; i < n; i++) TRY(tidy_dialogue(st, t, rows[i].dialogue));
    return OK;
}

enum err tidy(struct store *st, struct instant now, struct tidied *done)
{
    struct arena a = { 0 };
    struct tidying t = { .now = now, .done = done };
    *done = (struct tidied){ 0 };
    enum err e = store_write(st, small_work, &t);
    if (e == OK) e = tidy_dialogues(st, &a, &t);
    arena_end(&a);
    return e;
}

void tidy_at_night(struct store *st, struct instant now, struct day *last)
{
    struct tidied done;
    const struct day today = day_at(now);
    const bool start = last->n == 0;
    if (!start && (today.n == last->n || clock_at(now).minutes < AT_NIGHT)) return;
    *last = today;
    if (tidy(st, now, &done) != OK) fprintf(stderr, "dialoog: %s\n", err_sentence());
}

int command_tidy(struct command *c)
{
    enum { TIDY_DATA, TIDY_NOW };
    struct tidied done;
    if (c->value[TIDY_NOW] && !instant_read(str_of(c->value[TIDY_NOW]), &c->now)) {
        command_say(
            c->err, c->lang,
            SAY("dialoog: schrijf achter --now een moment zoals 2023-06-27T17:30:00Z."));
        return EXIT_USAGE;
    }
    if (tidy(c->store, c->now, &done) != OK) {
        fprintf(c->err, "dialoog: %s\n", err_sentence());
        return EXIT_CANNOT;
    }
    struct arena a = { 0 };
    const struct str people = arena_format(&a, "%lld", (long long)done.people),
                     dialogues = arena_format(&a, "%lld", (long long)done.dialogues);
    const struct str text =
        FILL(&a,
             SAY("Gewist wat voorbij zijn einddatum was. Medewerkers: {mensen}. Dialogen: "
                 "{dialogen}."),
             c->lang, { "mensen", people }, { "dialogen", dialogues });
    fprintf(c->out, "%.*s\n", STR_ARG(text));
    arena_end(&a);
    return EXIT_DONE;
}
