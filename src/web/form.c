/* form.c — see form.h. */
#include "web/form.h"

#include <string.h>

#include "web/body.h"
#include "web/token.h"
#include "web/web.h"

enum { LINE_MOST = 200, TEXT_MOST = 10000, NUMBERS_MOST = 1000 };

struct form_state *form_start(struct arena *a, const struct form *form, enum lang lang)
{
    struct form_state *f = NEW(a, struct form_state, 1);
    *f = (struct form_state){ .form = form, .lang = lang, .arena = a };
    f->values = arena_take(a, 1, form->size ? form->size : 1);
    f->typed = NEW(a, struct str, form->fields_n + 1);
    f->problem = NEW(a, struct str, form->fields_n + 1);
    for (size_t i = 0; i < form->fields_n; i++) {
        f->typed[i] = STR("");
        if (form->fields[i].kind == FIELD_CHOICE_KIND)
            *(int *)((char *)f->values + form->fields[i].at) = -1;
    }
    return f;
}

/* The place of a field. A name that no field has is a mistake of ours, seen by the first test. */
static size_t place(const struct form_state *f, const char *name)
{
    for (size_t i = 0; i < f->form->fields_n; i++)
        if (!strcmp(f->form->fields[i].name, name)) return i;
    return f->form->fields_n;
}

static void *value_of(const struct form_state *f, size_t i)
{
    return (char *)f->values + f->form->fields[i].at;
}

/* ---- saying what is wrong ---- */

static void wrong(struct form_state *f, size_t i, struct str said)
{
    f->bad = true;
    if (!f->problem[i].n) f->problem[i] = said;
}

static void wrong_words(struct form_state *f, size_t i, const struct words *w)
{
    wrong(f, i, words_in(w, f->lang));
}

static void wrong_number(struct form_state *f, size_t i, const struct words *w, int64_t n)
{
    wrong(f, i,
          FILL(f->arena, w, f->lang, { "n", arena_format(f->arena, "%lld", (long long)n) }));
}

void form_wrong_said(struct request *req, const char *name, struct str what_to_do)
{
    struct form_state *f = req->form;
    const size_t i = name ? place(f, name) : f->form->fields_n;
    if (name && i < f->form->fields_n) {
        wrong(f, i, what_to_do);
        return;
    }
    f->bad = true;
    if (!f->wrong.n) f->wrong = what_to_do;
}

void form_wrong(struct request *req, const char *name, const struct words *what_to_do)
{
    form_wrong_said(req, name, words_in(what_to_do, req->lang));
}

enum err form_checked(const struct request *req)
{
    return req->form && req->form->bad
               ? FAIL(ERR_FORM, "%s: something to mend", req->page ? req->page->path : "a form")
               : OK;
}

/* ---- reading ---- */

/* U+202D and U+202E turn around whatever stands behind them, also what is ours. */
static bool turns_around(struct str x)
{
    return str_starts(x, STR("\xe2\x80\xad")) || str_starts(x, STR("\xe2\x80\xae"));
}

/* Line ends as one LF, other control characters as a blank (they come along from other programs, and a
 * loaded folder may not hold them); everything else exactly as it came. */
static struct str tidied(struct arena *a, struct str x, bool lines)
{
    char *to = arena_room(a, x.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        if (turns_around(str_from(x, i))) {
            i += 2;
        } else if (!lines) {
            to[n++] = c;
        } else if (c == '\r' || c == '\v' || c == '\f') {
            to[n++] = '\n';
            if (c == '\r' && i + 1 < x.n && x.s[i + 1] == '\n') i++;
        } else {
            to[n++] =
                ((unsigned char)c < 0x20 && c != '\n' && c != '\t') || c == 0x7F ? ' ' : c;
        }
    }
    return (struct str){ to, n };
}

struct str form_text(struct arena *a, struct str typed)
{
    return tidied(a, typed, true);
}

static bool has_controls(struct str x)
{
    for (size_t i = 0; i < x.n; i++)
        if ((unsigned char)x.s[i] < 0x20 || x.s[i] == 0x7F) return true;
    return false;
}

static void length_check(struct form_state *f, size_t i, struct str text, int64_t most)
{
    const struct field *d = &f->form->fields[i];
    const int64_t n = (int64_t)str_letters(text), limit = d->most ? d->most : most;
    if (n > limit)
        wrong(f, i,
              FILL(f->arena,
                   SAY("Maak dit korter: ten hoogste {n} tekens. Nu zijn het er {nu}."),
                   f->lang, { "n", arena_format(f->arena, "%lld", (long long)limit) },
                   { "nu", arena_format(f->arena, "%lld", (long long)n) }));
    else if (text.n && n < d->least)
        wrong_number(f, i, SAY("Schrijf ten minste {n} tekens."), d->least);
}

static void read_number(struct form_state *f, size_t i, struct str text)
{
    const struct field *d = &f->form->fields[i];
    const int64_t most = d->most ? d->most : INT64_MAX;
    int64_t *to = value_of(f, i);
    if (!text.n) return;
    if (!str_number(text, INT64_MAX, to))
        wrong_words(f, i, SAY("Schrijf hier een heel getal, zoals 12."));
    else if (*to < d->least)
        wrong_number(f, i, SAY("Schrijf een getal van {n} of hoger."), d->least);
    else if (*to > most)
        wrong_number(f, i, SAY("Schrijf een getal van ten hoogste {n}."), most);
}

/* The place of a code in "een twee drie"; -1 when it is none of them. */
static int choice_of(const char *choices, struct str code)
{
    struct str rest = str_of(choices), one;
    int at = 0;
    while (str_next(&rest, ' ', &one)) {
        if (!one.n) continue;
        if (str_eq(one, code)) return at;
        at++;
    }
    return -1;
}

static void read_choice(struct form_state *f, size_t i, struct str text)
{
    int *to = value_of(f, i);
    *to = choice_of(f->form->fields[i].choices, text);
    if (text.n && *to < 0) wrong_words(f, i, SAY("Kies een van de antwoorden die er staan."));
}

static void read_numbers(struct form_state *f, size_t i, const struct pairs *pairs)
{
    const struct field *d = &f->form->fields[i];
    const size_t most = d->most ? (size_t)d->most : NUMBERS_MOST;
    struct numbers *to = value_of(f, i);
    to->at = NEW(f->arena, int64_t, pairs->n + 1);
    for (size_t p = 0; p < pairs->n; p++) {
        int64_t number;
        bool twice = false;
        const struct pair *one = &pairs->at[p];
        if (one->file || !one->value.n || !str_is(one->name, d->name)) continue;
        if (!str_number(one->value, INT64_MAX, &number)) {
            wrong_words(f, i, SAY("Kies een van de antwoorden die er staan."));
            return;
        }
        for (size_t k = 0; k < to->n && !twice; k++) twice = to->at[k] == number;
        if (!twice) to->at[to->n++] = number;
    }
    if (to->n > most)
        wrong_number(f, i, SAY("Kies er ten hoogste {n} tegelijk."), (int64_t)most);
}

static bool empty(const struct form_state *f, size_t i)
{
    switch (f->form->fields[i].kind) {
    case FIELD_NUMBERS_KIND: return !((struct numbers *)value_of(f, i))->n;
    case FIELD_FILE_KIND: return !((struct upload *)value_of(f, i))->bytes.n;
    case FIELD_TICK_KIND: return !*(bool *)value_of(f, i);
    case FIELD_TEXT_KIND: return !str_trim(f->typed[i]).n;
    default: return !f->typed[i].n;
    }
}

static void read_day(struct form_state *f, size_t i, struct str text)
{
    struct optional_day *to = value_of(f, i);
    if (!text.n) return;
    to->has = day_read(text, &to->day);
    if (!to->has) wrong_words(f, i, SAY("Schrijf een datum zoals 2026-03-31."));
}

static void read_clock(struct form_state *f, size_t i, struct str text)
{
    struct optional_clock *to = value_of(f, i);
    if (!text.n) return;
    to->has = clock_read(text, &to->clock);
    if (!to->has) wrong_words(f, i, SAY("Schrijf een tijd zoals 19:30."));
}

static void read_file(struct form_state *f, size_t i, const struct pairs *pairs)
{
    struct upload *to = value_of(f, i);
    for (size_t p = 0; p < pairs->n; p++)
        if (pairs->at[p].file && str_is(pairs->at[p].name, f->form->fields[i].name)) {
            *to = (struct upload){ pairs->at[p].value, pairs->at[p].type };
            return;
        }
}

static void read_field(struct form_state *f, size_t i, const struct pairs *pairs)
{
    const struct field *d = &f->form->fields[i];
    struct str text = pairs_find(pairs, d->name);
    if (!text.s) text = STR("");
    switch (d->kind) {
    case FIELD_LINE_KIND:
        text = str_trim(tidied(f->arena, text, false));
        *(struct str *)value_of(f, i) = text;
        if (has_controls(text)) wrong_words(f, i, SAY("Schrijf dit op één regel."));
        length_check(f, i, text, LINE_MOST);
        break;
    case FIELD_TEXT_KIND:
        text = tidied(f->arena, text, true);
        *(struct str *)value_of(f, i) = text;
        length_check(f, i, text, TEXT_MOST);
        break;
    case FIELD_SECRET_KIND:
        *(struct str *)value_of(f, i) = text;
        length_check(f, i, text, LINE_MOST);
        break;
    case FIELD_NUMBER_KIND: read_number(f, i, text = str_trim(text)); break;
    case FIELD_CHOICE_KIND: read_choice(f, i, text); break;
    case FIELD_TICK_KIND: *(bool *)value_of(f, i) = str_is(text, "1"); break;
    case FIELD_DAY_KIND: read_day(f, i, text = str_trim(text)); break;
    case FIELD_CLOCK_KIND: read_clock(f, i, text = str_trim(text)); break;
    case FIELD_NUMBERS_KIND: read_numbers(f, i, pairs); break;
    case FIELD_FILE_KIND: read_file(f, i, pairs); return;
    }
    if (d->kind != FIELD_NUMBERS_KIND) f->typed[i] = text;
}

void form_read(struct form_state *f, const struct pairs *sent)
{
    f->sent = true;
    for (size_t i = 0; i < f->form->fields_n; i++) {
        const struct field *d = &f->form->fields[i];
        read_field(f, i, sent);
        if (d->required && empty(f, i))
            wrong_words(f, i, d->missing ? d->missing() : SAY("Vul dit in."));
    }
}

/* ---- for handlers and templates ---- */

const void *form_values(const struct request *req)
{
    return req->form->values;
}

void form_fill(struct request *req, const char *name, struct str text)
{
    struct form_state *f = req->form;
    const size_t i = place(f, name);
    if (!f->sent && i < f->form->fields_n) f->typed[i] = text;
}

void form_fill_number(struct request *req, const char *name, int64_t number)
{
    form_fill(req, name, arena_format(req->arena, "%lld", (long long)number));
}

struct str form_typed(const struct form_state *f, const char *name)
{
    const size_t i = place(f, name);
    if (i == f->form->fields_n || f->form->fields[i].kind == FIELD_SECRET_KIND) return STR("");
    return f->typed[i];
}

struct str form_problem(const struct form_state *f, const char *name)
{
    return f->problem[place(f, name)];
}

bool form_chosen_number(const struct form_state *f, const char *name, int64_t value)
{
    const size_t i = place(f, name);
    if (i == f->form->fields_n) return false;
    if (f->form->fields[i].kind == FIELD_NUMBERS_KIND) {
        const struct numbers *all = value_of(f, i);
        for (size_t k = 0; k < all->n; k++)
            if (all->at[k] == value) return true;
        return false;
    }
    int64_t typed;
    return str_number(f->typed[i], INT64_MAX, &typed) && typed == value;
}

bool form_chosen(const struct form_state *f, const char *name, struct str value)
{
    return str_eq(form_typed(f, name), value);
}

/* A group of choices has its problem at the first of them. */
static struct str anchor(const struct form_state *f, const struct field *d)
{
    struct str rest = str_of(d->choices), first;
    if (d->kind != FIELD_CHOICE_KIND || !d->choices || !str_next(&rest, ' ', &first))
        return str_of(d->name);
    return arena_format(f->arena, "%s-%.*s", d->name, STR_ARG(first));
}

struct form_faults form_faults(const struct form_state *f)
{
    struct form_faults all = { NEW(f->arena, struct form_fault, f->form->fields_n + 1), 0 };
    if (f->wrong.n) all.at[all.n++] = (struct form_fault){ STR(""), f->wrong };
    for (size_t i = 0; i < f->form->fields_n; i++)
        if (f->problem[i].n)
            all.at[all.n++] =
                (struct form_fault){ anchor(f, &f->form->fields[i]), f->problem[i] };
    return all;
}

void out_form_token(struct out *o)
{
    const struct str text = o->frame && o->frame->token ? token_text(o->frame->token) : STR("");
    out_raw(o, STR("<input type=\"hidden\" name=\"formulier\" value=\""));
    out_text(o, text);
    out_raw(o, STR("\">"));
}
