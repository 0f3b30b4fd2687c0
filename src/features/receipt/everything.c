/* everything.c — all that is kept about one receipt, as a file; and its recording. */
#include "features/receipt/receipt.h"

#include "features/history/history.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *text(struct str x)
{
    return json_stringn(x.n ? x.s : "", x.n);
}

static json_t *moment(struct instant t)
{
    struct date d = date_of((struct day){ (int32_t)(t.s / 86400) });
    const int rest = (int)(t.s % 86400);
    char s[80];
    snprintf(s, sizeof s, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year, d.month, d.day, rest / 3600,
             rest / 60 % 60, rest % 60);
    return json_string(s);
}

static void put(json_t *o, const char *name, json_t *value)
{
    if (!value || json_object_set_new(o, name, value))
        abort(); /* without memory, as everywhere */
}

static void add(json_t *list, json_t *value)
{
    if (!value || json_array_append_new(list, value)) abort();
}

static void put_words(json_t *o, const struct receipt_view *v)
{
    put(o, "language", text(v->v.lang));
    put(o, "text", text(v->said));
    if (v->cut) put(o, "text_others_may_read", text(v->v.body));
    if (v->v.has_story_title) put(o, "title", text(v->v.story_title));
    if (v->v.has_signed_by) put(o, "signed", text(v->v.signed_by));
    if (v->v.has_sound) put(o, "recording", text(v->v.sound));
}

static void put_place(json_t *o, const struct receipt_view *v)
{
    put(o, "dialogue", text(v->v.slug));
    put(o, "number", json_integer(v->v.number));
    put(o, "received", moment(v->v.received));
    put(o, "channel", json_string(channel_term((int)v->v.channel).code));
    put(o, "consent", json_string(consent_term((int)v->v.consent).code));
    put(o, "under_sixteen_with_a_parent", json_boolean(v->v.young));
    if (v->v.has_theme) put(o, "theme", text(v->v.theme));
    if (v->v.has_neighbourhood) put(o, "neighbourhood", text(v->v.neighbourhood));
    if (v->v.has_kind) put(o, "kind", json_string(kind_term((int)v->v.kind).code));
    put(o, "visibility", json_string(visibility_term((int)v->v.visibility).code));
    put(o, "account", json_string(account_term((int)v->v.account).code));
    put(o, "check", json_string(check_state_term((int)v->v.state).code));
    if (v->v.has_reason)
        put(o, "set_aside_because", json_string(reason_term((int)v->v.reason).code));
    if (v->v.has_hidden_for)
        put(o, "hidden_because", json_string(reason_term((int)v->v.hidden_for).code));
}

static json_t *messages(const struct receipt_view *v)
{
    json_t *list = json_array();
    for (size_t i = 0; i < v->messages_n; i++) {
        const struct messages_of_row *m = &v->messages[i];
        json_t *o = json_object();
        put(o, "at", moment(m->at));
        put(o, "from", json_string(m->has_person ? "team" : "author"));
        put(o, "text", text(m->body));
        add(list, o);
    }
    return list;
}

static json_t *objections(const struct receipt_view *v)
{
    json_t *list = json_array();
    for (size_t i = 0; i < v->objections_n; i++) {
        const struct objections_of_row *m = &v->objections[i];
        json_t *o = json_object();
        put(o, "at", moment(m->at));
        put(o, "text", text(m->body));
        if (m->has_decided) {
            put(o, "decided", moment(m->decided));
            put(o, "granted", json_boolean(m->granted));
            put(o, "answer", text(m->answer));
        }
        add(list, o);
    }
    return list;
}

static json_t *photos(const struct receipt_view *v)
{
    json_t *list = json_array();
    for (size_t i = 0; i < v->photos_n; i++) {
        const struct photos_sent_with_row *p = &v->photos[i];
        json_t *o = json_object();
        put(o, "state", json_string(photo_state_term((int)p->state).code));
        put(o, "people", json_string(photo_people_term((int)p->people).code));
        if (p->has_hidden_for)
            put(o, "hidden_because", json_string(reason_term((int)p->hidden_for).code));
        add(list, o);
    }
    return list;
}

static enum err put_rest(struct request *req, const struct receipt_view *v, json_t *o)
{
    struct receipt_translations_row *translations;
    struct receipt_history_row *acts;
    struct receipt_care_row care;
    size_t n;
    bool found;
    json_t *list = json_array();
    put(o, "translations", list);
    TRY(receipt_translations(req->db, req->arena, v->v.id, &translations, &n));
    for (size_t i = 0; i < n; i++) {
        json_t *x = json_object();
        put(x, "language", text(translations[i].lang));
        put(x, "text", text(translations[i].body));
        add(list, x);
    }
    put(o, "history", list = json_array());
    TRY(receipt_history(req->db, req->arena, v->v.id, &acts, &n));
    for (size_t i = 0; i < n; i++) {
        json_t *x = json_object();
        put(x, "at", moment(acts[i].at));
        put(x, "what", text(words_in(act_words(acts[i].act), LANG_EN)));
        if (acts[i].before.n) put(x, "before", text(acts[i].before));
        if (acts[i].after.n) put(x, "after", text(acts[i].after));
        add(list, x);
    }
    TRY(receipt_care(req->db, req->arena, v->v.id, &care, &found));
    if (!found) return OK;
    put(o, "care", list = json_object());
    put(list, "before", moment(care.due));
    put(list, "note", text(care.note));
    if (care.has_closed) put(list, "closed", moment(care.closed));
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct receipt_view v;
    TRY(receipt_open(req, res, &v));
    json_t *o = json_object();
    put_place(o, &v);
    put_words(o, &v);
    put(o, "messages", messages(&v));
    put(o, "objections", objections(&v));
    put(o, "photos", photos(&v));
    const enum err e = put_rest(req, &v, o);
    char *s = e == OK ? json_dumps(o, JSON_INDENT(2)) : NULL;
    json_decref(o);
    if (e == OK && !s) abort();
    if (s) out_raw(&res->body, str_of(s));
    free(s);
    res->content = CONTENT_JSON;
    res->filename = arena_format(req->arena, "inbreng-%lld.json", (long long)v.v.number);
    return e;
}

static enum err sound(struct request *req, struct response *res)
{
    struct receipt_sound_row row;
    struct str code;
    bool found = false;
    receipt_quiet(req, res);
    if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(receipt_sound(req->db, req->arena, receipt_hash(req->arena, code), &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no recording with this receipt");
    res->content = CONTENT_BYTES;
    res->filename = arena_format(req->arena, "opname.%.*s",
                                 STR_ARG(str_from(row.type, sizeof "audio/" - 1)));
    out_raw(&res->body, row.bytes);
    return OK;
}

/* As it is kept: who has the code sent it. */
static enum err photo(struct request *req, struct response *res)
{
    struct receipt_view v;
    struct photo_of_author_row row;
    bool found;
    TRY(receipt_open(req, res, &v));
    TRY(photo_of_author(req->db, req->arena, v.v.id, req->param[1].number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no photo with this receipt");
    photo_answer(res, row.type, row.bytes);
    return OK;
}

const struct page receipt_everything = {
    .path = "/bewijs/:code/alles",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = handle,
    .file = __FILE__,
};
const struct page receipt_recording = {
    .path = "/bewijs/:code/opname",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = sound,
    .file = __FILE__,
};
const struct page receipt_photo = {
    .path = "/bewijs/:code/foto/#photo",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = photo,
    .file = __FILE__,
};
