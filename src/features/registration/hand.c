/* hand.c — …/deur/mensen and …/deur/rijen: the list that a device keeps to work at the door without a
 * network, and what it hands in. docs/gatherings.md says what stands on the list, and when it goes. */
#include "features/registration/door.h"

#include "features/voices/voices.h"
#include "web/handed.h"
#include "web/manifest.h"
#include "web/token.h"

enum { ROWS = 200, ROWS_CHARACTERS = 200000 };

/* ---- the list ---- */

static void person_put(struct request *req, json_t *people, const struct door_people_row *p)
{
    const struct str mark = door_mark(req->arena, p->code);
    handed_add(people,
               json_pack("[I,I,s%,i,I,s%]", (json_int_t)p->id, (json_int_t)p->number, p->name.s,
                         p->name.n, (int)p->state,
                         (json_int_t)(p->has_arrived ? p->arrived.s : 0), mark.s, mark.n));
}

static enum err people_put(struct request *req, int64_t gathering, json_t *people)
{
    struct door_people_row *rows;
    size_t n = door_people_limit;
    for (int64_t after = 0; n == door_people_limit; after = rows[n - 1].number) {
        TRY(door_people(req->db, req->arena, gathering, after, &rows, &n));
        for (size_t i = 0; i < n; i++) person_put(req, people, &rows[i]);
    }
    return OK;
}

/* Where the door stands: a device that knows this very text knows who is on the list and in. */
static enum err stand_text(struct request *req, int64_t gathering, struct str *text)
{
    struct door_stand_row s;
    TRY(door_stand(req->db, req->arena, gathering, &s));
    *text = arena_format(req->arena, "%lld-%lld-%lld-%lld", (long long)s.people,
                         (long long)s.inside, (long long)s.moments, (long long)s.states);
    return OK;
}

static enum err list(struct request *req, struct response *res)
{
    struct str stand;
    struct subject s;
    struct organise_evening_row g;
    TRY(evening_find(req, &s, &g));
    TRY(stand_text(req, g.id, &stand));
    const bool over = door_over(req->now, g.day), known = str_eq(stand, req->query[0]);
    const struct str token = token_text(res->frame.token);
    json_t *all = json_object(), *people = json_array();
    if (!all) return FAIL(ERR_BROKEN, "no memory for a list");
    if (known)
        json_decref(people);
    else
        handed_put(all, "mensen", people);
    handed_put(all, "stand", json_stringn(stand.s, stand.n));
    handed_put(all, "nu", json_integer((json_int_t)req->now.s));
    handed_put(all, "voorbij", json_boolean(over));
    handed_put(all, "formulier", json_stringn(token.n ? token.s : "", token.n));
    const enum err e = over || known ? OK : people_put(req, g.id, people);
    if (e == OK) json_answer(res, all);
    json_decref(all);
    return e;
}

const struct page registration_door_list = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/mensen",
    .who = WHO_HOST,
    .query = "stand",
    .handle = list,
    .file = __FILE__,
};

/* ---- what is handed in ---- */

struct batch {
    struct str rows;
};
static const struct field fields[] = {
    FIELD_TEXT(struct batch, rows, "rijen", .required = true, .most = ROWS_CHARACTERS),
};
static const struct form form = FORM(struct batch, fields);

static bool row_read(struct arena *a, const json_t *o, struct door_row *row)
{
    static const char *const acts[DOOR_ACTS] = { "binnen", "erbij", "terug" };
    const int64_t moment_most = INT64_C(4102444800);
    const struct str act = handed_text(a, o, "doe"), of = handed_text(a, o, "van");
    *row = (struct door_row){ .act = DOOR_ACTS };
    for (int i = 0; i < DOOR_ACTS; i++)
        if (str_is(act, acts[i])) row->act = (enum door_act)i;
    row->who = handed_number(o, "wie", INT64_MAX);
    row->code = handed_text(a, o, "code");
    row->when.s = handed_number(o, "tijd", moment_most);
    row->since.s = handed_number(o, "sinds", moment_most);
    row->person.name = str_trim(form_text(a, handed_text(a, o, "naam")));
    row->person.age = -1;
    if (row->act == DOOR_NEW && !term_read(comes_as_term, 0, COMES_ASES,
                                           handed_text(a, o, "als"), &row->person.comes_as))
        return false;
    if (of.n && !mark_read(a, of, &row->of)) return false;
    return mark_read(a, handed_text(a, o, "id"), &row->mark) && row->act != DOOR_ACTS;
}

static enum err take_all(struct tx *tx, struct request *req, int64_t gathering,
                         struct handed *h)
{
    json_t *already = json_object(), *who = json_object();
    handed_put(h->said, "al", already);
    handed_put(h->said, "wie", who);
    for (size_t i = 0; i < handed_n(h); i++) {
        const json_t *o = handed_row(h, i);
        struct door_row row;
        struct door_said said = { .why = "fout" };
        if (row_read(req->arena, o, &row)) TRY(door_take(tx, req, gathering, &row, &said));
        handed_answer(h, o, said.why);
        if (said.why) continue;
        const char *mark = json_string_value(json_object_get(o, "id"));
        handed_put(who, mark, json_integer((json_int_t)said.who));
        if (said.already) handed_put(already, mark, json_integer((json_int_t)said.arrived.s));
    }
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct batch *b = form_values(req);
    struct organise_evening_row g;
    struct subject s;
    struct handed h;
    TRY(evening_find(req, &s, &g));
    TRY(handed_read(b->rows, ROWS, &h));
    const enum err e = take_all(tx, req, g.id, &h);
    if (e == OK) json_answer(res, h.said);
    handed_end(&h);
    return e;
}

const struct page registration_door_rows = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/rijen",
    .who = WHO_HOST,
    .form = &form,
    .act = act,
    .upload = 512 * 1024,
    .file = __FILE__,
};

/* ---- what opens the page without a network; see assets/offline-worker.js ---- */

static enum err worker(struct request *req, struct response *res)
{
    (void)req;
    return response_asset(res, STR("offline-worker.js"));
}

/* Beside what it serves: a browser lets it go no further than its own folder. For anyone, because it holds
 * nothing, and has to stay when signing in has ended. */
const struct page registration_door_worker = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur.js",
    .who = WHO_ANYONE,
    .handle = worker,
    .file = __FILE__,
};

/* For anyone too: a browser asks for it without saying who is signed in. It says no more than its address. */
static enum err manifest(struct request *req, struct response *res)
{
    const struct path here = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/deur",
                                  req->param[0].text, req->param[1].text);
    const struct str name = words_in(SAY("De deur"), req->lang);
    manifest_answer(
        req, res,
        &(struct manifest){ .name = name, .short_name = name, .start = here, .scope = here });
    return OK;
}

const struct page registration_door_manifest = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/deur/app.webmanifest",
    .who = WHO_ANYONE,
    .handle = manifest,
    .file = __FILE__,
};
