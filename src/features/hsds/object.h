/* object.h — one thing of the map as an object of HSDS, in JSON. */
#ifndef FEATURES_HSDS_OBJECT_H
#define FEATURES_HSDS_OBJECT_H

#include "features/hsds/hsds.h"
#include "features/hsds/hsds.sql.h"
#include "features/hsds/schedule.h"

enum object_shape {
    OBJECT_MINIMAL, /* id and moment */
    OBJECT_LINE,    /* what is one to one */
    OBJECT_FULL,    /* with everything under it */
    OBJECT_DEEP     /* of an organisation: its services in full too */
};

/* All that is told of one service, as text where it is text. */
struct object_service {
    int64_t id;
    struct service_row_row s;
    struct service_row_text_row text, english;
    bool has_english;
    struct hsds_organization_row by;
    struct service_row_places_row *places;
    struct service_row_phones_row *phones;
    struct service_row_languages_row *languages;
    struct service_row_terms_row *terms;
    size_t places_n, phones_n, languages_n, terms_n;
};
MUST_CHECK enum err object_service_read(struct db *db, struct arena *a, int64_t id,
                                        struct object_service *s);

/* Ids of what has no row of its own: made of the id of what it belongs to. */
struct str object_id(struct arena *a, const char *kind, struct str of, struct str which);
struct str object_taxonomy_id(struct arena *a);
/* An address as programs check it: what is no letter of ASCII is escaped. Empty when it is none. */
struct str object_url(struct arena *a, struct str website);
/* Empty when it is no e-mail address. */
struct str object_email(struct str email);
struct str object_date(struct arena *a, struct day d);
struct str object_moment(struct arena *a, struct instant t);
struct str object_degrees(struct arena *a, int64_t millionths);
/* Is it a place one can go to? Else it is nowhere, or not told. */
bool object_physical(const struct service_row_places_row *p);
/* Is there anything to write in an address? */
bool object_addressed(const struct service_row_places_row *p);

/* Writing. Each writes one object. */
MUST_CHECK enum err object_service(struct out *o, struct db *db, struct arena *a, int64_t id,
                                   enum object_shape shape);
MUST_CHECK enum err object_place(struct out *o, struct db *db, struct arena *a, int64_t id,
                                 enum object_shape shape);
MUST_CHECK enum err object_organization(struct out *o, struct db *db, struct arena *a,
                                        int64_t id, enum object_shape shape);
MUST_CHECK enum err object_gone(struct out *o, struct db *db, struct arena *a, int64_t id);
void object_taxonomy(struct out *o, struct arena *a);
void object_term(struct out *o, struct arena *a, const struct hsds_terms_row *t);

/* ---- JSON, piece by piece: a comma comes where it is needed ---- */

void json_open(struct out *o, const char *name, char bracket); /* name NULL: in a list */
void json_close(struct out *o, char bracket);
void json_put(struct out *o, const char *name, struct str text);      /* also when empty */
void json_put_some(struct out *o, const char *name, struct str text); /* not when empty */
void json_put_number(struct out *o, const char *name, struct str digits);
void json_put_bool(struct out *o, const char *name, bool yes);

#endif
