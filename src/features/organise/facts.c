/* facts.c — /:dialogue/beheer/bijeenkomsten/:gathering/gegevens: what, where and when, who may know of it,
 * and how many can come. */
#include "features/organise/form.html.h"
#include "features/organise/organise.h"

struct facts_form {
    struct str title, title_2, place, place_2, body, body_2, note, basis;
    struct optional_day day, until;
    struct optional_clock starts, ends;
    int64_t capacity, people;
    bool announced, registers, about;
};
static const struct words *no_title(void)
{
    return SAY("Geef de bijeenkomst een naam.");
}
static const struct words *no_day(void)
{
    return SAY("Kies de dag.");
}
enum { PEOPLE_MOST = 100000 };
static const struct field fields[] = {
    FIELD_LINE(struct facts_form, title, "naam", .required = true, .missing = no_title,
               .most = 120),
    FIELD_LINE(struct facts_form, title_2, "naam-2", .most = 120),
    FIELD_LINE(struct facts_form, place, "plaats", .most = 200),
    FIELD_LINE(struct facts_form, place_2, "plaats-2", .most = 200),
    FIELD_TEXT(struct facts_form, body, "uitleg", .most = 2000),
    FIELD_TEXT(struct facts_form, body_2, "uitleg-2", .most = 2000),
    FIELD_DAY(struct facts_form, day, "dag", .required = true, .missing = no_day),
    FIELD_CLOCK(struct facts_form, starts, "van"),
    FIELD_CLOCK(struct facts_form, ends, "tot"),
    FIELD_TICK(struct facts_form, announced, "openbaar"),
    FIELD_TICK(struct facts_form, registers, "aanmelden"),
    FIELD_NUMBER(struct facts_form, capacity, "plekken", .most = PEOPLE_MOST),
    FIELD_DAY(struct facts_form, until, "sluit"),
    FIELD_TEXT(struct facts_form, note, "notitie", .most = 4000),
    FIELD_NUMBER(struct facts_form, people, "aanwezig", .most = PEOPLE_MOST),
    FIELD_TICK(struct facts_form, about, "ongeveer"),
    FIELD_BASIS(struct facts_form),
};
static const struct form form = FORM(struct facts_form, fields);
enum {
    TITLE,
    TITLE_2,
    PLACE,
    PLACE_2,
    BODY,
    BODY_2,
    TEXTS,
    DAY = TEXTS,
    STARTS,
    ENDS,
    ANNOUNCED,
    REGISTERS,
    CAPACITY,
    UNTIL,
    NOTE,
    PEOPLE, /* and what follows: only once the day has come */
    ABOUT,
    ALL
};

/* A gathering as it stands, and what may be changed of it. */
struct facts_now {
    struct subject s;
    struct organise_evening_row g;
    struct str other, value[ALL];
    struct edit_field *fields;
    size_t n;
};

/* One field; the words of its hint may be NULL. */
static struct edit_field field(enum lang in, const char *name, enum edit_kind kind,
                               const struct words *label, const struct words *hint)
{
    return (struct edit_field){
        .name = name,
        .kind = kind,
        .label = words_in(label, in),
        .hint = hint ? words_in(hint, in) : STR(""),
        .optional = kind != EDIT_TICK,
    };
}

static void describe_texts(struct request *req, struct facts_now *t, enum lang in)
{
    const struct {
        const char *name, *beside;
        enum edit_kind kind;
        const struct words *label, *hint;
    } texts[] = {
        { "naam", "naam-2", EDIT_LINE, SAY("Naam"), NULL },
        { "plaats", "plaats-2", EDIT_LINE, SAY("Plaats"),
          SAY("Naam en adres van het gebouw.") },
        { "uitleg", "uitleg-2", EDIT_TEXT, SAY("Wat is het?"),
          SAY("Een paar zinnen: voor wie het is en wat u gaat doen.") },
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct edit_field *own = &t->fields[2 * i], *beside = own + 1;
        *own = field(in, texts[i].name, texts[i].kind, texts[i].label, texts[i].hint);
        *beside = field(in, texts[i].beside, texts[i].kind, texts[i].label, NULL);
        own->lang = t->s.own;
        own->optional = i > 0;
        beside->label = label_beside(req, texts[i].label, in, t->other);
        beside->lang = t->other;
        beside->beside = true;
    }
}

static void describe(struct request *req, struct facts_now *t, enum lang in)
{
    struct edit_field *x = t->fields = NEW(req->arena, struct edit_field, ALL);
    describe_texts(req, t, in);
    x[DAY] = field(in, "dag", EDIT_DAY, SAY("Dag"), NULL);
    x[DAY].optional = false;
    x[STARTS] = field(in, "van", EDIT_CLOCK, SAY("Begint om"), NULL);
    x[ENDS] = field(in, "tot", EDIT_CLOCK, SAY("Eindigt om"), NULL);
    x[ANNOUNCED] =
        field(in, "openbaar", EDIT_TICK, SAY("Iedereen mag dit weten"),
              SAY("De bijeenkomst, het programma en de tafels staan dan op de site."));
    x[REGISTERS] = field(in, "aanmelden", EDIT_TICK, SAY("Mensen kunnen zich aanmelden"),
                         SAY("Dat kan zodra iedereen de bijeenkomst mag weten."));
    x[CAPACITY] = field(in, "plekken", EDIT_NUMBER, SAY("Hoeveel mensen kunnen komen?"),
                        SAY("Daarna komt er een wachtlijst. Leeg: zoveel als er willen."));
    x[UNTIL] = field(in, "sluit", EDIT_DAY, SAY("Aanmelden kan tot en met"),
                     SAY("Leeg: tot de dag zelf."));
    x[NOTE] = field(in, "notitie", EDIT_TEXT, SAY("Notitie voor het team"),
                    SAY("Staat in het draaiboek, nergens anders. Bijvoorbeeld: wie de sleutel "
                        "heeft."));
    x[PEOPLE] = field(in, "aanwezig", EDIT_NUMBER, SAY("Hoeveel mensen waren er?"), NULL);
    x[ABOUT] = field(in, "ongeveer", EDIT_TICK, SAY("Dit aantal is geschat"), NULL);
}

static enum err facts_now(struct request *req, enum lang in, struct facts_now *t)
{
    struct organise_text_row other = { 0 };
    struct arena *a = req->arena;
    bool translated;
    *t = (struct facts_now){ 0 };
    TRY(evening_find(req, &t->s, &t->g));
    TRY(translation_read(req, STR(""), t->s.own, &t->other));
    TRY(organise_text(req->db, a, t->g.id, t->other, &other, &translated));
    if (!translated) other = (struct organise_text_row){ 0 };
    const struct organise_evening_row *g = &t->g;
    const struct str value[ALL] = {
        [TITLE] = g->title,
        [TITLE_2] = other.title,
        [PLACE] = g->place,
        [PLACE_2] = other.place,
        [BODY] = g->body,
        [BODY_2] = other.body,
        [DAY] = day_value(a, true, g->day),
        [STARTS] = clock_value(a, g->has_starts, g->starts),
        [ENDS] = clock_value(a, g->has_ends, g->ends),
        [ANNOUNCED] = g->announced ? STR("1") : STR(""),
        [REGISTERS] = g->registers ? STR("1") : STR(""),
        [CAPACITY] = number_value(a, g->has_capacity, g->capacity),
        [UNTIL] = day_value(a, g->has_until, g->until),
        [NOTE] = g->note,
        [PEOPLE] = number_value(a, g->has_people, g->people),
        [ABOUT] = g->about ? STR("1") : STR(""),
    };
    for (size_t i = 0; i < ALL; i++) t->value[i] = value[i];
    t->n = g->day.n <= req->today.n ? ALL : PEOPLE;
    describe(req, t, in);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_view v = { 0 };
    struct facts_now t;
    TRY(evening_open(req, res, &v, SAY("Gegevens"), "gegevens"));
    TRY(facts_now(req, req->lang, &t));
    edit_show(req, &v.page, t.fields, t.value, t.n);
    v.page.remove =
        PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/weg", v.page.d.slug, v.g.slug);
    v.page.remove_text = words_in(SAY("Haal deze bijeenkomst weg"), req->lang);
    organise_form_page(response_page(req, res), &v);
    return OK;
}

/* Something was noted there, or somebody counts on it: then everybody may know of it. */
static enum err may_be_quiet(struct request *req, const struct facts_now *t)
{
    struct organise_hangs_row hangs;
    TRY(organise_hangs(req->db, req->arena, t->g.id, &hangs));
    if (hangs.findings || hangs.voices || hangs.registrations)
        form_wrong(req, "openbaar",
                   SAY("Er is iets genoteerd of iemand meldde zich aan. Laat dit aan staan."));
    return OK;
}

static enum err check(struct request *req, const struct facts_now *t, const struct str *x)
{
    const struct facts_form *f = form_values(req);
    (void)edit_translated(req, t->fields, x, TEXTS);
    if (f->starts.has && f->ends.has && f->ends.clock.minutes <= f->starts.clock.minutes)
        form_wrong(req, "tot", SAY("Kies een tijd na het begin."));
    if (!f->starts.has && f->ends.has)
        form_wrong(req, "van", SAY("Schrijf ook wanneer het begint."));
    if (f->until.has && f->until.day.n > f->day.day.n)
        form_wrong(req, "sluit", SAY("Kies een dag voor de bijeenkomst, of de dag zelf."));
    if (t->g.announced && !f->announced) TRY(may_be_quiet(req, t));
    return edit_unchanged(req, t->value, t->n);
}

static enum err save(struct tx *tx, const struct facts_now *t, const struct facts_form *f,
                     const struct str *x)
{
    const struct organise_evening_row *g = &t->g;
    const bool later = t->n != ALL; /* how many came is not asked yet: it stays */
    const bool has_people = later ? g->has_people : f->people > 0;
    TRY(gathering_update(tx, g->id, g->position, f->day.day, f->starts.has, f->starts.clock,
                         f->ends.has, f->ends.clock, has_people, later ? g->people : f->people,
                         later ? g->about : f->about && f->people > 0, g->has_picture,
                         g->picture));
    TRY(gathering_announce(tx, g->id, f->announced));
    TRY(gathering_text_put(tx, g->id, t->s.own, x[TITLE], x[PLACE], x[BODY]));
    if (x[TITLE_2].n)
        TRY(gathering_text_put(tx, g->id, t->other, x[TITLE_2], x[PLACE_2], x[BODY_2]));
    else
        TRY(gathering_text_delete(tx, g->id, t->other));
    return gathering_plan_put(tx, g->id, f->capacity > 0, f->capacity, f->registers,
                              f->until.has, f->until.day, x[NOTE]);
}

/* Would somebody who comes want to know? */
static bool is_another(const struct facts_now *t, const struct str *x)
{
    static const int told[] = { TITLE, PLACE, DAY, STARTS };
    for (size_t i = 0; i < COUNT_OF(told); i++)
        if (!str_eq(t->value[told[i]], x[told[i]])) return true;
    return false;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct facts_form *f = form_values(req);
    struct facts_now t;
    struct str x[ALL];
    size_t changes;
    int64_t silent;
    TRY(facts_now(req, LANG_NL, &t));
    for (size_t i = 0; i < ALL; i++) x[i] = t.value[i];
    edit_typed(req, t.fields, x, t.n);
    TRY(check(req, &t, x));
    t.value[NOTE] = x[NOTE]; /* may name people, so it is not written down */
    TRY(edit_history(tx, req,
                     (struct change){ .dialogue = t.s.id,
                                      .thing = THING_GATHERING,
                                      .number = t.g.id,
                                      .act = ACT_CHANGED },
                     t.fields, t.value, x, t.n, &changes));
    TRY(save(tx, &t, f, x));
    if (f->day.day.n < req->today.n)
        return evening_back(req, res, t.g.slug, "gegevens", "bewaard");
    TRY(evening_moves_up(tx, req, t.g.id));
    if (!is_another(&t, x)) return evening_back(req, res, t.g.slug, "gegevens", "bewaard");
    TRY(evening_moved(tx, req, t.g.id, &silent));
    return evening_back(req, res, t.g.slug, "gegevens", silent ? "bel" : "gemaild");
}

const struct page organise_facts = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/gegevens",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
