/* document.c — a report as JSON and back. One description of each struct serves both ways, so what is
 * written and what is read cannot drift apart. jansson does the JSON itself. */
#include "features/report/report.h"
#include "features/report/report.sql.h"

#include <jansson.h>
#include <string.h>

/* A late list is one that older editions do not have. */
enum type { TYPE_TEXT, TYPE_INT, TYPE_BOOL, TYPE_OBJECT, TYPE_LIST, TYPE_LATE_LIST };

struct shape {
    size_t size;
    const struct member *members;
};
struct member {
    const char *name; /* NULL ends the list */
    enum type type;
    size_t at, count_at;       /* offsets; count_at of a list's size_t */
    const struct shape *shape; /* of an object, or of a list's elements */
};

#define TEXT(s, f)                                                                             \
    {                                                                                          \
#f, TYPE_TEXT, offsetof(struct s, f), 0, NULL                                          \
    }
#define INT(s, f)                                                                              \
    {                                                                                          \
#f, TYPE_INT, offsetof(struct s, f), 0, NULL                                           \
    }
#define BOOL(s, f)                                                                             \
    {                                                                                          \
#f, TYPE_BOOL, offsetof(struct s, f), 0, NULL                                          \
    }
#define OBJECT(s, f, of)                                                                       \
    {                                                                                          \
#f, TYPE_OBJECT, offsetof(struct s, f), 0, &of                                         \
    }
#define LIST(s, f, of)                                                                         \
    {                                                                                          \
#f, TYPE_LIST, offsetof(struct s, f), offsetof(struct s, f##_n), &of                   \
    }
#define END                                                                                    \
    {                                                                                          \
        NULL, TYPE_TEXT, 0, 0, NULL                                                            \
    }
#define SHAPE(s) static const struct shape s##_shape = { sizeof(struct s), s##_members }

static const struct member passage_members[] = { TEXT(passage, text), TEXT(passage, lang),
                                                 END };
SHAPE(passage);

static const struct member report_picture_members[] = {
    TEXT(report_picture, hash),
    INT(report_picture, width),
    INT(report_picture, height),
    OBJECT(report_picture, alt, passage_shape),
    OBJECT(report_picture, caption, passage_shape),
    TEXT(report_picture, maker),
    END,
};
SHAPE(report_picture);

static const struct member report_number_members[] = { INT(report_number, number), END };
SHAPE(report_number);

static const struct member report_point_theme_members[] = {
    TEXT(report_point_theme, slug),
    OBJECT(report_point_theme, title, passage_shape),
    END,
};
SHAPE(report_point_theme);

static const struct member report_point_members[] = {
    INT(report_point, number),
    INT(report_point, kind),
    OBJECT(report_point, text, passage_shape),
    INT(report_point, tables),
    LIST(report_point, findings, report_number_shape),
    LIST(report_point, voices, report_number_shape),
    LIST(report_point, themes, report_point_theme_shape),
    END,
};
SHAPE(report_point);

static const struct member report_theme_members[] = {
    TEXT(report_theme, slug),
    OBJECT(report_theme, title, passage_shape),
    OBJECT(report_theme, question, passage_shape),
    OBJECT(report_theme, context, passage_shape),
    BOOL(report_theme, open_table),
    OBJECT(report_theme, picture, report_picture_shape),
    INT(report_theme, tables),
    INT(report_theme, findings),
    INT(report_theme, voices),
    LIST(report_theme, points, report_point_shape),
    END,
};
SHAPE(report_theme);

static const struct member report_pillar_members[] = {
    OBJECT(report_pillar, title, passage_shape),
    OBJECT(report_pillar, body, passage_shape),
    END,
};
SHAPE(report_pillar);

static const struct member report_story_members[] = {
    INT(report_story, voice),
    TEXT(report_story, slug),
    TEXT(report_story, hash),
    END,
};
SHAPE(report_story);

static const struct member report_item_members[] = {
    INT(report_item, kind),
    INT(report_item, starts),
    OBJECT(report_item, title, passage_shape),
    OBJECT(report_item, body, passage_shape),
    END,
};
SHAPE(report_item);

static const struct member report_gathering_members[] = {
    TEXT(report_gathering, slug),
    INT(report_gathering, day),
    INT(report_gathering, people),
    BOOL(report_gathering, about),
    INT(report_gathering, tables),
    OBJECT(report_gathering, title, passage_shape),
    OBJECT(report_gathering, place, passage_shape),
    OBJECT(report_gathering, body, passage_shape),
    LIST(report_gathering, items, report_item_shape),
    END,
};
SHAPE(report_gathering);

static const struct member report_source_members[] = {
    TEXT(report_source, slug),
    TEXT(report_source, author),
    TEXT(report_source, url),
    INT(report_source, kind),
    INT(report_source, published),
    INT(report_source, findings),
    OBJECT(report_source, title, passage_shape),
    OBJECT(report_source, note, passage_shape),
    END,
};
SHAPE(report_source);

static const struct member report_section_members[] = {
    INT(report_section, section),
    OBJECT(report_section, body, passage_shape),
    END,
};
SHAPE(report_section);

static const struct member report_summary_members[] = {
    TEXT(report_summary, lang),
    TEXT(report_summary, body),
    TEXT(report_summary, maker),
    BOOL(report_summary, machine),
    END,
};
SHAPE(report_summary);

static const struct member report_members[] = {
    TEXT(report, lang),
    OBJECT(report, title, passage_shape),
    OBJECT(report, question, passage_shape),
    OBJECT(report, summary, passage_shape),
    OBJECT(report, area, passage_shape),
    OBJECT(report, notice, passage_shape),
    OBJECT(report, picture, report_picture_shape),
    INT(report, tables),
    INT(report, findings),
    INT(report, voices),
    INT(report, points_count),
    LIST(report, sections, report_section_shape),
    LIST(report, pillars, report_pillar_shape),
    LIST(report, themes, report_theme_shape),
    LIST(report, across, report_point_shape),
    LIST(report, stories, report_story_shape),
    LIST(report, gatherings, report_gathering_shape),
    LIST(report, sources, report_source_shape),
    { "summaries", TYPE_LATE_LIST, offsetof(struct report, summaries),
      offsetof(struct report, summaries_n), &report_summary_shape },
    END,
};
SHAPE(report);

/* What the page of a summary needs. */
static const struct member sheet_members[] = {
    TEXT(report, lang),
    OBJECT(report, title, passage_shape),
    OBJECT(report, question, passage_shape),
    LIST(report, summaries, report_summary_shape),
    END,
};
static const struct shape sheet_shape = { sizeof(struct report), sheet_members };

/* ---- writing */

static json_t *to_json(const struct shape *shape, const char *from)
{
    json_t *object = json_object();
    for (const struct member *m = shape->members; m->name; m++) {
        const void *at = from + m->at;
        json_t *value = NULL;
        switch (m->type) {
        case TYPE_TEXT: {
            const struct str *x = at;
            value = json_stringn(x->n ? x->s : "", x->n);
            break;
        }
        case TYPE_INT: value = json_integer(*(const int64_t *)at); break;
        case TYPE_BOOL: value = json_boolean(*(const bool *)at); break;
        case TYPE_OBJECT: value = to_json(m->shape, at); break;
        case TYPE_LATE_LIST:
        case TYPE_LIST: {
            const char *const list = *(const char *const *)at;
            const size_t n = *(const size_t *)(const void *)(from + m->count_at);
            value = json_array();
            for (size_t i = 0; i < n; i++)
                json_array_append_new(value, to_json(m->shape, list + i * m->shape->size));
            break;
        }
        }
        json_object_set_new(object, m->name, value);
    }
    return object;
}

struct str report_write(struct arena *a, const struct report *languages, size_t n,
                        struct str dialogue, int64_t number, struct instant published)
{
    json_t *root = json_object(), *list = json_object();
    json_object_set_new(root, "format", json_string("dialoog/report/v1"));
    json_object_set_new(root, "dialogue", json_stringn(dialogue.s, dialogue.n));
    json_object_set_new(root, "edition", json_integer(number));
    json_object_set_new(root, "published", json_integer(published.s));
    for (size_t i = 0; i < n; i++)
        json_object_setn_new(list, languages[i].lang.s, languages[i].lang.n,
                             to_json(&report_shape, (const char *)&languages[i]));
    json_object_set_new(root, "languages", list);
    char *text = json_dumps(root, JSON_INDENT(1) | JSON_ENSURE_ASCII * 0);
    const struct str json = arena_copy(a, str_of(text));
    free(text);
    json_decref(root);
    return json;
}

/* ---- reading */

static enum err from_json(struct arena *a, const struct shape *shape, const json_t *object,
                          char *to, int depth)
{
    if (depth > 8 || !json_is_object(object)) return FAIL(ERR_BROKEN, "report: not an object");
    for (const struct member *m = shape->members; m->name; m++) {
        const json_t *value = json_object_get(object, m->name);
        void *at = to + m->at;
        if (m->type == TYPE_LATE_LIST && !value) continue;
        switch (m->type) {
        case TYPE_TEXT:
            if (!json_is_string(value))
                return FAIL(ERR_BROKEN, "report: %s is no text", m->name);
            *(struct str *)at = arena_copy(
                a, (struct str){ json_string_value(value), json_string_length(value) });
            break;
        case TYPE_INT:
            if (!json_is_integer(value))
                return FAIL(ERR_BROKEN, "report: %s no number", m->name);
            *(int64_t *)at = json_integer_value(value);
            break;
        case TYPE_BOOL:
            if (!json_is_boolean(value))
                return FAIL(ERR_BROKEN, "report: %s no boolean", m->name);
            *(bool *)at = json_is_true(value);
            break;
        case TYPE_OBJECT: TRY(from_json(a, m->shape, value, at, depth + 1)); break;
        case TYPE_LATE_LIST:
        case TYPE_LIST: {
            if (!json_is_array(value))
                return FAIL(ERR_BROKEN, "report: %s is no list", m->name);
            const size_t n = json_array_size(value);
            char *list = arena_take(a, n, m->shape->size);
            for (size_t i = 0; i < n; i++)
                TRY(from_json(a, m->shape, json_array_get(value, i), list + i * m->shape->size,
                              depth + 1));
            *(char **)at = list;
            *(size_t *)(void *)(to + m->count_at) = n;
            break;
        }
        }
    }
    return OK;
}

static enum err parsed(struct str json, enum lang lang, json_t **root, const json_t **document)
{
    json_error_t fault;
    *root = json_loadb(json.s, json.n, JSON_REJECT_DUPLICATES, &fault);
    if (!*root) return FAIL(ERR_BROKEN, "report: %s at byte %d", fault.text, fault.position);
    const struct str code = lang_about(lang)->code;
    const json_t *languages = json_object_get(*root, "languages");
    *document = json_object_getn(languages, code.s, code.n);
    if (!*document) *document = json_object_get(languages, "nl");
    return OK;
}

enum err report_read(struct arena *a, struct str json, enum lang lang, struct report *r)
{
    json_t *root;
    const json_t *document;
    *r = (struct report){ 0 };
    TRY(parsed(json, lang, &root, &document));
    const enum err e = from_json(a, &report_shape, document, (char *)r, 0);
    json_decref(root);
    return e;
}

enum err report_summaries_of(struct db *db, struct arena *a, int64_t dialogue, enum lang lang,
                             struct report *r, bool *known)
{
    struct report_latest_row row;
    json_t *root;
    const json_t *document;
    *r = (struct report){ 0 };
    TRY(report_latest(db, a, dialogue, &row, known));
    if (!*known) return OK;
    TRY(parsed(row.body, lang, &root, &document));
    *known = json_is_array(json_object_get(document, "summaries"));
    const enum err e = *known ? from_json(a, &sheet_shape, document, (char *)r, 0) : OK;
    json_decref(root);
    return e;
}

const struct report_section *report_section_of(const struct report *r, int section)
{
    for (size_t i = 0; i < r->sections_n; i++)
        if (r->sections[i].section == section) return &r->sections[i];
    return NULL;
}
