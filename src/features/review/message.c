/* message.c — /:dialogue/beheer/nakijken/berichten: what authors, and those who sat at a table, wrote about a
 * voice. It waits there until one of the team answers it or says that it is read. */
#include "features/review/message.h"

#include "features/review/messages.html.h"

#define MESSAGES "/{}/beheer/nakijken/berichten"

static enum err list(struct request *req, struct response *res)
{
    struct messages_view v = { 0 };
    struct messages_waiting_row *rows;
    int64_t after = 0;
    size_t n;
    TRY(desk_open(req, res, &v.d));
    if (req->query[0].n && !str_number(req->query[0], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins nowhere");
    TRY(queue_counts(req, v.d.id, &v.counts));
    TRY(messages_waiting(req->db, req->arena, v.d.id, after, &rows, &n));
    v.self = PATH(req->arena, MESSAGES, v.d.slug);
    v.done = str_is(req->query[1], "gelezen");
    v.more = n > PAGE_SIZE;
    v.lines_n = v.more ? PAGE_SIZE : n;
    v.lines = NEW(req->arena, struct message_line, n + 1);
    for (size_t i = 0; i < v.lines_n; i++)
        v.lines[i] =
            (struct message_line){ &rows[i], beginning(req->arena, rows[i].words, 300),
                                   rows[i].has_channel && rows[i].channel == CHANNEL_TABLE };
    if (v.more)
        v.next = PATH(req->arena, MESSAGES "?na={}", v.d.slug,
                      arena_format(req->arena, "%lld", (long long)rows[PAGE_SIZE - 1].id));
    res->frame.title = words_in(SAY("Berichten"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/nakijken", v.d.slug),
                   words_in(SAY("Nakijken"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    messages_page(response_page(req, res), &v);
    return OK;
}

struct message_form {
    int64_t message;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct message_form, message, "bericht", .required = true),
};
static const struct form form = FORM(struct message_form, fields);

static enum err was_read(struct tx *tx, struct request *req, struct response *res)
{
    const struct message_form *f = form_values(req);
    struct str own;
    int64_t dialogue;
    TRY(dialogue_named(req, &dialogue, &own));
    TRY(message_read(tx, dialogue, f->message));
    return response_redirect(res,
                             PATH(req->arena, MESSAGES "?gedaan=gelezen", req->param[0].text));
}

const struct page review_messages = {
    .path = "/:dialogue/beheer/nakijken/berichten",
    .who = WHO_EDITOR,
    .query = "na gedaan",
    .handle = list,
    .form = &form,
    .act = was_read,
    .file = __FILE__,
};
