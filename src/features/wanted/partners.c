/* partners.c — /partners: organisations that connect others, with whom to ask for; kept at /beheer/partners. */
#include "features/wanted/events.h"

#include "features/history/history.h"
#include "features/wanted/partners.html.h"

static const struct words *no_name(void)
{
    return SAY("Vul een naam in.");
}
static const struct words *no_role(void)
{
    return SAY("Schrijf naar wie men vraagt, zonder naam: de wijkverbinder.");
}
static const struct field fields[] = {
    FIELD_LINE(struct partner_form, name, "naam", .required = true, .most = 120,
               .missing = no_name),
    FIELD_TEXT(struct partner_form, about, "over", .most = 600),
    FIELD_LINE(struct partner_form, role, "rol", .required = true, .most = 120,
               .missing = no_role),
    FIELD_LINE(struct partner_form, contact, "contact", .most = 254),
    FIELD_LINE(struct partner_form, website, "website", .most = 300),
    FIELD_LINE(struct partner_form, area, "wijk", .most = 60),
    FIELD_NUMBER(struct partner_form, basis, "basis"),
};
static const struct form form = FORM(struct partner_form, fields);
static const struct form nothing = { 0 };

/* What a form was based on: a number that is another when a word of it is (FNV-1a). */
static int64_t basis_of(const struct partners_row *p)
{
    const struct str all[] = {
        p->name,    p->about,   p->role,
        p->contact, p->website, p->has_area_slug ? p->area_slug : STR("")
    };
    uint64_t h = 14695981039346656037ULL;
    for (size_t i = 0; i < COUNT_OF(all); i++)
        for (size_t k = 0; k <= all[i].n; k++)
            h = (h ^ (k < all[i].n ? (unsigned char)all[i].s[k] : 0x1fU)) * 1099511628211ULL;
    return (int64_t)(h >> 2);
}

static enum err fill_lines(struct request *req, struct partners_view *v)
{
    struct partners_row *rows;
    TRY(partners(req->db, req->arena, &rows, &v->n));
    v->lines = NEW(req->arena, struct partner_line, v->n + 1);
    for (size_t i = 0; i < v->n; i++) {
        v->lines[i].p = &rows[i];
        if (rows[i].website.n) (void)url_check(rows[i].website, &v->lines[i].website);
    }
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct partners_view v = { .self = { STR("/partners") } };
    TRY(site_frame(req, &res->frame));
    TRY(fill_lines(req, &v));
    res->frame.title = words_in(SAY("Organisaties die verbinden"), req->lang);
    res->frame.description =
        words_in(SAY("Wie mensen en groepen in de stad bij elkaar brengt."), req->lang);
    wanted_partners_page(response_page(req, res), &v);
    return OK;
}

static enum err handle_desk(struct request *req, struct response *res)
{
    struct partners_view v = { .self = { req->path }, .f = req->form, .desk = true };
    struct partners_row p;
    bool found;
    TRY(map_areas(req->db, req->arena, &v.areas, &v.areas_n));
    v.one = req->param[0].number > 0;
    if (v.one) {
        TRY(partner_find(req->db, req->arena, req->param[0].number, &p, &found));
        if (!found) return FAIL(ERR_MISSING, "no such partner");
        v.id = p.id;
        v.basis = basis_of(&p);
        form_fill(req, "naam", p.name);
        form_fill(req, "over", p.about);
        form_fill(req, "rol", p.role);
        form_fill(req, "contact", p.contact);
        form_fill(req, "website", p.website);
        form_fill(req, "wijk", p.has_area_slug ? p.area_slug : STR(""));
    } else {
        TRY(fill_lines(req, &v));
    }
    if (str_is(req->query[0], "bewaard")) v.done = SAY("Bewaard.");
    res->frame.title = words_in(SAY("Organisaties die verbinden"), req->lang);
    wanted_partners_page(response_page(req, res), &v);
    return OK;
}

static enum err note(struct tx *tx, struct request *req, enum act act, struct str name)
{
    return history_write(
        tx, req,
        &(struct change){ .thing = THING_SITE,
                          .number = 1,
                          .act = act,
                          .after = arena_format(req->arena, "partner: %.*s", STR_ARG(name)) },
        NULL);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct partner_form *f = form_values(req);
    struct map_area_of_row area;
    struct partners_row p;
    struct url url;
    bool found, has_area;
    int64_t id = req->param[0].number;
    const bool one = id > 0;
    if (one) {
        TRY(partner_find(tx->db, req->arena, id, &p, &found));
        if (!found) return FAIL(ERR_MISSING, "no such partner");
        if (basis_of(&p) != f->basis)
            form_wrong(req, NULL,
                       SAY("Iemand anders veranderde dit. Kijk of alles klopt, en bewaar "
                           "opnieuw."));
    }
    TRY(map_area_of(tx->db, req->arena, f->area, &area, &has_area));
    if (f->area.n && !has_area) form_wrong(req, "wijk", SAY("Kies een wijk uit de lijst."));
    if (f->website.n && !url_check(f->website, &url))
        form_wrong(req, "website", SAY("Schrijf een adres dat met https:// begint."));
    TRY(form_checked(req));
    if (one)
        TRY(partner_put(tx, id, f->name, f->about, f->role, f->contact, f->website, has_area,
                        area.id));
    else
        TRY(partner_add(tx, f->name, f->about, f->role, f->contact, f->website, has_area,
                        area.id, &id));
    TRY(note(tx, req, one ? ACT_CHANGED : ACT_MADE, f->name));
    res->location = (struct path){ STR("/beheer/partners?gedaan=bewaard") };
    return OK;
}

static enum err act_remove(struct tx *tx, struct request *req, struct response *res)
{
    struct partners_row p;
    bool found;
    TRY(partner_find(tx->db, req->arena, req->param[0].number, &p, &found));
    if (!found) return FAIL(ERR_MISSING, "no such partner");
    TRY(partner_remove(tx, p.id));
    TRY(note(tx, req, ACT_REMOVED, p.name));
    res->location = (struct path){ STR("/beheer/partners?gedaan=bewaard") };
    return OK;
}

const struct page wanted_partners = {
    .path = "/partners",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
const struct page wanted_partners_desk = {
    .path = "/beheer/partners",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle_desk,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
const struct page wanted_partner_edit = {
    .path = "/beheer/partners/#partner",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle_desk,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
const struct page wanted_partner_gone = {
    .path = "/beheer/partners/#partner/weg",
    .who = WHO_EDITOR,
    .form = &nothing,
    .act = act_remove,
    .file = __FILE__,
};
