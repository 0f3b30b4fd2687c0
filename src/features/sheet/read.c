/* read.c — /tafel/:token/lezen: everything of one table on a page, to read out at the end and to print; the
 * table agrees or not, and closes. And what those who were there want to see changed afterwards. */
#include "features/sheet/read.html.h"
#include "features/sheet/show.h"
#include "features/sheet/suggest.html.h"

enum { SUGGESTIONS_MOST = 20 };

bool sheet_may_suggest(const struct request *req, const struct sheet *s)
{
    return s->row.has_closed && req->now.s < s->row.closed.s + SHEET_DAYS_AFTER * 86400;
}

static enum err read_page(struct request *req, struct response *res)
{
    struct sheet_view v;
    TRY(sheet_view_read(req, res, &v));
    TRY(sheet_checked(req->db, v.s.row.gathering, &v.checked));
    v.may_suggest = sheet_may_suggest(req, &v.s);
    if (str_is(req->query[0], "voorstel"))
        v.done = SAY("Dank u. Het team leest wat u schreef.");
    if (str_is(req->query[0], "soort")) v.done = SAY("De soort is bewaard.");
    if (str_is(req->query[0], "klaar")) v.done = SAY("De tafel is klaar. Dank u wel.");
    const struct str number = arena_format(req->arena, "%lld", (long long)v.s.row.number);
    res->frame.title = FILL(req->arena, SAY("Alles van tafel {n}"), req->lang, { "n", number });
    sheet_read_page(response_page(req, res), &v);
    return OK;
}

struct ending {
    int agreed;
};
static const struct words *choose_agreed(void)
{
    return SAY("Kies of de tafel het eens is.");
}
static const struct field ending_fields[] = {
    FIELD_CHOICE(struct ending, agreed, "eens", "ja nee", .required = true,
                 .missing = choose_agreed),
};
static const struct form ending_form = FORM(struct ending, ending_fields);

static enum err close_table(struct tx *tx, struct request *req, struct response *res)
{
    static const char no_device[SHEET_MARK];
    const struct ending *f = form_values(req);
    struct sheet s;
    const char *why;
    TRY(sheet_open(req, res, &s));
    if (req->today.n < s.row.day.n)
        form_wrong(req, NULL,
                   SAY("De avond moet nog komen. Sluit de tafel af als alles is voorgelezen."));
    TRY(form_checked(req));
    if (!s.row.has_closed)
        TRY(sheet_take(tx, req, &s,
                       &(struct sheet_row){ .act = SHEET_AGREE,
                                            .mark = str_upto(req->key, SHEET_MARK),
                                            .device = { no_device, SHEET_MARK },
                                            .written = req->now,
                                            .agreed = f->agreed == 0 },
                       &why));
    return response_redirect(res, PATH(req->arena, "/tafel/{}/lezen?gedaan=klaar", s.slug));
}

const struct page sheet_read = {
    .path = "/tafel/:token/lezen",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = read_page,
    .form = &ending_form,
    .act = close_table,
    .own_token = true,
    .file = __FILE__,
};

/* ---- a week to think again ---- */

struct suggestion {
    struct str text;
};
static const struct words *say_what(void)
{
    return SAY("Schrijf wat er anders moet.");
}
static const struct field suggestion_fields[] = {
    FIELD_TEXT(struct suggestion, text, "tekst", .required = true, .most = 2000,
               .missing = say_what),
};
static const struct form suggestion_form = FORM(struct suggestion, suggestion_fields);

static enum err about(struct request *req, const struct sheet *s,
                      struct sheet_note_of_row *note)
{
    bool found;
    TRY(sheet_note_of(req->db, req->arena, s->row.id, s->row.gathering, s->row.number, s->d.id,
                      req->param[1].number, note, &found));
    if (!found) return FAIL(ERR_MISSING, "no such note at this table");
    if (note->account == ACCOUNT_WITHDRAWN || note->visibility == VISIBILITY_ERASED ||
        !sheet_may_suggest(req, s))
        return FAIL(ERR_GONE, "nothing can be suggested about it");
    return OK;
}

static enum err suggest_page(struct request *req, struct response *res)
{
    struct sheet_view v;
    struct sheet_note_of_row note;
    TRY(sheet_view_read(req, res, &v));
    TRY(about(req, &v.s, &note));
    v.note = &note;
    res->frame.title = words_in(SAY("Klopt er iets niet?"), req->lang);
    sheet_suggest_page(response_page(req, res), &v);
    return OK;
}

/* A message to the team about the note: it stands where they check it. */
static enum err suggest(struct tx *tx, struct request *req, struct response *res)
{
    const struct suggestion *f = form_values(req);
    struct sheet_note_of_row note;
    struct messages_of_row *messages;
    struct sheet s;
    size_t n;
    int64_t id;
    TRY(sheet_open_reading(req, res, &s));
    TRY(about(req, &s, &note));
    TRY(messages_of(tx->db, req->arena, note.voice, &messages, &n));
    if (n >= SUGGESTIONS_MOST)
        form_wrong(req, NULL,
                   SAY("Over deze notitie is al veel geschreven. Bel of mail ons liever."));
    TRY(form_checked(req));
    TRY(message_add(tx, note.voice, req->now, false, 0, f->text, &id));
    return response_redirect(res, PATH(req->arena, "/tafel/{}/lezen?gedaan=voorstel", s.slug));
}

const struct page sheet_suggest = {
    .path = "/tafel/:token/notitie/#number/voorstel",
    .who = WHO_ANYONE,
    .handle = suggest_page,
    .form = &suggestion_form,
    .act = suggest,
    .own_token = true,
    .file = __FILE__,
};
