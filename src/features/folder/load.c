/* load.c — `dialoog load`: read, check, let the image program look at the pictures, write. */
#include "features/folder/folder.h"

#include "features/folder/files.h"
#include "features/folder/folder.sql.h"
#include "web/image.h"
#include "features/folder/rows.h"
#include "features/folder/write.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* ---- what is said on the way */

struct progress {
    const struct folder_talk *talk;
    struct faults *faults;
    bool terminal;
};

static void say_file(const char *file, int64_t rows, void *with)
{
    const struct progress *p = with;
    const struct str n = fault_number(p->faults, rows);
    const struct word_arg args[] = { { "bestand", str_of(file) }, { "aantal", n } };
    const struct str text = words_fill(
        &p->faults->a, rows == 1 ? SAY("{bestand}: 1 rij") : SAY("{bestand}: {aantal} rijen"),
        p->talk->lang, args, COUNT_OF(args));
    if (p->terminal)
        fprintf(p->talk->err, "\r\033[K%.*s", STR_ARG(text));
    else
        fprintf(p->talk->err, "%.*s\n", STR_ARG(text));
    fflush(p->talk->err);
    arena_reset(&p->faults->a);
}

static void clear_line(const struct progress *p)
{
    if (p->terminal) fputs("\r\033[K", p->talk->err);
}

/* ---- pictures */

static const struct words *picture_fault(enum image_exit why)
{
    switch (why) {
    case IMAGE_TOO_MUCH:
        return SAY("{wat} is te groot. Een beeld mag 20 MB en 40 megapixel zijn.");
    case IMAGE_NO_PICTURE:
        return SAY("{wat} is geen JPEG, PNG of WebP. Bewaar het beeld opnieuw.");
    default: return SAY("{wat} is beschadigd of geen beeld. Bewaar het beeld opnieuw.");
    }
}

/* An image that an export holds is in the data already, byte for byte: no need to look again. */
static enum err already_here(struct db *db, struct arena *a, struct str bytes,
                             struct made_image *made, bool *found)
{
    struct image_known_row row;
    made->hash = image_hash(a, bytes);
    TRY(image_known(db, a, made->hash, &row, found));
    if (*found) {
        made->id = row.id;
        made->type = row.type;
    }
    return OK;
}

/* One picture; `*made` stays NULL when it is not right. Fails: ERR_BROKEN. */
static enum err look_at(struct folder *f, struct db *db, const struct folder_talk *talk,
                        const struct row *r, struct index *seen, struct made_image **made)
{
    const struct place at = { formats[SHEET_PICTURES].file, r->line,
                              formats[SHEET_PICTURES].columns[PC_FILE].name };
    const struct str file = cell_text(r, PC_FILE);
    const struct word_arg what = { "wat", arena_copy(f->a, fault_quote(f->faults, file)) };
    struct str bytes;
    struct made_image *m = NEW(f->a, struct made_image, 1);
    enum image_exit why = IMAGE_DONE;
    size_t before;
    bool found = false;
    if (!file.n) return OK;
    if (index_find(seen, file, &before)) {
        *made = f->images[before];
        return OK;
    }
    index_put(seen, f->a, file, (size_t)(r - f->grids[SHEET_PICTURES].rows));
    switch (file_read(f->dir, arena_format(f->a, "images/%.*s", STR_ARG(file)).s, IMAGE_MOST,
                      f->a, &bytes)) {
    case FOUND_FILE: break;
    case FOUND_NOTHING:
        FAULT(f->faults, at,
              SAY("{wat} staat niet in images. Zet het beeld erbij of verbeter de naam."),
              what);
        return OK;
    case FOUND_LARGE: FAULT(f->faults, at, picture_fault(IMAGE_TOO_MUCH), what); return OK;
    case FOUND_OUTSIDE:
    case FOUND_OTHER:
    case FOUND_UNREADABLE:
        FAULT(f->faults, at,
              SAY("{wat} kunnen wij niet lezen. Zet het bestand zelf in images."), what);
        return OK;
    }
    TRY(already_here(db, f->a, bytes, m, &found));
    if (!found) TRY(image_convert(talk->image_program, bytes, f->a, m, &why));
    if (why == IMAGE_DONE)
        *made = m;
    else
        FAULT(f->faults, at, picture_fault(why), what);
    return OK;
}

static enum err look_at_pictures(struct folder *f, struct store *st, const struct progress *p)
{
    const struct grid *g = &f->grids[SHEET_PICTURES];
    struct index seen = { 0 };
    struct db *db;
    enum err e = store_reader(st, &db);
    if (e != OK) return e;
    f->images = NEW(f->a, struct made_image *, g->n + 1);
    for (size_t i = 0; e == OK && i < g->n; i++)
        e = look_at(f, db, p->talk, &g->rows[i], &seen, &f->images[i]);
    store_reader_close(db);
    if (e == OK && g->n) say_file("images", (int64_t)g->n, (void *)(uintptr_t)p);
    return e;
}

/* ---- the command */

static enum err write_work(struct tx *tx, void *with)
{
    return folder_write(tx, with);
}

static void say_result(struct folder *f, bool dry)
{
    const enum sheet counted[] = { SHEET_DIALOGUES, SHEET_THEMES, SHEET_FINDINGS, SHEET_VOICES,
                                   SHEET_POINTS };
    struct str n[COUNT_OF(counted)];
    for (size_t i = 0; i < COUNT_OF(counted); i++)
        n[i] = arena_format(f->a, "%zu", f->grids[counted[i]].n);
    NOTE(f->faults,
         dry ? SAY("Alles klopt; er is niets ingelezen. Dialogen: {dialogen}, thema's: "
                   "{themas}, "
                   "bevindingen: {bevindingen}, inbreng: {inbreng}, punten: {punten}.")
             : SAY("Ingelezen. Dialogen: {dialogen}, thema's: {themas}, bevindingen: "
                   "{bevindingen}, inbreng: {inbreng}, punten: {punten}."),
         { "dialogen", n[0] }, { "themas", n[1] }, { "bevindingen", n[2] }, { "inbreng", n[3] },
         { "punten", n[4] });
}

static int cannot(struct faults *f)
{
    NOTE(f, SAY("Het kon niet: {waarom}. Er is niets ingelezen."),
         { "waarom", str_of(err_sentence()) });
    return FOLDER_CANNOT;
}

static int load_open(struct store *st, struct folder *f, bool dry, const struct progress *p)
{
    folder_read(f, say_file, (void *)(uintptr_t)p);
    folder_check(f);
    folder_read_texts(f);
    const enum err looked = look_at_pictures(f, st, p);
    clear_line(p);
    if (looked != OK) return cannot(f->faults);
    if (!faults_none(f->faults)) {
        faults_note(f->faults, SAY("Er is niets ingelezen."), NULL, 0);
        return FOLDER_FAULTS;
    }
    const enum err e = dry ? OK : store_write(st, write_work, f);
    if (e != OK && f->faults->n) {
        faults_none(f->faults);
        faults_note(f->faults, SAY("Er is niets ingelezen."), NULL, 0);
        return FOLDER_FAULTS;
    }
    if (e != OK) return cannot(f->faults);
    say_result(f, dry);
    return FOLDER_DONE;
}

int folder_load(struct store *st, const char *dir, bool dry, const struct folder_talk *talk)
{
    struct arena a = { 0 };
    struct faults faults = { .err = talk->err, .lang = talk->lang };
    struct progress p = { talk, &faults, false };
    struct folder *f = NEW(&a, struct folder, 1);
    int code = FOLDER_USAGE;
    p.terminal = fileno(talk->err) >= 0 && isatty(fileno(talk->err));
    *f = (struct folder){ .a = &a, .now = talk->now, .faults = &faults };
    f->dir = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (f->dir < 0) {
        NOTE(&faults, SAY("Er is geen map {wat}. Kijk naar de naam."),
             { "wat", fault_quote(&faults, str_of(dir)) });
    } else {
        code = load_open(st, f, dry, &p);
        close(f->dir);
    }
    arena_end(&faults.a);
    arena_end(&a);
    return code;
}
