/* people.c — see followup.h: who took part, and how each can be reached. */
#include "features/followup/followup.h"

#include "web/mail.h"

enum { PEOPLE_MOST = 10000, PAGE = 1000 };

struct undelivered {
    struct followup_undelivered_row *at;
    size_t n;
};

static bool is_among(const struct undelivered *u, struct str email)
{
    for (size_t i = 0; i < u->n && email.n; i++)
        if (str_eq(u->at[i].address, email)) return true;
    return false;
}

static void sort_one(struct followup_people *p, const struct registrations_of_row *r,
                     const struct undelivered *u)
{
    struct followup_person x = { .id = r->id,
                                 .number = r->number,
                                 .name = r->name,
                                 .email = r->email,
                                 .phone = r->phone,
                                 .lang = r->lang };
    p->took_part++;
    x.undelivered = is_among(u, r->email);
    if (mail_address(r->email) && !x.undelivered) p->thanks[p->thanks_n++] = x;
    p->undelivered += r->again && x.undelivered;
    if (!r->again)
        p->unasked++;
    else if (mail_address(r->email) && !x.undelivered)
        p->mail[p->mail_n++] = x;
    else if (r->phone.n)
        p->call[p->call_n++] = x;
    else
        p->letter[p->letter_n++] = x;
}

enum err followup_people(struct db *db, struct arena *a, int64_t gathering,
                         struct followup_people *people)
{
    struct registrations_of_row *pages[PEOPLE_MOST / PAGE];
    size_t sizes[COUNT_OF(pages)], n = 0, all = 0;
    bool checked = false;
    int64_t after = 0;
    struct undelivered u;
    TRY(followup_undelivered(db, a, &u.at, &u.n));
    for (; n < COUNT_OF(pages); n++) {
        TRY(registrations_of(db, a, gathering, after, &pages[n], &sizes[n]));
        for (size_t i = 0; i < sizes[n]; i++) checked |= pages[n][i].has_arrived;
        all += sizes[n];
        if (sizes[n] < PAGE) break;
        after = pages[n][PAGE - 1].number;
    }
    *people = (struct followup_people){ .thanks = NEW(a, struct followup_person, all + 1),
                                        .mail = NEW(a, struct followup_person, all + 1),
                                        .call = NEW(a, struct followup_person, all + 1),
                                        .letter = NEW(a, struct followup_person, all + 1) };
    for (size_t k = 0; k <= n && k < COUNT_OF(pages); k++)
        for (size_t i = 0; i < sizes[k]; i++) {
            const struct registrations_of_row *r = &pages[k][i];
            if (checked ? r->has_arrived : r->state == REGISTRATION_COMES)
                sort_one(people, r, &u);
        }
    return OK;
}
