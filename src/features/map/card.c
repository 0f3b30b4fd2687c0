/* card.c — see card.h. */
#include "features/map/card.h"

static void place_now(struct card_place *p, struct instant now)
{
    struct str wrong;
    p->has_hours = p->row->hours.n && hours_read(p->row->hours, &p->hours, &wrong);
    if (!p->has_hours) return;
    p->open = hours_until(&p->hours, now, &p->day, &p->clock);
    p->has_next = p->open || hours_next(&p->hours, now, &p->day, &p->clock);
}

static enum err texts(struct db *db, struct arena *a, int64_t service, enum lang lang,
                      struct map_card *c)
{
    bool found;
    TRY(service_row_text(db, a, service, STR("nl"), &c->own, &found));
    c->text = c->own;
    c->lang = STR("nl");
    if (lang != LANG_EN) return OK;
    struct service_row_text_row english;
    TRY(service_row_text(db, a, service, STR("en"), &english, &found));
    if (!found) return OK;
    c->text = english;
    c->lang = STR("en");
    return OK;
}

enum err map_card(struct db *db, struct arena *a, int64_t service, enum lang lang,
                  struct instant now, struct map_card *c)
{
    struct service_row_places_row *places;
    bool found;
    *c = (struct map_card){ .id = service };
    TRY(service_row(db, a, service, &c->s, &found));
    if (!found) return FAIL(ERR_MISSING, "no service %lld", (long long)service);
    TRY(texts(db, a, service, lang, c));
    TRY(service_row_places(db, a, service, &places, &c->places_n));
    c->places = NEW(a, struct card_place, c->places_n + 1);
    for (size_t i = 0; i < c->places_n; i++) {
        c->places[i].row = &places[i];
        place_now(&c->places[i], now);
    }
    TRY(service_row_phones(db, a, service, &c->phones, &c->phones_n));
    TRY(service_row_languages(db, a, service, &c->languages, &c->languages_n));
    TRY(service_row_terms(db, a, service, &c->terms, &c->terms_n));
    c->old = !c->s.has_assured || c->s.assured.n < day_at(now).n - CARD_OLD_DAYS;
    return OK;
}

enum err map_figures(struct db *db, struct day today, struct map_figures *f)
{
    TRY(services_listed(db, &f->listed));
    return services_confirmed(db, (struct day){ today.n - CARD_OLD_DAYS }, &f->confirmed);
}
