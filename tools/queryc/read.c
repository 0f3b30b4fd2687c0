/* read.c — a .sql file cut into what it declares and its queries. */
#include "queryc.h"

#include <stdlib.h>
#include <string.h>

const char *const verb_names[VERBS] = {
    "one", "maybe", "many", "count", "stream", "run", "add"
};

bool type_read(struct str word, struct str rest, struct type *type)
{
    static const char *const names[] = { "int",     "text", "bytes", "day", "clock",
                                         "instant", "bool", "lang",  "enum" };
    *type = (struct type){ 0 };
    struct str *last = rest.n ? &rest : &word;
    if (last->n && last->s[last->n - 1] == '?') {
        type->may_be_null = true;
        last->n--;
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (!str_is(word, names[i])) continue;
        type->base = (enum base_type)i;
        type->name = rest;
        return (type->base == B_ENUM) == (rest.n > 0);
    }
    return false;
}

/* The lines of a file, and which one comes next. */
struct lines {
    struct str rest, line;
    int number;
    bool again; /* the line was looked at and given back */
};

static bool next_line(struct lines *l)
{
    if (l->again) {
        l->again = false;
        return true;
    }
    if (!str_next(&l->rest, '\n', &l->line)) return false;
    l->number++;
    return true;
}

static struct str first_word(struct str *rest)
{
    *rest = str_trim(*rest);
    size_t n = 0;
    while (n < rest->n && rest->s[n] != ' ') n++;
    const struct str word = str_upto(*rest, n);
    *rest = str_trim(str_from(*rest, n));
    return word;
}

static bool c_name(struct str x)
{
    if (x.n == 0 || x.n > 60 || !(x.s[0] >= 'a' && x.s[0] <= 'z')) return false;
    for (size_t i = 0; i < x.n; i++)
        if (!((x.s[i] >= 'a' && x.s[i] <= 'z') || (x.s[i] >= '0' && x.s[i] <= '9') ||
              x.s[i] == '_'))
            return false;
    return x.s[x.n - 1] != '_';
}

static void read_owns(struct schema *schema, struct unit *u, struct str list, bool owns)
{
    struct str name;
    while (str_next(&list, ',', &name)) {
        name = str_trim(name);
        struct table *t = schema_table(schema, name);
        if (!t) {
            refuse(u->at, u->feature, "the schema has no table \"%.*s\"", STR_ARG(name));
            continue;
        }
        const size_t place = (size_t)(t - schema->tables);
        u->declared.of[place] = true;
        if (!owns) continue;
        u->owns.of[place] = true;
        if (t->owner && strcmp(t->owner, u->feature) != 0)
            refuse(u->at, u->feature, "table %s has two owners: %s (%s) too", t->name, t->owner,
                   t->owner_file);
        t->owner = u->feature;
        t->owner_file = u->file;
    }
}

static void read_meaning(struct unit *u, struct str rest)
{
    struct meaning m = { .column = first_word(&rest) };
    const struct str word = first_word(&rest);
    const size_t dot = str_find(m.column, STR("."));
    if (dot != SIZE_MAX) {
        m.table = str_upto(m.column, dot);
        m.column = str_from(m.column, dot + 1);
    }
    if (!type_read(word, rest, &m.type) || m.type.may_be_null || !m.column.n) {
        refuse(u->at, u->feature, "expected --: type COLUMN TYPE");
        return;
    }
    if (u->meanings_n < COUNT_OF(u->meanings)) u->meanings[u->meanings_n++] = m;
}

/* `--: owns`, `reads`, `type` and `include`; false when it is none of those. */
static bool read_declaration(struct schema *schema, struct unit *u, struct str line)
{
    const struct str verb = first_word(&line);
    if (str_is(verb, "owns") || str_is(verb, "reads"))
        read_owns(schema, u, line, str_is(verb, "owns"));
    else if (str_is(verb, "type"))
        read_meaning(u, line);
    else if (str_is(verb, "include")) {
        if (line.n < 3 || line.s[0] != '"' || line.s[line.n - 1] != '"' ||
            u->includes_n == COUNT_OF(u->includes))
            refuse(u->at, u->feature, "expected --: include \"FILE.h\"");
        else
            u->includes[u->includes_n++] = line;
    } else
        return false;
    return true;
}

static void read_argument(struct query *q, struct str x)
{
    struct argument a = { .name = first_word(&x) };
    const struct str word = first_word(&x);
    if (!c_name(a.name) || !type_read(word, x, &a.type)) {
        refuse(q->at, text_of(q->name), "expected \"name type\" as argument, not \"%.*s %.*s\"",
               STR_ARG(a.name), STR_ARG(word));
        return;
    }
    for (size_t i = 0; i < q->args_n; i++)
        if (str_eq(q->args[i].name, a.name))
            refuse(q->at, text_of(q->name), "argument %.*s stands there twice",
                   STR_ARG(a.name));
    if (q->args_n == MAX_ARGS)
        refuse(q->at, text_of(q->name), "more than %d arguments", MAX_ARGS);
    else
        q->args[q->args_n++] = a;
}

/* `VERB [kept] NAME(ARGUMENTS) [like NAME]` */
static bool read_signature(struct query *q, struct str line)
{
    const struct str verb = first_word(&line);
    while (q->verb < VERBS && !str_is(verb, verb_names[q->verb])) q->verb++;
    const size_t open = str_find(line, STR("(")), close = str_find(line, STR(")"));
    if (q->verb == VERBS || open == SIZE_MAX || close == SIZE_MAX || close < open) return false;
    q->kept = str_starts(line, STR("kept "));
    q->name = str_trim((struct str){ line.s, open });
    if (q->kept) q->name = str_trim(str_from(q->name, strlen("kept ")));
    q->row = q->name;
    if (!c_name(q->name)) return false;
    struct str args = str_trim((struct str){ line.s + open + 1, close - open - 1 }), arg;
    while (args.n && str_next(&args, ',', &arg)) read_argument(q, str_trim(arg));
    line = str_from(line, close + 1);
    if (!str_trim(line).n) return true;
    const struct str like = first_word(&line);
    if (!str_is(like, "like") || !c_name(line)) return false;
    q->row = line;
    return true;
}

static void read_mark(struct query *q, struct str line)
{
    struct str *const reasons[] = { &q->scan, &q->sort, &q->sqlite };
    static const char *const marks[] = { "scan:", "sort:", "sqlite:" };
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (!str_starts(line, str_of(marks[i]))) continue;
        *reasons[i] = str_trim(str_from(line, strlen(marks[i])));
        if (!reasons[i]->n) refuse(q->at, text_of(q->name), "%s needs a reason", marks[i]);
    }
}

/* The lines up to the next `--:`. */
static struct str read_body(struct lines *l)
{
    const char *start = NULL, *end = NULL;
    while (next_line(l)) {
        if (str_starts(l->line, STR("--:"))) {
            l->again = true;
            break;
        }
        if (!start) start = l->line.s;
        end = l->line.s + l->line.n;
    }
    return (struct str){ start, start ? (size_t)(end - start) : 0 };
}

/* ---- parts ---- */

static struct part *part_named(const struct unit *u, struct str name)
{
    struct part *p = u->parts;
    while (p && !str_eq(p->name, name)) p = p->next;
    return p;
}

/* `sql` with each {name} outside quotes replaced by that part, so that lines keep their numbers. */
static struct str filled(struct unit *u, struct place at, const char *who, struct str sql)
{
    struct sheet sheet;
    char quote = 0;
    sheet_open(&sheet);
    for (size_t i = 0; i < sql.n; i++) {
        const char c = sql.s[i];
        const struct str rest = str_from(sql, i + 1);
        const size_t close = c == '{' && !quote ? str_find(rest, STR("}")) : SIZE_MAX;
        if (c == quote)
            quote = 0;
        else if (!quote && (c == '\'' || c == '"'))
            quote = c;
        if (close == SIZE_MAX) {
            fputc(c, sheet.f);
            continue;
        }
        const struct str name = str_upto(rest, close);
        struct part *p = part_named(u, name);
        if (p) {
            p->used = true;
            fprintf(sheet.f, "%.*s", STR_ARG(p->sql));
        } else {
            refuse(at, who, "no part above is named \"%.*s\"", STR_ARG(name));
        }
        i += close + 1;
    }
    return sheet_close(&sheet);
}

/* `--: part NAME`; its comment lines are for who reads the file. */
static void read_part(struct lines *l, struct str name, struct unit *u)
{
    struct part *p = NEW(&tool.arena, struct part, 1);
    struct str body, line;
    struct sheet sheet;
    p->at = u->at;
    p->name = name;
    if (!c_name(name)) refuse(p->at, u->feature, "expected --: part NAME");
    if (part_named(u, name))
        refuse(p->at, u->feature, "part %.*s stands there twice", STR_ARG(name));
    body = read_body(l);
    sheet_open(&sheet);
    while (str_next(&body, '\n', &line)) {
        line = str_trim(line);
        if (line.n && !str_starts(line, STR("--"))) fprintf(sheet.f, "%.*s ", STR_ARG(line));
    }
    p->sql = str_trim(filled(u, p->at, u->feature, sheet_close(&sheet)));
    if (part_named(u, name)) return;
    p->next = u->parts;
    u->parts = p;
}

/* ---- queries ---- */

static struct query *read_query(struct lines *l, struct str head, struct unit *u)
{
    struct query *q = NEW(&tool.arena, struct query, 1);
    q->at = u->at;
    if (!read_signature(q, head)) {
        refuse(q->at, u->feature,
               "expected --: VERB NAME(ARGUMENTS), with as verb one, maybe, "
               "many, count, stream, run or add");
        return NULL;
    }
    while (next_line(l) && str_starts(l->line, STR("--")) && !str_starts(l->line, STR("--:"))) {
        const struct str line = str_trim(str_from(l->line, 2));
        read_mark(q, line);
        if (q->about_n < COUNT_OF(q->about)) q->about[q->about_n++] = line;
    }
    const int first = l->number;
    l->again = l->line.s != NULL;
    q->sql = sql_tokens(filled(u, q->at, text_of(q->name), read_body(l)), first, false);
    while (q->sql.n && token_is(&q->sql.t[q->sql.n - 1], ";"))
        q->sql.t[--q->sql.n].kind = T_END;
    q->outline = sql_outline(q->sql);
    return q;
}

/* The feature of a file is the folder it lies in. */
static const char *feature_of(const char *path)
{
    const char *end = strrchr(path, '/');
    if (!end) return "here";
    const char *start = end;
    while (start > path && start[-1] != '/') start--;
    return text("%.*s", (int)(end - start), start);
}

struct unit *unit_read(struct schema *schema, const char *path)
{
    struct unit *u = NEW(&tool.arena, struct unit, 1);
    u->file = path;
    u->feature = feature_of(path);
    struct query **last = &u->queries;
    struct lines l = { .rest = read_whole(path) };
    while (next_line(&l)) {
        if (!str_starts(l.line, STR("--:"))) continue;
        u->at = (struct place){ path, l.number };
        struct str head = str_trim(str_from(l.line, 3));
        while (str_find(head, STR("(")) != SIZE_MAX && str_find(head, STR(")")) == SIZE_MAX &&
               next_line(&l)) {
            if (!str_starts(l.line, STR("--:"))) {
                l.again = true;
                break;
            }
            const struct str more = str_trim(str_from(l.line, 3));
            head = str_of(text("%.*s %.*s", STR_ARG(head), STR_ARG(more)));
        }
        if (str_starts(head, STR("part "))) {
            read_part(&l, str_trim(str_from(head, strlen("part "))), u);
            continue;
        }
        if (read_declaration(schema, u, head)) continue;
        struct query *q = read_query(&l, head, u);
        if (!q) continue;
        *last = q;
        last = &q->next;
    }
    for (const struct part *p = u->parts; p; p = p->next)
        if (!p->used)
            refuse(p->at, u->feature, "part %.*s is not used (any more)", STR_ARG(p->name));
    return u;
}
