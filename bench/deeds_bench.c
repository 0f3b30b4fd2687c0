/* deeds_bench.c — how long the pages from advice to deed take, with as many commitments as the data in the
 * folder holds. `bench/deeds` makes that data, builds this and runs it. */
#include "bench/pages.h"

static const struct asked {
    const char *name, *address;
    bool desk;
    int most; /* numbers of such pages; 0: one address */
} all[] = {
    { "all commitments", "/voorbeeldstad/daden", false, 0 },
    { "the same, a later page", "/voorbeeldstad/daden?na=", false, 10000 },
    { "the same, of a neighbourhood", "/voorbeeldstad/daden?wijk=buurt-3", false, 0 },
    { "the same, of an owner and year", "/voorbeeldstad/daden?eigenaar=zorg-2&jaar=2025", false,
      0 },
    { "the same, late now", "/voorbeeldstad/daden?stand=late", false, 0 },
    { "one commitment", "/voorbeeldstad/toezegging/", false, 10000 },
    { "all advice", "/voorbeeldstad/adviezen", false, 0 },
    { "one advice", "/voorbeeldstad/advies/7", false, 0 },
    { "the sum", "/voorbeeldstad/som", false, 0 },
    { "the account of a year", "/voorbeeldstad/daden/jaar/2025", false, 0 },
    { "what happened, as a feed", "/voorbeeldstad/daden.atom", false, 0 },
    { "the same, of an owner", "/voorbeeldstad/daden.atom?eigenaar=zorg-2", false, 0 },
    { "what is due, as a calendar", "/voorbeeldstad/daden.ics", false, 0 },
    { "a frame for another site", "/voorbeeldstad/daden/kader", false, 0 },
    { "each theme since then", "/voorbeeldstad/sindsdien", false, 0 },
    { "desk: all commitments", "/voorbeeldstad/beheer/toezeggingen", true, 0 },
    { "desk: one commitment", "/voorbeeldstad/beheer/toezeggingen/", true, 10000 },
    { "desk: in a spreadsheet", "/voorbeeldstad/beheer/toezeggingen-rekenblad", true, 0 },
    { "desk: all advice", "/voorbeeldstad/beheer/adviezen", true, 0 },
};

int main(int argc, char **argv)
{
    struct store *st;
    struct db *db;
    bool slow = false;
    if (argc < 2 || store_open(&st, argv[1], STORE_SERVE) != OK || store_reader(st, &db) != OK)
        return 2;
    pages_heading();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const struct try try = {
            .address = all[i].address,
            .visitor = { .role = all[i].desk ? WHO_EDITOR : WHO_ANYONE },
            .now = { 1795600000 } /* 25 November 2026 */
        };
        const int step = all[i].most / PAGE_ROUNDS;
        slow |= pages_measure(st, db, all[i].name, try, all[i].most > 0, step) > 20;
    }
    store_reader_close(db);
    store_close(st);
    return slow;
}
