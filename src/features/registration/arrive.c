/* arrive.c — somebody comes in, once, whoever lets them in and how often. See door.h. */
#include "features/registration/door.h"

#include "base/bytes.h"
#include "features/voices/voices.h"

enum { NAME_MOST = 80, LATE = 2 * 86400, MORNING = 6 * 60 };

struct str door_mark(struct arena *a, struct str hash)
{
    return hex_write(a, str_upto(hash, DOOR_MARK));
}

bool door_over(struct instant now, struct day day)
{
    const struct day today = day_at(now);
    return today.n > day.n + 1 || (today.n == day.n + 1 && clock_at(now).minutes >= MORNING);
}

enum err door_coded(struct request *req, int64_t gathering, struct str text,
                    struct door_person_row *row, bool *found)
{
    struct str code, mark;
    *found = false;
    if (text.n == DOOR_MARK_TEXT && hex_read(req->arena, text, &mark))
        return door_person_marked(req->db, req->arena, gathering, mark, row, found);
    if (!receipt_read(req->arena, text, &code)) return OK;
    return door_person_coded(req->db, req->arena, gathering, receipt_hash(req->arena, code),
                             row, found);
}

static enum err find(struct request *req, int64_t gathering, const struct door_row *row,
                     struct door_person_row *who, bool *found)
{
    if (!row->who) return door_coded(req, gathering, row->code, who, found);
    return door_person(req->db, req->arena, gathering, row->who, who, found);
}

/* The clock of the device, as far as it can be right. */
static struct instant moment(const struct request *req, const struct door_row *row)
{
    const bool likely = row->when.s <= req->now.s && row->when.s > req->now.s - LATE;
    return likely ? row->when : req->now;
}

static enum err let_in(struct tx *tx, struct request *req, int64_t gathering,
                       const struct door_row *row, struct door_said *said)
{
    struct door_person_row who;
    int64_t id;
    bool found;
    TRY(find(req, gathering, row, &who, &found));
    if (!found) {
        said->why = "weg";
        return OK;
    }
    said->who = who.id;
    said->already = who.has_arrived;
    said->arrived = who.arrived;
    TRY(door_row_add(tx, gathering, row->mark, who.id, DOOR_IN, req->now, &id));
    if (who.has_arrived) return OK; /* who let them in first stays */
    return door_arrives(tx, who.id, moment(req, row), req->visitor.person != 0,
                        req->visitor.person);
}

static const char *name_wrong(struct str name)
{
    size_t characters = 0;
    for (size_t i = 0; i < name.n; i++) characters += ((unsigned char)name.s[i] & 0xC0) != 0x80;
    if (str_find(name, STR("\n")) != SIZE_MAX) return "fout";
    return !name.n ? "leeg" : characters > NAME_MOST ? "lang" : NULL;
}

static enum err add(struct tx *tx, struct request *req, int64_t gathering,
                    const struct door_row *row, struct door_said *said)
{
    struct kept kept;
    int64_t id;
    said->why = name_wrong(row->person.name);
    if (said->why) return OK;
    TRY(registration_take(tx, req, gathering, REGISTERED_DOOR, &row->person, &kept));
    said->who = kept.id;
    TRY(door_row_add(tx, gathering, row->mark, kept.id, DOOR_NEW, req->now, &id));
    return door_arrives(tx, kept.id, moment(req, row), req->visitor.person != 0,
                        req->visitor.person);
}

static enum err take_back(struct tx *tx, struct request *req, int64_t gathering,
                          const struct door_row *row, struct door_said *said)
{
    struct door_row_find_row of = { 0 };
    int64_t standing, id;
    bool found = false;
    if (row->of.n) {
        TRY(door_row_find(tx->db, req->arena, gathering, row->of, &of, &found));
    } else {
        struct door_person_row who;
        TRY(find(req, gathering, row, &who, &found));
        if (found) of.registration = who.id;
    }
    if (!found) {
        said->why = "weg";
        return OK;
    }
    said->who = of.registration;
    TRY(door_row_add(tx, gathering, row->mark, of.registration, DOOR_BACK, req->now, &id));
    if (row->of.n)
        TRY(door_row_undo(tx, gathering, row->of));
    else
        TRY(door_rows_undo(tx, of.registration, row->since));
    TRY(door_rows_standing(tx->db, of.registration, &standing));
    if (standing) return OK; /* at another door they were let in as well */
    TRY(door_leaves(tx, of.registration));
    return row->of.n && of.act == DOOR_NEW ? door_gone(tx, of.registration) : OK;
}

enum err door_take(struct tx *tx, struct request *req, int64_t gathering,
                   const struct door_row *row, struct door_said *said)
{
    struct door_row_find_row before;
    bool found;
    *said = (struct door_said){ 0 };
    req->db = tx->db;
    TRY(door_row_find(tx->db, req->arena, gathering, row->mark, &before, &found));
    if (found) {
        said->who = before.registration;
        return OK;
    }
    switch (row->act) {
    case DOOR_IN: return let_in(tx, req, gathering, row, said);
    case DOOR_NEW: return add(tx, req, gathering, row, said);
    case DOOR_BACK: return take_back(tx, req, gathering, row, said);
    case DOOR_ACTS: break;
    }
    said->why = "fout";
    return OK;
}
