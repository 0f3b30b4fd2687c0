/* owner.c — see owner.h: who is asked, and the mail. */
#include "features/upkeep/owner.h"

#include "base/bytes.h"
#include "features/voices/voices.h"

bool owner_due(int64_t due, int64_t silent, bool asked, struct day last, struct day today)
{
    if (!due || silent >= ASK_MAILS) return false;
    return !asked || today.n - last.n >= ASK_AGAIN_DAYS;
}

/* ---- one mail ---- */

static struct letter letter_of(struct request *req, const struct map_owner_find_row *owner,
                               const struct entries_of_row *entries, size_t n, struct str code,
                               const struct frame *frame)
{
    struct letter l = LETTER_START(req->arena, LANG_NL, SAY("Klopt dit nog? {organisatie}"),
                                   { "organisatie", owner->organization_name });
    if (owner->name.n) LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", owner->name });
    letter_say(&l, words_in(SAY("Dit staat van u op de sociale kaart. Wilt u kijken of het nog "
                                "klopt?"),
                            LANG_NL));
    for (size_t i = 0; i < n && i < 20; i++)
        if (entries[i].status != SERVICE_DEFUNCT)
            letter_fact(&l, SAY("Op de kaart"), entries[i].name);
    const struct str path = PATH(req->arena, "/klopt-nog/{}", code_slug(req->arena, code)).text;
    letter_link(&l,
                SAY("Kijk hier, zonder account. Klopt alles? Eén druk op de knop is genoeg:"),
                arena_join(req->arena, req->site, path));
    letter_say(&l, words_in(SAY("De link werkt 30 dagen, voor elke vermelding één keer. Wat u "
                                "verandert, staat meteen op de kaart."),
                            LANG_NL));
    letter_say(&l,
               words_in(SAY("Hoort u hier niet meer bij? Laat het ons weten. Dan mailen wij "
                            "u niet meer."),
                        LANG_NL));
    letter_end(&l, frame);
    return l;
}

enum err owner_ask(struct tx *tx, struct request *req, int64_t id)
{
    struct map_owner_find_row owner;
    struct entries_of_row *entries;
    struct frame frame = { 0 };
    struct str chance;
    int64_t asking;
    size_t n;
    bool found;
    TRY(map_owner_find(tx->db, req->arena, id, &owner, &found));
    if (!found) return FAIL(ERR_MISSING, "no owner %lld", (long long)id);
    TRY(entries_of(tx->db, req->arena, owner.organization, &entries, &n));
    TRY(site_frame(req, &frame));
    TRY(chance_bytes(req->arena, RECEIPT_CODE, &chance));
    const struct str code = receipt_letters(req->arena, chance);
    TRY(owner_asking_add(tx, id, req->today, receipt_hash(req->arena, code), &asking));
    const struct letter l = letter_of(req, &owner, entries, n, code, &frame);
    return mail_put(
        tx, req,
        &(struct mail){
            .kind = MAIL_KEEPER, .about = asking, .to = owner.email, .letter = &l });
}

/* ---- everybody for whom today is a day ---- */

static struct day before(struct day today, int days)
{
    return (struct day){ today.n - days };
}

static enum err ask_some(struct tx *tx, struct request *req, struct daily_round *round)
{
    struct owners_to_ask_after_row *rows;
    size_t n;
    TRY(owners_to_ask_after(tx->db, req->arena, round->after, before(req->today, ASK_DAYS),
                            before(req->today, ASK_INITIATIVE_DAYS),
                            before(req->today, ASK_FORGET_DAYS), &rows, &n));
    for (size_t i = 0; i < n; i++) {
        round->next = rows[i].id;
        if (!mail_address(rows[i].email) ||
            !owner_due(rows[i].due, rows[i].silent, rows[i].has_asked, rows[i].asked,
                       req->today))
            continue;
        TRY(owner_ask(tx, req, rows[i].id));
        round->done++;
    }
    round->more = n == owners_to_ask_after_limit;
    return OK;
}

enum err owners_ask(struct store *st, const struct daily *daily, int64_t *sent)
{
    return daily_rounds(st, daily, ask_some, sent);
}

/* ---- what an answer does ---- */

static enum err put(struct tx *tx, struct request *req, int64_t service, enum entry_by by,
                    int column, struct str value)
{
    struct sheet_row *row = NEW(req->arena, struct sheet_row, 1);
    struct entry_at_row about;
    bool found;
    TRY(entry_at(tx->db, req->arena, service, &about, &found));
    if (!found) return FAIL(ERR_MISSING, "no entry %lld", (long long)service);
    if (about.elsewhere) return FAIL(ERR_WHO, "the source of the entry leads");
    TRY(sheet_row_read(tx->db, req->arena, service, row));
    row->cell[column] = value;
    row->cell[COL_CONFIRMED] = day_text(req->arena, true, req->today);
    const struct sheet_source source = { .slug = about.source };
    return sheet_row_put(tx, row, &source, by, req->now, &service);
}

enum err entry_confirm(struct tx *tx, struct request *req, int64_t service, enum entry_by by)
{
    return put(tx, req, service, by, COL_CONFIRMED, STR(""));
}

enum err entry_stop(struct tx *tx, struct request *req, int64_t service, enum entry_by by)
{
    return put(tx, req, service, by, COL_STATUS,
               str_of(service_status_term(SERVICE_DEFUNCT).code));
}

enum err owners_changed(struct tx *tx, struct arena *a, int64_t organization)
{
    struct entries_of_row *rows;
    size_t n;
    TRY(entries_of(tx->db, a, organization, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        if (rows[i].kind != SERVICE_INITIATIVE) continue;
        TRY(map_leave(tx, rows[i].id));
        TRY(map_enter(tx, rows[i].id));
    }
    return OK;
}
