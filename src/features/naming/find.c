/* find.c — where a name stands; see naming.h. */
#include "features/naming/naming.h"

#include "base/bytes.h"
#include "web/token.h"

const struct words *part_words(enum naming_part part)
{
    switch (part) {
    case PART_POINT: return SAY("Punt");
    case PART_VOICE: return SAY("Inbreng");
    case PART_TRANSLATION: return SAY("Vertaling van inbreng");
    case PART_SIGNED: return SAY("Naam onder een verhaal");
    case PART_TITLE: return SAY("Titel van een verhaal");
    case PART_FINDING: return SAY("Bevinding");
    case PART_THEME_TITLE: return SAY("Naam van een thema");
    case PART_QUESTION: return SAY("Vraag van een thema");
    case PART_CONTEXT: return SAY("Uitleg van een thema");
    case PART_SECTION: return SAY("Lange tekst");
    case PART_EVENING: return SAY("Bijeenkomst");
    case PART_SUMMARY: return SAY("Samenvatting");
    case PART_ALT:
    case PART_PHOTO:
    case PART_PHOTO_EN: return SAY("Beschrijving van een afbeelding");
    case PART_CAPTION: return SAY("Onderschrift van een afbeelding");
    case PART_MAKER:
    case PART_PHOTO_MAKER: return SAY("Maker van een afbeelding");
    case PART_EVENING_TITLE: return SAY("Naam van een bijeenkomst");
    case PART_PLACE: return SAY("Plek van een bijeenkomst");
    case PART_ITEM_TITLE:
    case PART_ITEM: return SAY("Programma van een bijeenkomst");
    case PART_SOURCE_TITLE:
    case PART_SOURCE_NOTE: return SAY("Bron");
    case PART_AUTHOR: return SAY("Schrijver van een bron");
    case PART_PILLAR_TITLE:
    case PART_PILLAR: return SAY("Pijler");
    case PART_SUMMARY_MAKER: return SAY("Schrijver van een samenvatting");
    case PART_ADVICE_TITLE:
    case PART_ADVICE:
    case PART_PRIORITY:
    case PART_NEXT: return SAY("Advies");
    case PART_REASON:
    case PART_OPTIONS: return SAY("Antwoord op een advies");
    case PART_PROMISE_TITLE:
    case PART_PROMISE:
    case PART_STOPPED: return SAY("Toezegging");
    case PART_DEED:
    case PART_FIGURE: return SAY("Daad");
    case PARTS: break;
    }
    return SAY("Tekst");
}

/* ---- every text ---- */

struct walk {
    enum naming_part part;
    naming_row *row;
    void *with;
};
static enum err pass(const struct naming_points_row *r, void *with)
{
    const struct walk *w = with;
    return w->row(&(struct named){ w->part, r->row, r->number, r->lang, r->body }, w->with);
}

enum err naming_walk(struct db *db, int64_t dialogue, naming_row *row, void *with)
{
    typedef enum err ask(struct db *, int64_t,
                         enum err(*)(const struct naming_points_row *, void *), void *);
    ask *const asks[PARTS] = {
        [PART_POINT] = naming_points,
        [PART_VOICE] = naming_voices,
        [PART_TRANSLATION] = naming_translations,
        [PART_SIGNED] = naming_signed,
        [PART_TITLE] = naming_titles,
        [PART_FINDING] = naming_findings,
        [PART_THEME_TITLE] = naming_theme_titles,
        [PART_QUESTION] = naming_questions,
        [PART_CONTEXT] = naming_contexts,
        [PART_SECTION] = naming_sections,
        [PART_EVENING] = naming_evenings,
        [PART_SUMMARY] = naming_summaries,
        [PART_ALT] = naming_alts,
        [PART_CAPTION] = naming_captions,
        [PART_MAKER] = naming_makers,
        [PART_EVENING_TITLE] = naming_evening_titles,
        [PART_PLACE] = naming_places,
        [PART_ITEM_TITLE] = naming_item_titles,
        [PART_ITEM] = naming_items,
        [PART_SOURCE_TITLE] = naming_source_titles,
        [PART_SOURCE_NOTE] = naming_source_notes,
        [PART_AUTHOR] = naming_authors,
        [PART_PILLAR_TITLE] = naming_pillar_titles,
        [PART_PILLAR] = naming_pillars,
        [PART_SUMMARY_MAKER] = naming_summary_makers,
        [PART_PHOTO] = naming_photos,
        [PART_PHOTO_EN] = naming_photos_en,
        [PART_PHOTO_MAKER] = naming_photo_makers,
        [PART_ADVICE_TITLE] = naming_advice_titles,
        [PART_ADVICE] = naming_advices,
        [PART_PRIORITY] = naming_priorities,
        [PART_NEXT] = naming_nexts,
        [PART_REASON] = naming_reasons,
        [PART_OPTIONS] = naming_options,
        [PART_PROMISE_TITLE] = naming_promise_titles,
        [PART_PROMISE] = naming_promises,
        [PART_STOPPED] = naming_stops,
        [PART_DEED] = naming_deeds,
        [PART_FIGURE] = naming_figures,
    };
    for (int part = 0; part < PARTS; part++) {
        struct walk w = { (enum naming_part)part, row, with };
        TRY(asks[part](db, dialogue, pass, &w));
    }
    return OK;
}

/* ---- a name in them ---- */

struct finding_it {
    struct arena *a;
    const struct dialogue *d;
    const struct naming *name;
    struct naming_roles roles;
    struct named_text *texts;
    size_t n;
    bool more;
};

/* Seven bytes of a hash: a number that a form can send back. */
static struct str key_of(struct arena *a, const struct named *t)
{
    const struct str hash =
        sha256(a, arena_format(a, "%d %lld %.*s %.*s", (int)t->part, (long long)t->row,
                               STR_ARG(t->lang), STR_ARG(t->body)));
    int64_t key = 0;
    for (size_t i = 0; i < 6; i++) key = key << 8 | (unsigned char)hash.s[i];
    return arena_format(a, "%lld", (long long)key);
}

static struct path place_of(struct arena *a, const struct dialogue *d, const struct named *t)
{
    const struct str number = arena_format(a, "%lld", (long long)t->number);
    switch (t->part) {
    case PART_POINT: return PATH(a, "/{}/beheer/punten/{}", d->slug, number);
    case PART_VOICE:
    case PART_TRANSLATION:
    case PART_SIGNED:
    case PART_TITLE: return PATH(a, "/{}/beheer/nakijken/{}", d->slug, number);
    case PART_FINDING: return PATH(a, "/{}/beheer/bevindingen/{}", d->slug, number);
    case PART_SECTION: return PATH(a, "/{}/beheer/instellen/lange-teksten", d->slug);
    case PART_EVENING:
    case PART_EVENING_TITLE:
    case PART_PLACE:
    case PART_ITEM_TITLE:
    case PART_ITEM: return PATH(a, "/{}/beheer/bijeenkomsten", d->slug);
    case PART_ALT:
    case PART_CAPTION:
    case PART_MAKER: return PATH(a, "/{}/beheer/fotos", d->slug);
    case PART_PHOTO:
    case PART_PHOTO_EN:
    case PART_PHOTO_MAKER: return PATH(a, "/{}/beheer/fotos/{}", d->slug, number);
    case PART_SOURCE_TITLE:
    case PART_SOURCE_NOTE:
    case PART_AUTHOR: return PATH(a, "/{}/beheer/bronnen", d->slug);
    case PART_PILLAR_TITLE:
    case PART_PILLAR: return PATH(a, "/{}/beheer/instellen/pijlers", d->slug);
    case PART_ADVICE_TITLE:
    case PART_ADVICE:
    case PART_PRIORITY:
    case PART_NEXT:
    case PART_REASON:
    case PART_OPTIONS: return PATH(a, "/{}/beheer/adviezen/{}", d->slug, number);
    case PART_PROMISE_TITLE:
    case PART_PROMISE:
    case PART_STOPPED:
    case PART_DEED:
    case PART_FIGURE: return PATH(a, "/{}/beheer/toezeggingen/{}", d->slug, number);
    case PART_SUMMARY:
    case PART_SUMMARY_MAKER: return PATH(a, "/{}/beheer/instellen/samenvatting", d->slug);
    case PART_THEME_TITLE:
    case PART_QUESTION:
    case PART_CONTEXT:
    case PARTS: break;
    }
    return PATH(a, "/{}/beheer/themas", d->slug);
}

static enum err look(const struct named *t, void *with)
{
    struct finding_it *f = with;
    struct name_place first;
    struct named_text found = { .text = *t };
    if (!naming_next(f->name, t->body, 0, &first)) return OK;
    if (f->n == NAMED_MOST) {
        f->more = true;
        return OK;
    }
    const bool english = str_is(t->lang, "en") && f->roles.english.n;
    found.text.lang = arena_copy(f->a, t->lang);
    found.text.body = arena_copy(f->a, t->body);
    naming_said(f->a, f->name, found.text.body, english ? f->roles.english : f->roles.own,
                &found.said, &found.sure);
    found.ticked = found.sure && (english || str_eq(t->lang, f->d->own));
    found.key = key_of(f->a, &found.text);
    found.to = place_of(f->a, f->d, t);
    f->texts[f->n++] = found;
    return OK;
}

enum err naming_find(struct request *req, struct db *db, const struct dialogue *d,
                     const struct naming *name, struct naming_roles roles,
                     struct named_text **texts, size_t *n, bool *more)
{
    struct finding_it f = { .a = req->arena, .d = d, .name = name, .roles = roles };
    f.texts = NEW(req->arena, struct named_text, NAMED_MOST);
    TRY(naming_walk(db, d->id, look, &f));
    *texts = f.texts;
    *n = f.n;
    *more = f.more;
    return OK;
}

struct counting {
    const struct naming *name;
    int64_t points, last;
};
static enum err count(const struct naming_points_row *r, void *with)
{
    struct counting *c = with;
    struct name_place first;
    if (r->row == c->last || !naming_next(c->name, r->body, 0, &first)) return OK;
    c->last = r->row;
    c->points++;
    return OK;
}

enum err naming_in_edition(struct db *db, int64_t dialogue, const struct naming *name,
                           int64_t *points)
{
    struct counting c = { .name = name };
    TRY(naming_published(db, dialogue, count, &c));
    *points = c.points;
    return OK;
}
