/* index.c — the index of a dialogue, made anew. */
#include "features/search/search.h"
#include "algo/analyse.h"
#include "features/voices/voices.h"

#include <string.h>

#define MARK "\xee\x80\x80" /* as in search.c */
#define LITERAL MARK MARK

enum { LANGUAGES = 16 }; /* of one thing */

struct text { /* a thing in one language */
    int64_t row;
    struct str lang, title, body;
};
struct filling {
    struct tx *tx;
    struct arena *arena;
    int64_t dialogue;
    struct str own; /* language of the dialogue */
    struct analyser of[LANGS_WHOLE], plain;
    int64_t thing; /* whose texts stand below; 0: none yet */
    struct text texts[LANGUAGES];
    size_t texts_n;
    struct arena_mark start;
};

/* The words of a text, with a blank between them: each as its stem, and once more as it was written
 * behind two marks, so that who asks for that very word gets it first. */
static struct str stems(struct filling *f, struct str lang, struct str text)
{
    const struct analyser *analyser = &f->plain;
    enum lang known;
    if (lang_read(lang, &known) && known < LANGS_WHOLE) analyser = &f->of[known];
    struct analysed *words;
    const size_t n = analyse(analyser, f->arena, text, &words);
    size_t room = 1;
    for (size_t i = 0; i < n; i++)
        room += words[i].stem.n + 1 + sizeof LITERAL + words[i].word.n;
    char *line = NEW(f->arena, char, room);
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        memcpy(line + at, words[i].stem.s, words[i].stem.n);
        at += words[i].stem.n;
        line[at++] = ' ';
        memcpy(line + at, LITERAL, sizeof LITERAL - 1);
        at += sizeof LITERAL - 1;
        memcpy(line + at, words[i].word.s, words[i].word.n);
        at += words[i].word.n;
        line[at++] = ' ';
    }
    return (struct str){ line, at };
}

/* The text that a reader of `lang` should find: the translation, else the original. */
static bool answers(const struct filling *f, const struct text *t, struct str lang)
{
    if (str_eq(t->lang, lang)) return true;
    if (!str_eq(t->lang, f->own)) return false;
    for (size_t i = 0; i < f->texts_n; i++)
        if (str_eq(f->texts[i].lang, lang)) return false;
    return true;
}

static enum err put_text(struct filling *f, const struct text *t)
{
    struct str marks = { 0 };
    for (int l = 0; l < LANGS_WHOLE; l++) {
        const struct str code = lang_about((enum lang)l)->code;
        if (answers(f, t, code))
            marks = arena_format(f->arena, "%.*s" MARK "%.*s " MARK "%lld%.*s ", STR_ARG(marks),
                                 STR_ARG(code), (long long)f->dialogue, STR_ARG(code));
    }
    if (!marks.n) return OK; /* nobody reads the site in this language */
    const struct str body = stems(f, t->lang, t->body);
    return search_index_add(f->tx, t->row, stems(f, t->lang, t->title),
                            arena_format(f->arena, "%.*s%.*s", STR_ARG(marks), STR_ARG(body)));
}

static enum err put_thing(struct filling *f)
{
    for (size_t i = 0; i < f->texts_n; i++) TRY(put_text(f, &f->texts[i]));
    f->texts_n = 0;
    arena_back(f->arena, f->start);
    return OK;
}

/* Texts of one thing follow each other. */
static enum err take(const struct search_themes_row *row, void *with)
{
    struct filling *f = with;
    if (f->texts_n && row->thing != f->thing) TRY(put_thing(f));
    f->thing = row->thing;
    if (f->texts_n < LANGUAGES)
        f->texts[f->texts_n++] =
            (struct text){ row->row, arena_copy(f->arena, row->lang),
                           arena_copy(f->arena, row->title), arena_copy(f->arena, row->body) };
    return OK;
}

/* Findings last: the index answers in this order when there are too many to weigh. */
static enum err make_rows(struct tx *tx, int64_t dialogue, const struct search_dialogue_row *d)
{
    TRY(search_rows_of_themes(tx, dialogue));
    if (d->has_edition) TRY(search_rows_of_points(tx, dialogue, d->edition));
    TRY(search_rows_of_stories(tx, dialogue));
    return search_rows_of_findings(tx, dialogue);
}

static enum err fill_themes(struct filling *f)
{
    TRY(search_themes(f->tx->db, f->dialogue, take, f));
    return put_thing(f);
}

static enum err fill(struct filling *f, const struct search_dialogue_row *d)
{
    struct db *db = f->tx->db;
    TRY(fill_themes(f));
    if (d->has_edition) TRY(search_points(db, f->dialogue, d->edition, take, f));
    TRY(put_thing(f));
    TRY(search_findings(db, f->dialogue, take, f));
    TRY(put_thing(f));
    TRY(search_stories(db, f->dialogue, take, f));
    return put_thing(f);
}

static void filling_start(struct filling *f, struct tx *tx, struct arena *a, int64_t dialogue,
                          struct str own)
{
    *f = (struct filling){ .tx = tx, .arena = a, .dialogue = dialogue, .own = own };
    for (int l = 0; l < LANGS_WHOLE; l++)
        f->of[l] = analyser_start(lang_about((enum lang)l)->code);
    f->plain = analyser_start((struct str){ 0 });
    f->start = arena_here(a);
}

static void filling_end(struct filling *f)
{
    for (int l = 0; l < LANGS_WHOLE; l++) analyser_end(&f->of[l]);
}

static enum err dialogue_searched(struct db *db, struct arena *a, int64_t dialogue,
                                  struct search_dialogue_row *d)
{
    bool found;
    TRY(search_dialogue(db, a, dialogue, d, &found));
    return found ? OK : FAIL(ERR_MISSING, "no dialogue %lld", (long long)dialogue);
}

enum err search_rebuild(struct tx *tx, int64_t dialogue)
{
    struct arena arena = { 0 }, rows = { 0 };
    struct search_dialogue_row d;

    TRY(search_index_clear(tx, dialogue));
    TRY(search_rows_clear(tx, dialogue));
    enum err e = dialogue_searched(tx->db, &rows, dialogue, &d);
    if (e == OK) e = make_rows(tx, dialogue, &d);
    if (e == OK) {
        struct filling f;
        filling_start(&f, tx, &arena, dialogue, d.lang);
        e = fill(&f, &d);
        filling_end(&f);
    }
    if (e == OK) e = search_index_merge(tx);
    arena_end(&arena);
    arena_end(&rows);
    return e;
}

enum err search_themes_renew(struct tx *tx, int64_t dialogue)
{
    struct arena a = { 0 }, rows = { 0 };
    struct search_dialogue_row d;

    TRY(search_themes_index_clear(tx, dialogue));
    TRY(search_themes_rows_clear(tx, dialogue));
    TRY(search_rows_of_themes(tx, dialogue));
    enum err e = dialogue_searched(tx->db, &rows, dialogue, &d);
    if (e == OK) {
        struct filling f;
        filling_start(&f, tx, &a, dialogue, d.lang);
        e = fill_themes(&f);
        filling_end(&f);
    }
    arena_end(&a);
    arena_end(&rows);
    return e;
}

static enum err story_fill(struct tx *tx, struct arena *a, int64_t dialogue, int64_t voice)
{
    struct search_dialogue_row d;
    struct filling f;
    TRY(dialogue_searched(tx->db, a, dialogue, &d));
    filling_start(&f, tx, a, dialogue, d.lang);
    enum err e = search_story_texts(tx->db, voice, take, &f);
    if (e == OK) e = put_thing(&f);
    filling_end(&f);
    return e;
}

enum err search_story(struct tx *tx, int64_t dialogue, int64_t voice)
{
    int64_t was, is;
    struct arena a = { 0 };
    TRY(search_story_rows(tx->db, voice, &was));
    if (was) {
        TRY(search_story_clear(tx, voice));
        TRY(search_story_rows_clear(tx, voice));
    }
    TRY(search_story_rows_add(tx, voice));
    TRY(search_story_rows(tx->db, voice, &is));
    enum err e = is ? story_fill(tx, &a, dialogue, voice) : OK;
    arena_end(&a);
    /* Until it is written anew the old words still stand in the index. */
    if (e == OK && was) e = search_index_merge(tx);
    return e;
}

enum err voice_changed(struct tx *tx, int64_t dialogue, int64_t voice)
{
    return search_story(tx, dialogue, voice);
}
