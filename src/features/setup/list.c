/* list.c — see list.h. */
#include "features/setup/list.h"

static const struct field place_fields[] = {
    FIELD_CHOICE(struct place_form, way, "richting", "op neer", .required = true),
};
const struct form place_form = FORM(struct place_form, place_fields);
static const struct field remove_fields[] = {
    FIELD_LINE(struct remove_form, nothing, "niets", .most = 1),
};
const struct form remove_form = FORM(struct remove_form, remove_fields);

const struct words *done_words(struct str code)
{
    if (str_is(code, "bewaard")) return SAY("Het is bewaard.");
    if (str_is(code, "erbij")) return SAY("Het staat erbij.");
    if (str_is(code, "weg")) return SAY("Het is weggehaald.");
    if (str_is(code, "verplaatst")) return SAY("De volgorde is veranderd.");
    return NULL;
}

/* A list that is pasted often has dashes, dots or stars in front. */
static struct str without_bullet(struct str x)
{
    x = str_trim(x);
    if (str_starts(x, STR("- ")) || str_starts(x, STR("* "))) return str_trim(str_from(x, 2));
    if (str_starts(x, STR("• "))) return str_trim(str_from(x, sizeof "• " - 1));
    return x;
}

enum err lines_read(struct request *req, const char *field, int64_t most, struct str **lines,
                    size_t *n)
{
    struct str rest = form_typed(req->form, field), line;
    struct str *all = NEW(req->arena, struct str, LINES_MOST);
    *n = 0;
    while (str_next(&rest, '\n', &line)) {
        line = without_bullet(line);
        int64_t characters = 0;
        for (struct str x = line; x.n; characters++) (void)str_codepoint(&x);
        if (!line.n) continue;
        if (characters > most)
            form_wrong_said(req, field,
                            FILL(req->arena, SAY("Maak deze regel korter: „{regel}”."),
                                 req->lang, { "regel", line }));
        for (size_t i = 0; i < *n; i++)
            if (str_eq(all[i], line))
                form_wrong_said(req, field,
                                FILL(req->arena, SAY("„{regel}” staat er twee keer."),
                                     req->lang, { "regel", line }));
        if (*n == LINES_MOST) {
            form_wrong(req, field,
                       SAY("Dit zijn er te veel. Voeg er hoogstens 200 tegelijk toe."));
            break;
        }
        all[(*n)++] = line;
    }
    if (!*n) form_wrong(req, field, SAY("Schrijf op elke regel een naam."));
    *lines = all;
    return form_checked(req);
}

void hangs_add(struct request *req, struct remove_view *v, const struct words *words, int64_t n)
{
    if (!n || v->hangs_n == COUNT_OF(v->hangs)) return;
    v->hangs[v->hangs_n++] = FILL(req->arena, words, req->lang,
                                  { "aantal", arena_format(req->arena, "%lld", (long long)n) });
}
