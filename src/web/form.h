/* form.h — what may be posted to a page: one descriptor reads it, says what is wrong, and shows it again.
 *
 *   struct give { struct str text; int64_t theme; int consent; };
 *   static const struct field give_fields[] = {
 *       FIELD_TEXT(struct give, text, "tekst", .required = true, .most = 4000),
 *       FIELD_CHOICE(struct give, consent, "mag", "openbaar team tellen", .required = true),
 *   };
 *   static const struct form give_form = FORM(struct give, give_fields);
 *
 * A page names the form in `.form` and what it does in `.act`. Before `act` runs, everything that
 * was sent is read into the struct: texts are well-formed UTF-8 without NUL, control characters or
 * what turns around the text behind it, with CRLF as LF and without blanks around a line; numbers and choices are what they may be. A field that was not sent
 * is empty, 0 or -1 (a choice). What the form does not name is left alone.
 *
 * Nothing a person typed is lost: when something is wrong, `handle` shows the page again (422) with
 * what was typed and, beside each field, what to do. Memory: the request's arena. */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "base/base.h"
#include "base/lang.h"
#include "base/out.h"
#include "base/time.h"

struct request;

enum field_kind {
    FIELD_LINE_KIND, /* struct str: one line */
    FIELD_TEXT_KIND, /* struct str: several lines; blanks at its ends are kept out of the count */
    FIELD_SECRET_KIND,  /* struct str: as it was typed, and never shown again */
    FIELD_NUMBER_KIND,  /* int64_t: whole, from least to most; 0 when empty */
    FIELD_CHOICE_KIND,  /* int: place in `choices`; -1 when none */
    FIELD_TICK_KIND,    /* bool */
    FIELD_DAY_KIND,     /* struct optional_day: as <input type="date"> sends it */
    FIELD_CLOCK_KIND,   /* struct optional_clock: as <input type="time"> sends it */
    FIELD_NUMBERS_KIND, /* struct numbers: of boxes with the same name, each once */
    FIELD_FILE_KIND,    /* struct upload: a file, on a page with `.upload` */
};
struct numbers {
    int64_t *at;
    size_t n;
};
struct optional_day {
    bool has;
    struct day day;
};
struct optional_clock {
    bool has;
    struct clock clock;
};
struct upload { /* bytes.n == 0: none. The name that came with it is never kept. */
    struct str bytes, type;
};

struct field {
    const char *name; /* in the markup; also its id there */
    enum field_kind kind;
    size_t at;           /* where in the struct of values */
    const char *choices; /* codes with blanks between */
    bool required;
    int64_t least,
        most; /* characters of a text, bounds of a number; most 0: 200, or 10,000 of a
                            text over lines, or INT64_MAX of a number, or 1,000 boxes */
    const struct words *(*missing)(void); /* what to do when it is empty; NULL: "Vul dit in." */
};
struct form {
    const struct field *fields;
    size_t fields_n, size; /* size of the struct of values */
};

/* The name comes first behind the member, then what else there is to say of it. */
#define FIELD_OF(struct_type, member, its_kind, type, ...)                                     \
    {                                                                                          \
        .kind = (its_kind),                                                                    \
        .at = offsetof(struct_type, member) +                                                  \
              0 * sizeof(_Generic(&((struct_type *)0)->member, type * : 1)),                   \
        .name = __VA_ARGS__                                                                    \
    }
#define FIELD_LINE(s, member, ...) FIELD_OF(s, member, FIELD_LINE_KIND, struct str, __VA_ARGS__)
#define FIELD_TEXT(s, member, ...) FIELD_OF(s, member, FIELD_TEXT_KIND, struct str, __VA_ARGS__)
#define FIELD_SECRET(s, member, ...)                                                           \
    FIELD_OF(s, member, FIELD_SECRET_KIND, struct str, __VA_ARGS__)
#define FIELD_NUMBER(s, member, ...)                                                           \
    FIELD_OF(s, member, FIELD_NUMBER_KIND, int64_t, __VA_ARGS__)
#define FIELD_TICK(s, member, ...) FIELD_OF(s, member, FIELD_TICK_KIND, bool, __VA_ARGS__)
#define FIELD_DAY(s, member, ...)                                                              \
    FIELD_OF(s, member, FIELD_DAY_KIND, struct optional_day, __VA_ARGS__)
#define FIELD_CLOCK(s, member, ...)                                                            \
    FIELD_OF(s, member, FIELD_CLOCK_KIND, struct optional_clock, __VA_ARGS__)
#define FIELD_NUMBERS(s, member, ...)                                                          \
    FIELD_OF(s, member, FIELD_NUMBERS_KIND, struct numbers, __VA_ARGS__)
#define FIELD_FILE(s, member, ...)                                                             \
    FIELD_OF(s, member, FIELD_FILE_KIND, struct upload, __VA_ARGS__)
#define FIELD_CHOICE(s, member, its_name, ...)                                                 \
    FIELD_OF(s, member, FIELD_CHOICE_KIND, int, (its_name), .choices = __VA_ARGS__)
#define FORM(struct_type, its_fields)                                                          \
    {                                                                                          \
        (its_fields), sizeof(its_fields) / sizeof *(its_fields), sizeof(struct_type)           \
    }

/* A form as it stands on a page: empty, filled in to be changed, or sent with something wrong. */
struct form_state {
    const struct form *form;
    void *values;        /* the struct */
    struct str *typed;   /* of each field, to be shown again */
    struct str *problem; /* of each field, in the reader's language; empty: fine */
    struct str wrong;    /* about the whole; empty: fine */
    bool sent;           /* it was posted */
    bool bad;            /* something is wrong */
    enum lang lang;
    struct arena *arena;
};

/* ---- for handle and act ---- */

/* The struct of values of this request; of the page's form, so the caller casts it. */
const void *form_values(const struct request *req);
/* Fills a field before the page is first shown; does nothing once the form was sent. */
void form_fill(struct request *req, const char *name, struct str text);
void form_fill_number(struct request *req, const char *name, int64_t number);
/* Says what is wrong with a field (NULL: with the whole form). `act` then gives ERR_FORM. */
void form_wrong(struct request *req, const char *name, const struct words *what_to_do);
void form_wrong_said(struct request *req, const char *name, struct str what_to_do);
/* ERR_FORM when something is wrong by now. */
MUST_CHECK enum err form_checked(const struct request *req);

/* What a field of text makes of what was typed, for words that come another way. */
struct str form_text(struct arena *a, struct str typed);

/* ---- for templates ---- */

struct str form_typed(const struct form_state *f, const char *name);
/* Empty when it is fine. */
struct str form_problem(const struct form_state *f, const char *name);
/* Is this the choice, the number among numbers, or the tick (value "1") that was made? */
bool form_chosen(const struct form_state *f, const char *name, struct str value);
bool form_chosen_number(const struct form_state *f, const char *name, int64_t value);
/* What is wrong, in the order of the fields: for the list above a form (web/problems.html). `to` is the
 * id to go to: of the field, or of the first of its choices ("soort-needed"); empty: of the whole. */
struct form_fault {
    struct str to, said;
};
struct form_faults {
    struct form_fault *at;
    size_t n;
};
struct form_faults form_faults(const struct form_state *f);

/* ---- for web/ ---- */

/* An empty form. */
struct form_state *form_start(struct arena *a, const struct form *form, enum lang lang);
/* Reads what was sent (body.h) into it and checks each field. */
struct pairs;
void form_read(struct form_state *f, const struct pairs *sent);

#endif
