/* plural.c — the rule for plural forms in the header of a PO file, "nplurals=2; plural=(n != 1);":
 * read into a tree, tried, and written as C that cannot do anything but count. */
#include "templatec/templatec.h"

#include <string.h>

enum { TRIED = 1000, NESTED = 30 };

struct parser {
    struct str rest;
    struct plural *rule;
    int nested;
    bool wrong;
};

/* The two-letter operators, in `op` as the sum of their letters times two hundred. */
#define OP(a, b) ((a)*200 + (b))

static int node(struct parser *p, int op, int left, int right, int third)
{
    struct plural *r = p->rule;
    if (r->nodes == PLURAL_NODES) {
        p->wrong = true;
        return 0;
    }
    r->node[r->nodes] = (struct plural_node){ op, left, right, third, 0 };
    return r->nodes++;
}

static int operator_at(struct parser *p, const char *const *list)
{
    p->rest = str_trim(p->rest);
    for (; *list; list++)
        if (str_starts(p->rest, str_of(*list))) {
            const size_t n = strlen(*list);
            p->rest = str_from(p->rest, n);
            return n == 1 ? **list : OP((*list)[0], (*list)[1]);
        }
    return 0;
}

static int conditional(struct parser *p);

static int primary(struct parser *p)
{
    p->rest = str_trim(p->rest);
    const char c = p->rest.n ? p->rest.s[0] : 0;
    if (++p->nested > NESTED || !c) p->wrong = true;
    int made = 0;
    if (p->wrong) {
        p->nested--;
        return 0;
    }
    if (c == 'n') {
        p->rest = str_from(p->rest, 1);
        made = node(p, 'n', 0, 0, 0);
    } else if (c >= '0' && c <= '9') {
        size_t n = 0;
        while (n < p->rest.n && p->rest.s[n] >= '0' && p->rest.s[n] <= '9') n++;
        made = node(p, '0', 0, 0, 0);
        if (!str_number(str_upto(p->rest, n), 1000000000, &p->rule->node[made].number))
            p->wrong = true;
        p->rest = str_from(p->rest, n);
    } else if (c == '!') {
        p->rest = str_from(p->rest, 1);
        const int of = primary(p);
        made = node(p, '!', of, 0, 0);
    } else if (c == '(') {
        p->rest = str_from(p->rest, 1);
        made = conditional(p);
        p->rest = str_trim(p->rest);
        if (!p->rest.n || p->rest.s[0] != ')') p->wrong = true;
        p->rest = str_from(p->rest, 1);
    } else {
        p->wrong = true;
    }
    p->nested--;
    return made;
}

/* Operators from loose to tight, as in C. */
static int binary(struct parser *p, size_t level)
{
    static const char *const levels[][5] = { { "||" },       { "&&" },
                                             { "==", "!=" }, { "<=", ">=", "<", ">" },
                                             { "+", "-" },   { "*", "/", "%" } };
    if (level == COUNT_OF(levels)) return primary(p);
    int left = binary(p, level + 1), op;
    while (!p->wrong && (op = operator_at(p, levels[level])) != 0) {
        const int right = binary(p, level + 1);
        left = node(p, op, left, right, 0);
    }
    return left;
}

static int conditional(struct parser *p)
{
    static const char *const question[] = { "?", NULL }, *const colon[] = { ":", NULL };
    const int condition = binary(p, 0);
    if (p->wrong || !operator_at(p, question)) return condition;
    if (++p->nested > NESTED) p->wrong = true;
    const int then = p->wrong ? 0 : conditional(p);
    if (!operator_at(p, colon)) p->wrong = true;
    const int otherwise = p->wrong ? 0 : conditional(p);
    p->nested--;
    return node(p, '?', condition, then, otherwise);
}

/* Nothing overflows that a rule would sensibly do; what does counts as a division by nought. */
static bool value(const struct plural *r, int at, int64_t n, int64_t *v)
{
    const struct plural_node *x = &r->node[at];
    int64_t a = 0, b = 0;
    if (x->op == 'n' || x->op == '0') {
        *v = x->op == 'n' ? n : x->number;
        return true;
    }
    if (!value(r, x->left, n, &a)) return false;
    if (x->op == '?') return value(r, a ? x->right : x->third, n, v);
    if (x->op == '!' || (x->op == OP('&', '&') && !a) || (x->op == OP('|', '|') && a)) {
        *v = x->op == '!' ? !a : x->op == OP('|', '|');
        return true;
    }
    if (!value(r, x->right, n, &b)) return false;
    switch (x->op) {
    case OP('&', '&'):
    case OP('|', '|'): *v = b != 0; return true;
    case OP('=', '='): *v = a == b; return true;
    case OP('!', '='): *v = a != b; return true;
    case OP('<', '='): *v = a <= b; return true;
    case OP('>', '='): *v = a >= b; return true;
    case '<': *v = a < b; return true;
    case '>': *v = a > b; return true;
    case '+': return !__builtin_add_overflow(a, b, v);
    case '-': return !__builtin_sub_overflow(a, b, v);
    case '*': return !__builtin_mul_overflow(a, b, v);
    default: break;
    }
    if (b <= 0) return false;
    *v = x->op == '/' ? a / b : a % b;
    return true;
}

int64_t plural_form(const struct plural *rule, int64_t n)
{
    int64_t form;
    return value(rule, rule->root, n, &form) ? form : -1;
}

bool plural_read(struct str header, struct plural *rule, const char **why)
{
    *rule = (struct plural){ 0 };
    *why = "Plural-Forms is not \"nplurals=…; plural=…;\" with n, numbers and operators only";
    struct str forms;
    if (!str_next(&header, ';', &forms) || !str_starts(str_trim(forms), STR("nplurals=")))
        return false;
    int64_t number;
    if (!str_number(str_trim(str_from(str_trim(forms), 9)), PLURAL_FORMS, &number) || !number)
        return false;
    rule->forms = (int)number;
    header = str_trim(header);
    if (!str_starts(header, STR("plural="))) return false;
    struct parser p = { .rest = str_from(header, 7), .rule = rule };
    rule->root = conditional(&p);
    p.rest = str_trim(p.rest);
    if (p.wrong || (p.rest.n && !str_is(p.rest, ";"))) return false;
    *why = "Plural-Forms gives a form beyond nplurals, or divides by nought";
    for (int64_t n = 0; n <= TRIED; n++) {
        const int64_t form = plural_form(rule, n);
        if (form < 0 || form >= rule->forms) return false;
    }
    return true;
}

static void write_node(FILE *c, const struct plural *r, int at)
{
    const struct plural_node *x = &r->node[at];
    if (x->op == 'n') {
        fputs("say_n", c);
    } else if (x->op == '0') {
        fprintf(c, "%d", (int)x->number);
    } else if (x->op == '!') {
        fputs("!(", c);
        write_node(c, r, x->left);
        fputs(")", c);
    } else {
        fputs("(", c);
        write_node(c, r, x->left);
        if (x->op < OP(1, 0))
            fprintf(c, " %c ", x->op);
        else
            fprintf(c, " %c%c ", x->op / 200, x->op % 200);
        write_node(c, r, x->right);
        if (x->op == '?') {
            fputs(" : ", c);
            write_node(c, r, x->third);
        }
        fputs(")", c);
    }
}

void plural_write(FILE *c, const struct plural *rule)
{
    write_node(c, rule, rule->root);
}
